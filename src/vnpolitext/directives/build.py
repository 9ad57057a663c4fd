"""Building nested lists from possible markers."""

from dataclasses import dataclass, field
from typing import Final

from vnpolitext.directives.layout import Layout
from vnpolitext.directives.rules import marker_rules
from vnpolitext.directives.scan import Candidate, Reading

Key = tuple[str, str, bool]
STRUCTURE: Final = frozenset({"part", "chapter", "section", "article"})
_WORDS: Final = frozenset({"spelled", "ordinal"})
_LONGEST_GAP: Final = 4


@dataclass(slots=True, eq=False)
class Item:
    """One item while lists are built, in folded offsets."""

    candidate: Candidate
    number: int
    home: "Chain"
    children: list["Chain"] = field(default_factory=list)
    end: int = -1


@dataclass(slots=True, eq=False)
class Chain:
    """A list while it is built.

    Attributes:
        key: What all its markers have in common.
        kind: Kind of its markers.
        parent: The item it stands in.
        items: Its items so far.
        closed: Where the text that closed the list begins.
    """

    key: Key
    kind: str
    parent: Item | None
    items: list[Item] = field(default_factory=list)
    closed: int = -1

    @property
    def last(self) -> Item:
        """The newest item."""
        return self.items[-1]


def build_chains(layout: Layout, candidates: list[Candidate]) -> list[Chain]:
    """Return every list the candidates make, also those of one item, in text order."""
    return _Builder(layout, candidates).build()


class _Builder:
    """Reads candidates in text order and keeps the stack of open lists."""

    def __init__(self, layout: Layout, candidates: list[Candidate]) -> None:
        self.layout = layout
        self.candidates = candidates
        self.chains: list[Chain] = []
        self.stack: list[Chain] = []
        self.following = _links(candidates)

    def build(self) -> list[Chain]:
        for candidate in self.candidates:
            self._place(candidate)
        self._close(0, len(self.layout.text))
        return self.chains

    def _place(self, candidate: Candidate) -> None:
        for reading in candidate.readings:
            depth = self._continued(candidate, reading)
            if depth is not None:
                self._append(depth, candidate, reading)
                return
        for reading in candidate.readings:
            if reading.number == 1 and self._may_start(candidate, reading):
                self._open(candidate, reading)
                return
        if candidate.at_line and not self._place_gap(candidate):
            self._place_orphan(candidate)

    def _place_gap(self, candidate: Candidate) -> bool:
        """Continue a list over missing numbers or with a doubled one."""
        for reading in candidate.readings:
            key = key_of(candidate, reading)
            for depth, chain in enumerate(self.stack):
                if chain.key != key or candidate.path[:-1] != chain.last.candidate.path[:-1]:
                    continue
                step = reading.number - chain.last.number
                expected = self._next_number(candidate, reading) == chain.last.number + 1
                if 0 <= step <= _LONGEST_GAP and not (step and expected):
                    self._append(depth, candidate, reading)
                    return True
        return False

    def _place_orphan(self, candidate: Candidate) -> None:
        """Open a list whose beginning is not in the text, if it goes on."""
        for reading in candidate.readings:
            goes_on = self._next_number(candidate, reading) == reading.number + 1
            heading = reading.kind in ("roman", "arabic") and not self.stack
            if reading.kind in STRUCTURE or goes_on or heading:
                self._open(candidate, reading)
                return

    def _continued(self, candidate: Candidate, reading: Reading) -> int | None:
        """The depth of the open list that ``candidate`` continues."""
        key = key_of(candidate, reading)
        for depth in range(len(self.stack) - 1, -1, -1):
            chain = self.stack[depth]
            words = {chain.kind, reading.kind} <= _WORDS
            if (chain.key == key or words) and _follows(chain.last.candidate, candidate, reading):
                text = self.layout.text
                apart = "\n" in text[chain.last.candidate.start : candidate.start]
                if candidate.at_line or words or not apart:
                    return depth
        return None

    def _may_start(self, candidate: Candidate, reading: Reading) -> bool:
        if candidate.at_line:
            return True
        other = self._next(candidate, reading)
        if other is None or self._next_number(candidate, reading) != 2:
            return False
        return (
            candidate.form == "word"
            or other.at_line
            or "\n" not in self.layout.text[candidate.start : other.start]
        )

    def _next(self, candidate: Candidate, reading: Reading) -> Candidate | None:
        index = self.following[candidate.index].get(key_of(candidate, reading), -1)
        return self.candidates[index] if index >= 0 else None

    def _next_number(self, candidate: Candidate, reading: Reading) -> int | None:
        other, key = self._next(candidate, reading), key_of(candidate, reading)
        if other is None:
            return None
        return next(r.number for r in other.readings if key_of(other, r) == key)

    def _goes_on(self, chain: Chain, index: int) -> bool:
        """Whether a candidate after ``index`` goes on with ``chain`` before it begins anew."""
        at = chain.last.candidate.index
        while 0 <= at <= index:
            at = self.following[at].get(chain.key, -1)
        if at < 0:
            return False
        other = self.candidates[at]
        reading = next(r for r in other.readings if key_of(other, r) == chain.key)
        return _follows(chain.last.candidate, other, reading)

    def _open(self, candidate: Candidate, reading: Reading) -> None:
        key = key_of(candidate, reading)
        rank = _rank(reading.kind, candidate)
        same = next((d for d, chain in enumerate(self.stack) if chain.key == key), None)
        if same is not None:
            self._close(same, candidate.line)
        while self.stack:
            top = self.stack[-1]
            if self._goes_on(top, candidate.index):
                break
            outer = _rank(top.kind, top.last.candidate) <= rank
            if outer and self._reaches(top.last, candidate, reading):
                break
            self._close(len(self.stack) - 1, candidate.line)
        parent = self.stack[-1].last if self.stack else None
        chain = Chain(key, reading.kind, parent)
        if parent is not None:
            parent.children.append(chain)
        self.chains.append(chain)
        self.stack.append(chain)
        chain.items.append(Item(candidate, reading.number, chain))

    def _reaches(self, item: Item, candidate: Candidate, reading: Reading) -> bool:
        """Whether the text of the last item of a list goes on up to ``candidate``."""
        if item.home.kind in STRUCTURE:
            return True
        layout, here = self.layout, candidate.line
        end = layout.paragraph_end(item.candidate.body, here)
        if end >= here - 1:
            return True
        inner = _rank(reading.kind, candidate) > _rank(item.home.kind, item.candidate)
        if not inner and not layout.is_open(item.candidate.body, end):
            return layout.next_paragraph(end + 1, here) is None
        at = layout.next_paragraph(end + 1, here)
        while at is not None:
            if layout.is_stop(at):
                return False
            at = layout.next_paragraph(layout.paragraph_end(at, here) + 1, here)
        return True

    def _append(self, depth: int, candidate: Candidate, reading: Reading) -> None:
        self._close(depth + 1, candidate.line)
        chain = self.stack[depth]
        chain.items.append(Item(candidate, reading.number, chain))

    def _close(self, depth: int, at: int) -> None:
        for chain in self.stack[depth:]:
            chain.closed = at
        del self.stack[depth:]


