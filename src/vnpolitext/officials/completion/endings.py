"""What completes the name of a body: the unit it belongs to, as one writes it behind the body."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.completion.named_units import Unit
from vnpolitext.officials.completion.place_mentions import SAIGON
from vnpolitext.officials.completion.sections import LOCAL_BODIES, Body
from vnpolitext.officials.words.grammar import grammar

CITIES: Final = frozenset({"Hà Nội", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ", "Huế"})
"""Cities that are provinces."""


def is_of_city(body: Body) -> bool:
    """Return whether a body of a province by its words is that of a city (*Thành ủy*)."""
    words = (body.organization or "").lower()
    return body.level == "province" and words.endswith(("thành ủy", " thành phố", " tp"))


def ending_of(
    organization: str, unit: str, level: str | None, name: str, around: Unit | None
) -> str:
    """Return what completes the name of a body, or nothing if it is not known or not wanted."""
    lower = organization.lower()
    is_city = level == "province" and name in CITIES
    if not name or name.lower() in lower or (is_city and lower.endswith((" tỉnh", "tỉnh ủy"))):
        return ""
    if unit:
        last = organization.lower().split()[-1]
        worded = around is not None and around.name == name and around.level == level
        if worded and not _has_word(organization):
            return f"{around.word} {name}" if around is not None else name
        if name == SAIGON and last not in {"phố", "tp"}:
            return f"Thành phố {name}"
        return name
    if level == "province" and organization.split(maxsplit=1)[0] in {"Sở", "Ty", "Chi"}:
        return f"{'thành phố' if name in CITIES else 'tỉnh'} {name}"
    return ""


def ending_of_local(organization: str, level: str | None, name: str) -> str:
    """Return what completes a body that every unit has, of a province that is told beside it."""
    lower = organization.lower()
    if level != "province" or lower not in LOCAL_BODIES or name.lower() in lower:
        return ""
    return f"{'thành phố' if name in CITIES else 'tỉnh'} {name}"


def _has_word(organization: str) -> bool:
    """Return whether the name of a body ends with a unit word or is a committee of its level."""
    lower = organization.lower()
    ends = lower.endswith((" tỉnh", " phố", " huyện", " quận", " thị xã", " xã", " phường"))
    committees = grammar().committees - {"đảng ủy"}
    return ends or lower.endswith((" trấn", " khu")) or any(c in lower for c in committees)
