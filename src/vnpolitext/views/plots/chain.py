"""A chain of implementation over time: from a resolution to what carries it out."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from vnpolitext.citations import ChainLink, implementation_chain
from vnpolitext.errors import documents_with
from vnpolitext.progress import under_way
from vnpolitext.views.language import noted, spoken
from vnpolitext.views.plots.canvas import (
    BLUE,
    GREY,
    canvas,
    check_columns,
    label,
    legend_below,
    plain,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from vnpolitext.citations.graph import Cited

_WANTED: Final = "a chain as of implementation_chain(), or analyses with key=, is wanted"
_WHOLE: Final = len("2031-02-03")
_UNDATED: Final = noted("day not known")
_ONE_DAY: Final = noted("{days} day")
_DAYS: Final = noted("{days} days")
_SOFT: Final = "#5f656e"
_WRITTEN: Final = {  # months have numbers where matplotlib would name them in English
    "vi": {
        "formats": ["%Y", "%m/%Y", "%d/%m", "%H:%M", "%H:%M", "%S.%f"],
        "zero_formats": ["", "%Y", "%m/%Y", "%d/%m", "%H:%M", "%H:%M"],
        "offset_formats": ["", "%Y", "%m/%Y", "%d/%m/%Y", "%d/%m/%Y", "%d/%m/%Y"],
    }
}
_YEAR: Final = 365.25
_TICK: Final = 0.42  # inches of a day on the axis
_ROUNDS: Final = 12
_WIDEST: Final = 4.0  # times the days of the chain


@under_way("plot chain")
def plot_chain(
    chain: "Iterable[ChainLink] | pd.DataFrame | Iterable[Cited]",
    *,
    key: str | None = None,
    language: str = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the documents of a chain of implementation, each below the one that it carries out.

    A dot stands on the day of a document; a line leads to it from its parent, and the days between
    stand behind its name. A document whose day is not known has a ring below its parent's.

    Args:
        chain: What [`implementation_chain`][vnpolitext.citations.implementation_chain] returns, or
            the table of ``corpus.implementation_chain(key)``; or analyses, with ``key``.
        key: Key of the first document, where analyses are given.
        language: Of the words in the plot, ``"en"`` or ``"vi"``.
        ax: Where to draw.

    Returns:
        The axes.

    Raises:
        TypeError: It is neither a chain, nor analyses with a key.
        ValueError: The chain is empty.
        MissingPackageError: matplotlib is not installed.
    """
    held: Any = chain if key is None else implementation_chain(chain, key)  # type: ignore[arg-type]
    links = list(_below(_links(held), None))
    if not links:
        raise ValueError("the chain is empty: there is nothing to plot")
    say = spoken(language)
    with canvas(ax, (9, 1.2 + 0.45 * len(links)), language) as axes:
        places: dict[str, tuple[float, int]] = {}
        names = []
        for row, link in enumerate(links):
            day = _day(link.issued)
            above = places.get(link.parent or "")
            at = day if day is not None else above[0] if above else 0.0
            places[link.key] = at, row
            if above is not None:
                axes.plot([above[0], above[0], at], [above[1], row, row], color=GREY, zorder=1)
            axes.plot([at], [row], "o", color=BLUE, zorder=2, label=None if day else say(_UNDATED),
                      markerfacecolor="white" if day is None else BLUE)  # fmt: skip
            names.append(_name(axes, link, (at, row), say))
        axes.set_ylim(len(links) - 0.4, -0.6)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        days = [day for day in (_day(link.issued) for link in links) if day is not None]
        if days:
            axes.grid(axis="x", alpha=0.25)
        else:
            axes.set_xticks([])
        plain(axes)
        _make_room(axes, names, [at for at, _ in places.values()])
        if days:
            _mark_days(axes, min(days), max(days), language)
        if len(days) < len(links):
            handles, known = axes.get_legend_handles_labels()
            legend_below(axes, handles[:1], known[:1])
        return axes


def _name(
    axes: "Axes", link: ChainLink, place: tuple[float, int], say: Callable[[str], str]
) -> Any:
    """Write the name of a document beside its dot, and the days since its parent behind that."""
    named = axes.annotate(_called(link), place, xytext=(8, 0), textcoords="offset points",
                          va="center", fontsize=8)  # fmt: skip
    named.set_in_layout(False)
    if link.lag is None:
        return named
    days = int(link.lag)
    told = say(_ONE_DAY if days == 1 else _DAYS).format(days=days)
    lag = axes.annotate(told, (1, 0.5), xycoords=named,
                        xytext=(6, 0), textcoords="offset points", va="center", fontsize=7,
                        color=_SOFT)  # fmt: skip
    lag.set_in_layout(False)
    return lag


def _make_room(axes: "Axes", names: list[Any], places: list[float]) -> None:
    """Let the axes end where the longest name does."""
    axes.figure.draw_without_rendering()  # type: ignore[union-attr]
    width, first = axes.bbox.width, min(places)
    span, wanted = max(places) - first or _YEAR, 0.0
    for _ in range(_ROUNDS):
        axes.set_xlim(first - 0.02 * span, first + span + wanted)
        scale = width / (1.02 * span + wanted)
        over = max(name.get_window_extent().x1 for name in names) - axes.bbox.x1
        if over <= 0 and wanted:
            break
        wanted = min(wanted + max(1.05 * over, 0.02 * width) / scale, _WIDEST * span)


def _mark_days(axes: "Axes", first: float, last: float, language: str) -> None:
    """Mark days from the first document to the last one, not behind it, where only names are."""
    dates: Any = import_module("matplotlib.dates")
    locator = dates.AutoDateLocator()
    days = locator.tick_values(dates.num2date(first), dates.num2date(max(last, first + 1)))
    ticks = [day for day in days if axes.get_xlim()[0] <= day <= last + (last - first) / 10]
    if len(ticks) > 1:
        inches = axes.bbox.width / axes.figure.dpi / float(np.ptp(axes.get_xlim()))
        ticks = ticks[:: int(np.ceil(_TICK / (inches * (ticks[1] - ticks[0]))))]
    formatter = dates.ConciseDateFormatter(locator, **_WRITTEN.get(language, {}))
    axes.set_xticks(ticks, formatter.format_ticks(ticks))
    axes.set_xlabel(formatter.get_offset())


def _links(chain: "Iterable[ChainLink] | pd.DataFrame") -> list[ChainLink]:
    if not isinstance(chain, pd.DataFrame):
        return list(documents_with(chain, "parent", "depth", wanted=_WANTED))
    check_columns(chain, "key", "parent", "depth", "lag", made_by="implementation_chain")
    rows = chain.astype(object).where(chain.notna(), None).to_dict("records")
    return [ChainLink(**{str(name): value for name, value in row.items()}) for row in rows]


def _below(links: list[ChainLink], parent: str | None) -> Iterator[ChainLink]:
    """The links whose parent this is, each with those below it, in their order."""
    for link in links:
        if link.parent == parent:
            yield link
            yield from _below(links, link.key)


def _day(issued: str | None) -> float | None:
    if issued is None or len(str(issued)) < _WHOLE:
        return None
    dates: Any = import_module("matplotlib.dates")
    return float(dates.date2num(date.fromisoformat(str(issued)[:_WHOLE])))


def _called(link: ChainLink) -> str:
    number = link.number or link.key.split("@")[0].upper()
    known = " ".join(part for part in (link.kind, number, link.issuer) if part)
    return label(known if link.kind or link.issuer else link.title or link.key, 64)
