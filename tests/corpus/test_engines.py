"""The same analysis on engines for more than one machine."""

import json
import os
import shutil
import signal
import sys
import threading
import time

import joblib
import pyarrow as pa
import pytest

import vnpolitext as vp
from vnpolitext.corpus import analyze_batch, store_schema

TABLES = ("sentences",)


@pytest.fixture
def cluster():
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as made,
        distributed.Client(made) as client,
    ):
        yield client


def contents(store):
    names = ("documents", "sentences", "persons", "citations", "places", "directives", "failures")
    return {name: store.table(name).to_table().to_pylist() for name in names}


def test_dask_with_a_worker_killed_midway(archive, tmp_path, cluster):
    corpus = vp.Corpus.from_folder(archive)
    calm = contents(corpus.analyze(tmp_path / "calm", tables=TABLES, shard_size=2))
    out = tmp_path / "store"
    killed = []

    def kill():
        deadline = time.monotonic() + 60
        while not list(out.glob("manifest/*.json")) and time.monotonic() < deadline:
            time.sleep(0.005)
        pid = next(iter(workers.values()))
        os.kill(pid, signal.SIGKILL)
        killed.append(pid)

    workers = cluster.run(os.getpid)
    thread = threading.Thread(target=kill)
    thread.start()
    with joblib.parallel_config(backend="dask"):
        store = corpus.analyze(out, tables=TABLES, shard_size=2)
    thread.join()
    assert killed
    assert contents(store) == calm


def test_a_document_that_ends_its_dask_worker_is_struck_out(deadly, tmp_path, cluster):
    assert len(cluster.run(os.getpid)) == 2
    with joblib.parallel_config(backend="dask"):
        store = deadly.analyze(tmp_path / "store", tables=TABLES, shard_size=32)
    assert [(f.id, f.reason) for f in store.failures] == [
        ("2020/bài 08", "ended the process that analysed it")
    ]
    assert sorted(a.id for a in store) == sorted(set(deadly.ids) - {"2020/bài 08"})


def test_dask_dataframe(archive):
    dd = pytest.importorskip("dask.dataframe")
    analyses = list(vp.Corpus.from_folder(archive))
    frame = dd.from_pandas(
        vp.Corpus.from_folder(archive).documents[["id"]].assign(text=[a.text for a in analyses]),
        npartitions=4,
    )
    meta = store_schema("citations").empty_table().to_pandas()
    found = frame.map_partitions(citations_of, meta=meta).compute(scheduler="threads")
    assert found["number"].tolist() == [c.number for a in analyses for c in a.citations]


def citations_of(part):
    table = pa.Table.from_pandas(part, preserve_index=False)
    return analyze_batch(table, tables=["citations"])["citations"].to_pandas()


LEAN = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.codegen.wholeStage": "false",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")
def test_spark(archive, tmp_path, monkeypatch):
    sql = pytest.importorskip("pyspark.sql")
    types = pytest.importorskip("pyspark.sql.pandas.types")
    analyses = list(vp.Corpus.from_folder(archive))[:6]
    rows = [{"id": analysis.id, "text": analysis.text} for analysis in analyses]
    (tmp_path / "part.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    builder = sql.SparkSession.builder.master("local[1]")
    for option, value in LEAN.items():
        builder = builder.config(option, value)
    spark = builder.getOrCreate()
    try:
        texts = spark.read.schema("id string, text string").json(str(tmp_path / "part.jsonl"))
        schema = types.from_arrow_schema(store_schema("citations", categories=False))
        found = texts.mapInArrow(citation_batches, schema).select("number").collect()
    finally:
        spark.stop()
    numbers = [citation.number for analysis in analyses for citation in analysis.citations]
    assert sorted(row.number for row in found) == sorted(numbers)


def citation_batches(batches):
    for batch in batches:
        found = analyze_batch(batch, tables=["citations"], categories=False)
        yield from found["citations"].to_batches()
