"""A damaged store is told, never read as a shorter one."""

import json
import random
import shutil

import pytest
from typer.testing import CliRunner

from vnpolitext.cli.app import app
from vnpolitext.corpus import Corpus, StoreError
from vnpolitext.corpus.lock import locked

TEXTS = {f"d{i}": f"Thực hiện Nghị quyết số {i}1-NQ/TW của Bộ Chính trị." for i in range(6)}
TABLES = ("citations", "documents", "failures")

DAMAGES = {
    "deleted": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-40]),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sound") / "store"
    Corpus.from_texts(TEXTS).analyze(folder, shard_size=2)
    return folder


@pytest.fixture
def store(sound, tmp_path):
    return shutil.copytree(sound, tmp_path / "store")


def _some(folder):
    return sorted(folder.iterdir())[1]


def _with_one_bit_changed(path, at):
    content = bytearray(path.read_bytes())
    content[at % len(content)] ^= 1 << at % 8
    path.write_bytes(content)


def _check(store, *options):
    return CliRunner().invoke(app, ["check", str(store), *options])


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_shard_is_named_and_made_again(store, damage, table):
    path = _some(store / table)
    DAMAGES[damage](path)
    corpus = Corpus.open(store)
    with pytest.raises(StoreError, match=path.name) as caught:
        corpus.sql(f"SELECT count(*) FROM {table}")  # noqa: S608
    assert "\n" not in str(caught.value)
    with pytest.raises(StoreError, match=path.name):
        corpus.table(table)
    found = _check(store)
    assert found.exit_code == 1
    assert found.stdout.startswith(str(path))
    again = Corpus.from_texts(TEXTS).analyze(store, shard_size=2)
    assert len(again.citations) == len(TEXTS)
    assert _check(store).exit_code == 0


def test_an_export_of_a_damaged_store_names_the_shard(store, tmp_path):
    path = _some(store / "citations")
    path.write_bytes(b"")
    with pytest.raises(StoreError, match=path.name):
        Corpus.open(store).to_csv(tmp_path / "csv")


@pytest.mark.parametrize("damage", [DAMAGES["deleted"], DAMAGES["empty"]])
def test_a_lost_commit_record_makes_no_shorter_table(store, damage):
    path = _some(store / "manifest")
    damage(path)
    with pytest.raises(StoreError, match=path.name):
        len(Corpus.open(store))
    again = Corpus.from_texts(TEXTS).analyze(store, shard_size=2)
    assert len(again.citations) == len(TEXTS)


def test_changed_bytes_are_found_by_hash_and_mended(store):
    path = _some(store / "citations")
    whole = path.read_bytes()
    path.write_bytes(whole[:60] + bytes(byte ^ 255 for byte in whole[60:70]) + whole[70:])
    found = _check(store, "--repair")
    assert found.exit_code == 1
    assert f"{path} has changed" in found.stdout
    again = Corpus.from_texts(TEXTS).analyze(store, shard_size=2)
    assert sorted(again.citations["number"]) == [f"{i}1-NQ/TW" for i in range(6)]
    assert path.read_bytes() == whole
    assert _check(store).exit_code == 0


def test_no_changed_bit_changes_what_is_read(store):
    """What comes back is what was written, or an error of one line that names the file."""
    places = random.Random(5)  # noqa: S311
    path = _some(store / "citations")
    whole = path.read_bytes()
    written = Corpus.open(store).citations
    told = []
    for _ in range(60):
        _with_one_bit_changed(path, places.randrange(1 << 20))
        for read in (lambda corpus: corpus.citations, lambda corpus: corpus.sql("FROM citations")):
            try:
                found = read(Corpus.open(store))
            except StoreError as error:
                told.append(str(error))
            else:
                assert list(found["number"]) == list(written["number"])
                assert list(found["start"]) == list(written["start"])
        path.write_bytes(whole)
    assert len(told) > 40
    assert all(path.name in each and "\n" not in each for each in told)


def test_a_run_makes_again_what_has_changed(store):
    path = _some(store / "citations")
    whole = path.read_bytes()
    _with_one_bit_changed(path, 61)
    Corpus.from_texts(TEXTS).analyze(store, shard_size=2)
    assert path.read_bytes() == whole


@pytest.mark.parametrize("at", range(0, 900, 60))
def test_a_changed_bit_of_a_record_is_told(store, at):
    path = _some(store / "manifest")
    _with_one_bit_changed(path, at)
    with pytest.raises(StoreError, match=path.name):
        len(Corpus.open(store))


@pytest.mark.parametrize(
    "changed",
    [
        {"files": {"citations": None}},
        {"files": {"citations": ["many", "x"]}},
        {"documents": {"d1": 5}},
        {"rows": {"citations": "x"}},
        {"failures": {"d1": None}},
        {"limits": 5},
        {"further": 1},
    ],
)
def test_a_record_of_another_form_is_told(store, changed):
    path = _some(store / "manifest")
    record = json.loads(path.read_text())
    del record["seal"]
    path.write_text(json.dumps({**record, **changed}))
    with pytest.raises(StoreError, match=path.name):
        len(Corpus.open(store))
    Corpus.from_texts(TEXTS).analyze(store, shard_size=2)
    assert _check(store).exit_code == 0


@pytest.mark.parametrize("order", [None, "", "{}", "[]", '["../../other"]', "[" * 100_000])
def test_a_damaged_order_is_told_and_made_again(store, order):
    path = store / "order.json"
    written = path.read_text()
    other = store.parent / "other.json"
    other.write_text("{}")
    path.unlink() if order is None else path.write_text(order)
    with pytest.raises(StoreError, match=r"order\.json"):
        len(Corpus.open(store))
    assert "order.json" in _check(store, "--repair").stdout
    assert other.read_text() == "{}"
    Corpus.from_texts(TEXTS).analyze(store, shard_size=2)
    assert path.read_text() == written


@pytest.mark.parametrize("about", [None, "", "[]", '{"format": 2}', '{"format": 2, "tables": "x"}'])
def test_a_store_that_does_not_say_what_it_is_is_made_one_again(store, about):
    path = store / "store.json"
    path.unlink() if about is None else path.write_text(about)
    with pytest.raises(StoreError, match="store"):
        Corpus.open(store)
    Corpus.from_texts(TEXTS).analyze(store, shard_size=2)
    assert _check(store).exit_code == 0


def test_a_run_that_has_not_finished_is_told(store):
    (store / ".tmp" / "run").mkdir(parents=True)
    path = _some(store / "manifest")
    lost = len(json.loads(path.read_text())["documents"])
    path.unlink()
    corpus = Corpus.open(store)
    with pytest.warns(UserWarning, match="has not finished"):
        assert len(corpus) == len(TEXTS) - lost
    found = _check(store)
    assert found.exit_code == 1
    assert "has not finished" in found.stdout


def test_runs_that_begin_a_store_together_wait_for_one(tmp_path):
    """What the first has written so far is no folder with other files to the second."""
    store = tmp_path / "store"
    store.mkdir()
    (store / ".store.json.17.tmp").write_text("{")
    with locked(store / ".lock"), pytest.raises(StoreError, match="another run"):
        Corpus.from_texts(TEXTS).analyze(store)
    assert not (store / "store.json").exists()
    assert len(Corpus.from_texts(TEXTS).analyze(store)) == len(TEXTS)
