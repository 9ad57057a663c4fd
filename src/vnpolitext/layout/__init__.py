"""How a text is laid out: wrapped lines, the furniture of pages, tables and their cells."""

from vnpolitext.layout.grids import Cell, Grid, GridIndex, Row, find_grids
from vnpolitext.layout.page import Page, read_page

__all__ = ["Cell", "Grid", "GridIndex", "Page", "Row", "find_grids", "read_page"]
