"""Measure the themes package: speed, memory, growth, and how well neighbours are found.

    python benchmarks/themes.py [--raw RAW.jsonl.gz] [--model NAME] [--jobs 2]
                                [--documents 100000] [--articles 10000] [--neighbours 1000]

RAW has one object a line with ``text``; without it the example articles are cut up and shuffled.
*Words* counts the words of short documents of about 500 bytes (`WordVectorizer`) and compares ten
groups of them (`keyness`). *Passages* looks for shared passages in articles of about 3 KB. Both run
on 1, 2, 4 and 8 thousand texts first, to show the growth. Two tests show how often the nearest
other text is the right one: with `nearest`, and with scikit-learn's TF-IDF on underthesea's words
and on white-space words. *Halves* cuts each of a number of texts into two by every other sentence;
right is the other half. *Subjects* takes the texts that cite a document which two or three texts
cite, among as many others, and cuts all citations out; right is a text that cites the same
document. Every step runs in a process of its own; memory is its peak, its workers included.
"""

import argparse
import itertools
import multiprocessing
import random
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from joblib.externals.loky import get_reusable_executor

from vnpolitext.evaluation.lines import json_lines

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "articles"
GROWTH = (1000, 2000, 4000, 8000)


def read(raw: Path | None) -> list[str]:
    if raw is None:
        return [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.iterdir())]
    return [document["text"] for document in json_lines(raw)]


def pieces(texts: list[str], size: int, count: int) -> list[str]:
    """Cut ``count`` pieces of about ``size`` bytes, going round with another offset each time."""

    def cut() -> Iterator[str]:
        shuffle = random.Random(0)  # noqa: S311
        for turn in itertools.count():
            for text in texts:
                words = text.split()
                if turn and len(texts) < 100:
                    shuffle.shuffle(words)
                step = max(size // 6, 1)  # a word and its blank are about six bytes
                first = turn * step // 2
                for at in range(first, len(words) - step + 1, step):
                    yield " ".join(words[at : at + step])

    return list(itertools.islice(cut(), count))


def count_words(texts: list[str], model: str, jobs: int) -> str:
    from vnpolitext.themes import WordVectorizer, keyness_of_counts

    vectorizer = WordVectorizer(stop_words="political", model=model, n_jobs=jobs)
    matrix = vectorizer.fit_transform(texts)
    labels = [str(number % 10) for number in range(len(texts))]
    table = keyness_of_counts(matrix, vectorizer.get_feature_names_out(), labels)
    return f"{matrix.shape[1]:,} terms, {len(table):,} rows of keyness"


def find_passages(texts: list[str], model: str, jobs: int) -> str:  # noqa: ARG001
    from vnpolitext.themes import shared_passages

    shared = shared_passages(texts)
    clusters = shared.clusters["cluster"].nunique()
    return f"{len(shared.pairs):,} pairs, {clusters:,} clusters"


def find_halves(texts: list[str], model: str, jobs: int) -> str:  # noqa: ARG001
    from vnpolitext.text import sentences

    halves: list[str] = []
    for text in texts:
        parts = [s.text for s in sentences(text) if len(s.text) > 40][2:14]
        if len(parts) == 12:
            halves += [" ".join(parts[::2]), " ".join(parts[1::2])]
    return neighbours(halves, {row: {row ^ 1} for row in range(len(halves))})


def find_subjects(texts: list[str], model: str, jobs: int) -> str:  # noqa: ARG001
    from vnpolitext.citations import find_citations

    citing: dict[str, set[int]] = {}
    bare: list[str] = []
    for row, text in enumerate(texts):
        kept, last = [], 0
        for citation in find_citations(text):
            if citation.number and citation.key:
                citing.setdefault(citation.key, set()).add(row)
            kept.append(text[last : citation.start])
            last = max(last, citation.end)
        bare.append(" ".join([*kept, text[last:]]))
    right: dict[int, set[int]] = {}
    for rows in citing.values():
        if 2 <= len(rows) <= 3:
            for row in rows:
                right.setdefault(row, set()).update(rows - {row})
    others = (row for row in range(len(texts)) if row not in right)
    chosen = sorted([*right, *itertools.islice(others, len(right))])
    place = {row: at for at, row in enumerate(chosen)}
    aims = {place[row]: {place[other] for other in rows} for row, rows in right.items()}
    return neighbours([bare[row] for row in chosen], aims)


def neighbours(texts: list[str], right: dict[int, set[int]]) -> str:
    """Return how often the nearest other text is one of the right ones, in three ways."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from underthesea import word_tokenize

    from vnpolitext.themes import nearest

    found = nearest(texts, count=1)
    ours = [int(name) - 1 for name in found["neighbour"]]

    def their(words: list[list[str]]) -> list[int]:
        matrix = TfidfVectorizer(analyzer=lambda row: row).fit_transform(words)
        cosine = (matrix @ matrix.T).tolil()
        cosine.setdiag(-1)
        return [int(at) for at in cosine.tocsr().argmax(axis=1).flat]

    segmented = their([[word.lower() for word in word_tokenize(text)] for text in texts])
    plain = their([text.lower().split() for text in texts])
    share = [
        f"{100 * sum(best[row] in aims for row, aims in right.items()) / len(right):.1f} %"
        for best in (ours, segmented, plain)
    ]
    return (
        f"{len(right):,} of {len(texts):,}: nearest {share[0]}, underthesea words {share[1]}, "
        f"white-space words {share[2]}"
    )


def _run(job: Callable[..., str], arguments: tuple[Any, ...], pipe: Any) -> None:
    start = time.perf_counter()
    summary = job(*arguments)
    seconds = time.perf_counter() - start
    get_reusable_executor().shutdown(wait=True)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    jobs = arguments[-1] if workers else 0
    pipe.send((seconds, (own + jobs * workers) / 1e6, summary))


def measure(name: str, job: Callable[..., str], texts: list[str], model: str, jobs: int) -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_run, args=(job, (texts, model, jobs), theirs))
    process.start()
    theirs.close()
    seconds, memory, summary = ours.recv()
    process.join()
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{name:<11}{len(texts):>8,} texts {size:>7.1f} MB {seconds:>8.1f} s {memory:>6.2f} GB  "
          f"{summary}", flush=True)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the themes package.")
    parser.add_argument("--raw", type=Path)
    parser.add_argument("--model", default="default")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--neighbours", type=int, default=1000)
    given = parser.parse_args()
    texts = read(given.raw)
    for name, job, size, most in (
        ("words", count_words, 500, given.documents),
        ("passages", find_passages, 3000, given.articles),
    ):
        for count in sorted({count for count in (*GROWTH, most) if count <= most}):
            measure(name, job, pieces(texts, size, count), given.model, given.jobs)
    if given.neighbours:
        few = texts[: given.neighbours]
        measure("halves", find_halves, few, given.model, given.jobs)
        measure("subjects", find_subjects, few, given.model, given.jobs)


if __name__ == "__main__":
    main()
