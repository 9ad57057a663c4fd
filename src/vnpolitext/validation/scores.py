"""Precision, recall and F1 of codes against human ones, with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from typing import Final, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from vnpolitext.errors import expect
from vnpolitext.progress import under_way
from vnpolitext.validation.agreement import krippendorff_alpha

Codes: TypeAlias = Sequence[Collection[str]]
Floats: TypeAlias = NDArray[np.float64]
SCORE_COLUMNS: Final = (
    "coded", "predicted", "right", "precision", "recall", "f1", "f1_low", "f1_high", "alpha",
)  # fmt: skip
_WANTED: Final = "the codes of each passage are wanted, a set for each"


@under_way("score codes")
def score_codes(
    gold: Codes,
    predicted: Codes,
    names: Sequence[str],
    *,
    replicates: int = 500,
    confidence: float = 0.95,
    random_state: int = 0,
) -> pd.DataFrame:
    """Score predicted codes of passages against those of human coders.

    Args:
        gold: The codes that people gave each passage.
        predicted: Those to be measured, in the same order.
        names: All codes.
        replicates: Number of bootstrap draws, of passages with replacement.
        confidence: Level of the intervals.
        random_state: Seed of the draws.

    Returns:
        One row a code and two more, ``(micro)`` over all decisions and ``(macro)``, the mean over
        codes that occur: ``coded``, ``predicted``, ``right`` (numbers of passages),
        ``precision``, ``recall``, ``f1``, ``f1_low``, ``f1_high``, and ``alpha``, Krippendorff's,
        of the prediction and the people. Not a number where nothing was given.

    Raises:
        ValueError: The numbers of passages differ.

    Example:
        >>> table = score_codes([{"a"}, {"a", "b"}, set()], [{"a"}, {"b"}, {"b"}], ["a", "b"])
        >>> table.loc["a", ["precision", "recall"]].tolist()
        [1.0, 0.5]
        >>> round(float(table.loc["(macro)", "f1"]), 3)
        0.667
    """
    for codes in (gold, predicted):
        expect(codes, Sequence, _WANTED)
        for each in codes:
            expect(each, (Set, list, tuple), _WANTED)
    if len(gold) != len(predicted):
        raise ValueError(f"{len(predicted)} predictions for {len(gold)} passages")
    ours, theirs = _matrix(predicted, names), _matrix(gold, names)
    kinds = np.stack([theirs, ours, theirs * ours])
    drawn = _weights(len(gold), replicates, random_state)
    counts = kinds.sum(axis=1)
    resampled = np.einsum("rn,knt->rkt", drawn, kinds)
    f1 = _f1(resampled)
    used = counts[0] + counts[1] > 0
    micro = _f1(resampled.sum(axis=2, keepdims=True))[:, 0]
    macro = _mean(f1[:, counts[0] > 0])
    rows = [
        (*counts[:, at], *_ratios(counts[:, at]), *_interval(f1[:, at], confidence),
         krippendorff_alpha(zip(theirs[:, at], ours[:, at], strict=True)))
        for at in range(len(names))
    ]  # fmt: skip
    whole = counts.sum(axis=1)
    alpha = krippendorff_alpha(
        [(frozenset(one), frozenset(other)) for one, other in zip(gold, predicted, strict=True)],
        "masi",
    )
    rows.append((*whole, *_ratios(whole), *_interval(micro, confidence), alpha))
    each = np.asarray([row[3:6] for row in rows[:-1]], dtype=float).reshape(-1, 3)
    coded = counts[0] > 0
    means = (
        _average(each[used, 0]),
        _average(each[coded, 1]),
        _average(np.nan_to_num(each[coded, 2])),
    )
    rows.append((*whole, *means, *_interval(macro, confidence), float("nan")))
    table = pd.DataFrame(rows, index=[*names, "(micro)", "(macro)"], columns=list(SCORE_COLUMNS))
    return table.astype({"coded": int, "predicted": int, "right": int})


def _matrix(codes: Codes, names: Sequence[str]) -> Floats:
    column = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(codes), len(names)))
    for row, given in enumerate(codes):
        matrix[row, [column[name] for name in given if name in column]] = 1
    return matrix


def _weights(size: int, replicates: int, random_state: int) -> Floats:
    """How often each passage was drawn; shape (replicates, passages)."""
    if not size:
        return np.zeros((0, 0))
    random = np.random.default_rng(random_state)
    drawn = random.integers(size, size=(replicates, size))
    drawn += size * np.arange(replicates)[:, None]
    return np.bincount(drawn.ravel(), minlength=drawn.size).reshape(drawn.shape).astype(float)


def _f1(counts: Floats) -> Floats:
    both = counts[:, 0] + counts[:, 1]
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(both > 0, 2 * counts[:, 2] / both, np.nan)


def _mean(values: Floats) -> Floats:
    known = ~np.isnan(values)
    total = known.sum(axis=1)
    return np.where(total > 0, np.nansum(values, axis=1) / np.maximum(total, 1), np.nan)


def _average(values: Floats) -> float:
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else float("nan")


def _ratios(counts: Floats) -> tuple[float, float, float]:
    coded, predicted, right = counts
    nothing = float("nan")
    return (
        float(right / predicted) if predicted else nothing,
        float(right / coded) if coded else nothing,
        float(2 * right / (coded + predicted)) if coded + predicted else nothing,
    )


def _interval(values: Floats, confidence: float) -> tuple[float, float]:
    known = values[~np.isnan(values)]
    if not len(known):
        return float("nan"), float("nan")
    tail = (1 - confidence) / 2
    low, high = np.quantile(known, [tail, 1 - tail])
    return float(low), float(high)
