"""Trends: how often terms, themes and citations occur over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse, stats

from vnpolitext.progress import under_way
from vnpolitext.renamed import renamed
from vnpolitext.text import fold
from vnpolitext.themes.changepoints import change_points
from vnpolitext.themes.documents import Document, DocumentsLike, as_documents
from vnpolitext.themes.lexicon import as_lexicon
from vnpolitext.themes.prevalence import LexiconLike, read_themes
from vnpolitext.themes.statistics import Correction, adjust_p_values
from vnpolitext.themes.vectorizer import WordVectorizer
from vnpolitext.themes.words import Reading, encode_documents, word_counts

Frequency: TypeAlias = Literal["Y", "Q", "M", "W", "D", "year", "quarter", "month", "week", "day"]
Floats: TypeAlias = NDArray[np.float64]
PER: Final = 1000
TREND_COLUMNS: Final = (
    "series", "period", "count", "words", "documents", "rate", "low", "high",
    "smooth", "smooth_low", "smooth_high", "change", "dispersion",
)  # fmt: skip
_LENGTHS: Final = {"year": "Y", "quarter": "Q", "month": "M", "week": "W", "day": "D"}


@dataclass(frozen=True)
class _Grid:
    """All periods from first to last, with the words and documents of each."""

    periods: list[pd.Period]
    words: NDArray[np.int64]
    documents: NDArray[np.int64]


@renamed("model", "words")
@under_way("trends")
def trends(
    documents: DocumentsLike,
    terms: str | Sequence[str] | None = None,
    *,
    themes: LexiconLike | None = None,
    citations: bool = False,
    level: int | None = None,
    min_count: int = 0,
    freq: Frequency = "Y",
    bandwidth: float = 1.0,
    confidence: float = 0.95,
    phrases: bool = True,
    words: str = "default",
) -> pd.DataFrame:
    """Return how often things are spoken of in each period (*xu hướng theo thời gian*).

    The rate is per 1,000 words, with the exact Poisson interval (Garwood 1936). The smooth is a
    Gaussian kernel over periods of counts and words alike (Nadaraya 1964), so that a period with
    few words weighs little; its interval is that of a Poisson count of the kernel's effective size.
    Changes are those of [`change_points`][vnpolitext.themes.changepoints.change_points]. Words come
    in bursts: where the documents of a period differ more than chance lets them, by the factor
    ``φ = max(1, X² / df)`` of Pearson's statistic (McCullagh and Nelder 1989, section 6.2), the
    intervals are those of ``count / φ``, times ``φ``, and a change must gain ``φ`` times as much.

    Args:
        documents: Texts or records with a date; those without one are left out.
        terms: Words or phrases to follow, or one.
        themes: A lexicon whose themes to follow.
        citations: Whether to follow the documents cited; the sources must carry citations. Then
            the series is the citation's key.
        level: Of nested themes, as in `theme_prevalence`.
        min_count: Leave out series with fewer occurrences.
        freq: ``"year"``, ``"quarter"``, ``"month"``, ``"week"`` or ``"day"``, or their letters
            ``"Y"``, ``"Q"``, ``"M"``, ``"W"`` and ``"D"``.
        bandwidth: Standard deviation of the kernel, in periods.
        confidence: Level of the intervals.
        phrases: Whether terms are found inside set phrases, as *kinh tế* in *kinh tế xanh*.
        words: Name of the word segmenter.

    Returns:
        One row a series and period, without gaps from the first to the last period: ``series``,
        ``period``, ``count``, ``words``, ``documents``, ``rate``, ``low``, ``high``, ``smooth``,
        ``smooth_low``, ``smooth_high``, ``change`` (whether a new stretch begins), ``dispersion``
        (``φ`` of the series).

    Raises:
        ValueError: No document has a date, or nothing to follow is named.

    Example:
        >>> years = [Document("a", "Đổi mới.", {"published": "1986"}),
        ...          Document("b", "Chuyển đổi số.", {"published": "2021"})]
        >>> table = trends(years, ["chuyển đổi số"])
        >>> len(table), table["count"].tolist()[-1]
        (36, 1)
    """
    if terms is None and themes is None and not citations:
        raise ValueError("name what to follow: terms, themes or citations")
    dated, periods, grid = _dated(documents, freq)
    encoded = encode_documents(dated, Reading(words))
    blocks: list[tuple[list[str], Any]] = []
    if terms is not None:
        followed = [terms] if isinstance(terms, str) else terms
        lexicon = as_lexicon({fold(term): [term] for term in followed})
        blocks.append(_theme_counts(dated, lexicon, encoded, None, phrases=phrases))
    if themes is not None:
        lexicon = as_lexicon(themes)
        blocks.append(_theme_counts(dated, lexicon, encoded, level, phrases=phrases))
    if citations:
        blocks.append(_citation_counts(dated))
    names = [name for block, _ in blocks for name in block]
    found = sparse.hstack([block for _, block in blocks], format="csr", dtype=np.int64)
    counts = _by_period(found, periods, len(grid))
    length = word_counts(encoded)
    spoken = _by_period(length[:, None], periods, len(grid))[:, 0]
    dispersion = _dispersion(found, length, periods, counts, spoken)
    frame = _Grid(grid, spoken, np.bincount(periods, minlength=len(grid)))
    tables = [
        _series(
            name,
            counts[:, at],
            frame,
            bandwidth=bandwidth,
            confidence=confidence,
            dispersion=float(dispersion[at]),
        )
        for at, name in enumerate(names)
        if counts[:, at].sum() >= min_count
    ]
    if not tables:
        return pd.DataFrame(columns=list(TREND_COLUMNS))
    return pd.concat(tables, ignore_index=True)


@under_way("rising terms")
def rising_terms(
    documents: DocumentsLike,
    *,
    freq: Frequency = "Y",
    vectorizer: WordVectorizer | None = None,
    min_count: int = 5,
    correction: Correction = "benjamini-hochberg",
) -> pd.DataFrame:
    """Return the terms and phrases that rise and fade (*từ ngữ tăng, giảm theo thời gian*).

    For each term the slope of a Poisson regression (McCullagh and Nelder 1989) of its count on time
    with the words of the period as exposure, ``ln E[y_t] = ln n_t + a + b t``, with a standard
    normal prior on ``b``, so that a term of one period only keeps a finite slope. ``z`` is the
    signed root of the likelihood ratio against ``b = 0``, divided by ``√φ`` of `trends`, by which
    the standard error is multiplied. A rate grows by the factor ``exp(b)`` a period.

    Args:
        documents: Texts or records with a date.
        freq: Length of a period.
        vectorizer: How terms are counted; by default words and pairs without shipped stop words.
        min_count: Leave out terms with fewer occurrences.
        correction: Of the p-values, as in `keyness`.

    Returns:
        One row a term, rising first: ``term``, ``count``, ``slope``, ``se``, ``z``, ``growth``,
        ``p_value``, ``p_adjusted``, ``first`` and ``last`` (periods with an occurrence).

    Raises:
        ValueError: No document has a date, or all are of one period.

    Example:
        >>> documents = [
        ...     Document(str(year), "đổi mới, " * (year - 2015) + "thủy lợi, " * (2025 - year),
        ...              {"published": f"{year}-01-01"})
        ...     for year in range(2016, 2025)
        ... ]
        >>> rising_terms(documents)["term"].tolist()
        ['đổi mới', 'thủy lợi']
    """
    dated, periods, grid = _dated(documents, freq)
    if len(grid) < 2:
        raise ValueError(f"all documents are of one period, {grid[0]}: there is no trend")
    vectorizer = vectorizer or WordVectorizer(stop_words="political", ngram_range=(1, 2))
    matrix = vectorizer.fit_transform(dated)
    terms = vectorizer.get_feature_names_out()
    keep = np.flatnonzero(np.asarray(matrix.sum(axis=0)).ravel() >= min_count)
    matrix, length = matrix[:, keep], np.asarray(matrix.sum(axis=1)).ravel()
    counts = _by_period(matrix, periods, len(grid))
    words = _by_period(length[:, None], periods, len(grid))[:, 0]
    slope, error, z = _poisson_slopes(counts, words)
    spread = np.sqrt(_dispersion(matrix, length, periods, counts, words))
    error, z = error * spread, z / spread
    used = counts > 0
    p_values = 2 * stats.norm.sf(np.abs(z))
    table = pd.DataFrame(
        {
            "term": terms[keep],
            "count": counts.sum(axis=0),
            "slope": slope,
            "se": error,
            "z": z,
            "growth": np.exp(slope),
            "p_value": p_values,
            "p_adjusted": adjust_p_values(p_values, correction),
            "first": [str(grid[at]) for at in used.argmax(axis=0)],
            "last": [str(grid[len(grid) - 1 - at]) for at in used[::-1].argmax(axis=0)],
        }
    )
    return table.sort_values(["z", "term"], ascending=[False, True], ignore_index=True)


def poisson_interval(counts: Any, confidence: float = 0.95) -> tuple[Floats, Floats]:
    """Return the exact interval of a Poisson mean (Garwood 1936), ``(low, high)``.

    Example:
        >>> low, high = poisson_interval(10)
        >>> round(float(low), 2), round(float(high), 2)
        (4.8, 18.39)
    """
    seen = np.asarray(counts, dtype=float)
    tail = (1 - confidence) / 2
    low = np.where(seen > 0, stats.chi2.ppf(tail, 2 * np.maximum(seen, 1e-9)) / 2, 0.0)
    return np.asarray(low), np.asarray(stats.chi2.ppf(1 - tail, 2 * seen + 2) / 2)


def _dated(
    documents: DocumentsLike, freq: Frequency
) -> tuple[list[Document], NDArray[np.int64], list[pd.Period]]:
    """Documents with a date, the number of the period of each, and all periods."""
    length = _LENGTHS.get(freq, freq)
    if length not in _LENGTHS.values():
        raise ValueError(f"no period {freq!r}; there are {', '.join(map(repr, _LENGTHS))}")
    read = [document for document in as_documents(documents) if document.date is not None]
    if not read:
        raise ValueError("no document has a readable date in metadata 'published' or 'date'")
    dates = pd.DatetimeIndex([document.date for document in read])
    found = dates.to_period(length)
    grid = list(pd.period_range(found.min(), found.max(), freq=length))
    number = {period: at for at, period in enumerate(grid)}
    return read, np.asarray([number[period] for period in found], dtype=np.int64), grid


def _theme_counts(
    documents: Sequence[Document],
    lexicon: Any,
    encoded: Any,
    level: int | None,
    *,
    phrases: bool,
) -> tuple[list[str], sparse.csr_matrix]:
    outer = lexicon.at_level(level)
    names = list(dict.fromkeys(outer.values()))
    column = {name: at for at, name in enumerate(names)}
    entries = [
        (row, column[name])
        for row, reading in enumerate(read_themes(documents, lexicon, encoded, phrases=phrases))
        for hit in reading.hits
        for name in {outer[theme] for theme in hit.themes}
    ]
    return names, _tally(entries, (len(documents), len(names)))


def _citation_counts(documents: Sequence[Document]) -> tuple[list[str], sparse.csr_matrix]:
    index: dict[str, int] = {}
    entries: list[tuple[int, int]] = []
    for row, document in enumerate(documents):
        for citation in getattr(document.source, "citations", ()):
            key = citation.key or citation.text
            entries.append((row, index.setdefault(key, len(index))))
    return list(index), _tally(entries, (len(documents), len(index)))


def _tally(entries: Sequence[tuple[int, int]], shape: tuple[int, int]) -> sparse.csr_matrix:
    """Count how often each place is named."""
    rows, columns = np.asarray(entries, dtype=np.int64).reshape(-1, 2).T
    ones = np.ones(len(rows), dtype=np.int64)
    return sparse.csr_matrix(sparse.coo_matrix((ones, (rows, columns)), shape=shape))


def _by_period(values: Any, periods: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Add up the rows of each period."""
    member = sparse.csr_matrix(
        (np.ones(len(periods), dtype=np.int64), (periods, np.arange(len(periods)))),
        shape=(count, len(periods)),
    )
    total = member @ values
    return np.asarray(total.todense() if sparse.issparse(total) else total)


