"""Axes to draw on, and labels set in a font that has every Vietnamese letter."""

import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast

import pandas as pd

from vnpolitext.corpus.cells import xml_text
from vnpolitext.errors import MissingPackageError
from vnpolitext.themes import ThemeLexicon
from vnpolitext.themes.documents import TextRecord
from vnpolitext.views.language import check_language

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FONT: Final = "DejaVu Sans"  # comes with matplotlib
BLUE: Final = "#1f6f8b"
RED: Final = "#b5403a"
GREY: Final = "#8a8f98"
# Okabe and Ito's colours, which colour-blind readers tell apart; in print by their lightness, too.
PALETTE: Final = (
    "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#8c6d31", "#555555"
)  # fmt: skip
_LONGEST: Final = 48
_WHOLE: Final = 400


@contextmanager
def canvas(ax: "Axes | None", size: tuple[float, float], language: str = "en") -> Iterator["Axes"]:
    """Yield ``ax``, or the axes of a new figure of ``size`` inches, with the font set.

    What is drawn has its numbers written as in ``language``.

    Raises:
        LanguageError: The language is neither English nor Vietnamese.
        MissingPackageError: matplotlib is not installed.
    """
    check_language(language)
    try:
        import matplotlib as mpl
        from cycler import cycler
        from matplotlib import pyplot as plt
    except ImportError as error:
        raise MissingPackageError(
            "plots need matplotlib: pip install 'vnpolitext[plots]'"
        ) from error
    # Outside the context: the first figure loads the backend, whose settings must outlive it.
    figure = None if ax else plt.figure(figsize=size, layout="constrained")
    style: Any = {
        "font.family": FONT,
        "axes.unicode_minus": True,
        "axes.prop_cycle": cycler(color=PALETTE),
    }
    with mpl.rc_context(style):
        axes = ax or figure.add_subplot()  # type: ignore[union-attr]
        shown = axes.figure
        before = set(shown.axes) - {axes}
        yield axes
        if language == "vi":
            for each in shown.axes:
                if each not in before:
                    _write_commas(each)


def _write_commas(axes: "Axes") -> None:
    """Let the numbers at axes, and at those inside them, have a comma for their decimals."""
    from matplotlib.ticker import ScalarFormatter

    class Commas(ScalarFormatter):
        def __call__(self, x: float, pos: int | None = None) -> str:
            return with_comma(super().__call__(x, pos))

    for axis in (axes.xaxis, axes.yaxis):
        if type(axis.get_major_formatter()) is ScalarFormatter:
            axis.set_major_formatter(Commas())
    for inner in axes.child_axes:
        _write_commas(cast("Axes", inner))


def with_comma(number: str) -> str:
    """Return a number as Vietnamese writes it."""
    return number.replace(".", ",")


def day_of(day: str, language: str) -> str:
    """Return a day of ISO 8601 as a language writes it.

    >>> day_of("2025-07-01", "vi")
    '1/7/2025'
    """
    if language != "vi":
        return day
    return "/".join(str(int(part)) for part in reversed(day.split("-")))


def theme_names(language: str) -> Callable[[str], str]:
    """Return what names a theme in a language: of the lexicon that comes with the library."""
    labels = {
        theme.name: theme.label_vi if language == "vi" else theme.label
        for theme in ThemeLexicon.load().themes
    }
    return lambda name: labels.get(name) or name


def label(value: Any, longest: int = _LONGEST) -> str:
    """Return a label in composed letters, on one line, not longer than ``longest``.

    It is no formula, and has no character that an SVG file may not hold.
    """
    text: str = xml_text(" ".join(unicodedata.normalize("NFC", str(value)).split()))
    short = text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
    return short.replace("$", r"\$")


def wrapped(value: Any, width: int = 36, longest: int = _WHOLE) -> str:
    """Return a name, as a rule whole, on as few lines as it takes, all about as long."""
    text = label(value, longest)
    cut = partial(textwrap.wrap, text, break_on_hyphens=" " not in text)  # 29-NQ/TW stays whole
    best = cut(width)
    for narrower in range(width - 1, 0, -1):
        lines = cut(narrower)
        if len(lines) > len(best):
            break
        best = lines
    return "\n".join(best)


def table_of(
    given: Any, part: str, made_by: str, make: Callable[[Any], Any] | None = None
) -> pd.DataFrame:
    """Return a table as it is, of a result its ``part``, of texts a new one.

    Args:
        given: What is to be plotted.
        part: Name of the attribute of a result.
        made_by: The function that gives such a table.
        make: What makes the table, or such a result, of documents.

    Raises:
        TypeError: It is none of them.
    """
    if make is not None and is_documents(given):
        return table_of(make(given), part, made_by)
    table = given if isinstance(given, pd.DataFrame) else getattr(given, part, None)
    if not isinstance(table, pd.DataFrame):
        other = " or a corpus" if make is not None else ""
        raise TypeError(f"a table as of {made_by}(){other} is wanted, not {type(given).__name__}")
    return table


def is_documents(given: Any) -> bool:
    """Whether these are documents, such as a corpus or a table of texts, and no result."""
    if isinstance(given, pd.DataFrame):
        return "text" in given and "document" not in given
    return isinstance(given, Iterable | TextRecord) and not isinstance(given, str | bytes)


def check_columns(table: Any, *columns: str, made_by: str) -> None:
    """Raise a ValueError when ``table`` is empty or has not these columns of ``made_by``."""
    missing = [column for column in columns if column not in table]
    if missing:
        raise ValueError(
            f"the table has no column {missing[0]!r}, as one of {made_by}() has; "
            f"it has {list(table.columns)}"
        )
    if not len(table):
        raise ValueError("the table is empty: there is nothing to plot")


def legend_below(ax: "Axes", handles: Any, names: Any, inches: float = 0.3) -> None:
    """Put the key below the axes, so many inches, whatever their size is."""
    from matplotlib.transforms import ScaledTranslation

    below = ScaledTranslation(0, -inches, ax.figure.dpi_scale_trans)
    ax.legend(handles, names, fontsize=8, loc="upper left", ncols=2, frameon=False,
              bbox_to_anchor=(0, 0), bbox_transform=ax.transAxes + below)  # fmt: skip


def plain(ax: "Axes") -> None:
    """Take away the frame above and to the right."""
    ax.spines[["top", "right"]].set_visible(False)
