"""Statements of one sentence: what is said, by whom, how it is told."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from vnpolitext.models import per_choice
from vnpolitext.statements.behind import Behind
from vnpolitext.statements.chains import heads_part
from vnpolitext.statements.clauses import Clauses, Subject
from vnpolitext.statements.drafts import Draft, points, with_address
from vnpolitext.statements.following import Following, mark_quotation
from vnpolitext.statements.hits import Hit
from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.parties import Party
from vnpolitext.statements.quotes import Quotes
from vnpolitext.statements.sources import Sources

# Those who say several things beside one another where the same words name them again.
_ALIKE: Final = frozenset({"office", "crowd"})
_SHORTEST: Final = 2
# Words up to which a body heads a sentence.
_OPENING: Final = 8
_CLAUSE: Final = 60
_HUMAN: Final = frozenset({"name", "office", "person", "pronoun", "leader"})
# What a speaker says that a body feels or wants is no statement of the body.
# What is wanted or promised lies ahead: *sau khi ...* tells when it was said.
_WANTED: Final = frozenset({"orders", "promises"})
_FELT: Final = frozenset({"praises", "promises", "criticises"})
_TENSES: Final = frozenset({"đã", "sẽ", "đang", "vừa"})
_TWO_VERBS: Final = 4
_BUT: Final = (", tuy nhiên", ", nhưng", ", song")
# Words behind which another speaks beside the first, and not inside what the first says.
_BESIDE_OTHERS: Final = (", trong khi", ", còn", ", trong khi đó", *_BUT)
_DIRECT: Final = ("assign", "named", "document")
_BESIDE: Final = frozenset({"", "và", "đồng thời", "và cũng", "cũng", "rồi"})


class Reported:
    """Reads the sentences of one text."""

    def __init__(self, text: str, quotes: Quotes) -> None:
        """Prepare for the folded text of a page and its quotations."""
        self.text = text
        self.quotes = quotes
        self._sources = Sources(text, quotes)
        self._behind = Behind(text, quotes)
        self._following = Following(text, quotes)

    def read(self, clauses: Clauses, before: Party | None = None) -> list[Draft]:
        """Return the statements of a sentence, in text order.

        Args:
            clauses: The sentence.
            before: Who says what the sentence before ends with.
        """
        found: list[Draft] = []
        for number, hit in enumerate(clauses.hits):
            if hit.cue.construction == "source":
                outer = self._outer(clauses, hit, found)
                draft = self._sources.read(clauses, hit, inside=outer is not None)
                if draft is not None and outer is not None:
                    draft.parent = outer
            else:
                draft = self._said(clauses, hit, number, found)
                if draft is None and number == 0 and before is not None:
                    draft = self._resumed(clauses, hit, before)
            if draft is not None:
                found.append(draft)
        self._part(clauses, found)
        found = [
            each
            for each in found
            if each.rule != "silent" and (each.announces or self._tells(each))
        ]
        return found or self._behind.read_bare(clauses)

    def _tells(self, draft: Draft) -> bool:
        """Whether something is said, and not only pointed at."""
        said = self.text[draft.start : draft.end]
        few = draft.kind == "indirect" and len(said.split()) <= _SHORTEST
        return len(said) > _SHORTEST and not (few and points(said))

    def _outer(self, clauses: Clauses, hit: Hit, found: list[Draft]) -> Draft | None:
        """Return what is said that begins with a source (*ông A lưu ý, theo Luật B, ...*)."""
        last = _before(found)
        if last is None or last.cue is None or last.rule in ("behind", "source"):
            return None
        at = clauses.unit.starts[hit.first]
        begins = last.cue[1] < at and not self.text[last.cue[1] : at].strip(' ,:“"')
        return last if begins else None

    def _said(self, clauses: Clauses, hit: Hit, number: int, found: list[Draft]) -> Draft | None:
        """Return the statement of a word of saying, by where its subject stands."""
        last = _before(found)
        left = clauses.unit.start if last is None or last.cue is None else last.cue[1]
        subject = clauses.subject(hit, left)
        if subject is not None and not subject.is_beside:
            subject = None if last is not None else self._distant(clauses, hit, subject)
            if subject is None and last is None:
                return None
        start, mark = self._following.begin(clauses, hit, number)
        if subject is None and last is not None and last.cue is not None:
            return self._joined(clauses, hit, last, start, mark)
        if subject is None:
            return self._following.participle(clauses, hit, number, start)
        draft = self._behind.read(clauses, hit, subject)
        if draft is not None:
            return draft
        draft = self._following.read(clauses, hit, subject.party, start, mark)
        return draft if last is None else self._inside(hit, subject, last, draft)

    def _resumed(self, clauses: Clauses, hit: Hit, speaker: Party) -> Draft | None:
        """Return what the speaker before says next, by a word of saying that opens a sentence.

        *Đồng thời, đề nghị các xã ...*: nobody else is named before it.
        """
        if not clauses.opens(hit) or clauses.subject(hit, clauses.unit.start) is not None:
            return None
        if hit.first == 0 and hit.cue.text not in speech_rules().strong:
            return None
        if hit.cue.construction == "document":
            return None
        start, mark = self._following.begin(clauses, hit, 0)
        if self._following.names_later(clauses, start):
            return None
        return self._following.read(clauses, hit, speaker, start, mark, own=False)

    def _distant(self, clauses: Clauses, hit: Hit, subject: Subject) -> Subject | None:
        """Return a subject other words stand behind, where it can be that of a word of saying."""
        acts = hit.cue.text in speech_rules().acts or hit.cue.construction in _DIRECT
        if subject.party.kind == "body" and (
            clauses.issues(subject) or self._heads(clauses, hit, subject)
        ):
            return subject
        return None if acts or subject.party.kind not in _HUMAN else subject

    def _heads(self, clauses: Clauses, hit: Hit, subject: Subject) -> bool:
        """Whether a body heads a sentence that ends with what it wants (*Sở họp, yêu cầu ...*)."""
        opens = subject.party.first <= _OPENING and heads_part(subject.party, clauses.unit)
        wants = hit.cue.polarity == "orders" and hit.cue.text in speech_rules().strong
        return wants and opens and clauses.is_opening(clauses.unit.start, subject.start)

    def _joined(
        self, clauses: Clauses, hit: Hit, last: Draft, start: int, mark: str
    ) -> Draft | None:
        """Return what the speaker of the statement before says by a second word of saying."""
        acts = hit.cue.text in speech_rules().acts
        at = clauses.unit.starts[hit.first]
        directly = last.cue is not None and self.text[last.cue[1] : at] == " "
        joined = directly or clauses.is_joined(hit)
        before = self.text[max(0, at - 2) : at].strip()
        again = before == ";" and last.cue is not None and self._repeats(hit, last.cue)
        # *...; phản ánh ...*: the same speaker says the next thing
        own = before == ";" and hit.cue.construction == "spoken"
        if not joined or (acts and not (again or own or clauses.is_added(hit))):
            return None
        if self._is_of_content(clauses, hit, last):
            return None
        if self._is_near(last, at):
            last.polarity = hit.cue.polarity
            last.start = start if mark or last.start >= at else last.start
            return None
        draft = self._following.read(clauses, hit, last.speaker, start, mark, own=own)
        if draft is not None:
            draft.parent = last.parent
        return draft

    def _is_of_content(self, clauses: Clauses, hit: Hit, last: Draft) -> bool:
        """Whether two verbs with one object tell what those do of whom is spoken.

        *Chủ tịch nước khẳng định Nhà nước luôn trân trọng và cảm ơn ...*
        """
        felt = hit.cue.polarity in _FELT or hit.cue.text in speech_rules().felt
        begin = clauses.unit.starts[hit.first]
        if self.text[last.start : begin].lower().endswith(_willing()):
            return True  # *Việt Nam ..., sẵn sàng và mong muốn ...*
        told = clauses.within(last.start, begin)
        if not told or last.polarity != "asserts" or clauses.is_added(hit):
            return False
        before = clauses.unit.words[hit.first - 1 : hit.first]
        if before and before[0] in _TENSES and told[0].start == last.start:
            return True  # *ông A cho biết Bộ B đã họp, đã yêu cầu ...*
        if not felt:
            return False
        between = self.text[told[-1].end : begin].split()
        return between[-1:] == ["và"] and len(between) <= _TWO_VERBS and "," not in between

    def _inside(self, hit: Hit, subject: Subject, last: Draft, draft: Draft | None) -> Draft | None:
        """Return a statement with the one it stands in: somebody else's inside what is said."""
        if draft is None or not last.start <= subject.start < last.end:
            return draft
        begin = with_address(self.text, last.start, subject.start)
        before = self.text[last.start : begin].rstrip().lower()
        also = self.text[subject.end : draft.cue[0]].split() if draft.cue else []
        beside = before.endswith(_BESIDE_OTHERS) or ("cũng" in also and before.endswith(","))
        if beside or before.endswith((";", ".")) or _same(self.text, subject.party, last.speaker):
            return draft
        felt = hit.cue.polarity in _FELT or hit.cue.text in speech_rules().felt
        felt = felt or hit.cue.construction == "equates"
        if felt and subject.party.kind in ("body", "crowd"):
            return None
        draft.parent = last
        return draft

    def _repeats(self, hit: Hit, cue: tuple[int, int]) -> bool:
        """Whether a word of saying is the one before once more (*giao A ...; giao B ...*)."""
        return self.text[slice(*cue)].lower() == hit.cue.text

    def _is_near(self, last: Draft, at: int) -> bool:
        """Whether a second word of saying directly follows the first."""
        if last.cue is None or last.rule == "behind":
            return False
        return self.text[last.cue[1] : at].lower().strip(" ,;") in _BESIDE

    def _part(self, clauses: Clauses, found: list[Draft]) -> None:
        """End each statement where the next one of the sentence begins, and mark quotations."""
        hits = {clauses.unit.starts[hit.first]: hit for hit in clauses.hits}
        _nest(found)
        top = [draft for draft in found if draft.parent is None or draft.parent.rule == "source"]
        for one, other in pairwise(top):
            if one is other.parent or other is one.parent:
                continue
            if other.cue is None or one.end <= other.cue[0] or other.rule == "behind":
                continue
            stop = clauses.clause_start(hits[other.cue[0]])
            speaker = other.speaker
            if speaker is not None and one.start < speaker.start < other.cue[0]:
                begin = with_address(self.text, one.start, speaker.start)
                stop = min(stop, _clause_before(self.text, one.start, begin))
            one.end = max(one.start, min(one.end, stop))
        for draft in found:
            self._leave_occasion(clauses, draft)
            if draft.parent is not None:
                draft.end = min(draft.end, draft.parent.end)
            if draft.kind == "indirect":
                mark_quotation(self.text, self.quotes, draft)

    def _leave_occasion(self, clauses: Clauses, draft: Draft) -> None:
        """End what is wanted or promised where a sentence ends with the occasion of it."""
        if draft.polarity not in _WANTED or draft.end < clauses.unit.end or draft.announces:
            return
        comma = self.text.rfind(", ", draft.start, draft.end)
        tail = self.text[comma + 2 : draft.end].lower() if comma > 0 else ""
        if tail.startswith(speech_rules().occasions):
            draft.end = comma


