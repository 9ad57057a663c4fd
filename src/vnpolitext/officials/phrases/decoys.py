"""Capitals that have the form of a name and are none, by what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.models import per_choice
from vnpolitext.officials.phrases.elements import Office
from vnpolitext.officials.phrases.full_names import MIDDLE_WORDS
from vnpolitext.officials.phrases.streets import chose_path, is_address
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import (
    body_words,
    decoys,
    historic_names,
    leading_words,
    markers,
)
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import Address, addresses, bodies, heads

_GOVERNMENTS: Final = (["chính", "phủ"], ["chính", "quyền"], ["nội", "các"])
_DEFINING: Final = frozenset({"-", "và", "là"})
_FORMER: Final = frozenset({"nguyên", "cố", "cựu"})
_HALLS: Final = frozenset({"cung"})
_PLACEHOLDER: Final = 3
_LETTERS: Final = frozenset({"a", "b", "c"})
_COMMONEST: Final = frozenset({"nguyễn", "trần", "lê", "phạm"})
_FULL: Final = 3
_LONGEST_BODY: Final = 8  # words
_LONGEST: Final = 6  # syllables of the kind of a thing


def is_decoy(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether the words beside a run make it the name of something else."""
    words = tokens.words
    if chose_path(tokens, first):
        return False
    if is_placeholder(tokens, first, last) or _is_in_body(tokens, first, last):
        return True
    if first and words[first - 1] == "năm" and _counts_years(tokens, last):
        return True
    if is_address(tokens, first) or is_called_after(words, first, last):
        return True
    if _is_product(words, first):
        return True
    return " ".join(words[last : last + 2]) in decoys()["right"] or is_defined(tokens, last)


def _counts_years(tokens: Tokens, last: int) -> bool:
    """Return whether the year of a reign follows (*năm Tự Đức thứ 10*, *năm Minh Mạng 8*)."""
    return tokens.words[last : last + 1] == ["thứ"] or tokens.kinds[last : last + 1] == ["d"]


def is_called_after(words: list[str], first: int, last: int | None = None) -> bool:
    """Return whether the words before ``first`` are those of a thing that bears a name.

    That is a kind of thing (*cầu*, *trường tiểu học*), or one and what it is for (*bến xe*, *trạm
    bơm*, *xí nghiệp may*), or a stretch of one (*kè sông đoạn*). A word that only ends as a kind of
    thing does is none (*yêu cầu*, *chính phủ*), and a reign or an affair is called by the full name
    of somebody.

    Args:
        words: The folded words.
        first: Index of the first word of the name.
        last: Index after its last word, where it is known.
    """
    left, kinds = decoys()["left"], grammar()
    may_be_for = first > 0 and words[first - 1] in _use_endings()
    may_be_thing = may_be_for or (first > 0 and words[first - 1] in _thing_endings())
    is_full = last is not None and last - first >= _FULL
    for size in range(1, min(_LONGEST, first) + 1) if may_be_thing else ():
        if words[first - size] == "\n":
            break
        phrase = words[first - size : first]
        name = " ".join(phrase)
        if name in left and not _is_other_word(words, first - size - 1, first):
            return not (is_full and name in kinds.reigns)
        if may_be_for and _is_thing_for(phrase):
            return True
    stretch = first > 2 and words[first - 1] in kinds.stretches
    return stretch and not left.isdisjoint(words[max(0, first - 4) : first - 1])


def _is_other_word(words: list[str], first: int, last: int) -> bool:
    """Return whether words end or begin as a kind of thing does and are none (*yêu cầu*)."""
    return first >= 0 and " ".join(words[first:last]) in grammar().no_things


def _is_thing_for(phrase: list[str]) -> bool:
    """Return whether words are a kind of thing that bears names, and what it is for."""
    for cut in range(1, len(phrase)):
        head, use = " ".join(phrase[:cut]), " ".join(phrase[cut:])
        if use in grammar().uses and (head in decoys()["left"] or head in grammar().founded):
            return True
    return False


@per_choice
def _use_endings() -> frozenset[str]:
    """Return the last words of what things are for."""
    return frozenset(use.split()[-1] for use in grammar().uses)


@per_choice
def _thing_endings() -> frozenset[str]:
    """Return the last words of the kinds of things that bear names."""
    return frozenset(kind.split()[-1] for kind in decoys()["left"])


