"""Annotated texts to trainers and annotation tools, and back without loss."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpolitext.evaluation import read_gold, run
from vnpolitext.training import (
    FORMATS,
    TOOLS,
    Labelled,
    convert,
    export,
    from_gold,
    read_conll,
    read_labelled,
    read_lines,
    to_gold,
    write_conll,
    write_lines,
)
from vnpolitext.training.conll import rows, spans_of

TEXT = "Đồng chí Lường Văn Hặc dự họp ở huyện Mường La."
NAME, PLACE = (9, 22, "PERSON"), (32, 46, "PLACE")
DOCUMENT = Labelled("d1", TEXT, (NAME, PLACE))


def test_the_spans_of_an_annotated_text():
    gold = {
        "id": "d1",
        "text": TEXT,
        "persons": [{"mentions": [[9, 22]], "positions": []}],
        "places": [{"start": 32, "end": 46}],
        "citations": [],
    }
    assert from_gold(gold) == DOCUMENT
    assert from_gold(gold, ["PLACE"]).spans == (PLACE,)


def test_of_spans_that_overlap_the_first_label_and_the_longer_span_stay():
    gold = {
        "id": "d",
        "text": "Tỉnh ủy Điện Biên",
        "persons": [{"mentions": [], "positions": [{"start": 0, "end": 17}]}],
        "places": [{"start": 8, "end": 17}, {"start": 8, "end": 12}],
    }
    assert from_gold(gold, ["POSITION", "PLACE"]).spans == ((0, 17, "POSITION"),)
    assert from_gold(gold, ["PLACE", "POSITION"]).spans == ((8, 17, "PLACE"),)


def test_an_unknown_label():
    with pytest.raises(ValueError, match="no label RIVER; there are PERSON"):
        from_gold({"id": "d", "text": ""}, ["RIVER"])


def test_back_to_the_fields_of_the_record():
    text = "Lò Thị Hoa, LÒ THỊ HOA"
    gold = to_gold(Labelled("d", text, ((0, 10, "PERSON"), (12, 22, "PERSON"))))
    assert [person["mentions"] for person in gold["persons"]] == [[[0, 10], [12, 22]]]
    assert to_gold(DOCUMENT)["places"] == [{"start": 32, "end": 46, "text": "huyện Mường La"}]


def test_the_rows_of_a_text():
    tagged = [(row.form, row.tag) for row in rows(DOCUMENT) if row.tag != "O"]
    assert tagged == [
        ("Lường", "B-PERSON"),
        ("Văn", "I-PERSON"),
        ("Hặc", "I-PERSON"),
        ("huyện", "B-PLACE"),
        ("Mường", "I-PLACE"),
        ("La", "I-PLACE"),
    ]


def test_two_names_side_by_side_stay_two():
    document = Labelled("d", "Lò Hoa Vì Sơn", ((0, 6, "PERSON"), (7, 13, "PERSON")))
    assert [row.tag[0] for row in rows(document)] == ["B", "I", "B", "I"]
    assert list(read_conll(write_conll([document]))) == [document]


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        (["O", "B-P", "I-P", "O"], [(1, 3, "P")]),
        (["I-P", "I-P"], [(0, 2, "P")]),
        (["B-P", "I-Q"], [(0, 1, "P"), (1, 2, "Q")]),
        (["B-P", "O", "I-P"], [(0, 1, "P"), (2, 3, "P")]),
        (["O", "?"], []),
        ([], []),
    ],
)
def test_spans_of_tags(tags, spans):
    assert list(spans_of((at, at + 1, tag) for at, tag in enumerate(tags))) == spans


def test_a_file_of_another_tool():
    lines = ["Ông\tN\tO", "Mùa\tN\tB-PER", "A\tN\tI-PER", "", "nói O", ""]
    one, two = read_conll(lines)
    assert (one.text, one.spans) == ("Ông Mùa A", ((4, 9, "PER"),))
    assert (two.text, two.spans) == ("nói", ())


def test_a_line_without_a_tag_is_told():
    with pytest.raises(ValueError, match="line 2: no form and tag in 'chữ'"):
        list(read_conll(["ông O", "chữ"]))


texts = st.text(alphabet=st.sampled_from("aăđ ủNH.,-\n\t“”#\u00a0\u200b1"), max_size=60)


@st.composite
def documents(draw):
    text = draw(texts)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        surface = text[start:end]
        first = start + len(surface) - len(surface.lstrip())
        last = first + len(surface.strip())
        if last > first:
            spans.append((first, last, draw(st.sampled_from(["PERSON", "PLACE"]))))
    return Labelled("d", text, tuple(spans))


@given(documents())
def test_tools_lose_nothing(document):
    for tool in TOOLS:
        assert list(read_lines("\n".join(write_lines([document], tool)))) == [document]


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_a_line_of_json_ends_at_a_line_feed_only(mark):
    document = Labelled("d", f"xã{mark}Mây", ((0, 2, "PLACE"),))
    for tool in TOOLS:
        assert list(read_lines("\n".join(write_lines([document], tool)))) == [document]


@given(st.lists(documents(), max_size=3))
def test_conll_loses_no_text(several):
    back = list(read_conll(write_conll(several)))
    assert [document.text for document in back] == [document.text for document in several]


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "spacy"])
def test_the_projects_own_texts_go_out_and_come_back(written, tmp_path, form):
    suffix = "conll" if form == "conll" else "json"
    path = export(written, tmp_path / f"gold.{suffix}", form=form)
    assert read_labelled(path) == [from_gold(document) for document in written]
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_labelstudio_gets_one_list(tmp_path):
    gold = {"id": "d", "text": "a"}
    path = export([gold, gold], tmp_path / "tasks.json", form="labelstudio")
    assert len(json.loads(path.read_text(encoding="utf-8"))) == 2


def test_our_own_texts_are_read(written, tmp_path):
    path = tmp_path / "gold.jsonl"
    lines = [json.dumps(document, ensure_ascii=False) for document in written[:3]]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert read_labelled(path) == [from_gold(document) for document in written[:3]]


@pytest.mark.parametrize("form", ["labelstudio", "conll", "prodigy"])
def test_what_a_tool_gives_back_can_be_measured(written, tmp_path, form):
    suffix = "conll" if form == "conll" else "json"
    tasks = export(written, tmp_path / f"tasks.{suffix}", form=form, labels=["PERSON"])
    gold = convert(tasks, tmp_path / "gold.jsonl", form="gold")
    back = {document["id"]: document for document in read_gold(gold)}
    figure = run(written, lambda document: back[document["id"]]).figures["persons.mentions"]
    assert figure.f1 == 1.0


def test_other_labels_of_our_own_texts(written, tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(written[0], ensure_ascii=False), encoding="utf-8")
    (document,) = read_labelled(path, labels=["POSITION"])
    assert {label for *_, label in document.spans} == {"POSITION"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "line 1: no JSON"),
        ("[{]", "no JSON list"),
        ("[" * 50_000, "no JSON list"),
        ('{"a": ' * 50_000, "line 1: no JSON"),
        ('{"text": "abc", "meta": 3, "x": 1}', "document 1: no annotation"),
        ("3", "document 1: no JSON object"),
        ("{}", "document 1: no text"),
        ('{"text": "abc", "label": [[0, 9, "X"]]}', "1: X \\(0, 9\\) is no span"),
        ('{"text": "abc", "spans": [{"start": 1}]}', "end"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_file(tmp_path, content, message):
    path = tmp_path / "broken.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=f"broken\\.jsonl: .*{message}"):
        read_labelled(path)


def test_an_unknown_format(tmp_path):
    with pytest.raises(ValueError, match="no format 'brat'"):
        export([], tmp_path / "x", form="brat")
    with pytest.raises(ValueError, match="no tool 'brat'"):
        list(write_lines([DOCUMENT], "brat"))
