"""To whom a verb gives or takes an office, where they stand behind it: *bổ nhiệm Y đối với X*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.bonds.spread import named_with
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import past_term
from vnpolitext.officials.words.giving import SENTENCE_ENDS, ends, giving

_LONGEST: Final = 7
_FEWEST: Final = 2
_MOST: Final = 4
_TERM_MARKS: Final = frozenset("-–,()")


def receivers(scene: Scene, chain: Sequence[int]) -> list[int] | None:
    """Return those to whom a verb gives an office (*bổ nhiệm Y nhiệm kỳ 2021-2026 đối với X*).

    Returns:
        Their indices, nothing if they are not named; ``None`` if the words after the office name
        no receiver.
    """
    elements, words, index = scene.elements, scene.tokens.words, chain[-1]
    at = past_term(words, elements[index].last)
    while at < len(words) and (words[at] in _TERM_MARKS or words[at][0].isdigit()):
        at = past_term(words, at + 1)
    size = next((n for n in (2, 1) if tuple(words[at : at + n]) in giving().receiving), 0)
    if not size:
        return _receivers_farther(scene, chain)
    name = elements[index + 1] if index + 1 < len(elements) else None
    if not isinstance(name, Name):
        return [] if size == _FEWEST else _receivers_farther(scene, chain)
    between = words[at + size : name.lead]
    if len(between) > _LONGEST or not SENTENCE_ENDS.isdisjoint(between):
        return [] if size == _FEWEST else None
    if size < _FEWEST and (between or not ends(words, _unnumbered(scene, index), giving().given)):
        return None
    return [index + 1, *named_with(scene, index + 1)]


def _receivers_farther(scene: Scene, chain: Sequence[int]) -> list[int] | None:
    """Return those to whom the same verb and another one do something (*miễn nhiệm Y và ... X*).

    *Miễn nhiệm chức vụ Chủ tịch xã và cho thôi làm nhiệm vụ đại biểu đối với ông X*; *cách chức Bí
    thư và khai trừ đảng đối với ông X*.
    """
    elements, words, index = scene.elements, scene.tokens.words, chain[-1]
    first = _unnumbered(scene, chain[0])
    first -= ends(words, first, giving().nouns)
    if not ends(words, first, giving().given):
        return None
    at = index + 1
    while at < len(elements) and isinstance(elements[at], Office) and at - index <= _MOST:
        at += 1
    if at == len(elements) or at - index > _MOST:
        return None
    gap = scene.gap(elements[at - 1], elements[at])
    if tuple(gap[-_FEWEST:]) not in giving().receiving:
        return None
    if scene.parts(elements[index].last, elements[at].first):
        return None
    return [at, *named_with(scene, at)]


def _unnumbered(scene: Scene, index: int) -> int:
    """Return where an office begins, with the word that says how many get it."""
    first = scene.elements[index].first
    return first - scene.is_plural(first)
