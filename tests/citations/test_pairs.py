"""Pair tables: a text and what must be found in it."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from vnpolitext.citations import Citation, find_citations
from vnpolitext.citations.grammar.numbers import read_number
from vnpolitext.citations.grammar.rules import RELATIONS, cues
from vnpolitext.text import View

HERE = Path(__file__).parent


def table(name: str) -> list[list[str]]:
    """The rows of a tab-separated table; ``⏎`` stands for a line break."""
    with (HERE / name).open(encoding="utf-8", newline="") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return [[field.replace("⏎", "\n") for field in row] for row in rows]


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its ``[[ ]]`` marks, and the spans between them."""
    text, spans, start = "", [], 0
    for piece in re.split(r"(\[\[|\]\])", marked):
        if piece == "[[":
            start = len(text)
        elif piece == "]]":
            spans.append((start, len(text)))
        else:
            text += piece
    return text, spans


def own(citation: Citation, attribute: str) -> str:
    """An attribute of a citation, empty where the register filled it."""
    if f"{attribute}:register" in citation.filled:
        return ""
    return str(getattr(citation, attribute) or "")


@pytest.mark.parametrize("name", ["numbers", "spans", "decoys", "attributes", "keys", "relations"])
def test_no_case_stands_twice_or_wants_two_things(name: str) -> None:
    rows = table(f"{name}.tsv")
    asked = Counter(tuple(row[:-1] or row) for row in rows)
    assert [case for case, times in asked.items() if times > 1] == []


@pytest.mark.parametrize("marked", [row[0] for row in table("spans.tsv")])
def test_the_marks_of_a_case_are_pairs(marked: str) -> None:
    assert re.sub(r"[^\[\]]", "", re.sub(r"\[\[[^\[\]]+\]\]", "", marked)) == ""


@pytest.mark.parametrize(("surface", "canonical"), table("numbers.tsv"))
def test_number(surface: str, canonical: str) -> None:
    text = View.of(surface).text
    number = read_number(text, 0)
    assert number is not None
    assert number.canonical == canonical
    assert number.end == len(text) or canonical == "35"


@pytest.mark.parametrize(("marked", "expected"), table("spans.tsv"))
def test_spans(marked: str, expected: str) -> None:
    text, spans = unmark(marked)
    found = find_citations(text)
    assert [(c.start, c.end) for c in found] == spans
    assert " | ".join(c.number or c.name or "" for c in found) == expected
    assert all(text[c.start : c.end] == c.text for c in found)


def said(citation: Citation, attribute: str) -> str:
    """An attribute of a citation as the text says it, empty where it is filled from elsewhere."""
    filled = any(mark.startswith(f"{attribute}:") for mark in citation.filled)
    year = attribute == "issued" and len(citation.issued or "") == len("2031")
    in_name = year and (citation.issued or "") in citation.text
    return "" if filled or in_name else str(getattr(citation, attribute) or "")


def test_every_kind_is_read_with_whatever_identifies_it() -> None:
    failed = []
    for marked, *expected in table("combinations.tsv"):
        text, spans = unmark(marked)
        found = find_citations(text, resolve=False)
        told = [said(found[-1], name) for name in ("issued", "issuer", "title")] if found else []
        at = [(citation.start, citation.end) for citation in found]
        if at != spans or (spans and _plain(told) != _plain(expected)):
            failed.append((marked, at, told))
    assert failed == []


def _plain(told: list[str]) -> list[str]:
    return [value.removeprefix("về ").removeprefix("việc ") for value in told]


@pytest.mark.parametrize("text", [text for (text,) in table("decoys.tsv")])
def test_decoy(text: str) -> None:
    assert find_citations(text) == []


@pytest.mark.parametrize(("text", "attribute", "value"), table("attributes.tsv"))
def test_attribute(text: str, attribute: str, value: str) -> None:
    citation, *_ = find_citations(text)
    assert own(citation, attribute) == value


@pytest.mark.parametrize(("first", "second", "same"), table("keys.tsv"))
def test_key(first: str, second: str, same: str) -> None:
    one, other = (find_citations(text)[0] for text in (first, second))
    assert (one.key == other.key) is (same == "yes")


@pytest.mark.parametrize(("text", "relation", "cue", "actor", "source"), table("relations.tsv"))
def test_relation(text: str, relation: str, cue: str, actor: str, source: str) -> None:
    last = find_citations(text)[-1]
    words = "" if last.cue_start is None else text[last.cue_start : last.cue_end]
    found = last.relation, words, last.actor or "", last.source or ""
    assert found == (relation, cue, actor, source)


def test_every_relation_has_words_and_cases() -> None:
    said = {cue.relation for place in ("before", "after") for cue in cues(place).values()}
    assert said == set(RELATIONS)
    assert {row[1] for row in table("relations.tsv")} == set(RELATIONS)
