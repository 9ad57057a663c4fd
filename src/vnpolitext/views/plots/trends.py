"""Trend lines with bands."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from vnpolitext.progress import under_way
from vnpolitext.themes import trends
from vnpolitext.themes.documents import DocumentsLike
from vnpolitext.views.language import noted, spoken
from vnpolitext.views.plots.canvas import (
    canvas,
    check_columns,
    is_documents,
    legend_below,
    plain,
    table_of,
    theme_names,
    wrapped,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
_MOST: Final = 6
_MARKERS: Final = "osD^vPXh"


@under_way("plot trends")
def plot_trends(
    table: pd.DataFrame | DocumentsLike,
    *,
    series: Sequence[str] | None = None,
    language: str = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw rates over time: points, the smooth with its band, and lines where a rate changed.

    The band is drawn only in periods with documents; elsewhere nothing was measured, and the line
    is dashed.

    Args:
        table: As of `vnpolitext.themes.trends`; or documents, whose political themes are followed.
        series: Which series; by default all, of documents the six that are spoken of most.
        language: Of the words in the plot, ``"en"`` or ``"vi"``.
        ax: Where to draw.
    """
    found = table_of(table, "trends", "trends", partial(trends, themes="political"))
    rates = ("rate", "smooth", "smooth_low", "smooth_high")
    needed = ("series", "period", "documents", *rates, "change")
    check_columns(found, *needed, made_by="trends")
    known = list(dict.fromkeys(found["series"]))
    if series is None and is_documents(table):
        totals = found.groupby("series", sort=False)["count"].sum()
        known = totals.sort_values(ascending=False, kind="stable").head(_MOST).index.tolist()
    chosen = known if series is None else list(series)
    if unknown := [name for name in chosen if name not in known]:
        raise ValueError(f"the table has no series {unknown[0]!r}; it has {known}")
    named = theme_names(language)
    with canvas(ax, (8, 4), language) as axes:
        from matplotlib.lines import Line2D

        keys: list[Line2D] = []
        for at, name in enumerate(chosen):
            part = found[found["series"] == name]
            seen = part["documents"].to_numpy() > 0
            (line,) = axes.plot(part["period"], part["smooth"].where(seen))
            colour, marker = line.get_color(), _MARKERS[at % len(_MARKERS)]
            keys.append(Line2D([], [], marker=marker, markersize=5, color=colour,
                               label=wrapped(named(name))))  # fmt: skip
            axes.plot(part["period"], part["smooth"], ":", linewidth=1, color=colour)
            axes.fill_between(part["period"], part["smooth_low"], part["smooth_high"], where=seen,
                              alpha=0.15, color=colour, linewidth=0)  # fmt: skip
            alone = part[seen & ~_beside(seen)]
            axes.vlines(alone["period"], alone["smooth_low"], alone["smooth_high"], alpha=0.3,
                        color=colour, linewidth=5)  # fmt: skip
            axes.plot(part["period"], part["rate"].where(seen), marker, markersize=5, color=colour,
                      markeredgecolor="white", markeredgewidth=0.5)  # fmt: skip
            for when in part.loc[part["change"], "period"]:
                axes.axvline(when, color=line.get_color(), linestyle=":", linewidth=1)
        axes.set_ylim(bottom=0)
        axes.set_ylabel(spoken(language)(noted("per 1,000 words")))
        legend_below(axes, keys, [key.get_label() for key in keys])
        plain(axes)
        return axes


def _beside(seen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which periods have one with documents beside them."""
    padded = np.concatenate([[False], seen, [False]])
    return np.asarray(padded[:-2] | padded[2:])
