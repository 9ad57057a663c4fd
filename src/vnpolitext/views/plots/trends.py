"""Trend lines with bands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from vnpolitext.views.plots.canvas import canvas, check_columns, label, plain, table_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot_trends(
    table: pd.DataFrame, *, series: Sequence[str] | None = None, ax: "Axes | None" = None
) -> "Axes":
    """Draw rates over time: points, the smooth with its band, and lines where a rate changed.

    The band is drawn only in periods with documents; elsewhere nothing was measured, and the line
    is dashed.

    Args:
        table: As of `vnpolitext.themes.trends`.
        series: Which series; by default all.
        ax: Where to draw.
    """
    table = table_of(table, "trends", "trends")
    rates = ("rate", "smooth", "smooth_low", "smooth_high")
    needed = ("series", "period", "documents", *rates, "change")
    check_columns(table, *needed, made_by="trends")
    known = list(dict.fromkeys(table["series"]))
    chosen = known if series is None else list(series)
    if unknown := [name for name in chosen if name not in known]:
        raise ValueError(f"the table has no series {unknown[0]!r}; it has {known}")
    with canvas(ax, (8, 4)) as axes:
        for name in chosen:
            part = table[table["series"] == name]
            seen = part["documents"].to_numpy() > 0
            (line,) = axes.plot(part["period"], part["smooth"].where(seen), label=label(name, 40))
            colour = line.get_color()
            axes.plot(part["period"], part["smooth"], ":", linewidth=1, color=colour)
            axes.fill_between(part["period"], part["smooth_low"], part["smooth_high"], where=seen,
                              alpha=0.2, color=colour, linewidth=0)  # fmt: skip
            alone = part[seen & ~_beside(seen)]
            axes.vlines(alone["period"], alone["smooth_low"], alone["smooth_high"], alpha=0.3,
                        color=colour, linewidth=5)  # fmt: skip
            axes.plot(part["period"], part["rate"].where(seen), "o", markersize=4, color=colour)
            for when in part.loc[part["change"], "period"]:
                axes.axvline(when, color=line.get_color(), linestyle=":", linewidth=1)
        axes.set_ylim(bottom=0)
        axes.set_ylabel("per 1,000 words")
        axes.legend(fontsize=8)
        plain(axes)
        return axes


def _beside(seen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which periods have one with documents beside them."""
    padded = np.concatenate([[False], seen, [False]])
    return np.asarray(padded[:-2] | padded[2:])
