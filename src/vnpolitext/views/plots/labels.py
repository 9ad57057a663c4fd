"""Labels that do not cover one another."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from vnpolitext.errors import MissingPackageError
from vnpolitext.views.plots.canvas import GREY

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def spread_labels(texts: Sequence[Any], axes: "Axes") -> None:
    """Move labels apart, each with a thin line to its point where it had to go far.

    Raises:
        MissingPackageError: adjustText is not installed.
    """
    try:
        from adjustText import adjust_text
    except ImportError as error:
        raise MissingPackageError(
            "labels that do not overlap need adjustText: pip install 'vnpolitext[plots]'"
        ) from error
    if len(texts) > 1:
        arrows = {"arrowstyle": "-", "color": GREY, "linewidth": 0.5}
        adjust_text(list(texts), ax=axes, arrowprops=arrows, iter_lim=200)
