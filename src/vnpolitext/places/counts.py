"""Counting places over many documents, in the units of one day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib import import_module
from typing import Any, Final, Literal, Protocol

from vnpolitext.errors import documents_with, expect
from vnpolitext.places.days import iso
from vnpolitext.places.history import first_of_line, province_on
from vnpolitext.places.records import Place
from vnpolitext.places.shares import WEIGHTS, Weights, carry
from vnpolitext.places.units import BITS, PROVINCE, Gazetteer, Level, gazetteer
from vnpolitext.progress import under_way
from vnpolitext.text.dates import day_published
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import listed

_PERIODS: Final = {"year": 4, "month": 7, "day": 10}
_DAY: Final = lazy_pattern(r"\d{4}-\d\d-\d\d")
_UNIT_COLUMNS: Final = listed(
    "unit_id, code, name, unit, level, province, valid_from, valid_to, latitude, longitude"
)


class Placed(Protocol):
    """What is counted: a document with its places."""

    @property
    def id(self) -> str:
        """Identifier of the document."""

    @property
    def metadata(self) -> Mapping[str, Any]:
        """What is known of the document; ``published`` gives the period."""

    @property
    def places(self) -> Sequence[Place]:
        """The places of the document."""


@under_way("place counts")
def place_counts(
    analyses: Iterable[Placed],
    *,
    as_of: date | str | None = None,
    level: Level | None = None,
    period: Literal["year", "month", "day"] | None = None,
    weights: Weights = "equal",
) -> Any:
    """Count the linked mentions of each unit, carried to the units of one day.

    A mention of a unit that does not exist on ``as_of`` counts for the units that hold its
    territory: for the heirs of a split commune and of a former province or district in the parts
    that ``weights`` names, and for a district that was dissolved on 1 July 2025 in the share of its
    communes that went to each new commune. Counts are therefore fractions, and their sum is the
    number of linked mentions. Open mentions, with several candidates or unknown to the gazetteer,
    are left out.

    Args:
        analyses: Documents with ``id``, ``metadata`` and ``places``; each without an ``id`` is one
            of its own.
        as_of: Day whose units are counted; without it every mention counts for the unit it names.
        level: Count lower units for the unit of that level that contains them, and leave higher
            ones out; without it every unit counts at its own level. Without ``as_of`` a province
            is the one of the day of publication: a district of Minh Hải in 1995 is none of
            Cà Mau's. The district level has no units from 1 July 2025 on.
        period: Count years, months or days of ``metadata["published"]`` apart; documents without
            a date have an empty period.
        weights: How a unit is parted: in ``"equal"`` parts, or by ``"area"`` or ``"population"`` of
            the parts where the gazetteer has a figure for each of them (the 63 provinces and what
            they were parts of; for areas also communes of 2025), else equal.

    Returns:
        A ``pandas.DataFrame``, one row a unit (and period), with the unit's ``code``, ``name``,
        ``unit``, ``level``, ``province``, ``valid_from``, ``valid_to``, ``latitude``,
        ``longitude``, the ``count`` of mentions and of ``documents``, sorted by code.

    Raises:
        ValueError: ``as_of`` is no date, or ``level``, ``period`` or ``weights`` is unknown.

    Example:
        >>> from types import SimpleNamespace
        >>> from vnpolitext.places import find_places
        >>> text = "tỉnh Bình Định và tỉnh Gia Lai, tháng 5 năm 2024"
        >>> document = SimpleNamespace(id="a", metadata={}, places=find_places(text))
        >>> place_counts([document], as_of="2025-07-01")[["code", "name", "count"]].values.tolist()
        [['52', 'Gia Lai', 2.0]]
    """
    if level is not None and level not in BITS:
        raise ValueError(f"level is {level!r}, not one of {', '.join(BITS)}")
    if period is not None and period not in _PERIODS:
        raise ValueError(f"period is {period!r}, not one of {', '.join(_PERIODS)}")
    _check_weights(weights)
    known = gazetteer()
    when = None if as_of is None else iso(as_of)
    counts: dict[tuple[str, int], float] = defaultdict(float)
    documents: dict[tuple[str, int], set[str]] = defaultdict(set)
    for position, analysis in enumerate(documents_with(analyses, "places", "metadata")):
        name = analysis.id or str(position)
        day = _day(analysis.metadata)
        key = "" if period is None else _period(analysis.metadata, _PERIODS[period])
        for place in analysis.places:
            shares = _shares(known, place, day, when=when, level=level, weights=weights)
            for row, share in shares:
                counts[key, row] += share
                documents[key, row].add(name)
    rows = [
        (*described, counts[key, row], len(documents[key, row]))
        for key, row, described in _described(known, counts)
    ]
    columns = ("period", *_UNIT_COLUMNS, "count", "documents")
    frame = import_module("pandas").DataFrame(rows, columns=columns)
    return frame if period is not None else frame.drop(columns="period")


@under_way("carry counts")
def carry_counts(counts: Any, as_of: date | str, *, weights: Weights = "equal") -> Any:
    """Carry a table of counts to the units of another day, as `place_counts` does with mentions.

    Args:
        counts: A table with ``unit_id``, ``count`` and perhaps ``period``, such as `place_counts`
            returns.
        as_of: Day whose units are counted.
        weights: How a unit is parted, as in `place_counts`.

    Returns:
        A ``pandas.DataFrame`` with the columns of `place_counts`, without ``documents``: which of
        them share a unit, a table does not tell.

    Raises:
        ValueError: ``as_of`` is no date, ``weights`` is unknown, or a unit or column is.

    Example:
        >>> import pandas as pd
        >>> table = pd.DataFrame({"unit_id": ["70@2024", "75@2024"], "count": [2.0, 1.0]})
        >>> carry_counts(table, "2026-01-01")[["name", "count"]].values.tolist()
        [['Đồng Nai', 3.0]]
    """
    _check_weights(weights)
    if not hasattr(counts, "columns"):
        expect(counts, (), "a table as of place_counts() is wanted")
    for column in ("unit_id", "count"):
        if column not in counts:
            raise ValueError(f"the table has no column {column!r}; it has {list(counts.columns)}")
    known = gazetteer()
    when = iso(as_of)
    periods = counts["period"] if "period" in counts else [""] * len(counts)
    sums: dict[tuple[str, int], float] = defaultdict(float)
    for period, unit_id, count in zip(periods, counts["unit_id"], counts["count"], strict=True):
        row = known.by_id(unit_id)
        if row is None:
            raise ValueError(f"no unit has the identity {unit_id!r}")
        for other, share in carry(known, row, when, weights).items():
            sums[period, other] += share * count
    rows = [(*described, sums[key, row]) for key, row, described in _described(known, sums)]
    frame = import_module("pandas").DataFrame(rows, columns=("period", *_UNIT_COLUMNS, "count"))
    return frame if "period" in counts else frame.drop(columns="period")


def _check_weights(weights: str) -> None:
    """Raise a ValueError for weights that are none."""
    if weights not in WEIGHTS:
        raise ValueError(f"weights is {weights!r}, not one of {', '.join(WEIGHTS)}")


def _described(
    known: Gazetteer, counted: Iterable[tuple[str, int]]
) -> list[tuple[str, int, tuple[Any, ...]]]:
    """Periods and rows in the order of tables, each with the period and the unit's columns."""
    units = [(key, row, known.unit(row)) for key, row in counted]
    units.sort(key=lambda u: (u[0], BITS[u[2].level], u[2].code, u[2].valid_to or "9"))
    return [
        (key, row, (key, *(getattr(unit, column) for column in _UNIT_COLUMNS)))
        for key, row, unit in units
    ]


