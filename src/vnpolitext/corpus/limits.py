"""Time and memory that one document may take."""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

_SOON: Final = 1e-3
_STATM: Final = Path("/proc/self/statm")


@contextmanager
def limited(seconds: float | None, memory: int | None) -> Iterator[None]:
    """Cut off the block after ``seconds``, or when it takes ``memory`` bytes more than now.

    Both work in the main thread of a process on Linux and macOS (memory on Linux only); elsewhere
    the block runs without them.

    Raises:
        TimeoutError: The time was over.
        MemoryError: The memory was used up.
    """
    with _timed(seconds), _bounded(memory):
        yield


@contextmanager
def _timed(seconds: float | None) -> Iterator[None]:
    if (
        seconds is None
        or not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    left, _ = signal.setitimer(signal.ITIMER_REAL, seconds)
    began = time.monotonic()
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if left:  # an alarm that somebody around had set
            signal.setitimer(signal.ITIMER_REAL, max(left - (time.monotonic() - began), _SOON))


@contextmanager
def _bounded(memory: int | None) -> Iterator[None]:
    if (
        memory is None
        or resource is None
        or threading.current_thread() is not threading.main_thread()
        or not _STATM.exists()
    ):
        # The limit is the process's: threads would take each other's for the one to go back to.
        yield
        return
    pages = int(_STATM.read_text(encoding="ascii").split()[0])
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + memory, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
