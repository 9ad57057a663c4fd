"""Where a name inside a run of capitals begins and ends."""

from __future__ import annotations

from dataclasses import replace
from operator import or_
from typing import Final

from vnpolitext.officials.phrases.foreign import is_foreign
from vnpolitext.officials.phrases.full_names import (
    MIDDLE_WORDS,
    before_sentence,
    is_name,
    is_royal_family,
    is_strong_name,
    past_hyphen,
)
from vnpolitext.officials.phrases.run import Run
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import (
    aliases,
    country_size,
    historic_names,
    leading_words,
    markers,
    media_size,
    name_openings,
    notable_names,
    openings,
)
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import addresses, bodies, heads
from vnpolitext.vocabulary.surnames import surnames

_LONGEST: Final = 5
_YOUNGER: Final = frozenset({"jr", "sr"})
_FULL: Final = 2
_MOST_OF_ONE: Final = 3  # words of a run that only one name can open


def name_limit(tokens: Tokens, at: int) -> int:
    """Return the end of the capitals at ``at``, before something else begins among them."""
    words = tokens.words
    stop = tokens.run_end(at)
    if stop < len(words) and words[stop] == "-":
        stop = past_hyphen(tokens, stop)
    elif goes_on(tokens, stop):
        return past_particle(tokens, stop)
    if stop - at > 2 and _is_apart(words, stop):
        stop -= 1
    if is_royal_family(tokens, at):
        return stop
    stop = before_sentence(words, at, stop)
    if stop - at > 3:
        stop = _before_another(tokens, at, stop)
    following = openings()
    for index in range(at + 1, stop):
        after = following.get(words[index])
        if after is not None and _may_open(after, words, index) and _breaks(tokens, at, index):
            return index
    if stop == len(words) or tokens.kinds[stop] != "l":
        return stop
    stop -= stop - at > 1 and " ".join(words[stop - 1 : stop + 1]) in grammar().awarded
    if tokens.kinds[stop] != "l":
        return stop
    stop -= stop - at > _FULL and _ends_in_verb(tokens, stop)
    return _before_body(tokens, at, stop)


def _may_open(after: frozenset[str], words: list[str], at: int) -> bool:
    """Return whether the word after one that may open an office is one of those it asks for."""
    return "" in after or after.issuperset(words[at + 1 : at + 2])


def _ends_in_verb(tokens: Tokens, stop: int) -> bool:
    """Return whether the last capital opens a verb, as after a caption (*Lò Văn An Phát biểu*)."""
    found = markers().match(tokens.words, stop - 1)
    return found is not None and found[0] > 1 and found[1] == "verb"


def _before_another(tokens: Tokens, at: int, stop: int) -> int:
    """Return where a long run of capitals turns to another name or another word."""
    words = tokens.words
    if stop - at > 4:
        stop = _first_of_row(tokens, at, _first_of_list(tokens, at, stop))
    if stop - at == 2 * _FULL and _are_two(tokens, at, stop):
        return at + _FULL
    historic = stop - at > 3 and " ".join(words[at : at + 3]) in historic_names()
    return at + 3 if historic else stop


def _are_two(tokens: Tokens, at: int, stop: int) -> bool:
    """Return whether four capitals are two short names, one well known (*Lê Duẩn Trường Chinh*)."""
    halves = ((at, at + _FULL), (at + _FULL, stop))
    known = [tuple(tokens.words[first:last]) in notable_names() for first, last in halves]
    named = [is_strong_name(tokens, first, last) for first, last in halves]
    return any(known) and all(map(or_, known, named))


def _before_body(tokens: Tokens, at: int, stop: int) -> int:
    """Return where a body begins that goes on in lower case after the run, else ``stop``."""
    known, words = bodies(), tokens.words
    for index in range(at + 1, stop):
        found = known.match(words, index) if words[index] in known.openings else None
        if found is not None and index + found[0] > stop:
            return index
    return stop


