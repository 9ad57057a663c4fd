"""The career of one person as bars over time: how its beginnings and ends are known shows."""

from collections.abc import Callable, Iterable
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from vnpolitext.people import Interval, relations
from vnpolitext.people.periods import as_intervals
from vnpolitext.progress import under_way
from vnpolitext.views.language import noted, spoken
from vnpolitext.views.plots.canvas import (
    BLUE,
    GREY,
    RED,
    canvas,
    label,
    legend_below,
    plain,
    wrapped,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from vnpolitext.people.resolve import NamingDocument

_HEIGHT: Final = 0.5
_WIDTH: Final = 44  # letters of a line of an office
_STATED: Final = noted("stated by a text")
_SEEN: Final = noted("first or last document that names the office")
_GOES_ON: Final = noted("no text says that it has ended")
_ENDED: Final = noted("has ended, no text says when")
_GAP: Final = noted("gap")
_OVERLAP: Final = noted("overlap")
_UNKNOWN: Final = noted("time unknown")


@under_way("plot career")
def plot_career(
    found: "Iterable[Interval] | Iterable[NamingDocument]",
    *,
    person: int | None = None,
    language: str = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the offices of one person (*quá trình công tác*) as bars over time.

    A bar ends in a line where a text states the day, in an arrow where no text says that the office
    has ended, in a broken edge and a question mark where it has ended and no text says when. Days
    that are only those of documents are dots. Gaps between offices are grey stripes, days in two
    offices are red ones, pale where no texts state the days that bound them. An office without any
    day has a row without a bar.

    Args:
        found: Intervals of one or more people, see `vnpolitext.people.intervals`, or analyses that
            tell them.
        person: Number of the person; may be left out where all intervals are one person's.
        language: Of the words in the plot, ``"en"`` or ``"vi"``.
        ax: Where to draw.

    Returns:
        The axes; ``axes.figure.savefig("career.svg")`` writes them, as SVG, PDF or PNG.

    Raises:
        ValueError: There are no intervals of the person, or of more than one and none is named.
    """
    own = [each for each in as_intervals(found) if person is None or each.person == person]
    people = {each.person for each in own}
    if len(people) != 1:
        raise ValueError(
            "there are no intervals to plot"
            if not people
            else f"the intervals are of {len(people)} people: name one with person="
        )
    own.sort(key=lambda each: (_first(each) or date.max, each.office))
    say = spoken(language)
    with canvas(ax, (9, 1.2 + 0.42 * len(own)), language) as axes:
        for row, each in enumerate(own):
            _draw(axes, row, each, say)
        stripes = _relate(axes, own)
        axes.set_yticks(range(len(own)), [wrapped(each.office, _WIDTH) for each in own], fontsize=8)
        axes.set_ylim(len(own) - 0.4, -0.6)
        axes.set_title(label(own[0].name))
        if any(map(_first, own)):
            axes.xaxis_date()
            axes.use_sticky_edges = False
            axes.margins(x=0.06)
        else:
            axes.set_xticks([])
        plain(axes)
        handles = dict(zip(*reversed(axes.get_legend_handles_labels()), strict=True)) | stripes
        if handles:
            legend_below(axes, handles.values(), map(say, handles))
        return axes


def _first(each: Interval) -> date | None:
    return each.start or each.end


def _draw(axes: "Axes", row: int, each: Interval, say: Callable[[str], str]) -> None:
    """Draw the bar of one office and how its two ends are known."""
    begin, finish = _first(each), each.end or each.start
    if begin is None or finish is None:
        axes.text(0.5, row, say(_UNKNOWN), fontsize=8, va="center", ha="center", style="italic",
                  transform=axes.get_yaxis_transform(),
                  bbox={"facecolor": "white", "alpha": 0.8, "linewidth": 0, "pad": 1})  # fmt: skip
        return
    left, right = _number(begin), _number(finish)
    unknown = not each.is_open and each.end_from != "until"
    axes.barh(row, right - left, left=left, height=_HEIGHT, color=BLUE,
              alpha=0.35 if unknown else 0.75, linestyle="--" if unknown else "-",
              edgecolor=BLUE)  # fmt: skip
    _mark(axes, left, row, "|" if each.start_from == "since" else "o")
    if each.start is None:
        axes.annotate("?", (left, row), xytext=(-8, 0), textcoords="offset points", va="center",
                      color=BLUE)  # fmt: skip
    if each.end_from == "until":
        _mark(axes, right, row, "|")
    elif each.is_open:
        if each.end_from == "last_seen":
            _mark(axes, right, row, "o")
        from matplotlib.transforms import ScaledTranslation

        beyond = ScaledTranslation(0.12, 0, axes.figure.dpi_scale_trans)  # inches
        axes.plot([right], [row], ">", markersize=8, color=BLUE, label=_GOES_ON, zorder=3,
                  markerfacecolor="white", transform=axes.transData + beyond)  # fmt: skip
    else:
        axes.plot([right], [row], marker=r"$\mathsf{\;?}$", markersize=14, color=RED,
                  linestyle="none", label=_ENDED, zorder=3)  # fmt: skip


def _mark(axes: "Axes", at: float, row: int, marker: str) -> None:
    stated = marker == "|"
    axes.plot([at], [row], marker, markersize=16 if stated else 4, markeredgewidth=2, color=BLUE,
              label=_STATED if stated else _SEEN, zorder=3)  # fmt: skip


def _relate(axes: "Axes", own: list[Interval]) -> dict[str, Any]:
    """Draw gaps as grey stripes, overlaps as hatched red ones, behind the bars; pale if unsure.

    Returns:
        What stands for them in the key.
    """
    from matplotlib.patches import Patch

    found = relations(own)
    for each in found:
        for look in _looks(each.kind, 1.0 if each.is_certain else 0.45):
            axes.axvspan(_number(each.start), _number(each.end) + 1, zorder=0, **look)
    kinds = {each.kind for each in found}
    names = {name: kind for kind, name in (("gap", _GAP), ("overlap", _OVERLAP)) if kind in kinds}
    return {name: tuple(Patch(**look) for look in _looks(kind)) for name, kind in names.items()}


def _looks(kind: str, strength: float = 1.0) -> list[dict[str, Any]]:
    """Return the colour of a stripe, and the hatches over it, which are of their own in an SVG."""
    if kind == "gap":
        return [{"facecolor": GREY, "alpha": 0.22 * strength, "linewidth": 0}]
    hatches = {"facecolor": "none", "edgecolor": RED, "hatch": "////", "linewidth": 0}
    return [
        {"facecolor": RED, "alpha": 0.12 * strength, "linewidth": 0},
        hatches | {"alpha": 0.3 * strength},
    ]


def _number(day: date) -> float:
    """Return the day as matplotlib counts days."""
    dates: Any = import_module("matplotlib.dates")
    return float(dates.date2num(day))
