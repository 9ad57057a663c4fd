"""What must be true of every text and of the records that are found in it."""

import json
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from vnpolitext import Analysis, Corpus, analyze
from vnpolitext.analysis.words import boundaries
from vnpolitext.citations import find_references
from vnpolitext.corpus.write import json_line
from vnpolitext.people import careers, intervals, personnel_events, resolve_persons
from vnpolitext.statements.records import KINDS, POLARITIES, SPEAKERS
from vnpolitext.text import Span, Token, sentences, tokenize_many

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_DAY: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


class FaultError(Exception):
    """Something that must be true is not."""


def demand(condition: bool, fault: str) -> None:
    """Raise unless ``condition`` holds; an ``assert`` would be silent under ``-O``."""
    if not condition:
        raise FaultError(fault)


def _check_blocks(analysis: Analysis) -> None:
    """Blocks of one parent do not overlap, and lie inside it; parents come before."""
    # A row of one cell has the span of its cell.
    spans = [(block.start, block.end, block.kind) for block in analysis.blocks]
    demand(len(set(spans)) == len(spans), "blocks come twice")
    ends: dict[int | None, int] = {}
    for index, block in enumerate(analysis.blocks):
        demand(ends.get(block.parent, 0) <= block.start, "blocks overlap")
        ends[block.parent] = block.end
        if block.parent is not None:
            demand(block.parent < index, "block parent comes later")
            around = analysis.blocks[block.parent]
            demand(around.start <= block.start and block.end <= around.end, "block not in parent")


def check_records(analysis: Analysis) -> None:
    """Offsets are exact; records are in order, unique, inside the text; parents come before."""
    text = analysis.text
    for name in ("blocks", "citations", "places", "directives", "statements"):
        records: Sequence[Span] = getattr(analysis, name)
        _exact(text, records, name)
        spans = [(record.start, record.end) for record in records]
        demand(all(a[0] <= b[0] for a, b in pairwise(spans)), f"{name} out of order")
        if name != "blocks":
            demand(len(set(spans)) == len(spans), f"{name} come twice")
    _exact(text, find_references(text, analysis.citations), "references")
    _check_blocks(analysis)
    _check_persons(analysis)
    for index, item in enumerate(analysis.directives):
        demand(item.parent is None or 0 <= item.parent < index, "directive parent comes later")
        demand(text.startswith(item.marker[:1], item.start), "marker is not where the item begins")
        parts = (item.actions, item.actors, item.targets, item.deadlines)
        for part in parts:
            _exact(text, part, "part of a directive")
        if item.strength is not None:
            _exact(text, [item.strength], "strength")
    _check_statements(analysis)
    analysis.outline()


def _check_persons(analysis: Analysis) -> None:
    text = analysis.text
    mentions = [mention for person in analysis.persons for mention in person.mentions]
    demand(len(set(mentions)) == len(mentions), "a mention comes twice")
    demand(all(0 <= s < e <= len(text) for s, e in mentions), "a mention outside of the text")
    demand(all(person.mentions for person in analysis.persons), "a person without mention")
    for person in analysis.persons:
        demand(list(person.mentions) == sorted(person.mentions), "mentions out of order")
        _exact(text, person.positions, "positions")
        held = [(p.start, p.end) for p in person.positions]
        demand(len(set(held)) == len(held), "a position comes twice")
        for position in person.positions:
            for day, span in (
                (position.since, position.since_span),
                (position.until, position.until_span),
            ):
                demand(day is None or bool(_DAY.fullmatch(day)), f"a time of an office: {day!r}")
                demand(_inside(text, span), "span of a time")
    firsts = [person.mentions[0] for person in analysis.persons]
    demand(firsts == sorted(firsts), "persons out of order")


def _check_statements(analysis: Analysis) -> None:
    text = analysis.text
    cited = [(citation.start, citation.end) for citation in analysis.citations]
    for index, said in enumerate(analysis.statements):
        demand(said.kind in KINDS and said.polarity in POLARITIES, "kind of a statement")
        demand(said.speaker_kind in SPEAKERS and bool(said.rule), "speaker of a statement")
        demand(_inside(text, said.speaker) and _inside(text, said.cue), "span of a statement")
        edges = said.speaker or ()
        cut = any(start < edge < end for start, end in cited for edge in edges)
        demand(not cut, "a speaker cuts through a citation")
        demand(_indexes(said.person, analysis.persons), "speaker is none of the persons")
        demand(_indexes(said.document, analysis.citations), "speaker is none of the citations")
        demand(said.speaker is not None or said.speaker_kind == "unknown", "speaker of no words")
        if said.parent is not None:
            demand(0 <= said.parent < index, "statement parent comes later")
            around = analysis.statements[said.parent]
            demand(around.start <= said.start and said.end <= around.end, "statement not in parent")


