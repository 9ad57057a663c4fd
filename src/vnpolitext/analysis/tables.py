"""Records as rows of tables: one row a record, the same columns for every document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any, Final

from vnpolitext.analysis.found import Found
from vnpolitext.analysis.serialize import to_plain
from vnpolitext.citations.records import Citation
from vnpolitext.directives.records import Directive
from vnpolitext.errors import documents_with
from vnpolitext.layout.records import Block
from vnpolitext.officials.records import Person, Position
from vnpolitext.places.records import Place
from vnpolitext.statements.records import Statement
from vnpolitext.text.dates import moment, read_any, stated

Row = dict[str, Any]


def rows(analysis: Found, table: str) -> Iterator[Row]:
    """Yield the rows of ``table`` for one document; the keys are ``columns(table)``.

    Dates are ``datetime`` objects, beside them stands how exactly they are stated; lists and
    records in a cell are plain data.

    Raises:
        ValueError: There is no such table.
    """
    [one] = documents_with([analysis], "persons", "metadata", wanted="an analysis is wanted")
    return _ROWS[checked(table)](one)


def columns(table: str) -> tuple[str, ...]:
    """Return the names of the columns of ``table``.

    Raises:
        ValueError: There is no such table.
    """
    return _COLUMNS[checked(table)]


def plain_row(row: Mapping[str, Any], table: str) -> Row:
    """Return a row of a table as the plain data of its record, dates as they are stated."""
    plain = dict(row)
    for name in _STATED.get(table, ()):
        plain[name] = stated(row[name], row[f"{name}_precision"])
    for name in _DAYS.get(table, ()):
        plain[name] = stated(row[name], "day")
    return plain


def checked(table: str) -> str:
    """Return the name of a table.

    Raises:
        ValueError: There is no such table.
    """
    if not isinstance(table, str) or table not in _ROWS:
        shown = repr(table) if isinstance(table, str) else f"of the type {type(table).__name__}"
        raise ValueError(f"no table {shown}; there are {', '.join(TABLES)}")
    return table


def _documents(analysis: Found) -> Iterator[Row]:
    meta = analysis.metadata
    known = {**{name: meta.get(name) for name in _METADATA}, "published": None}
    if (published := meta.get("published")) is not None:
        known["published"] = read_any(published)
    yield _dated(
        {
            "id": analysis.id,
            **known,
            "characters": len(analysis.text),
            "persons": len(analysis.persons),
            "officials": len(analysis.officials),
            "citations": len(analysis.citations),
            "places": len(analysis.places),
            "directives": len(analysis.directives),
            "statements": len(analysis.statements),
            "path": meta.get("path"),
            "metadata": json.dumps(meta, ensure_ascii=False, default=str),
            "versions": json.dumps(analysis.versions, ensure_ascii=False, sort_keys=True),
            "text": analysis.text,
        },
        "documents",
    )


def _persons(analysis: Found) -> Iterator[Row]:
    for index, person in enumerate(analysis.persons):
        yield {
            "id": analysis.id,
            "person": index,
            **{name: to_plain(getattr(person, name)) for name in _PERSON},
            "is_official": person.is_official,
            "mentions": len(person.mentions),
            "positions": [position.normalized or position.text for position in person.positions],
        }


def _mentions(analysis: Found) -> Iterator[Row]:
    for index, person in enumerate(analysis.persons):
        for start, end in person.mentions:
            yield {
                "id": analysis.id,
                "person": index,
                "name": person.name,
                "start": start,
                "end": end,
                "text": analysis.text[start:end],
            }


def _positions(analysis: Found) -> Iterator[Row]:
    for index, person in enumerate(analysis.persons):
        for position in person.positions:
            row = {"id": analysis.id, "person": index, "name": person.name, **to_plain(position)}
            place = position.place
            row |= {
                column: None if place is None else getattr(place, name)
                for column, name in _PLACE.items()
            }
            yield _dated(row, "positions")


def _spans(table: str) -> Callable[[Found], Iterator[Row]]:
    def records(analysis: Found) -> Iterator[Row]:
        for index, record in enumerate(getattr(analysis, table)):
            yield _dated({"id": analysis.id, "index": index, **to_plain(record)}, table)

    return records


def _statements(analysis: Found) -> Iterator[Row]:
    for index, said in enumerate(analysis.statements):
        name = said.body if said.person is None else analysis.persons[said.person].name
        yield {
            "id": analysis.id,
            "index": index,
            **to_plain(said),
            "speaker_name": name,
            "speaker_text": None if said.speaker is None else analysis.text[slice(*said.speaker)],
            "cue_text": None if said.cue is None else analysis.text[slice(*said.cue)],
        }


def _dated(row: Row, table: str) -> Row:
    """Turn the ISO forms of a row into points in time, with how exact they are beside them."""
    for name in _DAYS.get(table, ()):
        row[name] = moment(row[name])[0]
    if table not in _STATED:
        return row
    for name in _STATED[table]:
        row[name], row[f"{name}_precision"] = moment(row[name])
    return {name: row[name] for name in _COLUMNS[table]}


def _names(record: type, table: str = "") -> tuple[str, ...]:
    """Return the columns of the fields of a record."""
    exact = _STATED.get(table, ())
    return tuple(
        column
        for item in fields(record)
        for column in (
            (item.name, f"{item.name}_precision") if item.name in exact else (item.name,)
        )
    )


_STATED: Final[dict[str, tuple[str, ...]]] = {
    "documents": ("published",),
    "positions": ("since", "until"),
    "citations": ("issued", "latest"),
}
_DAYS: Final[dict[str, tuple[str, ...]]] = {"places": ("valid_from", "valid_to")}
_PLACE: Final = {
    "place_name": "name", "place_code": "code", "unit_id": "unit_id", "province": "province",
}  # fmt: skip
_SPOKEN: Final = ("speaker_name", "speaker_text", "cue_text")
_PERSON: Final = tuple(name for name in _names(Person) if name not in ("mentions", "positions"))
_METADATA: Final = ("title", "published", "author", "source", "url", "views")
_COUNTS: Final = (
    *("characters", "persons", "officials", "citations", "places", "directives", "statements"),
)
_KEPT: Final = ("path", "metadata", "versions", "text")
_ROWS: Final[dict[str, Callable[[Found], Iterator[Row]]]] = {
    "documents": _documents,
    "blocks": _spans("blocks"),
    "persons": _persons,
    "mentions": _mentions,
    "positions": _positions,
    "citations": _spans("citations"),
    "places": _spans("places"),
    "directives": _spans("directives"),
    "statements": _statements,
}
_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "documents": (
        *("id", "title", "published", "published_precision", *_METADATA[2:]),
        *_COUNTS,
        *_KEPT,
    ),
    "blocks": ("id", "index", *_names(Block)),
    "persons": (
        *("id", "person"),
        *_PERSON,
        *("is_official", "mentions", "positions"),
    ),
    "mentions": ("id", "person", "name", "start", "end", "text"),
    "positions": ("id", "person", "name", *_names(Position, "positions"), *_PLACE),
    "citations": ("id", "index", *_names(Citation, "citations")),
    "places": ("id", "index", *_names(Place)),
    "directives": ("id", "index", *_names(Directive)),
    "statements": ("id", "index", *_names(Statement), *_SPOKEN),
}
DATES: Final = {
    table: frozenset({*_STATED.get(table, ()), *_DAYS.get(table, ())}) for table in _COLUMNS
}
"""The columns of every table that hold points in time."""
TABLES: Final = tuple(_COLUMNS)
"""Names of the tables."""
