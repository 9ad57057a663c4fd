"""The figures the library is held to: its own gold sample, and real texts where present."""

import json

import pytest

from vnpolitext.directives import find_directives

TRIMMED = ' \t\r\n\u00a0*_(["“‘'


def facts(text, items):
    """Items, extents and parents as comparable sets."""
    starts, extents, parents = set(), set(), set()
    for d in items:
        start = d["start"]
        outer = d["parent"]
        starts.add((start, d["number"], d["style"]))
        extents.add((start, start + len(text[start : d["end"]].rstrip(TRIMMED))))
        parents.add((start, None if outer is None else items[outer]["start"]))
    return starts, extents, parents


def f1(documents):
    hits, sizes = [0] * 3, [0] * 3
    fields = ("start", "end", "number", "style", "parent")
    for document in documents:
        text = document["text"]
        found = [{f: getattr(d, f) for f in fields} for d in find_directives(text)]
        wanted = facts(text, document["directives"])
        for n, (gold, mine) in enumerate(zip(wanted, facts(text, found), strict=True)):
            hits[n] += len(gold & mine)
            sizes[n] += len(gold) + len(mine)
    return [200 * hit / size for hit, size in zip(hits, sizes, strict=True)]


def test_own_gold_sample(written):
    items, extents, parents = f1(written)
    assert items >= 95
    assert extents >= 85
    assert parents >= 90


def test_real_texts(shared):
    path = shared / "gold" / "real.jsonl"
    if not path.is_file():
        pytest.skip("no annotated real texts")
    lines = path.read_text(encoding="utf-8").splitlines()
    items, extents, parents = f1([json.loads(line) for line in lines if line.strip()])
    assert items >= 95
    assert extents >= 85
    assert parents >= 90


def test_real_texts_without_annotation_hold_together(raw_texts):
    for text in raw_texts[::40]:
        items = find_directives(text)
        for d in items:
            assert text[d.start : d.end] == d.text
            assert text.startswith(d.marker, d.start)
            assert d.parent is None or items[d.parent].end >= d.end
