"""A damaged store is told, never read as a shorter one."""

import shutil

import pytest
from typer.testing import CliRunner

from vnpolitext.cli.app import app
from vnpolitext.corpus import Corpus, StoreError

TEXTS = {f"d{i}": f"Thực hiện Nghị quyết số {i}1-NQ/TW của Bộ Chính trị." for i in range(6)}
TABLES = ("citations", "documents", "failures")

DAMAGES = {
    "deleted": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-40]),
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
