"""Resolving citations: the ones that mean one document get one key."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from vnpolitext.citations.records import Citation
from vnpolitext.text import fold

Step = Callable[[list[Citation]], list[Citation]]


def resolve_citations(
    citations: Iterable[Citation], *, steps: Sequence[Step] | None = None
) -> list[Citation]:
    """Give the citations of one document text keys that are equal for one document."""
    found = list(citations)
    for step in STEPS if steps is None else steps:
        found = step(found)
    return found


def by_identity(citations: list[Citation]) -> list[Citation]:
    """Give each citation the key of its own number or name."""
    return [replace(c, key=fold(c.number or c.name or c.text)) for c in citations]


STEPS: tuple[Step, ...] = (by_identity,)
