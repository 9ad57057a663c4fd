"""Names that a credit line, a signature or the end of a text gives."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases.aliases import marker_before
from vnpolitext.officials.phrases.decoys import is_unit_or_country
from vnpolitext.officials.phrases.elements import Element, Name, Office
from vnpolitext.officials.phrases.run import Run
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import (
    country_size,
    decoys,
    leading_words,
    media_size,
    name_openings,
)
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.officials.words.zones import NOTE_MARKS
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import bodies, heads
from vnpolitext.vocabulary.surnames import surnames

_BYLINES: Final = (
    ["(", "thực", "hiện"],
    ["(", "tổng", "hợp"],
    ["(", "biên", "soạn"],
    ["(", "ghi"],
)
_LONGEST_SIGNING: Final = 24
_LINE_ENDS: Final = frozenset({".", "!", "?", "”", '"', ")", "…"})
JOINED: Final = frozenset({"-", "–", ",", "và", ";", "/", "&"})
_MOST_AUTHORS: Final = 3
_SHORTEST_TEXT: Final = 12
_YEAR: Final = 4
_DAYS: Final = (["(", "ngày"], ["(", "năm"], ["(", "tháng"])


def credited(run: Run) -> Name | None:
    """Return the name that stands in a credit (*Ảnh: Đình Huệ*, *Đức Duy (thực hiện)*)."""
    tokens, first, last = run.tokens, run.first, run.last
    if len(run) > 2 and run.crosses:
        last -= 1  # the first word of a sentence that lost the break before it
    if (
        run.mixes_capitals
        or not 2 <= last - first <= 4
        or tokens.words[first] in grammar().no_credit
    ):
        return None
    told = _is_byline(run) or _is_of_agency(run) or _is_cited(run)
    if not (told or is_credit(tokens, first) or _goes_on(run)):
        return None
    return Name(first, last, first, certain=True) if _may_be_credited(tokens, first, last) else None


def is_credit(tokens: Tokens, at: int) -> bool:
    """Return whether a credit stands before ``at``, or one and an agency (*Ảnh: VGP/Nhật Bắc*)."""
    words = tokens.words
    agency = at > 2 and words[at - 1] == "/" and tokens.capitals[at - 2]
    if agency and (words[at - 3] == "(" or is_credit(tokens, at - 2)):
        return True
    return marker_before(tokens, at, "credit") in {":", "|"}


def _goes_on(run: Run) -> bool:
    """Return whether a run ends a credit of several people (*Ảnh: Đình Huệ - Duy Chiến*)."""
    before, words, last = run.before, run.tokens.words, run.last
    if not isinstance(before, Name) or before.last != run.first - 1:
        return False
    if words[run.first - 1] not in JOINED:
        return False
    if not is_noted(words, before.first) and not is_credit(run.tokens, before.first):
        return False
    return last == len(words) or words[last] in {"\n", ")", "|", ".", *JOINED}


def _is_cited(run: Run) -> bool:
    """Return whether a run is the author in a note (*^ Văn Vũ (ngày 3 tháng 4 năm 2005)*)."""
    words, first, last = run.tokens.words, run.first, run.last
    if not is_noted(words, first) or run.is_loud or not all(map(is_vietnamese, run.words)):
        return False
    body = bodies().match(words, first)
    if words[first] not in surnames().strong and body is not None and body[1].role == "noun":
        return False
    if words[last : last + 1] == ["-"] and run.tokens.run_end(last + 1) > last + 1:
        last = run.tokens.run_end(last + 1)
    if words[last : last + 1] == ["."] or words[last : last + 2] in _DAYS:
        return True
    usual = words[first] in name_openings() or words[first] in grammar().middle_names
    return usual and not run.is_place and _is_dated(words, last)


def is_noted(words: list[str], first: int) -> bool:
    """Return whether the mark of a note stands before ``first``, or ends the line before."""
    before = first - 1 - (words[first - 1 : first] == ["\n"])
    return before >= 0 and words[before] in NOTE_MARKS


def _is_dated(words: list[str], at: int) -> bool:
    """Return whether the date or the year of a text follows (*(3/4/2005)*, *(2005)*, *2005,*)."""
    opened = words[at : at + 1] == ["("]
    date, after = (*words[at + opened : at + opened + 2], "", "")[:2]
    if len(date) == _YEAR and date.isdigit():
        return after in {",", ")"}
    return opened and date[:1].isdigit() and "/" in date


def _is_of_agency(run: Run) -> bool:
    """Return whether the author of what ends before a run is named with the agency (*An/VOV*)."""
    tokens, first, last = run.tokens, run.first, run.last
    if tokens.words[last : last + 1] != ["/"] or last + 1 >= len(tokens) or first == 0:
        return False
    agency = tokens.capitals[last + 1] and tokens.ends[last + 1] - tokens.starts[last + 1] > 1
    ended = tokens.words[first - 1] in _LINE_ENDS | {"\n", "(", "/"}
    numbered = tokens.words[last + 2 : last + 3] == ["-"]
    named = not run.is_loud and all(map(is_vietnamese, run.words))
    return agency and ended and named and not numbered


def _may_be_credited(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a run in a credit is no province, country or body."""
    run = Run(tokens, first, last, first)
    levels = place_levels().get(run.words, frozenset())
    words = tokens.words
    if "province" in levels or len(run) in {country_size(words, first), media_size(words, first)}:
        return False
    if not grammar().foreign_institutions.isdisjoint(run.words):
        return False
    body = bodies().match(tokens.words, first)
    return body is None or body[0] < 2


