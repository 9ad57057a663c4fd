"""Statements that follow their word of saying (*ông A nhấn mạnh: ...*)."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from vnpolitext.statements.clauses import Clauses
from vnpolitext.statements.drafts import (
    BETWEEN,
    FEW,
    Draft,
    asks_what,
    best,
    draft_of,
    points,
    with_address,
    without_notes,
)
from vnpolitext.statements.hits import Hit, asks_directly, is_aside
from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.parties import Party
from vnpolitext.statements.quotes import Quote, Quotes

_SKIPPED: Final = frozenset({"rằng", "là", "thêm", "rõ"})
# Words that lead to a colon and are no part of what is said (*nêu rõ nội dung: ...*).
_LEADING: Final = _SKIPPED | {"nội", "như"}
# Words before a colon behind which the maker of a picture is named.
_CREDITS: Final = frozenset({"ảnh", "nguồn", "clip", "video"})
_THAT: Final = "rằng"
# Words with which a clause goes on that is nothing said.
_INSTEAD: Final = ("trong đó ", "qua đó ", "nhờ đó ", "thì ", "và ")
# A word of saying, and words with which what it affirms binds the speaker.
_AFFIRMS: Final = "khẳng định"
_PROMISED: Final = ("sẽ ", "cam kết ", "quyết tâm ", "sẵn sàng ")
# Words by which what is spoken of tells something.
_MATTER: Final = ("việc ", "chuyện ", "thực tế ")
_OPENING: Final = '“„"«'
_LONGEST_MARK: Final = 24
_MARKED: Final = frozenset({"marked", "told"})
_PLAIN: Final = frozenset({"clause", "told", "spoken", "group"})
# Those who agree with something; what a body agrees is decided.
_AGREEING: Final = frozenset({"name", "office", "person", "pronoun", "crowd", "leader"})
_ORDERED: Final = frozenset(
    {"các", "những", "cho", "mỗi", "từng", "toàn", "tất", "đồng", "cả", "mọi"}
)
# Words by which documents speak without a mark.
_WRITTEN: Final = frozenset({"nêu", "ghi", "viết", "ghi rõ", "bổ sung"})
_SEVERAL: Final = (["các"], ["những"], ["toàn"], ["tất"])
_NAMED: Final = frozenset({"name", "pronoun"})
_WRITINGS: Final = frozenset({"document", "report"})
# What is wanted of others, or thanks and wishes, of which more is told than to whom.
_OF_OTHERS: Final = frozenset({"orders", "praises"})
# Words before and between those who are told something.
_ADDRESSED: Final = _ORDERED | frozenset(["chí", "ông", "bà", "anh", "chị", "và", "tân", "thể"])
# Words behind which it is told what somebody or something is.
_TOLD_OF: Final = (["là"], ["ông"], ["bà"], ["họ"], ["mình"])
_REACH: Final = 8
_HUMAN: Final = ("name", "office", "pronoun", "person")


class Following:
    """Reads those statements of one text that follow their word of saying."""

    def __init__(self, text: str, quotes: Quotes) -> None:
        """Prepare for the folded text of a page and its quotations."""
        self.text = text
        self.quotes = quotes

    def begin(self, clauses: Clauses, hit: Hit, number: int) -> tuple[int, str]:
        """Return where what is said begins behind a word of saying, and what shows it.

        Args:
            clauses: The sentence.
            hit: The word of saying.
            number: Its number in the sentence.
        """
        unit, text = clauses.unit, self.text
        later = clauses.hits[number + 1 :]
        limit = unit.starts[later[0].first] if later else unit.end
        at, mark, word = self._marked(clauses, hit, limit)
        mark = mark or ("?" if asks_directly(unit, hit) else "")
        if not mark and limit == unit.end and self._ends_with_colon(clauses, hit):
            return unit.end, ":"
        while word < len(unit.words) and unit.words[word] in _SKIPPED and word - hit.last < FEW:
            if text[at : unit.starts[word]].strip(" ,:"):
                break
            mark = mark or (unit.words[word] if unit.words[word] in (_THAT, "là") else "")
            at = unit.ends[word]
            word += 1
        while at < unit.end and text[at] in " ,:-\n":
            mark = mark or (text[at] if text[at] in ":," else "")
            at += 1
        return at, "" if mark == "," and hit.cue.construction not in _PLAIN else mark

    def read(
        self,
        clauses: Clauses,
        hit: Hit,
        speaker: Party | None,
        start: int,
        mark: str,
        *,
        own: bool = True,
    ) -> Draft | None:
        """Return the statement that follows its word of saying from ``start`` on.

        Args:
            clauses: The sentence.
            hit: The word of saying.
            speaker: Who says it.
            start: Where what is said begins.
            mark: What shows it.
            own: Whether the speaker is the subject of this word of saying and of no other.
        """
        if not self._is_told(clauses, hit, speaker, start, mark, own=own):
            return None
        end = clauses.unit.end
        draft = draft_of(clauses, hit, speaker, (start, end), hit.cue.construction)
        said = self.text[start:end].strip(" .,;")
        written = speaker is not None and speaker.kind == "document"
        if not any(map(str.isalnum, said)) or (
            said.endswith(":") and (written or said.lower().endswith("như sau:"))
        ):
            return self._announced(clauses, draft, written=written)
        if self._says_nothing(clauses, hit, (start, end), mark):
            return None
        shown = self.text[start : without_notes(self.text, start, end)].rstrip(" .,;")
        draft.announces = shown.endswith(":")
        if hit.cue.text.endswith(_AFFIRMS) and said.lower().startswith(_PROMISED):
            draft.polarity = "promises"  # *khẳng định sẽ ...*: what the speaker will do
        return draft

    def _says_nothing(
        self, clauses: Clauses, hit: Hit, content: tuple[int, int], mark: str
    ) -> bool:
        """Whether only a topic, an addressee or a further clause follows a word of saying."""
        start, end = content
        said = self.text[start:end].strip(" .,;").lower()
        if hit.cue.polarity in _OF_OTHERS and self._names_only(clauses, start, end):
            return True
        if not mark.strip(",") and said.startswith(_INSTEAD):
            return True  # *đã có thư trả lời, trong đó ...*
        topic = not mark and hit.cue.text in speech_rules().topics
        if topic and not said.startswith(_MATTER):
            return True
        about = said.startswith("về ") and self._is_topic(start)
        few = not mark and len(said.split()) < FEW
        return few or asks_what(said) or points(said) or about

    def participle(self, clauses: Clauses, hit: Hit, number: int, start: int) -> Draft | None:
        """Return the statement of a word of saying that opens a sentence before its subject."""
        opens = number == 0 and (hit.first == 0 or clauses.is_joined(hit))
        tells = hit.cue.construction in ("clause", "source")
        if not (opens and tells) or hit.cue.text in speech_rules().topics:
            return None
        subject = self._later(clauses, number, start)
        if subject is None:
            return None
        party, begin = subject
        said = self.text[start:begin].rstrip(" ,")
        if not said or asks_what(said) or points(said) or _is_addressee(said):
            return None
        if hit.cue.polarity == "orders" and self._names_only(clauses, start, start + len(said)):
            return None
        return draft_of(clauses, hit, party, (start, start + len(said)), "participle")

    def _marked(self, clauses: Clauses, hit: Hit, limit: int) -> tuple[int, str, int]:
        """Return the colon, *rằng* or quotation mark near a word of saying, and the word behind."""
        unit, text = clauses.unit, self.text
        begin = unit.ends[hit.last - 1]
        for far in range(hit.last, min(len(unit.words), hit.last + _LONGEST_MARK)):
            if unit.starts[far] >= limit:
                break
            gap = text[unit.ends[far - 1] : unit.starts[far]]
            if gap == " " and unit.words[far] != _THAT:
                continue
            if ":[" in gap or "://" in gap or (":" in gap and unit.words[far - 1] in _CREDITS):
                break  # the mark of a note, or the maker of a picture
            if ":" in gap and not self._is_listed(clauses, hit, far):
                return unit.ends[far - 1] + gap.index(":") + 1, ":", far
            if unit.words[far] == _THAT and "," not in text[begin : unit.starts[far]]:
                return unit.ends[far], _THAT, far + 1
            if any(mark in gap for mark in _OPENING):
                if self._is_quoting(clauses, hit, far):
                    return unit.ends[far - 1], "“", hit.last
                break
        return begin, "", hit.last

    def _is_listed(self, clauses: Clauses, hit: Hit, far: int) -> bool:
        """Whether what is said begins before the colon before word ``far`` and goes on behind it.

        *yêu cầu các xã: ...*, *biểu dương ba xã gồm: ...*; not *nói với phóng viên: ...*
        """
        unit = clauses.unit
        few = far - hit.last <= 1 or hit.cue.construction not in ("clause", "assign", "named")
        if few or is_aside(clauses.unit, hit) or unit.words[hit.last] in _LEADING:
            return False
        gap = self.text[unit.ends[far - 1] : unit.starts[far]]
        return not any(mark in gap for mark in _OPENING)

    def _is_quoting(self, clauses: Clauses, hit: Hit, far: int) -> bool:
        """Whether the quotation that begins before word ``far`` is what a word of saying leads to.

        A few words in quotation marks are part of what is reported (*cho biết ông "rất vui"*).
        """
        construction = hit.cue.construction
        if construction == "clause":
            start = clauses.unit.starts[far] - 1
            return far - hit.last <= 1 and self._is_quoted(start, "“")
        if construction == "spoken" and far - hit.last > 1:
            return is_aside(clauses.unit, hit)
        if construction not in _MARKED:
            return far - hit.last <= 1
        parted = clauses.unit.lower.startswith((",", " ,"), clauses.unit.ends[far - 1])
        return far - hit.last <= BETWEEN or parted

    def _ends_with_colon(self, clauses: Clauses, hit: Hit) -> bool:
        """Whether a colon at the end of a sentence shows what is said."""
        unit = clauses.unit
        near = len(unit.words) - hit.last <= _LONGEST_MARK
        directly = hit.cue.construction != "clause" or len(unit.words) == hit.last
        return near and directly and self.text[unit.ends[-1] : unit.end].rstrip().endswith(":")

    def _is_told(
        self,
        clauses: Clauses,
        hit: Hit,
        speaker: Party | None,
        start: int,
        mark: str,
        *,
        own: bool,
    ) -> bool:
        """Whether what follows a word of saying is what is said, by its construction."""
        construction = hit.cue.construction
        if construction == "spoken":
            aside = not mark and is_aside(clauses.unit, hit)
            construction = "clause" if own and not aside else "told"
        if construction == "equates":
            return own and not mark.strip(":“") and self._equates(clauses, hit)
        if construction in _MARKED:
            return self._is_shown(clauses, hit, speaker, mark) and self._is_quoted(start, mark)
        if construction == "group":
            agrees = speaker is not None and speaker.kind in _AGREEING
            return mark != "," and (mark != "" or (agrees and (own or clauses.is_added(hit))))
        if mark == "“":
            return self._is_quoted(start, mark)
        if construction == "named":
            named = speaker is not None and speaker.kind in _NAMED
            listed = clauses.unit.words[hit.last : hit.last + 1] in _SEVERAL
            return mark != "" or ((named or listed) and self._assigns(clauses, hit))
        return construction != "assign" or mark != "" or self._assigns(clauses, hit)

    def _is_shown(self, clauses: Clauses, hit: Hit, speaker: Party | None, mark: str) -> bool:
        """Whether a mark shows what is said behind a word that needs one."""
        written = speaker is not None and speaker.kind == "document" and hit.cue.text in _WRITTEN
        if clauses.unit.words[hit.last : hit.last + 1] == ["và"]:
            return False  # *ông đã viết và in nhiều sách, có thể kể đến: ...*
        row = mark == "," and self._is_in_row(clauses, hit, speaker)
        return (mark != "" or written) and not row

    def _equates(self, clauses: Clauses, hit: Hit) -> bool:
        """Whether something is held to be something (*coi yêu cầu này là ...*), in one clause."""
        unit = clauses.unit
        limit = min(len(unit.words), hit.last + _LONGEST_MARK)
        for at in range(hit.last, limit):
            if unit.lower[unit.ends[at - 1] : unit.starts[at]].strip(' "“”'):
                return False
            if unit.words[at] == "là":
                return at > hit.last
        return False

    def _is_quoted(self, start: int, mark: str) -> bool:
        """Whether a quotation that is the only mark quotes more than a word."""
        if mark != "“":
            return True
        quote = self.quotes.at(start)
        return quote is not None and len(self.text[quote.first : quote.last].split()) > FEW

    def _is_in_row(self, clauses: Clauses, hit: Hit, speaker: Party | None) -> bool:
        """Whether a comma behind a word of saying only parts it from others in a row.

        *Báo cáo giải trình, tiếp thu, ...*; *thu thập, phân tích, tổng hợp ...*
        """
        unit = clauses.unit
        written = speaker is not None and speaker.kind in _WRITINGS
        before = unit.lower[unit.start : unit.starts[hit.first]].rstrip()
        return written or before.endswith(",")

    def _names_only(self, clauses: Clauses, start: int, end: int) -> bool:
        """Whether only those who get an order stand behind it (*giao nhiệm vụ cho đồng chí A*)."""
        unit = clauses.unit
        told = {at for party in clauses.within(start, end) for at in range(party.first, party.last)}
        rest = [
            at
            for at in range(bisect_left(unit.starts, start), bisect_left(unit.starts, end))
            if at not in told and unit.words[at] not in _ADDRESSED
        ]
        occasion = 0 < len(rest) <= FEW and clauses.is_opening(unit.starts[rest[0]], end)
        return not rest or (occasion and rest[-1] - rest[0] < FEW)

    def _is_topic(self, start: int) -> bool:
        """Whether only what is spoken about follows (*chia sẻ về ...*)."""
        return self.text[start - 1 : start] == " " and ":" not in self.text[start - 2 : start]

    def _announced(self, clauses: Clauses, draft: Draft, *, written: bool) -> Draft | None:
        """Return the statement that a sentence announces: the next paragraphs say it."""
        end = clauses.unit.end
        after = draft.cue[1] if draft.cue else draft.start
        if not self.text[after:end].rstrip().endswith(":"):
            return None
        draft.start = draft.end = end
        draft.announces = True
        if written:
            draft.rule, draft.kind = "provision", "direct"
        return draft

    def _assigns(self, clauses: Clauses, hit: Hit) -> bool:
        """Whether somebody who is told something follows a word."""
        unit = clauses.unit
        if hit.last >= len(unit.words):
            return False
        at = unit.starts[hit.last]
        told = unit.words[hit.last] in _ORDERED or any(p.start == at for p in clauses.parties)
        return told or speech_rules().told.match(unit.words, hit.last) is not None

    def _later(self, clauses: Clauses, number: int, start: int) -> tuple[Party, int] | None:
        """Return the subject behind a clause that opens a sentence, and where it begins."""
        for later in clauses.hits[number + 1 :]:
            if later.cue.construction == "equates":
                continue
            subject = clauses.subject(later, start)
            if subject is not None and subject.is_beside:
                begin = with_address(self.text, start, subject.start)
                if self._is_parted(begin):
                    return subject.party, begin
        for chain in clauses.chains:
            begin = with_address(self.text, start, chain[0].start)
            if begin > start and self._is_parted(begin) and best(chain).kind in _HUMAN:
                return best(chain), begin
        return None

    def names_later(self, clauses: Clauses, start: int) -> bool:
        """Whether somebody heads a later part of a sentence: who says how it begins."""
        begins = (with_address(self.text, start, chain[0].start) for chain in clauses.named())
        return any(begin > start and self._is_parted(begin) for begin in begins)

    def _is_parted(self, at: int) -> bool:
        return self.text[max(0, at - 3) : at].rstrip().endswith(",")


def _is_addressee(said: str) -> bool:
    """Whether a few words only tell to whom something is said (*Xác nhận với báo X, ...*)."""
    return said.startswith("với ") and len(said.split()) <= 2 * FEW


def mark_quotation(text: str, quotes: Quotes, draft: Draft) -> None:
    """Say whether what is said stands wholly or partly in quotation marks."""
    end = without_notes(text, draft.start, draft.end)
    draft.end = draft.start + len(text[draft.start : end].rstrip(" ,;\n"))
    inside = quotes.within(draft.start, draft.end)
    if not inside:
        return
    first = inside[0]
    if first.start <= draft.start and not text[first.end : draft.end].strip(" .,;!?"):
        draft.start, draft.end, draft.kind = first.first, first.last, "direct"
    elif any(_is_said(text, draft, each) for each in inside):
        draft.kind = "mixed"
        if first.start == draft.start and inside[-1].end >= draft.end - 1:
            draft.start, draft.kind = first.first, "direct"


def _is_said(text: str, draft: Draft, quote: Quote) -> bool:
    """Whether words in quotation marks are somebody's, and no name.

    A few words are where they are what is told of somebody (*ông "rất vui"*, *là "không đúng"*).
    """
    count = len(text[quote.first : quote.last].split())
    before = text[max(0, quote.start - _REACH) : quote.start].lower().split()
    told_of = quote.start > draft.start and before[-1:] in _TOLD_OF
    return count > FEW or (count == FEW and told_of)
