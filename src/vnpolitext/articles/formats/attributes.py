"""Whole numbers in the attributes of pages and office documents."""

from typing import Final, TypeVar

Default = TypeVar("Default")
_MOST_DIGITS: Final = 6


def whole(text: str | None, default: Default) -> int | Default:
    """Return the number that an attribute holds, or ``default`` where it holds none.

    Whatever stands there, no number is longer than a count in a document can be.

    >>> whole(" 12 ", 1), whole("²", 1), whole(None, None), whole("9" * 5000, 1)
    (12, 1, None, 1)
    """
    digits = (text or "").strip()
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
    return int(digits) if is_number else default
