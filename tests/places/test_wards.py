"""Every commune of the centrally run cities, in every list, in the forms that addresses have."""

import pytest

from vnpolitext.places import find_places, gazetteer
from vnpolitext.places.units import COMMUNE, REFORM

KNOWN = gazetteer()
CITIES = ("Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế")
SHORT = {"phường": "P.", "quận": "Q.", "thành phố": "TP.", "thị xã": "TX.", "thị trấn": "TT."}
# A day on which the units that ended on a day existed.
DAYS = {"2021-01-01": "2019-05-01", "2025-01-01": "2023-05-01", REFORM: "2025-03-01"}


def address(row: int, form: str) -> str:
    """The commune, its district if it had one, and the city, as ``form`` writes them."""
    parts = []
    at: int | None = row
    while at is not None:
        _, name, unit, *_ = KNOWN.rows[at]
        name = name.removeprefix("Phường ")  # Phường Đúc
        word = SHORT.get(unit, unit) if form == "short" else unit
        parts.append(f"{word} {name}" if word[-1] != "." else f"{word}{name}")
        at = KNOWN.parent(at)
    if form == "brackets":
        return f"{parts[0]} ({', '.join(parts[1:])})"
    return ", ".join(parts)


def communes_of(city: str) -> list[int]:
    """Rows of every commune that was in the city, in the list that has it."""
    return [
        index
        for index, row in enumerate(KNOWN.rows)
        if row[3] == COMMUNE and KNOWN.rows[KNOWN.province_of(index)][1] == city
    ]


@pytest.mark.parametrize("form", ["plain", "short", "brackets"])
@pytest.mark.parametrize("city", CITIES)
def test_every_commune_is_linked_in_its_time(city: str, form: str) -> None:
    wrong = []
    rows = communes_of(city)
    for row in rows if form == "plain" else rows[::4]:
        end = KNOWN.rows[row][6]
        day = DAYS[end] if end else "2025-09-01"
        text = f"Trụ sở ở {address(row, form)}."
        linked = find_places(text, as_of=day)[0].unit_id
        if linked != KNOWN.unit_id(row):
            wrong.append((text, day, linked, KNOWN.unit_id(row)))
    assert len(rows) > 60
    assert not wrong
