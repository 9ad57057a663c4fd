"""Maps of place counts: provinces in colours, districts and communes as dots."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from vnpolitext.places import carry_counts, place_counts, province_outlines, unit
from vnpolitext.places.outlines import LAST_DAY_BEFORE, drawn_day, islands
from vnpolitext.places.units import REFORM
from vnpolitext.progress import under_way
from vnpolitext.views.language import noted, spoken
from vnpolitext.views.plots.canvas import GREY, RED, canvas, check_columns, day_of, label, table_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from vnpolitext.places.counts import Placed

_COLOURS: Final = "YlGnBu"
_EMPTY: Final = "#eeeeec"
_BORDER: Final = "#7d828a"
_WEST, _EAST, _SOUTH, _NORTH = 101.7, 117.2, 8.1, 23.7
_STRETCH: Final = 1 / np.cos(np.radians(16))  # of a degree of latitude, in the middle of the map
_DENSE: Final = 0.6  # opacity of dots: those below others are seen
_LARGEST: Final = 160.0  # square points of the largest dot
_BELOW_DOTS: Final = 0.6  # part of the colours that dots are told from, in grey, too
_PALEST: Final = 0.15  # part of the colours that no count has: it would look like none
_SIZE: Final = (6.0, 6.3)
_UNITS_OF: Final = noted("units of {day}")

Day = date | str


@under_way("plot map")
def plot_map(
    counts: "pd.DataFrame | Iterable[Placed]",
    *,
    as_of: Day | Sequence[Day] | None = None,
    title: str = "",
    language: str = "en",
    ax: "Axes | Sequence[Axes] | None" = None,
) -> Any:
    """Draw counts of units on a map: provinces in colours, lower units as dots.

    The counts of a province colour it, by their square root; counts of districts and communes are
    dots whose area goes with the count. To colour provinces by everything in them, count with
    ``level="province"``.
    Islands without an outline in the source (Hoàng Sa, Trường Sa, Cồn Cỏ) are small rings. In a
    corner stands the day whose units are drawn.

    Args:
        counts: As of `vnpolitext.places.place_counts`, or analyses, whose places are counted.
            Periods are summed.
        as_of: Day of the units that are drawn, from 1 August 2008 on; counts of other units are
            carried to them. Two days or more, such as ``("2025-06-30", "2025-07-01")``, are drawn
            side by side on one scale. By default 30 June 2025 if every unit of the table existed
            then, else 1 July 2025.
        title: Above the map.
        language: Of the words in the plot, ``"en"`` or ``"vi"``.
        ax: Where to draw: one for each day.

    Returns:
        The axes, or a list of them where ``as_of`` is a sequence.

    Raises:
        ValueError: The table is empty or lacks a column, or a day is none or too early.
        MissingPackageError: matplotlib is not installed.
    """
    counts = table_of(counts, "counts", "place_counts", place_counts)
    check_columns(counts, "unit_id", "count", made_by="place_counts")
    days = [_default_day(counts)] if as_of is None else _days(as_of)
    tables = [carry_counts(_summed(counts), drawn_day(day)) for day in days]
    given: list[Any] = [] if ax is None else list(np.ravel(np.array(ax)))
    if given and len(given) != len(days):
        raise ValueError(f"{len(days)} days need as many axes, not {len(given)}")
    scale = _Scale(tables)
    with canvas(given[0] if given else None, (_SIZE[0] * len(days), _SIZE[1]), language) as first:
        drawn = given or _beside(first, len(days))
        for each, day, table in zip(drawn, days, tables, strict=True):
            _draw(each, drawn_day(day), table, scale)
            units = spoken(language)(_UNITS_OF).format(day=day_of(drawn_day(day), language))
            each.text(0.99, 0.01, units, transform=each.transAxes, ha="right", fontsize=8,
                      color=GREY)  # fmt: skip
            told = day_of(str(day), language)
            heading = title if len(days) == 1 else f"{title} {told}".strip()
            each.set_title(label(heading, 80))
        scale.explain(drawn[-1], spoken(language))
    return drawn[0] if as_of is None or isinstance(as_of, date | str) else drawn


class _Scale:
    """One scale of colours and of dots for several maps."""

    def __init__(self, tables: Sequence[pd.DataFrame]) -> None:
        from matplotlib import colormaps
        from matplotlib.colors import ListedColormap, PowerNorm

        every = pd.concat(tables)
        provinces = every["level"] == "province"
        self.most = float(every.loc[provinces, "count"].max()) if provinces.any() else 0.0
        self.largest = float(every.loc[~provinces, "count"].max()) if (~provinces).any() else 0.0
        # By the root: a capital is named ten times as often as others, which would all be pale.
        self.norm = PowerNorm(0.5, 0, self.most or 1.0)
        darkest = _BELOW_DOTS if self.largest else 1
        self.colours = ListedColormap(colormaps[_COLOURS](np.linspace(_PALEST, darkest, 256)))

    def colour(self, count: float) -> Any:
        """The colour of a province."""
        return self.colours(self.norm(count)) if count else _EMPTY

    def area(self, counts: Any) -> Any:
        """The areas of dots in square points."""
        return _LARGEST * np.asarray(counts, dtype=float) / self.largest

    def explain(self, axes: "Axes", say: Callable[[str], str]) -> None:
        """Draw the keys into the sea."""
        from matplotlib.cm import ScalarMappable

        if self.most:
            key = axes.inset_axes((0.62, 0.87, 0.34, 0.02))
            bar = ScalarMappable(self.norm, self.colours)
            axes.figure.colorbar(bar, cax=key, orientation="horizontal",
                                 label=say(noted("mentions by province")),
                                 ticks=sorted({1.0, *_steps(self.most)}), format="%g")  # fmt: skip
            key.tick_params(labelsize=8)
        if self.largest:
            steps = _steps(self.largest)
            dots = [
                axes.scatter([], [], s=self.area(step), color=RED, alpha=_DENSE, linewidth=0)
                for step in steps
            ]
            names = [f"{step:g}" for step in steps]
            axes.legend(dots, names, title=say(noted("districts, communes")), loc="upper right",
                        bbox_to_anchor=(0.99, 0.76), fontsize=8, title_fontsize=9, frameon=False,
                        labelspacing=1.2, borderpad=1)  # fmt: skip


def _draw(axes: "Axes", day: str, table: pd.DataFrame, scale: _Scale) -> None:
    from matplotlib.patches import PathPatch

    provinces = table[table["level"] == "province"].set_index("unit_id")["count"]
    for feature in province_outlines(day)["features"]:
        colour = scale.colour(float(provinces.get(feature["id"], 0.0)))
        patch = PathPatch(_path(feature["geometry"]), facecolor=colour, edgecolor=_BORDER,
                          linewidth=0.4, gid=feature["id"])  # fmt: skip
        axes.add_patch(patch)
    for feature in islands()["features"]:
        here = [home for home in feature["properties"]["provinces"] if home in provinces.index]
        colour = scale.colour(float(provinces[here[0]])) if here else _EMPTY
        longitude, latitude = feature["geometry"]["coordinates"]
        axes.plot([longitude], [latitude], "o", markersize=4, markerfacecolor=colour,
                  markeredgecolor=_BORDER, markeredgewidth=0.6)  # fmt: skip
        axes.annotate(feature["properties"]["name"], (longitude, latitude), xytext=(5, 0),
                      textcoords="offset points", ha="left", va="center", fontsize=7,
                      color=GREY)  # fmt: skip
    dots = table[table["level"] != "province"].sort_values("count", ascending=False, kind="stable")
    if len(dots):
        areas = scale.area(dots["count"])
        axes.scatter(dots["longitude"], dots["latitude"], s=areas, color=RED, alpha=_DENSE,
                     edgecolor="white", linewidth=_edges(areas), zorder=3)  # fmt: skip
    axes.set(xlim=(_WEST, _EAST), ylim=(_SOUTH, _NORTH), aspect=_STRETCH)
    axes.set_axis_off()


def _edges(areas: Any) -> Any:
    """Widths of the edges of dots: a tenth of their width, as small ones would be all edge."""
    return np.minimum(0.3, np.sqrt(areas) / 10)


def _path(geometry: dict[str, Any]) -> Any:
    """All rings of a geometry as one path."""
    from matplotlib.path import Path

    rings = [Path(np.array(ring), closed=True) for part in geometry["coordinates"] for ring in part]
    return Path.make_compound_path(*rings)


def _beside(first: "Axes", number: int) -> list["Axes"]:
    """Axes in a row, in the figure of the first."""
    if number == 1:
        return [first]
    figure = first.figure
    first.remove()
    return [figure.add_subplot(1, number, place + 1) for place in range(number)]


def _days(as_of: Day | Sequence[Day]) -> list[Day]:
    return [as_of] if isinstance(as_of, date | str) else list(as_of)


def _default_day(counts: pd.DataFrame) -> str:
    ended = (str(unit(identity).valid_to or "9999") for identity in set(counts["unit_id"]))
    began = (str(unit(identity).valid_from or "") for identity in set(counts["unit_id"]))
    is_before = all(end > LAST_DAY_BEFORE for end in ended) and all(day < REFORM for day in began)
    return LAST_DAY_BEFORE if is_before else REFORM


def _summed(counts: pd.DataFrame) -> pd.DataFrame:
    sums = counts.groupby("unit_id", sort=False)["count"].sum()
    return sums.reset_index()


def _steps(largest: float) -> list[float]:
    """Round counts for a key: the largest that is drawn, and a fifth of it."""
    power = 10 ** np.floor(np.log10(largest))
    top = next(float(factor * power) for factor in (5, 2, 1) if factor * power <= largest)
    return [top, top / 5] if top >= 5 else [top]
