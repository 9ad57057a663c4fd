"""Plain tables: rows and columns, notes, and what is told of a malformed one."""

import pytest

from vnpolitext.models import ModelError, read_table
from vnpolitext.models.shelf import read_columns

COLUMNS = ("code", "name", "note")


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "table.tsv"
        path.write_bytes(text.encode())
        return path

    return write


def test_rows_and_columns(written):
    path = written("code\tname\tnote\n# told once\n01\tBến Đá\t\n02\tĐồng Sậy\t# cũ\n")
    assert list(read_table(path, COLUMNS)) == [("01", "Bến Đá", ""), ("02", "Đồng Sậy", "# cũ")]
    assert read_columns(path, COLUMNS) == [["01", "02"], ["Bến Đá", "Đồng Sậy"], ["", "# cũ"]]


@pytest.mark.parametrize(
    "text", ["code\tname\tnote", "code\tname\tnote\n", "# a\ncode\tname\tnote\n"]
)
def test_no_rows(written, text):
    assert list(read_table(written(text), COLUMNS)) == []
    assert read_columns(written(text), COLUMNS) == [[], [], []]


def test_other_ends_of_lines(written):
    path = written("code\tname\tnote\r\n# told once\r\n01\tBến Đá\t\r\n")
    assert list(read_table(path, COLUMNS)) == [("01", "Bến Đá", "")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", r"columns are \(\), expected \('code', 'name', 'note'\)"),
        ("code\tname\n01\tA\n", r"columns are \('code', 'name'\)"),
        ("code\tname\tnote\n01\tA\n", "a row has 2 fields, not 3"),
        ("code\tname\tnote\n01\tA\tB\tC\n02\tA\n", "a row has 4 fields, not 3"),
        ("code\tname\tnote\n01\tA\n02\tA\tB\tC\n", "a row has 2 fields, not 3"),
        ("code\tname\tnote\n01\tA\tB\n\n02\tA\tB\n", "a row has 0 fields, not 3"),
        ("code\tname\tnote\n01\tA\tB\n02\tA\tB\n\n", "a row has 0 fields, not 3"),
    ],
)
def test_a_malformed_table_is_told(written, text, told):
    with pytest.raises(ModelError, match=told):
        list(read_table(written(text), COLUMNS))


def test_a_blank_line_is_no_entry_of_a_list(written):
    with pytest.raises(ModelError, match="a row has 0 fields, not 1"):
        list(read_table(written("term\nquận\n\nhuyện\n"), ("term",)))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("code\tname\tnote\n01\tA\n02\tB\tC\n", [("01", "A", ""), ("02", "B", "C")]),
        ("code\tname\n01\tA\n", [("01", "A", "")]),
        ("code\n01\n", [("01", "", "")]),
        ("code\n", []),
    ],
)
def test_last_columns_may_be_lacking(written, text, rows):
    assert list(read_table(written(text), COLUMNS, spare=2)) == rows


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("code\tname\tnote\n01\n", "a row has 1 fields, not 2 to 3"),
        ("code\tname\tnote\n01\tA\tB\tC\n", "a row has 4 fields, not 2 to 3"),
        ("code\tname\tnote\n01\tA\n\n02\tA\n", "a row has 0 fields, not 2 to 3"),
        ("code\n01\n", "columns are"),
        ("code\tplace\n01\tA\n", "columns are"),
    ],
)
def test_no_more_than_those_may_be_lacking(written, text, told):
    with pytest.raises(ModelError, match=told):
        list(read_table(written(text), COLUMNS, spare=1))
