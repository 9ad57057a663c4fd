"""Words of saying in a sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from vnpolitext.statements.lexicon import Cue, speech_rules
from vnpolitext.statements.quotes import Quotes
from vnpolitext.statements.units import Unit

_MARKS: Final = (":", "rằng", "“", '"', "«", " là ", "”")
_BREAKS: Final = frozenset(',.;:“”"()')


@dataclass(frozen=True, slots=True)
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
    cues, words = speech_rules().cues, unit.words
    found: list[Hit] = []
    done = 0
    for place in unit.cues:
        at = bisect_left(unit.starts, place)
        match = cues.match(words, at) if done <= at < len(words) else None
        if match is None:
            continue
        hit = Hit(match[1], at, at + match[0])
        if hit.cue.construction == "marked" and hit.last < len(words) and not _has_mark(unit):
            continue
        if is_inside(quotes, unit.starts[at], unit) or not _says(unit, hit):
            continue
        found.append(hit)
        done = hit.last
    return found


def is_inside(quotes: Quotes, at: int, unit: Unit) -> bool:
    """Whether a place stands in a quotation that begins in the sentence."""
    quote = quotes.at(at)
    return quote is not None and quote.start >= unit.start


def _has_mark(unit: Unit) -> bool:
    """Whether a sentence has a mark of what is said: a colon, a quotation, *rằng* or *là*."""
    words = unit.lower[unit.start : unit.end]
    return any(mark in words for mark in _MARKS)


def _says(unit: Unit, hit: Hit) -> bool:
    """Whether the words beside it let it be a word of saying."""
    words, at = unit.words, hit.first
    if hit.last < len(words):
        gap = unit.lower[unit.ends[hit.last - 1] : unit.starts[hit.last]]
        if gap == " " and hit.cue.after.match(words, hit.last):
            return False
    beside = at > 0 and _BREAKS.isdisjoint(unit.lower[unit.ends[at - 1] : unit.starts[at]])
    if not beside or _follows_adverb(words, at):
        return True
    bars = speech_rules().bars
    barred = words[at - 1] in bars and hit.cue.construction != "source"
    pair = " ".join(words[max(0, at - 2) : at]) in bars
    return not (words[at - 1] in hit.cue.before or barred or pair)


def _follows_adverb(words: list[str], at: int) -> bool:
    """Whether a phrase that stands before words of saying ends directly before ``at``."""
    return any(
        size <= at
        and (found := speech_rules().adverbs.match(words, at - size))
        and found[0] == size
        for size in (4, 3, 2)
    )
