"""What is said before a sentence that names it and its speaker (*... Đó là ý kiến của ông A*)."""

from __future__ import annotations

from typing import Final

from vnpolitext.statements.chains import chains_of
from vnpolitext.statements.drafts import Draft, best
from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.parties import Parties, Party
from vnpolitext.statements.quotes import CLOSING, Quotes
from vnpolitext.statements.units import Lines, Unit
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.sentences import sentences

_POINTS: Final = lazy_pattern(r"(?:Đó|Đây) (?:cũng |chính )?là ")
_OWNER: Final = "của"
# Words that may stand between the name of what is said and whose it is, and those before a name.
_BETWEEN: Final = 4
_ADDRESS: Final = 2
_REACH: Final = 200
_LONGEST: Final = 900
_FEWEST: Final = 5
_MARKS: Final = " \n-–—.:"
_SINGLE: Final = "'‘’"
_ASKED: Final = "?"


def read_pointed(lines: Lines, parties: Parties) -> list[Draft]:
    """Return what sentences name as somebody's: the sentence, title or quotation before them."""
    text, found = lines.text, []
    for match in _POINTS.finditer(text):
        end = text.find("\n", match.end(), match.end() + _REACH)
        end = end if end >= 0 else min(len(text), match.end() + _REACH)
        unit = Unit(lines.lower, match.end(), end, match.start(), "", [])
        named = _named(unit)
        speaker = None if named is None else _owner(unit, text, parties, named[1])
        said = None if speaker is None else _before(text, lines.quotes, match.start())
        if named is None or speaker is None or said is None:
            continue
        start, end, kind = said
        if _tells_of(parties, (start, end), (unit.start, unit.end)):
            continue
        asks = text[end : end + 1] == _ASKED or text[end - 1] == _ASKED
        polarity = "asks" if asks else named[0]
        cue = unit.starts[0], unit.ends[named[1] - 1]
        found.append(Draft(start, end, speaker, cue, kind, polarity, "pointed"))
    return found


def _named(unit: Unit) -> tuple[str, int] | None:
    """Return the polarity of what is named as said, and the number of the word behind its name."""
    rules, words = speech_rules(), unit.words
    name = rules.sayings.match(words, 0)
    if name is None:
        return None
    last = name[0]
    cue = next(
        (found[1] for at in range(last) if (found := rules.cues.match(words, at)) is not None), None
    )
    return "asserts" if cue is None else cue.polarity, last


def _owner(unit: Unit, text: str, parties: Parties, at: int) -> Party | None:
    """Return whose it is: who is named directly behind *của*."""
    words = unit.words
    limit = min(len(words), at + _BETWEEN + 1)
    owner = next((number for number in range(at, limit) if words[number] == _OWNER), None)
    if owner is None or text[unit.starts[0] : unit.starts[owner]].strip(" ").count(",") > 0:
        return None
    chains = chains_of(parties.read(unit), unit, text)
    chain = next((each for each in chains if each[0].first > owner), None)
    beside = chain is not None and chain[0].first <= owner + 1 + _ADDRESS
    return best(chain) if chain is not None and beside else None


def _tells_of(parties: Parties, said: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether words tell of somebody who is then said to have spoken, and are none of theirs."""
    named = {number for _, _, number in parties.within(*after)}
    return any(number in named for _, _, number in parties.within(*said))


def _before(text: str, quotes: Quotes, at: int) -> tuple[int, int, str] | None:
    """Return what stands before a place: a quotation, the rest of the line, or the line before."""
    end = len(text[:at].rstrip(_MARKS)) if at else 0
    if text[max(0, end - 1) : end] in CLOSING and (quote := quotes.at(end - 1)) is not None:
        told = _is_told(text[quote.first : quote.last])
        return (quote.first, quote.last, "direct") if told else None
    begin = max(text.rfind("\n", 0, end) + 1, end - _LONGEST)
    last = next(reversed(sentences(text[begin:end])), None)
    if last is None or text[end : end + 1] == ":":
        return None
    start = begin + last.start
    if text[start] in _SINGLE and text[end - 1] in _SINGLE:
        start, end = start + 1, end - 1
    return (start, end, "indirect") if _is_told(text[start:end]) else None


def _is_told(said: str) -> bool:
    """Whether words are enough to say something, and no field of a page's head."""
    return len(said.split()) >= _FEWEST and "://" not in said
