"""What a spaCy document knows of our records: ``doc._.analysis``, ``span._.record``."""

from __future__ import annotations

from typing import Any, Final

from spacy.tokens import Doc, Span

from vnpolitext.analysis import Analysis, analyze
from vnpolitext.pipeline.kinds import KINDS

_KEY: Final = "vnpolitext"


def register_extensions() -> None:
    """Declare ``doc._.analysis`` and ``span._.record``; calling it again changes nothing."""
    if not Doc.has_extension("analysis"):
        Doc.set_extension("analysis", getter=analysis_of)
    if not Span.has_extension("record"):
        Span.set_extension("record", getter=record_of)


def remember(doc: Doc, analysis: Analysis) -> None:
    """Keep the analysis with the document, as plain data that spaCy can write."""
    doc.user_data[_KEY] = analysis.to_dict()
    doc.user_hooks[_KEY] = Recall(analysis)


def analysis_of(doc: Doc) -> Analysis:
    """Return the analysis of a document; one that was stored without it is analysed again."""
    return _recall(doc).analysis


def record_of(span: Span) -> Any:
    """Return the record behind a span of ``doc.spans`` or ``doc.ents``, or ``None``.

    The record of a person's mention is the person.
    """
    return _recall(span.doc).records.get((span.label_, span.start_char, span.end_char))


class Recall:
    """The analysis of one document as objects, with its records by label and offsets.

    spaCy writes the plain data in ``user_data``; this is what is made of it once a document.
    """

    def __init__(self, analysis: Analysis) -> None:
        """Index the records of ``analysis``."""
        self.analysis = analysis
        self.records = {
            (kind.label, start, end): record
            for kind in KINDS
            for start, end, record in kind.spans(analysis)
        }

    def __call__(self, _doc: Doc) -> Analysis:
        """Return the analysis, as a user hook of a document is expected to be callable."""
        return self.analysis


def _recall(doc: Doc) -> Recall:
    known = doc.user_hooks.get(_KEY)
    if isinstance(known, Recall):
        return known
    kept = doc.user_data.get(_KEY)
    if kept is None:
        analysis = analyze(doc.text)
        doc.user_data[_KEY] = analysis.to_dict()
    else:
        analysis = Analysis.from_dict(kept)
    recall = doc.user_hooks[_KEY] = Recall(analysis)
    return recall
