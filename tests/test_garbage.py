"""The collector of garbage looks less often while a text is analysed, and as before afterwards."""

import gc
from collections.abc import Iterator
from threading import Thread

import pytest

from vnpolitext.garbage import fewer_collections

Thresholds = tuple[int, int, int]


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def _inside() -> Thresholds:
    with fewer_collections():
        return gc.get_threshold()


def test_looks_less_often_inside():
    gc.set_threshold(700, 10, 10)
    assert _inside()[0] > 700
    assert gc.get_threshold() == (700, 10, 10)


def test_is_as_before_after_an_error():
    gc.set_threshold(700, 10, 10)
    with pytest.raises(KeyError), fewer_collections():
        raise KeyError
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("own", [(0, 10, 10), (1_000_000, 5, 5)], ids=["off", "rarer"])
def test_leaves_a_collector_that_looks_less(own: Thresholds):
    gc.set_threshold(*own)
    assert _inside() == own


def test_leaves_it_to_the_main_thread():
    gc.set_threshold(700, 10, 10)
    found: list[Thresholds] = []
    thread = Thread(target=lambda: found.append(_inside()))
    thread.start()
    thread.join()
    assert found == [(700, 10, 10)]
