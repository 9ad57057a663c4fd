"""Draw windows of real texts for annotation, and turn filled sheets into stand-off files.

    windows.py draw RAW.jsonl.gz [RAW.jsonl.gz ...] --to FOLDER [--each 50] [--seed N]
        [--genre official] [--with signature | list | speech] [--not-in FILE.jsonl ...]
    windows.py check SHEET.json [...]
    windows.py gather FOLDER --to tests/gold/windows

``draw`` writes for every window ``NAME.txt``, its lines numbered, which is what an annotator reads,
and ``NAME.source.json``, where the window comes from. The annotator writes ``NAME.json`` after the
guidelines in ``docs/annotation.md`` without ever seeing output of the library. A quotation there is
``"12:words"`` for words on line 12 and ``"12#2:words"`` for their second occurrence on it.
``check`` says what cannot be read; ``gather`` writes the parcels, offsets and values without text.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from vnpolitext.evaluation.lines import json_lines

GENRES = ("news", "official", "lives")
SHORTEST, LONGEST = 1500, 3500
OFFICES = re.compile(
    r"(?i)\b(?:bí thư|chủ tịch|giám đốc|trưởng ban|ủy viên|uỷ viên|bộ trưởng|thứ trưởng|chánh|"
    r"tư lệnh|chính ủy|chính uỷ|đại biểu quốc hội|chủ nhiệm|viện trưởng|trưởng phòng)\b"
)
LETTERHEAD = re.compile(
    r"(?i)độc lập ?[-–] ?tự do|nơi nhận|\bsố ?: ?[\w ]{0,9}/|(?:kt|tm)\. ?[A-ZĐỦỶ]"
)
SIGNATURE = re.compile(
    r"(?m)\b(?:K/?T|T/?M|T/?L|TUQ)\. ?[A-ZĐỦỶ]{2}"
    r"|^[\W\d]*(?:BÍ THƯ|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG BAN)|(?:BỘ|THỨ) TRƯỞNG)\W*$"
)
LIST = re.compile(
    r"(?m)(?:^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]+\.|(?:Một|Hai|Ba) là|Thứ (?:nhất|hai))"
    r"[^\n]*\s*){3}"
)
SPEECH = re.compile(
    r"(?i)nhấn mạnh|khẳng định|chỉ rõ|yêu cầu|đề nghị|phát biểu|cho biết|cho rằng|bày tỏ|"
    r"chia sẻ|nói rõ|theo (?:ông|bà|đồng chí)|\bthưa (?:các|ông|bà|đồng)|phóng viên ?:|[“\"]\w"
)
HOLDING = {"signature": (SIGNATURE, 1), "list": (LIST, 1), "speech": (SPEECH, 4)}
LIFE = re.compile(
    r"(?i)sinh (?:ngày|năm)|quê (?:quán|ở|tại)?|tốt nghiệp|giữ chức"
    r"|(?:từ )?(?:năm|tháng) \d|khóa [IVX]"
)
POSITION_FIELDS = ("organization", "level", "branch", "place", "status", "since", "until")
CITATION_FIELDS = ("kind", "number", "issued", "issuer", "term", "provision")

Row = tuple[float, str, str, str, int, int]
"""Key of the draw, file, document, its text, start and end of a window."""


class SheetError(ValueError):
    """A sheet cannot be read; the message says where."""


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("raw", type=Path, nargs="+")
    drawing.add_argument("--to", type=Path, required=True)
    drawing.add_argument("--each", type=int, default=50, help="windows of each genre")
    drawing.add_argument("--seed", type=int, default=0)
    drawing.add_argument("--genre", choices=GENRES, action="append", help="only these genres")
    drawing.add_argument(
        "--with", dest="holding", choices=HOLDING, help="only windows with a signature, a list ..."
    )
    drawing.add_argument(
        "--not-in", type=Path, nargs="*", default=[], help="annotated already: texts or windows"
    )
    drawing.set_defaults(run=draw)
    checking = commands.add_parser("check")
    checking.add_argument("sheet", type=Path, nargs="+")
    checking.set_defaults(run=check)
    gathering = commands.add_parser("gather")
    gathering.add_argument("folder", type=Path)
    gathering.add_argument("--to", type=Path, required=True)
    gathering.set_defaults(run=gather)
    arguments = parser.parse_args()
    return arguments.run(arguments)


def draw(arguments: argparse.Namespace) -> int:
    """Write the windows of every genre, two thirds for the parcel that may be read."""
    chance = random.Random(arguments.seed)  # noqa: S311 - a draw that can be repeated
    known, drawn = _annotated(arguments.not_in)
    needed, often = HOLDING.get(arguments.holding, (SIGNATURE, 0))
    pools: dict[str, list[Row]] = {genre: [] for genre in arguments.genre or GENRES}
    for path in arguments.raw:
        for document in json_lines(path):
            text = document["text"]
            if document["id"] in drawn or any(piece in text for piece in known):
                continue
            for start, end in _windows(text, chance):
                genre, weight = _genre(text[start:end], document.get("kind", ""))
                if genre in pools and len(needed.findall(text, start, end)) >= often:
                    key = chance.random() ** (1 / weight)
                    pools[genre].append((key, path.name, document["id"], text, start, end))
    arguments.to.mkdir(parents=True, exist_ok=True)
    taken: Counter[str] = Counter()
    number = 0
    for genre, pool in pools.items():
        chosen = _choose(sorted(pool, reverse=True), arguments.each, taken, chance)
        chance.shuffle(chosen)
        for place, row in enumerate(chosen):
            number += 1
            about = {
                "id": f"w{arguments.seed}-{number:03}",
                "genre": genre,
                "parcel": "unread" if place % 3 == 2 else "read",
            }
            _write_window(arguments.to, about, row)
    print(f"{number} windows in {arguments.to}; fill NAME.json beside every NAME.txt, then gather")
    return 0


def _choose(pool: list[Row], count: int, taken: Counter[str], chance: random.Random) -> list[Row]:
    """Return the first windows of a pool, seldom two and never three of a document."""
    chosen: list[Row] = []
    for row in pool:
        document = row[2]
        if len(chosen) == count:
            break
        if taken[document] < 1 or (taken[document] < 2 and chance.random() < 0.2):
            taken[document] += 1
            chosen.append(row)
    return chosen


def _write_window(folder: Path, about: dict[str, Any], row: Row) -> None:
    _, source, document, text, start, end = row
    window = text[start:end]
    about |= {"source": source, "document": document, "start": start, "end": end}
    about["sha256"] = hashlib.sha256(window.encode()).hexdigest()
    lines = "\n".join(f"{at}:{line}" for at, line in enumerate(window.split("\n"), 1))
    _write(folder / f"{about['id']}.source.json", json.dumps(about, ensure_ascii=False))
    _write(folder / f"{about['id']}.window", window)
    _write(folder / f"{about['id']}.txt", lines + "\n")


def check(arguments: argparse.Namespace) -> int:
    """Print one line for every sheet that cannot be read."""
    failed = 0
    for path in arguments.sheet:
        try:
            record = resolve(path)
        except SheetError as error:
            failed += 1
            print(f"{path.name}: {error}")
        else:
            counts = {
                key: len(record[key]) for key in ("persons", "citations", "places", "directives")
            }
            print(f"{path.name}: {counts}")
    return min(failed, 1)


def gather(arguments: argparse.Namespace) -> int:
    """Write ``read.jsonl`` and ``unread.jsonl`` from all filled sheets of a folder."""
    parcels: dict[str, list[str]] = {"read": [], "unread": []}
    for path in sorted(arguments.folder.glob("*.source.json")):
        about = json.loads(path.read_text(encoding="utf-8"))
        sheet = path.with_name(f"{about['id']}.json")
        if sheet.exists():
            parcels[about["parcel"]].append(json.dumps(about | resolve(sheet), ensure_ascii=False))
    arguments.to.mkdir(parents=True, exist_ok=True)
    for parcel, lines in parcels.items():
        _write(arguments.to / f"{parcel}.jsonl", "".join(line + "\n" for line in lines))
        print(f"{parcel}: {len(lines)} windows")
    return 0


def resolve(path: Path) -> dict[str, Any]:
    """Return the stand-off records of a filled sheet.

    Raises:
        SheetError: A quotation does not stand where the sheet says, or a value is unknown.
    """
    text = path.with_suffix(".window").read_bytes().decode("utf-8")
    try:
        sheet = json.loads(path.read_text(encoding="utf-8"))
        quotation = Quotations(text)
        return {
            "persons": [_person(person, quotation) for person in sheet.get("persons", [])],
            "citations": sorted(
                (_citation(item, quotation) for item in sheet.get("citations", [])),
                key=lambda record: record["start"],
            ),
            "places": sorted(
                (_place(item, quotation) for item in sheet.get("places", [])),
                key=lambda record: record["start"],
            ),
            "directives": _directives(sheet.get("directives", []), quotation),
        }
    except (KeyError, TypeError, AttributeError, json.JSONDecodeError) as error:
        raise SheetError(f"{type(error).__name__} {error}") from None


class Quotations:
    """Finds ``"line:words"`` and ``"line#occurrence:words"`` in a text."""

    def __init__(self, text: str) -> None:
        """Remember where the lines of ``text`` begin."""
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def __call__(self, quoted: str) -> tuple[int, int]:
        """Return the offsets of a quotation."""
        match = re.match(r"(\d+)(?:#(\d+))?:", quoted)
        if match is None:
            raise SheetError(f"no line number in {quoted!r}")
        words = quoted[match.end() :]
        line, occurrence = int(match[1]), int(match[2] or 1)
        if not words or not 1 <= line <= len(self._starts):
            raise SheetError(f"no such line: {quoted!r}")
        begin = self._starts[line - 1]
        limit = self._starts[line] if line < len(self._starts) else len(self._text)
        at = begin - 1
        for _ in range(occurrence):
            at = self._text.find(words, at + 1)
            if at < 0 or at >= limit:
                raise SheetError(f"not on that line: {quoted!r}")
        return at, at + len(words)


def _person(person: dict[str, Any], quotation: Quotations) -> dict[str, Any]:
    positions = []
    for position in person.get("positions", []):
        start, end = quotation(position["at"])
        row: dict[str, Any] = {"start": start, "end": end}
        row |= {name: position.get(name) for name in POSITION_FIELDS}
        row["status"] = row["status"] or "current"
        _one_of(row["status"], "current former late acting")
        _one_of(row["level"], "central province district commune None")
        for name in ("since", "until"):
            _date(row[name])
        unsure = sorted(position.get("unsure", []))
        for name in unsure:
            _one_of(name, " ".join(POSITION_FIELDS))
        positions.append(row | ({"unsure": unsure} if unsure else {}))
    return {
        "mentions": sorted(list(quotation(at)) for at in person["mentions"]),
        "positions": sorted(positions, key=lambda row: row["start"]),
    }


def _citation(citation: dict[str, Any], quotation: Quotations) -> dict[str, Any]:
    start, end = quotation(citation["at"])
    record = {"start": start, "end": end}
    record |= {name: citation.get(name) for name in CITATION_FIELDS}
    _date(record["issued"])
    title = citation.get("title")
    return record | {"title": list(quotation(title)) if title else None}


def _place(place: dict[str, Any], quotation: Quotations) -> dict[str, Any]:
    start, end = quotation(place["at"])
    _one_of(place["level"], "province district commune")
    return {"start": start, "end": end, "level": place["level"]}


def _directives(items: list[dict[str, Any]], quotation: Quotations) -> list[dict[str, Any]]:
    records = []
    for item in items:
        start, marker_end = quotation(item["marker"])
        _one_of(item["style"], "spelled ordinal arabic roman letter")
        record = {"start": start, "end": quotation(item["end"])[1], "marker": [start, marker_end]}
        record |= {"number": int(item["number"]), "style": item["style"]}
        records.append(record | {"parent": item.get("parent")})
    if any(
        record["parent"] is not None and record["parent"] >= at for at, record in enumerate(records)
    ):
        raise SheetError("a parent must be the number of an item before it, counted from 0")
    if any(a["start"] >= b["start"] for a, b in pairwise(records)):
        raise SheetError("directives are not in the order of the text")
    return records


def _one_of(value: Any, known: str) -> None:
    if str(value) not in known.split():
        raise SheetError(f"{value!r} is none of {known}")


def _date(value: Any) -> None:
    if value is not None and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", str(value)):
        raise SheetError(f"{value!r} is no ISO date")


def _annotated(paths: list[Path]) -> tuple[list[str], set[str]]:
    """Return a piece of every annotated text, and the documents that windows were drawn from."""
    pieces, documents = [], set()
    for path in paths:
        for row in json_lines(path):
            if "text" in row:
                pieces.append(row["text"][len(row["text"]) // 2 :][:120])
            else:
                documents.add(row["document"])
    return pieces, documents


def _windows(text: str, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Yield up to five windows: head, tail, signature, two elsewhere; whole lines and tables."""
    starts = [0, *(match.end() for match in re.finditer(r"\n", text))]
    is_row = [text[at : at + 300].lstrip().startswith("|") for at in starts]
    openings = [
        at
        for n, at in enumerate(starts)
        if text[at : at + 1].strip() and not (n and is_row[n] and is_row[n - 1])
    ]
    ends = [at - 1 for at in starts[1:]] + [len(text)]
    if not openings:
        return
    tail = [at for at in openings if SHORTEST <= len(text) - at <= LONGEST]
    signed = [
        at
        for match in SIGNATURE.finditer(text)
        for at in openings
        if SHORTEST <= min(match.end() + 100, len(text)) - at <= SHORTEST + 300
    ]
    for start in {
        openings[0],
        *tail[:1],
        *signed[:1],
        *chance.sample(openings, min(2, len(openings))),
    }:
        limit = chance.randint(SHORTEST + 300, LONGEST)
        fitting = [end for end in ends if SHORTEST <= end - start <= limit]
        if fitting:
            yield start, fitting[-1]


def _genre(window: str, kind: str) -> tuple[str | None, float]:
    """Return the genre of a window and its weight; windows without any office are rare."""
    offices = len(OFFICES.findall(window))
    letters = len(LETTERHEAD.findall(window))
    life = len(LIFE.findall(window))
    weight = 0.05 + min(offices, 12)
    if letters >= 2 or kind == "legal documents" or SIGNATURE.search(window):
        return "official", 0.5 * weight + 2 * letters + 12 * len(SIGNATURE.findall(window))
    if (life >= 8 and offices >= 5) or (
        kind.startswith(("encyclopaedia", "Party")) and offices >= 4
    ):
        return "lives", weight
    if kind.startswith("news") or (not kind and offices >= 2):
        return "news", weight
    return None, 0.0


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    sys.exit(main())
