"""What can be done with a corpus: choose, query, compare, write, hand to engines."""

import json

import pandas as pd
import pyarrow as pa
import pytest

import vnpolitext as vp
from vnpolitext.analysis import Analysis
from vnpolitext.corpus import analyze_batch, near_duplicates, write_jsonl, write_tables
from vnpolitext.corpus.tables import STORE_TABLES

TABLES = tuple(name for name in STORE_TABLES if name != "tokens")


@pytest.fixture(params=["memory", "store"])
def corpus(request, archive, tmp_path):
    found = vp.Corpus.from_folder(archive)
    if request.param == "memory":
        return found.analyze()
    return found.analyze(tmp_path / "store", tables=TABLES, shard_size=8)


def test_choosing(corpus):
    old = corpus.filter(lambda analysis: analysis.metadata["views"] < 10)
    assert sorted(a.metadata["views"] for a in old) == list(range(10))
    assert len(old.places) == sum(len(a.places) for a in old)
    both = corpus.filter(lambda a: "Mường" in a.text, where="views >= 20")
    assert all(a.metadata["views"] >= 20 and "Mường" in a.text for a in both)
    assert 0 < len(both) < 20
    assert old.filter(where="views = 3").documents["views"].tolist() == [3]
    groups = corpus.group_by(lambda analysis: analysis.id[:4])
    assert {key: len(part) for key, part in groups.items()} == {"2020": 20, "2021": 20}
    assert sum(map(len, corpus.group_by("author").values())) == 40
    assert corpus.select(["2021/bài 01", "2020/bài 00"]).ids == ["2020/bài 00", "2021/bài 01"]


def test_samples_and_splits_are_repeatable(corpus):
    assert corpus.sample(5).ids == corpus.sample(5).ids != corpus.sample(5, random_state=1).ids
    assert len(corpus.sample(40)) == 40
    with pytest.raises(ValueError, match="41 documents of 40"):
        corpus.sample(41)
    train, test = corpus.split((0.7, 0.3))
    assert sorted(train.ids + test.ids) == sorted(corpus.ids)
    assert 18 <= len(train) <= 38
    fewer = corpus.select(corpus.ids[::2]).split((0.7, 0.3))[0]
    assert set(fewer.ids) <= set(train.ids)


def test_sql(corpus):
    frame = corpus.sql("SELECT number, count(*) AS n FROM citations GROUP BY 1 ORDER BY 1 LIMIT 2")
    assert frame.to_dict("list") == {"number": ["0-NQ/TU", "1-NQ/TU"], "n": [1, 1]}
    part = corpus.select(corpus.ids[:3])
    assert part.sql("SELECT count(*) AS n FROM documents WHERE views >= ?", [0])["n"][0] == 3
    assert corpus.sql("SELECT count(*) AS n FROM failures")["n"][0] == 0


def test_datasets(corpus):
    table = corpus.table("citations")
    assert table.schema.names[:2] == ["id", "index"]
    assert sum(batch.num_rows for batch in table.to_batches()) == len(corpus.citations)
    with pytest.raises(ValueError, match="no table"):
        corpus.table("winds")


def test_iterating_before_and_after_is_the_same(archive):
    corpus = vp.Corpus.from_folder(archive)
    before = list(corpus)
    assert len(corpus.persons) > 0
    assert list(corpus) == before == list(corpus.analyze(n_jobs=2))
    assert repr(corpus) == "Corpus(40 documents)"


