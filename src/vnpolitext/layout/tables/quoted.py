"""Cells in quotation marks, as programs write them: lines of CSV, objects of JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.layout.tables.columns import label_kind
from vnpolitext.layout.tables.grid import FEWEST, Grid, Line, Row, paragraphs, trimmed
from vnpolitext.text.patterns import lazy_pattern

_CELL: Final = lazy_pattern(r"[ \t]*+(?:\"(?P<quoted>[^\"\n]*+)\"|(?P<bare>[^\",;\n]*+))[ \t]*+")
_PAIR: Final = lazy_pattern(
    r"\"(?P<label>[^\"\n]{1,40})\"[ ]?:[ ]?"
    r"(?:\"(?P<quoted>[^\"\n]{0,300})\"|(?P<bare>-?[\w.]{1,20}))"
)
_BETWEEN: Final = " \t\r\n,{}[]"
_PERSONAL: Final = frozenset({"office", "unit", "year"})


def with_quotes(text: str) -> Iterator[Grid]:
    """Yield the tables whose cells stand in quotation marks.

    At least two lines of CSV with as many cells each, two of them quoted; or the fields of objects
    that tell the name of somebody and something else of them.
    """
    for lines in paragraphs(text, '"'):
        rows: list[Row] = []
        for line in (*lines, (0, 0)):
            row = _row(text, *line)
            if row is not None and (not rows or len(row.cells) == len(rows[0].cells)):
                rows.append(row)
                continue
            if len(rows) >= FEWEST:
                yield Grid("columns", tuple(rows))
            rows = [] if row is None else [row]
    yield from _objects(text)


def _row(text: str, start: int, end: int) -> Row | None:
    """Return the cells of a line of CSV, ``None`` where it is none."""
    spans: list[Line] = []
    quoted = 0
    at = start
    while at <= end and (cell := _CELL.match(text, at, end)) is not None:
        name = "bare" if cell["quoted"] is None else "quoted"
        quoted += name == "quoted"
        spans.append(cell.span(name))
        at = cell.end() + 1
        if at <= end and text[at - 1] not in ",;":
            return None
    if quoted < FEWEST or at != end + 1:
        return None
    return Row(tuple(trimmed(text, *span, number) for number, span in enumerate(spans)))


def _objects(text: str) -> Iterator[Grid]:
    """Yield the fields of the objects that stand one behind the other."""
    rows: list[Row] = []
    kinds: set[str | None] = set()
    done = 0
    for pair in _PAIR.finditer(text) if '":' in text or '" :' in text else ():
        if rows and text[done : pair.start()].strip(_BETWEEN):
            yield from _fields(rows, kinds)
            rows, kinds = [], set()
        name = "bare" if pair["quoted"] is None else "quoted"
        rows.append(
            Row((trimmed(text, *pair.span("label"), 0), trimmed(text, *pair.span(name), 1)))
        )
        kinds.add(label_kind(pair["label"]))
        done = pair.end()
    yield from _fields(rows, kinds)


def _fields(rows: list[Row], kinds: set[str | None]) -> Iterator[Grid]:
    if "name" in kinds and not _PERSONAL.isdisjoint(kinds):
        yield Grid("fields", tuple(rows))
