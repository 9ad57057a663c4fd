"""The tables of units, in one form."""

from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from vnpolitext.models import ModelError, model_file, read_table
from vnpolitext.models.shelf import read_columns

REFORM: Final = "2025-07-01"
COMMUNES_2023_END: Final = "2025-01-01"
FOLDER: Final = "vietnam-units"
PROVINCE: Final = 1
DISTRICT: Final = 2
COMMUNE: Final = 4
_BITS: Final = {"province": PROVINCE, "district": DISTRICT, "commune": COMMUNE}


class Columns(NamedTuple):
    """What the tables tell of units, one list each; a level is a bit, heirs are their codes."""

    codes: list[str]
    names: list[str]
    kinds: list[str]
    levels: list[int]
    parents: list[str]
    firsts: list[str]
    ends: list[str]
    heirs: list[str]
    locations: list[str]


def unit_columns() -> Columns:
    """Return what is told of every unit that there is or was.

    Of what many units share, as a parent, equal fields are one object.

    Raises:
        ModelError: A table is missing or malformed.
    """
    parts = (*_current(), _communes_2023(), _former())
    same: dict[str, str] = {}

    def joined(name: str) -> list[str]:
        return list(chain.from_iterable(getattr(part, name) for part in parts))

    def shared(name: str) -> list[str]:
        whole = joined(name)
        return list(map(same.setdefault, whole, whole))

    return Columns(
        codes=joined("codes"),
        names=joined("names"),
        kinds=shared("kinds"),
        levels=list(chain.from_iterable(part.levels for part in parts)),
        parents=shared("parents"),
        firsts=shared("firsts"),
        ends=shared("ends"),
        heirs=shared("heirs"),
        locations=joined("locations"),
    )


def table(file: str, columns: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table, whose ``columns`` are named in one string."""
    return read_table(model_file("places", FOLDER, file), tuple(columns.split()))


def _columns(file: str, columns: str) -> list[list[str]]:
    return read_columns(model_file("places", FOLDER, file), tuple(columns.split()))


def _current() -> Iterator[Columns]:
    """The units of the two systems that met on 1 July 2025."""
    columns = "code name unit valid_from valid_to successors location"
    codes, names, kinds, firsts, ends, heirs, locations = _columns("provinces.tsv", columns)
    levels, none = [PROVINCE] * len(codes), [""] * len(codes)
    yield Columns(codes, names, kinds, levels, none, firsts, ends, heirs, locations)
    columns = "code name unit province valid_from location successors"
    codes, names, kinds, parents, firsts, locations, heirs = _columns("districts.tsv", columns)
    levels, ends = [DISTRICT] * len(codes), [REFORM] * len(codes)
    yield Columns(codes, names, kinds, levels, parents, firsts, ends, heirs, locations)
    columns = "code name unit district valid_from location successors"
    codes, names, kinds, parents, firsts, locations, heirs = _columns("communes.tsv", columns)
    levels, ends = [COMMUNE] * len(codes), [REFORM] * len(codes)
    yield Columns(codes, names, kinds, levels, parents, firsts, ends, heirs, locations)
    columns = "code name unit province location area"
    codes, names, kinds, parents, locations, _ = _columns("communes_2025.tsv", columns)
    levels = [COMMUNE] * len(codes)
    firsts, none = [REFORM] * len(codes), [""] * len(codes)
    yield Columns(codes, names, kinds, levels, parents, firsts, none, none, locations)


def _communes_2023() -> Columns:
    columns = "code name unit district successors"
    codes, names, kinds, parents, heirs = _columns("communes_2023.tsv", columns)
    levels, ends = [COMMUNE] * len(codes), [COMMUNES_2023_END] * len(codes)
    none = [""] * len(codes)
    return Columns(codes, names, kinds, levels, parents, none, ends, heirs, none)


def _former() -> Columns:
    """Units that ended before the last three-level system did."""
    columns = "level code name unit parent valid_from valid_to successors source"
    words, codes, *rest, ends, heirs, _ = _columns("former.tsv", columns)
    for word, code, end in zip(words, codes, ends, strict=True):
        if word not in _BITS or not end:
            raise ModelError(f"former.tsv: {code} has the level {word!r} and the end {end!r}")
    names, kinds, parents, firsts = rest
    levels, none = [_BITS[word] for word in words], [""] * len(codes)
    return Columns(codes, names, kinds, levels, parents, firsts, ends, heirs, none)
