"""Stores: whole, restartable, incremental, the same whatever happened on the way."""

import json

import pandas as pd
import pytest

import vnpolitext as vp
from vnpolitext.corpus import StoreError
from vnpolitext.corpus.plan import shards
from vnpolitext.corpus.sources import Pending
from vnpolitext.corpus.tables import STORE_TABLES

TABLES = tuple(name for name in STORE_TABLES if name != "tokens")


def run(archive, out, **options):
    options = {"tables": TABLES, "shard_size": 4, **options}
    return vp.Corpus.from_folder(archive).analyze(out, **options)


def contents(store):
    """Every row of every table, in the order of the store."""
    return {name: store.table(name).to_table().to_pylist() for name in TABLES}


def stamps(out):
    return {path.stem: path.stat().st_mtime_ns for path in (out / "documents").glob("*.parquet")}


def test_a_store_gives_back_what_was_analysed(archive, tmp_path):
    (archive / "hỏng.txt").write_bytes(b"\xff\xfe\x00")
    corpus = vp.Corpus.from_folder(archive)
    store = run(archive, tmp_path / "store")
    assert store.ids == corpus.ids
    assert list(store) == list(corpus)
    assert store.failures == corpus.failures
    for name in ("documents", "persons", "positions", "citations", "places", "directives"):
        mine = store.sql(f"SELECT count(*) AS n FROM {name}")["n"][0]  # noqa: S608
        assert mine == len(getattr(corpus, name)) > 0
    opened = vp.Corpus.open(tmp_path / "store")
    assert contents(opened) == contents(store)
    assert not (tmp_path / "store" / ".tmp").exists()


def test_files_are_plain_parquet(archive, tmp_path):
    store = run(archive, tmp_path / "store")
    frame = pd.read_parquet(tmp_path / "store" / "places")
    assert sorted(frame["text"]) == sorted(store.places["text"])
    documents = pd.read_parquet(tmp_path / "store" / "documents").set_index("id")
    for row in frame.itertuples():
        assert documents.loc[row.id, "text"][row.start : row.end] == row.text


def test_a_store_is_read_one_shard_at_a_time(archive, tmp_path, monkeypatch):
    from vnpolitext.corpus import store as module

    run(archive, tmp_path / "store")
    opened = vp.Corpus.open(tmp_path / "store")
    read = []
    read_table = module.pq.read_table
    monkeypatch.setattr(
        module.pq,
        "read_table",
        lambda path, **how: read.append(path.stem) or read_table(path, **how),
    )
    assert len(opened) == 40
    assert read == []
    analyses = iter(opened)
    next(analyses)
    assert len(set(read)) == 1
    shards = len(stamps(tmp_path / "store"))
    assert sum(1 for _ in analyses) == 39
    assert len(set(read)) == shards > 4
    assert len(read) == 9 * shards
    one = opened.select([opened.ids[-1]])
    read.clear()
    assert [analysis.id for analysis in one] == [opened.ids[-1]]
    assert len(set(read)) == 1


def test_threads_give_the_same(archive, tmp_path):
    import joblib

    with joblib.parallel_config(backend="threading", n_jobs=3):
        store = vp.Corpus.from_folder(archive).analyze(tmp_path / "a", shard_size=4)
    assert contents(store) == contents(run(archive, tmp_path / "b"))


def test_a_second_run_does_nothing(archive, tmp_path):
    run(archive, tmp_path / "store")
    before = stamps(tmp_path / "store")
    run(archive, tmp_path / "store", n_jobs=2)
    assert stamps(tmp_path / "store") == before


def test_changes_touch_only_what_they_must(archive, tmp_path, monkeypatch):
    from vnpolitext.corpus import build

    out = tmp_path / "store"
    run(archive, out)
    before = stamps(out)
    done = []
    analyse = build.outcome_of
    monkeypatch.setattr(
        build, "outcome_of", lambda s, *rest: done.append(s.id) or analyse(s, *rest)
    )
    changed = archive / "2021" / "bài 03.txt"
    changed.write_text(changed.read_text(encoding="utf-8") + "Thêm.\n", encoding="utf-8")
    (archive / "2020" / "bài 99.txt").write_text("Xã Mây họp.", encoding="utf-8")
    (archive / "2020" / "bài 10.txt").unlink()
    (archive / "2021" / "bài 05.txt").touch()
    store = run(archive, out)
    assert sorted(done) == ["2020/bài 99", "2021/bài 03"]
    assert len(before.items() & stamps(out).items()) >= len(before) - 4
    fresh = run(archive, tmp_path / "fresh")
    assert contents(store) == contents(fresh)
    assert list(store) == list(vp.Corpus.from_folder(archive))


def test_other_limits_touch_only_what_failed(archive, tmp_path):
    (archive / "hỏng.txt").write_bytes(b"\xff\xfe\x00")
    before = stamps_after(archive, tmp_path / "store", timeout=50)
    after = stamps_after(archive, tmp_path / "store", timeout=60)
    assert len(before.items() ^ after.items()) == 2
    assert stamps_after(archive, tmp_path / "store", timeout=60) == after


def stamps_after(archive, out, **options):
    run(archive, out, **options)
    return stamps(out)


