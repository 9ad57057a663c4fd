"""Outlines of provinces, as GeoJSON."""

import json
from datetime import date
from functools import lru_cache
from typing import Any, Final

from vnpolitext.models import model_file
from vnpolitext.places.days import iso
from vnpolitext.places.units import REFORM

FIRST_DAY: Final = "2008-08-01"
LAST_DAY_BEFORE: Final = "2025-06-30"
_FOLDER: Final = "vietnam-provinces"


def province_outlines(as_of: date | str = REFORM) -> dict[str, Any]:
    """Return the outlines of the provinces of a day.

    They are drawn for maps of a country on a page, not for measuring: of Natural Earth, with
    borders brought up to date by where communes lie (``models/outlines/vietnam-provinces``).

    Args:
        as_of: A day from 1 August 2008 on: the 63 provinces until 30 June 2025, the 34 since.

    Returns:
        A GeoJSON ``FeatureCollection``; the ``id`` of each feature is the ``unit_id`` of the
        province, its properties are ``unit_id``, ``code``, ``name``, ``unit``, ``valid_from`` and
        ``valid_to``.

    Raises:
        ValueError: The day is none, or lies before the provinces that are drawn.

    Example:
        >>> len(province_outlines("2020-01-01")["features"]), len(province_outlines()["features"])
        (63, 34)
    """
    day = drawn_day(as_of)
    return _read("provinces_2025.geojson" if day >= REFORM else "provinces_2024.geojson")


def islands() -> dict[str, Any]:
    """Return points of islands without an outline: Hoàng Sa, Trường Sa and Cồn Cỏ."""
    return _read("islands.geojson")


def drawn_day(as_of: date | str) -> str:
    """Return the day whose units have the outlines of ``as_of``, in ISO 8601.

    Raises:
        ValueError: ``as_of`` is no day, or lies before the provinces that are drawn.
    """
    day = iso(as_of)
    if day < FIRST_DAY:
        raise ValueError(f"provinces are drawn as they were since {FIRST_DAY}, not on {day}")
    return LAST_DAY_BEFORE if day < REFORM else REFORM


def _read(file: str) -> dict[str, Any]:
    # Read anew for each caller, who may change what is returned.
    content: dict[str, Any] = json.loads(_text(file))
    return content


@lru_cache(maxsize=3)
def _text(file: str) -> str:
    return model_file("outlines", _FOLDER, file).read_text(encoding="utf-8")
