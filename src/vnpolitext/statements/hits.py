"""Words of saying in a sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from vnpolitext.statements.lexicon import Cue, speech_rules
from vnpolitext.statements.quotes import Quotes
from vnpolitext.statements.scan import Place
from vnpolitext.statements.units import Unit

_MARKS: Final = (":", "rằng", "“", '"', "«", " là ", "”")


@dataclass(slots=True)
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


def hits_of(unit: Unit, quotes: Quotes) -> list[Hit]:
    """Return the words of saying of a sentence that stand in no quotation."""
    found: list[Hit] = []
    done = 0
    for place in unit.cues:
        if place.start < done or is_inside(quotes, place.start, unit):
            continue
        first = bisect_left(unit.starts, place.start)
        hit = Hit(place.cue, first, bisect_left(unit.starts, place.end))
        if place.cue.construction == "marked" and not (
            _ends(unit, place) or _has_mark(unit) or asks_directly(unit, hit)
        ):
            continue
        found.append(hit)
        done = place.end
    return found


def asks_directly(unit: Unit, hit: Hit) -> bool:
    """Whether a question follows a word of asking without a mark (*hỏi vì sao ...*)."""
    if hit.cue.polarity != "asks":
        return False
    return speech_rules().interrogatives.match(unit.words, hit.last) is not None


def is_aside(unit: Unit, hit: Hit) -> bool:
    """Whether nothing or only where, when or to whom something is said follows (*nói với X*)."""
    behind = unit.words[hit.last : hit.last + 1]
    return not behind or behind[0] in speech_rules().oblique


def is_inside(quotes: Quotes, at: int, unit: Unit) -> bool:
    """Whether a place stands in a quotation that begins in the sentence."""
    quote = quotes.at(at)
    return quote is not None and quote.start >= unit.start


def _ends(unit: Unit, place: Place) -> bool:
    """Whether a sentence ends with a word of saying, but for marks."""
    return not any(map(str.isalnum, unit.lower[place.end : unit.end]))


def _has_mark(unit: Unit) -> bool:
    """Whether a sentence has a mark of what is said: a colon, a quotation, *rằng* or *là*."""
    words = unit.lower[unit.start : unit.end]
    return any(mark in words for mark in _MARKS)
