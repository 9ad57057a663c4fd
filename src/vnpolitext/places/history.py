"""Which province a unit belonged to on a day of the past."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from vnpolitext.models import model_file, read_table
from vnpolitext.places.units import DISTRICT, FOLDER, PROVINCE, Gazetteer

_COLUMNS: Final = ("district", "province", "first", "end")


def province_on(known: Gazetteer, index: int, day: str) -> int:
    """Return the row of the province that held the unit in row ``index`` on ``day``.

    Provinces that split or merged are followed back while there is one to follow: *huyện Ba Vì*
    was in Hà Tây in 1999, *huyện Ý Yên* in Nam Hà in 1995. Where nothing is known of the day, the
    province is that of the unit's last day.

    Args:
        known: The gazetteer.
        index: Row of a unit.
        day: ISO 8601 date.
    """
    district = known.lift(index, DISTRICT)
    for code, first, end in _moves().get(known.rows[district][0], ()) if district else ():
        found = known.row(PROVINCE, code, day)
        if first <= day < end and found is not None:
            return found
    return first_of_line(known, index, lambda province: known.rows[province][5] <= day)


def first_of_line(known: Gazetteer, index: int, fits: Callable[[int], bool]) -> int:
    """Return the row of the province of a unit, or of the one before it, that fits.

    The line ends where a province was made of several; then its last one is returned.
    """
    province = known.province_of(index)
    while not fits(province):
        before = known.origins(province)
        if len(before) != 1:
            break
        province = before[0]
    return province


@lru_cache(maxsize=1)
def _moves() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """The provinces a district was in before, by its code."""
    moves: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for district, *stay in read_table(model_file("places", FOLDER, "moves.tsv"), _COLUMNS):
        code, first, end = stay
        moves[district] = (*moves.get(district, ()), (code, first, end))
    return moves
