"""A text with what is needed to read names in it: its view, the gazetteer and the cue words."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from vnpolitext.places.ages import Ages
from vnpolitext.places.lexicon import Words, words
from vnpolitext.places.times import Times
from vnpolitext.places.units import DISTRICT, PROVINCE, REFORM, Gazetteer, gazetteer
from vnpolitext.text import View
from vnpolitext.text.alphabet import LOWER, UPPER
from vnpolitext.text.patterns import lazy_pattern

_SYLLABLE: Final = lazy_pattern(
    rf"([{UPPER}](?:[{UPPER}]++(?![{LOWER}])|[{UPPER}]?[{LOWER}]*+)"
    rf"(?:'[{UPPER}]{{0,2}}[{LOWER}]++|'[{UPPER}]++)?+"
    r"|\d{1,2}(?![\d./]\d|\d))"
    r"( {0,4}+(?:\n {0,4}+)?+(?:- {0,2}+)?+)"
)
_GLUED: Final = lazy_pattern(
    r"(?:và|thành|sau|thuộc|với|từ)(?:(?:các|những)?(?:xã|phường|huyện|quận|tỉnh)?)$"
)
_GLUES: Final = (
    *("và", "thành", "sau", "thuộc", "với", "từ"),
    *("các", "những", "xã", "phường", "huyện", "quận", "tỉnh"),
)
RECENT: Final = lazy_pattern(r"20(?:2[5-9]|[3-9]\d)(?<!\w\d{4})(?!\w)")
_FOREIGN_UNIT: Final = lazy_pattern(r"(?:tỉnh|thành phố|khu tự trị)\s+(\w+\s+\w+)")
_FIRST_OF_UNITS: Final = "tk"
_MERGED: Final = lazy_pattern(r"sắp xếp|sáp nhập|hợp nhất|nhập|dân số (?:là .{1,20}người )?của")
# Districts and directions between a unit and its province: ``, huyện A, phía đông tỉnh B``,
# ``, phủ A (nay là huyện B), tỉnh C``.
_CONTAINERS: Final = lazy_pattern(
    r"\)?+(?:\s?,\s?(?:huyện|quận|thị xã|thành phố|phủ|châu) \w+(?: \w+){0,2}"
    r"(?: \(nay [^()\n]{2,40}\))?){0,2}+"
    r"(?:\s?,?\s?(?:ở )?phía \w+(?: của)?(?= ))?+"
)
_HAN: Final = lazy_pattern(r"[\u4e00-\u9fff]+")
_FEW: Final = 10
_MANY_HAN: Final = 20
_SIGNS: Final = lazy_pattern(r"[,;:()]")
_SENTENCE: Final = lazy_pattern(r"[.!?;]\s|\n\s*\n")
LONGEST: Final = 7


class Syllable(NamedTuple):
    """A capitalised syllable, and what joins it to the one before: ``""``, space, newline, dash."""

    start: int
    end: int
    joint: str


# What the class writes for itself takes twice as long.
_made: Final = tuple.__new__


@dataclass(frozen=True)
class PlaceText:
    """What finders of places read.

    Attributes:
        view: The folded text.
        text: Its characters.
        lower: The same in lower case.
        known: The gazetteer.
        words: The cue words.
        when: Day the text is of, ISO 8601, if known.
        is_dated: Whether the caller gave that day; else it is the latest in the text.
    """

    view: View
    text: str
    lower: str
    known: Gazetteer
    words: Words
    when: str | None = None
    is_dated: bool = False

    @classmethod
    def of(cls, view: View, when: str | None = None, *, is_dated: bool = False) -> "PlaceText":
        """Return the source of ``view`` with the shipped data."""
        return cls(view, view.text, view.lower, gazetteer(), words(), when, is_dated)

    def city_level(self, key: str, start: int, end: int) -> int:
        """Return the level bit of the city with that name at the time that is spoken of."""
        if key == "huế" and (self._is_before_2025 or self._is_told(start, end)):
            return DISTRICT
        return PROVINCE if key in self.words.cities else DISTRICT

    def _is_told(self, start: int, end: int) -> bool:
        """Whether the sentence tells of a day of long before the text's own."""
        told = self.when_at(start, end)
        return told is not None and told != self.when and told < "2025"

    @cached_property
    def is_recent(self) -> bool:
        """Whether a text whose day nobody gave names a year since 2025."""
        return not self.is_dated and RECENT.search(self.lower) is not None

    @cached_property
    def mergers(self) -> list[tuple[int, int]]:
        """Where the text tells that units are merged."""
        return [found.span() for found in _MERGED.finditer(self.lower)]

    @cached_property
    def _is_before_2025(self) -> bool:
        """Whether the text is of the time when Huế was a city of a province."""
        if self.is_dated and self.when is not None:
            return self.when < "2025-01-01"
        if RECENT.search(self.lower):
            return False
        return self.when is not None or "thừa thiên" in self.lower

    def read(self, start: int, limit: int = LONGEST, stop: int | None = None) -> list[Syllable]:
        """Return up to ``limit`` capitalised syllables or small numbers from ``start`` on.

        With ``stop``, all that begin before it; else a number is read alone where no name goes on
        from it as the text does.
        """
        found: list[Syllable] = []
        text, joint = self.text, ""
        is_number = stop is None and text[start : start + 1].isdigit()
        while (match := _SYLLABLE.match(text, start)) is not None:
            end = match.end(1)
            glued = None
            if end - start > 3 and self.lower.endswith(_GLUES, start + 2, end):
                glued = _GLUED.search(self.lower, start + 2, end)
            if glued:
                found.append(_made(Syllable, (start, glued.start(), joint)))
                break
            found.append(_made(Syllable, (start, end, joint)))
            start = match.end()
            if stop is not None:
                if start >= stop:
                    break
            elif len(found) >= limit:
                break
            if is_number:
                if text[start : start + 1].lower() not in self.known.after_numbers:
                    break
                is_number = False
            blank = match[2]
            if not blank and not text[start : start + 1].isupper():
                break
            joint = blank if len(blank) < 2 else _joint(blank)
        return found

    def name(self, read: list[Syllable], level: int, first: int = 0) -> tuple[int, str]:
        """Return how many syllables from ``first`` make the longest known name, and its key."""
        count, best, key = 0, "", ""
        masks, lower = self.known.masks, self.lower
        for index, (start, end, joint) in enumerate(read[first : first + LONGEST], 1):
            part = lower[start:end]
            if part[0] == "0":
                part = self._part(start, end)
            key = f"{key}{'-' if joint == '-' else ' '}{part}" if key else part
            mask = masks.get(key)
            if mask and mask & level and not ("-" in key and self._is_later(key)):
                count, best = index, key
        return count, best

    def _is_later(self, key: str) -> bool:
        """Whether all units of that name came after the text: *xã A - Lâm Hà* was two units."""
        when = self.when
        if when is None or when >= REFORM:
            return False
        return all(self.known.rows[row][5] == REFORM for row in self.known.find(key))

    def key(self, read: list[Syllable]) -> str:
        """Return the name key of all the syllables."""
        return " ".join(self._part(start, end) for start, end, _ in read)

    def _part(self, start: int, end: int) -> str:
        """Return the part of a key that a syllable makes; ``04`` and ``4`` are one number."""
        part = self.lower[start:end]
        return part.lstrip("0") or part if part[0] == "0" else part

    def when_at(self, start: int, end: int) -> str | None:
        """Return the day that the text speaks of at a place: its own, or one of before."""
        return self._times.at(start, end)

    def past_at(self, start: int) -> str | None:
        """Return the day of before 1976 that what is told around a place is of, if of any."""
        return self._times.past(start)

    @property
    def tells_past(self) -> bool:
        """Whether most years that the text names are of before 1976."""
        return self._times.is_past

    def is_old_at(self, start: int) -> bool:
        """Return whether what is told at a place is of the dynasties, of before 1831."""
        return self._ages.is_old(start)

    @cached_property
    def _ages(self) -> Ages:
        return Ages(self.lower)

    @cached_property
    def _times(self) -> Times:
        return Times(self.lower, self.when)

    @cached_property
    def _countries(self) -> list[int]:
        """Positions of names of foreign countries."""
        found = []
        for country in self.words.countries:
            at = self.lower.find(country)
            while at >= 0:
                found.append(at)
                at = self.lower.find(country, at + 1)
        return sorted(found)

    @cached_property
    def _beyond(self) -> tuple[str, ...]:
        """What a foreign place is in: countries and cities."""
        return (*self.words.countries, *self.words.abroad)

    @cached_property
    def _first_beyond(self) -> frozenset[str]:
        """First letters of what tells that a place is foreign; a unit may be, too."""
        return frozenset((*(name[0] for name in self._beyond), *_FIRST_OF_UNITS))

    @cached_property
    def is_foreign(self) -> bool:
        """Whether the document speaks more of foreign countries, or in Chinese, than of Vietnam."""
        native = self.lower.count("việt nam")
        han = sum(1 for _ in _HAN.finditer(self.text)) if native < _FEW else 0
        return len(self._countries) > 3 + 2 * native or han > _MANY_HAN * (1 + native)

    def near_foreign(self, start: int, end: int) -> bool:
        """Whether the sentence names a foreign country or city, at most 120 characters off."""
        window_start, window_end = max(0, start - 120), end + 120
        for match in _SENTENCE.finditer(self.text, window_start, start):
            window_start = match.end()
        after = _SENTENCE.search(self.text, end, window_end)
        window_end = after.start() if after else window_end
        at = bisect_left(self._countries, window_start)
        if at < len(self._countries) and self._countries[at] < window_end:
            return True
        foreign = self.words.foreign
        for first, last in ((window_start, start), (end, window_end)):
            parts = _SIGNS.sub(" ", self.lower[first:last]).split()
            if not foreign.isdisjoint(parts) or any(
                f"{a} {b}" in foreign for a, b in pairwise(parts)
            ):
                return True
        return False

    def followed_by_foreign(self, end: int) -> bool:
        """Whether a foreign country or unit stands right after (``tỉnh Hà Nam (Trung Quốc)``)."""
        after = self.lower[end : end + 80]
        if "," in after[:3] or "phía" in after[:12]:
            after = _CONTAINERS.sub("", after, count=1)
        after = after.lstrip(" ,()-").removeprefix("của ")
        if after[:1] not in self._first_beyond:
            return False
        if after.startswith(self._beyond):
            return True
        unit = _FOREIGN_UNIT.match(after)
        return unit is not None and " ".join(unit[1].split()) in self.words.foreign


def _joint(blank: str) -> str:
    return "-" if "-" in blank else "\n" if "\n" in blank else " "
