r"""Forms in which lines of words belong together: signatures, lists of records, headings.

What they read are words in a row, a break of lines as ``"\n"`` and the bar of a table as ``"|"``.
They say which lines belong together, and leave to their readers what the words mean.
"""

from vnpolitext.layout.forms.headings import (
    heads_headings,
    is_dated,
    is_listed,
    is_next,
    past_count,
    past_remark,
    read_opening,
)
from vnpolitext.layout.forms.listings import group, runs, usual
from vnpolitext.layout.forms.pieces import LINE_ENDS, MARKS, Words, cut, fills
from vnpolitext.layout.forms.signatures import delegates, is_signed, opens_line, signs_for

__all__ = [
    "LINE_ENDS",
    "MARKS",
    "Words",
    "cut",
    "delegates",
    "fills",
    "group",
    "heads_headings",
    "is_dated",
    "is_listed",
    "is_next",
    "is_signed",
    "opens_line",
    "past_count",
    "past_remark",
    "read_opening",
    "runs",
    "signs_for",
    "usual",
]
