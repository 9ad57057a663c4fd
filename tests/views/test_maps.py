"""Maps: every province is drawn in the colour of its count, every lower unit as a dot."""

from types import SimpleNamespace

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib import pyplot as plt
from matplotlib.colors import to_hex

from vnpolitext import views
from vnpolitext.places import find_places, place_counts
from vnpolitext.views.plots import plot_map

TEXT = (
    "tỉnh Bình Phước, tỉnh Đồng Nai, tỉnh Đồng Nai, tỉnh Điện Biên: huyện Tủa Chùa, xã Sính Phình"
)
DOCUMENT = SimpleNamespace(
    id="a", metadata={"published": "2022-05-01"}, places=find_places(TEXT, as_of="2022-05-01")
)
COUNTS = place_counts([DOCUMENT])


@pytest.fixture(autouse=True)
def _no_window(monkeypatch):
    monkeypatch.setitem(mpl.rcParams, "backend", "Agg")
    yield
    plt.close("all")


def colours(axes):
    return {patch.get_gid(): to_hex(patch.get_facecolor()) for patch in axes.patches}


def dots(axes):
    return [tuple(at) for part in axes.collections for at in np.asarray(part.get_offsets())]


def test_provinces_have_colours_and_lower_units_dots(tmp_path):
    axes = plot_map(COUNTS, title="Nơi được nhắc đến")
    drawn = colours(axes)
    assert len(drawn) == 63
    assert drawn["75@2024"] != drawn["70@2024"] == drawn["11@2024"] != drawn["01@2024"]
    assert len(dots(axes)) == 2
    words = {text.get_text() for text in axes.findobj(mpl.text.Text)}
    assert {"Nơi được nhắc đến", "Hoàng Sa", "Trường Sa", "Cồn Cỏ"} <= words
    axes.figure.savefig(tmp_path / "map.png", dpi=60)
    axes.figure.savefig(tmp_path / "map.svg")
    assert b"75@2024" in (tmp_path / "map.svg").read_bytes()


def test_before_and_after_stand_side_by_side_on_one_scale():
    before, after = plot_map(COUNTS, as_of=("2025-06-30", "2025-07-01"), title="Mentions,")
    assert before.figure is after.figure
    assert (len(colours(before)), len(colours(after))) == (63, 34)
    assert before.get_title() == "Mentions, 2025-06-30"
    assert colours(after)["75@2025"] != colours(before)["75@2024"]  # three counts, not two
    assert colours(after)["11@2024"] == colours(before)["11@2024"]
    assert len(dots(after)) > 2  # the communes that the district became


def test_the_map_says_whose_units_it_draws():
    said = {}
    for language in ("en", "vi"):
        axes = plot_map(COUNTS, as_of=["2020-01-01", "2026-01-01"], language=language)
        said[language] = [text.get_text() for each in axes for text in each.texts]
    assert [text for text in said["en"] if "units" in text] == [
        "units of 2025-06-30",
        "units of 2025-07-01",
    ]
    assert [text for text in said["vi"] if "đơn vị" in text] == [
        "đơn vị hành chính ngày 30/6/2025",
        "đơn vị hành chính ngày 1/7/2025",
    ]


def test_given_axes_are_drawn_on():
    figure, given = plt.subplots(1, 2)
    drawn = plot_map(COUNTS, as_of=["2025-06-30", "2025-07-01"], ax=given)
    assert drawn == list(given)
    _, one = plt.subplots()
    assert plot_map(COUNTS, ax=one) is one
    assert figure is given[0].figure


@pytest.mark.parametrize(("level", "day", "number"), [("province", "2025-06-30", 63),
                                                      ("province", "2026-01-01", 34),
                                                      ("commune", "2026-01-01", 34)])  # fmt: skip
def test_the_day_is_that_of_the_table(level, day, number):
    axes = plot_map(place_counts([DOCUMENT], as_of=day, level=level))
    assert len(colours(axes)) == number


def test_it_is_found_in_views_and_bad_tables_are_told():
    assert views.plot_map is plot_map
    with pytest.raises(AttributeError, match="plot_globe"):
        views.plot_globe  # noqa: B018
    with pytest.raises(ValueError, match="empty"):
        plot_map(COUNTS[:0])
    with pytest.raises(ValueError, match="no column 'count'"):
        plot_map(COUNTS.drop(columns="count"))
    with pytest.raises(ValueError, match="since 2008-08-01"):
        plot_map(COUNTS, as_of="1990-01-01")
    with pytest.raises(ValueError, match="2 days need as many axes"):
        plot_map(COUNTS, as_of=("2025-06-30", "2025-07-01"), ax=plt.subplots()[1])
