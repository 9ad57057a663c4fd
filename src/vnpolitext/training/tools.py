"""Files of annotation tools: Doccano, Prodigy and Label Studio, in and out."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, Final

from vnpolitext.errors import documents_with, expect_text
from vnpolitext.training.labelled import LABELLED, LABELS, Labelled, Spans, checked, from_gold
from vnpolitext.training.labelstudio import from_task, placed


def write_lines(documents: Iterable[Labelled], tool: str) -> Iterator[str]:
    """Yield one JSON object a document in the form of ``tool``.

    Args:
        documents: The documents.
        tool: ``"doccano"``, ``"prodigy"`` or ``"labelstudio"``. Label Studio imports a list: put
            the lines between ``[`` and ``]`` with commas, or use ``write_list``.

    Raises:
        ValueError: There is no such tool.
    """
    if tool not in _WRITERS:
        raise ValueError(f"no tool {tool!r}; there are {', '.join(_WRITERS)}")
    for document in documents_with(documents, "spans", wanted=LABELLED):
        yield json.dumps(_WRITERS[tool](document), ensure_ascii=False)


def read_lines(
    text: str, labels: Sequence[str] = LABELS, *, annotator: str | int | None = None
) -> Iterator[Labelled]:
    """Yield the documents of a file of any of the tools, or of our own annotated texts.

    What an annotator rejected or skipped is left out. Offsets of a browser, which counts an emoji
    twice, are brought to ours. A text that several annotated is read once, if they agree.

    Args:
        text: JSON Lines, or one JSON list.
        labels: Which kinds of record to take of our own annotated texts.
        annotator: Whose annotations to take, where several have annotated a text.

    Raises:
        ValueError: A line is no JSON, an object is of no tool we know, an offset does not fit its
            text, or annotators disagree.
    """
    expect_text(text)
    seen: dict[tuple[str, str], Labelled] = {}
    related = False
    for number, record in enumerate(_objects(text), 1):
        related = related or bool(isinstance(record, Mapping) and record.get("relations"))
        found = _read(record, str(number), labels, annotator)
        if found is None:
            continue
        document = checked(found)
        before = seen.setdefault(
            (document.id if _is_named(record) else "", document.text), document
        )
        if before is document:
            yield document
        elif before.spans != document.spans and "_input_hash" in record:
            raise ValueError(
                f"document {document.id}: annotators disagree; choose one with annotator="
            )
        elif "_input_hash" not in record:
            yield document
    if related:
        warnings.warn("relations between spans are left out", UserWarning, stacklevel=2)


def _is_named(record: Mapping[str, Any]) -> bool:
    return "id" in record or "id" in _meta(record)


def _meta(record: Mapping[str, Any]) -> Mapping[str, Any]:
    meta = record.get("meta")
    return meta if isinstance(meta, Mapping) else {}


def _objects(text: str) -> Iterator[Any]:
    stripped = text.lstrip("\ufeff \t\r\n")
    if stripped.startswith("["):
        try:
            yield from json.loads(stripped)
        except (json.JSONDecodeError, RecursionError) as error:
            raise ValueError(f"no JSON list: {error}") from None
        return
    for number, line in enumerate(stripped.split("\n"), 1):
        if line.strip():
            try:
                yield json.loads(line)
            except (json.JSONDecodeError, RecursionError) as error:
                raise ValueError(f"line {number}: no JSON ({error})") from None


def _read(
    record: Any, name: str, labels: Sequence[str], annotator: str | int | None
) -> Labelled | None:
    if not isinstance(record, Mapping):
        raise ValueError(f"document {name}: no JSON object")
    if isinstance(record.get("data"), Mapping):
        return from_task(record, name, annotator)
    text = record.get("text")
    if not isinstance(text, str):
        raise ValueError(f"document {name}: no text")
    name = str(record.get("id", _meta(record).get("id", name)))
    if _is_not_taken(record, annotator):
        return None
    for key in ("entities", "label", "labels", "spans"):
        if isinstance(record.get(key), list):
            return Labelled(name, text, _placed(text, record[key], name))
    if not any(field in record for field in _OURS):
        raise ValueError(f"document {name}: no annotation; there are {', '.join(record)}")
    return from_gold({**record, "id": name}, labels)


def _is_not_taken(record: Mapping[str, Any], annotator: str | int | None) -> bool:
    """Whether an annotator rejected or skipped an example, or another one was asked for."""
    who = record.get("_annotator_id", record.get("_session_id", record.get("annotator")))
    other = annotator is not None and who is not None and str(who) != str(annotator)
    return other or record.get("answer", "accept") != "accept"


def _placed(text: str, spans: Sequence[Any], name: str) -> Spans:
    """Return the spans of Doccano, of Prodigy, or of the short form of Label Studio."""
    if all(isinstance(span, Mapping) for span in spans):
        return placed(text, [_as_region(span, name) for span in spans], name, browser=False)
    found: list[tuple[int, int, str]] = []
    for span in spans:
        if not isinstance(span, list | tuple) or len(span) != 3:
            raise ValueError(f"document {name}: {span!r} is a label of no span of the text")
        found.append((int(span[0]), int(span[1]), str(span[2])))
    return tuple(dict.fromkeys(found))


def _as_region(span: Mapping[str, Any], name: str) -> dict[str, Any]:
    start, end = (
        span.get("start", span.get("start_offset")),
        span.get("end", span.get("end_offset")),
    )
    label = span.get("label")
    if start is None or end is None:
        raise ValueError(
            f"document {name}: a span without start or end; there are {', '.join(span)}"
        )
    labels = span.get("labels") or ([] if label is None else [label])
    return {"start": start, "end": end, "text": span.get("text"), "labels": labels}


def _doccano(document: Labelled) -> dict[str, Any]:
    return {
        "id": document.id,
        "text": document.text,
        "label": [list(span) for span in document.spans],
    }


def _prodigy(document: Labelled) -> dict[str, Any]:
    return {
        "text": document.text,
        "spans": [
            {"start": start, "end": end, "label": label} for start, end, label in document.spans
        ],
        "meta": {"id": document.id},
    }


def _labelstudio(document: Labelled) -> dict[str, Any]:
    """Offsets are those of a browser: UTF-16 units."""
    units = list(accumulate((1 + (ord(char) > 0xFFFF) for char in document.text), initial=0))
    results = [
        {
            "type": "labels",
            "from_name": "label",
            "to_name": "text",
            "value": {
                "start": units[start],
                "end": units[end],
                "text": document.text[start:end],
                "labels": [label],
            },
        }
        for start, end, label in document.spans
    ]
    data = {"id": document.id, "text": document.text}
    return {"data": data, "annotations": [{"result": results}]}


_OURS: Final = ("persons", "citations", "places", "directives")
_WRITERS: Final[dict[str, Callable[[Labelled], dict[str, Any]]]] = {
    "doccano": _doccano,
    "prodigy": _prodigy,
    "labelstudio": _labelstudio,
}
TOOLS: Final = tuple(_WRITERS)
"""The tools whose files are written."""
