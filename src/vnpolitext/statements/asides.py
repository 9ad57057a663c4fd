"""What stands beside a name between two dashes or commas and names somebody else."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.parties import Party
from vnpolitext.statements.units import Unit
from vnpolitext.text.patterns import lazy_pattern

_OPENS: Final = lazy_pattern(r"(?: ?\([^()\n]{0,80}\))?( [-–—]|,) ")
_LONGEST: Final = 160
_STOPS: Final = frozenset('.:;!?“”"«»')
_NAMED: Final = frozenset({"name", "person"})


def asides(unit: Unit, text: str, parties: list[Party]) -> dict[int, int]:
    """Return where asides end in which somebody is named who does not speak, by where names end.

    *Ông A - con trai của cố Thủ tướng B - nói ...*; *Bà A, vợ ông B, kể ...*. Between commas only a
    word of kin or company makes an aside.
    """
    found: dict[int, int] = {}
    done = 0
    for party in parties:
        if party.kind not in _NAMED or party.start < done:
            continue
        opened = _OPENS.match(text, party.end, unit.end)
        if opened is None:
            continue
        begin = opened.end()
        end = text.find(opened[1], begin, min(unit.end, begin + _LONGEST))
        if end < 0 or not _STOPS.isdisjoint(text[begin:end]) or not text[begin].islower():
            continue
        other = any(each.kind == "name" and begin <= each.start < end for each in parties)
        at = bisect_left(unit.starts, begin)
        if other and (opened[1] != "," or speech_rules().kin.match(unit.words, at) is not None):
            done = found[party.end] = end + len(opened[1])
    return found
