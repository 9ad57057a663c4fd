"""Axes to draw on, and labels set in a font that has every Vietnamese letter."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from vnpolitext.errors import MissingPackageError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FONT: Final = "DejaVu Sans"  # comes with matplotlib
BLUE: Final = "#1f6f8b"
RED: Final = "#b5403a"
GREY: Final = "#8a8f98"
_LONGEST: Final = 48


@contextmanager
def canvas(ax: "Axes | None", size: tuple[float, float]) -> Iterator["Axes"]:
    """Yield ``ax``, or the axes of a new figure of ``size`` inches, with the font set.

    Raises:
        MissingPackageError: matplotlib is not installed.
    """
    try:
        import matplotlib as mpl
        from matplotlib import pyplot as plt
    except ImportError as error:
        raise MissingPackageError(
            "plots need matplotlib: pip install 'vnpolitext[plots]'"
        ) from error
    # Outside the context: the first figure loads the backend, whose settings must outlive it.
    figure = None if ax else plt.figure(figsize=size, layout="constrained")
    with mpl.rc_context({"font.family": FONT, "axes.unicode_minus": True}):
        yield ax or figure.add_subplot()  # type: ignore[union-attr]


def label(value: Any, longest: int = _LONGEST) -> str:
    """Return a label in composed letters, on one line, not longer than ``longest``."""
    text = " ".join(unicodedata.normalize("NFC", str(value)).split()).replace("$", r"\$")
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def check_columns(table: Any, *columns: str) -> None:
    """Raise a ValueError when ``table`` is empty or has not these columns."""
    missing = [column for column in columns if column not in table]
    if missing:
        raise ValueError(f"the table has no column {missing[0]!r}; it has {list(table.columns)}")
    if not len(table):
        raise ValueError("the table is empty: there is nothing to plot")


def plain(ax: "Axes") -> None:
    """Take away the frame above and to the right."""
    ax.spines[["top", "right"]].set_visible(False)
