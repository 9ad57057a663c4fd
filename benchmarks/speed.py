"""Speed and memory of the library beside underthesea and pyvi, on the same texts in one run.

    python benchmarks/speed.py [--texts FOLDER_OR_JSONL] [--megabytes 0.5] [--rounds 5]

Each contender has a process of its own, and all take turns: a round is one run of each, and its
ratios are to underthesea's ``word_tokenize`` in the same round. Processor time counts, the median
of the rounds. A slow one reads as many texts as it can in the time of a round. Absolute figures
mean little: machines are noisy, and a busy one halves the speed of all.
"""

import argparse
import multiprocessing
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from vnpolitext.evaluation.lines import json_lines

ROUND_SECONDS = 10
FEW = 4
EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
BASELINE = "underthesea word_tokenize"


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
    "vnpolitext spaCy pipeline": _spacy,
    BASELINE: lambda: _underthesea("word_tokenize"),
    "underthesea pos_tag": lambda: _underthesea("pos_tag"),
    "underthesea ner": lambda: _underthesea("ner"),
    "pyvi tokenize": _pyvi,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--texts", type=Path, default=EXAMPLES, help="a folder of .txt or a .jsonl[.gz]"
    )
    parser.add_argument("--megabytes", type=float, default=0.5, help="how much text to read")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    texts = read_texts(arguments.texts, arguments.megabytes)
    print(f"{len(texts)} texts, {megabytes(texts):.2f} MB, median of {arguments.rounds} rounds\n")
    context = multiprocessing.get_context("spawn")
    with ExitStack() as stack:
        pools = {name: stack.enter_context(context.Pool(1)) for name in CONTENDERS}
        loads = {name: pool.apply(prepare, (name, texts)) for name, pool in pools.items()}
        speeds: dict[str, list[float]] = {name: [] for name in CONTENDERS}
        for number in range(arguments.rounds):
            for name, pool in pools.items():
                speeds[name].append(pool.apply(run_once))
            print(f"  round {number + 1}", file=sys.stderr)
        peaks = {name: pool.apply(peak_megabytes) for name, pool in pools.items()}
    report([Result(name, speeds[name], loads[name], peaks[name]) for name in CONTENDERS])


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
