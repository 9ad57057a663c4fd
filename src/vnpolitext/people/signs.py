"""What a document says around the names in it: who and what stands near, years, a year of birth."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Final

from vnpolitext.models import model_file, per_choice, read_table
from vnpolitext.officials.records import Person, Position
from vnpolitext.officials.words.lexicon import abbreviations, historic_names
from vnpolitext.people.known import code_of
from vnpolitext.people.seats import Seats
from vnpolitext.text import fold
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import bodies, heads, surnames

_NEAR: Final = 150
_REACH: Final = 500
_AROUND: Final = 200
_MENTIONS: Final = 6
_TOPICS: Final = 4
_MOST: Final = 40
_FAR_WEIGHT: Final = 0.6
_BESIDE: Final = 350
# Capitalised words in a row and abbreviations: people, units, firms, works, battles.
_NAMED: Final = lazy_pattern(
    rf"(?<!\w)(?:[{UPPER}][^\W\d_]{{0,8}}(?:[ -][{UPPER}][^\W\d_]{{0,8}}){{1,5}}"
    r"|[A-Z]{3,8})(?!\w)"
)
# Works and mottoes: words in quotation marks or between marks of emphasis.
_TITLED: Final = lazy_pattern(
    r"[\"“”*]{1,3}(?P<words>[^\W\d_][\w]{0,7}(?:[ ,]{1,2}\w{1,8}){2,7})[\"“”*]"
)
_WORD: Final = lazy_pattern(r"[^\W\d_]+")
_YEAR: Final = lazy_pattern(r"(?<![\d.,])(?:1\d|20)\d\d(?!\d)")
_BORN: Final = lazy_pattern(
    r"(?:\[\w{1,3}\])?[ \n*]{0,3}(?:"
    r"\((?:(?:sn|sinh(?: năm)?) ?(?P<first>\d{4})|(?P<span>\d{4}) ?[-–—] ?(?:\d{4})?)\)"
    r"|[,(]? ?(?:sinh năm|sinh ngày[^.;()\n]{0,28}|sn) ?(?P<plain>\d{4}))",
    re.IGNORECASE,
)
# Where a source is cited: *A 1961, tr. 414*, *A (2003)*, *A, *Title*, tập II*, *theo sử gia A*.
_CITED: Final = lazy_pattern(
    r",? ?(?:\(?(?:1[89]|20)\d\d[a-z]?\)?,? (?:tr\.|trang )|\((?:1[89]|20)\d\d[a-z]?\)[.,:]"
    r"|\*[^*\n]{4,80}\*,? \(?(?:[Qq]uyển|[Tt]ập|[Tt]r\.|[Nn]hà xuất bản|[Nn]xb|NXB)"
    r"|sách đã dẫn|sđd)"
)
_CITING: Final = lazy_pattern(
    r"(?:[Tt]heo (?:nhà )?(?:sử gia|sử học|nghiên cứu|học giả|tác giả|soạn giả)(?: [\w]{1,6}){0,3}"
    r"|\*[^*\n]{4,80}\*(?: \(\d{4}\))? của"
    r"(?: (?:nhà )?(?:sử gia|sử học|nghiên cứu|học giả|tác giả))?"
    r"|\^\**(?:[Xx]em|[Tt]heo)) ?\Z"
)
_CITED_NEAR: Final = 110
_ROMAN: Final = lazy_pattern(r"[ivxlc]+")
_YOUNGEST: Final = 1990


@dataclass(frozen=True, slots=True)
class Signs:
    """What one document says around the name of one person.

    Attributes:
        company: Names that stand near, folded, with how near they are, to 1.
        bodies: Bodies and offices that stand near, as written with capitals, folded.
        years: Years that stand near.
        born: Year of birth, if it stands right after the name.
        callings: What the person is called: ranks and professions, folded.
        seats: Offices in whose boxes the person stands as predecessor or successor.
        is_cited: Whether the person is cited as the author of what the document goes by.
        words: Codes of the pairs of words that stand near, see `vnpolitext.people.known.code_of`.
    """

    company: Mapping[str, float] = field(default_factory=dict)
    bodies: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    born: int | None = None
    callings: frozenset[str] = frozenset()
    seats: tuple[Position, ...] = ()
    is_cited: bool = False
    words: Sequence[int] = ()


class Surroundings:
    """The names and years of one text, to be looked up around a person."""

    def __init__(self, text: str, persons: Sequence[Person]) -> None:
        """Read the names and years of ``text`` once."""
        self._text = text
        self._seats = Seats(text, persons)
        named = [(m.start(), m.end(), fold(m[0])) for m in _NAMED.finditer(text)]
        titled = [(*m.span("words"), fold(m["words"])) for m in _TITLED.finditer(text)]
        telling = [_is_telling(each) for each in named]
        self._named = sorted([*compress(named, telling), *titled])
        self._bodies = [each for each, tells in zip(named, telling, strict=True) if not tells]
        self._years = [(m.start(), int(m[0])) for m in _YEAR.finditer(text)]
        self._words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
        self._codes: list[int | None] = [None] * len(self._words)

    def of(self, person: Person) -> Signs:
        """Return what stands around the mentions of a person."""
        spans = person.mentions[:_MENTIONS]
        company: dict[str, float] = {}
        for start, end in spans:
            for name, weight in self._near(start, end):
                company[name] = max(company.get(name, 0.0), weight)
        for own in (person.name, *person.aliases):
            company.pop(fold(own), None)
        nearest = sorted(company, key=lambda name: (-company[name], name))[:_MOST]
        return Signs(
            company={name: company[name] for name in nearest},
            bodies=frozenset(name for start, end in spans for name in self._beside(start, end)),
            years=frozenset(year for start, end in spans for year in self._around(start, end)),
            born=next(filter(None, (self._born(end) for _, end in spans)), None),
            callings=frozenset(
                fold(each)
                for each in (*person.ranks, *person.honorifics)
                if fold(each) not in _addresses()
            ),
            seats=tuple(self._seats.of(spans)),
            is_cited=any(self._is_cited(start, end) for start, end in spans),
            words=array(
                "I", sorted({code for span in spans[:_TOPICS] for code in self._pairs(*span)})
            ),
        )

    def _near(self, start: int, end: int) -> Iterator[tuple[str, float]]:
        first = bisect_left(self._named, (start - _REACH,))
        for at in range(first, len(self._named)):
            left, right, name = self._named[at]
            if left > end + _REACH:
                break
            if right <= start or left >= end:
                near = min(abs(left - end), abs(start - right)) <= _NEAR
                yield name, 1.0 if near else _FAR_WEIGHT

    def _beside(self, start: int, end: int) -> Iterator[str]:
        first = bisect_left(self._bodies, (start - _BESIDE,))
        for at in range(first, len(self._bodies)):
            left, _, name = self._bodies[at]
            if left > end + _BESIDE:
                break
            yield name

    def _around(self, start: int, end: int) -> Iterator[int]:
        first = bisect_left(self._years, (start - _AROUND,))
        for number in range(first, len(self._years)):
            at, year = self._years[number]
            if at > end + _AROUND:
                break
            yield year

    def _pairs(self, start: int, end: int) -> Iterator[int]:
        """Yield the codes of the pairs of words around a mention, but not of the name."""
        for left, right in ((start - _AROUND, start), (end, end + _AROUND)):
            first = bisect_left(self._words, (left,))
            last = bisect_left(self._words, (right,))
            yield from (self._code(at) for at in range(first, last - 1))

    def _code(self, at: int) -> int:
        """Return the code of a word and the next one."""
        code = self._codes[at]
        if code is None:
            words = self._text[self._words[at][0] : self._words[at + 1][1]]
            code = self._codes[at] = code_of(" ".join(words.lower().split()))
        return code

    def _is_cited(self, start: int, end: int) -> bool:
        """Return whether a mention names the author of a source (*A 1961, tr. 414*)."""
        return (
            _CITED.match(self._text, end) is not None
            or _CITING.search(self._text, max(0, start - _CITED_NEAR), start) is not None
        )

    def _born(self, end: int) -> int | None:
        found = _BORN.match(self._text, end)
        year = next(filter(None, found.groups()), None) if found is not None else None
        # A span of years that begins late is a term of office, not a life.
        if year is None or (found and found["span"] and int(year) > _YOUNGEST):
            return None
        return int(year)


def signs_of(text: str, persons: Sequence[Person]) -> list[Signs]:
    """Return what a text says around each of its persons.

    Args:
        text: The text as it was read.
        persons: The persons found in it.

    Returns:
        The signs, one for each person.

    Example:
        >>> from vnpolitext.officials import find_persons
        >>> text = "Nhạc sĩ Lò Văn Nọi (1930-2004) quê ở Mường La."
        >>> [signs] = signs_of(text, find_persons(text))
        >>> signs.born, sorted(signs.company), sorted(signs.callings)
        (1930, ['mường la'], ['nhạc sĩ'])
    """
    if not persons:
        return []
    around = Surroundings(text, persons)
    return [around.of(person) for person in persons]


def _is_telling(named: tuple[int, int, str]) -> bool:
    """Return whether capitals are no part of an office or a body, and no person of history."""
    first, *rest = named[2].split()
    if not rest:
        return first not in abbreviations() and not _ROMAN.fullmatch(first)
    offices = first in heads().openings or first in bodies().openings
    return named[2] not in historic_names() and (first in surnames().core or not offices)


@per_choice
def _addresses() -> frozenset[str]:
    rows = read_table(model_file("offices", "vietnam", "honorifics.tsv"), ("form", "kind", "sex"))
    return frozenset(form for form, kind, _ in rows if kind != "role")
