"""Rows as Arrow tables and as DataFrames, with the schema of the table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from vnpolitext.analysis.found import Found
from vnpolitext.analysis.schema import store_schema
from vnpolitext.analysis.tables import TABLES, checked, rows
from vnpolitext.analysis.vocabularies import vocabulary
from vnpolitext.errors import documents_with
from vnpolitext.progress import under_way
from vnpolitext.text.surface import encodable

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


@under_way("table")
def to_frame(analyses: Iterable[Found], table: str) -> pd.DataFrame:
    """Return the rows of ``table`` for all ``analyses`` as one DataFrame.

    Columns and their types are the same for every document, also where nothing was found: dates are
    dates, what has a closed list of values are categories, codes are strings, lists are tuples.
    Characters that UTF-8 cannot hold (lone surrogates) are replaced one by one.

    Raises:
        ValueError: There is no such table.
    """
    return frame_of(arrow_tables(analyses, (checked(table),))[table], table)


def frame_of(held: pa.Table, table: str) -> pd.DataFrame:
    """Return the Arrow table ``table`` as a DataFrame: lists as tuples, categories in full."""
    import pyarrow as pa

    frame: pd.DataFrame = held.to_pandas()
    for field in held.schema:
        if pa.types.is_nested(field.type):
            frame[field.name] = _objects([_tuples(v) for v in held[field.name].to_pylist()])
        elif known := vocabulary(table, field.name):
            column = frame[field.name].astype("category")
            others = [value for value in column.cat.categories if value not in known]
            frame[field.name] = column.cat.set_categories([*known, *others])
    return frame


def arrow_tables(analyses: Iterable[Found], names: Iterable[str] = TABLES) -> dict[str, pa.Table]:
    """Return the tables ``names`` of some analyses.

    Characters that UTF-8 cannot hold (lone surrogates) are replaced one by one, so that offsets
    stay right.
    """
    documents = list(documents_with(analyses, "persons", "metadata"))
    return {
        name: arrow_table([row for document in documents for row in rows(document, name)], name)
        for name in names
    }


def arrow_table(found: Sequence[dict[str, Any]], name: str) -> pa.Table:
    """Return rows as the table ``name`` of a store; values are brought to the column's type."""
    return arrow_columns(
        {field: [row[field] for row in found] for field in store_schema(name).names}, name
    )


def arrow_columns(columns: dict[str, list[Any]], name: str) -> pa.Table:
    """Return columns as the table ``name`` of a store."""
    import pyarrow as pa

    shape = store_schema(name)
    arrays = [
        _categories(columns[field.name], vocabulary(name, field.name))
        if pa.types.is_dictionary(field.type)
        else _array(columns[field.name], field.type)
        for field in shape
    ]
    return pa.Table.from_arrays(arrays, schema=shape)


def _categories(values: list[Any], known: tuple[str, ...]) -> pa.Array:
    """Return an array whose dictionary has the known values, and behind them any others."""
    import pyarrow as pa

    places: dict[str, int] = {value: place for place, value in enumerate(known)}
    texts = [None if value is None else encodable(str(value)) for value in values]
    indices = [None if text is None else places.setdefault(text, len(places)) for text in texts]
    return pa.DictionaryArray.from_arrays(
        pa.array(indices, pa.int32()), pa.array(list(places), pa.string())
    )


def _objects(values: list[Any]) -> pd.Series[Any]:
    import pandas as pd

    return pd.Series(values, dtype=object)


def _tuples(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_tuples, value))
    if isinstance(value, dict):
        return {name: _tuples(item) for name, item in value.items()}
    return value


def _array(values: list[Any], kind: pa.DataType) -> pa.Array:
    import pyarrow as pa

    try:
        return pa.array(values, kind)
    except (pa.ArrowInvalid, pa.ArrowTypeError, UnicodeEncodeError, OverflowError):
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
    return _number(value, kind.bit_width) if pa.types.is_integer(kind) else value


def _number(value: Any, bits: int) -> int | None:
    """Return a whole number that a signed column of ``bits`` bits can hold."""
    try:
        number = int(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if abs(number) < 1 << (bits - 1) else None


def _text(value: Any) -> str:
    return (
        json.dumps(value, ensure_ascii=False, default=str)
        if isinstance(value, dict | list)
        else str(value)
    )
