"""The head of an official document: its body, number, kind and date (*thể thức văn bản*)."""

import re
from dataclasses import dataclass
from typing import Final

from vnpolitext.citations.grammar.issuers import agrees, issuers_in
from vnpolitext.citations.grammar.numbers import Number, kind_of
from vnpolitext.citations.grammar.rules import MAYBE_SPACE
from vnpolitext.text import View, tidy
from vnpolitext.text.dates import DATE, read_date
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import kinds

_AFTER: Final = 900
_DAY: Final = lazy_pattern(rf"ngày{MAYBE_SPACE}{DATE}", re.IGNORECASE)
_TITLE: Final = lazy_pattern(r"^[ |#_]*([^\n|]{3,40}?)[ |:_]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a document says about the document."""

    kind: str | None
    issued: str | None


def read_header(text: str, start: int, number: Number) -> Header:
    """Read kind and date of the document whose number line begins at ``start``."""
    title = _title(text, number.end)
    stop = title[1] if title else min(len(text), number.end + 250)
    after = _DAY.search(text, number.end, stop)
    near = after or next(reversed(list(_DAY.finditer(text, max(0, start - 250), start))), None)
    kind = title[0] if title else kind_of(number)
    return Header(kind, read_date(near) if near else None)


def read_body(view: View, start: int, number: Number) -> str | None:
    r"""Return the body whose document's number line begins at ``start``, as written, or ``None``.

    >>> from vnpolitext.citations.grammar.numbers import read_number
    >>> view = View.of("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n------\nSố: 12/KH-UBND")
    >>> read_body(view, 36, read_number(view.text, 40))
    'ỦY BAN NHÂN DÂN TỈNH LÀO CAI'
    """
    block = ""
    at = start
    floor = max(0, start - _REACH)
    while at > floor:
        begin = max(view.text.rfind(mark, floor, at) for mark in "\n|") + 1
        line = _FURNITURE.sub(" ", view.text[max(begin, floor) : at]).strip(_MARKS)
        if line and not line.isupper():
            break
        opens = line.lower().startswith(_HEADS)
        block = f"{'; ' if opens else ' '}{line}{block}" if line else block
        at = begin - 1
    found = [block[first:last] for first, last in issuers_in(block, block.lower(), 0, len(block))]
    return next((tidy(body) for body in reversed(found) if agrees(number, body)), None)


def so_before(text: str, start: int) -> int:
    """Return where the *Số* before the number at ``start`` begins."""
    return max(text.rfind(w, max(0, start - 16), start) for w in ("số", "Số", "SỐ"))


def _title(text: str, start: int) -> tuple[str, int] | None:
    """The line in capitals that names the kind."""
    for line in _TITLE.finditer(text, start, min(len(text), start + _AFTER)):
        if not line[1].isupper():
            continue
        words = " ".join(line[1].lower().split())
        if words in kinds():
            return words, line.start()
    return None


_REACH: Final = 260
_MARKS: Final = " \t*#_|-—.:"
# What begins the name of a body, so that the line before has one of its own.
_HEADS: Final = (
    "ubnd", "ủy ban", "hđnd", "hội đồng", "sở ", "ban ", "phòng ", "tỉnh ủy", "thành ủy",
    "huyện ủy", "thị ủy", "quận ủy", "đảng ủy", "đảng bộ", "chi bộ", "văn phòng", "bộ ", "cục ",
    "công an", "trường ",
)  # fmt: skip
_FURNITURE: Final = lazy_pattern(
    r"[*#_—]+|-{2,}|(?i:cộng hòa xã hội(?: chủ nghĩa(?: việt nam)?)?|chủ nghĩa việt nam"
    r"|đảng cộng sản(?: việt nam)?|độc lập ?- ?tự do ?- ?hạnh phúc|số ?:)"
)
