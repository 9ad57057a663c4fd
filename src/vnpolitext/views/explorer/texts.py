"""Texts for the explorer: every record where it stands, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from vnpolitext.analysis import Analysis
from vnpolitext.directives import Alignment, Directive, align_directives
from vnpolitext.people.offices import office_in_full
from vnpolitext.statements import speaker_of
from vnpolitext.views.explorer.packing import code_units

_SURE: Final = 0.7
_ITEM: Final = 320
_ALIGNMENTS: Final = 40


@dataclass(frozen=True, slots=True)
class Linked:
    """Where the records of texts lead to.

    Attributes:
        people: Number of the person by document and index.
        cited: Number of the cited document by its key.
        units: Number of the unit by its identity.
    """

    people: Mapping[tuple[str, int], int]
    cited: Mapping[str, int]
    units: Mapping[str, int]


def gather_text(analysis: Analysis, linked: Linked) -> dict[str, Any]:
    """Return a text and its marks; offsets count code units, as scripts do."""
    marks = list(_marks(analysis, linked))
    at = code_units(analysis.text, (edge for mark in marks for edge in (mark["s"], mark["e"])))
    for mark in marks:
        mark["s"], mark["e"] = at[mark["s"]], at[mark["e"]]
    marks = [{key: value for key, value in mark.items() if value is not None} for mark in marks]
    marks.sort(key=lambda mark: (mark["s"], -mark["e"], mark["k"]))
    return {"text": analysis.text, "marks": marks}


def gather_directives(analysis: Analysis) -> list[dict[str, Any]]:
    """Return the items of a document, each with who is to act and by when."""
    return [_item(item) for item in analysis.directives]


def gather_alignments(
    analyses: Sequence[Analysis], pairs: Sequence[tuple[int, int]]
) -> list[dict[str, Any]]:
    """Return what became of the items of one document in another that carries it out."""
    found = []
    for one, other in pairs[:_ALIGNMENTS]:
        left, right = analyses[one], analyses[other]
        if left.directives and right.directives:
            found.append({"a": one, "b": other, "rows": _rows(align_directives(left, right))})
    return found


def _rows(alignment: Alignment) -> list[list[Any]]:
    rows: list[list[Any]] = [
        [pair.a, pair.b, pair.status, round(pair.score, 2)] for pair in alignment.pairs
    ]
    rows += [[at, None, "dropped", 0] for at in alignment.dropped]
    rows += [[None, at, "new", 0] for at in alignment.new]
    return rows


def _item(item: Directive) -> dict[str, Any]:
    words = " ".join((item.heading or item.text[len(item.marker) :]).split()).strip(" .:,;)*-")
    return {
        "marker": item.marker,
        "level": item.level,
        "parent": item.parent,
        "role": item.role,
        "orders": item.is_directive,
        "text": words[:_ITEM] + ("…" if len(words) > _ITEM else ""),
        "actors": [" ".join(actor.text.split()) for actor in item.actors],
        "deadlines": [
            {"text": " ".join(each.text.split()), "due": each.due, "relation": each.relation}
            for each in item.deadlines
        ],
        "targets": [" ".join(each.text.split()) for each in item.targets],
        "strength": item.strength.level if item.strength else None,
        "start": item.start,
        "rule": item.rule,
    }


def _marks(analysis: Analysis, linked: Linked) -> Iterator[dict[str, Any]]:
    for index, person in enumerate(analysis.persons):
        to = linked.people.get((analysis.id, index))
        for start, end in person.mentions:
            named = {"to": to} if to is not None else {"is": person.name}
            yield {"s": start, "e": end, "k": "person", **named}
        for position in person.positions:
            yield {
                "s": position.start,
                "e": position.end,
                "k": "position",
                "to": to,
                "is": f"{person.name}: {office_in_full(position)}",
                "status": position.status,
                "rule": position.rule,
                "score": round(position.score, 2),
                "filled": position.completed_from,
                "doubt": position.score < _SURE or None,
            }
    for citation in analysis.citations:
        yield {
            "s": citation.start,
            "e": citation.end,
            "k": "citation",
            "to": linked.cited.get(citation.key),
            "status": citation.relation,
            "rule": citation.rule,
            "filled": ", ".join(citation.filled) or None,
            "doubt": bool(citation.candidates) or None,
        }
    for place in analysis.places:
        unit = linked.units.get(place.unit_id or "")
        yield {
            "s": place.start,
            "e": place.end,
            "k": "place",
            "to": unit,
            "is": f"{place.unit or ''} {place.name}".strip() if unit is None else None,
            "rule": place.rule,
            "doubt": place.unit_id is None or None,
        }
    for number, item in enumerate(analysis.directives):
        yield {
            "s": item.start,
            "e": item.start + len(item.marker),
            "k": "directive",
            "to": number,
            "is": item.role,
            "rule": item.rule,
        }
    for number, said in enumerate(analysis.statements):
        by = None if said.person is None else linked.people.get((analysis.id, said.person))
        yield {
            "s": said.start,
            "e": said.end,
            "k": "statement",
            "to": number,
            "by": by,
            "is": speaker_of(analysis, said).name,
            "status": said.polarity,
            "rule": said.rule,
        }
