"""Names that no family name of Vietnam opens: of foreigners, of Christians and of kings."""

from __future__ import annotations

from vnpolitext.officials.phrases.full_names import is_strong_name
from vnpolitext.officials.phrases.run import Run
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import foreign_names
from vnpolitext.text.syllables import has_vowel, is_vietnamese
from vnpolitext.vocabulary import addresses, heads
from vnpolitext.vocabulary.surnames import surnames


def is_foreign(run: Run) -> bool:
    """Return whether a run is a foreign name: a known given name, then words that fit."""
    words = run.words
    if not 2 <= len(words) <= 5 or words[0].split("-")[0] not in foreign_names():
        return False
    return grammar().foreign_institutions.isdisjoint(words)


def is_strange(run: Run) -> bool:
    """Return whether a run is two to four foreign words that no institution is called by."""
    words = run.words
    if not 2 <= len(words) <= 4 or run.mixes_capitals:
        return False
    foreign = not any(is_vietnamese(word) or not has_vowel(word) for word in words)
    return foreign and grammar().foreign_institutions.isdisjoint(words)


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
    words, last = run.tokens.words, run.last
    if last + 1 >= len(words) or words[last] not in {",", "(", "-"}:
        return False
    if not is_strange(run):
        return False
    form = addresses().match(words, last + 1)
    role = form is not None and form[1].kind == "role" and run.tokens.kinds[last + 1] == "l"
    return role or heads().match(words, last + 1) is not None
