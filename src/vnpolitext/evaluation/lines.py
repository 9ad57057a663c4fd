"""JSON Lines: one object a line, compressed or not."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def json_lines(path: Path) -> Iterator[Any]:
    """Yield what stands on each line of a JSON Lines file, ``.gz`` or not; empty lines are none.

    Only a line feed ends a line: a text may have the other breaks of Unicode in it.

    Raises:
        OSError: The file cannot be read.
        ValueError: A line is not JSON, or not UTF-8.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as stream:
        for line in stream:
            if line.strip():
                yield json.loads(line)
