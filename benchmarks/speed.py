"""Speed and memory of the library beside underthesea and pyvi, on the same texts in one run.

    python benchmarks/speed.py [--texts FOLDER_OR_JSONL ...] [--megabytes 0.5] [--rounds 5]

Without ``--texts`` the examples are read, which are dense: hardly a sentence without a record. Each
contender has a process of its own, and all take turns: a round is one run of each, and its ratios
are to underthesea's ``word_tokenize`` in the same round. Processor time counts, the median of the
rounds. A slow one reads as many texts as it can in the time of a round. Absolute figures mean
little: machines are noisy, and a busy one halves the speed of all.

What is printed are the tables of docs/scaling.md: speed on each source of texts, the first calls of
new processes (each the best of some, modules compiled and patterns kept before), and what ten
million articles cost.
"""

import argparse
import compileall
import multiprocessing
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from vnpolitext.evaluation.lines import json_lines

ROUND_SECONDS = 10
FEW = 4
STARTS = 5
EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
SOURCE = Path(__file__).parents[1] / "src" / "vnpolitext"
BASELINE = "underthesea word_tokenize"
ARTICLES = 10_000_000
ARTICLE = 3_000  # bytes of an article in what they cost
LOST = 0.1  # to reading, writing and waiting
PRICE = 0.045  # US dollars a core-hour


@dataclass(frozen=True)
class Result:
    """What one contender took: megabytes a second in each round."""

    name: str
    speeds: list[float]
    load_seconds: float
    peak_megabytes: float


def _tokenize() -> Callable[[Sequence[str]], object]:
    from vnpolitext import tokenize_many

    return lambda texts: [tokens.texts() for tokens in tokenize_many(texts)]


def _analyze() -> Callable[[Sequence[str]], object]:
    from vnpolitext import analyze

    return lambda texts: [analyze(text) for text in texts]


def _analyze_words() -> Callable[[Sequence[str]], object]:
    from vnpolitext import analyze

    return lambda texts: [analyze(text).words().texts() for text in texts]


def _spacy() -> Callable[[Sequence[str]], object]:
    from vnpolitext import load

    nlp = load()
    return lambda texts: list(nlp.pipe(texts))


def _underthesea(function: str) -> Callable[[Sequence[str]], object]:
    import underthesea

    call = getattr(underthesea, function)
    call("Chào Việt Nam")
    return lambda texts: [call(text) for text in texts]


def _pyvi() -> Callable[[Sequence[str]], object]:
    from pyvi import ViTokenizer

    return lambda texts: [ViTokenizer.tokenize(text) for text in texts]


CONTENDERS: dict[str, Callable[[], Callable[[Sequence[str]], object]]] = {
    "vnpolitext tokenize_many": _tokenize,
    "vnpolitext analyze": _analyze,
    "vnpolitext analyze and words": _analyze_words,
    "vnpolitext spaCy pipeline": _spacy,
    BASELINE: lambda: _underthesea("word_tokenize"),
    "underthesea pos_tag": lambda: _underthesea("pos_tag"),
    "underthesea ner": lambda: _underthesea("ner"),
    "pyvi tokenize": _pyvi,
}


CALLS: dict[str, list[str]] = {
    "`import vnpolitext`": ["-c", "import vnpolitext"],
    "first `analyze`": ["-c", "import vnpolitext as vp; vp.analyze(open({text!r}).read())"],
    "first `tokenize`": ["-c", "import vnpolitext as vp; vp.tokenize(open({text!r}).read())"],
    "`vp.load()`": ["-c", "import vnpolitext as vp; vp.load()"],
    "`import spacy` alone": ["-c", "import spacy"],
    "`vnpolitext show FILE`": ["-m", "vnpolitext", "show", "{text}"],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--texts",
        type=Path,
        nargs="+",
        default=[EXAMPLES],
        help="folders of .txt or files .jsonl[.gz]; the examples by default",
    )
    parser.add_argument("--megabytes", type=float, default=0.5, help="how much text to read")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    print(f"{machine()}\n")
    for source in arguments.texts:
        results = measure(read_texts(source, arguments.megabytes), arguments.rounds, source)
        report(results)
    starts()
    costs(results)


def machine() -> str:
    """Return the name of the processor, how many cores are there, and the version of Python."""
    name = platform.processor() or platform.machine()
    with suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        name = next(
            (line.partition(":")[2].strip() for line in lines if "model name" in line), name
        )
    return f"{name}, {os.cpu_count()} cores, Python {platform.python_version()}"


