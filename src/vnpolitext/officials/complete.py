"""Bodies completed from their neighbours and from the document: *Tỉnh ủy* of which province?"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from vnpolitext.officials.grammar import grammar
from vnpolitext.officials.named_units import (
    capitalized,
    home_province,
    named_units,
    provinces_of_bodies,
)
from vnpolitext.officials.neighbours import (
    Draft,
    Nearest,
    committee_of,
    has_local_level,
    is_local,
    joined,
    offices_beside,
    partner_of,
    wants_committee,
)
from vnpolitext.officials.records import Position
from vnpolitext.officials.surroundings import Head, Surroundings, Unit
from vnpolitext.places.records import Place
from vnpolitext.text import View

_CITIES: Final = frozenset({"Hà Nội", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ", "Huế"})
_BLOCK: Final = 160
_HEADS_OF_STATE: Final = frozenset({"Hồ Chí Minh", "HỒ CHÍ MINH"})
_DEFINED_BODIES: Final = frozenset(
    {"hội đồng", "ban chỉ đạo", "ban tổ chức", "tiểu ban", "tổ công tác", "tổ", "ban"}
)
_BARE_BODIES: Final = frozenset(
    {"hội đồng", "ủy ban", "ban", "hội", "đoàn", "ban chấp hành", "ban thường vụ", "phòng", "sở"}
)
_LOCAL_BODIES: Final = frozenset(
    {
        "đảng ủy", "hội đồng nhân dân", "ủy ban nhân dân", "mặt trận tổ quốc",
        "mặt trận tổ quốc việt nam", "ủy ban mặt trận tổ quốc", "ủy ban mặt trận tổ quốc việt nam",
        "hội phụ nữ", "hội liên hiệp phụ nữ", "hội nông dân", "hội cựu chiến binh", "công an",
        "ban thường vụ đảng ủy", "ban chấp hành đảng ủy", "đảng bộ", "ban chỉ huy quân sự",
    }
)  # fmt: skip


@dataclass(slots=True)
class _Body:
    """What is known of the body of an office while it is completed."""

    organization: str | None
    branch: str
    level: str | None
    unit: str
    place: tuple[str, ...]
    source: str | None = None


class Setting:
    """What a document says of the places its bodies belong to."""

    def __init__(self, view: View, places: Sequence[Place] | None) -> None:
        """Prepare for positions found in ``view``; ``places`` are its place mentions, if known."""
        self.view = view
        self.places = _Places(places or ())
        self.around = Surroundings(view)
        self._home: tuple[str, ...] | None = None
        self._units: dict[str, list[tuple[int, str]]] | None = None
        self._provinces: list[tuple[int, str]] | None = None

    @property
    def home(self) -> str:
        """Name of the province the document is of, or nothing if it does not tell."""
        if self._home is None:
            self._home = (home_province(self.view),)
        return self._home[0]

    def nearest(self, level: str, at: int) -> str:
        """Return the district or commune named last before ``at``, else the first after it."""
        if self._units is None:
            self._units = named_units(self.view)
        units = self._units.get(level, [])
        before = bisect_right(units, at, key=lambda unit: unit[0])
        return units[max(before - 1, 0)][1] if units else ""

    def province(self, at: int) -> str:
        """Return the province whose bodies the paragraph of ``at`` names, else the document's."""
        if self._provinces is None:
            self._provinces = provinces_of_bodies(self.view)
        counts = Counter(name for _, name in self._provinces)
        if len(counts) > 1:
            before = bisect_right(self._provinces, at, key=lambda pair: pair[0])
            if before:
                start, name = self._provinces[before - 1]
                near = "\n" not in self.view.text[start:at].strip()
                if near and counts[name] > 1:
                    return name
        return self.home

    def complete(self, drafts: list[Draft], name: str = "") -> list[Position]:
        """Return the positions of one person, completed, in the order of ``drafts``.

        Args:
            drafts: The positions.
            name: Name of the person.
        """
        local = [draft for draft in drafts if has_local_level(draft)]
        siblings = Nearest(local, [draft.at for draft in local])
        found = []
        for at, draft in enumerate(drafts):
            beside = offices_beside(self.view, drafts, at)
            position = self._complete(draft, siblings, beside)
            is_head = name in _HEADS_OF_STATE and position.title == "Chủ tịch"
            if is_head and position.level is None and position.organization is None:
                position = replace(position, level="central")
            found.append(position)
        return found

    def _complete(
        self, draft: Draft, siblings: Nearest[Draft], beside: Sequence[Draft]
    ) -> Position:
        signed = self._signed(draft)
        if signed is not None:
            return signed
        sibling = _sibling(draft, siblings, beside)
        body = self._body(draft, sibling, beside)
        name = ""
        if body.organization is not None and not body.place and body.level not in {None, "central"}:
            name, told = self._name(body.level or "", draft, beside)
            ending = _ending(body.organization, body.unit, body.level, name, self.around.unit)
            if ending:
                body.organization = f"{body.organization} {ending}"
                body.source = body.source or told
        return replace(
            draft.position,
            organization=body.organization or None,
            branch=body.branch,
            level=body.level,
            is_completed=body.source is not None,
            completed_from=body.source,
            place=self._place(body, draft.position, sibling, name),
        )

    def _body(self, draft: Draft, sibling: Draft | None, beside: Sequence[Draft]) -> _Body:
        """Return the body of an office as far as its neighbours and its heading tell it."""
        position, meaning = draft.position, draft.meaning
        body = _Body(
            position.organization, position.branch, meaning.level, meaning.unit, meaning.place
        )
        lower = (position.organization or "").lower()
        if not body.unit and not body.place and lower in grammar().committees:
            body.unit = lower
        is_open = not body.place and body.unit in {"", "đảng ủy"}
        partner = partner_of(draft, beside) if is_open else None
        if partner is not None:
            body.organization, body.level, body.place = partner
            body.unit, body.source = "", "neighbour"
        elif sibling is not None and meaning.branch == "party" and wants_committee(draft):
            _join_committee(body, sibling)
        elif not body.place and not body.unit and body.level in {None, "central"}:
            body = self._section(draft, body.level) or body
        if body.level is None and sibling is not None and is_local(draft):
            body.level = sibling.meaning.level
        if body.level is None and not body.place:
            body.level, body.unit = self._scope(draft, body.organization, body.unit)
        return body

    def _place(
        self, body: _Body, position: Position, sibling: Draft | None, name: str
    ) -> Place | None:
        """Return the mention of the unit that a completed body belongs to."""
        own = self.places.of(position, name, body.level)
        if own is None and body.source and body.place and sibling is not None:
            own = self.places.of(sibling.position, "", body.level)
        if own is None and body.place and body.level not in {None, "central"}:
            own = self.places.of(position, capitalized(" ".join(body.place)), body.level)
        if own is not None and own.name == "HCM":
            own = replace(own, name="Hồ Chí Minh")
        return own

    def _name(self, level: str, draft: Draft, beside: Sequence[Draft]) -> tuple[str, str]:
        """Return the unit of a level that a body without its name belongs to, and who tells it."""
        for each in beside:
            if each.meaning.level == level and each.meaning.place:
                return capitalized(" ".join(each.meaning.place)), "neighbour"
        unit = self.around.unit
        if unit is not None and unit.level == level:
            return unit.name, "letterhead" if self.around.letterhead else "document"
        if level == "province":
            return self.province(draft.at), "document"
        return self.nearest(level, draft.at), "document"

    def _scope(self, draft: Draft, organization: str | None, unit: str) -> tuple[str | None, str]:
        """Return level and unit word of a bare body in a text that is all about one unit."""
        around = self.around.unit
        if around is None or draft.meaning.is_military or organization is None:
            return None, unit
        lower = organization.lower()
        if around.level == "commune" and (
            lower in _LOCAL_BODIES or lower.startswith(("phòng ", "ban chỉ huy quân sự"))
        ):
            return around.level, around.word
        return None, unit

    def _section(self, draft: Draft, level: str | None) -> _Body | None:
        """Return the body of an office that the text defines or names in a heading over it."""
        defined = self._defined(draft.position, draft.at, level)
        if defined is not None or level is not None:
            return defined
        head = self.around.heading(draft.at)
        return None if head is None or head.entry is None else _under(draft.position, head)

    def _defined(self, position: Position, at: int, level: str | None) -> _Body | None:
        """Return the body that the text names in full before it calls it by one word."""
        lower = (position.organization or "").lower()
        is_council = not lower and position.title.lower().endswith(" hội đồng")
        if lower not in _DEFINED_BODIES and not is_council:
            return None
        full = self.around.defined(lower or "hội đồng", at)
        if not full:
            return None
        branch = position.branch
        if not _of_state(full):
            return _Body(full, branch, level, "", (), "document")
        branch = "government" if branch == "other" else branch
        return _Body(full, branch, "central", "", (), "document")

    def _signed(self, draft: Draft) -> Position | None:
        """Return a position in a block of signature with the body it is signed for."""
        position, meaning = draft.position, draft.meaning
        bare = position.organization is None or position.organization == "Văn phòng"
        if not bare or meaning.place or meaning.level is not None:
            return None
        if position.rule != "signature" and not position.text.isupper():
            return None
        head = self.around.signer(draft.at, _BLOCK)
        if head is None or head.entry is None:
            return None
        body = head.body
        if position.organization is not None and not body.lower().startswith("văn phòng"):
            body = f"Văn phòng {body}"
        level = head.level or head.entry.level
        name = head.unit.name if head.unit is not None else ""
        return replace(
            position,
            organization=body or None,
            branch=head.branch or position.branch,
            level=level,
            is_completed=True,
            completed_from="letterhead",
            place=self.places.of(position, name, level),
        )


