"""How a text is laid out: wrapped lines, the furniture of pages, tables, parts and blocks."""

from vnpolitext.late import offered
from vnpolitext.layout.page import Page, find_blocks, read_page
from vnpolitext.layout.parts import opens, part_of
from vnpolitext.layout.records import Block
from vnpolitext.layout.tables import Cell, Grid, GridIndex, Row, find_grids

__all__ = [
    "Block",
    "Cell",
    "Grid",
    "GridIndex",
    "Page",
    "Row",
    "find_blocks",
    "find_grids",
    "opens",
    "part_of",
    "read_page",
]

__dir__ = offered(__name__)
