"""A chain of implementation over time: from a resolution to what carries it out."""

from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from vnpolitext.citations import ChainLink, implementation_chain
from vnpolitext.errors import documents_with
from vnpolitext.views.plots.canvas import BLUE, GREY, canvas, check_columns, label, plain

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from vnpolitext.citations.graph import Cited

_WANTED: Final = "a chain as of implementation_chain(), or analyses with key=, is wanted"
_WHOLE: Final = len("2031-02-03")


def plot_chain(
    chain: "Iterable[ChainLink] | pd.DataFrame | Iterable[Cited]",
    *,
    key: str | None = None,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the documents of a chain of implementation, each below the one that it carries out.

    A dot stands on the day of a document; a line leads to it from its parent, with the days
    between. A document whose day is not known has a ring below its parent's.

    Args:
        chain: What [`implementation_chain`][vnpolitext.citations.implementation_chain] returns, or
            the table of ``corpus.implementation_chain(key)``; or analyses, with ``key``.
        key: Key of the first document, where analyses are given.
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
    with canvas(ax, (9, 1.2 + 0.45 * len(links))) as axes:
        places: dict[str, tuple[float, int]] = {}
        for row, link in enumerate(links):
            day = _day(link.issued)
            above = places.get(link.parent or "")
            at = day if day is not None else above[0] if above else 0.0
            places[link.key] = at, row
            if above is not None:
                axes.plot([above[0], above[0], at], [above[1], row, row], color=GREY, zorder=1)
                if link.lag is not None:
                    axes.annotate(f"{int(link.lag)} days", (at, row), xytext=(-8, 3), fontsize=7,
                                  color=GREY, textcoords="offset points", ha="right")  # fmt: skip
            axes.plot([at], [row], "o", color=BLUE, zorder=2,
                      markerfacecolor=BLUE if day is not None else "white")  # fmt: skip
            axes.annotate(_called(link), (at, row), xytext=(8, 0), textcoords="offset points",
                          va="center", fontsize=8)  # fmt: skip
        axes.set_ylim(len(links) - 0.4, -0.6)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        if any(_day(link.issued) is not None for link in links):
            axes.xaxis_date()
        else:
            axes.set_xticks([])
        axes.margins(x=0.3)
        plain(axes)
        return axes


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
    number = link.key.split("@")[0].upper()
    known = " ".join(part for part in (link.kind, number, link.issuer) if part)
    return label(known if link.kind or link.issuer else link.title or link.key, 64)
