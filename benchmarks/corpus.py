"""How a corpus run grows: seconds, speed-up by a second process, memory, beside underthesea.

    python benchmarks/corpus.py [--texts FOLDER_OR_JSONL] [--documents 1000 2000 4000 8000]
                                [--jobs 1 2]

Documents of about 3 KB are cut from the texts (by default from the examples), numbered so that no
two are equal, and analysed from a JSON Lines file into a store on the disk, with all its tables.
Each run has a process of its own. ``seconds`` are those of the clock, and ``x jobs=1`` compares
them. ``ms a doc`` is processor time, and so is the ratio to underthesea's ``word_tokenize`` on the
same text (on a sample), in one process. Memory is resident memory of the fattest process, sampled;
``late/early`` compares the peak of the last third of a run with that of the middle third: 1.00 is
flat.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from vnpolitext.evaluation.lines import json_lines

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
SIZE = 2300  # characters, about 3 KB in UTF-8
SAMPLE = 200


def texts_of(source: Path) -> list[str]:
    if source.is_dir():
        return [path.read_text(encoding="utf-8") for path in sorted(source.glob("*.txt"))]
    return [document["text"] for document in json_lines(source)]


def documents(texts: list[str], count: int) -> Iterator[str]:
    """Yield ``count`` different documents of about the same size."""
    for number, text in enumerate(islice(cycle(texts), count)):
        body = f"Bài {number}\n\n{text}\n\n"
        while len(body) < SIZE:
            body += f"{text}\n\n"
        yield body[:SIZE]


def resident(pid: int) -> int:
    try:
        fields = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
    except OSError:
        return 0
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE")


def family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in children:
        yield from family(int(child))


def run(path: str, jobs: int) -> list[float]:
    from vnpolitext import Corpus

    peaks: list[int] = []
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.2):
            peaks.append(max(map(resident, family(os.getpid()))))

    with tempfile.TemporaryDirectory() as folder:
        warm = Corpus.from_jsonl(path).sample(100)
        warm.analyze(f"{folder}/warm", n_jobs=jobs, shard_size=4)
        threading.Thread(target=watch, daemon=True).start()
        start, at = time.perf_counter(), time.process_time()
        store = Corpus.from_jsonl(path).analyze(f"{folder}/store", n_jobs=jobs)
        seconds, busy = time.perf_counter() - start, time.process_time() - at
        done.set()
        failed = len(store.failures)
    third = max(1, len(peaks) // 3)
    middle, late = max(peaks[third:-third], default=1), max(peaks[-third:], default=1)
    return [seconds, busy, max(peaks, default=0), late / middle, failed]


def baseline(path: str) -> float:
    import underthesea

    lines = Path(path).read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines[:SAMPLE]]
    underthesea.word_tokenize(texts[0])
    start = time.process_time()
    for text in texts:
        underthesea.word_tokenize(text)
    return (time.process_time() - start) / len(texts)


def in_a_process(task: str, *given: object) -> Any:
    """Call one of the functions above in a fresh interpreter."""
    command = [sys.executable, __file__, task, json.dumps(given)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    return json.loads(done.stdout.splitlines()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, default=EXAMPLES)
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 2000, 4000, 8000])
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    asked = parser.parse_args()
    texts = texts_of(asked.texts)
    head = (
        "documents",
        "jobs",
        "seconds",
        "docs/s",
        "x jobs=1",
        "ms a doc",
        "x underthesea",
        "MB",
        "late/early",
    )
    print("  ".join(f"{name:>13}" for name in head))
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/texts.jsonl"
        for count in asked.documents:
            with Path(path).open("w", encoding="utf-8") as stream:
                for text in documents(texts, count):
                    stream.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")
            theirs = in_a_process("baseline", path) * count
            alone = 0.0
            for jobs in asked.jobs:
                seconds, busy, peak, growth, failed = in_a_process("run", path, jobs)
                alone = alone or seconds
                single = (f"{1000 * busy / count:.1f}", f"{theirs / busy:.2f}")
                cells = (
                    f"{count:,}", str(jobs), f"{seconds:.1f}", f"{count / seconds:.0f}",
                    f"{alone / seconds:.2f}", *(single if jobs == 1 else ("", "")),
                    f"{peak / 2**20:.0f}", f"{growth:.2f}",
                )  # fmt: skip
                print("  ".join(f"{cell:>13}" for cell in cells), flush=True)
                if failed:
                    print(f"{failed:.0f} documents failed")


if __name__ == "__main__":
    tasks = {"run": run, "baseline": baseline}
    if len(sys.argv) == 3 and sys.argv[1] in tasks:
        print(json.dumps(tasks[sys.argv[1]](*json.loads(sys.argv[2]))))
    else:
        main()
