"""Who could be speaking: names, offices, pronouns, bodies, documents, crowds in a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from vnpolitext.citations.records import Citation
from vnpolitext.models import per_choice
from vnpolitext.officials.records import Person
from vnpolitext.statements.lexicon import documents, speech_rules
from vnpolitext.statements.units import Unit, is_glued
from vnpolitext.text import View, fold
from vnpolitext.text.phrases import listed
from vnpolitext.vocabulary import Entry, bodies, heads

_OWN_BODIES: Final = frozenset({"whole", "noun"})
_TAIL: Final = frozenset({"whole", "noun", "domain", "word", "unit", "country"})
_RANK: Final = {"name": 5, "office": 4, "person": 4, "document": 3, "pronoun": 3, "leader": 3}
_RANK_OTHER: Final = 2
_LONGEST: Final = 14
_SMALL: Final = frozenset({"whole", "unit", "noun"})
_OWNED: Final = (["của"], ["từ"], ["trên"], ["do"])
# Documents that a text is not itself where it says *này*.
_ABOUT: Final = (["thông", "báo"], ["báo", "cáo"], ["kết", "luận"], ["văn", "bản"], ["công", "văn"])
_AHEAD: Final = 4
_LAND: Final = "nước"
_JOINS: Final = frozenset({"và", "của", "-"})
_LEADER: Final = listed(
    "chủ tịch hồ chí minh, bác hồ, hồ chủ tịch, nguyễn ái quốc, lãnh tụ hồ chí minh"
)


@dataclass(slots=True)
class Party:
    """Somebody named in a sentence, in folded offsets.

    Attributes:
        start: Index of the first character.
        end: Index after the last one.
        kind: ``"name"``, ``"office"``, ``"person"``, ``"pronoun"``, ``"leader"``, ``"body"``,
            ``"document"``, ``"report"`` or ``"crowd"``.
        first: Index of the first word in the unit.
        last: Index after the last word.
        person: Index of the person.
        citation: Index of the citation.
    """

    start: int
    end: int
    kind: str
    first: int
    last: int
    person: int | None = None
    citation: int | None = None

    @property
    def rank(self) -> int:
        """How well it names somebody, beside others in apposition."""
        return _RANK.get(self.kind, _RANK_OTHER)


@per_choice
def _openings() -> tuple[dict[str, set[str]], frozenset[str], frozenset[str]]:
    """The words with which somebody may begin who is no name.

    Returns:
        Those in any case, each with the words one of which then follows it (``""`` where it stands
        alone), those in capitals, and all of them.
    """
    offices, speakers = heads(), speech_rules().speakers
    small = {word: offices.seconds(word) - {""} for word in offices.openings}
    for word in speakers.openings:
        small[word] = small.get(word, set()) | speakers.seconds(word)
    large = frozenset(offices.openings | bodies().openings | documents().openings)
    return small, large, large | small.keys()


class Parties:
    """Finds who is named in a sentence."""

    def __init__(
        self, view: View, text: str, persons: Sequence[Person], citations: Sequence[Citation]
    ) -> None:
        """Prepare for the records of a text, whose offsets are those of the text as it was read."""
        self.text = text
        self.persons = persons
        self.mentions = sorted(
            (view.locate(start), view.locate(end - 1) + 1, number)
            for number, person in enumerate(persons)
            for start, end in person.mentions
        )
        self._citations = sorted(
            (view.locate(each.start), view.locate(each.end - 1) + 1, number)
            for number, each in enumerate(citations)
        )
        # The offices that persons hold, as far as they were read: they may hold commas.
        self._held = {
            view.locate(each.start): view.locate(each.end - 1) + 1
            for person in persons
            for each in person.positions
        }
        self._starts = [start for start, _, _ in self.mentions]
        self._places = [start for start, _, _ in self._citations]
        self._cited = frozenset(self._places)

    @cached_property
    def _names_leader(self) -> bool:
        """Whether the text names Hồ Chí Minh, and no city, order or school alone."""
        words = fold(self.text)
        return any(name in words for name in _LEADER)

    def before(self, at: int, size: int = 1) -> list[tuple[int, int, int]]:
        """Return the last mentions of persons before a place, in text order."""
        end = bisect_left(self._starts, at)
        return self.mentions[max(0, end - size) : end]

    def within(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Return the mentions of persons that begin in ``start`` to ``end``."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def names(self, person: int, start: int, end: int) -> bool:
        """Whether a person is named in ``start`` to ``end``."""
        return any(number == person for _, _, number in self.within(start, end))

    def read(self, unit: Unit) -> list[Party]:
        """Return who is named in a unit, in text order."""
        named = {start: (end, number) for start, end, number in self.within(unit.start, unit.end)}
        cited = {
            start: (end, number)
            for start, end, number in self._citations[
                bisect_left(self._places, unit.start) : bisect_left(self._places, unit.end)
            ]
        }
        found: list[Party] = []
        done = 0
        for at in self._begins(unit, named, cited):
            party = self._party(unit, at, named, cited) if at >= done else None
            if party is None:
                continue
            done = party.last
            if found and party.first < found[-1].last:  # *báo chí* before the country it is of
                found[-1].end, found[-1].last = party.end, party.last
            else:
                found.append(party)
        return found

    def _begins(
        self, unit: Unit, named: dict[int, tuple[int, int]], cited: dict[int, tuple[int, int]]
    ) -> list[int]:
        """Return the numbers of the words with which somebody may begin: bodies need a capital."""
        small, large, every = _openings()
        words = unit.words
        starts, text, count = unit.starts, self.text, len(words)
        places = set()
        for at, word in enumerate(words):
            if word not in every:
                continue
            begins = word in large and text[starts[at]].isupper()
            if not begins and word in small:
                after = small[word]
                begins = "" in after or (at + 1 < count and words[at + 1] in after)
            if begins and not self._is_inside(starts[at]):
                places.add(at)
        places.update(bisect_left(unit.starts, start) for start in (*named, *cited))
        # A name may begin inside a word that the page has glued to it.
        return sorted(at for at in places if at < count)

    def _is_inside(self, at: int) -> bool:
        """Whether a word stands inside a citation, or behind a mark glued to the one before."""
        before = bisect_left(self._places, at) - 1
        cited = before >= 0 and at < self._citations[before][1]
        return cited or is_glued(self.text, at)

    def _party(
        self,
        unit: Unit,
        at: int,
        named: dict[int, tuple[int, int]],
        cited: dict[int, tuple[int, int]],
    ) -> Party | None:
        start = unit.starts[at]
        if start in named:
            end, number = named[start]
            return Party(start, end, "name", at, bisect_left(unit.starts, end), number)
        if start in cited:
            end, number = cited[start]
            last = bisect_left(unit.starts, end)
            return Party(start, end, "document", at, last, citation=number)
        if unit.start < self._held.get(start, 0) <= unit.end:
            size = bisect_left(unit.starts, self._held[start]) - at
            return self._extended(unit, at, size, "office", named)
        known = speech_rules().speakers.match(unit.words, at)
        head = heads().match(unit.words, at)
        if head is not None and (known is None or head[0] >= known[0]):
            told = self.text[start].isupper() or head[0] > 1
            return self._extended(unit, at, head[0], "office", named) if told else None
        if known is not None:
            return self._spoken_of(unit, at, known, named)
        return self._document(unit, at) or self._body(unit, at, named)

    def _body(self, unit: Unit, at: int, named: dict[int, tuple[int, int]]) -> Party | None:
        """Return the body, or the country that says something, that begins at a word."""
        body = bodies().match(unit.words, at)
        if body is None or not self.text[unit.starts[at]].isupper():
            return None
        size, entry = body
        if entry.role == "country":
            told = self._is_beside(unit, at + size) and self._speaks(unit, at + size)
            first = at - self._ahead(unit, at, size)
            return self._made(unit, first, at + size, "body") if told else None
        if entry.role not in _OWN_BODIES:
            return None
        made = self._extended(unit, at, size, "body", named)
        whole = entry.role == "whole" or made.last - made.first > size
        return made if whole or self._speaks(unit, made.last) else None

    def _ahead(self, unit: Unit, at: int, size: int) -> int:
        """Return how many words before a country make a body of it (*quân đội Nga*)."""
        for count in range(min(at, _AHEAD), 0, -1):
            found = bodies().match(unit.words, at - count)
            if found is None or found[0] not in (count, count + size):
                continue
            body = found[1].role in _OWN_BODIES and unit.words[at - count] != _LAND
            if body and all(self._is_beside(unit, at - step) for step in range(count)):
                return count
        return 0

    def _spoken_of(
        self,
        unit: Unit,
        at: int,
        known: tuple[int, str],
        named: dict[int, tuple[int, int]],
    ) -> Party | None:
        size, kind = known
        last = at + size
        following = unit.starts[last] if last < len(unit.words) else -1
        if following in named and kind in ("pronoun", "person", "crowd", "deputy"):
            return None
        if kind == "none" or (kind == "leader" and not self._leads(unit, at, last)):
            return None
        if kind in ("pronoun", "deputy") and following >= 0 and self._is_beside(unit, last):
            if heads().match(unit.words, last) is not None:
                return None
            if self.text[following].isupper():
                end = self._capitals(unit, last, named)
                return Party(following, unit.ends[end - 1], "person", last, end)
        owned = unit.words[last : last + 1] in _OWNED and self._is_beside(unit, last)
        if kind == "report" and not owned:
            return self._document(unit, at)
        made = self._made(unit, at, last, "crowd" if kind == "deputy" else kind)
        whole = self._body(unit, at, named) if kind == "body" else None
        return whole if whole is not None and whole.last > last else made

    def _leads(self, unit: Unit, at: int, last: int) -> bool:
        """Whether *Bác Hồ*, or *Người* where he is named, is in capitals and says something."""
        begins = self.text[unit.starts[at]].isupper() and self._speaks(unit, last)
        return begins and (last - at > 1 or self._names_leader)

    def _document(self, unit: Unit, at: int) -> Party | None:
        """Return a document without a number, but not the one that the text itself is."""
        kind = documents().match(unit.words, at)
        if kind is None:
            return None
        last = at + kind[0]
        written = speech_rules().writings.match(unit.words, at) is not None
        if not (self.text[unit.starts[at]].isupper() or (written and self._tells(unit, last))):
            return None
        own = unit.words[last : last + 1] == ["này"]
        if own and unit.words[at:last] not in _ABOUT:
            return None
        return self._made(unit, at, last, "document")

    def _speaks(self, unit: Unit, at: int) -> bool:
        """Whether a word of saying, or one that stands before it, begins at word ``at``."""
        rules = speech_rules()
        return at < len(unit.words) and (
            rules.cues.match(unit.words, at) is not None
            or rules.adverbs.match(unit.words, at) is not None
        )

    def _tells(self, unit: Unit, at: int) -> bool:
        """Whether a word of saying that documents can say begins at word ``at``."""
        said = speech_rules().cues.match(unit.words, at)
        return said is not None and said[1].by_documents and said[1].construction != "source"

    def _made(self, unit: Unit, first: int, last: int, kind: str) -> Party:
        return Party(unit.starts[first], unit.ends[last - 1], kind, first, last)

    def _capitals(self, unit: Unit, at: int, named: dict[int, tuple[int, int]]) -> int:
        last = at + 1
        while (
            last < min(len(unit.words), at + 5)
            and self._is_beside(unit, last)
            and self.text[unit.starts[last]].isupper()
            and unit.starts[last] not in named
        ):
            last += 1
        return last

    def _is_beside(self, unit: Unit, at: int) -> bool:
        """Whether only a blank stands before word ``at``."""
        return 0 < at < len(unit.words) and unit.starts[at] - unit.ends[at - 1] == 1

    def _extended(
        self, unit: Unit, at: int, size: int, kind: str, named: dict[int, tuple[int, int]]
    ) -> Party:
        """Return an office or a body with the words that go on in the name of the body."""
        last = at + size
        while last < min(len(unit.words), at + _LONGEST):
            step = self._step(unit, last, named)
            if not step:
                break
            last += step
        return self._made(unit, at, self._with_units(unit, last), kind)

    def _with_units(self, unit: Unit, last: int) -> int:
        """Return the number behind the units that follow a body, each behind a comma.

        *Chủ tịch phường A, quận 1*; *Đảng ủy xã B, huyện C*.
        """
        kinds = speech_rules().units
        while last + 1 < len(unit.words):
            gap = unit.lower[unit.ends[last - 1] : unit.starts[last]]
            size = kinds.match(unit.words, last)
            if gap != ", " or size is None or not self._is_capital(unit, last + size[0]):
                break
            last += size[0]
            while last < len(unit.words) and self._is_beside(unit, last):
                if not self._is_capital(unit, last):
                    break
                last += 1
        return last

    def _is_capital(self, unit: Unit, at: int) -> bool:
        """Whether word ``at`` begins with a capital letter or a digit."""
        if at >= len(unit.words):
            return False
        letter = self.text[unit.starts[at]]
        return letter.isupper() or letter.isdigit()

    def _step(self, unit: Unit, at: int, named: dict[int, tuple[int, int]]) -> int:
        """Return how many words at ``at`` go on in the name of a body."""
        start = unit.starts[at]
        if (
            start in named
            or start in self._cited
            or not (self._is_beside(unit, at) or self._dashed(unit, at))
        ):
            return 0
        capital = self.text[start].isupper()
        said = speech_rules().cues.match(unit.words, at)
        if said is not None and said[1].construction != "source" and not capital:
            return 0
        body = bodies().match(unit.words, at)
        inside = body is not None and (body[1].role in _SMALL or _is_field(body))
        if body is not None and body[1].role in _TAIL and (capital or inside):
            return body[0]
        inner = self._goes_on(unit, at + 1) and self._is_name_word(unit, at)
        return 1 if capital or unit.words[at].isdigit() or inner else 0

    def _is_name_word(self, unit: Unit, at: int) -> bool:
        """Whether a word in lower case can stand inside the name of a body."""
        word, rules = unit.words[at], speech_rules()
        if word in _JOINS:
            return True
        return not (
            word in rules.oblique
            or word in rules.bars
            or word in rules.adverbs.openings
            or word in rules.openers.openings
        )

    def _dashed(self, unit: Unit, at: int) -> bool:
        between = unit.lower[unit.ends[at - 1] : unit.starts[at]]
        return between in (" - ", "-", "&", " & ") and self.text[unit.starts[at]].isupper()

    def _goes_on(self, unit: Unit, at: int) -> bool:
        if at >= len(unit.words) or not self._is_beside(unit, at):
            return False
        start = unit.starts[at]
        is_name = self.text[start].isupper() and start not in self._cited
        return is_name and heads().match(unit.words, at) is None


def _is_field(body: tuple[int, Entry]) -> bool:
    """Whether words name a field of work (*Trung tâm Dự báo khí tượng thủy văn*) and no act."""
    field = body[1].role == "domain" and body[0] > 1
    return field and body[1].text not in speech_rules().acting
