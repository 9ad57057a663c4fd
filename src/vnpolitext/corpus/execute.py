"""A run over all shards of a store: workers, a lock, and what to do when a worker dies."""

import json
import logging
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Final
from uuid import uuid4

from vnpolitext.corpus.build import Built, Work, build
from vnpolitext.corpus.engine import engine_of
from vnpolitext.corpus.errors import StoreError
from vnpolitext.corpus.lock import locked
from vnpolitext.corpus.manifest import is_readable, read_about, write_whole
from vnpolitext.corpus.paths import FORMAT, StorePaths
from vnpolitext.corpus.plan import Shard, shards
from vnpolitext.corpus.settings import Settings
from vnpolitext.corpus.sources import Pending
from vnpolitext.progress import track
from vnpolitext.workers import parallel, unheard_by_workers

_DEATHS: Final = 100
_LOG: Final = logging.getLogger(__name__)


def execute(
    sources: Callable[[], Iterable[Pending]],
    out: str | os.PathLike[str],
    settings: Settings,
    *,
    tables: tuple[str, ...],
    shard_size: int,
    n_jobs: int | None = 1,
    total: int | None = None,
) -> None:
    """Bring the store in ``out`` up to date with the sources.

    Args:
        sources: Lists the documents, in a stable order, each time it is called.
        out: Folder of the store; made if it is not there.
        settings: How to analyse.
        tables: Names of the tables to write.
        shard_size: Documents in a shard, about.
        n_jobs: Number of processes as joblib counts them.
        total: Number of documents, for the bar.

    Raises:
        StoreError: ``out`` is something else than a store, another run works on it, or the disk
            is full. What is whole stays; the next run goes on from there.
    """
    layout = StorePaths(Path(out).absolute(), uuid4().hex)
    with _told(layout.root):
        _expect_place(layout)
        with locked(layout.lock) as free:
            if not free:
                raise StoreError(f"{layout.root}: another run is working on this store")
            _prepare(layout, tables)
            shutil.rmtree(layout.temporary, ignore_errors=True)
            layout.workshop.mkdir(parents=True)
            work = Work(str(layout.root), engine_of(settings, tables), settings, tables, layout.run)
            _describe(work)
            names: list[str] = []
            found = _built(lambda: shards(sources(), shard_size), work, layout, n_jobs, names)
            _count(_logged(found, layout.root), total)
            write_whole(layout.order, json.dumps(names))
            _prune(layout, tables, set(names))
            shutil.rmtree(layout.temporary, ignore_errors=True)


@contextmanager
def _told(root: Path) -> Iterator[None]:
    """Turn what the system says of a disk that is full or must not be written into our error."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{root}: {error.strerror or error}") from error


def _expect_place(layout: StorePaths) -> None:
    """Make the folder of a store, or tell that it is one of something else."""
    layout.root.mkdir(parents=True, exist_ok=True)
    if layout.about.exists():
        if is_readable(layout) or not _was_store(layout):
            read_about(layout)
    elif any(map(layout.is_foreign, layout.root.iterdir())) and not _was_store(layout):
        raise StoreError(f"{layout.root}: a folder with other files, not a store")


def _prepare(layout: StorePaths, tables: tuple[str, ...]) -> None:
    if not layout.about.exists():
        write_whole(layout.about, json.dumps({"format": FORMAT}))
    for folder in (layout.manifest, *(layout.root / name for name in tables)):
        folder.mkdir(exist_ok=True)


def _was_store(layout: StorePaths) -> bool:
    """Whether a run has written into a folder, whatever has become of its ``store.json``."""
    return layout.manifest.is_dir() and layout.lock.exists()


def _describe(work: Work) -> None:
    """Say in ``store.json`` what the store is made with."""
    about = {
        "format": FORMAT,
        "engine": work.engine,
        "tables": work.tables,
        "settings": asdict(work.settings),
        "versions": work.settings.choice.versions(),
    }
    write_whole(work.layout.about, json.dumps(about, ensure_ascii=False, indent=1))


def _built(
    plan: Callable[[], Iterable[Shard]],
    work: Work,
    layout: StorePaths,
    n_jobs: int | None,
    names: list[str],
) -> Iterator[Built]:
    """Yield what became of every shard; fill in ``names`` in the order of the corpus."""
    from joblib import delayed

    done: set[str] = set()
    for _ in range(_DEATHS):
        names.clear()
        tasks = (delayed(build)(shard, work) for shard in _noted(plan(), names))
        try:
            for made in parallel(tasks, n_jobs, ahead=2, ordered=False):
                if made.shard not in done:
                    done.add(made.shard)
                    yield made
        except BrokenProcessPool:
            _LOG.warning("%s: a worker has ended; its documents are tried one by one", layout.root)
            suspects = {path.name.partition(".")[0] for path in layout.journals()}
            _alone([shard for shard in plan() if shard.name in suspects], work)
        else:
            return
    raise StoreError(f"{layout.root}: {_DEATHS} workers have died; the last errors are in the log")


def _noted(plan: Iterable[Shard], names: list[str]) -> Iterator[Shard]:
    for shard in plan:
        names.append(shard.name)
        yield shard


def _alone(suspects: list[Shard], work: Work) -> None:
    """Build shards one by one in a process of their own, as often as documents end it."""
    from joblib.externals.loky import ProcessPoolExecutor

    left = suspects[::-1]
    for _ in range(_DEATHS):
        with ProcessPoolExecutor(max_workers=1) as executor:
            try:
                while left:
                    with unheard_by_workers():
                        built = executor.submit(build, left[-1], work)
                    built.result()
                    left.pop()
            except BrokenProcessPool:
                continue
            return


def _count(found: Iterator[Built], total: int | None) -> None:
    each = (made for made in found for _ in range(made.documents))
    for _ in track(each, "analysing", total=total):
        pass


def _logged(found: Iterable[Built], root: Path) -> Iterator[Built]:
    """Log each shard, and at the end what the run has done."""
    documents = made = failed = 0
    for built in found:
        documents += built.documents
        made += built.analysed
        failed += built.failures
        _LOG.debug("%s: shard %s with %d documents", root, built.shard, built.documents)
        yield built
    _LOG.info("%s: %d documents, %d of them analysed now, %d failed", root, documents, made, failed)


def _prune(layout: StorePaths, tables: tuple[str, ...], names: set[str]) -> None:
    """Remove the shards that no document belongs to any more, commit record first."""
    for path in layout.manifest.glob("*.json"):
        if path.stem not in names:
            path.unlink(missing_ok=True)
    for table in tables:
        for path in (layout.root / table).glob("*.parquet"):
            if path.stem not in names:
                path.unlink(missing_ok=True)
