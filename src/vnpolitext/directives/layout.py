"""Lines and paragraphs, and what plainly is no part of a list."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Final

from vnpolitext.directives.rules import layout_rules
from vnpolitext.text import View
from vnpolitext.text.alphabet import CODE_LETTERS, LOWER

_TERMINAL: Final = ".;:!?…"
_CLOSERS: Final = " *_\"”'’)]"
_SOFT: Final = re.compile(rf"\n[ ]*+[{LOWER}](?![).])")
_SINGLE: Final = re.compile(r"[^\n]\n[ ]*+(?=[^\n|])")
_BULLET: Final = re.compile(r"[ ]*+[-+•●▪◦·][ ]*+(?=[^\W_]|[\"“(\[])")
_RULE: Final = re.compile(r"[ ]*+[-_=*~.]{4,}[ ]*+$")
_MARKED: Final = re.compile(
    r"[(\"“]{0,2}(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,4}[.)/-]|[0-9]{1,3}(?:\.[0-9]{1,2}){1,4}"
    r"|[IVXLC]{1,6}[.)/-]|[a-zđA-ZĐ][.)])(?:\s|\Z)"
)
# Behind a full stop: what stands before it is no abbreviation. The stop comes first in a pattern,
# because one that begins with a set is searched faster than one that begins with a look behind.
NOT_ABBREVIATED: Final = (
    rf"(?<!\b[{CODE_LETTERS}]\.)(?<!TP\.)(?<!TX\.)(?<!TT\.)(?<!TS\.)(?<!GS\.)(?<!Tp\.)"
)
SENTENCE_END: Final = re.compile(rf"[.!?…]{NOT_ABBREVIATED}[\"”)]? +(?=[^\W{LOWER}\d_])")
_BAR: Final = re.compile(r"\n[ ]*+\|[| ]*+(?=\n|\Z)")
_NUMBERED: Final = (
    r"(?![\W_]{0,6}(?:[0-9]{1,3}[.)/-]|[IVXLC]{1,6}[.)/-]|[A-Za-zĐđ][.)]"
    r"|(?i:điều|chương|mục|phần|một là|thứ nhất)[ \n]))"
)
# A line that is wholly bold, or a Markdown heading: on the text as it was read.
_BOLD: Final = re.compile(
    r"\n[ ]*+\*{2,3}"
    + _NUMBERED
    + r"[^*\n]{2,200}(?:\n[^*\n]{1,200}){0,3}\*{2,3}[ :]*+(?=\r?\n|\Z)"
)
_HASH: Final = re.compile(r"\n#{1,6} " + _NUMBERED)
_CREDIT: Final = re.compile(r"(?:^|\W)(?:ảnh|nguồn ảnh|video) ?: ?[^.:;]{1,40}$")
_EDGE: Final = 96
_LONGEST_WRAP: Final = 40
_NEAR: Final = 24


class Layout:
    """Answers about the lines of a view; offsets are folded."""

    def __init__(self, view: View) -> None:
        """Read the lines of ``view``."""
        self.view = view
        self.text = view.text
        self.lower = view.lower
        self._tables: dict[int, bool] = {}

    @cached_property
    def _starts(self) -> array[int]:
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        return array("q", accumulate(lengths, initial=0))

    @cached_property
    def has_bold(self) -> bool:
        """Whether the text has bold marks at all."""
        return "**" in self.view.source

    @cached_property
    def wrapped(self) -> bool:
        """Whether lines are cut at a fixed width, so that only blank lines part paragraphs."""
        sample = self.text[:200_000]
        single = len(_SINGLE.findall(sample))
        return single > 2 and len(_SOFT.findall(sample)) > single / 4

    @cached_property
    def headings(self) -> array[int]:
        """Where unnumbered headings begin: Markdown headings and lines wholly in bold."""
        source = self.view.source
        found = [m.start() + 1 for m in _HASH.finditer(source)]
        if self.has_bold:
            found += [m.start() + 1 for m in _BOLD.finditer(source)]
        return array("q", sorted(self.view.locate(at) for at in found))

    @cached_property
    def _bars(self) -> array[int]:
        return array("q", (m.start() + 1 for m in _BAR.finditer("\n" + self.text)))

    def line_start(self, at: int) -> int:
        """Return where the line of ``at`` begins."""
        return self._starts[bisect_right(self._starts, at) - 1]

    def line_end(self, at: int) -> int:
        """Return where the line of ``at`` ends."""
        line = bisect_right(self._starts, at)
        return min(self._starts[line] - 1 if line < len(self._starts) else at, len(self.text))

    def is_apart(self, start: int, end: int) -> bool:
        """Whether a paragraph ends between ``start`` and ``end``."""
        return self.paragraph_end(start, end) < end

    def has_heading(self, start: int, end: int) -> bool:
        """Whether an unnumbered heading begins in ``start`` to ``end``."""
        at = bisect_left(self.headings, start)
        return at < len(self.headings) and self.headings[at] < end

    def is_table(self, at: int) -> bool:
        """Whether ``at`` stands in a table: a row with bars, or a cell between lines of bars."""
        line = bisect_right(self._starts, at) - 1
        if line not in self._tables:
            self._tables[line] = self._in_table(self._starts[line], self.line_end(at))
        return self._tables[line]

    def _in_table(self, start: int, end: int) -> bool:
        if self.text.find("|", start, end) >= 0:
            rest = self.lower[start:end] if end - start < 400 else ""
            chrome = next((c for c in layout_rules().chrome if rest.lstrip().startswith(c)), "")
            if self.text.find("|", start + len(chrome), end) >= 0:
                return True
        bars = self._bars
        after = bisect_left(bars, start + 1)
        if after == 0 or after == len(bars):
            return False
        opening = self.line_end(bars[after - 1]) + 1
        return opening < start + 1 and self.line_end(opening) > opening

    def paragraph_end(self, at: int, limit: int) -> int:
        """Return where the paragraph of ``at`` ends, at most ``limit``."""
        end = self.line_end(at)
        while end < limit and self._continues(end):
            end = self.line_end(end + 1)
        return min(end, limit)

    def paragraph_start(self, at: int) -> int:
        """Return where the paragraph of the line that starts at ``at`` begins."""
        line = bisect_right(self._starts, at) - 1
        for _ in range(_LONGEST_WRAP):
            if line == 0 or not self._continues(self._starts[line] - 1):
                break
            before = self._starts[line - 1]
            if not self._edges(before, self._starts[line] - 1).strip(" *_"):
                break
            line -= 1
        return self._starts[line]

    def next_paragraph(self, at: int, limit: int) -> int | None:
        """Return the start of the first non-blank line at or after ``at``, or ``None``."""
        while at < limit:
            end = min(self.line_end(at), limit)
            if self._edges(at, end).strip(" *_"):
                return at
            at = end + 1
        return None

    def previous_paragraph(self, at: int) -> tuple[int, int] | None:
        """Return the last non-blank line before the line that starts at ``at``."""
        line = bisect_right(self._starts, at) - 2
        for index in range(line, max(line - 8, -1), -1):
            start, end = self._starts[index], self._starts[index + 1] - 1
            if self._edges(start, end).strip(" *_"):
                return start, end
        return None

    def is_open(self, start: int, end: int) -> bool:
        """Whether the paragraph is a heading or an announcement: it does not end as a sentence."""
        body = self.text[max(start, end - _EDGE) : end].rstrip(_CLOSERS)
        return not body or body[-1] == ":" or body[-1] not in _TERMINAL

    def announces(self, start: int, end: int) -> bool:
        """Whether the paragraph ends with a colon."""
        return self.text[max(start, end - _EDGE) : end].rstrip(_CLOSERS).endswith(":")

    def is_ellipsis(self, start: int, end: int) -> bool:
        """Whether the line only says that something was left out."""
        return end - start < 20 and not self.text[start:end].strip(' .…[]()*_"“”')

    def is_strong(self, start: int, end: int) -> bool:
        """Whether the paragraph is a heading by its looks: in capitals, in bold or of Markdown."""
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
        """Whether the line is a row of dashes, dots or stars."""
        return end - start < 400 and _RULE.match(self.text, start, end) is not None

    def is_stop(self, start: int) -> bool:
        """Whether the paragraph at ``start`` cannot belong to an item."""
        rules = layout_rules()
        end = self.line_end(start)
        line = self.lower[start : min(end, start + _EDGE)].strip(' *_"“(>')
        if line.startswith((*rules.signature, *rules.caption, *rules.closing)):
            return True
        tail = self.lower[max(start, end - _EDGE) : end].rstrip(' *_.)”"')
        if tail.endswith((*rules.image_suffixes, *rules.caption_ends)) or _CREDIT.search(tail):
            return True
        if self.text.startswith(("#", "["), start) or self.has_heading(start, end + 1):
            return True
        return self.is_rule(start, end) or self.is_ellipsis(start, end)

    def goes_on(self, start: int) -> bool:
        """Whether the paragraph at ``start`` adds a case to the clause above it."""
        return self.lower.startswith(layout_rules().continuing, start)

    def return_point(self, start: int, end: int, usual: int) -> int:
        """Return where the text between ``start`` and ``end`` leaves the list.

        That is before a sentence which plainly returns to the general text; where none does and
        the text is longer than ``usual``, behind its first sentence; else at ``end``.
        """
        first = end
        for match in SENTENCE_END.finditer(self.text, start, end):
            first = min(first, match.start() + 1)
            if self.lower.startswith(layout_rules().returns, match.end()):
                return match.start() + 1
        return first if end - start > usual else end

    def _edges(self, start: int, end: int) -> str:
        """The beginning of a line, enough to see whether it is blank."""
        head = self.text[start : min(end, start + _EDGE)]
        return head if head.strip(" *_") or end - start <= _EDGE else self.text[start:end]

    def _continues(self, newline: int) -> bool:
        """Whether the line after ``newline`` goes on with the paragraph."""
        start = newline + 1
        end = self.line_end(start)
        line = self._edges(start, end).strip(" *_")
        if not line or line[0] in "|#>" or self.is_bullet(start) or _MARKED.match(line):
            return False
        return line[0].islower() or (self.wrapped and not self.is_stop(start))
