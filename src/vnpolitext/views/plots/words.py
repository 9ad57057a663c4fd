"""Words of a scaling: how frequent they are, and which side they stand for."""

from typing import TYPE_CHECKING, Any

from vnpolitext.progress import under_way
from vnpolitext.themes import wordfish
from vnpolitext.views.language import noted, spoken
from vnpolitext.views.plots.canvas import BLUE, GREY, canvas, check_columns, label, plain, table_of
from vnpolitext.views.plots.labels import Point, place_labels

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@under_way("plot words")
def plot_words(
    table: Any, *, count: int = 12, language: str = "en", ax: "Axes | None" = None
) -> "Axes":
    """Draw the words of Wordfish: weight across, how common they are upwards.

    Common words stand in the middle and say nothing of a side; the ``count`` words with the
    greatest weight on either side are named.

    Args:
        table: The result of `vnpolitext.themes.wordfish`, or its words; or documents, which it
            scales.
        count: Number of words to name on each side.
        language: Of the words in the plot, ``"en"`` or ``"vi"``.
        ax: Where to draw.
    """
    table = table_of(table, "words", "wordfish", wordfish)
    check_columns(table, "term", "beta", "psi", made_by="wordfish")
    ordered = table.sort_values("beta", kind="stable").reset_index(drop=True)
    is_named = (ordered.index < count) | (ordered.index >= len(ordered) - count)
    named, others = ordered[is_named], ordered[~is_named]
    say = spoken(language)
    with canvas(ax, (8, 6), language) as axes:
        axes.scatter(others["beta"], others["psi"], s=10, color=GREY, alpha=0.5, linewidths=0)
        axes.scatter(named["beta"], named["psi"], s=16, color=BLUE)
        axes.axvline(0, color="black", linewidth=0.6)
        axes.set_xlabel(say(noted("weight of the word (beta)")))
        axes.set_ylabel(say(noted("how common it is (psi)")))
        axes.margins(0.12)
        plain(axes)
        rows = named.iloc[named["beta"].abs().argsort(kind="stable")[::-1]]
        points = [
            Point(x, y, label(term, 28), 2.5)
            for term, x, y in rows[["term", "beta", "psi"]].itertuples(index=False)
        ]
        points += [Point(x, y, radius=2.0) for x, y in others[["beta", "psi"]].to_numpy()]
        place_labels(axes, points)
        return axes
