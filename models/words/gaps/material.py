"""The text the word model learns from: gold sentences, raw text, and varied gold sentences.

Varied sentences carry the teachers' knowledge of rare words over: in every gold sentence some words
give way to words of the dictionary, so that each of its words is seen in running text.
"""

import gzip
import json
import random
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vnpolitext.text.pieces import Pieces

SHARES = (0.1, 0.2, 0.3)  # of the words of a sentence that give way to dictionary words
SINGLES = 0.06  # and to dictionary words of one syllable
LONGEST = 4  # syllables of a dictionary word


def read_treebank(path: Path) -> list[list[str]]:
    """Return the sentences of a CoNLL-U file as lists of words."""
    sentences = []
    with path.open(encoding="utf-8") as stream:
        for blank, lines in groupby(stream, key=str.isspace):
            fields = [line.split("\t") for line in lines if not blank and line[0] != "#"]
            words = [field[1] for field in fields if field[0].isdigit()]
            if words:
                sentences.append(words)
    return sentences


def read_own(path: Path) -> list[list[str]]:
    """Return the sentences of a file of our own, one a line, with ``_`` inside words."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        [word.replace("_", " ") for word in line.split()]
        for line in lines
        if not line.startswith("#")
    ]


def gold(sentences: list[list[str]]) -> tuple[Pieces, NDArray[np.bool_]]:
    """Return the pieces of ``sentences``, one a line, and whether each continues a word."""
    begins, place = [], 0
    for sentence in sentences:
        for word in sentence:
            begins.append(place)
            place += len(word) + 1
        place += 1
    pieces = Pieces.of("\n\n".join(" ".join(sentence) for sentence in sentences))
    return pieces, ~np.isin(pieces.starts, begins)


def read_words(*paths: Path) -> list[str]:
    """Return the words of word lists with one word a line, in lower case, sorted."""
    lines = {line.strip().lower() for path in paths for line in path.open(encoding="utf-8")}
    return sorted(line for line in lines if line and line.count(" ") < LONGEST)


def raw_lines(path: Path, seed: int) -> list[str]:
    """Return the distinct lines of a ``.jsonl.gz`` file of texts, shuffled."""
    lines: dict[str, None] = {}
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for document in stream:
            for line in json.loads(document)["text"].splitlines():
                if len(line) >= 20:
                    lines[line.strip()] = None
    shuffled = list(lines)
    random.Random(seed).shuffle(shuffled)  # noqa: S311
    return shuffled


def varied(sentences: list[list[str]], words: list[str], seed: int) -> Iterator[str]:
    """Yield sentences without end in which some words gave way to dictionary words."""
    chance = random.Random(seed)  # noqa: S311
    sentences = [sentence for sentence in sentences if len(sentence) > 4]
    compounds = [word for word in words if " " in word]
    singles = [word for word in words if " " not in word]
    deck: list[str] = []
    while True:
        for sentence in chance.sample(sentences, len(sentences)):
            share = chance.choice(SHARES)
            line = []
            for word in sentence:
                draw = chance.random()
                if not word.replace(" ", "").isalpha() or draw > share + SINGLES:
                    line.append(word)
                elif draw > share:
                    line.append(chance.choice(singles))
                else:
                    deck = deck or chance.sample(compounds, len(compounds))
                    line.append(deck.pop())
            if sentence[0][0].isupper():
                line[0] = line[0][0].upper() + line[0][1:]
            yield " ".join(line)
