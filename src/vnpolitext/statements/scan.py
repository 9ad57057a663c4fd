"""Words of saying in a whole text, found by a literal before any sentence is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from vnpolitext.models import per_choice
from vnpolitext.statements.lexicon import Cue, speech_rules
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import alternation

_SOURCE: Final = " theo"
_WHERE: Final = re.compile(r"(?:quy định tại |(?:điều|khoản|điểm) (?:\d{1,3}|[a-zđ])(?!\w))")
_LINKS: Final = ("cũng", "vẫn", "còn", "nhưng", "song", "nhiên", "cứ", "khi đó", "nay", "biết")
# Last words of papers that can be the subject of a word of saying.
_PAPER: Final = frozenset({"bản", "văn", "thư", "đơn"})
_HYPHENS: Final = ("-", "'")
_BEFORE: Final = 40
_BEHIND: Final = 90


@dataclass(slots=True)
class Place:
    """Where a word of saying stands in the folded text.

    Attributes:
        start: Index of its first character.
        end: Index after its last one.
        cue: What the table says of it.
    """

    start: int
    end: int
    cue: Cue


def find_cues(text: str, lower: str) -> Iterator[Place]:
    """Yield the words of saying of a text that the words beside them let be such."""
    cues = speech_rules().cues
    for match in _scan().finditer(" " + lower.replace("\n", " ")):
        start = match.start()
        if match[0] == _SOURCE and not _may_begin(text, lower, start):
            continue
        found = cues.longest(lower, start, start + _BEHIND)
        while found is not None and not _says(lower, start, *found):
            found = cues.longest(lower, start, found[0] - 1)
            if found is not None and " " not in found[1].text:
                found = None  # "mong" of "mong ước" is another word
        if found is not None:
            yield Place(start, *found)


@per_choice
def _scan() -> re.Pattern[str]:
    """One pattern of all words of saying, by first and second word."""
    cues = speech_rules().cues
    heads = []
    for word in cues.openings:
        seconds = cues.seconds(word)
        heads += [word] if "" in seconds else [f"{word} {second}" for second in seconds]
    return lazy_pattern(rf" {alternation(heads)}(?![^\W_])")


def _may_begin(text: str, lower: str, at: int) -> bool:
    """Whether *theo* begins a part of a sentence and points at no rule in general."""
    before = lower[max(0, at - _BEFORE) : at].rstrip(" ")
    inside = before and before[-1].isalpha() and not before.endswith(_LINKS)
    if inside and not text[at].isupper():
        return False
    if _WHERE.match(lower, at + len(_SOURCE)):
        return True
    begin, end = at + len(_SOURCE), at + _BEHIND
    rules = speech_rules()
    generic = rules.generic.longest(lower, begin, end)
    if generic is None:
        return True
    named = rules.speakers.longest(lower, begin, end) or rules.writings.longest(lower, begin, end)
    return named is not None and (
        named[0] > generic[0] or (named[0] == generic[0] and lower.startswith(" của ", named[0]))
    )


def _says(lower: str, start: int, end: int, cue: Cue) -> bool:
    """Whether the words directly beside it let it be a word of saying."""
    beside = cue.after.openings and lower.startswith(" ", end)
    if beside and cue.after.longest(lower, end + 1, end + _BEHIND):
        return False
    if lower[end : end + 1] in _HYPHENS and lower[end + 1 : end + 2].isalnum():
        return False  # a syllable of a name or a word of others: "Mong-su"
    if start < 2 or lower[start - 1] != " " or not lower[start - 2].isalnum():
        return not (cue.polarity == "orders" and _is_in_row(lower, start, end))
    before = lower[max(0, start - _BEFORE) : start - 1].rpartition("\n")[2].split(" ")
    bars = speech_rules().bars
    word = before[-1]
    if word in _PAPER and cue.text in speech_rules().verbal:
        return True
    barred = word in cue.before or " ".join(before[-2:]) in bars
    barred = barred or (word in bars and cue.construction != "source")
    return not barred or _ends_with_adverb(before) or _ends_with_people(before)


def _is_in_row(lower: str, start: int, end: int) -> bool:
    """Whether a word stands between two commas: a noun in a row (*nghị quyết, chỉ thị, ...*)."""
    return lower.startswith(",", end) and lower.startswith(", ", max(0, start - 2))


def _ends_with_people(words: list[str]) -> bool:
    """Whether a noun of people ends a row of words: *cộng sự* is no *sự*."""
    found = speech_rules().people.match(words, len(words) - 2) if len(words) > 1 else None
    return found is not None and found[0] > 1


def _ends_with_adverb(words: list[str]) -> bool:
    """Whether a phrase that stands before words of saying ends a row of words."""
    return speech_rules().adverbs.before(words, len(words), 4) > 1
