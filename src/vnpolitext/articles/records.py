"""The records of one article: its text as it was read, metadata and blocks."""

from dataclasses import dataclass, field
from typing import Any

from vnpolitext.layout import Block, Page


@dataclass(frozen=True, slots=True)
class Article:
    """One document as it was read.

    Attributes:
        id: File stem, or the caller's identifier.
        text: The decoded text, nothing else done to it.
        metadata: ``title``, ``published`` (ISO date or date-time), ``author``, ``source``, ``url``,
            ``views`` and whatever else the input gives; ``None`` where unknown.
        blocks: The layout, in text order.
        page: The layout as finders read it, where it was made already.
    """

    id: str
    text: str
    metadata: dict[str, Any] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    page: Page | None = field(default=None, repr=False, compare=False)
