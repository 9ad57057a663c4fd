"""Invented tables that plots are drawn of, small and crowded; no finder has a hand in them."""

from datetime import date

import networkx as nx
import numpy as np
import pandas as pd

from vnpolitext.citations import ChainLink
from vnpolitext.directives import AlignedPair, Alignment, Directive
from vnpolitext.people import Interval
from vnpolitext.views.plots import (
    plot_alignment,
    plot_career,
    plot_chain,
    plot_dendrogram,
    plot_flow,
    plot_heatmap,
    plot_keyness,
    plot_map,
    plot_network,
    plot_profile,
    plot_scale,
    plot_similarity,
    plot_trends,
    plot_words,
)

FAMILIES = ("Nguyễn", "Giàng", "Rơ Mah", "H'Yim", "Bhling", "Đinh", "Lò", "Siu")
GIVEN = ("Thị Hoài Thương", "A Chứ", "Văn Đức", "Y Krông", "Thị Mỷ", "Quốc Vượng", "Hữu Tấn")
OFFICES = ("Bí thư Huyện ủy", "Phó Chủ tịch Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
           "Giám đốc Sở Giáo dục và Đào tạo", "Chủ tịch Hội đồng nhân dân huyện")  # fmt: skip
PLACES = ("Sơn Mây", "Đắk Trôi", "Thượng Ia", "Yên Vạn", "Hòa Lũng", "Bản Ốt")
THEMES = ("party/organisation", "society/education", "people/ethnic-religion", "economy/finance",
          "state/local-reform", "institutions/mass-organisations", "party/propaganda",
          "society/welfare", "people/front", "economy/agriculture")  # fmt: skip


def person(number):
    return f"{FAMILIES[number % 8]} {GIVEN[number % 7]} {number}"


def typed_network(size, *, directed):
    """A network with several kinds of nodes and ties; some parts stand alone."""
    random = np.random.default_rng(size)
    graph = nx.DiGraph() if directed else nx.Graph()
    relations = ("implements", "basis", "guides", "amends", "mentions", "reviews", "replaces")
    for number in range(size):
        kind = ("nghị quyết", "kế hoạch", "document", "chỉ thị")[number % 4]
        name = f"Nghị quyết số {number}-NQ/TU về {PLACES[number % 6]}" if number % 3 else None
        graph.add_node(number, kind=kind, label=name or person(number))
    for number in range(2, size):
        if number % 11:
            for other in random.choice(number, 1 + number % 2, replace=False).tolist():
                graph.add_edge(number, other, weight=1 + number % 5,
                               relation=relations[(number * other) % 7])  # fmt: skip
    graph.add_edge("x", "y")
    return graph


def career(count):
    """Offices whose ends are known in all ways that there are."""
    found = []
    for at in range(count):
        start = date(1996 + 2 * at, 1 + at % 12, 5) if at % 5 != 4 else None
        end = date(1998 + 2 * at + at % 3, 1 + at % 12, 5) if at % 5 != 4 else None
        found.append(
            Interval(0, "Rơ Mah H'Bưởi", f"{OFFICES[at % 4]} {PLACES[at % 6]}", str(at), None,
                     start, start and ("since" if at % 2 else "first_seen"),
                     end, end and ("until" if at % 3 else "last_seen"), at % 4 == 3, ())
        )  # fmt: skip
    return found


