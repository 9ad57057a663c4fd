"""What stands between a subject and its word of saying."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from vnpolitext.statements.hits import Hit
from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.oblique import is_parted
from vnpolitext.statements.parties import Party
from vnpolitext.statements.units import Unit
from vnpolitext.text.patterns import lazy_pattern

_FREE: Final = 4
_FIGURE: Final = lazy_pattern(r"\d[.:/]\d")
# Kinds of units in short: the stop behind them ends nothing (*UBND TP. Hồ Chí Minh*).
_SHORT_UNITS: Final = frozenset({"tp", "tx", "tt", "q", "h", "p"})
_NOTED: Final = lazy_pattern(r"\([^()]{0,120}\)")
_STRONG: Final = frozenset('.;:!?“”"«»')
# Words that lead to those to whom something is sent.
_SENT_TO: Final = frozenset({"gửi", "đến", "tới", "cho"})
# Words that join others to a subject.
_TOGETHER: Final = frozenset({"và", "cùng"})
_ALSO: Final = ["đồng", "thời"]
_JOINED: Final = frozenset({"và", "đồng", "nhưng", "song"})


class Between:
    """Tells of one sentence whether somebody stands beside a word of saying."""

    def __init__(self, unit: Unit, text: str, parties: list[Party], asides: dict[int, int]) -> None:
        """Prepare for a sentence, who is named in it, and the asides beside names."""
        self.unit = unit
        self.text = text
        self.parties = parties
        self._asides = asides

    def is_beside(self, party: Party, hit: Hit) -> bool:
        """Whether only adverbs, a few words or an occasion stand between subject and verb."""
        unit = self.unit
        begin = self._asides.get(party.end, party.end)
        gap = self._gap(party, begin, hit)
        if not (_STRONG.isdisjoint(gap) or _STRONG.isdisjoint(_FIGURE.sub("", gap))):
            return False
        if gap.count("(") != gap.count(")"):
            return False
        loose = self._loose(begin, hit)
        if loose <= 0 or loose > 4 * _FREE:
            return loose == 0
        commas = _NOTED.sub("", gap).count(",")
        if loose <= _FREE:
            return commas == 0
        opened = speech_rules().openers.match(unit.words, party.last)
        return opened is not None and commas in (0, 2)

    def _gap(self, party: Party, begin: int, hit: Hit) -> str:
        """Return what stands between somebody and a word of saying."""
        gap = self.text[begin : self.unit.starts[hit.first]]
        short = self.unit.words[party.last - 1] in _SHORT_UNITS
        return gap.removeprefix(".") if short else gap

    def issues(self, at: int) -> bool:
        """Whether words behind a subject tell of a paper that is given out."""
        words, rules = self.unit.words, speech_rules()
        papers = {party.first for party in self.parties if party.kind == "document"}
        while at < len(words) and self._issued(at) is None:
            given = rules.issuing.match(words, at)
            if given is not None and at + given[0] in papers:
                return True
            found = rules.adverbs.match(words, at)
            if found is None:
                return False
            at += found[0]
        return at < len(words)

    def _issued(self, at: int) -> tuple[int, bool] | None:
        """Return the number of words that tell of a paper given out (*ban hành văn bản*)."""
        rules, words = speech_rules(), self.unit.words
        given = rules.issuing.match(words, at)
        paper = None if given is None else rules.papers.match(words, at + given[0])
        return None if given is None or paper is None else (given[0] + paper[0], True)

    def _addressee(self, at: int) -> int | None:
        """Return the number behind those to whom something is sent, if a word leads to them."""
        if self.unit.words[at] not in _SENT_TO:
            return None
        number = bisect_right(self.parties, at, key=lambda party: party.first)
        party = self.parties[number] if number < len(self.parties) else None
        return party.last if party is not None and party.first <= at + 2 else None

    def _is_joint(self, at: int, hit: Hit) -> bool:
        """Whether others say it together with somebody (*ông A và các cộng sự cho biết*)."""
        rules, words = speech_rules(), self.unit.words
        if hit.first - at > 2 * _FREE:
            return False
        if rules.quantities.match(words, at + 1) is None:
            return False
        return rules.clausal.isdisjoint(words[at + 2 : hit.first])

    def _loose(self, begin: int, hit: Hit) -> int:
        """Return how many words between subject and verb are no adverbs, -1 if one joins a clause.

        What stands in brackets does not count (*ông A (Bí thư xã) cho biết*); more than matter are
        not counted.
        """
        unit, rules = self.unit, speech_rules()
        at, read = bisect_left(unit.starts, begin), begin
        loose = depth = 0
        while at < hit.first and loose <= 4 * _FREE:
            start = unit.starts[at]
            depth += self.text.count("(", read, start) - self.text.count(")", read, start)
            read = start
            known = rules.adverbs.match(unit.words, at) or self._issued(at)
            said = rules.cues.match(unit.words, at) if known is None and loose == 0 else None
            told = self._addressee(at)
            if depth > 0:
                at += 1
            elif loose == 0 and unit.words[at : at + 2] == _ALSO and not is_parted(unit, at):
                at += 2
            elif told is not None:
                at = told
            elif unit.words[at] in _TOGETHER and self._is_joint(at, hit):
                at = hit.first
            elif unit.words[at] in _JOINED:
                return -1
            elif known is not None or said is not None:
                at += (known or said or (1,))[0]
            else:
                loose += 1
                at += 1
        return loose
