"""The body of an office phrase: how far its name reaches after the office word."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases.beyond import JOINERS, beyond, is_cut, is_dated
from vnpolitext.officials.phrases.capitals import BEGINS, FIELDS
from vnpolitext.officials.phrases.elements import Office
from vnpolitext.officials.phrases.figures import counts, ends_name, is_police_code
from vnpolitext.officials.phrases.full_names import (
    before_sentence,
    is_name,
    is_strong_name,
    notable_at,
    past_hyphen,
)
from vnpolitext.officials.phrases.onward import Onward
from vnpolitext.officials.phrases.special import FREE
from vnpolitext.officials.phrases.times import tells_time
from vnpolitext.officials.words.gaps import heading_size
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import body_words, markers, tells_holding
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import Entry, addresses, heads

_NUMBERED: Final = FIELDS | {"beyond", "noun"}
_BEFORE_NAMES: Final = frozenset({"whole", "country", "domain", "word"})
_UNNAMED: Final = frozenset({"bộ", "sở", "ty"})
_BEYOND: Final = Entry("", "beyond")
_UNITS: Final = (["thành", "phố"], ["thị", "xã"], ["thị", "trấn"], ["đặc", "khu"])


class Body(Onward):
    """The search for the end of one office phrase."""

    def extend(self) -> Office:
        """Move the end of the office over the name of its body."""
        office, kinds = self.office, self.tokens.kinds
        at = office.last
        while at < self.limit and not self._is_past_end(at):
            kind = kinds[at]
            step = self.partners(at)
            if step == 0 and kind in "Ul":
                step = self._part(at)
                if step == 0 and kind == "U":
                    step = self._proper(at)
                    if step and at + step < self.limit and self._stops(at + step):
                        break
            elif step == 0 and kind == "d" and self._is_number(at):
                step = self.add(at, 1, None)
            if step == 0 and kind == "l":
                step = self._free(at)
            if step == 0:
                step = self.bridge(at) or self._beyond(at) or self.onward(at)
                if step == 0:
                    break
            at += step
        while office.parts and (self._is_loose(*office.parts[-1]) or self._is_cut()):
            office.parts.pop()
            office.last = office.parts[-1][1] if office.parts else office.first + office.size
        self._past_dash()
        return office

    def _is_past_end(self, at: int) -> bool:
        """Return whether no body goes on at ``at``: a time or somebody well known is told."""
        if tells_time(self.tokens, at, is_head=self.role == "head"):
            return True
        name = notable_at(self.tokens, at)
        return bool(name) and (
            self.role == "head" or (self.role in _BEFORE_NAMES and name not in place_levels())
        )

    def _past_dash(self) -> None:
        """Take the rest of a word with a dash inside (*phòng chống COVID-19*)."""
        tokens, last = self.tokens, self.office.last
        if tokens.words[last : last + 1] != ["-"] or last + 1 >= self.limit:
            return
        if (
            tokens.ends[last - 1] != tokens.starts[last]
            or tokens.ends[last] != tokens.starts[last + 1]
        ):
            return
        is_rest = tokens.kinds[last + 1] == "d" and len(tokens.words[last + 1]) < 4
        if is_rest and not tokens.words[last - 1].isdigit() and self.office.parts:
            self.add(last, 2, None)

    def _is_cut(self) -> bool:
        """Return whether the last part is an unknown word that goes on in lower case."""
        last = self.office.last
        return self.office.parts[-1][2] is _BEYOND and is_cut(self.tokens, last)

    def _is_number(self, at: int) -> bool:
        """Return whether a figure is a part of the name of the body."""
        if is_police_code(self.tokens, at):
            return True
        if self.text in grammar().numbered or self.is_hamlet():
            return not counts(self.tokens, at)
        fits = self.role in _NUMBERED or self.is_army() or self._is_of_kind()
        return fits and self.role != "head" and ends_name(self.tokens, at)

    def _is_of_kind(self) -> bool:
        """Return whether the name of a body goes on behind its kind (*Trường Sư phạm Hà Nội 2*)."""
        roles = [entry.role if entry else "tail" for _, _, entry in self.office.parts]
        return self.role == "tail" and "noun" in roles and not {"unit", "whole"} & {*roles}

    def _beyond(self, at: int) -> int:
        """Take a word that no table knows, if the model says that the body goes on with it."""
        if self.is_called_after() or self.opens_report(at):
            return 0
        size = beyond(self.tokens, at, self.role, self.office.head.text)
        return self.add(at, size, _BEYOND) if size and at + size < self.limit else 0

    def _is_loose(self, first: int, last: int, _: Entry | None) -> bool:
        """Return whether a part is one word that ends no phrase."""
        first += self.tokens.words[first] in JOINERS
        return last - first == 1 and self.tokens.words[first] in grammar().loose

    def _stops(self, at: int) -> bool:
        """Return whether a name or another body begins at ``at``, in capitals that are begun."""
        if not self.tokens.kinds[at] == "U" == self.tokens.kinds[at - 1]:
            return False
        found = self.body_at(at)
        return found is None or (found[1].role == "whole" and self._is_of_unit())

    def _is_of_unit(self) -> bool:
        """Return whether the body is whole and ends with the name of its unit."""
        roles = [entry.role if entry else "tail" for _, _, entry in self.office.parts]
        return "whole" in roles and roles[-2:] == ["unit", "tail"]

    def _part(self, at: int) -> int:
        tokens = self.tokens
        found = self.body_at(at)
        if found is None:
            return self.contest(at) or self.patron_title(at) or self.board(at)
        size, entry = found
        may_name = entry.role in {"unit", "country"} or (entry.role == "noun" and self.is_firm())
        if size == 1 and may_name and self._is_named_place(at):
            return 0
        if self._is_clause(at, size) and not self._is_listed(at, size):
            return 0
        if tokens.kinds[at] == "U" and size == 1 and self.role != "domain":
            stop = tokens.run_end(at)
            known = tuple(tokens.words[at:stop]) in place_levels()
            named = is_strong_name if entry.role == "noun" else is_name
            if named(tokens, at, stop) and not known and not tokens.capitals[at]:
                return 0
        return self.add(at, size, entry)

    def _free(self, at: int) -> int:
        """Take a word in lower case after the kind of a body (*Đội địa chất 4*)."""
        words = self.tokens.words
        if words[at] in grammar().connectors or words[at] == "về" or tells_holding(words, at):
            return 0
        if heads().match(words, at) or is_dated(self.tokens, at):
            return 0
        begun = self.role in {"word begun", "free"}
        if begun or (self.role == "noun" and words[at] in body_words()):
            return self.add(at, 1, FREE)
        return 0

    def _is_named_place(self, at: int) -> bool:
        """Return whether a unit word is the first word of a name (*Buôn Ma Thuột*)."""
        tokens = self.tokens
        country = tokens.kinds[at + 1 : at + 2] == ["U"] and self.role != "country"
        if tokens.kinds[at] != "U" or not (country or self.role in {"whole", "unit"}):
            return False
        stop = tokens.run_end(at, 4)
        places = place_levels()
        return any(tuple(tokens.words[at:last]) in places for last in range(at + 2, stop + 1))

    def _is_clause(self, at: int, size: int) -> bool:
        """Return whether a verb of the sentence, or in any letters a charge, begins at ``at``."""
        found = markers().match(self.tokens.words, at)
        if found is None or found[0] < max(size, 2):
            return False
        if self.tokens.kinds[at] == "U":
            return found[1] == "acting" and self.role in _BEFORE_NAMES
        if self.role == "noun" and self.text in _UNNAMED:
            return False
        following = at + found[0]
        if found[1] == "acting" and following < self.limit and not self._is_charged(at):
            return self.tokens.kinds[following] != "U" or self.body_at(following) is None
        return True

    def _is_listed(self, at: int, size: int) -> bool:
        """Return whether a field after a comma and before a unit is one more of a department.

        *Trưởng phòng Văn hóa, thông tin huyện Bắc Hà*.
        """
        larger = self.body_at(at + size) if at + size < self.limit else None
        listed = self.tokens.words[at - 1] == "," and self.role == "domain"
        return listed and larger is not None and larger[1].role in {"unit", "whole"}

    def _is_charged(self, at: int) -> bool:
        """Return whether the holder of a whole office is charged with something else at ``at``."""
        return self.tokens.words[at] == "phụ" and bool(self.office.parts)

    def _proper(self, at: int) -> int:
        """Take the proper tail that begins at ``at``, up to where a name begins."""
        clause = markers().match(self.tokens.words, at)
        if clause is not None and clause[0] >= 2:
            return 0
        stop = before_sentence(self.tokens.words, at, self.tokens.run_end(at))
        if past_hyphen(self.tokens, stop) != stop:
            return 0
        stop -= stop - at > 1 and self._ends_before(at, stop)
        for index in range(at, stop):
            if (found := heads().match(self.tokens.words, index)) and found[0] >= 2:
                stop = index
                break
            if self._is_acting(index) or heading_size(self.tokens.words, index):
                stop = index
                break
            form = addresses().match(self.tokens.words, index)
            if form is not None and (
                index + form[0] > stop > index > at or not is_vietnamese(self.tokens.words[index])
            ):
                stop = index
                break
        size = self.cut(at, stop) - at
        if size <= 0:
            return 0
        begun = size == 1 and not self.tokens.capitals[at] and self._may_begin(at + 1)
        if self._begins_sentence(at, size):
            return 0
        self.add(at, size, None)
        if begun:
            self.role = "word begun"
        return size

    def _begins_sentence(self, at: int, size: int) -> bool:
        """Return whether one capital behind a whole body opens what follows (*Đảng Mất khi*)."""
        tokens, last = self.tokens, at + size
        if size > 1 or self.role != "whole" or tokens.capitals[at]:
            return False
        if last >= self.limit or tokens.kinds[last] != "l" or tokens.words[last] in body_words():
            return False
        return (tokens.words[at],) not in place_levels()

    def _ends_before(self, at: int, stop: int) -> bool:
        """Return whether the last of capitals opens a unit or, after a place, another body."""
        words, last = self.tokens.words, stop - 1
        if words[last : stop + 1] in _UNITS:
            return True
        found = self.body_at(last) if tuple(words[at:last]) in place_levels() else None
        return found is not None and found[0] > 1 and found[1].role == "whole"

    def _is_acting(self, at: int) -> bool:
        """Return whether an office begins at ``at`` with how it is held (*Quyền Bộ trưởng*)."""
        words = self.tokens.words
        held = words[at] in {"quyền", "nguyên", "cựu"} and at + 1 < self.limit
        return held and heads().match(words, at + 1) is not None

    def _may_begin(self, at: int) -> bool:
        """Return whether the word before ``at`` goes on in lower case there (*Nhân quyền*)."""
        if self.role == "whole" and at < self.limit:
            return self.tokens.words[at] in body_words()
        return self.role in BEGINS
