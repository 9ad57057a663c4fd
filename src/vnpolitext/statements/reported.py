"""Statements of one sentence: what is said, by whom, how it is told."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from vnpolitext.statements.clauses import Clauses, Hit, Subject
from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.parties import Party
from vnpolitext.statements.quotes import Quote, Quotes

_SKIPPED: Final = frozenset({"rằng", "là", "thêm", "rõ"})
_PLAIN: Final = frozenset({"asserts", "promises"})
_OPENING: Final = "“„\"«"
_CLOSING: Final = "”\"»"
_LONGEST_MARK: Final = 24
_WORDS_QUOTED: Final = 3
_SHORTEST: Final = 2
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
        return [draft for draft in found if draft.end - draft.start > _SHORTEST]

    def _said(
        self, clauses: Clauses, hit: Hit, number: int, found: list[Draft]
    ) -> Draft | None:
        unit = clauses.unit
        last = next((each for each in reversed(found) if each.parent is None), None)
        left = unit.start if last is None or last.cue is None else last.cue[1]
        subject = clauses.subject(hit, left)
        if last is not None and subject is not None and not subject.is_beside:
            subject = None
        start, mark = self._after(clauses, hit, number)
        cue = (unit.starts[hit.first], unit.ends[hit.last - 1])
        if last is not None and last.cue is not None and subject is None:
            if not clauses.is_joined(hit):
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
            if self.text[unit.ends[hit.last - 1] : unit.end].rstrip().endswith(":"):
                draft.start = draft.end = unit.end
                draft.announces = True
                return draft
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

    def _is_quoted(self, at: int) -> bool:
        """Whether a quotation of some length begins at a place."""
        quote = self.quotes.at(at)
        return quote is not None and len(self.text[quote.first : quote.last].split()) > _WORDS_QUOTED

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
        following = clauses.hits[number + 1 :]
        for later in following:
            subject = clauses.subject(later, start)
            if subject is None or not subject.is_beside:
                continue
            gap = self.text[start : subject.start]
            head = gap.rstrip()
            address = head.lower().removesuffix("đồng chí").removesuffix("ông").removesuffix("bà")
            if not address.rstrip().endswith(","):
                return None
            end = start + len(address.rstrip()) - 1
            return Draft(
                start, end, subject.party, (unit.starts[hit.first], unit.ends[hit.last - 1]),
                "indirect", hit.cue.polarity, "participle",
            )  # fmt: skip
        return None

    def _behind(
        self, clauses: Clauses, hit: Hit, subject: Subject
    ) -> Draft | None:
        """Return the statement whose speaker stands in its middle or behind it."""
        unit, text = clauses.unit, self.text
        begin = _with_address(text, unit.start, subject.start)
        pre = text[unit.start : begin].rstrip(" ,-")
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

    def _sourced(self, clauses: Clauses, hit: Hit) -> Draft | None:
        """Return the statement of *theo ông A, ...*."""
        unit, text = clauses.unit, self.text
        at = hit.last
        while at < len(unit.words) and unit.words[at] in ("ông", "bà", "đồng", "chí", "lời", "anh", "chị", "của"):
            at += 1
        chain = next((each for each in clauses.chains if hit.last <= each[0].first <= at + 3), None)
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
        if party.kind not in ("document", "report", "body") and not text[last.end : unit.end].startswith((",", " (", ":")):
            stop = last.end
        cue = (unit.starts[hit.first], unit.ends[hit.last - 1])
        before = text[unit.start : cue[0]].rstrip()
        opened = not before or clauses.is_opening(unit.start, cue[0]) or before.lower() in ("cũng", "còn", "vẫn")
        if opened and stop is not None:
            if any(hit.last < each.first and unit.starts[each.first] < stop for each in clauses.hits):
                return None
            start = stop
            while start < unit.end and text[start] in " ,:":
                start += 1
            return Draft(start, unit.end, party, cue, "indirect", "asserts", "source")
        if before.endswith((",", "”", "\"")) and not opened:
            pre = before.rstrip(" ,")
            is_last = stop is None or not text[stop:unit.end].strip(" ,.")
            end = unit.start + len(pre) if is_last else unit.end
            first, kind = unit.start, "indirect"
            if pre[-1:] in _CLOSING and (quote := self.quotes.at(unit.start + len(pre) - 1)):
                if quote.start == unit.start:
                    first, end, kind = quote.first, quote.last, "direct"
            return Draft(first, end, party, cue, kind, "asserts", "source")
        return None

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
