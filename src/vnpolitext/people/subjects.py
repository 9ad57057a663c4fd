"""Whom a sentence without a name is about: the person that a pronoun (*ông*, *bà*) stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from vnpolitext.officials.records import Person
from vnpolitext.people.heroes import Heroes
from vnpolitext.text.alphabet import UPPER
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
# What happened to somebody else before (*sau khi người tiền nhiệm là A qua đời, ông ...*).
_SIDE_CLAUSE: Final = lazy_pattern(
    r"(?<!\w)(?:(?:sau|trước|từ) khi|tiền nhiệm|kế nhiệm)(?!\w)[^,;]{0,40}\Z"
)
# Whose relative somebody is (*cha ông*, *con trai bà*).
_RELATIVE: Final = lazy_pattern(
    r"(?<!\w)(?:cha|mẹ|bố|vợ|chồng|con|con trai|con gái|anh trai|chị gái|em|em trai|em gái|cháu"
    r"|chú|bác|cậu|dì|thím|mợ|thân phụ|thân mẫu)(?: của)? ?\Z"
)
# Whose relative the one is who is named first (*Mẹ của bà A, bà B, ...*).
_RELATIVE_OF: Final = lazy_pattern(
    r"(?<!\w)(?:cha|mẹ|bố|vợ|chồng|con|con trai|con gái|anh trai|chị gái|em|em trai|em gái|cháu"
    r"|chú|bác|cậu|dì|thím|mợ|thân phụ|thân mẫu)(?: của)? (?:(?:ông|bà|cụ) )?\Z"
)
_NAMED_SO: Final = lazy_pattern(r" ?, (?:(?:tên )?là )?(?:(?:ông|bà|cụ) )?")
# To whom the one named does something; it is whom the sentence before is about.
_OBJECT: Final = lazy_pattern(
    r"(?<!\w)(?:cử|bầu|bổ nhiệm|phân công|chỉ định|điều|giao|mời|phong|tặng|thăng|cho|đưa"
    r"|cách chức)(?: cho)? (?:ông|bà)(?!\w)"
)
# A short name, which is found nowhere else, is none of a pronoun (*ông Trọng qua đời*).
_SHORT_NAME: Final = lazy_pattern(rf" [{UPPER}]")
# Who the relative is (*Con trai ông là A*).
_IS: Final = lazy_pattern(r" ?(?:,[^,]{1,30}, )?(?:tên )?là (?:ông |bà |cụ )?")
_SEX: Final = {"ông": "male", "anh": "male", "bà": "female", "chị": "female", "cô": "female"}
_OPENING: Final = 60
_REACH: Final = 90
_AHEAD: Final = 12
_LASTS: Final = 2


class Subjects:
    """The person that the sentences of a text are about, one after the other."""

    def __init__(self, text: str, persons: Sequence[Person]) -> None:
        """Begin with the person whom a text is a life of, if it is one."""
        self._heroes = Heroes(text, persons)
        self._hero = self._heroes.at(0)
        self._current = self._hero.person
        self._age = 0

    @property
    def current(self) -> int | None:
        """The person the text is about now; one in passing is soon forgotten."""
        lasts = self._current == self._hero.person or self._age < _LASTS
        return self._current if lasts else None

    @property
    def titled(self) -> int | None:
        """The person whose name is the title of what is told now."""
        return self._hero.person if self._hero.is_titled else None

    def read(
        self, lower: str, at: int, names: Sequence[tuple[int, int, int]], *, begins: bool
    ) -> None:
        """Take in a sentence.

        Args:
            lower: The sentence, folded.
            at: Where it begins in the text.
            names: Begin, end and person of the names in it.
            begins: Whether a paragraph begins with it.
        """
        self._age += 1
        if begins:
            self._hero = self._heroes.at(at)
            self._current = self._hero.person
        if not names:
            return
        start, _, person = names[0]
        pronoun = _PRONOUN.search(lower, 0, start)
        if pronoun is not None and lower[pronoun.end() : start].strip():
            if is_relative(lower, pronoun) and _IS.fullmatch(lower, pronoun.end(), start):
                self._current, self._age = person, 0
            return
        if _SIDE_CLAUSE.search(lower[:start]):
            return
        if self._current is not None and len(names) == 1 and _OBJECT.search(lower, names[0][1]):
            return
        if _RELATIVE_OF.search(lower[:start]):
            self._current, self._age = self._relative(lower, names), 0
            return
        if start <= _OPENING and not _BESIDE.search(lower[:start]):
            self._current, self._age = person, 0
        elif person != self._current:
            self._current = None

    @staticmethod
    def _relative(lower: str, names: Sequence[tuple[int, int, int]]) -> int | None:
        """Return the relative of the one named first, if the next name is the relative's."""
        if len(names) < 2 or not _NAMED_SO.fullmatch(lower, names[0][1], names[1][0]):
            return None
        return names[1][2]

    def is_of_other_sex(self, lower: str, span: tuple[int, int], person: int) -> bool:
        """Return whether the last pronoun of a stretch cannot stand for a person."""
        found = [each["word"] for each in _PRONOUN.finditer(lower, *span)]
        sex = self._heroes.sex(person)
        return bool(found) and sex is not None and _SEX.get(found[-1], sex) != sex

    def has_pronoun(self, lower: str, at: int) -> bool:
        """Return whether a pronoun stands somewhere before a place."""
        return _PRONOUN.search(lower, 0, at) is not None

    def is_of_relative(self, lower: str, at: int) -> bool:
        """Return whether the last pronoun before a place says whose relative is meant."""
        found = list(_PRONOUN.finditer(lower, max(0, at - _REACH), at))
        return bool(found) and is_relative(lower, found[-1])

    def before(
        self, lower: str, text: str, at: int, names: Sequence[tuple[int, int, int]]
    ) -> tuple[int, int] | None:
        """Return where the last pronoun before a place ends, and the person it stands for.

        Args:
            lower: The sentence, folded.
            text: The sentence.
            at: The place.
            names: Begin, end and person of the names in it.
        """
        current = self.current
        if current is None:
            return None
        begin = max(0, at - _REACH)
        ends = min(len(lower), at + _AHEAD)
        found = [each for each in _PRONOUN.finditer(lower, begin, ends) if each.end() <= at]
        if not found or _SHORT_NAME.match(text, found[-1].end()):
            return None
        if any(found[-1].start() <= start < at for start, _, _ in names):
            return None
        if _BESIDE.search(lower[: found[-1].start()]) or ";" in lower[found[-1].end() : at]:
            return None
        if is_relative(lower, found[-1]):
            return None
        sex = self._heroes.sex(current)
        fits = sex in {None, _SEX.get(found[-1]["word"], sex)}
        return (found[-1].end(), current) if fits else None


def is_relative(lower: str, pronoun: re.Match[str]) -> bool:
    """Return whether a pronoun only says whose relative somebody is (*con trai ông*)."""
    at = pronoun.start()
    return _RELATIVE.search(lower[max(0, at - 20) : at]) is not None
