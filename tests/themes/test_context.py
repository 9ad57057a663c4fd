"""Concordances, collocates, and the themes around a term."""

import unicodedata

import pytest

from vnpolitext.themes import (
    Document,
    collocates,
    find_themes,
    kwic,
    term_themes,
    theme_prevalence,
    trends,
)
from vnpolitext.themes.context import COLLOCATE_COLUMNS, KWIC_COLUMNS
from vnpolitext.themes.statistics import log_likelihood, npmi

TEXT = "Năm qua, tỉnh đẩy mạnh chuyển đổi số.\nNgười dân hưởng ứng chuyển đổi số rất nhiệt tình."


def test_windows_of_words():
    table = kwic({"a": TEXT}, "chuyển đổi số", window=2)
    assert tuple(table.columns) == KWIC_COLUMNS
    assert table["keyword"].tolist() == ["chuyển đổi số"] * 2
    assert table["left"][0].endswith("đẩy mạnh")
    assert not table["left"][0].startswith("Năm")
    assert table["right"][1].startswith("rất")


def test_whole_sentences():
    table = kwic({"a": TEXT}, "chuyển đổi số", unit="sentence")
    assert table["left"].tolist() == ["Năm qua, tỉnh đẩy mạnh", "Người dân hưởng ứng"]
    assert table["right"].tolist() == [".", "rất nhiệt tình."]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets(form):
    text = unicodedata.normalize(form, TEXT)
    for row in kwic({"a": text}, ["CHUYỂN ĐỔI SỐ", "người dân"]).itertuples():
        assert unicodedata.normalize("NFC", text[row.start : row.end]) in TEXT
        assert text[row.start : row.end] == row.keyword


def test_metadata_columns():
    document = Document("a", TEXT, {"source": "Báo", "year": 2020})
    with pytest.warns(UserWarning, match="no document has metadata 'level'"):
        table = kwic([document], "người dân", metadata=["year", "level"])
    assert table[["year", "level"]].values.tolist() == [[2020, None]]


def test_a_window_of_nothing():
    assert kwic({"a": TEXT}, "người dân", window=0)[["left", "right"]].values.tolist() == [["", ""]]


def test_no_occurrence_keeps_the_columns():
    assert tuple(kwic({"a": TEXT}, "không có ở đây").columns) == KWIC_COLUMNS
    with pytest.raises(ValueError, match="'lines'"):
        kwic({"a": TEXT}, "số", unit="lines")


NEAR = "alpha beta. gamma alpha beta. delta delta delta delta delta."


def test_collocates_by_hand():
    # ten words; near alpha (one word on each side): beta twice, gamma once
    table = collocates(
        {"a": NEAR}, "alpha", window=1, min_count=1, stop_words=None, words="syllables"
    )
    assert tuple(table.columns) == COLLOCATE_COLUMNS
    row = table.set_index("collocate").loc["beta"]
    assert (row["count"], row["total"], row["left"], row["right"]) == (2, 2, 0, 2)
    words = 10
    places = int(table["count"].sum())
    assert places == 3
    assert row["expected"] == pytest.approx(2 * places / words)
    assert row["npmi"] == pytest.approx(float(npmi(2, 2, places, words)))
    assert row["g2"] == pytest.approx(float(log_likelihood(2, 0, places, words - places)))
    assert row["sign"] == 1


def test_a_word_between_two_occurrences_is_counted_once():
    settings = {"window": 1, "min_count": 1, "stop_words": None, "model": "syllables"}
    table = collocates({"a": "alpha beta alpha"}, "alpha", **settings)
    assert table.set_index("collocate").loc["beta", "count"] == 1


def test_collocates_leave_stop_words_out_and_may_find_nothing():
    table = collocates({"a": "của dân và của dân"}, "dân", min_count=1)
    assert "của" not in set(table["collocate"])
    assert collocates({"a": NEAR}, "không có").empty


def test_themes_of_the_sentences_of_a_term():
    text = "Cán bộ học tập. Cán bộ nêu gương. Kinh tế tăng. Kinh tế giảm."
    lexicon = {"ethics": ["nêu gương", "học tập"], "economy": ["kinh tế"], "staff": ["cán bộ"]}
    table = term_themes({"a": text}, "cán bộ", lexicon)
    assert table["theme"].tolist() == ["ethics"]
    assert table.loc[0, ["sentences", "share", "elsewhere"]].tolist() == [2, 1.0, 0.0]
    assert table.loc[0, "sign"] == 1


@pytest.mark.parametrize(
    ("text", "term", "found"),
    [
        ("Huyện quan tâm kinh tế xanh trong năm.", "kinh tế", 1),
        ("Huyện quan tâm chuyển đổi số trong năm.", "chuyển đổi", 1),
        ("Huyện quan tâm công nghiệp hóa trong năm.", "công nghiệp", 1),
        ("Phát triển kinh tế thị trường, kinh tế xanh.", "kinh tế", 2),
        ("Nông dân số hóa sổ sách.", "dân số", 0),
    ],
)
def test_words_inside_set_phrases(text, term, found):
    assert len(kwic([text], term)) == found


@pytest.mark.parametrize(("phrases", "count"), [(True, 2), (False, 1)])
def test_lexicons_and_trends_look_inside_set_phrases_by_choice(phrases, count):
    text = "Phát triển kinh tế xanh và kinh tế."
    document, lexicon = Document("a", text, {"published": "2021"}), {"x": ["kinh tế"]}
    asked = {"phrases": phrases}
    assert len(find_themes([document], lexicon, **asked)) == count
    assert theme_prevalence([document], lexicon, replicates=2, **asked)["hits"].tolist() == [count]
    for followed in ({"terms": "kinh tế"}, {"themes": lexicon}):
        assert trends([document], **followed, **asked)["count"].tolist() == [count]


def test_set_phrases_stay_whole_by_choice():
    text = "Phát triển kinh tế xanh và kinh tế."
    assert len(kwic([text], "kinh tế")) == 2
    assert len(kwic([text], "kinh tế", phrases=False)) == 1
