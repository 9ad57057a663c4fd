"""The form of a run of capitals: does it look like the name of a person?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vnpolitext.officials.full_names import is_name, is_strong_name
from vnpolitext.officials.gazetteer import place_levels
from vnpolitext.officials.grammar import grammar
from vnpolitext.officials.lexicon import (
    addresses,
    bodies,
    body_words,
    decoys,
    foreign_names,
    heads,
    historic_names,
    markers,
    name_like_words,
    notable_names,
    peoples,
    surnames,
)
from vnpolitext.officials.syllables import has_vowel, is_vietnamese
from vnpolitext.officials.tokens import Tokens

_PATH: Final = ["con", "đường"]
_CHOSEN: Final = (["đã"], ["chọn"], ["lựa"], ["vạch"], ["đi"], ["tìm"])
_YEAR: Final = 4
_LISTED: Final = frozenset({",", "và", ";", ":", "các", "gồm"})


@dataclass(slots=True)
class NameForms:
    """A run of capitals ``first`` to ``last`` and what its letters show."""

    tokens: Tokens
    first: int
    last: int

    @property
    def mixes_capitals(self) -> bool:
        """Whether an abbreviation stands beside words with one capital."""
        if True not in self.tokens.capitals[self.first : self.last]:
            return False
        loud = [self._is_loud(index) for index in range(self.first, self.last)]
        return any(loud) and not self.is_loud

    @property
    def is_loud(self) -> bool:
        """Whether all letters are capitals."""
        capitals = self.tokens.capitals
        return all(capitals[index] for index in range(self.first, self.last)) and any(
            self._is_loud(index) for index in range(self.first, self.last)
        )

    @property
    def is_place(self) -> bool:
        """Whether the whole run is the name of an administrative unit."""
        return tuple(self.tokens.words[self.first : self.last]) in place_levels()

    @property
    def is_high_place(self) -> bool:
        """Whether the run is the name of a province or a district."""
        levels = place_levels().get(tuple(self.tokens.words[self.first : self.last]), frozenset())
        return not levels.isdisjoint(("province", "district"))

    @property
    def crosses(self) -> bool:
        """Whether a word in lower case continues the run without a mark."""
        return self.last < len(self.tokens) and self.tokens.kinds[self.last] == "l"

    def _is_loud(self, index: int) -> bool:
        wide = self.tokens.ends[index] - self.tokens.starts[index] > 1
        return wide and self.tokens.capitals[index]


def is_place(tokens: Tokens, at: int) -> bool:
    """Return whether capitals that begin like a form of address are a place (*Bà Rịa*)."""
    if tokens.kinds[at] != "U" or at + 1 >= len(tokens) or tokens.kinds[at + 1] != "U":
        return False
    places, words = place_levels(), tokens.words
    return any(tuple(words[at : at + size]) in places for size in (4, 3, 2))


def is_unit_or_country(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a run is the name of a province, a district or a country."""
    found = bodies().match(tokens.words, first)
    if found is not None and found[0] == last - first and found[1].role == "country":
        return True
    return NameForms(tokens, first, last).is_high_place


