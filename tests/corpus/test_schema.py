"""The schema of a store, and the page that describes it."""

import re
from pathlib import Path

import pytest

from vnpolitext.corpus import STORE_TABLES, store_schema

PAGE = Path(__file__).parents[2] / "docs" / "corpora.md"


@pytest.mark.parametrize("table", STORE_TABLES)
def test_the_page_names_every_column_in_order(table):
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    [row] = [line for line in lines if line.startswith(f"| `{table}` |")]
    described = row.split("|")[3]
    assert re.findall(r"`(\w+)`", described) == store_schema(table).names


def test_no_other_table_is_there():
    with pytest.raises(ValueError, match="no table 'winds'"):
        store_schema("winds")
