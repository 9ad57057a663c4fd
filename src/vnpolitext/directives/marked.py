"""Two items side by side for a notebook, with the words marked that only one of them has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from vnpolitext.text import Span

_ROWS: Final = 40
_ONLY: Final = {
    "a": "background:#f6d5c9;text-decoration:line-through",
    "b": "background:#cfe8d5;font-weight:bold",
}
_CELL: Final = "text-align:left;vertical-align:top;max-width:32em;white-space:normal"


def marked(text: str, start: int, spans: Iterable[Span], side: str) -> str:
    """Return words as HTML in which those of ``spans`` are marked, all of it escaped.

    Args:
        text: The words.
        start: Where they begin in the document that the spans are of.
        spans: What is marked; what lies outside of the words is left out.
        side: ``"a"`` for words that are dropped, ``"b"`` for new ones.

    Example:
        >>> marked("Giữ rừng xanh", 10, [Span(19, 23, "xanh")], "b")
        'Giữ rừng <ins style="background:#cfe8d5;font-weight:bold">xanh</ins>'
    """
    tag = "del" if side == "a" else "ins"
    parts, at = [], 0
    for span in spans:
        first, last = max(span.start - start, at), min(span.end - start, len(text))
        if first >= last:
            continue
        parts.append(escape(text[at:first]))
        parts.append(f'<{tag} style="{_ONLY[side]}">{escape(text[first:last])}</{tag}>')
        at = last
    return "".join(parts) + escape(text[at:])


def side_by_side(caption: str, rows: Sequence[tuple[str, str, str]]) -> str:
    """Return a table of what became of each item, and the words of both, as HTML.

    Args:
        caption: What stands above it.
        rows: What became of an item, plain; its words before and after, as `marked` returns them.
    """
    body = "".join(
        f'<tr><td>{escape(what)}</td><td style="{_CELL}">{a}</td><td style="{_CELL}">{b}</td></tr>'
        for what, a, b in rows[:_ROWS]
    )
    more = f"<p>… and {len(rows) - _ROWS:,} more</p>" if len(rows) > _ROWS else ""
    head = "<tr><th></th><th>a</th><th>b</th></tr>"
    table = f"<table><thead>{head}</thead><tbody>{body}</tbody></table>" if rows else ""
    return f"<p>{escape(caption)}</p>{table}{more}"
