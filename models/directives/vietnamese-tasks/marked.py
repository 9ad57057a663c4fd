"""Read invented documents in which is marked what each item says.

A file has documents, each after a line ``=== kind``. Every line of a document begins with what it
is: ``|`` what is no item, ``T4`` a task of strength 4, ``G2`` a goal, ``t`` a topic, ``d`` a
definition, ``r`` a result, ``f`` a finding, ``l`` a lesson. In it stand ``[actions]``,
``{actors}``, ``{+those who cooperate}``, ``‹95%|95||%›`` targets with value, upper value and unit,
``«trước ngày 5/6/2026|before|2026-06-05»`` deadlines with relation and due; what follows `` @@ ``
is the actor that the words above name.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vnpolitext.evaluation import read_windows

ROLES = {
    "T": "task", "G": "goal", "t": "topic", "d": "definition", "r": "result", "f": "finding",
    "l": "lesson",
}  # fmt: skip
LINE = re.compile(r"(\||[tdrfl]|[TG]\d) (.*)")
MARK = re.compile(
    r"\[(?P<actions>[^\]]+)\]|\{(?P<actors>[^}]+)\}|‹(?P<targets>[^›]+)›|«(?P<deadlines>[^»]+)»"
)
NUMBER = re.compile(
    r"[-(]? ?(?P<number>(?:Một|Hai|Ba|Bốn|Năm) là|Thứ (?:nhất|hai|ba|tư)"
    r"|[0-9IVX]+(?:\.[0-9]+)*|[a-zđ])(?=[.,:) ])"
)
FACTS = ("actions", "actors", "targets", "deadlines")


def annotated_documents(described: str | None, invented: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of the windows that the command line names, then those of a file.

    Args:
        described: What the program does.
        invented: The file.
    """
    parser = argparse.ArgumentParser(
        description=described, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--texts", type=Path, required=True, help="where the raw texts are")
    arguments = parser.parse_args()
    for path in arguments.gold:
        yield from read_windows(path, arguments.texts)
    yield from marked_documents(invented)


def marked_documents(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of a file as gold: ``id``, ``text`` and ``items``."""
    _, *documents = re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))
    for place, document in enumerate(documents):
        kind, *lines = document.rstrip("\n").split("\n")
        text, items = "", []
        for line in lines:
            code, words = LINE.fullmatch(line).groups()
            words, _, above = words.partition(" @@ ")
            plain, facts = _plain(words, len(text))
            start, text = len(text), f"{text}{plain}\n"
            if code == "|":
                continue
            for name in filter(None, above.split("; ")):
                at = text.lower().rindex(name.lower())
                facts["actors"].append({"start": at, "end": at + len(name), "role": "lead"})
            number = NUMBER.match(plain)
            items.append(
                {
                    "start": start + (number.start("number") if number else 0),
                    "role": ROLES[code[0]],
                    "strength": int(code[1]) if code[1:] else None,
                    **facts,
                }
            )
        yield {"id": f"{path.stem}-{place:03}", "genre": kind, "text": text, "items": items}


def _plain(words: str, start: int) -> tuple[str, dict[str, list[Any]]]:
    """The words of a line without its marks, and what the marks say."""
    facts: dict[str, list[Any]] = {name: [] for name in FACTS}
    plain, at = "", 0
    for mark in MARK.finditer(words):
        plain += words[at : mark.start()]
        at, name = mark.end(), mark.lastgroup or ""
        said, *values = mark[name].split("|")
        role = "with" if said.startswith("+") else "lead"
        first = start + len(plain)
        plain += said.removeprefix("+")
        fact: dict[str, Any] = {"start": first, "end": start + len(plain)}
        if name == "actors":
            fact["role"] = role
        elif name == "targets":
            value, upper, unit = values
            fact |= {"value": float(value), "upper": float(upper) if upper else None, "unit": unit}
        elif name == "deadlines":
            fact |= {"relation": values[0], "due": values[1] or None}
        facts[name].append([first, fact["end"]] if name == "actions" else fact)
    return plain + words[at:], facts
