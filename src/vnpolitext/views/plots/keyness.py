"""Bars of the terms that set a group apart."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import pandas as pd

from vnpolitext.progress import under_way
from vnpolitext.themes import Comparison, keyness
from vnpolitext.themes.documents import DocumentsLike
from vnpolitext.views.groups import group_names
from vnpolitext.views.language import noted, spoken
from vnpolitext.views.plots.canvas import BLUE, RED, canvas, check_columns, label, plain, table_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes


_NAMED: Final = 3
_BESIDE: Final = noted("{group} beside {others}")
_OTHERS: Final = noted("the other {count} groups")
_REST: Final = noted("the others")


@under_way("plot keyness")
def plot_keyness(
    table: pd.DataFrame | Comparison | DocumentsLike,
    group: str | None = None,
    *,
    measure: str = "z",
    count: int = 15,
    language: str = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the strongest terms of a group, and the strongest of the rest below zero.

    Both sides are named, of many groups the other one as their number.

    Args:
        table: As of `vnpolitext.themes.keyness`; or a comparison or documents, each of which is a
            group then.
        group: Which group; by default the first.
        measure: ``"z"``, ``"log_odds"``, ``"log_ratio"`` or ``"g2"`` (signed here).
        count: Number of terms on each side.
        language: Of the words in the plot, ``"en"`` or ``"vi"``.
        ax: Where to draw.
    """
    table = table_of(table, "keyness", "keyness", keyness)
    check_columns(table, "group", "term", "sign", measure, made_by="keyness")
    groups = list(dict.fromkeys(table["group"]))
    group = groups[0] if group is None else group
    if group not in groups:
        raise ValueError(f"the table has no group {group!r}; it has {groups}")
    part = table[table["group"] == group].copy()
    if measure == "g2":
        part["g2"] *= part["sign"]
    part = part.sort_values(measure, ascending=False, kind="stable")
    above, below = part[part[measure] > 0].head(count), part[part[measure] < 0].tail(count)
    shown = pd.concat([above, below]).iloc[::-1]
    say, called = spoken(language), group_names(language)
    with canvas(ax, (7, 1.2 + 0.24 * len(shown)), language) as axes:
        colours = [BLUE if value > 0 else RED for value in shown[measure]]
        axes.barh(range(len(shown)), shown[measure], color=colours)
        axes.set_yticks(range(len(shown)), [label(term) for term in shown["term"]])
        axes.axvline(0, color="black", linewidth=0.8)
        axes.margins(y=0.02)
        group, others = called(group), [called(name) for name in groups if name != group]
        sides = _sides(others, say)
        axes.set_xlabel(f"← {sides}    {measure}    {label(group, 40)} →")
        axes.set_title(label(say(_BESIDE).format(group=group, others=sides), 80))
        plain(axes)
        return axes


def _sides(others: list[str], say: Callable[[str], str]) -> str:
    """Name the groups on the other side, as far as the table knows them."""
    if not others or len(others) > _NAMED:
        return say(_OTHERS).format(count=len(others)) if others else say(_REST)
    return ", ".join(label(name, 24) for name in others)
