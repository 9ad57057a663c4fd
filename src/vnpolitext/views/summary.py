"""What a set of analyses says, counted: the rows behind the report and the terminal summary."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from vnpolitext.analysis import Analysis
from vnpolitext.errors import documents_with
from vnpolitext.notebook import counted
from vnpolitext.officials import Position
from vnpolitext.people.offices import office_in_full
from vnpolitext.progress import under_way
from vnpolitext.text import fold, tidy


@dataclass(slots=True)
class Entry:
    """One thing that the documents speak of.

    Attributes:
        name: How it is shown: its most frequent form.
        detail: What is known of it, one line.
        count: How often it stands in the documents.
        documents: Identifiers of the documents, in order.
    """

    name: str
    detail: str = ""
    count: int = 0
    documents: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Summary:
    """The most named officials, documents and places, most frequent first."""

    documents: int
    characters: int
    persons: int
    directives: int
    officials: tuple[Entry, ...]
    citations: tuple[Entry, ...]
    places: tuple[Entry, ...]

    def __repr__(self) -> str:
        """Tell how much there is of everything."""
        counts = (
            (self.documents, "document"), (self.characters, "character"),
            (self.persons, "person"), (self.directives, "directive"),
        )  # fmt: skip
        return f"Summary({', '.join(counted(number, noun) for number, noun in counts)})"


@under_way("summarise")
def summarise(analyses: Iterable[Analysis]) -> Summary:
    """Count officials by name, citations by key and places by unit or name over all documents."""
    analyses = list(documents_with(analyses, "text", "officials", "citations", "places"))
    return Summary(
        documents=len(analyses),
        characters=sum(len(analysis.text) for analysis in analyses),
        persons=len({fold(person.name) for analysis in analyses for person in analysis.persons}),
        directives=sum(len(analysis.directives) for analysis in analyses),
        officials=_entries(
            (fold(person.name), person.name, offices, analysis.id)
            for analysis in analyses
            for person in analysis.officials
            for offices in (_offices(person.positions),)
            for _ in person.mentions
        ),
        citations=_entries(
            (
                citation.key or fold(citation.text),
                _joined((citation.kind or "").capitalize(), citation.number)
                if citation.number
                else tidy(citation.text),
                ", ".join(filter(None, (citation.issuer, citation.issued))),
                analysis.id,
            )
            for analysis in analyses
            for citation in analysis.citations
        ),
        places=_entries(
            (
                place.unit_id or f"{place.level} {fold(place.name)}",
                _joined(place.unit, place.name),
                ", ".join(filter(None, (place.level, place.province, place.code))),
                analysis.id,
            )
            for analysis in analyses
            for place in analysis.places
        ),
    )


def _offices(positions: Iterable[Position]) -> str:
    """Return the offices of a person, without those that a longer one only completes."""
    titles: dict[str, str] = {}
    for position in positions:
        office = office_in_full(position)
        titles.setdefault(fold(office), office)
    ordered = sorted(titles)
    completed = {
        short for short, long in pairwise(ordered) if long.startswith(f"{short} ") or not short
    }
    return "; ".join(title for key, title in titles.items() if key not in completed)


def _joined(kind: str | None, name: str) -> str:
    return f"{kind} {name}" if kind else name


def _entries(facts: Iterable[tuple[str, str, str, str]]) -> tuple[Entry, ...]:
    """Gather ``(key, name, detail, document)`` facts by key."""
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    details: defaultdict[str, Counter[str]] = defaultdict(Counter)
    found: dict[str, Entry] = {}
    for key, name, detail, document in facts:
        entry = found.setdefault(key, Entry(name))
        entry.count += 1
        names[key][name] += 1
        details[key][detail] += 1
        if document not in entry.documents:
            entry.documents.append(document)
    for key, entry in found.items():
        entry.name = _most_common(names[key])
        entry.detail = _most_common(details[key])
    return tuple(sorted(found.values(), key=lambda entry: (-entry.count, fold(entry.name))))


def _most_common(counts: Counter[str]) -> str:
    """Return the most frequent of the longest-known values; ties go to the alphabet."""
    return min(counts, key=lambda value: (not value, -counts[value], value))
