"""``vnpolitext tokenize``: the words of a text."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from vnpolitext.cli.inputs import read_one
from vnpolitext.cli.options import chosen
from vnpolitext.cli.output import write
from vnpolitext.text import sentences, tokenize


def tokenize_command(
    path: Annotated[str, typer.Argument(help="A file, or - for standard input.")],
    words: Annotated[
        str,
        typer.Option("--words", "--model", help="Word segmenter.", callback=chosen("words")),
    ] = "default",
    offsets: Annotated[
        bool, typer.Option("--offsets", help="One JSON object a word, with offsets.")
    ] = False,
) -> None:
    """Print the words of a text: a sentence a line, a word's syllables joined by "_"."""
    text = read_one(path).text
    found = tokenize(text, words=words)
    if offsets:
        for word in found:
            record = {"start": word.start, "end": word.end, "text": word.text}
            write(json.dumps(record, ensure_ascii=False) + "\n")
        return
    starts = {sentence.start for sentence in sentences(text)}
    line: list[str] = []
    for word in found:
        if word.start in starts and line:
            write(" ".join(line) + "\n")
            line = []
        line.append("_".join(word.text.split()))
    if line:
        write(" ".join(line) + "\n")
