"""Reading items as tasks: what is ordered, to whom, how much, by when, how strongly."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final, Protocol, TypeVar

from vnpolitext.directives.actors import Stretch
from vnpolitext.directives.announced import announced_actors, heading_above, labelled_actors
from vnpolitext.directives.charged import charge_of
from vnpolitext.directives.clauses import SENTENCE_END, Clauses, read_clauses
from vnpolitext.directives.dates import find_deadlines
from vnpolitext.directives.forbidden import forbidding
from vnpolitext.directives.lexicon import task_rules
from vnpolitext.directives.partners import partners
from vnpolitext.directives.points import without_points
from vnpolitext.directives.quantities import find_targets
from vnpolitext.directives.records import Actor, Directive, Strength
from vnpolitext.directives.roles import Above, role_of
from vnpolitext.directives.signs import pulls, signs, weight
from vnpolitext.directives.tagging import ordered_verbs
from vnpolitext.text import Span, View
from vnpolitext.text.patterns import lazy_pattern, spaced


class Placed(Protocol):
    """Any record with a place in the text: a citation, a place, a mention."""

    @property
    def start(self) -> int:
        """First character in the text as read."""

    @property
    def end(self) -> int:
        """After the last character."""


P = TypeVar("P", bound=Placed)
_WORD: Final = lazy_pattern(r"[^\W_]+")
_DEMAND: Final = lazy_pattern(
    spaced(r"(?<!\w)(?:có trách nhiệm|chịu trách nhiệm|phải|không được|nghiêm cấm)(?!\w)")
)
_WHOSE: Final = lazy_pattern(
    spaced(r"(?:cơ quan|tổ chức|cá nhân|người|đơn vị|không|tiền|thuế|mà|khi|nếu) \Z")
)
# Things that are given: to give them hands no order on.
_GIVEN: Final = lazy_pattern(
    spaced(r" (?:dự toán|kinh phí|vốn|đất|rừng|biên chế|chỉ tiêu|tài sản|hồ sơ|quyền)(?!\w)")
)
_BACK: Final = 12
_LONGEST_HEADING: Final = 90
_ASKED: Final = 2
_OBLIGED: Final = 4
_FORBIDDEN: Final = 5


def read_directive(text: str | View) -> Directive:
    """Return ``text``, the words of one item without its marker, read as a task.

    Example:
        >>> item = read_directive("Sở Y tế phải giảm 2-3%/năm tỷ lệ này trước ngày 30/6/2025.")
        >>> [actor.text for actor in item.actors], item.strength.level
        (['Sở Y tế'], 4)
        >>> [(target.text, target.unit, target.per) for target in item.targets]
        [('giảm 2-3%/năm', '%', 'năm')]
        >>> [(deadline.relation, deadline.due) for deadline in item.deadlines]
        [('before', '2025-06-30')]
    """
    view = View.of(text)
    whole = Directive(0, len(view.source), view.source)
    return read_items(view, [whole], [(0, 0, len(view.text))])[0]


def read_items(
    view: View, directives: Sequence[Directive], places: Sequence[tuple[int, int, int]]
) -> list[Directive]:
    """Return the items of ``view``, a document's flat list, each read as a task.

    What belongs to an inner item is read there, not in the item around it.

    Args:
        view: The document.
        directives: Its items.
        places: Of each item, where its marker begins and ends and where the item ends, folded.
    """
    view = without_points(view)
    stops = [end for _, _, end in places]
    inner: set[int] = set()
    for index in range(len(directives) - 1, -1, -1):
        parent = directives[index].parent
        if parent is not None:
            stops[parent] = places[index][0]
            inner.add(parent)
    bodies = [(start, max(start, stop)) for (_, start, _), stop in zip(places, stops, strict=True)]
    charges = [
        None if index in inner else charge_of(view.text, view.lower, *body)
        for index, body in enumerate(bodies)
    ]
    orders = [
        body if charge is None else (body[0], charge.start)
        for body, charge in zip(bodies, charges, strict=True)
    ]
    clauses = [
        read_clauses(view.text, view.lower, *order, is_heading=index in inner)
        for index, order in enumerate(orders)
    ]
    announced = _Announced(view, directives, places)
    above = Above(directives, {}, announced.headings())
    around = [above.around(item) for item in directives]
    weights = [
        weight(signs(view, body, clause, words, is_parent=index in inner))
        for index, (words, body, clause) in enumerate(zip(around, bodies, clauses, strict=True))
    ]
    read: list[Directive] = []
    named: list[tuple[Actor, ...]] = []
    for index, pull in enumerate(pulls(weights, [item.list for item in directives])):
        item, body, found = directives[index], bodies[index], clauses[index]
        lead, context = around[index]
        forbids = announced.forbidding(item, lead)
        role = role_of(
            view,
            item,
            body,
            found,
            context,
            is_parent=index in inner,
            forbids=forbids is not None,
            pull=pull,
        )
        is_order = role in ("task", "goal")
        handed_on = (
            is_order
            and bool(found.assigned)
            and not _from_above(item, announced, read, named, climbs=True)
        )
        order, charge = orders[index], charges[index]
        actions = ordered_verbs(view, order, found, is_handed_on=handed_on) if is_order else []
        if charge is not None:
            found.actors += charge.leads
            found.partners += charge.partners
        actors = _actors(view, found, order, actions)
        named.append(actors)
        if is_order and all(actor.role == "with" for actor in actors):
            own = labelled_actors(view, *body)
            climbs = role == "task"
            above_it = _from_above(item, announced, read, named, climbs=climbs) if not own else ()
            leads = _leads(view, own) or above_it
            actors = (*leads, *actors)
        told = _read(
            view, item, body, found, (actions, actors), role=role, is_parent=index in inner
        )
        if forbids is not None and told.is_directive:
            told = replace(told, strength=_strong(view, forbids, _FORBIDDEN))
        read.append(told)
    return read


class _Announced:
    """What the heading or the sentence above each list says: who is to act, what is forbidden."""

    def __init__(
        self,
        view: View,
        directives: Sequence[Directive],
        places: Sequence[tuple[int, int, int]],
    ) -> None:
        self._view = view
        self._firsts: dict[int, int] = {}
        for item, (start, _, _) in zip(directives, places, strict=True):
            self._firsts.setdefault(item.list, start)
        self._led = {item.list for item in directives if item.lead_in is not None}
        self._known: dict[tuple[int, str | None], tuple[Actor, ...]] = {}
        self._forbidding: dict[tuple[int, str | None], Stretch | None] = {}

    def of(self, item: Directive) -> tuple[Actor, ...]:
        """Who is announced above the list of an item; it is looked for once."""
        key = item.list, item.lead_in
        if key not in self._known:
            found = announced_actors(self._view, item.lead_in, self._firsts[item.list])
            self._known[key] = _leads(self._view, found)
        return self._known[key]

    def headings(self) -> dict[int, str]:
        """Of each list that no sentence announces, the heading right above it, if there is one."""
        found = {}
        for index, first in self._firsts.items():
            if index not in self._led and (line := heading_above(self._view, first)) is not None:
                found[index] = self._view.text[slice(*line)].strip(" *_#>")
        return {index: words for index, words in found.items() if len(words) <= _LONGEST_HEADING}

    def forbidding(self, item: Directive, lead: str | None) -> Stretch | None:
        """The word that forbids what the items of a list name; it is looked for once."""
        key = item.list, lead
        if key not in self._forbidding:
            self._forbidding[key] = forbidding(self._view, lead, self._firsts[item.list])
        return self._forbidding[key]


def _from_above(
    item: Directive,
    announced: _Announced,
    read: Sequence[Directive],
    named: Sequence[tuple[Actor, ...]],
    *,
    climbs: bool,
) -> tuple[Actor, ...]:
    """Who is to act by the heading or the sentence above an item that names nobody.

    Args:
        item: The item.
        announced: Who is announced above the lists.
        read: The items before it.
        named: Whom each of them names itself.
        climbs: Whether headings above that name nobody are passed over; a goal that stands below
            several is nobody's by name.
    """
    step = item
    while step.parent is not None and read[step.parent].role == "topic":
        found = tuple(actor for actor in named[step.parent] if actor.role == "lead")
        found = found or announced.of(step)
        if found or not climbs:
            return found
        step = read[step.parent]
    above = announced.of(step)
    if above or step.parent is None:
        return above
    return tuple(actor for actor in read[step.parent].actors if actor.role == "lead")


def _leads(view: View, stretches: Iterable[Stretch]) -> tuple[Actor, ...]:
    return tuple(
        Actor(span.start, span.end, span.text, role="lead") for span in _spans(view, stretches)
    )


def inside(directive: Directive, records: Iterable[P]) -> list[P]:
    """Return the ``records`` (citations, places, mentions) that stand inside ``directive``.

    Example:
        >>> item = Directive(10, 30, "x" * 20)
        >>> inside(item, [Span(4, 12, "y" * 8), Span(12, 15, "zzz")])
        [Span(start=12, end=15, text='zzz')]
    """
    return [r for r in records if directive.start <= r.start and r.end <= directive.end]


def _read(
    view: View,
    item: Directive,
    body: Stretch,
    clauses: Clauses,
    told: tuple[list[Stretch], tuple[Actor, ...]],
    *,
    role: str,
    is_parent: bool,
) -> Directive:
    start, stop = body
    ordered = role in ("task", "goal")
    actions, actors = told
    deadlines = tuple(
        find_deadlines(view, start, stop, is_order=ordered or is_parent, is_open=role == "topic")
    )
    return Directive(
        item.start,
        item.end,
        item.text,
        marker=item.marker,
        number=item.number,
        style=item.style,
        level=item.level,
        parent=item.parent,
        list=item.list,
        lead_in=item.lead_in,
        heading=item.heading,
        rule=item.rule,
        role=role,
        is_directive=ordered,
        actions=_spans(view, actions),
        actors=actors if ordered or is_parent else (),
        targets=tuple(find_targets(view, start, stop)),
        deadlines=deadlines,
        strength=_strength(view, clauses, body, actions) if ordered else None,
    )


def _actors(
    view: View, clauses: Clauses, body: Stretch, actions: Iterable[Stretch]
) -> tuple[Actor, ...]:
    """Who is named in the clauses of an item, and whom its actions say to act with, each once."""
    cooperating = chain.from_iterable(
        partners(view.text, view.lower, action, body[1]) for action in actions
    )
    found = [
        Actor(span.start, span.end, span.text, role=role)
        for role, stretches in (
            ("lead", clauses.actors),
            ("with", (*clauses.partners, *cooperating)),
        )
        for span in _spans(view, stretches)
    ]
    named: dict[tuple[str, str], Actor] = {}
    for actor in sorted(found, key=lambda actor: actor.start):
        named.setdefault((actor.role, " ".join(actor.text.lower().split())), actor)
    return tuple(named.values())


def _spans(view: View, stretches: Iterable[Stretch]) -> tuple[Span, ...]:
    spans = (view.span(start, end) for start, end in stretches)
    return tuple(Span(start, end, view.source[start:end]) for start, end in spans)


def _strength(
    view: View, clauses: Clauses, body: Stretch, actions: Iterable[Stretch]
) -> Strength | None:
    """The strongest word of obligation before or in what is ordered; a verb without one asks (2).

    What an object or a purpose speaks of (*theo yêu cầu*, *được giao*) obliges nobody, and a verb
    that is only advised (*nên rà soát*) asks for no more.
    """
    best: tuple[int, int, int] | None = None
    levels = (_level(view.lower, modal) for modal in clauses.modals)
    if any(level is not None and level[0] < _ASKED for level in levels):
        actions = ()
    for stretch in (*clauses.modals, *clauses.assigned, *actions, *_demands(view, body)):
        found = _level(view.lower, stretch)
        if found is not None:
            level, at, stop = found
            if view.lower[at:stop] == "giao" and _GIVEN.match(view.lower, stop):
                level = _ASKED
            best = max(best or (level, -at, stop), (level, -at, stop))
    if best is None:
        best = _in_sentence(view.lower, body)
    return None if best is None else _strong(view, (-best[1], best[2]), best[0])


def _demands(view: View, body: Stretch) -> Iterable[Stretch]:
    """Words that oblige whoever the sentence is about, wherever they stand in it."""
    for found in _DEMAND.finditer(view.lower, *body):
        if not _WHOSE.search(view.lower, max(body[0], found.start() - _BACK), found.start()):
            yield found.span()


def _in_sentence(lower: str, body: Stretch) -> tuple[int, int, int] | None:
    """The strongest word of the first sentence, for items whose verb is not known."""
    sentence = SENTENCE_END.search(lower, body[0] + 1, body[1])
    found = _level(lower, (body[0], sentence.start() if sentence else body[1]))
    return None if found is None or found[2] == body[1] else (found[0], -found[1], found[2])


def _level(lower: str, stretch: Stretch) -> tuple[int, int, int] | None:
    """How binding a modal or a verb phrase is, and the word that says so."""
    start, end = stretch
    binding = task_rules().binding
    best: tuple[int, int, int] | None = None
    after = binding.longest(lower, end + 1, len(lower))
    if after is not None and after[1] > _OBLIGED and lower[end : end + 1] == " ":
        return after[1], end + 1, after[0]
    for word in _WORD.finditer(lower, start, end):
        found = binding.longest(lower, word.start(), end)
        if found is not None and (best is None or found[1] > best[0]):
            best = found[1], word.start(), found[0]
    negated = lower.startswith("không ", start) and not lower.startswith("không ngừng", start)
    if negated and (best is None or best[0] <= _OBLIGED):
        return _OBLIGED, start, end
    is_alone = best is not None and best[1] == start and "," not in lower[start:end]
    if best is None or (best[0] < _ASKED and not is_alone):
        return _ASKED, start, end
    return best


def _strong(view: View, stretch: Stretch, level: int) -> Strength:
    start, end = view.span(*stretch)
    return Strength(start, end, view.source[start:end], level=level)
