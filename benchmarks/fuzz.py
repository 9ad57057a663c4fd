"""A campaign to break the library: texts and files nobody would write, and what must be true.

    python benchmarks/fuzz.py --seconds 600
    python benchmarks/fuzz.py --inputs 20000 --seed 7 --raw texts.jsonl.gz --faults faults.jsonl
    python benchmarks/fuzz.py --seed 7 --only 1234      # try one input again

Every input is made from the seed and its number alone, so that a fault can be had again. The code
is 1 when a fault was found. ``--digest`` prints a hash of all results: equal whatever the seed of
the hashes, the locale and the optimisation of the interpreter.
"""

import argparse
import hashlib
import json
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any, Final

from fuzzing.files import check_file, damaged
from fuzzing.growth import growing, repeated
from fuzzing.invariants import (
    check_again,
    check_people,
    check_store,
    check_text,
    check_words,
    demand,
    shorten,
    words_of,
)
from fuzzing.samples import whole_files
from fuzzing.texts import SHORT, generate
from vnpolitext import Analysis, analyze
from vnpolitext.corpus.limits import limited
from vnpolitext.corpus.write import json_line
from vnpolitext.evaluation.lines import json_lines

_EXAMPLES: Final = Path(__file__).parents[1] / "examples" / "articles"
_BATCH: Final = 50
_AGAIN: Final = 4
_STORES: Final = 40
_FILES: Final = 0.04
_GROWTH: Final = 0.002
_STUCK: Final = 30
_STUCK_COUNTING: Final = 300  # the profiler makes it slow, and others may use the machine, too


class Campaign:
    """Inputs tried so far, and the faults that were found."""

    def __init__(
        self, seed: int, bases: Sequence[str], kept: Path | None = None, short: float = SHORT
    ) -> None:
        """Begin with nothing tried; faults are added to the file ``kept`` as they are found."""
        self.seed = seed
        self.bases = bases
        self.short = short
        self.kept = kept
        self.tried: Counter[str] = Counter()
        self.faults: list[dict[str, Any]] = []
        self.digest = hashlib.sha256()
        self._files = whole_files()
        self._batch: list[Analysis] = []

    def run(self, numbers: Iterator[int]) -> None:
        """Try the inputs of these numbers."""
        with tempfile.TemporaryDirectory() as folder:
            for number in numbers:
                random = Random(f"{self.seed}:{number}")  # noqa: S311
                kind = random.random()
                if kind < _GROWTH:
                    self._try_growth(number)
                elif kind < _FILES:
                    self._try_file(number, random, Path(folder))
                else:
                    self._try_text(number, *generate(random, self.bases, self.short))
            self._try_batch()

    def _try_text(self, number: int, kind: str, text: str) -> None:
        self.tried["texts"] += 1
        self.tried[kind] += 1
        try:
            with limited(_STUCK, None):
                analysis = check_text(text)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault
            self._note(number, error, shorten(text, _like(error)))
            return
        self.digest.update(json_line(analysis).encode("utf-8"))
        self._batch.append(analysis)
        if len(self._batch) == _BATCH:
            self._try_batch()

    def _try_batch(self) -> None:
        batch, self._batch = self._batch, []
        if not batch:
            return
        self.tried["batches"] += 1
        try:
            for analysis, tokens in zip(batch, words_of(batch), strict=True):
                self.digest.update(repr([(t.start, t.end, t.kind) for t in tokens]).encode())
                try:
                    check_words(analysis, tokens)
                except Exception as error:  # noqa: BLE001
                    self._note(-1, error, analysis.text)
            if self.tried["batches"] % _AGAIN == 1:
                self.tried["again"] += len(batch)
                check_people(batch)
                check_again(batch)
            if self.tried["batches"] % _STORES == 1:
                self.tried["stores"] += 1
                check_store(batch)
        except Exception as error:  # noqa: BLE001
            self._note(-1, error, "\n".join(analysis.text for analysis in batch)[:300])

    def _try_file(self, number: int, random: Random, folder: Path) -> None:
        self.tried["files"] += 1
        name = random.choice(sorted(self._files))
        path = folder / name
        path.write_bytes(damaged(random, self._files[name]))
        try:
            with limited(_STUCK, None):
                check_file(path)
        except Exception as error:  # noqa: BLE001
            self._note(number, error, f"a damaged {name}")

    def _try_growth(self, number: int) -> None:
        self.tried["repetitions"] += 1

        def work(size: int) -> None:
            analyze(repeated(number, size)).words()

        try:
            with limited(_STUCK_COUNTING, None):
                found = growing(work)
            demand(not found, f"calls grow faster than the text: {', '.join(found)[-250:]}")
        except Exception as error:  # noqa: BLE001
            self._note(number, error, repeated(number, 200))

    def _note(self, number: int, error: Exception, text: str) -> None:
        where = traceback.extract_tb(error.__traceback__)[-1]
        fault = {
            "seed": self.seed,
            "number": number,
            "error": type(error).__name__,
            "fault": str(error)[:300],
            "at": f"{Path(where.filename).name}:{where.lineno}",
            "text": text[:1000],
        }
        self.faults.append(fault)
        if self.kept is not None:
            with self.kept.open("a", encoding="utf-8") as stream:
                stream.write(json.dumps(fault) + "\n")


