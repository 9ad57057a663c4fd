"""Where the name of a department goes on to, told by what stands behind all of it.

The grammar of bodies stops inside a name with commas and clauses of its own (*Cục Cảnh sát điều tra
tội phạm về tham nhũng, kinh tế, buôn lậu*). From there words of bodies may lead to the end of it:
the larger body that it is part of, the name of its head, or a mark.
"""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases.beyond import JOINERS, is_dated, term_pairs
from vnpolitext.officials.phrases.capitals import Capitals
from vnpolitext.officials.phrases.full_names import is_name
from vnpolitext.officials.phrases.nesting import part_size, whole_size
from vnpolitext.officials.phrases.patrons import is_held_before
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import body_pairs, body_words, markers
from vnpolitext.vocabulary import addresses, heads

_FURTHEST: Final = 25
_OPEN: Final = frozenset({"head", "noun", "domain", "word", "word begun", "free", "beyond", "tail"})
_SENTENCE: Final = frozenset({".", ";", "\n"})
_ENDS: Final = _SENTENCE | {"(", ")", "|", "["}
_PURPOSES: Final = frozenset(
    {"về", "trong", "ngoài", "theo", "với", "từ", "tại", "của", "các", "cho"}
)
_BACK: Final = 12
_MINISTRY: Final = "bộ "


class Onward(Capitals):
    """A body that is being read, and the rest of its name behind what the grammar knows of it."""

    def onward(self, at: int) -> int:
        """Take the rest of the name of a department from ``at`` on; return its size, or 0."""
        if self.role not in _OPEN or not self._is_department_alone():
            return 0
        if self.tokens.words[at] == "," and self._is_larger(at + 1):
            return 0
        end, mark = self._reach(at)
        fits = end > at and self._fits(at, end, mark)
        return self.add(at, end - at, None) if fits else 0

    def _is_department_alone(self) -> bool:
        """Return whether the body is so far a department, without the body that it is part of."""
        head = self.office.head.text
        begun = self.role != "head" or head.endswith(tuple(grammar().departments))
        if not begun or not part_size(self.office) or head in grammar().ministers:
            return False
        return not any(
            entry.role in {"unit", "country"} or f"{entry.text} ".startswith(_MINISTRY)
            for entry in self.known_bodies()
        )

    def _reach(self, at: int) -> tuple[int, str]:
        """Return where words of bodies that begin at ``at`` end, and at what.

        ``"larger"`` is a body of which departments are part, ``"name"`` a full name, ``"mark"``
        and ``"comma"`` what they say; ``""`` is no end.
        """
        words = self.tokens.words
        furthest = min(self.limit, at + _FURTHEST)
        for index in range(at, furthest):
            mark = self._mark_at(index) if index > at or words[at] in _ENDS else ""
            if mark:
                return index, mark
            doubled = words[index] in JOINERS and words[index - 1] in JOINERS
            if doubled or not self._goes_on_at(index):
                return at, ""
        return (furthest, "mark") if furthest == len(words) else (at, "")

    def _mark_at(self, at: int) -> str:
        """Return what ends the name of a department at ``at``, ``""`` if nothing does."""
        tokens, words = self.tokens, self.tokens.words
        joined = words[at - 1] in JOINERS
        if words[at] in _ENDS:
            return "mark"
        if words[at] == ",":
            following = "" if self._is_of_name(at + 1) else "comma"
            return "larger" if self._is_larger(at + 1) else following
        if tokens.kinds[at] != "U" or joined:
            return ""
        if is_name(tokens, at, tokens.run_end(at)):
            return "name"
        return "larger" if self._is_larger(at) else ""

    def _goes_on_at(self, at: int) -> bool:
        """Return whether the token at ``at`` is of the name, and begins none of a person."""
        tokens = self.tokens
        named = tokens.kinds[at] == "U" and is_name(tokens, at, tokens.run_end(at))
        return not named and (tokens.words[at] in JOINERS or self._is_of_name(at))

    def _is_larger(self, at: int) -> bool:
        """Return whether a body in capitals that has such departments begins at ``at``."""
        capital = at < self.limit and self.tokens.kinds[at] == "U"
        found = self.body_at(at) if capital else None
        return found is not None and part_size(self.office) < whole_size(found[1])

    def _is_of_name(self, at: int) -> bool:
        """Return whether the word at ``at`` can stand in the name of a department."""
        tokens, words = self.tokens, self.tokens.words
        if at >= len(tokens) or tokens.kinds[at] not in "Ul":
            return False
        if self._are_joined(at - 1) and tokens.kinds[at] == "l":
            return True
        if is_dated(tokens, at) or words[at] in grammar().pointing or heads().match(words, at):
            return False
        address, marker = addresses().match(words, at), markers().match(words, at)
        if words[at] in _PURPOSES or self._are_joined(at):
            return address is None or address[0] == 1
        told = address is not None or (marker is not None and marker[0] == 1)
        return not told and words[at] in body_words()

    def _are_joined(self, at: int) -> bool:
        """Return whether the words at and after ``at`` stand together in names and terms."""
        pair = (*self.tokens.words[at : at + 2],)
        known = pair in body_pairs() or pair in term_pairs()
        return known and JOINERS.isdisjoint(pair)

    def _fits(self, at: int, end: int, mark: str) -> bool:
        """Return whether the words from ``at`` to ``end`` are the rest of the name."""
        words = self.tokens.words
        if not mark or words[end - 1] in JOINERS | _PURPOSES:
            return False
        if mark == "larger":
            return True
        first = at + (words[at] in JOINERS)
        if markers().match(words, first):
            return False
        joined = first > at or words[at - 1] in JOINERS or words[at] == "về"
        if mark == "name":
            return joined and not is_held_before(self.tokens, self.office.first)
        return (
            joined
            and self._ends_aside(end, mark)
            and is_held_before(self.tokens, self.office.first)
        )

    def _ends_aside(self, end: int, mark: str) -> bool:
        """Return whether what ends at ``end`` is told beside a name, no clause of its own."""
        following = end + 1
        return mark == "mark" or any(
            table.match(self.tokens.words, following) for table in (markers(), heads(), addresses())
        )

    def opens_report(self, at: int) -> bool:
        """Return whether a comma at ``at`` opens what the holder is the source of.

        *Theo ông A, Cục trưởng Cục Môi trường, rác thải và bụi ...*
        """
        words, first = self.tokens.words, self.office.first
        if words[at] != ",":
            return False
        for index in range(first - 1, max(-1, first - _BACK), -1):
            if words[index] in _SENTENCE or words[index] == "theo":
                return words[index] == "theo"
        return False
