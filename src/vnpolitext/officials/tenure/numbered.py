"""Terms that are known by their number: of the Party's congresses and of the National Assembly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from vnpolitext.models import model_file, per_choice, read_table
from vnpolitext.text.numerals import roman_value
from vnpolitext.text.patterns import lazy_pattern

_NUMERAL: Final = r"(?:[ivx]{1,5}|\d{1,2})(?!\w)"
_OF_PARTY: Final = (
    r"(?:trung ương(?: đảng)?|đảng|bộ chính trị|ban bí thư)(?: (?:cộng sản|lao động) việt nam)?"
)
_OF_ASSEMBLY: Final = r"quốc hội(?: (?:nước )?(?:việt nam|cộng hòa xã hội chủ nghĩa việt nam))?"
_TERM: Final = lazy_pattern(
    rf"(?<!\w)(?:(?P<party>{_OF_PARTY})|(?P<assembly>{_OF_ASSEMBLY})),? ?\(?(?:các )?"
    rf"(?P<terms>(?:khóa|lần thứ) {_NUMERAL}"
    rf"(?:(?: ?\([^()\n]{{1,30}}\))?(?:,? (?:và )?|-)(?:(?:khóa|lần thứ) )?{_NUMERAL}){{0,9}})"
)
_NUMBER: Final = lazy_pattern(_NUMERAL)
# Other bodies that have congresses or a centre, and those of other countries.
_OTHERS: Final = lazy_pattern(
    r"(?<!\w)(?:mặt trận|đoàn|(?<!quốc )hội(?! đồng)|liên (?:đoàn|hiệp|minh|xô)|lào|trung quốc"
    r"|trung hoa|campuchia|cuba|tỉnh|huyện|quận|xã|thành phố|thành|thị|khối|bộ (?!chính trị))(?!\w)"
)
EARLIEST: Final = 2005
"""No text that a machine reads is told before this year."""
_REACH: Final = 60
# The latest year of a text may be that in which a term will end.
_AHEAD: Final = 5


@per_choice
def _ends() -> Mapping[tuple[str, int], int]:
    """Return the last year of each term."""
    path = model_file("offices", "vietnam", "terms.tsv")
    rows = read_table(path, ("body", "term", "from", "to"))
    return {(body, int(term)): int(last) for body, term, _, last in rows}


@per_choice
def latest_year() -> int:
    """Return the year in which the last term that is known ends: later ones are those of plans."""
    return max(_ends().values())


def has_closed(lower: str, start: int, end: int, newest: int) -> bool:
    """Return whether an office is one of a term that had ended (*Đại biểu Quốc hội khóa VII*).

    Args:
        lower: The folded text, in lower case.
        start: Where the office begins.
        end: Where it ends; the number of the term stands behind it.
        newest: The latest year of the text.

    >>> text = "ủy viên trung ương đảng các khóa v, vi"
    >>> has_closed(text, 0, len("ủy viên trung ương đảng"), 2010)
    True
    """
    if not lower.startswith((" khóa", " các khóa", " (khóa", ", khóa"), end):
        return False
    match = _TERM.search(lower, start, end + _REACH)
    return (
        match is not None and match.start("terms") > end and _is_over(lower, start, match, newest)
    )


def is_headed_closed(lower: str, start: int, end: int, newest: int) -> bool:
    """Return whether a heading or an announcement is of a term that had ended.

    Args:
        lower: The folded text, in lower case.
        start: Where the words begin.
        end: Where they end.
        newest: The latest year of the text.
    """
    match = _TERM.search(lower, start, end)
    return match is not None and _is_over(lower, start, match, newest)


def _is_over(lower: str, start: int, match: re.Match[str], newest: int) -> bool:
    if _OTHERS.search(lower, start, match.start("terms")):
        return False
    body = "party" if match["party"] else "assembly"
    numbers = [int(n) if n.isdecimal() else roman_value(n) for n in _NUMBER.findall(match["terms"])]
    last = _ends().get((body, max(numbers)))
    return last is not None and last < max(newest - _AHEAD, EARLIEST)
