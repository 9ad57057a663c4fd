"""Which models an analysis uses: the library's own, or others chosen by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Final

from vnpolitext._version import __version__
from vnpolitext.citations import Citation, find_citations
from vnpolitext.errors import expect
from vnpolitext.layout import Page
from vnpolitext.models import DATA_KINDS, all_instead, card, load, using, versions
from vnpolitext.models.instead import DEFAULT
from vnpolitext.officials import Person, find_persons
from vnpolitext.places import Place, find_places
from vnpolitext.text import fold, tidy

_ALWAYS: Final = ("words", "persons", "citations", "places")


@dataclass(frozen=True, slots=True, repr=False)
class Choice:
    """Names of the models to use, ``"default"`` for the library's own.

    Attributes:
        words: Word segmenter; also ``"underthesea"``, ``"pyvi"`` and ``"syllables"``.
        persons: Tagger of personal names. Offices are read by the library's own rules.
        citations: Rules that find cited documents.
        places: Gazetteer of administrative units.
        offices: Data of offices, bodies and forms of address.
        names: Data of personal names.
        documents: Register of well-known documents.
        directives: Data of numbered lists and tasks.
        statements: Data of words of saying.
        layout: Data of page layout.
        lexicon: Set phrases, abbreviations and numerals.
    """

    words: str = DEFAULT
    persons: str = DEFAULT
    citations: str = DEFAULT
    places: str = DEFAULT
    offices: str = DEFAULT
    names: str = DEFAULT
    documents: str = DEFAULT
    directives: str = DEFAULT
    statements: str = DEFAULT
    layout: str = DEFAULT
    lexicon: str = DEFAULT

    @classmethod
    def of(cls, models: Choice | Mapping[str, str] | None = None, **named: str) -> Choice:
        """Return a choice of models: what ``models`` says, and before it what is named alone.

        Args:
            models: A choice, or a mapping from kind to name.
            named: Names by kind; ``"default"`` says nothing.

        Raises:
            ValueError: There is no such kind.

        Example:
            >>> Choice.of({"words": "syllables"}, persons="mylab/names")
            Choice(words='syllables', persons='mylab/names')
        """
        wanted = "a choice of models, or a mapping from kind to name, is wanted"
        expect(models, (Choice, Mapping, type(None)), wanted)
        held = asdict(models) if isinstance(models, Choice) else dict(models or {})
        for name in (*held.values(), *named.values()):
            expect(name, str, "the name of a model is wanted")
        if unknown := [kind for kind in held if kind not in _KINDS]:
            raise ValueError(f"models: no kind {unknown[0]!r}; there are {', '.join(_KINDS)}")
        return cls(**held | {kind: name for kind, name in named.items() if name != DEFAULT})

    def __repr__(self) -> str:
        """Name the models that are not the library's own."""
        return f"Choice({', '.join(f'{kind}={name!r}' for kind, name in self.others.items())})"

    @property
    def others(self) -> dict[str, str]:
        """Names of the models that are not the library's own, by kind."""
        names = ((kind, getattr(self, kind)) for kind in _KINDS)
        return {kind: name for kind, name in names if name != DEFAULT}

    def in_use(self) -> AbstractContextManager[None]:
        """Return a context in which finders read the data of the chosen models."""
        return using({kind: name for kind, name in self.others.items() if kind in DATA_KINDS})

    def find_citations(self, page: Page, *, as_of: str | None = None) -> tuple[Citation, ...]:
        """Return the citations that the chosen rules find."""
        if self.citations == DEFAULT:
            return tuple(find_citations(page, as_of=as_of))
        rules = load(self.citations, kind="citations")
        return tuple(_as_records(Citation, rules.find_citations(page.view.source), self.citations))

    def find_places(
        self, page: Page, *, as_of: str | None, province: str | None
    ) -> tuple[Place, ...]:
        """Return the places that the chosen gazetteer finds."""
        if self.places == DEFAULT:
            return tuple(find_places(page, as_of=as_of, province=province))
        gazetteer = load(self.places, kind="places")
        found = gazetteer.find_places(page.view.source, as_of=as_of, province=province)
        return tuple(_as_records(Place, found, self.places))

    def find_persons(
        self,
        page: Page,
        places: tuple[Place, ...],
        *,
        as_of: str | None = None,
        province: str | None = None,
    ) -> tuple[Person, ...]:
        """Return the persons that the chosen tagger names, with the offices our rules read.

        The places of the text link the bodies of the offices to their units.
        """
        persons = tuple(find_persons(page, places=places, as_of=as_of, province=province))
        if self.persons == DEFAULT:
            return persons
        tagger = load(self.persons, kind="persons")
        return _named(
            persons, [(start, end) for start, end in tagger.tag(page.view.source)], page.view.source
        )

    def versions(self) -> dict[str, Any]:
        """Return what made an analysis: the library, its models, and what was chosen."""
        others = [
            card(name, kind=kind)
            for kind, name in self.others.items()
            if not (kind == "words" and _is_segmenter(name))
        ]
        with self.in_use():
            others += all_instead()
        chosen = dict.fromkeys(_ALWAYS, DEFAULT) | self.others
        used = versions() | {found.full_name: found.version for found in others}
        return {"vnpolitext": __version__, "models": used, "chosen": chosen}


_KINDS: Final = tuple(item.name for item in fields(Choice))


def _is_segmenter(name: str) -> bool:
    from vnpolitext.text.words import segmenter_names

    return name in segmenter_names()


def _as_records(record: type, found: Iterable[Any], rule: str) -> Iterable[Any]:
    for item in found:
        yield (
            item
            if isinstance(item, record)
            else record(start=item.start, end=item.end, text=item.text, rule=rule)
        )


def _named(
    persons: tuple[Person, ...], tagged: list[tuple[int, int]], text: str
) -> tuple[Person, ...]:
    """Return the persons whose names were tagged, and one for every other tagged name."""
    wanted = set(tagged)
    result: list[Person] = []
    for person in persons:
        mentions = tuple(span for span in person.mentions if span in wanted)
        if mentions:
            result.append(replace(person, mentions=mentions))
    known = {span for person in result for span in person.mentions}
    others: dict[str, list[tuple[int, int]]] = {}
    for start, end in tagged:
        if (start, end) not in known:
            others.setdefault(fold(text[start:end]), []).append((start, end))
    result += [
        Person(name=tidy(text[spans[0][0] : spans[0][1]]), mentions=tuple(spans))
        for spans in others.values()
    ]
    return tuple(sorted(result, key=lambda person: person.mentions[0]))
