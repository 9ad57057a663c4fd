"""The records of numbered lists: an item, what it orders, and the list it stands in."""

from dataclasses import dataclass

from vnpolitext.text.making import made_fast
from vnpolitext.text.span import Span


@dataclass(frozen=True, slots=True)
class Target(Span):
    """A quantity an item sets or names (*chỉ tiêu*).

    Attributes:
        value: The number, or the lower end of a range.
        upper: The upper end of a range, else ``None``.
        unit: Unit or counted noun, folded: ``"%"``, ``"tỷ đồng"``, ``"khu dân cư"``.
        object: What is measured, as written: ``"tỷ lệ hộ nghèo"``; ``None`` where not named.
        change: ``"increase"`` or ``"decrease"`` (by so much: *tăng 5%*), ``"at least"`` or
            ``"at most"`` (a level to be reached: *tăng lên 85%*, *giảm còn 3%*), or ``None``.
        per: What the number is counted per, such as ``"năm"``.
    """

    value: float = 0.0
    upper: float | None = None
    unit: str | None = None
    object: str | None = None
    change: str | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline(Span):
    """A date or period by which something is to be done (*thời hạn*).

    Attributes:
        due: Last day, month, quarter or year: ``"2025-06-30"``, ``"2025-06"``, ``"2025-Q4"``,
            ``"2030"``; a quarter or month without a year as ``"Q4"``, ``"--06"``; a length of time
            as an ISO 8601 duration (``"P30D"``); ``None`` where it cannot be said.
        relation: ``"by"`` (*đến*), ``"before"`` (*trước*), ``"in"`` (*trong*), ``"from"`` (*từ*) or
            ``"every"`` (*hằng*).
    """

    due: str | None = None
    relation: str = "by"


@dataclass(frozen=True, slots=True)
class Actor(Span):
    """Somebody who is to act (*cơ quan chủ trì, cơ quan phối hợp*).

    Attributes:
        role: ``"lead"`` who is to do it, or ``"with"`` who cooperates (*phối hợp với Sở Y tế*).
    """

    role: str = "lead"


@dataclass(frozen=True, slots=True)
class Strength(Span):
    """The word that says how binding an item is.

    Attributes:
        level: 1 encouraged, 2 asked, 3 urged, 4 obliged, 5 forbidden or without exception.
    """

    level: int = 2


@made_fast
@dataclass(frozen=True, slots=True)
class Directive(Span):
    """One item of a numbered enumeration, from its marker to the end of its last paragraph.

    Attributes:
        marker: The marker as written, without the punctuation after it (``"Một là"``, ``"1.1"``).
        number: Number of the item; ``a`` is 1.
        style: ``"spelled"``, ``"ordinal"``, ``"arabic"``, ``"roman"`` or ``"letter"``; ``"row"`` of
            the row of a table of tasks, whose marker is its cell in the column of numbers; with
            the structure of legal texts also ``"part"``, ``"chapter"``, ``"section"``,
            ``"article"``, ``"clause"`` and ``"point"``.
        level: Depth, 0 for the outermost.
        parent: Index of the parent item in the document's flat list, or ``None``.
        list: Number of the list in the document, from 0.
        lead_in: The sentence that announces the list, if any.
        heading: The item's first clause or bold run, if it has one.
        rule: Name of the rule that found the item.
        role: ``"task"``, ``"goal"``, ``"finding"``, ``"result"``, ``"lesson"``, ``"definition"`` or
            ``"topic"`` (a heading, a name, anything else).
        is_directive: Whether the item orders something: its role is ``"task"`` or ``"goal"``.
        actions: The leading verb phrases of an order, in text order.
        actors: Who is to act, and who is to cooperate. An order that names nobody to act has the
            actors of the heading it stands under (*1. Sở Y tế: a) Chủ trì ...*), whose spans lie
            outside the item.
        targets: Numbers with their units and objects.
        deadlines: By when.
        strength: The strongest word of obligation, or ``None`` where nothing is ordered.
    """

    marker: str = ""
    number: int = 0
    style: str = ""
    level: int = 0
    parent: int | None = None
    list: int = 0
    lead_in: str | None = None
    heading: str | None = None
    rule: str = ""
    role: str = ""
    is_directive: bool = False
    actions: tuple[Span, ...] = ()
    actors: tuple[Actor, ...] = ()
    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    strength: Strength | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the numbering of a list.

    Attributes:
        kind: ``"missing"`` (a number is skipped), ``"doubled"`` (a number comes twice),
            ``"late"`` (the list does not begin with its first number) or ``"mixed"`` (spelled and
            ordinal markers in one list).
        number: The number that is missing or doubled, or that the list begins with.
        item: Index, in the document's flat list, of the item where it shows.
    """

    kind: str
    number: int
    item: int


@dataclass(frozen=True, slots=True)
class DirectiveList(Span):
    """One list: where it runs, its items and what is wrong with its numbering.

    Attributes:
        index: Number of the list in the document, the ``list`` of its items.
        style: Style of its markers.
        level: Depth of its items.
        parent: Index of the item it stands in, or ``None``.
        items: Indices of its items in the document's flat list.
        lead_in: The sentence that announces it, if any.
        problems: What is wrong with its numbering, in text order.
    """

    index: int = 0
    style: str = ""
    level: int = 0
    parent: int | None = None
    items: tuple[int, ...] = ()
    lead_in: str | None = None
    problems: tuple[Problem, ...] = ()
