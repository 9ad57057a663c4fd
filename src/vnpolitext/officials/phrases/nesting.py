"""Bodies that belong to others: which kinds of them are parts, and of which they are parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vnpolitext.models import model_file, per_choice, read_table
from vnpolitext.officials.phrases.elements import Office
from vnpolitext.vocabulary import Entry

_DEPUTY: Final = "phó "


def holds(office: Office, entry: Entry) -> bool:
    """Return whether the body of an office is of a kind that is part of a body ``entry`` begins.

    *Trưởng phòng Hành chính* is of a *phòng*, which a *Trung tâm* has.
    """
    return 0 < part_size(office) < whole_size(entry)


def part_size(office: Office) -> int:
    """Return how large the body of an office is among parts of bodies, 0 if it is no part.

    It is that of the last of its bodies, or else of its office word (*trưởng phòng*).
    """
    for _, _, entry in reversed(office.parts):
        size = _sizes_of(entry.text) if entry is not None else None
        if size is not None:
            return size[0]
    own = office.head.text.removeprefix(_DEPUTY)
    sizes = (part for kind, (part, _) in _nesting().items() if own.endswith(kind))
    begun = _sizes_of(own)
    return begun[0] if begun is not None else max(sizes, default=0)


def whole_size(entry: Entry) -> int:
    """Return how large a body that ``entry`` begins is among those that have parts, or 0."""
    size = _sizes_of(entry.text)
    return size[1] if size is not None else 0


def _sizes_of(text: str) -> tuple[int, int] | None:
    """Return the sizes of the longest kind with which the name of a body begins."""
    words = text.split()
    known = _nesting()
    found = (known.get(" ".join(words[:size])) for size in range(len(words), 0, -1))
    return next((size for size in found if size is not None), None)


@per_choice
def _nesting() -> Mapping[str, tuple[int, int]]:
    """Return by kind of body its size as a part and as a whole, 0 where it is not one."""
    rows = read_table(model_file("offices", "vietnam", "nesting.tsv"), ("kind", "part", "whole"))
    return {kind: (_size(part), _size(whole)) for kind, part, whole in rows}


def _size(cell: str) -> int:
    return 0 if cell == "-" else int(cell)
