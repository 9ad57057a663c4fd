"""Annotated texts: one JSON object a line, with the fields of an analysis."""

import json
from collections.abc import Set
from pathlib import Path
from typing import Any

from vnpolitext.errors import VnpolitextError
from vnpolitext.progress import under_way


class GoldError(VnpolitextError, ValueError):
    """A file of annotated texts cannot be read; the message names the file and the line."""


@under_way("read gold")
def read_gold(path: str | Path) -> list[dict[str, Any]]:
    """Return the documents of a ``.jsonl`` file, or of all of them in a folder, in order.

    Raises:
        GoldError: The path is missing, holds no document, or a line is not a document.
    """
    path = Path(path)
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    documents = [document for file in files for document in read_objects(file, {"id", "text"})]
    if not documents:
        raise GoldError(f"{path}: no annotated text")
    return documents


def read_objects(file: Path, fields: Set[str]) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file, each with at least these fields.

    Raises:
        GoldError: The file cannot be read; the message names the line.
    """
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{file}: {error}") from None
    documents = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise GoldError(f"{file}, line {number}: not JSON ({error})") from None
        if not isinstance(document, dict) or not fields <= document.keys():
            wanted = " and ".join(
                f"{'an' if name[0] in 'aeiou' else 'a'} {name}" for name in sorted(fields)
            )
            raise GoldError(f"{file}, line {number}: no object with {wanted}")
        documents.append(document)
    return documents