def _dispersion(
    found: sparse.csr_matrix,
    length: NDArray[np.int64],
    periods: NDArray[np.int64],
    counts: NDArray[np.int64],
    words: NDArray[np.int64],
) -> Floats:
    """Pearson's X² over its degrees of freedom, at least 1, of each column.

    Compares the counts of documents, ``found``, with what the rate of their period lets expect;
    ``X² = Σ c² / e - Σ c``, for in each period the expected add up to the counted.
    """
    freedom = int((length > 0).sum() - (words > 0).sum())
    if freedom < 1:
        return np.ones(found.shape[1])
    cells = found.tocoo()
    period = periods[cells.row]
    expected = length[cells.row] * counts[period, cells.col] / np.maximum(words[period], 1)
    ratio = cells.data.astype(float) ** 2 / np.maximum(expected, 1e-12)
    total = np.bincount(cells.col, weights=ratio, minlength=found.shape[1])
    return np.asarray(np.maximum((total - counts.sum(axis=0)) / freedom, 1.0))


def _series(
    name: str,
    counts: NDArray[np.int64],
    grid: _Grid,
    *,
    bandwidth: float,
    confidence: float,
    dispersion: float,
) -> pd.DataFrame:
    size = grid.words / PER / dispersion
    exposure = np.where(size > 0, size, np.nan)
    scaled = counts / dispersion
    low, high = poisson_interval(scaled, confidence)
    smooth, smooth_low, smooth_high = _smooth(scaled, size, bandwidth, confidence)
    penalty = 2 * np.log(max(len(counts), 2)) * dispersion
    columns = (
        name, [period.to_timestamp() for period in grid.periods], counts, grid.words,
        grid.documents, scaled / exposure, low / exposure, high / exposure, smooth, smooth_low,
        smooth_high, np.isin(np.arange(len(counts)), change_points(counts, grid.words / PER,
        penalty=penalty)), dispersion,
    )  # fmt: skip
    return pd.DataFrame(dict(zip(TREND_COLUMNS, columns, strict=True)))


