"""Values of records as cells of other programs' tables, which may take a text for a command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import pandas as pd

_COMMANDS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def cell(value: Any) -> Any:
    """Return a value as a number or a text: a list with ``;`` in it, no value as ``""``.

    Example:
        >>> cell(("nguyên", None, 3))
        'nguyên;;3'
    """
    if value is None:
        return ""
    if isinstance(value, list | tuple | set | frozenset):
        return ";".join(str(cell(item)) for item in value)
    return value if isinstance(value, str | int | float | bool) else str(value)


def defused(value: Any) -> Any:
    """Return a cell that no spreadsheet calculates: a text that begins like a formula gets a ``'``.

    Example:
        >>> defused("=HYPERLINK(A1)"), defused("Điều 1"), defused(-5)
        ("'=HYPERLINK(A1)", 'Điều 1', -5)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_COMMANDS) else value


def defused_table(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table in whose cells and headings nothing is calculated."""
    safe = table.map(defused)
    safe.columns = table.columns.map(defused)
    safe.index = table.index.map(defused)
    return safe


def xml_text(value: Any) -> Any:
    """Return a cell with a replacement character for what no XML file may hold."""
    return _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value
