"""A query reads the tables of a corpus, and nothing else."""

import signal
import threading
from pathlib import Path

import pandas as pd
import pytest

from vnpolitext.corpus import Corpus

TEXTS = [
    f"Ông Lò Văn An, Bí thư Huyện ủy Tủa Chùa, nói về Nghị quyết số {number}-NQ/TW."
    for number in (18, 18, 35)
]


@pytest.fixture(scope="module", params=["store", "memory"])
def corpus(request, tmp_path_factory):
    made = Corpus.from_texts(TEXTS)
    if request.param == "memory":
        return made
    folder = tmp_path_factory.mktemp("a store [1] of 'x'") / "store"
    made.analyze(folder, shard_size=1)
    return Corpus.open(folder)


@pytest.fixture(scope="module")
def secret(tmp_path_factory):
    path = tmp_path_factory.mktemp("elsewhere") / "secret.csv"
    path.write_text("a,b\n1,2\n")
    return path


@pytest.mark.parametrize(
    ("sql", "count"),
    [
        ("SELECT number, count(*) AS n FROM citations GROUP BY 1 ORDER BY n", 2),
        ("SELECT c.number, p.name FROM citations c JOIN persons p USING (id)", 3),
        ("WITH x AS (SELECT * FROM citations WHERE number LIKE '18%') FROM x", 2),
        ("SELECT id, row_number() OVER (PARTITION BY number ORDER BY id) FROM citations", 3),
        ("SELECT * FROM persons WHERE id IN (SELECT id FROM citations) LIMIT 1", 1),
        ("SELECT number FROM citations UNION SELECT name FROM persons;", 3),
        ("SELECT regexp_extract(text, '[0-9]+') AS n FROM documents -- a remark; and more", 3),
        ("DESCRIBE citations", None),
        ("VALUES (1), (2)", 2),
    ],
)
def test_what_selects_works(corpus, sql, count):
    found = corpus.sql(sql)
    assert len(found) == (count or len(found)) > 0


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('{secret}')",
        "SELECT * FROM read_csv_auto('{secret}')",
        "SELECT * FROM read_text('{secret}')",
        "SELECT * FROM read_blob('{secret}')",
        "SELECT * FROM read_json('{secret}')",
        "SELECT * FROM read_parquet('{secret}')",
        "SELECT * FROM parquet_metadata('{secret}')",
        "SELECT * FROM sniff_csv('{secret}')",
        "SELECT * FROM glob('{folder}/*')",
        "SELECT * FROM '{secret}'",
        "FROM '{secret}' SELECT a",
        "WITH x AS (FROM read_csv('{secret}')) FROM x, persons",
        "SELECT (SELECT content FROM read_text('{secret}')) FROM persons",
        "SELECT * FROM query('FROM read_csv(''{secret}'')')",
        "SELECT * FROM query_table('{secret}')",
        "SELECT * FROM read_csv('https://example.org/x.csv')",
        "SELECT * FROM sqlite_scan('{folder}/x.db', 'x')",
        "SELECT getenv('HOME')",
        "FROM held",
        "COPY persons TO '{folder}/out.csv'",
        "COPY (SELECT 1) TO '{folder}/out.parquet' (USE_TMP_FILE false)",
        "COPY persons FROM '{secret}'",
        "EXPLAIN ANALYZE COPY persons TO '{folder}/out.csv'",
        "EXPORT DATABASE '{folder}/out'",
        "IMPORT DATABASE '{folder}/out'",
        "ATTACH '{folder}/out.db'",
        "ATTACH ':memory:' AS out",
        "CREATE TABLE out AS SELECT 1",
        "CREATE MACRO out() AS 1",
        "DROP VIEW persons",
        "DELETE FROM persons",
        "INSERT INTO persons SELECT * FROM persons",
        "INSTALL httpfs",
        "LOAD httpfs",
        "LOAD '{folder}/out.duckdb_extension'",
        "PRAGMA database_list",
        "-- của tôi\nPRAGMA database_list",
        "CALL pragma_version()",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "RESET lock_configuration",
        "SET temp_directory = '{folder}'",
        "USE memory",
        "PREPARE x AS SELECT 1",
        "SELECT 1; SELECT 2",
        "SELECT 1; COPY persons TO '{folder}/out.csv'",
        "",
        "-- nothing",
    ],
)
def test_what_reaches_beyond_is_refused_and_leaves_nothing(corpus, secret, sql):
    held = corpus.persons
    with pytest.raises(ValueError, match=r"\w") as caught:
        corpus.sql(sql.format(secret=secret, folder=secret.parent))
    assert len(str(caught.value).splitlines()[0]) < 500
    assert [path.name for path in secret.parent.iterdir()] == [secret.name]
    assert len(held) == len(TEXTS)


