"""What a place mention has of the unit that it is linked to."""

from functools import lru_cache
from typing import Final, NamedTuple

from vnpolitext.places.units import Gazetteer


class Facts(NamedTuple):
    """What is known of the unit of a mention; the fields are those of `Place`."""

    code: str | None
    unit_id: str | None
    unit: str | None
    valid_from: str | None
    valid_to: str | None
    successors: tuple[str, ...]


OPEN: Final = Facts(None, None, None, None, None, ())
"""What is known of a mention that is not linked."""


@lru_cache(maxsize=4096)
def facts(known: Gazetteer, index: int) -> Facts:
    """Return what is known of the unit in row ``index``."""
    code, _, kind, _, _, first, end, *_ = known.rows[index]
    heirs = tuple(known.rows[heir][0] for heir in known.heirs(index))
    return Facts(code, known.unit_id(index), kind, first or None, end or None, heirs)
