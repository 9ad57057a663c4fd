"""Tables that are at hand: DataFrames of pandas and polars, and tables of Arrow, as rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Row = dict[str, Any]


def is_table(value: object) -> bool:
    """Whether this is a table of pandas, polars or Arrow.

    Example:
        >>> import pyarrow as pa
        >>> is_table(pa.table({"id": ["a"]})), is_table([{"id": "a"}])
        (True, False)
    """
    written = any(hasattr(value, name) for name in ("to_dict", "to_dicts", "to_pylist"))
    return written and (hasattr(value, "columns") or hasattr(value, "column_names"))


def rows_of_table(table: Any) -> tuple[list[str], list[Row]]:
    """Return the names of the columns of a table, and its rows.

    An index of a pandas DataFrame that has a name is a column.

    Example:
        >>> import pandas as pd
        >>> rows_of_table(pd.DataFrame({"text": ["Xã họp."]}, index=pd.Index(["a"], name="id")))
        (['id', 'text'], [{'id': 'a', 'text': 'Xã họp.'}])
    """
    if hasattr(table, "to_pylist"):
        names, rows = table.schema.names, table.to_pylist()
    elif hasattr(table, "to_dicts"):
        names, rows = table.columns, table.to_dicts()
    else:
        index = table.index.names
        if all(name is not None and name not in table.columns for name in index):
            table = table.reset_index()
        names, rows = list(table.columns), table.to_dict("records")
    return list(map(str, names)), [_named(row) for row in rows]


def _named(row: Mapping[Any, Any]) -> Row:
    return {str(key): value for key, value in row.items()}