def _period(metadata: Mapping[str, Any], length: int) -> str:
    return (day_published(metadata) or "")[:length]


def _day(metadata: Mapping[str, Any]) -> str | None:
    """Day of publication, if it is a whole date."""
    published = day_published(metadata)
    return published if published and _DAY.match(published) else None


def _shares(
    known: Gazetteer,
    place: Place,
    day: str | None,
    *,
    when: str | None,
    level: Level | None,
    weights: Weights,
) -> Iterable[tuple[int, float]]:
    """Rows of the units that a mention counts for, with shares that sum to one."""
    row = None if place.unit_id is None else known.by_id(place.unit_id)
    if row is None or (level is not None and known.rows[row][3] < BITS[level]):
        return ()
    shares = {row: 1.0} if when is None else carry(known, row, when, weights)
    if level is None:
        return shares.items()
    lifted: dict[int, float] = defaultdict(float)
    for unit, share in shares.items():
        host = known.lift(unit, BITS[level])
        if when is None and host is not None and BITS[level] == PROVINCE:
            host = _province_then(known, unit, place, day)
        if host is not None:
            lifted[host] += share
    return lifted.items()


def _province_then(known: Gazetteer, row: int, place: Place, day: str | None) -> int:
    """Row of the province of a unit on the day of the document, or else as the mention has it."""
    if day is not None:
        return province_on(known, row, day)
    name = place.province
    return first_of_line(known, row, lambda found: not name or known.rows[found][1] == name)
