"""Measure how many of the personnel events that the library tells are right.

    personnel.py [FOLDER]

``personnel.jsonl`` holds, event by event, what readers found wrong in draws from web texts: 200
events before the kinds of what was wrong were mended, 100 after each of three rounds of mending,
then 150, 120 and 90 of later versions, each mended after it was read. Draw 8 is of documents not
drawn before, outside of what else was read in them; 9 to 13 are of other events of the documents of
the first seven, each after mending what the one before showed; 14 are 200 of documents that nobody
had looked at, judged by two readers (``readers`` has what each found wrong, ``wrong`` both); 15 are
141 of documents that no draw before was from, judged by one reader; 16 to 18 are 350 other events
of documents drawn before or annotated in part, judged by one reader, each mended after it was read;
19 are 200 of 104 documents, judged by two readers as 14 are.
An event is right where its person, its kind and the office given, or the one left, are. With
FOLDER, that of the texts, it says how many of the events that were right are still told, and how
many of those that were wrong in person or kind are no more.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import vnpolitext as vp
from vnpolitext.evaluation.lines import json_lines
from vnpolitext.people import personnel_events

VERDICTS = Path(__file__).with_name("personnel.jsonl")
FIELDS = ("office_from", "office_to", "date", "decided_by", "legal_basis")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?")
    arguments = parser.parse_args()
    rows = list(json_lines(VERDICTS))
    for draw in sorted({row["draw"] for row in rows}):
        drawn = [row for row in rows if row["draw"] == draw]
        print(f"draw {draw}: {share(map(is_right, drawn))} right", end=", ")
        print(f"{share(not wrong_in(row, 'person', 'kind') for row in drawn)} in person and kind")
        for kind, count in Counter(row["kind"] for row in drawn).most_common():
            of_kind = [row for row in drawn if row["kind"] == kind]
            print(f"  {kind:<12}{share(map(is_right, of_kind))} of {count}")
        for field in FIELDS:
            told = [row for row in drawn if field in row["told"]]
            print(f"  {field:<12}{share(not wrong_in(row, field) for row in told)} of {len(told)}")
    if arguments.folder is not None:
        again(rows, arguments.folder)
    return 0


def is_right(row: dict[str, Any]) -> bool:
    """Return whether person, kind and the office given, or the one left, are right."""
    office = "office_from" if row["kind"] == "dismissed" else "office_to"
    return not wrong_in(row, "person", "kind", office)


def wrong_in(row: dict[str, Any], *fields: str) -> bool:
    return not set(fields).isdisjoint(row["wrong"])


def share(found: Any) -> str:
    values = list(found)
    return f"{100 * sum(values) / max(1, len(values)):.1f}"


def again(rows: list[dict[str, Any]], folder: Path) -> None:
    """Say how many events are told now."""
    wanted = {row["document"] for row in rows}
    told = {
        (document["id"], event.kind, event.start)
        for source in sorted({row["source"] for row in rows})
        for document in json_lines(folder / source)
        if document["id"] in wanted
        for event in personnel_events([vp.analyze(document["text"], id=document["id"])])
    }
    kept = [(row["document"], row["kind"], row["start"]) in told for row in rows]
    right = [at for at, row in zip(kept, rows, strict=True) if is_right(row)]
    wrong = [not at for at, row in zip(kept, rows, strict=True) if wrong_in(row, "person", "kind")]
    print(f"of those that were right {share(right)} are told now")
    print(f"of those that were wrong in person or kind {share(wrong)} are told no more")


if __name__ == "__main__":
    sys.exit(main())
