"""What the readers of formats give: a text, metadata, and the roles its markup has told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any, Final

from vnpolitext.articles.mending import mend_lines
from vnpolitext.articles.sides import in_columns
from vnpolitext.articles.symbols import show_symbols
from vnpolitext.layout import Block, part_of

_Line = tuple[str, str | None, int]
_SINGLE: Final = frozenset({"title", "lead"})
_STRONGER: Final = frozenset({"title", "byline", "signature"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as the reader of its format gives it.

    Attributes:
        text: The text.
        metadata: What the file says about itself.
        roles: Stretches of the text whose kind the markup tells, in text order.
    """

    text: str
    metadata: dict[str, Any] = field(default_factory=dict)
    roles: tuple[Block, ...] = ()


class Draft:
    """The lines of a text while it is put together, with the kind of those that have one."""

    def __init__(self) -> None:
        """Begin with no line."""
        self._lines: list[_Line] = []

    def add(self, line: str, kind: str | None = None, mark: str = "") -> None:
        """Add a line, or several parted by breaks.

        Args:
            line: The words.
            kind: The kind of block they are, where the markup tells.
            mark: What stands before the words and is not part of the block.

        A table ends with a blank line, so that what follows is no row of it.
        """
        if kind != "table" and line.strip() and self._lines and self._lines[-1][1] == "table":
            self._lines.append(("", None, 0))
        self._lines.append((mark + show_symbols(line), kind, len(mark)))

    def reading(self, metadata: dict[str, Any] | None = None) -> Reading:
        """Return the lines as one text; blank lines at its edges go."""
        known = dict(metadata or {})
        lines = self._lines
        if mended := mend_lines([line for line, _, _ in lines]):
            known["encoding"] = mended[1]
            lines = [
                (line, kind, skip) for line, (_, kind, skip) in zip(mended[0], lines, strict=True)
            ]
        lines = _in_columns(lines)
        while lines and not lines[0][0].strip():
            lines = lines[1:]
        while lines and not lines[-1][0].strip():
            lines = lines[:-1]
        at = 0
        roles: list[Block] = []
        for line, kind, skip in lines:
            words = line[skip:].strip()
            if kind is not None and words:
                start = at + line.index(words, skip)
                roles.append(Block(start, start + len(words), words, kind, part_of(kind)))
            at += len(line) + 1
        text = "\n".join(line for line, _, _ in lines)
        return Reading(text, known, tuple(_in_runs(roles, text)))


def _in_columns(lines: list[_Line]) -> list[_Line]:
    found: list[_Line] = []
    for is_plain, run in groupby(lines, key=lambda line: line[1] is None):
        if is_plain:
            found += ((text, None, 0) for text in in_columns([line[0] for line in run]))
        else:
            found += run
    return found


def _in_runs(roles: list[Block], text: str) -> list[Block]:
    """Return the roles with the rows of a table as one."""
    found: list[Block] = []
    for role in roles:
        last = found[-1] if found else None
        if last and role.kind == last.kind == "table" and role.start == last.end + 1:
            found[-1] = Block(last.start, role.end, text[last.start : role.end], "table")
        else:
            found.append(role)
    return found


def assign_roles(blocks: Sequence[Block], roles: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with the roles in place of what they cover.

    A block that a role cuts keeps its kind on both sides; where the markup tells the title or the
    lead, no other block is one.

    Example:
        >>> block = Block(0, 7, "A. B. C", "paragraph")
        >>> [(b.text, b.kind) for b in assign_roles([block], [Block(3, 5, "B.", "heading")])]
        [('A.', 'paragraph'), ('B.', 'heading'), ('C', 'paragraph')]
    """
    outer = [block for block in blocks if block.parent is None]
    roles = _that_hold(outer, roles)
    if not roles:
        return tuple(blocks)
    found: list[Block] = list(roles)
    told = {role.kind for role in roles} & _SINGLE
    at = 0
    for block in outer:
        start = block.start
        if block.kind in told:
            block = replace(block, kind="paragraph")  # noqa: PLW2901
        while at < len(roles) and roles[at].end <= start:
            at += 1
        inside = at
        while inside < len(roles) and roles[inside].start < block.end:
            _keep(found, block, start, roles[inside].start)
            start = max(start, roles[inside].end)
            inside += 1
        _keep(found, block, start, block.end)
    return _with_rows(sorted(found, key=lambda block: block.start), blocks)


def _with_rows(outer: Sequence[Block], blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with the rows of tables and their cells, as they were read, inside."""
    within = [(at, block) for at, block in enumerate(blocks) if block.parent is not None]
    found: list[Block] = []
    number = 0
    for block in outer:
        places: dict[int | None, int] = {}
        table = len(found)
        found.append(block)
        while number < len(within) and within[number][1].start < block.end:
            at, inner = within[number]
            number += 1
            if block.kind != "table" or not block.start <= inner.start <= inner.end <= block.end:
                continue
            parent = table if inner.kind == "row" else places.get(inner.parent)
            if parent is not None:
                places[at] = len(found)
                found.append(replace(inner, parent=parent))
    return tuple(found)


def _that_hold(blocks: Sequence[Block], roles: Sequence[Block]) -> list[Block]:
    """Return the roles without headings that the page shows to be its title or a signature."""
    found: list[Block] = []
    at = 0
    for role in roles:
        while at < len(blocks) and blocks[at].end <= role.start:
            at += 1
        under = blocks[at].kind if at < len(blocks) and blocks[at].start < role.end else ""
        if role.kind != "heading" or under not in _STRONGER:
            found.append(role)
    return found


def _keep(found: list[Block], block: Block, start: int, end: int) -> None:
    text = block.text[start - block.start : end - block.start]
    words = text.strip()
    if words.strip("#•-* "):
        start += text.index(words)
        found.append(Block(start, start + len(words), words, block.kind, block.part))
