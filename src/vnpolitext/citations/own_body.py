"""The body that issues a document itself: the lines in capitals above its number line."""

import re
from typing import Final

from vnpolitext.citations.issuers import agrees, issuers_in
from vnpolitext.citations.numbers import Number
from vnpolitext.text import View, tidy

_REACH: Final = 260
_MARKS: Final = " \t*#_|-—.:"


def read_body(view: View, start: int, number: Number) -> str | None:
    r"""Return the body whose document's number line begins at ``start``, as written, or ``None``.

    >>> from vnpolitext.citations.numbers import read_number
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


# What begins the name of a body, so that the line before has one of its own.
_HEADS: Final = (
    "ubnd", "ủy ban", "hđnd", "hội đồng", "sở ", "ban ", "phòng ", "tỉnh ủy", "thành ủy",
    "huyện ủy", "thị ủy", "quận ủy", "đảng ủy", "đảng bộ", "chi bộ", "văn phòng", "bộ ", "cục ",
    "công an", "trường ",
)  # fmt: skip
_FURNITURE: Final = re.compile(
    r"[*#_—]+|-{2,}|(?i:cộng hòa xã hội(?: chủ nghĩa(?: việt nam)?)?|chủ nghĩa việt nam"
    r"|đảng cộng sản(?: việt nam)?|độc lập ?- ?tự do ?- ?hạnh phúc|số ?:)"
)
