"""Positions of documents on one dimension."""

from typing import TYPE_CHECKING

import pandas as pd

from vnpolitext.themes import WordfishResult, wordfish
from vnpolitext.themes.documents import DocumentsLike
from vnpolitext.views.plots.canvas import BLUE, canvas, check_columns, label, plain, table_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot_scale(
    table: pd.DataFrame | WordfishResult | DocumentsLike, *, ax: "Axes | None" = None
) -> "Axes":
    """Draw positions with their intervals, the lowest at the bottom.

    Args:
        table: As of `vnpolitext.themes.wordscores`, or of `wordfish`; or documents, which Wordfish
            scales.
        ax: Where to draw.
    """
    table = table_of(table, "documents", "wordfish", wordfish)
    position = "theta" if "theta" in table else "score"
    check_columns(table, "document", position, "low", "high", made_by="wordfish")
    shown = table.dropna(subset=[position]).sort_values(position, kind="stable")
    with canvas(ax, (7, 1.2 + 0.26 * len(shown))) as axes:
        at = range(len(shown))
        axes.hlines(at, shown["low"], shown["high"], color=BLUE, linewidth=1)
        axes.plot(shown[position], at, "o", color=BLUE, markersize=5)
        axes.set_yticks(at, [label(name) for name in shown["document"]])
        axes.set_xlabel(position)
        axes.grid(axis="y", alpha=0.25)
        plain(axes)
        return axes