def test_a_refusal_says_what_a_query_is(corpus, secret):
    with pytest.raises(
        ValueError, match=r"^a query reads the tables of the corpus only: "
    ) as caught:
        corpus.sql(f"SELECT * FROM read_text('{secret}')")  # noqa: S608
    assert "\n" not in str(caught.value)
    with pytest.raises(ValueError, match=r"^a query is one SELECT statement, and nothing else$"):
        corpus.sql("SET threads = 1")


@pytest.mark.parametrize(
    "sql", ["FROM duckdb_settings()", "FROM duckdb_secrets()", "FROM duckdb_extensions()"]
)
def test_nothing_is_told_of_the_machine(corpus, sql):
    try:
        told = corpus.sql(sql).to_csv()
    except ValueError as error:
        told = str(error)
    assert str(Path.home()) not in told


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("list(start ORDER BY start)", tuple),
        ("[1, NULL]", (1, None)),
        ("[[1], NULL, []]", ((1,), None, ())),
        ("{'a': [1.5::double]}", {"a": (1.5,)}),
        ("[true]", (True,)),
        ("[timestamp '2020-01-02 03:04:05']", (pd.Timestamp("2020-01-02 03:04:05"),)),
        ("[interval 1 day, NULL]", (pd.Timedelta(days=1), None)),
        ("['a', NULL]", ("a", None)),
    ],
)
def test_lists_of_a_query_are_tuples_of_what_they_hold(corpus, sql, found):
    value = corpus.sql(f"SELECT {sql} AS x FROM citations")["x"][0]  # noqa: S608
    if found is tuple:
        assert value
        assert {type(each) for each in value} == {int}
    else:
        assert repr(value) == repr(found)


# Versions before 1.2 make no list of labels from one of texts.
MANY = (
    "(SELECT list(e ORDER BY n) FROM (SELECT n, [{}][n]::ENUM('a', 'b') e FROM range(1, 4) t(n)))"
)


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        (MANY.format("'b', NULL, 'a'"), ("b", None, "a")),
        ("[" + MANY.format("'a', 'b', 'b'") + ", NULL]", (("a", "b", "b"), None)),
        ("{'k': " + MANY.format("'b', 'a', 'a'") + "}", {"k": ("b", "a", "a")}),
        ("[{'k': 'b'::ENUM('a', 'b')}]", ({"k": "b"},)),
    ],
)
def test_lists_of_labels_hold_them(corpus, sql, found):
    told = corpus.sql(f"SELECT {sql} AS x, ? AS y", ["z"])
    assert told["x"][0] == found
    assert told["y"][0] == "z"


def test_a_query_of_half_a_surrogate_pair_is_refused(corpus):
    with pytest.raises(ValueError, match="surrogate"):
        corpus.sql("SELECT '\udc80'")


def test_ctrl_c_ends_a_query(corpus):
    endless = "SELECT count(*) FROM range(1000000000000) a(x), range(1000) b(y) WHERE x + y < 0"
    reader = threading.main_thread().ident
    timer = threading.Timer(0.3, lambda: signal.pthread_kill(reader, signal.SIGINT))
    timer.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            corpus.sql(endless)
    finally:
        timer.join()


def test_a_query_does_not_write_to_the_working_directory(corpus, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    corpus.sql("SELECT t.text FROM documents t, documents u, documents v ORDER BY 1")
    assert not list(tmp_path.iterdir())
