"""The tokens of Rich Text: braces, control words and letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)"
)


class Token(NamedTuple):
    """One token.

    Attributes:
        kind: ``"word"`` and ``"sign"`` behind a backslash, ``"byte"`` of a letter in hexadecimal,
            ``"brace"``, or ``"text"``.
        value: What it says.
        number: The number behind a control word.
    """

    kind: str
    value: bytes
    number: int | None = None


def tokens(data: bytes) -> Iterator[Token]:
    r"""Yield the tokens; binary data (``\bin``) are passed over.

    >>> [token.value for token in tokens(rb"{\b0 X\'e3}")]
    [b'{', b'b', b'X', b'\xe3', b'}']
    """
    at = 0
    while (match := _TOKEN.search(data, at)) is not None:
        at = match.end()
        word, number, code, sign, brace, text = match.groups()
        if word is not None:
            count = int(number) if number is not None else None
            if word == b"bin":
                at += max(count or 0, 0)
            else:
                yield Token("word", word, count)
        elif code is not None:
            yield Token("byte", bytes.fromhex(code.decode("ascii")))
        elif sign is not None:
            yield Token("sign", sign)
        elif brace is not None:
            yield Token("brace", brace)
        else:
            yield Token("text", text)
