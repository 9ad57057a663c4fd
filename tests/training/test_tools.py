"""Files that annotation tools give back: read right, or refused with a reason."""

import json

import pytest

from vnpolitext.training import LabelledError, convert, read_labelled, read_lines, write_lines

TEXT = "📢📢 Đồng chí Giàng A Lử,\r\nPhó Chủ tịch xã 😀 Nậm Mười.\r\nÔng Vừ Chống họp."
NAMES = [("Giàng A Lử", "PERSON"), ("xã 😀 Nậm Mười", "PLACE"), ("Vừ Chống", "PERSON")]


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


COUNTS = {
    "code points": len,
    "browser": utf16,
    "browser, breaks joined": lambda text: utf16(text.replace("\r\n", "\n")),
    "code points, breaks joined": lambda text: len(text.replace("\r\n", "\n")),
}


def regions(count, *, surfaces: bool = True, text: str = TEXT, names=NAMES):
    found = []
    for surface, label in names:
        at = text.index(surface)
        value = {"start": count(text[:at]), "end": count(text[: at + len(surface)])}
        value |= {"labels": [label]} | ({"text": surface} if surfaces else {})
        found.append({"type": "labels", "from_name": "l", "to_name": "t", "value": value})
    return found


def task(*annotations, text: str = TEXT, **fields) -> str:
    return json.dumps([{"id": 7, "data": {"text": text}, "annotations": annotations, **fields}])


def found(text: str, **options):
    return [
        (document.text[start:end], label)
        for document in read_lines(text, **options)
        for start, end, label in document.spans
    ]


@pytest.mark.parametrize("count", COUNTS.values(), ids=COUNTS)
def test_label_studio_however_it_counts(count):
    assert found(task({"result": regions(count)})) == NAMES


def test_label_studio_places_a_region_without_its_text_as_the_others():
    results = regions(utf16)
    del results[1]["value"]["text"]
    assert found(task({"result": results})) == NAMES


def test_label_studio_offsets_that_nothing_tells_are_refused():
    with pytest.raises(ValueError, match="document 7: offsets without their texts"):
        found(task({"result": regions(utf16, surfaces=False)}))
    plain = "Ông Vừ Chống họp."
    alone = regions(len, surfaces=False, text=plain, names=NAMES[2:])
    assert found(task({"result": alone}, text=plain)) == NAMES[2:]


def test_label_studio_a_region_that_is_not_there():
    results = regions(utf16)
    results[2]["value"]["text"] = "Vừ Sống"
    with pytest.raises(ValueError, match=r"document 7: 'Vừ Sống' does not stand at \d+ to \d+"):
        found(task({"result": results}))


def test_label_studio_annotators():
    one = {"completed_by": 1, "result": regions(utf16)}
    two = {"completed_by": {"id": 2, "email": "an@example.org"}, "result": regions(utf16)}
    other = {**two, "result": regions(utf16)[:1]}
    cancelled = {"was_cancelled": True, "result": regions(utf16)[1:2]}
    assert found(task(one, two, cancelled)) == NAMES
    with pytest.raises(ValueError, match=r"annotators disagree \(1, an@example.org\); choose one"):
        found(task(one, other))
    assert found(task(one, other), annotator="an@example.org") == NAMES[:1]
    assert found(task(one, other), annotator=1) == NAMES
    assert found(task(one, {**other, "ground_truth": True})) == NAMES[:1]
    assert list(read_lines(task(cancelled))) == []
    assert list(read_lines(task())) == []
    assert [d.spans for d in read_lines(task({"result": []}))] == [()]


def test_label_studio_predictions_count_only_where_nobody_has_annotated():
    guess = [{"result": regions(utf16)}]
    assert found(task(predictions=guess)) == NAMES
    assert found(task({"was_cancelled": True, "result": []}, predictions=guess)) == []


def test_label_studio_relations_and_other_kinds():
    relation = {"type": "relation", "from_id": "a", "to_id": "b", "direction": "right"}
    assert found(task({"result": [*regions(utf16), relation]})) == NAMES
    html = {"type": "hypertextlabels", "value": {"start": "/p[1]", "end": "/p[1]"}}
    with pytest.raises(ValueError, match="hypertextlabels are not of plain text"):
        found(task({"result": [html]}))


