"""Statements of *theo ông A, ...*: whom a source names, and what is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from vnpolitext.statements.clauses import Clauses
from vnpolitext.statements.drafts import BETWEEN, FEW, Draft, best, draft_of, span
from vnpolitext.statements.hits import Hit
from vnpolitext.statements.lexicon import documents, speech_rules
from vnpolitext.statements.parties import Party
from vnpolitext.statements.quotes import CLOSING, Quotes
from vnpolitext.statements.unlisted import MEDIA
from vnpolitext.vocabulary import addresses, heads

# Words that only say where something is written.
_WHERE: Final = frozenset(
    {"theo quy định tại", "được quy định tại", "được quy định cụ thể tại", "căn cứ", "căn cứ tại"}
    | {"căn cứ vào", "căn cứ quy định tại", "được nêu tại", "quy định tại"}
)
# Parts of a norm that stand before its name, each with a number or a letter behind.
_PARTS: Final = frozenset(
    {"điều", "khoản", "điểm", "mục", "chương", "phần", "lục", "phụ", "tiết", "tiểu", "các", "và"}
    | {"tại"}
)
_THEN: Final = "thì "
_ROMAN: Final = frozenset("ivxl")
_ISSUED: Final = ["ban", "hành", "kèm", "theo"]
_ANNOUNCES: Final = (":", ":*", ":**", ": **")
_NEAR: Final = 160
_LONGEST_NAME: Final = 5
_OWNER: Final = 4
_ADDRESSED: Final = frozenset({"ông", "bà", "đồng", "chí", "lời", "anh", "chị", "của", "chính"})
_ENDS: Final = re.compile(r" ?[,:.]")
# Those who report are no source of their own report.
_REPORTERS: Final = ("pv ", "phóng viên ", "đặc phái viên ", "nhà báo ")
# Opinions that are nobody's where it is not said whose they are.
_OPINIONS: Final = (
    *(["đánh", "giá"], ["nhận", "định"], ["quan", "sát"], ["phản", "ánh"], ["chia", "sẻ"]),
    *(["ghi", "nhận"], ["tìm", "hiểu"]),
)
_STOPS: Final = frozenset(",.:;")
_ALSO: Final = frozenset({"cũng", "còn", "vẫn"})
_SUBJECTS: Final = frozenset({"body", "leader", "office", "person"})
_LONG: Final = ("document", "report", "body", "person", "crowd")


@dataclass(frozen=True, slots=True)
class _Source:
    party: Party
    end: int
    is_cut: bool = False


class Sources:
    """Reads the sources of one text."""

    def __init__(self, text: str, quotes: Quotes) -> None:
        """Prepare for the folded text of a page and its quotations."""
        self.text = text
        self.quotes = quotes

    def read(self, clauses: Clauses, hit: Hit, *, inside: bool = False) -> Draft | None:
        """Return the statement of *theo ông A, ...*, before, around or behind it.

        Args:
            clauses: The sentence.
            hit: The word that leads to the source.
            inside: Whether it begins what somebody else says.
        """
        unit, text = clauses.unit, self.text
        source = self._source(clauses, hit)
        if source is None or self._reports(source.party):
            return None
        if source.party.kind == "document" and self.text[unit.start : unit.end].endswith(
            _ANNOUNCES
        ):
            return self._provision(clauses, hit, source)
        if hit.cue.text in _WHERE and not self._says(hit, source):
            return None
        stop = self._stop(clauses, source)
        at = span(clauses, hit)[0]
        begins = inside and stop is not None and text[stop : unit.end].strip(" ,.") != ""
        before = "" if begins else text[unit.start : at].rstrip()
        closes = before.rstrip(" ,-").endswith(CLOSING) or self._ends(clauses, stop, before)
        if not closes and self._opens(clauses, before, at):
            return self._ahead(clauses, hit, source, stop, before)
        if before.endswith((",", "-", *CLOSING)):
            return self._around(clauses, hit, source, stop, before)
        return None

    def _says(self, hit: Hit, source: _Source) -> bool:
        """Whether a norm that heads a sentence says what stands behind the comma."""
        heads = hit.cue.text.startswith("theo") and hit.first == 0
        return heads and self.text.startswith(", ", source.end)

    def _provision(self, clauses: Clauses, hit: Hit, source: _Source) -> Draft:
        """Return the provision that stands behind a sentence which says where it is written."""
        end = clauses.unit.end
        draft = draft_of(clauses, hit, source.party, (end, end), "provision", kind="direct")
        draft.announces = True
        return draft

    def _opens(self, clauses: Clauses, before: str, at: int) -> bool:
        return not before or before.lower() in _ALSO or clauses.is_opening(clauses.unit.start, at)

    def _ends(self, clauses: Clauses, stop: int | None, before: str) -> bool:
        """Whether a source ends a sentence that says something before it."""
        if len(before.split()) <= FEW or not before.endswith(","):
            return False
        return stop is None or not self.text[stop : clauses.unit.end].strip(" ,.")

    def _ahead(
        self, clauses: Clauses, hit: Hit, source: _Source, stop: int | None, before: str
    ) -> Draft | None:
        """Return what follows a source."""
        unit = clauses.unit
        if stop is None or any(
            hit.last < each.first and unit.starts[each.first] < stop for each in clauses.hits
        ):
            return None
        start = stop
        if len(before.split()) > FEW and before.endswith(","):
            start = unit.start
        while start < unit.end and self.text[start] in " ,:":
            start += 1
        if unit.lower.startswith(_THEN, start):
            start += len(_THEN)
        return draft_of(clauses, hit, source.party, (start, unit.end), "source")

    def _around(
        self, clauses: Clauses, hit: Hit, source: _Source, stop: int | None, before: str
    ) -> Draft:
        """Return what stands before a source, and on both sides of it."""
        unit = clauses.unit
        pre = before.rstrip(" ,-")
        is_last = stop is None or not self.text[stop : unit.end].strip(" ,.")
        end = unit.start + len(pre)
        quote = self.quotes.at(end - 1) if pre.endswith(CLOSING) else None
        if quote is not None and quote.start == unit.start:
            content = quote.first, quote.last
            return draft_of(clauses, hit, source.party, content, "source", kind="direct")
        content = unit.start, end if is_last else unit.end
        return draft_of(clauses, hit, source.party, content, "source")

    def _reports(self, party: Party) -> bool:
        named = party.kind == "name"
        return not named and f"{self.text[party.start : party.end].lower()} ".startswith(_REPORTERS)

    def _source(self, clauses: Clauses, hit: Hit) -> _Source | None:
        """Return whom a source names: somebody, or whose words a report gives."""
        unit, at = clauses.unit, hit.last
        while at < len(unit.words) and unit.words[at] in _ADDRESSED:
            at += 1
        at = _past_provision(unit.words, at)
        begin = unit.ends[hit.last - 1]
        near = [each for each in clauses.chains if hit.last <= each[0].first <= at + FEW]
        if near and _STOPS.isdisjoint(self.text[begin : near[0][0].start]):
            chain: list[Party] | None = near[0]
        else:
            chain = self._unlisted(clauses, hit)
        if chain is None:
            return None
        if chain[0].kind == "report":
            end, last = chain[-1].end, chain[-1].last
            chain = next((each for each in clauses.chains if each[0].start >= end), None)
            if (
                chain is None
                or chain[0].first > last + _OWNER
                or not _STOPS.isdisjoint(self.text[end : chain[0].start])
            ):
                chain = self._named(clauses, last)
            if chain is None:
                return None
        own = self._without_subject(clauses, chain)
        party = own[0] if own[0].kind == "document" else best(own)
        return _Source(party, own[-1].end, len(own) < len(chain))

    def _without_subject(self, clauses: Clauses, chain: list[Party]) -> list[Party]:
        """Return those a source names without a body behind a comma that no comma closes.

        It is the subject of what is said: *Theo ông A, Quốc hội đã ...*.
        """
        last = chain[-1]
        if len(chain) < 2 or last.kind not in _SUBJECTS:
            return chain
        if chain[0].kind == "document":  # *Theo Hiến pháp Chủ tịch nước ...*
            return chain[:1]
        parted = "," in self.text[chain[-2].end : last.start]
        closed = self.text[last.end : clauses.unit.end].lstrip().startswith((",", ":", "("))
        return chain[:-1] if parted and not closed else chain

    def _stop(self, clauses: Clauses, source: _Source) -> int | None:
        """Return where the words that name a source end, with what stands in apposition."""
        unit, text = clauses.unit, self.text
        if source.is_cut and text[source.end : source.end + 1] == " ":
            return source.end
        stop = self._comma(source.end, unit.end)
        if stop is not None and not text[source.end : stop].strip() and text[stop] == ",":
            stop = self._apposition(clauses, stop)
        parted = text.startswith((",", " (", ":"), source.end)
        return source.end if source.party.kind not in _LONG and not parted else stop

    def _apposition(self, clauses: Clauses, comma: int) -> int:
        """Return the comma behind an apposition in lower case (*..., giáo sư sử học, ...*)."""
        unit = clauses.unit
        at = next((n for n, start in enumerate(unit.starts) if start > comma), len(unit.words))
        if at >= len(unit.words) or self.text[unit.starts[at]].isupper():
            return comma
        if at + 1 < len(unit.words) and self.text[unit.starts[at + 1]].isupper():
            return comma
        if heads().match(unit.words, at) is None and addresses().match(unit.words, at) is None:
            return comma
        further = self._comma(unit.starts[at], unit.end)
        return comma if further is None else further

    def _unlisted(self, clauses: Clauses, hit: Hit) -> list[Party] | None:
        """Return a document in lower case, an unknown name or a common noun that is a source."""
        unit, at = clauses.unit, hit.last
        if at >= len(unit.words):
            return None
        kind = documents().match(unit.words, at)
        generic = speech_rules().generic.match(unit.words, at) is not None
        if kind is not None:
            last = at + kind[0]
            owned = unit.words[last : last + 1] in (["của"], ["này"])
            return [_party(clauses, at, last, "document")] if owned or not generic else None
        named = self._named(clauses, at)
        return named or (None if generic or hit.first > 0 else self._common(clauses, hit))

    def _named(self, clauses: Clauses, at: int) -> list[Party] | None:
        """Return the newspaper or other name in capitals at a word, before a comma or a stop."""
        unit = clauses.unit
        while at < len(unit.words) and unit.words[at] in MEDIA:
            at += 1
        last = at
        longest = min(len(unit.words), at + _LONGEST_NAME)
        while last < longest and self.text[unit.starts[last]].isupper():
            if last > at and self.text[unit.ends[last - 1] : unit.starts[last]] != " ":
                break
            last += 1
        if last > at and _ENDS.match(self.text, unit.ends[last - 1]):
            return [_party(clauses, at, last, "body")]
        return None

    def _common(self, clauses: Clauses, hit: Hit) -> list[Party] | None:
        """Return a common noun before a comma (*theo nhà chức trách, ...*)."""
        unit, last = clauses.unit, hit.last
        if unit.words[hit.last : hit.last + 2] in _OPINIONS:
            return None
        comma = self._comma(unit.ends[hit.last - 1], unit.end)
        while last < len(unit.words) and comma is not None and unit.starts[last] < comma:
            last += 1
        if comma is None or not 1 < last - hit.last <= 2 * BETWEEN:
            return None
        return [_party(clauses, hit.last, last, "crowd")]

    def _comma(self, at: int, end: int) -> int | None:
        """Return the first comma or colon behind a place, near it and in its clause."""
        for place in range(at, min(end, at + _NEAR)):
            if self.text[place] in ",:":
                return place
            if self.text[place] in '.;“"':
                return None
        return None


def _party(clauses: Clauses, first: int, last: int, kind: str) -> Party:
    unit = clauses.unit
    return Party(unit.starts[first], unit.ends[last - 1], kind, first, last)


def _past_provision(words: list[str], at: int) -> int:
    """Return the number of the word behind the parts of a norm (*điểm a khoản 2 Điều 5*)."""
    while at < len(words):
        if words[at] in _PARTS or (words[at - 1] in _PARTS and _is_number(words[at])):
            at += 1
        elif words[at : at + len(_ISSUED)] == _ISSUED:
            at += len(_ISSUED)
        elif words[at : at + 2] == _ISSUED[2:]:
            at += 2
        else:
            break
    return at


def _is_number(word: str) -> bool:
    """Whether a word can number a part of a norm: *12*, *a*, *xiv*."""
    return word.isdigit() or len(word) == 1 or set(word) <= _ROMAN
