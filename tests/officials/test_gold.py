"""Figures on annotated texts, and soundness on real ones."""

import json

from vnpolitext.officials import find_persons
from vnpolitext.text import fold


def f1(found: int, predicted: int, wanted: int) -> float:
    return 200 * found / (predicted + wanted)


def spans(persons) -> set[tuple[int, int]]:
    return {tuple(span) for person in persons for span in person["mentions"]}


def positions(text, persons) -> set[tuple[str, str]]:
    """Pairs of a name and an office, one pair for every name the person bears."""
    return {
        (fold(text[start:end]), fold(position["text"]))
        for person in persons
        for start, end in person["mentions"]
        for position in person["positions"]
    }


def plain(persons) -> list[dict]:
    return [
        {"mentions": p.mentions, "positions": [{"text": q.text} for q in p.positions]}
        for p in persons
    ]


def measure(documents) -> tuple[float, float]:
    counts = [0] * 6
    for document in documents:
        text, gold = document["text"], document["persons"] or []
        found = plain(find_persons(text))
        for at, view in ((0, spans), (3, lambda persons, text=text: positions(text, persons))):
            predicted, wanted = view(found), view(gold)
            counts[at] += len(predicted & wanted)
            counts[at + 1] += len(predicted)
            counts[at + 2] += len(wanted)
    return f1(*counts[:3]), f1(*counts[3:])


def test_invented_texts(written):
    mentions, offices = measure(written)
    assert mentions >= 97
    assert offices >= 95


def test_real_texts(shared):
    lines = (shared / "gold" / "real.jsonl").read_text(encoding="utf-8").splitlines()
    mentions, offices = measure([json.loads(line) for line in lines])
    assert mentions >= 93
    assert offices >= 85


def test_texts_without_annotation(raw_texts):
    for text in raw_texts[::40]:
        for person in find_persons(text):
            for position in person.positions:
                assert text[position.start : position.end] == position.text
            assert all(text[start:end].strip() == text[start:end] for start, end in person.mentions)