def test_only_models_that_an_analysis_uses_decide(tmp_path, monkeypatch):
    from vnpolitext.analysis import Choice
    from vnpolitext.corpus import engine
    from vnpolitext.corpus.settings import Settings

    for name in ("themes/a/themes.toml", "places/b/units.tsv"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("1", encoding="utf-8")
    monkeypatch.setattr(engine, "shelf", lambda: tmp_path)
    first = engine.engine_of(Settings(), TABLES)
    (tmp_path / "themes/a/themes.toml").write_text("2", encoding="utf-8")
    assert engine.engine_of(Settings(timeout=5, memory=None), reversed(TABLES)) == first
    assert engine.engine_of(Settings(), TABLES[1:]) != first
    assert engine.engine_of(Settings(choice=Choice(words="underthesea")), TABLES) != first
    (tmp_path / "places/b/units.tsv").write_text("2", encoding="utf-8")
    assert engine.engine_of(Settings(), TABLES) != first


def test_settings_models_and_tables_make_a_new_run(archive, tmp_path, monkeypatch):
    from vnpolitext.corpus import execute

    out = tmp_path / "store"
    run(archive, out)
    before = stamps(out)
    run(archive, out, as_of="2026-01-01")
    second = stamps(out)
    assert not before.items() & second.items()
    engine = execute.engine_of
    monkeypatch.setattr(execute, "engine_of", lambda *given: engine(*given) + "x")
    run(archive, out, as_of="2026-01-01")
    assert not second.items() & stamps(out).items()


def test_documents_that_are_gone_leave_the_store(archive, tmp_path):
    run(archive, tmp_path / "store")
    for path in (archive / "2020").iterdir():
        path.unlink()
    store = run(archive, tmp_path / "store")
    assert {name[:4] for name in store.ids} == {"2021"}
    names = {path.stem for path in (tmp_path / "store" / "manifest").glob("*.json")}
    for table in TABLES:
        assert {p.stem for p in (tmp_path / "store" / table).glob("*.parquet")} == names


def test_wrong_folders(archive, tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "mine.txt").touch()
    with pytest.raises(StoreError, match="a folder with other files"):
        run(archive, tmp_path / "x")
    with pytest.raises(StoreError, match=r"no store, it has no store\.json"):
        vp.Corpus.open(tmp_path / "x")
    (tmp_path / "y").mkdir()
    (tmp_path / "y" / "store.json").write_text('{"format": 99}', encoding="utf-8")
    for call in (lambda: vp.Corpus.open(tmp_path / "y"), lambda: run(archive, tmp_path / "y")):
        with pytest.raises(StoreError, match="another format"):
            call()
    with pytest.raises(ValueError, match="no table wind"):
        run(archive, tmp_path / "z", tables=["wind"])


def test_one_run_at_a_time(archive, tmp_path):
    from vnpolitext.corpus.lock import locked

    run(archive, tmp_path / "store")
    with locked(tmp_path / "store" / ".lock") as free:
        assert free
        with pytest.raises(StoreError, match="another run is working"):
            run(archive, tmp_path / "store")


def test_a_full_disk_stops_the_run_and_spoils_nothing(archive, tmp_path, monkeypatch):
    from vnpolitext.corpus import build

    out = tmp_path / "store"
    write = build.pq.write_table
    left = [40]

    def full(*given, **named):
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")
        return write(*given, **named)

    with monkeypatch.context() as patch:
        patch.setattr(build.pq, "write_table", full)
        with pytest.raises(StoreError, match="No space left on device"):
            run(archive, out)
    kept = stamps(out)
    assert kept
    store = run(archive, out)
    assert kept.items() <= stamps(out).items()
    assert contents(store) == contents(run(archive, tmp_path / "fresh"))


def test_shards_depend_on_their_neighbours_only():
    names = [f"a{number:04}" for number in range(2000)]
    whole = {shard.name: shard for shard in shards(map(Pending, names), 16)}
    fewer = {shard.name: shard for shard in shards(map(Pending, names[:700] + names[701:]), 16)}
    assert sum(whole.get(name) != shard for name, shard in fewer.items()) <= 2
    assert [s.id for shard in whole.values() for s in shard.sources] == names
    assert 60 < len(whole) < 250
    assert max(len(shard.sources) for shard in whole.values()) <= 64


def test_manifest_says_what_the_store_was_made_with(archive, tmp_path):
    (archive / "hỏng.txt").write_bytes(b"\xff\xfe\x00")
    store = run(archive, tmp_path / "store", as_of="2026-01-01")
    about = json.loads((tmp_path / "store" / "store.json").read_text(encoding="utf-8"))
    assert about["settings"]["as_of"] == "2026-01-01"
    assert about["versions"] == vp.analyze("").versions
    assert set(about["tables"]) == set(TABLES)
    records = [json.loads(path.read_text()) for path in (tmp_path / "store").glob("manifest/*")]
    assert {name for record in records for name in record["documents"]} == set(store.ids)
    assert {record["engine"] for record in records} == {about["engine"]}
    failures = {name: why for record in records for name, why in record["failures"].items()}
    assert failures == {"hỏng": store.failures[0].reason}
