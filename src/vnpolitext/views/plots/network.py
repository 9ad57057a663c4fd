"""A network of documents, or of whatever else two columns join."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from vnpolitext.errors import MissingPackageError
from vnpolitext.views.plots.canvas import BLUE, GREY, canvas, check_columns, label

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot_network(
    table: pd.DataFrame,
    *,
    source: str = "document_a",
    target: str = "document_b",
    weight: str | None = "syllables",
    random_state: int = 0,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the pairs of a table as a network; needs the extra ``networks``.

    Args:
        table: Pairs: of `vnpolitext.themes.shared_passages`, or of `nearest` with
            ``source="document"``, ``target="neighbour"``, ``weight="similarity"``.
        source: Column of one end.
        target: Column of the other.
        weight: Column that is summed for the width of a line; ``None`` counts the rows.
        random_state: Seed of the layout.
        ax: Where to draw.
    """
    check_columns(table, source, target, *([weight] if weight else []))
    try:
        import networkx as nx
    except ImportError as error:
        raise MissingPackageError(
            "networks need networkx: pip install 'vnpolitext[networks]'"
        ) from error
    groups = table.groupby([source, target], sort=False)
    widths = groups[weight].sum() if weight else groups.size()
    graph: Any = nx.Graph()
    for (one, two), width in zip(widths.index.tolist(), widths.tolist(), strict=True):
        before = graph.get_edge_data(one, two, {"weight": 0.0})["weight"]
        graph.add_edge(one, two, weight=before + float(width))
    place = nx.spring_layout(graph, seed=random_state, weight="weight")
    heaviest = max(data["weight"] for *_, data in graph.edges(data=True))
    with canvas(ax, (8, 7)) as axes:
        for one, two, data in graph.edges(data=True):
            (x1, y1), (x2, y2) = place[one], place[two]
            width = 0.5 + 4 * data["weight"] / heaviest
            axes.plot([x1, x2], [y1, y2], color=GREY, linewidth=width, alpha=0.6, zorder=1)
        for name, (x, y) in place.items():
            axes.scatter([x], [y], s=40 + 25 * graph.degree(name), color=BLUE, zorder=2)
            axes.annotate(label(name, 32), (x, y), xytext=(5, 4), textcoords="offset points",
                          fontsize=8)  # fmt: skip
        axes.margins(0.15)
        axes.set_axis_off()
        return axes
