"""The schema of every table: one for memory, stores and Parquet files."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Union, get_args, get_origin, get_type_hints

from vnpolitext.analysis.tables import DATES, TABLES, checked, columns
from vnpolitext.analysis.vocabularies import vocabulary
from vnpolitext.citations.records import Citation
from vnpolitext.directives.records import Directive
from vnpolitext.layout.records import Block
from vnpolitext.officials.records import Person, Position
from vnpolitext.places.records import Place
from vnpolitext.statements.records import Statement
from vnpolitext.text import Token

if TYPE_CHECKING:
    import pyarrow as pa

RECORDS: Final[dict[str, type]] = {
    "blocks": Block,
    "persons": Person,
    "positions": Position,
    "citations": Citation,
    "places": Place,
    "directives": Directive,
    "statements": Statement,
    "tokens": Token,
}
"""The record behind the rows of a table."""
_COUNTS: Final = frozenset(
    {"characters", "persons", "officials", "citations", "places", "directives", "index", "person"}
    | {"statements"}
)
_SPAN: Final = {"id": str, "index": int, "start": int, "end": int, "text": str}
_BESIDES: Final[dict[str, dict[str, type]]] = {
    "sentences": _SPAN,
    "tokens": {**_SPAN, "kind": str},
    "failures": dict.fromkeys(("id", "path", "reason"), str),
}
STORE_TABLES: Final = (*TABLES, *_BESIDES)
"""Names of the tables of a store."""


def store_schema(table: str, *, categories: bool = True) -> pa.Schema:
    """Return the Arrow schema of a table; it follows the fields of the records.

    Args:
        table: One of `STORE_TABLES`.
        categories: Whether columns with a closed list of values are dictionaries, which pandas
            reads as categories. Without them they are strings, for engines that know no
            dictionaries, such as Spark.

    Raises:
        ValueError: There is no such table.
    """
    if not isinstance(table, str) or table not in STORE_TABLES:
        checked(table)
    return _schema(table, categories)


@lru_cache(maxsize=64)
def _schema(table: str, categories: bool) -> pa.Schema:
    import pyarrow as pa

    found = [pa.field(name, kind) for name, kind in _types(table).items()]
    if not categories:
        return pa.schema(found)
    found = [
        pa.field(field.name, pa.dictionary(pa.int32(), pa.string()))
        if vocabulary(table, field.name)
        else field
        for field in found
    ]
    return pa.schema(found, metadata=_for_pandas(table, pa.schema(found)))


def _types(table: str) -> dict[str, pa.DataType]:
    import pyarrow as pa

    if table in _BESIDES:
        return {name: _simple()[kind] for name, kind in _BESIDES[table].items()}
    record = RECORDS.get(table)
    hints = get_type_hints(record) if record else {}
    known = {item.name: hints[item.name] for item in fields(record)} if record else {}
    return {
        name: pa.timestamp("ms") if name in DATES[table] else _type(table, name, known.get(name))
        for name in columns(table)
    }


def _for_pandas(table: str, shape: pa.Schema) -> dict[bytes, bytes]:
    """Return what has pandas read whole numbers with gaps as such, whatever the rows are."""
    import pandas as pd

    gaps = frozenset(_with_gaps(table))
    frame = shape.empty_table().to_pandas()
    wide = {"int32": "Int32", "int64": "Int64"}
    kinds = {name: wide[str(frame[name].dtype)] for name in frame if name in gaps}
    made: dict[bytes, bytes] = (
        type(shape).from_pandas(pd.DataFrame(frame.astype(kinds)), preserve_index=False).metadata
    )
    return made


def _with_gaps(table: str) -> list[str]:
    """Return the whole numbers that not every row has."""
    if table == "documents":
        return ["views"]
    record = RECORDS.get(table)
    hints = get_type_hints(record) if record else {}
    return [name for name, hint in hints.items() if hint == int | None]


def _type(table: str, name: str, hint: Any) -> pa.DataType:
    import pyarrow as pa

    if (table, name) == ("persons", "mentions"):
        return pa.int32()
    if (table, name) == ("persons", "positions"):
        return pa.list_(pa.string())
    if name == "views":
        return pa.int64()
    if name.startswith("is_"):
        return pa.bool_()
    if hint is None:
        return pa.int32() if name in _COUNTS | {"start", "end"} else pa.string()
    return _arrow(hint)


def _arrow(hint: Any) -> pa.DataType:
    import pyarrow as pa

    if get_origin(hint) in (Union, types.UnionType):
        hint = next(option for option in get_args(hint) if option is not type(None))
    if get_origin(hint) is tuple:
        return pa.list_(_arrow(get_args(hint)[0]))
    if is_dataclass(hint):
        kinds = get_type_hints(hint)
        return pa.struct([pa.field(f.name, _arrow(kinds[f.name])) for f in fields(hint)])
    return _simple().get(hint, pa.string())


def _simple() -> dict[type, pa.DataType]:
    import pyarrow as pa

    return {int: pa.int32(), float: pa.float64(), bool: pa.bool_(), str: pa.string()}
