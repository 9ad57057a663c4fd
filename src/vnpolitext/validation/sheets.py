"""Sheets for coders: CSV, Excel and Label Studio, written empty and read back filled."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from vnpolitext.articles import ArticleError
from vnpolitext.corpus.cells import defused, fused
from vnpolitext.corpus.columns import Unreadable
from vnpolitext.corpus.excel import save_workbook
from vnpolitext.corpus.rows import read_rows
from vnpolitext.corpus.write import replacing
from vnpolitext.validation.errors import SheetError

Answers = dict[str, dict[str, str]]
SEPARATOR: Final = ";"


@dataclass(frozen=True)
class Sheet:
    """What coders are asked, one question a row.

    Attributes:
        rows: The questions; each has ``id`` and ``text``.
        answer: Name of the column that coders fill.
        choices: The answers to choose from; empty where they differ by row (``option_1``, ...).
        several: Whether a row may have several answers.
        notes: Further sheets of a workbook, for the coder to read: name to rows.
    """

    rows: Sequence[Mapping[str, Any]]
    answer: str
    choices: Sequence[str] = ()
    several: bool = False
    notes: Mapping[str, Sequence[Sequence[Any]]] = field(default_factory=dict)


def write_sheet(sheet: Sheet, path: str | Path) -> Path:
    """Write an empty sheet: ``.csv``, ``.xlsx`` or, for Label Studio, ``.json``.

    Beside tasks of Label Studio stands its labelling interface, under the same name with ``.xml``.

    Returns:
        ``path``.

    Raises:
        SheetError: It is another kind of file.
        MissingPackageError: openpyxl is not installed.
    """
    path = Path(path)
    if path.suffix.lower() not in _WRITERS:
        raise SheetError(f"{path}: a sheet is {', '.join(_WRITERS)}")
    _WRITERS[path.suffix.lower()](sheet, path)
    return path


def read_sheet(path: str | Path, answer: str) -> Answers:
    """Read what coders filled in: coder to identifier to answer; empty answers are left out.

    Sheets of CSV and Excel are those of one coder, named by the column ``coder`` or else by the
    file; exports of Label Studio have as many as annotated it.

    Raises:
        SheetError: The file cannot be read, or lacks a column.
    """
    path = Path(path)
    try:
        if path.suffix.lower() == ".json":
            return _read_tasks(json.loads(path.read_text(encoding="utf-8-sig")), answer, path)
        with path.open("rb") as stream:
            rows = list(read_rows(path.name, path.suffix.lower(), stream))
    except (
        OSError, json.JSONDecodeError, UnicodeDecodeError, RecursionError, ArticleError
    ) as error:  # fmt: skip
        raise SheetError(f"{path}: {error}") from None
    found: Answers = {}
    for number, row in enumerate(rows, 2):
        if isinstance(row, Unreadable):
            raise SheetError(f"{path}: {row.reason}")
        if row.get("id") is None or answer not in row:
            raise SheetError(f"{path}: row {number} has no column 'id' or {answer!r}")
        value = row[answer]
        if value is not None and str(value).strip():
            coder = str(row.get("coder") or path.stem)
            name, told = fused(str(row["id"])), fused(str(value).strip())
            found.setdefault(coder, {})[name] = told
    return found


def _columns(sheet: Sheet) -> list[str]:
    names = dict.fromkeys(name for row in sheet.rows for name in row)
    return [*names, sheet.answer]


def _table(sheet: Sheet) -> list[list[Any]]:
    columns = _columns(sheet)
    return [columns, *([row.get(name, "") for name in columns] for row in sheet.rows)]


def _write_csv(sheet: Sheet, path: Path) -> None:
    with (
        replacing(path) as temporary,
        Path(temporary).open("w", encoding="utf-8-sig", errors="replace", newline="") as stream,
    ):
        csv.writer(stream).writerows(map(defused, row) for row in _table(sheet))


def _write_excel(sheet: Sheet, path: Path) -> None:
    save_workbook(path, {"sheet": _table(sheet), **sheet.notes})


def _write_tasks(sheet: Sheet, path: Path) -> None:
    options = [name for name in _columns(sheet) if name.startswith("option_")]
    tasks = []
    for row in sheet.rows:
        data: dict[str, Any] = {name: str(row[name]) for name in row if name not in options}
        if options:
            data["options"] = [{"value": str(row[name])} for name in options if name in row]
        tasks.append({"data": data})
    kind = "multiple" if sheet.several else "single"
    source = ' value="$options"' if options else ""
    lines = [
        "<View>",
        '  <Text name="text" value="$text"/>',
        f'  <Choices name="{sheet.answer}" toName="text" choice="{kind}"{source}>',
        *(f"    <Choice value={quoteattr(choice)}/>" for choice in sheet.choices),
        "  </Choices>",
        "</View>",
        "",
    ]
    for target, content in (
        (path, json.dumps(tasks, ensure_ascii=False, indent=1)),
        (path.with_suffix(".xml"), "\n".join(lines)),
    ):
        with replacing(target) as temporary:
            Path(temporary).write_text(content, encoding="utf-8", newline="\n")


def _read_tasks(tasks: Any, answer: str, path: Path) -> Answers:
    found: Answers = {}
    if not isinstance(tasks, list):
        raise SheetError(f"{path}: no export of Label Studio: a list of tasks is wanted")
    for number, task in enumerate(tasks, 1):
        try:
            name = str(task["data"]["id"])
            for annotation in task.get("annotations") or ():
                if not annotation.get("was_cancelled"):
                    chosen = _chosen(annotation.get("result") or (), answer)
                    found.setdefault(_who(annotation), {})[name] = chosen
        except (KeyError, TypeError, AttributeError):
            raise SheetError(f"{path}: task {number} is not one of Label Studio") from None
    return found


def _chosen(results: Iterable[Mapping[str, Any]], answer: str) -> str:
    """What was chosen; an annotation that was submitted without a choice says there is none."""
    chosen = [
        str(choice)
        for result in results
        if result.get("type") == "choices" and result.get("from_name") == answer
        for choice in result["value"]["choices"]
    ]
    return f"{SEPARATOR} ".join(chosen) or "-"


def _who(annotation: Mapping[str, Any]) -> str:
    who = annotation.get("completed_by")
    if isinstance(who, Mapping):
        who = who.get("email") or who.get("id")
    return str(who)


_WRITERS: Final[dict[str, Callable[[Sheet, Path], None]]] = {
    ".csv": _write_csv,
    ".xlsx": _write_excel,
    ".json": _write_tasks,
}
