"""Trends, rising terms and change points, against published and hand-made numbers."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from scipy import optimize, stats

from vnpolitext.themes import Document, WordVectorizer, change_points, rising_terms, trends
from vnpolitext.themes.trends import TREND_COLUMNS, poisson_interval

# Coal-mining disasters in Great Britain, 1851 to 1961, a year (Jarrett 1979).
DISASTERS = [
    4, 5, 4, 0, 1, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5,
    2, 2, 3, 4, 2, 1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1,
    0, 1, 0, 1, 0, 0, 0, 2, 1, 0, 0, 0, 1, 1, 0, 2, 3, 3, 1, 1, 2, 1, 1, 1, 1, 2, 4, 2, 0, 0, 1, 4,
    0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1,
]  # fmt: skip


def test_the_coal_mining_disasters_changed_about_1890():
    changes = change_points(DISASTERS)
    assert 1889 <= 1851 + changes[0] <= 1892


@pytest.mark.parametrize(
    ("counts", "exposure", "changes"),
    [
        ([2, 3, 2, 2, 9, 8, 10, 9], None, [4]),
        ([5] * 20, None, []),
        ([0] * 10, None, []),
        ([1, 1, 1, 20, 21, 19, 1, 2, 1], None, [3, 6]),
        ([2, 2, 2, 8, 8, 8], [1, 1, 1, 4, 4, 4], []),
        ([2, 2, 2, 20, 20, 20], [1, 1, 1, 1, 1, 1], [3]),
        ([], None, []),
        ([7], None, []),
    ],
)
def test_change_points(counts, exposure, changes):
    assert change_points(counts, exposure) == changes


def test_change_points_are_the_best_of_all_partitions():
    random = np.random.default_rng(1)
    counts = random.poisson([3] * 5 + [9] * 4)

    def cost(part):
        rate = max(part.mean(), 1e-12)
        return -2 * stats.poisson.logpmf(part, rate).sum()

    penalty = 2 * np.log(len(counts))
    best = min(
        (cost(counts[:at]) + cost(counts[at:]) + penalty, [at]) for at in range(2, len(counts) - 1)
    )
    whole = cost(counts)
    expected = best[1] if best[0] < whole else []
    assert change_points(counts)[:1] == expected


def test_change_points_check_their_input():
    with pytest.raises(ValueError, match="2 counts, but 3"):
        change_points([1, 2], [1, 1, 1])
    with pytest.raises(ValueError, match="min_size"):
        change_points([1, 2], min_size=0)


# Garwood's exact limits, as printed in tables of the Poisson distribution.
@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0.0, 3.69), (1, 0.03, 5.57), (10, 4.80, 18.39), (50, 37.11, 65.92)],
)
def test_poisson_interval(count, low, high):
    assert [round(float(x), 2) for x in poisson_interval(count)] == [low, high]


YEARS = [
    Document("a", "Dân chủ, dân chủ, kinh tế.", {"published": "2019-03-01"}),
    Document("b", "Dân chủ, kinh tế, kinh tế.", {"published": "2020-05-01"}),
    Document("c", "Kinh tế, kinh tế, kinh tế, kinh tế.", {"published": "2022-05-01"}),
    Document("undated", "Dân chủ."),
]


def test_rates_by_hand_without_gaps():
    table = trends(YEARS, ["Dân chủ", "kinh tế"])
    assert tuple(table.columns) == TREND_COLUMNS
    one = table[table["series"] == "dân chủ"].reset_index(drop=True)
    assert one["period"].dt.year.tolist() == [2019, 2020, 2021, 2022]
    assert one["count"].tolist() == [2, 1, 0, 0]
    assert one["words"].tolist() == [3, 3, 0, 4]
    assert one["documents"].tolist() == [1, 1, 0, 1]
    assert one["rate"].tolist()[:2] == pytest.approx([2 / 3 * 1000, 1 / 3 * 1000])
    assert np.isnan(one["rate"][2])
    low, high = poisson_interval(2)
    assert one["low"][0] == pytest.approx(float(low) / 3 * 1000)
    assert one["high"][0] == pytest.approx(float(high) / 3 * 1000)


def test_the_smooth_is_a_kernel_of_counts_and_words():
    one = trends(YEARS, ["dân chủ"])
    weights = np.exp(-0.5 * np.asarray([0, 1, 4, 9]))
    expected = weights @ [2, 1, 0, 0] / (weights @ [3, 3, 0, 4]) * 1000
    assert one["smooth"][0] == pytest.approx(expected)
    assert (one["smooth_low"] <= one["smooth"]).all()
    assert (one["smooth"] <= one["smooth_high"]).all()


def test_themes_and_citations_over_time():
    cited = [
        Document(d.id, d.text, d.metadata, SimpleNamespace(
            citations=[SimpleNamespace(key="nq/35", text="NQ 35")] * n))
        for n, d in enumerate(YEARS[:3])
    ]  # fmt: skip
    table = trends(cited, themes={"x": {"y": ["dân chủ"]}}, level=1, citations=True)
    assert table.groupby("series")["count"].sum().to_dict() == {"x": 3, "nq/35": 3}


def test_a_change_is_marked():
    documents = [
        Document(str(year), "đổi mới. " * (1 if year < 2010 else 12) + "khác. " * 12,
                 {"published": f"{year}-01-01"})
        for year in range(2002, 2018)
    ]  # fmt: skip
    table = trends(documents, ["đổi mới"])
    assert table.loc[table["change"], "period"].dt.year.tolist() == [2010]


@pytest.mark.parametrize(("freq", "periods"), [("Y", 4), ("Q", 14), ("M", 39)])
def test_frequencies(freq, periods):
    assert len(trends(YEARS, ["dân chủ"], freq=freq)) == periods


def test_dispersion_by_hand():
    # one period of 20 words: 8 and 0 of 10 each, where 4 and 4 are expected; X² = 8, df = 1
    bursts = [
        Document("a", "lúa, " * 8 + "lớp, " * 2, {"published": "2020-01-01"}),
        Document("b", "lớp, " * 10, {"published": "2020-02-01"}),
    ]
    row = trends(bursts, ["lúa"]).iloc[0]
    assert row["dispersion"] == pytest.approx(8)
    assert row["rate"] == pytest.approx(400)
    low, high = poisson_interval(1)
    assert [row["low"], row["high"]] == pytest.approx([8 * low / 20 * 1000, 8 * high / 20 * 1000])
    even = [Document(d.id, "lúa, lúa, lớp, lớp", d.metadata) for d in bursts]
    assert trends(even, ["lúa"])["dispersion"].tolist() == [1]


def test_a_burst_in_one_document_is_no_change():
    def year(at, number, count):
        text = "lúa, " * count + "lớp, " * (20 - count)
        return Document(f"{at}-{number}", text, {"published": f"{at}-01-01"})

    bursts = [year(at, n, 0 if n else 4) for at in range(2000, 2012) for n in range(8)]
    table = trends([*bursts, year(2010, "x", 10), year(2011, "x", 10)], ["lúa"])
    assert table["dispersion"].iloc[0] > 4
    assert change_points(table["count"], table["words"]) == [10]  # were they Poisson counts
    assert not table["change"].any()
    spread = [year(at, n, 1 if at < 2006 else 4) for at in range(2000, 2012) for n in range(8)]
    table = trends(spread, ["lúa"])
    assert table["dispersion"].iloc[0] == 1
    assert table.loc[table["change"], "period"].dt.year.tolist() == [2006]


def test_a_burst_counts_less_for_a_rise():
    def rise(parts):
        documents = [
            Document(f"{at}-{n}", "lúa, " * part + "lớp, " * (20 - part),
                     {"published": f"{2000 + at}-01-01"})
            for at in range(8) for n, part in enumerate(parts(at))
        ]  # fmt: skip
        table = rising_terms(documents, vectorizer=WordVectorizer()).set_index("term")
        return table.loc["lúa"]

    even, bursts = rise(lambda at: [at, at]), rise(lambda at: [2 * at, 0])
    assert even["slope"] == pytest.approx(bursts["slope"])
    assert even["z"] > 1.5 * bursts["z"]
    assert even["se"] < bursts["se"]


def test_few_occurrences_may_be_left_out():
    table = trends(YEARS, ["dân chủ", "kinh tế"], min_count=4)
    assert table["series"].unique().tolist() == ["kinh tế"]


def test_nothing_to_follow_or_no_date():
    with pytest.raises(ValueError, match="terms, themes or citations"):
        trends(YEARS)
    with pytest.raises(ValueError, match="date"):
        trends(["Một"], ["một"])
    with pytest.raises(ValueError, match="bandwidth"):
        trends(YEARS, ["dân chủ"], bandwidth=0)


def growing(periods=8):
    return [
        Document(str(at), "alpha. " * (1 + 2 * at) + "omega. " * (17 - 2 * at) + "gamma. " * 9,
                 {"published": f"{2010 + at}-06-01"})
        for at in range(periods)
    ]  # fmt: skip


def test_rising_and_fading():
    table = rising_terms(growing(), vectorizer=WordVectorizer())
    assert table["term"].tolist() == ["alpha", "gamma", "omega"]
    assert table["slope"][0] > 0 > table["slope"][2]
    assert table["p_adjusted"][0] < 0.01
    assert table["p_value"][1] > 0.5
    assert (table["growth"] == np.exp(table["slope"])).all()
    assert table.loc[0, ["first", "last"]].tolist() == ["2010", "2017"]


def test_the_slope_maximises_the_penalised_likelihood():
    table = rising_terms(growing(), vectorizer=WordVectorizer()).set_index("term")
    time = np.arange(8) - 3.5
    counts, words = 1 + 2 * np.arange(8), np.full(8, 27)

    def loss(parameters):
        rate = np.exp(parameters[0] + parameters[1] * time) * words
        return -stats.poisson.logpmf(counts, rate).sum() + parameters[1] ** 2 / 2

    best = optimize.minimize(loss, [-1, 0], method="Nelder-Mead", options={"xatol": 1e-9})
    assert table.loc["alpha", "slope"] == pytest.approx(best.x[1], abs=1e-4)


def test_a_term_of_one_period_keeps_a_finite_slope():
    documents = [*growing(6), Document("x", "nova. " * 30, {"published": "2016-01-01"})]
    row = rising_terms(documents, vectorizer=WordVectorizer()).set_index("term").loc["nova"]
    assert 0 < row["slope"] < 5
    assert np.isfinite(row["z"])


def test_one_period_has_no_trend():
    with pytest.raises(ValueError, match="2010"):
        rising_terms(growing(1))


def test_dates_of_any_kind():
    table = trends([Document("a", "dân", {"published": pd.Timestamp("2020-02-03")})], ["dân"])
    assert table["count"].tolist() == [1]


def test_rates_change_where_documents_are():
    counts, words = [9, *[0] * 10, 1], [3.0, *[0.0] * 10, 3.0]
    assert change_points(counts, words) == [11]


def test_a_change_stands_in_a_period_with_documents():
    documents = [
        Document(f"{year}{n}", text * 20, {"published": year})
        for year, text in (("2001", "Trồng lúa. "), ("2012", "Làm đường nhựa. "))
        for n in range(3)
    ]
    table = trends(documents, "lúa")
    changed = table[table["change"]]
    assert changed["period"].dt.year.tolist() == [2012]
    assert changed["documents"].tolist() == [3]


def test_one_term_may_be_given_as_a_string():
    documents = [Document("a", "Xã bàn chuyển đổi số.", {"published": "2021"})]
    assert trends(documents, "chuyển đổi số").equals(trends(documents, ["chuyển đổi số"]))
