"""All that the page shows, as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from vnpolitext.analysis import Analysis
from vnpolitext.citations import resolve_corpus
from vnpolitext.errors import documents_with
from vnpolitext.text.dates import day_published
from vnpolitext.themes import Comparison
from vnpolitext.views.explorer.citations import day, gather_citations, pairs_of_chains
from vnpolitext.views.explorer.people import gather_people
from vnpolitext.views.explorer.places import gather_places
from vnpolitext.views.explorer.statements import gather_statements
from vnpolitext.views.explorer.texts import (
    Linked,
    gather_alignments,
    gather_directives,
    gather_text,
)
from vnpolitext.views.explorer.themes import gather_themes

MOST_TEXTS: Final = 1000
"""Texts that a page holds; of more documents it has the tables, and the store the texts."""

_FIELDS: Final = ("source", "genre", "author", "url", "level", "province")


def gather(
    found: Iterable[Analysis], comparison: Comparison | None
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the records of documents as the page wants them, and what is inside each of them.

    Returns:
        The records that every view wants; and of each document, unless there are too many, the
        text, the marks, the items and the statements, which repeat words of the text.
    """
    analyses = _with_common_keys(list(documents_with(found, "text", "citations", "persons")))
    numbers = {analysis.id: at for at, analysis in enumerate(analyses)}
    people, who = gather_people(analyses, numbers)
    citations = gather_citations(analyses, numbers)
    places = gather_places(analyses, numbers)
    linked = Linked(
        who, {each["key"]: at for at, each in enumerate(citations["cited"])}, places.pop("place")
    )
    is_whole = len(analyses) <= MOST_TEXTS
    data = {
        "documents": [_document(analysis) for analysis in analyses],
        "people": people,
        "citations": citations,
        "places": places,
        "themes": gather_themes(analyses, comparison),
        "alignments": gather_alignments(analyses, pairs_of_chains(citations["chains"])),
        "whole": is_whole,
        "inside": is_whole,
    }
    return data, [_inside(each, linked) for each in analyses] if is_whole else []


def without_text(inside: dict[str, Any]) -> dict[str, Any]:
    """Return what is inside a document without its text, and the marks that stand in it."""
    return {name: value for name, value in inside.items() if name not in ("text", "marks")}


def _inside(analysis: Analysis, linked: Linked) -> dict[str, Any]:
    return gather_text(analysis, linked) | {
        "items": gather_directives(analysis),
        "said": gather_statements(analysis, linked.people),
    }


def _with_common_keys(analyses: list[Analysis]) -> list[Analysis]:
    joined = resolve_corpus(analysis.citations for analysis in analyses)
    return [
        replace(analysis, citations=tuple(citations))
        for analysis, citations in zip(analyses, joined, strict=True)
    ]


def _document(analysis: Analysis) -> dict[str, Any]:
    known = analysis.metadata
    return {
        "id": analysis.id,
        "title": " ".join(str(known.get("title") or analysis.id).split()),
        "date": day_published(known) or day(analysis),
        **{name: str(known[name]) for name in _FIELDS if known.get(name)},
        "size": len(analysis.text),
        "officials": len(analysis.officials),
        "orders": sum(item.is_directive for item in analysis.directives),
        "items": len(analysis.directives),
        "said": len(analysis.statements),
    }
