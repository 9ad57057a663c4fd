"""The report: one HTML page, complete in itself, that shows what was found."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from vnpolitext._version import __version__
from vnpolitext.analysis import Analysis
from vnpolitext.analysis.highlight import COLOURS, to_html
from vnpolitext.views.summary import summarise

if TYPE_CHECKING:
    import pandas as pd

    from vnpolitext.themes import Comparison

_TERMS: Final = 8
_PASSAGES: Final = 30
_SQUARE: Final = 40
_GROUPS: Final = 200
_PAIRS: Final = 100


def report_html(
    analyses: Sequence[Analysis],
    comparison: Comparison | None = None,
    *,
    title: str = "vnpolitext report",
) -> str:
    """Return a page with the officials, citations, places, directives and themes of documents.

    Args:
        analyses: The analysed documents.
        comparison: What ``vnpolitext.compare`` found in them, if it was asked.
        title: Heading of the page.

    Returns:
        HTML that needs no other file and no network.
    """
    from jinja2 import Environment, PackageLoader, select_autoescape

    environment = Environment(
        loader=PackageLoader("vnpolitext.views"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["heat"] = heat
    template = environment.get_template("report.html.j2")
    script = _script()
    return template.render(
        title=title,
        script=script,
        policy=_policy(script),
        version=__version__,
        summary=summarise(analyses),
        documents=[_document(analysis) for analysis in analyses],
        colours=COLOURS,
        **(_compared(comparison) if comparison is not None else {}),
    )


def heat(value: float, largest: float) -> str:
    """Return the background of a cell: the deeper, the larger ``value`` beside ``largest``."""
    share = max(0.0, min(1.0, value / largest)) if largest > 0 else 0.0
    return f"rgba(31, 98, 142, {0.75 * share:.2f})"


def _script() -> str:
    path = files("vnpolitext.views") / "templates" / "report.js"
    return path.read_text(encoding="utf-8")


def _policy(script: str) -> str:
    """Return a policy that lets the page run its own script and load nothing."""
    digest = b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'"
    )


def _document(analysis: Analysis) -> dict[str, Any]:
    return {
        "id": analysis.id,
        "title": analysis.metadata.get("title") or analysis.id,
        "published": analysis.metadata.get("published"),
        "author": analysis.metadata.get("author"),
        "analysis": analysis,
        "html": to_html(analysis),
    }


def _compared(comparison: Comparison) -> dict[str, Any]:
    terms = comparison.top_terms(_TERMS).groupby("group", sort=False)["term"]
    profile = comparison.theme_profile
    spoken = profile[profile.sum(axis=1) > 0]
    square = comparison.similarity
    few = len(square) <= _SQUARE
    return {
        "notes": comparison.notes,
        "themes": _grid(spoken.iloc[:, :_SQUARE]),
        "terms": [(str(group), list(words)) for group, words in terms][:_GROUPS],
        "similarity": _grid(square) if few and square.size else None,
        "alike": [] if few else _alike(square),
        "passages": _passages(comparison.passage_clusters),
        "groups": len(comparison.groups),
        "shown": {"themes": _SQUARE, "terms": _GROUPS},
    }


def _alike(square: pd.DataFrame) -> list[tuple[str, str, float]]:
    """Return the pairs of documents most alike, the most alike first."""
    names = [str(name) for name in square.index]
    cells = np.triu(np.nan_to_num(square.to_numpy(dtype=float)), k=1)
    flat = cells.ravel()
    best = np.argpartition(-flat, min(_PAIRS, flat.size - 1))[:_PAIRS]
    best = best[np.argsort(-flat[best], kind="stable")]
    rows, columns = np.divmod(best, len(names))
    return [
        (names[row], names[column], float(cells[row, column]))
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        if cells[row, column] > 0
    ]


def _passages(clusters: pd.DataFrame) -> list[dict[str, Any]]:
    """Return each shared passage with the longest of its forms and the documents that have it."""
    passages = [
        {
            "text": max(rows["text"], key=len),
            "documents": list(dict.fromkeys(rows["document"])),
        }
        for _, rows in clusters.groupby("cluster", sort=True)
    ]
    return sorted(passages, key=lambda passage: -len(passage["documents"]))[:_PASSAGES]


def _grid(table: pd.DataFrame) -> dict[str, Any]:
    """Return a table of numbers as row names, column names, cells and the largest cell."""
    cells = np.nan_to_num(table.to_numpy(dtype=float))
    return {
        "columns": [str(name) for name in table.columns],
        "rows": [
            (str(name), [float(cell) for cell in row])
            for name, row in zip(table.index, cells, strict=True)
        ],
        "largest": float(cells.max()) if cells.size else 0.0,
    }
