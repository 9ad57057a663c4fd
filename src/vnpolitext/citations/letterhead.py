"""The head of an official document: its own number, kind, date (*thể thức văn bản*)."""

import re
from dataclasses import dataclass
from typing import Final

from vnpolitext.citations.numbers import Number
from vnpolitext.citations.rules import MAYBE_SPACE, bodies, kinds
from vnpolitext.text.dates import DATE, read_date

_BEFORE: Final = 400
_AFTER: Final = 900
_DAY: Final = re.compile(rf"ngày{MAYBE_SPACE}{DATE}", re.IGNORECASE)
_TITLE: Final = re.compile(r"^[ |#_]*([^\n|]{3,40}?)[ |:_]*$", re.MULTILINE)


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


def kind_of(number: Number) -> str | None:
    """Return the kind that a number's abbreviation stands for, ``"kế hoạch"`` for ``KH``.

    A number that begins with the body itself (``326/UBND-KGVX``) is that of a letter.
    """
    if not number.codes:
        return None
    stem = number.codes[0].rstrip("0123456789")
    named = next((name for name, kind in kinds().items() if stem in kind.codes), None)
    return named or ("công văn" if stem in bodies() else None)


def _title(text: str, start: int) -> tuple[str, int] | None:
    """The line in capitals that names the kind."""
    for line in _TITLE.finditer(text, start, min(len(text), start + _AFTER)):
        words = " ".join(line[1].split())
        if words.isupper() and words.lower() in kinds():
            return words.lower(), line.start()
    return None
