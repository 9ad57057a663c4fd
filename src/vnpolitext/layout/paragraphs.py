"""The paragraphs of a page, walked from any place in it."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final

from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

_TERMINAL: Final = ".;:!?…"
_CLOSERS: Final = " *_\"”'’)]"
_BULLET: Final = lazy_pattern(r"[ ]*+[-+•●▪◦·][ ]*+(?=[^\W_]|[\"“(\[])")
_RULE: Final = lazy_pattern(r"[ ]*+[-_=*~.]{4,}[ ]*+$")
_NUMBERED: Final = (
    r"(?![\W_]{0,6}(?:[0-9]{1,3}[.)/-]|[IVXLC]{1,6}[.)/-]|[A-Za-zĐđ][.)]"
    r"|(?i:điều|chương|mục|phần|một là|thứ nhất)[ \n]))"
)
# A line that is wholly bold, or a Markdown heading: on the text as it was read.
_BOLD: Final = lazy_pattern(
    r"\n[ ]*+\*{2,3}"
    + _NUMBERED
    + r"[^*\n]{2,200}(?:\n[^*\n]{1,200}){0,3}\*{2,3}[ :]*+(?=\r?\n|\Z)"
)
_HASH: Final = lazy_pattern(r"\n#{1,6} " + _NUMBERED)
_EDGE: Final = 96
_LONGEST_WRAP: Final = 40
_NEAR: Final = 24


class Paragraphs:
    """The lines of a page and the paragraphs that they make; offsets are folded."""

    def __init__(self, view: View, wraps: Sequence[int]) -> None:
        """Read the lines of ``view``, of which those that end at ``wraps`` go on."""
        self.view = view
        self.text = view.text
        self._wraps = frozenset(wraps)

    @cached_property
    def _starts(self) -> array[int]:
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        return array("q", accumulate(lengths, initial=0))

    @cached_property
    def _stops(self) -> array[int]:
        """Where paragraphs end: at the end of the text, and of each line that is not wrapped."""
        ends = (start - 1 for start in self._starts[1:])
        return array("q", (end for end in ends if end not in self._wraps or end == len(self.text)))

    @cached_property
    def headings(self) -> array[int]:
        """Where unnumbered headings begin: Markdown headings and lines wholly in bold."""
        source = self.view.source
        found = [m.start() + 1 for m in _HASH.finditer(source)]
        if "**" in source:
            found += [m.start() + 1 for m in _BOLD.finditer(source)]
        return array("q", sorted(self.view.locate(at) for at in found))

    def line_start(self, at: int) -> int:
        """Return where the line of ``at`` begins."""
        return self._starts[bisect_right(self._starts, at) - 1]

    def line_end(self, at: int) -> int:
        """Return where the line of ``at`` ends."""
        line = bisect_right(self._starts, at)
        return min(self._starts[line] - 1 if line < len(self._starts) else at, len(self.text))

    def is_apart(self, start: int, end: int) -> bool:
        """Whether a paragraph ends between ``start`` and ``end``."""
        return self.end(start, end) < end

    def has_heading(self, start: int, end: int) -> bool:
        """Whether an unnumbered heading begins in ``start`` to ``end``."""
        at = bisect_left(self.headings, start)
        return at < len(self.headings) and self.headings[at] < end

    def end(self, at: int, limit: int) -> int:
        """Return where the paragraph of ``at`` ends, at most ``limit``."""
        end = self.line_end(at)
        if end < limit and end in self._wraps:
            end = self._stops[bisect_left(self._stops, end)]
        return min(end, limit)

    def start(self, at: int) -> int:
        """Return where the paragraph of the line that starts at ``at`` begins."""
        line = bisect_right(self._starts, at) - 1
        for _ in range(_LONGEST_WRAP):
            if line == 0 or self._starts[line] - 1 not in self._wraps:
                break
            line -= 1
        return self._starts[line]

    def following(self, at: int, limit: int) -> int | None:
        """Return the start of the first non-blank line at or after ``at``, or ``None``."""
        while at < limit:
            end = min(self.line_end(at), limit)
            if not self._is_blank(at, end):
                return at
            at = end + 1
        return None

    def above(self, at: int) -> tuple[int, int] | None:
        """Return the last non-blank line before the line that starts at ``at``."""
        line = bisect_right(self._starts, at) - 2
        for index in range(line, max(line - 8, -1), -1):
            start, end = self._starts[index], self._starts[index + 1] - 1
            if not self._is_blank(start, end):
                return start, end
        return None

    def is_open(self, start: int, end: int) -> bool:
        """Whether a paragraph is a heading or an announcement: it does not end as a sentence."""
        body = self.text[max(start, end - _EDGE) : end].rstrip(_CLOSERS)
        return not body or body[-1] == ":" or body[-1] not in _TERMINAL

    def announces(self, start: int, end: int) -> bool:
        """Whether a paragraph ends with a colon."""
        return self.text[max(start, end - _EDGE) : end].rstrip(_CLOSERS).endswith(":")

    def is_ellipsis(self, start: int, end: int) -> bool:
        """Whether a line only says that something was left out."""
        return end - start < 20 and not self.text[start:end].strip(' .…[]()*_"“”')

    def is_strong(self, start: int, end: int) -> bool:
        """Whether a paragraph is a heading by its looks: in capitals, in bold or of Markdown."""
        if self.text[start:end].isupper():
            return True
        first, last = self.view.span(start, max(end, start + 1))
        source = self.view.source
        before = source[max(0, first - _NEAR) : first].rpartition("\n")[2]
        return "#" in before or ("**" in before and source.startswith("**", last))

    def is_bullet(self, start: int) -> bool:
        """Whether the line at ``start`` begins with a dash or a bullet."""
        return _BULLET.match(self.text, start) is not None

    def is_rule(self, start: int, end: int) -> bool:
        """Whether a line is a row of dashes, dots or stars."""
        return end - start < 400 and _RULE.match(self.text, start, end) is not None

    def _is_blank(self, start: int, end: int) -> bool:
        head = self.text[start : min(end, start + _EDGE)]
        return not (head.strip(" *_") or self.text[start:end].strip(" *_"))