def test_outputs_are_whole_or_not_there(archive, tmp_path):
    analyses = list(vp.Corpus.from_folder(archive))
    assert write_jsonl(analyses, tmp_path / "new" / "a.jsonl") == 40
    lines = (tmp_path / "new" / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert [Analysis.from_dict(json.loads(line)) for line in lines] == analyses
    counts = write_tables(analyses, tmp_path / "tables")
    for name, count in counts.items():
        assert len(pd.read_parquet(tmp_path / "tables" / f"{name}.parquet")) == count

    def failing():
        yield analyses[0]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_jsonl(failing(), tmp_path / "b.jsonl")
    with pytest.raises(RuntimeError):
        write_tables(failing(), tmp_path / "tables")
    assert not (tmp_path / "b.jsonl").exists()
    assert len(pd.read_parquet(tmp_path / "tables" / "documents.parquet")) == 40
    assert not list(tmp_path.rglob("*.tmp"))


def test_lone_surrogates_can_be_written(tmp_path):
    corpus = vp.Corpus.from_texts({"a\ud800": "Xã Mây \ud800 họp theo Chỉ thị 05-CT/TW."})
    corpus.to_jsonl(tmp_path / "a.jsonl")
    line = (tmp_path / "a.jsonl").read_text(encoding="utf-8")
    assert json.loads(line)["text"] == "Xã Mây \ud800 họp theo Chỉ thị 05-CT/TW."
    store = corpus.analyze(tmp_path / "store", tables=TABLES)
    row = store.citations.iloc[0]
    assert store.table("documents").to_table()["text"][0].as_py()[row.start : row.end] == row.text


def test_exports(corpus, tmp_path):
    corpus.to_csv(tmp_path / "csv")
    frame = pd.read_csv(tmp_path / "csv" / "places.csv")
    assert frame["text"].tolist() == corpus.places["text"].tolist()
    corpus.to_parquet(tmp_path / "parquet")
    assert len(pd.read_parquet(tmp_path / "parquet" / "persons.parquet")) == len(corpus.persons)


def test_docbin(archive, tmp_path):
    from spacy.tokens import DocBin

    corpus = vp.Corpus.from_folder(archive).select(["2020/bài 00", "2020/bài 02"])
    corpus.to_docbin(tmp_path / "a.spacy")
    docs = list(DocBin().from_disk(tmp_path / "a.spacy").get_docs(vp.load().vocab))
    analyses = list(corpus)
    assert [doc.text for doc in docs] == [analysis.text for analysis in analyses]
    for doc, analysis in zip(docs, analyses, strict=True):
        assert [s.text for s in doc.spans["citations"]] == [c.text for c in analysis.citations]


def test_conllu(archive, tmp_path):
    corpus = vp.Corpus.from_folder(archive).select(["2020/bài 00", "2020/bài 02"])
    corpus.to_conllu(tmp_path / "a.conllu")
    texts = {analysis.id: analysis.text for analysis in corpus}
    name = ""
    words = 0
    for line in (tmp_path / "a.conllu").read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id = "):
            name = line.removeprefix("# newdoc id = ")
        elif line and not line.startswith("#"):
            fields = line.split("\t")
            assert len(fields) == 10
            misc = dict(pair.split("=") for pair in fields[9].split("|"))
            surface = texts[name][int(misc["Start"]) : int(misc["End"])]
            assert " ".join(surface.split()) == fields[1]
            words += 1
    assert words == sum(len(analysis.words()) for analysis in corpus)


def test_near_duplicates():
    report = " ".join(
        f"Câu thứ {number} của bản tin nói về xã số {number * 7}." for number in range(60)
    )
    other = " ".join(
        f"Chuyện {number} khác hẳn, kể về rừng {number * 3} và suối." for number in range(60)
    )
    nearly = report.replace("xã số 70", "thị trấn")
    texts = {
        "a": f"Tin\n\n{report}\n\nTheo Báo Mây",
        "b": f"Tin vắn hôm nay\n05/06/2021\n\n{nearly}\n\nLò Văn Suối",
        "c": other,
        "d": report.replace("ã", "a\u0303"),
        "e": "ngắn",
        "f": other + " " + report,
    }
    corpus = vp.Corpus.from_texts(texts)
    found = corpus.near_duplicates(threshold=0.8)
    assert found["id"].tolist() == ["a", "b", "d"]
    assert found["group"].tolist() == [0, 0, 0]
    assert found["likeness"].iloc[0] == 1.0
    assert corpus.without_near_duplicates().ids == ["a", "c", "e", "f"]
    assert len(near_duplicates([])) == 0
    assert len(corpus.select(["c", "e"]).near_duplicates()) == 0


SHORT = [
    ("Ba chữ thôi", "Ba chữ thôi"), ("Họp", "họp"), ("Xã Mây họp.", "XÃ MÂY HỌP"),
    ("Xã Mây hoà giải", "Xã Mây hòa giải"), ("Xã  Mây\nhọp", "Xã Mây họp!"),
    ("Xã Mây ho\u0323p", "Xã Mây họp"), ("**Xã Mây họp**", "Xã Mây họp"), ("5", "5"),
    ("Ảnh: Lò Văn Mây", "Ảnh: Lò Văn Mây"), ("Theo Báo Mây", "Theo Báo Mây"),
    ("12/03/2021", "12/03/2021"), ("“Xã Mây họp”", '"Xã Mây họp"'),
    ("Trang chủ | Tin tức", "Trang chủ | Tin tức"), ("Xã Mây họp", "Xã Mây họp\u200b"),
]  # fmt: skip
UNLIKE = [
    ("Ba chữ thôi", "Ba chữ nữa"), ("Xã Mây họp", "Xã Mây hợp"), ("Khóa 5", "Khóa 6"),
    ("Mây xã họp", "Xã Mây họp"), ("Xã Mây họp", "Xã Mây"), ("", ""), ("!!!", "!!!"),
    ("Xã họp", "Huyện họp"), ("Xã Mây họp bàn", "Xã Mây họp bàn làm đường"),
    ("Theo Báo Mây", "Theo Báo Suối"), ("Ảnh: Lò Văn Mây", "Ảnh: Lò Văn Suối"),
]  # fmt: skip


@pytest.mark.parametrize(("pairs", "alike"), [(SHORT, True), (UNLIKE, False)])
def test_near_duplicates_of_short_texts(pairs, alike):
    for one, two in pairs:
        corpus = vp.Corpus.from_texts({"a": one, "b": two, "c": "Chuyện khác hẳn về rừng."})
        expected = ["a", "b"] if alike else []
        assert corpus.near_duplicates()["id"].tolist() == expected, (one, two)


def test_a_batch_is_a_table_in_and_tables_out(archive):
    analyses = list(vp.Corpus.from_folder(archive))
    table = pa.table({"id": [a.id for a in analyses], "text": [a.text for a in analyses]})
    found = analyze_batch(table)
    assert set(found) == set(STORE_TABLES)
    assert found["documents"].num_rows == 40
    assert found["citations"].num_rows == sum(len(a.citations) for a in analyses)
    assert found["tokens"].num_rows > 1000
    parts = [
        analyze_batch(table.slice(at, 7), tables=["places"])["places"] for at in range(0, 40, 7)
    ]
    assert pa.concat_tables(parts).equals(found["places"])


def test_a_batch_with_bad_rows():
    table = pa.table({"text": ["Xã họp.", None], "as": [1, 2]})
    found = analyze_batch(table, tables=("documents", "failures"))
    assert found["documents"]["id"].to_pylist() == ["row-000001"]
    assert found["failures"].to_pylist() == [
        {"id": "row-000002", "path": "row-000002", "reason": "row 2 has no text"}
    ]
    empty = analyze_batch(table.slice(0, 0))
    assert {name: part.num_rows for name, part in empty.items()} == dict.fromkeys(STORE_TABLES, 0)
    with pytest.raises(ValueError, match="no column 'text'"):
        analyze_batch(pa.table({"x": [1]}))
    with pytest.raises(ValueError, match="no table wind"):
        analyze_batch(table, tables=["wind"])


def test_studies(corpus, tmp_path):
    networkx = pytest.importorskip("networkx")
    counts = corpus.place_counts(as_of="2021-06-30").set_index("name")["count"]
    assert counts["Mường Nhé"] >= 8
    corpus.to_geojson(tmp_path / "new" / "a.geojson", as_of="2021-06-30", level="province")
    drawn = json.loads((tmp_path / "new" / "a.geojson").read_text(encoding="utf-8"))["features"]
    assert {feature["geometry"]["type"] for feature in drawn} == {"MultiPolygon"}
    careers = corpus.careers()
    assert {"name", "office", "first", "last", "documents"} <= set(careers.columns)
    assert careers["documents"].max() > 1
    assert corpus.resolve_persons()
    graph = corpus.citation_graph()
    cites = graph.number_of_edges()
    assert cites == sum(len({c.key for c in analysis.citations}) for analysis in corpus)
    corpus.to_graphml(tmp_path / "a.graphml")
    assert networkx.read_graphml(tmp_path / "a.graphml").number_of_edges() == cites
    corpus.to_graphml(tmp_path / "b.graphml", graph="careers")
    assert networkx.read_graphml(tmp_path / "b.graphml").number_of_nodes() > 0


def test_only_unread_documents_become_a_store(corpus, tmp_path):
    with pytest.raises(ValueError, match="analysed already"):
        corpus.filter(where="views > 3").analyze(tmp_path / "other")
    assert corpus.analyze() is corpus


def test_filter_says_what_it_wants():
    corpus = vp.Corpus.from_texts(["Xã Mây họp."])
    assert repr(corpus) == "Corpus(1 document)"
    with pytest.raises(TypeError, match=r"a function .* not str; .* where="):
        corpus.filter("published > '2020'")