def measure(texts: list[str], rounds: int, source: Path) -> list[Result]:
    """Return what each contender takes for the texts."""
    print(f"{source.name}: {len(texts)} texts, {megabytes(texts):.2f} MB, {rounds} rounds\n")
    context = multiprocessing.get_context("spawn")
    with ExitStack() as stack:
        pools = {name: stack.enter_context(context.Pool(1)) for name in CONTENDERS}
        loads = {name: pool.apply(prepare, (name, texts)) for name, pool in pools.items()}
        speeds: dict[str, list[float]] = {name: [] for name in CONTENDERS}
        for number in range(rounds):
            for name, pool in pools.items():
                speeds[name].append(pool.apply(run_once))
            print(f"  round {number + 1}", file=sys.stderr)
        peaks = {name: pool.apply(peak_megabytes) for name, pool in pools.items()}
    return [Result(name, speeds[name], loads[name], peaks[name]) for name in CONTENDERS]


def starts() -> None:
    """Print how long new processes take until they have done one thing."""
    compileall.compile_dir(SOURCE, quiet=1)
    text = str(sorted(EXAMPLES.glob("*.txt"))[1])
    empty = min(seconds_of(["-c", ""]) for _ in range(STARTS))
    print("\n| a new process | seconds of processor time |\n| --- | ---: |")
    for name, parts in CALLS.items():
        command = [part.format(text=text) for part in parts]
        seconds_of(command)
        best = min(seconds_of(command) for _ in range(STARTS))
        print(f"| {name} | {best - empty:.2f} |")


def seconds_of(command: list[str]) -> float:
    """Return the processor time of a new interpreter."""
    before = os.times()
    subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, *command], check=True, stdout=subprocess.DEVNULL
    )
    after = os.times()
    return (
        after.children_user + after.children_system - before.children_user - before.children_system
    )


def costs(results: Sequence[Result]) -> None:
    """Print what ten million articles cost at the speed of `analyze` on the last texts."""
    [speed] = [median(each.speeds) for each in results if each.name == "vnpolitext analyze"]
    hours = ARTICLES * ARTICLE / 1e6 / speed / 3600
    whole = hours * (1 + LOST)
    print(
        f"\n| Ten million articles ({ARTICLES * ARTICLE / 1e9:.0f} GB of text) | |\n| --- | --- |"
    )
    print(
        f"| processor time of one article of {ARTICLE:,} bytes | {ARTICLE / speed / 1e3:.1f} ms |"
    )
    print(f"| processor time | {hours:.1f} core-hours |")
    print(f"| with a tenth lost to reading, writing and waiting | {whole:.1f} core-hours |")
    print(f"| on 2 cores | {whole / 2:.1f} hours |")
    print(f"| on one machine with 32 cores | {whole / 32 * 60:.0f} minutes |")
    print(f"| rented at {PRICE} US dollars a core-hour | {whole * PRICE:.2f} dollars |")


_READY: list[tuple[Callable[[Sequence[str]], object], Sequence[str]]] = []


def prepare(name: str, texts: Sequence[str]) -> float:
    """Load one contender in this process; return the processor time until its first text is read.

    It gets as many texts as it can read in the time of a round.
    """
    began = time.process_time()
    run = CONTENDERS[name]()
    run(texts[:1])
    loaded = time.process_time() - began
    began = time.process_time()
    run(texts[:FEW])
    seconds = time.process_time() - began
    _READY.append((run, texts[: max(FEW, int(FEW * ROUND_SECONDS / seconds))]))
    return loaded


def run_once() -> float:
    """Return the megabytes that the contender of this process reads in a second."""
    run, texts = _READY[0]
    began = time.process_time()
    run(texts)
    return megabytes(texts) / (time.process_time() - began)


def megabytes(texts: Sequence[str]) -> float:
    """Return the size of texts in UTF-8."""
    return sum(len(text.encode(errors="surrogatepass")) for text in texts) / 1e6


def peak_megabytes() -> float:
    """Return the most memory this process has held; not a number where the system does not say."""
    try:
        import resource
    except ImportError:
        return float("nan")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def report(results: Sequence[Result]) -> None:
    """Print the results as a Markdown table."""
    [baseline] = [result.speeds for result in results if result.name == BASELINE]
    print(f"| contender | MB/s | times {BASELINE} | first call (s) | peak memory (MB) |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for result in results:
        ratios = [own / other for own, other in zip(result.speeds, baseline, strict=True)]
        print(
            f"| {result.name} | {median(result.speeds):.3g} "
            f"| {median(ratios):.2g} ({min(ratios):.2g} to {max(ratios):.2g}) "
            f"| {result.load_seconds:.1f} | {result.peak_megabytes:.0f} |"
        )


def read_texts(path: Path, size_wanted: float) -> list[str]:
    """Return texts of ``size_wanted`` megabytes; a small collection is read several times over."""
    if path.is_dir():
        found = [file.read_text(encoding="utf-8") for file in sorted(path.glob("*.[tm][xd]*"))]
    else:
        found = [document["text"] for document in json_lines(path)]
    texts: list[str] = []
    size = 0
    while size < size_wanted * 1e6:
        for text in found:
            texts.append(text)
            size += len(text.encode(errors="surrogatepass"))
            if size >= size_wanted * 1e6:
                break
    return texts


if __name__ == "__main__":
    main()
