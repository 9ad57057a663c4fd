"""The group that a document belongs to, by what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from vnpolitext.text.dates import read_any

_LENGTHS: Final = {"year": 4, "month": 7}


def group_of(metadata: Mapping[str, Any], key: str) -> Any:
    """Return the value of a field, or the year, quarter or month of publication.

    Example:
        >>> known = {"published": "15/03/2020", "source": "Báo Mây"}
        >>> group_of(known, "source"), group_of(known, "quarter"), group_of(known, "month")
        ('Báo Mây', '2020Q1', '2020-03')
    """
    if key in metadata or key not in (*_LENGTHS, "quarter"):
        return metadata.get(key)
    day = read_any(metadata.get("published")) or ""
    if key == "quarter":
        return f"{day[:4]}Q{(int(day[5:7]) + 2) // 3}" if len(day) >= _LENGTHS["month"] else None
    return day[: _LENGTHS[key]] if len(day) >= _LENGTHS[key] else None
