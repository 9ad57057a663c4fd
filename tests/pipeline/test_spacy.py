"""The spaCy pipeline: texts come back, records are spans, documents survive every round trip."""

import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import vnpolitext as vp
from vnpolitext.pipeline import (
    KINDS,
    SentenceComponent,
    displacy_data,
    displacy_options,
    render,
)

TEXT = (
    "Sáng 12/5/2023, đồng chí Giàng A Páo, Bí thư Huyện ủy Mường Nhé, chủ trì hội nghị học tập "
    "Nghị quyết số 35-NQ/TW tại huyện Mường Nhé,  tỉnh Điện Biên.\n\n"
    "1. Tập trung tuyên truyền.\n2. Chủ động đấu tranh.\n"
)
ODD = [
    "",
    " ",
    "\n\n",
    "  Hà Nội  ",
    "a\tb",
    "đ\u0300",
    "Hà\u00a0Nội",
    "😀 Hà Nội",
    "\r\n1. a\r\n2. b",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return vp.load()


def spans_of(doc: Doc) -> list[tuple[str, int, int, str]]:
    return [(k.key, s.start_char, s.end_char, s.text) for k in KINDS for s in doc.spans[k.key]]


def test_name(nlp: Language) -> None:
    assert f"{nlp.meta['lang']}_{nlp.meta['name']}" == "vi_politics"
    assert nlp.pipe_names == ["vnpolitext_sentences", *(kind.component for kind in KINDS)]


@pytest.mark.parametrize("text", [TEXT, *ODD])
def test_the_text_comes_back(nlp: Language, text: str) -> None:
    assert nlp(text).text == text


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("Hà Nội1.\n\t -/*“”()đĐ\u0301\u200b"), max_size=60))
def test_any_text_comes_back(nlp: Language, text: str) -> None:
    assert nlp(text).text == text


def test_a_lone_surrogate_is_refused_in_one_line(nlp: Language) -> None:
    with pytest.raises(ValueError, match="lone surrogate") as caught:
        nlp("a\ud800")
    assert "\n" not in str(caught.value)


def test_every_record_is_a_span_with_its_text(nlp: Language) -> None:
    doc = nlp(TEXT)
    analysis = vp.analyze(TEXT)
    assert analysis == doc._.analysis
    assert [span.text for span in doc.spans["citations"]] == [c.text for c in analysis.citations]
    assert [span.text for span in doc.spans["places"]] == [p.text for p in analysis.places]
    assert [span.text for span in doc.spans["directives"]] == [d.text for d in analysis.directives]
    assert "Giàng A Páo" in [span.text for span in doc.spans["persons"]]
    assert "Bí thư Huyện ủy Mường Nhé" in [span.text for span in doc.spans["positions"]]
    for span in doc.spans["citations"]:
        assert span._.record.number == "35-NQ/TW"
    assert {(entity.text, entity.label_) for entity in doc.ents} >= {
        ("Giàng A Páo", "PERSON"),
        ("Nghị quyết số 35-NQ/TW", "CITATION"),
        ("tỉnh Điện Biên", "PLACE"),
    }


def test_a_component_works_in_another_pipeline() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("vnpolitext_citations")
    doc = nlp("Thực hiện “Nghị quyết số 35-NQ/TW”.")
    assert [span.text for span in doc.spans["citations"]] == ["Nghị quyết số 35-NQ/TW"]
    assert doc.text == "Thực hiện “Nghị quyết số 35-NQ/TW”."


def test_tokens_that_run_across_an_edge_are_split() -> None:
    nlp = spacy.blank("xx")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, words=[text], spaces=[False])  # type: ignore[assignment]
    nlp.add_pipe("vnpolitext_citations")
    doc = nlp("theo Nghị quyết số 35-NQ/TW đã ban hành")
    assert [span.text for span in doc.spans["citations"]] == ["Nghị quyết số 35-NQ/TW"]


def test_existing_entities_stay() -> None:
    nlp = spacy.blank("xx")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "LAW", "pattern": "Nghị quyết"}])  # type: ignore[attr-defined]
    nlp.add_pipe("vnpolitext_citations")
    doc = nlp("Thực hiện Nghị quyết số 35-NQ/TW.")
    assert [entity.label_ for entity in doc.ents] == ["LAW"]
    assert len(doc.spans["citations"]) == 1


def reloaded(nlp: Language, tmp_path: Path) -> Iterator[Language]:
    nlp.to_disk(tmp_path / "model")
    yield spacy.load(tmp_path / "model")
    yield vp.load().from_bytes(nlp.to_bytes())
    yield pickle.loads(pickle.dumps(nlp))  # noqa: S301 - our own bytes


