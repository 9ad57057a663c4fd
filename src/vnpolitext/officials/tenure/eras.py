"""Which parts of a text tell of a time long past, by the years they name."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import islice
from typing import Final

from vnpolitext.officials.tenure.categories import find_categories
from vnpolitext.officials.tenure.numbered import EARLIEST, latest_year
from vnpolitext.text.lines import LONGEST_LINE, line_around, line_start
from vnpolitext.text.patterns import lazy_pattern, whole_words

# Numbers of our time are years by themselves, earlier ones after *năm* or a bracket.
_YEAR: Final = lazy_pattern(
    r"[12](?<![\d.,][12])(?:(?<=1)9\d\d|(?<=2)0[0-4]\d|(?:(?<=năm 1)|(?<=\(1))[0-8]\d\d)"
    r"(?!\d|[.,]\d)"
)
# A digit first, so that the engine passes over all other characters.
_PLAIN_YEAR: Final = lazy_pattern(r"[12](?<!\d[12])(?:(?<=1)9\d\d|(?<=2)0[0-4]\d)(?!\d)")
_HEADING: Final = lazy_pattern(r"(?m)^(?:#{1,6}|={2,6}) ")
# Births are before the time told of, also in the cell behind a name; notes name when a page was
# looked at or a work was printed.
_NOTE: Final = lazy_pattern(
    r"s(?<!\w.)inh (?:ngày|năm|tháng|khoảng)?[^\n,;)|]{0,40}"
    r"|\|[^|\d\n]{3,40}\| *(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d *(?=\|)"
    r"|\*\*\^[^\n]*|\^[^\n]*|truy cập[^\n]*|lưu trữ[^\n]*|n(?:hà xuất bản|xb)[^\n]*|isbn[^\n]*"
    r"|https?:[^\n]*|\[\d{1,3}\]"
)
# What is told of today, and columns whose years are not those of the offices beside them.
_DAY: Final = r" \d{1,2}[/-]\d{1,2}(?![/-]?\d)"
_STILL_WORDS: Final = (
    *("hiện nay", "hiện tại", "hiện là", "đương nhiệm", "đương chức", "đến nay"),
    *("hôm nay", "sáng nay", "chiều nay", "tối nay", "năm nay", "hôm qua", "vừa qua"),
    *(f"{word}{_DAY}" for word in ("hôm", "ngày", "sáng", "trưa", "chiều", "tối")),
    *("- nay", "năm sinh", "ngày(?:,? ?tháng,? ?năm)? sinh"),
)
_STILL: Final = lazy_pattern(whole_words(_STILL_WORDS) + r"(?!\w)")
_MARKS: Final = lazy_pattern(r"#{1,6}|={2,6}")
# Headings over lists of those who held an office one after the other.
_PAST_HEADING: Final = lazy_pattern(
    r"(?:qua|trong|của) (?:các )?thời k[ỳì]|các thời k[ỳì]|các đời|tiền nhiệm|các nguyên"
    r"|cựu lãnh đạo"
)
_NOW: Final = lazy_pattern(
    whole_words(("nay", "đương nhiệm", "đương chức", "hiện tại")) + r"(?!\w)"
)
# A section of so many periods that are over by then tells of no office that is held.
_OFTEN: Final = 3
# A text about one term of a body that was over by then (*Quốc hội khóa II (1960-1964) là ...*).
_OPENING: Final = 1_000
_TERM_OF: Final = lazy_pattern(
    r"(?m)^[#*= ]{0,6}(?:quốc hội|chính phủ|nội các|hội đồng|ban chấp hành|ủy ban)[^\n(|]{0,60}"
    r"\((?:nhiệm k[ỳì] )?1[89]\d\d ?- ?1[89]\d\d\)[*_]{0,3},? là (?!của)"
)
_PERIOD: Final = lazy_pattern(r"\d(?<!\d\d)\d{3} ?- ?(?:\d{1,2}/){0,2}\d{4}(?!\d)")
_LONG: Final = 25


class Eras:
    """The years of the sections of one text."""

    def __init__(self, lower: str) -> None:
        """Prepare for a folded text in lower case; it is read when first asked for."""
        self.lower = lower
        self._told: dict[int, bool | None] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.start() for match in _HEADING.finditer(self.lower))]

    @cached_property
    def newest(self) -> int:
        """The latest year that the text names, but for those of plans (*tầm nhìn 2045*)."""
        return min(self.last_named, latest_year())

    @cached_property
    def last_named(self) -> int:
        """The latest year that the text names, that of a plan too."""
        return max(map(int, _PLAIN_YEAR.findall(self.lower)), default=0)

    @cached_property
    def _are_headed_past(self) -> list[bool]:
        """Whether the headings over each section say that it tells of those who were before."""
        found: list[bool] = []
        over: list[tuple[int, bool]] = []
        for start in self._starts:
            heading = _MARKS.match(self.lower, start)
            depth = len(heading[0]) if heading is not None else 0
            while over and over[-1][0] >= depth:
                over.pop()
            past = any(each for _, each in over)
            if heading is not None and not past:
                end = self.lower.find("\n", start)
                end = len(self.lower) if end < 0 else end
                past = _PAST_HEADING.search(self.lower, start, end) is not None
            over.append((depth, past and depth > 0))
            found.append(past)
        return found

    def _tells_past(self, section: int) -> bool:
        """Return whether the years of a section, or the headings over it, are of before.

        In a text that names no later time, a section without years is of that of the one over it.
        """
        if self._are_headed_past[section]:
            return True
        at: int | None = section
        while at is not None:
            known = self._of_years(at)
            if known is None and self._is_of_past_term:
                return True
            if known is not None or self.newest > EARLIEST - _LONG:
                return known is True
            at = self._parents[at]
        return False

    @cached_property
    def _is_of_past_term(self) -> bool:
        """Whether the text opens with a body of one term that ended long ago."""
        return _TERM_OF.search(self.lower, 0, _OPENING) is not None

    def _of_years(self, section: int) -> bool | None:
        if section not in self._told:
            after = self._starts[section + 1 : section + 2]
            part = self.lower[self._starts[section] : after[0] if after else len(self.lower)]
            self._told[section] = _is_past(part, self.newest)
        return self._told[section]

    @cached_property
    def _parents(self) -> list[int | None]:
        """The section over each, by the marks of their headings."""
        found: list[int | None] = []
        over: list[tuple[int, int]] = []
        for number, start in enumerate(self._starts):
            marks = _MARKS.match(self.lower, start)
            depth = len(marks[0]) if marks is not None else 0
            while over and over[-1][0] >= depth:
                over.pop()
            found.append(over[-1][1] if over else None)
            over.append((depth, number))
        return found

    @cached_property
    def _categories(self) -> tuple[int, int]:
        return find_categories(self.lower) or (-1, -1)

    def is_past(self, at: int, office: int) -> bool:
        """Return whether the section of ``at`` names years, all of them long ago.

        So does one that lists those who held an office before, but for who holds it now.

        Args:
            at: Where the holder is named.
            office: Where the office stands, which may head a list of its holders.
        """
        first, last = self._categories
        if first <= office < last:
            return True
        past = self._tells_past(bisect_right(self._starts, at) - 1)
        if not past and (office >= at or not self._lists(office, at)):
            return False
        return _NOW.search(self.lower, *line_around(self.lower, at)) is None

    def _lists(self, office: int, at: int) -> bool:
        """Return whether the line of an office says that those below it held it in turn."""
        end = self.lower.find("\n", office, min(at, office + LONGEST_LINE))
        start = line_start(self.lower, office)
        return end >= 0 and _PAST_HEADING.search(self.lower, start, end) is not None


def _is_past(part: str, newest: int) -> bool | None:
    """Return whether a part of a text names years of long ago only, but in its notes.

    Returns:
        ``None`` where it names none, and nothing else that is of today.
    """
    limit = max(newest, EARLIEST) - _LONG
    if _STILL.search(part) is not None:
        return False
    if _YEAR.search(part) is None:
        return None
    years = [int(year) for year in _YEAR.findall(_NOTE.sub(" ", part))]
    last = max(years, default=0)
    closed = last <= EARLIEST and sum(1 for _ in islice(_PERIOD.finditer(part), _OFTEN)) == _OFTEN
    return last > 0 and (last <= limit or closed)
