"""The issuing body behind the letters that end a number."""

from collections.abc import Container
from typing import Final

from vnpolitext.citations.grammar.numbers import Number, stem
from vnpolitext.citations.grammar.rules import bodies
from vnpolitext.text import fold


def derive_issuer(number: Number, said: Container[str] = "") -> str | None:
    """Return the body that the end of a number stands for, or ``None`` where it is not certain.

    Letters that several bodies have need the name in the text.

    Args:
        number: The number.
        said: The text in lower case, or what tells whether words stand in it.

    Returns:
        The name of the body.

    Example:
        >>> from vnpolitext.citations.grammar.numbers import read_number
        >>> derive_issuer(read_number("59/2020/QH14", 0))
        'Quốc hội'
        >>> derive_issuer(read_number("8/2012/TTLT-BTC-BNV", 0))
        'Bộ Tài chính, Bộ Nội vụ'
        >>> derive_issuer(read_number("8-KH/TU", 0), "bí thư thành ủy")
        'Thành ủy'
    """
    if number.authors > 1:
        known = [bodies().get(stem(code)) for code in number.codes[1:]]
        if None not in known:
            return ", ".join(body.issuer for body in known if body)
    body = bodies().get(number.body)
    if body is None:
        return None
    if body.issuer.endswith(_PROVINCIAL):
        return _committee(body.issuer, said)
    dated = number.year is not None
    return None if body.shared and not dated and fold(body.issuer) not in said else body.issuer


def _committee(issuer: str, said: Container[str]) -> str | None:
    """The issuer behind *TU*, which committees of provinces and of cities have alike."""
    if "thành ủy" in said:
        return None if "tỉnh ủy" in said else issuer.replace(_PROVINCIAL, "Thành ủy")
    return issuer if "tỉnh" in said or "thành phố" not in said else None


_PROVINCIAL: Final = "Tỉnh ủy"


class WordsIn:
    """Whether words stand in a text; each is looked for once.

    >>> "tỉnh ủy" in WordsIn("thường trực tỉnh ủy")
    True
    """

    def __init__(self, lower: str) -> None:
        """Take a text in lower case."""
        self._lower = lower
        self._known: dict[str, bool] = {}

    def __contains__(self, words: object) -> bool:
        """Whether words stand in the text."""
        if not isinstance(words, str):
            return False
        if words not in self._known:
            self._known[words] = words in self._lower
        return self._known[words]
