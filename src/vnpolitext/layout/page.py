"""The layout of a text, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from vnpolitext.layout.grids import GridIndex, find_grids
from vnpolitext.layout.lines import flatten, part_cells, put
from vnpolitext.text import View

# A letter that stands for a colon by mistake.
_LONG: Final = "\u02d0"
_BLANKS: Final = {ord("\t"): " ", ord("\f"): " "}
_CONTROLS: Final = re.compile(r"[\t\f]")


@dataclass(frozen=True, slots=True)
class Page:
    """What the layout of a text says.

    Attributes:
        view: The view of the text.
        text: The folded text with wrapped lines and broken cells made whole, and cells in columns
            on lines of their own; its length and offsets are those of ``view.text``.
        grids: The tables.
    """

    view: View
    text: str
    grids: GridIndex


def read_page(view: View) -> Page:
    r"""Return the layout of a text.

    >>> read_page(View.of("Lò Văn An\tBí thư\nMùa A Sơn\tPhó Bí thư")).text
    'Lò Văn An\nBí thư\nMùa A Sơn\nPhó Bí thư'
    """
    text = _with_controls(view)
    flat = flatten(text.replace(_LONG, ":"))
    grids = find_grids(flat)
    return Page(view, part_cells(flat, grids).translate(_BLANKS), GridIndex(grids))


def _with_controls(view: View) -> str:
    """Return the folded text with the tabs and form feeds that a view makes blanks of."""
    text = view.text
    places: dict[int, str] = {}
    for mark in _CONTROLS.finditer(view.source):
        place = view.locate(mark.start())
        if text[place : place + 1].isspace():
            places.setdefault(place, mark[0])
    return put(text, places.items())