def name_start(run: Run) -> int:
    """Return where a name begins in a run that a country, an abbreviation or a thing opens.

    *Tổng thống Mỹ Donald Trump*, *Bộ trưởng Bộ TT-TT Trương Minh Tuấn*.
    """
    tokens, first, last = run.tokens, run.first, run.last
    if last - first <= _FULL and not run.is_announced:
        return first
    at = first + (country_size(tokens.words, first) or media_size(tokens.words, first))
    if first < at < last:
        alone = last - at == 1 and is_vietnamese(tokens.words[at])
        named = is_foreign(replace(run, first=at)) or is_strong_name(tokens, at, last)
        if named or (run.is_announced and not alone):
            return at
        return first
    if last - first > 2 and _is_abbreviation(tokens, first):
        return first + is_strong_name(tokens, first + 1, last)
    return _past_thing(run)


def _is_abbreviation(tokens: Tokens, at: int) -> bool:
    """Return whether an abbreviation stands at ``at`` before a word with one capital."""
    wide = tokens.ends[at] - tokens.starts[at] > 1
    return wide and tokens.capitals[at] and not tokens.capitals[at + 1]


def _past_thing(run: Run) -> int:
    """Return where the full name of a person begins after words that open no name.

    *Hòa Hảo Huỳnh Văn Trí*.
    """
    words, names = run.tokens.words, surnames()
    if len(run) <= _MOST_OF_ONE or words[run.first] in name_openings():
        return run.first
    for at in range(run.first + 1, run.last - 2):
        if words[at - 1] in names.strong or words[at - 1] in grammar().middle_names:
            continue
        if not run.touches and not is_vietnamese(words[at - 1]):
            return run.first
        usual = words[at] in surnames().core and words[at + 1] in grammar().middle_names
        if usual and is_strong_name(run.tokens, at, run.last):
            return at
    return run.first


def past_leading(tokens: Tokens, at: int, stop: int) -> int:
    """Return where a name may begin after words that only open a sentence (*Theo ...*)."""
    if at and tokens.kinds[at - 1] in "Uld":
        return at
    while at < stop and tokens.words[at] in leading_words() and not _is_whole(tokens, at, stop):
        at += 1
    return at


def _is_whole(tokens: Tokens, at: int, stop: int) -> bool:
    """Return whether capitals are one name, and no full one behind a word (*Và Lê Văn Hiển*)."""
    full = stop - at > _MOST_OF_ONE and tokens.words[at + 1] in surnames().core
    return not full and is_name(tokens, at, stop)


def past_particle(tokens: Tokens, last: int) -> int:
    """Return the end of a foreign name that goes on after ``last`` with initials or a particle.

    *Luis Alfonso de Alba*, *George H. W. Bush*, *Grant Sharp Jr.*
    """
    words, kinds = tokens.words, tokens.kinds
    if words[last - 1] in _YOUNGER and words[last : last + 1] == ["."]:
        return last + 1
    while (
        last + 1 < len(tokens.words)
        and len(words[last - 1]) == 1
        and words[last] == "."
        and kinds[last + 1] == "U"
        and not is_vietnamese(words[last - 2])
    ):
        last = last + 2 if len(words[last + 1]) == 1 else tokens.run_end(last + 1, 2)
    after = last
    while after < len(words) and words[after] in grammar().particles and after - last < 3:
        after += 1
    before = words[last - 1 - (words[last - 1] in grammar().particles)]
    foreign = not is_vietnamese(before) and kinds[after : after + 1] == ["U"]
    return past_hyphen(tokens, tokens.run_end(after, 3)) if after > last and foreign else last


def goes_on(tokens: Tokens, stop: int) -> bool:
    """Return whether a particle joins foreign words on both sides (*Ferréol de Ferry*)."""
    words, particles = tokens.words, grammar().particles
    if stop == len(words) or words[stop] not in particles:
        return False
    after = stop + 1
    while after < len(words) and words[after] in particles and after - stop < 3:
        after += 1
    following = words[after : tokens.run_end(after, 2)]
    before = words[stop - 1 - (words[stop - 1] in particles)]
    joined = not is_vietnamese(before) and "'" not in before
    return joined and not all(map(is_vietnamese, following))


