"""Rebuild the word model ``gaps`` from named data.

    python models/words/gaps/train.py --treebank DIR --raw FILE

1. Two teachers, underthesea and pyvi, give their opinion of raw text and of varied gold sentences:
   those of the treebank's train and dev parts, and a few of our own, of administrative prose.
2. A judge learns on the gold sentences how far to trust the teachers, and relabels that text.
3. The model learns the judge's probabilities from the text alone, without the teachers.
4. Its weights are rounded to 8 bits and written to ``gaps.npz`` with the dictionary's numbers.

``--fold K`` holds every fifth treebank sentence back from all steps, beginning with the K-th, and
prints the F1 on them instead of writing the model: the way to choose features and settings. The
treebank's test part is never read here; ``benchmarks/words.py`` measures on it.
"""

import argparse
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from learner import Learner, Places, Reals
from material import gold, raw_lines, read_own, read_treebank, read_words, varied
from numpy.typing import NDArray
from teachers import COLUMNS, label, opinions

from vnpolitext.text.letters import Letters
from vnpolitext.text.pieces import CAPITALS, TITLE, Pieces, mix
from vnpolitext.text.words.dictionary import Dictionary, run_keys
from vnpolitext.text.words.features import Window
from vnpolitext.text.words.gaps import LENGTHS, settle

SEED = 20
OWN = Path(__file__).with_name("own.txt")
BITS = 22
RAW, VARIED = 3_000_000, 10_000_000  # pieces of text that are labelled
SHOUTED = 400_000  # pieces that are learned a second time in capitals
STEPS = (-5, -3, -2, -1, -0.4, 0, 0.4, 1, 2, 3, 5)  # of a teacher's log-odds
RESOLUTION = 0.04  # one step of the rounded weights

Columns = dict[str, NDArray[Any]]


def main() -> None:
    """Train, and write the model or measure the fold that is held back."""
    options = _options()
    sentences = [
        sentence
        for part in ("train", "dev")
        for sentence in read_treebank(options.treebank / f"{part}.conllu")
    ]
    held = [] if options.fold is None else sentences[options.fold :: 5]
    kept = [sentence for i, sentence in enumerate(sentences) if (i - (options.fold or 0)) % 5]
    kept = (kept if held else sentences) + read_own(OWN)
    members, words = _dictionary()
    dictionary = Dictionary(members)

    judge = Learner(BITS, start=0.1)
    pieces, joins = gold(kept)
    rows = _judge_rows(pieces, opinions(pieces), dictionary)
    judge.fit(rows, _targets(pieces, joins), epochs=10, rate=0.1, batch=64, seed=SEED)

    student = Learner(BITS, start=0.01)
    raw, new = _labelled(options, kept, words)
    text = {column: np.concatenate((new[column], raw[column])) for column in COLUMNS}
    parts = [_lesson(part, judge, dictionary) for part in _slices(text, 200_000)]
    parts.append(_lesson({k: v[:SHOUTED] for k, v in raw.items()}, judge, dictionary, shout=True))
    order = np.random.default_rng(SEED).permutation(len(parts))
    lesson = np.concatenate([parts[i][0] for i in order])
    targets = np.concatenate([parts[i][1] for i in order])
    print(f"{len(lesson):,} gaps to learn from")
    student.fit(lesson, targets, epochs=3, rate=0.2, batch=1024, seed=SEED)
    weights = np.clip(np.round(student.weights / RESOLUTION), -127, 127).astype(np.int8)

    if held:
        pieces, joins = gold(held)
        window = Window.of(pieces, pieces.joinable(), dictionary)
        rows = _judge_rows(pieces, opinions(pieces), dictionary)
        print(f"judge   F1 {_f1(pieces, joins, judge.predict(rows) > 0.5):.2f}")
        rows = _rows(pieces, dictionary)
        scores = student.predict(rows) - 0.5
        print(f"student F1 {_f1(pieces, joins, scores > 0):.2f}")
        print(f"settled F1 {_f1(pieces, joins, settle(scores, window)):.2f}")
        scores = weights[rows].astype(np.int32).sum(axis=1)
        print(f"rounded F1 {_f1(pieces, joins, settle(scores, window)):.2f}")
        return
    arrays = {f"words{length}": members[length] for length in LENGTHS}
    np.savez_compressed(options.out / "gaps.npz", weights=weights, **arrays)
    print(f"wrote {options.out / 'gaps.npz'}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Rebuild the word model from named data.")
    parser.add_argument("--treebank", type=Path, required=True, help="folder of *.conllu")
    parser.add_argument("--raw", type=Path, required=True, help=".jsonl.gz with a field text")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    parser.add_argument("--labels", type=Path, help="folder that keeps the teachers' opinions")
    parser.add_argument("--fold", type=int, choices=range(5))
    parser.add_argument("--processes", type=int, default=2)
    return parser.parse_args()


