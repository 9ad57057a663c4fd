"""A network of documents, people or bodies, or of whatever else two columns join."""

from typing import TYPE_CHECKING, Any, Final

from vnpolitext.errors import MissingPackageError
from vnpolitext.themes import shared_passages
from vnpolitext.views.plots.canvas import (
    GREY,
    PALETTE,
    canvas,
    check_columns,
    label,
    table_of,
    wrapped,
)
from vnpolitext.views.plots.labels import spread_labels

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_KINDS: Final = ("kind", "type")


def plot_network(
    table: Any,
    *,
    source: str = "document_a",
    target: str = "document_b",
    weight: str | None = "syllables",
    kind: str | None = None,
    labels: int = 40,
    random_state: int = 0,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw a network, or the pairs of a table as one; needs the extra ``networks``.

    Kinds of nodes have their colours, labels do not cover one another, and nodes without a tie are
    left out.

    Args:
        table: A networkx graph, such as of `vnpolitext.citations.citation_graph`,
            `vnpolitext.people.network` or `co_office`, whose nodes may have ``label`` and
            ``kind``, and edges ``weight``; or pairs: of `vnpolitext.themes.shared_passages`, or of
            `nearest` with ``source="document"``, ``target="neighbour"``, ``weight="similarity"``.
            Of documents, their shared passages are the pairs.
        source: Column of one end.
        target: Column of the other.
        weight: Column that is summed for the width of a line; ``None`` counts the rows.
        kind: Attribute of the nodes that gives their colour; by default ``kind`` or ``type``.
        labels: How many nodes are named: those with the most ties.
        random_state: Seed of the layout.
        ax: Where to draw.
    """
    try:
        import networkx as nx
    except ImportError as error:
        raise MissingPackageError(
            "networks need networkx: pip install 'vnpolitext[networks]'"
        ) from error
    is_graph = isinstance(table, nx.Graph)
    graph: Any = table if is_graph else _of_pairs(table, source, target, weight)
    if not graph.number_of_edges():
        raise ValueError("the network has no edges: there is nothing to plot")
    graph = graph.subgraph(node for node, ties in graph.degree() if ties)
    place = nx.spring_layout(
        nx.Graph(graph), seed=random_state, weight=None, k=1.6 / len(graph) ** 0.5
    )
    heaviest = max((_weight(data) for *_, data in graph.edges(data=True)), default=1.0)
    colours = _colours(graph, kind)
    degree = dict(graph.degree())
    named = sorted(graph, key=lambda node: (-degree[node], str(node)))[:labels]
    with canvas(ax, (10, 8)) as axes:
        for one, two, data in graph.edges(data=True):
            (x1, y1), (x2, y2) = place[one], place[two]
            width = 0.5 + 3 * _weight(data) / heaviest
            axes.plot([x1, x2], [y1, y2], color=GREY, linewidth=width, alpha=0.5, zorder=1)
        for each in dict.fromkeys(colours.values()):
            nodes = [node for node in graph if colours[node] == each]
            name = next((_kind(graph, node, kind) for node in nodes), None)
            axes.scatter(
                [place[node][0] for node in nodes], [place[node][1] for node in nodes],
                s=[40 + 20 * min(degree[node], 30) for node in nodes], color=each, zorder=2,
                label=wrapped(name) if name else None,
            )  # fmt: skip
        axes.margins(0.15)
        axes.set_axis_off()
        if len(set(colours.values())) > 1:
            axes.legend(fontsize=8, loc="lower left")
        texts = [
            axes.text(x, y, label(graph.nodes[node].get("label", node), 32), fontsize=8)
            for node, (x, y) in ((node, place[node]) for node in named)
        ]
        spread_labels(texts, axes)
        return axes


def _of_pairs(given: Any, source: str, target: str, weight: str | None) -> Any:
    import networkx as nx

    table = table_of(given, "pairs", "shared_passages", shared_passages)
    needed = [source, target, *([weight] if weight else [])]
    check_columns(table, *needed, made_by="shared_passages")
    groups = table.groupby([source, target], sort=False)
    widths = groups[weight].sum() if weight else groups.size()
    graph: Any = nx.Graph()
    for (one, two), width in zip(widths.index.tolist(), widths.tolist(), strict=True):
        before = graph.get_edge_data(one, two, {"weight": 0.0})["weight"]
        graph.add_edge(one, two, weight=before + float(width))
    return graph


def _weight(data: dict[str, Any]) -> float:
    return float(data.get("weight", 1.0))


def _kind(graph: Any, node: Any, kind: str | None) -> str | None:
    attributes = graph.nodes[node]
    names = (kind,) if kind else _KINDS
    return next((str(attributes[name]) for name in names if attributes.get(name)), None)


def _colours(graph: Any, kind: str | None) -> dict[Any, str]:
    """Return the colour of each node by its kind."""
    kinds = list(dict.fromkeys(_kind(graph, node, kind) for node in graph))
    colour = {name: PALETTE[at % len(PALETTE)] for at, name in enumerate(kinds)}
    return {node: colour[_kind(graph, node, kind)] for node in graph}
