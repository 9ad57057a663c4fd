"""Capitals that have the form of a name and are none, by what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.models import per_choice
from vnpolitext.officials.phrases.elements import Office
from vnpolitext.officials.phrases.full_names import MIDDLE_WORDS
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import (
    body_words,
    decoys,
    historic_names,
    markers,
    street_endings,
)
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import Address, bodies, heads

_PATH: Final = ["con", "đường"]
_CHOSEN: Final = (["đã"], ["chọn"], ["lựa"], ["vạch"], ["đi"], ["tìm"])
_GOVERNMENTS: Final = (["chính", "phủ"], ["chính", "quyền"], ["nội", "các"])
_CITY: Final = ["thành", "phố"]
_LISTED: Final = frozenset({",", "-", ";", "và", "với", "đến", "–"})
_LISTING: Final = frozenset({"như", "gồm", ":"})
_DEFINING: Final = frozenset({"-", "và", "là"})
_BEFORE_LIST: Final = 12
_HOUSE: Final = 4  # digits
_FORMER: Final = frozenset({"nguyên", "cố", "cựu"})
_HALLS: Final = frozenset({"cung"})
_PLACEHOLDER: Final = 3
_LETTERS: Final = frozenset({"a", "b", "c"})
_COMMONEST: Final = frozenset({"nguyễn", "trần", "lê", "phạm"})
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
    if first > 0 and tokens.kinds[first - 1] == "d" and _is_house(words, first):
        return True
    if is_called_after(words, first) or _is_product(words, first):
        return True
    return " ".join(words[last : last + 2]) in decoys()["right"] or is_defined(tokens, last)


def _counts_years(tokens: Tokens, last: int) -> bool:
    """Return whether the year of a reign follows (*năm Tự Đức thứ 10*, *năm Minh Mạng 8*)."""
    return tokens.words[last : last + 1] == ["thứ"] or tokens.kinds[last : last + 1] == ["d"]


def _is_house(words: list[str], first: int) -> bool:
    """Return whether the number before ``first`` is that of a house in a street (*hẻm 45 ...*)."""
    before = words[max(0, first - 4) : first - 1]
    return (
        words[first - 1][-1].isalpha()
        or "số" in before
        or _ends_label(words[max(0, first - 5) : first - 1])
        or not grammar().lanes.isdisjoint(before[-1:])
    )


def _ends_label(before: list[str]) -> bool:
    """Return whether words end with the label of an address (*Tòa soạn:*)."""
    labels = grammar().address_labels
    return before[-1:] == [":"] and any(" ".join(before[-n:-1]) in labels for n in (2, 3, 4))


def is_called_after(words: list[str], first: int) -> bool:
    """Return whether the words before ``first`` are those of a thing that bears a name.

    That is a kind of thing (*cầu*, *trường tiểu học*), or one and what it is for (*bến xe*, *trạm
    bơm*, *xí nghiệp may*), or a stretch of one (*kè sông đoạn*).
    """
    left, kinds = decoys()["left"], grammar()
    may_be_for = first > 0 and words[first - 1] in _use_endings()
    may_be_thing = may_be_for or (first > 0 and words[first - 1] in _thing_endings())
    for size in range(1, min(_LONGEST, first) + 1) if may_be_thing else ():
        if words[first - size] == "\n":
            break
        phrase = words[first - size : first]
        if " ".join(phrase) in left or (may_be_for and _is_thing_for(phrase)):
            return True
    stretch = first > 2 and words[first - 1] in kinds.stretches
    return stretch and not left.isdisjoint(words[max(0, first - 4) : first - 1])


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
    if office.last >= len(tokens) or tokens.kinds[office.last] != "U":
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


def is_street(tokens: Tokens, at: int) -> bool:
    """Return whether capitals name a street, by the word or the number of a house before."""
    words, streets = tokens.words, grammar().streets
    if at and tokens.kinds[at - 1] == "d":
        return _is_address(tokens, at)
    if not at or words[at - 1] not in street_endings():
        return False
    if words[at - 2 : at] == _CITY or chose_path(tokens, at):
        return False
    return any(at >= size and " ".join(words[at - size : at]) in streets for size in (1, 2, 3))


def _is_address(tokens: Tokens, at: int) -> bool:
    """Return whether a number and a unit make capitals between them an address.

    *33 Lê Thánh Tông, Hoàn Kiếm*; *số 142 Lê Trung Đình, thành phố Quảng Ngãi*.
    """
    words, last = tokens.words, tokens.run_end(at)
    if len(words[at - 1]) > _HOUSE or (at > 1 and words[at - 2] in grammar().dates):
        return False
    if words[last : last + 1] != [","]:
        return False
    following = tuple(words[last + 1 : tokens.run_end(last + 1)])
    unit = bodies().match(words, last + 1) if last + 1 < len(words) else None
    return following in place_levels() or (unit is not None and unit[1].role == "unit")


def is_listed_street(tokens: Tokens, at: int, street: int) -> bool:
    """Return whether capitals stand in a list of streets (*các phố như ...*).

    Args:
        tokens: The tokens.
        at: Index of the first token of the run.
        street: Index after the name of the street read last, 0 without one.
    """
    if not at:
        return False
    words, before = tokens.words, tokens.words[at - 1]
    if at - street == 1 and street and before in _LISTED:
        return True
    if before not in _LISTING or words[at - 2] == "ảnh":
        return False
    window = " ".join(words[max(0, at - _BEFORE_LIST) : at])
    sentence = " " + window[max(map(window.rfind, ".;\n")) + 1 :]
    return any(f" {street} " in sentence for street in grammar().streets if " " in street)


def chose_path(tokens: Tokens, first: int) -> bool:
    """Return whether capitals at ``first`` went a way of their own (*con đường Bác Hồ đã chọn*)."""
    if first < len(_PATH) or tokens.words[first - 1] != _PATH[-1]:
        return False
    if tokens.words[first - 2 : first] != _PATH:
        return False
    after = tokens.run_end(first)
    return tokens.words[after : after + 1] in _CHOSEN


def _is_in_body(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a name of history stands in that of a body (*Học viện ... Hồ Chí Minh*)."""
    if first == 0 or tokens.kinds[first - 1] not in "Ul" or not is_historic(tokens, first, last):
        return False
    if tokens.kinds[first - 2 : first] == ["l", "l"] and _governs(tokens.words, first):
        return False
    before, kind = tokens.words[first - 1], tokens.kinds[first - 1]
    return kind == "U" or (
        kind == "l"
        and (before in body_words() or before in grammar().locative)
        and before not in grammar().connectors
        and markers().match(tokens.words, first - 1) is None
    )


def _governs(words: list[str], first: int) -> bool:
    """Return whether a government is called by who leads it (*chính phủ Trần Trọng Kim*)."""
    return words[first - 2 : first] in _GOVERNMENTS
