"""One run over annotated texts, document by document: the ground of intervals and comparisons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vnpolitext.articles import article_from_text
from vnpolitext.errors import expect
from vnpolitext.evaluation.facts import PlainDocument, annotated
from vnpolitext.evaluation.score import Error, Evaluation, Figure, evaluate
from vnpolitext.notebook import counted
from vnpolitext.progress import under_way

_SAMPLES = 1_000


@dataclass(frozen=True, slots=True)
class Run:
    """What one model does on every document.

    Attributes:
        documents: The annotated documents.
        evaluations: The evaluation of each.
    """

    documents: tuple[PlainDocument, ...]
    evaluations: tuple[Evaluation, ...]

    def __repr__(self) -> str:
        """Tell how many documents and errors there are."""
        counts = f"{counted(len(self.documents), 'document')}, {counted(len(self.errors), 'error')}"
        return f"Run({counts})"

    @property
    def figures(self) -> dict[str, Figure]:
        """The figures over all documents."""
        names = self.evaluations[0].figures if self.evaluations else ()
        return {name: _summed(self._each(name)) for name in names}

    @property
    def total(self) -> Evaluation:
        """The evaluation over all documents."""
        first = self.evaluations[0] if self.evaluations else Evaluation({}, {})
        attributes = {
            name: _summed(evaluation.attributes[name] for evaluation in self.evaluations)
            for name in first.attributes
        }
        fields = {
            name: _summed(evaluation.fields[name] for evaluation in self.evaluations)
            for name in first.fields
        }
        return Evaluation(self.figures, attributes, fields, self.errors)

    @property
    def errors(self) -> tuple[Error, ...]:
        """All errors, in the order of the documents."""
        return tuple(error for evaluation in self.evaluations for error in evaluation.errors)

    def group(self, by: str | Callable[[PlainDocument], Any]) -> dict[str, Run]:
        """Return one run a group of documents, by the value of a field or of a function.

        Args:
            by: Name of a field of the documents or of their ``metadata`` (``"year"`` falls back on
                the date of publication that the text gives), or a function of a document.
        """
        value = by if callable(by) else lambda document: _field(document, by)
        groups: dict[str, list[int]] = {}
        for at, document in enumerate(self.documents):
            found = value(document)
            groups.setdefault("unknown" if found is None else str(found), []).append(at)
        return {name: self.pick(members) for name, members in sorted(groups.items())}

    def pick(self, members: Sequence[int]) -> Run:
        """Return the run over some of the documents, by their number."""
        return Run(
            tuple(self.documents[at] for at in members),
            tuple(self.evaluations[at] for at in members),
        )

    @under_way("interval")
    def interval(
        self, name: str, *, level: float = 0.95, samples: int = _SAMPLES, random_state: int = 0
    ) -> tuple[float, float]:
        """Return the bootstrap interval of F1, 0 to 1.

        Documents are drawn with replacement, as often as there are documents, and the interval is
        that of the percentiles (Efron and Tibshirani 1993, chapter 13).
        """
        counts = self.counts(name)
        random = np.random.default_rng(random_state)
        drawn = random.integers(len(counts), size=(samples, len(counts)))
        low, high = np.quantile(f1(counts[drawn].sum(axis=1)), [(1 - level) / 2, (1 + level) / 2])
        return float(low), float(high)

    def counts(self, name: str) -> NDArray[np.int64]:
        """Return ``gold, predicted, found, right`` of every document, one row each."""
        rows = [(it.gold, it.predicted, it.found, it.right) for it in self._each(name)]
        return np.array(rows, dtype=np.int64).reshape(len(rows), 4)

    def _each(self, name: str) -> Iterable[Figure]:
        return [evaluation.figures[name] for evaluation in self.evaluations]


@under_way("evaluating")
def run(
    gold: Iterable[PlainDocument], predict: Callable[[PlainDocument], PlainDocument] | None = None
) -> Run:
    """Score predictions document by document; see ``evaluate``.

    Raises:
        ValueError: There is no document, or a prediction is for another text.
    """
    documents = tuple(annotated(gold))
    if not documents:
        raise ValueError("there is no annotated document")
    return Run(documents, tuple(evaluate([document], predict) for document in documents))


@dataclass(frozen=True, slots=True)
class Difference:
    """Two runs on the same documents, by one figure.

    Attributes:
        name: Name of the figure.
        first: F1 of the first run, 0 to 1.
        second: F1 of the second.
        low: Lower end of the bootstrap interval of ``second - first``.
        high: Upper end.
        p: How often chance alone makes so large a difference, in either direction.
    """

    name: str
    first: float
    second: float
    low: float
    high: float
    p: float


@under_way("compare runs")
def compare_runs(
    first: Run, second: Run, *, level: float = 0.95, samples: int = 2_000, random_state: int = 0
) -> list[Difference]:
    """Compare two runs on the same documents, figure by figure.

    ``p`` is that of approximate randomization: the two results of each document are swapped by
    chance, and the differences as large as the real one are counted (Noreen 1989; Yeh 2000).

    Raises:
        ValueError: The runs are over different documents.
    """
    for each in (first, second):
        expect(each, Run, "two runs are wanted, as of run()")
    names = [[document["id"] for document in side.documents] for side in (first, second)]
    if names[0] != names[1]:
        raise ValueError("the runs are over different documents")
    random = np.random.default_rng(random_state)
    swaps = random.integers(2, size=(samples, len(names[0])), dtype=np.int64)
    drawn = random.integers(len(names[0]), size=(samples, len(names[0])))
    return [
        _difference(name, (first.counts(name), second.counts(name)), swaps, drawn, level=level)
        for name in first.figures
    ]


def f1(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return F1 of rows of ``gold, predicted, found, right``; 0 where nothing is right."""
    gold, predicted, found, right = np.moveaxis(counts.astype(np.float64), -1, 0)
    precision = right / np.maximum(predicted, 1)
    recall = found / np.maximum(gold, 1)
    total = precision + recall
    return np.asarray(2 * precision * recall / np.where(total > 0, total, 1))


def _difference(
    name: str,
    counts: tuple[NDArray[np.int64], NDArray[np.int64]],
    swaps: NDArray[np.int64],
    drawn: NDArray[np.int64],
    *,
    level: float,
) -> Difference:
    one, other = counts
    real = float(f1(other.sum(axis=0)) - f1(one.sum(axis=0)))
    moved = swaps @ (other - one)
    chance = f1(other.sum(axis=0) - moved) - f1(one.sum(axis=0) + moved)
    p = (1 + int((np.abs(chance) >= abs(real) - 1e-12).sum())) / (1 + len(swaps))
    spread = f1(other[drawn].sum(axis=1)) - f1(one[drawn].sum(axis=1))
    low, high = np.quantile(spread, [(1 - level) / 2, (1 + level) / 2])
    first, second = (float(f1(side.sum(axis=0))) for side in counts)
    return Difference(name, first, second, float(low), float(high), p)


def _summed(figures: Iterable[Figure]) -> Figure:
    total = Figure()
    for figure in figures:
        total += figure
    return total


def _field(document: PlainDocument, name: str) -> Any:
    metadata = document.get("metadata") or {}
    value = document.get(name, metadata.get(name))
    if value is None and name == "year":
        published = article_from_text(document["text"]).metadata.get("published")
        value = str(published)[:4] if published else None
    return value
