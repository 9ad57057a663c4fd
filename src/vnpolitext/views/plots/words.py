"""Words of a scaling: how frequent they are, and which side they stand for."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from vnpolitext.themes import wordfish
from vnpolitext.views.plots.canvas import BLUE, GREY, canvas, check_columns, label, plain, table_of
from vnpolitext.views.plots.labels import spread_labels

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot_words(table: Any, *, count: int = 12, ax: "Axes | None" = None) -> "Axes":
    """Draw the words of Wordfish: weight across, how common they are upwards.

    Common words stand in the middle and say nothing of a side; the ``count`` words with the
    greatest weight on either side are named.

    Args:
        table: The result of `vnpolitext.themes.wordfish`, or its words; or documents, which it
            scales.
        count: Number of words to name on each side.
        ax: Where to draw.
    """
    table = table_of(table, "words", "wordfish", wordfish)
    check_columns(table, "term", "beta", "psi", made_by="wordfish")
    ordered = table.sort_values("beta", kind="stable")
    named = pd.concat([ordered.head(count), ordered.tail(count)]).drop_duplicates("term")
    with canvas(ax, (8, 6)) as axes:
        axes.scatter(table["beta"], table["psi"], s=10, color=GREY, alpha=0.5, linewidths=0)
        axes.scatter(named["beta"], named["psi"], s=16, color=BLUE)
        axes.axvline(0, color="black", linewidth=0.6)
        axes.set_xlabel("weight of the word (beta)")
        axes.set_ylabel("how common it is (psi)")
        axes.margins(0.12)
        plain(axes)
        texts = [
            axes.text(x, y, label(term, 28), fontsize=8)
            for term, x, y in named[["term", "beta", "psi"]].itertuples(index=False)
        ]
        spread_labels(texts, axes)
        return axes
