"""Parts of split and merged units: equal, by area, by population."""

import pandas as pd
import pytest

from vnpolitext.places import carry_counts, gazetteer
from vnpolitext.places.shares import WEIGHTS, carry
from vnpolitext.places.units import COMMUNE, PROVINCE, REFORM


def shares(unit_id: str, day: str, weights: str) -> dict[str, float]:
    known = gazetteer()
    row = known.by_id(unit_id)
    assert row is not None
    found = carry(known, row, day, weights)  # type: ignore[arg-type]
    return {known.rows[other][1]: round(share, 2) for other, share in found.items()}


CASES = [
    ("75@2025", "2020-01-01", "equal", {"Đồng Nai": 0.5, "Bình Phước": 0.5}),
    ("75@2025", "2020-01-01", "population", {"Đồng Nai": 0.76, "Bình Phước": 0.24}),
    ("75@2025", "2020-01-01", "area", {"Đồng Nai": 0.46, "Bình Phước": 0.54}),
    # through Nam Hà, whose size is that of its two parts
    ("ha-nam-ninh@former", "2000-01-01", "population",
     {"Hà Nam": 0.24, "Nam Định": 0.49, "Ninh Bình": 0.27}),
    # of Hà Tây no size is known
    ("ha-son-binh@former", "2000-01-01", "population", {"Hà Tây": 0.5, "Hòa Bình": 0.5}),
    ("minh-hai@former", "2026-01-01", "area", {"Cà Mau": 1.0}),
]  # fmt: skip


@pytest.mark.parametrize(("unit_id", "day", "weights", "expected"), CASES)
def test_parts(unit_id: str, day: str, weights: str, expected: dict[str, float]) -> None:
    assert shares(unit_id, day, weights) == expected


@pytest.mark.parametrize("weights", WEIGHTS)
def test_they_sum_to_one(weights: str) -> None:
    known = gazetteer()
    rows = [i for i, row in enumerate(known.rows) if row[3] == PROVINCE]
    rows += [i for i, row in enumerate(known.rows) if row[3] == COMMUNE][::211]
    for row in rows:
        for day in ("1985-01-01", "2000-01-01", "2024-01-01", REFORM):
            found = carry(known, row, day, weights)  # type: ignore[arg-type]
            assert sum(found.values()) == pytest.approx(1), known.rows[row]


def test_a_commune_that_went_to_old_neighbours_is_parted_equally() -> None:
    """The area of an heir tells nothing of its part where the heir has other land, too."""
    known = gazetteer()
    split = [i for i, row in enumerate(known.rows) if row[3] == COMMUNE and len(row[7].split()) > 1]
    for row in split[:50]:
        if any(len(known.origins(heir)) > 1 for heir in known.heirs(row)):
            assert len(set(carry(known, row, REFORM, "area").values())) == 1


def test_tables_are_carried() -> None:
    table = pd.DataFrame(
        {"period": ["2024", "2025"], "unit_id": ["75@2025"] * 2, "count": [4.0, 2.0]}
    )
    found = carry_counts(table, "2025-06-30", weights="population")
    assert found["count"].sum() == pytest.approx(6)
    assert found["period"].tolist() == ["2024", "2024", "2025", "2025"]
    assert set(found["name"]) == {"Đồng Nai", "Bình Phước"}
    assert len(carry_counts(table[:0], "2025-06-30")) == 0


def test_what_cannot_be_carried_is_told() -> None:
    table = pd.DataFrame({"unit_id": ["75@1875"], "count": [1.0]})
    with pytest.raises(ValueError, match="no unit has the identity '75@1875'"):
        carry_counts(table, "2025-06-30")
    with pytest.raises(ValueError, match="no column 'count'"):
        carry_counts(table[["unit_id"]], "2025-06-30")
    with pytest.raises(ValueError, match="weights is 'wealth', not one of equal, area, population"):
        carry_counts(table, "2025-06-30", weights="wealth")  # type: ignore[arg-type]
