"""Sealing: digests into cards, nothing else touched."""

import hashlib

import pytest

from vnpolitext.models import ModelError, read_card
from vnpolitext.models.seal import main, seal, seal_all


def test_digests_of_all_data_files(make_model):
    folder = make_model(
        files={"b.tsv": "x\n", "deep/a.toml": "y = 1\n", "build.py": "pass\n", "README.md": "z"}
    )
    assert read_card(folder).files == {
        "b.tsv": hashlib.sha256(b"x\n").hexdigest(),
        "deep/a.toml": hashlib.sha256(b"y = 1\n").hexdigest(),
    }


def test_sealing_twice_changes_nothing(make_model):
    folder = make_model(files={"b.tsv": "x\n"})
    assert seal(folder) is False
    (folder / "b.tsv").write_text("changed\n", encoding="utf-8")
    assert seal(folder) is True
    assert read_card(folder).files["b.tsv"] == hashlib.sha256(b"changed\n").hexdigest()


def test_a_file_that_went_away_leaves_the_card(make_model):
    folder = make_model(files={"a.tsv": "x\n", "b.tsv": "x\n"})
    (folder / "a.tsv").unlink()
    seal(folder)
    assert list(read_card(folder).files) == ["b.tsv"]


@pytest.mark.parametrize(
    "tail",
    [
        "[files]\n",
        "[files]  # filled in later\n",
        '[files]\n"old.tsv" = "00"\n\n[[figures]]\nmeasure = "F1"\ndata = "d"\nvalue = 1\n'
        'command = "[files]"\n',
        "[files]",
        "",
    ],
)
def test_all_else_in_the_card_stays(make_model, tail):
    folder = make_model(files={"a.tsv": "x\n"}, sealed=False)
    card = folder / "model.toml"
    head = card.read_text(encoding="utf-8").replace("[files]\n", "")
    card.write_text(head + tail, encoding="utf-8")
    seal(folder)
    sealed = read_card(folder)
    assert list(sealed.files) == ["a.tsv"]
    assert sealed.summary == "A model made in a test."
    assert len(sealed.figures) == tail.count("[[figures]]")
    assert card.read_text(encoding="utf-8").startswith(head.rstrip())


def test_the_command(make_model, tmp_path, capsys):
    make_model("one", files={"a.tsv": "x"}, sealed=False)
    make_model("deep/two", files={"a.tsv": "x"}, sealed=False)
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out.count("sealed") == 2
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out == ""


def test_nothing_to_seal(tmp_path, capsys):
    assert main([str(tmp_path)]) == 2
    assert "no model.toml here or below" in capsys.readouterr().err
    with pytest.raises(ModelError):
        seal(tmp_path)
    with pytest.raises(ModelError):
        seal_all(tmp_path)
