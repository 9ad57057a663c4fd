"""Names found at a second look: those met elsewhere in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from vnpolitext.officials.lexicon import decoys
from vnpolitext.officials.phrases.decoys import is_decoy
from vnpolitext.officials.phrases.elements import Element, Name
from vnpolitext.officials.tokens import Tokens
from vnpolitext.text.syllables import is_vietnamese

_BEFORE: Final = 24


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
