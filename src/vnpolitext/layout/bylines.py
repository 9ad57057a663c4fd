"""Metadata lines: who wrote the article, when, for whom, and how often it was read."""

import re
from typing import Final

from vnpolitext.layout.dates import (
    DATE,
    SHORT_DATE,
    TIME,
    iso,
    read_date,
    read_short_date,
    read_time,
)
from vnpolitext.layout.phrases import phrases
from vnpolitext.models import per_choice
from vnpolitext.text.patterns import lazy_pattern

_LONGEST: Final = 240
_LONGEST_LINK: Final = 2000
_GLUE: Final = lazy_pattern(r"[\s|,;:()\[\]\-/·•–*+_.]+")
_FILLER: Final = lazy_pattern(
    r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\snhật|t[2-7]|cn)(?!\w)"
    r"|(?:gmt|utc)\s?[+-]?\s?\d{0,2}(?::\d{2})?|ict\b"
    r"|(?:[^\W\d]+[ .]{1,2}){0,5}?[^\W\d]+, (?=(?:ngày|tháng)\s)"
)
_COUNT: Final = lazy_pattern(r"\d{1,3}(?:[.,]\d{3})+(?!\d)|\d{1,12}(?!\d)")
_NUMBER: Final = lazy_pattern(
    r"(?:(?:bộ luật|luật|pháp lệnh|lệnh|nghị quyết|nghị định|quyết định|thông tư)\s)?"
    r"số\s?:?\s{0,20}(?:\d{0,6}\s{0,20}[-/]\s?)?(?:[\w&]{1,15}\s?[-/]\s?){0,4}[\w&]{1,15}(?!\w)"
)
_TEXT_FIELDS: Final = frozenset({"author", "editor", "source", "url", "section"})
_LINK: Final = lazy_pattern(r"\s?((?:https?://|www\.)\S+)")
_CUT: Final = lazy_pattern(r"\s[-–|]\s|\s{3,}|[|;]")

Fields = dict[str, str | int]


def read_byline(text: str) -> Fields | None:
    """Return the fields of a line that holds metadata and nothing else, or ``None``.

    Args:
        text: One folded line or a few joined ones, case kept.

    Example:
        >>> read_byline("Thời gian đăng: 01/08/2022 11:07:54 AM - Lượt đọc: 57")
        {'published': '2022-08-01T11:07:54', 'views': 57}
        >>> read_byline("Chiều 3/11, Tỉnh ủy tổ chức hội nghị") is None
        True
    """
    if len(text) > (_LONGEST_LINK if "http" in text else _LONGEST):
        return None
    scan = _Scan(text)
    while scan.at < len(text):
        for step in _STEPS:
            if step(scan):
                break
        else:
            return None
    return scan.result()


@per_choice
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    labels = phrases().labels
    names = "|".join(re.escape(label).replace(r"\ ", r"\s") for label in labels)
    return lazy_pattern(rf"({names})(?!\w)\s?(:?)"), labels


class _Scan:
    """One pass over a line; each step takes one thing it knows at ``at`` and moves on."""

    def __init__(self, text: str) -> None:
        self.text, self.lower = text, text.lower()
        self.at = 0
        self.label = ""
        self.clock: re.Match[str] | None = None
        self.dated: str | None = None
        self.fields: Fields = {}
        self.told = False
        self.pattern, self.names = _labels()

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        if found := pattern.match(self.lower, self.at):
            self.at = found.end()
        return found

    def glue(self) -> bool:
        return self._take(_GLUE) is not None

    def filler(self) -> bool:
        return self._take(_FILLER) is not None

    def time(self) -> bool:
        found = self._take(TIME)
        self.clock = self.clock or found
        return found is not None

    def date(self) -> bool:
        """Take a date, and the time right after it; a time may also stand before it."""
        if found := self._take(DATE):
            day = read_date(found)
        elif found := self._take(SHORT_DATE):
            day = read_short_date(found)
        else:
            return False
        self.told = True
        self._take(_GLUE)
        clock = self._take(TIME) or self.clock
        value = iso(day, read_time(clock) if clock else None)
        if value and self.label in ("published", "updated"):
            self.fields.setdefault(self.label, value)
        else:
            self.dated = self.dated or value
        return True

    def named(self) -> bool:
        """Take a label; if its field holds words, take these too."""
        found = self.pattern.match(self.lower, self.at)
        field = self.names[" ".join(found[1].split())] if found else ""
        if not found or (field in _TEXT_FIELDS and not found[2]):
            return False
        self.label, self.at, self.told = field, found.end(), True
        if field == "url":
            if link := _LINK.match(self.text, self.at):
                self.fields.setdefault(field, link[1])
                self.at = link.end()
        elif field in _TEXT_FIELDS:
            stop = _CUT.search(self.text, self.at)
            end = stop.start() if stop else len(self.text)
            value = self.text[self.at : end].strip(" .,:()*")
            if value and len(value) < 120:
                self.fields.setdefault(field, " ".join(value.split()))
            self.at = end
        return True

    def number(self) -> bool:
        """Take the number of a document (*số, ký hiệu*)."""
        start = self.at
        if self._take(_NUMBER) is None:
            return False
        number = " ".join(self.text[start : self.at].split())
        if any(map(str.isdigit, number)):
            self.fields.setdefault("number", number)
        self.told = True
        return True

    def count(self) -> bool:
        """Take a number that says how often the page was read."""
        found = self._take(_COUNT)
        if not found:
            return False
        after = self.pattern.match(self.lower, self.at + (self.lower[self.at : self.at + 1] == " "))
        if self.label != "views" and not (after and self.names.get(after[1]) == "views"):
            return False
        self.fields["views"] = int(re.sub(r"[.,]", "", found[0]))
        return True

    def result(self) -> Fields | None:
        """Give a date without a label, or one of an update only, its place."""
        published = self.dated or self.fields.get("updated")
        if published is not None:
            self.fields.setdefault("published", published)
        return self.fields if self.told else None


_STEPS: Final = (
    *(_Scan.glue, _Scan.date, _Scan.time, _Scan.named, _Scan.filler, _Scan.number, _Scan.count),
)
