"""What may stand inside the name of a body: slashes, pairs of places, where a force is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from vnpolitext.officials.phrases.reading import Reading
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.vocabulary import heads

_LARGE: Final = frozenset({"province", "district", "former"})
_HOME: Final = ["việt", "nam"]


class Inner(Reading):
    """A body that is being read, and marks and places inside its name."""

    def inside(self, at: int) -> int:
        """Take the mark or the place at ``at`` that the name goes on with; return its size, or 0.

        A word that leads to a place abroad is only passed.
        """
        tokens = self.tokens
        word = tokens.words[at]
        if word == "/":
            return self._past_slash(at)
        if word == "-":
            return self._past_place(at)
        if tokens.kinds[at] == "U":
            return self._past_home(at)
        return int(word in {"tại", "ở"} and self._is_abroad_at(at + 1))

    def _past_slash(self, at: int) -> int:
        """Take the rest of a word with a slash inside (*Hội Nạn nhân chất độc da cam/dioxin*)."""
        tokens = self.tokens
        glued = (
            tokens.ends[at - 1] == tokens.starts[at] and tokens.ends[at] == tokens.starts[at + 1]
        )
        fits = glued and self.role != "head" and tokens.kinds[at + 1] == "l"
        office = heads().match(tokens.words, at + 1)
        return self.add(at, 2, None) if fits and office is None else 0

    def _past_place(self, at: int) -> int:
        """Take a dash at ``at`` and a place behind one (*Liên tỉnh ủy Hải Phòng - Kiến An*)."""
        words, last = self.tokens.words, self.tokens.run_end(at + 1)
        if not self.office.parts or self.tokens.kinds[at + 1] != "U":
            return 0
        first = self.office.parts[-1][0]
        places = (tuple(words[first:at]), tuple(words[at + 1 : last]))
        return self.add(at, last - at, None) if self._are_large(places) else 0

    def _past_home(self, at: int) -> int:
        """Take the province at ``at`` of a numbered formation (*Đại đội 120 Sơn La*)."""
        words, last = self.tokens.words, self.tokens.run_end(at)
        if not (self.is_army() and words[at - 1].isdigit() and self._ends_at(last)):
            return 0
        return self.add(at, last - at, None) if self._are_large((tuple(words[at:last]),)) else 0

    def _are_large(self, places: Iterable[tuple[str, ...]]) -> bool:
        """Return whether words are the names of provinces or districts of some time."""
        return all(not _LARGE.isdisjoint(place_levels().get(place, ())) for place in places)

    def _ends_at(self, at: int) -> bool:
        """Return whether a mark or the text ends what stands before ``at``."""
        return at >= len(self.tokens) or self.tokens.kinds[at] in "pn"

    def _is_abroad_at(self, at: int) -> bool:
        """Return whether those of this country are in the one at ``at`` (*Việt Nam ở Lào*)."""
        following = self.body_at(at) if at < self.limit else None
        if following is None or following[1].role != "country" or self.tokens.kinds[at] != "U":
            return False
        return self.tokens.words[at - 3 : at - 1] == _HOME and following[1].text != "việt nam"
