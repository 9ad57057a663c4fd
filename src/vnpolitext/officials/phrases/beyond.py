"""Where the name of a body goes on past the words that the tables know.

A small linear model answers one question, at the place where the grammar of bodies stops: does the
body go on here? Its features are the shapes and syllables around the place, what the tables know of
them, and how the phrase ends; its weights stand in ``models/offices/body-ends/weights.json``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from vnpolitext.models import model_file, per_choice, read_table
from vnpolitext.officials.phrases.foreign import are_foreign
from vnpolitext.officials.phrases.full_names import (
    before_sentence,
    is_name,
    is_one_word_name,
)
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import (
    body_pairs,
    body_words,
    leading_words,
    markers,
    tells_holding,
)
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.numerals import roman_value
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import addresses, bodies, heads
from vnpolitext.vocabulary.surnames import surnames

JOINERS: Final = frozenset({",", "-", "–", "và", "&"})
_FINISHED: Final = frozenset({"whole", "country", "domain", "tail"})
_CLOSING: Final = frozenset({".", ";", "(", ")", "|", "\n", ":", '"', "”", "/"})
_FURTHEST: Final = 12
_STEPS: Final = (1, 2, 4, 7)


def beyond(tokens: Tokens, at: int, role: str, head: str) -> int:
    """Return how many tokens from ``at`` on belong to a body that the tables do not know, or 0.

    Args:
        tokens: The tokens.
        at: Index of the token at which the grammar of bodies stops.
        role: The role of the last part of the body, ``"head"`` if only the office word is read.
        head: The office word.
    """
    if not may_ask(tokens, at, role):
        return 0
    weights = _weights()
    score = weights["bias"] + sum(
        weights.get(each, 0.0) for each in features(tokens, at, role, head)
    )
    return size_at(tokens, at) if score > 0 else 0


def may_ask(tokens: Tokens, at: int, role: str) -> bool:
    """Return whether a body can go on at ``at`` for all that the grammar knows."""
    words, kinds = tokens.words, tokens.kinds
    first = at + (words[at] in JOINERS)
    if first >= len(tokens) or kinds[first] not in "Ul":
        return False
    word = words[first]
    known = bodies().match(words, first) if first > at else None
    unfit = len(word) == 1 or (role == "head" and word in grammar().bodiless)
    if unfit or (known is not None and known[1].role not in {"domain", "word"}):
        return False
    if word in _closing() or roman_value(word) or is_dated(tokens, first):
        return False
    if tells_holding(words, first) or any(
        table.match(words, first) for table in (heads(), addresses())
    ):
        return False
    if kinds[first] == "l":
        # *cho ông X*: what stands right before a form of address is no part of a body.
        called = first + 1 < len(tokens) and addresses().match(words, first + 1) is not None
        unknown = first == at and role in _FINISHED and word not in body_words()
        return not called and not unknown
    return not _may_be_name(tokens, first, role)


@per_choice
def _closing() -> frozenset[str]:
    """Return the words that no body goes on with."""
    return grammar().connectors | grammar().pointing | grammar().term


def _may_be_name(tokens: Tokens, first: int, role: str) -> bool:
    """Return whether the capitals at ``first`` may as well be the name of the holder."""
    stop = before_sentence(tokens.words, first, tokens.run_end(first))
    word = tokens.words[first]
    if is_name(tokens, first, stop) or is_one_word_name(tokens, first):
        return True
    if not is_vietnamese(word) and not tokens.capitals[first]:
        return True
    if stop - first > 1 and not tokens.capitals[first] and are_foreign(tokens.words[first:stop]):
        return True
    if role == "country" and word not in body_words():
        return True
    goes_on = stop < len(tokens) and tokens.kinds[stop] == "l"
    return role == "head" and not (stop - first == 1 and goes_on)


def size_at(tokens: Tokens, at: int) -> int:
    """Return the number of tokens of the word at ``at``, with a joiner before it.

    A word is not cut: syllables that stand together in the names of bodies, or in the terms of
    politics, go together.
    """
    last = at + 1 + (tokens.words[at] in JOINERS)
    while last < len(tokens) and tokens.kinds[last] == "l":
        pair = (tokens.words[last - 1], tokens.words[last])
        if pair[1] in JOINERS or (pair not in body_pairs() and pair not in term_pairs()):
            break
        last += 1
    return last - at


def is_cut(tokens: Tokens, at: int) -> bool:
    """Return whether a word in lower case, of which nothing is known, goes on at ``at``."""
    if at >= len(tokens) or tokens.kinds[at] != "l" or tokens.words[at] in grammar().connectors:
        return False
    marker = markers().match(tokens.words, at)
    if marker is not None and (marker[0] > 1 or marker[1] in {"verb", "link"}):
        return False
    return not any(table.match(tokens.words, at) for table in (heads(), addresses()))


def is_dated(tokens: Tokens, first: int) -> bool:
    """Return whether a word of time before a figure is at ``first`` (*ngày 2/9*)."""
    return tokens.words[first] in grammar().dates and tokens.kinds[first + 1 : first + 2] == ["d"]


def features(tokens: Tokens, at: int, role: str, head: str) -> list[str]:
    """Return the names of the features of the question whether a body goes on at ``at``."""
    words = tokens.words
    joiner = words[at] if words[at] in JOINERS else "none"
    first = at + (joiner != "none")
    word, previous = words[first], words[at - 1]
    following = words[first + 1] if first + 1 < len(words) else "\n"
    far, mark = _boundary(tokens, first)
    found = [
        f"role:{role}",
        f"joiner:{joiner}",
        f"before:{_shape(tokens, at - 1)}",
        f"here:{_shape(tokens, first)}",
        f"after:{_shape(tokens, first + 1)}",
        f"far:{far}",
        f"boundary:{mark}",
        f"role:{role} here:{_shape(tokens, first)}",
        f"joiner:{joiner} here:{_shape(tokens, first)}",
        f"word:{word}",
        f"previous:{previous}",
        f"head:{head}",
    ]
    known = {
        "is a word of bodies": word in body_words(),
        "is a pair of bodies": (word, following) in body_pairs(),
        "ends a pair of bodies": (previous, word) in body_pairs(),
        "opens a sentence": word in leading_words(),
        "is a family name": word in surnames().strong,
        "is a place": (word, following) in place_levels(),
        "is foreign": not is_vietnamese(word),
        "stands in capitals": tokens.capitals[first] and tokens.capitals[at - 1],
    }
    return [*found, *(name for name, holds in known.items() if holds)]


def _shape(tokens: Tokens, at: int) -> str:
    """Return the shape of a token: its kind, ``"A"`` for several capitals."""
    if at >= len(tokens):
        return "n"
    loud = tokens.capitals[at] and tokens.ends[at] - tokens.starts[at] > 1
    return "A" if loud else tokens.kinds[at]


def _boundary(tokens: Tokens, first: int) -> tuple[int, str]:
    """Return how far the next boundary is, in steps, and what it is."""
    words, kinds = tokens.words, tokens.kinds
    for at in range(first + 1, min(len(tokens), first + _FURTHEST)):
        mark = ""
        if words[at] in _CLOSING or words[at] == ",":
            mark = words[at] if words[at] != "\n" else "line"
        elif kinds[at] == "U" and kinds[at - 1] != "U" and is_name(tokens, at, tokens.run_end(at)):
            mark = "name"
        elif heads().match(words, at):
            mark = "office"
        elif kinds[at] == "l" and markers().match(words, at):
            mark = "marker"
        if mark:
            return sum(at - first > step for step in _STEPS), mark
    return len(_STEPS), "none"


@per_choice
def term_pairs() -> frozenset[tuple[str, str]]:
    """Return the pairs of syllables that stand together in the terms of politics."""
    rows = read_table(model_file("lexicon", "politics", "terms.tsv"), ("term", "kind", "note"))
    return frozenset(pair for term, *_ in rows for pair in pairwise(term.lower().split()))


@per_choice
def _weights() -> Mapping[str, float]:
    """Return the weights by the name of the feature."""
    path = model_file("offices", "body-ends", "weights.json")
    table = json.loads(path.read_text(encoding="utf-8"))
    return dict(zip(table["features"], table["weights"], strict=True))
