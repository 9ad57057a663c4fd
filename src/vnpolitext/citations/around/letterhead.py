"""The head of an official document: its body, number, kind and date (*thể thức văn bản*)."""

import re
from dataclasses import dataclass
from typing import Final

from vnpolitext.citations.around.subject import read_subject
from vnpolitext.citations.grammar.issuers import agrees, issuers_in
from vnpolitext.citations.grammar.numbers import Number, kind_of
from vnpolitext.citations.grammar.rules import MAYBE_SPACE
from vnpolitext.layout.parts import lines_over, lines_under
from vnpolitext.text import View
from vnpolitext.text.dates import DATE, read_date
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.view import single_spaced
from vnpolitext.vocabulary import kinds

_DAY: Final = lazy_pattern(rf"ngày{MAYBE_SPACE}{DATE}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a document says about the document."""

    kind: str | None
    issued: str | None
    title: str | None = None


def read_header(text: str, start: int, number: Number) -> Header:
    """Read kind and date of the document whose number line begins at ``start``."""
    title = _title(text, number.end)
    reach = 250 if _SUBJECT.match(text, number.end) is None else 500
    stop = title[1] if title else min(len(text), number.end + reach)
    after = _DAY.search(text, number.end, stop)
    near = after or next(reversed(list(_DAY.finditer(text, max(0, start - 250), start))), None)
    kind = title[0] if title else kind_of(number)
    about = read_subject(text, title[1], under=True) if title else None
    about = about or read_subject(text, number.end, under=False)
    issued = read_date(near) if near else None
    fits = issued is not None and number.year in {None, issued[:4]}
    return Header(kind, issued if fits else None, about)


# What a letter is about stands between its number and its day.
_SUBJECT: Final = lazy_pattern(r"\s{0,4}(?:V/v|v/v|Về việc)\s")


def read_body(view: View, start: int, number: Number) -> str | None:
    r"""Return the body whose document's number line begins at ``start``, as written, or ``None``.

    >>> from vnpolitext.citations.grammar.numbers import read_number
    >>> view = View.of("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n------\nSố: 12/KH-UBND")
    >>> read_body(view, 36, read_number(view.text, 40))
    'ỦY BAN NHÂN DÂN TỈNH LÀO CAI'
    """
    lines = reversed(list(lines_over(view.text, start)))
    block = "".join(f"{'; ' if line.lower().startswith(_HEADS) else ' '}{line}" for line in lines)
    found = [block[first:last] for first, last in issuers_in(block, block.lower(), 0, len(block))]
    return next((single_spaced(body) for body in reversed(found) if agrees(number, body)), None)


def so_before(text: str, start: int) -> int:
    """Return where the *Số* before the number at ``start`` begins."""
    return max(text.rfind(w, max(0, start - 16), start) for w in ("số", "Số", "SỐ"))


def _title(text: str, start: int) -> tuple[str, int] | None:
    """The line in capitals that names the kind."""
    for at, line in lines_under(text, start):
        if line.lower() in kinds():
            return line.lower(), at
    return None


# What begins the name of a body, so that the line before has one of its own.
_HEADS: Final = (
    "ubnd", "ủy ban", "hđnd", "hội đồng", "sở ", "ban ", "phòng ", "tỉnh ủy", "thành ủy",
    "huyện ủy", "thị ủy", "quận ủy", "đảng ủy", "đảng bộ", "chi bộ", "văn phòng", "bộ ", "cục ",
    "công an", "trường ",
)  # fmt: skip
