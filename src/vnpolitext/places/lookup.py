"""Looking units up: by code or name and day, by a part of a name, and their history."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import Any, Final

from vnpolitext.errors import VnpolitextError, expect
from vnpolitext.models import model_file, read_table
from vnpolitext.places.days import iso
from vnpolitext.places.guess import did_you_mean
from vnpolitext.places.units import (
    BITS,
    FOLDER,
    LEVELS,
    Gazetteer,
    Level,
    Unit,
    gazetteer,
    name_key,
)
from vnpolitext.text.tones import without_marks

_NEVER: Final = "9999-12-31"
_MANY: Final = 6


class UnknownUnitError(VnpolitextError, KeyError):
    """No unit, or more than one, has the code or name; the message says which there are."""

    def __str__(self) -> str:
        """Return the message, without the quotation marks that `KeyError` puts around it."""
        return str(self.args[0]) if self.args else ""


def unit(
    name: str,
    *,
    level: Level | None = None,
    at: date | str | None = None,
    as_of: date | str | None = None,
) -> Unit:
    """Return the unit with a code, an identity or a name.

    Args:
        name: Two digits for a province, three for a district, five for a commune, or the
            gazetteer's own code of a former unit; an identity (``"098@2024"``); or the name, with
            or without the unit word, and what the unit is in behind a comma.
        level: Needed only for the lower of two levels that share the code or the name.
        at: Day on which the unit exists; without it, the last unit that had the code or name.
        as_of: The same as ``at``, by the name that it has elsewhere.

    Raises:
        UnknownUnitError: No unit ever had that code or name, or several have the name.
        ValueError: The level is none, or the day is no date.

    Example:
        >>> unit("10", at="2020-01-01").name, unit("15", at="2026-01-01").name
        ('Lào Cai', 'Lào Cai')
        >>> unit("Tủa Chùa", at="2020-01-01").code
        '098'
        >>> unit("thị trấn Tủa Chùa").unit_id
        '03217@2024'
        >>> unit("huyện Châu Thành, Tây Ninh").unit_id
        '708@2024'
    """
    _check_level(level)
    expect(name, str, "the name or the code of a unit is wanted")
    known = gazetteer()
    day = at if at is not None else as_of
    when = iso(day) if day is not None else _NEVER
    index = known.by_id(name)
    if index is not None:
        return known.unit(index)
    for bit in (BITS[level],) if level else tuple(LEVELS):
        index = known.row(bit, name, when)
        if index is not None:
            return known.unit(index)
    return known.unit(_named(known, name, BITS[level] if level else sum(LEVELS), when))


def _check_level(level: str | None) -> None:
    if level is not None and level not in BITS:
        raise ValueError(f"level is {level!r}, not one of {', '.join(BITS)}")


def _named(known: Gazetteer, name: str, levels: int, when: str) -> int:
    """Row of the one unit with that name on the day, or of the last ones that had it."""
    name, _, home = name.partition(",")
    rows = _inside(known, _with_name(known, name, levels), name_key(home.strip()))
    if not rows:
        inside = f" in {home.strip()!r}" if home else ""
        guess = "" if home else did_you_mean(known, name)
        raise UnknownUnitError(f"no unit has the code or the name {name!r}{inside}{guess}")
    alive = [row for row in rows if known.is_valid(row, when)]
    last = max(known.rows[row][6] or _NEVER for row in rows)
    found = alive or [row for row in rows if (known.rows[row][6] or _NEVER) == last]
    highest = min(known.rows[row][3] for row in found)
    found = [row for row in found if known.rows[row][3] == highest]
    if len(found) > 1:
        several = "; ".join(_line(known.unit(row)) for row in found[:_MANY])
        more = f" and {len(found) - _MANY} more" if len(found) > _MANY else ""
        raise UnknownUnitError(
            f"several units are called {name!r}: {several}{more}; give the code, or what it is in"
        )
    return found[0]


def _with_name(known: Gazetteer, name: str, levels: int) -> list[int]:
    """Rows of the units of that name, which may open with the word for their type."""
    key = name_key(name.strip())
    rows = list(known.find(key, levels))
    word, bare = _without_type(known, key)
    if word:
        rows += (row for row in known.find(bare, levels) if known.rows[row][2] == word)
    return rows


def _without_type(known: Gazetteer, key: str) -> tuple[str, str]:
    """The word for a type that a name opens with, and the rest; ``04`` and ``4`` are one number."""
    for word in {row[2] for row in known.rows}:
        if key.startswith(f"{word} "):
            bare = key.removeprefix(f"{word} ")
            return word, bare.lstrip("0") if bare.isdigit() else bare
    return "", key


def _inside(known: Gazetteer, rows: list[int], home: str) -> list[int]:
    """Those of the rows that are in a district or province of that name, if one is asked for.

    Where none was, that their province became one of that name counts.
    """
    if not home:
        return rows
    home = _without_type(known, home)[1]
    own = [row for row in rows if home in map(name_key, _around(known, row))]
    return own or [row for row in rows if home in map(name_key, known.homes(row))]


def _around(known: Gazetteer, row: int) -> tuple[str, ...]:
    """Names of the province and the district that a unit is or was in."""
    parent = known.parent(row)
    around = (known.province_of(row), *(() if parent is None else (parent,)))
    return tuple(known.rows[each][1] for each in around)


def _line(found: Unit) -> str:
    home = f", {found.province}" if found.level != "province" else ""
    return f"{found.unit} {found.name}{home} ({found.unit_id})"


def search(
    part: str, *, level: Level | None = None, at: date | str | None = None
) -> tuple[Unit, ...]:
    """Return the units whose name holds ``part``, with or without its tone marks.

    Args:
        part: A part of a name. Written without marks, it finds names with any marks; behind the
            word for a type (``"huyện châu"``) only units of that type.
        level: Only units of this level.
        at: Only units that exist on that day.

    Raises:
        ValueError: The level is none, or the day is no date.

    Returns:
        The units, those whose name begins with ``part`` first, then by level and code.

    Example:
        >>> [found.name for found in search("mường chà", level="district")]
        ['Mường Chà']
        >>> len(search("muong", level="district", at="2020-01-01"))
        8
        >>> [found.province for found in search("quận 4")]
        ['Hồ Chí Minh']
    """
    expect(part, str, "a part of a name is wanted")
    _check_level(level)
    known = gazetteer()
    when = iso(at) if at is not None else None
    word, asked = _without_type(known, name_key(part))
    plain = asked == without_marks(asked)
    found: list[tuple[bool, int, str, int]] = []
    for index, row in enumerate(known.rows):
        key = name_key(row[1])
        key = without_marks(key) if plain else key
        if asked not in key or (level is not None and row[3] != BITS[level]):
            continue
        if word and row[2] != word:
            continue
        if when is None or known.is_valid(index, when):
            found.append((not key.startswith(asked), row[3], row[0], index))
    return tuple(known.unit(index) for *_, index in sorted(found))


def history(of: Unit) -> Any:
    """Return what a unit came from and what became of it, to the first and the last known.

    Args:
        of: A unit, as `unit` or ``Place.resolve()`` gives it.

    Returns:
        A ``pandas.DataFrame`` in the order of time, one row a unit: ``relation``
        (``"predecessor"``, ``"unit"``, ``"successor"``), ``unit_id``, ``code``, ``name``,
        ``unit``, ``level``, ``province``, ``valid_from``, ``valid_to``.

    Example:
        >>> history(unit("hai-hung"))["name"].tolist()
        ['Hưng Yên', 'Hải Dương', 'Hải Hưng', 'Hải Dương', 'Hưng Yên', 'Hải Phòng', 'Hưng Yên']
    """
    expect(of, Unit, "a unit is wanted, as of unit()")
    columns = ("unit_id", "code", "name", "unit", "level", "province", "valid_from", "valid_to")
    lines = [
        *(("predecessor", each) for each in reversed(_chain(of, "predecessors"))),
        ("unit", of),
        *(("successor", each) for each in _chain(of, "successors")),
    ]
    rows = [(relation, *(getattr(each, name) for name in columns)) for relation, each in lines]
    return import_module("pandas").DataFrame(rows, columns=("relation", *columns))


def regions() -> Any:
    """Return the units above the provinces since 1945: *liên khu* and *khu tự trị*.

    Texts name them, but they are no places of this package: no mention is linked to them.

    Returns:
        A ``pandas.DataFrame``, one row a region: ``name``, ``unit``, ``valid_from``, ``valid_to``
        (empty where the sources do not say) and ``source``.

    Example:
        >>> regions().set_index("name").loc["Khu tự trị Việt Bắc", "valid_from"]
        '1956-07-01'
    """
    columns = ("name", "unit", "valid_from", "valid_to", "source")
    rows = read_table(model_file("places", FOLDER, "regions.tsv"), columns)
    return import_module("pandas").DataFrame(list(rows), columns=columns)


def _chain(of: Unit, step: str) -> list[Unit]:
    """The units reached by steps in one direction, the nearest first, each once."""
    found: dict[str, Unit] = {}
    waiting = list(getattr(of, step))
    while waiting:
        following: list[Unit] = []
        for each in waiting:
            if each.unit_id not in found and each.unit_id != of.unit_id:
                found[each.unit_id] = each
                following += getattr(each, step)
        waiting = following
    return list(found.values())
