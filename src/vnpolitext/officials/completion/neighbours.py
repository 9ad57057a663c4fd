"""Offices that one person holds beside each other: what they tell of the body of one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from vnpolitext.officials.meaning.names import CITIES
from vnpolitext.officials.meaning.understand import Meaning
from vnpolitext.officials.records import Position
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import word_set

_COMMITTEES: Final = {"province": "Tỉnh ủy", "district": "Huyện ủy", "commune": "Đảng ủy"}
_OF_TOWNS: Final = {"thành phố": "Thành ủy", "thị xã": "Thị ủy", "quận": "Quận ủy"}
_INCOMPLETE: Final = frozenset({"Ban Thường vụ", "Ban Chấp hành", "Thường vụ", "ban Thường vụ"})
_GAP: Final = 40
_STOP: Final = lazy_pattern(r"[.!?\n|](?=\s|$)|\n|;[^;]{12}")
# Where somebody came from, behind a label and the name (*Tham mưu trưởng: Lò Văn A, nguyên ...*).
_CAME_FROM: Final = lazy_pattern(r"(?i)[:\u02d0].*(?:\(|(?<!\w)nguyên )")
_PARTY_BODIES: Final = word_set(
    "đảng ủy, ban cán sự đảng, ban cán sự, đảng đoàn, ban thường vụ, ban chấp hành, đảng bộ, chi bộ"
)
# What has such a group of the Party, and no committee of it.
_GROUPED: Final = {
    "đảng đoàn": (
        "hội ", "mặt trận ", "liên hiệp ", "liên đoàn ", "tổng liên đoàn ", "liên minh ",
        "quốc hội", "hội đồng nhân dân ", "ủy ban mặt trận ", "ủy ban trung ương mặt trận ",
        "phòng thương mại ", "trung ương hội ", "tổng hội ",
    ),
    "ban cán sự đảng": ("ủy ban nhân dân tỉnh ", "ủy ban nhân dân thành phố "),
}  # fmt: skip
# What has a Party organisation of its own, beside the units of the country.
_INSTITUTIONS: Final = (
    "học viện ", "trường ", "đại học ", "công an ", "bộ ", "quân khu", "quân đoàn", "quân chủng",
    "binh chủng", "sư đoàn", "lữ đoàn", "binh đoàn", "bệnh viện ", "viện ", "sở ", "tổng cục ",
    "cục ", "đài ", "thông tấn xã", "tập đoàn ", "tổng công ty ", "công ty ", "ngân hàng ", "báo ",
    "chính phủ", "quốc hội", "tòa án ", "kiểm toán ", "thanh tra chính phủ", "bảo hiểm ",
    "ủy ban dân tộc", "bộ đội biên phòng", "cảnh sát biển", "vùng ", "trung tâm ", "chi cục ",
)  # fmt: skip
_SCHOOLS: Final = ("học viện ", "trường ")
MINISTERS: Final = frozenset({"bộ trưởng", "thứ trưởng", "chủ nhiệm", "phó chủ nhiệm"})
"""Offices of those who lead a ministry or a committee of the Government."""

Item = TypeVar("Item")


@dataclass(slots=True)
class Draft:
    """A position before it is completed.

    Attributes:
        position: The position as far as its own words go.
        meaning: What those words say.
        at: Index of its first character in the folded text.
        is_told: Whether a sentence or a line tells when it began, and not when it ended.
    """

    position: Position
    meaning: Meaning
    at: int
    is_told: bool = False


class Nearest(Generic[Item]):
    """Items at places of a text, found by the nearest place."""

    def __init__(self, items: Iterable[Item], places: Iterable[int]) -> None:
        """Prepare for ``items``, each at one of ``places``."""
        pairs = sorted(zip(places, items, strict=True), key=lambda pair: pair[0])
        self._at = [at for at, _ in pairs]
        self._items = [item for _, item in pairs]

    def to(self, at: int, *, but: Item | None = None) -> Item | None:
        """Return the item nearest to ``at`` that is not ``but``, of two the one before."""
        here = bisect_right(self._at, at)
        before = next((i for i in range(here - 1, -1, -1) if self._items[i] is not but), None)
        after = next((i for i in range(here, len(self._at)) if self._items[i] is not but), None)
        found = min(
            (i for i in (before, after) if i is not None),
            key=lambda i: abs(self._at[i] - at),
            default=None,
        )
        return None if found is None else self._items[found]


def joined(organization: str | None, committee: str) -> str:
    """Return a body with its committee, of which it may name the first words."""
    if not organization:
        return committee
    words = committee.split()
    for size in (2, 1):
        tail = " ".join(words[:size])
        if organization.lower().endswith(tail.lower()) and size < len(words):
            return f"{organization} {' '.join(words[size:])}"
    return f"{organization} {committee}"


def offices_beside(view: View, drafts: Sequence[Draft], at: int) -> list[Draft]:
    """Return the offices that stand right beside one of the same person, the following first."""
    found = []
    for other in (at + 1, at - 1):
        if not 0 <= other < len(drafts):
            continue
        left, right = sorted((drafts[at].position, drafts[other].position), key=lambda p: p.start)
        gap = view.source[left.end : right.start]
        if len(gap) <= _GAP and not (_STOP.search(gap) or _CAME_FROM.search(gap)):
            found.append(drafts[other])
    return found


def has_local_level(draft: Draft) -> bool:
    """Return whether the words of an office tell a level below the country."""
    return draft.meaning.level not in {None, "central"}


def partner_of(
    draft: Draft, beside: Sequence[Draft]
) -> tuple[str | None, str | None, tuple[str, ...]] | None:
    """Return the body of an office by the one beside it: *Bí thư Đảng ủy, Giám đốc Học viện X*."""
    for other in beside:
        found = _shared(draft, other)
        if found is not None:
            return found, other.meaning.level, other.meaning.place
    return None


def _shared(draft: Draft, other: Draft) -> str | None:
    """Return the body of an office that the body of another one tells."""
    theirs, own = other.position.organization, draft.position.organization or ""
    if theirs is None:
        return None
    body, lower, title = own.lower(), theirs.lower(), draft.position.title.lower()
    if body in _PARTY_BODIES or (not body and title == "đảng ủy viên"):
        return _within(own, theirs, other.meaning)
    if body.startswith("đảng ủy ") and lower.startswith(f"{body[len('đảng ủy ') :]} "):
        return f"Đảng ủy {theirs}"
    if body:
        return None
    if draft.position.branch == "army":
        return theirs.removeprefix("Đảng ủy ") if other.meaning.is_military else None
    return theirs if title in MINISTERS and _is_ministry(other) else None


def _within(own: str, theirs: str, meaning: Meaning) -> str | None:
    """Return a Party body by the committee or the institution beside it."""
    body, lower = own.lower(), theirs.lower()
    if lower.startswith(("đảng ủy ", "quân ủy ", "đảng bộ ")) and body.startswith("ban "):
        local = meaning.level in {"province", "district", "commune"}
        return None if local else f"{own} {theirs}"
    if lower.startswith(_GROUPED.get(body, ())):
        return f"{own} {theirs}"
    party = meaning.branch == "party" and not lower.startswith(_SCHOOLS)
    if party or not lower.startswith(_INSTITUTIONS):
        return None
    middle = " Đảng ủy" if body.startswith(("ban thường", "ban chấp")) else ""
    return f"{own}{middle} {theirs}"


def _is_ministry(draft: Draft) -> bool:
    """Return whether the body of an office is one of the Government, not the Government itself."""
    organization = draft.position.organization or ""
    is_central = draft.position.branch == "government" and draft.meaning.level == "central"
    return is_central and organization.lower() != "chính phủ"


def wants_committee(draft: Draft) -> bool:
    """Return whether a Party body of the position lacks the committee it belongs to."""
    organization = draft.position.organization
    if organization is None or organization in _INCOMPLETE:
        return True
    if draft.meaning.is_military:
        return False
    return draft.meaning.level is None and organization.lower().startswith(("ban ", "đảng ủy"))


def committee_of(organization: str, sibling: Draft) -> str:
    """Return the Party committee beside a body: of the same words or of the same level."""
    words = (sibling.position.organization or "").split()
    lower = [word.lower() for word in words]
    for at in range(len(words)):
        pair = " ".join(lower[at : at + 2])
        if pair in grammar().committees and organization.lower() != "đảng ủy":
            return " ".join(words[at:])
    for at in range(len(words)):
        if (
            lower[at] in grammar().commune_units
            or " ".join(lower[at : at + 2]) in grammar().commune_units
        ):
            tail = " ".join(words[at:])
            if sibling.meaning.level == "commune":
                return tail if organization.lower() == "đảng ủy" else f"Đảng ủy {tail}"
            break
    if organization.lower() == "đảng ủy":
        return ""
    size = len(sibling.meaning.place)
    place = " ".join(words[-size:]) if size else ""
    unit = " ".join(lower[: len(words) - size])
    committee = next((each for word, each in _OF_TOWNS.items() if unit.endswith(word)), "")
    if not committee and sibling.meaning.place in CITIES:
        committee = "Thành ủy"
    return f"{committee or _COMMITTEES.get(sibling.meaning.level or '', '')} {place}".strip()


def is_local(draft: Draft) -> bool:
    """Return whether an office that tells no level is of the same one as those beside it.

    Most of the army has none of the levels of the country.
    """
    position = draft.position
    if draft.meaning.is_military or position.branch == "army":
        return "chỉ huy" in f"{position.title} {position.organization}".lower()
    return position.branch not in {"enterprise", "other"}
