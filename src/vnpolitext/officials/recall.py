"""Names found at a second look: the author in the last line, names met elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from vnpolitext.officials.forms import NameForms, is_decoy
from vnpolitext.officials.gazetteer import place_levels
from vnpolitext.officials.lexicon import bodies, decoys, leading_words
from vnpolitext.officials.names import Element, Name
from vnpolitext.officials.syllables import is_vietnamese
from vnpolitext.officials.tokens import Tokens

_BEFORE: Final = 24
_LINE_ENDS: Final = frozenset({".", "!", "?", "”", '"', ")", "…"})


def recall(
    tokens: Tokens,
    elements: list[Element],
    passed: Iterable[tuple[int, int]],
    known: Iterable[tuple[str, ...]],
) -> list[Element]:
    """Return ``elements`` and the runs that are the name, or last name, of someone among them.

    Args:
        tokens: The tokens.
        elements: Names and offices found at the first look.
        passed: Runs of capitals read as nothing, as ``(first, last)``.
        known: Names, as folded words, that are people in this text.
    """
    words = tokens.words
    full = set(known)
    surnames = set()
    for element in elements:
        if isinstance(element, Name) and element.last - element.first >= 2:
            if not element.tentative:
                full.add(tuple(words[element.first : element.last]))
            last = words[element.last - 1]
            if len(last) > 2 and not is_vietnamese(last):
                surnames.add(last)
    found: list[Element] = []
    for first, stop in passed:
        short = stop - first == 1
        met = words[first] in surnames if short else tuple(words[first:stop]) in full
        if met and not is_decoy(tokens, first, stop):
            found.append(Name(first, stop, first, tentative=short))
    return sorted((*elements, *found), key=lambda element: element.first)


def recall_outside(
    text: str, spans: Sequence[tuple[int, int]], full: Iterable[tuple[str, ...]]
) -> list[tuple[int, int]]:
    """Return where foreign last names of people found in a text stand between its ``spans``.

    Args:
        text: The folded text.
        spans: The stretches that were read closely, in text order.
        full: The full names found there, as folded words.
    """
    surnames = {words[-1] for words in full if len(words) > 1 and not is_vietnamese(words[-1])}
    wanted = sorted(re.escape(name.title()) for name in surnames if len(name) > 2)
    if not wanted:
        return []
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(wanted)})(?![\w-])")
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    return [
        match.span()
        for first, last in zip(edges[::2], edges[1::2], strict=True)
        if first < last
        for match in pattern.finditer(text, first, last)
        if not _is_after_decoy(text, match.start())
    ]


def _is_after_decoy(text: str, at: int) -> bool:
    """Return whether the word before ``at`` makes a name that of something else."""
    before = text[max(0, at - _BEFORE) : at].lower().split()
    left = decoys()["left"]
    return before[-1:] == ["-"] or any(" ".join(before[-size:]) in left for size in (1, 2))


def find_author(tokens: Tokens, elements: list[Element]) -> Name | None:
    """Return the author's name that is the last line of a text, unless it is found already."""
    words, kinds = tokens.words, tokens.kinds
    stop = len(tokens)
    while stop and kinds[stop - 1] == "n":
        stop -= 1
    first = stop
    while first and kinds[first - 1] == "U" and stop - first < 5:
        first -= 1
    if not 2 <= stop - first <= 4 or first < 12 or words[first - 1] != "\n":
        return None
    before = first - 1
    while before and kinds[before - 1] == "n":
        before -= 1
    ended = words[before - 1] in _LINE_ENDS or kinds[before - 1] == "d"
    if not ended or (elements and elements[-1].last > first):
        return None
    return Name(first, stop, first, certain=True) if _may_sign(tokens, first, stop) else None


def _may_sign(tokens: Tokens, first: int, stop: int) -> bool:
    """Return whether a run of capitals can be an author's name, not a place or a body."""
    words = tokens.words
    if NameForms(tokens, first, stop).mixes_capitals or words[first] in leading_words():
        return False
    if words[first] in decoys()["left"] or bodies().match(words, first):
        return False
    return "province" not in place_levels().get(tuple(words[first:stop]), ())
