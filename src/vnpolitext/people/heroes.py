"""Whose life a text or a section of it tells: by its title, a heading, or how often it is named."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from vnpolitext.officials.records import Person
from vnpolitext.text.patterns import lazy_pattern

_HEADING: Final = lazy_pattern(r"(?:\A|\n)(?P<mark>#{1,6}) (?P<words>[^\n]{1,120})")
_ASIDE: Final = lazy_pattern(r"\([^()\n]{0,60}\)|\[[^\[\]\n]{0,40}\]|[*_|:]")
_HE: Final = lazy_pattern(r"(?<!\w)[Ôô]ng(?!\w)")
_SHE: Final = lazy_pattern(r"(?<!\w)[Bb]à(?!\w)")
_CLEARLY: Final = 4
_TITLE: Final = 200
_SHORT: Final = 3_000
_OPENED: Final = 0.2
_OFTEN: Final = 3


@dataclass(frozen=True, slots=True)
class Hero:
    """Whom a stretch of a text is about.

    Attributes:
        person: Index of the person, ``None`` where it is about nobody.
        is_titled: Whether the title or a heading is the name, so that the stretch is the life.
    """

    person: int | None = None
    is_titled: bool = False


class Heroes:
    """The persons whom a text and its sections are about."""

    def __init__(self, text: str, persons: Sequence[Person]) -> None:
        """Read the title and the headings of a text."""
        self._text = text
        self._sexes: dict[int, str | None] = {}
        self._persons = persons
        self._starts: list[int] = []
        self._heroes: list[Hero] = []
        named = {start: (end, at) for at, p in enumerate(persons) for start, end in p.mentions}
        above: list[tuple[int, Hero]] = [(0, _most_named(persons, len(text)))]
        for start, level, hero in _headings(text, named):
            while len(above) > 1 and above[-1][0] >= level:
                above.pop()
            if hero is not None:
                above.append((level, hero))
            self._starts.append(start)
            self._heroes.append(above[-1][1])

    def at(self, place: int) -> Hero:
        """Return whom the text is about at a place."""
        found = bisect_right(self._starts, place) - 1
        return self._heroes[found] if found >= 0 else _most_named(self._persons, len(self._text))

    def sex(self, person: int) -> str | None:
        """Return the sex of a person, by the pronouns of the text where nothing else tells it."""
        known = self._persons[person].sex
        if known is not None:
            return known
        if person not in self._sexes:
            he = sum(1 for _ in _HE.finditer(self._text))
            she = sum(1 for _ in _SHE.finditer(self._text))
            told = "male" if he >= _CLEARLY * max(1, she) else None
            self._sexes[person] = "female" if she >= _CLEARLY * max(1, he) else told
        return self._sexes[person]


def _headings(
    text: str, named: dict[int, tuple[int, int]]
) -> Iterator[tuple[int, int, Hero | None]]:
    """Yield where a heading stands, its level, and whom its section is about if it is a name."""
    for found in _HEADING.finditer(text):
        first, last = found.span("words")
        hero = None
        for start in range(first, min(last, first + 4)):
            if start in named:
                end, person = named[start]
                rest = _ASIDE.sub("", text[first:start] + text[end:last])
                hero = None if rest.strip() else Hero(person, is_titled=True)
                break
        yield found.start("mark"), len(found["mark"]), hero


def _most_named(persons: Sequence[Person], length: int) -> Hero:
    """Return the person who is named first, most often, and not in the opening of a text only."""
    counts = Counter({at: len(each.mentions) for at, each in enumerate(persons)})
    for at, times in counts.most_common(1):
        starts = sorted(start for start, _ in persons[at].mentions)
        goes_on = length < _SHORT or starts[-1] > length * _OPENED
        if times >= _OFTEN and starts[0] <= _TITLE and goes_on:
            return Hero(at)
    return Hero()
