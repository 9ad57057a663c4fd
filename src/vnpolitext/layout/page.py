"""The layout of a text, read once."""

from __future__ import annotations

from bisect import bisect_right
from copy import copy
from dataclasses import replace
from functools import cached_property
from typing import Final

from vnpolitext.layout.blocks import make_blocks
from vnpolitext.layout.frames import Frames, without_frames
from vnpolitext.layout.furniture import without_furniture
from vnpolitext.layout.headings import Headings
from vnpolitext.layout.lines import Unit, join_wrapped, split_lines
from vnpolitext.layout.marks import mark_lines
from vnpolitext.layout.paragraphs import Paragraphs
from vnpolitext.layout.parts import (
    Signing,
    find_annexes,
    find_recipients,
    mark_kinds,
    mark_parts,
    read_letterhead,
)
from vnpolitext.layout.records import Block
from vnpolitext.layout.tables import (
    LONGEST_CELL,
    Grid,
    GridIndex,
    find_grids,
    find_nameless,
    holds_data,
    turned,
)
from vnpolitext.layout.tables.broken import with_whole_rows
from vnpolitext.layout.tables.parting import part_cells
from vnpolitext.layout.wrapping import find_wraps, put
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

# A letter that stands for a colon by mistake.
_LONG: Final = "\u02d0"
# Lines that are drawn around cells, as bars and rules.
_DRAWN: Final = str.maketrans("│┃║╎┆─━═┄┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬", "|||||----" + "+" * 18)
_CONTROLS: Final = lazy_pattern(r"[\t\f]")
# A row of dots that leads from one cell to the next, and signs of equality between two.
_LEADER: Final = lazy_pattern(
    r"\.(?:(?<=[^\W\d_]\.)|(?<=[^\W\d_] \.))(?: ?\.){4,}+ ?(?=[^\W\d_])"
    r"|…(?:(?<=[^\W\d_]…)|(?<=[^\W\d_] …)) ?(?:… ?)++ ?(?=[^\W\d_])"
    r"| (?=[=~] [^\W\d_])(?<=[^\W\d_] )[=~] "
)
_INNER: Final = frozenset({"row", "cell"})
# What points from a name to an office, as a dash does.
_BULLETS: Final = "+•●▪■◦➢❖✓►◆♦"
_BULLET: Final = lazy_pattern(rf"(?m)^([ \t]*+)[{_BULLETS}](?= |[^\W\d])")
_ARROWS: Final = ("→", "⇒", "➔", "➜", "=>", "->")


