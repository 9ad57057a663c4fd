"""Records for displaCy, spaCy's view of a text: colours, and spans by their place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from spacy.tokens import Doc

from vnpolitext.analysis import Analysis
from vnpolitext.analysis.highlight import COLOURS
from vnpolitext.errors import expect
from vnpolitext.pipeline.extensions import analysis_of
from vnpolitext.pipeline.kinds import KINDS

LABELS: Final = tuple(kind.label for kind in KINDS)
"""The labels of records, in the order in which they go before one another."""


def displacy_options(labels: Iterable[str] = LABELS) -> dict[str, Any]:
    """Return the options with which ``displacy.render`` shows our labels in their colours.

    Example:
        >>> displacy_options(["PLACE"])
        {'ents': ['PLACE'], 'colors': {'PLACE': '#c5e6c2'}}
    """
    shown = _known(labels)
    return {"ents": list(shown), "colors": {label: COLOURS[label.lower()] for label in shown}}


def displacy_data(
    document: Analysis | Doc, labels: Iterable[str] = ("CITATION", "PERSON", "PLACE")
) -> dict[str, Any]:
    """Return a document as ``displacy.render(..., manual=True)`` takes it, for one text.

    Of records that overlap the one whose label stands first is kept, of two with one label the
    longer.

    Args:
        document: An analysis, or a document of our pipeline.
        labels: Which kinds of record to show.

    Raises:
        ValueError: There is no such label.

    Example:
        >>> import vnpolitext as vp
        >>> displacy_data(vp.analyze("Họp tại huyện Tủa Chùa."))["ents"]
        [{'start': 8, 'end': 22, 'label': 'PLACE', 'kb_id': '098@2024', 'kb_url': '#'}]
    """
    analysis = analysis_of(document) if isinstance(document, Doc) else document
    expect(analysis, Analysis, "an analysis or a Doc of one text is wanted")
    taken = bytearray(len(analysis.text))
    found: list[dict[str, Any]] = []
    by_label = {kind.label: kind for kind in KINDS}
    for label in _known(labels):
        kind = by_label[label]
        spans = sorted(kind.spans(analysis), key=lambda span: (span[0] - span[1], span[0]))
        for start, end, record in spans:
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\x01" * (end - start)
            known = {"kb_id": kind.identity(record), "kb_url": "#"}
            found.append({"start": start, "end": end, "label": label, **known})
    found.sort(key=lambda span: span["start"])
    return {"text": analysis.text, "ents": found, "title": None}


def render(
    document: Analysis | Doc, labels: Iterable[str] = ("CITATION", "PERSON", "PLACE")
) -> str:
    """Return a text with its records in colour, as displaCy draws it, in HTML.

    Args:
        document: An analysis, or a document of our pipeline.
        labels: Which kinds of record to show.

    Example:
        >>> import vnpolitext as vp
        >>> page = render(vp.analyze("Họp tại huyện Tủa Chùa."))
        >>> "#c5e6c2" in page and "huyện Tủa Chùa" in page
        True
    """
    from spacy import displacy

    shown = _known(labels)
    page: str = displacy.render(
        displacy_data(document, shown),
        style="ent",
        manual=True,
        options=displacy_options(shown),
        jupyter=False,
    )
    return page


def _known(labels: Iterable[str]) -> tuple[str, ...]:
    expect(labels, Iterable, "labels are wanted")
    shown = tuple(labels)
    if unknown := [label for label in shown if label not in LABELS]:
        raise ValueError(f"no label {str(unknown[0])[:40]!r}; there are {', '.join(LABELS)}")
    return shown
