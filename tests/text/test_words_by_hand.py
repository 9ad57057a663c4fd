"""Two hundred sentences of the field whose word boundaries were set by hand."""

import re
from collections import Counter
from pathlib import Path

import pytest

from vnpolitext.text import tokenize, tokenize_many

LINES = [
    line.split(" ")
    for line in (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
WORDS = [[word.replace("_", " ") for word in line] for line in LINES]


def written(words: list[str]) -> str:
    """Return the sentence as it is written: marks close up to the words beside them."""
    text = re.sub(r"(^| )([“(]) ", r"\1\2", " ".join(words))
    return re.sub(r" ([.,;:!?”)])(?=[ .,;:!?”)]|$)", r"\1", text)


def test_no_sentence_stands_twice() -> None:
    asked = Counter(written(words).casefold() for words in WORDS)
    assert [sentence for sentence, times in asked.items() if times > 1] == []


@pytest.mark.parametrize("words", WORDS, ids=written)
def test_words_are_found(words: list[str]) -> None:
    assert [token.text for token in tokenize(written(words))] == words


def test_a_batch_gives_the_same_as_single_texts() -> None:
    texts = [written(words) for words in WORDS]
    assert [[token.text for token in tokens] for tokens in tokenize_many(texts)] == WORDS
