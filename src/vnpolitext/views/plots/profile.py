"""The theme profile of groups, with intervals."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from vnpolitext.progress import under_way
from vnpolitext.themes import Comparison, theme_prevalence
from vnpolitext.themes.documents import DocumentsLike
from vnpolitext.views.groups import group_names
from vnpolitext.views.language import noted, spoken
from vnpolitext.views.plots.canvas import (
    canvas,
    check_columns,
    label,
    legend_below,
    plain,
    table_of,
    theme_names,
    wrapped,
)
from vnpolitext.views.plots.heatmap import plot_heatmap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MARKERS: Final = "osD^v"
_RATE: Final = noted("hits per 1,000 words")
_MARKED: Final = len(_MARKERS)


@under_way("plot profile")
def plot_profile(
    table: pd.DataFrame | Comparison | DocumentsLike,
    *,
    themes: Sequence[str] | None = None,
    count: int = 12,
    language: str = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw how much groups talk about themes: one row a theme, one mark a group.

    More than five groups are drawn as a heat map, without intervals: marks of so many could not be
    told apart.

    Args:
        table: As of `vnpolitext.themes.theme_prevalence`; or a comparison or documents, each of
            which is a group then.
        themes: Which themes; by default those with the most hits.
        count: Number of themes, when they are not named.
        language: Of the words in the plot, ``"en"`` or ``"vi"``.
        ax: Where to draw.
    """
    table = table_of(table, "themes", "theme_prevalence", theme_prevalence)
    needed = ("group", "theme", "hits", "rate", "rate_low", "rate_high")
    check_columns(table, *needed, made_by="theme_prevalence")
    if themes is None:
        hits = table.groupby("theme", sort=False)["hits"].sum()
        themes = hits.sort_values(ascending=False, kind="stable").head(count).index.tolist()
    groups = list(dict.fromkeys(table["group"]))
    say, name, called = spoken(language), theme_names(language), group_names(language)
    told = {group: called(group) for group in groups}
    if len(groups) > _MARKED:
        wide = table.pivot_table(index="theme", columns="group", values="rate", sort=False)
        wide = wide.reindex(index=list(themes), columns=groups)
        return plot_heatmap(
            wide.rename(index=name, columns=told), title=say(_RATE), language=language, ax=ax
        )
    with canvas(ax, (8, 1.5 + len(themes) * (0.2 + 0.12 * min(len(groups), 8))), language) as axes:
        for number, group in enumerate(groups):
            part = table[table["group"] == group].set_index("theme").reindex(themes)
            shift = (number - (len(groups) - 1) / 2) * 0.7 / max(len(groups), 1)
            at = np.arange(len(themes)) + shift
            rate = part["rate"].to_numpy(dtype=float)
            low = np.nan_to_num(rate - part["rate_low"].to_numpy(dtype=float)).clip(min=0)
            high = np.nan_to_num(part["rate_high"].to_numpy(dtype=float) - rate).clip(min=0)
            axes.errorbar(rate, at, xerr=[low, high], fmt=_MARKERS[number], markersize=5,
                          linewidth=1, label=wrapped(told[group]))  # fmt: skip
        axes.set_yticks(range(len(themes)), [label(name(theme)) for theme in themes])
        axes.invert_yaxis()
        axes.set_xlabel(say(_RATE))
        axes.grid(axis="y", alpha=0.25)
        legend_below(axes, *axes.get_legend_handles_labels(), inches=0.45)
        plain(axes)
        return axes
