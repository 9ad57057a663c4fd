"""Whole speeches, letters and appeals: one voice from the address to the end."""

from __future__ import annotations

import re
from typing import Final

from vnpolitext.models import per_choice
from vnpolitext.statements.drafts import Draft
from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.parties import Parties, Party
from vnpolitext.statements.quotes import Quotes
from vnpolitext.statements.units import Unit
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import alternation

_HEAD: Final = 1_500
_REACH: Final = 12
_SHORT: Final = 160
_LINES: Final = 6
_HUMAN: Final = frozenset({"name", "office", "person"})


def find_speech(text: str, lower: str, quotes: Quotes, parties: Parties) -> Draft | None:
    """Return the speech that a text is from one place on, if it is one.

    It begins where somebody addresses those who listen (*Thưa các đồng chí*) at the beginning of a
    line; the speaker is whom the heading or a line above names.
    """
    match = _addressing().match(lower) or _addressing_below().search(lower)
    if match is None:
        return None
    start = match.start(1)
    if quotes.at(start) is not None:
        return None
    speaker = _speaker(lower, max(0, start - _HEAD), start, parties)
    if speaker is None and start > _HEAD:
        return None
    return Draft(start, len(text.rstrip()), speaker, None, "direct", "asserts", "speech")


@per_choice
def _addressing() -> re.Pattern[str]:
    return lazy_pattern(rf"[ -]{{0,4}}({alternation(speech_rules().addressing)})(?![^\W_])")


@per_choice
def _addressing_below() -> re.Pattern[str]:
    return lazy_pattern(rf"\n{_addressing().pattern}")


def _speaker(lower: str, floor: int, end: int, parties: Parties) -> Party | None:
    """Return whom the lines above a speech name: by a heading, else a short line with one name."""
    rules = speech_rules()
    above = _lines(lower, floor, end)
    for unit in above:
        for number in range(len(unit.words)):
            found = rules.speeches.match(unit.words, number)
            if found is not None:
                behind = number + found[0]
                named = [
                    party
                    for party in parties.read(unit)
                    if behind <= party.first <= behind + _REACH and party.kind in _HUMAN
                ]
                if named:
                    return max(named, key=lambda party: (party.rank, -party.first))
    for unit in reversed(above[-_LINES:]):
        if unit.end - unit.start <= _SHORT:
            named = [party for party in parties.read(unit) if party.kind == "name"]
            if len(named) == 1:
                return named[0]
    return None


def _lines(lower: str, floor: int, end: int) -> list[Unit]:
    found = []
    at = floor
    for number, line in enumerate(lower[floor:end].split("\n")):
        if line.strip():
            found.append(Unit(lower, at, at + len(line), number, "", []))
        at += len(line) + 1
    return found
