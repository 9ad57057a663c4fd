"""The words of saying in a sentence, and who their subject is."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from vnpolitext.statements.lexicon import Cue, speech_rules
from vnpolitext.statements.parties import Parties, Party
from vnpolitext.statements.quotes import Quotes
from vnpolitext.statements.units import Unit

_FREE: Final = 4
_FIGURE: Final = re.compile(r"\d[.:/]\d")
_STRONG: Final = '.;:!?“”"«»'
_CREDITS: Final = frozenset({"ảnh", "nguồn"})
_JOINED: Final = frozenset({"và", "đồng", "nhưng", "song"})
_SOFT: Final = frozenset(" ,-()\n")
# Those who stand in no apposition.
_LOOSE: Final = frozenset({"report", "crowd"})
_LONGEST_GAP: Final = 40
_LONGEST_NAME: Final = 4
_LONGEST_NOUN: Final = 6
# Words that are in no noun phrase: a clause ends before the word of saying.
_VERBAL: Final = frozenset(
    {
        "là",
        "đã",
        "sẽ",
        "đang",
        "được",
        "bị",
        "có",
        "phải",
        "cần",
        "khi",
        "nếu",
        "mà",
        "thì",
        "rằng",
        "này",
    }
    | {"tôi", "ai", "gì", "không", "chưa", "xem", "đó", "cũng", "hơn", "rất", "vẫn", "nên"}
)
_NAMED: Final = frozenset({"name", "person"})
# Words behind which somebody can head a part of a sentence without a comma before.
_LEADING: Final = frozenset({"theo", "lời", "rằng", "nay", "đó"})
_REPORTERS: Final = frozenset({"report", "document"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of saying in a unit.

    Attributes:
        cue: What the table says of it.
        first: Index of its first word.
        last: Index after its last word.
    """

    cue: Cue
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Subject:
    """Who says it, and where the words that name them begin.

    Attributes:
        party: The one of the names in apposition that names them best.
        start: Index of the first character of all of them.
        end: Index after the last one.
        is_beside: Whether only adverbs stand between them and the word of saying.
    """

    party: Party
    start: int
    end: int
    is_beside: bool


