"""Names of firms right after an office: *Tổng Giám đốc VNPT*, *Giám đốc VietinBank Điện Biên*."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases.elements import Office
from vnpolitext.officials.phrases.full_names import is_name, is_strong_name
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import foreign_names, markers
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import Entry, addresses, bodies, heads
from vnpolitext.vocabulary.surnames import surnames

_GROUPS: Final = frozenset({"tập đoàn", "tổng công ty", "công ty"})
_LONGEST_TRADE: Final = 4
_LONGEST_FIRM: Final = 3
# Beginnings of family names that have a capital inside (*McCain*).
_NAMES_INSIDE: Final = frozenset({"mc", "mac"})


def firm_end(tokens: Tokens, first: int, stop: int, head: Entry, *, is_loud: bool) -> int:
    """Return the end of the name of a firm that begins a run of capitals after an office, or 0.

    It is an abbreviation, a word that ends as those of banks do or, after the office of a firm, a
    word with a capital inside or the only foreign word. People are rarely called by one foreign
    word there.

    Args:
        tokens: The tokens.
        first: Index of the first token of the run.
        stop: Index after its last one.
        head: The office.
        is_loud: Whether the office is written in capitals, as its bearer may be.
    """
    word = tokens.words[first]
    if first >= stop or is_vietnamese(word) or "'" in word or is_loud:
        return 0
    after = first + 1
    while after < stop and is_inside(tokens, after):
        after += 1
    if tokens.words[after : after + 1] == ["-"] and tokens.ends[after - 1] == tokens.starts[after]:
        return 0
    is_firm = (
        head.branch == "enterprise"
        or head.text.endswith("giám đốc")
        or word.endswith(tuple(grammar().firm_endings))
    )
    if is_firm and tokens.words[stop - 1] in grammar().foreign_institutions:
        return stop
    if after - first > 1:
        return _past_country(tokens, after) if is_firm else 0
    if tokens.capitals[first] and len(word) > 1:
        alone = after == stop or not tokens.capitals[after]
        return _past_country(tokens, after) if alone else 0
    last = _past_country(tokens, after)
    ends = last >= stop or (
        tokens.words[last] in surnames().core and is_strong_name(tokens, last, stop)
    )
    return last if is_firm and ends and word not in foreign_names() else 0


def is_foreign_firm(tokens: Tokens, first: int, head: Entry) -> bool:
    """Return whether a foreign firm that has the office is at ``first`` (*CEO của Sandler*)."""
    stop = tokens.run_end(first)
    words = tokens.words[first:stop]
    if not 0 < len(words) <= _LONGEST_FIRM or words[0] in foreign_names():
        return False
    managed = "giám đốc" in head.text or head.branch == "enterprise"
    return managed and not any(map(is_vietnamese, words))


def wants_name(office: Office) -> bool:
    """Return whether the body of an office is a firm of a legal form that has no name yet.

    *Giám đốc Công ty cổ phần Tập đoàn Hà Anh*: no person is named behind it.
    """
    kinds = [entry.text if entry is not None else "" for _, _, entry in office.parts]
    formed = [n for n, kind in enumerate(kinds) if kind in grammar().firm_kinds]
    return bool(formed) and all(kind in _GROUPS for kind in kinds[formed[-1] + 1 :])


def is_inside(tokens: Tokens, at: int) -> bool:
    """Return whether the token ``at`` goes on with a word that has capitals inside (*VietinBank*).

    Between two native words a blank was lost.
    """
    kinds, words = tokens.kinds, tokens.words
    if tokens.starts[at] != tokens.ends[at - 1] or not kinds[at] == "U" == kinds[at - 1]:
        return False
    native = all(is_vietnamese(word) and len(word) > 1 for word in words[at - 1 : at + 1])
    return not native and words[at - 1] not in _NAMES_INSIDE


def trades(tokens: Tokens, at: int) -> int:
    """Return how many tokens a joiner at ``at`` and a trade have before the name of a firm, or 0.

    *Công ty trồng rừng và chế biến gỗ Suối Vàng*.
    """
    words, kinds = tokens.words, tokens.kinds
    last = at + 1
    while last < len(words) and kinds[last] == "l" and last - at <= _LONGEST_TRADE:
        known = bodies().match(words, last)
        other = known is not None and known[1].role in {"whole", "noun", "unit"}
        if other or words[last] in grammar().connectors:
            return 0
        if any(table.match(words, last) for table in (heads(), addresses(), markers())):
            return 0
        last += 1
    if words[at] != "và" or last == at + 1 or kinds[last : last + 1] != ["U"]:
        return 0
    return 0 if is_name(tokens, last, tokens.run_end(last)) else last - at


def _past_country(tokens: Tokens, at: int) -> int:
    """Return the index after the country at ``at``, if one stands there."""
    found = bodies().match(tokens.words, at) if at < len(tokens) else None
    country = found is not None and found[1].role == "country" and tokens.kinds[at] == "U"
    return at + found[0] if found is not None and country else at
