"""Work in several processes: the order of results, and who hears Ctrl-C."""

import signal
from collections.abc import Iterator
from typing import Any

import pytest

from vnpolitext.workers import parallel, unheard_by_workers

joblib = pytest.importorskip("joblib")


def double(number: int) -> int:
    return 2 * number


def hears_interrupts(_number: int) -> bool:
    return signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def tasks(count: int, work: Any = double) -> Iterator[Any]:
    return (joblib.delayed(work)(number) for number in range(count))


@pytest.mark.parametrize("n_jobs", [1, 2])
def test_results_come_in_the_order_of_the_tasks(n_jobs: int) -> None:
    assert list(parallel(tasks(20), n_jobs)) == list(range(0, 40, 2))
    assert sorted(parallel(tasks(20), n_jobs, ahead=1, ordered=False)) == list(range(0, 40, 2))
    assert list(parallel(tasks(0), n_jobs)) == []


def test_tasks_are_asked_for_as_they_are_needed() -> None:
    asked = []

    def noted() -> Iterator[Any]:
        for task in tasks(100):
            asked.append(task)
            yield task

    found = parallel(noted(), 1)
    assert next(found) == 0
    assert len(asked) < 5


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals that wait")
def test_workers_never_hear_ctrl_c() -> None:
    assert not any(parallel(tasks(8, hears_interrupts), 2))
    assert hears_interrupts(0)


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals that wait")
def test_ctrl_c_comes_once_workers_have_begun() -> None:
    done = []

    def begin() -> None:
        with unheard_by_workers():
            signal.raise_signal(signal.SIGINT)
            done.append("begun")

    with pytest.raises(KeyboardInterrupt):
        begin()
    assert done == ["begun"]
