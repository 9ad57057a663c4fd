"""Who says what, in which office: one row a statement."""

import vnpolitext as vp
from vnpolitext.statements import speaker_of, voices, voices_frame

TEXT = (
    "Bí thư Huyện ủy Tủa Chùa, tỉnh Điện Biên Lò Văn An yêu cầu các xã làm đường.\n"
    "UBND xã Mường Báng đề nghị huyện hỗ trợ\nxi măng.\n"
    "Có ý kiến cho rằng đường còn hẹp."
)


def test_a_row_has_what_is_known_of_the_speaker() -> None:
    analysis = vp.analyze(TEXT, id="a", metadata={"published": "2020-05-01"})
    first, second, third = voices([analysis])
    assert (first.document, first.date, first.statement) == ("a", "2020-05-01", 0)
    assert (first.speaker, first.speaker_kind) == ("Lò Văn An", "person")
    assert (first.speaker_level, first.speaker_branch) == ("district", "party")
    assert first.speaker_place == "Điện Biên"
    assert (first.polarity, first.cue) == ("orders", "yêu cầu")
    assert analysis.text[first.start : first.end] == first.text
    assert (second.speaker, second.speaker_kind) == ("Ủy ban nhân dân xã Mường Báng", "body")
    assert second.speaker_office is None
    assert third.speaker_kind == "unknown"


def test_nobody_named_is_nobody() -> None:
    analysis = vp.analyze("Ông Lò Văn An cho biết đường đã xong.")
    said = analysis.statements[0]
    assert speaker_of(analysis, said).office is None
    assert speaker_of(analysis, said).sex == "male"


def test_a_frame_is_made_of_rows_or_of_documents() -> None:
    analyses = [vp.analyze(TEXT, id="a", metadata={"published": "2020-05"})]
    frame = voices_frame(analyses)
    assert frame.equals(voices_frame(voices(analyses)))
    assert frame["date"].dt.year.tolist() == [2020, 2020, 2020]
    assert len(voices_frame([])) == 0


def test_a_corpus_has_them() -> None:
    corpus = vp.Corpus.from_texts({"a": TEXT, "b": "Xã họp."})
    assert corpus.voices()["document"].tolist() == ["a", "a", "a"]
