"""Rich Text files (``.rtf``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from vnpolitext.articles.draft import Draft, Reading
from vnpolitext.articles.formats.damage import read_by_others
from vnpolitext.text.patterns import lazy_pattern

_CELL: Final = lazy_pattern(r"\s*\|\s*")
_MOST_LINES: Final = 8
_LONGEST: Final = 500
_BINARY: Final = re.compile(rb"\\bin\d+ ")


def read_rtf(data: bytes, _encoding: str | None = None) -> Reading:
    """Return the text of a Rich Text file, one paragraph a line, table rows with ``|``.

    Raises:
        ValueError: The file is damaged or without text.
        ImportError: striprtf is not installed.
    """
    from striprtf import striprtf

    if not data.lstrip().startswith(b"{\\rtf"):
        raise ValueError("not a readable Rich Text file (no beginning)")
    with read_by_others("Rich Text file"):
        convert: Any = striprtf.rtf_to_text
        text: str = convert(_BINARY.sub(b"", data).decode("latin-1"), errors="replace")
    draft = Draft()
    for line in _with_whole_rows(text.replace("\r", "").split("\n")):
        row = line.strip()
        if row.endswith("|") and row.count("|") > 1:
            cells = _CELL.split(row.rstrip("|"))
            draft.add("| " + " | ".join(cells) + " |", "table")
        else:
            draft.add(line.strip(" |") if row.endswith("|") else line.rstrip())
    reading = draft.reading()
    if not reading.text.strip():
        raise ValueError("a Rich Text file without text")
    return reading


def _with_whole_rows(lines: list[str]) -> Iterator[str]:
    """Yield the lines with those joined that are one row, where its cells have paragraphs."""
    at = 0
    while at < len(lines):
        row = lines[at]
        end = at + 1
        if "|" in row and not row.rstrip().endswith("|"):
            within = lines[end : end + _MOST_LINES]
            closed = next((n for n, line in enumerate(within) if line.rstrip().endswith("|")), None)
            if closed is not None and all(len(line) < _LONGEST for line in within[:closed]):
                end += closed + 1
                row = " ".join(line.strip() for line in lines[at:end])
        yield row
        at = end
