"""Find the persons of a text and the offices it gives them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from vnpolitext.layout import Page, read_page
from vnpolitext.models import using
from vnpolitext.models.instead import DEFAULT
from vnpolitext.officials.bonds import REPLACED, SERVED, Bond, Scene, find_bonds, without_vacant
from vnpolitext.officials.completion.companions import Companions
from vnpolitext.officials.completion.complete import Setting
from vnpolitext.officials.completion.neighbours import Draft
from vnpolitext.officials.meaning.understand import Meaning, understand
from vnpolitext.officials.persons.describe import describe
from vnpolitext.officials.persons.link import Group, Mention, gather
from vnpolitext.officials.persons.subject import find_defined, find_subject, find_title
from vnpolitext.officials.persons.told import find_told, may_tell
from vnpolitext.officials.phrases import Element, Name, scan
from vnpolitext.officials.phrases.again import recall_outside
from vnpolitext.officials.phrases.apart import without_apart
from vnpolitext.officials.phrases.called import called
from vnpolitext.officials.phrases.in_cells import fill_cells
from vnpolitext.officials.phrases.in_labels import fill_labels
from vnpolitext.officials.phrases.offices import find_office
from vnpolitext.officials.records import Person, Position
from vnpolitext.officials.tenure.dates import Tenures
from vnpolitext.officials.tenure.deaths import has_died, is_past, retired_at
from vnpolitext.officials.tenure.frames import is_of_then
from vnpolitext.officials.tenure.held import Tenure
from vnpolitext.officials.tenure.settle import settle
from vnpolitext.officials.tenure.status import Clause, gives_way, is_lost
from vnpolitext.officials.words.tokens import Tokens, chunks, tokenize
from vnpolitext.officials.words.zones import zones
from vnpolitext.places.find import find_places, province_name
from vnpolitext.places.records import Place
from vnpolitext.progress import under_way
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.view import fold_all

_HEAD: Final = 3000
_LIFE: Final = 6000
# Layouts of lists by office under a heading, which may tell a term of office.
_LISTS: Final = frozenset({"list", "listing", "heading", "shared", "spread", "table"})
# A birth, or the box of a person.
_PERSONAL: Final = lazy_pattern(
    r"(?<!h[yi] )sinh(?:(?<=tên khai sinh)| (?:ngày|năm|tháng|tại|[\d|]))"
    r"|thông tin cá nhân|nhiệm kỳ \|"
)


@under_way("find persons")
def find_persons(
    text: str | View | Page,
    *,
    places: Sequence[Place] | None = None,
    as_of: date | str | None = None,
    province: str | None = None,
    offices: str = DEFAULT,
    names: str = DEFAULT,
) -> list[Person]:
    """Find every person that a text names, with all mentions and all offices.

    Args:
        text: The text as it was read, or a view or page of it.
        places: The place mentions of the same text, from
            [`find_places`][vnpolitext.places.find_places]. They link the bodies of positions to
            administrative units and keep units that bear the name of a person apart. Where
            ``as_of`` or ``province`` is given without them, they are looked for.
        as_of: Day the text is of, which decides what units are linked and what the province is
            called.
        province: Province of the publisher. A body of a province that neither its sentence nor the
            text names (*Chủ tịch UBND tỉnh*) is of this one.
        offices: Name of the model of offices and bodies.
        names: Name of the model of personal names.

    Returns:
        The persons in the order of their first mention. The spans are those of ``text`` as it
        was read.

    Raises:
        ValueError: ``as_of`` is no ISO date, or no province was ever called ``province``.
        ModelError: A model is not what its name promises.

    Example:
        >>> text = "Đồng chí Lò Thị Minh Phượng, UVTV, Trưởng Ban Tuyên giáo Tỉnh uỷ Điện Biên"
        >>> [person] = find_persons(text)
        >>> person.name, [position.normalized for position in person.positions]
        ('Lò Thị Minh Phượng', ['Ủy viên Ban Thường vụ', 'Trưởng Ban Tuyên giáo Tỉnh ủy Điện Biên'])
        >>> for position in person.positions:
        ...     print(position.organization, position.level)
        Ban Thường vụ Tỉnh ủy Điện Biên province
        Ban Tuyên giáo Tỉnh ủy Điện Biên province
    """
    with using(offices=offices, names=names):
        page = read_page(text)
        publisher = province_name(province, as_of) if province else ""
        if places is None and (as_of is not None or province):
            places = find_places(page, as_of=as_of, province=province)
        return _find(page, places, publisher)


def _find(page: Page, places: Sequence[Place] | None, publisher: str) -> list[Person]:
    view = page.view
    flat, lower = page.text, view.lower
    mentions: list[Mention] = []
    drafts: dict[int, list[Draft]] = {}
    read: list[tuple[int, int]] = []
    life = _Life(lower)
    tenures = Tenures(page)
    companions = Companions(view.text)
    for spans, scene in _scenes(page, life):
        read += spans
        bonds = find_bonds(scene)
        companions.note(scene.tokens, scene.elements)
        mentions += _mentions(flat, scene.tokens, scene.elements)
        holders: dict[int, set[int]] = {}
        for bond in bonds:
            holders.setdefault(bond.index, set()).add(bond.start)
        for bond in bonds:
            clause = _clause(view, scene, bond, holders.get(bond.index - 1, set()))
            draft = _draft(view, scene, bond, tenures, companions, clause=clause)
            drafts.setdefault(bond.start, []).append(draft)
    mentions = _with_recalled(flat, read, mentions)
    if places:
        mentions = _without_places(mentions, places, drafts)
    setting = Setting(page, places, companions, publisher)
    past = is_past(lower)
    persons = []
    held = [(group, _held(group, drafts)) for group in gather(mentions, life.subject)]
    for holder, (_, own) in enumerate(held):
        for draft in own:
            companions.hold(draft.at, holder)
    for group, own in held:
        offices: list[Position] = []
        if own:
            has_ended = (lambda: True) if past else partial(_has_died, lower, group, life)
            told = settle(
                own,
                lambda: tenures.eras.newest,
                has_died=has_ended,
                retired=partial(_retired_at, lower, group, life),
            )
            offices = setting.complete(told, group.fullest.text)
        persons.append(describe(view, group, offices))
    return persons


def _held(group: Group, drafts: dict[int, list[Draft]]) -> list[Draft]:
    """Return the offices of a person, once each where a list names the person twice.

    It has the time that stands beside either name.
    """
    own: dict[tuple[int, int], Draft] = {}
    for mention in group.mentions:
        for draft in drafts.get(mention.start, ()):
            span = draft.position.start, draft.position.end
            known = own.setdefault(span, draft).position
            if known.since is None and known.until is None:
                own[span] = draft
    return list(own.values())


def read_scenes(text: str) -> Iterator[Scene]:
    """Yield the scenes of a text: names and offices, before anybody holds one.

    Args:
        text: The text as it was read.
    """
    page = read_page(text)
    for _, scene in _scenes(page, _Life(page.view.lower)):
        yield scene


def _scenes(page: Page, life: _Life) -> Iterator[tuple[list[tuple[int, int]], Scene]]:
    """Yield the stretches of a text that are worth reading, and the scene in each group."""
    flat, lower = page.text, page.view.lower
    for start, end in chunks(flat):
        spans = [(start, end)] if life.is_told else zones(flat, lower, start, end)
        tokens = tokenize(flat, spans)
        if start == 0:
            life.find_title(tokens)
        elements = scan(tokens, life.known, ends=end == len(flat))
        if start == 0:
            life.find_subject(tokens, elements)
        fill_cells(tokens, elements, page.grids)
        fill_labels(tokens, elements)
        elements = without_vacant(tokens, without_apart(tokens, elements, page))
        yield spans, Scene(tokens, elements, page.tables(start, end), life.subject)


def _retired_at(lower: str, group: Group, life: _Life) -> int:
    return retired_at(lower) if life.is_of(group) else -1


def _has_died(lower: str, group: Group, life: _Life) -> bool:
    spans = [(mention.start, mention.end) for mention in group.mentions]
    return has_died(lower, spans, is_subject=life.is_of(group))


class _Life:
    """What the head of a text tells of the one person it may be about.

    Attributes:
        is_told: Whether the text may tell a life, so that all of it is worth reading.
        known: Names that its title gives, as folded words.
        subject: Index of the first character of a mention of the person, ``None`` without one.
    """

    def __init__(self, lower: str) -> None:
        self._is_personal = _PERSONAL.search(lower, 0, _LIFE) is not None
        self._may_tell = may_tell(lower, _HEAD)
        self.is_told = self._is_personal or self._may_tell
        self.known: frozenset[tuple[str, ...]] = frozenset()
        self.subject: int | None = None

    def is_of(self, group: Group) -> bool:
        """Return whether the person of a group is the one whose life is told."""
        return any(mention.start == self.subject for mention in group.mentions)

    def find_title(self, tokens: Tokens) -> None:
        """Read the title in the ``tokens`` of the head."""
        if self._is_personal:
            self.known = find_title(tokens)

    def find_subject(self, tokens: Tokens, elements: list[Element]) -> None:
        """Find the person among the ``elements`` of the head."""
        if not self.is_told:
            return
        size = bisect_left(tokens.starts, _HEAD)
        head, inner = tokens.head(size), [each for each in elements if each.last <= size]
        found = (find_subject if self._is_personal else find_defined)(head, inner)
        if found is None and self._may_tell:
            found = find_told(head, inner)
        self.subject = None if found is None else tokens.starts[found.first]
        self.is_told = found is not None or bool(self.known)


def _mentions(text: str, tokens: Tokens, elements: list[Element]) -> list[Mention]:
    found = []
    for element in elements:
        if not isinstance(element, Name):
            continue
        first, last = tokens.starts[element.first], tokens.ends[element.last - 1]
        found.append(
            Mention(
                first,
                last,
                tuple(tokens.words[element.first : element.last]),
                " ".join(text[first:last].split()),
                element.addresses,
                tentative=element.tentative,
                certain=element.certain,
                other=element.other,
            )
        )
    return found


def _with_recalled(
    text: str, read: list[tuple[int, int]], mentions: list[Mention]
) -> list[Mention]:
    """Return ``mentions`` and those of the same people by a foreign last or a given name alone."""
    full: dict[tuple[str, ...], int] = {}
    for mention in mentions:
        if not mention.tentative:
            full.setdefault(mention.words, mention.end)
    alone = called(text, full, {mention.start for mention in mentions})
    found = [
        Mention(first, last, (text[first:last].lower(),), text[first:last], tentative=True)
        for first, last in (*recall_outside(text, read, full), *alone)
    ]
    return sorted((*mentions, *found), key=lambda m: m.start) if found else mentions


def _without_places(
    mentions: list[Mention], places: Sequence[Place], drafts: dict[int, list[Draft]]
) -> list[Mention]:
    """Return ``mentions`` without those that only their form makes a person and that are units."""
    sure = {m.words for m in mentions if m.certain or m.start in drafts}
    if all(m.words in sure for m in mentions):
        return mentions
    units = set(fold_all({place.name for place in places}))
    return [m for m in mentions if m.words in sure or " ".join(m.words) not in units]


def _clause(view: View, scene: Scene, bond: Bond, before: Set[int]) -> Clause:
    """Return what the sentence says of an office, but not what it says of that of another before.

    *Năm 1944, ông A nhận chức Bộ trưởng, Tổng thống B tặng hoa*: nothing is told of B's office.

    Args:
        view: The view of the text.
        scene: The scene.
        bond: The office and who holds it.
        before: Those who hold the office before it.
    """
    clause = scene.clauses.of(bond.index, view.lower)
    if not before or clause.verb_at is None:
        return clause
    if scene.given_name(bond.start) in map(scene.given_name, before):
        return clause
    given = scene.tokens.starts[scene.elements[bond.index - 1].first]
    return Clause() if clause.verb_at < given else clause


def _draft(
    view: View,
    scene: Scene,
    bond: Bond,
    tenures: Tenures,
    companions: Companions,
    *,
    clause: Clause,
) -> Draft:
    tokens, elements, office = scene.tokens, scene.elements, bond.office
    first, last = tokens.starts[office.first], tokens.ends[office.last - 1]
    start, end = view.span(first, last)
    meaning = _meaning(view, scene, bond, companions)
    apart = bond.body is not None and meaning.organization is not None
    listed = bond.rule in _LISTS
    tenure = Tenure()
    if bond.rule not in {REPLACED, SERVED}:
        tenure = tenures.of(tokens, elements, bond.index, clause, bond.start, is_listed=listed)
    position = Position(
        start=start,
        end=end,
        text=view.source[start:end],
        normalized=meaning.normalized,
        title=meaning.title,
        organization=meaning.organization,
        status=_status(scene, clause, tenure, bond, tenures),
        rule=bond.rule,
        score=round(bond.score, 3),
        branch=meaning.branch,
        level=meaning.level,
        since=tenure.since,
        until=tenure.until,
        since_span=tenure.since_at and view.span(*tenure.since_at),
        until_span=tenure.until_at and view.span(*tenure.until_at),
        is_completed=apart,
        completed_from="section" if apart else None,
    )
    return Draft(position, meaning, first, tenure.is_told)


def _status(scene: Scene, clause: Clause, tenure: Tenure, bond: Bond, tenures: Tenures) -> str:
    """Return the status of an office by its sentence, its time and the time its section tells of.

    Who signs a document holds the office on its day.
    """
    if bond.rule == REPLACED:
        return "former"
    if bond.rule == SERVED:
        return "current"
    if clause.status != "current" or bond.rule == "signature":
        return clause.status
    tokens = scene.tokens
    spans = [bond.office, *(scene.elements[n] for n in [scene.numbers.get(bond.start)] if n)]
    ends = [tokens.ends[each.last - 1] for each in spans]
    eras = tenures.eras
    first = tokens.starts[bond.office.first]
    then = gives_way(tokens, scene.elements, bond.index) or is_of_then(eras.lower, first, *ends)
    then = then or is_lost(eras.lower, max(ends))
    then = then or (clause.gives and scene.clauses.is_left(bond.index, eras.lower))
    then = then or tenures.tells_past(first, ends[0], clause)
    return "former" if then or tenure.has_ended or eras.is_past(bond.start, first) else "current"


def _meaning(view: View, scene: Scene, bond: Bond, companions: Companions) -> Meaning:
    """Return what an office says, with its body where that stands apart."""
    tokens, office, text = scene.tokens, bond.office, view.text
    own = companions.meaning(tokens, office)
    if bond.body is None:
        return own
    spans = ((office.first, office.last), bond.body)
    phrase = " ".join(text[tokens.starts[a] : tokens.ends[b - 1]] for a, b in spans)
    inner = tokenize(phrase, [(0, len(phrase))])
    whole = find_office(inner, 0)
    if whole is None:
        return own
    return replace(understand(inner, whole, phrase), normalized=own.normalized)
