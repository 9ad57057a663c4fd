"""Gather sheets of what items order, and print how far those who filled them agree.

    orders.py gather FOLDER [FOLDER ...] --windows tests/gold/windows --to tests/gold/reading
    orders.py agree FOLDER [FOLDER ...] --windows tests/gold/windows

A sheet ``NAME.reading.json`` is filled after ``docs/annotation.md`` beside ``NAME.txt``; where it
has a list ``NAME.items``, its items are those annotated for the window before. ``gather`` writes
the parcels, offsets and values without text; ``agree`` scores ``NAME.reading.second.json``, made
by somebody else, against the first.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vnpolitext.evaluation import evaluate_orders
from vnpolitext.evaluation.lines import json_lines
from windows import Quotations, SheetError

FIRST, SECOND = "reading.json", "reading.second.json"
ROLES = ["task", "goal", "finding", "result", "lesson", "definition", "topic"]
RELATIONS = ["before", "by", "in", "from", "every"]
CHANGES = (None, "increase", "decrease", "at least", "at most")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    gathering = commands.add_parser("gather")
    gathering.add_argument("--to", type=Path, required=True)
    gathering.set_defaults(run=gather)
    agreeing = commands.add_parser("agree")
    agreeing.set_defaults(run=agree)
    for command in (gathering, agreeing):
        command.add_argument("folder", type=Path, nargs="+")
        command.add_argument("--windows", type=Path, required=True, help="windows with items")
    arguments = parser.parse_args()
    arguments.run(arguments)


def gather(arguments: argparse.Namespace) -> None:
    """Write the parcels of all filled sheets."""
    parcels: dict[str, list[str]] = {"read": [], "unread": []}
    for about, sheet in _sheets(arguments, FIRST):
        parcels[about["parcel"]].append(json.dumps(about | sheet, ensure_ascii=False))
    arguments.to.mkdir(parents=True, exist_ok=True)
    for parcel, lines in parcels.items():
        path = arguments.to / f"reading-{parcel}.jsonl"
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        print(f"{path}: {len(lines)} windows")


def agree(arguments: argparse.Namespace) -> None:
    """Print how far two annotators agree, on the windows that both have annotated."""
    second = {about["id"]: sheet["items"] for about, sheet in _sheets(arguments, SECOND)}
    both = [
        {"id": about["id"], "text": _window(arguments, about), **sheet}
        for about, sheet in _sheets(arguments, FIRST)
        if about["id"] in second
    ]
    print(f"{len(both)} windows")
    _show("agreement", evaluate_orders(both, lambda one: {"directives": second[one["id"]]}))


def _show(label: str, figures: dict[str, Any]) -> None:
    for name, each in figures.items():
        print(
            f"{label:24} {name:20} F1 {100 * each.f1:6.2f}  P {100 * each.precision:6.2f}"
            f"  R {100 * each.recall:6.2f}  gold {each.gold}"
        )


def _sheets(arguments: argparse.Namespace, ending: str) -> Iterator[tuple[dict, dict]]:
    known = {
        row["id"]: row["directives"]
        for path in sorted(arguments.windows.glob("*.jsonl"))
        for row in json_lines(path)
    }
    for folder in arguments.folder:
        for source in sorted(folder.glob("*.source.json")):
            about = json.loads(source.read_text(encoding="utf-8"))
            sheet = folder / f"{about['id']}.{ending}"
            if not sheet.exists():
                continue
            text = (folder / f"{about['id']}.window").read_bytes().decode("utf-8")
            items = known[about["id"]] if (folder / f"{about['id']}.items").exists() else None
            try:
                yield about, {"items": _resolved(sheet, text, items)}
            except (SheetError, KeyError, TypeError, ValueError) as error:
                print(f"{about['id']}: {type(error).__name__} {error}")


def _window(arguments: argparse.Namespace, about: dict[str, Any]) -> str:
    name = f"{about['id']}.window"
    path = next(folder / name for folder in arguments.folder if (folder / name).exists())
    return path.read_bytes().decode("utf-8")


def _resolved(path: Path, text: str, known: list[dict[str, Any]] | None) -> list[dict[str, Any]]:
    sheet = json.loads(path.read_text(encoding="utf-8"))
    at = Quotations(text)
    return [_item(item, at, known) for item in sheet["items"]]


def _item(
    item: dict[str, Any], at: Quotations, known: list[dict[str, Any]] | None
) -> dict[str, Any]:
    start = at(item["marker"])[0] if known is None else known[item["item"]]["start"]
    if item["role"] not in ROLES:
        raise SheetError(f"no role {item['role']!r}")
    return {
        "start": start,
        "role": item["role"],
        "actions": [list(at(words)) for words in item.get("actions") or []],
        "actors": [
            {"start": first, "end": last, "role": role}
            for role, name in (("lead", "actors"), ("with", "with"))
            for first, last in map(at, item.get(name) or [])
        ],
        "targets": [_target(each, at) for each in item.get("targets") or []],
        "deadlines": [_deadline(each, at) for each in item.get("deadlines") or []],
        "strength": item.get("strength"),
    }


def _target(target: dict[str, Any], at: Quotations) -> dict[str, Any]:
    start, end = at(target["at"])
    if target.get("change") not in CHANGES:
        raise SheetError(f"no change {target['change']!r}")
    named = target.get("object")
    return {
        "start": start,
        "end": end,
        "value": float(target["value"]),
        "upper": target.get("upper"),
        "unit": target["unit"],
        "object": list(at(named)) if named else None,
        "change": target.get("change"),
    }


def _deadline(deadline: dict[str, Any], at: Quotations) -> dict[str, Any]:
    start, end = at(deadline["at"])
    if deadline["relation"] not in RELATIONS:
        raise SheetError(f"no relation {deadline['relation']!r}")
    return {"start": start, "end": end, "due": deadline["due"], "relation": deadline["relation"]}


if __name__ == "__main__":
    main()
