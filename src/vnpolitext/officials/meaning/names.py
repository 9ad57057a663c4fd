"""What the whole name of a body says of its level and branch, where its single words do not."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.vocabulary import bodies

_OF_MEMBERS: Final = frozenset({"front", "mass organisation"})
_UNIONS: Final = ("ủy ban ", "liên đoàn ", "hiệp hội ", "hội ", "liên hiệp ", "tổng hội ")
_SECRETARIES: Final = frozenset({"bí thư", "phó bí thư", "phó bí thư thường trực"})
CITIES: Final = frozenset(
    tuple(name.split())
    for name in ("hà nội", "hải phòng", "đà nẵng", "hồ chí minh", "cần thơ", "huế", "sài gòn")
)
"""Cities that are provinces, folded."""


def level_of_name(organization: str, branch: str) -> str | None:
    """Return the level of a union of the country and of the Party committee of a province.

    >>> level_of_name("Ủy ban Thanh niên Việt Nam", "other")
    'central'
    """
    opening, _, name = organization.partition("ủy ")
    if opening in {"Tỉnh ", "Thành "} and _is_province(name):
        return "province"
    of_members = branch in _OF_MEMBERS or organization.lower().startswith(_UNIONS)
    return "central" if of_members and organization.endswith(" Việt Nam") else None


def as_known(organization: str, branch: str, level: str | None) -> tuple[str, str | None]:
    """Return branch and level of a body whose office took its first word (*Trưởng ban Dân nguyện*).

    >>> as_known("Ban Dân nguyện", "other", None)
    ('assembly', 'central')
    """
    words = organization.lower().split()
    if len(words) == 1 or (branch != "other" and level is not None):
        return branch, level
    found = bodies().match(words, 0)
    if found is None or found[0] < len(words) or branch not in {"other", found[1].branch}:
        return branch, level
    return found[1].branch or branch, level or found[1].level


def committee_of_province(head: str, organization: str) -> str:
    """Return the committee of the Party that a secretary of a province leads (*Bí thư Sơn La*)."""
    if head not in _SECRETARIES or not _is_province(organization):
        return ""
    return "Thành ủy" if tuple(organization.lower().split()) in CITIES else "Tỉnh ủy"


def _is_province(name: str) -> bool:
    return "province" in place_levels().get(tuple(name.lower().split()), frozenset())
