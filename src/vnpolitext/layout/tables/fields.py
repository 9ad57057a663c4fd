"""Records written down as fields: a label and its value on each line (*Họ tên: ...*)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from vnpolitext.layout.marks import is_name
from vnpolitext.layout.phrases import phrases
from vnpolitext.layout.tables.columns import label_kind, name_labels
from vnpolitext.layout.tables.grid import FEWEST, Cell, Grid, Line, Row, trimmed
from vnpolitext.models import per_choice
from vnpolitext.text.lines import full_lines
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import alternation

_MARK: Final = r"[ \t]*+(?:[-+•][ \t]+|\(?\d{1,2}[.)/][ \t]*+|[a-zđ][.)][ \t]*+)?"
_FIELD: Final = lazy_pattern(
    rf"{_MARK}[\[({{]?(?P<label>[^\W\d_][^\n:|\t=\])}}]{{1,39}}?)"
    r"(?P<joint>[ ]*+[:=][ ]*+(?:(?:\.{2,}|[…_]++)[ ]*+)?|[ ]-[ ]++|[\])}][ ]*+:?+[ ]*+)(?=\S)"
)
_LABEL: Final = lazy_pattern(rf"{_MARK}(?P<label>[^\W\d_][^\n:|\t]{{1,39}}?)[ :]*+")
_PERSONAL: Final = frozenset({"office", "unit", "year"})
_OPENING: Final = frozenset({"name", "office"})
_BRACKETS: Final = {")": "(", "]": "[", "}": "{"}
_LONGEST: Final = 300
_LONGEST_NAME: Final = 60
_MOST_FIELDS: Final = 20
_MOST_BLANK: Final = 1


class _Field(NamedTuple):
    label: Line
    value: Line
    kind: str | None


def with_fields(text: str) -> Iterator[Grid]:
    """Yield the runs of fields that tell the name of somebody and something else of them.

    Each row has the label of a field and its value, or the values of several fields on one line. A
    label stands before its value or, where all do, on the line above. A name may stand over the
    fields without a label; they are one row then.
    """
    found = [match.end() - 1 for match in _opening().finditer("\n" + text.lower())]
    if not found:
        return
    lines = list(full_lines(text))
    starts = [start for start, _ in lines]
    opened = [bisect_right(starts, end) - 1 for end in found]
    at = 0
    while (following := bisect_left(opened, at)) < len(opened):
        at = max(at, opened[following] - _MOST_FIELDS)
        rows, told = _in_line(text, lines, at)
        if rows:
            yield Grid("columns", tuple(rows), told=told)
            at += len(rows)
            continue
        record, behind = _under_name(text, lines, at)
        if record is not None:
            yield record
            at = behind
            continue
        run = _beside(text, lines, at) or _stacked(text, lines, at)
        if not run:
            at += 1
            continue
        fields, at = run
        kinds = {field.kind for field in fields}
        if "name" in kinds and not _PERSONAL.isdisjoint(kinds):
            yield Grid("fields", tuple(_row(text, field) for field in fields))


@per_choice
def _opening() -> re.Pattern[str]:
    """Return what finds lines, and parts of lines, that begin with the label of name or office."""
    known = phrases().columns.items()
    labels = alternation([label for label, kind in known if kind in _OPENING])
    return lazy_pattern(
        rf"(?m)(?:(?:\n{_MARK}|(?:[;,|/\t]|-(?=[ ]))[ ]*+)[\[({{]?|[\[({{]){labels}(?!\w)"
        r"[^\n:|\t=]{0,40}?(?:[ ]*+(?:[:=\])}]|$)|[ ]-[ ])"
    )


def _in_line(text: str, lines: Sequence[Line], at: int) -> tuple[list[Row], tuple[str | None, ...]]:
    """Return the records from a line on that have one line each, and what stands in their fields.

    *Chức vụ: Bí thư; Họ tên: Lò Văn An*
    """
    rows: list[Row] = []
    told: tuple[str | None, ...] = ()
    for number in range(at, len(lines)):
        line = lines[number]
        joints = _joints().finditer(text, *line) if line[1] - line[0] <= _LONGEST else ()
        edges = [line[0], *(edge for joint in joints for edge in joint.span()), line[1]]
        fields = [_field(text, part) for part in zip(edges[::2], edges[1::2], strict=True)]
        kinds = tuple(None if field is None else field.kind for field in fields)
        if not {"name", "office"}.issubset(kinds) or (rows and kinds != told):
            break
        told = kinds
        values = (field.value for field in fields if field is not None)
        rows.append(Row(tuple(trimmed(text, *value, at) for at, value in enumerate(values))))
    return (rows, told) if len(rows) >= FEWEST else ([], ())


@per_choice
def _alone() -> re.Pattern[str]:
    """Return what may stand on the line of a name before it: a mark, a form of address."""
    return lazy_pattern(rf"{_MARK}(?:{alternation(name_labels())}[ ]++)?", re.IGNORECASE)


@per_choice
def _joints() -> re.Pattern[str]:
    """Return what parts two fields on a line: a mark, and the label of the second."""
    labels = alternation(list(phrases().columns))
    return lazy_pattern(
        rf"(?:[ ]?(?:[;,|/\t]|-(?=[ ]))|(?<=\S)(?:[ ](?=[\[({{])|(?=[\[({{])))[ ]*+"
        rf"(?=[\[({{]?{labels}(?!\w)[^\n:;,=-]{{0,20}}?[ ]?[:=\])}}])",
        re.IGNORECASE,
    )


def _beside(text: str, lines: Sequence[Line], at: int) -> tuple[list[_Field], int] | None:
    """Return the fields from a line on whose labels stand before their values."""
    fields: list[_Field] = []
    first = at
    while at < len(lines) and (at == first or _is_near(text, lines[at - 1], lines[at])):
        field = _field(text, lines[at])
        if field is None or (field.kind is None and not fields):
            break
        fields.append(field)
        at += 1
    while fields and fields[-1].kind is None:
        fields.pop()
        at -= 1
    return (fields, at) if len(fields) >= FEWEST else None


def _under_name(text: str, lines: Sequence[Line], at: int) -> tuple[Grid | None, int]:
    """Return the record whose name stands on a line over its fields, and the line behind it.

    *1. Ông Lò Văn An*, *- Chức vụ: Bí thư*, *- Điện thoại: 123*
    """
    name = _name(text, lines[at])
    if name is None or at + 1 >= len(lines) or not _is_near(text, lines[at], lines[at + 1]):
        return None, at
    fields: list[_Field] = []
    for number in range(at + 1, min(at + 1 + _MOST_FIELDS, len(lines))):
        field = _field(text, lines[number])
        if (
            field is None
            or field.kind == "name"
            or not _is_near(text, lines[number - 1], lines[number])
        ):
            break
        fields.append(field)
    kinds = [field.kind for field in fields]
    if "office" not in kinds:
        return None, at
    row = Row((name, *(trimmed(text, *field.value, n) for n, field in enumerate(fields, 1))))
    return Grid("columns", (row,), told=("name", *kinds)), at + 1 + len(fields)


def _name(text: str, line: Line) -> Cell | None:
    """Return what may be a name on a line of its own, without number and form of address."""
    found = _alone().match(text, *line) if line[1] - line[0] <= _LONGEST_NAME else None
    if found is None:
        return None
    cell = trimmed(text, found.end(), line[1], 0)
    return cell if is_name(text[cell.start : cell.end].rstrip(":,")) else None


def _stacked(text: str, lines: Sequence[Line], at: int) -> tuple[list[_Field], int] | None:
    """Return the fields from a line on whose labels stand on the lines above their values."""
    fields: list[_Field] = []
    while at + 1 < len(lines):
        label, value = lines[at], lines[at + 1]
        told, other = _label(text, label), _label(text, value)
        if told is None or other is not None or value[1] - value[0] > _LONGEST:
            break
        fields.append(_Field(told[0], value, told[1]))
        at += 2
    return (fields, at) if len(fields) >= FEWEST else None


def _is_near(text: str, above: Line, line: Line) -> bool:
    return text.count("\n", above[1], line[0]) <= 1 + _MOST_BLANK


def _field(text: str, line: Line) -> _Field | None:
    if line[1] - line[0] > _LONGEST:
        return None
    found = _FIELD.match(text, *line)
    if found is None:
        return None
    label, value = found.span("label"), (found.end(), _unbracketed(text, found.end(), line[1]))
    kind = label_kind(text[slice(*label)])
    if kind is None and ("-" in found["joint"] or not text[value[0]].isalnum()):
        return None
    return _Field(label, value, kind)


def _unbracketed(text: str, start: int, end: int) -> int:
    """Return where a value ends, before a bracket that was opened before its label."""
    opening = _BRACKETS.get(text[end - 1])
    return end if opening is None or text.find(opening, start, end) >= 0 else end - 1


def _label(text: str, line: Line) -> tuple[Line, str] | None:
    found = _LABEL.fullmatch(text, *line) if line[1] - line[0] < _LONGEST else None
    kind = label_kind(found["label"]) if found is not None else None
    return (found.span("label"), kind) if found is not None and kind is not None else None


def _row(text: str, field: _Field) -> Row:
    return Row((trimmed(text, *field.label, 0), trimmed(text, *field.value, 1)))
