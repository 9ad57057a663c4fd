"""The same numbers from other people's code: NLTK, gensim, statsmodels, ruptures, scikit-learn."""

from itertools import pairwise

import numpy as np
import pytest
from scipy import sparse
from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.metrics.pairwise import cosine_similarity

from vnpolitext.themes import (
    TopicModel,
    Wordfish,
    WordVectorizer,
    change_points,
    document_vectors,
    find_phrases,
    rising_terms,
    similarity,
    topic_coherence,
)
from vnpolitext.themes.documents import Document
from vnpolitext.themes.statistics import adjust_p_values, log_likelihood, log_ratio, npmi
from vnpolitext.themes.trends import poisson_interval

random = np.random.default_rng(7)
TABLES = [(30, 10, 1000, 1200), (5, 50, 300, 9000), (12, 9, 800, 500), (7, 1, 90, 4000)]


@pytest.mark.parametrize(("a", "b", "c", "d"), TABLES)
def test_g2_and_npmi_of_nltk(a, b, c, d):
    association = pytest.importorskip("nltk.metrics.association").BigramAssocMeasures
    # NLTK takes the joint count, both margins and the total of a two-by-two table
    theirs = association.likelihood_ratio(a, (a + b, c), c + d)
    assert float(log_likelihood(a, b, c, d)) == pytest.approx(theirs, rel=1e-6)
    pmi = association.pmi(a, (a + b, c), c + d)
    assert float(npmi(a, a + b, c, c + d)) == pytest.approx(pmi / -np.log2(a / (c + d)))


def test_phrase_scores_of_gensim():
    scorer = pytest.importorskip("gensim.models.phrases").npmi_scorer
    texts = ["alpha beta gamma alpha beta."] * 3 + ["beta alpha. gamma beta."] * 2
    table = find_phrases(texts, threshold=-1, min_count=1, passes=1, words="syllables")
    words = " ".join(texts).replace(".", "").split()
    counts = {word: words.count(word) for word in set(words)}
    for row in table.itertuples():
        theirs = scorer(counts[row.left], counts[row.right], row.count, 3, 1, len(words))
        assert row.score == pytest.approx(theirs)
    assert len(table) == 5


def test_coherence_of_gensim():
    module = pytest.importorskip("gensim.models.coherencemodel")
    corpora = pytest.importorskip("gensim.corpora")
    counts = random.poisson(0.6, (60, 8))
    counts[counts.sum(axis=1) == 0, 0] = 1
    texts = [[f"w{w}" for w in range(8) for _ in range(row[w])] for row in counts]
    topics = [[0, 1, 2], [3, 4, 5, 6]]
    model = module.CoherenceModel(
        topics=[[f"w{w}" for w in topic] for topic in topics],
        texts=texts,
        dictionary=corpora.Dictionary(texts),
        coherence="c_npmi",
        window_size=1000,  # longer than any document
        processes=1,
    )
    ours = topic_coherence(sparse.csr_matrix(counts), topics)
    assert ours == pytest.approx(model.get_coherence_per_topic(), abs=1e-6)


@pytest.mark.parametrize(("a", "b", "c", "d"), TABLES)
def test_log_ratio_interval_of_statsmodels(a, b, c, d):
    table = pytest.importorskip("statsmodels.stats.contingency_tables").Table2x2(
        [[a, c - a], [b, d - b]]
    )
    value, low, high = log_ratio(a, b, c, d, confidence=0.9)
    assert float(value) == pytest.approx(table.log_riskratio / np.log(2))
    theirs = np.asarray(table.log_riskratio_confint(alpha=0.1)) / np.log(2)
    assert [float(low), float(high)] == pytest.approx(theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("holm", "holm"), ("bonferroni", "bonferroni"), ("benjamini-hochberg", "fdr_bh")],
)
def test_corrections_of_statsmodels(ours, theirs):
    multitest = pytest.importorskip("statsmodels.stats.multitest")
    p_values = random.uniform(0, 0.2, 40)
    expected = multitest.multipletests(p_values, method=theirs)[1]
    assert adjust_p_values(p_values, ours) == pytest.approx(expected)


