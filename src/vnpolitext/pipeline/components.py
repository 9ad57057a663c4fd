"""The finders as spaCy components.

Each component adds one kind of record to ``doc.spans[key]`` and, where nothing stands in the way,
to ``doc.ents``. The text of every span is the text of its record: where another tokenizer's token
runs across an edge, the token is split there.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import filter_spans

from vnpolitext.pipeline.extensions import analysis_of, register_extensions, text_of
from vnpolitext.pipeline.kinds import KINDS, RecordKind
from vnpolitext.text import sentences

Ints = NDArray[np.int64]


class RecordComponent:
    """A component that marks one kind of record."""

    def __init__(self, kind: RecordKind, *, entities: bool) -> None:
        """Mark ``kind`` in ``doc.spans``, and in ``doc.ents`` if ``entities`` is true."""
        register_extensions()
        self.kind = kind.component
        self.entities = entities

    def __call__(self, doc: Doc) -> Doc:
        """Mark the records and return the document."""
        kind = _BY_COMPONENT[self.kind]
        found = {(start, end): record for start, end, record in kind.spans(analysis_of(doc))}
        _split_tokens(doc, {edge for span in found for edge in span})
        spans = [
            _span(doc, start, end, kind.label, kind.identity(found[start, end]))
            for start, end in sorted(found)
        ]
        doc.spans[kind.key] = SpanGroup(doc, name=kind.key, spans=spans)
        if self.entities:
            doc.set_ents([*doc.ents, *_free(doc, spans)])
        return doc


class SentenceComponent:
    """A component that sets sentence starts by our rules."""

    def __call__(self, doc: Doc) -> Doc:
        """Set ``token.is_sent_start`` and return the document."""
        starts = [span.start for span in sentences(text_of(doc))]
        # All at once: each single assignment makes spaCy look through the whole document.
        marks = np.where(np.isin(_places(doc)[0], starts), 1, -1)
        marks[:1] = 1
        values: Any = marks.astype("uint64")[:, None]
        return doc.from_array(["SENT_START"], values)


def _make(kind: RecordKind) -> None:
    def factory(nlp: Language, name: str, entities: bool) -> RecordComponent:  # noqa: ARG001
        return RecordComponent(kind, entities=entities)

    Language.factory(
        kind.component,
        default_config={"entities": kind.entities},
        assigns=["doc.spans", *(["doc.ents"] if kind.entities else [])],
        func=factory,
    )


_BY_COMPONENT: Final = {kind.component: kind for kind in KINDS}
for _kind in KINDS:
    _make(_kind)


@Language.factory("vnpolitext_sentences", assigns=["token.is_sent_start"])
def create_sentences(nlp: Language, name: str) -> SentenceComponent:  # noqa: ARG001
    """Return the component that sets sentence starts."""
    return SentenceComponent()


def _span(doc: Doc, start: int, end: int, label: str, identity: str) -> Span:
    span = doc.char_span(start, end, label=label, kb_id=identity)
    if span is None:  # pragma: no cover - the tokens were split at both edges
        raise ValueError(f"no token edges at {start} and {end}")
    return span


def _free(doc: Doc, spans: list[Span]) -> list[Span]:
    """Return the longest of ``spans`` that overlap neither each other nor an entity."""
    taken = {token.i for entity in doc.ents for token in entity}
    return filter_spans(
        span for span in spans if not taken.intersection(range(span.start, span.end))
    )


def _places(doc: Doc) -> tuple[Ints, Ints]:
    """Return where the tokens begin and end; all at once, for each token asked is made anew."""
    starts = doc.to_array(["IDX"]).astype(np.int64)
    return starts, starts + doc.to_array(["LENGTH"]).astype(np.int64)


def _split_tokens(doc: Doc, edges: set[int]) -> None:
    """Split every token that runs across one of ``edges``, which are character offsets."""
    if not edges or not len(doc):
        return
    starts, ends = _places(doc)
    asked = np.array(sorted(edges), dtype=np.int64)
    numbers = np.searchsorted(starts, asked, side="right") - 1
    across = (numbers >= 0) & (asked > starts[numbers]) & (asked < ends[numbers])
    cuts: dict[int, list[int]] = {}
    for number, edge in zip(numbers[across].tolist(), asked[across].tolist(), strict=True):
        cuts.setdefault(number, []).append(edge)
    if not cuts:
        return
    with doc.retokenize() as retokenizer:
        for number, inside in cuts.items():
            token = doc[number]
            offsets = [0, *(edge - token.idx for edge in inside), len(token.text)]
            parts = [token.text[a:b] for a, b in pairwise(offsets)]
            retokenizer.split(token, parts, heads=[(token, 0)] * len(parts))
