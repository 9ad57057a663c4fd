"""A network of documents, or of whatever else two columns join."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from vnpolitext.errors import MissingPackageError
from vnpolitext.views.plots.canvas import BLUE, GREY, canvas, check_columns, label, table_of

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes


def plot_network(
    table: "pd.DataFrame | nx.Graph",
    *,
    source: str = "document_a",
    target: str = "document_b",
    weight: str | None = "syllables",
    random_state: int = 0,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the pairs of a table as a network; needs the extra ``networks``.

    Args:
        table: A graph, such as of ``corpus.citation_graph()`` or ``corpus.co_office()``, whose
            nodes have their ``label`` and whose edges their ``weight``; or pairs: of
            `vnpolitext.themes.shared_passages`, or of `nearest` with ``source="document"``,
            ``target="neighbour"``, ``weight="similarity"``.
        source: Column of one end.
        target: Column of the other.
        weight: Column that is summed for the width of a line; ``None`` counts the rows.
        random_state: Seed of the layout.
        ax: Where to draw.
    """
    try:
        import networkx as nx
    except ImportError as error:
        raise MissingPackageError(
            "networks need networkx: pip install 'vnpolitext[networks]'"
        ) from error
    graph: Any = nx.Graph()
    for one, two, width in (
        _edges(table) if isinstance(table, nx.Graph) else _pairs(table, source, target, weight)
    ):
        before = graph.get_edge_data(one, two, {"weight": 0.0})["weight"]
        graph.add_edge(one, two, weight=before + float(width))
    if not len(graph):
        raise ValueError("the network has no edges: there is nothing to plot")
    place = nx.spring_layout(graph, seed=random_state, weight="weight")
    heaviest = max(data["weight"] for *_, data in graph.edges(data=True))
    with canvas(ax, (8, 7)) as axes:
        for one, two, data in graph.edges(data=True):
            (x1, y1), (x2, y2) = place[one], place[two]
            width = 0.5 + 4 * data["weight"] / heaviest
            axes.plot([x1, x2], [y1, y2], color=GREY, linewidth=width, alpha=0.6, zorder=1)
        names = table.nodes if isinstance(table, nx.Graph) else {}
        for name, (x, y) in place.items():
            axes.scatter([x], [y], s=40 + 25 * graph.degree(name), color=BLUE, zorder=2)
            called = label(names.get(name, {}).get("label", name), 32)
            axes.annotate(called, (x, y), xytext=(5, 4), textcoords="offset points", fontsize=8)
        axes.margins(0.15)
        axes.set_axis_off()
        return axes


def _edges(graph: "nx.Graph") -> Iterator[tuple[Any, Any, float]]:
    return ((one, two, data.get("weight", 1)) for one, two, data in graph.edges(data=True))


def _pairs(
    given: Any, source: str, target: str, weight: str | None
) -> Iterator[tuple[Any, Any, float]]:
    table = table_of(given, "pairs", "shared_passages")
    needed = [source, target, *([weight] if weight else [])]
    check_columns(table, *needed, made_by="shared_passages")
    groups = table.groupby([source, target], sort=False)
    widths = groups[weight].sum() if weight else groups.size()
    for (one, two), width in zip(widths.index.tolist(), widths.tolist(), strict=True):
        yield one, two, width
