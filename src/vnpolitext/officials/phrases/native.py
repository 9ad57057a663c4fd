"""Full names of Vietnam that nothing announces, and how sure they are."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from vnpolitext.officials.phrases.decoys import is_historic
from vnpolitext.officials.phrases.edges import runs_on
from vnpolitext.officials.phrases.full_names import is_name, is_strong_name
from vnpolitext.officials.phrases.run import Run
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import body_pairs, decoys, markers, name_like_words
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import bodies, heads
from vnpolitext.vocabulary.surnames import surnames

_YEAR: Final = 4
_FULL: Final = 3  # words
_LISTED: Final = frozenset({",", "và", ";", ":", "các", "gồm"})


def is_native(run: Run) -> bool:
    """Return whether a run is a family name and given names, and reads like a person's name."""
    if not is_strong_name(run.tokens, run.first, run.last):
        return False
    heading = run.is_loud and _is_heading(run)
    return not heading and not _is_thing(run) and _is_plausible(run)


def precedes_office(run: Run) -> bool:
    """Return whether a name of everyday words stands before its office (*Nay Hờ Ban, Phó*)."""
    words, last = run.tokens.words, run.last
    if is_strong_name(run.tokens, run.first, last):
        return False
    if len(run) < 3 or not is_name(run.tokens, run.first, last) or last + 1 >= len(words):
        return False
    if run.is_place or words[last] not in {",", "-", "("}:
        return False
    return heads().match(words, last + 1) is not None


def does_something(run: Run) -> bool:
    """Return whether a name of everyday words does or is something (*Tăng Tiến Lộc qua đời*)."""
    words, first = run.words, run.first
    rare = surnames().weak - surnames().common - decoys()["left"]
    if len(run) != _FULL or run.is_loud or words[0] not in rare or _may_be_thing(run):
        return False
    named = any(is_strong_name(run.tokens, at, run.last) for at in (first, first + 1))
    return not named and _is_personal_context(run, titled=False)


def _may_be_thing(run: Run) -> bool:
    """Return whether three everyday words are in use for a place, a body or anything else."""
    words, tokens, first = run.words, run.tokens, run.first
    parts = (words, words[:2], words[1:])
    known = body_pairs() | name_like_words()
    located = first > 0 and tokens.words[first - 1] in grammar().locative
    placed = any(part in place_levels() for part in parts)
    thing = bodies().match(tokens.words, first) is not None or _is_thing(run)
    used = any(pair in known for pair in pairwise(words))
    return located or placed or thing or used or not all(map(is_vietnamese, words))


def is_doubtful(run: Run) -> bool:
    """Return whether a native name needs a surer mention elsewhere to count.

    Two words may as well be a place or a thing, unless the family name is one of the commonest or
    the context speaks of a person: dates of life, a verb of speech, a title line, a list of names.
    A crop and a place may be what grows there (*Đào Nhật Tân*).
    """
    word = run.words[0]
    if "'" in word or word == "y":
        return False
    if word in grammar().crops and run.words[1:] in place_levels():
        return not _is_personal_context(run, titled=True)
    if len(run) > 2 and not (len(run) == 3 and word not in surnames().strong):
        return False
    levels = place_levels().get(run.words)
    if (
        word in surnames().core
        and not run.is_loud
        and (levels is None or (word != "hoàng" and levels == {"commune"}))
    ):
        return False
    return not _is_personal_context(run, titled=levels is None)


def _is_thing(run: Run) -> bool:
    """Return whether a run that has the form of a name is a place, a crop or a branch of a firm."""
    words, core, size = run.words, surnames().core, len(run)
    if words[1] in core and size > 2 and words[0] in surnames().weak:
        return True
    if words[0] in grammar().stems and words[1] in grammar().branches and size == 2:
        return True
    if size > 2 and not run.is_high_place and _has_years(run.tokens.words, run.last):
        return False
    after = run.tokens.words[run.last : run.last + 2]
    dated = len(after) == 2 and after[0] == "(" and after[1] in grammar().dates
    historic = is_historic(run.tokens, run.first, run.last)
    kind = words[0] in decoys()["left"] and not dated and not historic
    if kind and words[1:] in place_levels():
        return True
    return run.is_place and _is_place_here(run)


