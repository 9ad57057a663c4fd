"""Names that an office or a form of address announces."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.grammar import grammar
from vnpolitext.officials.lexicon import (
    bodies,
    foreign_names,
    leading_words,
    name_like_words,
)
from vnpolitext.officials.phrases.decoys import in_school
from vnpolitext.officials.phrases.edges import past_particle
from vnpolitext.officials.phrases.elements import Name
from vnpolitext.officials.phrases.firms import is_inside
from vnpolitext.officials.phrases.foreign import is_foreign
from vnpolitext.officials.phrases.full_names import is_name, is_one_word_name
from vnpolitext.officials.phrases.run import Run
from vnpolitext.text.syllables import has_vowel, is_vietnamese

_PERSONAL: Final = frozenset(
    {"address", "plural", "deputy", "military", "academic", "honour", "religious"}
)
_LONGEST: Final = 5


def announced(run: Run) -> Name | None:
    """Return the name that an office or forms of address before a run announce, if one does."""
    last = _end(run) if run.is_announced else 0
    if not last:
        return None
    short = last - run.first == 1 and not is_one_word_name(run.tokens, run.first)
    tentative = short and not run.is_called
    last = past_particle(run.tokens, last)
    return Name(run.first, last, run.lead, run.addresses, certain=True, tentative=tentative)


def _end(run: Run) -> int:
    """Return the end of the name that an office or a form of address announces, or 0."""
    tokens, first, last = run.tokens, run.first, run.last
    size = last - first
    cut = size > 1 and is_inside(tokens, first + 1)
    if cut or run.mixes_capitals or (run.is_high_place and size == 2 and not run.is_called):
        return 0
    if is_name(tokens, first, last):
        return 0 if in_school(tokens, run.addresses, run.lead) else last
    if not run.touches and not any(address.kind in _PERSONAL for address in run.addresses):
        return last if _follows_role(run) else 0
    if _is_body(run):
        return 0
    if size == 1:
        return last if _is_short(run) else 0
    native = run.is_loud or any(map(is_vietnamese, run.words))
    crosses = run.touches and not run.addresses and run.crosses and native
    return last if size <= _LONGEST and not crosses else 0


def _is_body(run: Run) -> bool:
    """Return whether a run is a place or begins like the name of a body."""
    size = len(run)
    body = bodies().match(run.tokens.words, run.first)
    if body is not None and (body[0] >= 2 or run.touches or size > 1):
        return True
    if body is not None and body[1].role == "country" and not run.is_called:
        return True
    words = run.words
    if words[0] not in foreign_names() and not grammar().foreign_institutions.isdisjoint(words):
        return True
    return run.is_place and size > 1


def _follows_role(run: Run) -> bool:
    """Return whether a run can be a name after a role that is no address (*nhà thơ Tagore*)."""
    tokens, at = run.tokens, run.first
    word, role = tokens.words[at], run.addresses[-1].text
    if len(run) == 1 and len(word) > 1 and not bodies().match(tokens.words, at):
        if tuple(tokens.words[at : at + 2]) in name_like_words():
            return False
        return role not in grammar().royal or word not in grammar().dynasties
    return is_foreign(run) or (role in grammar().performers and _is_stage_name(run))


def _is_stage_name(run: Run) -> bool:
    """Return whether a run can be a name of two native words without a family name."""
    words = run.words
    if len(words) != 2 or run.is_loud or not all(map(is_vietnamese, words)):
        return False
    if run.is_high_place:
        return False
    body = bodies().match(run.tokens.words, run.first)
    return words[0] not in leading_words() and (body is None or body[0] == 1)


def _is_short(run: Run) -> bool:
    """Return whether one capitalised word is a whole name or a given name after an address."""
    tokens, at = run.tokens, run.first
    word = tokens.words[at]
    if is_one_word_name(tokens, at):
        return True
    if tokens.capitals[at] and tokens.ends[at] - tokens.starts[at] > 1:
        return False
    if run.touches:
        return not is_vietnamese(word) and has_vowel(word)
    likes = name_like_words()
    if (at and (tokens.words[at - 1], word) in likes) or tuple(tokens.words[at : at + 2]) in likes:
        return False
    given = run.is_called and word in grammar().given_names
    return len(word) > 1 and (given or word not in leading_words())


def is_personal(run: Run) -> bool:
    """Return whether forms of address say that a run is a person or the name of a school."""
    personal = any(address.kind != "role" for address in run.addresses)
    return personal or in_school(run.tokens, run.addresses, run.lead)