@pytest.mark.parametrize("count", [0, 1, 9, 120])
def test_poisson_interval_of_statsmodels(count):
    rates = pytest.importorskip("statsmodels.stats.rates")
    theirs = rates.confint_poisson(count, 1, method="exact-c", alpha=0.05)
    ours = [float(limit) for limit in poisson_interval(count)]
    assert ours == pytest.approx([float(np.nan_to_num(limit)) for limit in theirs])


def test_slopes_are_those_of_a_poisson_regression_of_statsmodels():
    api = pytest.importorskip("statsmodels.api")
    counts, rest = np.array([40, 55, 48, 70, 81]), np.array([900, 1000, 800, 1100, 950])
    documents = [
        Document(str(at), "alpha. " * int(a) + "omega. " * int(b), {"published": f"{2010 + at}"})
        for at, (a, b) in enumerate(zip(counts, rest, strict=True))
    ]
    ours = rising_terms(documents, vectorizer=WordVectorizer()).set_index("term").loc["alpha"]
    design = api.add_constant(np.arange(5) - 2.0)
    family = api.families.Poisson()
    fit = api.GLM(counts, design, family, offset=np.log(counts + rest)).fit()
    # the prior on the slope, of one unit of information, draws it a little to zero
    assert ours["slope"] == pytest.approx(fit.params[1], rel=0.01)
    assert ours["se"] == pytest.approx(fit.bse[1], rel=0.05)


def test_wordfish_places_documents_as_a_poisson_regression_of_statsmodels():
    api = pytest.importorskip("statsmodels.api")
    theta, beta = np.linspace(-1.5, 1.5, 8), random.normal(0, 0.6, 30)
    counts = random.poisson(np.exp(2 + theta[:, None] * beta))
    model = Wordfish(direction=(0, 7)).fit(counts)
    table = model.predict_table(counts)
    design = api.add_constant(model.beta_)
    for row, place in zip(counts, table.itertuples(), strict=True):
        fit = api.GLM(row, design, api.families.Poisson(), offset=model.psi_).fit()
        assert place.theta == pytest.approx(fit.params[1], abs=1e-5)
        assert place.se == pytest.approx(fit.bse[1], rel=1e-4)
        assert place.alpha == pytest.approx(fit.params[0], abs=1e-5)


@pytest.mark.parametrize("seed", range(6))
def test_change_points_of_ruptures(seed):
    rpt = pytest.importorskip("ruptures")

    class Poisson(rpt.base.BaseCost):
        """Twice the negative log-likelihood of counts, up to a constant."""

        model = "poisson"
        min_size = 2

        def fit(self, signal):
            self.signal = signal
            return self

        def error(self, start, end):
            total = self.signal[start:end].sum()
            return -2 * (total * np.log(total / (end - start)) - total) if total else 0.0

    series = np.random.default_rng(seed).poisson([4] * 12 + [9] * 9 + [2] * 15)
    penalty = 2 * np.log(len(series))
    search = rpt.Dynp(custom_cost=Poisson(), min_size=2, jump=1).fit(series[:, None])
    best = min(
        ([*search.predict(n_bkps=number)] for number in range(1, 6)),
        key=lambda ends: sum(
            Poisson().fit(series).error(*ends_) for ends_ in pairwise([0, *ends])
        ) + penalty * len(ends),
    )  # fmt: skip
    assert change_points(series) == best[:-1]


def test_similarity_is_the_cosine_of_scikit_learn():
    texts = ["Thủy lợi nội đồng", "thủy lợi, giáo dục", "giáo dục vùng cao", "y tế"]
    vectors = document_vectors(texts)[1]
    assert similarity(texts).to_numpy() == pytest.approx(cosine_similarity(vectors))


def test_topics_are_those_of_scikit_learn():
    counts = random.poisson(0.8, (30, 12))
    lda = LatentDirichletAllocation(3, max_iter=50, learning_method="batch", random_state=0)
    weights = lda.fit(counts).components_
    ours = TopicModel(3, method="lda").fit(counts).components_
    assert ours == pytest.approx(weights / weights.sum(axis=1, keepdims=True))
    weighted = TfidfTransformer().fit_transform(np.log1p(counts))
    nmf = NMF(3, init="nndsvda", max_iter=300, random_state=0, tol=1e-3).fit(weighted)
    ours = TopicModel(3, method="nmf").fit(counts).components_
    assert ours == pytest.approx(nmf.components_ / nmf.components_.sum(axis=1, keepdims=True))
