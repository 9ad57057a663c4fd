"""``models new``: a ready package for a model of one's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Final

from vnpolitext._version import __version__
from vnpolitext.models.card import CARD_FILE
from vnpolitext.models.errors import ModelError
from vnpolitext.models.seal import seal

_TEMPLATES: Final = files("vnpolitext.models") / "templates"
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,40}/[a-z0-9][a-z0-9-]{0,40}")


@dataclass(frozen=True, slots=True)
class _Start:
    """What a package of one kind begins with."""

    data: str
    check: str
    summary: str


_STARTS: Final = {
    "words": _Start("terms.tsv", "check_segmenter", "joins the syllables of listed terms."),
    "persons": _Start("surnames.tsv", "check_person_tagger", "names after listed family names."),
    "citations": _Start("kinds.tsv", "check_citation_rules", "numbered documents of listed kinds."),
    "places": _Start("units.tsv", "check_gazetteer", "the units of a list."),
    "themes": _Start("themes.toml", "check_theme_lexicon", "themes and their terms."),
    "embeddings": _Start("weights.tsv", "check_embedder", "averages of syllable vectors."),
}


def new_package(kind: str, name: str, folder: str | Path | None = None) -> Path:
    """Write a package with a small working model: card, data, code, tests, README.

    Args:
        kind: ``"words"``, ``"persons"``, ``"citations"``, ``"places"``, ``"themes"`` or
            ``"embeddings"``.
        name: ``"mylab/cutter-2"``: whose it is, and what it is called.
        folder: Where to write it; ``mylab-cutter-2`` in the current folder by default. It must be
            new or empty.

    Returns:
        The folder of the package.

    Raises:
        ModelError: The kind or the name will not do, or the folder has something in it.
    """
    if kind not in _STARTS:
        raise ModelError(f"no package for the kind {kind!r}; there are {', '.join(_STARTS)}")
    if not _NAME.fullmatch(name):
        raise ModelError(
            f"{name!r} is no name for a model; it wants lower-case letters, digits and -, like "
            "mylab/cutter-2"
        )
    distribution = name.replace("/", "-")
    package = distribution.replace("-", "_")
    if not package.isidentifier():
        package = f"model_{package}"
    root = Path(folder) if folder is not None else Path(distribution)
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise ModelError(f"{root} is there already and not empty")
    start = _STARTS[kind]
    values = {
        "kind": kind,
        "name": name,
        "distribution": distribution,
        "package": package,
        "summary": start.summary,
        "check": start.check,
        "library": __version__,
    }
    home = root / "src" / package
    for path, template in {
        root / "pyproject.toml": "pyproject.toml",
        root / "README.md": "README.md",
        root / "tests" / "test_model.py": "test_model.py",
        home / "__init__.py": f"{kind}.py",
        home / start.data: start.data,
        home / CARD_FILE: CARD_FILE,
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_filled(template, values), encoding="utf-8")
    seal(home)
    return root


def _filled(template: str, values: dict[str, str]) -> str:
    text = (_TEMPLATES / f"{template}.txt").read_text(encoding="utf-8")
    if template.endswith((".tsv", ".toml")) and template not in (CARD_FILE, "pyproject.toml"):
        return text
    return Template(text).safe_substitute(values)
