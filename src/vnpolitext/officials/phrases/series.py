"""Names by their neighbours: what stands in a list or a column of names is one itself.

So people are found whose family name no table knows, or whose name is that of a commune too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Final

from vnpolitext.officials.phrases.boxed import may_be
from vnpolitext.officials.phrases.elements import Element, Name, Office
from vnpolitext.officials.phrases.full_names import is_name
from vnpolitext.officials.phrases.run import Run
from vnpolitext.officials.phrases.slots import Slots
from vnpolitext.officials.words.tokens import Tokens

_JOINED: Final = frozenset({",", ";", "và"})
_AFTER: Final = frozenset({"\n", ",", "(", "|", ":", "-"})
_WORDS: Final = frozenset("Ul")
_LINE_ENDS: Final[tuple[list[str], ...]] = (["\n"], ["("], ["["], [","], [])
_EDGES: Final = frozenset({"|", "\n"})
_LONGEST_PREFIX: Final = 3
_FEWEST_CELLS: Final = 3
_SHORTEST: Final = 2
_LONGEST: Final = 4


def in_series(
    tokens: Tokens, elements: Sequence[Element], passed: Iterable[tuple[int, int]]
) -> list[Name]:
    """Return the names among runs of capitals that stand in a list or a column of names.

    Args:
        tokens: The tokens.
        elements: Names and offices found at the first look.
        passed: Runs of capitals read as nothing, as ``(first, last)``.
    """
    names = [each for each in elements if isinstance(each, Name) and each.last - each.first > 1]
    runs = [
        Run(tokens, first, last, first)
        for first, last in passed
        if _SHORTEST <= last - first <= _LONGEST
    ]
    if not runs:
        return []
    offices = {each.last: each.first for each in elements if isinstance(each, Office)}
    told = [run for run in runs if _holds_line(run, offices)]
    if len(names) < 2:
        return [Name(run.first, run.last, run.first) for run in told]
    series = _Series(tokens, names, runs)
    slots = Slots(tokens, elements)
    fits = slots.fill(
        (run.first, run.last)
        for run in runs
        if slots.has(run.first, run.last) and may_be(run, is_foreign=True)
    )
    return [
        Name(run.first, run.last, run.first)
        for run in runs
        if run in told or (run.first, run.last) in fits or (series.has(run) and may_be(run))
    ]


def _holds_line(run: Run, offices: Mapping[int, int]) -> bool:
    """Return whether a run ends the line that an office and a colon open (*- Chủ tịch: X*)."""
    words, colon = run.tokens.words, run.first - 1
    if words[colon : run.first] != [":"] or colon not in offices:
        return False
    lead = offices[colon]
    while lead and run.tokens.kinds[lead - 1] == "p" and words[lead - 1] not in _EDGES:
        lead -= 1
    opens = lead == 0 or words[lead - 1] in _EDGES
    return opens and words[run.last : run.last + 1] in _LINE_ENDS and may_be(run)


class _Series:
    """The lists and columns that the names of a text form."""

    def __init__(self, tokens: Tokens, names: list[Name], runs: list[Run]) -> None:
        self._tokens = tokens
        self._ends = {name.last for name in names}
        self._starts = {first for name in names for first in (name.lead, name.first)}
        kinds = [*tokens.kinds, "n"]
        breaks = [0, *(at + 1 for at in tokens.places("\n") if kinds[at] == "n")]
        self._lines = [at for at in breaks if kinds[at] != "n"]
        self._bars = tokens.places("|")
        self._filled = [at for at in self._bars if tokens.words[at + 1 : at + 2] != ["|"]]
        self._tables = list(accumulate(range(len(self._lines)), self._table))
        self._heads = {
            line: prefix
            for name in names
            if (prefix := self._prefix(line := self._line(name.lead), name.lead)) is not None
        }
        cells = (self._cell(name.lead, name.last) for name in names if self._bars)
        self._columns = Counter(cell for cell in cells if cell is not None)
        others = ((self._cell(run.first, run.last), run) for run in runs if self._bars)
        self._others = Counter(cell for cell, run in others if cell is not None and may_be(run))

    def has(self, run: Run) -> bool:
        """Return whether a run stands among names."""
        return self._is_listed(run) or self._opens_line(run) or self._fills_column(run)

    def _is_listed(self, run: Run) -> bool:
        """Return whether names stand on both sides, or on one of what has the form of a name."""
        words = self._tokens.words
        left = words[run.first - 1] in _JOINED and run.first - 1 in self._ends
        right = words[run.last : run.last + 1] != [] and words[run.last] in _JOINED
        right = right and run.last + 1 in self._starts
        return (left and right) or ((left or right) and len(run) > 2 and self._is_full(run))

    def _is_full(self, run: Run) -> bool:
        return is_name(self._tokens, run.first, run.last) and not run.is_place

    def _opens_line(self, run: Run) -> bool:
        """Return whether the lines before and after begin with a name in the same way."""
        words = self._tokens.words
        if run.last < len(words) and words[run.last] not in _AFTER:
            return False
        line = self._line(run.first)
        prefix = self._prefix(line, run.first)
        if prefix is None:
            return False
        beside = [self._heads.get(line - 1) == prefix, self._heads.get(line + 1) == prefix]
        return all(beside) or (any(beside) and bool(prefix) and self._is_full(run))

    def _fills_column(self, run: Run) -> bool:
        """Return whether most cells of a column are names."""
        cell = self._cell(run.first, run.last)
        return cell is not None and self._columns[cell] >= max(2, self._others[cell])

    def _line(self, at: int) -> int:
        """Return the number of the line in which a token stands."""
        return bisect_right(self._lines, at) - 1

    def _prefix(self, line: int, at: int) -> tuple[str, ...] | None:
        """Return the marks that open a line before ``at``, ``None`` if words do."""
        first = self._lines[line]
        if at - first > _LONGEST_PREFIX or not _WORDS.isdisjoint(self._tokens.kinds[first:at]):
            return None
        marks = self._tokens.words[first:at]
        return tuple("1" if word[0].isdigit() else word for word in marks)

    def _cell(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the table and the column of the cell that a run fills, if it does."""
        words = self._tokens.words
        if not first or words[first - 1] != "|" or words[last : last + 1] != ["|"]:
            return None
        line = self._line(first)
        start, end = self._lines[line], self._tokens.line_end(first)
        if _count(self._filled, start, end - 1) < _FEWEST_CELLS:
            return None
        return self._tables[line], _count(self._bars, start, first)

    def _table(self, table: int, line: int) -> int:
        """Return the first line of the table of ``line``, ``table`` being that of the one above."""
        return table if self._tokens.words[self._lines[line - 1]] == "|" else line


def _count(places: list[int], start: int, end: int) -> int:
    return bisect_left(places, end) - bisect_left(places, start)
