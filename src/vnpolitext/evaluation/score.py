"""Precision, recall and F1 of every kind of record, micro-averaged over the documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from vnpolitext.analysis import analyze
from vnpolitext.evaluation.facts import (
    ATTRIBUTES,
    FACTS,
    FIELDS,
    TIMES,
    PlainDocument,
    annotated,
    attribute_value,
    field_value,
    matched_positions,
    offices,
    told_year,
)
from vnpolitext.notebook import counted
from vnpolitext.progress import under_way


@dataclass(frozen=True, slots=True)
class Figure:
    """Counts behind one figure.

    Attributes:
        gold: Facts in the annotation.
        predicted: Facts in the prediction.
        found: Facts of the annotation that the prediction has.
        right: Facts of the prediction that the annotation has.
    """

    gold: int = 0
    predicted: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Share of the predicted facts that are right, 0 to 1."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotated facts that were found, 0 to 1."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: Figure) -> Figure:
        """Return the counts of both together."""
        return Figure(
            self.gold + other.gold,
            self.predicted + other.predicted,
            self.found + other.found,
            self.right + other.right,
        )


@dataclass(frozen=True, slots=True)
class Error:
    """One fact that only one side has.

    Attributes:
        document: Identifier of the document.
        figure: Name of the figure it counts for.
        sign: ``"missed"`` or ``"wrong"``.
        fact: The fact as it was compared.
        context: The place in the text, with what stands around it; empty where it has no place.
    """

    document: str
    figure: str
    sign: str
    fact: Any
    context: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a prediction is worth.

    Attributes:
        figures: Records found, by name of the figure.
        attributes: Attributes of citations whose span was found, by name.
        fields: Fields of positions whose span and person were found, by name.
        errors: The facts that only one side has.
    """

    figures: Mapping[str, Figure]
    attributes: Mapping[str, Figure]
    fields: Mapping[str, Figure] = field(default_factory=dict)
    errors: tuple[Error, ...] = field(default=(), repr=False)

    def __repr__(self) -> str:
        """Tell how many figures and errors there are."""
        counts = f"{counted(len(self.figures), 'figure')}, {counted(len(self.errors), 'error')}"
        return f"Evaluation({counts}; to_dict() has the values)"

    def to_dict(self) -> dict[str, float | None]:
        """Return every figure in per cent, ``None`` where the annotation has nothing to compare.

        F1 for records and for the times of positions, the share that is right for the other
        fields of positions and for the attributes of citations.
        """
        values: dict[str, float | None] = {
            name: round(100 * figure.f1, 2) for name, figure in sorted(self.figures.items())
        }
        for name, figure in self.attributes.items():
            values[f"citations.{name}"] = round(100 * figure.recall, 2) if figure.gold else None
        for name, figure in self.fields.items():
            share = figure.f1 if name in TIMES else figure.recall
            values[f"fields.{name}"] = round(100 * share, 2) if figure.gold else None
        return values


@under_way("evaluating")
def evaluate(
    gold: Iterable[PlainDocument],
    predict: Callable[[PlainDocument], PlainDocument] | None = None,
) -> Evaluation:
    """Score predictions against annotated documents.

    Args:
        gold: Documents with ``id``, ``text`` and the annotated fields of an analysis.
        predict: Returns the prediction for a document, in the shape of ``Analysis.to_dict()``; the
            library's own analysis by default.

    Returns:
        The figures. Matching is strict: offsets must be equal.

    Raises:
        ValueError: A prediction is for another text.
    """
    predict = predict or _own
    figures: Counter[tuple[str, str]] = Counter()
    attributes: Counter[tuple[str, str]] = Counter()
    fields: Counter[tuple[str, str]] = Counter()
    errors: list[Error] = []
    for document in annotated(gold):
        prediction = predict(document)
        if prediction["text"] != document["text"]:
            raise ValueError(f"{document['id']}: the prediction is for another text")
        for name, sign, fact in _differences(document, prediction, figures):
            errors.append(Error(document["id"], name, sign, fact, _context(document["text"], fact)))
        _compare_attributes(document, prediction, attributes)
        for name, fact in _compare_fields(document, prediction, fields):
            errors.append(
                Error(document["id"], name, "wrong", fact, _context(document["text"], fact))
            )
    return Evaluation(
        {name: _figure(figures, name) for name in sorted((*FACTS, "persons.positions"))},
        {name: _figure(attributes, name) for name in ATTRIBUTES},
        {name: _figure(fields, name) for name in FIELDS},
        tuple(errors),
    )