def test_the_pipeline_survives_disk_bytes_and_pickle(nlp: Language, tmp_path: Path) -> None:
    expected = spans_of(nlp(TEXT))
    copies = list(reloaded(nlp, tmp_path))
    assert len(copies) == 3
    for copy in copies:
        doc = copy(TEXT)
        assert spans_of(doc) == expected
        assert [token.text for token in doc] == [token.text for token in nlp(TEXT)]


@pytest.mark.parametrize("user_data", [True, False])
def test_documents_survive_docbin(nlp: Language, user_data: bool) -> None:
    doc = nlp(TEXT)
    stored = DocBin(docs=[doc], store_user_data=user_data).to_bytes()
    copy = next(iter(DocBin().from_bytes(stored).get_docs(nlp.vocab)))
    assert copy.text == TEXT
    assert spans_of(copy) == spans_of(doc)
    assert copy._.analysis == doc._.analysis


def test_documents_survive_pickle_and_bytes(nlp: Language) -> None:
    doc = nlp(TEXT)
    for copy in (
        pickle.loads(pickle.dumps(doc)),  # noqa: S301 - our own bytes
        Doc(nlp.vocab).from_bytes(doc.to_bytes()),
    ):
        assert spans_of(copy) == spans_of(doc)
        assert copy._.analysis == doc._.analysis


def test_several_processes_give_the_same(nlp: Language) -> None:
    texts = [TEXT, "", "Huyện Tủa Chùa.", TEXT[:80]]
    alone = [spans_of(doc) for doc in nlp.pipe(texts)]
    together = list(nlp.pipe(texts, n_process=2, batch_size=1))
    assert [spans_of(doc) for doc in together] == alone
    assert [doc.text for doc in together] == texts
    assert together[0]._.analysis == vp.analyze(TEXT)


def test_sentences(nlp: Language) -> None:
    starts = [sentence.text.strip()[:12] for sentence in nlp(TEXT).sents]
    assert starts[0] == "Sáng 12/5/20"
    assert "2. Chủ động" in starts[-1]


def test_displacy_renders(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert "Giàng A Páo" in displacy.render(doc, style="ent", jupyter=False)
    doc.spans["sc"] = doc.spans["places"]
    assert "PLACE" in displacy.render(doc, style="span", jupyter=False)
    assert "CITATION" in displacy.render(
        doc, style="span", jupyter=False, options={"spans_key": "citations"}
    )


def test_entities_say_what_they_mean(nlp: Language) -> None:
    doc = nlp(TEXT + "Xã Không Đâu họp.")
    known = {(span.text, span.kb_id_) for key in doc.spans for span in doc.spans[key]}
    known |= {(entity.text, entity.kb_id_) for entity in doc.ents}
    assert ("huyện Mường Nhé", "096@2024") in known
    assert ("Nghị quyết số 35-NQ/TW", doc._.analysis.citations[0].key) in known
    assert ("Giàng A Páo", "Giàng A Páo") in known
    assert ("Bí thư Huyện ủy Mường Nhé", "bí thư | huyện ủy mường nhé") in known
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [e.kb_id_ for e in again.ents] == [e.kb_id_ for e in doc.ents]


def test_sentences_take_linear_time() -> None:
    component = SentenceComponent()
    vocab = spacy.blank("vi").vocab

    def seconds(count: int) -> float:
        doc = Doc(vocab, words=["Xã", "họp", "."] * count)
        start = process_time()
        component(doc)
        return process_time() - start

    seconds(100)
    assert min(seconds(12_000) for _ in range(2)) < 9 * min(seconds(3_000) for _ in range(3))


def test_displacy_draws_records_in_their_colours(nlp: Language) -> None:
    doc = nlp(TEXT)
    for given_ in (doc, doc._.analysis):
        page = render(given_)
        assert "huyện Mường Nhé" in page
        assert {"#c5e6c2", "#bcd6f2", "#f4c7ab"} <= set(re.findall("#[0-9a-f]{6}", page))
    options = displacy_options()
    assert set(options["colors"]) == {kind.label for kind in KINDS}
    assert displacy.render(doc, style="ent", options=options, jupyter=False)
    assert displacy.render(
        displacy_data(doc, ["DIRECTIVE"]), style="ent", manual=True, jupyter=False
    )


def test_displacy_data_overlaps_nowhere_and_points_at_the_text(nlp: Language) -> None:
    data = displacy_data(nlp(TEXT), ["POSITION", "PLACE", "PERSON", "CITATION"])
    edges = [edge for span in data["ents"] for edge in (span["start"], span["end"])]
    assert edges == sorted(edges)
    assert data["text"] == TEXT
    labels = {TEXT[span["start"] : span["end"]]: span["label"] for span in data["ents"]}
    assert labels["Bí thư Huyện ủy Mường Nhé"] == "POSITION"
    with pytest.raises(ValueError, match="no label 'RIVER'; there are CITATION"):
        displacy_data(nlp(TEXT), ["RIVER"])
