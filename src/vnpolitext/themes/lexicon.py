"""Theme lexicons: the shipped one, and those a user brings."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from vnpolitext.errors import MissingPackageError
from vnpolitext.models import Model, ModelError, load, model_file, read_toml, shelf
from vnpolitext.notebook import counted, html_table
from vnpolitext.text import fold


@dataclass(frozen=True, slots=True)
class Theme:
    """A political theme (*chủ đề*) and the terms that express it.

    Attributes:
        name: Path from the outermost theme, ``"economy/agriculture"``.
        terms: Its terms as written in the lexicon.
        label: English label.
        label_vi: Vietnamese label.
        definition: What belongs to the theme and what does not.
        manifesto: Codes of the Manifesto Project's categories that correspond, if any.
        weak: Terms that count only beside another term of the theme, see `TermMatcher`.
        former: Names of themes of earlier versions that are part of this one.
        beside: Whether the theme is given in addition to what a passage is about, such as the
            bodies that are named in it; see `code_themes`.
    """

    name: str
    terms: tuple[str, ...]
    label: str = ""
    label_vi: str = ""
    definition: str = ""
    manifesto: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    beside: bool = False

    def __repr__(self) -> str:
        """Tell how many terms there are."""
        return f"Theme({self.name!r}, {counted(len(self.terms) + len(self.weak), 'term')})"


@dataclass(frozen=True)
class ThemeLexicon:
    """Themes and their terms.

    Attributes:
        name: Name of the lexicon.
        themes: The themes in the lexicon's order.

    Example:
        >>> lexicon = ThemeLexicon.from_dict({"economy": {"farming": ["nông nghiệp"]}})
        >>> [theme.name for theme in lexicon.themes]
        ['economy/farming']
    """

    name: str
    themes: tuple[Theme, ...]

    def __repr__(self) -> str:
        """Tell how many themes and terms there are."""
        terms = sum(len(theme.terms) + len(theme.weak) for theme in self.themes)
        counts = f"{counted(len(self.themes), 'theme')}, {counted(terms, 'term')}"
        return f"ThemeLexicon({self.name!r}, {counts})"

    def _repr_html_(self) -> str:
        rows = [
            (theme.name, theme.label, len(theme.terms) + len(theme.weak)) for theme in self.themes
        ]
        return html_table(repr(self), ["name", "label", "terms"], rows)

    def __post_init__(self) -> None:
        """Check names and terms."""
        seen: set[str] = set()
        for theme in self.themes:
            if not theme.name or theme.name in seen:
                raise ModelError(f"lexicon {self.name}: two themes are named {theme.name!r}")
            seen.add(theme.name)
            if not theme.terms and not theme.weak:
                raise ModelError(f"lexicon {self.name}: theme {theme.name!r} has no terms")
            plain = {fold(term) for term in theme.terms}
            for term in theme.weak:
                if fold(term) in plain:
                    raise ModelError(f"lexicon {self.name}: {term.lower()!r} is both weak and not")
            for term in (*theme.terms, *theme.weak):
                if not any(letter.isalnum() for letter in term):
                    raise ModelError(f"lexicon {self.name}: {theme.name!r} has the term {term!r}")

    @classmethod
    def load(cls, name: str = "political") -> "ThemeLexicon":
        """Return a shipped lexicon of ``models/themes/``, or any model of the kind ``themes``.

        Raises:
            ModelError: There is no such model.
        """
        return _shipped(name) if (shelf() / "themes" / name).is_dir() else _registered(name)

    @classmethod
    def from_dict(cls, themes: Mapping[str, Any], name: str = "user") -> "ThemeLexicon":
        """Return a lexicon of nested mappings that end in lists of terms."""
        return cls(name, tuple(_flatten(themes, ())))

    @classmethod
    def from_file(cls, path: str | Path) -> "ThemeLexicon":
        """Read a lexicon from ``.toml``, ``.csv`` or quanteda-style ``.yaml``.

        TOML has either ``[[theme]]`` tables with the fields of `Theme`, or nested tables that end
        in lists of terms; YAML is nested mappings that end in lists; CSV has the columns ``theme``
        and ``term``, and may have ``label``, ``label_vi``, ``definition`` and ``manifesto``.

        Raises:
            ModelError: The file has another form; the message names it.
        """
        path = Path(path)
        readers = {".toml": _read_toml, ".csv": _read_csv, ".yaml": _read_yaml, ".yml": _read_yaml}
        if path.suffix.lower() not in readers:
            raise ModelError(f"{path}: a theme lexicon is .toml, .csv or .yaml")
        return cls(path.stem, readers[path.suffix.lower()](path))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the themes, in order."""
        return tuple(theme.name for theme in self.themes)

    @cached_property
    def former(self) -> dict[str, str]:
        """Names that themes had in earlier versions, and what they are part of now.

        Example:
            >>> ThemeLexicon.load().former["party/cadres"]
            'party/organisation'
        """
        return {name: theme.name for theme in self.themes for name in theme.former}

    def at_level(self, level: int | None) -> dict[str, str]:
        """Return the outer theme of each theme, ``level`` steps from the outside."""
        if level is None:
            return {name: name for name in self.names}
        return {name: "/".join(name.split("/")[:level]) for name in self.names}

    def to_frame(self) -> pd.DataFrame:
        """Return one row a term.

        Returns:
            ``theme``, ``term``, ``label``, ``label_vi``, ``manifesto``, ``weak``.
        """
        return pd.DataFrame(
            [
                (theme.name, term, theme.label, theme.label_vi, " ".join(theme.manifesto), weak)
                for theme in self.themes
                for weak, terms in ((False, theme.terms), (True, theme.weak))
                for term in terms
            ],
            columns=["theme", "term", "label", "label_vi", "manifesto", "weak"],
        )


