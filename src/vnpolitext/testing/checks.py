"""The checks, each a function that raises a CheckError or returns nothing.

A check gets a `Trial`: a name, and one function that runs the model on a text and returns what can
be compared.
"""

from __future__ import annotations

import multiprocessing
import pickle
import time
import tracemalloc
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from operator import methodcaller
from typing import Any

from vnpolitext.testing import samples
from vnpolitext.testing.report import CheckError, Report

Run = Callable[[str], Any]
Check = Callable[["Trial"], None]


@dataclass(frozen=True, slots=True)
class Trial:
    """A model under test.

    Attributes:
        model: The model.
        method: The name of its method that takes a text.
        texts: The texts it is tried on.
        workers: How many other processes to send it to.
    """

    model: Any
    method: str
    texts: tuple[str, ...] = samples.ALL
    workers: int = 1

    def run(self, text: str) -> Any:
        """Return what the model makes of a text, as comparable values."""
        return comparable(getattr(self.model, self.method)(text))


def comparable(result: Iterable[Any]) -> list[Any]:
    """Return ``result`` as a list; spans as tuples, records as they are."""
    return [tuple(item) if isinstance(item, list | tuple) else item for item in result]


def run_checks(name: str, trial: Trial, checks: Sequence[Check]) -> Report:
    """Run every check, gather the failures, measure.

    Raises:
        CheckError: Some check failed.
    """
    failures, passed = [], []
    for check in checks:
        title = check.__name__.replace("_", " ")
        try:
            check(trial)
        except Exception as error:  # noqa: BLE001 - whatever a model raises is a failed check
            failures.append(f"{title}: {_told(error)}")
        else:
            passed.append(title)
    if failures:
        raise CheckError("\n".join([f"{name} fails {len(failures)} checks", *failures]))
    speed, peak = measure(trial)
    return Report(name, tuple(passed), speed, peak)


def measure(trial: Trial, characters: int = 10_000) -> tuple[float, int]:
    """Return the speed in characters a second, the best of three runs, and the peak memory."""
    text = samples.long_text(characters)
    seconds = min(_seconds(trial.run, text) for _ in range(3))
    tracemalloc.start()
    try:
        trial.run(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return len(text) / max(seconds, 1e-9), peak


def finds_nothing_in_nothing(trial: Trial) -> None:
    """Empty and blank texts give no result."""
    for text in samples.BLANK:
        found = trial.run(text)
        demand(found == [], f"{text!r} gives {found!r}")


def survives_any_text(trial: Trial) -> None:
    """No text makes it fail."""
    for text in trial.texts:
        try:
            trial.run(text)
        except Exception as error:
            raise CheckError(f"{text[:40]!r} raises {_told(error)}") from error


def gives_the_same_again(trial: Trial) -> None:
    """The same text gives the same result, whatever ran before."""
    first = [trial.run(text) for text in trial.texts]
    again = [trial.run(text) for text in reversed(trial.texts)][::-1]
    _compare(trial, first, again, "another order of the texts")


def is_one_for_all_threads(trial: Trial) -> None:
    """Eight threads get what one gets."""
    alone = [trial.run(text) for text in trial.texts]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(trial.run, trial.texts * 2))
    for turn in range(2):
        part = together[turn * len(alone) : (turn + 1) * len(alone)]
        _compare(trial, alone, part, "eight threads")


def travels_to_workers(trial: Trial) -> None:
    """A pickled copy, here and in a fresh process, gives what the model gives."""
    copy = Trial(pickle.loads(pickle.dumps(trial.model)), trial.method)  # noqa: S301
    alone = [trial.run(text) for text in samples.PLAIN]
    _compare(trial, alone, [copy.run(text) for text in samples.PLAIN], "a pickled copy")
    if trial.workers:
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(trial.workers, mp_context=spawn) as pool:
            tasks = [pool.submit(_call, trial.model, trial.method, text) for text in samples.PLAIN]
            away = [comparable(task.result()) for task in tasks]
        _compare(trial, alone, away, "another process")


def grows_with_the_text(trial: Trial) -> None:
    """A text four times as long takes at most twelve times as long."""
    short, long = samples.long_text(5_000), samples.long_text(20_000)
    trial.run(short)
    ratio = min(_seconds(trial.run, long) / _seconds(trial.run, short) for _ in range(3))
    demand(ratio < 12, f"a text four times as long takes {ratio:.0f} times as long")


def spans_lie_in_the_text(trial: Trial) -> None:
    """Spans are whole numbers within the text, in order, not empty, without overlaps."""
    for text in trial.texts:
        done = 0
        for found in trial.run(text):
            start, end = bounds(found)
            demand(type(start) is int, f"{start!r} is no int")
            demand(type(end) is int, f"{end!r} is no int")
            demand(0 <= start < end <= len(text), f"({start}, {end}) is no span of {text[:40]!r}")
            demand(start >= done, f"({start}, {end}) comes after {done} in {text[:40]!r}")
            done = end


def records_show_the_text(trial: Trial) -> None:
    """Of every record ``text[start:end] == record.text``."""
    for text in trial.texts:
        for record in trial.run(text):
            shown = text[record.start : record.end]
            demand(shown == record.text, f"{shown!r} is not {record.text!r}")


def only_blanks_stand_between_words(trial: Trial) -> None:
    """Words cover the text but for white space, and begin and end with none."""
    for text in trial.texts:
        done = 0
        for start, end in [*trial.run(text), (len(text), len(text))]:
            gap, word = text[done:start], text[start:end]
            demand(not _seen(gap), f"{gap[:40]!r} is in no word")
            demand(word == word.strip(), f"{word[:40]!r} has blanks around it")
            done = end


def demand(holds: bool, message: str) -> None:
    """Raise a CheckError with ``message`` unless the condition holds."""
    if not holds:
        raise CheckError(message)


def bounds(found: Any) -> tuple[Any, Any]:
    """Return the start and the end of a span or a record."""
    return tuple(found) if isinstance(found, tuple) else (found.start, found.end)


def _seen(text: str) -> str:
    """Return what a reader sees: no blanks, no control or format characters."""
    return "".join(
        letter
        for letter in text
        if not letter.isspace() and unicodedata.category(letter) not in ("Cc", "Cf")
    )


def _call(model: Any, method: str, text: str) -> Any:
    return methodcaller(method, text)(model)


def _compare(trial: Trial, one: list[Any], other: list[Any], what: str) -> None:
    for text, first, second in zip(trial.texts, one, other, strict=False):
        demand(first == second, f"{what} gives {second!r} for {text[:40]!r}, not {first!r}")


def _seconds(run: Run, text: str) -> float:
    begin = time.perf_counter()
    run(text)
    return time.perf_counter() - begin


def _told(error: BaseException) -> str:
    lines = str(error).splitlines() or [""]
    return lines[0] if isinstance(error, CheckError) else f"{type(error).__name__}: {lines[0]}"
