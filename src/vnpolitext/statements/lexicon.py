"""The words by which statements are read, from the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vnpolitext.models import ModelError, model_file, per_choice, read_table
from vnpolitext.statements.records import POLARITIES
from vnpolitext.text.phrases import Phrases
from vnpolitext.text.word_lists import word_lists
from vnpolitext.vocabulary import body_entries, kinds

MODEL: Final = "vietnamese-cues"
_CONSTRUCTIONS: Final = frozenset(
    {
        *("clause", "marked", "told", "spoken", "group", "assign", "named", "document"),
        *("source", "silent", "equates"),
    }
)
_SPEAKERS: Final = frozenset(
    {"pronoun", "deputy", "leader", "person", "crowd", "report", "body", "none"}
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One word of saying.

    Attributes:
        text: The folded words.
        polarity: One of `POLARITIES`.
        construction: How what is said stands with it; see the head of ``cues.tsv``.
        before: Words directly before it with which it is none.
        after: Words directly after it with which it is none.
        by_documents: Whether a document can be its subject.
    """

    text: str
    polarity: str
    construction: str
    before: frozenset[str]
    after: Phrases[bool]
    by_documents: bool


@dataclass(frozen=True)
class SpeechRules:
    """All words by which statements are read; the lists are those of ``words.toml``."""

    cues: Phrases[Cue]
    speakers: Phrases[str]
    bars: frozenset[str]
    adverbs: Phrases[bool]
    issuing: Phrases[bool]
    papers: Phrases[bool]
    verbal: frozenset[str]
    joining: Phrases[bool]
    adding: Phrases[bool]
    kin: Phrases[bool]
    oblique: frozenset[str]
    openers: Phrases[bool]
    leaving: Phrases[bool]
    going_on: Phrases[bool]
    own: Phrases[bool]
    tasks: Phrases[bool]
    told: Phrases[bool]
    willing: tuple[str, ...]
    occasions: tuple[str, ...]
    asking: Phrases[bool]
    answering: Phrases[bool]
    addressing: tuple[str, ...]
    speeches: Phrases[bool]
    units: Phrases[bool]
    starts: tuple[str, ...]
    beyond: Phrases[bool]
    generic: Phrases[bool]
    acts: frozenset[str]
    strong: frozenset[str]
    felt: frozenset[str]
    things: frozenset[str]
    applicants: frozenset[str]
    writings: Phrases[bool]
    further: tuple[str, ...]
    topics: frozenset[str]
    spoken: frozenset[str]
    people: Phrases[bool]
    studies: Phrases[bool]
    acting: frozenset[str]
    quantities: Phrases[bool]
    clausal: frozenset[str]
    interrogatives: Phrases[bool]
    sayings: Phrases[bool]


@per_choice
def speech_rules() -> SpeechRules:
    """Return the words of saying.

    Raises:
        ModelError: A file of the model is not what the library expects.
    """
    return word_lists(
        SpeechRules,
        "statements",
        MODEL,
        "words.toml",
        cues=Phrases((cue.text, cue) for cue in _cues()),
        speakers=Phrases(_speakers()),
    )


def _cues() -> list[Cue]:
    columns = ("cue", "polarity", "construction", "before", "after", "document")
    found = []
    for text, polarity, construction, before, after, by in read_table(
        model_file("statements", MODEL, "cues.tsv"), columns
    ):
        if polarity not in POLARITIES or construction not in _CONSTRUCTIONS:
            raise ModelError(f"statements/{MODEL}/cues.tsv: bad row for {text!r}")
        found.append(
            Cue(
                text,
                polarity,
                construction,
                frozenset(filter(None, before.split(","))),
                Phrases((words, True) for words in after.split(",") if words),
                by == "yes",
            )
        )
    return found


def _speakers() -> list[tuple[str, str]]:
    rows = list(read_table(model_file("statements", MODEL, "speakers.tsv"), ("words", "kind")))
    if bad := {kind for _, kind in rows} - _SPEAKERS:
        raise ModelError(f"statements/{MODEL}/speakers.tsv: unknown kinds {sorted(bad)}")
    acting = [each.text for each in body_entries() if each.acts == "body" and each.role == "whole"]
    return [*((words, "body") for words in acting), *((words, kind) for words, kind in rows)]


@per_choice
def documents() -> Phrases[bool]:
    """The kinds of documents, and what else is written: indictments, articles, letters."""
    return Phrases((kind, True) for kind in (*kinds(), *speech_rules().further))
