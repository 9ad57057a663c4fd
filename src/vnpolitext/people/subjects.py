"""Whom a sentence without a name is about: the person that a pronoun (*ông*, *bà*) stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from vnpolitext.officials.records import Person
from vnpolitext.text.patterns import lazy_pattern

_PRONOUN: Final = lazy_pattern(
    r"(?<!\w)(?<!hai )(?<!ba )(?<!các )(?<!những )(?<!cả )(?P<word>ông|bà)(?!\w)"
)
_BESIDE: Final = lazy_pattern(
    r"(?<!\w)(?:với|cùng|gặp|theo|bởi|của|thay|cho|do|tin)(?: \S{1,12}){0,4} ?\Z"
)
# Whose relative somebody is (*cha ông*, *con trai bà*).
_RELATIVE: Final = lazy_pattern(
    r"(?<!\w)(?:cha|mẹ|bố|vợ|chồng|con|con trai|con gái|anh trai|chị gái|em|em trai|em gái|cháu"
    r"|thân phụ|thân mẫu)(?: của)? ?\Z"
)
_SEX: Final = {"ông": "male", "bà": "female"}
_TITLE: Final = 200
_OPENING: Final = 60
_REACH: Final = 90
_OFTEN: Final = 3
_LASTS: Final = 2


class Subjects:
    """The person that the sentences of a text are about, one after the other."""

    def __init__(self, persons: Sequence[Person]) -> None:
        """Begin with the person whom the text is a life of, if it is one."""
        self._persons = persons
        self._hero = _hero(persons)
        self._current = self._hero
        self._age = 0

    @property
    def current(self) -> int | None:
        """The person the text is about now; one in passing is soon forgotten."""
        return self._current if self._current == self._hero or self._age < _LASTS else None

    def read(self, lower: str, names: Sequence[tuple[int, int, int]], *, begins: bool) -> None:
        """Take in a sentence.

        Args:
            lower: The sentence, folded.
            names: Begin, end and person of the names in it.
            begins: Whether a paragraph begins with it.
        """
        self._age += 1
        if begins:
            self._current = self._hero
        if not names:
            return
        start, _, person = names[0]
        pronoun = _PRONOUN.search(lower, 0, start)
        if pronoun is not None and lower[pronoun.end() : start].strip():
            return
        if start <= _OPENING and not _BESIDE.search(lower[:start]):
            self._current, self._age = person, 0
        elif person != self._current:
            self._current = None

    def before(self, lower: str, at: int, names: Sequence[tuple[int, int, int]]) -> int | None:
        """Return the person whom the last pronoun before a place stands for.

        Args:
            lower: The sentence, folded.
            at: The place.
            names: Begin, end and person of the names in it.
        """
        current = self.current
        if current is None:
            return None
        begin = max(0, at - _REACH)
        found = list(_PRONOUN.finditer(lower, begin, at))
        if not found or any(found[-1].start() <= start < at for start, _, _ in names):
            return None
        if _BESIDE.search(lower[: found[-1].start()]) or ";" in lower[found[-1].end() : at]:
            return None
        if _RELATIVE.search(lower[max(0, found[-1].start() - 20) : found[-1].start()]):
            return None
        sex = self._persons[current].sex
        return current if sex in {None, _SEX[found[-1]["word"]]} else None


def _hero(persons: Sequence[Person]) -> int | None:
    """Return the person who is named first and most often."""
    counts = Counter({at: len(each.mentions) for at, each in enumerate(persons)})
    for at, times in counts.most_common(1):
        first = min(start for start, _ in persons[at].mentions)
        if times >= _OFTEN and first <= _TITLE:
            return at
    return None
