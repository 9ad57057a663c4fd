"""Interviews and dialogues: lines that a label opens (*PV: …*, *Ông A: …*)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from vnpolitext.layout import Page
from vnpolitext.statements.drafts import Draft
from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.parties import Parties, Party
from vnpolitext.statements.units import Unit
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import bodies

_COLON: Final = lazy_pattern(r":(?=[ \n]{0,3}[^\d\s/])")
_EDGES: Final = ("\n", ". ", "? ", "! ", "… ", "” ", '" ')
# Words by which a question addresses somebody.
_ADDRESS: Final = lazy_pattern(r"(?<!\w)(?:ông|bà|đồng chí|anh|chị|bác|bộ trưởng|giáo sư)(?!\w)")
_MARKS: Final = " \n-–*+•"
_ITEM: Final = lazy_pattern(r"[ *#]{0,4}(?:\d{1,2}|[a-zđ])[.)/] ")
_REACH: Final = 70
_WORDS: Final = 9
_LONG: Final = 60
_NEAR: Final = 6
# Characters before a name that only address whoever holds an office (*Chủ tịch: Đại tá A*).
_HELD: Final = 24
_HUMAN: Final = frozenset({"name", "office", "person", "pronoun"})


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a line: who asks or answers, and where the words begin.

    Attributes:
        party: Who it names.
        at: Index of the first character of the label.
        start: Index of the first character behind the colon.
        asks: Whether it is the one who asks.
        is_short: Whether little is said in its line, as in a list of names and notes, or first of
            all who holds the office before the colon.
        is_item: Whether it opens an item of a list, as where it is told who does what.
    """

    party: Party
    at: int
    start: int
    asks: bool
    is_short: bool = False
    is_item: bool = False


class Dialogue:
    """The labels of a text, where it is an interview or a dialogue."""

    def __init__(self, page: Page, lower: str, parties: Parties) -> None:
        """Look for labels at the beginnings of sentences, and for questions in bold."""
        self.text = page.text
        self._lower = lower
        self._parties = parties
        found = self._labels()
        asked = sum(label.asks for label in found)
        found = [label for label in found if asked or not (label.is_short or label.is_item)]
        voices = {self.text[label.party.start : label.party.end] for label in found}
        talks = len(voices) > 1 and (asked > 0 or len(found) > 2)
        self._known = found if talks else []
        self._starts = [label.at for label in self._known]
        self._bold = [] if talks else self._questions(page)
        self._guest = self._interviewed() if self._bold else None

    def __bool__(self) -> bool:
        """Whether the text is a dialogue."""
        return bool(self._known or self._bold)

    def open(self, unit: Unit, last: Draft | None) -> Draft | None:
        """Return what begins to be said with a unit, if another voice sets in."""
        number = bisect_left(self._starts, unit.start)
        if number < len(self._starts) and self._starts[number] <= unit.start + _NEAR:
            label = self._known[number]
            polarity = "asks" if label.asks else "asserts"
            return Draft(label.start, unit.end, label.party, None, "direct", polarity, "dialogue")
        asks = last is not None and last.rule == "interview" and last.polarity == "asks"
        if any(start <= unit.start < end for start, end in self._bold):
            if asks and last is not None and unit.start - last.end < _NEAR:
                return None
            return Draft(unit.start, unit.end, None, None, "direct", "asks", "interview")
        if asks:
            return Draft(unit.start, unit.end, self._guest, None, "direct", "asserts", "interview")
        return None

    def _labels(self) -> list[Label]:
        found = []
        for match in _COLON.finditer(self.text):
            end = match.start()
            floor = max(0, end - _REACH)
            begin = max(self.text.rfind(edge, floor, end) for edge in _EDGES) + 1
            if not begin and floor:
                continue
            begin = max(begin, floor)
            while begin < end and self.text[begin] in _MARKS:
                begin += 1
            label = self._label(begin, end)
            if label is not None:
                found.append(label)
        return found

    def _label(self, begin: int, end: int) -> Label | None:
        words = self.text[begin:end]
        is_open = words.count("(") > words.count(")")
        if begin >= end or is_open or any(mark in words for mark in ",;“"):
            return None
        unit = Unit(self._lower, begin, end, 0, "", [])
        if not 0 < len(unit.words) <= _WORDS:
            return None
        rules = speech_rules()
        start = end + 1
        while start < len(self.text) and self.text[start] in " \n":
            start += 1
        for table, asks in ((rules.asking, True), (rules.answering, False)):
            size = table.match(unit.words, 0)
            whole = size is not None and size[0] == len(unit.words)
            if size is not None and (whole or (asks and not _is_body(unit.words, size[0]))):
                party = Party(begin, end, "crowd", 0, len(unit.words))
                return Label(party, begin, start, asks)
        is_short = len(self.text) - start < _LONG
        is_short = is_short or self.text.find("\n", start, start + _LONG) >= 0
        named = [party for party in self._parties.read(unit) if party.kind in _HUMAN]
        if not named or named[0].first > 2:
            return None
        if any(
            rules.cues.match(unit.words, at)
            for at in {0, *range(len(unit.words) - 2, len(unit.words))}
        ):
            return None
        party = max(named, key=lambda each: each.rank)
        holder = party.kind == "office" and bool(self._parties.within(start, start + _HELD))
        is_short = is_short or holder
        near = max(0, begin - _NEAR)
        line = self.text[(self.text.rfind("\n", near, begin) + 1 or near) : party.start]
        is_item = _ITEM.match(line) is not None
        return Label(party, begin, start, asks=False, is_short=is_short, is_item=is_item)

    def _questions(self, page: Page) -> list[tuple[int, int]]:
        """Return the lines in bold that ask, if there are several."""
        found = []
        for start in page.paragraphs.headings:
            end = self.text.find("\n", start)
            end = end if end >= 0 else len(self.text)
            if self.text[start:end].rstrip(' *”"').endswith("?"):
                found.append((start, end))
        speaks = any(_ADDRESS.search(self._lower, *line) for line in found)
        return found if len(found) > 1 and speaks else []

    def _interviewed(self) -> Party | None:
        """Return the last person named before the first question."""
        before = self._parties.before(self._bold[0][0])
        if not before:
            return None
        start, end, number = before[-1]
        return Party(start, end, "name", 0, 0, number)


def _is_body(words: list[str], at: int) -> bool:
    """Whether words are a body in short with whose it is, and nobody who asks (*BTV Tỉnh ủy*)."""
    owned = words[at : at + 1] == ["của"] or bodies().match(words, at) is not None
    return owned and bodies().match(words, 0) is not None
