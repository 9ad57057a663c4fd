"""Which units of a name can be meant by their type, and at the time the text gives a mention."""

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter
from typing import Final

from vnpolitext.places.mention import Mention
from vnpolitext.places.same_rows import SameRows
from vnpolitext.places.source import PlaceText
from vnpolitext.places.succession import is_now
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE, REFORM, Gazetteer
from vnpolitext.text.patterns import lazy_pattern

# What is behind a unit of then, and of now; not in "Địa bàn xã A trước đây thuộc huyện B".
_BEHIND: Final = lazy_pattern(
    r"\s*+(?:[,(]?\s*+"
    r"(cũ|trước (?:đây|kia)(?! (?:vốn |từng |đã )?(?:là|thuộc|gồm|có|nằm)(?!\w)))(?!\w)"
    r"|\(?\s*+(mới|sau (?:khi )?(?:sắp xếp|sáp nhập|hợp nhất)(?! theo))(?!\w))"
)
_THEN: Final = 1
# "Tòa án nhân dân khu vực 7 - Đồng Nai": there are such since the reform.
_OF_REGION: Final = lazy_pattern(
    r"(?:tòa án nhân dân|tand|viện kiểm sát nhân dân|vksnd) khu vực \d{1,2}[\s*]{0,6}- ?$"
)
# "chính quyền Sài Gòn", "quân đội Sài Gòn"
_REGIME: Final = lazy_pattern(
    r"(?<!\w)(?:chính quyền|chính phủ|chế độ|quân đội|quân|ngụy|nội các|chánh phủ|phái)(?: \w+)? $"
)
# "sắp xếp các đơn vị hành chính cấp xã của tỉnh Hưng Yên năm 2025"
_RESOLVED: Final = ("hành chính cấp xã của ", "đvhc cấp xã của ")
_ANNOUNCED: Final = "2025-03-01"
_FARTHEST_VERB: Final = 400
_FARTHEST_COURT: Final = 48
_NEAR: Final = 30
# What a unit of a type may have become, under the same name.
_RISEN: Final = {
    "huyện": frozenset({"thị xã", "thành phố", "quận"}),
    "xã": frozenset({"phường", "thị trấn"}),
}
_NONE: Final[frozenset[str]] = frozenset()
_TOWNS: Final = frozenset({"thị xã", "thành phố"})

_Choice = Callable[[Gazetteer, tuple[int, ...], int], tuple[int, ...]]


class InTime:
    """Chooses the rows of the mentions of one text, once for all that are alike."""

    def __init__(self, source: PlaceText, mentions: list[Mention]) -> None:
        """Take the text and its mentions."""
        self._source = source
        self._mentions = mentions
        self._is_late = source.when is None or source.when >= _ANNOUNCED
        self._chosen: SameRows[tuple[int, ...]] = SameRows()

    def rows(self, mention: Mention) -> tuple[int, ...]:
        """Return those rows of a mention that are of its type and of the time it is given.

        Words next to it count first (``cũ``, ``nay là``), then the day the text speaks of there.
        """
        level = mention.level
        is_typed = level != PROVINCE or (
            mention.unit == "tỉnh" and mention.rule in ("unit-word", "body")
        )
        if level == PROVINCE and mention.key in self._source.words.cities:
            past = self._renamed(mention)
            if past is not None:
                return past
        unit = mention.unit if is_typed else None
        told = None if level == DISTRICT else self._told(mention)
        when = self._source.when_at(mention.start, mention.end) if told is None else None
        chosen = self._chosen.of(mention.rows)
        found = chosen.get((level, unit, told, when))
        if found is None:
            found = self._choose(mention.rows, level, unit, told, when)
            chosen[level, unit, told, when] = found
        return found

    def _choose(
        self,
        rows: tuple[int, ...],
        level: int,
        unit: str | None,
        told: _Choice | None,
        when: str | None,
    ) -> tuple[int, ...]:
        known, own = self._source.known, self._source.when
        if len(rows) > 1 and unit is not None:
            may_rise = told is None and own is not None and own < REFORM
            rows = _of_type(known, rows, unit, _RISEN.get(unit, _NONE) if may_rise else _NONE)
        if len(rows) == 1 and level != COMMUNE:
            return rows
        if told is not None:
            return told(known, rows, level)
        return rows if len(rows) == 1 else self._on_days(rows, level, when)

    def _renamed(self, mention: Mention) -> tuple[int, ...] | None:
        """The city of a name that has another one since: *Sài Gòn* of its time, or the one of now.

        A text that tells of no time of that name calls the city of now so, but for its regime.
        """
        source, known, rows = self._source, self._source.known, mention.rows
        own = source.when or REFORM
        if any(known.is_valid(row, own) for row in rows) or any(
            known.rows[row][5] > own for row in rows
        ):
            return None
        told = source.when_at(mention.start, mention.end)
        past = told if told != source.when else source.past_at(mention.start)
        if past is not None and any(known.rows[row][6] > past for row in rows):
            return _on(known, rows, past) or _nearest(known, rows, past)
        if mention.unit or _REGIME.search(
            source.lower, max(0, mention.start - _NEAR), mention.start
        ):
            return None
        heirs = {heir for row in rows for heir in known.heirs(row)}
        while heirs and not any(known.is_valid(heir, own) for heir in heirs):
            heirs = {heir for row in heirs for heir in known.heirs(row)}
        return tuple(heir for heir in heirs if known.is_valid(heir, own)) or None

    def _on_days(self, rows: tuple[int, ...], level: int, told: str | None) -> tuple[int, ...]:
        known, own = self._source.known, self._source.when
        valid: tuple[int, ...] = ()
        for when in filter(None, (told, own)):
            # What was there then and is there now, too, is meant rather than what ended.
            if len(valid) != 1:
                valid = _on(known, valid or rows, when) or valid
        if valid or (level == COMMUNE and own is None):
            return valid or rows
        return _nearest(known, rows, own)

    def _told(self, mention: Mention) -> _Choice | None:
        """What chooses by the words next to a mention, if any do."""
        source, lower, start = self._source, self._source.lower, mention.start
        behind = _BEHIND.match(lower, mention.end)
        if behind is not None and behind.lastindex == _THEN:
            return _of_then
        is_new = self._is_new(mention)
        if not (self._is_late or is_new):
            return None
        if (is_new and source.is_recent) or is_now(lower[max(0, start - _NEAR) : start]):
            return _of_now
        if not self._is_late:
            return None
        if behind is not None or _is_of_region(lower, start) or _is_resolved(source, mention):
            return _of_now
        return _of_merged if mention.level == COMMUNE and _is_merged(source, mention) else None

    def _is_new(self, mention: Mention) -> bool:
        """Whether a province contains a commune without a district, as only since the reform."""
        host = None if mention.host is None else self._mentions[mention.host]
        return mention.level == COMMUNE and host is not None and host.level == PROVINCE


