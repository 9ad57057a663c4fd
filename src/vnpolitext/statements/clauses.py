"""The words of saying in a sentence, and who their subject is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final

from vnpolitext.statements.asides import asides
from vnpolitext.statements.between import Between
from vnpolitext.statements.chains import chains_of, heads_part, is_bracketed
from vnpolitext.statements.hits import Hit, hits_of, is_aside, is_inside
from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.oblique import is_given, is_oblique, is_parted
from vnpolitext.statements.parties import Parties, Party
from vnpolitext.statements.quotes import Quotes
from vnpolitext.statements.units import Unit
from vnpolitext.statements.unlisted import unlisted

# What is done to somebody rather than said of them, in a passive.
_DONE: Final = frozenset({"orders", "praises"})
_APPOSED: Final = frozenset({"crowd", "person"})
# Those who may end an apposition (*ông A, giáo sư của Đại học B, nói ...*).
_OWNERS: Final = frozenset({"body", "office", "document"})
_APPOSITION: Final = 9
# Words before those who are to say something, and before the subject of a relative clause.
_PROPOSING: Final = frozenset({"trình", "mưu"})
_RELATIVE: Final = _PROPOSING | {"do", "mà"}
_LINKS: Final = frozenset({"cũng", "vẫn", "còn", "nhưng", "song", "nhiên", "cứ"})
_PASSIVE: Final = frozenset({"bị", "được"})
_DECIDING: Final = _PASSIVE | _RELATIVE
_ADDRESS: Final = frozenset({"đồng", "chí", "ông", "bà", "anh", "chị", "cụ", "các"})
# Words before a document that somebody gives out and says something in it.
_ISSUING: Final = frozenset({"ra", "hành", "ký", "gửi", "bố", "phát"})
# Words before those to whom something belongs, or who are named beside others.
_OWNING: Final = frozenset({"của", "và", "từ", "cùng", "tại", "thuộc", "tiếng", "ở", "nước"})
_REPORTERS: Final = frozenset({"report", "document"})


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
        self.parties: list[Party] = []
        self._asides: dict[int, int] = {}
        self.chains: list[list[Party]] = []
        self._sayers: list[int] | None = None
        self.hits = hits_of(unit, quotes)
        if not (self.hits or quotes.may_be_said(unit.lower, unit.start, unit.end)):
            self._between = Between(unit, text, [], {})
            return
        self.parties = [
            party
            for party in parties.read(unit)
            if not is_inside(quotes, party.start, unit) and not is_bracketed(text, unit, party)
        ]
        self.parties = self._without_said()
        self._asides = asides(unit, text, self.parties)
        self._between = Between(unit, text, self.parties, self._asides)
        if self._asides:
            self.parties = _without_asides(self.parties, self._asides)
        self.chains = chains_of(self.parties, unit, text)
        inside = {at for party in self.parties for at in range(party.first, party.last)}
        self.hits = [hit for hit in self.hits if hit.first not in inside]

    def _without_said(self) -> list[Party]:
        """Return those who are named without crowds that are said (*ông A có ý kiến*)."""
        said = {hit.first for hit in self.hits} & {each.last for each in self.parties}
        return [
            each
            for each in self.parties
            if each.kind != "crowd" or not (each.first in said or self._is_added_to(each))
        ]

    def _is_added_to(self, crowd: Party) -> bool:
        """Whether *có ý kiến* is what somebody before it does (*nhiều chuyên gia có ý kiến*)."""
        words, at, rules = self.unit.words, crowd.first, speech_rules()
        if at == 0 or words[at] != "có" or is_parted(self.unit, at):
            return False
        return not any(
            table.before(words, at, 2) for table in (rules.adverbs, rules.openers, rules.going_on)
        )

    def skip(self, start: int) -> None:
        """Leave out who and what stands before a place: the label of a line."""
        self.hits = [hit for hit in self.hits if self.unit.starts[hit.first] >= start]
        self.chains = [chain for chain in self.chains if chain[0].start >= start]
        self._sayers = None

    def subject(self, hit: Hit, left: int) -> Subject | None:
        """Return the subject of a word of saying.

        Args:
            hit: The word of saying.
            left: Index of the character before which nobody is looked for.
        """
        unit = self.unit
        start = unit.starts[hit.first]
        first = bisect_left(self.chains, left, key=lambda chain: chain[0].start)
        last = bisect_right(self.chains, start, key=lambda chain: chain[-1].end)
        inside = self.chains[first:last]
        sayers = self._may_say()
        sayers = sayers[bisect_left(sayers, first) : bisect_left(sayers, last)]
        for number in (each - first for each in reversed(sayers)):
            chain = inside[number]
            if self._only_acts(chain, hit):
                return None
            if is_oblique(self.unit, chain[0]) and not self._is_agent(chain, hit):
                continue
            if self._is_owner(inside, number):
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
            beside = self._between.is_beside(chain[-1], hit) and not self._ends_before(chain, left)
            if beside:
                named = self._bearer(inside, number, party)
                if named is not None:
                    return Subject(named, named.start, chain[-1].end, True)
                head = self._head(inside, number)
                return Subject(head or party, chain[0].start, chain[-1].end, True)
            joined = self.is_joined(hit)
            if not (joined or self._is_announced(hit)):
                break
            before = [self.chains[each] for each in sayers if each - first <= number]
            opening = self._first(before, joined=joined)
            return Subject(*opening, False) if opening else None
        return self._unlisted(hit, left)

    def _unlisted(self, hit: Hit, left: int) -> Subject | None:
        """Return the subject that no table knows."""
        other = unlisted(self.unit, self.text, hit, left)
        if other is None or self._is_acted_on(other):
            return None
        return Subject(other, other.start, other.end, True)

    def _is_acted_on(self, phrase: Party) -> bool:
        """Whether a body stands in a noun phrase as an object (*Sở A tham mưu UBND B*)."""
        return any(
            party.kind == "body"
            and phrase.start < party.start
            and self.unit.words[party.first - 1] not in _OWNING
            for party in self.within(phrase.start, phrase.end)
        )

    def _is_announced(self, hit: Hit) -> bool:
        """Whether a colon directly behind a word of saying shows what is said."""
        return self.unit.lower.startswith((":", " :"), self.unit.ends[hit.last - 1])

    def _may_say(self) -> list[int]:
        """Return the numbers of the chains that the words before them do not rule out.

        Most of those whom a verb or a preposition governs say nothing, whatever the word of saying;
        they are not asked of again for each.
        """
        if self._sayers is None:
            self._sayers = [
                number
                for number, chain in enumerate(self.chains)
                if chain[0].kind == "document"
                or self._word_before(chain) in _DECIDING
                or not is_oblique(self.unit, chain[0])
            ]
        return self._sayers

    def _word_before(self, chain: list[Party]) -> str:
        """Return the word before somebody and the forms of address, nothing at the beginning."""
        words, at = self.unit.words, chain[0].first
        while at > 0 and words[at - 1] in _ADDRESS:
            at -= 1
        return words[at - 1] if at > 0 else ""

    def within(self, start: int, end: int) -> list[Party]:
        """Return who is named in ``start`` to ``end``."""
        return [party for party in self.parties if start <= party.start and party.end <= end]

    def named(self) -> list[list[Party]]:
        """Return those in apposition among whom is a human."""
        return [
            chain
            for chain in self.chains
            if any(party.kind in ("name", "office", "person", "pronoun") for party in chain)
        ]

    def issues(self, subject: Subject) -> bool:
        """Whether a subject gives out a paper (*Sở A có công văn gửi ..., yêu cầu ...*)."""
        return self._between.issues(bisect_left(self.unit.starts, subject.end))

    def end_of(self, chain: list[Party]) -> int:
        """Return where somebody ends, with an aside beside the name."""
        return self._asides.get(chain[-1].end, chain[-1].end)

    def is_joined(self, hit: Hit) -> bool:
        """Whether a comma, a semicolon or a joining word stands before a word of saying."""
        unit, at = self.unit, hit.first
        rules = speech_rules()
        while at > 0:
            gap = unit.lower[unit.ends[at - 1] : unit.starts[at]]
            if any(mark in gap for mark in ",;:.)"):
                return True
            adverb = rules.adverbs.before(unit.words, at, 4)
            if rules.joining.before(unit.words, at, 4) >= max(adverb, 1):
                return True
            if not adverb:
                return False
            at -= adverb
        return True

    def opens(self, hit: Hit) -> bool:
        """Whether only words that add it to the sentence before stand before a word of saying."""
        words, rules = self.unit.words, speech_rules()
        at = 0
        while at < hit.first:
            found = rules.adding.match(words, at)
            found = found or (rules.adverbs.match(words, at) if at else None)
            if found is None:
                return False
            at += found[0]
        return at == hit.first

    def is_added(self, hit: Hit) -> bool:
        """Whether *đồng thời* or *cũng* adds a word of saying to what was said before."""
        words = self.unit.words[max(0, hit.first - 4) : hit.first]
        return "cũng" in words or ("thời" in words and "đồng" in words)

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

    def _ends_before(self, chain: list[Party], left: int) -> bool:
        """Whether what was said before ends with somebody, and a comma parts them from a verb.

        *Ông A ủng hộ quan hệ với Ấn Độ, mong muốn ...*
        """
        unit = self.unit
        comma = unit.lower.startswith(",", chain[-1].end)
        if not comma or heads_part(chain[0], unit):
            return False
        return left > unit.start or (chain[0].kind == "document" and self._is_led(chain[0]))

    def _is_led(self, document: Party) -> bool:
        """Whether a human heads the sentence before a document (*ông A đọc tờ trình B, nêu rõ*)."""
        before = [chain for chain in self.chains if chain[0].start < document.start]
        issued = document.first > 0 and self.unit.words[document.first - 1] in _ISSUING
        heads = (chain[0] for chain in (before if issued else self.named()))
        heads = (head for head in heads if head.start < document.start)
        return any(heads_part(head, self.unit) for head in heads)

    def _is_owner(self, inside: list[list[Party]], number: int) -> bool:
        """Whether a body only owns what stands before it (*Hội nghị lần 5 của Đảng*)."""
        chain = inside[number]
        at = chain[0].first
        if at == 0 or self.unit.words[at - 1] != "của" or chain[0].kind != "body":
            return False
        party = max(chain, key=lambda each: (each.rank, each.start))
        return self._head(inside, number) is None and self._bearer(inside, number, party) is None

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
        closed = self.text[party.end : party.end + 3].lstrip(" ").startswith((",", "-", "–"))
        if number == 0 or not (party.kind in _APPOSED or (closed and party.kind in _OWNERS)):
            return None
        before = inside[number - 1]
        named = next((each for each in before if each.kind in ("name", "person")), None)
        gap = self.text[before[-1].end : inside[number][0].start]
        words = gap.split()
        apart = closed and gap.lstrip().startswith((",", "-", "–", "(")) and gap.count(",") < 2
        parted = len(words) > (_APPOSITION if apart else 2) or not _PASSIVE.isdisjoint(words)
        if named is None or is_oblique(self.unit, before[0]) or parted:
            return None
        told = apart and any(self._says(before[-1].last + at) for at in range(len(words)))
        return None if told or any(mark in gap for mark in ".:;") else named

    def _says(self, at: int) -> bool:
        """Whether a word of saying begins at word ``at``."""
        return speech_rules().cues.match(self.unit.words, at) is not None

    def _first(self, chains: list[list[Party]], *, joined: bool) -> tuple[Party, int, int] | None:
        """Return the first who can be a subject; without a join one that heads a part."""
        for chain in chains:
            if is_oblique(self.unit, chain[0]):
                continue
            party = max(chain, key=lambda each: (each.rank, each.start))
            if not (joined or heads_part(party, self.unit)):
                return None
            return party, chain[0].start, chain[-1].end
        return None

    def _is_agent(self, chain: list[Party], hit: Hit) -> bool:
        """Whether somebody stands in a passive as its agent (*bị Viện kiểm sát cáo buộc*)."""
        return self._word_before(chain) in _PASSIVE and self._between.is_beside(chain[-1], hit)

    def _only_acts(self, chain: list[Party], hit: Hit) -> bool:
        """Whether a passive, a relative clause or *theo* tells what is done, and no statement."""
        acts = hit.cue.polarity in _DONE or hit.cue.construction == "group"
        done = acts and self._word_before(chain) in _PASSIVE
        done = done or (is_given(self.unit, chain[0]) and is_aside(self.unit, hit))
        told = done or self._is_relative(chain, hit) or self._is_manner(chain[0], hit)
        return told and self._between.is_beside(chain[-1], hit)

    def _is_relative(self, chain: list[Party], hit: Hit) -> bool:
        """Whether it is told which thing is meant (*chính sách do Bộ A đề xuất*)."""
        unit = self.unit
        at = chain[0].first
        while at > 0 and unit.words[at - 1] in _ADDRESS and not is_parted(self.unit, at):
            at -= 1
        if at == 0 or unit.words[at - 1] not in (_RELATIVE if at > 1 else _PROPOSING):
            return False
        parted = at > 1 and is_parted(self.unit, at - 1)
        if hit.cue.construction == "document" and unit.words[at - 1] == "do":
            return True
        marked = unit.lower.startswith((":", " rằng"), unit.ends[hit.last - 1])
        return not (parted or marked or hit.cue.text.endswith("rằng"))

    def _is_manner(self, party: Party, hit: Hit) -> bool:
        """Whether *theo* tells by which norm something is done (*theo Nghị định ...*)."""
        unit, at = self.unit, party.first - 1
        if party.kind != "document" or hit.cue.construction != "document":
            return False
        if at < 1 or unit.words[at] != "theo" or unit.words[at - 1] in _LINKS:
            return False
        announces = unit.lower[unit.start : unit.end].rstrip().endswith(":")
        return not (announces or is_parted(self.unit, at))


def _without_asides(parties: list[Party], apart: dict[int, int]) -> list[Party]:
    """Return those who are not named in an aside."""
    return [
        each
        for each in parties
        if not any(begin <= each.start < end for begin, end in apart.items())
    ]
