"""Small tables for notebooks, for objects that show themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, Final

_ROWS: Final = 20
_CELL: Final = 160


def html_table(
    caption: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], *, count: int = 0
) -> str:
    """Return a table as HTML in which everything is escaped.

    Args:
        caption: What stands above it.
        columns: The headings.
        rows: The rows; the first twenty are shown, long cells are cut.
        count: How many rows there are, where ``rows`` has fewer; the rest is counted.

    Example:
        >>> html_table("2 items", ["name"], [["<b>"]], count=2)[-58:]
        '<td>&lt;b&gt;</td></tr></tbody></table><p>… and 1 more</p>'
    """
    kept = list(rows)
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(_short(cell))}</td>' for cell in row)}</tr>"
        for row in kept[:_ROWS]
    )
    more = max(count, len(kept)) - min(len(kept), _ROWS)
    rest = f"<p>… and {more:,} more</p>" if more > 0 else ""
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" if kept else ""
    return f"<p>{escape(caption)}</p>{table}{rest}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun.

    Example:
        >>> counted(1, "person"), counted(1200, "person"), counted(2, "identity", "identities")
        ('1 person', '1,200 persons', '2 identities')
    """
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def _short(value: Any) -> str:
    text = " ".join(("" if value is None else str(value)).split())
    return text if len(text) <= _CELL else text[: _CELL - 1] + "…"
