"""Labels that cover neither one another nor the points that they name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from vnpolitext.views.plots.canvas import GREY

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    Floats = NDArray[np.float64]

_CELL: Final = 2.0  # points of print to a cell of the ground
_GAPS: Final = (2.0, 6.0, 12.0, 20.0, 30.0, 44.0, 62.0, 84.0, 110.0, 145.0, 190.0, 250.0)
_TURNS: Final = 16
_FAR: Final = 10.0  # from here on a thin line leads from a label to its point
_PADDING: Final = 1.0
_CROSSED: Final = 0.8  # what a covered piece of a line costs, in points of distance
_BEHIND: Final = {"boxstyle": "square,pad=0.05", "facecolor": "white", "alpha": 0.7, "linewidth": 0}


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a plot that may have a label.

    Attributes:
        x: Where it stands across, in the numbers of the axes.
        y: Where it stands upwards.
        text: Its label; empty for a point that labels keep clear of and no more.
        radius: Of its mark, in points of print.
    """

    x: float
    y: float
    text: str = ""
    radius: float = 2.0


def place_labels(
    axes: "Axes",
    points: Sequence[Point],
    lines: Iterable["Floats"] = (),
    *,
    fontsize: float = 8.0,
) -> None:
    """Write the labels of ``points``, the first ones first, each near its point.

    A label covers no other one and no point, stays inside the axes, crosses few lines, and has a
    thin line to its point where it had to go far. Where there is no room, none is written.

    Args:
        axes: With everything else already drawn on them, their legend as well.
        points: All points, with or without a label, the most important first.
        lines: Corners of lines, as rows of x and y.
        fontsize: Of the labels.
    """
    axes.figure.draw_without_rendering()  # type: ignore[union-attr]
    ground = _Ground(axes)
    where = ground.of(np.array([(point.x, point.y) for point in points], dtype=float))
    ground.mark(where, [point.radius for point in points], lines)
    for point, at in zip(points, where, strict=True):
        if not point.text:
            continue
        written = axes.annotate(
            point.text, (point.x, point.y), (0, 0), textcoords="offset points", ha="center",
            va="center", ma="left", fontsize=fontsize, linespacing=1.15, bbox=_BEHIND,
        )  # fmt: skip
        written.set_in_layout(False)
        box = written.get_window_extent()
        size = np.array([box.width, box.height]) * ground.scale
        offsets, distances = _around(size, point.radius)
        best = ground.best(at + offsets, distances, size)
        if best is None:
            written.remove()
            continue
        written.xyann = tuple(offsets[best])
        if distances[best] > _FAR:
            leader = axes.annotate(
                "", (point.x, point.y), tuple(_nearest(offsets[best], size)),
                textcoords="offset points", zorder=1,
                arrowprops={"arrowstyle": "-", "color": GREY, "linewidth": 0.5, "shrinkA": 0,
                            "shrinkB": point.radius},
            )  # fmt: skip
            leader.set_in_layout(False)


def _around(size: "Floats", radius: float) -> tuple["Floats", "Floats"]:
    """Return the offsets of the middle of a label, and its distances from the mark."""
    turns = np.arange(_TURNS) * (2 * np.pi / _TURNS)
    # To the right of its mark a label is read best, then above and below it there.
    turns = turns[np.argsort(1 - np.cos(turns), kind="stable")]
    ways = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    gaps = np.repeat(_GAPS, _TURNS)
    ways = np.tile(ways, (len(_GAPS), 1))
    offsets = ways * (radius + gaps)[:, None] + np.clip(1.5 * ways, -1, 1) * size / 2
    return offsets, gaps + np.tile(np.arange(_TURNS), len(_GAPS)) / _TURNS


def _nearest(middle: "Floats", size: "Floats") -> "Floats":
    """Return the place in a label, around ``middle``, that is nearest to its point."""
    return np.clip(np.zeros(2), middle - size / 2, middle + size / 2)


