"""Titles that give somebody's words behind a colon (*Bộ trưởng A: Lương giáo viên sẽ tăng*)."""

from __future__ import annotations

from typing import Final

from vnpolitext.statements.chains import chains_of
from vnpolitext.statements.drafts import Draft, best, with_address
from vnpolitext.statements.parties import Parties
from vnpolitext.statements.quotes import Quotes
from vnpolitext.statements.units import Unit

_LONGEST: Final = 90
_FEWEST: Final = 5
_FORMER: Final = (["cựu"], ["nguyên"], ["tân"], ["phó"])
_HUMAN: Final = frozenset({"name", "office", "person"})
_MARKS: Final = " “”\"'‘’."


def read_title(unit: Unit, text: str, quotes: Quotes, parties: Parties) -> list[Draft]:
    """Return what a title has somebody say, whose name and office are all that stands before it."""
    colon = text.find(":", unit.start, min(unit.end, unit.start + _LONGEST))
    if colon < 0 or text[colon + 1 : colon + 2] != " ":
        return []
    label = Unit(unit.lower, unit.start, colon, unit.line, unit.kind, [])
    chains = chains_of(parties.read(label), label, text)
    if len(chains) != 1 or not any(each.kind in _HUMAN for each in chains[0]):
        return []
    chain = chains[0]
    begin = with_address(text, unit.start, chain[0].start)
    start = colon + 1 + len(text[colon + 1 : unit.end]) - len(text[colon + 1 : unit.end].lstrip())
    said = text[start : unit.end]
    named = parties.within(start, start + 1)
    apart = label.words[: chain[0].first] not in _FORMER and begin > unit.start
    if apart or chain[-1].last < len(label.words) or named or len(said.split()) < _FEWEST:
        return []
    quote = quotes.at(start)
    if quote is not None and not said[quote.end - start :].strip(_MARKS):
        content, kind = (quote.first, quote.last), "direct"
    else:
        content, kind = (start, unit.end), "indirect"
    return [Draft(*content, best(chain), None, kind, "asserts", "title")]
