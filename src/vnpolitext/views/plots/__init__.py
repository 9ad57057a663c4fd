"""Plots of careers, chains of documents, maps of places, and of the tables of `vnpolitext.themes`.

They need the extra ``plots``. Every function takes a table, a graph or the intervals of a career,
draws on ``ax`` or on a new figure, and returns the axes. Vietnamese letters come from a font that
has them all, whatever the user's settings are; colours are those that colour-blind readers tell
apart. ``axes.figure.savefig("name.pdf")``, or ``.svg``, is for print.
"""

from vnpolitext.late import offered
from vnpolitext.views.plots.alignment import plot_alignment
from vnpolitext.views.plots.career import plot_career
from vnpolitext.views.plots.chain import plot_chain
from vnpolitext.views.plots.flow import plot_flow
from vnpolitext.views.plots.heatmap import plot_heatmap
from vnpolitext.views.plots.keyness import plot_keyness
from vnpolitext.views.plots.maps import plot_map
from vnpolitext.views.plots.network import plot_network
from vnpolitext.views.plots.profile import plot_profile
from vnpolitext.views.plots.scale import plot_scale
from vnpolitext.views.plots.similarity import plot_similarity
from vnpolitext.views.plots.tree import plot_dendrogram
from vnpolitext.views.plots.trends import plot_trends
from vnpolitext.views.plots.words import plot_words

__all__ = [
    "plot_alignment",
    "plot_career",
    "plot_chain",
    "plot_dendrogram",
    "plot_flow",
    "plot_heatmap",
    "plot_keyness",
    "plot_map",
    "plot_network",
    "plot_profile",
    "plot_scale",
    "plot_similarity",
    "plot_trends",
    "plot_words",
]

__dir__ = offered(__name__)
