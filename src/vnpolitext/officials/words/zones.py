"""Stretches of a text worth reading closely: those around something that may be a name.

Most of an official document names nobody. One fast pass over the capitals finds the places where a
person may stand, and only the paragraphs around them are cut into tokens.
"""

from __future__ import annotations

from typing import Final

from vnpolitext.models import per_choice
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import (
    address_endings,
    announcing_words,
    body_words,
    calling_words,
    foreign_names,
    historic_names,
    name_pairs,
)
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary.surnames import surnames

_WORD: Final = r"[^\W\d_]*+(?:['.\-][^\W\d_]++)*+"
_RUN: Final = lazy_pattern(rf"[{UPPER}]{_WORD}(?:[ \n]{{1,3}}[{UPPER}]{_WORD}){{0,12}}")
_MARKS: Final = str.maketrans(".-", "  ")
_BEFORE: Final = 24
_EDGES: Final = '.,:;()"“”*-|'
NOTE_MARKS: Final = frozenset({"^", "↑"})
_MARGIN: Final = 200
_BACK: Final = 350
_ON: Final = 600
_HEAD: Final = 600
_TAIL: Final = 200


def zones(text: str, lower: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of ``text`` between ``start`` and ``end`` that may name a person.

    Args:
        text: The folded text.
        lower: The same in lower case.
        start: Where to begin.
        end: Where to stop.

    Returns:
        Disjoint ``(first, last)`` pairs in text order. The head and the tail of the text always
        belong to them.
    """
    found: list[tuple[int, int]] = []
    first, last = start, min(end, start + _HEAD) if start == 0 else start
    for match in _RUN.finditer(text, start, end):
        at, stop = match.span()
        if stop <= last - _MARGIN or not _may_name(text, lower, at, stop):
            continue
        left, right = _around(text, at, stop, start, end)
        if left <= last:
            last = max(last, right)
            continue
        if last > first:
            found.append((first, last))
        first, last = left, right
    tail = max(start, end - _TAIL) if end == len(text) else end
    if tail <= last:
        last = max(last, end) if end == len(text) else last
        tail = end
    if last > first:
        found.append((first, last))
    if tail < end:
        found.append((tail, end))
    return found


def _around(text: str, at: int, stop: int, start: int, end: int) -> tuple[int, int]:
    """Return the paragraph around a run of capitals and a margin on both sides."""
    left = text.rfind("\n", max(start, at - _BACK), at)
    right = text.find("\n", stop, min(end, stop + _ON))
    left = max(start, (max(start, at - _BACK) if left < 0 else left) - _MARGIN)
    right = min(end, (min(end, stop + _ON) if right < 0 else right) + _MARGIN)
    if left > start:
        left = _cut(text, left, at)
    if right < end:
        after = max(text.rfind("\n", right - _MARGIN // 2, right), text.rfind(" ", stop, right))
        right = after if after > stop else right
    return left, right


def _cut(text: str, left: int, at: int) -> int:
    """Return where a stretch may begin from ``left`` on: at a line, a sentence or a word.

    No phrase is cut if it can be helped: *Đông Bắc* without a letter is *ông Bắc*.
    """
    for mark in ("\n", ". ", " "):
        found = text.find(mark, left, min(at, left + _MARGIN // 2))
        if found >= 0:
            return found + (mark == ". ")
    return left


def _may_name(text: str, lower: str, at: int, stop: int) -> bool:
    """Return whether capitals may name a person, by their words or the word before them."""
    run = lower[at:stop]
    if run.isalpha():
        return _announces(lower, at, run)
    if "'" in run:
        return True
    words = tuple((run.translate(_MARKS) if "." in run or "-" in run else run).split())
    previous = _previous(lower, at)
    if words in _plain_places() or (previous in grammar().place_words and len(words) <= 3):
        return False
    if _is_named(words) or previous in calling_words() or _is_noted(text, at):
        return True
    announced = previous in announcing_words()
    weak = len(words) > 2 and words[0] in surnames().weak
    if words[0] in body_words() and is_vietnamese(words[0]):
        return announced and (weak or _is_foreign(text[at:stop], words))
    return weak or announced or _is_foreign(text[at:stop], words)


def _is_noted(text: str, at: int) -> bool:
    """Return whether the mark of a note stands before ``at``, or ends the line before."""
    return not NOTE_MARKS.isdisjoint(text[max(0, at - 1) : at].strip() or text[max(0, at - 2) : at])


def _is_named(words: tuple[str, ...]) -> bool:
    """Return whether the words of a run alone make a name likely."""
    names, first = surnames(), words[0]
    if first in names.strong or not names.strong.isdisjoint(words[1:]):
        return True
    if words[:2] in name_pairs() or first in foreign_names() or " ".join(words) in historic_names():
        return True
    return first in names.weak and (
        len(first) == 1
        or first in grammar().dynasties
        or (len(words) > 2 and words[1] in grammar().middle_names)
    )


def _is_foreign(run: str, words: tuple[str, ...]) -> bool:
    """Return whether a word of a run is built like no Vietnamese syllable and no abbreviation."""
    surfaces = run.translate(_MARKS).split()
    return any(
        len(word) > 2 and not is_vietnamese(word) and not surface.isupper()
        for word, surface in zip(words, surfaces, strict=True)
    )


def _touches_word(lower: str, at: int) -> bool:
    """Return whether a word stands right before ``at``, or a short one and a stop (*TS. Nam*)."""
    before = lower[at - 2 : at - 1]
    if before == ".":
        return " " in lower[max(0, at - 6) : at - 2]
    return before.isalnum() or before == ":"


def _previous(lower: str, at: int) -> str:
    """Return the word before ``at``, without the marks around it."""
    before = lower[max(0, at - _BEFORE) : at].rsplit(None, 1)
    return before[-1].strip(_EDGES) if before else ""


def _announces(lower: str, at: int, word: str) -> bool:
    """Return whether the word before a single capitalised ``word`` may announce a name."""
    if not _touches_word(lower, at):
        return False
    previous = _previous(lower, at)
    if word in body_words():
        return previous in calling_words()
    return previous in announcing_words() and (
        previous in address_endings() or not is_vietnamese(word)
    )


@per_choice
def _plain_places() -> frozenset[tuple[str, ...]]:
    """Return names of provinces and countries that no person bears."""
    return frozenset(
        words
        for words, levels in place_levels().items()
        if len(words) > 1 and "province" in levels and words != ("hồ", "chí", "minh")
    ) | {("việt", "nam"), ("hồ", "sơ")}
