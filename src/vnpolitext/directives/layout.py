"""Lines, paragraphs and what plainly is no part of a list."""

import re
from functools import cached_property
from typing import Final

from vnpolitext.directives.rules import layout_rules
from vnpolitext.text import View

_TERMINAL: Final = ".;:!?…"
_CLOSERS: Final = " *_\"”'’)]"
_SOFT: Final = re.compile(r"\n[ ]*+[a-zà-ỹđ]")
_SINGLE: Final = re.compile(r"[^\n]\n[ ]*+(?=[^\n|])")
_BULLET: Final = re.compile(r"[ ]*+[-+•●▪◦·][ ]*+(?=[^\W_]|[\"“(])")
_RULE: Final = re.compile(r"[ ]*+[-_=*~.]{4,}[ ]*+$")


class Layout:
    """Answers about the lines of a view; offsets are folded."""

    def __init__(self, view: View) -> None:
        self.text = view.text
        self.lower = view.lower

    @cached_property
    def wrapped(self) -> bool:
        """Whether lines are cut at a fixed width, so that only blank lines part paragraphs."""
        sample = self.text[:200_000]
        single = len(_SINGLE.findall(sample))
        return single > 2 and len(_SOFT.findall(sample)) > single / 4

    def line_end(self, at: int) -> int:
        """Return where the line of ``at`` ends."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def paragraph_end(self, at: int, limit: int) -> int:
        """Return where the paragraph of ``at`` ends, at most ``limit``."""
        end = self.line_end(at)
        while end < limit and self._continues(end):
            end = self.line_end(end + 1)
        return min(end, limit)

    def next_paragraph(self, at: int, limit: int) -> int | None:
        """Return the start of the first non-blank line at or after ``at``, or ``None``."""
        while at < limit:
            end = min(self.line_end(at), limit)
            if self.text[at:end].strip(" *_"):
                return at
            at = end + 1
        return None

    def is_open(self, start: int, end: int) -> bool:
        """Whether the paragraph is a heading or an announcement: it does not end as a sentence."""
        body = self.text[start:end].rstrip(_CLOSERS)
        return not body or body[-1] == ":" or body[-1] not in _TERMINAL

    def is_bullet(self, start: int) -> bool:
        """Whether the line at ``start`` begins with a dash or a bullet."""
        return _BULLET.match(self.text, start) is not None

    def is_stop(self, start: int) -> bool:
        """Whether the paragraph at ``start`` cannot belong to an item."""
        rules = layout_rules()
        end = self.line_end(start)
        line = self.lower[start:end].strip(' *_"“(>')
        if line.startswith((*rules.signature, *rules.caption, *rules.closing)):
            return True
        if line.endswith(rules.image_suffixes) or self.text[start:end].lstrip().startswith(
            ("#", "[img]", "|")
        ):
            return True
        return _RULE.match(self.text, start, end) is not None

    def _continues(self, newline: int) -> bool:
        """Whether the line after ``newline`` goes on with the paragraph."""
        text = self.text
        start = newline + 1
        end = self.line_end(start)
        line = text[start:end].strip(" *_")
        if not line or line[0] in "|#>" or self.is_bullet(start):
            return False
        if line[0].islower() and not re.match(r"[a-zđ]\)", line):
            return True
        if not self.wrapped:
            return False
        return not self.is_stop(start)

    def return_point(self, start: int, end: int) -> int:
        """Return where a sentence between ``start`` and ``end`` leaves the list, or ``end``."""
        for match in _SENTENCE.finditer(self.text, start, end):
            if self.lower.startswith(layout_rules().returns, match.end()):
                return match.start() + 1
        return end


_SENTENCE: Final = re.compile(r"[.!?…][\"”)]? +(?=[^\Wa-z\d_])")
