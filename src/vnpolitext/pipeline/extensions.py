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
    doc.user_data[_KEY] = Kept(analysis.to_dict(), analysis)


def text_of(doc: Doc) -> str:
    """Return the text of a document, which spaCy puts together of its tokens each time."""
    found = doc.user_data.get(_KEY)
    return found.analysis.text if isinstance(found, Kept) else doc.text


def analysis_of(doc: Doc) -> Analysis:
    """Return the analysis of a document; one that was stored without it is analysed again."""
    return _kept(doc).analysis


def record_of(span: Span) -> Any:
    """Return the record behind a span of ``doc.spans`` or ``doc.ents``, or ``None``.

    The record of a person's mention is the person.
    """
    return _kept(span.doc).records.get((span.label_, span.start_char, span.end_char))


class Kept(dict[str, Any]):
    """The plain data of an analysis, beside the analysis itself and its records by place.

    spaCy writes it as the dictionary it is; the rest is made again once a document when read.
    """

    def __init__(self, plain: dict[str, Any], analysis: Analysis) -> None:
        """Keep ``analysis``, whose plain data is ``plain``."""
        super().__init__(plain)
        self.analysis = analysis
        self.records = {
            (kind.label, start, end): record
            for kind in KINDS
            for start, end, record in kind.spans(analysis)
        }


def _kept(doc: Doc) -> Kept:
    found = doc.user_data.get(_KEY)
    if found is None:
        remember(doc, analyze(doc.text))
    elif not isinstance(found, Kept):
        doc.user_data[_KEY] = Kept(found, Analysis.from_dict(found))
    kept: Kept = doc.user_data[_KEY]
    return kept
