"""Whom a sentence without a name is about: the person that a pronoun (*ông*, *bà*) stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from vnpolitext.officials.records import Person
from vnpolitext.text.patterns import lazy_pattern

_PRONOUN: Final = lazy_pattern(
    r"(?<!\w)(?<!hai )(?<!ba )(?<!các )(?<!những )(?<!cả )(?<!có )(?<!một )(?<!số )(?<!mỗi )"
    r"(?P<word>ông|bà"
    # Words of many uses count where a verb follows.
    r"|(?:anh|chị|cô|cụ|đồng chí)(?= (?:được|bị|đã|vinh dự|hy sinh|qua đời|mất|từ trần|nghỉ|giữ|làm"
    r"|trúng cử|đắc cử|trở thành|tiếp tục|cũng|lần lượt|về|còn|thôi|tham gia|công tác)(?!\w)))"
    r"(?!\w)"
)
_BESIDE: Final = lazy_pattern(
    r"(?<!\w)(?:với|cùng|gặp|theo|bởi|của|thay|cho|do|tin)(?: \S{1,12}){0,4} ?\Z"
)
# Whose relative somebody is (*cha ông*, *con trai bà*).
_RELATIVE: Final = lazy_pattern(
    r"(?<!\w)(?:cha|mẹ|bố|vợ|chồng|con|con trai|con gái|anh trai|chị gái|em|em trai|em gái|cháu"
    r"|thân phụ|thân mẫu)(?: của)? ?\Z"
)
# Who the relative is (*Con trai ông là A*).
_IS: Final = lazy_pattern(r" ?(?:,[^,]{1,30}, )?(?:tên )?là (?:ông |bà |cụ )?")
_SEX: Final = {"ông": "male", "anh": "male", "bà": "female", "chị": "female", "cô": "female"}
_TITLE: Final = 200
_SHORT: Final = 3_000
_OPENED: Final = 0.2
_OPENING: Final = 60
_REACH: Final = 90
_AHEAD: Final = 12
_OFTEN: Final = 3
_LASTS: Final = 4


class Subjects:
    """The person that the sentences of a text are about, one after the other."""

    def __init__(self, persons: Sequence[Person], length: int) -> None:
        """Begin with the person whom a text of some ``length`` is a life of, if it is one."""
        self._persons = persons
        self._hero = _hero(persons, length)
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
        if begins and self._hero is not None:
            self._current = self._hero
        if not names:
            return
        start, _, person = names[0]
        pronoun = _PRONOUN.search(lower, 0, start)
        if pronoun is not None and lower[pronoun.end() : start].strip():
            if is_relative(lower, pronoun) and _IS.fullmatch(lower, pronoun.end(), start):
                self._current, self._age = person, 0
            return
        if start <= _OPENING and not _BESIDE.search(lower[:start]):
            self._current, self._age = person, 0
        elif person != self._current:
            self._current = None

    def before(
        self, lower: str, at: int, names: Sequence[tuple[int, int, int]]
    ) -> tuple[int, int] | None:
        """Return where the last pronoun before a place ends, and the person it stands for.

        Args:
            lower: The sentence, folded.
            at: The place.
            names: Begin, end and person of the names in it.
        """
        current = self.current
        if current is None:
            return None
        begin = max(0, at - _REACH)
        ends = min(len(lower), at + _AHEAD)
        found = [each for each in _PRONOUN.finditer(lower, begin, ends) if each.end() <= at]
        if not found or any(found[-1].start() <= start < at for start, _, _ in names):
            return None
        if _BESIDE.search(lower[: found[-1].start()]) or ";" in lower[found[-1].end() : at]:
            return None
        if is_relative(lower, found[-1]):
            return None
        sex = self._persons[current].sex
        fits = sex in {None, _SEX.get(found[-1]["word"], sex)}
        return (found[-1].end(), current) if fits else None


def is_relative(lower: str, pronoun: re.Match[str]) -> bool:
    """Return whether a pronoun only says whose relative somebody is (*con trai ông*)."""
    at = pronoun.start()
    return _RELATIVE.search(lower[max(0, at - 20) : at]) is not None


def _hero(persons: Sequence[Person], length: int) -> int | None:
    """Return the person who is named first, most often, and not in the opening of a text only."""
    counts = Counter({at: len(each.mentions) for at, each in enumerate(persons)})
    for at, times in counts.most_common(1):
        starts = sorted(start for start, _ in persons[at].mentions)
        goes_on = length < _SHORT or starts[-1] > length * _OPENED
        if times >= _OFTEN and starts[0] <= _TITLE and goes_on:
            return at
    return None
