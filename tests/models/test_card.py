"""Cards: what is a card and what is not, and the cards of the library's own shelf."""

import pytest

from vnpolitext.models import KINDS, Model, ModelError, read_card, shelf
from vnpolitext.models.card import card_faults
from vnpolitext.models.model import data_files

GOOD = {
    "kind": "words",
    "name": "mylab/cutter-2",
    "version": "1.0.0",
    "licence": "CC-BY-4.0",
    "authors": ["Lab"],
    "summary": "Cuts words.",
    "intended_use": "Cutting words.",
    "limits": "Many.",
    "rebuild": "make it again",
    "files": {},
}

SHELF = sorted(path.parent for path in shelf().glob("*/*/model.toml"))

FAULTS = [
    ({"kind": "poems"}, "kind must be one of"),
    ({"name": "two words"}, "name must be a name"),
    ({"name": "a/b/c"}, "name must be a name"),
    ({"name": ""}, "name must be a name"),
    ({"version": "1.0"}, "version must be three numbers"),
    ({"version": 1}, "version must be three numbers"),
    ({"authors": "Lab"}, "authors must be a list"),
    ({"authors": []}, "authors must be a list"),
    ({"summary": " "}, "summary must be a sentence"),
    ({"licence": None}, "licence must be a licence"),
    ({"loader": "os.system"}, "loader must be module:function"),
    ({"requires": "rm -rf"}, "requires must be versions"),
    ({"files": {"a.tsv": "abc"}}, "files must be SHA-256"),
    ({"files": ["a.tsv"]}, "files must be SHA-256"),
    ({"files": {"../a.tsv": "0" * 64}}, "files must be SHA-256"),
    ({"files": {"a/../../b.tsv": "0" * 64}}, "files must be SHA-256"),
    ({"files": {"/a.tsv": "0" * 64}}, "files must be SHA-256"),
    ({"files": {"..\\a.tsv": "0" * 64}}, "files must be SHA-256"),
    ({"files": {"C:a.tsv": "0" * 64}}, "files must be SHA-256"),
    ({"files": {"a\n.tsv": "0" * 64}}, "files must be SHA-256"),
    ({"sources": [{"url": "x"}]}, "sources must be tables"),
    ({"sources": [{"name": "x", "colour": "red"}]}, "sources must be tables"),
    ({"figures": [{"measure": "F1", "data": "d", "value": "high", "command": "c"}]}, "figures"),
    ({"figures": [{"measure": "F1"}]}, "figures must be tables"),
    ({"colour": "red"}, "unknown key colour"),
]


def test_a_good_card_has_no_faults():
    figure = {"measure": "F1", "data": "d", "value": 97.5, "command": "make bench"}
    assert card_faults({**GOOD, "figures": [figure], "sources": [{"name": "x"}]}) == []


@pytest.mark.parametrize("missing", [*GOOD])
def test_every_field_of_the_plain_card_is_required(missing):
    card = {key: value for key, value in GOOD.items() if key != missing}
    assert card_faults(card) == [f"{missing} is missing"]


@pytest.mark.parametrize(("change", "message"), FAULTS)
def test_a_fault_is_named(change, message):
    faults = card_faults({**GOOD, **change})
    assert len(faults) == 1
    assert message in faults[0]


def test_all_faults_are_told_at_once(tmp_path):
    (tmp_path / "model.toml").write_text('kind = "poems"\nname = "x"\n', encoding="utf-8")
    with pytest.raises(ModelError) as error:
        read_card(tmp_path)
    assert str(tmp_path) in str(error.value)
    assert "kind must be" in str(error.value)
    assert "version is missing" in str(error.value)


@pytest.mark.parametrize(
    ("content", "message"), [(b"kind = ", "model.toml"), (b'name = "\xff"', "model.toml")]
)
def test_a_broken_file_is_named(tmp_path, content, message):
    (tmp_path / "model.toml").write_bytes(content)
    with pytest.raises(ModelError, match=message):
        read_card(tmp_path)


def test_a_folder_without_card_is_named(tmp_path):
    with pytest.raises(ModelError, match="no model\\.toml"):
        read_card(tmp_path)


@pytest.mark.parametrize("folder", SHELF, ids=lambda folder: "/".join(folder.parts[-2:]))
class TestShelf:
    def test_the_folder_says_what_the_card_says(self, folder):
        card = read_card(folder)
        assert (card.kind, card.name) == folder.parts[-2:]
        assert card.kind in KINDS

    def test_sources_are_named_with_licence(self, folder):
        card = read_card(folder)
        assert card.sources
        assert all(source.name and source.licence for source in card.sources)

    def test_the_card_is_sealed(self, folder):
        model = Model.at(folder)
        assert list(model.card.files) == data_files(folder)
        model.verify()

    def test_no_file_is_a_pickle(self, folder):
        assert not [p for p in folder.rglob("*") if p.suffix in {".pkl", ".pickle", ".joblib"}]


def test_the_shelf_has_no_folder_without_card():
    folders = {path for path in shelf().glob("*/*") if path.is_dir() and path.name[0] not in "._"}
    assert folders == set(SHELF)


def test_a_model_hands_out_only_what_its_card_names():
    model = Model.at(SHELF[0])
    with pytest.raises(ModelError, match="names no file"):
        model.path("../../pyproject.toml")
