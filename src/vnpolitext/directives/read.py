"""Reading items as tasks: what is ordered, to whom, how much, by when, how strongly."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol, TypeVar

from vnpolitext.directives.actors import Stretch
from vnpolitext.directives.clauses import Clauses, read_clauses
from vnpolitext.directives.dates import find_deadlines
from vnpolitext.directives.lexicon import task_rules
from vnpolitext.directives.quantities import find_targets
from vnpolitext.directives.records import Actor, Deadline, Directive, Strength
from vnpolitext.directives.roles import Above, role_of
from vnpolitext.text import Span, View


class Placed(Protocol):
    """Any record with a place in the text: a citation, a place, a mention."""

    @property
    def start(self) -> int:
        """First character in the text as read."""

    @property
    def end(self) -> int:
        """After the last character."""


P = TypeVar("P", bound=Placed)
_ASKED: Final = 2
_OBLIGED: Final = 4


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
    stops = [end for _, _, end in places]
    inner: set[int] = set()
    for index in range(len(directives) - 1, -1, -1):
        parent = directives[index].parent
        if parent is not None:
            stops[parent] = places[index][0]
            inner.add(parent)
    read: list[Directive] = []
    above = Above(read, {})
    for index, item in enumerate(directives):
        start = places[index][1]
        body = (start, max(start, stops[index]))
        read.append(_read(view, item, body, above, is_parent=index in inner))
    return read


def inside(directive: Directive, records: Iterable[P]) -> list[P]:
    """Return the ``records`` (citations, places, mentions) that stand inside ``directive``.

    Example:
        >>> item = Directive(10, 30, "x" * 20)
        >>> inside(item, [Span(4, 12, "y" * 8), Span(12, 15, "zzz")])
        [Span(start=12, end=15, text='zzz')]
    """
    return [r for r in records if directive.start <= r.start and r.end <= directive.end]


def _read(
    view: View, item: Directive, body: Stretch, above: Above, *, is_parent: bool
) -> Directive:
    start, stop = body
    clauses = read_clauses(view.text, view.lower, start, stop, is_heading=is_parent)
    role = role_of(view, item, body, clauses, above, is_parent=is_parent)
    ordered = role in ("task", "goal")
    tells_when = ordered or role == "topic" or is_parent
    deadlines = tuple(find_deadlines(view, start, stop, is_order=tells_when))
    actors = _actors(view, clauses) if ordered or is_parent else ()
    if ordered and item.parent is not None and all(actor.role == "with" for actor in actors):
        outer = above.items[item.parent]
        if outer.role == "topic":
            actors = (*(actor for actor in outer.actors if actor.role == "lead"), *actors)
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
        actions=_spans(view, clauses.actions) if ordered else (),
        actors=actors,
        targets=tuple(find_targets(view, start, stop)),
        deadlines=deadlines,
        strength=_strength(view, clauses, body, deadlines) if ordered else None,
    )


def _actors(view: View, clauses: Clauses) -> tuple[Actor, ...]:
    found = [
        Actor(span.start, span.end, span.text, role=role)
        for role, stretches in (("lead", clauses.actors), ("with", clauses.partners))
        for span in _spans(view, stretches)
    ]
    return tuple(sorted(found, key=lambda actor: actor.start))


def _spans(view: View, stretches: Iterable[Stretch]) -> tuple[Span, ...]:
    spans = (view.span(start, end) for start, end in stretches)
    return tuple(Span(start, end, view.source[start:end]) for start, end in spans)


def _strength(
    view: View, clauses: Clauses, body: Stretch, deadlines: Sequence[Deadline]
) -> Strength | None:
    """The strongest word of obligation, not those of a deadline; without one, the verb asks (2)."""
    words = view.lower[body[0] : body[1]].split()
    best: tuple[int, int, int] | None = None
    for word in task_rules().binding.openings.intersection(words):
        for at, stop, level in _bindings(view.lower, word, *body):
            start = view.span(at, stop)[0]
            if not any(each.start <= start < each.end for each in deadlines):
                best = max(best or (level, -at, stop), (level, -at, stop))
    if best is not None:
        return _strong(view, (-best[1], best[2]), best[0])
    if not clauses.actions:
        return None
    negative = view.lower.startswith("không ", clauses.actions[0][0])
    return _strong(view, clauses.actions[0], _OBLIGED if negative else _ASKED)


def _bindings(lower: str, word: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The words of obligation that begin with ``word``: start, end and level of each."""
    binding = task_rules().binding
    at = lower.find(word, start, end)
    while at >= 0:
        found = binding.longest(lower, at, end)
        denied = lower.startswith("không ", max(start, at - 6)) and found and found[1] == _OBLIGED
        if found is not None and not denied and not lower[at - 1 : at].isalpha():
            yield at, *found
        at = lower.find(word, at + len(word), end)


def _strong(view: View, stretch: Stretch, level: int) -> Strength:
    start, end = view.span(*stretch)
    return Strength(start, end, view.source[start:end], level=level)
