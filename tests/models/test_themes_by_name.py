"""Theme lexicons of other people, chosen by name wherever themes are counted."""

import pytest

from vnpolitext.models import ModelError
from vnpolitext.models.scaffold import new_package
from vnpolitext.themes import ThemeLexicon, find_themes

TEXT = {"a": "Học sinh được dùng nước sạch; trường học phân loại rác thải."}


def test_a_lexicon_with_code_of_its_own(tmp_path, monkeypatch):
    root = new_package("themes", "lab/themes", tmp_path / "package")
    monkeypatch.syspath_prepend(str(root / "src"))
    monkeypatch.setenv("VNPOLITEXT_MODELS", str(root / "src"))
    assert ThemeLexicon.load("lab/themes").names == ("môi trường", "giáo dục")
    found = find_themes(TEXT, "lab/themes")
    assert sorted(found.theme) == ["giáo dục", "giáo dục", "môi trường", "môi trường"]


def test_a_lexicon_that_is_a_file_with_a_card(make_model, monkeypatch):
    folder = make_model(name="lab/plain", files={"themes.toml": 'school = ["học sinh"]\n'})
    monkeypatch.setenv("VNPOLITEXT_MODELS", str(folder))
    assert list(find_themes(TEXT, "lab/plain").theme) == ["school"]


def test_an_unknown_lexicon_tells_the_known_ones():
    with pytest.raises(ModelError, match=r"no model of the kind themes .*themes/political"):
        ThemeLexicon.load("lab/nobody")
