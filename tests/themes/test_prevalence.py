"""Finding themes: which terms match where, and the numbers made of them."""

import unicodedata
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpolitext.text import fold
from vnpolitext.themes import (
    Document,
    ThemeLexicon,
    WordVectorizer,
    find_themes,
    theme_prevalence,
)
from vnpolitext.themes.bootstrap import bootstrap_rates

LEXICON = {
    "politics": {
        "system": ["hệ thống chính trị", "chính trị"],
        "corruption": ["phòng, chống tham nhũng", "tham nhũng"],
    },
    "economy": {
        "general": ["kinh tế", "kinh tế - xã hội"],
        "zones": ["khu * nghiệp"],
        "digital": ["AI"],
    },
    "people": ["dân số", "hòa bình", "nhân dân"],
    "Hue": ["Cố Đô"],
}

MATCHES = [
    ("Cả hệ thống chính trị vào cuộc.", [("politics/system", "hệ thống chính trị")]),
    ("Đời sống chính trị ổn định.", [("politics/system", "chính trị")]),
    ("HỆ THỐNG CHÍNH TRỊ", [("politics/system", "HỆ THỐNG CHÍNH TRỊ")]),
    ("hệ  thống\nchính trị", [("politics/system", "hệ  thống\nchính trị")]),
    ("**hệ thống** chính trị", [("politics/system", "hệ thống** chính trị")]),
    ("hệ thống\n\nchính trị", [("politics/system", "chính trị")]),
    ("hệ thống. Chính trị", [("politics/system", "Chính trị")]),
    ("phòng, chống tham nhũng", [("politics/corruption", "phòng, chống tham nhũng")]),
    ("phòng chống tham nhũng", [("politics/corruption", "phòng chống tham nhũng")]),
    ("tội phạm, tham nhũng", [("politics/corruption", "tham nhũng")]),
    ("phát triển kinh tế - xã hội", [("economy/general", "kinh tế - xã hội")]),
    ("phát triển kinh tế – xã hội", [("economy/general", "kinh tế – xã hội")]),
    ("phát triển kinh tế, xã hội", [("economy/general", "kinh tế, xã hội")]),
    ("nền kinh tế thị trường", [("economy/general", "kinh tế")]),
    ("các khu công nghiệp mới", [("economy/zones", "khu công nghiệp")]),
    ("khu lâm nghiệp", [("economy/zones", "khu lâm nghiệp")]),
    ("giữ gìn hoà bình", [("people", "hoà bình")]),
    ("tỉnh Hòa Bình", []),
    ("Huế, Cố Đô xưa", [("Hue", "Cố Đô")]),
    ("ứng dụng AI vào quản lý", [("economy/digital", "AI")]),
    ("Ai cũng biết, ai cũng làm.", []),
    ("Nông dân số hóa sổ sách.", []),
    ("của dân, số đông", []),
    ("quy mô dân số", [("people", "dân số")]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), MATCHES)
def test_matches(text, expected):
    table = find_themes([text], LEXICON)
    assert list(zip(table["theme"], table["text"], strict=True)) == expected


@pytest.mark.parametrize("text", [text for text, _ in MATCHES])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_are_those_of_the_text_as_read(text, form):
    raw = "\ufeff" + unicodedata.normalize(form, f"– {text} –")
    for hit in find_themes([raw], LEXICON).itertuples():
        assert raw[hit.start : hit.end] == hit.text
        assert raw[hit.sentence_start : hit.sentence_end] == hit.sentence
        assert hit.sentence_start <= hit.start < hit.end <= hit.sentence_end


OVERLAPS = {"a": ["một hai ba", "năm sáu"], "b": ["hai ba bốn năm", "một"], "c": ["ba bốn"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("một hai ba bốn", ["một hai ba"]),
        ("một hai ba bốn năm sáu", ["một", "hai ba bốn năm"]),
        ("hai ba bốn năm sáu", ["hai ba bốn năm"]),
        ("ba bốn năm sáu", ["ba bốn", "năm sáu"]),
        ("hai ba bốn, năm sáu", ["ba bốn", "năm sáu"]),
    ],
)
def test_of_overlapping_terms_the_longest_wins_across_themes(text, expected):
    table = find_themes([text], OVERLAPS, words="syllables")
    assert table["text"].tolist() == expected


def test_a_term_of_two_themes_counts_for_both():
    table = find_themes(["bầu cử"], {"a": ["bầu cử"], "b": ["bầu cử", "cử tri"]})
    assert table["theme"].tolist() == ["a", "b"]


def test_names_that_the_record_knows_are_no_hits():
    text = "Xã Nhân dân và nhân dân."
    source = SimpleNamespace(
        places=[SimpleNamespace(start=0, end=11)],
        persons=[SimpleNamespace(mentions=[(40, 50)])],
    )
    table = find_themes([Document("a", text, {}, source)], LEXICON)
    assert table["start"].tolist() == [15]


def test_the_sections_of_a_record_know_its_names():
    text = "Xã Nhân dân.\n\nTừ nhân dân mà ra."
    source = SimpleNamespace(places=[SimpleNamespace(start=0, end=11)])
    table = theme_prevalence([Document("a", text, {}, source)], LEXICON, unit="section")
    people = table[table["theme"] == "people"]
    assert people[["group", "hits"]].values.tolist() == [["a#1", 0], ["a#2", 1]]


