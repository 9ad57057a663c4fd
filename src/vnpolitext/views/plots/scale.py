"""Positions of documents on one dimension."""

from typing import TYPE_CHECKING, Final

import pandas as pd

from vnpolitext.progress import under_way
from vnpolitext.themes import WordfishResult, wordfish
from vnpolitext.themes.documents import DocumentsLike
from vnpolitext.views.language import noted, spoken
from vnpolitext.views.plots.canvas import BLUE, canvas, check_columns, label, plain, table_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_NAMES: Final = {"theta": noted("theta"), "score": noted("score")}


@under_way("plot scale")
def plot_scale(
    table: pd.DataFrame | WordfishResult | DocumentsLike,
    *,
    language: str = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw positions with their intervals, the lowest at the bottom.

    Args:
        table: As of `vnpolitext.themes.wordscores`, or of `wordfish`; or documents, which Wordfish
            scales.
        language: Of the words in the plot, ``"en"`` or ``"vi"``.
        ax: Where to draw.
    """
    table = table_of(table, "documents", "wordfish", wordfish)
    position = "theta" if "theta" in table else "score"
    check_columns(table, "document", position, "low", "high", made_by="wordfish")
    shown = table.dropna(subset=[position]).sort_values(position, kind="stable")
    with canvas(ax, (7, 1.2 + 0.26 * len(shown)), language) as axes:
        at = range(len(shown))
        axes.hlines(at, shown["low"], shown["high"], color=BLUE, linewidth=1)
        axes.plot(shown[position], at, "o", color=BLUE, markersize=5)
        axes.set_yticks(at, [label(name) for name in shown["document"]])
        axes.set_xlabel(spoken(language)(_NAMES[position]))
        axes.grid(axis="y", alpha=0.25)
        plain(axes)
        return axes
