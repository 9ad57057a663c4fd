"""A heat map of a square or wide table."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from vnpolitext.progress import under_way
from vnpolitext.themes import Comparison
from vnpolitext.themes.documents import DocumentsLike
from vnpolitext.themes.similarity import compared
from vnpolitext.views.plots.canvas import canvas, label, with_comma

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@under_way("plot heatmap")
def plot_heatmap(
    table: pd.DataFrame | Comparison | DocumentsLike,
    *,
    values: bool | None = None,
    title: str = "",
    language: str = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw a table of numbers as colours: a similarity table, or a theme profile.

    Of a square table, where each row is also a column, the diagonal is left blank: there every
    document meets itself.

    Args:
        table: Numbers, with names as index and columns; or a comparison or documents, whose
            similarity is drawn.
        values: Whether to write the numbers in; by default up to 20 rows and columns.
        title: Above the plot.
        language: Of the words in the plot, ``"en"`` or ``"vi"``.
        ax: Where to draw.
    """
    table = compared(table)
    rows, columns = table.shape
    if not table.size:
        raise ValueError("the table is empty: there is nothing to plot")
    numbers = table.to_numpy(dtype=float, copy=True)
    if rows > 1 and list(table.index) == list(table.columns):
        np.fill_diagonal(numbers, np.nan)
    size = (3.5 + 0.45 * columns, 2.0 + 0.35 * rows)
    told = with_comma if language == "vi" else str
    with canvas(ax, size, language) as axes:
        image = axes.imshow(numbers, cmap="YlGnBu", aspect="auto")
        axes.set_xticks(range(columns), [label(name) for name in table.columns], rotation=45,
                        ha="right", rotation_mode="anchor")  # fmt: skip
        axes.set_yticks(range(rows), [label(name) for name in table.index])
        axes.figure.colorbar(image, ax=axes, shrink=0.8)
        if values is None:
            values = max(rows, columns) <= 20
        if values:
            middle = (np.nanmin(numbers) + np.nanmax(numbers)) / 2
            for row, column in np.argwhere(np.isfinite(numbers)):
                colour = "white" if numbers[row, column] > middle else "black"
                axes.text(column, row, told(f"{numbers[row, column]:.2g}"), ha="center",
                          va="center", color=colour, fontsize=8)  # fmt: skip
        axes.set_title(label(title, 80))
        return axes
