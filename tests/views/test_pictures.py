"""Plots as an eye sees them: nothing covers anything, nothing is lost, colours are told apart.

``python tests/views/test_pictures.py`` draws the pictures anew that plots are compared with; look
at them before they are committed.
"""

import re
from functools import partial
from itertools import combinations
from pathlib import Path

import looks
import matplotlib as mpl
import numpy as np
import pytest
import scenes
from matplotlib import pyplot as plt

from vnpolitext.views import LanguageError, plots
from vnpolitext.views.plots import canvas, network

PICTURES = Path(__file__).with_name("pictures")
COMPARED = [name for name in scenes.SCENES if "-" not in name]
ALLOWED = 0.1  # of the ink: letters of another release, and no more


@pytest.fixture(autouse=True)
def _no_window(monkeypatch):
    monkeypatch.setitem(mpl.rcParams, "backend", "Agg")
    yield
    plt.close("all")


def drawn(name, change=None):
    with mpl.rc_context(looks.UNHINTED):
        figure = scenes.SCENES[name]().figure
        if change:
            change(figure)
        return looks.pixels(figure)


def reference(name):
    return plt.imread(PICTURES / f"{name}.png")[:, :, :3].astype(float)


def test_every_plot_has_a_picture():
    assert {path.stem for path in PICTURES.glob("*.png")} == set(COMPARED)
    called = {name for name in plots.__all__ if hasattr(scenes, name)}
    assert called == set(plots.__all__)


@pytest.mark.parametrize("name", COMPARED)
def test_a_plot_looks_as_it_did(name):
    assert looks.difference(drawn(name), reference(name)) <= ALLOWED


def without_labels(figure):
    for text in list(looks.texts(figure)):
        text.set_visible(False)


def without_marks(figure):
    for axes in figure.axes:
        for artist in (*axes.lines, *axes.patches, *axes.collections, *axes.images):
            artist.set_visible(False)


def upside_down(figure):
    figure.axes[0].invert_yaxis()


@pytest.mark.parametrize("change", [without_labels, without_marks, upside_down])
@pytest.mark.parametrize("name", ["career", "chain", "flow", "positions"])
def test_the_comparison_sees_what_is_broken(name, change):
    assert looks.difference(drawn(name, change), reference(name)) > ALLOWED


@pytest.mark.parametrize("name", scenes.SCENES)
def test_texts_cover_nothing_and_are_whole(name):
    figure = scenes.SCENES[name]().figure
    assert looks.overlaps(figure) == []
    assert looks.cut_off(figure) == []
    assert looks.under_the_key(figure) == 0


ENGLISH = re.compile(
    r"\b(?:the|of|has|words?|days?|documents?|groups?|beside|known|cosine|same|reworded|others?|hits"
    r"|provinces|communes|gap|overlap|implements|mentions|theta)\b(?!\))"
)


@pytest.mark.parametrize("name", COMPARED)
def test_a_plot_speaks_vietnamese(name, monkeypatch):
    for called in plots.__all__:
        monkeypatch.setattr(
            scenes, called, partial(getattr(plots, called), language="vi"), raising=False
        )
    figure = scenes.SCENES[name]().figure
    said = [text.get_text() for text in looks.texts(figure)]
    assert not [text for text in said if ENGLISH.search(text)]
    assert not [text for text in said if re.fullmatch(r"\u2212?\d+\.\d+", text)]
    assert looks.overlaps(figure) == []
    assert looks.cut_off(figure) == []


def test_a_language_without_a_catalogue_is_refused():
    with pytest.raises(LanguageError, match="no language 'fr'"):
        plots.plot_career(scenes.career(3), language="fr")


