"""The records of one article: its text as it was read, metadata and blocks."""

from dataclasses import dataclass, field
from typing import Any

from vnpolitext.text.span import Span


@dataclass(frozen=True, slots=True)
class Block(Span):
    """A run of lines with one role in the layout.

    Attributes:
        kind: ``"title"``, ``"byline"``, ``"lead"``, ``"heading"``, ``"paragraph"``, ``"caption"``,
            ``"image"``, ``"quote"``, ``"footnote"``, ``"table"``, ``"signature"`` or
            ``"boilerplate"``.
    """

    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Article:
    """One document as it was read.

    Attributes:
        id: File stem, or the caller's identifier.
        text: The decoded text, nothing else done to it.
        metadata: ``title``, ``published`` (ISO date or date-time), ``author``, ``source``, ``url``,
            ``views`` and whatever else the input gives; ``None`` where unknown.
        blocks: The layout, in text order, without overlaps.
    """

    id: str
    text: str
    metadata: dict[str, Any] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
