"""A run that is killed, wholly or in part, and continued: nothing lost, nothing doubled."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

import vnpolitext as vp
from vnpolitext.corpus.tables import STORE_TABLES

TABLES = tuple(name for name in STORE_TABLES if name != "tokens")


@pytest.fixture
def archive(archive):
    """The first twenty articles."""
    for path in (archive / "2021").iterdir():
        path.unlink()
    return archive


def run(archive, out, **options):
    options = {"tables": TABLES, "shard_size": 2, **options}
    return vp.Corpus.from_folder(archive).analyze(out, **options)


def contents(store):
    """Every row of every table, in the order of the store."""
    return {name: store.table(name).to_table().to_pylist() for name in TABLES}


PARALLEL = """
import sys
import vnpolitext as vp
from vnpolitext.corpus.tables import STORE_TABLES

tables = [name for name in STORE_TABLES if name != "tokens"]
vp.Corpus.from_folder(sys.argv[1]).analyze(sys.argv[2], tables=tables, shard_size=2, n_jobs=2)
"""
KILLED = """
import os, signal, sys
from pathlib import Path
import vnpolitext as vp
from vnpolitext.corpus import build, execute
from vnpolitext.corpus.tables import STORE_TABLES

tables = [name for name in STORE_TABLES if name != "tokens"]
left = 0

def watched(function):
    def call(*given, **named):
        step()
        result = function(*given, **named)
        step()
        return result
    return call

def step():
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)

vp.analyze("Xã Mây họp.")
build.pq.write_table = watched(build.pq.write_table)
build.write_record = watched(build.write_record)
build.outcome_of = watched(build.outcome_of)
Path.replace = watched(Path.replace)
Path.unlink = watched(Path.unlink)
for steps in map(int, sys.argv[3].split()):
    child = os.fork()
    if not child:
        left = steps
        vp.Corpus.from_folder(sys.argv[1]).analyze(sys.argv[2], tables=tables, shard_size=2)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    whole = len(list(Path(sys.argv[2]).glob("manifest/*.json")))
    print(os.waitstatus_to_exitcode(status), whole)
"""


def python(script, *given, **options):
    command = [sys.executable, "-c", script, *map(str, given)]
    return subprocess.Popen(command, text=True, **options)  # noqa: S603 - our own script


def test_killed_at_twenty_moments_and_continued(archive, tmp_path):
    """Each run dies between two steps of its work, at another point every time."""
    random = Random(20)  # noqa: S311
    moments = " ".join(str(random.randrange(1, 2 * 4 ** random.randrange(1, 4))) for _ in range(20))
    undisturbed = contents(run(archive, tmp_path / "calm"))
    out = tmp_path / "store"
    lines = python(KILLED, archive, out, moments, stdout=subprocess.PIPE).communicate()[0]
    ends = [tuple(map(int, line.split())) for line in lines.splitlines()]
    assert len(ends) == 20
    assert sum(code == -signal.SIGKILL for code, _ in ends) >= 12
    assert {code for code, _ in ends} <= {0, -signal.SIGKILL}
    assert len({whole for _, whole in ends}) >= 5
    store = run(archive, out)
    assert contents(store) == undisturbed
    assert not (out / ".tmp").exists()


def whole_shards(out):
    return len(list(out.glob("manifest/*.json")))


def wait_for(condition):
    deadline = time.monotonic() + 60
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)


def workers_of(pid):
    """The processes that joblib has started for a run."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    called = {child: Path(f"/proc/{child}/cmdline").read_bytes() for child in listed}
    return [child for child, command in called.items() if b"popen_loky" in command]


@pytest.mark.skipif(not Path("/proc").exists(), reason="finds workers as Linux lists them")
def test_a_parallel_run_whose_parts_are_killed(archive, tmp_path):
    """A worker dies, and the run goes on; in another run the parent dies alone."""
    calm = contents(run(archive, tmp_path / "calm"))
    out = tmp_path / "store"
    process = python(PARALLEL, archive, out)
    wait_for(lambda: whole_shards(out) >= 2 and workers_of(process.pid))
    os.kill(int(workers_of(process.pid)[-1]), signal.SIGKILL)
    assert process.wait(timeout=120) == 0
    assert contents(vp.Corpus.open(out)) == calm
    assert vp.Corpus.open(out).failures == ()

    out = tmp_path / "second"
    process = python(PARALLEL, archive, out)
    wait_for(lambda: whole_shards(out) >= 1)
    process.kill()
    process.wait()
    later = contents(run(archive, out, as_of="2026-01-01"))
    assert later == contents(run(archive, tmp_path / "calm", as_of="2026-01-01"))
    assert later["places"] != calm["places"]


def test_a_document_that_ends_its_worker_is_struck_out(deadly, tmp_path):
    """A worker that dies on a document takes neither the run nor other documents with it."""
    store = deadly.analyze(tmp_path / "store", tables=TABLES, shard_size=2, n_jobs=2)
    assert [(f.id, f.reason) for f in store.failures] == [
        ("2020/bài 08", "ended the process that analysed it")
    ]
    assert [a.id for a in store] == [name for name in deadly.ids if name != "2020/bài 08"]
