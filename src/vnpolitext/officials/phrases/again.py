"""Names found at a second look: those met elsewhere in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from vnpolitext.officials.phrases.aliases import NEAR, is_code_name
from vnpolitext.officials.phrases.alone import human_words, is_free
from vnpolitext.officials.phrases.called import is_other, standing
from vnpolitext.officials.phrases.decoys import is_decoy
from vnpolitext.officials.phrases.elements import Element, Name, Office
from vnpolitext.officials.phrases.series import in_series
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import decoys, foreign_names
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import bodies

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
    passed = list(passed)
    elements = _without_things(tokens, elements)
    elements = _ordered(elements, in_series(tokens, elements, passed))
    words = tokens.words
    full = set(known)
    surnames, firsts = set(), set()
    for element in elements:
        if isinstance(element, Name) and element.last - element.first >= 2:
            if not element.tentative:
                full.add(tuple(words[element.first : element.last]))
            last = words[element.last - 1]
            if len(last) > 2 and not is_vietnamese(last):
                surnames.add(last)
            firsts.add(words[element.first])
    firsts &= foreign_names()
    given = {name[-2:] for name in full if len(name) > 2}
    called = {name[-1] for name in full if len(name) > 1}
    bare, whole, held = _bare_offices(elements), _whole_offices(elements), _held_by(words, elements)
    humans = human_words(tokens, passed)
    found = []
    taken = {element.first for element in elements}
    for first, stop in passed:
        if stop == first + 1:
            word = words[first]
            is_full = word in humans and is_free(words, first)
            is_held = word in called and first in bare
            is_held = is_held and (
                bare[first] in whole or ((bare[first], word) in held and not is_other(word))
            )
            is_first = word in firsts and is_free(words, first) and _is_whole(tokens, first)
            met = is_full or word in surnames or is_held or is_first
        else:
            run = tuple(words[first:stop])
            is_full = run in full
            met = is_full or (run in given and _is_given(run))
        if stop == first + 1 and first not in taken and is_code_name(tokens, first):
            found.append(_code_name(elements, first))
        elif met and first not in taken and not is_decoy(tokens, first, stop):
            found.append(Name(first, stop, first, tentative=not is_full))
    return _ordered(elements, found)


def _code_name(elements: Sequence[Element], first: int) -> Name:
    """Return the code name at ``first``, of whoever is named right before, else of the subject."""
    number = bisect_left(elements, first, key=lambda each: each.first)
    before = elements[number - 1] if number else None
    near = isinstance(before, Name) and first - before.last <= NEAR
    other = "near" if near else "subject"
    return Name(first, first + 1, first, tentative=not near, certain=True, other=other)


def _bare_offices(elements: Sequence[Element]) -> dict[int, str]:
    """Return the ends of offices without a body, with the office word."""
    return {
        each.last: each.head.text
        for each in elements
        if isinstance(each, Office) and not each.parts
    }


def _whole_offices(elements: Sequence[Element]) -> set[str]:
    """Return the office words that the text has with a body, too.

    So *Bộ trưởng Tuấn* is somebody who was named with that office before.
    """
    return {
        head
        for each in elements
        if isinstance(each, Office) and each.parts
        for head in _titles(each.head.text)
    }


def _held_by(words: Sequence[str], elements: Sequence[Element]) -> set[tuple[str, str]]:
    """Return the office words right before full names, each with the given name."""
    return {
        (office.head.text, words[name.last - 1])
        for office, name in pairwise(elements)
        if isinstance(office, Office)
        and isinstance(name, Name)
        and name.lead == office.last
        and name.last - name.first > 1
    }


def _titles(head: str) -> tuple[str, str]:
    """Return an office word with and without the kind of its body (*giám đốc sở*)."""
    return head, head.rpartition(" ")[0]


def _ordered(elements: list[Element], found: Sequence[Name]) -> list[Element]:
    """Return ``elements`` and the names ``found`` in text order."""
    if not found:
        return elements
    return sorted((*elements, *found), key=lambda element: element.first)


def _is_given(run: tuple[str, ...]) -> bool:
    """Return whether two words that end a name (*Kỳ Duyên*) may call somebody by themselves."""
    return run not in place_levels() and bodies().match(list(run), 0) is None


def _is_whole(tokens: Tokens, at: int) -> bool:
    """Return whether a foreign word is no part of a longer name (*St. Lucia*, *Ibrahim as-Sa*)."""
    words = tokens.words
    behind = words[at + 1] if at + 1 < len(tokens) and tokens.kinds[at + 1] == "l" else ""
    if words[max(0, at - 2) : at] == ["st", "."] or words[max(0, at - 1) : at] == ["/"]:
        return False
    return not behind or (is_vietnamese(behind) and behind not in grammar().particles)


def _without_things(tokens: Tokens, elements: list[Element]) -> list[Element]:
    """Return ``elements`` without names of things that the text elsewhere calls what they are.

    *Hồ Cấm Sơn* is no person where the text speaks of *hồ Cấm Sơn*.
    """
    words, kinds, left = tokens.words, tokens.kinds, decoys()["left"]
    doubted = {
        tuple(words[each.first : each.last])
        for each in elements
        if isinstance(each, Name) and not each.certain and words[each.first] in left
    }
    if not doubted:
        return elements
    openings = {name[0] for name in doubted}
    things = {
        tuple(words[at : tokens.run_end(at + 1)])
        for at, word in enumerate(words)
        if word in openings and kinds[at] == "l"
    }
    return [
        each
        for each in elements
        if not isinstance(each, Name)
        or each.certain
        or tuple(words[each.first : each.last]) not in things
    ]


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
    wanted = [name.title() for name in surnames if len(name) > 2]
    if not wanted:
        return []
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    found = [
        (at, at + len(name))
        for first, last in zip(edges[::2], edges[1::2], strict=True)
        for name in wanted
        for at in standing(text, name, first, last)
    ]
    return sorted(place for place in found if not _is_after_decoy(text, place[0]))


def _is_after_decoy(text: str, at: int) -> bool:
    """Return whether the word before ``at`` makes a name that of something else."""
    before = text[max(0, at - _BEFORE) : at].lower().split()
    left = decoys()["left"]
    return before[-1:] == ["-"] or any(" ".join(before[-size:]) in left for size in (1, 2))
