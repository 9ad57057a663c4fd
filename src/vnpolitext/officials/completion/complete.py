"""Bodies completed from their neighbours and from the document: *Tỉnh ủy* of which province?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from vnpolitext.layout import Page
from vnpolitext.officials.completion.companions import Companion, Companions
from vnpolitext.officials.completion.endings import CITIES, ending_of, ending_of_local, is_of_city
from vnpolitext.officials.completion.homes import Homes
from vnpolitext.officials.completion.named_bodies import NamedBodies
from vnpolitext.officials.completion.named_units import (
    Unit,
    capitalized,
)
from vnpolitext.officials.completion.neighbours import (
    MINISTERS,
    Draft,
    Nearest,
    has_local_level,
    is_local,
    offices_beside,
    partner_of,
    wants_committee,
)
from vnpolitext.officials.completion.overhead import BodiesOver, Over
from vnpolitext.officials.completion.place_mentions import SAIGON, PlaceMentions
from vnpolitext.officials.completion.repeats import repeat_bodies, tell_foreign
from vnpolitext.officials.completion.sections import (
    DEPARTMENTS,
    LOCAL_BODIES,
    SHORT_BODIES,
    Body,
    define,
    read_heading,
    read_signature,
    signed_for,
)
from vnpolitext.officials.completion.surroundings import Surroundings
from vnpolitext.officials.completion.takeover import (
    accompany,
    head,
    is_of_committee,
    join_committee,
    name_department,
    share,
)
from vnpolitext.officials.meaning.abroad import land_of
from vnpolitext.officials.meaning.branches import branch_of_body
from vnpolitext.officials.meaning.standing import branch_of, is_regional
from vnpolitext.officials.meaning.understand import Meaning
from vnpolitext.officials.records import Position
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.places.records import Place
from vnpolitext.text.patterns import lazy_pattern

_NUMBERED_ARMY: Final = frozenset(
    {"quân khu", "quân đoàn", "sư đoàn", "lữ đoàn", "trung đoàn", "binh đoàn", "tiểu đoàn"}
)
# Layouts of pages that list those who lead one body.
_OF_TOPIC: Final = frozenset(
    {"table", "list", "listing", "heading", "shared", "entry", "entries", "spread"}
)
# Who leads a body is told in a sentence.
_HEADED: Final = lazy_pattern(r" (?:(?:lâm thời |lúc (?:đó|ấy) |khi (?:đó|ấy) ){0,2}là |đầu tiên )")
_AFTER: Final = 40
# Branches that an office without a body has by its own words only.
_OPEN_BRANCHES: Final = frozenset({"other", "government", "party"})
_HIGHEST: Final = frozenset({None, "central"})
# Bare "Chủ tịch" before their names is the office of the head of state.
_HEADS_OF_STATE: Final = frozenset({"hồ chí minh", "tôn đức thắng"})


class Setting:
    """What a document says of the places its bodies belong to."""

    def __init__(
        self,
        page: Page,
        places: Sequence[Place] | None,
        companions: Companions,
        publisher: str = "",
    ) -> None:
        """Prepare for positions found on ``page``.

        Args:
            page: The layout of the text.
            places: Its place mentions, if they are known.
            companions: The offices that it names with their body.
            publisher: Name of the province of its publisher, if it is known.
        """
        self.view = page.view
        self.homes = Homes(page.view, publisher, lambda: self.land)
        self.companions = companions
        self.places = PlaceMentions(places or ())
        self.around = Surroundings(page)
        self.bodies = NamedBodies(page.view)
        self._over = BodiesOver(page, self.bodies)

    @cached_property
    def land(self) -> str:
        """The other country that the text is about, if it is not about this one."""
        return land_of(self.view.text, self.view.lower)

    def complete(self, drafts: list[Draft], name: str = "") -> list[Position]:
        """Return the positions of one person, completed, in the order of ``drafts``.

        Args:
            drafts: The positions.
            name: Name of the person.
        """
        drafts = tell_foreign(self.view, drafts, name, lambda: bool(self.land))
        local = [draft for draft in drafts if has_local_level(draft)]
        siblings = Nearest(local, [draft.at for draft in local])
        found = []
        for at, draft in enumerate(drafts):
            beside = offices_beside(self.view, drafts, at)
            is_called = draft.position.rule == "before" and draft.position.organization is None
            is_head = name.lower() in _HEADS_OF_STATE and draft.position.text.lower() == "chủ tịch"
            if is_head and is_called:
                status = draft.position.status
                status = "current" if status == "former" else status
                position = replace(
                    draft.position, branch="government", level="central", status=status
                )
            else:
                position = self._complete(draft, siblings, beside)
            found.append(position)
        return repeat_bodies(found)

    def _complete(
        self, draft: Draft, siblings: Nearest[Draft], beside: Sequence[Draft]
    ) -> Position:
        if draft.meaning.is_foreign:
            return draft.position
        known = self._signed(draft) or self._chaired(draft, beside)
        if known is not None:
            return known
        sibling = self._sibling(draft, siblings, beside)
        body = self._body(draft, sibling, beside)
        if (body.organization or "").lower() in DEPARTMENTS:
            name_department(body, beside)
        name = ""
        if body.organization is not None and not body.place and body.level not in {None, "central"}:
            name, told = self._name(body.level or "", draft, beside)
            if name and is_of_city(body) and name not in CITIES:
                name, body.level = "", None
            around = self._unit(draft.position)
            ending = ending_of(body.organization, body.unit, body.level, name, around)
            if not ending and name and told == "neighbour":
                ending = ending_of_local(body.organization, body.level, name)
            if ending:
                body.organization = f"{body.organization} {ending}"
                body.source = body.source or told
        self._number(body, draft.at)
        return replace(
            draft.position,
            organization=body.organization or None,
            branch=_branch(body),
            level=body.level,
            is_completed=body.source is not None,
            completed_from=body.source,
            place=self._place(body, draft.position, sibling, name),
        )

    def _sibling(
        self, draft: Draft, siblings: Nearest[Draft], beside: Sequence[Draft]
    ) -> Draft | None:
        """Return the office of the same person that tells the unit of one which does not.

        One on a later line is of a later time.
        """
        meaning = draft.meaning
        if meaning.place or (meaning.level == "central" and not wants_committee(draft)):
            return None
        near = next((other for other in beside if has_local_level(other)), None)
        if near is not None:
            return near
        found = siblings.to(draft.at, but=draft)
        is_later = (
            found is not None and "\n" in self.view.source[draft.at : max(draft.at, found.at)]
        )
        return None if is_later else found

    def _body(self, draft: Draft, sibling: Draft | None, beside: Sequence[Draft]) -> Body:
        """Return the body of an office as far as its neighbours and its heading tell it."""
        position, meaning = draft.position, draft.meaning
        body = Body(
            position.organization, position.branch, meaning.level, meaning.unit, meaning.place
        )
        body.source = position.completed_from
        lower = (position.organization or "").lower()
        if not body.unit and not body.place and lower in grammar().committees:
            body.unit = lower
        is_open = not body.place and body.unit in {"", "đảng ủy"}
        partner = partner_of(draft, beside) if is_open else None
        if partner is not None:
            body.organization, body.level, body.place = partner
            body.unit, body.source = "", "neighbour"
        elif sibling is not None and is_of_committee(draft):
            join_committee(body, sibling)
        over: Over | None = None
        if body.source is None and not body.place and not body.unit and body.level in _HIGHEST:
            defined = define(body, self.around, position, draft.at)
            if not defined and not lower and position.rule in _OF_TOPIC:
                over = self._founded(position, draft.at) or self._headed(position, draft.at)
            if over is not None:
                head(body, over)
            elif not defined and body.level is None:
                read_heading(body, self.around, position, draft.at)
        self._look_around(body, draft, beside, is_headed=over is not None)
        if body.level is None and sibling is not None and is_local(draft):
            body.level = None if is_regional(body.organization) else sibling.meaning.level
        if body.level is None and not body.place:
            body.level, body.unit = self._scope(draft, body.organization, body.unit)
        return body

    def _headed(self, position: Position, at: int) -> Over | None:
        """Return the body that the row or the line over an office names."""
        box = self._over.in_box(position.title, at) if position.rule == "table" else None
        return box or self._over.of(position.title, at)

    def _founded(self, position: Position, at: int) -> Over | None:
        """Return the body founded before the office of its first head (*Bộ trưởng đầu tiên là*)."""
        after = self.view.source[position.end : position.end + _AFTER].lower()
        if _HEADED.match(after) is None:
            return None
        found = self.bodies.founded(position.title, at)
        return Over(found) if found is not None or after.startswith(" đầu tiên") else None

    def _look_around(
        self, body: Body, draft: Draft, beside: Sequence[Draft], *, is_headed: bool
    ) -> None:
        """Give an office without a body that of what is told beside it or before it."""
        if body.organization is None and body.source is None:
            share(body, draft, beside)
        position = draft.position
        companion: Companion | None = None
        if body.organization is None and body.source is None:
            companion = self.companions.of(position.title, position.branch, draft.at)
        is_denied = companion is not None and companion.is_of_another
        if companion is not None and not is_denied:
            accompany(body, position, companion.meaning)
        if body.source is None and not body.place:
            taken = companion.meaning.organization if companion and is_denied else None
            has_topic = not (is_denied or is_headed)
            self._name_body(body, position, draft.at, has_topic=has_topic, taken=taken)

    def _name_body(
        self, body: Body, position: Position, at: int, *, has_topic: bool, taken: str | None
    ) -> None:
        """Give an office the body that the text around it names, if it has none or a short one.

        Not the one that is ``taken``, which another person heads.
        """
        found: Meaning | None = None
        own = body.organization or ""
        if not own:
            found = self.bodies.beside(position.title, at)
            if found is None and has_topic and position.rule in _OF_TOPIC:
                found = self.bodies.topic(position.title)
        elif own.isupper() and " " not in own:
            body.organization = self.bodies.in_full(own) or own
        elif own.lower() in SHORT_BODIES and body.level is None:
            found = self.bodies.longer(position.title, own, at)
        if found is None or found.organization in {None, taken} or found.is_foreign:
            return
        body.take_of(found, "section")
        if body.branch in {"other", "government"}:
            body.branch = found.branch

    def _place(
        self, body: Body, position: Position, sibling: Draft | None, name: str
    ) -> Place | None:
        """Return the mention of the unit that a completed body belongs to."""
        if body.level == "central":
            return None
        if body.level is None and is_regional(body.organization):
            return None
        own = self.places.of(position, name, body.level)
        if own is None and body.source and body.place and sibling is not None:
            own = self.places.of(sibling.position, "", body.level)
        if own is None and body.place and body.level not in {None, "central"}:
            own = self.places.of(position, capitalized(" ".join(body.place)), body.level)
        if own is not None and own.name == "HCM":
            own = replace(own, name=SAIGON)
        return own

    def _name(self, level: str, draft: Draft, beside: Sequence[Draft]) -> tuple[str, str]:
        """Return the unit of a level that a body without its name belongs to, and who tells it."""
        for each in beside:
            if each.meaning.level == level and each.meaning.place:
                return capitalized(" ".join(each.meaning.place)), "neighbour"
        unit = self._unit(draft.position)
        if unit is not None and unit.level == level:
            return unit.name, "letterhead" if self.around.letterhead else "document"
        if level == "province":
            name = self.homes.province(draft.at)
            return (name, "document") if name else (self.homes.given, "argument")
        return self.homes.nearest(level, draft.at), "document"

    def _unit(self, position: Position) -> Unit | None:
        """Return the unit of all bodies, or the one whose page lists who leads its bodies."""
        is_listed = position.rule in _OF_TOPIC
        return self.around.unit or (self.around.titled if is_listed else None)

    def _scope(self, draft: Draft, organization: str | None, unit: str) -> tuple[str | None, str]:
        """Return level and unit word of a bare body in a text that is all about one unit."""
        around = self._unit(draft.position)
        if around is None or draft.meaning.is_military or organization is None:
            return None, unit
        lower = organization.lower()
        if self.around.unit is None and lower in LOCAL_BODIES:
            return around.level, around.word
        if around.level == "commune" and (
            lower in LOCAL_BODIES or lower.startswith(("phòng ", "ban chỉ huy quân sự"))
        ):
            return around.level, around.word
        return None, unit

    def _chaired(self, draft: Draft, beside: Sequence[Draft]) -> Position | None:
        """Return the office of a minister who chairs a committee (*Bộ trưởng, Chủ nhiệm*)."""
        position = draft.position
        pair = [position, *(other.position for other in beside)]
        pair = [each for each in pair if each.title.lower() in MINISTERS]
        if position not in pair or any(each.organization for each in pair):
            return None
        titles = [each.title.lower() for each in pair]
        is_pair = {title.rsplit(" ", 1)[-1] for title in titles} == {"trưởng", "nhiệm"}
        committee = self.around.committee if is_pair else ""
        if not committee:
            return None
        return replace(
            position,
            organization=committee,
            branch="government",
            level="central",
            is_completed=True,
            completed_from="document",
        )

    def _number(self, body: Body, at: int) -> None:
        """Add the number that the text gave a body of the army before (*Chính ủy Quân khu*)."""
        last = " ".join((body.organization or "").lower().split()[-2:])
        number = self.around.numbered(last, at) if last in _NUMBERED_ARMY else ""
        if number:
            body.organization = f"{body.organization} {number}"
            body.source = body.source or "document"

    def _signed(self, draft: Draft) -> Position | None:
        """Return a position in a block of signature with the body it is signed for."""
        position = draft.position
        head = None if draft.meaning.place else read_signature(self.around, position, draft.at)
        if head is None:
            return None
        body, branch, level = signed_for(head, position)
        name = head.unit.name if head.unit is not None else ""
        is_local = body.lower().endswith(" nhân dân")
        if not name and level is None and is_local and self.homes.is_of_province:
            level = "province"
        source = "letterhead"
        if not name and level == "province" and is_local:
            name = self.homes.province(draft.at)
            if not name:
                name, source = self.homes.given, "argument"
            word = "thành phố" if name in CITIES else "tỉnh"
            body = f"{body} {word} {name}" if name else body
        return replace(
            position,
            organization=body or None,
            branch=branch,
            level=level,
            is_completed=True,
            completed_from=source if name else "letterhead",
            place=self.places.of(position, name, level),
        )


def _branch(body: Body) -> str:
    """Return the branch of a completed body: that of its whole name, where its office is of any."""
    if body.source is None or body.organization is None or body.branch not in _OPEN_BRANCHES:
        return body.branch
    return branch_of(body.organization) or branch_of_body(body.organization) or body.branch
