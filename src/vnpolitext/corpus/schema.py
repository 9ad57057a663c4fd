"""The tables of a corpus as Arrow tables, with a fixed schema."""

from __future__ import annotations

import json
import types
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Union, get_args, get_origin, get_type_hints

from vnpolitext.analysis import TABLES, Analysis, columns, rows
from vnpolitext.citations.records import Citation
from vnpolitext.directives.records import Directive
from vnpolitext.layout.records import Block
from vnpolitext.officials.records import Person, Position
from vnpolitext.places.records import Place
from vnpolitext.text.surface import encodable

if TYPE_CHECKING:
    import pyarrow as pa

_RECORDS: Final = {
    "blocks": Block,
    "persons": Person,
    "positions": Position,
    "citations": Citation,
    "places": Place,
    "directives": Directive,
}
_COUNTS: Final = frozenset(
    {"characters", "persons", "officials", "citations", "places", "directives", "index", "person"}
)
_KEPT: Final = ("path", "metadata", "versions", "text")
_SPAN: Final = {"id": str, "index": int, "start": int, "end": int, "text": str}
_BESIDES: Final[dict[str, dict[str, type]]] = {
    "sentences": _SPAN,
    "tokens": {**_SPAN, "kind": str},
    "failures": dict.fromkeys(("id", "path", "reason"), str),
}


@lru_cache(maxsize=32)
def store_schema(table: str) -> pa.Schema:
    """Return the Arrow schema of a table of a store.

    Raises:
        ValueError: There is no such table.
    """
    import pyarrow as pa

    if table in _BESIDES:
        return pa.schema(
            [pa.field(name, _simple()[kind]) for name, kind in _BESIDES[table].items()]
        )
    if table == "documents":
        return pa.schema([*schema(table), *(pa.field(name, pa.string()) for name in _KEPT)])
    return schema(table)


@lru_cache(maxsize=32)
def schema(table: str) -> pa.Schema:
    """Return the Arrow schema of a table; it follows the fields of the records.

    Raises:
        ValueError: There is no such table.
    """
    import pyarrow as pa

    names = columns(table)
    record = _RECORDS.get(table)
    hints = get_type_hints(record) if record else {}
    known = {item.name: hints[item.name] for item in fields(record)} if record else {}
    return pa.schema([pa.field(name, _type(table, name, known.get(name))) for name in names])


def arrow_tables(
    analyses: Iterable[Analysis], names: Iterable[str] = TABLES
) -> dict[str, pa.Table]:
    """Return the tables ``names`` of some analyses.

    Characters that UTF-8 cannot hold (lone surrogates) are replaced one by one, so that offsets
    stay right.
    """
    documents = list(analyses)
    return {
        name: _table([row for document in documents for row in rows(document, name)], schema(name))
        for name in names
    }


def arrow_table(found: list[dict[str, Any]], name: str) -> pa.Table:
    """Return rows as the table ``name`` of a store; values are brought to the column's type."""
    return _table(found, store_schema(name))


def arrow_columns(columns: dict[str, list[Any]], name: str) -> pa.Table:
    """Return columns as the table ``name`` of a store."""
    import pyarrow as pa

    shape = store_schema(name)
    arrays = [_array(columns[field.name], field.type) for field in shape]
    return pa.Table.from_arrays(arrays, schema=shape)


def _table(found: list[dict[str, Any]], shape: pa.Schema) -> pa.Table:
    import pyarrow as pa

    arrays = [_array([row[field.name] for row in found], field.type) for field in shape]
    return pa.Table.from_arrays(arrays, schema=shape)


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
        return pa.int32() if name in _COUNTS | {"start", "end"} and name != "name" else pa.string()
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


def _array(values: list[Any], kind: pa.DataType) -> pa.Array:
    import pyarrow as pa

    try:
        return pa.array(values, kind)
    except (pa.ArrowInvalid, pa.ArrowTypeError, UnicodeEncodeError):
        return pa.array([_fitting(value, kind) for value in values], kind)


def _fitting(value: Any, kind: pa.DataType) -> Any:
    """Return ``value`` as a column of ``kind`` can hold it, or ``None``."""
    import pyarrow as pa

    if value is None:
        return None
    if pa.types.is_struct(kind):
        return {field.name: _fitting(value.get(field.name), field.type) for field in kind}
    if pa.types.is_list(kind):
        return [_fitting(item, kind.value_type) for item in value]
    if pa.types.is_string(kind):
        return encodable(value if isinstance(value, str) else _text(value))
    return _number(value) if pa.types.is_integer(kind) else value


def _number(value: Any) -> int | None:
    try:
        return int(value)
    except (TypeError, ValueError):
        return None


def _text(value: Any) -> str:
    return (
        json.dumps(value, ensure_ascii=False, default=str)
        if isinstance(value, dict | list)
        else str(value)
    )
