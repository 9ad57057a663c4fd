"""A dendrogram of documents."""

from typing import TYPE_CHECKING

import pandas as pd

from vnpolitext.progress import under_way
from vnpolitext.themes import Comparison, linkage
from vnpolitext.themes.documents import DocumentsLike
from vnpolitext.themes.similarity import compared
from vnpolitext.views.language import noted, spoken
from vnpolitext.views.plots.canvas import BLUE, canvas, label, plain

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@under_way("plot dendrogram")
def plot_dendrogram(
    table: pd.DataFrame | Comparison | DocumentsLike,
    *,
    method: str = "average",
    language: str = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the hierarchical clustering of a similarity table.

    Args:
        table: As of `vnpolitext.themes.similarity`; or a comparison or documents.
        method: As of `vnpolitext.themes.linkage`.
        language: Of the words in the plot, ``"en"`` or ``"vi"``.
        ax: Where to draw.
    """
    from scipy.cluster import hierarchy

    table = compared(table)
    tree = linkage(table, method=method)
    with canvas(ax, (7, 1.2 + 0.28 * len(table)), language) as axes:
        hierarchy.dendrogram(
            tree,
            labels=[label(name) for name in table.index],
            orientation="right",
            ax=axes,
            color_threshold=0,
            above_threshold_color=BLUE,
        )
        axes.set_xlabel(spoken(language)(noted("1 - cosine")))
        plain(axes)
        return axes
