"""spaCy: training files that ``spacy train`` takes, and its result as a tagger."""

import pickle
import random

import pytest
import spacy
from spacy.tokens import DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from vnpolitext import models, testing
from vnpolitext.adapters.spacy_tagger import SpacyTagger
from vnpolitext.models import ModelError
from vnpolitext.models.seal import seal
from vnpolitext.training import export, from_gold

CARD = """
kind = "persons"
name = "lab/spacy"
version = "1.0.0"
licence = "CC0-1.0"
authors = ["A lab"]
summary = "Names."
intended_use = "Tests."
limits = "All."
rebuild = "Run the test."
loader = "vnpolitext.adapters.spacy_tagger:load"

[options]
path = "best"

[files]
"""


@pytest.fixture(scope="module")
def files(written, tmp_path_factory):
    return export(written, tmp_path_factory.mktemp("spacy"), form="spacy")


@pytest.fixture(scope="module")
def folder(files, tmp_path_factory):
    """A model trained for a few steps with the configuration that was written."""
    config = load_config(
        files / "config.cfg",
        overrides={
            "paths.train": str(files / "train.spacy"),
            "paths.dev": str(files / "dev.spacy"),
            "training.max_steps": 100,
            "training.eval_frequency": 50,
            "components.tok2vec.model.width": 64,
            "components.ner.model.tok2vec.width": 64,
        },
    )
    random.seed(0)
    nlp, _ = train(init_nlp(config))
    place = tmp_path_factory.mktemp("model")
    nlp.to_disk(place / "best")
    (place / "model.toml").write_text(CARD, encoding="utf-8")
    seal(place)
    return place


def test_the_files_hold_every_text_and_span(files, written):
    nlp = spacy.blank("vi")
    found = {}
    for name in ("train", "dev"):
        for doc in DocBin().from_disk(files / f"{name}.spacy").get_docs(nlp.vocab):
            spans = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
            found[doc.text] = tuple(spans)
    wanted = {document["text"]: from_gold(document).spans for document in written}
    assert found.keys() == wanted.keys()
    assert all(set(found[text]) <= set(spans) for text, spans in wanted.items())
    glued = sum(len(spans) - len(found[text]) for text, spans in wanted.items())
    assert glued <= 1


def test_one_document_is_not_enough(written, tmp_path):
    with pytest.raises(ValueError, match="at least two documents"):
        export(written[:1], tmp_path, form="spacy")


def test_what_spacy_train_makes_plugs_in(folder, written):
    tagger = models.load(str(folder), kind="persons")
    wanted = {(d["id"], s, e) for d in written for s, e, x in from_gold(d).spans if x == "PERSON"}
    found = {(d["id"], *span) for d in written for span in tagger.tag(d["text"])}
    assert len(wanted & found) > 0.3 * len(wanted)


def test_it_passes_the_kit(folder):
    assert testing.check_model(folder, workers=0)


def test_it_travels_by_name(folder):
    tagger = SpacyTagger(folder / "best")
    assert len(pickle.dumps(tagger)) < 1_000


def test_a_text_longer_than_spacy_takes(folder):
    tagger = SpacyTagger(folder / "best")
    line = "Đồng chí Lường Văn Hặc, Bí thư Huyện ủy, phát biểu. "
    spans = tagger.tag(line * 4_000)
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(line) * 4_000 for start, end in spans)


def test_a_folder_without_a_pipeline(tmp_path):
    (tmp_path / "model.toml").write_text(CARD, encoding="utf-8")
    with pytest.raises(ModelError, match="is no spaCy pipeline"):
        models.load(str(tmp_path))
