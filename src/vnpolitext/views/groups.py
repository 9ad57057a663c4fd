"""What groups of documents are called: levels of government, and genres of the usual kinds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from vnpolitext.views.language import noted, spoken

LEVELS: Final = frozenset(
    (noted("(none)"), noted("central"), noted("province"), noted("district"), noted("commune"))
)
"""Levels of government, and what groups without one are called."""
GENRES: Final = frozenset((
    noted("news"), noted("central news"), noted("provincial news"), noted("district news"),
    noted("commune news"), noted("personnel news"), noted("news after the reform"),
    noted("party page"), noted("interview"), noted("speech"), noted("editorial"),
    noted("commentary"), noted("theory article"), noted("anniversary"), noted("obituary"),
    noted("mass organisation"), noted("congress"), noted("inspection"), noted("review"),
    noted("resolution"), noted("directive"), noted("conclusion"), noted("decision"),
    noted("decree"), noted("circular"), noted("law"), noted("plan"), noted("programme"),
    noted("regulation"), noted("guideline"), noted("report"), noted("notice"),
    noted("official letter"),
))  # fmt: skip
"""Genres that have a name in every language; others are called as in the data."""


def group_names(language: str) -> Callable[[str], str]:
    """Return what says the name of a group; what is no level or usual genre stays as it is.

    Example:
        >>> group_names("vi")("plan")
        'kế hoạch'
    """
    say = spoken(language)
    return lambda group: say(group) if group in LEVELS or group in GENRES else group