def test_page_chrome_speaks_for_nothing():
    text = "Chính trị - Kinh tế\n\nNhân dân phấn khởi."
    source = SimpleNamespace(blocks=[SimpleNamespace(start=0, end=19, kind="boilerplate")])
    document = Document("a", text, {}, source)
    assert find_themes([document], LEXICON)["theme"].tolist() == ["people"]
    assert theme_prevalence([document], LEXICON)["words"].max() == 2
    assert set(WordVectorizer().fit([document]).vocabulary_) == {"nhân dân", "phấn khởi"}


def test_every_shipped_term_is_found_alone():
    lexicon = ThemeLexicon.load()
    frame = lexicon.to_frame().query("~weak")
    some = frame.iloc[:: max(len(frame) // 300, 1)]
    table = find_themes(dict(zip(some["term"], some["term"], strict=True)))
    found = set(zip(table["document"], table["theme"], strict=True))
    missing = [
        (row.term, row.theme) for row in some.itertuples() if (row.term, row.theme) not in found
    ]
    assert len(missing) <= len(some) * 0.02, missing


REPORT = {
    "a": "Chính trị ổn định. Kinh tế phát triển. Nhân dân phấn khởi. Nhân dân tin tưởng.",
    "b": "Kinh tế khó khăn. Kinh tế phục hồi.",
}


def test_prevalence_by_document():
    table = theme_prevalence(REPORT, LEXICON).set_index(["group", "theme"])
    assert table.loc[("a", "people"), "hits"] == 2
    assert table.loc[("b", "economy/general"), "hits"] == 2
    assert table.loc[("b", "people"), "hits"] == 0
    one = table.loc[("a", "people")]
    assert one["rate"] == pytest.approx(2 / one["words"] * 1000)
    assert one["share"] == pytest.approx(0.5)
    assert one["rate_low"] <= one["rate"] <= one["rate_high"]


def test_hits_agree_with_the_passages():
    hits = find_themes(REPORT, LEXICON).groupby(["document", "theme"]).size()
    table = theme_prevalence(REPORT, LEXICON)
    for row in table[table["hits"] > 0].itertuples():
        assert hits[(row.group, row.theme)] == row.hits
    assert hits.sum() == table["hits"].sum()


def test_outer_themes():
    table = theme_prevalence(REPORT, LEXICON, level=1)
    assert list(dict.fromkeys(table["theme"])) == ["politics", "economy", "people", "Hue"]


def test_prevalence_by_group_resamples_documents():
    table = theme_prevalence(REPORT, LEXICON, by=["g", "g"])
    one = table[table["theme"] == "economy/general"].iloc[0]
    assert (one["hits"], one["documents"]) == (3, 2)
    assert one["rate_low"] < one["rate"] < one["rate_high"]


def test_prevalence_by_section():
    table = theme_prevalence(
        {"a": "Kinh tế tốt.\n\nNhân dân vui."}, LEXICON, unit="section", level=1
    )
    assert table["group"].unique().tolist() == ["a#1", "a#2"]


def test_prevalence_over_time():
    documents = [Document("a", REPORT["a"], {"published": "2020-01-02"}),
                 Document("b", REPORT["b"], {"published": "2021-03-04"})]  # fmt: skip
    assert theme_prevalence(documents, LEXICON, by="year")["group"].unique().tolist() == [
        "2020",
        "2021",
    ]


def test_no_documents():
    assert theme_prevalence([], LEXICON).empty
    assert find_themes([], LEXICON).empty


def test_the_same_every_time():
    assert theme_prevalence(REPORT, LEXICON).equals(theme_prevalence(REPORT, LEXICON))


def test_bootstrap_of_equal_units_has_no_width():
    low, high = bootstrap_rates(np.ones((5, 1)), np.full(5, 10.0))
    assert low[0] == pytest.approx(0.1)
    assert high[0] == pytest.approx(0.1)


def test_bootstrap_covers_the_normal_interval():
    random = np.random.default_rng(3)
    counts = random.poisson(20, (400, 1)).astype(float)
    low, high = bootstrap_rates(counts, np.ones(400), replicates=2000)
    margin = 1.96 * counts.std() / np.sqrt(400)
    assert low[0] == pytest.approx(counts.mean() - margin, abs=0.1)
    assert high[0] == pytest.approx(counts.mean() + margin, abs=0.1)


def test_bootstrap_of_one_unit_is_unknown():
    low, high = bootstrap_rates(np.ones((1, 2)), np.ones(1))
    assert np.isnan(low).all()
    assert np.isnan(high).all()


terms = ["dân chủ", "kỷ cương", "đổi mới", "phát triển nông thôn", "nông thôn"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*terms, "và", "của", ",", ".", "\n", "Ủy"]), max_size=20))
def test_generated_texts(pieces):
    text = " ".join(pieces)
    table = find_themes([text], {"t": terms})
    ends = -1
    for hit in table.itertuples():
        assert text[hit.start : hit.end] == hit.text
        assert fold(hit.text) in terms
        assert hit.start >= ends
        ends = hit.end
