"""Which themes a passage has: from the terms in it to a decision."""

from __future__ import annotations

import pandas as pd

from vnpolitext.progress import under_way
from vnpolitext.themes.documents import Document, DocumentsLike, as_documents
from vnpolitext.themes.lexicon import ThemeLexicon, as_lexicon
from vnpolitext.themes.prevalence import LexiconLike, read_themes
from vnpolitext.themes.words import Reading, encode_documents


@under_way("code themes")
def code_themes(
    documents: DocumentsLike,
    lexicon: LexiconLike = "political",
    *,
    least_hits: int = 1,
    words: str = "default",
) -> pd.DataFrame:
    """Say which themes each text has (*mã hóa chủ đề*): those that enough of its terms speak for.

    Meant for passages of two to five sentences; cut longer texts with `split_sections`.

    Args:
        documents: Texts or records.
        lexicon: A `ThemeLexicon`, a file, a mapping, or the name of a shipped lexicon.
        least_hits: A theme is given where at least so many terms of it occur.
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
    given = coded(read, chosen, least_hits=least_hits, words=words)
    return pd.DataFrame(
        [[name in themes for name in chosen.names] for themes in given],
        index=[document.id for document in read],
        columns=list(chosen.names),
        dtype=bool,
    )


def coded(
    documents: list[Document], lexicon: ThemeLexicon, *, least_hits: int = 1, words: str = "default"
) -> list[frozenset[str]]:
    """Return the themes of each document."""
    found = []
    for reading in read_themes(documents, lexicon, encode_documents(documents, Reading(words))):
        hits = [theme for hit in reading.hits for theme in hit.themes]
        found.append(frozenset(theme for theme in hits if hits.count(theme) >= least_hits))
    return found