class Clauses:
    """One sentence read for its words of saying."""

    def __init__(self, unit: Unit, text: str, quotes: Quotes, parties: Parties) -> None:
        """Read a unit: its words of saying, and if there are any, who is named in it."""
        self.unit = unit
        self.text = text
        self.hits = _hits(unit, quotes)
        bare = not self.hits and not quotes.within(unit.start, unit.end)
        alone = bare and ":" not in unit.lower[unit.start : unit.end]
        named = [] if alone else parties.read(unit)
        self.parties = [
            party
            for party in named
            if not _inside(quotes, party.start, unit) and not _is_bracketed(text, unit, party)
        ]
        self.chains = _chains(self.parties, unit, text)
        self.quoted = [party for party in named if _inside(quotes, party.start, unit)]
        inside = {at for party in self.parties for at in range(party.first, party.last)}
        self.hits = [hit for hit in self.hits if hit.first not in inside]

    def skip(self, start: int) -> None:
        """Leave out who and what stands before a place: the label of a line."""
        self.hits = [hit for hit in self.hits if self.unit.starts[hit.first] >= start]
        self.chains = [chain for chain in self.chains if chain[0].start >= start]

    def subject(self, hit: Hit, left: int) -> Subject | None:
        """Return the subject of a word of saying.

        Args:
            hit: The word of saying.
            left: Index of the character before which nobody is looked for.
        """
        unit = self.unit
        start = unit.starts[hit.first]
        inside = [
            chain for chain in self.chains if left <= chain[0].start and chain[-1].end <= start
        ]
        joined = self.is_joined(hit)
        for number, chain in enumerate(reversed(inside)):
            if self._is_oblique(chain[0]):
                continue
            party = max(chain, key=lambda each: (each.rank, each.start))
            if party.kind in _REPORTERS and not hit.cue.by_documents:
                continue
            if hit.cue.construction == "document" and party.kind not in (
                "document",
                "body",
                "report",
            ):
                continue
            beside = self._is_beside(chain[-1], hit)
            if beside:
                named = self._bearer(inside, len(inside) - 1 - number, party)
                if named is not None:
                    return Subject(named, named.start, chain[-1].end, True)
                head = self._head(inside, len(inside) - 1 - number)
                return Subject(head or party, chain[0].start, chain[-1].end, True)
            if not joined:
                continue
            first = self._first(inside[: len(inside) - number])
            return Subject(*first, False) if first else None
        return self._unknown(hit, left)

    def _unknown(self, hit: Hit, left: int) -> Subject | None:
        """Return a name that nothing is known of directly before a word of saying (*Reuters*)."""
        unit, last = self.unit, hit.first
        adverbs = speech_rules().adverbs
        while last > 0:
            size = next(
                (
                    size
                    for size in (3, 2, 1)
                    if size <= last
                    and (found := adverbs.match(unit.words, last - size))
                    and found[0] == size
                ),
                0,
            )
            if not size:
                break
            last -= size
        first = last
        while first > 0 and unit.starts[first - 1] >= left:
            at = unit.starts[first - 1]
            beside = first == last or self.text[unit.ends[first - 1] : unit.starts[first]] == " "
            if not (self.text[at].isupper() and beside and last - first < _LONGEST_NAME):
                break
            first -= 1
        if hit.cue.construction in ("assign", "document"):
            return None
        if first == last:
            return self._common(hit, last, left)
        gap = self.text[unit.ends[last - 1] : unit.starts[last]]
        words = self.text[unit.starts[first] : unit.ends[last - 1]]
        begins = (
            first == 0
            or unit.words[first - 1] == "như"
            or bool(self.text[unit.ends[first - 1] : unit.starts[first]].strip())
        )
        foreign = words.isascii() or words.isupper() or last - first > 1
        if gap != " " or not begins or not foreign or last - first == 1 and len(words) < 3:
            return None
        if speech_rules().openers.match(unit.words, first):
            return None
        party = Party(unit.starts[first], unit.ends[last - 1], "body", first, last)
        return Subject(party, party.start, party.end, True)

    def named(self) -> list[list[Party]]:
        """Return those in apposition among whom is a human."""
        return [
            chain
            for chain in self.chains
            if any(party.kind in ("name", "office", "person", "pronoun") for party in chain)
        ]

    def is_joined(self, hit: Hit) -> bool:
        """Whether a comma, a semicolon or a joining word stands before a word of saying."""
        unit, at = self.unit, hit.first
        rules = speech_rules()
        while at > 0:
            gap = unit.lower[unit.ends[at - 1] : unit.starts[at]]
            if any(mark in gap for mark in ",;:.)"):
                return True
            for size in (4, 3, 2, 1):
                if size > at:
                    continue
                for table in (rules.joining, rules.adverbs):
                    found = table.match(unit.words, at - size)
                    if found is not None and found[0] == size:
                        if table is rules.joining:
                            return True
                        at -= size
                        break
                else:
                    continue
                break
            else:
                return False
        return at == 0

    def is_added(self, hit: Hit) -> bool:
        """Whether *đồng thời* or *cũng* adds a word of saying to what was said before."""
        words = self.unit.words[max(0, hit.first - 4) : hit.first]
        return "cũng" in words or "thời" in words and "đồng" in words

    def clause_start(self, hit: Hit) -> int:
        """Return where the clause of a joined word of saying begins: behind the last mark."""
        unit, at = self.unit, hit.first
        while at > 0:
            gap = unit.lower[unit.ends[at - 1] : unit.starts[at]]
            if any(mark in gap for mark in ",;:.)"):
                return unit.ends[at - 1]
            if speech_rules().joining.match(unit.words, at - 1):
                return unit.ends[at - 2] if at > 1 else unit.start
            at -= 1
            if hit.first - at > 6:
                break
        return unit.starts[hit.first]

    def is_opening(self, start: int, end: int) -> bool:
        """Whether the words before a subject only say when, where or at what occasion."""
        at = bisect_left(self.unit.starts, start)
        if at >= len(self.unit.words) or self.unit.starts[at] >= end:
            return True
        return speech_rules().openers.match(self.unit.words, at) is not None

    def _common(self, hit: Hit, last: int, left: int) -> Subject | None:
        """Return the common noun that is the subject of a strong word of saying (*lái xe cho biết*)."""
        unit, rules = self.unit, speech_rules()
        if hit.cue.text not in rules.strong:
            return None
        first = last
        while first > 0 and unit.starts[first - 1] >= left and last - first <= _LONGEST_NOUN:
            if self.text[unit.ends[first - 1] : unit.starts[first]] != " ":
                break
            first -= 1
        if not 0 < last - first <= _LONGEST_NOUN or unit.starts[first] < left:
            return None
        words = unit.words[first:last]
        if rules.openers.match(unit.words, first) or not rules.oblique.isdisjoint(words):
            return None
        if not rules.bars.isdisjoint(words[-1:]) or rules.joining.match(unit.words, first):
            return None
        if not _VERBAL.isdisjoint(words):
            return None
        party = Party(unit.starts[first], unit.ends[last - 1], "crowd", first, last)
        return Subject(party, party.start, party.end, True)

    def _head(self, inside: list[list[Party]], number: int) -> Party | None:
        """Return the document or report of which the chain ``number`` is the owner."""
        chain = inside[number]
        at = chain[0].first
        if at == 0 or self.unit.words[at - 1] != "của" or number == 0:
            return None
        before = inside[number - 1][-1]
        if before.last == at - 1 and before.kind == "document":
            return before
        return None

    def _bearer(self, inside: list[list[Party]], number: int, party: Party) -> Party | None:
        """Return the name before an apposition (*chị Hà, một phụ huynh, ...*; *ông A đại diện*)."""
        if party.kind not in ("crowd", "person") or number == 0:
            return None
        before = inside[number - 1]
        named = next((each for each in before if each.kind == "name"), None)
        gap = self.text[before[-1].end : inside[number][0].start]
        if named is None or self._is_oblique(before[0]) or len(gap.split()) > 2:
            return None
        return named if not any(mark in gap for mark in ".:;") else None

    def _first(self, chains: list[list[Party]]) -> tuple[Party, int, int] | None:
        for chain in chains:
            if self._is_oblique(chain[0]):
                continue
            party = max(chain, key=lambda each: (each.rank, each.start))
            return party, chain[0].start, chain[-1].end
        return None

    def _is_oblique(self, party: Party) -> bool:
        """Whether a preposition or a verb directly before somebody makes them no subject."""
        words, at = self.unit.words, party.first
        if at and words[at - 1] in _CREDITS:
            return True
        rules = speech_rules()
        if at and words[at - 1] in ("đồng", "chí", "ông", "bà", "anh", "chị", "cụ"):
            at -= 2 if words[at - 1] == "chí" else 1
        if at < 1 or self.unit.lower[self.unit.ends[at - 1] : self.unit.starts[at]].strip():
            return False
        if party.kind == "document" and words[at - 1] in ("theo", "tại", "trong"):
            return False
        return (
            words[at - 1] in rules.oblique or " ".join(words[max(0, at - 2) : at]) in rules.oblique
        )

    def _is_beside(self, party: Party, hit: Hit) -> bool:
        """Whether only adverbs, a few words or an occasion stand between subject and verb."""
        unit = self.unit
        gap = self.text[party.end : unit.starts[hit.first]]
        if any(mark in _FIGURE.sub("", gap) for mark in _STRONG):
            return False
        at = party.last
        rules = speech_rules()
        loose = 0
        while at < hit.first:
            if unit.words[at] in _JOINED:
                return False
            found = rules.adverbs.match(unit.words, at)
            if found is not None:
                at += found[0]
                continue
            if loose == 0 and (said := rules.cues.match(unit.words, at)) is not None:
                at += said[0]
                continue
            loose += 1
            at += 1
        if loose == 0:
            return True
        commas = gap.count(",")
        if loose <= _FREE:
            return commas == 0
        opened = rules.openers.match(unit.words, party.last)
        return opened is not None and loose <= 4 * _FREE and commas in (0, 2)


