"""A body while it is read: its parts so far, and what the tables know at a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from vnpolitext.officials.phrases.elements import Office
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import abbreviations, field_key, is_transcribed_country
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.vocabulary import Entry, bodies, heads

_LIMIT: Final = 40
_FIELD_MARKS: Final = frozenset({"-", "&", ","})


class Reading:
    """A body that is being read.

    Attributes:
        tokens: The tokens.
        office: The office, with the parts of its body so far.
        role: The role of the last part, ``"head"`` if only the office word is read.
        text: The last part, as the tables have it.
        limit: Index before which the body ends.
    """

    def __init__(self, tokens: Tokens, office: Office) -> None:
        """Begin without parts, after the office word of ``office``."""
        self.tokens = tokens
        self.office = office
        self.role = "head"
        self.text = office.head.text
        self.limit = min(len(tokens), office.last + _LIMIT)
        if signs := tokens.places("@"):
            self.limit = min(self.limit, _before_address(tokens, signs, office.last))

    def add(self, first: int, size: int, entry: Entry | None) -> int:
        """Take ``size`` tokens from ``first`` on as the next part, and return ``size``."""
        self.office.parts.append((first, first + size, entry))
        self.office.last = first + size
        self.role, self.text = (entry.role, entry.text) if entry else ("tail", "")
        return size

    def body_at(self, at: int) -> tuple[int, Entry] | None:
        """Return the body word at ``at``, unless another office begins there."""
        words = self.tokens.words
        found = bodies().match(words, at)
        if found is None:
            return self._short_at(at)
        if found[1].role == "country" and found[0] == 1 and self.tokens.kinds[at] == "l":
            return None  # *pháp*, *nga*
        head = heads().match(words, at)
        if head is None or head[0] < found[0]:
            return found
        inside = self.text in grammar().contests or self.office.head.text.endswith("đoàn")
        inside = inside or (found[0] == head[0] and head[1].text in grammar().bare_heads)
        return found if inside else None

    def _short_at(self, at: int) -> tuple[int, Entry] | None:
        """Return the country or the abbreviation at ``at`` that no table of bodies has."""
        word = self.tokens.words[at]
        if is_transcribed_country(word):
            return 1, Entry(word, "country")
        fields = self._fields_at(at)
        if fields is not None:
            return fields
        short = abbreviations().get(word)
        loud = self.tokens.capitals[at] and self.tokens.kinds[at] == "U"
        return (1, Entry(word, "domain")) if short and loud else None

    def _fields_at(self, at: int) -> tuple[int, Entry] | None:
        """Return the abbreviations of several fields at ``at`` (*VH-TT&DL*), as one."""
        tokens, last = self.tokens, at + 1
        if not tokens.capitals[at] or tokens.kinds[at] != "U":
            return None
        while (
            last + 1 < self.limit
            and tokens.words[last] in _FIELD_MARKS
            and tokens.capitals[last + 1]
        ):
            last += 2
        for stop in range(last, at + 1, -2):
            key = field_key("".join(tokens.words[at:stop]))
            if key in abbreviations():
                return stop - at, Entry(key, "domain")
        return None

    def is_army(self) -> bool:
        """Return whether the office or a part of its body is of the army."""
        return self.office.head.branch == "army" or any(
            body.branch == "army" for body in self.known_bodies()
        )

    def is_firm(self) -> bool:
        """Return whether the body is a firm."""
        return any(body.branch == "enterprise" for body in self.known_bodies())

    def known_bodies(self) -> Iterator[Entry]:
        """Yield the parts of the body that the tables know."""
        return (entry for _, _, entry in self.office.parts if entry is not None)


def _before_address(tokens: Tokens, signs: list[int], at: int) -> int:
    """Return where the next e-mail address behind ``at`` begins, the last index without one."""
    number = bisect_left(signs, at)
    if number == len(signs):
        return len(tokens)
    first = signs[number]
    while first > at and tokens.ends[first - 1] == tokens.starts[first]:
        first -= 1
    return first
