"""The bodies that a definition, a heading or a letterhead over it gives a bare office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vnpolitext.officials.completion.surroundings import Head, Surroundings, level_of
from vnpolitext.officials.meaning.understand import Meaning
from vnpolitext.officials.records import Position
from vnpolitext.text.phrases import word_set

_BLOCK: Final = 160
# Bodies that a text introduces by their full name and then calls by these words.
_SHORT: Final = ("ban chỉ đạo", "ban tổ chức", "hội đồng", "tiểu ban", "tổ công tác")
_DEFINED: Final = frozenset({*_SHORT, "tổ", "ban"})
_ROLES: Final = {
    "tổ trưởng": "tổ",
    "tổ phó": "tổ",
    "phó tổ trưởng": "tổ",
    "thành viên": "",
    "thư ký": "",
    "ủy viên": "",
    "ủy viên thường trực": "",
}
_BARE: Final = frozenset(
    {"hội đồng", "ủy ban", "ban", "hội", "đoàn", "ban chấp hành", "ban thường vụ", "phòng", "sở"}
)
LOCAL_BODIES: Final = word_set(
    "đảng ủy, hội đồng nhân dân, ủy ban nhân dân, mặt trận tổ quốc, mặt trận tổ quốc việt nam, ủy "
    "ban mặt trận tổ quốc, ủy ban mặt trận tổ quốc việt nam, hội phụ nữ, hội liên hiệp phụ nữ, "
    "hội nông dân, hội cựu chiến binh, công an, ban thường vụ đảng ủy, ban chấp hành đảng ủy, "
    "đảng bộ, ban chỉ huy quân sự, tòa án nhân dân, viện kiểm sát nhân dân"
)
"""Bodies that every unit has."""
SHORT_BODIES: Final = word_set(
    "hội, liên đoàn, hội đồng, ủy ban, hiệp hội, liên hiệp, liên hiệp hội, viện, trung tâm, công "
    "ty, tổng công ty, tập đoàn, trường, học viện, nhà trường, ngân hàng, báo, đài, ban, tổ, "
    "đoàn, chính phủ, bộ tư lệnh, tổng cục, ủy ban kiểm tra"
)
"""Words that a text calls a body by once it has given its whole name."""
DEPARTMENTS: Final = frozenset({"sở", "phòng", "cục", "vụ", "ty", "chi cục", "tổng cục"})
"""Kinds of departments, which name none alone."""
_OF_STATE: Final = ("cấp nhà nước", "quốc gia", "trung ương")
_NO_UNIT: Final = frozenset({"army", "enterprise"})


@dataclass(slots=True)
class Body:
    """What is known of the body of an office while it is completed.

    Attributes:
        organization: Its name, or ``None``.
        branch: Branch of power.
        level: Level of government.
        unit: A word that wants the name of a unit, or nothing.
        place: The folded name of its unit, as words.
        source: Where a completion comes from, or ``None``.
    """

    organization: str | None
    branch: str
    level: str | None
    unit: str
    place: tuple[str, ...]
    source: str | None = None

    def take(self, organization: str, level: str | None, source: str, unit: str = "") -> None:
        """Take the name, the level and the wanted unit that a ``source`` tells."""
        self.organization, self.level, self.unit, self.source = organization, level, unit, source

    def take_of(self, meaning: Meaning, source: str, organization: str | None = None) -> None:
        """Take the body that another office means, with its place.

        Args:
            meaning: What the other office means.
            source: Where the completion comes from.
            organization: Its name, that of the meaning by default.
        """
        name = meaning.organization if organization is None else organization
        self.take(name or "", meaning.level, source, meaning.unit)
        self.place = meaning.place


def define(body: Body, around: Surroundings, position: Position, at: int) -> bool:
    """Complete a board by the full name that the text gave it; return whether it did."""
    title = position.title.lower()
    if body.organization is None:
        held = (name for name in _SHORT if title.endswith(f" {name}"))
        short = next(held, _ROLES.get(title))
    else:
        lower = body.organization.lower()
        short = lower if lower in _DEFINED else None
    full = around.defined(short, at) if short is not None else ""
    if not full:
        return False
    level = "central" if any(word in full.lower() for word in _OF_STATE) else level_of(full)
    head = around.letterhead if level is None else None
    if level is not None:
        body.branch = "government" if body.branch == "other" else body.branch
    elif head is not None:
        body.branch = head.branch or "other" if body.branch == "other" else body.branch
        level = _level(head)
    body.take(full, level, "letterhead" if head is not None else "document")
    return True


def read_heading(body: Body, around: Surroundings, position: Position, at: int) -> None:
    """Complete a bare office by the body that the heading over its list names."""
    head = around.heading(at)
    own = body.organization or ""
    if head is None or head.entry is None or (not own and position.rule == "signature"):
        return
    name, branch = head.name.partition("|")[0], head.branch or body.branch
    unit = head.unit.full if head.unit is not None else ""
    full = _full(own, name, unit, branch if body.branch in {"other", branch} else body.branch)
    if full is None or (head.level is None and own.lower() not in {"", *_BARE, *_assembly(own)}):
        return
    level = head.level
    wanted = "unit" if level is not None and not unit else ""
    if level is None and around.letterhead is not None and branch not in _NO_UNIT:
        level = around.unit.level if around.unit is not None else None
    if not own or body.branch == "other":
        body.branch = branch
    body.take(full, level, "section", wanted)


def _full(own: str, name: str, unit: str, branch: str) -> str | None:
    """Return the name of a body under the heading ``name``, or ``None`` if it tells nothing."""
    lower, over = own.lower(), name.lower()
    if not lower or over == lower or (over.startswith(lower) and lower in _BARE):
        return f"{name} {unit}".strip() or None
    if over == "hội đồng nhân dân" and branch == "assembly" and lower.startswith("ban "):
        return f"{own} {name} {unit}".strip()
    return f"{own} {unit}".strip() if lower in _BARE or lower in LOCAL_BODIES else None


def _assembly(own: str) -> tuple[str, ...]:
    """Return a board in lower case: one of an assembly needs no unit in the heading over it."""
    return (own.lower(),) if own.lower().startswith("ban ") else ()


def read_signature(around: Surroundings, position: Position, at: int) -> Head | None:
    """Return the body for which an office in a block of signature signs, if it names none."""
    bare = position.organization is None or position.organization.lower() == "văn phòng"
    if not bare or (position.organization is not None and position.level is not None):
        return None
    if position.rule != "signature" and not position.text.isupper():
        return None
    head = around.signer(at, _BLOCK)
    return head if head is not None and head.entry is not None else None


def signed_for(head: Head, position: Position) -> tuple[str, str, str | None]:
    """Return the body, the branch and the level of an office that signs for ``head``."""
    body = head.body
    if position.organization is not None and not body.lower().startswith("văn phòng"):
        body = f"Văn phòng {body}"
    return body, head.branch or position.branch, _level(head) or position.level


def _level(head: Head) -> str | None:
    return head.level or (head.entry.level if head.entry is not None else None)
