"""Foreign last names alone, of people whom a text never names in full (*Johnson đắc cử*)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import country_size, media_size
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.syllables import has_vowel, is_vietnamese
from vnpolitext.vocabulary import bodies

_SHORTEST: Final = 4  # letters
_FEWEST: Final = 2  # occurrences
_MOST_ADVERBS: Final = 2
_LONGEST_VERB: Final = 3  # words
_ADVERBS: Final = frozenset({"đã", "lại", "cũng", "sẽ", "vẫn", "đang", "từng", "mới", "vừa"})
_PARENTS: Final = frozenset({"vợ", "chồng", "cha", "mẹ", "bố"})
_SIDES: Final = frozenset({"bên", "phe", "phái", "đội", "hãng", "giáo phái"})
_WHERE: Final = frozenset(
    {"ở", "tại", "tỉnh", "phố", "bang", "nước", "vùng", "làng", "đảo", "sông"}
)
_JOINING: Final = frozenset({"-", "'", "&", "/"})


def human_words(tokens: Tokens, passed: Iterable[tuple[int, int]]) -> frozenset[str]:
    """Return the foreign words that stand alone twice and do once what only people do.

    Firms, agencies, countries and cities announce things, are elected and win; nobody but a human
    is born, marries, resigns or is somebody's mother.

    Args:
        tokens: The tokens.
        passed: Runs of capitals read as nothing, as ``(first, last)``.
    """
    words = tokens.words
    places = [first for first, last in passed if last == first + 1 and _may_be(tokens, first)]
    counts = Counter(words[at] for at in places)
    often = (at for at in places if counts[words[at]] >= _FEWEST)
    told = {words[at] for at in often if _is_human(words, at)}
    things = {words[at] for at in places if words[at] in told and _is_thing(words, at)}
    return frozenset(word for word in told - things if not _is_known(word))


def is_free(words: Sequence[str], at: int) -> bool:
    """Return whether the word before ``at`` makes it no place, no make and no family."""
    before = words[at - 1] if at else ""
    return before not in grammar().locative and before not in grammar().products


def _may_be(tokens: Tokens, at: int) -> bool:
    """Return whether a single capital is a foreign word that no other word is joined to."""
    words, word = tokens.words, tokens.words[at]
    if len(word) < _SHORTEST or tokens.capitals[at] or not word.isalpha():
        return False
    if words[at + 1 : at + 2] and words[at + 1] in _JOINING:
        return False
    return not is_vietnamese(word) and has_vowel(word)


def _is_human(words: Sequence[str], at: int) -> bool:
    """Return whether a verb of people follows a word, or one of kin stands before it."""
    if not is_free(words, at):
        return False
    after = at + 1
    while words[after : after + 1] and words[after] in _ADVERBS and after - at <= _MOST_ADVERBS:
        after += 1
    verbs = (" ".join(words[after : after + size]) for size in range(1, _LONGEST_VERB + 1))
    if any(verb in grammar().human_verbs for verb in verbs):
        return True
    before = at - 1 - (words[at - 1 : at] == ["của"])
    return before >= 0 and words[before] in _PARENTS


def _is_thing(words: Sequence[str], at: int) -> bool:
    """Return whether the words before ``at`` make it a place, a party or a firm."""
    before = words[at - 1] if at else ""
    kinds = grammar().nameless | _SIDES | _WHERE
    return before in kinds or " ".join(words[max(0, at - 2) : at]) in kinds


def _is_known(word: str) -> bool:
    """Return whether a word is that of a country, a unit, a body or a medium."""
    if (word,) in place_levels() or bodies().match([word], 0) is not None:
        return True
    ends = word.endswith(tuple(grammar().firm_endings))
    return ends or country_size([word], 0) > 0 or media_size([word], 0) > 0
