"""A similarity table in the order of its clusters, with their tree."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from vnpolitext.progress import under_way
from vnpolitext.themes import Comparison, linkage
from vnpolitext.themes.documents import DocumentsLike
from vnpolitext.themes.similarity import compared
from vnpolitext.views.language import noted, spoken
from vnpolitext.views.plots.canvas import BLUE, canvas, label

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@under_way("plot similarity")
def plot_similarity(
    table: pd.DataFrame | Comparison | DocumentsLike,
    *,
    method: str = "average",
    language: str = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw a similarity table as a heat map, documents in the order of the tree at its side.

    Args:
        table: As of `vnpolitext.themes.similarity`; or a comparison or documents: at least two.
        method: As of `vnpolitext.themes.linkage`.
        language: Of the words in the plot, ``"en"`` or ``"vi"``.
        ax: Where to draw.

    Raises:
        ValueError: There are fewer than two documents.
    """
    from scipy.cluster import hierarchy

    table = compared(table)
    if len(table) < 2:
        raise ValueError("a tree needs two documents")
    tree = linkage(table, method=method)
    order = hierarchy.leaves_list(tree)
    cells = table.to_numpy(dtype=float, copy=True)[np.ix_(order, order)]
    np.fill_diagonal(cells, np.nan)
    names = [label(table.index[at]) for at in order]
    side = 3.5 + 0.24 * len(table)
    with canvas(ax, (side + 2.5, side), language) as axes:
        image = axes.imshow(cells, cmap="YlGnBu", aspect="auto")
        axes.set_xticks(range(len(names)), names, rotation=90, fontsize=8)
        axes.yaxis.tick_right()
        axes.set_yticks(range(len(names)), names, fontsize=8)
        beside = axes.inset_axes((-0.24, 0, 0.22, 1))
        hierarchy.dendrogram(
            tree, orientation="left", ax=beside, no_labels=True, color_threshold=0,
            above_threshold_color=BLUE,
        )  # fmt: skip
        beside.invert_yaxis()
        beside.set_axis_off()
        axes.figure.colorbar(
            image, ax=axes, shrink=0.6, pad=0.02, label=spoken(language)(noted("cosine"))
        )
        return axes
