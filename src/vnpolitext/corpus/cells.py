"""Values of records as cells of other programs' tables, which may take a text for a command."""

from __future__ import annotations

import json
import re
from datetime import datetime
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


def flat(value: Any) -> Any:
    """Return a value for a table without lists: a list or a record as JSON, a time in ISO 8601.

    Example:
        >>> flat(["Lò Văn An", "ông Tư"]), flat(datetime(2021, 5, 14)), flat(None)
        ('["Lò Văn An", "ông Tư"]', '2021-05-14', '')
    """
    if value is None:
        return ""
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value.isoformat().removesuffix("T00:00:00") if isinstance(value, datetime) else value


def defused(value: Any) -> Any:
    """Return a cell that no spreadsheet calculates: a text that begins like a formula gets a ``'``.

    So does one that begins like what this writes, so that `fused` gives each its own back.

    Example:
        >>> defused("=HYPERLINK(A1)"), defused("Điều 1"), defused(-5)
        ("'=HYPERLINK(A1)", 'Điều 1', -5)
    """
    return f"'{value}" if is_formula(value) else value


def is_formula(value: Any) -> bool:
    """Whether a spreadsheet may take a cell for a formula, now or without a ``'`` before it."""
    return isinstance(value, str) and value.lstrip("'").startswith(_COMMANDS)


def fused(cell: str) -> str:
    """Return the text that `defused` has written.

    Example:
        >>> fused("'=1+1"), fused("'quote'")
        ('=1+1', "'quote'")
    """
    return cell[1:] if cell.startswith("'") and is_formula(cell) else cell


def defused_table(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table in whose cells and headings nothing is calculated; its lists are JSON."""
    safe = table.map(_written)
    safe.columns = table.columns.map(defused)
    safe.index = table.index.map(defused)
    return safe


def _written(value: Any) -> Any:
    return flat(value) if isinstance(value, list | tuple | dict) else defused(value)


def xml_text(value: Any) -> Any:
    """Return a cell with a replacement character for what no XML file may hold."""
    return _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value
