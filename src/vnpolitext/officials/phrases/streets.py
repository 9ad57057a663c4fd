"""Capitals that name a street: by the word before, by the number of a house, in a list."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import street_endings
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.vocabulary import bodies

_PATH: Final = ["con", "đường"]
_CHOSEN: Final = (["đã"], ["chọn"], ["lựa"], ["vạch"], ["đi"], ["tìm"])
_CITY: Final = ["thành", "phố"]
_LISTED: Final = frozenset({",", "-", ";", "và", "với", "đến", "–"})
_LISTING: Final = frozenset({"như", "gồm", ":"})
_BEFORE_LIST: Final = 12
_HOUSE: Final = 4  # digits
_NUMBER: Final = "số"
_ABBREVIATED: Final = frozenset({"q", "p", "tp"})  # units
_LONGEST_LODGING: Final = 3
_LONGEST_LABEL: Final = 6


def is_street(tokens: Tokens, at: int) -> bool:
    """Return whether capitals name a street, by the word or the number of a house before."""
    words, streets = tokens.words, grammar().streets
    if is_address(tokens, at):
        return True
    if not at or words[at - 1] not in street_endings():
        return False
    if words[at - 2 : at] == _CITY or chose_path(tokens, at):
        return False
    return any(at >= size and " ".join(words[at - size : at]) in streets for size in (1, 2, 3))


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


def is_address(tokens: Tokens, at: int) -> bool:
    """Return whether the number of a house stands before capitals (*địa chỉ 23 Lê Duẩn*).

    A number alone tells little; a word for a house or a lane before it, the label of an address,
    or a unit behind the street makes it that of a house.
    """
    first = _number_at(tokens, at)
    if first < 0:
        return False
    words = tokens.words
    before = words[max(0, first - 3) : first]
    if words[at - 1][-1].isalpha() or _NUMBER in before:
        return True
    small = not (words[at - 1].isdigit() and len(words[at - 1]) == _HOUSE)  # no year
    if small and (_is_lodged(words, first) or _is_labelled(tokens, first, words[at - 1])):
        return True
    if len(words[at - 1]) > _HOUSE or not grammar().dates.isdisjoint(before[-1:]):
        return False
    opens = first == 0 or tokens.kinds[first - 1] == "n"
    return _has_unit(tokens, at, is_listed=opens)


def _number_at(tokens: Tokens, at: int) -> int:
    """Return where the number of a house before ``at`` begins, -1 without one.

    *45-47*, *K54/10*; with a comma behind it (*số 4, Đinh Công Tráng*) it stands by itself behind
    its word.
    """
    words, kinds = tokens.words, tokens.kinds
    if at > 2 and words[at - 1] == "," and kinds[at - 2] == "d" and words[at - 3] == _NUMBER:
        free = at == 3 or kinds[at - 4] in "pn" or _is_lodged(words, at - 3)
        return at - 2 if free and _has_unit(tokens, at, is_listed=True) else -1
    if not at or kinds[at - 1] != "d":
        return -1
    first = at - 1
    if first > 1 and words[first - 1] == "-" and kinds[first - 2] == "d":
        first -= 2
    coded = first > 0 and len(words[first - 1]) == 1 and kinds[first - 1] == "U"
    return first - (coded and tokens.ends[first - 1] == tokens.starts[first])


def _is_lodged(words: list[str], first: int) -> bool:
    """Return whether a word for a house, a lane or where one is stands before its number."""
    lodgings = grammar().lodgings | grammar().lanes
    sizes = range(1, min(_LONGEST_LODGING, first) + 1)
    return any(" ".join(words[first - size : first]) in lodgings for size in sizes)


def _is_labelled(tokens: Tokens, first: int, number: str) -> bool:
    """Return whether a colon, or the cell of a label of addresses, ends before ``first``."""
    words = tokens.words
    if words[first - 1 : first] == [":"]:
        return len(number) > 1 and first > 1 and tokens.kinds[first - 2] in "Ul"
    if words[first - 1 : first] != ["|"]:
        return False
    start = first - 1
    while start and tokens.kinds[start - 1] in "Ul" and first - start < _LONGEST_LABEL:
        start -= 1
    return any(" ".join(words[start : start + n]) in grammar().address_labels for n in (2, 3, 4))


def _has_unit(tokens: Tokens, at: int, *, is_listed: bool) -> bool:
    """Return whether a unit follows the capitals at ``at`` (*33 Lê Thánh Tông, Hoàn Kiếm*).

    Args:
        tokens: The tokens.
        at: Index of the first of the capitals.
        is_listed: Whether a dash may as well stand between a name and where somebody is from.
    """
    words, last = tokens.words, tokens.run_end(at)
    if words[last : last + 1] and words[last] in _ABBREVIATED:
        return words[last + 1 : last + 2] == ["."]
    if words[last : last + 1] != [","] and (is_listed or words[last : last + 1] != ["-"]):
        return False
    following = tuple(words[last + 1 : tokens.run_end(last + 1)])
    unit = bodies().match(words, last + 1) if last + 1 < len(words) else None
    return following in place_levels() or (unit is not None and unit[1].role == "unit")
