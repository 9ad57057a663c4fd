"""A network of documents, people or bodies, or of whatever else two columns join."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from vnpolitext.errors import MissingPackageError
from vnpolitext.progress import under_way
from vnpolitext.themes import shared_passages
from vnpolitext.views.language import noted, spoken
from vnpolitext.views.plots.arrangement import arrange
from vnpolitext.views.plots.canvas import (
    GREY,
    PALETTE,
    canvas,
    check_columns,
    table_of,
    wrapped,
)
from vnpolitext.views.plots.labels import Point, place_labels

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_KINDS: Final = ("kind", "type")
_SPOKEN: Final = frozenset((noted("person"), noted("organization"), noted("document")))
_MARKERS: Final = "osD^vPXh"
# Kinds of ties are told apart by their strokes, too.
_STROKES: Final[tuple[Any, ...]] = ("-", "--", "-.", (0, (1, 1.2)), (0, (6, 1.5, 1, 1.5, 1, 1.5)))
_TIES: Final = ("#0072b2", "#d55e00", "#009e73", "#a0408a", "#5a4a1a", "#000000")
_WEAKEST: Final = "mentions"
_ONLY: Final = noted("mentions it")
_BACKWARDS: Final = 0.12  # how far ties in both directions bend apart
_LINE: Final = 24
_LONGEST: Final = 44


@under_way("plot network")
def plot_network(
    table: Any,
    *,
    source: str = "document_a",
    target: str = "document_b",
    weight: str | None = "syllables",
    kind: str | None = None,
    labels: int = 40,
    random_state: int = 0,
    language: str = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw a network, or the pairs of a table as one; needs the extra ``networks``.

    Kinds of nodes have their colours and marks, kinds of ties (``relation``) their colours and
    strokes; ties of a directed graph are arrows. Labels do not cover one another: where there is no
    room for one, the node has none. Nodes without a tie are left out.

    Args:
        table: A networkx graph, such as of `vnpolitext.citations.citation_graph`,
            `vnpolitext.people.network` or `co_office`, whose nodes may have ``label`` and
            ``kind``, and edges ``weight`` and ``relation``; or pairs: of
            `vnpolitext.themes.shared_passages`, or of `nearest` with ``source="document"``,
            ``target="neighbour"``, ``weight="similarity"``. Of documents, their shared passages
            are the pairs.
        source: Column of one end.
        target: Column of the other.
        weight: Column that is summed for the width of a line; ``None`` counts the rows.
        kind: Attribute of the nodes that gives their colour; by default ``kind`` or ``type``.
        labels: How many nodes are named: those with the most ties.
        random_state: Seed of the layout.
        language: Of the words in the plot, ``"en"`` or ``"vi"``.
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
    graph = _ordered(graph)
    place = arrange(graph, random_state)
    degree = dict(graph.degree())
    radius = {node: (40 + 20 * min(degree[node], 30)) ** 0.5 / 2 for node in graph}
    say = spoken(language)
    with canvas(ax, (10, 8), language) as axes:
        _draw_ties(axes, graph, place, radius, say)
        _draw_nodes(axes, graph, place, radius, kind, say=say)
        axes.margins(0.1)
        axes.set_axis_off()
        if axes.get_legend_handles_labels()[1]:
            axes.legend(fontsize=8, loc="upper left", bbox_to_anchor=(0, 0), ncols=4, frameon=False)
        named = sorted(graph, key=lambda node: (-degree[node], str(node)))
        texts = {node: _called(graph, node) for node in islice(named, labels)}
        points = [Point(*place[node], texts.get(node, ""), radius[node]) for node in named]
        place_labels(
            axes, points, [np.array([place[one], place[two]]) for one, two in graph.edges()]
        )
        return axes


def _ordered(graph: Any) -> Any:
    """Return the nodes that have ties in one order, whatever order they come in."""
    found = graph.__class__()
    nodes = sorted((node for node, ties in graph.degree() if ties), key=str)
    found.add_nodes_from((node, graph.nodes[node]) for node in nodes)
    edges = graph.edges(data=True)
    found.add_edges_from(sorted(edges, key=lambda edge: (str(edge[0]), str(edge[1]))))
    return found


def _draw_nodes(
    axes: "Axes",
    graph: Any,
    place: dict[Any, tuple[float, float]],
    radius: dict[Any, float],
    kind: str | None,
    *,
    say: Callable[[str], str],
) -> None:
    """Draw the nodes of each kind with its colour and mark, the frequent kinds first."""
    kinds = Counter(_kind(graph, node, kind) for node in graph)
    for at, (name, _) in enumerate(kinds.most_common()):
        nodes = [node for node in graph if _kind(graph, node, kind) == name]
        told = say(name) if name in _SPOKEN else name
        axes.scatter(
            [place[node][0] for node in nodes], [place[node][1] for node in nodes],
            s=[(2 * radius[node]) ** 2 for node in nodes], color=PALETTE[at % len(PALETTE)],
            marker=_MARKERS[at % len(_MARKERS)], edgecolor="white", linewidth=0.6, zorder=2,
            label=wrapped(told) if told and len(kinds) > 1 else None,
        )  # fmt: skip
    if len(kinds) > 1:  # marks of one size in the key, however large those of the plot are
        for drawn in axes.collections:
            name = str(drawn.get_label())
            if not name.startswith("_"):
                drawn.set_label("_")
                axes.scatter([], [], s=45, color=drawn.get_facecolor(), label=name,
                             marker=drawn.get_paths()[0])  # fmt: skip


def _draw_ties(
    axes: "Axes",
    graph: Any,
    place: dict[Any, tuple[float, float]],
    radius: dict[Any, float],
    say: Callable[[str], str],
) -> None:
    """Draw the ties of each kind with its colour and stroke; directed ones as arrows."""
    from matplotlib.patches import FancyArrowPatch

    heaviest = max((_weight(data) for *_, data in graph.edges(data=True)), default=1.0)
    strokes = _strokes([data.get("relation") for *_, data in graph.edges(data=True)])
    for one, two, data in graph.edges(data=True):
        colour, stroke = strokes[data.get("relation")]
        is_mutual = graph.is_directed() and graph.has_edge(two, one)
        axes.add_patch(
            FancyArrowPatch(
                place[one], place[two], arrowstyle="-|>" if graph.is_directed() else "-",
                connectionstyle=f"arc3,rad={_BACKWARDS if is_mutual else 0}",
                shrinkA=radius[one], shrinkB=radius[two], mutation_scale=9, color=colour,
                linestyle=stroke, linewidth=0.6 + 2 * _weight(data) / heaviest, zorder=1,
                joinstyle="miter", capstyle="butt",
            )
        )  # fmt: skip
    if len(strokes) > 1:
        for name, (colour, stroke) in strokes.items():
            told = say(_ONLY if name == _WEAKEST else str(name or "other"))
            axes.plot([], [], linestyle=stroke, color=colour, label=wrapped(told))


def _strokes(relations: Sequence[Hashable]) -> dict[Any, tuple[str, Any]]:
    """Return the colour and stroke of each kind of tie, the most frequent first."""
    counts = Counter(relations)
    if len(counts) == 1:
        return dict.fromkeys(counts, (GREY, "-"))
    found: dict[Any, tuple[str, Any]] = {}
    strong = [name for name, _ in counts.most_common() if name not in (_WEAKEST, None)]
    for at, name in enumerate(strong):
        found[name] = _TIES[at % len(_TIES)], _STROKES[at % len(_STROKES)]
    return found | {name: (GREY, "-" if name else ":") for name in counts if name not in found}


def _called(graph: Any, node: Any) -> str:
    return wrapped(graph.nodes[node].get("label", node), _LINE, _LONGEST)


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