def as_lexicon(lexicon: "str | Path | Mapping[str, Any] | ThemeLexicon") -> ThemeLexicon:
    """Return a lexicon given as itself, as a mapping, as a file or by the name of a shipped one."""
    if isinstance(lexicon, ThemeLexicon):
        return lexicon
    if isinstance(lexicon, Mapping):
        return ThemeLexicon.from_dict(lexicon)
    if isinstance(lexicon, Path) or Path(lexicon).suffix:
        return ThemeLexicon.from_file(lexicon)
    return ThemeLexicon.load(lexicon)


@lru_cache(maxsize=8)
def _shipped(name: str) -> ThemeLexicon:
    path = model_file("themes", name, "themes.toml")
    return ThemeLexicon(name, _read_toml(path))


def _registered(name: str) -> ThemeLexicon:
    found = load(name, kind="themes")
    if isinstance(found, Model):
        return ThemeLexicon(name, _read_toml(found.path("themes.toml")))
    return ThemeLexicon.from_dict(found.themes, name)


def _read_toml(path: Path) -> tuple[Theme, ...]:
    data = read_toml(path)
    rows = data.get("theme")
    if not isinstance(rows, list):
        return tuple(_flatten(data, ()))
    return tuple(_theme(row, path) for row in rows)


def _theme(row: Mapping[str, Any], path: Path) -> Theme:
    known = {field.name for field in fields(Theme)}
    if unknown := set(row) - known:
        raise ModelError(f"{path}: a theme has the unknown fields {sorted(unknown)}")
    if "name" not in row or not isinstance(row.get("terms"), list):
        raise ModelError(f"{path}: a theme needs a name and a list of terms: {dict(row)}")
    return Theme(
        name=str(row["name"]),
        terms=_unique(row["terms"]),
        label=str(row.get("label", "")),
        label_vi=str(row.get("label_vi", "")),
        definition=" ".join(str(row.get("definition", "")).split()),
        manifesto=tuple(str(code) for code in row.get("manifesto", ())),
        weak=_unique(row.get("weak", ())),
        former=tuple(str(name) for name in row.get("former", ())),
        beside=bool(row.get("beside", False)),
    )


def _read_csv(path: Path) -> tuple[Theme, ...]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    if not rows or not {"theme", "term"} <= set(rows[0]):
        raise ModelError(f"{path}: a theme lexicon in CSV needs the columns 'theme' and 'term'")
    themes: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        themes.setdefault(row["theme"], []).append(row)
    return tuple(
        Theme(
            name,
            _unique([row["term"] for row in group]),
            group[0].get("label") or "",
            group[0].get("label_vi") or "",
            group[0].get("definition") or "",
            tuple((group[0].get("manifesto") or "").split()),
        )
        for name, group in themes.items()
    )


def _read_yaml(path: Path) -> tuple[Theme, ...]:
    try:
        import yaml  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingPackageError("YAML needs pyyaml: pip install 'vnpolitext[yaml]'") from error
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise ModelError(f"{path}: not YAML: {error}") from error
    if not isinstance(data, Mapping):
        raise ModelError(f"{path}: a theme lexicon in YAML is a mapping of themes to terms")
    return tuple(_flatten(data, ()))


def _flatten(themes: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[Theme]:
    for key, value in themes.items():
        here = (*path, str(key))
        if isinstance(value, Mapping):
            yield from _flatten(value, here)
        elif isinstance(value, list | tuple):
            plain = [item for item in value if not isinstance(item, Mapping)]
            if plain:
                yield Theme("/".join(here), _unique(plain))
            for item in value:
                if isinstance(item, Mapping):
                    yield from _flatten(item, here)
        elif isinstance(value, str):
            yield Theme("/".join(here), (value,))
        else:
            raise ModelError(f"theme {'/'.join(here)!r} is neither a list of terms nor themes")


def _unique(terms: Sequence[Any]) -> tuple[str, ...]:
    return tuple({fold(str(term)): str(term) for term in terms}.values())
