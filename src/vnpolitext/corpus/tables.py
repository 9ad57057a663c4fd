"""The tables of a store: those of an analysis, and what a store keeps besides."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

import pyarrow as pa

from vnpolitext.analysis import TABLES, Analysis, rows
from vnpolitext.corpus.outcome import Failure
from vnpolitext.corpus.schema import arrow_table
from vnpolitext.corpus.sources import Source
from vnpolitext.text import sentences

STORE_TABLES: Final = (*TABLES, "sentences", "tokens", "failures")
"""Names of the tables of a store."""

_OPTIONAL: Final = frozenset({"sentences", "tokens"})

Row = dict[str, Any]


def with_needed(names: Iterable[str]) -> tuple[str, ...]:
    """Return the tables that are asked for, and those without which a store cannot be read.

    Raises:
        ValueError: There is no such table.
    """
    asked = set(names)
    if unknown := asked.difference(STORE_TABLES):
        known = ", ".join(STORE_TABLES)
        raise ValueError(f"no table {', '.join(sorted(unknown))}; there are {known}")
    return tuple(name for name in STORE_TABLES if name in asked or name not in _OPTIONAL)


class Rows:
    """Rows of some documents, gathered table by table."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Begin with no rows of the tables ``names``."""
        self._rows: dict[str, list[Row]] = {name: [] for name in names}

    def add(self, source: Source, outcome: Analysis | Failure) -> None:
        """Add what came out for one document."""
        for name, found in self._rows.items():
            found.extend(_rows(outcome, source, name))

    def tables(self) -> dict[str, pa.Table]:
        """Return the rows as Arrow tables."""
        return {name: arrow_table(found, name) for name, found in self._rows.items()}


def _rows(outcome: Analysis | Failure, source: Source, name: str) -> Iterator[Row]:
    if isinstance(outcome, Failure):
        if name == "failures":
            yield {"id": outcome.id, "path": outcome.path, "reason": outcome.reason}
    elif name == "documents":
        for row in rows(outcome, "documents"):
            yield {
                **row,
                "path": source.name if source.path else None,
                "metadata": json.dumps(outcome.metadata, ensure_ascii=False, default=str),
                "versions": json.dumps(outcome.versions, ensure_ascii=False, sort_keys=True),
                "text": outcome.text,
            }
    elif name == "sentences":
        for index, span in enumerate(sentences(outcome.text)):
            yield {"id": outcome.id, "index": index, "start": span.start, "end": span.end,
                   "text": span.text}  # fmt: skip
    elif name == "tokens":
        for index, token in enumerate(outcome.words()):
            yield {"id": outcome.id, "index": index, "start": token.start, "end": token.end,
                   "text": token.text, "kind": token.kind}  # fmt: skip
    elif name != "failures":
        yield from rows(outcome, name)
