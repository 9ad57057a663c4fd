"""The tables: sound, folded, without doubles, and checked when they are read."""

import pytest

from vnpolitext.models import ModelError, model_file, read_table
from vnpolitext.officials.words import lexicon
from vnpolitext.text import fold
from vnpolitext.vocabulary import offices

TABLES = [
    ("offices", "heads.tsv", ("head", "branch", "level", "acts", "cited")),
    ("offices", "bodies.tsv", ("body", "role", "branch", "level", "acts", "cited", "placed")),
    ("offices", "abbreviations.tsv", ("short", "full")),
    ("offices", "honorifics.tsv", ("form", "kind", "sex")),
    ("offices", "ranks.tsv", ("form", "name", "kind")),
    ("offices", "markers.tsv", ("form", "role")),
    ("offices", "decoys.tsv", ("form", "side")),
    ("offices", "implied.tsv", ("head", "organization")),
    ("names", "surnames.tsv", ("surname", "people", "strength")),
    ("names", "aliases.tsv", ("alias", "name")),
    ("names", "notable.tsv", ("name",)),
    ("names", "foreign.tsv", ("name",)),
    ("names", "peoples.tsv", ("people",)),
    ("names", "leading.tsv", ("word",)),
    ("names", "words.tsv", ("words",)),
]


@pytest.mark.parametrize(("kind", "file", "columns"), TABLES)
def test_rows_are_folded_and_unique(kind, file, columns):
    rows = list(
        read_table(model_file(kind, "vietnam", file), columns, spare=3 * ("acts" in columns))
    )
    keys = [row[0] for row in rows]
    assert keys == [fold(key) for key in keys]
    assert len(keys) == len(set(keys))


def test_abbreviations_are_written_out():
    assert lexicon.expand("Chủ tịch UBND tỉnh") == "Chủ tịch Ủy ban nhân dân tỉnh"
    assert lexicon.expand("UVTV") == "Ủy viên Ban Thường vụ"
    assert lexicon.expand("Ủy viên TW Đảng") == "Ủy viên Trung ương Đảng"
    assert lexicon.expand("TƯ LỆNH") == "TƯ LỆNH"


def test_the_longest_phrase_wins():
    words = ["phó", "bí", "thư", "thường", "trực", "tỉnh", "ủy"]
    size, entry = offices.heads().match(words, 0)
    assert (size, entry.text) == (5, "phó bí thư thường trực")
    assert offices.heads().match(["phó", "bí"], 0) is None
    assert offices.heads().match(["bí"], 0) is None


def test_a_lost_blank_is_forgiven():
    assert offices.heads().match(["bíthư"], 0)[1].text == "bí thư"


def test_peoples_of_the_whole_country_have_names():
    rows = read_table(model_file("names", "vietnam", "surnames.tsv"), TABLES[8][2])
    peoples = {people for _, people, _ in rows}
    assert {"Kinh", "Mông", "Thái", "Tày", "Khmer", "Ê Đê", "Gia Rai", "Cơ Tu"} <= peoples


def test_an_unknown_mark_is_an_error():
    with pytest.raises(ModelError, match=r"heads\.tsv"):
        offices._mark("church", offices.BRANCHES, "heads.tsv")
