"""Names that no family name of Vietnam opens: of foreigners, of Christians and of kings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.officials.phrases.full_names import is_strong_name
from vnpolitext.officials.phrases.run import Run
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import body_words, foreign_names
from vnpolitext.text.syllables import has_vowel, is_vietnamese
from vnpolitext.vocabulary import addresses, heads
from vnpolitext.vocabulary.surnames import surnames

_HELD: Final = frozenset({"cựu", "nguyên", "cố", "tân"})
_LONGEST: Final = 5
_YEAR: Final = 4


def is_foreign(run: Run) -> bool:
    """Return whether a run is a foreign name: a known given name, then words that fit."""
    words = run.words
    inner = (at for at, word in enumerate(words) if at and word in grammar().particles)
    head = words[: next(inner, len(words))]
    size = len(head) - 2 * head.count("-") + (len(head) < len(words))
    if not 1 < size <= _LONGEST or words[0].split("-")[0] not in foreign_names():
        return False
    return not is_institution(words)


def is_institution(words: Sequence[str]) -> bool:
    """Return whether a foreign word for a kind of body is among words, behind a given name's."""
    first = int(words[0] in foreign_names())
    return not grammar().foreign_institutions.isdisjoint(words[first:])


def is_strange(run: Run) -> bool:
    """Return whether a run is two to four words of a foreign name, not of an institution."""
    words = run.words
    if not 2 <= len(words) <= 4 or run.mixes_capitals:
        return False
    return are_foreign(words) and not is_institution(words)


def are_foreign(words: Sequence[str]) -> bool:
    """Return whether words can be no name of Vietnam: of letters or syllables that it has not.

    Some of the syllables may be like its own, without its marks (*Sam Rayburn*, *Lee Hsien Loong*,
    *Bua Xỏn Búp-phả-văn*), if they are no words of bodies. Particles (*de*, *von*) tell nothing.
    """
    if any("-" in word for word in words):
        return True
    words = [word for word in words if word not in grammar().particles]
    own = [word for word in words if is_vietnamese(word)]
    if any(not word.isascii() or word in body_words() for word in own):
        return False
    return len(own) < len(words) and any(
        has_vowel(word) for word in words if not is_vietnamese(word)
    )


def is_royal(run: Run) -> bool:
    """Return whether a run is the temple name of a king (*Lý Thái Tổ*)."""
    words = run.words
    return len(words) == 3 and words[0] in grammar().dynasties and words[2] in {"tông", "tổ"}


def is_christian(run: Run) -> bool:
    """Return whether a run is a baptismal name and a Vietnamese one (*Giuse Trần Văn Toản*)."""
    words = run.words
    if len(words) < 3 or is_vietnamese(words[0]) or words[1] not in surnames().core:
        return False
    return is_strong_name(run.tokens, run.first + 1, run.last)


def is_transcribed(run: Run) -> bool:
    """Return whether a run is a foreign name written in syllables (*Mi-khai-in Bô-rô-đin*)."""
    words = run.words
    if not 2 <= len(words) <= 4 or not all("-" in word for word in words):
        return False
    return run.first == 0 or run.tokens.words[run.first - 1] not in grammar().locative


def is_introduced(run: Run) -> bool:
    """Return whether foreign words stand before what the person is (*Timo Glock, tay đua*)."""
    words, last = run.tokens.words, past_years_of_life(run.tokens.words, run.last)
    if last + 1 >= len(words) or words[last] not in {",", "(", "-"}:
        return False
    if not is_strange(run):
        return False
    form = addresses().match(words, last + 1)
    role = form is not None and form[1].kind == "role" and run.tokens.kinds[last + 1] == "l"
    held = words[last + 1] in _HELD and last + 2 < len(words)
    return (
        role
        or heads().match(words, last + 1) is not None
        or (held and heads().match(words, last + 2) is not None)
    )


def past_years_of_life(words: Sequence[str], at: int) -> int:
    """Return the index behind two years in brackets at ``at`` (*(1838-1906)*), else ``at``."""
    inner = words[at + 1 : at + 4]
    years = [each for each in inner if len(each) == _YEAR and each.isdigit()]
    closed = words[at : at + 1] == ["("] and words[at + 4 : at + 5] == [")"]
    return at + 5 if closed and len(years) == 2 else at
