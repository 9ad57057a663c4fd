"""In how many documents names and words stand near a person: what is rare tells more."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable
from typing import Final
from zlib import crc32

_SIZE: Final = 1 << 22
_UNSEEN: Final = 20
_ENOUGH: Final = 50
_KEPT: Final = 2_000
_COMMON_SHARE: Final = 0.3


def code_of(words: str) -> int:
    """Return the place of words in the table of counts, the same in every process."""
    return crc32(words.encode("utf-8", "surrogatepass")) & (_SIZE - 1)


class Known:
    """Counts of documents, in a table of fixed size: few words share a place in it."""

    def __init__(self) -> None:
        """Begin without documents."""
        self.documents = 0
        self._sizes: dict[frozenset[int], float] = {}
        self._counts = array("I", bytes(array("I").itemsize * _SIZE))

    def note(self, codes: Iterable[int]) -> None:
        """Count the codes of one document, each once."""
        self.documents += 1
        for code in codes:
            self._counts[code] += 1

    @property
    def trust(self) -> float:
        """How far the corpus tells what is rare, from 0 (one document) to 1."""
        return self.documents / (self.documents + _ENOUGH)

    def weigh_name(self, name: str) -> float:
        """Return how much it tells that a name stands in two documents, to 1."""
        seen = max(2, self._counts[code_of(name)])
        return min(1.0, math.log10((self.documents + _UNSEEN) / seen) / 2)

    def size_of(self, codes: frozenset[int]) -> float:
        """Return the sum of the squared weights of pairs of words."""
        known = self._sizes.get(codes)
        if known is None:
            if len(self._sizes) >= _KEPT:
                self._sizes.clear()
            known = self._sizes[codes] = sum(self.weigh_words(code) ** 2 for code in codes)
        return known

    def weigh_words(self, code: int) -> float:
        """Return how rare two words in a row are, 0 for what one or very many documents have."""
        seen = self._counts[code]
        if seen < 2 or (self.documents >= _UNSEEN and seen > _COMMON_SHARE * self.documents):
            return 0.0
        return math.log((self.documents + _UNSEEN) / seen)
