"""What the whole name of a body says of its level and branch, where its single words do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import Entry, bodies

_OF_MEMBERS: Final = frozenset({"front", "mass organisation"})
_UNIONS: Final = ("ủy ban ", "liên đoàn ", "hiệp hội ", "hội ", "liên hiệp ", "tổng hội ")
_SECRETARIES: Final = frozenset({"bí thư", "phó bí thư", "phó bí thư thường trực"})
# Who heads the people's committee of a unit, where the unit alone is named (*Chủ tịch xã*).
_OF_UNITS: Final = frozenset({"chủ tịch", "phó chủ tịch", "phó chủ tịch thường trực"})
_COMMITTEE: Final = "Ủy ban nhân dân"
_UNITS: Final = (
    "tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu",
)  # fmt: skip
_LOCAL: Final = frozenset({"province", "district", "commune"})
# Who leads the troops of a unit (*Phó Huyện đội trưởng*); the word of the unit may follow again.
_OF_TROOPS: Final = lazy_pattern(
    r"(?:phó )?(tỉnh|thành|khu|huyện|quận|thị|xã|phường) đội (?:trưởng|phó)"
)
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


def council_of(head: str, organization: str | None, entries: Sequence[Entry]) -> str | None:
    """Return the committee that heads a unit, where its office names the unit alone.

    Args:
        head: The office, folded.
        organization: What the office names, if anything.
        entries: The words of bodies in it.

    >>> council_of("chủ tịch", "Bắc Giang", ()), council_of("bí thư", "Bắc Giang", ())
    ('Ủy ban nhân dân tỉnh Bắc Giang', None)
    """
    if organization is None or head not in _OF_UNITS:
        return None
    if not entries and _is_province(organization):
        word = "thành phố" if tuple(organization.lower().split()) in CITIES else "tỉnh"
        return f"{_COMMITTEE} {word} {organization}"
    is_unit = len(entries) == 1 and entries[0].role == "unit" and entries[0].level in _LOCAL
    is_unit = is_unit and organization.lower().startswith(_UNITS)
    return f"{_COMMITTEE} {organization}" if is_unit else None


def troops_of(head: str, organization: str) -> str:
    """Return the troops of a unit that an office leads, nothing if it leads none.

    >>> troops_of("huyện đội trưởng", "huyện Suối Vàng")
    'Huyện đội Suối Vàng'
    """
    troops = _OF_TROOPS.fullmatch(head)
    if troops is None:
        return ""
    if organization.lower().startswith(f"{troops[1]} đội"):
        return organization
    unit = f"{troops[1]} "
    named = organization[len(unit) :] if organization.lower().startswith(unit) else organization
    return f"{troops[1].capitalize()} đội {named}"


def _is_province(name: str) -> bool:
    return "province" in place_levels().get(tuple(name.lower().split()), frozenset())
