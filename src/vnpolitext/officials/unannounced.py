"""Names that nothing announces: by their form, a credit line or *tên thật là*."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.forms import is_bare_name, is_decoy, is_doubtful, is_unit_or_country
from vnpolitext.officials.full_names import is_name, is_one_word_name
from vnpolitext.officials.grammar import grammar
from vnpolitext.officials.lexicon import (
    bodies,
    heads,
    leading_words,
    markers,
    name_openings,
    notable_names,
    role_endings,
)
from vnpolitext.officials.names import Element, Name
from vnpolitext.officials.offices import Office
from vnpolitext.officials.runs import past_particle
from vnpolitext.officials.syllables import is_vietnamese
from vnpolitext.officials.tokens import Tokens

_NEAR: Final = 8
_LONGEST_SIGNING: Final = 24
_BYLINES = (["(", "thực", "hiện"], ["(", "tổng", "hợp"], ["(", "biên", "soạn"], ["(", "ghi"])


def is_plain_run(tokens: Tokens, at: int, stop: int) -> bool:
    """Return whether capitals can be no name: one word, or an unknown one that nothing marks."""
    words, kinds = tokens.words, tokens.kinds
    word = words[at]
    if stop - at == 1 and (word,) not in notable_names():
        return not is_one_word_name(tokens, at)
    if word in name_openings() or word in leading_words() or not is_vietnamese(word):
        return False
    follows = at == 0 or kinds[at - 1] == "l" or words[at - 1] in {",", "\n"}
    return follows and words[at - 1] not in role_endings() and "(" not in words[at + 2 : at + 8]


def past_leading(tokens: Tokens, at: int, stop: int) -> int:
    """Return where a name may begin after words that only open a sentence (*Theo ...*)."""
    if at and tokens.kinds[at - 1] in "Uld":
        return at
    while at < stop and tokens.words[at] in leading_words() and not is_name(tokens, at, stop):
        at += 1
    return at


def signs(tokens: Tokens, office: Office, first: int, stop: int) -> bool:
    """Return whether capitals fill the line of a signature, under an office in capitals.

    The form of the name does not matter there: nobody knows all family names.
    """
    words, kinds = tokens.words, tokens.kinds
    if not 2 <= stop - first <= 4 or not all(tokens.capitals[office.first : office.last]):
        return False
    if first - office.last > _LONGEST_SIGNING or first == office.last:
        return False
    if any(kind != "n" for kind in kinds[office.last : first]):
        return False
    if kinds[stop : stop + 1] not in ([], ["n"]) or is_unit_or_country(tokens, first, stop):
        return False
    native = all(map(is_vietnamese, words[first:stop]))
    return native and not bodies().match(words, first) and not heads().match(words, first)


def find_bare(tokens: Tokens, first: int, stop: int, before: Element | None) -> Name | None:
    """Return the name that nothing announces at ``first``, if there is one.

    Args:
        tokens: The tokens.
        first: Index of the first token of a run of capitals.
        stop: Index after its last one.
        before: The name or office found last before the run.
    """
    if stop - first == 1 and is_one_word_name(tokens, first):
        return None if is_decoy(tokens, first, stop) else Name(first, stop, first)
    name = _with_role(tokens, first, stop, before)
    if name is not None:
        return name
    if not is_bare_name(tokens, first, stop) or is_decoy(tokens, first, stop):
        return None
    tentative = is_doubtful(tokens, first, stop)
    return Name(first, past_particle(tokens, stop), first, tentative=tentative)


def _with_role(tokens: Tokens, first: int, stop: int, before: Element | None) -> Name | None:
    """Return the name that a credit line or words such as *tên thật là* make of a run."""
    role = _role(tokens, first) if 2 <= stop - first <= 4 else ""
    if not role or is_unit_or_country(tokens, first, stop):
        return None
    if role == "credit" and tokens.words[first] not in grammar().no_credit:
        return Name(first, stop, first, certain=True)
    if role == "alias" and before is not None:
        if isinstance(before, Name) and first - before.last <= _NEAR:
            return Name(first, stop, first, certain=True, other="near")
        doubtful = not is_bare_name(tokens, first, stop)
        return Name(first, stop, first, certain=True, tentative=doubtful, other="subject")
    return None


def _role(tokens: Tokens, first: int) -> str:
    """Return the role of the words around a run: a credit line or another name."""
    words = tokens.words
    stop = tokens.run_end(first)
    if stop < len(words) and words[stop] == "(" and _is_byline(words, stop):
        return "credit"
    at = first
    colon = at > 0 and words[at - 1] in {":", "|"}
    if at > 0 and words[at - 1] in {":", '"', "“", "|"}:
        at -= 1
    if at == 0 or words[at - 1] not in role_endings():
        return ""
    for size in range(min(6, at), 0, -1):
        found = markers().match(words, at - size)
        if found is not None and found[0] == size:
            if found[1] == "credit":
                return "credit" if colon else ""
            return found[1] if found[1] == "alias" else ""
    return ""


def _is_byline(words: list[str], at: int) -> bool:
    """Return whether brackets after a name say what its bearer did for the text."""
    return words[at : at + 3] in _BYLINES or words[at : at + 2] in _BYLINES
