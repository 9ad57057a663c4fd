"""Names that fill a cell behind a label of people or an office (*| Tư lệnh | Thanh Phong |*)."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from vnpolitext.officials.phrases.decoys import is_decoy
from vnpolitext.officials.phrases.elements import Name, Office
from vnpolitext.officials.phrases.run import Run
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import leading_words, name_like_words, peoples
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.numerals import roman_value
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import bodies, heads

_CELL_ENDS: Final = (["|"], ["("], ["["], ["\n"])
_EDGES: Final = frozenset({"|", "\n"})
_LONGEST_LABEL: Final = 4
_SHORTEST: Final = 2
_LONGEST: Final = 4


def boxed(run: Run) -> Name | None:
    """Return the name that fills the cell behind a label of people or behind an office."""
    if not _SHORTEST <= len(run) <= _LONGEST or run.tokens.words[run.first - 1] != "|":
        return None
    if run.tokens.words[run.last : run.last + 1] not in _CELL_ENDS:
        return None
    labelled = is_boxed(run.tokens, run.first) and may_be(run, is_foreign=True)
    if not labelled and not (_is_held(run) and may_be(run)):
        return None
    return Name(run.first, run.last, run.first, certain=True)


def is_boxed(tokens: Tokens, first: int) -> bool:
    """Return whether the cell before ``first`` is a label of people (*| Kế nhiệm | X |*)."""
    words = tokens.words
    if words[first - 1 : first] != ["|"]:
        return False
    at = first - 1
    while at and words[at - 1] not in _EDGES and first - at <= _LONGEST_LABEL:
        at -= 1
    return " ".join(words[at : first - 1]) in grammar().person_labels


def _is_held(run: Run) -> bool:
    """Return whether an office fills the cell before, maybe with how many there are of it."""
    office, words = run.before, run.tokens.words
    if not isinstance(office, Office) or (office.first and words[office.first - 1] not in _EDGES):
        return False
    between = words[office.last : run.first - 1]
    return not between or (between[0] == "(" and between[2:] == [")"])


def may_be(run: Run, *, is_foreign: bool = False) -> bool:
    """Return whether a run can be a name for all that its own words tell.

    Args:
        run: The run.
        is_foreign: Whether foreign words may make one.
    """
    words, tokens = run.words, run.tokens
    if words[0] in leading_words() or words[0] in grammar().term or words in peoples():
        return False
    if not all(map(is_vietnamese, words)) and not (
        is_foreign and grammar().foreign_institutions.isdisjoint(words)
    ):
        return False
    if run.is_loud or run.mixes_capitals or run.is_high_place or roman_value(words[-1]):
        return False
    body = bodies().match(tokens.words, run.first)
    is_body = body is not None and (body[1].role != "country" or body[0] == len(run))
    if is_body or heads().match(tokens.words, run.first):
        return False
    likes = not name_like_words().isdisjoint(pairwise(words))
    return not likes and not is_decoy(tokens, run.first, run.last)
