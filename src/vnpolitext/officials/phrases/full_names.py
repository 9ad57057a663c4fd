"""The form of a full name: a family name, then one to five more words."""

from __future__ import annotations

from typing import Final

from vnpolitext.models import per_choice
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import (
    body_words,
    foreign_names,
    leading_words,
    notable_names,
    peoples,
)
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.numerals import roman_value
from vnpolitext.text.syllables import has_vowel, is_vietnamese
from vnpolitext.vocabulary import bodies
from vnpolitext.vocabulary.surnames import surnames

_LONGEST_NOTABLE: Final = 4
MIDDLE_WORDS: Final = frozenset({"thị", "văn"})
_HOURS: Final = frozenset({"sáng", "trưa", "chiều", "tối", "ngày"})
_COUNTS: Final = frozenset({"hai"})  # *Hai Bà Trưng*
_SHORTEST_OPENED: Final = 3
_LONGEST_OPENING: Final = 4  # more capitals are a line in which every word has one


def is_name(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether the capitals from ``first`` to ``last`` have the form of a full name."""
    names, words = surnames(), tokens.words
    size = last - first
    if size < 2 or is_royal_family(tokens, first):
        return 2 <= size <= 7
    word, second = words[first], words[first + 1]
    if word in grammar().term and roman_value(second):
        return False
    if (word, second) in names.double:
        return size <= 6
    if word in names.strong or "'" in word:
        return size <= 5 and not word.endswith("'s")
    if word in names.weak:
        return size <= 4 + (word in {"y", "a"})
    return size in {3, 4} and has_middle_name(tokens, first)


def is_royal_family(tokens: Tokens, first: int) -> bool:
    """Return whether a family name of the royal house is at ``first`` (*Công Tằng Tôn Nữ*)."""
    words = tokens.words
    if words[first] not in _double_openings():
        return False
    double = surnames().double
    return (*words[first : first + 2],) in double and (*words[first + 2 : first + 4],) in double


@per_choice
def _double_openings() -> frozenset[str]:
    """Return the first words of family names of two words."""
    return frozenset(first for first, _ in surnames().double)


def has_middle_name(tokens: Tokens, first: int) -> bool:
    """Return whether the second of the capitals at ``first`` is *Thị* or *Văn*, as in a name.

    So rare family names are known: *Lan Thị Vân*. *Đô Thị Mới*, *Nhà Văn Hóa* are no names.
    """
    words = tokens.words
    if words[first + 1] not in MIDDLE_WORDS or not all(
        map(is_vietnamese, words[first : first + 3])
    ):
        return False
    if words[first] in body_words() or words[first] in leading_words():
        return False
    return bodies().match(words, first) is None and bodies().match(words, first + 1) is None


def before_sentence(words: list[str], first: int, stop: int) -> int:
    """Return where a sentence opens among capitals, else ``stop``, where they end.

    The break before it was lost (*Ảnh: Đình Huệ Theo ông ...*).
    """
    if stop - first < _SHORTEST_OPENED:
        return stop
    opened = (at for at in range(first + 2, stop) if _opens_sentence(words, first, at))
    at = next(opened, stop)
    return at if stop - at <= _LONGEST_OPENING else stop


def _opens_sentence(words: list[str], first: int, at: int) -> bool:
    """Return whether a capital opens a sentence, no part of a name that begins at ``first``."""
    opening = grammar().trailing
    if words[at] in _HOURS and words[at + 1 : at + 2] and words[at + 1][0].isdigit():
        return True
    if words[at] not in opening or words[at - 1] in MIDDLE_WORDS | opening | _COUNTS:
        return False
    return at - first > 2 or words[first] not in surnames().strong


def is_one_word_name(tokens: Tokens, at: int) -> bool:
    """Return whether a word is a whole name of the Central Highlands (*K'Brếu*, *H'Linh*)."""
    word = tokens.words[at]
    if word[1:2] != "'" or word[0] not in "kh" or len(word) < 4 or tokens.kinds[at] != "U":
        return False
    return (word,) not in peoples() and (word,) not in place_levels()


def is_strong_name(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether capitals have the form of a full name beyond an everyday reading."""
    if not is_name(tokens, first, last):
        return False
    names, words = surnames(), tokens.words
    word, second = words[first], words[first + 1]
    if word in names.strong or "'" in word or (word, second) in names.double:
        return True
    if word in {"y", "a"}:
        if len(second) > 5 and second.isascii() and not is_vietnamese(second):
            return False
        if tuple(words[first + 1 : last]) in place_levels():
            return False
        return bodies().match(words, first) is None and not tokens.capitals[first + 1]
    return second in grammar().middle_names and last - first >= 3


def notable_at(tokens: Tokens, at: int) -> tuple[str, ...]:
    """Return the words of the well-known name of several that begins at ``at``, if one does.

    It begins with no family name, maybe as a body does (*Tổng Bí thư Trường Chinh*).
    """
    if tokens.kinds[at] != "U" or tokens.words[at] not in _notable_openings():
        return ()
    stop = tokens.run_end(at, _LONGEST_NOTABLE)
    names = (tuple(tokens.words[at:last]) for last in range(stop, at + 1, -1))
    return next((name for name in names if name in notable_names()), ())


@per_choice
def _notable_openings() -> frozenset[str]:
    """Return the first words of well-known names of several words."""
    return frozenset(name[0] for name in notable_names() if len(name) > 1)


def past_hyphen(tokens: Tokens, stop: int) -> int:
    """Return the end of a run that a hyphenated given name splits (*Jean-Louis Taberd*)."""
    if stop + 1 >= len(tokens.words) or tokens.words[stop] != "-" or tokens.kinds[stop + 1] != "U":
        return stop
    glued = tokens.ends[stop - 1] == tokens.starts[stop] == tokens.starts[stop + 1] - 1
    halves = (tokens.words[stop - 1], tokens.words[stop + 1])
    foreign = halves[0] in foreign_names() or (
        halves[1] in foreign_names() and not is_vietnamese(halves[0])
    )
    # A name of one word is not joined: *Molotov-Ribbentrop* are two.
    more = "U" in tokens.kinds[max(0, stop - 2) : stop - 1] + tokens.kinds[stop + 2 : stop + 3]
    more = more or not grammar().particles.isdisjoint(tokens.words[max(0, stop - 2) : stop - 1])
    foreign = foreign or (
        more and not any(is_vietnamese(half) or not has_vowel(half) for half in halves)
    )
    return tokens.run_end(stop + 1) if glued and foreign else stop
