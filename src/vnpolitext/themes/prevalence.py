"""How much documents talk about the themes of a lexicon, and where."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from vnpolitext.progress import track, under_way
from vnpolitext.renamed import renamed
from vnpolitext.text import sentences
from vnpolitext.themes.bootstrap import bootstrap_rates
from vnpolitext.themes.documents import (
    Document,
    DocumentsLike,
    Grouping,
    as_documents,
    group_labels,
    group_order,
)
from vnpolitext.themes.lexicon import ThemeLexicon, as_lexicon
from vnpolitext.themes.matching import Hit, TermMatcher, inside
from vnpolitext.themes.sections import section_documents
from vnpolitext.themes.voices import FIELDS, statements_corpus
from vnpolitext.themes.words import BREAK, EncodedTexts, Reading, encode_documents

LexiconLike: TypeAlias = str | Path | Mapping[str, Any] | ThemeLexicon
PER: Final = 1000
HIT_COLUMNS: Final = (
    "document", "theme", "term", "start", "end", "text",
    "sentence", "sentence_start", "sentence_end",
)  # fmt: skip
PREVALENCE_COLUMNS: Final = (
    "group", "theme", "hits", "words", "rate", "rate_low", "rate_high", "share", "documents",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ThemeReading:
    """What was found in one document.

    Attributes:
        document: The document.
        hits: Terms of the lexicon, in text order.
        sentences: Where each sentence begins.
        words: Where each word begins.
    """

    document: Document
    hits: tuple[Hit, ...]
    sentences: tuple[int, ...]
    words: tuple[int, ...]


@renamed("model", "words")
@under_way("find themes")
def find_themes(
    documents: DocumentsLike,
    lexicon: LexiconLike = "political",
    *,
    phrases: bool = True,
    words: str = "default",
) -> pd.DataFrame:
    """Return every occurrence of a lexicon term: the passages behind the numbers.

    How terms are matched: [`TermMatcher`][vnpolitext.themes.matching.TermMatcher]. Where the
    documents carry records (analyses), a term inside the name of a place or a person is no hit, nor
    is one in page chrome.

    Args:
        documents: Texts or records.
        lexicon: A `ThemeLexicon`, a file, a mapping, or the name of a shipped lexicon.
        phrases: Whether terms are found inside set phrases, as *kinh tế* in *kinh tế xanh*.
        words: Name of the word segmenter.

    Returns:
        One row a hit and theme, in text order: ``document``, ``theme``, ``term`` (as in the
        lexicon), ``start``, ``end``, ``text`` (as written), ``sentence`` (the passage),
        ``sentence_start``, ``sentence_end``.

    Example:
        >>> hits = find_themes({"a": "Đẩy mạnh chuyển đổi số."}, {"digital": ["chuyển đổi số"]})
        >>> hits[["theme", "start", "end", "text"]].values.tolist()
        [['digital', 9, 22, 'chuyển đổi số']]
    """
    read = as_documents(documents)
    return hits_table(
        read_themes(
            read, as_lexicon(lexicon), encode_documents(read, Reading(words)), phrases=phrases
        )
    )


@renamed("model", "words")
@under_way("theme prevalence")
def theme_prevalence(
    documents: DocumentsLike,
    lexicon: LexiconLike = "political",
    *,
    by: Grouping = None,
    unit: Literal["document", "section"] = "document",
    level: int | None = None,
    confidence: float = 0.95,
    replicates: int = 500,
    random_state: int = 0,
    phrases: bool = True,
    words: str = "default",
) -> pd.DataFrame:
    """Return how often each theme is spoken of (*mức độ hiện diện của chủ đề*), with intervals.

    The rate is hits per 1,000 words; the share is the theme's part of all hits of the group. The
    interval is a percentile bootstrap: of documents where a group has two or more, of sentences
    where it has one (see `bootstrap_rates`).

    Args:
        documents: Texts or records.
        lexicon: A `ThemeLexicon`, a file, a mapping, or the name of a shipped lexicon.
        by: How documents are grouped, see `group_labels`; by default each is a group of its own.
            ``"speaker"`` and ``"speaker_office"``, ``"speaker_level"``, ``"speaker_branch"``,
            ``"speaker_sex"``, ``"speaker_place"``, ``"speaker_kind"`` count what is said by whom,
            statement by statement (see `statements_corpus`).
        unit: ``"section"`` for one group a section; then ``by`` is not used.
        level: Count outer themes, that many steps from the outside; by default the innermost.
        confidence: Level of the interval.
        replicates: Number of bootstrap draws.
        random_state: Seed of the draws.
        phrases: Whether terms are found inside set phrases.
        words: Name of the word segmenter.

    Returns:
        One row a group and theme: ``group``, ``theme``, ``hits``, ``words``, ``rate``,
        ``rate_low``, ``rate_high``, ``share``, ``documents`` (with at least one hit).

    Example:
        >>> table = theme_prevalence({"a": "Chuyển đổi số."}, {"digital": ["chuyển đổi số"]})
        >>> table[["group", "theme", "hits"]].values.tolist()
        [['a', 'digital', 1]]
    """
    chosen = as_lexicon(lexicon)
    read = as_documents(documents)
    if isinstance(by, str) and by in FIELDS and not any(by in each.metadata for each in read):
        read = statements_corpus(read)
    if unit == "section":
        read = section_documents(read)
        by = None
    return prevalence_table(
        read_themes(read, chosen, encode_documents(read, Reading(words)), phrases=phrases),
        chosen,
        group_labels(read, by),
        level=level,
        confidence=confidence,
        replicates=replicates,
        random_state=random_state,
    )


def read_themes(
    documents: Sequence[Document],
    lexicon: ThemeLexicon,
    encoded: EncodedTexts,
    *,
    phrases: bool = True,
) -> list[ThemeReading]:
    """Return what is found in each document, given its words."""
    matcher = _matcher(lexicon, phrases)
    readings = []
    for number, document in enumerate(track(documents, "themes")):
        here = slice(encoded.bounds[number], encoded.bounds[number + 1])
        starts, ends = encoded.starts[here], encoded.ends[here]
        found = matcher.find(document.text, starts.tolist(), ends.tolist())
        outside = list(_outside(found, [*document.chrome, *document.names]))
        hits = tuple(matcher.supported(outside))
        begins = tuple(sentence.start for sentence in sentences(document.text)) or (0,)
        words = starts[encoded.without_numbers.codes[here] != BREAK]
        readings.append(ThemeReading(document, hits, begins, tuple(words.tolist())))
    return readings


def hits_table(readings: Sequence[ThemeReading]) -> pd.DataFrame:
    """Return the table of `find_themes`."""
    rows = []
    for reading in readings:
        document, text = reading.document, reading.document.text
        edges = [*reading.sentences, len(text)]
        here, passage = (-1, -1), ""
        for hit in reading.hits:
            at = inside(hit.start, reading.sentences)
            stretch = (edges[at], max(edges[at + 1], hit.end))
            if stretch != here:  # hits of one sentence share its text
                here = stretch
                passage = text[slice(*here)].rstrip()
            row = (hit.term, hit.start, hit.end, text[hit.start : hit.end])
            place = (passage, here[0], here[0] + len(passage))
            rows += [(document.id, theme, *row, *place) for theme in hit.themes]
    return pd.DataFrame(rows, columns=list(HIT_COLUMNS))


def prevalence_table(
    readings: Sequence[ThemeReading],
    lexicon: ThemeLexicon,
    labels: Sequence[str],
    *,
    level: int | None = None,
    confidence: float = 0.95,
    replicates: int = 500,
    random_state: int = 0,
) -> pd.DataFrame:
    """Return the table of `theme_prevalence`, one label a reading."""
    outer = lexicon.at_level(level)
    themes = list(dict.fromkeys(outer.values()))
    column = {name: themes.index(outer[name]) for name in lexicon.names}
    members: dict[str, list[ThemeReading]] = {group: [] for group in group_order(labels)}
    for label, reading in zip(labels, readings, strict=True):
        members[label].append(reading)
    tables = []
    for label in track(members, "groups", unit="group"):
        group = members[label]
        by_document = [_count(reading, column, len(themes)) for reading in group]
        counts = np.asarray([found.sum(axis=0) for found, _ in by_document])
        words = np.asarray([size.sum() for _, size in by_document])
        units = (counts, words) if len(group) > 1 else by_document[0]
        low, high = bootstrap_rates(
            *units, replicates=replicates, confidence=confidence, random_state=random_state
        )
        hits, total = counts.sum(axis=0), words.sum()
        values = (
            label, themes, hits.astype(int), int(total), hits / max(total, 1) * PER, low * PER,
            high * PER, hits / max(hits.sum(), 1), (counts > 0).sum(axis=0),
        )  # fmt: skip
        tables.append(pd.DataFrame(dict(zip(PREVALENCE_COLUMNS, values, strict=True))))
    if not tables:
        return pd.DataFrame(columns=list(PREVALENCE_COLUMNS))
    return pd.concat(tables, ignore_index=True)


@lru_cache(maxsize=4)
def _matcher(lexicon: ThemeLexicon, phrases: bool) -> TermMatcher:
    return TermMatcher(lexicon, phrases=phrases)


def _outside(hits: Sequence[Hit], stretches: Sequence[tuple[int, int]]) -> Iterator[Hit]:
    """Yield the hits that no stretch contains."""
    ordered = sorted(stretches)
    starts = [start for start, _ in ordered]
    reach = list(accumulate((end for _, end in ordered), max))
    for hit in hits:
        before = bisect_right(starts, hit.start)
        if not before or reach[before - 1] < hit.end:
            yield hit


def _count(
    reading: ThemeReading, column: Mapping[str, int], columns: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Hits and words of each sentence; shapes (sentences, themes) and (sentences,)."""
    counts = np.zeros((len(reading.sentences), columns))
    words = np.zeros(len(reading.sentences))
    for start in reading.words:
        words[inside(start, reading.sentences)] += 1
    for hit in reading.hits:
        row = counts[inside(hit.start, reading.sentences)]
        for at in {column[theme] for theme in hit.themes}:
            row[at] += 1
    return counts, words
