"""Files of annotation tools: Doccano, Prodigy and Label Studio, in and out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from vnpolitext.training.labelled import LABELS, Labelled, checked, from_gold


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
    for document in documents:
        yield json.dumps(_WRITERS[tool](document), ensure_ascii=False)


def read_lines(text: str, labels: Sequence[str] = LABELS) -> Iterator[Labelled]:
    """Yield the documents of a file of any of the tools, or of our own annotated texts.

    Args:
        text: JSON Lines, or one JSON list.
        labels: Which kinds of record to take of our own annotated texts.

    Raises:
        ValueError: A line is no JSON, or an object is of no tool we know.
    """
    for number, record in enumerate(_objects(text), 1):
        yield checked(_read(record, str(number), labels))


def _objects(text: str) -> Iterator[Any]:
    stripped = text.lstrip("\ufeff \t\r\n")
    if stripped.startswith("["):
        try:
            yield from json.loads(stripped)
        except json.JSONDecodeError as error:
            raise ValueError(f"no JSON list: {error}") from None
        return
    for number, line in enumerate(stripped.split("\n"), 1):
        if line.strip():
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise ValueError(f"line {number}: no JSON ({error.msg})") from None


def _read(record: Any, name: str, labels: Sequence[str]) -> Labelled:
    if not isinstance(record, Mapping):
        raise ValueError(f"document {name}: no JSON object")
    if "data" in record:
        return _from_labelstudio(record, name)
    if not isinstance(record.get("text"), str):
        raise ValueError(f"document {name}: no text")
    name = str(record.get("id", (record.get("meta") or {}).get("id", name)))
    for key in ("label", "labels"):
        if key in record:
            spans = tuple((int(s), int(e), str(label)) for s, e, label in record[key])
            return Labelled(name, record["text"], spans)
    if "spans" in record:
        spans = tuple((int(s["start"]), int(s["end"]), str(s["label"])) for s in record["spans"])
        return Labelled(name, record["text"], spans)
    return from_gold({**record, "id": name}, labels)


def _from_labelstudio(record: Mapping[str, Any], name: str) -> Labelled:
    results = [
        result["value"]
        for annotation in record.get("annotations") or record.get("predictions") or []
        for result in annotation.get("result", ())
        if result.get("type") == "labels"
    ]
    spans = tuple(
        (int(value["start"]), int(value["end"]), str(label))
        for value in results
        for label in value["labels"]
    )
    data = record["data"]
    return Labelled(str(data.get("id", record.get("id", name))), data["text"], spans)


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
    results = [
        {
            "type": "labels",
            "from_name": "label",
            "to_name": "text",
            "value": {
                "start": start,
                "end": end,
                "text": document.text[start:end],
                "labels": [label],
            },
        }
        for start, end, label in document.spans
    ]
    data = {"id": document.id, "text": document.text}
    return {"data": data, "annotations": [{"result": results}]}


_WRITERS: Final[dict[str, Callable[[Labelled], dict[str, Any]]]] = {
    "doccano": _doccano,
    "prodigy": _prodigy,
    "labelstudio": _labelstudio,
}
TOOLS: Final = tuple(_WRITERS)
"""The tools whose files are written."""
