"""CoNLL: one syllable a line with its offsets and its tag, texts parted by an empty line.

Columns are form, start, end and tag (``B-``, ``I-``, ``O``), parted by tabs; ``# id`` and
``# text`` stand above each text, so that nothing is lost on the way there and back. Files of other
tools, with the form first and the tag last, are read too; their text is put together with single
spaces.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vnpolitext.errors import documents_with, expect, expect_text
from vnpolitext.text import tokenize
from vnpolitext.training.labelled import LABELLED, Labelled, checked


class Row(NamedTuple):
    """One syllable of a text, and the tag of the span it belongs to."""

    form: str
    start: int
    end: int
    tag: str


def rows(document: Labelled) -> list[Row]:
    """Return the syllables of a text with their tags."""
    spans = [(start, end) for start, end, _ in document.spans]
    tagged: list[Row] = []
    waiting = list(document.spans)[::-1]
    for token in tokenize(document.text, words="syllables", spans=spans, lexicon=None):
        while waiting and waiting[-1][1] <= token.start:
            waiting.pop()
        tag = "O"
        if waiting and waiting[-1][0] <= token.start:
            start, _, label = waiting[-1]
            tag = f"{'B' if token.start == start else 'I'}-{label}"
        tagged.append(Row(token.text, token.start, token.end, tag))
    return tagged


def write_conll(documents: Iterable[Labelled]) -> Iterator[str]:
    """Yield the lines of a CoNLL file, without line breaks."""
    for document in documents_with(documents, "spans", wanted=LABELLED):
        yield f"# id = {document.id}"
        yield f"# text = {json.dumps(document.text, ensure_ascii=False)}"
        for row in rows(document):
            yield f"{_clean(row.form)}\t{row.start}\t{row.end}\t{row.tag}"
        yield ""


def read_conll(lines: Iterable[str]) -> Iterator[Labelled]:
    """Yield the documents of a CoNLL file.

    Raises:
        ValueError: A line has no tag, or a span is outside its text. The message has the line.
    """
    head: dict[str, str] = {}
    block: list[list[str]] = []
    count = 0
    expect(lines, Iterable, "lines are wanted")
    for number, raw in enumerate([*lines, ""], 1):
        expect_text(raw)
        line = raw.rstrip("\r\n")
        if line.startswith("# ") and not block:
            key, _, value = line[2:].partition(" = ")
            head[key] = value
        elif line.strip():
            cells = line.split("\t") if "\t" in line else line.split()
            if len(cells) < 2:
                raise ValueError(f"line {number}: no form and tag in {line!r}")
            block.append(cells)
        elif block or "text" in head:
            count += 1
            yield checked(_document(head, block, count))
            head, block = {}, []


def spans_of(tags: Iterable[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    """Return the spans that ``(start, end, tag)`` of consecutive syllables make."""
    spans: list[list[int | str]] = []
    label = ""
    for start, end, tag in tags:
        prefix, _, name = tag.partition("-")
        if not name or prefix not in ("B", "I"):
            label = ""
        elif prefix == "I" and name == label:
            spans[-1][1] = end
        else:
            spans.append([start, end, name])
            label = name
    return tuple((int(start), int(end), str(name)) for start, end, name in spans)


def _document(head: dict[str, str], block: list[list[str]], count: int) -> Labelled:
    name = head.get("id", str(count))
    if "text" in head and all(len(cells) == 4 for cells in block):
        text = json.loads(head["text"])
        tags = [(int(start), int(end), tag) for _, start, end, tag in block]
    else:
        text, tags = "", []
        for cells in block:
            start = len(text) + 1 if text else 0
            text = f"{text} {cells[0]}" if text else cells[0]
            tags.append((start, len(text), cells[-1]))
    return Labelled(name, text, spans_of(tags))


def _clean(form: str) -> str:
    return "".join("\ufffd" if char.isspace() else char for char in form)
