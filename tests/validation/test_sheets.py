"""Sheets hold what strangers wrote, and come back from the hands of others."""

import csv

import pytest

from vnpolitext.validation.errors import SheetError
from vnpolitext.validation.sheets import Sheet, read_sheet, write_sheet


def test_no_text_of_a_sheet_is_calculated(tmp_path) -> None:
    rows = [{"id": "=a", "text": "=HYPERLINK(A1)"}, {"id": "b", "text": "\ud800 lẻ"}]
    path = write_sheet(Sheet(rows, "theme", ["đất"]), tmp_path / "sheet.csv")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        written = list(csv.reader(stream))
    assert all(not cell.startswith("=") for row in written for cell in row)
    for row in written[1:]:
        row[written[0].index("theme")] = "đất"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(written)
    assert read_sheet(path, "theme") == {"sheet": {"=a": "đất", "b": "đất"}}


@pytest.mark.parametrize("content", ["[" * 50_000, "{", "5", "[5]", '[{"data": 5}]'])
def test_what_is_no_sheet_is_told_in_a_line(tmp_path, content) -> None:
    path = tmp_path / "sheet.json"
    path.write_text(content)
    with pytest.raises(SheetError) as caught:
        read_sheet(path, "theme")
    assert str(caught.value).isprintable()
