"""Set phrases learned from texts: words that stand together more often than by chance."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from vnpolitext.progress import under_way
from vnpolitext.renamed import renamed
from vnpolitext.themes.documents import DocumentsLike
from vnpolitext.themes.statistics import log_likelihood, npmi
from vnpolitext.themes.words import BREAK, Codes, EncodedTexts, Reading, encode_documents

Measure: TypeAlias = Literal["npmi", "g2"]
Counts: TypeAlias = NDArray[np.int64]
PHRASE_COLUMNS: Final = ("phrase", "left", "right", "count", "score", "pass")
THRESHOLDS: Final[dict[str, float]] = {"npmi": 0.5, "g2": 10.83}


@dataclass(frozen=True, slots=True)
class PhraseRule:
    """How phrases are learned.

    Attributes:
        measure: ``"npmi"`` or ``"g2"``.
        threshold: Least value of the measure; ``None`` for 0.5 (NPMI) or 10.83 (G², p = 0.001).
        min_count: Least number of occurrences.
        passes: How often pairs are joined: 1 gives phrases of two words, 2 of up to four.
    """

    measure: Measure = "npmi"
    threshold: float | None = None
    min_count: int = 5
    passes: int = 2

    def score(self, joint: Counts, left: Counts, right: Counts, total: int) -> NDArray[np.float64]:
        """Return the measure of pairs that occur ``joint`` times."""
        if self.measure == "npmi":
            return npmi(joint, left, right, total)
        if self.measure == "g2":
            g2 = log_likelihood(joint, right - joint, left, total - left)
            return np.where(joint * float(total) > left * right.astype(float), g2, 0.0)
        raise ValueError(f"unknown measure {self.measure!r}: 'npmi' or 'g2'")

    @property
    def least(self) -> float:
        """The threshold in force."""
        return THRESHOLDS[self.measure] if self.threshold is None else self.threshold


@renamed("model", "words")
@under_way("find phrases")
def find_phrases(
    documents: DocumentsLike,
    *,
    measure: Measure = "npmi",
    threshold: float | None = None,
    min_count: int = 5,
    passes: int = 2,
    stop_words: Collection[str] = (),
    words: str = "default",
) -> pd.DataFrame:
    """Return the collocations (*cụm từ cố định*) of ``documents``, strongest first.

    A pair of neighbouring words is scored by NPMI (Bouma 2009) or by G² (Dunning 1993) of its
    two-by-two table; pairs at or over the threshold are joined, and joined pairs may join again.

    Args:
        documents: Texts or records.
        measure: ``"npmi"`` or ``"g2"``.
        threshold: Least value; by default 0.5 (NPMI) or 10.83 (G², p = 0.001).
        min_count: Least number of occurrences.
        passes: 1 for phrases of two words, 2 for up to four, and so on.
        stop_words: Words that neither begin nor end a phrase.
        words: Name of the word segmenter.

    Returns:
        One row a phrase: ``phrase``, ``left``, ``right``, ``count``, ``score``, ``pass``.

    Example:
        >>> texts = ["Hồ Tà Rục đầy nước.", "Hồ Tà Rục cạn.", "Nước hồ đầy."] * 3
        >>> find_phrases(texts, words="syllables")["phrase"].tolist()
        ['hồ tà rục', 'tà rục', 'hồ tà']
    """
    encoded = encode_documents(documents, Reading(words))
    rule = PhraseRule(measure, threshold, min_count, passes)
    return learn_phrases(encoded.without_numbers, rule, frozenset(stop_words))[1]


def learn_phrases(
    encoded: EncodedTexts, rule: PhraseRule, stop_words: Collection[str] = frozenset()
) -> tuple[EncodedTexts, pd.DataFrame]:
    """Join strong pairs pass by pass.

    Returns:
        The texts with their phrases joined, and the table of `find_phrases`.
    """
    tables: list[pd.DataFrame] = []
    for number in range(1, rule.passes + 1):
        left, right, joint, score = _strong_pairs(encoded, rule, stop_words)
        if not len(left):
            break
        one = [encoded.terms[code] for code in left]
        two = [encoded.terms[code] for code in right]
        phrases = [f"{a} {b}" for a, b in zip(one, two, strict=True)]
        columns = (phrases, one, two, joint, score, [number] * len(phrases))
        tables.append(pd.DataFrame(dict(zip(PHRASE_COLUMNS, columns, strict=True))))
        encoded = join_pairs(encoded, list(zip(one, two, strict=True)))
    if not tables:
        return encoded, pd.DataFrame(columns=PHRASE_COLUMNS)
    table = pd.concat(tables, ignore_index=True)
    order = ["score", "count", "phrase"]
    return encoded, table.sort_values(order, ascending=[False, False, True], ignore_index=True)


def join_pairs(encoded: EncodedTexts, pairs: Iterable[tuple[str, str]]) -> EncodedTexts:
    """Return the texts with each occurrence of the ``pairs`` joined to one word, left to right."""
    terms = list(encoded.terms)
    index = {term: code for code, term in enumerate(terms)}
    keys: dict[int, int] = {}
    width = len(terms) + 1
    for a, b in pairs:
        if a in index and b in index:
            phrase = f"{a} {b}"
            keys[index[a] * width + index[b]] = index.setdefault(phrase, len(index))
            if len(index) > len(terms):
                terms.append(phrase)
    codes = encoded.codes
    if not keys or len(codes) < 2:
        return encoded
    wanted = np.asarray(sorted(keys), dtype=np.int64)
    joined = np.asarray([keys[key] for key in wanted.tolist()], dtype=np.int32)
    here = _pair_keys(codes, width)
    at = np.minimum(np.searchsorted(wanted, here), len(wanted) - 1)
    first = _every_other(np.flatnonzero(wanted[at] == here))
    codes, ends = codes.copy(), encoded.ends.copy()
    codes[first] = joined[at[first]]
    ends[first] = ends[first + 1]
    keep = np.ones(len(codes), dtype=bool)
    keep[first + 1] = False
    kept = np.concatenate(([0], np.cumsum(keep)))
    return EncodedTexts(terms, codes[keep], kept[encoded.bounds], encoded.starts[keep], ends[keep])


def _pair_keys(codes: Codes, width: int) -> NDArray[np.int64]:
    """One number for each pair of neighbours, -1 over a break."""
    left, right = codes[:-1].astype(np.int64), codes[1:].astype(np.int64)
    return np.where((left == BREAK) | (right == BREAK), -1, left * width + right)


def _every_other(at: NDArray[np.int64]) -> NDArray[np.int64]:
    """Of each run of neighbouring positions, the first, the third, the fifth."""
    if not len(at):
        return at
    begins = np.concatenate(([True], np.diff(at) > 1))
    first = np.maximum.accumulate(np.where(begins, at, 0))
    return np.asarray(at[(at - first) % 2 == 0])


def _strong_pairs(
    encoded: EncodedTexts, rule: PhraseRule, stop_words: Collection[str]
) -> tuple[Counts, Counts, Counts, NDArray[np.float64]]:
    """First word, second word, count and score of the pairs at or over the threshold."""
    width = len(encoded.terms) + 1
    keys = _pair_keys(encoded.codes, width)
    distinct, joint = np.unique(keys[keys >= 0], return_counts=True)
    distinct, joint = distinct[joint >= rule.min_count], joint[joint >= rule.min_count]
    left, right = distinct // width, distinct % width
    words = encoded.codes[encoded.codes != BREAK]
    counts = np.bincount(words, minlength=len(encoded.terms))
    score = rule.score(joint, counts[left], counts[right], max(len(words), 1))
    stopped = np.asarray([term in stop_words for term in encoded.terms], dtype=bool)
    keep = score >= rule.least
    if len(stopped):
        keep &= ~stopped[left] & ~stopped[right]
    return left[keep], right[keep], joint[keep], score[keep]
