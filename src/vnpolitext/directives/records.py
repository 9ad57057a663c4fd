"""The record of one item of a numbered list."""

from dataclasses import dataclass

from vnpolitext.text.span import Span


@dataclass(frozen=True, slots=True)
class Directive(Span):
    """One item of a numbered enumeration, from its marker to the end of its last paragraph.

    Attributes:
        marker: The marker as written, without the punctuation after it (``"Một là"``, ``"1.1"``).
        number: Number of the item; ``a`` is 1.
        style: ``"spelled"``, ``"ordinal"``, ``"arabic"``, ``"roman"`` or ``"letter"``.
        level: Depth, 0 for the outermost.
        parent: Index of the parent item in the document's flat list, or ``None``.
        list: Number of the list in the document, from 0.
        lead_in: The sentence that announces the list, if any.
        heading: The item's first clause or bold run, if it has one.
        rule: Name of the rule that found the item.
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
