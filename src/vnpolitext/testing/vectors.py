"""The checks of an embedder."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vnpolitext.testing import samples
from vnpolitext.testing.checks import Check, Trial, demand, run_checks
from vnpolitext.testing.report import Report

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from vnpolitext.models import Embedder

_TEXTS = [text for text in samples.ALL if text.isprintable() or text in samples.PLAIN]


@dataclass(frozen=True, slots=True)
class _OneText:
    """An embedder seen as a function of one text, for the common checks."""

    model: Any

    def embed_one(self, text: str) -> Sequence[tuple[float, ...]]:
        return [tuple(row) for row in self.model.embed([text]).round(4).tolist()]


def check_vectors(name: str, model: Embedder, *, workers: int) -> Report:
    """Run the checks of an embedder; see ``check_embedder``."""
    trial = Trial(_OneText(model), "embed_one", samples.ALL, workers)
    return run_checks(name, trial, _CHECKS)


def gives_one_row_a_text(trial: Trial) -> None:
    """The shape is (texts, dimension), also for no text."""
    model = trial.model.model
    for texts in ([], ["hòa bình"], _TEXTS):
        shape = model.embed(texts).shape
        demand(shape == (len(texts), model.dimension), f"{len(texts)} texts give the shape {shape}")


def gives_finite_small_floats(trial: Trial) -> None:
    """Numbers are float32 and finite, also for empty and hostile texts."""
    import numpy as np

    for text in trial.texts:
        rows = trial.model.model.embed([text])
        demand(rows.dtype == np.float32, f"numbers are {rows.dtype}, not float32")
        demand(bool(np.isfinite(rows).all()), f"{text[:40]!r} gives numbers that are not finite")


def gives_the_same_in_any_batch(trial: Trial) -> None:
    """A text has the same vector alone and among others, in any order."""
    import numpy as np

    embed = trial.model.model.embed
    together, reverse = embed(_TEXTS), embed(_TEXTS[::-1])[::-1]
    alone = np.concatenate([embed([text]) for text in _TEXTS])
    for other, what in ((reverse, "another order"), (alone, "one text at a time")):
        off = _distance(together, other)
        demand(off < 1e-3, f"{what} gives vectors that differ by {off:.2g}")


def tells_texts_apart(trial: Trial) -> None:
    """Different sentences have different vectors."""
    rows = trial.model.model.embed(list(samples.PLAIN))
    apart = min(_distance(rows[one], rows[two]) for one in range(len(rows)) for two in range(one))
    demand(apart > 1e-6, "different sentences have the same vector")


def is_one_for_all_threads(trial: Trial) -> None:
    """Threads get what one gets."""
    embed = trial.model.model.embed
    alone = embed(_TEXTS)
    with ThreadPoolExecutor(4) as pool:
        for rows in pool.map(embed, [_TEXTS] * 4):
            off = _distance(alone, rows)
            demand(off < 1e-3, f"four threads give vectors that differ by {off:.2g}")


def travels_to_workers(trial: Trial) -> None:
    """A pickled copy gives the same vectors."""
    copy = pickle.loads(pickle.dumps(trial.model.model))  # noqa: S301
    texts = list(samples.PLAIN)
    off = _distance(trial.model.model.embed(texts), copy.embed(texts))
    demand(off < 1e-3, f"a pickled copy gives vectors that differ by {off:.2g}")


_CHECKS: tuple[Check, ...] = (
    gives_one_row_a_text,
    gives_finite_small_floats,
    gives_the_same_in_any_batch,
    tells_texts_apart,
    is_one_for_all_threads,
    travels_to_workers,
)


def _distance(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    import numpy as np

    return float(np.abs(one - other).max(initial=0.0))