def chain(count):
    """A resolution and what carries it out, over twelve years and three steps."""
    links = [ChainLink("9-nq/tw@2030-02-01", None, None, 0, "nghị quyết", "Bộ Chính trị",
                       "2030-02-01")]  # fmt: skip
    for at in range(1, count):
        parent = links[(at - 1) // 3]
        known = at % 7 != 6
        day = f"{2030 + 4 * parent.depth + at % 4:04d}-{1 + at % 12:02d}-{1 + at % 28:02d}"
        links.append(ChainLink(f"{at}-kh/tu@{day}", None, parent.key, parent.depth + 1, "kế hoạch",
                               f"Huyện ủy {PLACES[at % 6]}", day if known else None, None,
                               100 * at if known else None))  # fmt: skip
    return links


def counts(count):
    """Provinces and communes by their official codes."""
    units = ["01", "02", "04", "52", "64", "75", "79", "91", "96", "11", "38", "40"]
    rows = [(f"{code}@2024", 3 * at + 1) for at, code in enumerate(units[: max(count // 4, 2)])]
    lower = ["631@2024", "544@2024", "622@2024", "021@2024", "23782@2024", "21622@2024"]
    rows += [(code, at + 1) for at, code in enumerate(lower[: max(count // 4, 2)])]
    return pd.DataFrame(rows, columns=["unit_id", "count"])


def keyness(groups, count):
    rows = [
        {"group": group, "term": f"{('xây dựng nông thôn mới', 'bán trú', 'sĩ số')[at % 3]} {at}",
         "z": (1 - 2 * (at % 2)) * (9 - at / 4), "sign": 1 - 2 * (at % 2)}
        for group in groups for at in range(count)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def prevalence(groups, themes):
    random = np.random.default_rng(3)
    rows = []
    for group in groups:
        for theme in themes:
            rate = float(random.gamma(2, 6))
            rows.append({"group": group, "theme": theme, "hits": int(rate * 3), "rate": rate,
                         "rate_low": 0.7 * rate, "rate_high": 1.4 * rate})  # fmt: skip
    return pd.DataFrame(rows)


def over_time(series):
    years = pd.date_range("2014-01-01", periods=12, freq="YS")
    rows = []
    for number, name in enumerate(series):
        smooth = 3 + 2 * number + np.sin(np.arange(12) / 2 + number)
        rows.append(pd.DataFrame({
            "series": name, "period": years, "documents": [3, 3, 3, 0, 0, 2, 2, 2, 0, 4, 4, 4],
            "rate": smooth + 0.4, "smooth": smooth, "smooth_low": smooth - 0.8,
            "smooth_high": smooth + 0.8, "change": np.arange(12) == 6 + number,
        }))  # fmt: skip
    return pd.concat(rows)


def alike(count):
    random = np.random.default_rng(count)
    points = random.normal(size=(count, 4)) + 3 * np.eye(4)[np.arange(count) % 4]
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    names = [f"{at:02d}-{PLACES[at % 6]}-{2014 + at % 12}" for at in range(count)]
    return pd.DataFrame((points @ points.T).clip(0, 1), index=names, columns=names)


def alignment(count):
    """Items that stay, are reworded, dropped and new."""

    def items(words):
        return tuple(
            Directive(at * 100, at * 100 + len(text) + 3, f"{at + 1}. {text}", f"{at + 1}", at + 1)
            for at, text in enumerate(words)
        )  # fmt: skip

    task = "Ủy ban nhân dân xã {} bố trí vốn xây dựng nhà ở bán trú tại các làng biên giới {}"
    above = items(task.format(PLACES[at % 6], at) for at in range(count))
    below = items(task.format(PLACES[at % 6], at + 1) for at in range(count - 1))
    kept = [at for at in range(count - 1) if at % 4]
    pairs = [AlignedPair(at, at, 1 - 0.1 * (at % 4), "same" if at % 4 == 1 else "reworded")
             for at in kept]  # fmt: skip
    lost = tuple(at for at in range(count) if at not in kept)
    return Alignment(tuple(pairs), lost, tuple(at for at in lost if at < count - 1), above, below)


def flow(count):
    rows = [("Tin Sơn Mây", THEMES[at % 8], (at * 137) % 2900) for at in range(count)]
    return pd.DataFrame(rows, columns=["document", "theme", "start"])


def words(count):
    random = np.random.default_rng(count)
    beta = random.normal(0, 2, count)
    terms = [f"{('ủy ban nhân dân', 'thủy lợi', 'đại hội')[at % 3]} {at}" for at in range(count)]
    return pd.DataFrame(
        {"term": terms, "beta": beta, "psi": -(beta**2) / 3 + random.normal(size=count)}
    )


def positions(count):
    theta = np.linspace(-2, 2, count)
    return pd.DataFrame({"document": alike(count).index, "theta": theta, "low": theta - 0.3,
                         "high": theta + 0.3})  # fmt: skip


GROUPS = ("Báo Sơn Mây", "Tỉnh ủy Đắk Trôi", "Cổng thông tin điện tử huyện Thượng Ia",
          "Đài Yên Vạn", "Hòa Lũng")  # fmt: skip
SCENES = {
    "network": lambda ax=None: plot_network(typed_network(24, directed=True), ax=ax),
    "network-crowded": lambda ax=None: plot_network(typed_network(110, directed=False), ax=ax),
    "network-named": lambda ax=None: plot_network(
        typed_network(70, directed=True), labels=70, ax=ax),
    "career": lambda ax=None: plot_career(career(6), ax=ax),
    "career-long": lambda ax=None: plot_career(career(14), ax=ax),
    "chain": lambda ax=None: plot_chain(chain(7), ax=ax),
    "chain-long": lambda ax=None: plot_chain(chain(28), ax=ax),
    "map": lambda ax=None: plot_map(counts(24), title="Nơi được nhắc đến", ax=ax),
    "map-few": lambda ax=None: plot_map(counts(2), ax=ax),
    "keyness": lambda ax=None: plot_keyness(keyness(GROUPS[:2], 16), ax=ax),
    "keyness-many": lambda ax=None: plot_keyness(keyness(GROUPS, 60), ax=ax),
    "profile": lambda ax=None: plot_profile(prevalence(GROUPS[:2], THEMES[:5]), ax=ax),
    "profile-five": lambda ax=None: plot_profile(prevalence(GROUPS, THEMES), ax=ax),
    "profile-many": lambda ax=None: plot_profile(
        prevalence([f"{place} {year}" for place in PLACES for year in (2014, 2026)], THEMES),
        ax=ax),
    "trends": lambda ax=None: plot_trends(over_time(("bán trú", "giảm nghèo")), ax=ax),
    "trends-many": lambda ax=None: plot_trends(over_time(THEMES[:6]), ax=ax),
    "similarity": lambda ax=None: plot_similarity(alike(9), ax=ax),
    "similarity-many": lambda ax=None: plot_similarity(alike(36), ax=ax),
    "heatmap": lambda ax=None: plot_heatmap(alike(9), title="Độ tương đồng", ax=ax),
    "dendrogram": lambda ax=None: plot_dendrogram(alike(18), ax=ax),
    "alignment": lambda ax=None: plot_alignment(alignment(7), names=PLACES[:2], ax=ax),
    "alignment-long": lambda ax=None: plot_alignment(alignment(24), names=PLACES[:2], ax=ax),
    "flow": lambda ax=None: plot_flow(flow(60), ax=ax),
    "words": lambda ax=None: plot_words(words(80), ax=ax),
    "words-many": lambda ax=None: plot_words(words(500), count=20, ax=ax),
    "positions": lambda ax=None: plot_scale(positions(20), ax=ax),
}  # fmt: skip