def signs(run: Run) -> bool:
    """Return whether capitals fill the line of a signature, under an office in capitals.

    The form of the name does not matter there: nobody knows all family names.
    """
    tokens, office = run.tokens, run.before
    if not isinstance(office, Office) or not 2 <= len(run) <= 4:
        return False
    first, last, words, kinds = run.first, run.last, tokens.words, tokens.kinds
    if not all(tokens.capitals[office.first : office.last]):
        return False
    if first - office.last > _LONGEST_SIGNING or first == office.last:
        return False
    if any(kind != "n" for kind in kinds[office.last : first]):
        return False
    if kinds[last : last + 1] not in ([], ["n"]) or is_unit_or_country(tokens, first, last):
        return False
    native = all(map(is_vietnamese, run.words))
    return native and not bodies().match(words, first) and not heads().match(words, first)


def find_authors(tokens: Tokens, elements: list[Element]) -> list[Name]:
    """Return the authors' names that end a text, but for those that are found already.

    They fill its last line, or follow its last sentence.
    """
    words, kinds = tokens.words, tokens.kinds
    stop = len(tokens)
    while stop and kinds[stop - 1] == "n":
        stop -= 1
    runs: list[tuple[int, int]] = []
    while len(runs) < _MOST_AUTHORS:
        first = stop
        while first and kinds[first - 1] == "U" and stop - first < 5:
            first -= 1
        if not 2 <= stop - first <= 4 or first < _SHORTEST_TEXT:
            return []
        runs.append((first, stop))
        if words[first - 1] not in JOINED:
            break
        stop = first - 1
    found = [(element.first, element.last) for element in elements[-_MOST_AUTHORS:]]
    known = len(runs) > 1 and runs[-1] in found
    if not known and not _ends_text(tokens, runs[-1][0], alone=len(runs) == 1):
        return []
    return [
        Name(first, stop, first, certain=True)
        for first, stop in reversed(runs)
        if all(last <= first or at >= stop for at, last in found)
        and _may_sign(Run(tokens, first, stop, first))
    ]


def _ends_text(tokens: Tokens, first: int, *, alone: bool) -> bool:
    """Return whether what begins at ``first`` stands after the last sentence."""
    words, kinds = tokens.words, tokens.kinds
    before = first
    while before and kinds[before - 1] == "n":
        before -= 1
    if before == first:
        return alone and words[first - 1] in {".", "…"} and not tokens.capitals[first - 2]
    return words[before - 1] in _LINE_ENDS or kinds[before - 1] == "d"


def _may_sign(run: Run) -> bool:
    """Return whether a run of capitals can be an author's name, not a place or a body."""
    words = run.words
    if run.mixes_capitals or words[0] in leading_words() or words[0] in decoys()["left"]:
        return False
    if bodies().match(run.tokens.words, run.first):
        return False
    return "province" not in place_levels().get(words, ())


def _is_byline(run: Run) -> bool:
    """Return whether brackets after a name say what its bearer did for the text."""
    words, at = run.tokens.words, run.last
    return words[at : at + 3] in _BYLINES or words[at : at + 2] in _BYLINES
