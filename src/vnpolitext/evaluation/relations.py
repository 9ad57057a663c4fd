"""How right the relations and provisions of citations are, where the core span was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from vnpolitext.analysis import analyze
from vnpolitext.evaluation.facts import PlainDocument, annotated, same
from vnpolitext.evaluation.score import Figure
from vnpolitext.progress import under_way

_NAMES: Final = ("relation", "provision")


@under_way("evaluate relations")
def evaluate_relations(
    gold: Iterable[PlainDocument],
    predict: Callable[[PlainDocument], PlainDocument] | None = None,
) -> dict[str, Figure]:
    """Score what is said to be done with each citation, and which part of it is cited.

    A relation is right where all that the annotation gives for the citation (``relation`` and those
    of ``further``) is given, and nothing else. Citations whose core span differs are left out.

    Args:
        gold: Documents with ``text`` and ``citations``, each of these with ``relation`` and
            ``provision``, such as [`read_windows`][vnpolitext.evaluation.read_windows] returns.
        predict: Returns the prediction for a document, in the shape of ``Analysis.to_dict()``; the
            library's own analysis by default.

    Returns:
        The figures ``citations.relation`` and ``citations.provision``.

    Example:
        >>> text = "theo Điều 5 Luật Nhà ở"
        >>> cited = {"start": 12, "end": 22, "relation": "basis", "provision": "Điều 5"}
        >>> gold = [{"id": "a", "text": text, "citations": [cited]}]
        >>> {name: figure.f1 for name, figure in evaluate_relations(gold).items()}
        {'citations.relation': 1.0, 'citations.provision': 1.0}
    """
    counts: Counter[tuple[str, str]] = Counter()
    for document in annotated(gold):
        prediction = (predict or _own)(document)
        seen = {(c["start"], c["end"]): c for c in prediction.get("citations") or []}
        for citation in document["citations"]:
            match = seen.get((citation["start"], citation["end"]))
            if match is None:
                continue
            for name, value in zip(_NAMES, (_relations, _provision), strict=True):
                wanted, given = value(citation), value(match)
                counts[name, "gold"] += wanted is not None
                counts[name, "predicted"] += given is not None
                counts[name, "right"] += wanted is not None and wanted == given
    return {
        f"citations.{name}": Figure(
            counts[name, "gold"],
            counts[name, "predicted"],
            counts[name, "right"],
            counts[name, "right"],
        )
        for name in _NAMES
    }


def _own(document: PlainDocument) -> PlainDocument:
    return analyze(document["text"], id=document["id"]).to_dict()


def _relations(citation: Mapping[str, Any]) -> frozenset[str]:
    further = citation.get("further") or ()
    return frozenset({citation["relation"], *(each["relation"] for each in further)})


def _provision(citation: Mapping[str, Any]) -> str | None:
    provision = citation.get("provision")
    return same(str(provision)).removeprefix("các ") if provision else None
