"""Keyness: the terms that set a group of documents apart from the others."""

from typing import Any, Final, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse, stats

from vnpolitext.errors import expect
from vnpolitext.progress import under_way
from vnpolitext.themes.documents import (
    DocumentsLike,
    Grouping,
    as_documents,
    group_labels,
    group_order,
)
from vnpolitext.themes.statistics import (
    Correction,
    adjust_p_values,
    log_likelihood,
    log_ratio,
    sign,
    weighted_log_odds,
)
from vnpolitext.themes.vectorizer import WordVectorizer
from vnpolitext.themes.words import without_names

Counts: TypeAlias = NDArray[np.int64]
PER: Final = 1000
_MANY: Final = 20
KEYNESS_COLUMNS: Final = (
    "group", "term", "target_count", "reference_count", "target_rate", "reference_rate", "g2",
    "log_ratio", "log_ratio_low", "log_ratio_high", "log_odds", "z", "sign", "p_value",
    "p_adjusted", "target_documents", "reference_documents",
)  # fmt: skip


@under_way("keyness")
def keyness(
    documents: DocumentsLike,
    *,
    by: Grouping = None,
    target: str | None = None,
    reference: str | None = None,
    names: bool = False,
    vectorizer: WordVectorizer | None = None,
    min_count: int = 3,
    absent: bool | None = None,
    prior_size: float = 500.0,
    confidence: float = 0.95,
    correction: Correction = "benjamini-hochberg",
) -> pd.DataFrame:
    """Compare how often groups of documents use each term (*từ khóa đặc trưng*).

    Each group is the target once, against a reference group or against all other documents. The
    measures, with their formulas, are those of [`statistics`][vnpolitext.themes.statistics]: G²
    (Dunning 1993), the log-ratio (Hardie 2014) with its interval, and the weighted log-odds with an
    informative Dirichlet prior (Monroe, Colaresi and Quinn 2008); the prior is the term's share in
    both sides together, times ``prior_size`` words.

    Args:
        documents: Texts or records.
        by: How documents are grouped, see `group_labels`; by default each is a group of its own.
        target: Compare only this group; by default every group in turn.
        reference: The group to compare with; by default all documents outside the target.
        names: Whether names of persons and places count, where the documents are analyses and so
            know them. By default they do not: else they stand first in most tables.
        vectorizer: How words are counted; by default single words without shipped stop words.
        min_count: Leave out terms with fewer occurrences in target and reference together.
        absent: Whether to list terms that the target never uses; by default in tables of up to 20
            groups, since with many of them nearly all rows are such terms.
        prior_size: Words of prior; more draws rare terms closer to zero.
        confidence: Level of the interval.
        correction: Of the p-values, over all rows of the table: ``"benjamini-hochberg"``,
            ``"holm"``, ``"bonferroni"`` or ``"none"``.

    Returns:
        One row a group and term, by group, then weighted log-odds from high to low: ``group``,
        ``term``, ``target_count``, ``reference_count``, ``target_rate`` and ``reference_rate`` (per
        1,000 words), ``g2``, ``log_ratio``, ``log_ratio_low``, ``log_ratio_high``, ``log_odds``,
        ``z``, ``sign``, ``p_value`` (of G², one degree of freedom), ``p_adjusted``,
        ``target_documents`` and ``reference_documents`` (that have the term).

    Raises:
        ValueError: A side has no document or no word.

    Example:
        >>> table = keyness({"a": "thủy lợi, thủy lợi", "b": "giáo dục, giáo dục"}, min_count=1)
        >>> table.groupby("group")["term"].first().tolist()
        ['thủy lợi', 'giáo dục']
    """
    read = as_documents(documents)
    labels = group_labels(read, by)
    _check_sides(labels, target, reference)
    vectorizer = vectorizer or WordVectorizer(stop_words="political")
    encoded = vectorizer.encode(read)
    matrix = vectorizer.fit_transform(encoded if names else without_names(encoded, read))
    return keyness_of_counts(
        matrix,
        vectorizer.get_feature_names_out(),
        labels,
        target=target,
        reference=reference,
        min_count=min_count,
        absent=absent,
        prior_size=prior_size,
        confidence=confidence,
        correction=correction,
    )


