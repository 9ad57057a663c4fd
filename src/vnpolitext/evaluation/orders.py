"""How right items are read: what is ordered, to whom, how much, by when, how strongly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from vnpolitext.analysis import analyze
from vnpolitext.evaluation.facts import PlainDocument, annotated
from vnpolitext.evaluation.score import Figure
from vnpolitext.progress import under_way
from vnpolitext.text import fold
from vnpolitext.text.lines import without_edges

FACTS: Final = ("actions", "actors", "targets", "deadlines")
"""What of an item is scored as found or not."""
_LIKE: Final = 0.8
_EDGE: Final = " \n\t*_\"“”'.,;:()[]-–+•"
_BEFORE_NAMES: Final = (
    "các", "những", "mọi", "mỗi", "từng", "toàn thể", "đồng chí", "ông", "bà", "đ/c",
)  # fmt: skip

Fact = tuple[int, int, tuple[Any, ...]]
"""Start and end, trimmed, and the values that must be the same."""


@under_way("evaluate orders")
def evaluate_orders(
    gold: Iterable[PlainDocument],
    predict: Callable[[PlainDocument], PlainDocument] | None = None,
) -> dict[str, Figure]:
    r"""Score what the items of lists are read as.

    Items are paired by where they begin; of an item that is not found all facts are missed. An
    action or actor is right where its span is: the same but for marks and blanks at its edges (and
    *các*, *đồng chí* before names), or so that the common part is at least 80 per cent of both
    together; an actor's part in it (to lead, to cooperate) must be right, too. A target is right
    where value, upper value and unit are and the spans overlap; a deadline where due (but of what
    recurs) and relation are and the spans overlap. The role is scored of paired items; a strength
    is right where both order something, as strongly.

    Args:
        gold: Documents with ``text`` and ``items``, such as
            [`read_windows`][vnpolitext.evaluation.read_windows] returns.
        predict: Returns the prediction for a document, in the shape of ``Analysis.to_dict()``; the
            library's own analysis by default.

    Returns:
        The figures ``reading.actions``, ``reading.actors``, ``reading.targets``,
        ``reading.deadlines``, ``reading.role``, ``reading.strength``; of the role the recall is the
        accuracy.

    Example:
        >>> text = "1. Rà soát.\n2. Báo cáo."
        >>> items = [{"start": 0, "role": "task", "actions": [[3, 10]], "strength": 2}]
        >>> figures = evaluate_orders([{"id": "a", "text": text, "items": items}])
        >>> figures["reading.role"].recall, figures["reading.actions"].recall
        (1.0, 1.0)
    """
    counts: Counter[tuple[str, str]] = Counter()
    for document in annotated(gold):
        found = (predict or _own)(document).get("directives") or []
        _count(counts, document, found)
    return {
        f"reading.{name}": Figure(
            *(counts[name, side] for side in ("gold", "found", "right", "right"))
        )
        for name in (*FACTS, "role", "strength")
    }


def _own(document: PlainDocument) -> PlainDocument:
    return analyze(document["text"], id=document["id"]).to_dict()


def _count(
    counts: Counter[tuple[str, str]], document: PlainDocument, found: Sequence[Mapping[str, Any]]
) -> None:
    text = document["text"]
    given = {each["start"]: each for each in found if each.get("style") != "row"}
    for item in document["items"]:
        other = given.pop(item["start"], None)
        for name in FACTS:
            wanted, told = _facts(text, item, name), _facts(text, other or {}, name)
            counts[name, "gold"] += len(wanted)
            counts[name, "found"] += len(told)
            counts[name, "right"] += _matched(wanted, told, name)
        _count_strength(counts, item.get("strength"), (other or {}).get("strength"))
        if other is not None:
            counts["role", "gold"] += 1
            counts["role", "found"] += 1
            counts["role", "right"] += item["role"] == other["role"]
    for other in given.values():
        for name in FACTS:
            counts[name, "found"] += len(_facts(text, other, name))


def _count_strength(counts: Counter[tuple[str, str]], wanted: int | None, given: Any) -> None:
    told = given["level"] if isinstance(given, Mapping) else given
    counts["strength", "gold"] += wanted is not None
    counts["strength", "found"] += told is not None
    counts["strength", "right"] += wanted is not None and wanted == told


def _facts(text: str, item: Mapping[str, Any], name: str) -> list[Fact]:
    """The facts of an item, of annotation or of a record."""
    return [_fact(text, each, name) for each in item.get(name) or ()]


def _fact(text: str, each: Mapping[str, Any] | Sequence[int], name: str) -> Fact:
    if not isinstance(each, Mapping):
        each = {"start": each[0], "end": each[1]}
    start, end = _trimmed(text, each["start"], each["end"], is_name=name == "actors")
    values: tuple[Any, ...] = ()
    if name == "actors":
        values = (each.get("role", "lead"),)
    elif name == "targets":
        unit = fold(str(each["unit"] or "")).partition("/")[0].strip()
        values = (float(each["value"]), each["upper"] and float(each["upper"]), unit)
    elif name == "deadlines":
        recurs = each["relation"] == "every"  # the record has how often, the annotation has not
        values = (None if recurs else each["due"], each["relation"])
    return start, end, values


def _trimmed(text: str, start: int, end: int, *, is_name: bool) -> tuple[int, int]:
    start, end = without_edges(text, start, end, _EDGE)
    if is_name:
        lower = text[start:end].lower()
        for word in _BEFORE_NAMES:
            if lower.startswith(f"{word} "):
                return _trimmed(text, start + len(word), end, is_name=False)
    return start, end


def _matched(wanted: Sequence[Fact], told: Sequence[Fact], name: str) -> int:
    """How many facts have a partner, one to one, in the order of the text."""
    left, right = list(told), 0
    for fact in wanted:
        partner = next((one for one in left if _is_same(fact, one, name)), None)
        if partner is not None:
            left.remove(partner)
            right += 1
    return right


def _is_same(one: Fact, other: Fact, name: str) -> bool:
    common = min(one[1], other[1]) - max(one[0], other[0])
    if one[2] != other[2] or common <= 0:
        return False
    if name in ("targets", "deadlines"):
        return True
    return common >= _LIKE * (max(one[1], other[1]) - min(one[0], other[0]))
