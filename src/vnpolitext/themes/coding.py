"""Which themes a passage has: from the terms in it to a decision."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import Final

import pandas as pd

from vnpolitext.progress import under_way
from vnpolitext.themes.documents import Document, DocumentsLike, as_documents
from vnpolitext.themes.lexicon import ThemeLexicon, as_lexicon
from vnpolitext.themes.prevalence import LexiconLike, read_themes
from vnpolitext.themes.words import Reading, encode_documents

LEAST_SHARE: Final = 0.34
"""Share of the weight of the main theme that a further theme needs."""


@under_way("code themes")
def code_themes(
    documents: DocumentsLike,
    lexicon: LexiconLike = "political",
    *,
    least_hits: int = 1,
    least_share: float = LEAST_SHARE,
    words: str = "default",
) -> pd.DataFrame:
    """Say which themes each text has (*mã hóa chủ đề*): those that enough of its terms speak for.

    Meant for passages of two to five sentences; cut longer texts with `split_sections`. A passage
    about a hospital that names its road in passing has no theme of roads: what speaks for a theme,
    a term of ``n`` words with the weight ``sqrt(n)`` as often as it occurs, is compared with what
    speaks for the main theme.

    Args:
        documents: Texts or records.
        lexicon: A `ThemeLexicon`, a file, a mapping, or the name of a shipped lexicon.
        least_hits: A theme is given where at least so many terms of it occur.
        least_share: A theme is given where its terms have at least this share of the weight that
            those of the main theme have, from 0 (each term counts) to 1. Themes ``beside`` the
            others (`Theme`) are not weighed against them.
        words: Name of the word segmenter.

    Returns:
        One row a document, named by its id, and one column a theme of the lexicon: ``True`` where
        the document has it.

    Example:
        >>> table = code_themes({"a": "Đẩy mạnh chuyển đổi số."}, {"digital": ["chuyển đổi số"]})
        >>> table.loc["a", "digital"].item()
        True
    """
    chosen = as_lexicon(lexicon)
    read = as_documents(documents)
    given = coded(read, chosen, least_hits=least_hits, least_share=least_share, words=words)
    return pd.DataFrame(
        [[name in themes for name in chosen.names] for themes in given],
        index=[document.id for document in read],
        columns=list(chosen.names),
        dtype=bool,
    )


def coded(
    documents: list[Document],
    lexicon: ThemeLexicon,
    *,
    least_hits: int = 1,
    least_share: float = LEAST_SHARE,
    words: str = "default",
) -> list[frozenset[str]]:
    """Return the themes of each document; see `code_themes`."""
    beside = frozenset(theme.name for theme in lexicon.themes if theme.beside)
    found = []
    for reading in read_themes(documents, lexicon, encode_documents(documents, Reading(words))):
        hits, weights = Counter[str](), defaultdict[str, float](float)
        for hit in reading.hits:
            weight = math.sqrt(len(reading.document.text[hit.start : hit.end].split()))
            for theme in hit.themes:
                hits[theme] += 1
                weights[theme] += weight
        most = max((total for theme, total in weights.items() if theme not in beside), default=0)
        found.append(
            frozenset(
                theme
                for theme, count in hits.items()
                if count >= least_hits and (theme in beside or weights[theme] >= least_share * most)
            )
        )
    return found