def key_of(candidate: Candidate, reading: Reading) -> Key:
    """Return what the markers of one list have in common."""
    depth = str(len(candidate.path)) if len(candidate.path) > 1 else ""
    return reading.kind + depth, candidate.form, candidate.quoted and candidate.form != "word"


def _links(candidates: list[Candidate]) -> list[dict[Key, int]]:
    """For every candidate, the next candidate of each of its keys."""
    following: list[dict[Key, int]] = [{} for _ in candidates]
    newest: dict[Key, int] = {}
    for index in range(len(candidates) - 1, -1, -1):
        candidate = candidates[index]
        keys = {key_of(candidate, reading) for reading in candidate.readings}
        following[index] = {key: newest.get(key, -1) for key in keys}
        newest.update(dict.fromkeys(keys, index))
    return following


def _rank(kind: str, candidate: Candidate) -> float:
    ranks = marker_rules().ranks
    if kind == "arabic" and candidate.form == "()":
        return ranks["bracketed"]
    if kind == "dotted":
        return ranks["dotted"] + len(candidate.path) / 10
    return ranks[kind]


def _follows(last: Candidate, new: Candidate, reading: Reading) -> bool:
    """Whether ``new`` has the number after ``last``."""
    if new.path[:-1] != last.path[:-1]:
        return False
    if reading.kind in ("letter", "capital"):
        rules = marker_rules()
        return any(last.letter + new.letter in order for order in (rules.vietnamese, rules.latin))
    number = next((r.number for r in last.readings if r.kind == reading.kind), None)
    if number is None:
        number = last.readings[0].number
    return reading.number == number + 1