def _is_resolved(source: PlaceText, mention: Mention) -> bool:
    """Whether a resolution of June 2025 made the communes of the province that is named."""
    if not source.lower.startswith(" năm 2025", mention.end):
        return False
    return source.lower.endswith(_RESOLVED, max(0, mention.start - _NEAR), mention.start)


def _is_of_region(lower: str, start: int) -> bool:
    if "-" not in lower[max(0, start - 3) : start]:
        return False
    return _OF_REGION.search(lower, max(0, start - _FARTHEST_COURT), start) is not None


def _is_merged(source: PlaceText, mention: Mention) -> bool:
    """Whether the sentence merges the unit into another (``sáp nhập xã A và xã B thành``)."""
    if not source.mergers:
        return False
    verb = bisect_right(source.mergers, mention.start, key=itemgetter(1)) - 1
    if verb < 0 or source.mergers[verb][0] < mention.start - _FARTHEST_VERB:
        return False
    between = source.text[source.mergers[verb][1] : mention.start]
    return " thành " not in between and ". " not in between and "\n\n" not in between


@lru_cache(maxsize=4096)
def _of_type(
    known: Gazetteer, rows: tuple[int, ...], unit: str, risen: frozenset[str]
) -> tuple[int, ...]:
    """Rows of the type that the text gives; a *thị xã* may have become a *thành phố*.

    Those of the last list that may have been of that type, in other provinces, are kept, too.
    """
    alike = _TOWNS if unit in _TOWNS else (unit,)
    typed = tuple(i for i in rows if known.rows[i][2] == unit)
    if typed and risen:
        held = {name for i in typed for name in known.homes(i)}
        typed += tuple(
            i
            for i in rows
            if known.rows[i][2] in risen
            and known.rows[i][6] == REFORM
            and held.isdisjoint(known.homes(i))
        )
    return typed or tuple(i for i in rows if known.rows[i][2] in alike) or rows


@lru_cache(maxsize=4096)
def _on(known: Gazetteer, rows: tuple[int, ...], when: str) -> tuple[int, ...]:
    """Rows of the units that exist on a day."""
    return tuple(i for i in rows if known.is_valid(i, when))


@lru_cache(maxsize=4096)
def _nearest(known: Gazetteer, rows: tuple[int, ...], when: str | None) -> tuple[int, ...]:
    """Rows of the units that began first where all did after that day, else of the last ones."""
    if when is not None and all(known.rows[i][5] > when for i in rows):
        first = min(known.rows[i][5] for i in rows)
        return tuple(i for i in rows if known.rows[i][5] == first)
    latest = max((known.rows[i][6] or "9999") for i in rows)
    return tuple(i for i in rows if (known.rows[i][6] or "9999") == latest)


def _of_then(known: Gazetteer, rows: tuple[int, ...], level: int) -> tuple[int, ...]:
    """The units that ended; of provinces of one name the last one, which is within memory.

    A commune that ended before the gazetteer begins is none of today's.
    """
    past = tuple(i for i in rows if known.rows[i][6])
    if level == COMMUNE:
        return past
    last = max((known.rows[i][6] for i in past), default="")
    return tuple(i for i in past if known.rows[i][6] == last) or rows


def _of_now(known: Gazetteer, rows: tuple[int, ...], _level: int) -> tuple[int, ...]:
    return tuple(i for i in rows if known.is_valid(i, REFORM)) or rows


def _of_merged(known: Gazetteer, rows: tuple[int, ...], _level: int) -> tuple[int, ...]:
    """The units that ended in the reform, or before it where their province has no other then."""
    last = {known.province_of(i) for i in rows if known.rows[i][6] == REFORM}
    return tuple(i for i in rows if _is_last(known, i, last)) or rows


def _is_last(known: Gazetteer, row: int, provinces: set[int]) -> bool:
    end = known.rows[row][6]
    return end == REFORM or (bool(end) and known.province_of(row) not in provinces)
