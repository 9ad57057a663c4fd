"""Building nested lists from possible markers."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from vnpolitext.directives.bounds import is_stop
from vnpolitext.directives.rules import marker_rules
from vnpolitext.directives.scan import ENDS, Candidate, Reading
from vnpolitext.layout import Page

Key = tuple[str, str, bool]
STRUCTURE: Final = frozenset({"part", "chapter", "section", "article"})
_WORDS: Final = frozenset({"spelled", "ordinal"})
_LONGEST_GAP: Final = 4


@dataclass(slots=True, eq=False)
class Item:
    """One item while lists are built, in folded offsets.

    Attributes:
        candidate: Its marker.
        number: Its number.
        home: The list it belongs to.
        children: The lists inside it.
        end: Where it ends.
        reached: How far its text is known to go on.
        is_stopped: Whether its text is known to go no further.
    """

    candidate: Candidate
    number: int
    home: "Chain"
    children: list["Chain"] = field(default_factory=list)
    end: int = -1
    reached: int = -1
    is_stopped: bool = False


@dataclass(slots=True, eq=False)
class Chain:
    """A list while it is built.

    Attributes:
        key: What all its markers have in common.
        kind: Kind of its markers.
        parent: The item it stands in.
        items: Its items so far.
        closed: Where the text that closed the list begins.
        is_note: Whether the list stands right behind the end of a document.
    """

    key: Key
    kind: str
    parent: Item | None
    items: list[Item] = field(default_factory=list)
    closed: int = -1
    is_note: bool = False

    @property
    def last(self) -> Item:
        """The newest item."""
        return self.items[-1]


class _Row(NamedTuple):
    """The candidates that may be of lists with one key, and how each is read then."""

    indices: list[int]
    readings: list[Reading]


def build_chains(page: Page, candidates: list[Candidate]) -> list[Chain]:
    """Return every list the candidates make, also those of one item, in text order."""
    return _Builder(page, candidates).build()


class _Builder:
    """Reads candidates in text order and keeps the stack of open lists."""

    def __init__(self, page: Page, candidates: list[Candidate]) -> None:
        self.page = page
        self.paragraphs = page.paragraphs
        self.candidates = candidates
        self.chains: list[Chain] = []
        self.stack: list[Chain] = []
        self.keys = _keys(candidates)
        self.rows = _rows(candidates, self.keys)
        self.after_end = False

    def build(self) -> list[Chain]:
        for candidate in self.candidates:
            self._place(candidate)
        self._close(0, len(self.page.view.text))
        return self.chains

    def _place(self, candidate: Candidate) -> None:
        if candidate.readings[0].kind in ENDS:
            self._close(0, candidate.line)
            self.after_end = candidate.readings[0].kind == "closing"
            return
        if candidate.quoted and candidate.readings[0].kind in STRUCTURE:
            return
        keys = self.keys[candidate.index]
        for reading, key in zip(candidate.readings, keys, strict=True):
            depth = self._continued(candidate, reading, key)
            if depth is not None:
                self._append(depth, candidate, reading)
                return
        for reading, key in zip(candidate.readings, keys, strict=True):
            if reading.number == 1 and self._may_start(candidate, key):
                self._open(candidate, reading, key)
                return
        if candidate.at_line and not self._place_gap(candidate):
            self._place_orphan(candidate)

    def _place_gap(self, candidate: Candidate) -> bool:
        """Continue a list over missing numbers or with a doubled one."""
        keys = self.keys[candidate.index]
        for reading, key in zip(candidate.readings, keys, strict=True):
            for depth, chain in enumerate(self.stack):
                if chain.key != key or candidate.path[:-1] != chain.last.candidate.path[:-1]:
                    continue
                step = reading.number - chain.last.number
                expected = self._next_number(candidate, key) == chain.last.number + 1
                last = chain.last.candidate
                if not last.at_line or self._is_announced(last, candidate):
                    continue
                if 0 <= step <= _LONGEST_GAP and not (step and expected):
                    self._append(depth, candidate, reading)
                    return True
        return False

    def _place_orphan(self, candidate: Candidate) -> None:
        """Open a list whose beginning is not in the text, if it goes on."""
        keys = self.keys[candidate.index]
        for reading, key in zip(candidate.readings, keys, strict=True):
            goes_on = self._next_number(candidate, key) == reading.number + 1
            if reading.kind == "ordinal" and not self._is_listed(candidate):
                continue
            heading = reading.kind in ("roman", "arabic") and not self.stack
            if reading.kind in STRUCTURE or goes_on or heading:
                self._open(candidate, reading, key)
                return

    def _is_listed(self, candidate: Candidate) -> bool:
        """Whether an ordinal without a first one is no day of the week: a comma or *là* follows."""
        after = self.page.view.lower[candidate.end : candidate.end + 4]
        return after.startswith((",", " là"))

    def _continued(self, candidate: Candidate, reading: Reading, key: Key) -> int | None:
        """The depth of the open list that ``candidate`` continues."""
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].key == key and self._goes_to(depth, candidate, reading):
                return depth
        if reading.kind in _WORDS:
            for depth in range(len(self.stack) - 1, -1, -1):
                is_word = self.stack[depth].kind in _WORDS
                if is_word and self._goes_to(depth, candidate, reading):
                    return depth
        return None

    def _goes_to(self, depth: int, candidate: Candidate, reading: Reading) -> bool:
        """Whether ``candidate`` is the next item of the open list at ``depth``."""
        last = self.stack[depth].last.candidate
        if not _follows(last, candidate, reading):
            return False
        if reading.kind in _WORDS or (last.at_line and candidate.at_line):
            return not self._is_new_excerpt(last, candidate)
        if candidate.at_line:
            return self._is_next_line(last, candidate)
        return not self.paragraphs.is_apart(last.start, candidate.start)

    def _is_next_line(self, last: Candidate, candidate: Candidate) -> bool:
        """Whether no whole paragraph stands between an item in a line and ``candidate``."""
        end = self.paragraphs.end(last.body, candidate.line)
        return self.paragraphs.following(end + 1, candidate.line) is None

    def _is_new_excerpt(self, last: Candidate, candidate: Candidate) -> bool:
        """Whether a heading and an announcement part ``candidate`` from the list before it."""
        paragraphs = self.paragraphs
        if not paragraphs.has_heading(last.line + 1, candidate.line):
            return False
        at = candidate.line
        for _ in range(2):
            found = paragraphs.above(at)
            if found is None or found[0] <= last.line:
                return False
            if paragraphs.announces(*found) or paragraphs.is_ellipsis(*found):
                return True
            at = found[0]
        return False

    def _is_announced(self, last: Candidate, candidate: Candidate) -> bool:
        """Whether a heading or an announcement stands between two items."""
        paragraphs = self.paragraphs
        if paragraphs.has_heading(last.line + 1, candidate.line):
            return True
        at = candidate.line
        for _ in range(2):
            found = paragraphs.above(at)
            if found is None or found[0] <= last.line:
                return False
            if paragraphs.announces(*found):
                return True
            at = found[0]
        return False

    def _may_start(self, candidate: Candidate, key: Key) -> bool:
        if candidate.at_line:
            return True
        found = self._next(key, candidate.index)
        if found is None or found[1].number != 2:
            return False
        return (
            candidate.form == "word"
            or found[0].at_line
            or not self.paragraphs.is_apart(candidate.start, found[0].start)
        )

    def _next(self, key: Key, index: int) -> tuple[Candidate, Reading] | None:
        """Return the first candidate after ``index`` that may be of lists with ``key``."""
        row = self.rows[key]
        at = bisect_right(row.indices, index)
        if at == len(row.indices):
            return None
        return self.candidates[row.indices[at]], row.readings[at]

    def _next_number(self, candidate: Candidate, key: Key) -> int | None:
        found = self._next(key, candidate.index)
        return None if found is None else found[1].number

    def _goes_on(self, chain: Chain, index: int) -> bool:
        """Whether a candidate after ``index`` goes on with ``chain`` before it begins anew."""
        found = self._next(chain.key, index)
        return found is not None and _follows(chain.last.candidate, *found)

    def _open(self, candidate: Candidate, reading: Reading, key: Key) -> None:
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
            if self._is_introduced(top, candidate, key):
                break
            self._close(len(self.stack) - 1, candidate.line)
        parent = self.stack[-1].last if self.stack else None
        chain = Chain(key, reading.kind, parent, is_note=self.after_end and parent is None)
        self.after_end = False
        if parent is not None:
            parent.children.append(chain)
        self.chains.append(chain)
        self.stack.append(chain)
        chain.items.append(Item(candidate, reading.number, chain))

    def _is_introduced(self, chain: Chain, candidate: Candidate, key: Key) -> bool:
        """Whether the last item of ``chain`` announces a list and ``candidate`` is right below it.

        Against custom (Roman numerals inside Arabic ones) only this, or the same in an item
        before, makes a list an inner one.
        """
        item = chain.last
        end = self.paragraphs.end(item.candidate.body, candidate.line)
        if self.paragraphs.following(end + 1, candidate.line) is not None:
            return False
        usual = len(chain.items) > 1 and any(c.key == key for c in chain.items[-2].children)
        return usual or self.paragraphs.announces(item.candidate.body, end)

    def _reaches(self, item: Item, candidate: Candidate, reading: Reading) -> bool:
        """Whether the text of the last item of a list goes on up to ``candidate``."""
        if item.home.kind in STRUCTURE:
            return True
        paragraphs, here = self.paragraphs, candidate.line
        end = paragraphs.end(item.candidate.body, here)
        if end >= here - 1:
            return True
        inner = _rank(reading.kind, candidate) > _rank(item.home.kind, item.candidate)
        if not inner and not paragraphs.is_open(item.candidate.body, end):
            return paragraphs.following(end + 1, here) is None
        at = paragraphs.following(max(end + 1, item.reached), here)
        while at is not None and not item.is_stopped:
            item.is_stopped = is_stop(self.page, at)
            item.reached = paragraphs.end(at, here) + 1
            at = paragraphs.following(item.reached, here)
        return not item.is_stopped

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


def _keys(candidates: list[Candidate]) -> list[tuple[Key, ...]]:
    """The keys of every candidate, one for each reading; most candidates have those of others."""
    known: dict[tuple[tuple[Reading, ...], str, bool, int], tuple[Key, ...]] = {}
    keys: list[tuple[Key, ...]] = []
    for each in candidates:
        alike = each.readings, each.form, each.quoted, len(each.path)
        found = known.get(alike)
        if found is None:
            found = known[alike] = tuple(key_of(each, one) for one in each.readings)
        keys.append(found)
    return keys


def _rows(candidates: list[Candidate], keys: list[tuple[Key, ...]]) -> dict[Key, _Row]:
    """The candidates of every key, in text order."""
    rows: dict[Key, _Row] = {}
    for candidate, own in zip(candidates, keys, strict=True):
        for key, reading in zip(own, candidate.readings, strict=True):
            row = rows.setdefault(key, _Row([], []))
            if row.indices[-1:] != [candidate.index]:
                row.indices.append(candidate.index)
                row.readings.append(reading)
    return rows


def _rank(kind: str, candidate: Candidate) -> float:
    ranks = marker_rules().ranks
    if kind == "arabic" and candidate.form == "()":
        return ranks["bracketed"]
    if kind == "dotted":
        return ranks["dotted"] + len(candidate.path) / 10
    return ranks[kind]


def _follows(last: Candidate, new: Candidate, reading: Reading) -> bool:
    """Whether ``new`` has the number after ``last``."""
    if (new.path or last.path) and new.path[:-1] != last.path[:-1]:
        return False
    if reading.kind in ("letter", "capital"):
        rules = marker_rules()
        return any(last.letter + new.letter in order for order in (rules.vietnamese, rules.latin))
    return reading.number == _number_as(reading.kind, last) + 1


def _number_as(kind: str, candidate: Candidate) -> int:
    """Return the number of a candidate, read as of a kind if it can be."""
    for reading in candidate.readings:
        if reading.kind == kind:
            return reading.number
    return candidate.readings[0].number
