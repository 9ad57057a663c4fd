"""Which themes a passage has: what is said in passing is weighed against what it is about."""

import pytest

from vnpolitext.themes import ThemeLexicon, code_themes

LEXICON = ThemeLexicon.from_dict(
    {
        "health": ["bệnh viện", "bác sĩ", "phẫu thuật", "bệnh nhân"],
        "roads": ["đường giao thông", "cầu"],
        "schools": ["trường", "học sinh"],
    }
)
ABOUT_HEALTH = (
    "Bệnh viện huyện phẫu thuật cho ba bệnh nhân. Các bác sĩ của bệnh viện nói bệnh nhân đã khỏe. "
    "Cạnh đó có một cây cầu."
)


def themes(text: str, **options: float) -> set[str]:
    table = code_themes([text], LEXICON, **options)
    return {name for name in table if table[name].item()}


def test_what_is_named_in_passing_is_no_theme_of_a_passage():
    assert themes(ABOUT_HEALTH) == {"health"}


def test_each_term_counts_where_no_share_is_asked_for():
    assert themes(ABOUT_HEALTH, least_share=0) == {"health", "roads"}


def test_themes_for_which_as_much_speaks_are_both_given():
    assert themes("Bệnh viện và trường cùng xây xong. Bác sĩ khám cho học sinh.") == {
        "health",
        "schools",
    }


def test_only_the_main_theme_where_the_whole_share_is_asked_for():
    assert themes("Bệnh viện có bác sĩ, cạnh trường.", least_share=1) == {"health"}


def test_nothing_speaks_for_nothing():
    assert themes("Trời hôm nay đẹp.") == set()


def test_a_term_of_more_words_weighs_more():
    text = "Cầu, cầu. Bác sĩ. Trường."
    assert "schools" in themes(text, least_share=0.5)
    assert "schools" not in themes(text, least_share=0.6)


@pytest.mark.parametrize("share", [0.0, 0.34, 1.0])
def test_themes_beside_the_others_are_not_weighed(tmp_path, share):
    path = tmp_path / "own.toml"
    path.write_text(
        '[[theme]]\nname = "bodies"\nbeside = true\nterms = ["tỉnh ủy"]\n'
        '[[theme]]\nname = "health"\nterms = ["bệnh viện", "bác sĩ"]\n',
        encoding="utf-8",
    )
    text = "Tỉnh ủy thăm bệnh viện. Bệnh viện có mười bác sĩ, bác sĩ nào cũng giỏi."
    table = code_themes([text], path, least_share=share)
    assert table.loc[:, ["bodies", "health"]].to_numpy().all()


def test_bodies_of_the_shipped_lexicon_stand_beside_what_a_passage_is_about():
    beside = {theme.name for theme in ThemeLexicon.load().themes if theme.beside}
    assert beside == {
        "institutions/party",
        "institutions/state",
        "institutions/mass-organisations",
    }
