"""The tables of a store: those of an analysis, and what a store keeps besides."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from operator import attrgetter
from typing import Any, Final

import pyarrow as pa

from vnpolitext.analysis import DEFAULT, Analysis, rows
from vnpolitext.analysis.frames import arrow_columns, arrow_table
from vnpolitext.analysis.schema import STORE_TABLES, store_schema
from vnpolitext.analysis.words import boundaries
from vnpolitext.corpus.outcome import Failure, failure_of
from vnpolitext.corpus.sources import Pending
from vnpolitext.models import ModelError
from vnpolitext.text import Span, Tokens, sentences, tokenize, tokenize_many
from vnpolitext.text.units import KINDS

_OPTIONAL: Final = frozenset({"sentences", "tokens"})

Row = dict[str, Any]


def with_needed(names: Iterable[str]) -> tuple[str, ...]:
    """Return the tables that are asked for, and those without which a store cannot be read.

    Raises:
        ValueError: There is no such table.
    """
    asked = {names} if isinstance(names, str) else set(names)
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
        rows.add(Pending(analysis.id, str(analysis.metadata.get("path") or "")), analysis)
    if "failures" in names:
        for failure in failures():
            rows.add(Pending(failure.id, failure.path), failure)
    return rows.tables()


class Rows:
    """What came out for some documents, to be written table by table."""

    def __init__(self, names: tuple[str, ...], words: str = DEFAULT) -> None:
        """Begin with no documents; ``names`` are the tables to make, ``words`` the segmenter."""
        self._names = names
        self._words = words
        self._documents: list[tuple[Pending, Analysis]] = []
        self._failures: list[Failure] = []
        self._tokens: list[Tokens] = []

    def add(self, source: Pending, outcome: Analysis | Failure) -> None:
        """Add what came out for one document."""
        if isinstance(outcome, Failure):
            self._failures.append(outcome)
        else:
            self._documents.append((source, outcome))

    def tables(self) -> dict[str, pa.Table]:
        """Return the rows as Arrow tables."""
        if "tokens" in self._names:
            self._cut_words()
        return {name: self._table(name) for name in self._names}

    def _cut_words(self) -> None:
        """Cut all documents at once, or one by one if one of them fails, which is recorded."""
        texts = [analysis.text for _, analysis in self._documents]
        edges = [boundaries(analysis) for _, analysis in self._documents]
        try:
            self._tokens = tokenize_many(texts, words=self._words, spans=edges)
        except (ModelError, ImportError):
            raise
        except Exception:  # noqa: BLE001 - one document must not stop the others
            self._tokens, documents = [], self._documents
            self._documents = []
            for (source, analysis), spans in zip(documents, edges, strict=True):
                try:
                    words = tokenize(analysis.text, words=self._words, spans=spans)
                except Exception as error:  # noqa: BLE001
                    self._failures.append(failure_of(source, error))
                else:
                    self._documents.append((source, analysis))
                    self._tokens.append(words)

    def _table(self, name: str) -> pa.Table:
        analyses = [analysis for _, analysis in self._documents]
        if name == "failures":
            return arrow_table(list(map(asdict, self._failures)), name)
        if name == "documents":
            found = [document_row(a, s.name if s.path else None) for s, a in self._documents]
            return arrow_table(found, name)
        if name == "sentences":
            return span_table(name, analyses, [sentences(a.text) for a in analyses])
        if name == "tokens":
            return token_table(analyses, self._tokens)
        return arrow_table([row for analysis in analyses for row in rows(analysis, name)], name)


def document_row(analysis: Analysis, path: str | None) -> Row:
    """Return the row of a document, with the place that it was read from."""
    return {**next(rows(analysis, "documents")), "path": path}


def span_table(
    name: str, analyses: Sequence[Analysis], found: Sequence[Sequence[Span]]
) -> pa.Table:
    """Return the sentences of documents as a table, made column by column."""
    spans = [span for each in found for span in each]
    columns = _numbered(analyses, found)
    for field in store_schema(name).names[2:]:
        columns[field] = list(map(attrgetter(field), spans))
    return arrow_columns(columns, name)


def token_table(analyses: Sequence[Analysis], found: Sequence[Tokens]) -> pa.Table:
    """Return the tokens of documents as a table, from their arrays."""
    columns = _numbered(analyses, found)
    columns["start"] = [start for each in found for start in each.starts.tolist()]
    columns["end"] = [end for each in found for end in each.ends.tolist()]
    columns["text"] = [text for each in found for text in each.texts()]
    columns["kind"] = [KINDS[kind] for each in found for kind in each.kinds.tolist()]
    columns["is_word"] = [word for each in found for word in each.are_words().tolist()]
    return arrow_columns(columns, "tokens")


def _numbered(
    analyses: Sequence[Analysis], found: Sequence[Sequence[Span]]
) -> dict[str, list[Any]]:
    return {
        "id": [a.id for a, each in zip(analyses, found, strict=True) for _ in range(len(each))],
        "index": [number for each in found for number in range(len(each))],
    }