def _own(document: PlainDocument) -> PlainDocument:
    return analyze(document["text"], id=document["id"]).to_dict()


def _figure(counts: Counter[tuple[str, str]], name: str) -> Figure:
    return Figure(*(counts[name, count] for count in ("gold", "predicted", "found", "right")))


def _differences(
    gold: PlainDocument, prediction: PlainDocument, counts: Counter[tuple[str, str]]
) -> Iterator[tuple[str, str, Any]]:
    for name, facts in FACTS.items():
        expected, found = Counter(facts(gold)), Counter(facts(prediction))
        both = (expected & found).total()
        counts[name, "gold"] += expected.total()
        counts[name, "predicted"] += found.total()
        counts[name, "found"] += both
        counts[name, "right"] += both
        yield from ((name, "missed", fact) for fact in (expected - found).elements())
        yield from ((name, "wrong", fact) for fact in (found - expected).elements())
    wanted, seen = offices(gold), offices(prediction)
    counts["persons.positions", "gold"] += len(wanted)
    counts["persons.positions", "predicted"] += len(seen)
    for sign, count, these, others in (
        ("missed", "found", wanted, seen),
        ("wrong", "right", seen, wanted),
    ):
        for names, title in these:
            if any(title == other and names & known for known, other in others):
                counts["persons.positions", count] += 1
            else:
                yield "persons.positions", sign, (max(names, key=len, default=""), title)


def _compare_attributes(
    gold: PlainDocument, prediction: PlainDocument, counts: Counter[tuple[str, str]]
) -> None:
    seen = {(item["start"], item["end"]): item for item in prediction.get("citations") or []}
    for citation in gold.get("citations") or []:
        match = seen.get((citation["start"], citation["end"]))
        for name in ATTRIBUTES:
            wanted = attribute_value(citation, name)
            if match is None or wanted is None:
                continue
            value = attribute_value(match, name)
            hit = value == wanted or (name == "issued" and told_year(match) == wanted)
            counts[name, "gold"] += 1
            counts[name, "predicted"] += bool(value)
            counts[name, "found"] += hit
            counts[name, "right"] += hit


def _compare_fields(
    gold: PlainDocument, prediction: PlainDocument, counts: Counter[tuple[str, str]]
) -> Iterator[tuple[str, Any]]:
    for position, twin in matched_positions(gold, prediction):
        for name in FIELDS:
            if name in position.get("unsure", ()):
                continue
            wanted, given = field_value(position, name), field_value(twin, name)
            sparse = name in TIMES
            hit = wanted == given and not (sparse and wanted is None)
            counts[name, "gold"] += not sparse or wanted is not None
            counts[name, "predicted"] += not sparse or given is not None
            counts[name, "found"] += hit
            counts[name, "right"] += hit
            if wanted != given:
                yield f"fields.{name}", (position["start"], position["end"], wanted, given)


def _context(text: str, fact: Any, width: int = 30) -> str:
    if not (isinstance(fact, tuple) and len(fact) >= 2 and isinstance(fact[0], int)):
        return ""
    start, end = fact[0], fact[1]
    if not isinstance(end, int) or end <= start:
        end = start + 1
    before, inside, after = text[max(0, start - width) : start], text[start:end], text[end:][:width]
    return f"{before}[{inside}]{after}"
