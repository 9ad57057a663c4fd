"""People called by their given name alone (*Thắm khai*) once the text has named them in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Final

from vnpolitext.models import per_choice
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import decoys, leading_words
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import bodies

_BEFORE: Final = lazy_pattern(r"(?:(?:\A|[\n.,;:!?…“\"(] ?)(\w+)|\w ([^\W\d_]+))[ \n]\Z")
_BEHIND: Final = lazy_pattern(r"[ \n](\w+)")
_FAR: Final = 24
_FULL: Final = 3
_OFTEN: Final = 2
_WORD: Final = "word"
_SHORTEST: Final = 2
_ALONE: Final = lazy_pattern(r"[ \n](?:[^\W\d_A-ZÀ-Ỹ]|[\"“])|[,.;:?!…)\"”]")
_MARKS: Final = frozenset('.,;:!?…)"”')


def called(
    text: str, names: Mapping[tuple[str, ...], int], taken: Set[int]
) -> list[tuple[int, int]]:
    """Return where given names stand alone for people who were named in full before.

    A word that governs names stands before (*của Thắm*), or a mark before and a verb or an adverb
    behind. A given name that the text has as a common word, too, counts behind a mark only where
    it stands behind such a word as well. Whom a text calls so twice it calls so wherever the word
    stands alone inside a sentence; a word in the names of bodies counts only so.

    Args:
        text: The folded text.
        names: Full names, as folded words, and where the first mention of each ends.
        taken: Where mentions begin already.

    Example:
        >>> text = "Lò Văn Thắm bị bắt. Theo lời khai của Thắm, Thắm đã nhận tiền."
        >>> called(text, {("lò", "văn", "thắm"): 11}, {0})
        [(38, 42), (44, 48)]
    """
    found: list[tuple[int, int]] = []
    for given, first in _given(names).items():
        governed: list[tuple[int, int]] = []
        others: list[tuple[int, int]] = []
        inner: list[tuple[int, int]] = []
        for at in standing(text, given.title(), first, len(text)):
            end = at + len(given)
            if at in taken:
                continue
            if not _is_ended(text, end):
                inner.append((at, end))
            else:
                (governed if _is_governed(text, at) else others).append((at, end))
        if others and (governed or next(standing(text, given, 0, len(text)), None) is None):
            acting = {(at, end) for at, end in others if _acts(text, at, end)}
            inner += [each for each in others if each not in acting]
            governed += acting
        if len(governed) < _OFTEN and bodies().match([given], 0) is not None:
            continue
        if len(governed) >= _OFTEN:
            governed += [(at, end) for at, end in inner if _is_inside(text, at, end)]
        found += governed
    return sorted(found)


def standing(text: str, word: str, first: int, last: int) -> Iterator[int]:
    """Yield where a word stands alone between two places of a text."""
    at = text.find(word, first, last)
    while at >= 0:
        end = at + len(word)
        before = text[at - 1 : at] if at > 0 else ""
        if not (_joins(before) or (end < last and _joins(text[end]))):
            yield at
        at = text.find(word, end, last)


def _joins(char: str) -> bool:
    return char.isalnum() or char in ("-", "_")


def _given(names: Mapping[tuple[str, ...], int]) -> dict[str, int]:
    """The given names that may stand alone, and where the first full name with each ends."""
    found: dict[str, int] = {}
    for name, end in names.items():
        given = name[-1]
        is_whole = len(name) >= _FULL or (len(name) > 1 and not is_vietnamese(name[0]))
        if is_whole and len(given) >= _SHORTEST and is_vietnamese(given):
            found[given] = min(end, found.get(given, end))
    likely = (given for given in found if not is_other(given))
    return {given: found[given] for given in likely}


def is_other(word: str) -> bool:
    """Return whether a word alone with a capital is rather a unit, a body or a sentence's first."""
    body = bodies().match([word], 0)
    is_body = body is not None and body[1].role != _WORD
    return (word,) in place_levels() or word in leading_words() or is_body


def _is_governed(text: str, at: int) -> bool:
    """Return whether the word before a place is one that governs names."""
    before = _BEFORE.search(text[max(0, at - _FAR) : at])
    if before is None:
        return False
    return (before[2] or before[1].lower()) in grammar().governing


def _is_ended(text: str, end: int) -> bool:
    """Return whether what follows a word leaves it a whole name: a mark, a verb, an adverb."""
    following = text[end : end + 1]
    if not following or following in _MARKS:
        return not text[end + 1 : end + 2].isalnum()
    behind = _BEHIND.match(text, end)
    return behind is not None and behind[1] in grammar().acting


def _acts(text: str, at: int, end: int) -> bool:
    """Return whether a word behind a mark, or at the beginning of a line, has a verb behind it."""
    before = text[max(0, at - 2) : at].rstrip(" ")[-1:]
    behind = _BEHIND.match(text, end)
    is_first = not before or before == "\n" or before in _MARKS
    return is_first and behind is not None and behind[1] in grammar().acting


def _is_inside(text: str, at: int, end: int) -> bool:
    """Return whether a word stands alone inside a sentence, and behind no kind of thing."""
    if _ALONE.match(text, end) is None:
        return False
    before = _BEFORE.search(text[max(0, at - _FAR) : at])
    if before is None:
        return text[at - 2 : at] == ", "
    word = before[2] or before[1]
    return word[0].islower() and word not in _things()


@per_choice
def _things() -> frozenset[str]:
    """Return the words that what is no person stands behind."""
    return grammar().locative | grammar().place_words | decoys()["left"]
