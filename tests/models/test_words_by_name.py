"""Word segmenters of other people, chosen by name wherever words are cut."""

import pytest

import vnpolitext as vp
from vnpolitext import models
from vnpolitext.models import ModelError
from vnpolitext.models.scaffold import new_package

TEXT = "Đồng chí Mùa A Sơn quán triệt nghị quyết về công tác cán bộ"


@pytest.fixture
def cutter(tmp_path, monkeypatch):
    root = new_package("words", "lab/by-name", tmp_path / "package")
    monkeypatch.syspath_prepend(str(root / "src"))
    monkeypatch.setenv("VNPOLITEXT_MODELS", str(root / "src"))
    return "lab/by-name"


def test_words_of_a_third_party(cutter):
    words = [token.text for token in vp.tokenize(TEXT, words=cutter, lexicon=None)]
    assert words[-3:] == ["về", "công tác", "cán bộ"]
    assert "nghị quyết" in words


def test_offsets_stay_exact_in_every_spelling(cutter):
    text = "**Công  tác** cán\u00a0bộ\u200b chi bo\u0323^ 🎉 Uỷ ban"
    for token in vp.tokenize(text, words=cutter):
        assert text[token.start : token.end] == token.text


def test_many_texts_and_none(cutter):
    assert vp.tokenize("", words=cutter) == []
    together = vp.tokenize_many([TEXT, "", TEXT], words=cutter)
    alone = vp.tokenize(TEXT, words=cutter)
    assert together == [alone, [], alone]


def test_an_unknown_segmenter_tells_the_known_ones(cutter):
    with pytest.raises(ModelError, match="no model of the kind words is called 'lab/nobody'"):
        vp.tokenize(TEXT, words="lab/nobody")
    assert models.card(cutter)


def test_a_segmenter_registered_again_is_the_new_one():
    class Whole:
        def segment(self, text):
            return [(0, len(text))] if text.strip() else []

    class Halves:
        def segment(self, text):
            half = text.index(" ", len(text) // 2)
            return [(0, half), (half + 1, len(text))]

    for made, count in ((Whole(), 1), (Halves(), 2)):
        models.register(made, kind="words", name="lab/again")
        try:
            assert len(vp.tokenize("đường làng ngõ xóm", words="lab/again")) == count
        finally:
            models.unregister("words/lab/again")
