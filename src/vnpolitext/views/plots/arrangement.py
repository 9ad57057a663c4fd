"""Where the nodes of a network stand: each connected part by itself, the parts side by side."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_SMALL: Final = 120  # nodes of a part whose distances are all looked at
_WIDER: Final = 1.25  # than high
_ROOM: Final = 1.3  # of a part beside the next one


def arrange(graph: Any, seed: int) -> dict[Any, tuple[float, float]]:
    """Return where each node stands.

    Args:
        graph: A networkx graph.
        seed: Of parts with many nodes.
    """
    import networkx as nx

    plain = nx.Graph(graph)
    parts = sorted(
        nx.connected_components(plain), key=lambda part: (-len(part), min(map(str, part)))
    )
    sides = [_ROOM * len(part) ** 0.5 for part in parts]
    places: dict[Any, tuple[float, float]] = {}
    for part, side, corner in zip(parts, sides, _corners(sides), strict=True):
        nodes = [node for node in plain if node in part]
        unit = _spread(plain.subgraph(nodes), nodes, seed)
        for node, (x, y) in zip(nodes, unit * (side - 1) + 0.5 + corner, strict=True):
            places[node] = float(x), float(y)
    return places


def _spread(part: Any, nodes: Sequence[Any], seed: int) -> NDArray[np.float64]:
    """Return places between 0 and 1."""
    import networkx as nx

    if len(nodes) <= _SMALL:
        found = nx.kamada_kawai_layout(part, weight=None)
    else:
        found = nx.spring_layout(part, seed=seed, weight=None, k=2.5 / len(nodes) ** 0.5)
    places = np.array([found[node] for node in nodes])
    places -= places.mean(axis=0)
    places = places @ np.linalg.svd(places, full_matrices=False)[2].T  # the longest way lies flat
    low, high = places.min(axis=0), places.max(axis=0)
    wide = np.where(high - low > 1e-9, high - low, 1.0)
    return np.where(high - low > 1e-9, (places - low) / wide, 0.5)


def _corners(sides: Sequence[float]) -> list[NDArray[np.float64]]:
    """Return the lower left corners of squares, given from the largest, packed into shelves."""
    width = max(sides[0], _WIDER * sum(side**2 for side in sides) ** 0.5)
    corners = []
    left = bottom = top = column = 0.0
    height = sides[0]
    for side in sides:
        if top + side > height:  # no room over the last one: beside it
            left, top, column = left + column, 0.0, 0.0
        if left + side > width * 1.01 and left > 0:  # nor there: a new shelf
            bottom, left, top, column, height = bottom + height, 0.0, 0.0, 0.0, side
        corners.append(np.array([left, bottom + top]))
        top, column = top + side, max(column, side)
    return corners
