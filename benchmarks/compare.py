"""The same texts through two revisions: a page with what was gained and lost, by kind.

    python benchmarks/compare.py --base REVISION [TEXTS.jsonl[.gz] ...] [--most 300] [--out PAGE]

TEXTS are JSON Lines with ``id`` and ``text``; without any, the project's own annotated texts. The
base is checked out into a temporary folder and read by the same interpreter, so that only the code
differs.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from vnpolitext.evaluation.lines import json_lines

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
OWN = ROOT / "tests" / "gold" / "written.jsonl"
FIELDS = {
    "citations": ("kind", "number", "name", "issuer", "issued", "term", "title", "provision"),
    "places": ("level", "unit", "code"),
    "directives": ("marker", "number", "style", "level"),
}
OFFICE = ("normalized", "organization", "level", "branch", "status", "since", "until")
READER = """
import json, sys
from vnpolitext import analyze
for line in sys.stdin:
    document = json.loads(line)
    record = analyze(document["text"], id=document["id"]).to_dict()
    print(json.dumps(record, ensure_ascii=False))
"""
Fact = tuple[int, int, str]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", nargs="*", type=Path, default=[OWN])
    parser.add_argument("--base", required=True, help="a revision of the repository")
    parser.add_argument("--most", type=int, default=300, help="texts to read of each file")
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "compare.html")
    arguments = parser.parse_args()
    documents = [each for path in arguments.texts for each in _documents(path, arguments.most)]
    now = _read(ROOT, documents)
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "base"
        _git("worktree", "add", "--detach", "--quiet", str(base), arguments.base)
        try:
            before = _read(base, documents)
        finally:
            _git("worktree", "remove", "--force", str(base))
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    page, counts = _page(arguments.base, before, now)
    arguments.out.write_text(page, encoding="utf-8")
    for (kind, sign), count in sorted(counts.items()):
        print(f"{kind:12} {sign:7} {count}")
    print(f"{len(documents)} texts; {arguments.out}")
    return 0


def _git(*words: str) -> None:
    subprocess.run(["git", "-C", str(ROOT), *words], check=True)  # noqa: S603, S607


def _documents(path: Path, most: int) -> Iterator[dict[str, Any]]:
    for document in islice(json_lines(path), most):
        yield {"id": document["id"], "text": document["text"]}


def _read(tree: Path, documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the records that the code of a checkout finds."""
    lines = "".join(json.dumps(document) + "\n" for document in documents)
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", READER],
        input=lines,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(tree / "src"), "PYTHONUTF8": "1"},
    )
    if done.returncode:
        sys.exit(f"{tree}: {done.stderr.strip().splitlines()[-1]}")
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def _facts(record: dict[str, Any]) -> dict[str, Counter[Fact]]:
    """Return what a reader would compare: the span of each record and what it says."""
    facts: dict[str, Counter[Fact]] = {"persons": Counter(), "positions": Counter()}
    for person in record["persons"]:
        facts["persons"].update((start, end, "") for start, end in person["mentions"])
        for office in person["positions"]:
            said = _said(office, OFFICE)
            facts["positions"][office["start"], office["end"], f"{person['name']}; {said}"] += 1
    for kind, names in FIELDS.items():
        facts[kind] = Counter((it["start"], it["end"], _said(it, names)) for it in record[kind])
    return facts


def _said(record: dict[str, Any], names: tuple[str, ...]) -> str:
    return "; ".join(f"{name} {record[name]}" for name in names if record.get(name) is not None)


def _page(
    revision: str, before: list[dict[str, Any]], now: list[dict[str, Any]]
) -> tuple[str, Counter[tuple[str, str]]]:
    counts: Counter[tuple[str, str]] = Counter()
    parts: dict[str, list[str]] = {}
    for old, new in zip(before, now, strict=True):
        then, today = _facts(old), _facts(new)
        for kind in today:
            lost, gained = then[kind] - today[kind], today[kind] - then[kind]
            rows = [(fact, "lost") for fact in lost] + [(fact, "gained") for fact in gained]
            for fact, sign in sorted(rows):
                counts[kind, sign] += 1
                parts.setdefault(kind, []).append(_item(new, fact, sign))
    body = "".join(
        f"<h2>{kind}: {counts[kind, 'gained']} gained, {counts[kind, 'lost']} lost</h2>"
        f"<ul>{''.join(items)}</ul>"
        for kind, items in sorted(parts.items())
    )
    title = html.escape(f"Gained and lost since {revision}")
    return f"{HEAD}<title>{title}</title><h1>{title}</h1>{body or '<p>Nothing.</p>'}", counts


def _item(record: dict[str, Any], fact: Fact, sign: str) -> str:
    start, end, said = fact
    text = record["text"]
    before, inside, after = text[max(0, start - 60) : start], text[start:end], text[end : end + 60]
    return (
        f'<li class="{sign}"><b>{sign}</b> <small>{html.escape(str(record["id"]))}</small> '
        f"{html.escape(before)}<mark>{html.escape(inside)}</mark>{html.escape(after)}"
        f"<br><small>{html.escape(said)}</small></li>"
    )


HEAD = """<!doctype html><html lang="vi"><meta charset="utf-8"><style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto }
small { color: #666 } li { margin: .4rem 0 } .lost b { color: #b30000 } .gained b { color: #17692b }
mark { background: #fde9b8 }
</style>"""


if __name__ == "__main__":
    sys.exit(main())
