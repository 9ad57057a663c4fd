"""Counting over documents: shares sum up, the reform is crossed, periods are kept apart."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from vnpolitext.places import Place, find_places, gazetteer, place_counts
from vnpolitext.places.shares import carry
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE


@dataclass
class Document:
    id: str
    places: list[Place]
    metadata: dict[str, Any] = field(default_factory=dict)


def document(name: str, text: str, day: str) -> Document:
    return Document(name, find_places(text, as_of=day), {"published": day})


OLD = document(
    "old",
    "tỉnh Bình Định: huyện Tuy Phước (xã Phước Sơn, xã Phước Sơn); tỉnh Gia Lai; tỉnh Hà Tây",
    "2022-05-01",
)
NEW = document("new", "tỉnh Gia Lai: xã Tuy Phước, phường Quy Nhơn; tỉnh Lâm Đồng", "2026-05-01")


def table(frame: Any) -> dict[tuple[str, str], float]:
    rows = zip(frame["level"], frame["name"], frame["count"], strict=True)
    return {(level, name): count for level, name, count in rows}


def test_without_a_day_every_unit_is_itself() -> None:
    frame = place_counts([OLD, NEW])
    assert frame["count"].sum() == sum(
        place.code is not None for d in (OLD, NEW) for place in d.places
    )
    ends = frame["valid_to"].fillna("")
    counts = {
        (code, end): n for code, end, n in zip(frame["code"], ends, frame["count"], strict=True)
    }
    assert counts["52", "2025-07-01"] == 1  # Bình Định before
    assert counts["52", ""] == 1  # Gia Lai after
    assert counts["64", "2025-07-01"] == 1  # Gia Lai before


def test_counts_are_carried_over_the_reform() -> None:
    frame = place_counts([OLD, NEW], as_of="2025-07-01")
    counts = table(frame)
    assert counts["province", "Gia Lai"] == 3
    assert counts["province", "Hà Nội"] == 1
    assert frame["valid_to"].isna().all()
    assert frame["count"].sum() == pytest.approx(10)
    assert "district" not in set(frame["level"])


def test_counts_are_carried_back() -> None:
    counts = table(place_counts([NEW], as_of="2020-01-01", level="province"))
    assert counts["province", "Lâm Đồng"] == pytest.approx(1 / 3)
    assert counts["province", "Bình Thuận"] == pytest.approx(1 / 3)
    assert sum(counts.values()) == pytest.approx(4)


def test_lifting_to_provinces() -> None:
    counts = table(place_counts([OLD], level="province"))
    assert counts == {
        ("province", "Bình Định"): 4.0,
        ("province", "Gia Lai"): 1.0,
        ("province", "Hà Tây"): 1.0,
    }


def test_higher_units_are_left_out_below() -> None:
    counts = table(place_counts([OLD], level="district"))
    assert counts == {("district", "Tuy Phước"): 3.0}


def test_documents_are_counted_once() -> None:
    frame = place_counts([OLD, NEW], as_of="2025-07-01", level="province").set_index("name")
    assert frame.loc["Gia Lai", "documents"] == 2
    assert frame.loc["Hà Nội", "documents"] == 1


def test_documents_without_a_name_are_each_one() -> None:
    nameless = [Document("", OLD.places), Document("", OLD.places), Document("", NEW.places)]
    frame = place_counts(nameless, as_of="2025-07-01", level="province").set_index("name")
    assert frame.loc["Gia Lai", "documents"] == 3


def test_periods() -> None:
    frame = place_counts([OLD, NEW], as_of="2025-07-01", level="province", period="year")
    assert frame.columns[0] == "period"
    by_year = frame.groupby("period")["count"].sum().to_dict()
    assert by_year == pytest.approx({"2022": 6.0, "2026": 4.0})
    undated = Document("undated", OLD.places)
    assert set(place_counts([undated], period="month")["period"]) == {""}


def test_nothing_gives_an_empty_table_with_columns() -> None:
    frame = place_counts([])
    assert len(frame) == 0
    assert {"code", "name", "level", "count", "documents"} <= set(frame.columns)


def test_open_mentions_are_left_out() -> None:
    open_one = Document("open", find_places("huyện Châu Thành", as_of="2020-01-01"))
    assert len(place_counts([open_one])) == 0


def test_bad_options() -> None:
    with pytest.raises(ValueError, match="level"):
        place_counts([], level="hamlet")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="period"):
        place_counts([], period="century")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="is no date; give one such as"):
        place_counts([], as_of="some day")


@pytest.mark.parametrize("day", ["1980-01-01", "2000-01-01", "2024-01-01", "2025-07-01"])
def test_shares_sum_to_one(day: str) -> None:
    known = gazetteer()
    rows = [i for i, row in enumerate(known.rows) if row[3] in {PROVINCE, DISTRICT}]
    rows += [i for i, row in enumerate(known.rows) if row[3] == COMMUNE][::97]
    for row in rows:
        assert sum(carry(known, row, day).values()) == pytest.approx(1), known.rows[row]


def test_a_district_is_shared_by_its_communes() -> None:
    known = gazetteer()
    district = known.row(DISTRICT, "096", "2025-06-30")
    assert district is not None
    shares = carry(known, district, "2025-07-01")
    assert len(shares) == len(known.heirs(district)) > 1
    assert len(set(shares.values())) > 1
