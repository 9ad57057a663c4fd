"""Measure who is who: documents cut from raw texts, with names that several people share.

People whom the texts name with one body each are drawn with a seed. Every second one gets the name
of another, so that two people share it, in the spellings that texts have; each document is a
stretch of text around a mention. Pairs of documents of one person are right pairs.

    python benchmarks/identities.py RAW.jsonl.gz [RAW.jsonl.gz ...] [--people 100] [--seed 0]
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace

from vnpolitext.evaluation.lines import json_lines
from vnpolitext.officials import Person, find_persons
from vnpolitext.people import resolve_persons
from vnpolitext.places import find_places

WIDTH = 400


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("raw", nargs="+", type=Path)
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 - a drawing, no secret
    corpus, truth = build(gather(options.raw), options.people, chance)
    found = resolve_persons(corpus)
    given = {
        appearance.document: number
        for number, identity in enumerate(found.identities)
        for appearance in identity.appearances
        if truth[appearance.document][1] in {appearance.name.lower()} | spellings(appearance.name)
    }
    report(given, {name: person for name, (person, _) in truth.items()}, len(found.doubts))


def gather(paths: list[Path]) -> dict[str, list[str]]:
    """Return stretches of text around the offices of people, by full name."""
    texts: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        for row in json_lines(path):
            text = row["text"][:20_000]
            for person in find_persons(text):
                for stretch in stretches(text, person):
                    texts[person.name].append(stretch)
    return texts


def stretches(text: str, person: Person) -> Iterator[str]:
    """Yield the text around the first local office of somebody with a full name."""
    if not (3 <= len(person.name.split()) <= 4 and person.name.istitle()):
        return
    for position in person.positions[:1]:
        if position.organization and position.level in {"province", "district"}:
            start = max(0, position.start - WIDTH // 2)
            stretch = text[start : position.end + WIDTH // 2]
            if person.name in stretch:
                yield stretch


def build(
    texts: dict[str, list[str]], people: int, chance: random.Random
) -> tuple[list[SimpleNamespace], dict[str, tuple[int, str]]]:
    """Return documents, and of each the person it is about and the name that it uses."""
    names = sorted(name for name, found in texts.items() if len(found) >= 3)
    chance.shuffle(names)
    corpus, truth = [], {}
    for number, name in enumerate(names[:people]):
        shared = names[number - number % 2]
        for stretch in chance.sample(texts[name], min(6, len(texts[name]))):
            form = chance.choice([shared, shared, shared.upper(), variant(shared)])
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", form, stretch)
            identifier = f"{number}-{len(corpus)}"
            persons = find_persons(text, places=find_places(text))
            corpus.append(SimpleNamespace(id=identifier, metadata={}, text=text, persons=persons))
            truth[identifier] = (number, shared.lower())
    return corpus, truth


def variant(name: str) -> str:
    """Return a name as others spell it."""
    for one, other in (("ỳ", "ì"), ("ỹ", "ĩ"), ("ý", "í"), ("òa", "oà"), ("ủy", "uỷ")):
        changed = re.sub(rf"(?<=[hklmst]){one}(?!\w)", other, name)
        if changed != name:
            return changed
    return name


def spellings(name: str) -> set[str]:
    return {variant(name.title()).lower(), name.title().lower()}


def report(given: dict[str, int], truth: dict[str, int], doubts: int) -> None:
    """Print pairwise precision, recall and F1."""
    right = found = wanted = 0
    for one, other in combinations(sorted(truth), 2):
        same = truth[one] == truth[other]
        joined = given.get(one, -1) == given.get(other, -2)
        wanted += same
        found += joined
        right += same and joined
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    total = precision + recall
    print(f"{len(truth)} documents, {len(set(truth.values()))} people, {len(given)} found")
    print(f"precision {100 * precision:.1f} recall {100 * recall:.1f}", end=" ")
    print(f"F1 {200 * precision * recall / total if total else 0:.1f}, {doubts} doubts")


if __name__ == "__main__":
    main()
