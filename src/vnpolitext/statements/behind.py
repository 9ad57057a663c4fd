"""Statements whose speaker stands behind them or in their middle (*“...”, ông A nói*)."""

from __future__ import annotations

from typing import Final

from vnpolitext.statements.clauses import Clauses, Subject
from vnpolitext.statements.drafts import (
    BETWEEN,
    FEW,
    Draft,
    best,
    draft_of,
    is_remark,
    is_short,
    quoted_before,
    span,
    with_address,
)
from vnpolitext.statements.hits import Hit
from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.quotes import CLOSING, Quote, Quotes
from vnpolitext.statements.unlisted import MEDIA

_PLAIN: Final = frozenset({"asserts", "promises"})
_TELLING: Final = frozenset({"clause", "marked", "told", "spoken"})
# What whoever is quoted does next, to somebody else (*... "..." và giao ông A báo cáo*).
_NEXT: Final = (" và ", " rồi ", " nhưng ")
_LIKE: Final = "như"
_LONG: Final = 60
_SHORT: Final = 30


class Behind:
    """Reads those statements of one text that stand before their speaker."""

    def __init__(self, text: str, quotes: Quotes) -> None:
        """Prepare for the folded text of a page and its quotations."""
        self.text = text
        self.quotes = quotes

    def read(self, clauses: Clauses, hit: Hit, subject: Subject) -> Draft | None:
        """Return the statement before a subject and its word of saying."""
        unit = clauses.unit
        begin = with_address(self.text, unit.start, subject.start)
        alike = self._alike(clauses, hit, subject, begin)
        if alike is not None:
            return alike
        stop = self._quote_end(unit.start, begin)
        pre = self.text[unit.start : stop].rstrip(" ,-")
        is_quoted = pre.endswith(CLOSING) and self.quotes.at(unit.start) is not None
        if not pre or (not is_quoted and clauses.is_opening(unit.start, begin)):
            after = self._after_quote(clauses, hit, subject)
            if after is not None or not pre:
                return after
        if not subject.is_beside:
            return None
        end = unit.start + len(pre)
        quote = self.quotes.at(end - 1) if pre.endswith(CLOSING) else None
        if quote is not None:
            return self._quoted(clauses, hit, subject, quote)
        if pre.endswith(CLOSING) or not self._is_inserted(clauses, hit, begin):
            return None
        return draft_of(clauses, hit, subject.party, (unit.start, end), "behind")

    def read_bare(self, clauses: Clauses) -> list[Draft]:
        """Return a quotation that stands beside a name without a word of saying.

        *“...”, bà A bức xúc*; *Ông A buồn rầu: “...”*.
        """
        unit, text = clauses.unit, self.text
        for quote in self.quotes.long_within(unit.start, unit.end):
            for chain in clauses.named():
                first, last = chain[0].start, clauses.end_of(chain)
                ahead, colon, _ = text[last : quote.start].rpartition(":")
                rest = text[last : unit.end].strip(" .")
                between = text[quote.end : first]
                led = not speech_rules().oblique.isdisjoint(between.lower().split())
                is_behind = quote.end <= first and is_short(between, ",-") and not led
                if (is_behind and is_short(rest)) or (
                    last <= quote.start and colon and is_short(ahead)
                ):
                    content = quote.first, quote.last
                    return [Draft(*content, best(chain), None, "direct", "asserts", "bare")]
        return self._confided(clauses)

    def _confided(self, clauses: Clauses) -> list[Draft]:
        """Return what somebody says of himself behind a name, a few words and a colon."""
        unit, text = clauses.unit, self.text
        colon = text.find(":", unit.start, unit.end)
        chain = next(iter(clauses.named()), None)
        if colon < 0 or chain is None or chain[0].first > 2 or chain[-1].end > colon:
            return []
        between, told = text[chain[-1].end : colon], text[colon + 1 : unit.end]
        if not between.strip() or not is_short(between) or "tôi" not in told.lower().split():
            return []
        start = unit.end - len(told.lstrip())
        return [Draft(start, unit.end, best(chain), None, "direct", "asserts", "bare")]

    def _alike(self, clauses: Clauses, hit: Hit, subject: Subject, begin: int) -> Draft | None:
        """Return the statement of *như báo X đã đưa tin, ...* and *..., như Thủ tướng yêu cầu*."""
        unit, text = clauses.unit, self.text
        ahead = _without_medium(text[unit.start : begin].rstrip())
        if not ahead.lower().endswith(_LIKE) or not subject.is_beside:
            return None
        if hit.cue.text in speech_rules().felt:  # *không như họ mong đợi* is said by nobody
            return None
        pre = ahead[: -len(_LIKE)].rstrip(" ,")
        after = span(clauses, hit)[1]
        rest = text[after : unit.end]
        if rest.startswith(",") and rest.strip(" .,"):
            start = unit.start if len(pre.split()) > FEW else unit.end - len(rest.lstrip(" ,"))
            content = start, unit.end
        elif pre and not rest.strip(" ."):
            content = unit.start, unit.start + len(pre)
        else:
            return None
        return draft_of(clauses, hit, subject.party, content, "alike")

    def _after_quote(self, clauses: Clauses, hit: Hit, subject: Subject) -> Draft | None:
        """Return the quotation that is a sentence of its own before *Ông A nói*."""
        quoted = quoted_before(self.text, self.quotes, clauses.unit.start)
        if quoted is None or self._rest(clauses, hit) or self._announces(clauses):
            return None
        if len(self.text[quoted.first : quoted.last].split()) <= FEW:
            return None
        content = quoted.first, quoted.last
        return draft_of(clauses, hit, subject.party, content, "behind", kind="direct")

    def _quoted(self, clauses: Clauses, hit: Hit, subject: Subject, quote: Quote) -> Draft | None:
        """Return a quotation before its speaker, and what goes on behind the word of saying."""
        unit, text = clauses.unit, self.text
        rest, after = self._rest(clauses, hit), span(clauses, hit)[1]
        goes_on = text.startswith(",", after) and rest != "" and not is_remark(rest)
        if len(rest) > _LONG and not goes_on and quote.last - quote.first < _SHORT:
            return None
        if len(text[quote.first : quote.last].split()) < FEW:
            return None
        lead = text[unit.start : quote.start].strip(" -*•")
        if lead and not lead.endswith(":") and len(rest) > _LONG and not goes_on:
            return None
        if lead and not lead.endswith(":") and self._announces(clauses):
            return None  # *về nhiệm vụ “...”, Bộ Chính trị nêu ra các giải pháp sau:*
        whole = not lead or lead.endswith(":") or clauses.is_opening(unit.start, quote.start)
        start, end = (quote.first, quote.last) if whole else (unit.start, quote.end)
        content = start, unit.end if goes_on else end
        kind = "direct" if whole else "mixed"
        return draft_of(clauses, hit, subject.party, content, "behind", kind=kind)

    def _is_inserted(self, clauses: Clauses, hit: Hit, begin: int) -> bool:
        """Whether *ông A cho biết* ends a sentence of what he says."""
        unit = clauses.unit
        return (
            not self._rest(clauses, hit)
            and hit.cue.polarity in _PLAIN
            and hit.cue.construction in _TELLING
            and self.text[unit.start : begin].rstrip().endswith(",")
            and not clauses.is_opening(unit.start, begin)
        )

    def _announces(self, clauses: Clauses) -> bool:
        """Whether a colon ends a sentence: what is said follows it."""
        return self.text[clauses.unit.start : clauses.unit.end].rstrip().endswith(":")

    def _rest(self, clauses: Clauses, hit: Hit) -> str:
        return self.text[span(clauses, hit)[1] : clauses.unit.end].strip(' .,;:)”"/')

    def _quote_end(self, start: int, at: int) -> int:
        """Return where a quotation ends that stands a few words before a place, else the place."""
        quote = next(reversed(self.quotes.within(start, at)), None)
        if quote is None:
            return at
        between = self.text[quote.end : at]
        is_near = len(between.split()) <= BETWEEN and not any(m in between for m in ".:;")
        is_near = is_near and not between.startswith(_NEXT)
        return quote.end if is_near else at


def _without_medium(words: str) -> str:
    """Return words without those before the name of a medium (*như báo* before *Sông Mây*)."""
    parts = words.split(" ")
    while len(parts) > 1 and parts[-1].lower() in MEDIA:
        parts.pop()
    return " ".join(parts)