class _Places:
    """The place mentions of a text, by where they stand and by name."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._all = sorted(places, key=lambda place: place.start)
        names: dict[tuple[str, str | None], list[Place]] = {}
        for place in self._all:
            names.setdefault((place.name, place.level), []).append(place)
        self._named = {
            key: Nearest(same, (place.start for place in same)) for key, same in names.items()
        }

    def of(self, position: Position, name: str, level: str | None) -> Place | None:
        """Return the last place inside a position, else the nearest of that name and level."""
        at = bisect_right(self._all, position.end, key=lambda place: place.end) - 1
        if at >= 0 and self._all[at].start >= position.start:
            return self._all[at]
        same = self._named.get((name, level)) if name else None
        return same.to(position.start) if same else None


def _sibling(draft: Draft, siblings: Nearest[Draft], beside: Sequence[Draft]) -> Draft | None:
    """Return the office of the same person that tells the unit of one which does not."""
    meaning = draft.meaning
    if meaning.place or (meaning.level == "central" and not wants_committee(draft)):
        return None
    near = next((other for other in beside if has_local_level(other)), None)
    return near or siblings.to(draft.at, but=draft)


def _join_committee(body: _Body, sibling: Draft) -> None:
    """Complete a Party body by the committee that the office beside it is of."""
    committee = committee_of(body.organization or "", sibling)
    if not committee:
        return
    body.level, body.place, body.source = sibling.meaning.level, sibling.meaning.place, "neighbour"
    body.unit = "" if body.place else committee.lower()
    body.organization = joined(body.organization, committee)


def _under(position: Position, head: Head) -> _Body | None:
    """Return the body of an office that stands in the list under the heading of a body."""
    own, branch = position.organization, position.branch
    lower = (own or "").lower()
    name, told = head.name.partition("|")[0], head.branch or branch
    unit = head.unit.full if head.unit is not None else ""
    full = f"{name} {unit}".strip()
    if not lower:
        if not position.title or position.rule == "signature":
            return None
        organization, branch = full, told
    elif name.lower().startswith(lower) and lower in _BARE_BODIES:
        organization, branch = full, told if branch == "other" else branch
    elif told == "assembly" and lower.startswith("ban ") and branch in {"other", "assembly"}:
        organization, branch = f"{own} {full}", told
    elif name.lower() == lower and head.level is not None:
        organization = full
    elif head.level is not None and lower in _BARE_BODIES | _LOCAL_BODIES:
        organization = f"{own} {unit}".strip()
    else:
        return None
    wanted = "unit" if not unit and head.level is not None else ""
    return _Body(organization, branch, head.level, wanted, (), "section")


def _of_state(name: str) -> bool:
    return any(word in name.lower() for word in ("cấp nhà nước", "quốc gia", "trung ương"))


def _ending(organization: str, unit: str, level: str | None, name: str, around: Unit | None) -> str:
    """Return what completes the name of a body, or nothing if it is not known or not wanted."""
    if not name or name.lower() in organization.lower():
        return ""
    if unit:
        last = organization.lower().split()[-1]
        worded = around is not None and around.name == name and around.level == level
        if worded and not _has_word(organization):
            return f"{around.word} {name}" if around is not None else name
        if name == "Hồ Chí Minh" and last not in {"phố", "tp"}:
            return f"Thành phố {name}"
        return name
    if level == "province" and organization.split(maxsplit=1)[0] in {"Sở", "Ty", "Chi"}:
        return f"{'thành phố' if name in _CITIES else 'tỉnh'} {name}"
    return ""


def _has_word(organization: str) -> bool:
    """Return whether the name of a body ends with a unit word or is a committee of its level."""
    lower = organization.lower()
    ends = lower.endswith((" tỉnh", " phố", " huyện", " quận", " thị xã", " xã", " phường"))
    committees = grammar().committees - {"đảng ủy"}
    return ends or lower.endswith((" trấn", " khu")) or any(c in lower for c in committees)
