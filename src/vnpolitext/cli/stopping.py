"""Ctrl-C: a command ends with one line, whatever it was doing."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final, NoReturn

INTERRUPTED: Final = 130
"""The exit code of a command that was interrupted, as shells have it."""


@contextmanager
def silent_threads() -> Iterator[None]:
    """Have the threads of a pool end without a word when Ctrl-C stops what they work for."""
    by_default = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not by_default or threading.current_thread() is not threading.main_thread():
        yield
        return
    signal.signal(signal.SIGINT, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    threading.excepthook = _say_nothing
    raise KeyboardInterrupt


def _say_nothing(_: Any) -> None:
    pass
