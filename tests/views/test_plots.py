"""Plots: every function draws what its table says, with every Vietnamese letter."""

import subprocess
import sys
import unicodedata
import warnings
from dataclasses import asdict
from datetime import date
from xml.etree import ElementTree

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from matplotlib import pyplot as plt
from matplotlib.font_manager import FontProperties, findfont, get_font

from vnpolitext.citations import ChainLink
from vnpolitext.directives import align_directives, find_directives
from vnpolitext.people import Interval
from vnpolitext.themes import (
    Document,
    find_themes,
    keyness,
    nearest,
    shared_passages,
    similarity,
    theme_prevalence,
    trends,
    wordscores,
)
from vnpolitext.views.plots import (
    plot_alignment,
    plot_career,
    plot_chain,
    plot_dendrogram,
    plot_flow,
    plot_heatmap,
    plot_keyness,
    plot_network,
    plot_profile,
    plot_scale,
    plot_similarity,
    plot_trends,
    plot_words,
)
from vnpolitext.views.plots.canvas import FONT, GREY, label

SLOGAN = "dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát, dân thụ hưởng"
DOCUMENTS = [
    Document("Thủy lợi Đắk Lắk", f"Nông dân lo thủy lợi. {SLOGAN}.", {"published": "2019-01-01"}),
    Document("Khai giảng Huế", f"Học sinh, giáo viên khai giảng. {SLOGAN}.",
             {"published": "2020-01-01"}),
    Document("Mùa lúa Thái Bình", "Nông dân được mùa lúa, thủy lợi tốt, học sinh vui.",
             {"published": "2022-01-01"}),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _no_window(monkeypatch):
    monkeypatch.setitem(mpl.rcParams, "backend", "Agg")
    yield
    plt.close("all")


def words_on(axes):
    return {text.get_text() for text in axes.findobj(mpl.text.Text) if text.get_text()}


PLOTS = {
    "heatmap": lambda ax: plot_heatmap(similarity(DOCUMENTS), title="Độ tương đồng", ax=ax),
    "keyness": lambda ax: plot_keyness(keyness(DOCUMENTS, min_count=1), ax=ax),
    "profile": lambda ax: plot_profile(theme_prevalence(DOCUMENTS, replicates=20), ax=ax),
    "trends": lambda ax: plot_trends(trends(DOCUMENTS, ["nông dân", "học sinh"]), ax=ax),
    "tree": lambda ax: plot_dendrogram(similarity(DOCUMENTS), ax=ax),
    "similarity": lambda ax: plot_similarity(similarity(DOCUMENTS), ax=ax),
    "flow": lambda ax: plot_flow(find_themes(DOCUMENTS), ax=ax),
    "network": lambda ax: plot_network(shared_passages(DOCUMENTS).pairs, ax=ax),
    "scale": lambda ax: plot_scale(
        wordscores(DOCUMENTS, {DOCUMENTS[0].id: -1, DOCUMENTS[1].id: 1}), ax=ax
    ),
}


@pytest.mark.parametrize("name", PLOTS)
def test_it_draws_on_new_and_given_axes_with_every_letter(name, tmp_path):
    _, given = plt.subplots()
    with mpl.rc_context({"font.family": "cmr10"}), warnings.catch_warnings():
        warnings.simplefilter("error")
        axes = PLOTS[name](None)
        assert axes is not given
        axes.figure.savefig(tmp_path / "plot.png", dpi=50)
    assert (tmp_path / "plot.png").stat().st_size > 1000
    assert PLOTS[name](given) is given
    for text in axes.findobj(mpl.text.Text):
        if text.get_text():
            assert text.get_fontname() == FONT


def test_the_font_has_every_vietnamese_letter():
    letters = {chr(code) for code in (*range(0x1EA0, 0x1EFA), *range(0xC0, 0x17F))}
    letters = {c for c in letters if c.isalpha() and "WITH" in unicodedata.name(c, "")}
    vietnamese = {c for c in letters if ord(c) >= 0x1EA0} | set("ĂăÂâĐđÊêÔôƠơƯư")
    font = get_font(findfont(FontProperties(family=FONT)))
    assert not [c for c in vietnamese if font.get_char_index(ord(c)) == 0]


def test_heatmap_writes_the_values():
    axes = plot_heatmap(
        pd.DataFrame([[1.0, 0.25], [0.25, 1.0]], index=["ơ", "ư"], columns=["ơ", "ư"])
    )
    assert {"0.25", "ơ", "ư"} <= words_on(axes)
    assert len(axes.images) == 1
    assert not plot_heatmap(pd.DataFrame([[1.0, 2.0]]), values=False).texts


def test_keyness_has_both_sides():
    table = keyness(DOCUMENTS, min_count=1)
    axes = plot_keyness(table, DOCUMENTS[1].id, count=3)
    widths = [bar.get_width() for bar in axes.patches]
    assert widths == sorted(widths)
    assert widths[0] < 0 < widths[-1]
    assert axes.get_title().startswith(f"{DOCUMENTS[1].id} beside {DOCUMENTS[0].id}")
    signed = plot_keyness(table, measure="g2", count=2)
    assert min(bar.get_width() for bar in signed.patches) < 0


def test_the_diagonal_of_a_square_table_does_not_outshine_it():
    names = ["a", "b", "c"]
    cells = [[1, 0.2, 0.4], [0.2, 1, 0.3], [0.4, 0.3, 1]]
    table = pd.DataFrame(cells, index=names, columns=names)
    axes = plot_heatmap(table)
    assert axes.images[0].get_clim() == (0.2, 0.4)
    assert {text.get_text() for text in axes.texts} == {"0.2", "0.3", "0.4"}
    assert table.loc["a", "a"] == 1
    assert plot_heatmap(table.rename(columns=str.upper)).images[0].get_clim() == (0.2, 1)


def test_profile_shows_the_named_themes():
    table = theme_prevalence(DOCUMENTS, replicates=20)
    axes = plot_profile(table, themes=["society/education", "economy/agriculture"])
    assert {"Education and training", "Agriculture and rural development"} <= words_on(axes)
    assert len(axes.containers) == len(DOCUMENTS)


def test_trends_mark_changes():
    table = trends(DOCUMENTS, ["nông dân"])
    table["change"] = [False, False, True, False]
    axes = plot_trends(table, series=["nông dân"])
    assert len(axes.lines) == 4  # the smooth, dashed between documents; the rates; the change
    band, alone = axes.collections
    assert band.get_paths()
    assert [segment[0][0] for segment in alone.get_segments()] == [
        mpl.dates.date2num(pd.Timestamp("2022-01-01"))  # the year beside it has no document
    ]


def test_a_band_is_drawn_only_where_documents_are():
    table = trends(DOCUMENTS, ["nông dân"])
    axes = plot_trends(table)
    smooth, _, rates = axes.lines[:3]
    assert np.isfinite(smooth.get_ydata()).tolist() == [True, True, False, True]
    assert np.isfinite(rates.get_ydata()).tolist() == [True, True, False, True]


def test_keyness_names_both_sides():
    two = keyness(DOCUMENTS[:2], min_count=1)
    assert f"← {DOCUMENTS[1].id}" in plot_keyness(two, DOCUMENTS[0].id).get_xlabel()
    three = plot_keyness(keyness(DOCUMENTS, min_count=1)).get_xlabel()
    assert f"← {DOCUMENTS[1].id}, {DOCUMENTS[2].id}" in three
    assert f"{DOCUMENTS[0].id} →" in three


def test_a_profile_of_many_groups_is_a_heat_map():
    many = [Document(f"{year}", f"Nông dân lo thủy lợi năm {year}.") for year in range(2014, 2021)]
    axes = plot_profile(theme_prevalence(many, replicates=5))
    assert len(axes.images) == 1
    assert {"2014", "2020", "Agriculture and rural development"} <= words_on(axes)


def overlaps(axes):
    """Pairs of labels that cover one another."""
    axes.figure.draw_without_rendering()
    boxes = [(text.get_text(), text.get_window_extent()) for text in axes.texts if text.get_text()]
    return [
        (one, two)
        for at, (one, first) in enumerate(boxes)
        for two, second in boxes[at + 1 :]
        if first.overlaps(second)
    ]


def test_a_graph_is_drawn_with_kinds_and_labels_apart():
    import networkx as nx

    graph = nx.Graph()
    for number in range(12):
        graph.add_node(number, kind="person", label=f"Nguyễn Thị Hoài Lan {number}")
        graph.add_node(f"b{number % 3}", kind="organization", label=f"Huyện ủy {number % 3}")
        graph.add_edge(number, f"b{number % 3}", weight=number + 1)
    axes = plot_network(graph)
    assert {text.get_text() for text in axes.get_legend().get_texts()} == {"person", "organization"}
    assert len({tuple(found.get_facecolor()[0]) for found in axes.collections}) == 2
    assert len([text for text in axes.texts if text.get_text()]) == 15
    assert overlaps(axes) == []
    assert len([text for text in plot_network(graph, labels=3).texts if text.get_text()]) == 3
    graph.add_node("alone")
    assert "alone" not in words_on(plot_network(graph))
    with pytest.raises(ValueError, match="no edges"):
        plot_network(nx.Graph())


def test_a_similarity_has_its_tree_beside_it():
    axes = plot_similarity(similarity(DOCUMENTS))
    assert len(axes.child_axes) == 1
    names = [tick.get_text() for tick in axes.get_yticklabels()]
    assert sorted(names) == sorted(document.id for document in DOCUMENTS)
    assert names == [tick.get_text() for tick in axes.get_xticklabels()]
    with pytest.raises(ValueError, match="two documents"):
        plot_similarity(similarity(DOCUMENTS[:1]))


def test_an_alignment_joins_the_pairs():
    central = find_directives("1. Phát triển kinh tế số.\n2. Bảo vệ rừng đầu nguồn.")
    local = find_directives("1. Bảo vệ nghiêm rừng đầu nguồn.\n2. Mở lớp xóa mù chữ.")
    axes = plot_alignment(align_directives(central, local), names=("Trung ương", "Tỉnh"))
    [line] = axes.lines
    assert list(line.get_ydata()) == [1, 0]
    assert {"Trung ương", "Tỉnh", "2 Mở lớp xóa mù chữ"} <= words_on(axes)
    grey = {text.get_text() for text in axes.texts if text.get_color() == GREY}
    assert grey == {"1 Phát triển kinh tế số", "2 Mở lớp xóa mù chữ"}
    with pytest.raises(ValueError, match="neither document"):
        plot_alignment(align_directives([], []))


def test_the_flow_of_a_document_has_a_stroke_for_each_hit():
    hits = find_themes(DOCUMENTS)
    document = hits["document"].iloc[0]
    axes = plot_flow(hits, document)
    part = hits[hits["document"] == document]
    assert sum(len(found.get_segments()) for found in axes.collections) == len(part)
    assert axes.get_title() == document
    with pytest.raises(ValueError, match="no document"):
        plot_flow(hits, "khác")


def test_the_words_of_a_scaling_are_named_at_both_ends():
    table = pd.DataFrame(
        {"term": [f"từ {n}" for n in range(40)], "beta": range(-20, 20), "psi": [0.0] * 40}
    )
    axes = plot_words(table, count=2)
    named = {text.get_text() for text in axes.texts if text.get_text()}
    assert named == {"từ 0", "từ 1", "từ 38", "từ 39"}
    assert overlaps(axes) == []


@pytest.mark.parametrize("name", ["keyness", "similarity", "network"])
@pytest.mark.parametrize("suffix", ["svg", "pdf"])
def test_a_plot_is_written_for_print(name, suffix, tmp_path):
    target = tmp_path / f"plot.{suffix}"
    PLOTS[name](None).figure.savefig(target)
    assert target.read_bytes()[:5] in (b"<?xml", b"%PDF-")


def test_a_plot_is_the_same_picture_again():
    """Compared with itself drawn anew, with tolerance: nothing is left to chance."""
    pictures = []
    for _ in range(2):
        axes = PLOTS["network"](None)
        axes.figure.canvas.draw()
        pictures.append(np.asarray(axes.figure.canvas.buffer_rgba()).astype(int))
    assert np.abs(pictures[0] - pictures[1]).mean() < 1


def test_the_tree_has_every_document():
    assert {document.id for document in DOCUMENTS} <= words_on(PLOTS["tree"](None))


def test_networks_of_pairs_and_of_neighbours():
    axes = plot_network(nearest(DOCUMENTS, count=1), source="document", target="neighbour",
                        weight="similarity")  # fmt: skip
    assert {document.id for document in DOCUMENTS} <= words_on(axes)
    counted = plot_network(pd.DataFrame({"document_a": ["x", "x"], "document_b": ["y", "z"]}),
                           weight=None)  # fmt: skip
    assert len(counted.patches) == 2


def test_the_layout_is_the_same_every_time():
    places = [[text.get_position() for text in PLOTS["network"](None).texts] for _ in range(2)]
    assert places[0] == places[1]


def test_positions_stand_in_order():
    table = pd.DataFrame(
        {"document": ["b", "a"], "theta": [1.0, -1.0], "low": [0.5, -2.0], "high": [1.5, 0.0]}
    )
    assert [text.get_text() for text in plot_scale(table).get_yticklabels()] == ["a", "b"]


@pytest.mark.parametrize(
    ("plot", "message"),
    [
        (lambda: plot_keyness(pd.DataFrame({"term": ["x"]})), "no column 'group'"),
        (lambda: plot_keyness(keyness(DOCUMENTS, min_count=1), "x"), "no group 'x'"),
        (lambda: plot_trends(trends(DOCUMENTS, ["dân"]), series=["x"]), "no series 'x'"),
        (lambda: plot_network(shared_passages(["một", "hai"]).pairs), "nothing to plot"),
        (lambda: plot_heatmap(pd.DataFrame()), "nothing to plot"),
    ],
)
def test_clear_errors(plot, message):
    with pytest.raises(ValueError, match=message):
        plot()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ủy ban", "Ủy ban"),
        (unicodedata.normalize("NFD", "Ủy ban"), "Ủy ban"),
        ("hai\n dòng", "hai dòng"),
        ("$5$", r"\$5\$"),
        ("x" * 60, "x" * 47 + "…"),
        (2020, "2020"),
    ],
)
def test_labels(value, expected):
    assert label(value) == expected


