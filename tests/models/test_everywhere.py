"""A model chosen by name is used in an analysis, in spaCy, in a corpus, in workers, in a store."""

import json

import pytest
from joblib.externals.loky import get_reusable_executor
from typer.testing import CliRunner

import vnpolitext as vp
from vnpolitext.cli.app import app
from vnpolitext.models import ModelError
from vnpolitext.models.scaffold import new_package
from vnpolitext.models.seal import seal

TEXT = "Nghị quyết về Lường Văn Hặc và Vàng A Tủa ở huyện Mường La."


@pytest.fixture
def tagger(tmp_path, monkeypatch):
    """A tagger that knows one family name, known by name here and in processes from here."""
    root = new_package("persons", "lab/names", tmp_path / "package")
    home = root / "src" / "lab_names"
    (home / "surnames.tsv").write_text("surname\nVàng\n", encoding="utf-8")
    seal(home)
    monkeypatch.syspath_prepend(str(root / "src"))
    monkeypatch.setenv("PYTHONPATH", str(root / "src"))
    monkeypatch.setenv("VNPOLITEXT_MODELS", str(home))
    # Workers that other tests left running know nothing of this environment.
    get_reusable_executor().shutdown(wait=True)
    return "lab/names"


def names(analysis):
    return [person.name for person in analysis.persons]


def test_an_analysis(tagger):
    analysis = vp.analyze(TEXT, persons=tagger)
    assert names(analysis) == ["Vàng A Tủa"]
    assert analysis.versions["chosen"]["persons"] == tagger
    assert analysis.versions["models"]["persons/lab/names"] == "0.1.0"


def test_spacy(tagger, tmp_path):
    vp.load(persons=tagger).to_disk(tmp_path / "pipeline")
    import spacy

    doc = spacy.load(tmp_path / "pipeline")(TEXT)
    assert [span.text for span in doc.spans["persons"]] == ["Vàng A Tủa"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_corpus(tagger, jobs):
    corpus = vp.Corpus.from_texts([TEXT, TEXT]).analyze(persons=tagger, n_jobs=jobs)
    assert [names(analysis) for analysis in corpus] == [["Vàng A Tủa"]] * 2


def test_a_store_is_made_again_when_the_model_changes(tagger, tmp_path):
    def run():
        corpus = vp.Corpus.from_texts({"a": TEXT})
        return [names(analysis) for analysis in corpus.analyze(tmp_path / "store", persons=tagger)]

    assert run() == [["Vàng A Tủa"]]
    home = tmp_path / "package" / "src" / "lab_names"
    (home / "surnames.tsv").write_text("surname\nLường\n", encoding="utf-8")
    seal(home)
    assert run() == [["Lường Văn Hặc"]]


def test_an_unknown_model_is_told_before_the_work_begins(tmp_path):
    with pytest.raises(ModelError, match="no model of the kind persons is called 'lab/nobody'"):
        vp.Corpus.from_texts([TEXT]).analyze(tmp_path / "store", persons="lab/nobody")
    assert not (tmp_path / "store").exists()


def test_the_command_line(tagger, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(app, ["analyze", str(tmp_path / "a.txt"), "--persons", tagger])
    assert done.exit_code == 0, done.output
    assert [person["name"] for person in json.loads(done.stdout)["persons"]] == ["Vàng A Tủa"]
    done = CliRunner().invoke(app, ["analyze", "-", "--persons", tagger], input=TEXT)
    assert [person["name"] for person in json.loads(done.stdout)["persons"]] == ["Vàng A Tủa"]