def is_decoy(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether the words beside a run make it the name of something else."""
    words = tokens.words
    if chose_path(tokens, first):
        return False
    if _is_in_body(tokens, first, last):
        return True
    if words[last : last + 1] == ["thứ"] and first and words[first - 1] == "năm":
        return True
    left, right = decoys()["left"], decoys()["right"]
    if first > 0 and tokens.kinds[first - 1] == "d":
        house = words[first - 1][-1].isalpha() or "số" in words[max(0, first - 4) : first]
        if house:
            return True
    for size in range(1, 5):
        if first - size < 0 or words[first - size] == "\n":
            break
        if " ".join(words[first - size : first]) in left:
            return True
    return " ".join(words[last : last + 2]) in right


def chose_path(tokens: Tokens, first: int) -> bool:
    """Return whether capitals at ``first`` went a way of their own (*con đường Bác Hồ đã chọn*)."""
    if tokens.words[first - 2 : first] != _PATH:
        return False
    after = tokens.run_end(first)
    return tokens.words[after : after + 1] in _CHOSEN


def is_foreign_name(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a run is a foreign name: a known given name, then words that fit."""
    words = tokens.words
    if not 2 <= last - first <= 5 or words[first].split("-")[0] not in foreign_names():
        return False
    return grammar().foreign_institutions.isdisjoint(words[first:last])


def is_bare_name(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a run of capitals that nothing announces is the name of a person."""
    run = tuple(tokens.words[first:last])
    if run in notable_names():
        return True
    if _is_common(tokens, first, run):
        return False
    form = NameForms(tokens, first, last)
    if form.mixes_capitals or _is_unusual(tokens, first, last):
        return not form.mixes_capitals or is_foreign_name(tokens, first, last)
    if not is_strong_name(tokens, first, last):
        return _precedes_office(tokens, first, last)
    heading = form.is_loud and _is_heading(tokens, first, last)
    return not heading and not _is_thing(form) and _is_plausible(form)


def _is_unusual(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a run is a name that no family name of Vietnam opens."""
    if is_foreign_name(tokens, first, last):
        return True
    if is_vietnamese(tokens.words[first]):
        return _is_royal(tuple(tokens.words[first:last]))
    return (
        _is_christian(tokens, first, last)
        or _is_transcribed(tokens, first, last)
        or _is_introduced(tokens, first, last)
    )


def _is_introduced(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether foreign words stand before what the person is (*Timo Glock, tay đua*)."""
    words = tokens.words
    if not 2 <= last - first <= 4 or last + 1 >= len(words) or words[last] not in {",", "(", "-"}:
        return False
    if any(is_vietnamese(word) or not has_vowel(word) for word in words[first:last]):
        return False
    if not grammar().foreign_institutions.isdisjoint(words[first:last]):
        return False
    form = addresses().match(words, last + 1)
    role = form is not None and form[1].kind == "role" and tokens.kinds[last + 1] == "l"
    return role or heads().match(words, last + 1) is not None


def _is_common(tokens: Tokens, first: int, run: tuple[str, ...]) -> bool:
    """Return whether a run names a people, a country or a thing that sounds like a person."""
    if run[:2] in name_like_words() or run in peoples():
        return True
    body = bodies().match(tokens.words, first)
    return body is not None and body[0] == len(run) and body[1].role == "country"


def _is_royal(run: tuple[str, ...]) -> bool:
    """Return whether a run is the temple name of a king (*Lý Thái Tổ*)."""
    return len(run) == 3 and run[0] in grammar().dynasties and run[2] in {"tông", "tổ"}


def _is_thing(form: NameForms) -> bool:
    """Return whether a run that has the form of a name is a place, a crop or a branch of a firm."""
    tokens, first, last = form.tokens, form.first, form.last
    words, core = tokens.words, grammar().core_surnames
    if words[first + 1] in core and last - first > 2 and words[first] in surnames().weak:
        return True
    branch = words[first] in grammar().stems and words[first + 1] in grammar().branches
    if branch and last - first == 2:
        return True
    if last - first > 2 and not form.is_high_place and _has_years(words, last):
        return False
    after = words[last : last + 2]
    dated = len(after) == 2 and after[0] == "(" and after[1] in grammar().dates
    kind = words[first] in decoys()["left"] and not dated and not _is_historic(form)
    if kind and tuple(words[first + 1 : last]) in place_levels():
        return True
    return form.is_place and _is_place_here(form)


def _has_years(words: list[str], last: int) -> bool:
    """Return whether years of life or office follow in brackets (*Hà Huy Tập (1936 - 1938)*)."""
    at = last + (words[last : last + 1] == ["\n"])
    opening, year, dash = (*words[at : at + 3], "", "", "")[:3]
    return opening == "(" and len(year) == _YEAR and year.isdigit() and dash in {"-", "–"}


def _is_heading(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether capitals are a part of a heading: it goes on, or no family name opens them."""
    if last < len(tokens) and tokens.kinds[last] in "Ul" and tokens.capitals[last]:
        return True
    word = tokens.words[first]
    return len(word) > 1 and word in surnames().weak


def _is_historic(form: NameForms) -> bool:
    """Return whether a run is the usual name of a person of history who has an alias."""
    return " ".join(form.tokens.words[form.first : form.last]) in historic_names()


def _is_in_body(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a name of history stands in that of a body (*Học viện ... Hồ Chí Minh*)."""
    if first == 0 or not _is_historic(NameForms(tokens, first, last)):
        return False
    before, kind = tokens.words[first - 1], tokens.kinds[first - 1]
    return kind == "U" or (
        kind == "l"
        and (before in body_words() or before in grammar().locative)
        and before not in grammar().connectors
        and markers().match(tokens.words, first - 1) is None
    )


def _is_place_here(form: NameForms) -> bool:
    """Return whether a run that is a person's name and a unit's stands for the unit."""
    usual = form.tokens.words[form.first] in grammar().core_surnames or _is_historic(form)
    return not usual or _is_listed_place(form.tokens, form.first, form.last)


def _is_plausible(form: NameForms) -> bool:
    """Return whether the words after the family name can be given names."""
    words, first, last = form.tokens.words, form.first, form.last
    if words[first] in grammar().core_surnames:
        return all(is_vietnamese(word) or "'" in word for word in words[first + 1 : last])
    if form.is_loud and last - first < 3:
        return False
    begins_with_place = last - first >= 3 and tuple(words[first : first + 2]) in place_levels()
    return not begins_with_place or all(is_vietnamese(word) for word in words[first:last])


def is_doubtful(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a bare name needs a surer mention elsewhere to count.

    Two words may as well be a place or a thing, unless the family name is one of the commonest or
    the context speaks of a person: dates of life, a verb of speech, a title line, a list of names.
    """
    words = tokens.words
    run = tuple(words[first:last])
    if run in notable_names() or is_foreign_name(tokens, first, last):
        return False
    if _is_introduced(tokens, first, last):
        return False
    if "'" in words[first] or words[first] == "y":
        return False
    if last - first > 2 and not (last - first == 3 and words[first] not in surnames().strong):
        return False
    levels = place_levels().get(run)
    form = NameForms(tokens, first, last)
    if (
        words[first] in grammar().core_surnames
        and not form.is_loud
        and (levels is None or (words[first] != "hoàng" and levels == {"commune"}))
    ):
        return False
    return not _is_personal_context(words, first, last, titled=levels is None)


def _is_personal_context(words: list[str], first: int, last: int, *, titled: bool) -> bool:
    """Return whether the words around a run speak of a person."""
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
            if run[0] not in grammar().core_surnames:
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


def _is_christian(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a run is a baptismal name and a Vietnamese one (*Giuse Trần Văn Toản*)."""
    words = tokens.words
    if (
        last - first < 3
        or is_vietnamese(words[first])
        or words[first + 1] not in grammar().core_surnames
    ):
        return False
    return is_strong_name(tokens, first + 1, last)


def _is_transcribed(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a run is a foreign name written in syllables (*Mi-khai-in Bô-rô-đin*)."""
    words = tokens.words
    if not 2 <= last - first <= 4 or not all("-" in word for word in words[first:last]):
        return False
    return first == 0 or words[first - 1] not in grammar().locative


def _precedes_office(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether a name of everyday words stands before its office (*Nay Hờ Ban, Phó*)."""
    words = tokens.words
    if last - first < 3 or not is_name(tokens, first, last) or last + 1 >= len(words):
        return False
    if tuple(words[first:last]) in place_levels() or words[last] not in {",", "-", "("}:
        return False
    return heads().match(words, last + 1) is not None
