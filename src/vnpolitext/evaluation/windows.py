"""Stand-off annotation: records as offsets into texts that stay where they are.

One JSON object a line. ``source`` names the file of raw texts (JSON Lines, gzip or not),
``document`` the text in it, ``start`` and ``end`` the window, ``sha256`` is that of the window in
UTF-8; the records have offsets into the window and values, but no text. So a sample of texts that
may not be passed on can be kept, shared and measured.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from vnpolitext.evaluation.gold import GoldError, read_objects
from vnpolitext.evaluation.lines import json_lines
from vnpolitext.progress import under_way

_PLACE: Final = ("source", "document", "start", "end", "sha256")
_QUOTED: Final = ("title",)


@under_way("read windows")
def read_windows(path: str | Path, texts: str | Path) -> list[dict[str, Any]]:
    """Return annotated documents from stand-off annotation and the texts it is about.

    Args:
        path: A ``.jsonl`` file of stand-off annotation.
        texts: The folder that holds the files named in ``source``.

    Returns:
        Documents with ``id``, ``text`` and the annotated records, as `read_gold` returns them.

    Raises:
        GoldError: A file or document is missing, or a window is not the text that was annotated.
    """
    path, folder = Path(path), Path(texts)
    rows = read_objects(path, {"id", *_PLACE})
    if not rows:
        raise GoldError(f"{path}: no annotated text")
    sources = {row["source"] for row in rows}
    wanted = {
        source: {row["document"] for row in rows if row["source"] == source} for source in sources
    }
    known = {source: _texts(folder / source, wanted[source]) for source in sorted(sources)}
    return [_document(path, row, known[row["source"]]) for row in rows]


def _texts(path: Path, wanted: Iterable[str]) -> dict[str, str]:
    """Return the wanted texts of a file of raw texts, by identifier."""
    missing, found = set(wanted), {}
    try:
        for document in json_lines(path):
            if document["id"] in missing:
                missing.remove(document["id"])
                found[document["id"]] = document["text"]
    except (OSError, ValueError, KeyError) as error:
        raise GoldError(f"{path}: {error}") from None
    if missing:
        raise GoldError(f"{path}: no text {sorted(missing)[0]}")
    return found


def _document(path: Path, row: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    text = texts[row["document"]][row["start"] : row["end"]]
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != row["sha256"]:
        raise GoldError(f"{path}: {row['id']} was annotated on another text")
    document = {name: value for name, value in row.items() if name not in _PLACE}
    for person in document.get("persons") or []:
        longest = max(person["mentions"], key=lambda span: span[1] - span[0])
        person["name"] = text[slice(*longest)]
        _quote(text, person.get("positions") or [])
    for field in ("citations", "places", "directives", "statements"):
        _quote(text, document.get(field) or [])
    return document | {"text": text}


def _quote(text: str, records: list[dict[str, Any]]) -> None:
    """Write the words of records that are stored as offsets into them."""
    for record in records:
        record["text"] = text[record["start"] : record["end"]]
        for name in ("marker", *_QUOTED):
            if isinstance(record.get(name), list):
                record[name] = text[slice(*record[name])]
