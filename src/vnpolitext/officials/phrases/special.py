"""Parts of the names of special bodies: contests, memorials, boards, and who owns a firm."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases.boards import board_field
from vnpolitext.officials.phrases.patrons import is_memorial
from vnpolitext.officials.phrases.units import Units
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.vocabulary import Entry, addresses, heads

FREE: Final = Entry("", "free")
"""A part that no table knows."""

_OWNED: Final = 3


class Special(Units):
    """A body that is being read, and the parts that only some kinds of bodies have."""

    def partners(self, at: int) -> int:
        """Take how many own a firm, after its kind (*Công ty TNHH một thành viên*)."""
        if self.role != "noun" or not self.is_firm():
            return 0
        owned = " ".join(self.tokens.words[at : at + _OWNED]) in grammar().partners
        return self.add(at, _OWNED, self.office.parts[-1][2]) if owned else 0

    def is_called_after(self) -> bool:
        """Return whether the body ends with the name of the one whose memorial it is."""
        kinds = [entry.text if entry else "" for _, _, entry in self.office.parts[-2:]]
        return len(kinds) > 1 and not kinds[1] and is_memorial(kinds[0])

    def contest(self, at: int) -> int:
        """An office word inside the name of a contest (*Hội thi Bí thư chi bộ giỏi*)."""
        found = heads().match(self.tokens.words, at) if self.text in grammar().contests else None
        return self.add(at, found[0], Entry(found[1].text, "word")) if found else 0

    def patron_title(self, at: int) -> int:
        """Take the office or rank of whom a memorial honours (*Khu di tích Tổng Bí thư X*)."""
        if not is_memorial(self.text) or self.tokens.kinds[at] != "U":
            return 0
        words = self.tokens.words
        found = heads().match(words, at) or addresses().match(words, at)
        named = found is not None and self.tokens.kinds[at + found[0] : at + found[0] + 1] == ["U"]
        return self.add(at, found[0], Entry(self.text, "noun")) if found and named else 0

    def board(self, at: int) -> int:
        """Take the field of a board that the tables do not know (*Trưởng ban X Trung ương*)."""
        size = board_field(self.tokens, at, self.office.head) if self.role == "head" else 0
        return self.add(at, size, FREE) if size else 0
