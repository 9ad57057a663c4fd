"""Measure who is who on annotated documents, and raise the floors of the figures.

The annotation stands off: documents, windows in them, and who is named where. Nobody's name need be
rare: most people of the sample share theirs with another one of it.

    python benchmarks/identities.py FOLDER_OF_TEXTS [GOLD ...] [--raise]
"""

from __future__ import annotations

import argparse
from pathlib import Path
from types import SimpleNamespace

from vnpolitext.evaluation import Floors, identity_figure, read_windows
from vnpolitext.officials import find_persons
from vnpolitext.people import resolve_persons
from vnpolitext.places import find_places

TESTS = Path(__file__).parent.parent / "tests"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument(
        "gold", nargs="*", type=Path, default=sorted(TESTS.glob("gold/people/people-*read.jsonl"))
    )
    parser.add_argument("--raise", dest="raised", action="store_true")
    options = parser.parse_args()
    floors = Floors.read(TESTS / "floors.json")
    for path in options.gold:
        documents = read_windows(path, options.texts)
        resolution = resolve_persons(
            SimpleNamespace(
                id=each["id"],
                metadata={},
                text=each["text"],
                persons=find_persons(each["text"], places=find_places(each["text"])),
            )
            for each in documents
        )
        figure = identity_figure(documents, resolution)
        people = {person["person"] for each in documents for person in each["persons"]}
        print(f"{path.name}: {len(documents)} documents, {len(people)} people, {figure.gold} pairs")
        print(f"precision {100 * figure.precision:.1f} recall {100 * figure.recall:.1f}", end=" ")
        print(f"F1 {100 * figure.f1:.1f}, {len(resolution.doubts)} doubts")
        if options.raised:
            figures = {
                "people.identities": round(100 * figure.f1, 2),
                "people.identities.precision": round(100 * figure.precision, 2),
            }
            floors.renew(path, figures)
    if options.raised:
        floors.write(TESTS / "floors.json")


if __name__ == "__main__":
    main()