def _hits(unit: Unit, quotes: Quotes) -> list[Hit]:
    cues, words = speech_rules().cues, unit.words
    found: list[Hit] = []
    done = 0
    for place in unit.cues:
        at = bisect_left(unit.starts, place)
        match = cues.match(words, at) if done <= at < len(words) else None
        if match is None:
            continue
        hit = Hit(match[1], at, at + match[0])
        if _inside(quotes, unit.starts[at], unit) or not _says(unit, hit):
            continue
        found.append(hit)
        done = hit.last
    return found


def _says(unit: Unit, hit: Hit) -> bool:
    words, at = unit.words, hit.first
    beside = at > 0 and not any(
        mark in unit.lower[unit.ends[at - 1] : unit.starts[at]] for mark in ',.;:“”"()'
    )
    if beside and not _follows_adverb(words, at):
        before = words[at - 1]
        if before in hit.cue.before:
            return False
        if before in speech_rules().bars and hit.cue.construction != "source":
            return False
        if " ".join(words[max(0, at - 2) : at]) in speech_rules().bars:
            return False
    if hit.last < len(words):
        gap = unit.lower[unit.ends[hit.last - 1] : unit.starts[hit.last]]
        if gap == " " and hit.cue.after.match(words, hit.last):
            return False
    return True


