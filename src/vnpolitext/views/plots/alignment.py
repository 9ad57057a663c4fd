"""What became of the items of one document in another."""

from typing import TYPE_CHECKING, Final

from vnpolitext.directives import Alignment
from vnpolitext.directives.align import own_text
from vnpolitext.errors import expect
from vnpolitext.progress import under_way
from vnpolitext.views.language import spoken
from vnpolitext.views.plots.canvas import BLUE, GREY, PALETTE, canvas, label

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LONGEST: Final = 60
_STYLES: Final = {"same": (BLUE, "-"), "reworded": (PALETTE[1], "--")}


@under_way("plot alignment")
def plot_alignment(
    alignment: Alignment,
    *,
    names: tuple[str, str] = ("a", "b"),
    language: str = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the items of two documents side by side, with lines between those that are paired.

    A line is full where the words are the same, dashed where they were reworded, and the wider,
    the more alike; items without a pair are grey: dropped on the left, new on the right.

    Args:
        alignment: Of `vnpolitext.directives.align_directives`.
        names: What the documents are called.
        language: Of the words in the plot, ``"en"`` or ``"vi"``.
        ax: Where to draw.

    Raises:
        ValueError: Neither document has items.
    """
    expect(alignment, Alignment, "an alignment as of align_directives(a, b) is wanted")
    longer = max(len(alignment.a), len(alignment.b))
    if not longer:
        raise ValueError("neither document has items: there is nothing to plot")
    say = spoken(language)
    with canvas(ax, (12, 1.2 + 0.26 * longer), language) as axes:
        for x, items, alone, side in (
            (0.0, alignment.a, set(alignment.dropped), "right"),
            (1.0, alignment.b, set(alignment.new), "left"),
        ):
            for at, item in enumerate(items):
                words = f"{item.marker} {own_text(items, at)}"
                axes.text(
                    x, at, label(words, _LONGEST), ha=side, va="center", fontsize=8,
                    color=GREY if at in alone else "black",
                )  # fmt: skip
        for status, (colour, line) in _STYLES.items():
            pairs = [pair for pair in alignment.pairs if pair.status == status]
            for number, pair in enumerate(pairs):
                axes.plot(
                    [0.02, 0.98], [pair.a, pair.b], line, color=colour, solid_capstyle="round",
                    linewidth=0.6 + 2 * pair.score, label=None if number else say(status),
                )  # fmt: skip
        for x, name, side in ((0.0, names[0], "right"), (1.0, names[1], "left")):
            axes.text(x, -1.4, label(name, _LONGEST), ha=side, fontsize=9, weight="bold")
        axes.set_xlim(-1.6, 2.6)
        axes.set_ylim(longer - 0.4, -2)
        axes.set_axis_off()
        if alignment.pairs:
            axes.legend(fontsize=8, loc="upper center", bbox_to_anchor=(0.5, 0), ncols=2,
                        frameon=False)  # fmt: skip
        return axes
