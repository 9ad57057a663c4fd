"""The invented sentences of the tables beside this file, as annotated texts to learn from."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vnpolitext.models import read_table

HERE = Path(__file__).parent
TABLES = {
    "bodies.tsv": ("text", "persons"),
    "bonds.tsv": ("kind", "text", "persons"),
    "cases.tsv": ("text", "persons"),
    "more_cases.tsv": ("text", "persons"),
    "name_forms.tsv": ("text", "persons"),
}


def documents() -> Iterator[dict[str, Any]]:
    """Yield each sentence with its persons: every place of their names and of their offices.

    An office that two persons hold counts for both wherever it stands.
    """
    for name, columns in TABLES.items():
        for row in read_table(HERE / name, columns):
            text, told = (cell.replace("\\n", "\n") for cell in row[-2:])
            yield {"id": name, "text": text, "persons": list(_persons(text, told))}


def _persons(text: str, told: str) -> Iterator[dict[str, Any]]:
    for part in told.split(" | "):
        name, _, offices = part.partition(" =")
        titles = [title.strip() for title in offices.split("; ") if title.strip()]
        yield {
            "mentions": [list(span) for span in _places(text, name.strip())],
            "positions": [
                {"start": start, "end": end}
                for title in titles
                for start, end in _places(text, title)
            ],
        }


def _places(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield every place where words stand in a text."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)
