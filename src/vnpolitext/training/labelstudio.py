"""Exports of Label Studio: offsets as a browser counts them, several annotators, skipped tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from vnpolitext.training.labelled import Labelled, Spans

_BREAKS: Final = re.compile(r"\r\n?|\\n|\s+")
_WIDE: Final = re.compile("[\U00010000-\U0010ffff]|\r\n")


def from_task(
    record: Mapping[str, Any], name: str, annotator: str | int | None = None
) -> Labelled | None:
    """Return the labelled text of a task; ``None`` where nobody has annotated it.

    Annotations that were cancelled do not count. Of several, those marked as ground truth do; else
    all must agree.

    Args:
        record: The task.
        name: What an error calls it, where it has no ``id``.
        annotator: Whose annotations to take: ``id`` or ``email``, as ``completed_by`` has it.

    Raises:
        ValueError: The annotators disagree, an offset does not fit the text, or the annotation is
            of another kind than labels of a text.
    """
    data = record["data"]
    name = str(data.get("id", record.get("id", name)))
    text = _text(data, name)
    made = record.get("annotations") or record.get("completions") or []
    chosen = _chosen(made, annotator) if made else list(record.get("predictions") or [])
    if not chosen:
        return None
    found = {frozenset(placed(text, _values(each, name), name)): _who(each) for each in chosen}
    if len(found) > 1:
        raise ValueError(
            f"document {name}: annotators disagree ({', '.join(sorted(found.values()))}); "
            "choose one with annotator=, or mark one annotation as ground truth"
        )
    return Labelled(name, text, tuple(sorted(next(iter(found)))))


def placed(
    text: str, values: Sequence[Mapping[str, Any]], name: str, *, browser: bool = True
) -> Spans:
    r"""Return labelled regions as spans of ``text``, in code points.

    A browser counts UTF-16 units, in which an emoji is two, and may take ``\r\n`` for one
    character. What stands in the region (``text``) decides; a region without it is placed as the
    others of its text are.

    Args:
        text: The text.
        values: The regions: ``start``, ``end``, ``labels``, and ``text`` where it is told.
        name: What an error calls the document.
        browser: Whether a browser counted, where no text of a region tells.

    Raises:
        ValueError: A region is not there, or cannot be placed.
    """
    ways = _ways(text)
    regions = [(int(v["start"]), int(v["end"]), v.get("text")) for v in values]
    fitting = [
        way
        for way in ways
        if all(surface is None or _stands(text, way, s, e, surface) for s, e, surface in regions)
    ]
    if not fitting:
        start, end, surface = _misplaced(text, ways, regions)
        raise ValueError(f"document {name}: {surface!r} does not stand at {start} to {end}")
    way = fitting[0]
    silent = [at for start, end, surface in regions if surface is None for at in (start, end)]
    if max(silent, default=0) >= min(map(len, fitting)):
        raise ValueError(f"document {name}: a span ends behind the text, at {max(silent)}")
    if browser and len({tuple(each[at] for at in silent) for each in fitting}) > 1:
        raise ValueError(
            f"document {name}: offsets without their texts, in a text where a browser counts "
            "otherwise (emoji, \\r\\n)"
        )
    return tuple(
        dict.fromkeys(
            (way[start], way[end], str(label))
            for (start, end, _), value in zip(regions, values, strict=True)
            for label in _labels(value, name)
        )
    )


def _chosen(made: Sequence[Any], annotator: str | int | None) -> list[Mapping[str, Any]]:
    live = [each for each in made if not each.get("was_cancelled")]
    if annotator is not None:
        return [each for each in live if str(annotator) in _names(each)]
    return [each for each in live if each.get("ground_truth")] or live


def _names(annotation: Mapping[str, Any]) -> set[str]:
    who = annotation.get("completed_by")
    return set(map(str, who.values())) if isinstance(who, Mapping) else {str(who)}


def _who(annotation: Mapping[str, Any]) -> str:
    who = annotation.get("completed_by")
    if isinstance(who, Mapping):
        who = who.get("email") or who.get("id")
    return str(who)


def _text(data: Mapping[str, Any], name: str) -> str:
    texts = [value for key, value in data.items() if isinstance(value, str) and key != "id"]
    text = data.get("text", texts[0] if len(texts) == 1 else None)
    if not isinstance(text, str):
        raise ValueError(f"document {name}: no text in its data; there are {', '.join(data)}")
    return text


def _values(annotation: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = []
    for result in annotation.get("result", ()):
        kind = result.get("type")
        if kind == "labels":
            found.append(result["value"])
        elif str(kind).endswith("labels"):
            raise ValueError(f"document {name}: regions of the type {kind} are not of plain text")
    return found


def _labels(value: Mapping[str, Any], name: str) -> Iterator[str]:
    labels = value.get("labels")
    if not labels:
        raise ValueError(f"document {name}: a region without a label at {value.get('start')}")
    yield from labels


def _ways(text: str) -> list[list[int]]:
    """Return for each way of counting where its offsets stand in code points, plain code first."""
    plain = list(range(len(text) + 1))
    if not _WIDE.search(text):
        return [plain]
    units: list[int] = []
    for at, char in enumerate(text):
        units += [at] * (2 if ord(char) > 0xFFFF else 1)
    units.append(len(text))
    joined = {at for at in range(1, len(text)) if text[at - 1 : at + 1] == "\r\n"}
    ways = [plain, units]
    ways += [[at for at in way if at not in joined] for way in (plain, units)]
    return ways


def _stands(text: str, way: Sequence[int], start: int, end: int, surface: str) -> bool:
    if not 0 <= start < end < len(way):
        return False
    return _bare(text[way[start] : way[end]]) == _bare(surface)


def _bare(text: str) -> str:
    return _BREAKS.sub(" ", text)


def _misplaced(
    text: str, ways: Sequence[Sequence[int]], regions: Sequence[tuple[int, int, Any]]
) -> tuple[int, int, Any]:
    """Return the first region that stands nowhere, or else the first that others contradict."""
    named = [region for region in regions if region[2] is not None]
    return next((r for r in named if not any(_stands(text, way, *r) for way in ways)), named[0])