class _Ground:
    """What stands on axes, in points of print from their lower left corner."""

    def __init__(self, axes: "Axes") -> None:
        self.axes = axes
        self.scale = 72.0 / axes.figure.dpi
        box = axes.bbox
        self.corner = np.array([box.x0, box.y0])
        self.size = np.array([box.width, box.height]) * self.scale
        legend = axes.get_legend()
        self.taken: list[Any] = [] if legend is None else [self._box(legend.get_window_extent())]
        shape = (np.ceil(self.size / _CELL).astype(int) + 1)[::-1]
        self.marks = np.zeros(shape)
        self.strokes = np.zeros(shape)

    def of(self, data: "Floats") -> "Floats":
        """Return where points of the axes stand."""
        shown = self.axes.transData.transform(data.reshape(-1, 2))
        return np.asarray((shown - self.corner) * self.scale)

    def mark(self, where: "Floats", radii: Sequence[float], lines: Iterable["Floats"]) -> None:
        """Note marks and lines, summed up so that any box can be asked how many are in it."""
        rows: Any = np.arange(self.marks.shape[0])[:, None]
        columns: Any = np.arange(self.marks.shape[1])[None, :]
        for (x, y), radius in zip(where, radii, strict=True):
            reach = int(radius / _CELL) + 1
            row, column = int(y / _CELL), int(x / _CELL)
            high = slice(max(row - reach, 0), row + reach + 1)
            wide = slice(max(column - reach, 0), column + reach + 1)
            near = (rows[high] - y / _CELL) ** 2 + (columns[:, wide] - x / _CELL) ** 2
            self.marks[high, wide] += near <= (radius / _CELL) ** 2 + 0.5
        for line in lines:
            shown = self.of(np.asarray(line, dtype=float))
            for start, end in pairwise(shown):
                steps = max(int(np.hypot(*(end - start)) / _CELL), 1)
                along = start + (end - start) * np.linspace(0, 1, steps + 1)[:, None]
                cells = np.rint(along / _CELL).astype(int)
                held = ((cells >= 0) & (cells < self.strokes.shape[::-1])).all(axis=1)
                np.add.at(self.strokes, (cells[held, 1], cells[held, 0]), 1)
        self.marks, self.strokes = _summed(self.marks), _summed(self.strokes)

    def best(self, middles: "Floats", distances: "Floats", size: "Floats") -> int | None:
        """Take the best of several places for a label, and return its number."""
        half = size / 2 + _PADDING
        boxes: Any = np.hstack([middles - half, middles + half])
        free = np.all(boxes[:, :2] >= 0, axis=1) & np.all(boxes[:, 2:] <= self.size, axis=1)
        if self.taken:
            taken = np.array(self.taken)
            apart = (boxes[:, None, :2] >= taken[None, :, 2:]).any(axis=2)
            apart |= (boxes[:, None, 2:] <= taken[None, :, :2]).any(axis=2)
            free &= apart.all(axis=1)
        free &= _inside(self.marks, boxes) == 0
        if not free.any():
            return None
        costs = np.where(free, distances + _CROSSED * _inside(self.strokes, boxes), np.inf)
        chosen = int(costs.argmin())
        self.taken.append(boxes[chosen])
        return chosen

    def _box(self, extent: Any) -> "Floats":
        ends = np.array([[extent.x0, extent.y0], [extent.x1, extent.y1]])
        return np.asarray(((ends - self.corner) * self.scale).ravel())


def _summed(cells: "Floats") -> "Floats":
    """Return for each corner the sum of the cells below and to the left of it."""
    return np.pad(cells.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))


def _inside(summed: "Floats", boxes: "Floats") -> "Floats":
    """Return how much stands in each box."""
    height, width = summed.shape
    x0, x1 = (np.clip(np.rint(boxes[:, at] / _CELL), 0, width - 1).astype(int) for at in (0, 2))
    y0, y1 = (np.clip(np.rint(boxes[:, at] / _CELL), 0, height - 1).astype(int) for at in (1, 3))
    return np.asarray(summed[y1, x1] - summed[y0, x1] - summed[y1, x0] + summed[y0, x0])
