"""Names with initials, at the beginning (*V.I. Lênin*) or in the middle (*Nguyễn V. Hùng*)."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases.elements import Name, Office
from vnpolitext.officials.phrases.run import Run
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import leading_words, markers, notable_names, openings
from vnpolitext.text.syllables import has_vowel, is_vietnamese
from vnpolitext.vocabulary.surnames import surnames

LONGEST_INITIAL: Final = 2
_MOST: Final = 3
_BEARING: Final = ["mang", "tên"]


def with_initials(run: Run) -> Name | None:
    """Return the name that begins with the initials at a run, if one does."""
    last = _end(run) if len(run.tokens.words[run.first]) <= LONGEST_INITIAL else 0
    if run.tokens.words[max(0, run.lead - 2) : run.lead] == _BEARING:
        return None  # *trường mang tên M.V. Lomonosov*
    return Name(run.first, last, run.lead, run.addresses, certain=True) if last else None


def with_middle_initial(run: Run) -> Name | None:
    """Return the name whose middle name is one letter, if a run and what follows are one.

    *Nguyễn V. Hùng phát biểu*; in *Nguyễn V. Hôm sau* a sentence ends.
    """
    words, kinds, last = run.tokens.words, run.tokens.kinds, run.last
    if len(run) != 2 or len(words[last - 1]) > 1 or words[last : last + 1] != ["."]:
        return None
    stop = run.tokens.run_end(last + 1)
    given = words[last + 1] if last + 1 < len(words) else ""
    fits = words[run.first] in surnames().strong and 0 < stop - last - 1 <= 2
    if not fits or len(given) < 2 or given in leading_words() or "" in openings().get(given, ()):
        return None
    if stop < len(words) and kinds[stop] == "l":
        following = markers().match(words, stop)
        if following is None or following[1] not in {"verb", "link"}:
            return None
        if following[0] == 1 and words[stop] in leading_words():
            return None
    return Name(run.first, stop, run.lead, run.addresses, certain=True)


def is_initial(word: str) -> bool:
    """Return whether a word can be an initial: one letter, or two consonants (*Th.*)."""
    return len(word) == 1 or (len(word) == 2 and not has_vowel(word))


def _follows_country(run: Run) -> bool:
    """Return whether a run stands right after the office of a state (*Thủ tướng Ấn Độ N. Modi*)."""
    if not run.touches or not isinstance(run.before, Office) or not run.before.parts:
        return False
    entry = run.before.parts[-1][2]
    return entry is not None and entry.role == "country"


def _goes_on(run: Run) -> bool:
    """Return whether another initial stands before, with which a name was refused."""
    words, kinds, first = run.tokens.words, run.tokens.kinds, run.first
    if first < 2 or words[first - 1] != "." or kinds[first - 2] != "U":
        return False
    return is_initial(words[first - 2])


def _end(run: Run) -> int:
    words, kinds = run.tokens.words, run.tokens.kinds
    index, count = run.first, 0
    while (
        index + 2 < len(words)
        and words[index + 1] in {".", "-"}
        and kinds[index] == "U"
        and is_initial(words[index])
        and kinds[index + 2] == "U"
        and count < _MOST
    ):
        index += 2
        count += 1
    if not count or words[run.first] in grammar().no_initials or _goes_on(run):
        return 0
    opens = run.lead == 0 or words[run.lead - 1] == "\n"
    listed = words[run.first] in grammar().unit_letters or opens
    if count == 1 and listed and not (run.is_called or _follows_country(run)):
        return 0
    stop = run.tokens.run_end(index)
    foreign = (words[index],) in notable_names() or not is_vietnamese(words[index])
    foreign = foreign and has_vowel(words[index])
    fits = 0 < stop - index <= 2 and len(words[index]) > 2
    sure = run.is_announced or count > 1 or words[index - 1] == "."
    return stop if fits and (foreign or run.is_called) and sure else 0