def test_settings_of_a_backend_that_loads_late_are_kept(monkeypatch):
    monkeypatch.setitem(mpl.rcParams, "interactive", False)
    figure = plt.figure

    def loads_backend(**settings):
        mpl.interactive(True)  # as the backend of notebooks does; without it nothing is shown
        return figure(**settings)

    monkeypatch.setattr(plt, "figure", loads_backend)
    PLOTS["tree"](None)
    assert mpl.is_interactive()


def test_matplotlib_loads_when_a_plot_is_drawn():
    code = "import sys, vnpolitext.views.plots; sys.exit('matplotlib' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603


def in_office(office, start, end, ends="until", *, starts="since", is_open=False, person=0):
    return Interval(person, "Mùa A Phình", office, office, None, start, start and starts, end,
                    end and ends, is_open, ())  # fmt: skip


CAREER = [
    in_office("Bí thư Huyện ủy", date(2004, 1, 1), date(2008, 12, 31)),
    in_office("Giám đốc Sở Y tế", date(2012, 3, 1), date(2013, 3, 1), "last_seen",
              starts="first_seen"),
    in_office("Ủy viên Ban Thường vụ", date(2010, 1, 1), date(2020, 5, 1)),
    in_office("Phó Bí thư Tỉnh ủy", date(2020, 1, 1), date(2023, 3, 1), "last_seen", is_open=True),
    in_office("Trưởng Ban Dân vận", None, None),
]  # fmt: skip


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_a_career_is_drawn_with_how_its_ends_are_known(tmp_path, form):
    axes = plot_career(CAREER)
    rows = [text.get_text() for text in axes.get_yticklabels()]
    assert rows[0] == "Bí thư Huyện ủy"
    assert rows[-1] == "Trưởng Ban Dân vận"
    assert "time unknown" in words_on(axes)
    known = {
        "stated by a text", "first or last document that names the office",
        "no text says that it has ended", "has ended, no text says when", "gap", "overlap",
    }  # fmt: skip
    assert {text.get_text() for text in axes.get_legend().get_texts()} == known
    bars = {round(bar.get_y()): bar.get_alpha() for bar in axes.patches if bar.get_alpha() > 0.3}
    assert len(set(bars.values())) == 2
    axes.figure.savefig(tmp_path / f"career.{form}")
    assert (tmp_path / f"career.{form}").stat().st_size > 5000


