"""The example articles are what their table and their README say."""

import csv
import unicodedata
from pathlib import Path

import pytest

from vnpolitext import read_article

FOLDER = Path(__file__).parents[1] / "examples"
ARTICLES = sorted((FOLDER / "articles").iterdir())
GENRES = {
    *("party page", "district news", "speech", "resolution", "directive", "plan", "conclusion"),
    *("interview", "theory article", "personnel news", "news after the reform", "anniversary"),
    *("mass organisation", "provincial news"),
}


@pytest.fixture(scope="module")
def table():
    with (FOLDER / "metadata.csv").open(encoding="utf-8", newline="") as stream:
        return {row["file"]: row for row in csv.DictReader(stream)}


def test_the_table_has_every_article(table):
    assert list(table) == [path.name for path in ARTICLES]
    assert {row["genre"] for row in table.values()} == GENRES
    assert all(row["published"].startswith(row["year"]) for row in table.values())
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in readme for name in table)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_short_and_composed(path):
    text = path.read_text(encoding="utf-8")
    assert 2_500 <= len(text) <= 6_000
    assert unicodedata.is_normalized("NFC", text)


def test_dates_that_the_articles_give_agree_with_the_table(table):
    given = {path.name: read_article(path).metadata.get("published") for path in ARTICLES}
    known = {name: value for name, value in given.items() if value}
    assert len(known) >= 10
    assert {name: value[:10] for name, value in known.items()} == {
        name: table[name]["published"] for name in known
    }
