"""Following orders over many documents: whose task it is, and by when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from importlib import import_module
from typing import Any, Final, Protocol

from vnpolitext.directives.align import own_text
from vnpolitext.directives.falling_due import last_day
from vnpolitext.directives.records import Actor, Deadline, Directive
from vnpolitext.errors import documents_with
from vnpolitext.progress import under_way
from vnpolitext.text import Span
from vnpolitext.text.analysed import AnalysedDocument

Stretch = tuple[int, int]
_LATEST: Final = "9999"


class OrderingDocument(AnalysedDocument, Protocol):
    """An analysed document with its directives."""

    @property
    def directives(self) -> Sequence[Directive]:
        """The flat list of its items."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One task of one actor (*phân công nhiệm vụ*).

    Attributes:
        document: Identifier of the document.
        date: Day of the document, ISO 8601, or ``None``.
        item: Index of the item in the document's list of directives.
        actor: Who is to act, as written; ``None`` where the order names nobody.
        role: ``"lead"``, or ``"with"`` of who cooperates; ``None`` where the order names nobody.
        action: The verb phrases of the actor, parted by ``"; "``, or ``None``.
        task: The words of the item, without its marker and without the items inside it.
        deadline: By when, as written, or ``None``.
        due: The same as in [`Deadline`][vnpolitext.directives.Deadline].
        due_day: Last day of it, ISO 8601, see `deadlines`; ``None`` where the text does not say.
        deadline_from: ``"item"``, or ``"heading"`` where it stands in an item around this one.
        strength: How binding the order is, 1 to 5, or ``None``.
        kind: ``"task"`` or ``"goal"``.
        start: Index of the first character of the item.
        end: Index after the last one.
    """

    document: str
    date: str | None
    item: int
    actor: str | None
    role: str | None
    action: str | None
    task: str
    deadline: str | None
    due: str | None
    due_day: str | None
    deadline_from: str | None
    strength: int | None
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FallingDue:
    """One deadline of one order (*thời hạn*).

    Attributes:
        document: Identifier of the document.
        date: Day of the document, ISO 8601, or ``None``.
        item: Index of the item in the document's list of directives.
        deadline: By when, as written.
        relation: ``"by"``, ``"before"``, ``"in"``, ``"from"`` or ``"every"``.
        due: As the text states it: a day, month, quarter or year, or a length of time.
        due_day: Its last day, ISO 8601, or ``None`` where the text does not say.
        due_from: What the day comes from: ``"stated"``; ``"next"`` where the text has no year, and
            the first such day on or after the day of the document is taken; ``"length"`` where the
            text counts a length of time from the day of the document (*30 ngày kể từ ngày ban
            hành*); ``"term"`` of the year of the document (*cuối năm nay*); else ``None``.
        actors: Who is to act, as written.
        task: The words of the item, without its marker and without the items inside it.
        strength: How binding the order is, 1 to 5, or ``None``.
        start: Index of the first character of the deadline.
        end: Index after the last one.
    """

    document: str
    date: str | None
    item: int
    deadline: str
    relation: str
    due: str | None
    due_day: str | None
    due_from: str | None
    actors: tuple[str, ...]
    task: str
    strength: int | None
    start: int
    end: int


@under_way("assignments")
def assignments(analyses: Iterable[OrderingDocument]) -> list[Assignment]:
    r"""Return one row an actor and task: who is told to do what, by when, how strongly.

    Only tasks and goals count. An order that names nobody, not in a heading either, is a row
    without an actor. Where an item names several actors with verbs of their own, each has the verbs
    and the deadline that follow it.

    Args:
        analyses: Documents with ``id``, ``metadata``, ``text`` and ``directives``: a corpus, a
            store, a list of analyses.

    Returns:
        The rows, by document and place.

    Example:
        >>> import vnpolitext as vp
        >>> text = "1. Sở Y tế kiểm tra nước trước ngày 30/6/2025.\n2. Đề nghị các xã báo cáo."
        >>> for row in assignments([vp.analyze(text, id="a")]):
        ...     print(row.actor, row.role, row.action, row.due, row.strength)
        Sở Y tế lead kiểm tra 2025-06-30 2
        các xã lead báo cáo None 2
    """
    return [
        row
        for document in documents_with(analyses, "directives")
        for index, item in enumerate(document.directives)
        if item.is_directive
        for row in _assigned(document, index)
    ]


@under_way("deadlines")
def deadlines(analyses: Iterable[OrderingDocument]) -> list[FallingDue]:
    r"""Return one row a deadline of an order, by the day on which it falls due.

    Args:
        analyses: Documents with ``id``, ``metadata``, ``text`` and ``directives``.

    Returns:
        The rows by ``due_day``; those without one stand last, by document and place.

    Example:
        >>> import vnpolitext as vp
        >>> text = "1. Báo cáo trong tháng 4.\n2. Rà soát sổ trong 30 ngày kể từ ngày ban hành."
        >>> analysis = vp.analyze(text, id="a", metadata={"published": "2025-02-10"})
        >>> [(row.due, row.due_day, row.due_from) for row in deadlines([analysis])]
        [('P30D', '2025-03-12', 'length'), ('--04', '2025-04-30', 'next')]
    """
    rows = [
        row
        for document in documents_with(analyses, "directives")
        for index, item in enumerate(document.directives)
        if item.is_directive
        for row in _falling_due(document, index)
    ]
    return sorted(rows, key=lambda row: row.due_day or _LATEST)


@under_way("assignments frame")
def assignments_frame(rows: Iterable[Assignment] | Iterable[OrderingDocument]) -> Any:
    """Return assignments as a pandas ``DataFrame``, one row an actor and task.

    ``date`` and ``due_day`` are ``datetime64`` columns. A corpus may stand for the rows.
    """
    return _frame(Assignment, _known(rows, Assignment, assignments))


@under_way("deadlines frame")
def deadlines_frame(rows: Iterable[FallingDue] | Iterable[OrderingDocument]) -> Any:
    """Return deadlines as a pandas ``DataFrame``, one row a deadline.

    ``date`` and ``due_day`` are ``datetime64`` columns. A corpus may stand for the rows.
    """
    return _frame(FallingDue, _known(rows, FallingDue, deadlines))


def _known(rows: Any, kind: type, read: Callable[[Any], list[Any]]) -> list[Any]:
    """Return rows as they are, or those of the documents that stand for them."""
    if isinstance(rows, Iterable) and not isinstance(rows, str):
        known = list(rows)
        return known if all(isinstance(row, kind) for row in known) else read(known)
    return read(rows)


def day_of(document: OrderingDocument) -> str | None:
    """Return the day of a document: of its own number line, or of its publication."""
    own = (
        each.issued for each in getattr(document, "citations", ()) if each.is_own and each.issued
    )
    published = document.metadata.get("published")
    return next(own, None) or (str(published)[:10] if published else None)


def _assigned(document: OrderingDocument, index: int) -> Iterator[Assignment]:
    item, day = document.directives[index], day_of(document)
    task, strength = own_text(document.directives, index), item.strength
    for actor, actions, reach in _shares(item):
        due, source = _deadline_of(document.directives, index, reach)
        yield Assignment(
            document=document.id,
            date=day,
            item=index,
            actor=_flat(actor) if actor is not None else None,
            role=actor.role if actor is not None else None,
            action="; ".join(map(_flat, actions)) or None,
            task=task,
            deadline=_flat(due) if due is not None else None,
            due=due.due if due is not None else None,
            due_day=last_day(due, document.text, day)[0] if due is not None else None,
            deadline_from=source,
            strength=strength.level if strength is not None else None,
            kind=item.role,
            start=item.start,
            end=item.end,
        )


def _shares(item: Directive) -> Iterator[tuple[Actor | None, Sequence[Span], Stretch]]:
    """The actors of an item, each with its verbs and with where the words on it stand."""
    whole = (item.start, item.end)
    starts = [action.start for action in item.actions]
    turns: dict[int, int] = {}
    for actor in item.actors:
        if actor.role == "lead" and item.start <= actor.start < item.end:
            turns.setdefault(bisect_right(starts, actor.start), actor.start)
    ends = dict(zip(turns, [*list(turns.items())[1:], (len(starts), item.end)], strict=False))
    for actor in item.actors:
        at = bisect_right(starts, actor.start)
        if actor.role == "with":
            yield actor, item.actions[max(0, at - 1) : at], whole
        elif at in turns and item.start <= actor.start < item.end:
            yield actor, item.actions[at : ends[at][0]] or item.actions, (turns[at], ends[at][1])
        else:
            yield actor, item.actions, whole
    if not item.actors:
        yield None, item.actions, whole


def _deadline_of(
    items: Sequence[Directive], index: int, reach: Stretch
) -> tuple[Deadline | None, str | None]:
    """The deadline of what stands at ``reach`` in an item, and where it stands."""
    own = items[index].deadlines
    if own:
        near = [each for each in own if reach[0] <= each.start < reach[1]]
        if near:
            return near[0], "item"
        first = min((action.start for action in items[index].actions), default=reach[0])
        return (own[0], "item") if own[0].start < min(first, reach[0]) else (None, None)
    above = items[index].parent
    while above is not None:
        outer = items[above]
        if outer.deadlines and outer.role in ("task", "goal", "topic"):
            return outer.deadlines[0], "heading"
        above = outer.parent
    return None, None


def _falling_due(document: OrderingDocument, index: int) -> Iterator[FallingDue]:
    item, day = document.directives[index], day_of(document)
    for deadline in item.deadlines:
        when, source = last_day(deadline, document.text, day)
        yield FallingDue(
            document=document.id,
            date=day,
            item=index,
            deadline=_flat(deadline),
            relation=deadline.relation,
            due=deadline.due,
            due_day=when,
            due_from=source,
            actors=tuple(_flat(actor) for actor in item.actors),
            task=own_text(document.directives, index),
            strength=item.strength.level if item.strength is not None else None,
            start=deadline.start,
            end=deadline.end,
        )


def _flat(span: Span) -> str:
    return " ".join(span.text.split())


def _frame(record: type[Assignment] | type[FallingDue], rows: Sequence[Any]) -> Any:
    pandas = import_module("pandas")
    names = [each.name for each in fields(record)]
    frame = pandas.DataFrame(
        [[getattr(row, name) for name in names] for row in rows], columns=names
    )
    for name in ("date", "due_day"):
        frame[name] = pandas.to_datetime(frame[name], errors="coerce", format="ISO8601")
    if "strength" in frame:
        frame["strength"] = frame["strength"].astype("Int64")
    return frame
