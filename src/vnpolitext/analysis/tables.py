"""Records as tables: one row a record, the same columns for every document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from vnpolitext.analysis.found import Found
from vnpolitext.analysis.serialize import to_plain
from vnpolitext.citations.records import Citation
from vnpolitext.directives.records import Directive
from vnpolitext.layout.records import Block
from vnpolitext.officials.records import Person, Position
from vnpolitext.places.records import Place
from vnpolitext.text.surface import encodable

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]


def rows(analysis: Found, table: str) -> Iterator[Row]:
    """Yield the rows of ``table`` for one document; the keys are ``columns(table)``.

    Raises:
        ValueError: There is no such table.
    """
    return _ROWS[_checked(table)](analysis)


def columns(table: str) -> tuple[str, ...]:
    """Return the names of the columns of ``table``.

    Raises:
        ValueError: There is no such table.
    """
    return _COLUMNS[_checked(table)]


def to_frame(analyses: Iterable[Found], table: str) -> pd.DataFrame:
    """Return the rows of ``table`` for all ``analyses`` as one DataFrame.

    Characters that UTF-8 cannot hold (lone surrogates) are replaced one by one, as in the tables of
    a store.

    Raises:
        ValueError: There is no such table.
    """
    import pandas as pd

    names = columns(table)
    found = [row for analysis in analyses for row in rows(analysis, table)]
    try:
        return pd.DataFrame(found, columns=list(names))
    except UnicodeEncodeError:
        return pd.DataFrame(writable(found), columns=list(names))


def writable(value: Any) -> Any:
    r"""Return plain data with a replacement character for each lone surrogate in its strings.

    Example:
        >>> writable([{"title": "a\ud800b"}]) == [{"title": "a\ufffdb"}]
        True
    """
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, dict):
        return {writable(key): writable(item) for key, item in value.items()}
    return [writable(item) for item in value] if isinstance(value, list | tuple) else value


def _checked(table: str) -> str:
    if table not in _ROWS:
        raise ValueError(f"no table {table!r}; there are {', '.join(TABLES)}")
    return table


def _documents(analysis: Found) -> Iterator[Row]:
    meta = analysis.metadata
    yield {
        "id": analysis.id,
        **{name: meta.get(name) for name in _METADATA},
        "characters": len(analysis.text),
        "persons": len(analysis.persons),
        "officials": len(analysis.officials),
        "citations": len(analysis.citations),
        "places": len(analysis.places),
        "directives": len(analysis.directives),
    }


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
            yield {"id": analysis.id, "person": index, "name": person.name, **to_plain(position)}


def _spans(field: str) -> Callable[[Found], Iterator[Row]]:
    def records(analysis: Found) -> Iterator[Row]:
        for index, record in enumerate(getattr(analysis, field)):
            yield {"id": analysis.id, "index": index, **to_plain(record)}

    return records


def _names(record: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(record))


_PERSON: Final = tuple(name for name in _names(Person) if name not in ("mentions", "positions"))
_METADATA: Final = ("title", "published", "author", "source", "url", "views")
_COUNTS: Final = ("characters", "persons", "officials", "citations", "places", "directives")
_ROWS: Final[dict[str, Callable[[Found], Iterator[Row]]]] = {
    "documents": _documents,
    "blocks": _spans("blocks"),
    "persons": _persons,
    "mentions": _mentions,
    "positions": _positions,
    "citations": _spans("citations"),
    "places": _spans("places"),
    "directives": _spans("directives"),
}
_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "documents": ("id", *_METADATA, *_COUNTS),
    "blocks": ("id", "index", *_names(Block)),
    "persons": (
        *("id", "person"),
        *_PERSON,
        *("is_official", "mentions", "positions"),
    ),
    "mentions": ("id", "person", "name", "start", "end", "text"),
    "positions": ("id", "person", "name", *_names(Position)),
    "citations": ("id", "index", *_names(Citation)),
    "places": ("id", "index", *_names(Place)),
    "directives": ("id", "index", *_names(Directive)),
}
TABLES: Final = tuple(_COLUMNS)
"""Names of the tables."""
