"""Offices named with their body that tell the body of one named beside them without."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from vnpolitext.officials.meaning.understand import Meaning, understand
from vnpolitext.officials.phrases import Element, Office
from vnpolitext.officials.words.grammar import is_of_members
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import Entry, bodies

_FAR: Final = 3_000
# Work that several people of one body do, beside the offices of its members.
_SHARED: Final = ("chuyên viên", "cán bộ", "thư ký", "thủ lĩnh")
_NEAR: Final = 800
# Offices of one body only, whose deputies have a word of their own or the same one.
_SINGULAR: Final = frozenset({"bộ trưởng", "thống đốc"})
_CHIEF_OF: Final = {
    "thứ trưởng": "bộ trưởng",
    "thủ trưởng": "",
    "ủy viên chính thức": "ủy viên",
    "ủy viên dự khuyết": "ủy viên",
}
_BOARDS: Final = lazy_pattern(
    r"(?i)^(?:hội đồng (?:quản trị|thành viên)|ban (?:điều hành|kiểm soát)) (?:của )?"
)

_HELD: Final = (" thường trực", " chuyên trách", " kiêm nhiệm", " thứ nhất")
_STOP: Final = lazy_pattern(r"[.!?;](?=\s)|\n")
_PARTED: Final = lazy_pattern(r"\n\s*\n")


# The words of a body by their places in a phrase.
_Parts = tuple[tuple[int, int, Entry | None], ...]


_Told = tuple[int, Meaning]
"""Where an office stands, and what it says."""


@dataclass(frozen=True, slots=True)
class Companion:
    """An office named with its body, beside one without.

    Attributes:
        meaning: What it says.
        is_of_another: Whether somebody else holds this very office. A body has one head, so the
            office without a body is that of another one, which nothing around it tells.
    """

    meaning: Meaning
    is_of_another: bool


@dataclass(frozen=True, slots=True)
class _Named:
    at: int
    tokens: Tokens
    office: Office


class Companions:
    """The offices that a text names with a body, those of nobody among them."""

    def __init__(self, text: str) -> None:
        """Begin without offices of a folded text."""
        self._text = text
        self._named: list[_Named] = []
        self._known: dict[tuple[str, int, _Parts], Meaning] = {}
        self._holders: dict[int, int] = {}
        self._unique: dict[str, _Told | None] = {}
        self._read: dict[int, _Told | None] = {}

    def note(self, tokens: Tokens, elements: Iterable[Element]) -> None:
        """Keep the offices among the elements of a part of the text, in text order."""
        self._named += [
            _Named(tokens.starts[each.first], tokens, each)
            for each in elements
            if isinstance(each, Office) and each.parts
        ]

    def hold(self, at: int, holder: int) -> None:
        """Note that the office at ``at`` is held by the person with the number ``holder``."""
        self._holders[at] = holder

    def of(self, title: str, branch: str, at: int) -> Companion | None:
        """Return the office that tells the body of one named at ``at`` without.

        Args:
            title: The office without a body.
            branch: Its branch, as far as it tells one.
            at: Index in the folded text.
        """
        found = self._nearest(title, branch, at)
        if found is None:
            return None
        return Companion(found[1], self._is_of_another(found, title, at))

    def _is_of_another(self, found: _Told, title: str, at: int) -> bool:
        """Return whether somebody else holds the same office, which a body has once."""
        lower = title.lower()
        if chief_of(title) != lower or is_of_members(title) or lower.startswith(_SHARED):
            return False
        holder = self._holders.get(at)
        return found[1].title.lower() == lower and self._holders.get(found[0], holder) != holder

    def _nearest(self, title: str, branch: str, at: int) -> _Told | None:
        """Return the office that tells the body of ``title`` at ``at``, and where it stands."""
        chief = chief_of(title)
        if not chief:
            return None
        if chief in _SINGULAR:
            found = self._among(max(0, at - _FAR), at, chief)
            if found:
                return found[-1]
            return self._only(chief)
        start = self._paragraph(at)
        found = self._among(start, at, chief)
        if branch == "enterprise":
            start = max(start, *(match.end() for match in _STOP.finditer(self._text, start, at)), 0)
            found = [each for each in self._meanings(start, at) if each[1].branch == branch]
        bodies = {(each[1].organization or "").lower() for each in found}
        return found[-1] if len(bodies) == 1 else None

    def _only(self, chief: str) -> _Told | None:
        """Return the office of a chief where the whole text names it with one body only."""
        if chief not in self._unique:
            among = self._among(0, len(self._text), chief)
            every = {each[1].organization: each for each in among}
            self._unique[chief] = next(iter(every.values())) if len(every) == 1 else None
        return self._unique[chief]

    def _among(self, start: int, end: int, chief: str) -> list[_Told]:
        found = self._meanings(start, end)
        return [each for each in found if chief_of(each[1].title) == chief]

    def _meanings(self, start: int, end: int) -> list[_Told]:
        """Return what the offices between two places say, those that name a body."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        found = map(self._told, range(first, last))
        return [each for each in found if each is not None]

    @cached_property
    def _starts(self) -> list[int]:
        return [each.at for each in self._named]

    def _told(self, index: int) -> _Told | None:
        """Return where an office stands and what it says; ``None`` if it names no body."""
        if index not in self._read:
            named = self._named[index]
            meaning = self.meaning(named.tokens, named.office)
            self._read[index] = (named.at, meaning) if _names_body(meaning) else None
        return self._read[index]

    def meaning(self, tokens: Tokens, office: Office) -> Meaning:
        """Return what an office phrase says, understood once for all places where it stands."""
        first = office.first
        phrase = self._text[tokens.starts[first] : tokens.ends[office.last - 1]]
        parts = tuple((start - first, end - first, entry) for start, end, entry in office.parts)
        key = (phrase, office.size, parts)
        if key not in self._known:
            self._known[key] = understand(tokens, office, self._text)
        return self._known[key]

    def _paragraph(self, at: int) -> int:
        """Return where the paragraph of ``at`` begins: lines that follow upon each other."""
        floor = max(0, at - _NEAR)
        ends = [match.end() for match in _PARTED.finditer(self._text, floor, at)]
        return ends[-1] if ends else floor


def _names_body(meaning: Meaning) -> bool:
    """Return whether an office is of a body with a name, not of a kind of body (*công ty*)."""
    words = (meaning.organization or "").lower().split()
    if len(words) < 2 or meaning.is_foreign:
        return False
    kind = bodies().match(words, 0)
    return kind is None or kind[0] < len(words) or kind[1].role != "noun"


def firm_of(organization: str) -> str:
    """Return the firm that a board is of.

    >>> firm_of("Hội đồng quản trị Công ty Cổ phần Sông Mã")
    'Công ty Cổ phần Sông Mã'
    """
    return _BOARDS.sub("", organization)


def chief_of(title: str) -> str:
    """Return the office that one and its deputies are of, in lower case.

    >>> chief_of("Phó Chủ tịch Thường trực")
    'chủ tịch'
    """
    lower = title.lower()
    for held in _HELD:
        lower = lower.removesuffix(held)
    lower = lower.removeprefix("quyền ").removeprefix("phó ")
    return _CHIEF_OF.get(lower, lower)
