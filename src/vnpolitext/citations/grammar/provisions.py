"""The part of a document that is cited: *điểm a khoản 2 Điều 5*, before or after its name."""

import re
from typing import Final

from vnpolitext.citations.grammar.rules import MAYBE_SPACE, SPACE
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.view import single_spaced

_REACH: Final = 240
_LABEL: Final = r"(?:[\dIVXL]+[a-zđ]{0,2}|[a-zđ])(?!\w)(?:\.\d+)*"
_AND: Final = (
    rf"(?:{MAYBE_SPACE}[,-]{MAYBE_SPACE}(?:và{SPACE})?|{SPACE}(?:và|hoặc|đến|tới){SPACE})"
    rf"(?:(?:từ|hết){SPACE})?"
)
_PART: Final = (
    rf"(?:phần{SPACE}thứ{SPACE}[^\W\d]{{2,4}}"
    rf"|(?:điểm|khoản|điều{SPACE}khoản|điều|chương|mục|tiểu{SPACE}mục|tiết|phần|phụ{SPACE}lục){SPACE}"
    rf"(?:từ{SPACE})?{_LABEL}(?:{_AND}{_LABEL}){{0,24}})"
)
_JOINT: Final = (
    rf"(?:{MAYBE_SPACE}[,;-]{MAYBE_SPACE}|{SPACE})(?:(?:và|hoặc|đến|tới|hay|thuộc|của){SPACE})?"
    rf"(?:(?:từ|hết){SPACE})?(?:các{SPACE})?"
)
_PARTS: Final = rf"{_PART}(?:{_JOINT}{_PART}){{0,12}}"
_BEFORE: Final = lazy_pattern(
    rf"(?<!\w){_PARTS}"
    rf"(?=,?(?:{SPACE}(?:của|trong|tại|thuộc|(?:(?:của|tại){SPACE})?dự{SPACE}thảo|(?:ban{SPACE}hành{SPACE})?kèm{SPACE}theo))?{SPACE}$)",
    re.IGNORECASE,
)
# The word before the document: a label, or what joins the part to it.
_LAST: Final = lazy_pattern(
    r"(?:^|[^\w.])(?:(?:[\dIVXL]{1,9}[a-zđ]{0,2}|[a-zđ])(?:\.\d+)*|của|trong|tại|thuộc|thảo|theo),?$",
    re.IGNORECASE,
)
_HINTS: Final = ("iều", "hoản", "iểm", "hương", "ục ", "hần ", "iết ", "IỀU", "HOẢN")
_BRACKETED: Final = lazy_pattern(
    rf"{MAYBE_SPACE}\((?:(?:từ|tại|các|những){SPACE}){{0,2}}({_PARTS})\)", re.IGNORECASE
)
# "... Luật Nhà ở tại khoản 2 Điều 5 quy định", not "... tại Điều 5 Nghị định số 1" nor "của".
_BEHIND: Final = lazy_pattern(
    rf"(?:{MAYBE_SPACE},)?{SPACE}tại{SPACE}(?:các{SPACE})?({_PARTS})(?!\w)"
    rf"(?=,?{SPACE}(?:quy{SPACE}định|nêu|ghi|có|đã|thì|như)(?!\w)|{MAYBE_SPACE}[.:]|\Z)",
    re.IGNORECASE,
)


def read_provision(text: str, start: int, floor: int) -> tuple[str, int] | None:
    """Return the part of a document that is named just before ``start``, and where it begins.

    >>> read_provision("theo Điều 5, Điều 6 và từ Điều 9 đến Điều 12 Luật Nhà ở", 45, 0)
    ('Điều 5, Điều 6 và từ Điều 9 đến Điều 12', 5)
    """
    begin = max(floor, start - _REACH)
    window = text[begin:start]
    last = window.rsplit(None, 1)[-1:]
    if not last or not (_LAST.search(last[0]) or "hứ" in window[-12:]):
        return None
    if not any(hint in window for hint in _HINTS):
        return None
    found = _BEFORE.search(window)
    return (single_spaced(found[0]), begin + found.start()) if found else None


def read_provision_after(text: str, end: int) -> tuple[str, int] | None:
    """Return the part that is named just after a document, and where it ends; or ``None``."""
    found = _BRACKETED.match(text, end) or _BEHIND.match(text, end)
    return (single_spaced(found[1]), found.end()) if found else None
