"""Texts with their items marked, and texts that have none."""

from pathlib import Path

import pytest

from vnpolitext.directives import find_directives

HERE = Path(__file__).parent


def read_cases():
    lines = (HERE / "cases.txt").read_text(encoding="utf-8").splitlines()
    blocks = "\n".join(line for line in lines if not line.startswith("# ")).split("\n-----\n")
    for block in blocks:
        if "-----" in block.splitlines()[0]:
            continue
        name, _, rest = block.partition("\n")
        text, _, signature = rest.rpartition("\n= ")
        if not text:
            text, signature = rest, ""
        yield name, text, [tuple(s.rsplit(" ", 2)) for s in signature.split("; ") if s]


def plain(marked):
    """The text without its brackets, and (start, end, parent) of every pair of brackets."""
    text, spans, open_ = "", [], []
    for letter in marked:
        if letter == "⟦":
            spans.append([len(text), 0, open_[-1] if open_ else None])
            open_.append(len(spans) - 1)
        elif letter == "⟧":
            spans[open_.pop()][1] = len(text)
        else:
            text += letter
    assert not open_, "a bracket is not closed"
    return text, [tuple(span) for span in spans]


CASES = list(read_cases())


@pytest.mark.parametrize(("name", "marked", "signature"), CASES, ids=[c[0] for c in CASES])
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
def test_marked_items_are_found(name, marked, signature, ends):
    text, spans = plain(marked.replace("\n", ends))
    items = find_directives(text)
    assert [(d.marker, d.style, str(d.number)) for d in items] == signature, name
    assert [(d.start, d.end, d.parent) for d in items] == spans, name


DECOYS = [
    line.replace("\\n", "\n")
    for line in (HERE / "decoys.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]


@pytest.mark.parametrize("text", DECOYS)
def test_decoys_are_no_items(text):
    assert find_directives(text) == []
