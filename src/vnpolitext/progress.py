"""Progress bars: where somebody looks on, and only for what takes more than a moment.

A bar counts what a loop has done (`track`); around it, and where there is nothing to count, a line
says what is under way and for how long (`under_way`).
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from threading import Event, Thread
from typing import Any, Final, TypeVar

_Item = TypeVar("_Item")
_DELAY: Final = 2.0
_BEAT: Final = 0.5
_SWITCH: Final = "VNPOLITEXT_PROGRESS"
_wanted: ContextVar[bool | None] = ContextVar("vnpolitext_progress", default=None)
_busy: ContextVar[bool] = ContextVar("vnpolitext_under_way", default=False)


def track(
    items: Iterable[_Item],
    label: str,
    *,
    total: int | None = None,
    unit: str = "doc",
    progress: bool | None = None,
) -> Iterator[_Item]:
    """Yield ``items`` with a bar, which shows after two seconds.

    Args:
        items: What is worked on.
        label: What is done, in a word or two.
        total: How many items there are, where their number is known but not theirs to tell.
        unit: What an item is.
        progress: Whether to show the bar: ``True`` on every terminal and in every notebook,
            ``False`` nowhere, ``None`` as `shown` or the variable ``VNPOLITEXT_PROGRESS`` (0 or 1)
            says, else in notebooks and at a prompt.

    Example:
        >>> list(track([1, 2], "counted"))
        [1, 2]
    """
    if not is_visible(progress):
        return iter(items)
    tqdm = _tqdm()
    known = len(items) if total is None and isinstance(items, Sized) else total
    return iter(
        tqdm(items, desc=label, total=known, unit=unit, delay=_DELAY, leave=False, disable=False)
    )


@contextmanager
def under_way(label: str) -> Iterator[None]:
    """Say what is done and for how long, from the third second on; also as a decorator.

    What is called inside of it adds no second line.

    Args:
        label: What is done, in a word or two.

    Example:
        >>> with under_way("counting"):
        ...     sum(range(4))
        6
    """
    if _busy.get():
        yield
        return
    before = _busy.set(True)
    try:
        if is_visible():
            with _told(label):
                yield
        else:
            yield
    finally:
        _busy.reset(before)


@contextmanager
def _told(label: str) -> Iterator[None]:
    done = Event()
    told = Thread(target=copy_context().run, args=(_tell, label, done), daemon=True)
    told.start()
    try:
        yield
    finally:
        done.set()
        told.join()


def is_visible(progress: bool | None = None) -> bool:
    """Whether `track` shows bars here."""
    wanted = _wanted.get() if progress is None else progress
    if wanted is None and os.environ.get(_SWITCH) in ("0", "1"):
        wanted = os.environ[_SWITCH] == "1"
    if wanted is False:
        return False
    if _in_notebook():
        return True
    return _on_terminal() and (wanted is True or _at_prompt())


@contextmanager
def shown(wanted: bool | None) -> Iterator[None]:
    """Show bars, or none, inside of this block, whatever is called there; ``None`` is as around.

    Example:
        >>> with shown(False):
        ...     list(track([1, 2], "counted"))
        [1, 2]
    """
    before = _wanted.set(_wanted.get() if wanted is None else wanted)
    try:
        yield
    finally:
        _wanted.reset(before)


def _tell(label: str, done: Event) -> None:
    """Show a line with the time that has passed, until all is done."""
    if done.wait(_DELAY):
        return
    form = "{desc}: {elapsed}"
    with _tqdm()(desc=label, bar_format=form, leave=False, delay=_BEAT) as line:
        line.start_t -= _DELAY
        line.refresh()
        while not done.wait(_BEAT):
            line.refresh()


def _tqdm() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # without ipywidgets, a notebook gets a bar of characters
        from tqdm.auto import tqdm
    return tqdm


def _in_notebook() -> bool:
    """Whether the program is a cell of a notebook."""
    shell = _shell()
    return shell is not None and hasattr(shell, "kernel")


def _on_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _at_prompt() -> bool:
    return _shell() is not None or hasattr(sys, "ps1")


def _shell() -> Any:
    """Return the IPython that runs the program, if one does."""
    ipython = sys.modules.get("IPython")
    return None if ipython is None else ipython.get_ipython()