@under_way("keyness of counts")
def keyness_of_counts(
    matrix: sparse.csr_matrix,
    terms: NDArray[np.object_],
    labels: list[str],
    *,
    target: str | None = None,
    reference: str | None = None,
    min_count: int = 3,
    absent: bool | None = None,
    prior_size: float = 500.0,
    confidence: float = 0.95,
    correction: Correction = "benjamini-hochberg",
) -> pd.DataFrame:
    """Return the table of `keyness` for counts of shape (documents, terms).

    Args:
        matrix: Counts of shape (documents, terms).
        terms: Name of each column.
        labels: Group of each row.
        target: As in `keyness`, as are the other arguments.
        reference: The group to compare with.
        min_count: Least count in both sides together.
        absent: Whether to list terms that the target never uses.
        prior_size: Words of prior.
        confidence: Level of the interval.
        correction: Of the p-values.

    Example:
        >>> counts = sparse.csr_matrix([[8, 1], [2, 9]])
        >>> table = keyness_of_counts(counts, np.asarray(["lúa", "lớp"]), ["a", "b"], target="a")
        >>> table[["term", "sign"]].values.tolist()
        [['lúa', 1], ['lớp', -1]]
    """
    expect(matrix, (sparse.spmatrix, sparse.sparray), "a sparse matrix of counts is wanted")
    _check_sides(labels, target, reference)
    groups = group_order(labels)
    row = {group: number for number, group in enumerate(groups)}
    member = sparse.csr_matrix(
        (np.ones(len(labels), dtype=np.int64), ([row[g] for g in labels], np.arange(len(labels))))
    )
    counts, spread = _Groups(member @ matrix), _Groups(member @ (matrix > 0).astype(np.int64))
    other = None if reference is None else row[reference]
    absent = len(groups) <= _MANY if absent is None else absent
    tables: list[pd.DataFrame] = []
    for group in [target] if target is not None else groups:
        if group == reference:
            continue
        ours, theirs = counts.sides(row[group], other)
        _check_words(group, ours, reference, theirs)
        shown = np.flatnonzero((ours + theirs >= min_count) & (absent | (ours > 0)))
        table = _measures(ours, theirs, shown, prior_size, confidence)
        our_documents, their_documents = spread.sides(row[group], other)
        tables.append(
            table.assign(
                group=group,
                term=terms[shown],
                target_documents=our_documents[shown],
                reference_documents=their_documents[shown],
            )
        )
    result = pd.concat(tables, ignore_index=True)
    result["p_adjusted"] = adjust_p_values(result["p_value"].to_numpy(), correction)
    order = pd.Categorical(result["group"], categories=groups, ordered=True)
    result = result.assign(_order=order).sort_values(
        ["_order", "z", "term"], ascending=[True, False, True], ignore_index=True
    )
    return result[list(KEYNESS_COLUMNS)]


class _Groups:
    """Counts of groups; shape (groups, terms)."""

    def __init__(self, counts: Any) -> None:
        self._counts = sparse.csr_matrix(counts)
        self._all = np.asarray(self._counts.sum(axis=0)).ravel()

    def sides(self, target: int, reference: int | None) -> tuple[Counts, Counts]:
        """Counts of the target, and of the reference or of all other groups."""
        ours = self._row(target)
        return ours, self._all - ours if reference is None else self._row(reference)

    def _row(self, group: int) -> Counts:
        return np.asarray(self._counts[group].todense()).ravel()


def _measures(
    ours: Counts,
    theirs: Counts,
    shown: Counts,
    prior_size: float,
    confidence: float,
) -> pd.DataFrame:
    """Measures of the ``shown`` terms, given the counts of all."""
    totals = (int(ours.sum()), int(theirs.sum()))
    here, there = ours[shown], theirs[shown]
    sides = (here, there, *totals)
    ratio, low, high = log_ratio(*sides, confidence=confidence)
    prior = np.maximum(here + there, 1) / sum(totals) * prior_size
    odds, z = weighted_log_odds(here, there, prior, totals=(*totals, prior_size))
    g2 = log_likelihood(*sides)
    return pd.DataFrame(
        {
            "target_count": here,
            "reference_count": there,
            "target_rate": here / totals[0] * PER,
            "reference_rate": there / totals[1] * PER,
            "g2": g2,
            "log_ratio": ratio,
            "log_ratio_low": low,
            "log_ratio_high": high,
            "log_odds": odds,
            "z": z,
            "sign": sign(*sides),
            "p_value": stats.chi2.sf(g2, df=1),
        }
    )


def _check_sides(labels: list[str], target: str | None, reference: str | None) -> None:
    groups = group_order(labels)
    for role, name in (("target", target), ("reference", reference)):
        if name is not None and name not in groups:
            raise ValueError(f"the {role} {name!r} has no document; the groups are {groups}")
    if target is not None and target == reference:
        raise ValueError(f"target and reference are both {target!r}")
    if len(groups) < 2:
        raise ValueError(
            f"keyness compares groups, and there is only {groups}; choose another `by`"
        )


def _check_words(target: str, ours: Counts, reference: str | None, theirs: Counts) -> None:
    if not ours.any():
        raise ValueError(f"the target {target!r} has no word that counts")
    if not theirs.any():
        other = f"the reference {reference!r}" if reference else f"the rest beside {target!r}"
        raise ValueError(f"{other} has no word that counts")
