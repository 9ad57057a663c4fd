"""Where terms stand: the passages behind a count."""

from collections.abc import Collection, Iterator, Sequence

import numpy as np
import pandas as pd

from vnpolitext.themes.documents import Document
from vnpolitext.themes.words import BREAK, EncodedTexts

OCCURRENCE_COLUMNS = ("document", "term", "start", "end", "text")


def occurrences(
    documents: Sequence[Document],
    encoded: EncodedTexts,
    wanted: Collection[str],
    lengths: tuple[int, int] = (1, 1),
) -> pd.DataFrame:
    """Return each occurrence of the ``wanted`` terms, as `count_terms` counts them.

    Args:
        documents: The documents.
        encoded: Their words.
        wanted: Terms as they are counted.
        lengths: Least and greatest number of words of a term.

    Returns:
        One row an occurrence, in text order: ``document``, ``term``, ``start``, ``end``, ``text``.
    """
    rows = encoded.rows
    table = []
    for first, last, term in _places(encoded, frozenset(wanted), lengths):
        document = documents[int(rows[first])]
        start, end = int(encoded.starts[first]), int(encoded.ends[last])
        table.append((document.id, term, start, end, document.text[start:end]))
    return pd.DataFrame(table, columns=list(OCCURRENCE_COLUMNS))


def _places(
    encoded: EncodedTexts, wanted: frozenset[str], lengths: tuple[int, int]
) -> Iterator[tuple[int, int, str]]:
    """First and last position of each occurrence, and the term."""
    low, high = lengths
    openings = {
        " ".join(syllables[:size])
        for syllables in (term.split(" ") for term in wanted)
        for size in range(1, len(syllables) + 1)
    }
    opens = np.asarray([*(term in openings for term in encoded.terms), False])
    codes = encoded.codes
    for first in np.flatnonzero(opens[codes]).tolist():
        term = encoded.terms[codes[first]]
        for length in range(1, high + 1):
            last = first + length - 1
            if length > 1:
                if last >= len(codes) or codes[last] == BREAK:
                    break
                term = f"{term} {encoded.terms[codes[last]]}"
            if length >= low and term in wanted:
                yield first, last, term
            if term not in openings:
                break
