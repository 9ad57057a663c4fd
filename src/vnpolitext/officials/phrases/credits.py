"""Names that a credit line, a signature or the end of a text gives."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.gazetteer import place_levels
from vnpolitext.officials.grammar import grammar
from vnpolitext.officials.lexicon import bodies, decoys, heads, leading_words
from vnpolitext.officials.phrases.aliases import marker_before
from vnpolitext.officials.phrases.decoys import is_unit_or_country
from vnpolitext.officials.phrases.elements import Element, Name, Office
from vnpolitext.officials.phrases.run import Run
from vnpolitext.officials.tokens import Tokens
from vnpolitext.text.syllables import is_vietnamese

_BYLINES: Final = (
    ["(", "thực", "hiện"],
    ["(", "tổng", "hợp"],
    ["(", "biên", "soạn"],
    ["(", "ghi"],
)
_LONGEST_SIGNING: Final = 24
_LINE_ENDS: Final = frozenset({".", "!", "?", "”", '"', ")", "…"})


def credited(run: Run) -> Name | None:
    """Return the name that stands in a credit (*Ảnh: Đình Huệ*, *Đức Duy (thực hiện)*)."""
    if not 2 <= len(run) <= 4 or run.tokens.words[run.first] in grammar().no_credit:
        return None
    if not _is_byline(run) and marker_before(run, "credit") not in {":", "|"}:
        return None
    if is_unit_or_country(run.tokens, run.first, run.last):
        return None
    return Name(run.first, run.last, run.first, certain=True)


def signs(run: Run) -> bool:
    """Return whether capitals fill the line of a signature, under an office in capitals.

    The form of the name does not matter there: nobody knows all family names.
    """
    tokens, office = run.tokens, run.before
    if not isinstance(office, Office) or not 2 <= len(run) <= 4:
        return False
    first, last, words, kinds = run.first, run.last, tokens.words, tokens.kinds
    if not all(tokens.capitals[office.first : office.last]):
        return False
    if first - office.last > _LONGEST_SIGNING or first == office.last:
        return False
    if any(kind != "n" for kind in kinds[office.last : first]):
        return False
    if kinds[last : last + 1] not in ([], ["n"]) or is_unit_or_country(tokens, first, last):
        return False
    native = all(map(is_vietnamese, run.words))
    return native and not bodies().match(words, first) and not heads().match(words, first)


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
    may_sign = _may_sign(Run(tokens, first, stop, first))
    return Name(first, stop, first, certain=True) if may_sign else None


def _may_sign(run: Run) -> bool:
    """Return whether a run of capitals can be an author's name, not a place or a body."""
    words = run.words
    if run.mixes_capitals or words[0] in leading_words() or words[0] in decoys()["left"]:
        return False
    if bodies().match(run.tokens.words, run.first):
        return False
    return "province" not in place_levels().get(words, ())


def _is_byline(run: Run) -> bool:
    """Return whether brackets after a name say what its bearer did for the text."""
    words, at = run.tokens.words, run.last
    return words[at : at + 3] in _BYLINES or words[at : at + 2] in _BYLINES