class Page:
    """What the layout of a text says; each answer is worked out when it is first asked for.

    Attributes:
        view: The view of the text, without what a page has put into its sentences.
        frames: The tables that lay out the page.
    """

    def __init__(self, view: View, frames: Frames | None = None) -> None:
        """Prepare for a text."""
        self.view = view
        self.frames = frames or Frames()

    def __repr__(self) -> str:
        """Tell how the text begins, and how long it is."""
        return repr(self.view).replace("View", "Page", 1)

    @cached_property
    def text(self) -> str:
        """The folded text with wrapped lines and broken cells made whole.

        Cells in columns stand on lines of their own, arrows and bullets are dashes; length and
        offsets are those of ``view.text``.
        """
        return _without_controls(part_cells(self._flat, self._grids))

    @cached_property
    def joined(self) -> View:
        """The view with a blank for each line break that a wrap has put, of the same offsets."""
        if not self.wraps:
            return self.view
        return replace(self.view, text=put(self.view.text, ((at, " ") for at in self.wraps)))

    @cached_property
    def grids(self) -> GridIndex:
        """The tables."""
        return GridIndex(self._grids)

    def tables(self, start: int, end: int) -> list[Grid]:
        """Return the tables between two places of the folded text, with one record a row."""
        return [turned(self._flat, grid) for grid in self.grids.within(start, end)]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks, in text order; offsets are those of the text as it was read."""
        return self.frames.around(self.unframed)

    @cached_property
    def unframed(self) -> tuple[Block, ...]:
        """The blocks without the tables that lay out the page."""
        units, kinds = self._units
        parts = mark_parts(units, kinds, self.annexes)
        marked = zip(units, kinds, parts, strict=True)
        return make_blocks(self.view, marked, self.grids, self._signing, self.frames)

    def with_blocks(self, blocks: tuple[Block, ...]) -> Page:
        """Return the page with ``blocks``, some of which its markup has told."""
        page = copy(self)
        page.__dict__.pop("_outer", None)
        page.__dict__["blocks"] = blocks
        return page

    @cached_property
    def _units(self) -> tuple[list[Unit], list[str]]:
        lines = list(split_lines(self.view))
        marks = mark_lines(lines)
        if self._grids:
            on, signs = self._tables.on, self._signing.on
            marks = [
                "signature"
                if signs(line.first, line.last)
                else "table"
                if on(line.first, line.last)
                else mark
                for line, mark in zip(lines, marks, strict=True)
            ]
        units, kinds = join_wrapped(lines, marks, self.wraps)
        return units, mark_kinds(units, kinds, self.recipients, self.annexes)

    def kind(self, at: int) -> str:
        """Return the kind of the block at a place in folded offsets, nothing between blocks."""
        origin = self.view.origin(at)
        starts, blocks = self._outer
        number = bisect_right(starts, origin) - 1
        return blocks[number].kind if number >= 0 and origin < blocks[number].end else ""

    def in_cell(self, at: int) -> bool:
        """Whether a place stands in the cell of a table that does not hold a page itself."""
        cell = self.grids.cell(at) if self._grids else None
        return cell is not None and cell[1] - cell[0] <= LONGEST_CELL

    @cached_property
    def _outer(self) -> tuple[list[int], list[Block]]:
        outer = [block for block in self.blocks if block.kind not in _INNER]
        return [block.start for block in outer], outer

    @cached_property
    def paragraphs(self) -> Paragraphs:
        """The paragraphs, in folded offsets."""
        return Paragraphs(self.view, self.wraps)

    @cached_property
    def recipients(self) -> list[tuple[int, int]]:
        """Where the lists of those who get a document (*nơi nhận*) stand, in folded offsets."""
        return find_recipients(self.view, self.grids)

    @cached_property
    def annexes(self) -> list[int]:
        """Where the annexes (*phụ lục*) begin, in folded offsets."""
        return find_annexes(self.view)

    @cached_property
    def nameless(self) -> list[tuple[int, int]]:
        """Where tables name nobody: their heads and the cells for places, in folded offsets."""
        return [stretch for grid in self._grids for stretch in find_nameless(self._flat, grid)]

    @cached_property
    def headings(self) -> Headings:
        """The lines that may head others, in folded offsets."""
        return Headings(self.joined.lower)

    @cached_property
    def letterhead(self) -> tuple[str, ...]:
        """The lines in capitals that name who issues the document."""
        return read_letterhead(self.view)

    @cached_property
    def _signing(self) -> Signing:
        """The tables in which the document is signed."""
        return Signing(self._flat, self.grids, self.recipients)

    @cached_property
    def _tables(self) -> GridIndex:
        """The tables that hold data, not the parts of a document in columns."""
        return GridIndex([grid for grid in self._grids if self._holds_data(grid)])

    def _holds_data(self, grid: Grid) -> bool:
        return holds_data(self._flat, grid) and not any(
            grid.start < end and start < grid.end for start, end in self.recipients
        )

    @cached_property
    def wraps(self) -> list[int]:
        """The places of the line breaks that a wrap has put into paragraphs, ascending."""
        return find_wraps(self._marked)

    @cached_property
    def _marked(self) -> str:
        text = _with_controls(self.view).replace(_LONG, ":")
        return text.translate(_DRAWN) if any(bar in text for bar in "│┃║╎┆") else text

    @cached_property
    def _flat(self) -> str:
        return put(self._marked, ((at, " ") for at in self.wraps))

    @cached_property
    def _grids(self) -> list[Grid]:
        return find_grids(self._flat)


def read_page(text: str | View | Page) -> Page:
    r"""Return the layout of a text; a page is returned as it is.

    >>> read_page("Lò Văn An\tBí thư\nMùa A Sơn\tPhó Bí thư").text
    'Lò Văn An\nBí thư\nMùa A Sơn\nPhó Bí thư'
    """
    if isinstance(text, Page):
        return text
    view, frames = without_frames(View.of(text))
    return Page(with_whole_rows(without_furniture(view)), frames)


def find_blocks(text: str | View | Page) -> tuple[Block, ...]:
    r"""Split a page into blocks (*bố cục trang*), in text order.

    Blanks, bullets and heading marks around a block stay outside of it. Lines that a hard wrap has
    split are one block; so are runs of table, metadata, signature or chrome lines. Blocks without a
    parent do not overlap; the rows of a table and their cells stand inside it. Where a table lays
    out the page, the blocks of the page stand inside its cells.

    Args:
        text: The text as it was read, or a view or page of it.

    Example:
        >>> page = "BÁO ĐIỆN TỬ SÔNG MÂY\nXã Mây họp\n14/05/2021 03:22 PM\n\nSáng nay, xã họp."
        >>> [(block.kind, block.text) for block in find_blocks(page)][:2]
        [('boilerplate', 'BÁO ĐIỆN TỬ SÔNG MÂY'), ('title', 'Xã Mây họp')]
    """
    return read_page(text).blocks


def _without_controls(text: str) -> str:
    text = text.replace("\t", " ").replace("\f", " ")
    if any(bullet in text for bullet in _BULLETS):
        text = _BULLET.sub(r"\1-", text)
    for arrow in _ARROWS:
        text = text.replace(arrow, f"{'-':>{len(arrow)}}")
    if ".." in text or "…" in text or ". ." in text or " = " in text or " ~ " in text:
        text = _LEADER.sub(lambda found: f"{'- ':>{len(found[0])}}", text)
    return text


def _with_controls(view: View) -> str:
    """Return the folded text with the tabs and form feeds that a view makes blanks of."""
    text = view.text
    if "\t" not in view.source and "\f" not in view.source:
        return text
    places: dict[int, str] = {}
    for mark in _CONTROLS.finditer(view.source):
        place = view.locate(mark.start())
        if text[place : place + 1].isspace():
            places.setdefault(place, mark[0])
    return put(text, places.items())