def _labelled(
    options: argparse.Namespace, sentences: list[list[str]], words: list[str]
) -> tuple[Columns, Columns]:
    """Return the opinions on raw text and on varied sentences, from ``--labels`` if kept there."""
    sources = {
        "raw": lambda: label(raw_lines(options.raw, SEED), RAW, options.processes),
        f"varied-{'all' if options.fold is None else options.fold}": lambda: label(
            varied(sentences, words, SEED), VARIED, options.processes
        ),
    }
    results = []
    for name, make in sources.items():
        path = options.labels / f"{name}.npz" if options.labels else None
        if path and path.is_file():
            with np.load(path) as arrays:
                results.append({column: arrays[column] for column in COLUMNS})
            continue
        results.append(make())
        if path:
            np.savez(path, **results[-1])
    return results[0], results[1]


def _dictionary() -> tuple[dict[int, NDArray[np.uint32]], list[str]]:
    """Return the numbers of the dictionary's words of each length, and the words themselves."""
    lists = (
        files("underthesea") / "corpus" / "data" / "Viet74K.txt",
        files("pyvi") / "models" / "words.txt",
    )
    words = read_words(*(Path(str(path)) for path in lists))
    members: dict[int, set[int]] = {length: set() for length in LENGTHS}
    for word in words:
        keys = Pieces.of(word).keys
        if len(keys) in members:
            members[len(keys)].add(int(run_keys(keys, len(keys))[0]))
    arrays = {k: np.array(sorted(v), dtype=np.uint32) for k, v in members.items()}
    return arrays, words


def _slices(columns: Columns, size: int) -> list[Columns]:
    """Cut ``columns`` into parts of about ``size`` pieces, between lines."""
    heads = np.flatnonzero(columns["before"] >= 2)
    places = np.unique(heads[np.searchsorted(heads, np.arange(0, len(columns["keys"]), size)) - 1])
    cuts = [0, *places[places > 0].tolist(), len(columns["keys"])]
    return [{k: v[a:b] for k, v in columns.items()} for a, b in pairwise(cuts)]


def _lesson(
    part: Columns, judge: Learner, dictionary: Dictionary, *, shout: bool = False
) -> tuple[Places, Reals]:
    """Return the student's rows and the judge's probabilities for a part of the text."""
    pieces = _pieces(part, part["shapes"])
    asked = np.stack((part["underthesea"], part["pyvi"]))
    targets = judge.predict(_judge_rows(pieces, asked, dictionary))
    if shout:
        shapes = part["shapes"].copy()
        shapes[shapes <= TITLE] = CAPITALS
        pieces = _pieces(part, shapes)
    return _rows(pieces, dictionary), targets


def _pieces(part: Columns, shapes: NDArray[np.uint8]) -> Pieces:
    nowhere = np.zeros(len(shapes), dtype=np.int64)
    before = part["before"].copy()
    return Pieces(Letters.of(""), nowhere, nowhere, part["kinds"], shapes, part["keys"], before)


def _rows(pieces: Pieces, dictionary: Dictionary) -> Places:
    window = Window.of(pieces, pieces.joinable(), dictionary)
    shift = np.uint64(64 - BITS)
    return np.stack([(each >> shift).astype(np.int32) for each in window.features()], axis=1)


def _judge_rows(pieces: Pieces, asked: Reals, dictionary: Dictionary) -> Places:
    """Return the student's rows and, beside them, what the teachers say of the gap and around."""
    gaps = pieces.joinable()
    odds = np.log((asked + 1e-6) / (1 - asked + 1e-6))
    first, second = np.digitize(odds, STEPS).astype(np.uint64)
    first[~gaps] = second[~gaps] = 15
    both = first * 16 + second
    shapes = pieces.shapes.astype(np.uint64) * 8 + np.roll(pieces.shapes, 1)

    def around(said: NDArray[np.uint64]) -> NDArray[np.uint64]:
        return (both * 16 + np.roll(said, 1)) * 16 + np.roll(said, -1)

    seen = [first, second, both, both * 64 + shapes, around(first), around(second)]
    seen += [mix(pieces.keys) + both, mix(np.roll(pieces.keys, 1) + np.uint64(1)) + both]
    places = [
        mix(mix(each) + np.uint64(number)) >> np.uint64(64 - BITS)
        for number, each in enumerate(seen, start=1)
    ]
    columns = [_rows(pieces, dictionary), *(p[gaps].astype(np.int32)[:, None] for p in places)]
    return np.concatenate(columns, axis=1)


def _targets(pieces: Pieces, joins: NDArray[np.bool_]) -> Reals:
    return joins[pieces.joinable()].astype(np.float32)


def _f1(pieces: Pieces, joins: NDArray[np.bool_], guesses: NDArray[np.bool_]) -> float:
    """Return the F1 of words, from the gold and the guessed joins of pieces, in percent."""
    guessed = np.zeros(len(pieces), dtype=np.bool_)
    guessed[pieces.joinable()] = guesses
    words = [set(_words(each)) for each in (joins, guessed)]
    return 200 * len(words[0] & words[1]) / (len(words[0]) + len(words[1]))


def _words(joins: NDArray[np.bool_]) -> list[tuple[int, int]]:
    heads = np.flatnonzero(~joins).tolist()
    return list(zip(heads, [*heads[1:], len(joins)], strict=True))


if __name__ == "__main__":
    main()
