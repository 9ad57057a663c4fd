"""A page of a PDF as it is placed on paper: its words and the lines that are drawn."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Word:
    """A word, its box (y grows downwards) and the height of its letters.

    Attributes:
        text: The word.
        left: Left edge.
        right: Right edge.
        top: Upper edge.
        bottom: Lower edge.
        raised: Whether it is the mark of a note.
        begins: Whether the file has a blank between it and a word that touches it on the left.
        ends: The same on the right.
        index: Index of its first letter on the page.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    raised: bool = False
    begins: bool = False
    ends: bool = False
    index: int = -1

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """Height of its line."""
        return self.bottom - self.top


@dataclass(slots=True)
class Page:
    """The words of a page in the order of the file, and the lines that are drawn.

    Attributes:
        words: Its words.
        rules: Left, right and height of each horizontal line that is drawn.
        bars: Top, bottom and place of each vertical one.
        width: Its width.
        height: Its height.
        is_scan: Whether it is a picture without words.
    """

    words: list[Word] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    bars: list[tuple[float, float, float]] = field(default_factory=list)
    width: float = 0.0
    height: float = 0.0
    is_scan: bool = False
