"""Counting by who speaks."""

import pytest

import vnpolitext as vp
from vnpolitext.themes import keyness, kwic, statements_corpus, theme_prevalence

TEXT = (
    "Bí thư Huyện ủy Lò Văn An nhấn mạnh xã phải đẩy mạnh chuyển đổi số. "
    "Bà Lò Thị Hoa cho biết trường học còn thiếu giáo viên."
)
LEXICON = {"digital": ["chuyển đổi số"], "school": ["trường học", "giáo viên"]}


@pytest.fixture(scope="module")
def analyses() -> list[vp.Analysis]:
    return [vp.analyze(TEXT, id="a")]


def test_statements_are_documents_with_their_speaker(analyses: list[vp.Analysis]) -> None:
    voices = statements_corpus(analyses)
    assert [voice.metadata["speaker"] for voice in voices] == ["Lò Văn An", "Lò Thị Hoa"]
    assert voices[0].metadata["speaker_office"] == "Bí thư Huyện ủy"
    assert voices[0].metadata["speaker_level"] == "district"
    assert voices[1].metadata["speaker_sex"] == "female"
    for voice in voices:
        assert TEXT[voice.offset : voice.offset + len(voice.text)] == voice.text


def test_themes_are_counted_by_speaker(analyses: list[vp.Analysis]) -> None:
    table = theme_prevalence(analyses, LEXICON, by="speaker")
    hits = table.pivot_table(index="group", columns="theme", values="hits")
    assert hits.loc["Lò Văn An"].to_dict() == {"digital": 1, "school": 0}
    assert hits.loc["Lò Thị Hoa"].to_dict() == {"digital": 0, "school": 2}
    by_sex = theme_prevalence(analyses, LEXICON, by="speaker_sex")
    assert "female" in set(by_sex["group"])


def test_two_speakers_have_words_that_set_them_apart(analyses: list[vp.Analysis]) -> None:
    voices = statements_corpus(analyses)
    table = keyness(voices, by="speaker", target="Lò Văn An", min_count=1)
    assert "chuyển đổi số" in set(table["term"])


def test_a_concordance_tells_who_says_it(analyses: list[vp.Analysis]) -> None:
    table = kwic(analyses, ["chuyển đổi số", "giáo viên", "Huyện ủy"], speaker=True)
    assert table.set_index("keyword")["speaker"].fillna("").to_dict() == {
        "Huyện ủy": "",
        "chuyển đổi số": "Lò Văn An",
        "giáo viên": "Lò Thị Hoa",
    }


def test_an_unknown_field_of_the_speaker_is_named() -> None:
    with pytest.raises(ValueError, match="speaker_office"):
        statements_corpus([], by="office")
