"""How far capitals after an office or a body belong to it, and where somebody's name begins."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases.boards import labelled_end
from vnpolitext.officials.phrases.bridges import is_foreign_place
from vnpolitext.officials.phrases.firms import firm_end, is_foreign_firm, wants_name
from vnpolitext.officials.phrases.foreign import are_foreign
from vnpolitext.officials.phrases.full_names import (
    is_name,
    is_one_word_name,
    is_strong_name,
)
from vnpolitext.officials.phrases.patrons import (
    is_held_before,
    land_end,
    patron_end,
)
from vnpolitext.officials.phrases.special import Special
from vnpolitext.officials.phrases.units import LARGER
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.text.numerals import roman_value
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary.surnames import surnames

BEGINS: Final = frozenset({"noun", "domain", "free", "word"})
FIELDS: Final = frozenset({"domain", "word", "free", "word begun"})
_LONGEST_NAME: Final = 4


class Capitals(Special):
    """Where a run of capitals behind an office phrase is cut."""

    def cut(self, first: int, stop: int) -> int:
        """Return where a proper tail that begins at ``first`` ends and a name may begin."""
        tokens = self.tokens
        if stop - first == 1 and is_one_word_name(tokens, first):
            return first
        city = self.past_saigon(first, stop) or self.past_unit(first, stop)
        if city:
            return city
        if self.role in {"unit", "whole", "country", "noun"}:
            place = self.place_end(first, stop)
            if place:
                return place
        if self.role in FIELDS:
            field_of = stop if self.is_province(first, stop) else land_end(tokens, first, stop)
            if field_of:
                return field_of
        if self.role == "head":
            return self._cut_direct(first, stop)
        return self._cut_tail(first, stop)

    def _cut_tail(self, first: int, stop: int) -> int:
        """Return the end of capitals after a body that need not be known as a whole."""
        tokens, words = self.tokens, self.tokens.words
        patron = patron_end(tokens, self.office, self.text, first, stop)
        if patron:
            return patron
        named = is_strong_name if self.role in BEGINS else is_name
        hamlet = self.text in grammar().hamlets and stop - first <= 2
        if not hamlet and named(tokens, first, stop) and not wants_name(self.office):
            return first
        if self._is_foreign_place(first, stop):
            return first + 1
        if self._is_stranger(first, stop):
            return first
        if self.role == "country":
            return first
        inner = [
            at
            for at in range(first + 1, stop - 1)
            if words[at] in surnames().strong and is_name(tokens, at, stop)
        ]
        usual = (at for at in inner if words[at] in surnames().core)
        return next(usual, inner[0] if inner else stop)

    def _is_stranger(self, first: int, stop: int) -> bool:
        """Return whether capitals after a body are those of a guest (*Bộ Tư pháp John Smith*)."""
        tokens = self.tokens
        if (
            stop - first not in {2, 3, 4}
            or self.role == "country"
            or self.text in grammar().foreign_named
        ):
            return False
        words = tokens.words[first:stop]
        if tuple(words) in place_levels():
            return False
        plain = not any(
            tokens.capitals[at] for at in range(first, stop) if len(tokens.words[at]) > 1
        )
        return plain and are_foreign(words)

    def _is_foreign_place(self, first: int, stop: int) -> bool:
        """Return whether the first of foreign words is a place (*tại Moskva*, *Cộng hòa Chad*)."""
        if self.tokens.words[first - 1] == "tại":
            return is_foreign_place(self.tokens, first, stop)
        state = self.text in grammar().states
        return state and not is_vietnamese(self.tokens.words[first])

    def _past_own_body(self, first: int, stop: int) -> int:
        """Return the end of capitals that belong to the body of a told office, or 0.

        *ông A làm Bí thư Công vận Xứ ủy*, *ông B làm Tổng trấn Gia Định Thành*.
        """
        end = self._own_body_end(first, stop)
        return end if end and is_held_before(self.tokens, self.office.first) else 0

    def _own_body_end(self, first: int, stop: int) -> int:
        """Return the end of capitals that may belong to the body of a told office, or 0."""
        for at in range(first + 1, min(stop, first + 4)):
            found = self.body_at(at)
            if found is not None and found[1].role == "whole":
                return at
        place = place_levels().get((*self.tokens.words[first : stop - 1],), frozenset())
        return stop if stop - first == 3 and not place.isdisjoint(LARGER) else 0

    def _cut_direct(self, first: int, stop: int) -> int:
        """Return the end of capitals right after an office word: usually a name, so nothing."""
        tokens, words = self.tokens, self.tokens.words
        length = tokens.ends[first] - tokens.starts[first]
        if roman_value(words[first]) and length > 1:
            return first
        if length == 1 and words[first + 1 : first + 2] == ["."]:
            return first
        if words[first - 1] == "của" and is_foreign_firm(tokens, first, self.office.head):
            return stop
        loud = tokens.capitals[self.office.first]
        firm = firm_end(tokens, first, stop, self.office.head, is_loud=loud)
        if firm:
            return self.place_end(firm, stop) or firm
        hamlet = self.is_hamlet() and stop - first <= 2
        place = hamlet or tuple(words[first:stop]) in place_levels()
        if place and (
            not is_strong_name(tokens, first, stop) or is_held_before(tokens, self.office.first)
        ):
            return stop
        short = tokens.ends[first] - tokens.starts[first] > 1 and tokens.capitals[first]
        if short and not tokens.capitals[stop - 1]:
            first += 1
        return (
            labelled_end(tokens, first, stop, self.office.head)
            or land_end(tokens, first, stop)
            or self._past_own_body(first, stop)
            or self._past_long(first, stop)
            or first
        )

    def _past_long(self, first: int, stop: int) -> int:
        """Return where a full name ends capitals that are too many for one, or 0."""
        if stop - first <= _LONGEST_NAME:
            return 0
        known, words = surnames().strong, self.tokens.words
        return next(
            (
                at
                for at in range(max(first + 1, stop - _LONGEST_NAME), stop - 1)
                if words[at] in known and words[at - 1] not in grammar().middle_names
            ),
            0,
        )