def _like(first: Exception) -> Callable[[str], bool]:
    """Return the function that tells whether a text fails as the one of ``first`` did."""

    def fails(text: str) -> bool:
        try:
            with limited(_STUCK, None):
                check_text(text)
        except Exception as error:  # noqa: BLE001
            return type(error) is type(first) and str(error)[:20] == str(first)[:20]
        return False

    return fails


def base_texts(raw: Path | None) -> list[str]:
    """Return the texts to spoil: the examples, and those of a file of JSON Lines."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_EXAMPLES.iterdir())]
    if raw is not None:
        texts += [row["text"] for row in json_lines(raw)]
    return texts


def _numbers(first: int, inputs: int | None, seconds: float | None) -> Iterator[int]:
    end = None if seconds is None else time.monotonic() + seconds
    number = first
    while (inputs is None or number < first + inputs) and (end is None or time.monotonic() < end):
        yield number
        number += 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a campaign; return 1 if a fault was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inputs", type=int, help="how many inputs to try")
    parser.add_argument("--seconds", type=float, help="how long to go on")
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--only", type=int, help="try one input")
    parser.add_argument("--short", type=float, default=SHORT, help="share of texts that are short")
    parser.add_argument("--raw", type=Path, help="JSON Lines with texts to spoil")
    parser.add_argument("--faults", type=Path, help="file for the faults, JSON Lines")
    parser.add_argument("--digest", action="store_true", help="print a hash of all results")
    chosen = parser.parse_args(arguments)
    if chosen.only is not None:
        chosen.first, chosen.inputs = chosen.only, 1
    elif chosen.inputs is None and chosen.seconds is None:
        chosen.inputs = 2000
    campaign = Campaign(chosen.seed, base_texts(chosen.raw), chosen.faults, chosen.short)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):  # what was tried until then counts
        campaign.run(_numbers(chosen.first, chosen.inputs, chosen.seconds))
    for (error, fault), count in Counter(
        (fault["error"], fault["fault"]) for fault in campaign.faults
    ).most_common(20):
        print(f"{count:6} {ascii(error)[1:-1]}: {ascii(fault)[1:-1]}")
    tried = campaign.tried
    print(
        f"seed {chosen.seed}: {tried['texts']:,} texts ({tried['of characters']:,} of characters, "
        f"{tried['spoiled']:,} spoiled, {tried['of the grammar']:,} of the grammar) and "
        f"{tried['files']:,} files from number {chosen.first}, {tried['repetitions']:,} "
        f"repetitions, {tried['stores']:,} stores; {len(campaign.faults):,} faults"
    )
    if chosen.digest:
        print(campaign.digest.hexdigest())
    return 1 if campaign.faults else 0


if __name__ == "__main__":
    sys.exit(main())
