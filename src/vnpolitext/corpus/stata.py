"""The tables of a corpus as files of Stata."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from vnpolitext.analysis import TABLES, Analysis, to_frame
from vnpolitext.analysis.codebook import describe
from vnpolitext.analysis.schema import store_schema
from vnpolitext.corpus.write import expect_folder, replacing
from vnpolitext.progress import track

if TYPE_CHECKING:
    import pandas as pd

_LABEL: Final = 80
_RESERVED: Final = frozenset({"end", "short"})
_UNICODE: Final = 118  # the first version of Stata's format that has UTF-8


def write_stata(
    analyses: Iterable[Analysis],
    folder: str | os.PathLike[str],
    *,
    tables: Iterable[str] = TABLES,
) -> None:
    """Write one Stata file for each table, ``<table>.dta``, with labels of columns and categories.

    Columns of lists and records are left out, for Stata has none: what they hold are tables of
    their own, or columns beside them. ``end`` and ``short``, which are words of Stata, are
    ``end_`` and ``short_``.

    Raises:
        TableError: ``folder`` has the name of a Stata file.
    """
    expect_folder(folder, ".dta")
    documents = list(analyses)
    for name in track(tuple(tables), "tables", unit="table"):
        frame = to_frame(documents, name)
        kept = [column for column in store_schema(name).names if column not in _nested(name)]
        plain = frame[kept]
        labels = {_named(column): _label(describe(name, column)) for column in kept}
        with replacing(Path(folder) / f"{name}.dta") as temporary:
            _for_stata(plain).rename(columns=_named).to_stata(
                temporary,
                write_index=False,
                version=_UNICODE,
                variable_labels=labels,
                data_label=f"vnpolitext: {name}",
            )


def _for_stata(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame of types that Stata has: yes or no as 1 and 0, texts without gaps."""
    import pandas as pd

    made = frame.copy()
    for name, kind in frame.dtypes.items():
        if pd.api.types.is_datetime64_any_dtype(kind):
            continue
        if isinstance(kind, pd.CategoricalDtype):
            made[name] = frame[name] if len(frame) else frame[name].cat.codes
            continue
        if pd.api.types.is_bool_dtype(kind):
            made[name] = frame[name].astype("int8")
        elif pd.api.types.is_integer_dtype(kind):
            made[name] = frame[name].astype("float64") if frame[name].isna().any() else frame[name]
        elif not pd.api.types.is_numeric_dtype(kind):
            made[name] = frame[name].astype(object).where(frame[name].notna(), "")
    return made


def _named(column: str) -> str:
    return f"{column}_" if column in _RESERVED else column


def _label(text: str) -> str:
    return text if len(text) <= _LABEL else text[: _LABEL - 1].rsplit(" ", 1)[0] + "…"


def _nested(table: str) -> frozenset[str]:
    import pyarrow as pa

    return frozenset(field.name for field in store_schema(table) if pa.types.is_nested(field.type))
