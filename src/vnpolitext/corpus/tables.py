"""The tables of a store: those of an analysis, and what a store keeps besides."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import Any, Final

import pyarrow as pa

from vnpolitext.analysis import TABLES, Analysis, rows
from vnpolitext.analysis.words import boundaries
from vnpolitext.corpus.outcome import Failure
from vnpolitext.corpus.schema import arrow_table
from vnpolitext.corpus.sources import Source
from vnpolitext.text import sentences, tokenize_many

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


def tables_of(
    analyses: Iterable[Analysis], failures: Callable[[], Iterable[Failure]], names: tuple[str, ...]
) -> dict[str, pa.Table]:
    """Return the tables ``names`` of documents that are in memory."""
    rows = Rows(names)
    for analysis in analyses:
        rows.add(Source(analysis.id, str(analysis.metadata.get("path") or "")), analysis)
    if "failures" in names:
        for failure in failures():
            rows.add(Source(failure.id, failure.path), failure)
    return rows.tables()


class Rows:
    """What came out for some documents, to be written table by table."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Begin with no documents; ``names`` are the tables to make."""
        self._names = names
        self._documents: list[tuple[Source, Analysis]] = []
        self._failures: list[Failure] = []

    def add(self, source: Source, outcome: Analysis | Failure) -> None:
        """Add what came out for one document."""
        if isinstance(outcome, Failure):
            self._failures.append(outcome)
        else:
            self._documents.append((source, outcome))

    def tables(self) -> dict[str, pa.Table]:
        """Return the rows as Arrow tables."""
        return {name: arrow_table(list(self._rows(name)), name) for name in self._names}

    def _rows(self, name: str) -> Iterator[Row]:
        analyses = [analysis for _, analysis in self._documents]
        if name == "failures":
            yield from map(asdict, self._failures)
        elif name == "documents":
            for source, analysis in self._documents:
                yield document_row(analysis, source.name if source.path else None)
        elif name == "sentences":
            yield from sentence_rows(analyses)
        elif name == "tokens":
            yield from token_rows(analyses)
        else:
            for analysis in analyses:
                yield from rows(analysis, name)


def document_row(analysis: Analysis, path: str | None) -> Row:
    """Return the row of a document with everything from which its analysis is built again."""
    return {
        **next(rows(analysis, "documents")),
        "path": path,
        "metadata": json.dumps(analysis.metadata, ensure_ascii=False, default=str),
        "versions": json.dumps(analysis.versions, ensure_ascii=False, sort_keys=True),
        "text": analysis.text,
    }


def sentence_rows(analyses: Iterable[Analysis]) -> Iterator[Row]:
    """Yield the sentences of the documents."""
    for analysis in analyses:
        for index, span in enumerate(sentences(analysis.text)):
            where = {"start": span.start, "end": span.end, "text": span.text}
            yield {"id": analysis.id, "index": index, **where}


def token_rows(analyses: Iterable[Analysis]) -> Iterator[Row]:
    """Yield the words and marks of the documents; no record cuts through one."""
    documents = list(analyses)
    found = tokenize_many([d.text for d in documents], spans=map(boundaries, documents))
    for analysis, tokens in zip(documents, found, strict=True):
        for index, token in enumerate(tokens):
            where = {"start": token.start, "end": token.end, "text": token.text}
            yield {"id": analysis.id, "index": index, **where, "kind": token.kind}
