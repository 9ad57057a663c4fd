"""Trend lines with bands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from vnpolitext.views.plots.canvas import canvas, check_columns, label, plain, table_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot_trends(
    table: pd.DataFrame, *, series: Sequence[str] | None = None, ax: "Axes | None" = None
) -> "Axes":
    """Draw rates over time: points, the smooth with its band, and lines where a rate changed.

    Args:
        table: As of `vnpolitext.themes.trends`.
        series: Which series; by default all.
        ax: Where to draw.
    """
    table = table_of(table, "trends", "trends")
    needed = ("series", "period", "rate", "smooth", "smooth_low", "smooth_high", "change")
    check_columns(table, *needed, made_by="trends")
    known = list(dict.fromkeys(table["series"]))
    chosen = known if series is None else list(series)
    if unknown := [name for name in chosen if name not in known]:
        raise ValueError(f"the table has no series {unknown[0]!r}; it has {known}")
    with canvas(ax, (8, 4)) as axes:
        for name in chosen:
            part = table[table["series"] == name]
            (line,) = axes.plot(part["period"], part["smooth"], label=label(name, 40))
            axes.fill_between(part["period"], part["smooth_low"], part["smooth_high"], alpha=0.2,
                              color=line.get_color(), linewidth=0)  # fmt: skip
            axes.plot(part["period"], part["rate"], "o", markersize=3, color=line.get_color())
            for when in part.loc[part["change"], "period"]:
                axes.axvline(when, color=line.get_color(), linestyle=":", linewidth=1)
        axes.set_ylim(bottom=0)
        axes.set_ylabel("per 1,000 words")
        axes.legend(fontsize=8)
        plain(axes)
        return axes