def _smooth(
    counts: Floats, exposure: Floats, bandwidth: float, confidence: float
) -> tuple[Floats, Floats, Floats]:
    """Kernel rate, and the Poisson interval of as many events as the kernel effectively holds."""
    if bandwidth <= 0:
        raise ValueError("bandwidth is above 0")
    at = np.arange(len(counts))
    distance = (at[:, None] - at[None, :]) / bandwidth
    kernel = np.where(np.abs(distance) <= 3, np.exp(-0.5 * distance**2), 0)
    size = kernel @ exposure
    rate = kernel @ counts / np.where(size > 0, size, np.nan)
    effective = size**2 / np.maximum(kernel**2 @ exposure, 1e-12)
    low, high = poisson_interval(np.nan_to_num(rate) * effective, confidence)
    scale = np.where(effective > 0, effective, np.nan)
    return rate, low / scale, high / scale


def _poisson_slopes(
    counts: NDArray[np.int64], words: NDArray[np.int64]
) -> tuple[Floats, Floats, Floats]:
    """Slopes of all columns at once, standard errors, signed roots of the likelihood ratio."""
    time = np.arange(len(words)) - (len(words) - 1) / 2
    exposure = words.astype(float)
    total = counts.sum(axis=0).astype(float)
    moment = time @ counts
    slope = np.zeros(counts.shape[1])
    spread = np.ones(counts.shape[1])
    for _ in range(200):
        weight = exposure[:, None] * np.exp(time[:, None] * slope[None, :])
        share = weight / weight.sum(axis=0)
        mean = time @ share
        spread = np.maximum((time**2) @ share - mean**2, 0)
        step = np.clip((moment - total * mean - slope) / (total * spread + 1), -0.5, 0.5)
        slope = slope + step
        if np.abs(step).max(initial=0) < 1e-10:
            break
    level = np.log((exposure[:, None] * np.exp(time[:, None] * slope[None, :])).sum(axis=0))
    ratio = 2 * (moment * slope - total * (level - np.log(exposure.sum())))
    z = np.sign(slope) * np.sqrt(np.maximum(ratio, 0))
    return slope, 1 / np.sqrt(total * spread + 1), z