def test_a_career_without_a_day_and_the_wrong_people():
    axes = plot_career([in_office("Trưởng Ban", None, None)])
    assert words_on(axes) >= {"Trưởng Ban", "time unknown"}
    with pytest.raises(ValueError, match="no intervals"):
        plot_career(CAREER, person=7)
    with pytest.raises(ValueError, match="of 2 people"):
        plot_career([*CAREER, in_office("Trưởng Ban", None, None, person=1)])


CHAIN = [
    ChainLink("968-nq/tw@2031-02-01", None, None, 0, "nghị quyết", "Bộ Chính trị", "2031-02-01"),
    ChainLink("5-ctr/tu@2031-03-01@huế", "a", "968-nq/tw@2031-02-01", 1, "chương trình",
              "Tỉnh ủy Huế", "2031-03-01", None, 28, 28),
    ChainLink("9/tb-tu", "c", "968-nq/tw@2031-02-01", 1, "thông báo", "Tỉnh ủy Huế"),
    ChainLink("12-kh/hu@2031-03-11@a lưới", "b", "5-ctr/tu@2031-03-01@huế", 2, "kế hoạch",
              "Huyện ủy A Lưới", "2031-03-11", None, 10, 38),
]  # fmt: skip


@pytest.mark.parametrize("chain", [CHAIN, pd.DataFrame([asdict(link) for link in CHAIN])])
def test_a_chain_has_every_document_below_its_parent(chain):
    axes = plot_chain(chain)
    axes.figure.canvas.draw()
    words = [text.get_text() for text in axes.texts]
    assert [word for word in words if "days" not in word] == [
        "nghị quyết 968-NQ/TW Bộ Chính trị",
        "chương trình 5-CTR/TU Tỉnh ủy Huế",
        "kế hoạch 12-KH/HU Huyện ủy A Lưới",
        "thông báo 9/TB-TU Tỉnh ủy Huế",
    ]
    assert {"28 days", "10 days"} <= set(words)


def test_an_empty_chain_is_refused():
    with pytest.raises(ValueError, match="the chain is empty"):
        plot_chain([])


HOSTILE = ("$\\frac{$", "a\x00b", "\x1b[31mred", "</text><script>", "x" * 5000, "{0}%s\\", "=1+1")


def test_names_of_strangers_are_drawn_and_make_a_file_of_xml(tmp_path):
    table = pd.DataFrame(np.eye(len(HOSTILE)), index=HOSTILE, columns=HOSTILE)
    for plot in (plot_heatmap, plot_dendrogram):
        figure = plot(table).figure
        figure.savefig(tmp_path / "plot.svg")
        plt.close(figure)
        written = (tmp_path / "plot.svg").read_text(encoding="utf-8")
        assert "<script>" not in written
        ElementTree.fromstring(written)  # noqa: S314 - our own file
