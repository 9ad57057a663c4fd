"""How right statements are: who says it, and what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from vnpolitext.analysis import analyze
from vnpolitext.evaluation.facts import PlainDocument, annotated
from vnpolitext.evaluation.score import Figure
from vnpolitext.progress import under_way

OVERLAP: Final = 0.8
"""Which share of the longer one of two contents both must have in common."""
_FIELDS: Final = ("kind", "polarity")


@under_way("evaluate statements")
def evaluate_statements(
    gold: Iterable[PlainDocument],
    predict: Callable[[PlainDocument], PlainDocument] | None = None,
) -> dict[str, Figure]:
    """Score who says what.

    Two statements agree where 80 % of the longer content is common to both and the speaker is the
    same: the same words, or words for one person. Kind and polarity are compared where they do.

    Args:
        gold: Documents with ``text`` and ``statements``, each of these with ``start``, ``end``,
            ``speaker``, ``kind`` and ``polarity``, such as
            [`read_windows`][vnpolitext.evaluation.read_windows] returns.
        predict: Returns the prediction for a document, in the shape of ``Analysis.to_dict()``; the
            library's own analysis by default.

    Returns:
        The figures ``statements.pairs``, ``statements.contents`` (whoever speaks),
        ``statements.kind`` and ``statements.polarity``.

    Example:
        >>> text = "Ông Lò Văn An nói: “Xã đã họp.”"
        >>> said = {"start": 20, "end": 30, "speaker": [4, 13], "kind": "direct"}
        >>> gold = [{"id": "a", "text": text, "statements": [said | {"polarity": "asserts"}]}]
        >>> evaluate_statements(gold)["statements.pairs"].f1
        1.0
    """
    counts: Counter[str] = Counter()
    for document in annotated(gold):
        prediction = (predict or _own)(document)
        wanted, given = document["statements"], prediction.get("statements") or []
        counts["gold"] += len(wanted)
        counts["given"] += len(given)
        counts["contents"] += sum(1 for _ in pairs(wanted, given))
        for said, twin in pairs(wanted, given, _Same(prediction)):
            counts["pairs"] += 1
            for name in _FIELDS:
                counts[name] += said[name] == twin[name]
    both = ("pairs", "contents")
    return {
        f"statements.{name}": Figure(counts["gold"], counts["given"], counts[name], counts[name])
        for name in both
    } | {
        f"statements.{name}": Figure(counts["pairs"], counts["pairs"], counts[name], counts[name])
        for name in _FIELDS
    }


def pairs(
    gold: Iterable[Mapping[str, Any]],
    given: Iterable[Mapping[str, Any]],
    same: Callable[[Mapping[str, Any], Mapping[str, Any]], bool] | None = None,
) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Yield annotated and predicted statements that agree, each at most once, the likest first."""
    gold, given = list(gold), list(given)
    likeness = sorted(
        (
            (-share, one, other)
            for one, said in enumerate(gold)
            for other, twin in enumerate(given)
            if (share := _overlap(said, twin)) >= OVERLAP and (same is None or same(said, twin))
        ),
    )
    done: tuple[set[int], set[int]] = set(), set()
    for _, one, other in likeness:
        if one not in done[0] and other not in done[1]:
            done[0].add(one)
            done[1].add(other)
            yield gold[one], given[other]


class _Same:
    """Whether two statements have one speaker, by the persons of the prediction."""

    def __init__(self, prediction: PlainDocument) -> None:
        persons = prediction.get("persons") or []
        self._spans = [
            (start, end, number)
            for number, person in enumerate(persons)
            for start, end in (
                *person["mentions"],
                *((each["start"], each["end"]) for each in person["positions"]),
            )
        ]
        self._spans += [
            (*said["speaker"], said["person"])
            for said in prediction.get("statements") or []
            if said["speaker"] and said["person"] is not None
        ]

    def __call__(self, said: Mapping[str, Any], twin: Mapping[str, Any]) -> bool:
        one, other = said["speaker"], twin["speaker"]
        if not one or not other:
            return not one and not other
        if _meet(one, other):
            return True
        person = twin["person"]
        return person is not None and any(
            number == person and _meet(one, (start, end)) for start, end, number in self._spans
        )


def _own(document: PlainDocument) -> PlainDocument:
    return analyze(document["text"], id=document["id"]).to_dict()


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    common = min(one["end"], other["end"]) - max(one["start"], other["start"])
    longer = max(one["end"] - one["start"], other["end"] - other["start"])
    return common / longer if longer else 0.0


def _meet(one: Iterable[int], other: Iterable[int]) -> bool:
    (first, last), (start, end) = one, other
    return first < end and start < last
