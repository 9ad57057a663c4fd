"""The records of one article: its text as it was read, metadata and blocks."""

from dataclasses import dataclass, field
from typing import Any

from vnpolitext.layout import Block, Page
from vnpolitext.notebook import counted, html_table


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

    def __repr__(self) -> str:
        """Name the article and say how much there is of it."""
        known = [
            f"{name}={str(value)!r}"
            for name in ("title", "published")
            if (value := self.metadata.get(name)) is not None
        ]
        size = f"{len(self.text):,} characters", counted(len(self.blocks), "block")
        return f"Article({', '.join([f'id={self.id!r}', *known, *size])})"

    def _repr_html_(self) -> str:
        known = ", ".join(f"{k}: {v}" for k, v in self.metadata.items() if v is not None)
        shown = ((block.kind, block.part, block.text) for block in self.blocks)
        return html_table(
            f"{self.id}: {len(self.text):,} characters. {known}", ["kind", "part", "text"], shown
        )
