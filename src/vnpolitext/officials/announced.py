"""Names that an office or a form of address announces, aliases and names with initials."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.officials.firms import is_inside
from vnpolitext.officials.forms import NameForms, is_decoy, is_foreign_name
from vnpolitext.officials.full_names import is_name, is_one_word_name
from vnpolitext.officials.grammar import grammar
from vnpolitext.officials.lexicon import (
    Address,
    alias_openings,
    aliases,
    bodies,
    foreign_names,
    leading_words,
    name_like_words,
    notable_names,
)
from vnpolitext.officials.syllables import has_vowel, is_vietnamese
from vnpolitext.officials.tokens import Tokens

_PERSONAL: Final = frozenset(
    {"address", "plural", "deputy", "military", "academic", "honour", "religious"}
)
_LONGEST: Final = 5


def announced_end(form: NameForms, pending: Sequence[Address], lead: int, *, touches: bool) -> int:
    """Return the end of the name that an office or a form of address announces, or 0.

    Args:
        form: The run of capitals.
        pending: The forms of address before it.
        lead: Index of the first token of those forms.
        touches: Whether an office stands directly before the run.
    """
    tokens, at, stop = form.tokens, form.first, form.last
    called = any(address.kind == "address" for address in pending)
    cut = stop - at > 1 and is_inside(tokens, at + 1)
    if cut or form.mixes_capitals or (form.is_high_place and stop - at == 2 and not called):
        return 0
    if is_name(tokens, at, stop):
        return 0 if in_school(tokens, pending, lead) else stop
    if not touches and not any(address.kind in _PERSONAL for address in pending):
        return stop if _follows_role(form, pending) else 0
    if _is_body(form, touches=touches, called=called):
        return 0
    if stop - at == 1:
        return stop if _is_short(tokens, at, touches=touches, called=called) else 0
    native = form.is_loud or any(map(is_vietnamese, tokens.words[at:stop]))
    crosses = touches and not pending and form.crosses and native
    return stop if stop - at <= _LONGEST and not crosses else 0


def _is_body(form: NameForms, *, touches: bool, called: bool) -> bool:
    """Return whether a run is a place or begins like the name of a body."""
    size = form.last - form.first
    body = bodies().match(form.tokens.words, form.first)
    if body is not None and (body[0] >= 2 or touches or size > 1):
        return True
    if body is not None and body[1].role == "country" and not called:
        return True
    words = form.tokens.words[form.first : form.last]
    if words[0] not in foreign_names() and not grammar().foreign_institutions.isdisjoint(words):
        return True
    return form.is_place and size > 1


def _follows_role(form: NameForms, pending: Sequence[Address]) -> bool:
    """Return whether a run can be a name after a role that is no address (*nhà thơ Tagore*)."""
    tokens, at, stop = form.tokens, form.first, form.last
    word, role = tokens.words[at], pending[-1].text
    if stop - at == 1 and len(word) > 1 and not bodies().match(tokens.words, at):
        if tuple(tokens.words[at : at + 2]) in name_like_words():
            return False
        return role not in grammar().royal or word not in grammar().dynasties
    return is_foreign_name(tokens, at, stop) or (
        role in grammar().performers and _is_stage_name(form)
    )


def _is_stage_name(form: NameForms) -> bool:
    """Return whether a run can be a name of two native words without a family name."""
    tokens, at = form.tokens, form.first
    words = tokens.words[at : form.last]
    if len(words) != 2 or form.is_loud or not all(map(is_vietnamese, words)):
        return False
    if form.is_high_place:
        return False
    body = bodies().match(tokens.words, at)
    return words[0] not in leading_words() and (body is None or body[0] == 1)


def _is_short(tokens: Tokens, at: int, *, touches: bool, called: bool) -> bool:
    """Return whether one capitalised word is a whole name or a given name after an address."""
    word = tokens.words[at]
    if is_one_word_name(tokens, at):
        return True
    if tokens.capitals[at] and tokens.ends[at] - tokens.starts[at] > 1:
        return False
    if touches:
        return not is_vietnamese(word) and has_vowel(word)
    likes = name_like_words()
    if (at and (tokens.words[at - 1], word) in likes) or tuple(tokens.words[at : at + 2]) in likes:
        return False
    given = called and word in grammar().given_names
    return len(word) > 1 and (given or word not in leading_words())


def in_school(tokens: Tokens, pending: Sequence[Address], lead: int) -> bool:
    """Return whether forms of address belong to the name of a school (*Trường cán bộ*)."""
    words, kinds = tokens.words, tokens.kinds
    if not pending or pending[-1].text not in grammar().schooled:
        return False
    for at in range(lead - 1, max(lead - 5, -1), -1):
        if kinds[at] not in "Ul":
            return False
        if words[at] in grammar().schools and kinds[at] == "U":
            return True
    return False


def find_alias(tokens: Tokens, at: int, lead: int) -> tuple[int, int] | None:
    """Return the alias of a person of history that begins at ``lead`` or ``at``."""
    words, kinds = tokens.words, tokens.kinds
    if words[lead] not in alias_openings() and lead == at:
        return None
    for first in (lead, at):
        for last in (first + 3, first + 2):
            if last > len(words) or kinds[first] != "U":
                continue
            usual = words[first] == "nguyễn" and kinds[first + 1] == "U"
            if " ".join(words[first:last]) in aliases() and not usual:
                beyond = last < len(words) and kinds[last] == "U"
                if not beyond and not is_decoy(tokens, first, last):
                    return first, last
    return None


def initials_end(tokens: Tokens, at: int, lead: int, *, announced: bool) -> int:
    """Return the end of a name that begins with initials (*V.I. Lênin*), or 0."""
    words, kinds = tokens.words, tokens.kinds
    index, count = at, 0
    while (
        index + 2 < len(words)
        and kinds[index] == "U"
        and len(words[index]) <= 2
        and words[index + 1] in {".", "-"}
        and kinds[index + 2] == "U"
        and count < 3
    ):
        index += 2
        count += 1
    if not count:
        return 0
    listed = words[at] in grammar().unit_letters or lead == 0 or words[lead - 1] == "\n"
    if count == 1 and listed:
        return 0
    stop = tokens.run_end(index)
    foreign = (words[index],) in notable_names() or not is_vietnamese(words[index])
    fits = 0 < stop - index <= 2 and len(words[index]) > 2
    sure = announced or count > 1 or words[index - 1] == "."
    return stop if fits and foreign and sure else 0