def _follows_adverb(words: list[str], at: int) -> bool:
    """Whether a phrase that stands before words of saying ends directly before ``at``."""
    return any(
        size <= at
        and (found := speech_rules().adverbs.match(words, at - size))
        and found[0] == size
        for size in (4, 3, 2)
    )


def _inside(quotes: Quotes, at: int, unit: Unit) -> bool:
    quote = quotes.at(at)
    return quote is not None and quote.start >= unit.start


def _is_bracketed(text: str, unit: Unit, party: Party) -> bool:
    """Whether somebody is named in brackets, beside somebody or something else."""
    opened = text.rfind("(", unit.start, party.start)
    return opened >= 0 and text.find(")", opened, party.start) < 0


def _chains(parties: list[Party], unit: Unit, text: str) -> list[list[Party]]:
    """Return those who stand in apposition together: a name with offices before and behind.

    Behind a comma somebody is in apposition only to one who heads a part of the sentence, and no
    chain has two names.
    """
    chains: list[list[Party]] = []
    for party in parties:
        gap = text[chains[-1][-1].end : party.start] if chains else ""
        if not chains or not _joins(chains[-1], party, gap, unit):
            chains.append([party])
            continue
        named = party.kind in _NAMED and any(each.kind in _NAMED for each in chains[-1])
        if not named:
            chains[-1].append(party)
            continue
        own = []
        while chains[-1][-1].kind not in _NAMED:
            own.append(chains[-1].pop())
        chains.append([*reversed(own), party])
    return chains


def _joins(chain: list[Party], party: Party, gap: str, unit: Unit) -> bool:
    if not _LOOSE.isdisjoint((party.kind, chain[-1].kind)) or len(gap) >= _LONGEST_GAP:
        return False
    if not _SOFT.issuperset(_without_address(gap)):
        return False
    if "," not in gap:
        return True
    return party.kind not in _NAMED and _heads_part(chain[0], unit)


def _heads_part(party: Party, unit: Unit) -> bool:
    """Whether somebody begins a part of a sentence, but for forms of address."""
    at = party.first
    while at > 0 and unit.words[at - 1] in _ADDRESS:
        at -= 1
    if at == 0:
        return True
    gap = unit.lower[unit.ends[at - 1] : unit.starts[at]]
    if gap.strip(" \n"):
        return True
    return unit.words[at - 1] in _LEADING


def _without_address(gap: str) -> str:
    """Return what stands between two names without forms of address."""
    kept = [word for word in gap.lower().replace(",", " , ").split() if word not in _ADDRESS]
    return " ".join(kept)


_ADDRESS: Final = frozenset(
    "đồng chí ông bà anh chị kiêm nguyên ts ts. pgs pgs.ts pgs.ts. gs gs.ts gs.ts. ths ths. đại thượng "
    "trung thiếu tướng tá úy đại biểu luật sư bác sĩ tiến".split()
)
