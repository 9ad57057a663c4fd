"""Quotations that stand alone, as a paragraph or sentence of their own, without who says them."""

from __future__ import annotations

from typing import Final

from vnpolitext.statements.drafts import Draft
from vnpolitext.statements.quotes import Quote, Quotes
from vnpolitext.statements.units import Unit

_FEWEST: Final = 8
_HUMAN: Final = frozenset({"name", "office", "person", "pronoun"})


class Lone:
    """Gives quotations that stand alone to whom the next one is given, else to who spoke last."""

    def __init__(self, text: str, quotes: Quotes) -> None:
        """Prepare for the folded text of a page and its quotations."""
        self.text = text
        self.quotes = quotes
        self._open: list[Quote] = []
        self._last: Draft | None = None
        self._beside = False

    def see(self, unit: Unit, found: list[Draft]) -> list[Draft]:
        """Take in a sentence with the statements of it; return those of what stood alone before.

        A quotation with its speaker behind it takes in the ones directly before it: together they
        are what is said.
        """
        quote = self._alone(unit)
        if quote is not None and not found:
            self._open.append(quote)
            return []
        told: list[Draft] = []
        if self._open and found and self._goes_back(unit, found[0]):
            found[0].start = self._open[0].first
        else:
            told = self.close()
        self._open = []
        self._beside = bool(found)
        if found:
            self._last = found[-1]
        return told

    def close(self) -> list[Draft]:
        """Return what stands alone and can only be said by who spoke directly before."""
        last = self._last
        if not self._open or not self._beside or last is None or last.speaker is None:
            return []
        first, end = self._open[0], self._open[-1]
        if last.speaker.kind not in _HUMAN or last.end >= first.start or last.rule == "participle":
            return []
        return [Draft(first.first, end.last, last.speaker, None, "direct", "asserts", "alone")]

    def _alone(self, unit: Unit) -> Quote | None:
        """Return the quotation that a sentence is, if it is one and says something."""
        quote = self.quotes.at(unit.start)
        if quote is None or quote.start != unit.start or quote.end < unit.end - 1:
            return None
        return quote if len(self.text[quote.first : quote.last].split()) >= _FEWEST else None

    def _goes_back(self, unit: Unit, draft: Draft) -> bool:
        """Whether a statement is a quotation that opens its sentence, before who says it."""
        quote = self.quotes.at(unit.start)
        opens = quote is not None and quote.start == unit.start and draft.start == quote.first
        return opens and draft.kind == "direct" and draft.rule in ("behind", "bare")
