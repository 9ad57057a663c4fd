"""The flow of a document: where it speaks of what."""

from typing import TYPE_CHECKING

import pandas as pd

from vnpolitext.progress import under_way
from vnpolitext.themes import Comparison, find_themes
from vnpolitext.themes.documents import DocumentsLike
from vnpolitext.views.language import noted, spoken
from vnpolitext.views.plots.canvas import (
    PALETTE,
    canvas,
    check_columns,
    label,
    plain,
    table_of,
    theme_names,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@under_way("plot flow")
def plot_flow(
    hits: pd.DataFrame | Comparison | DocumentsLike,
    document: str | None = None,
    *,
    count: int = 12,
    language: str = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw where in a document its themes are spoken of, one row a theme, a stroke a hit.

    Args:
        hits: As of `vnpolitext.themes.find_themes`; or a comparison or documents.
        document: Which document; by default the first.
        count: Number of themes: those with the most hits.
        language: Of the words in the plot, ``"en"`` or ``"vi"``.
        ax: Where to draw.

    Raises:
        ValueError: There are no hits, or none of that document.
    """
    hits = table_of(hits, "theme_hits", "find_themes", find_themes)
    check_columns(hits, "document", "theme", "start", made_by="find_themes")
    names = list(dict.fromkeys(hits["document"]))
    document = names[0] if document is None else document
    if document not in names:
        raise ValueError(f"the table has no document {document!r}")
    part = hits[hits["document"] == document]
    themes = part["theme"].value_counts(sort=False).sort_values(ascending=False, kind="stable")
    chosen = themes.head(count).index.tolist()
    name = theme_names(language)
    with canvas(ax, (9, 1.3 + 0.3 * len(chosen)), language) as axes:
        for at, theme in enumerate(chosen):
            where = part.loc[part["theme"] == theme, "start"]
            axes.vlines(
                where, at - 0.35, at + 0.35, color=PALETTE[at % len(PALETTE)], linewidth=1.6
            )
        axes.set_yticks(range(len(chosen)), [label(name(theme)) for theme in chosen])
        axes.invert_yaxis()
        axes.set_xlim(left=0)
        axes.set_xlabel(spoken(language)(noted("character of the text")))
        axes.set_title(label(document, 80))
        plain(axes)
        return axes
