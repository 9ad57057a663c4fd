"""One name for one choice everywhere; the former one is understood."""

import inspect

import pytest

import vnpolitext as vp
from vnpolitext import themes
from vnpolitext.analysis import Choice
from vnpolitext.corpus import analyze_batch

FUNCTIONS = [
    vp.tokenize, vp.tokenize_many, vp.Analysis.words, vp.compare, themes.kwic, themes.collocates,
    themes.term_themes, themes.find_phrases, themes.find_themes, themes.theme_prevalence,
    themes.trends, themes.WordVectorizer, vp.analyze, vp.load, vp.Corpus.analyze, analyze_batch,
]  # fmt: skip
CARRIERS = [vp.analyze, vp.load, vp.Corpus.analyze, analyze_batch]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_the_segmenter_is_called_words(function):
    named = inspect.signature(function).parameters
    assert "words" in named
    assert "model" not in named


@pytest.mark.parametrize("function", CARRIERS)
def test_a_choice_can_be_carried(function):
    assert "models" in inspect.signature(function).parameters


def test_the_former_name_is_understood():
    with pytest.warns(DeprecationWarning, match=r"tokenize\(model=\) is called words= now"):
        found = vp.tokenize("Bộ Chính trị họp", model="syllables")
    assert [token.text for token in found] == ["Bộ", "Chính", "trị", "họp"]
    with pytest.raises(TypeError, match="got words and its old name model"):
        vp.tokenize("x", words="syllables", model="syllables")
    with pytest.warns(DeprecationWarning, match="is called words= now"):
        assert themes.WordVectorizer(model="syllables").get_params()["words"] == "syllables"


@pytest.mark.parametrize("models", [{"words": "syllables"}, Choice(words="syllables")])
def test_a_carried_choice_is_used(models):
    text = "Bộ Chính trị họp"
    for analysis in (
        vp.analyze(text, models=models),
        next(iter(vp.Corpus.from_texts([text]).analyze(models=models))),
        vp.load(models=models)(text)._.analysis,
    ):
        assert analysis.versions["chosen"]["words"] == "syllables"
        assert [word.text for word in analysis.words()][1:] == ["Chính", "trị", "họp"]


def test_a_kind_that_is_none_is_said():
    with pytest.raises(ValueError, match="models: no kind 'word'; there are words, persons"):
        vp.analyze("x", models={"word": "syllables"})


TEXTS = [
    "Ông Mùa A Sơn, Bí thư Huyện ủy Tủa Chùa, bàn thủy lợi, thủy lợi, thủy lợi.",
    "Bà Lò Thị Mây, Chủ tịch xã Mường Báng, bàn giáo dục, giáo dục, giáo dục.",
]


def test_keyness_leaves_names_of_people_and_places_out():
    analyses = list(vp.Corpus.from_texts(TEXTS))
    terms = set(themes.keyness(analyses, min_count=1)["term"])
    assert {"thủy lợi", "giáo dục"} <= terms
    assert not [term for term in terms if "tủa chùa" in term or "sơn" in term or "mây" in term]
    named = set(themes.keyness(analyses, min_count=1, names=True)["term"])
    assert any("tủa chùa" in term for term in named)
    assert any("sơn" in term for term in named)
    for chosen in (False, True):
        terms = set(vp.compare(analyses, min_count=1, count_names=chosen).keyness["term"])
        assert any("tủa chùa" in term for term in terms) is chosen


def test_the_plot_of_keyness_names_both_sides():
    plots = pytest.importorskip("vnpolitext.views.plots")
    table = themes.keyness({"a": TEXTS[0], "b": TEXTS[1]}, min_count=1)
    axes = plots.plot_keyness(table, "a")
    assert axes.get_title() == "a beside b"
    assert axes.get_xlabel().split() == ["←", "b", "z", "a", "→"]
    alone = plots.plot_keyness(table[table["group"] == "a"])
    assert alone.get_title() == "a beside the others"