def _is_product(words: list[str], first: int) -> bool:
    """Return whether a foreign run is a make (*xe Mercedes Benz*), by the word before."""
    if is_vietnamese(words[first]):
        return False
    return any(" ".join(words[max(0, first - n) : first]) in grammar().products for n in (1, 2))


def is_defined(tokens: Tokens, last: int) -> bool:
    """Return whether the sentence goes on by saying which thing a name is (*là con phố nhỏ*).

    Of two that are joined both are meant (*Cô Giang - Cô Bắc là hai con phố*).
    """
    words = tokens.words
    if last >= len(words) or words[last] not in _DEFINING:
        return False
    if words[last] != "là":
        last = tokens.run_end(last + 1)
    if words[last : last + 1] != ["là"]:
        return False
    at = last + 1
    while at < len(words) - 1 and words[at] in grammar().counting:
        at += 1
    if tokens.kinds[at : at + 1] != ["l"] or heads().match(words, at):
        return False
    if _is_other_word(words, at, at + 2):
        return False
    return words[at] in decoys()["left"] or " ".join(words[at : at + 2]) in decoys()["left"]


def is_place_at(tokens: Tokens, at: int) -> bool:
    """Return whether capitals that begin like a form of address are a place (*Bà Rịa*)."""
    if tokens.kinds[at] != "U" or at + 1 >= len(tokens) or tokens.kinds[at + 1] != "U":
        return False
    places, words = place_levels(), tokens.words
    return any(tuple(words[at : at + size]) in places for size in (4, 3, 2))


def is_unit_or_country(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a run is the name of a province, a district or a country."""
    found = bodies().match(tokens.words, first)
    if found is not None and found[0] == last - first and found[1].role == "country":
        return True
    levels = place_levels().get(tuple(tokens.words[first:last]), frozenset())
    return not levels.isdisjoint(("province", "district"))


def is_historic(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a run is the usual name of a person of history who has an alias."""
    return " ".join(tokens.words[first:last]) in historic_names()


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


def is_monument(tokens: Tokens, at: int, office: Office) -> bool:
    """Return whether an office and the name after it are in the name of a monument or museum."""
    form = addresses().match(tokens.words, office.last) if office.last < len(tokens) else None
    named = office.last + (form[0] if form is not None else 0)
    if named >= len(tokens) or tokens.kinds[named] != "U":
        return False
    at -= at > 0 and tokens.words[at - 1] in _FORMER
    found = (" ".join(tokens.words[at - size : at]) for size in (1, 2, 3) if at >= size)
    return any(
        each in grammar().monuments
        and (tokens.kinds[at - len(each.split())] == "U" or each not in _HALLS)
        for each in found
    )


def is_placeholder(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a name stands for anybody (*Nguyễn Văn A*); a stop makes it a short form."""
    words = tokens.words
    return (
        last - first == _PLACEHOLDER
        and words[last - 1] in _LETTERS
        and words[first + 1] in MIDDLE_WORDS
        and words[first] in _COMMONEST
        and words[last : last + 1] != ["."]
    )


def _is_in_body(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a name of history stands in that of a body (*Học viện ... Hồ Chí Minh*)."""
    if first == 0 or tokens.kinds[first - 1] not in "Ul" or not is_historic(tokens, first, last):
        return False
    if tokens.kinds[first - 1] == "l" and _governs(tokens.words, first):
        return False
    before = tokens.words[first - 1]
    if tokens.kinds[first - 1] == "U" or before in grammar().locative:
        return before not in leading_words()
    return markers().match(tokens.words, first - 1) is None and _ends_body(tokens, first)


def _ends_body(tokens: Tokens, stop: int) -> bool:
    """Return whether the words before ``stop`` are those of a body (*bảo tàng*, *học viện ...*)."""
    words = tokens.words
    for at in range(stop - 1, max(-1, stop - 1 - _LONGEST_BODY), -1):
        if words[at] not in body_words() or words[at] in grammar().connectors:
            return False
        found = bodies().match(words, at)
        if found is not None and found[1].role == "noun" and at + found[0] <= stop:
            return True
    return False


def _governs(words: list[str], first: int) -> bool:
    """Return whether a government is called by who leads it (*chính phủ Trần Trọng Kim*)."""
    return words[first - 2 : first] in _GOVERNMENTS