def _has_years(words: list[str], last: int) -> bool:
    """Return whether years of life or office follow in brackets (*Hà Huy Tập (1936 - 1938)*)."""
    at = last + (words[last : last + 1] == ["\n"])
    opening, year, dash = (*words[at : at + 3], "", "", "")[:3]
    return opening == "(" and len(year) == _YEAR and year.isdigit() and dash in {"-", "–"}


def _is_heading(run: Run) -> bool:
    """Return whether capitals are a part of a heading: it goes on, or no family name opens them."""
    tokens, last = run.tokens, run.last
    if last < len(tokens) and tokens.kinds[last] in "Ul" and tokens.capitals[last]:
        return True
    if not name_like_words().isdisjoint(pairwise(run.words)):
        return True
    word = tokens.words[run.first]
    return len(word) > 1 and word in surnames().weak


def _is_place_here(run: Run) -> bool:
    """Return whether a run that is a person's name and a unit's stands for the unit."""
    historic = is_historic(run.tokens, run.first, run.last)
    usual = run.words[0] in surnames().core or historic
    return not usual or _is_listed_place(run.tokens, run.first, run.last)


def _is_plausible(run: Run) -> bool:
    """Return whether the words after the family name can be given names."""
    words = run.words
    if words[0] in surnames().core:
        return all(is_vietnamese(word) or "'" in word for word in words[1:])
    if run.is_loud and len(words) < 3:
        return False
    begins_with_place = len(words) >= 3 and words[:2] in place_levels()
    return not begins_with_place or all(map(is_vietnamese, words))


def _is_personal_context(run: Run, *, titled: bool) -> bool:
    """Return whether the words around a run speak of a person."""
    words, first, last = run.tokens.words, run.first, run.last
    after = words[last : last + 3]
    if (
        after[:1] == ["("]
        and len(after) > 1
        and (after[1][0].isdigit() or after[1] in grammar().life)
    ):
        return True
    if after[:1] and after[0] in grammar().life:
        return True
    found = markers().match(words, last) if last < len(words) else None
    if found is not None and found[1] in {"verb", "link", "former"} and found[0] >= 2:
        return True
    line = titled and (first == 0 or words[first - 1] in {"\n", "#", "|", '"'})
    return line and (last >= len(words) or words[last] in {"\n", "|", "("})


def _is_listed_place(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a run stands in a list of units: a neighbour is a place and no name."""
    for step in (-1, 1):
        at = first - 1 if step < 0 else last
        for _ in range(4):
            if not 0 < at < len(tokens) - 1 or tokens.words[at] not in _LISTED:
                break
            left, right = _neighbour(tokens, at, step)
            run = tuple(tokens.words[left:right])
            if not run or run not in place_levels():
                break
            if run[0] not in surnames().core:
                return True
            at = left - 1 if step < 0 else right
    return False


def _neighbour(tokens: Tokens, at: int, step: int) -> tuple[int, int]:
    """Return the run of capitals beside the separator ``at``."""
    if step > 0:
        return at + 1, tokens.run_end(at + 1, 6)
    left = at
    while left > 0 and tokens.kinds[left - 1] == "U" and at - left < 6:
        left -= 1
    return left, at


def follows_another(run: Run) -> bool:
    """Return whether a run stands in a row of names that lost their marks, by a rarer family.

    *| Nguyễn Văn An Đôn Tuấn Phong |*.
    """
    full = len(run) == _FULL and all(map(is_vietnamese, run.words))
    return full and runs_on(run.tokens, run.first)
