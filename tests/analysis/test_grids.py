"""The tables of a document as DataFrames, whatever way they are written in."""

import pytest

import vnpolitext as vp

ROWS = [["1", "Lò Văn An", "Bí thư"], ["2", "Mùa A Sơn", "Chủ tịch"]]
HEAD = ["TT", "Họ và tên", "Chức vụ"]


def bars(rows):
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


WAYS = {
    "bars": bars([HEAD, ["---"] * 3, *ROWS]),
    "no rule": bars([HEAD, *ROWS]),
    "no outer bars": "\n".join(" | ".join(row) for row in [HEAD, ["---"] * 3, *ROWS]),
    "tabs": "\n".join("\t".join(row) for row in [HEAD, *ROWS]),
    "aligned": "\n".join("".join(cell.ljust(18) for cell in row).rstrip() for row in [HEAD, *ROWS]),
    "a cell a line": "\n".join(cell for row in [HEAD, *ROWS] for cell in row),
    "spaced cells": "\n\n".join(cell for row in [HEAD, *ROWS] for cell in row),
    "html": "<table>"
    + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in [HEAD, *ROWS])
    + "</table>",
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_writing_gives_the_same_table(way):
    text = f"Danh sách cán bộ\n\n{WAYS[way]}\n\nDanh sách này có hiệu lực từ ngày ký.\n"
    [table] = vp.analyze(text).tables()
    assert list(table.columns) == HEAD
    assert table.to_numpy().tolist() == ROWS
    assert table.attrs["contents"] == ["number", "name", "office"]


def test_a_table_without_a_head_has_names_by_its_cells():
    [table] = vp.analyze(bars([["1", "Lò Văn An", "1969"], ["2", "Mùa A Sơn", "1972"]])).tables()
    assert list(table.columns) == ["number", "name", "year"]


def test_columns_of_one_name_are_counted_however_many():
    row = "".join(f"<td>Lò Văn {name}</td>" for name in ("An", "Bình") * 1500)
    [table] = vp.analyze(f"<table><tr>{row}</tr><tr>{row}</tr></table>").tables()
    assert list(table.columns)[:3] == ["name", "name 2", "name 3"]
    assert len(set(table.columns)) == 3000


def test_cells_that_span_rows_stand_in_each():
    text = (
        "<table><tr><th>Huyện</th><th>Xã</th></tr>"
        "<tr><td rowspan='2'>Sông Mây</td><td>Suối</td></tr>"
        "<tr><td>Đồi</td></tr></table>"
    )
    [table] = vp.analyze(text).tables()
    assert table.to_numpy().tolist() == [["Sông Mây", "Suối"], ["Sông Mây", "Đồi"]]


def test_a_text_without_tables_has_none():
    assert vp.analyze("Xã họp bàn việc làm đường.").tables() == []


def test_tables_come_back_from_plain_data():
    analysis = vp.analyze(WAYS["bars"])
    again = vp.Analysis.from_dict(analysis.to_dict())
    assert again.tables()[0].equals(analysis.tables()[0])
