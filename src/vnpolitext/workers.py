"""Work in several processes, of which the one that began them alone hears Ctrl-C."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import resource_tracker
from typing import Any, Final

_CAN_BLOCK: Final = hasattr(signal, "pthread_sigmask")


def parallel(
    tasks: Iterable[Any], n_jobs: int | None, *, ahead: int = 3, ordered: bool = True
) -> Iterator[Any]:
    """Return an iterator over the results of tasks; the processes begin at once.

    Args:
        tasks: What ``joblib.delayed`` makes; they are asked for as they are needed.
        n_jobs: Number of processes, as joblib counts them.
        ahead: How many tasks wait for each process.
        ordered: Whether the results come in the order of the tasks.

    Example:
        >>> from joblib import delayed
        >>> list(parallel((delayed(pow)(number, 2) for number in range(4)), n_jobs=1))
        [0, 1, 4, 9]
    """
    from joblib import Parallel, effective_n_jobs

    pool = Parallel(
        n_jobs=n_jobs,
        return_as="generator" if ordered else "generator_unordered",
        pre_dispatch=f"{ahead}*n_jobs",
        batch_size=1,
    )
    count = effective_n_jobs(n_jobs)
    if count == 1:
        return iter(pool(tasks))
    waiting = iter(tasks)
    # To make these may take long, and Ctrl-C is to end it.
    first = list(islice(waiting, ahead * count))
    with unheard_by_workers():
        return iter(pool(chain(first, waiting)))


@contextmanager
def unheard_by_workers() -> Iterator[None]:
    """Have the processes that begin meanwhile never hear Ctrl-C, which comes to this one later.

    A terminal sends it to all of them, and one that is still importing would print where it was.
    Whoever began them ends them. Windows knows no signals that wait, and nothing changes there.
    """
    if not _CAN_BLOCK:
        yield
        return
    # Python begins this one along with the first worker, and then lets Ctrl-C through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
