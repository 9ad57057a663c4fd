"""An office and one who holds it."""

from __future__ import annotations

from dataclasses import dataclass

from vnpolitext.officials.phrases import Office


@dataclass(slots=True)
class Bond:
    """An office and one who holds it.

    Attributes:
        start: Index in the folded text of the first character of a mention of the holder.
        office: The office.
        index: Its number among the elements of the scene.
        rule: The layout that joins the two.
        score: The chance that this is right, from 0 to 1, as the features tell it.
        body: First token and the one after the last of a body that stands apart from the office.
    """

    start: int
    office: Office
    index: int
    rule: str
    score: float
    body: tuple[int, int] | None = None
