"""How common a full name is: what it tells that two texts have the same one."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from vnpolitext.models import model_file, per_choice, read_table

_UNLISTED: Final = 5
_WITHOUT_MIDDLE: Final = 1_500
_OF: Final = 10_000


def commonness(name: str) -> float:
    """Return the logarithm of the share of people who bear a Vietnamese name, by its parts.

    Args:
        name: The full name, folded.

    Returns:
        About -3.4 for the commonest names, -6 and less for rare ones.

    Example:
        >>> commonness("nguyễn văn hùng") > commonness("phan đăng lưu")
        True
    """
    family, *middle, given = name.split() if " " in name else (name, name)
    shares = [_share("family", family), _share("given", given)]
    shares.append(_share("middle", " ".join(middle)) if middle else _WITHOUT_MIDDLE)
    return sum(math.log10(share / _OF) for share in shares)


def _share(part: str, words: str) -> int:
    return _shares().get((part, words), _UNLISTED)


@per_choice
def _shares() -> Mapping[tuple[str, str], int]:
    rows = read_table(model_file("names", "vietnam", "shares.tsv"), ("part", "words", "share"))
    return {(part, words): int(share) for part, words, share in rows}
