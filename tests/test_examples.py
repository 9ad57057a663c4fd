"""The example articles are what their table and their README say."""

import csv
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

from vnpolitext import analyze, read_article

FOLDER = Path(__file__).parents[1] / "examples"
ARTICLES = sorted((FOLDER / "articles").iterdir())
GENRES = {
    *("party page", "district news", "speech", "resolution", "directive", "plan", "conclusion"),
    *("interview", "theory article", "personnel news", "news after the reform", "anniversary"),
    *("mass organisation", "provincial news", "programme", "obituary"),
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


def read_facts():
    """What a reader finds in each article: persons, positions, numbers of documents, items."""
    found = defaultdict(lambda: defaultdict(set))
    with (Path(__file__).parent / "examples.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            value = (row["value"], row["position"]) if row["position"] else row["value"]
            found[row["article"]][row["kind"]].add(value)
    return found


FACTS = read_facts()


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_the_whole_way_from_a_file_to_records(path):
    facts = FACTS[path.name[:2]]
    analysis = analyze(read_article(path))
    positions = {
        (person.name, f"{it.normalized}{'' if it.status == 'current' else f' ({it.status})'}")
        for person in analysis.officials
        for it in person.positions
    }
    assert facts["person"] <= {person.name for person in analysis.persons}
    assert facts["position"] <= positions
    assert facts["citation"] == {it.number for it in analysis.citations if it.number}
    assert facts["directives"] == {str(len(analysis.directives))}
