"""Statements of one sentence: what is said, by whom, how it is told."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from vnpolitext.statements.clauses import Clauses, Hit, Subject
from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.parties import Party, documents
from vnpolitext.statements.quotes import Quote, Quotes
from vnpolitext.vocabulary import addresses, heads

_SKIPPED: Final = frozenset({"rằng", "là", "thêm", "rõ"})
# Those who report are no source of their own report.
_REPORTERS: Final = frozenset({"pv", "phóng viên", "nhà báo"})
_MEDIA: Final = frozenset({"báo", "tờ", "hãng", "tin", "đài", "trang", "kênh", "tạp", "chí", "tức", "trên", "thông", "từ", "hãng", "mạng"})
# What a speaker says that a body feels or wants is no statement of the body.
_FELT: Final = frozenset({"praises", "promises", "criticises"})
_HUMAN: Final = frozenset({"name", "office", "person", "pronoun", "leader"})
_PLAIN: Final = frozenset({"asserts", "promises"})
_OPENING: Final = "“„\"«"
_CLOSING: Final = "”\"»"
_LONGEST_MARK: Final = 24
_WORDS_QUOTED: Final = 3
_SHORTEST: Final = 2
_WORDS_BETWEEN: Final = 5
_POINTING: Final = frozenset({"này", "đó", "trên", "vậy", "ấy"})
_ORDERED: Final = frozenset({"các", "những", "cho", "mỗi", "từng", "toàn", "tất", "đồng", "cả", "mọi"})


@dataclass(slots=True)
class Draft:
    """A statement while it is being read, in folded offsets.

    Attributes:
        start: Where what is said begins.
        end: Where it ends.
        speaker: Who says it.
        cue: Where the word of saying stands.
        kind: As in the record.
        polarity: As in the record.
        rule: Name of the form.
        parent: The statement it stands in.
        announces: Whether a colon at the end of the sentence announces what is said.
    """

    start: int
    end: int
    speaker: Party | None
    cue: tuple[int, int] | None
    kind: str
    polarity: str
    rule: str
    parent: Draft | None = None
    announces: bool = False


class Reported:
    """Reads the sentences of one text."""

    def __init__(self, text: str, quotes: Quotes) -> None:
        """Prepare for the folded text of a page and its quotations."""
        self.text = text
        self.quotes = quotes

    def read(self, clauses: Clauses) -> list[Draft]:
        """Return the statements of a sentence, in text order."""
        found: list[Draft] = []
        for number, hit in enumerate(clauses.hits):
            if hit.cue.construction == "source":
                draft = self._sourced(clauses, hit)
            else:
                draft = self._said(clauses, hit, number, found)
            if draft is not None:
                found.append(draft)
        self._part(clauses, found)
        return [each for each in found if each.announces or each.end - each.start > _SHORTEST]

    def read_bare(self, clauses: Clauses) -> list[Draft]:
        """Return a quotation that stands beside a name without a word of saying.

        *“...”, bà A bức xúc*; *Ông A buồn rầu: “...”*.
        """
        unit, text = clauses.unit, self.text
        for quote in self.quotes.within(unit.start, unit.end):
            if len(text[quote.first : quote.last].split()) <= 2 * _WORDS_QUOTED:
                continue
            for chain in clauses.named():
                behind = text[quote.end : chain[0].start]
                ahead = text[chain[-1].end : quote.start]
                rest = text[chain[-1].end : unit.end].strip(" .")
                party = max(chain, key=lambda each: (each.rank, each.start))
                told = Draft(quote.first, quote.last, party, None, "direct", "asserts", "bare")
                if quote.end <= chain[0].start and _is_short(behind, ",-") and _is_short(rest, ""):
                    return [told]
                if chain[-1].end <= quote.start and ahead.rstrip().endswith(":") and _is_short(
                    ahead[: ahead.rindex(":")], ""
                ):
                    return [told]
        return []

    def _said(
        self, clauses: Clauses, hit: Hit, number: int, found: list[Draft]
    ) -> Draft | None:
        unit = clauses.unit
        last = next((each for each in reversed(found) if each.parent is None), None)
        rules = speech_rules()
        left = unit.start if last is None or last.cue is None else last.cue[1]
        subject = clauses.subject(hit, left)
        if last is not None and subject is not None and not subject.is_beside:
            subject = None
        start, mark = self._after(clauses, hit, number)
        cue = (unit.starts[hit.first], unit.ends[hit.last - 1])
        if subject is not None and not subject.is_beside and (
            hit.cue.text in rules.acts or subject.party.kind not in _HUMAN
        ):
            return None
        if last is not None and last.cue is not None and subject is None:
            if not clauses.is_joined(hit):
                return None
            if hit.cue.text in rules.acts and not clauses.is_added(hit):
                return None
            if self._is_near(clauses, last, hit):
                last.polarity = hit.cue.polarity
                last.start = start if mark or last.start >= cue[0] else last.start
                return None
            draft = self._plain(clauses, hit, last.speaker, start, mark)
            return draft
        if subject is None:
            return self._participle(clauses, hit, number, start)
        before = self._behind(clauses, hit, subject)
        if before is not None:
            return before
        if not subject.is_beside and hit.cue.construction in ("assign", "document"):
            return None
        draft = self._plain(clauses, hit, subject.party, start, mark)
        if draft is not None and last is not None and last.start <= subject.start < last.end:
            if subject.is_beside and not _same(subject.party, last.speaker):
                gap = self.text[last.start : subject.start].rstrip()
                if not gap.endswith((";", ".")):
                    if hit.cue.polarity in _FELT and subject.party.kind == "body":
                        return None
                    draft.parent = last
            elif not subject.is_beside and not clauses.is_joined(hit):
                return None
        return draft

    def _plain(
        self, clauses: Clauses, hit: Hit, speaker: Party | None, start: int, mark: str
    ) -> Draft | None:
        """Return the statement that follows its word of saying."""
        unit, cue = clauses.unit, hit.cue
        if cue.construction in ("marked", "told") and not mark:
            return None
        if mark == "“" and not self._is_quoted(start):
            return None
        if cue.construction == "assign" and not mark and not self._assigns(clauses, hit):
            return None
        end = unit.end
        draft = Draft(
            start, end, speaker, (unit.starts[hit.first], unit.ends[hit.last - 1]),
            "indirect", cue.polarity, cue.construction,
        )  # fmt: skip
        if start >= end or not self.text[start:end].strip(" .,:;"):
            return self._announced(clauses, draft)
        rest = self.text[start:end].strip(" .,;")
        if rest.endswith(":") and (
            speaker is not None and speaker.kind == "document" or rest.lower().endswith("như sau:")
        ):
            return self._announced(clauses, draft)
        if self._points(start, end) or self._is_topic(clauses, hit, start):
            return None
        draft.announces = self.text[start:end].rstrip().endswith(":")
        return draft

    def _quoted_before(self, at: int) -> Quote | None:
        """Return the quotation that ends directly before a sentence."""
        last = at - 1
        while last > 0 and self.text[last] in " \n":
            last -= 1
        quote = self.quotes.at(last) if last >= 0 and self.text[last] in _CLOSING else None
        return quote if quote is not None and quote.end == last + 1 else None

    def _points(self, start: int, end: int) -> bool:
        """Whether a few words only point at something said elsewhere (*điều này*)."""
        words = self.text[start:end].strip(" .,:;").lower().split()
        return len(words) <= _WORDS_BETWEEN and words[-1:] != [] and words[-1] in _POINTING

    def _is_topic(self, clauses: Clauses, hit: Hit, start: int) -> bool:
        """Whether only what is spoken about follows (*chia sẻ về ...*)."""
        return (
            hit.cue.polarity in ("asserts", "orders")
            and self.text[start : start + 3].lower() == "về "
            and self.text[start - 1 : start] == " "
            and ":" not in self.text[start - 2 : start]
        )

    def _is_quoted(self, at: int) -> bool:
        """Whether a quotation of some length begins at a place."""
        quote = self.quotes.at(at)
        return quote is not None and len(self.text[quote.first : quote.last].split()) > _WORDS_QUOTED

    def _announced(self, clauses: Clauses, draft: Draft) -> Draft | None:
        """Return the statement that a sentence announces: the next paragraphs say it."""
        end = clauses.unit.end
        if not self.text[draft.cue[1] if draft.cue else draft.start : end].rstrip().endswith(":"):
            return None
        draft.start = draft.end = end
        draft.announces = True
        if draft.speaker is not None and draft.speaker.kind == "document":
            draft.rule, draft.kind = "provision", "direct"
        return draft

    def _assigns(self, clauses: Clauses, hit: Hit) -> bool:
        """Whether somebody who is told something follows a word."""
        unit = clauses.unit
        if hit.last >= len(unit.words):
            return False
        if unit.words[hit.last] in _ORDERED:
            return True
        at = unit.starts[hit.last]
        return any(party.start == at for party in clauses.parties)

    def _participle(self, clauses: Clauses, hit: Hit, number: int, start: int) -> Draft | None:
        """Return the statement of a word of saying that opens a sentence before its subject."""
        unit = clauses.unit
        opened = number == 0 and hit.first == 0 or clauses.is_joined(hit) and number == 0
        if not opened or hit.cue.construction in ("marked", "told", "assign", "document"):
            return None
        subject = self._later(clauses, number, start)
        if subject is None:
            return None
        party, begin = subject
        end = len(self.text[:begin].rstrip(" ,"))
        if end <= start or self._points(start, end):
            return None
        return Draft(
            start, end, party, (unit.starts[hit.first], unit.ends[hit.last - 1]),
            "indirect", hit.cue.polarity, "participle",
        )  # fmt: skip

    def _later(self, clauses: Clauses, number: int, start: int) -> tuple[Party, int] | None:
        """Return the subject behind a clause that opens a sentence, and where it begins."""
        for later in clauses.hits[number + 1 :]:
            subject = clauses.subject(later, start)
            if subject is not None and subject.is_beside:
                begin = _with_address(self.text, start, subject.start)
                if self._is_parted(begin):
                    return subject.party, begin
        for chain in clauses.chains:
            begin = _with_address(self.text, start, chain[0].start)
            if begin > start and self._is_parted(begin):
                party = max(chain, key=lambda each: (each.rank, each.start))
                if party.kind in ("name", "office", "pronoun", "person"):
                    return party, begin
        return None

    def _is_parted(self, at: int) -> bool:
        return self.text[max(0, at - 3) : at].rstrip().endswith(",")

    def _behind(
        self, clauses: Clauses, hit: Hit, subject: Subject
    ) -> Draft | None:
        """Return the statement whose speaker stands in its middle or behind it."""
        unit, text = clauses.unit, self.text
        begin = _with_address(text, unit.start, subject.start)
        pre = text[unit.start : self._quote_end(unit.start, begin)].rstrip(" ,-")
        rest = text[unit.ends[hit.last - 1] : unit.end].strip(" .,;:)”\"")
        closes = pre[-1:] in _CLOSING
        cue = (unit.starts[hit.first], unit.ends[hit.last - 1])
        if not pre:
            quoted = self._quoted_before(unit.start)
            if quoted is None or rest or hit.cue.construction == "source":
                return None
            return Draft(
                quoted.first, quoted.last, subject.party, cue, "direct", hit.cue.polarity, "behind"
            )
        if not subject.is_beside:
            return None
        if not closes and (
            rest
            or hit.cue.polarity not in _PLAIN
            or hit.cue.construction not in ("clause", "marked", "told")
            or not text[unit.start : begin].rstrip().endswith(",")
            or clauses.is_opening(unit.start, begin)
        ):
            return None
        if closes and rest and text[cue[1] : cue[1] + 1] not in (",", "") and len(rest) > 60:
            quote = self.quotes.at(unit.start + len(pre) - 1)
            if quote is None or quote.last - quote.first < 30:
                return None
        end = unit.start + len(pre)
        first, kind = unit.start, "indirect"
        if closes:
            quote = self.quotes.at(end - 1)
            if quote is not None:
                lead = text[unit.start : quote.start].strip(" -*•")
                if not lead or lead.endswith(":") or clauses.is_opening(unit.start, quote.start):
                    first, end, kind = quote.first, quote.last, "direct"
                else:
                    kind = "mixed"
        goes = text[cue[1] : cue[1] + 1] == "," and rest
        if goes:
            end = unit.end
        return Draft(first, end, subject.party, cue, kind, hit.cue.polarity, "behind")

    def _quote_end(self, start: int, at: int) -> int:
        """Return where a quotation ends that stands a few words before a place, else the place."""
        for quote in reversed(self.quotes.within(start, at)):
            between = self.text[quote.end : at]
            if len(between.split()) <= _WORDS_BETWEEN and not any(m in between for m in ".:;"):
                return quote.end
            break
        return at

    def _sourced(self, clauses: Clauses, hit: Hit) -> Draft | None:
        """Return the statement of *theo ông A, ...*."""
        unit, text = clauses.unit, self.text
        at = hit.last
        while at < len(unit.words) and unit.words[at] in ("ông", "bà", "đồng", "chí", "lời", "anh", "chị", "của"):
            at += 1
        chain = next((each for each in clauses.chains if hit.last <= each[0].first <= at + 3), None)
        if chain is None:
            chain = self._source_named(clauses, hit)
        if chain is None:
            return None
        between = text[unit.ends[hit.last - 1] : chain[0].start]
        if any(mark in between for mark in ",.:;"):
            return None
        party = max(chain, key=lambda each: (each.rank, each.start))
        last = chain[-1]
        if party.kind == "report" or chain[0].kind == "report":
            later = [each for each in clauses.chains if each[0].start >= last.end]
            owner = later[0] if later and later[0][0].first <= last.last + 4 else None
            if owner is None:
                return None
            chain, last = owner, owner[-1]
            party = max(owner, key=lambda each: (each.rank, each.start))
        stop = self._comma(last.end, unit.end)
        if stop is not None and text[stop] == "," and text[last.end : stop].strip() == "":
            stop = self._apposition(clauses, stop, unit.end)
        if party.kind not in ("document", "report", "body") and not text[last.end : unit.end].startswith((",", " (", ":")):
            stop = last.end
        cue = (unit.starts[hit.first], unit.ends[hit.last - 1])
        before = text[unit.start : cue[0]].rstrip()
        closes = before.rstrip(" ,-").endswith(tuple(_CLOSING))
        opened = not closes and (not before or clauses.is_opening(unit.start, cue[0]) or before.lower() in ("cũng", "còn", "vẫn"))
        if opened and stop is not None:
            if any(hit.last < each.first and unit.starts[each.first] < stop for each in clauses.hits):
                return None
            if party.kind == "crowd" and text[party.start : party.end].lower() in _REPORTERS:
                return None
            if len(before.split()) > _WORDS_QUOTED and before.endswith(","):
                return Draft(unit.start, unit.end, party, cue, "indirect", "asserts", "source")
            start = stop
            while start < unit.end and text[start] in " ,:":
                start += 1
            return Draft(start, unit.end, party, cue, "indirect", "asserts", "source")
        if before.endswith((",", "”", "\"", "-")) and not opened:
            pre = before.rstrip(" ,-")
            is_last = stop is None or not text[stop:unit.end].strip(" ,.")
            end = unit.start + len(pre) if is_last else unit.end
            first, kind = unit.start, "indirect"
            if pre[-1:] in _CLOSING and (quote := self.quotes.at(unit.start + len(pre) - 1)):
                if quote.start == unit.start:
                    first, end, kind = quote.first, quote.last, "direct"
            return Draft(first, end, party, cue, kind, "asserts", "source")
        return None

    def _apposition(self, clauses: Clauses, comma: int, end: int) -> int:
        """Return the comma behind an apposition in lower case (*..., giáo sư sử học, ...*)."""
        unit = clauses.unit
        at = next((n for n, start in enumerate(unit.starts) if start > comma), len(unit.words))
        if at >= len(unit.words) or self.text[unit.starts[at]].isupper():
            return comma
        office = heads().match(unit.words, at) or addresses().match(unit.words, at)
        if office is None:
            return comma
        further = self._comma(unit.starts[at], end)
        return comma if further is None else further

    def _source_named(self, clauses: Clauses, hit: Hit) -> list[Party] | None:
        """Return a document in lower case, or an unknown name, that a source gives."""
        unit, at = clauses.unit, hit.last
        if at >= len(unit.words):
            return None
        rules = speech_rules()
        kind = documents().match(unit.words, at)
        if kind is not None:
            last = at + kind[0]
            owned = unit.words[last : last + 1] in (["của"], ["này"])
            if not owned and rules.generic.match(unit.words, at) is not None:
                return None
            return [Party(unit.starts[at], unit.ends[last - 1], "document", at, last)]
        while at < len(unit.words) and unit.words[at] in _MEDIA:
            at += 1
        last = at
        while last < min(len(unit.words), at + 5) and self.text[unit.starts[last]].isupper():
            last += 1
        if last == at or self.text[unit.ends[last - 1] : unit.ends[last - 1] + 1] not in (",", ":", "."):
            return None
        return [Party(unit.starts[at], unit.ends[last - 1], "body", at, last)]

    def _comma(self, at: int, end: int) -> int | None:
        """Return the first comma or colon behind whom a source names, near it."""
        for place in range(at, min(end, at + 160)):
            if self.text[place] in ",:":
                return place
            if self.text[place] in ".;“\"":
                return None
        return None

    def _after(self, clauses: Clauses, hit: Hit, number: int) -> tuple[int, str]:
        """Return where what is said begins behind a word of saying, and what shows it."""
        unit, text = clauses.unit, self.text
        at, mark = unit.ends[hit.last - 1], ""
        word = hit.last
        limit = unit.starts[clauses.hits[number + 1].first] if number + 1 < len(clauses.hits) else unit.end
        far = word
        while far < min(len(unit.words), word + _LONGEST_MARK) and unit.starts[far] < limit:
            gap = text[unit.ends[far - 1] : unit.starts[far]]
            if ":" in gap:
                at, mark, word = unit.ends[far - 1] + gap.index(":") + 1, ":", far
                break
            if unit.words[far] == "rằng" and "," not in text[unit.ends[hit.last - 1] : unit.starts[far]]:
                at, mark, word = unit.ends[far], "rằng", far + 1
                break
            if any(each in gap for each in _OPENING):
                if far - hit.last <= 1 or hit.cue.construction in ("marked", "told"):
                    at, mark = unit.ends[far - 1], "“"
                break
            far += 1
        while word < len(unit.words) and unit.words[word] in _SKIPPED and word - hit.last < 3:
            if text[at : unit.starts[word]].strip(" ,:"):
                break
            mark = mark or (unit.words[word] if unit.words[word] in ("rằng", "là") else "")
            at = unit.ends[word]
            word += 1
        while at < unit.end and text[at] in " ,:-\n":
            mark = mark or (":" if text[at] == ":" else "," if text[at] == "," else "")
            at += 1
        if mark == "," and hit.cue.construction not in ("clause", "told"):
            mark = ""
        return at, mark

    def _is_near(self, clauses: Clauses, last: Draft, hit: Hit) -> bool:
        """Whether a second word of saying directly follows the first."""
        unit = clauses.unit
        if last.cue is None or last.rule == "behind":
            return False
        between = unit.lower[last.cue[1] : unit.starts[hit.first]].strip(" ,;")
        return between in ("", "và", "đồng thời", "và cũng", "cũng", "rồi")

    def _part(self, clauses: Clauses, found: list[Draft]) -> None:
        """End each statement where the next one of the sentence begins, and mark quotations."""
        unit, text = clauses.unit, self.text
        order = {draft.cue[0]: hit for hit in clauses.hits for draft in found if draft.cue and draft.cue[0] == unit.starts[hit.first]}
        plain = [draft for draft in found if draft.parent is None]
        for one, other in zip(plain, plain[1:], strict=False):
            if other.cue is None or one.end <= other.cue[0] or other.rule == "behind":
                continue
            hit = order[other.cue[0]]
            stop = clauses.clause_start(hit)
            speaker = other.speaker
            if speaker is not None and one.start < speaker.start < other.cue[0]:
                stop = min(stop, _clause_before(text, one.start, _with_address(text, one.start, speaker.start)))
            one.end = max(one.start, min(one.end, stop))
        for draft in found:
            if draft.parent is not None:
                draft.end = min(draft.end, draft.parent.end)
            if draft.kind == "indirect":
                self._mark(draft)

    def _mark(self, draft: Draft) -> None:
        """Say whether what is said stands wholly or partly in quotation marks."""
        text = self.text
        draft.end = draft.start + len(text[draft.start : draft.end].rstrip(" ,;\n"))
        quotes = self.quotes.within(draft.start, draft.end)
        if not quotes:
            return
        first = quotes[0]
        if first.start <= draft.start and not text[first.end : draft.end].strip(" .,;!?"):
            draft.start, draft.end, draft.kind = first.first, first.last, "direct"
        elif any(len(text[each.first : each.last].split()) > _WORDS_QUOTED for each in quotes):
            draft.kind = "mixed"
            if first.start == draft.start and quotes[-1].end >= draft.end - 1:
                draft.start, draft.kind = first.first, "direct"


def _is_short(words: str, marks: str) -> bool:
    """Whether a few words stand between two things, with no marks but ``marks``."""
    return len(words.split()) <= _WORDS_BETWEEN + 1 and not any(
        mark in words for mark in ".,;:?!()" if mark not in marks
    )


def _same(one: Party, other: Party | None) -> bool:
    if other is None:
        return False
    if one.start == other.start or one.kind == "pronoun":
        return True
    return one.person is not None and one.person == other.person


def _with_address(text: str, floor: int, at: int) -> int:
    """Return where the form of address before a name begins."""
    head = text[max(floor, at - 24) : at]
    trimmed = head.rstrip()
    for form in ("đồng chí", "ông", "bà", "anh", "chị", "cụ", "cô", "đ/c"):
        if trimmed.lower().endswith(form):
            return at - len(head) + len(trimmed) - len(form)
    return at


def _clause_before(text: str, floor: int, at: int) -> int:
    """Return the end of the clause before a subject."""
    cut = max(text.rfind(",", floor, at), text.rfind(";", floor, at))
    return cut if cut >= floor and at - cut < 60 else at
