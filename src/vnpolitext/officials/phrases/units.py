"""Names of units inside the name of a body: where they end and that of the holder may begin."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases.bridges import Bridges
from vnpolitext.officials.phrases.full_names import is_one_word_name, is_strong_name
from vnpolitext.officials.phrases.patrons import is_held_before
from vnpolitext.officials.words.gazetteer import place_levels

_LEVEL_OF_PARTY: Final = {
    "tỉnh ủy": ("province", "former"),
    "thành ủy": ("province", "district", "former"),
    "huyện ủy": ("district", "former"),
    "quận ủy": ("district", "former"),
    "thị ủy": ("district", "former"),
}
_LEVELS_OF_UNIT: Final = {
    "province": ("province", "former", "district"),
    "district": ("district", "former"),
    "commune": ("commune", "former"),
}
LARGER: Final = ("province", "district", "former")
_UNIT_NAME: Final = 2
_OF_CITY: Final = frozenset({"phố", "tp", "tp."})
_SAIGON: Final = ["hồ", "chí", "minh"]


class Units(Bridges):
    """A body that is being read, and the units in its name."""

    def is_province(self, first: int, stop: int) -> bool:
        """Return whether the whole run is the name of a province (*Đại học Bách khoa Hà Nội*)."""
        return "province" in place_levels().get(tuple(self.tokens.words[first:stop]), ())

    def place_end(self, first: int, stop: int) -> int:
        """Return the end of the unit's name that begins at ``first``, or 0."""
        words, places = self.tokens.words, place_levels()
        entry = self.office.parts[-1][2] if self.office.parts else None
        levels: tuple[str, ...] = LARGER
        if self.text in _LEVEL_OF_PARTY:
            levels = _LEVEL_OF_PARTY[self.text]
        elif self.role == "unit" and entry is not None and entry.level is not None:
            levels = _LEVELS_OF_UNIT[entry.level]
        whole = is_strong_name(self.tokens, first, stop)
        if stop + 1 < self.limit and words[stop] == "-" and self.tokens.kinds[stop + 1] == "U":
            joined = self._joined(first, stop)
            if joined:
                return joined
        for size in range(min(stop - first, 5), 0, -1):
            known = places.get(tuple(words[first : first + size]))
            rest = stop - first - size
            alone = rest == 1 and not is_one_word_name(self.tokens, first + size)
            if known and not known.isdisjoint(levels) and not alone:
                if size == 1 and whole and rest:
                    continue
                return first + size
        return 0

    def past_saigon(self, first: int, stop: int) -> int:
        """Return the end of *Thành phố Hồ Chí Minh* among capitals, or 0: it names nobody."""
        words = self.tokens.words
        return next(
            (
                at + 3
                for at in range(first, stop - 2)
                if words[at - 1] in _OF_CITY and words[at : at + 3] == _SAIGON
            ),
            0,
        )

    def past_unit(self, first: int, stop: int) -> int:
        """Return the end of the name of a unit, told by what stands around the office, or 0.

        Its official is named before the office, or a larger unit abroad follows.

        *ông Lò Văn An, Chủ tịch UBND xã Phù Việt, nói*.
        """
        if self._is_abroad(first, stop):
            return stop
        named = self.role == "unit" and stop - first == _UNIT_NAME
        ends = stop >= len(self.tokens) or self.tokens.kinds[stop] != "U"
        return stop if named and ends and is_held_before(self.tokens, self.office.first) else 0

    def _is_abroad(self, first: int, stop: int) -> bool:
        """Return whether a unit lies in a larger one abroad (*Thị ủy Ninh Đức, tỉnh Phúc Kiến*)."""
        at = stop + 1
        larger = (
            self.body_at(at) if self.tokens.words[stop:at] == [","] and at < self.limit else None
        )
        if larger is None or self.role not in {"unit", "whole"}:
            return False
        long = stop - first > _UNIT_NAME and is_strong_name(self.tokens, first, stop)
        return not long and self.is_unit_abroad(at, *larger)

    def _joined(self, first: int, stop: int) -> int:
        """Return the end of a unit's name with a dash inside (*Xuân Hương - Đà Lạt*), or 0."""
        words = self.tokens.words
        left = tuple(words[first:stop])
        for last in range(min(stop + 5, self.limit), stop + 1, -1):
            if (*left, *words[stop + 1 : last]) in place_levels():
                return last
        return 0
