"""Figures and errors as tables, and the errors as a page to read."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from vnpolitext.errors import documents_with, expect
from vnpolitext.evaluation.facts import PlainDocument
from vnpolitext.evaluation.runs import Difference, Run
from vnpolitext.evaluation.score import Error
from vnpolitext.progress import under_way

if TYPE_CHECKING:
    import pandas as pd

_FIGURES: Final = (
    *("group", "figure", "documents", "gold", "predicted"),
    *("precision", "recall", "f1", "low", "high"),
)
_WANTED: Final = "a run is wanted, as of run()"
_ERRORS: Final = ("document", "figure", "sign", "fact", "context")
_DIFFERENCES: Final = ("figure", "first", "second", "difference", "low", "high", "p")


@under_way("figures table")
def figures_table(run: Run, by: str | Callable[[PlainDocument], Any] | None = None) -> pd.DataFrame:
    """Return the figures with bootstrap intervals of F1, in per cent.

    Args:
        run: A run.
        by: A field of the documents (``"genre"``, ``"year"``) or a function of one: one row a group
            and figure; without it one row a figure.

    Returns:
        Columns ``group, figure, documents, gold, predicted, precision, recall, f1, low, high``.
    """
    import pandas as pd

    expect(run, Run, _WANTED)
    groups = {"all": run} if by is None else run.group(by)
    rows = []
    for group, part in groups.items():
        for name, figure in part.figures.items():
            shares = (figure.precision, figure.recall, figure.f1, *part.interval(name))
            percent = [round(100 * share, 2) for share in shares]
            counts = (len(part.documents), figure.gold, figure.predicted)
            rows.append((group, name, *counts, *percent))
    return pd.DataFrame(rows, columns=list(_FIGURES))


def differences_table(differences: Iterable[Difference]) -> pd.DataFrame:
    """Return a comparison of two runs as a table, F1 in per cent.

    Returns:
        Columns ``figure, first, second, difference, low, high, p``.
    """
    import pandas as pd

    rows = []
    wanted = "differences are wanted, as of compare_runs()"
    for it in documents_with(differences, "first", "second", "p", wanted=wanted):
        shares = (it.first, it.second, it.second - it.first, it.low, it.high)
        rows.append((it.name, *(round(100 * share, 2) for share in shares), round(it.p, 4)))
    return pd.DataFrame(rows, columns=list(_DIFFERENCES))


def errors_table(errors: Iterable[Error]) -> pd.DataFrame:
    """Return errors as a table: ``document, figure, sign, fact, context``."""
    import pandas as pd

    held = documents_with(errors, "figure", "fact", wanted="errors are wanted, as of a run")
    rows = [(it.document, it.figure, it.sign, str(it.fact), it.context) for it in held]
    return pd.DataFrame(rows, columns=list(_ERRORS))


@under_way("errors page")
def errors_page(run: Run, title: str = "Errors") -> str:
    """Return an HTML page of a run's errors, by figure and document, each in its context."""
    expect(run, Run, _WANTED)
    texts = {str(document["id"]): document["text"] for document in run.documents}
    groups: dict[str, dict[str, list[Error]]] = {}
    for error in run.errors:
        groups.setdefault(error.figure, {}).setdefault(error.document, []).append(error)
    parts = [_HEAD.replace("TITLE", html.escape(title))]
    for figure, documents in sorted(groups.items()):
        count = sum(map(len, documents.values()))
        parts.append(f"<h2>{html.escape(figure)} <small>{count}</small></h2>")
        for document, found in documents.items():
            parts.append(f"<h3>{html.escape(document)}</h3><ul>")
            parts += (_item(error, texts[document]) for error in found)
            parts.append("</ul>")
    if not groups:
        parts.append("<p>No errors.</p>")
    return "\n".join([*parts, "</body></html>", ""])


def _item(error: Error, text: str, width: int = 60) -> str:
    fact = error.fact
    if error.context and isinstance(fact, tuple):
        start = int(fact[0])
        end = int(fact[1]) if isinstance(fact[1], int) and fact[1] > start else start + 1
        before, inside, after = text[max(0, start - width) : start], text[start:end], text[end:]
        shown = f"{html.escape(before)}<mark>{html.escape(inside)}</mark>"
        shown += html.escape(after[:width])
        rest = ", ".join(str(part) for part in fact[2:])
        shown += f" <small>{html.escape(rest)}</small>" if rest else ""
    else:
        shown = html.escape(str(fact))
    return f'<li class="{error.sign}"><b>{error.sign}</b> {shown}</li>'


_HEAD: Final = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>TITLE</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto }
small { color: #666 } h3 { margin: .8rem 0 0 } ul { margin: .2rem 0; padding-left: 1.2rem }
.missed b { color: #b35900 } .wrong b { color: #b30000 } li { white-space: pre-wrap }
mark { background: #fde9b8 }
</style></head><body>
<h1>TITLE</h1>"""
