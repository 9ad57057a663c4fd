"""Draw passages of real texts for coding their themes, and gather the filled sheets.

    passages.py draw RAW.jsonl.gz [RAW.jsonl.gz ...] --to FOLDER [--count 600] [--seed N]
        [--not-in FILE.jsonl ...] [--near CODED.jsonl ...]
    passages.py gather FOLDER --to tests/gold/themes

``draw`` writes sheets of 120 passages (``sheet-1.txt``) of two to five sentences, at most one of a
document, as many of each kind of text, and ``passages.json``, where they come from. With ``--near``
half of them are chosen so that rare themes occur: those whose words are most like the coded
passages of a theme (no lexicon is asked), themes in turn, the rarest first. A coder writes
``sheet-1.json``, ``{"p001": ["economy/growth", ...]}``, with the definitions of the themes alone;
``sheet-1.second.json`` is the same sheet by another coder. ``gather`` writes the parcels.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer

from vnpolitext import sentences
from vnpolitext.evaluation.lines import json_lines
from vnpolitext.themes import ThemeLexicon

SHEET = 120
SHORTEST, LONGEST = 180, 900
LEXICON = ThemeLexicon.load()
KINDS = ("news", "official", "other")
OFFICIAL = re.compile(r"(?i)độc lập ?[-–] ?tự do|\bcăn cứ (?:luật|nghị)|nơi nhận|^\W*điều \d", re.M)
PARAGRAPH = re.compile(r"(?m)^(?![|#>!\-*+\d\s])[^\n|]{180,}$")

Passage = tuple[int, int]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("raw", type=Path, nargs="+")
    drawing.add_argument("--to", type=Path, required=True)
    drawing.add_argument("--count", type=int, default=600)
    drawing.add_argument("--seed", type=int, default=0)
    drawing.add_argument("--not-in", type=Path, nargs="*", default=[], help="annotated windows")
    drawing.add_argument("--near", type=Path, nargs="*", default=[], help="coded passages")
    drawing.set_defaults(run=draw)
    gathering = commands.add_parser("gather")
    gathering.add_argument("folder", type=Path)
    gathering.add_argument("--to", type=Path, required=True)
    gathering.set_defaults(run=gather)
    arguments = parser.parse_args()
    return arguments.run(arguments)


def draw(arguments: argparse.Namespace) -> int:
    """Write sheets of passages and where they come from."""
    chance = random.Random(arguments.seed)  # noqa: S311 - a draw that can be repeated
    known = {row.get("document") for path in arguments.not_in for row in json_lines(path)}
    pools: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    for path in arguments.raw:
        for document in json_lines(path):
            if document["id"] in known:
                continue
            text = document["text"]
            found = list(_passages(text, chance))
            if found:
                start, end = chance.choice(found)
                pools[_kind(text, document.get("kind", ""))].append(
                    {"source": path.name, "document": document["id"], "start": start, "end": end,
                     "sha256": hashlib.sha256(text[start:end].encode()).hexdigest(),
                     "text": text[start:end]}
                )  # fmt: skip
    near = _near(pools, arguments.count // 2, _coded(arguments)) if arguments.near else []
    taken = {row["document"] for row in near}
    pools = {
        kind: [row for row in rows if row["document"] not in taken] for kind, rows in pools.items()
    }
    drawn = [*near]
    left = arguments.count - len(near)
    for rest, kind in enumerate(sorted(pools, key=lambda kind: len(pools[kind]))):
        count = min(left // (len(KINDS) - rest), len(pools[kind]))
        drawn += [{"kind": kind, **row} for row in chance.sample(pools[kind], count)]
        left -= count
    chance.shuffle(drawn)
    arguments.to.mkdir(parents=True, exist_ok=True)
    for first in range(0, len(drawn), SHEET):
        sheet = []
        for number, row in enumerate(drawn[first : first + SHEET], first + 1):
            row["id"] = f"p{number:03}"
            row["parcel"] = "unread" if number % 2 else "read"
            sheet.append(f"{row['id']}: {row['text']}\n")
        (arguments.to / f"sheet-{first // SHEET + 1}.txt").write_text("\n".join(sheet), "utf-8")
    kept = [{key: row[key] for key in row if key != "text"} for row in drawn]
    (arguments.to / "passages.json").write_text(json.dumps(kept, indent=0), "utf-8")
    print(f"{len(drawn)} passages in {arguments.to}")
    return 0


def _coded(arguments: argparse.Namespace) -> dict[str, list[str]]:
    """Return the coded passages of each theme."""
    rows = [row for path in arguments.near for row in json_lines(path)]
    wanted = {row["document"] for row in rows}
    texts = {
        document["id"]: document["text"]
        for path in arguments.raw
        for document in json_lines(path)
        if document["id"] in wanted
    }
    coded: dict[str, list[str]] = {}
    for row in rows:
        passage = texts[row["document"]][row["start"] : row["end"]]
        for theme in {LEXICON.former.get(name, name) for name in row["themes"]}:
            coded.setdefault(theme, []).append(passage)
    return coded


def _near(
    pools: dict[str, list[dict[str, Any]]], count: int, coded: dict[str, list[str]]
) -> list[dict[str, Any]]:
    """Return the passages that are most like the coded ones of a theme, themes in turn."""
    waiting = [{"kind": kind, **row} for kind, rows in pools.items() for row in rows]
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    words = vectorizer.fit_transform(row["text"] for row in waiting)
    bodies = {theme.name for theme in LEXICON.themes if theme.beside}
    themes = sorted(coded.keys() - bodies, key=lambda theme: (len(coded[theme]), theme))
    order = {
        theme: iter((-vectorizer.transform(coded[theme]).mean(axis=0).A @ words.T).argsort()[0])
        for theme in themes
    }
    drawn: dict[int, dict[str, Any]] = {}
    for theme in itertools.islice(itertools.cycle(themes), count):
        at = next(int(at) for at in order[theme] if int(at) not in drawn)
        drawn[at] = waiting[at]
    return list(drawn.values())


def _passages(text: str, chance: random.Random) -> Iterator[Passage]:
    for match in PARAGRAPH.finditer(text):
        found = list(sentences(match[0]))
        count = min(chance.randint(2, 5), len(found))
        if count < 2:
            continue
        first = chance.randrange(len(found) - count + 1)
        start, end = found[first].start, found[first + count - 1].end
        if SHORTEST <= end - start <= LONGEST:
            yield match.start() + start, match.start() + end


def _kind(text: str, kind: str) -> str:
    if kind == "legal documents" or len(OFFICIAL.findall(text)) > 1:
        return "official"
    return "news" if kind.startswith("news") else "other"


def gather(arguments: argparse.Namespace) -> int:
    """Write the parcels, ``themes-read.jsonl`` and ``themes-unread.jsonl``."""
    codes: dict[str, dict[str, list[str]]] = {"themes": {}, "second": {}}
    for path in sorted(arguments.folder.glob("sheet-*.json")):
        field = "second" if path.name.endswith(".second.json") else "themes"
        codes[field] |= json.loads(path.read_text("utf-8"))
    parcels: dict[str, list[str]] = {"read": [], "unread": []}
    for row in json.loads((arguments.folder / "passages.json").read_text("utf-8")):
        if row["id"] in codes["themes"]:
            row["themes"] = sorted(codes["themes"][row["id"]])
            if row["id"] in codes["second"]:
                row["second"] = sorted(codes["second"][row["id"]])
            parcels[row["parcel"]].append(json.dumps(row) + "\n")
    arguments.to.mkdir(parents=True, exist_ok=True)
    for parcel, lines in parcels.items():
        (arguments.to / f"themes-{parcel}.jsonl").write_text("".join(lines), "utf-8")
        print(f"{parcel}: {len(lines)} passages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