@per_choice
def _willing() -> tuple[str, ...]:
    return tuple(f"{words} và " for words in speech_rules().willing)


def _before(found: list[Draft]) -> Draft | None:
    """Return the statement that a second word of saying can join.

    Behind *theo X, ông A nói ...* that is what A says, and not all of what X reports.
    """
    last = next((each for each in reversed(found) if each.parent is None), None)
    if last is not None and last.rule == "source" and found[-1].parent is last:
        return found[-1]
    return last


def _nest(found: list[Draft]) -> None:
    """Put what somebody says into what a source behind it reports (*ông A nói ..., theo báo X*)."""
    for source in found:
        if source.rule != "source" or source.cue is None or source.cue[0] < source.end:
            continue
        for draft in found:
            inside = source.start <= draft.start < source.end
            if draft is not source and draft.parent is None and inside:
                draft.parent = source


def _same(text: str, one: Party, other: Party | None) -> bool:
    if other is None:
        return False
    words = text[one.start : one.end].lower(), text[other.start : other.end].lower()
    if one.kind == other.kind and one.kind in _ALIKE and words[0] == words[1]:
        return True  # *2/8 ý kiến tán thành A, 6/8 ý kiến cho rằng B*
    if one.start == other.start or one.kind == "pronoun":
        return True
    return one.person is not None and one.person == other.person


def _clause_before(text: str, floor: int, at: int) -> int:
    """Return the end of the clause before a subject."""
    head = text[floor:at].rstrip()
    if head.endswith(" và"):
        return floor + len(head) - len(" và")
    cut = max(text.rfind(",", floor, at), text.rfind(";", floor, at))
    return cut if cut >= floor and at - cut < _CLAUSE else at