def test_label_studio_short_form():
    values = [result["value"] for result in regions(utf16)]
    assert found(json.dumps([{"id": 1, "text": TEXT, "label": values, "annotator": 3}])) == NAMES


def test_what_we_write_for_a_browser_comes_back():
    documents = list(read_lines(task({"result": regions(utf16)})))
    [line] = write_lines(documents, "labelstudio")
    value = json.loads(line)["annotations"][0]["result"][0]["value"]
    assert value["start"] == utf16("📢📢 Đồng chí ")
    assert list(read_lines(line)) == documents


def test_doccano_entities_and_relations():
    at = TEXT.index("Vừ Chống")
    line = {
        "id": 3,
        "text": TEXT,
        "entities": [{"id": 1, "label": "PERSON", "start_offset": at, "end_offset": at + 8}],
        "relations": [],
    }
    assert found(json.dumps(line)) == NAMES[2:]
    line["relations"] = [{"id": 2, "from_id": 1, "to_id": 1, "type": "holds"}]
    with pytest.warns(UserWarning, match="relations between spans are left out"):
        assert found(json.dumps(line)) == NAMES[2:]


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({"label": ["positive"]}, "'positive' is a label of no span"),
        ({"label": [[0, 3]]}, "is a label of no span"),
        ({"spans": [{"label": "PERSON"}]}, "a span without start or end"),
        ({"entities": [{"start_offset": 0, "end_offset": 3}]}, "a region without a label"),
        ({"cats": {"x": 1}}, "no annotation; there are text, cats"),
        ({"spans": [{"start": 0, "end": 99, "label": "A"}]}, "a span ends behind the text"),
        ({"label": [[0, 99, "A"]]}, "is no span of the text"),
        ({"text": None}, "no text"),
    ],
)
def test_what_is_no_annotation_is_said(record, told, tmp_path):
    line = json.dumps({"text": "Xã họp.", **record})
    with pytest.raises(ValueError, match=told):
        list(read_lines(line))
    (tmp_path / "a.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(LabelledError, match=told):
        read_labelled(tmp_path / "a.jsonl")


def prodigy(answer: str = "accept", who: str = "an", names=NAMES[2:]) -> str:
    spans = []
    for surface, label in names:
        at = TEXT.index(surface)
        spans.append({"start": at, "end": at + len(surface), "label": label})
    return json.dumps(
        {"text": TEXT, "spans": spans, "answer": answer, "_input_hash": 5, "_annotator_id": who}
    )


def test_prodigy_answers():
    assert found(prodigy()) == NAMES[2:]
    assert list(read_lines(prodigy("reject"))) == []
    assert list(read_lines(prodigy("ignore"))) == []


def test_prodigy_annotators():
    same = f"{prodigy()}\n{prodigy(who='ba')}"
    assert found(same) == NAMES[2:]
    other = f"{prodigy()}\n{prodigy(who='ba', names=NAMES[:1])}"
    with pytest.raises(ValueError, match="annotators disagree; choose one"):
        found(other)
    assert found(other, annotator="ba") == NAMES[:1]


def test_two_documents_of_one_text_stay_two():
    lines = "\n".join(json.dumps({"text": "Xã họp.", "label": []}) for _ in range(2))
    assert len(list(read_lines(lines))) == 2


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\u0085", "\x0b", "\x0c", "\x1c"])
def test_marks_that_part_lines_elsewhere_part_none_here(mark, tmp_path):
    text = f"Xã{mark}Mây họp"
    path = tmp_path / "a.jsonl"
    lines = [
        json.dumps({"id": str(n), "text": text, "label": []}, ensure_ascii=False) for n in (1, 2)
    ]
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    assert [document.text for document in read_labelled(path)] == [text, text]
    convert(path, tmp_path / "b.json", form="labelstudio")
    assert [document.text for document in read_labelled(tmp_path / "b.json")] == [text, text]