def check_people(analyses: Sequence[Analysis]) -> None:
    """What is told of persons across documents points at their texts."""
    named = [replace(analysis, id=str(number)) for number, analysis in enumerate(analyses)]
    lengths = {analysis.id: len(analysis.text) for analysis in named}
    resolution = resolve_persons(named)
    found = careers(named, resolution=resolution)
    for source in (source for row in found for source in row.sources):
        demand(0 <= source.start < source.end <= lengths[source.document], "source of a career")
    for interval in intervals(found):
        start, end = interval.start, interval.end
        demand(start is None or end is None or start <= end, "an interval that ends before it")
    for event in personnel_events(named, resolution=resolution):
        demand(0 <= event.start < event.end <= lengths[event.document], "an event outside a text")
        demand(event.date is None or bool(_DAY.fullmatch(event.date)), "date of an event")


def _inside(text: str, span: tuple[int, int] | None) -> bool:
    return span is None or 0 <= span[0] < span[1] <= len(text)


def _indexes(index: int | None, records: Sequence[object]) -> bool:
    return index is None or 0 <= index < len(records)


def _exact(text: str, spans: Iterable[Span], name: str) -> None:
    for span in spans:
        demand(0 <= span.start < span.end <= len(text), f"{name} outside of the text")
        demand(text[span.start : span.end] == span.text, f"{name} with wrong offsets")


def check_round_trip(analysis: Analysis) -> None:
    """Plain data, JSON and JSON Lines give an equal analysis back."""
    plain = analysis.to_dict()
    demand(Analysis.from_dict(plain) == analysis, "from_dict(to_dict) differs")
    line = json_line(analysis)
    written = json.dumps(plain)
    demand(json.loads(written) == plain, "plain data differ after JSON")
    demand(json.loads(line) == plain, "plain data differ after JSON Lines")


def check_words(analysis: Analysis, tokens: Sequence[Token]) -> None:
    """Tokens cover the text, in order, and none is cut through by a record."""
    text, at = analysis.text, 0
    edges = {place for span in boundaries(analysis) for place in span}
    for token in tokens:
        demand(at <= token.start < token.end, "tokens overlap or are empty")
        demand(text[token.start : token.end] == token.text, "token with wrong offsets")
        demand(not text[at : token.start].strip(), "characters in no token")
        inside = (place for place in edges if token.start < place < token.end)
        demand(next(inside, None) is None, "a record cuts through a word")
        at = token.end
    demand(not text[at:].strip(), "characters in no token at the end")


def check_sentences(text: str) -> None:
    """Sentences are exact, in order, and leave out nothing but blanks."""
    at = 0
    for sentence in sentences(text):
        demand(at <= sentence.start < sentence.end, "sentences overlap or are empty")
        demand(text[sentence.start : sentence.end] == sentence.text, "sentence with wrong offsets")
        demand(not text[at : sentence.start].strip(), "characters in no sentence")
        at = sentence.end
    demand(not text[at:].strip(), "characters in no sentence at the end")


def check_text(text: str) -> Analysis:
    """Check everything that can be said of one text alone; return its analysis."""
    analysis = analyze(text)
    demand(analysis.text == text, "the text was changed")
    check_records(analysis)
    check_round_trip(analysis)
    check_sentences(text)
    return analysis


def words_of(analyses: Sequence[Analysis]) -> list[list[Token]]:
    """Return the words of several analyses, as `Analysis.words` gives them one by one."""
    return tokenize_many([a.text for a in analyses], spans=[boundaries(a) for a in analyses])


def check_again(analyses: Sequence[Analysis]) -> None:
    """After other texts, in another order and in threads, the same analyses come out."""
    with ThreadPoolExecutor(4) as pool:
        again = list(pool.map(analyze, [analysis.text for analysis in reversed(analyses)]))
    for old, new in zip(reversed(analyses), again, strict=True):
        demand(old == new, f"another result in a thread or after other texts: {old.text!r}")


def check_store(analyses: Sequence[Analysis]) -> None:
    """A store of the texts gives the same analyses, surrogates replaced one by one."""
    with tempfile.TemporaryDirectory() as folder:
        made = Corpus.from_texts([a.text for a in analyses]).analyze(Path(folder) / "store")
        demand(not made.failures, f"the store has failures: {made.failures[:1]}")
        stored = list(Corpus.open(Path(folder) / "store"))
    demand(len(stored) == len(analyses), "the store lacks documents")
    for old, new in zip(analyses, stored, strict=True):
        if _SURROGATE.search(old.text):
            demand(_SURROGATE.sub("\ufffd", old.text) == new.text, f"stored text: {old.text!r}")
            _exact(new.text, [*new.citations, *new.places, *new.directives], "stored records")
        else:
            demand(_facts(old) == _facts(new), f"the store differs: {old.text!r}")


def _facts(analysis: Analysis) -> dict[str, Any]:
    return {key: value for key, value in analysis.to_dict().items() if key != "id"}


def shorten(text: str, fails: Callable[[str], bool]) -> str:
    """Return a shorter text that fails too, pieces taken out as long as it does."""
    size = max(1, len(text) // 2)
    while True:
        at, shorter = 0, text
        while at < len(shorter):
            candidate = shorter[:at] + shorter[at + size :]
            if fails(candidate):
                shorter = candidate
            else:
                at += size
        if shorter == text and size == 1:
            return text
        text, size = shorter, max(1, size // 2)
