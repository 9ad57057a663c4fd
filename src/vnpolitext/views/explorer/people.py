"""People for the explorer: offices in time, documents, events, doubts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from vnpolitext.analysis import Analysis
from vnpolitext.people import Interval, careers, intervals, personnel_events, resolve_persons
from vnpolitext.people.days import first_day, last_day

_MOST: Final = 3000


def gather_people(
    analyses: Sequence[Analysis], numbers: Mapping[str, int]
) -> tuple[list[dict[str, Any]], dict[tuple[str, int], int]]:
    """Return the people, the most named first, and who is who in each document.

    Args:
        analyses: The documents.
        numbers: Number of each document by its identifier.

    Returns:
        A list of people, and the place in it of person ``(document, index)``.
    """
    resolution = resolve_persons(analyses)
    identities = resolution.identities
    mentions = [sum(len(a.person.mentions) for a in each.appearances) for each in identities]
    held = {number for number, each in enumerate(identities) if _is_official(each)}
    order = sorted(
        range(len(identities)),
        key=lambda n: (n not in held, -len(identities[n].appearances), -mentions[n]),
    )[:_MOST]
    place = {number: at for at, number in enumerate(order)}
    found = [_person(identities[number], mentions[number], numbers) for number in order]
    rows = careers(analyses, resolution=resolution)
    branches = {(row.person, row.office_key): (row.branch, row.level) for row in rows}
    for each in intervals(rows):
        if each.person in place:
            branch, level = branches[each.person, each.office_key]
            found[place[each.person]]["offices"].append(
                {
                    "office": each.office,
                    "body": each.organization,
                    "branch": branch,
                    "level": level,
                    "start": each.start.isoformat() if each.start else None,
                    "startFrom": each.start_from,
                    "end": each.end.isoformat() if each.end else None,
                    "endFrom": each.end_from,
                    **_as_told(each),
                    "open": each.is_open,
                    "documents": sorted({numbers[source.document] for source in each.sources}),
                }
            )
    for event in personnel_events(analyses, resolution=resolution):
        if event.person in place:
            found[place[event.person]]["events"].append(
                {
                    "kind": event.kind,
                    "date": event.date or event.document_date,
                    "stated": event.date is not None,
                    "from": event.office_from,
                    "to": event.office_to,
                    "by": event.decided_by,
                    "document": numbers[event.document],
                }
            )
    for doubt in resolution.doubts:
        for one, other in ((doubt.left, doubt.right), (doubt.right, doubt.left)):
            if one in place and other in place:
                found[place[one]]["doubts"].append(
                    {"person": place[other], "score": doubt.score, "reasons": list(doubt.reasons)}
                )
    who = {
        (appearance.document, appearance.index): place[number]
        for number in order
        for appearance in identities[number].appearances
    }
    return found, who


def _as_told(each: Interval) -> dict[str, str]:
    """Return the month or year that texts or dates of documents tell, where they tell no day."""
    told: dict[str, str] = {}
    for name, day, as_day, is_stated in (
        ("start", each.start, first_day, each.start_from == "since"),
        ("end", each.end, last_day, each.end_from == "until"),
    ):
        dates = {
            (source.since if name == "start" else source.until) if is_stated else source.date
            for source in each.sources
        }
        same = [date for date in dates if date and as_day(date[:10]) == day]
        written = max(same, key=len, default="")
        if day is not None and written and len(written) < len("2025-07-01"):
            told[f"{name}As"] = written
    return told


def _is_official(identity: Any) -> bool:
    return any(appearance.person.positions for appearance in identity.appearances)


def _person(identity: Any, mentions: int, numbers: Mapping[str, int]) -> dict[str, Any]:
    people = [appearance.person for appearance in identity.appearances]
    counts: Counter[int] = Counter()
    for appearance in identity.appearances:
        counts[numbers[appearance.document]] += len(appearance.person.mentions)
    return {
        "name": identity.name,
        "sex": next((person.sex for person in people if person.sex), None),
        "ethnicity": next((person.ethnicity for person in people if person.ethnicity), None),
        "aliases": sorted({alias for person in people for alias in person.aliases}),
        "mentions": mentions,
        "documents": sorted(counts),
        "times": [counts[document] for document in sorted(counts)],
        "offices": [],
        "events": [],
        "doubts": [],
    }
