import sys

import pytest

from vnpolitext.models import ModelError
from vnpolitext.vocabulary.surnames import surnames


def test_tiers_lie_in_one_another():
    names = surnames()
    assert names.core < names.strong
    assert names.common < names.weak
    assert not names.strong & names.weak


@pytest.mark.parametrize(
    ("name", "tier"),
    [("nguyễn", "core"), ("giàng", "strong"), ("lò", "strong"), ("từ", "weak"), ("tân", "common")],
)
def test_a_name_has_its_tier(name, tier):
    assert name in getattr(surnames(), tier)


@pytest.mark.parametrize("name", ["hồ", "hà", "phùng", "đào", "lý"])
def test_names_that_open_names_of_units_are_not_core(name):
    assert name in surnames().strong - surnames().core


def test_names_of_two_words_are_kept_whole():
    assert ("âu", "dương") in surnames().double


def test_an_unknown_strength_is_an_error(tmp_path, monkeypatch):
    path = tmp_path / "surnames.tsv"
    path.write_text("surname\tpeople\tstrength\nlò\tThái\tmiddling\n", encoding="utf-8")
    module = sys.modules[surnames.__module__]  # the package's own name for it is the function
    monkeypatch.setattr(module, "model_file", lambda *_: path)
    with pytest.raises(ModelError, match="middling"):
        surnames.__wrapped__()
