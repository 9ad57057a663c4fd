"""``models evaluate``: figures of one model on annotated texts."""

import json

import pytest

from vnpolitext import models, testing
from vnpolitext.evaluation import GoldError

CONLLU = """# text = Cán bộ tốt.
1\tCán bộ\t_\tNOUN\t_\t_\t0\troot\t_\t_
2\ttốt\t_\tADJ\t_\t_\t1\tamod\t_\tSpaceAfter=No
3\t.\t_\tPUNCT\t_\t_\t1\tpunct\t_\t_

1\tTốt\t_\tADJ\t_\t_\t0\troot\t_\t_
"""


class Spaces:
    def segment(self, text):
        at, spans = 0, []
        for word in text.replace(".", " .").split():
            at = text.index(word, at)
            spans.append((at, at + len(word)))
            at += len(word)
        return spans


class Capitals:
    def tag(self, text):
        at = text.find("Lò Văn Sơn")
        return [(at, at + 10), (0, 2)]


class Rules:
    def find_citations(self, text):
        del text
        return []

    def find_places(self, text, **_):
        del text
        return []


@pytest.fixture
def model():
    names = []

    def add(kind, made):
        card = models.register(made, kind=kind, name=f"lab/measured-{kind}")
        names.append(card.full_name)
        return card.full_name

    yield add
    for name in names:
        models.unregister(name)


@pytest.fixture
def gold(tmp_path):
    document = {
        "id": "a",
        "text": "Ông Lò Văn Sơn họp.",
        "persons": [{"mentions": [[4, 14]], "positions": []}],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


def test_words(model, tmp_path):
    path = tmp_path / "test.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    run, names = testing.measure_model(model("words", Spaces()), path)
    assert names == ("words",)
    figure = run.figures["words"]
    assert (figure.gold, figure.predicted, figure.found) == (4, 5, 3)
    assert [document["text"] for document in run.documents] == ["Cán bộ tốt.", "Tốt"]


def test_persons(model, gold):
    run, names = testing.measure_model(model("persons", Capitals()), gold)
    figure = run.figures["persons.mentions"]
    assert names == ("persons.mentions",)
    assert (figure.gold, figure.predicted, figure.found) == (1, 2, 1)
    assert run.interval("persons.mentions") == pytest.approx((2 / 3, 2 / 3))


@pytest.mark.parametrize("kind", ["citations", "places"])
def test_records(model, gold, kind):
    run, names = testing.measure_model(model(kind, Rules()), gold)
    assert all(run.figures[name].predicted == 0 for name in names)


def test_nothing_to_measure(gold, make_model):
    with pytest.raises(ValueError, match="nothing is measured for the kind stopwords"):
        testing.measure_model("stopwords/political", gold)
    with pytest.raises(ValueError, match="data without a loader"):
        testing.measure_model(str(make_model(kind="places")), gold)


@pytest.mark.parametrize("name", ["places/vietnam-units", "citations/vietnam-documents"])
def test_our_own_models_are_measured_as_anybodys(written, tmp_path, name):
    path = tmp_path / "gold.jsonl"
    lines = [json.dumps(document, ensure_ascii=False) for document in written[:4]]
    path.write_text("\n".join(lines), encoding="utf-8")
    run, names = testing.measure_model(name, path)
    assert all(run.figures[figure].f1 > 0.9 for figure in names)


def test_files_that_are_no_gold(model, tmp_path):
    name = model("words", Spaces())
    with pytest.raises(GoldError, match=r"gone\.conllu"):
        testing.measure_model(name, tmp_path / "gone.conllu")
    (tmp_path / "empty.conllu").write_text("\n", encoding="utf-8")
    with pytest.raises(GoldError, match="no sentence in CoNLL-U"):
        testing.measure_model(name, tmp_path / "empty.conllu")