def _is_apart(words: list[str], stop: int) -> bool:
    """Return whether the last letter of a run is no part of the name (*Văn Đệ S.D.B*).

    It stands before other letters, or marks the next answer of a question (*Chấn B. Ông Lê*).
    """
    if len(words[stop - 1]) > 1 or words[stop : stop + 1] != ["."]:
        return False
    following = words[stop + 1 : stop + 2]
    marks = following in (["ông"], ["bà"]) or bool(following and len(following[0]) == 1)
    return marks and is_vietnamese(words[stop - 2])


def _breaks(tokens: Tokens, at: int, index: int) -> bool:
    """Return whether something else begins at ``index`` in the run that begins at ``at``."""
    words = tokens.words
    if index == at + 1 and (
        words[at] in surnames().core
        or (words[index] in grammar().homonyms and words[at] in surnames().strong)
    ):
        return False
    if " ".join(words[index : index + 2]) in aliases():
        return True
    found = heads().match(words, index)
    if found is not None and (found[0] >= 2 or index > at + 1):
        return True
    form = addresses().match(words, index)
    return form is not None and form[0] >= 2 and tokens.capitals[index]


def _begins_name(words: list[str], at: int, *, alone: bool) -> bool:
    """Return whether a full name very likely begins at ``at``; ``alone`` allows rarer ones."""
    if words[at] in surnames().core:
        return True
    names = surnames()
    rare = words[at] in names.strong or words[at] in names.weak
    ended = words[at - 1] not in names.strong
    return alone and rare and ended and words[at + 1] in grammar().middle_names


def runs_on(tokens: Tokens, at: int) -> bool:
    """Return whether a full name ends where another word with a capital begins, in a cell.

    So do names that lost the marks between them (*| Nguyễn Văn An Đôn Tuấn Phong |*).
    """
    if at < 3 or tokens.kinds[at - 3 : at] != ["U"] * 3 or not _opens_cell(tokens, at - 3):
        return False
    return tokens.words[at - 3] in surnames().core and is_strong_name(tokens, at - 3, at)


def _is_rarer(tokens: Tokens, at: int, cut: int, stop: int) -> bool:
    """Return whether three capitals between full names of a cell are one of a rarer family."""
    words, after = tokens.words, cut + 3
    if cut - at <= _FULL or after > stop or not runs_on(tokens, cut):
        return False
    return after == stop or words[after] in surnames().core


def _opens_cell(tokens: Tokens, at: int) -> bool:
    """Return whether only words with capitals stand between the start of a cell and ``at``."""
    if not tokens.places("|"):
        return False
    first = tokens.run_start(at)
    return first > 0 and tokens.words[first - 1] == "|"


def _fills_cell(tokens: Tokens, at: int, stop: int) -> bool:
    """Return whether a run, with the capitals before it, is all that stands in a cell."""
    return tokens.words[stop : stop + 1] == ["|"] and _opens_cell(tokens, at)


def _first_of_row(tokens: Tokens, at: int, stop: int) -> int:
    """Return the end of the first name of a run that full names fill, one after the other.

    Of several ways to cut the run the one with most names of three words is taken. A run that may
    be one long name is cut only where it fills a cell.
    """
    if stop - at < _LONGEST or (stop - at == _LONGEST and not _fills_cell(tokens, at, stop)):
        return stop
    best: dict[int, tuple[int, int]] = {stop: (0, stop)}
    for first in range(stop - 2, at - 1, -1):
        options = [
            (best[last][0] + (size == 3), last)
            for size in (3, 4, 2)
            if (last := first + size) in best
            and tokens.words[last - 1] not in MIDDLE_WORDS
            and is_strong_name(tokens, first, last)
        ]
        if options:
            best[first] = max(options, key=lambda option: option[0])
    return best[at][1] if at in best else stop


def _first_of_list(tokens: Tokens, at: int, stop: int) -> int:
    """Return the end of the first of several names that lost the marks between them."""
    words = tokens.words
    for size in (3, 2, 4):
        cut = at + size
        if stop - cut < 2:
            continue
        if not _begins_name(words, cut, alone=size > 2) and not _is_rarer(tokens, at, cut, stop):
            continue
        ended = words[cut - 1] not in surnames().core | MIDDLE_WORDS
        if ended and (is_strong_name(tokens, at, cut) or (size > _FULL and runs_on(tokens, at))):
            return cut
    return stop
