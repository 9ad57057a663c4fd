"""The rows of the tables of units, in one form."""

from collections.abc import Iterator
from typing import Final

from vnpolitext.models import ModelError, model_file, read_table

REFORM: Final = "2025-07-01"
COMMUNES_2023_END: Final = "2025-01-01"
FOLDER: Final = "vietnam-units"
_LEVELS: Final = ("province", "district", "commune")

# code, name, unit, level, parent code, first day, day after the last, successors, location
Row = tuple[str, str, str, str, str, str, str, str, str]


def unit_rows() -> Iterator[Row]:
    """Yield every unit that there is or was; equal fields are one object.

    Raises:
        ModelError: A table is missing or malformed.
    """
    same: dict[str, str] = {}
    for row in (*_current_rows(), *_former_rows()):
        code, name, unit, level, parent, first, end, heirs, location = (
            same.setdefault(field, field) for field in row
        )
        yield code, name, unit, level, parent, first, end, heirs, location


def table(file: str, columns: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table, whose ``columns`` are named in one string."""
    return read_table(model_file("places", FOLDER, file), tuple(columns.split()))


def _current_rows() -> Iterator[Row]:
    """The units of the two systems that met on 1 July 2025."""
    columns = "code name unit valid_from valid_to successors location"
    for code, name, kind, first, end, heirs, location in table("provinces.tsv", columns):
        yield code, name, kind, "province", "", first, end, heirs, location
    columns = "code name unit province valid_from location successors"
    for code, name, kind, parent, first, location, heirs in table("districts.tsv", columns):
        yield code, name, kind, "district", parent, first, REFORM, heirs, location
    columns = "code name unit district valid_from location successors"
    for code, name, kind, parent, first, location, heirs in table("communes.tsv", columns):
        yield code, name, kind, "commune", parent, first, REFORM, heirs, location
    columns = "code name unit province location area"
    for code, name, kind, parent, location, _ in table("communes_2025.tsv", columns):
        yield code, name, kind, "commune", parent, REFORM, "", "", location


def _former_rows() -> Iterator[Row]:
    """Units that ended before the last three-level system did."""
    columns = "code name unit district successors"
    for code, name, kind, parent, heirs in table("communes_2023.tsv", columns):
        yield code, name, kind, "commune", parent, "", COMMUNES_2023_END, heirs, ""
    columns = "level code name unit parent valid_from valid_to successors source"
    for level, code, name, kind, parent, first, end, heirs, _ in table("former.tsv", columns):
        if level not in _LEVELS or not end:
            raise ModelError(f"former.tsv: {code} has the level {level!r} and the end {end!r}")
        yield code, name, kind, level, parent, first, end, heirs, ""
