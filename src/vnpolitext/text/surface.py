"""What packages that want clean text get to see, character for character in the same place."""

from typing import Any, Final

from vnpolitext.text.patterns import lazy_pattern

_COMRADE: Final = lazy_pattern(r"[đĐ]/[cC](?!\w)")
_SURROGATES: Final = lazy_pattern("[\ud800-\udfff]")


def encodable(text: str) -> str:
    r"""Return ``text`` with lone surrogates replaced, of the same length.

    >>> len(encodable("a\ud800b"))
    3
    """
    return _SURROGATES.sub("\ufffd", text)


def addressed(text: str) -> str:
    """Return the text with *ông* for the address *đ/c*, whose mark would part a sentence.

    >>> addressed("giao đ/c An; Đ/c Bình họp")
    'giao ông An; Ông Bình họp'
    """
    if "/c" not in text and "/C" not in text:
        return text
    return _COMRADE.sub(lambda found: "Ông" if found[0][0] == "Đ" else "ông", text)


def holdable(value: Any) -> Any:
    r"""Return a cell that a table can hold: a text without lone surrogates, all else as it is.

    >>> holdable("a\ud800b"), holdable(5)
    ('a�b', 5)
    """
    return encodable(value) if isinstance(value, str) else value
