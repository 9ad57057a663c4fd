"""Logistic regression over hashed features, learned with AdaGrad (Duchi et al. 2011)."""

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int32]
Reals = NDArray[np.float32]


class Learner:
    """A table of weights; a row of features is the places of its weights."""

    def __init__(self, bits: int, start: float) -> None:
        """Begin with ``2**bits`` zero weights; ``start`` is the first sum of squared gradients."""
        self.weights = np.zeros(1 << bits, dtype=np.float32)
        self._squares = np.full(1 << bits, start, dtype=np.float32)

    def fit(
        self, rows: Places, targets: Reals, *, epochs: int, rate: float, batch: int, seed: int
    ) -> None:
        """Learn ``targets`` (0 to 1) with a rate that falls to zero."""
        chance = np.random.default_rng(seed)
        count = -(-len(rows) // batch)
        for epoch in range(epochs):
            for done, number in enumerate(chance.permutation(count)):
                part = slice(number * batch, (number + 1) * batch)
                places = rows[part]
                wrong = _sigmoid(self.weights[places].sum(axis=1)) - targets[part]
                flat = places.ravel()
                slopes = np.repeat(wrong.astype(np.float32), places.shape[1])
                np.add.at(self._squares, flat, slopes * slopes)
                left = np.float32(rate * (1 - (epoch * count + done) / (epochs * count)))
                steps = left * slopes / np.sqrt(self._squares[flat])
                np.subtract.at(self.weights, flat, steps)

    def predict(self, rows: Places) -> Reals:
        """Return the probability of every row."""
        parts = [
            _sigmoid(self.weights[rows[start : start + 100_000]].sum(axis=1))
            for start in range(0, len(rows), 100_000)
        ]
        return np.concatenate(parts).astype(np.float32)


def _sigmoid(scores: Reals) -> Reals:
    return np.asarray(1 / (1 + np.exp(-scores)), dtype=np.float32)