@pytest.mark.parametrize("inches", [(4, 3), (6, 5), (14, 10)])
@pytest.mark.parametrize("name", ["network-named", "words-many"])
def test_labels_of_points_find_room_in_axes_of_any_size(name, inches):
    figure, axes = plt.subplots(figsize=inches, layout="constrained")
    scenes.SCENES[name](axes)
    assert looks.overlaps(figure) == []
    named = [text for text in axes.texts if text.get_text()]
    assert len(named) >= inches[0]
    middles = [axes.transData.transform(offset) for marks in axes.collections
               for offset in np.asarray(marks.get_offsets())]  # fmt: skip
    for text in named:
        box = mpl.text.Text.get_window_extent(text)
        assert not any(box.contains(*middle) for middle in middles), text.get_text()


@pytest.mark.parametrize("inches", [(3, 3), (5, 4)])
@pytest.mark.parametrize("count", [3, 12])
def test_days_of_a_chain_find_room_in_narrow_axes(count, inches):
    figure, axes = plt.subplots(figsize=inches, layout="constrained")
    plots.plot_chain(scenes.chain(count), ax=axes)
    days = {text.get_text() for text in axes.get_xticklabels()}
    assert days
    assert [pair for pair in looks.overlaps(figure) if set(pair) <= days] == []


def test_the_measure_of_overlaps_sees_them():
    figure, axes = plt.subplots(figsize=(4, 3))
    axes.text(0.5, 0.5, "Sơn Mây", rotation=45, rotation_mode="anchor")
    beside = axes.text(0.52, 0.45, "Đắk Trôi", rotation=45, rotation_mode="anchor")
    assert looks.overlaps(figure) == [("Sơn Mây", "Đắk Trôi")]
    beside.set_position((0.6, 0.35))  # the boxes around the slanted letters still cover each other
    assert looks.overlaps(figure) == []
    beside.set_position((1.1, 0.9))
    assert "Đắk Trôi" in looks.cut_off(figure)


# Machado, Oliveira and Fernandes (2009): how colours look without one kind of cones.
BLIND = {
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
               [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
               [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
               [0.004733, 0.691367, 0.303900]],
    "none": np.eye(3),
}  # fmt: skip


def perceived(colour, eyes):
    """Return lightness and hue of a colour in CIELAB, as such eyes see it."""
    rgb = np.array(mpl.colors.to_rgb(colour))
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    linear = np.clip(np.array(BLIND[eyes]) @ linear, 0, 1)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722],
                       [0.0193, 0.1192, 0.9505]])  # fmt: skip
    xyz = to_xyz @ linear / (0.9505, 1.0, 1.089)
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("eyes", BLIND)
@pytest.mark.parametrize("colours", [canvas.PALETTE[:6], network._TIES, (canvas.BLUE, canvas.RED)])
def test_colours_are_told_apart_by_all_eyes(colours, eyes):
    for one, two in combinations(colours, 2):
        apart = np.linalg.norm(perceived(one, eyes) - perceived(two, eyes))
        assert apart > 10, (one, two)


@pytest.mark.parametrize("name", [name for name in COMPARED if name != "map"])
def test_colours_are_those_of_the_palette(name):
    known = {*canvas.PALETTE, *network._TIES, canvas.BLUE, canvas.RED}
    assert looks.hues(scenes.SCENES[name]().figure) <= known


def test_kinds_of_ties_differ_by_more_than_their_colour():
    axes = scenes.SCENES["network"]()
    ties = {(str(tie.get_edgecolor()), tie.get_linestyle()) for tie in axes.patches}
    strokes = {str(style) for _, style in ties}
    assert len(ties) == 7
    assert len(strokes) >= 5
    assert len(axes.get_legend().get_texts()) == 7 + 4
    heads = {type(tie.get_arrowstyle()).__name__ for tie in axes.patches}
    assert heads == {"CurveFilledB"}


if __name__ == "__main__":
    mpl.use("Agg")
    PICTURES.mkdir(exist_ok=True)
    for name in COMPARED:
        plt.imsave(PICTURES / f"{name}.png", drawn(name))
        plt.close("all")
