"""Vectors of documents in which the records stand beside the words: who, when, where, by what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import numpy as np
from scipy import sparse
from sklearn.preprocessing import normalize

from vnpolitext.analysis import Analysis, analyze
from vnpolitext.progress import track
from vnpolitext.text import fold
from vnpolitext.themes.documents import Document

WEIGHTS: Final = {"person": 2.5, "date": 3, "place": 2, "citation": 2, "organization": 1}
"""How much a record weighs beside a word of the same rarity."""
_DAY: Final = re.compile(
    r"(?<![\d/.\-])(\d{1,2})\s?[/.\-]\s?(\d{1,2})(?:\s?[/.\-]\s?\d{4})?(?![\d/.\-])"
    r"|ngày\s(\d{1,2})\s?tháng\s(\d{1,2})(?!\d)"
)


def event_vectors(documents: Sequence[Document], counts: sparse.csr_matrix, least: int) -> Any:
    """Return vectors of length one of words and records together.

    A record weighs as a word does, ``(1 + ln tf) · idf``, times the weight of its kind (`WEIGHTS`).

    Args:
        documents: The documents; those without records are analysed.
        counts: Their words, of shape (documents, terms).
        least: Records of fewer documents are left out.
    """
    found = [_records(document) for document in track(documents, "records")]
    blocks = [weighted(counts)]
    for kind, weight in WEIGHTS.items():
        keys = [Counter(key for of, key in records if of == kind) for records in found]
        blocks.append(weight * weighted(_matrix(keys, least)))
    return normalize(sparse.hstack(blocks).tocsr())


def weighted(counts: sparse.csr_matrix) -> sparse.csr_matrix:
    """Return ``(1 + ln tf) · ln(1 + (n - df + ½) / (df + ½))`` for each count."""
    documents, terms = counts.shape
    spread = np.bincount(counts.indices, minlength=terms)
    rarity = np.log1p((documents - spread + 0.5) / (spread + 0.5))
    vectors = sparse.csr_matrix(counts, dtype=float, copy=True)
    vectors.data = (1 + np.log(vectors.data)) * rarity[vectors.indices]
    return vectors


def _matrix(counts: Sequence[Counter[str]], least: int) -> sparse.csr_matrix:
    spread = Counter(key for each in counts for key in each)
    known = sorted(key for key, documents in spread.items() if documents >= least)
    column = {key: at for at, key in enumerate(known)}
    rows, columns, values = [], [], []
    for row, each in enumerate(counts):
        for key, count in each.items():
            if key in column:
                rows.append(row)
                columns.append(column[key])
                values.append(count)
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(counts), len(known)))


def _records(document: Document) -> list[tuple[str, str]]:
    """Kind and key of each record that stands in the document."""
    source = document.source
    offset = document.offset
    if not isinstance(source, Analysis):
        source, offset = analyze(document.text), 0
    end = offset + len(document.text)
    return [
        (kind, key)
        for kind, key, start in _keys(source)
        if key is not None and offset <= start < end
    ] + [("date", day) for day in _days(document.text)]


def _keys(analysis: Analysis) -> Iterator[tuple[str, str | None, int]]:
    for person in analysis.persons:
        yield from (("person", fold(person.name), start) for start, _ in person.mentions)
        for position in person.positions:
            if position.organization:
                yield "organization", fold(position.organization), position.start
    for place in analysis.places:
        yield "place", place.unit_id or fold(place.name), place.start
    for citation in analysis.citations:
        yield "citation", citation.key, citation.start


def _days(text: str) -> Iterable[str]:
    """Day and month of each date, with or without a year: news of one day rarely name it."""
    for match in _DAY.finditer(text.lower()):
        day, month = int(match[1] or match[3]), int(match[2] or match[4])
        if 1 <= day <= 31 and 1 <= month <= 12:
            yield f"{day}-{month}"
