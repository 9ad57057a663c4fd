"""Wordscores and Wordfish reproduce published tables."""

import numpy as np
import pytest
from scipy import optimize, sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.utils.estimator_checks import check_estimator

from vnpolitext.themes import Wordfish, Wordscores, WordVectorizer, wordfish, wordscores

# The example of Laver, Benoit and Garry (2003): five reference texts of 1,000 words over the words
# A to ZK, each the same bell of counts shifted by five words, and a virgin text shifted by seven.
BELL = [2, 3, 10, 22, 45, 78, 115, 146, 158, 146, 115, 78, 45, 22, 10, 3, 2]
REFERENCE_SCORES = [-1.5, -0.75, 0.0, 0.75, 1.5]


def shifted(places):
    row = np.zeros(37)
    row[places : places + len(BELL)] = BELL
    return row


REFERENCES = np.asarray([shifted(5 * number) for number in range(5)])
VIRGIN = shifted(7)[None, :]


@pytest.fixture(scope="module")
def fitted():
    return Wordscores().fit(REFERENCES, REFERENCE_SCORES)


def test_the_texts_are_as_published():
    assert REFERENCES.sum(axis=1).tolist() == [1000] * 5
    assert VIRGIN.sum() == 1000


@pytest.mark.parametrize(
    ("word", "score"),
    [(0, -1.5), (5, -1.48), (7, -1.45), (8, -1.41), (9, -1.32), (10, -1.18), (11, -1.04),
     (12, -0.88), (13, -0.75), (14, -0.62), (15, -0.45), (16, -0.30), (17, -0.13), (18, 0.0),
     (20, 0.30), (23, 0.75), (36, 1.5)],
)  # fmt: skip
def test_word_scores_as_published(fitted, word, score):
    assert round(float(fitted.scores_[word]), 2) == pytest.approx(score)


def test_the_virgin_text_as_published(fitted):
    row = fitted.predict_table(VIRGIN, ["V1"]).iloc[0]
    assert row["document"] == "V1"
    assert round(row["score"], 3) == -0.448
    assert round(row["se"], 4) == 0.0119
    assert row["words"] == 1000
    assert row["low"] < row["score"] < row["high"]


def test_rescaled_as_published(fitted):
    everything = np.vstack([REFERENCES, VIRGIN])
    assert round(fitted.predict_table(everything, rescaling="lbg")["score"][5], 2) == -0.53
    martin_vanberg = fitted.predict_table(everything, rescaling="mv")["score"]
    assert round(martin_vanberg[5], 2) == -0.51
    assert martin_vanberg[0] == pytest.approx(-1.5)
    assert martin_vanberg[4] == pytest.approx(1.5)


def test_sparse_counts_score_alike(fitted):
    other = Wordscores().fit(sparse.csr_matrix(REFERENCES), REFERENCE_SCORES)
    assert other.predict(sparse.csr_matrix(VIRGIN)) == pytest.approx(fitted.predict(VIRGIN))


def test_words_of_no_reference_are_not_scored():
    model = Wordscores().fit([[1, 1, 0], [0, 1, 0]], [-1, 1])
    assert np.isnan(model.scores_[2])
    table = model.predict_table([[1, 0, 5], [0, 0, 5]])
    assert table["score"][0] == -1
    assert table["words"].tolist() == [1, 0]
    assert np.isnan(table["score"][1])


def test_smoothing_adds_to_the_references():
    plain = Wordscores().fit(REFERENCES + 0.5, REFERENCE_SCORES)
    smooth = Wordscores(smooth=0.5).fit(REFERENCES, REFERENCE_SCORES)
    assert smooth.scores_ == pytest.approx(plain.scores_)


def test_an_unknown_rescaling(fitted):
    with pytest.raises(ValueError, match="'log'"):
        fitted.predict_table(VIRGIN, rescaling="log")
    with pytest.raises(ValueError, match="two texts"):
        fitted.predict_table(VIRGIN, rescaling="lbg")


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")
@pytest.mark.parametrize("model", [Wordscores(), Wordfish(max_iter=20)])
def test_scikit_learn_takes_them_for_estimators(model):
    check_estimator(model, on_skip=None)


LEFT, RIGHT = "bình đẳng, phúc lợi, công đoàn. " * 5, "thị trường, cạnh tranh, doanh nghiệp. " * 5


def test_wordscores_of_documents():
    documents = {"l": LEFT, "r": RIGHT, "x": LEFT + RIGHT, "y": LEFT + LEFT + RIGHT}
    table = wordscores(documents, {"l": -1, "r": 1})
    assert table["document"].tolist() == ["x", "y"]
    assert table["score"][0] == pytest.approx(0, abs=1e-9)
    assert table["score"][1] == pytest.approx(-1 / 3)


def test_wordscores_needs_known_references():
    with pytest.raises(ValueError, match="'z'"):
        wordscores({"l": LEFT, "r": RIGHT}, {"l": -1, "z": 1})
    with pytest.raises(ValueError, match="two reference"):
        wordscores({"l": LEFT, "r": RIGHT}, {"l": -1})


# A simulated matrix with the estimates that the R package austin prints for it: twenty words in
# ten documents of 500 words.
WORDS = [
    [23, 21, 18, 19, 12, 16, 13, 8, 6, 2], [22, 21, 23, 22, 19, 16, 7, 12, 6, 8],
    [20, 25, 17, 15, 20, 14, 11, 10, 8, 8], [22, 13, 14, 25, 17, 7, 12, 7, 4, 5],
    [23, 17, 16, 21, 14, 9, 9, 6, 9, 6], [0, 5, 6, 16, 13, 19, 14, 14, 20, 20],
    [3, 4, 8, 10, 11, 13, 16, 21, 15, 23], [9, 8, 13, 8, 16, 11, 12, 23, 21, 20],
    [4, 7, 10, 10, 9, 15, 13, 28, 17, 21], [2, 6, 10, 11, 20, 11, 17, 20, 12, 15],
    [51, 59, 46, 41, 33, 36, 24, 22, 21, 15], [62, 56, 43, 40, 46, 39, 13, 28, 11, 16],
    [65, 52, 64, 36, 46, 29, 30, 13, 21, 14], [64, 64, 59, 59, 29, 41, 21, 22, 17, 12],
    [62, 51, 52, 32, 40, 30, 26, 14, 20, 15], [16, 17, 15, 28, 33, 33, 52, 57, 69, 71],
    [18, 19, 20, 30, 35, 51, 54, 45, 55, 62], [7, 17, 21, 22, 30, 47, 55, 49, 49, 51],
    [9, 14, 26, 26, 29, 30, 47, 38, 60, 62], [18, 24, 19, 29, 28, 33, 54, 63, 59, 54],
]  # fmt: skip
THETA = [-1.5446, -1.1096, -0.8599, -0.4691, -0.2022, 0.1055, 0.6969, 0.8999, 1.1153, 1.3662]
ERRORS = [0.11595, 0.10195, 0.09614, 0.09005, 0.08791, 0.08743, 0.09242, 0.09598, 0.10084, 0.10796]
COUNTS = np.asarray(WORDS).T


def test_wordfish_as_published():
    model = Wordfish(direction=(0, 9)).fit(COUNTS)
    assert model.theta_ == pytest.approx(THETA, abs=0.004)
    assert model.theta_se_ == pytest.approx(ERRORS, rel=0.005)


def test_wordfish_maximises_the_likelihood():
    model = Wordfish(direction=(0, 9), beta_sd=None, tol=1e-10).fit(COUNTS)
    documents, terms = COUNTS.shape

    def loss(parameters):
        alpha = np.concatenate(([0], parameters[: documents - 1]))
        theta, psi, beta = np.split(parameters[documents - 1 :], [documents, documents + terms])
        rate = alpha[:, None] + psi + theta[:, None] * beta
        return (np.exp(rate) - COUNTS * rate).sum()

    start = np.concatenate([np.zeros(documents - 1), np.linspace(-1, 1, documents),
                            np.log(COUNTS.mean(axis=0)), np.zeros(terms)])  # fmt: skip
    limits = {"maxiter": 20000, "maxfun": 10**6, "ftol": 1e-14}
    best = optimize.minimize(loss, start, method="L-BFGS-B", options=limits)
    theta = best.x[documents - 1 : 2 * documents - 1]
    theta = (theta - theta.mean()) / theta.std(ddof=1)
    assert abs(np.corrcoef(theta, model.theta_)[0, 1]) > 0.99999
    ours = np.concatenate([model.alpha_[1:], model.theta_, model.psi_, model.beta_])
    assert loss(ours) == pytest.approx(best.fun, abs=1e-3)


def test_wordfish_says_when_it_has_not_converged():
    with pytest.warns(ConvergenceWarning, match="after 3 rounds"):
        Wordfish(max_iter=3).fit(COUNTS)


def test_wordfish_is_identified():
    model = Wordfish(direction=(9, 0)).fit(COUNTS)
    assert model.theta_[9] < model.theta_[0]
    assert model.theta_.mean() == pytest.approx(0, abs=1e-4)
    assert model.theta_.std(ddof=1) == pytest.approx(1, abs=1e-4)
    assert model.alpha_[0] == pytest.approx(0, abs=1e-9)
    assert model.log_likelihood_ < 0


def test_documents_out_of_sample():
    model = Wordfish(direction=(0, 9)).fit(COUNTS)
    table = model.predict_table(COUNTS)
    assert table["theta"].to_numpy() == pytest.approx(model.theta_, abs=1e-4)
    assert table["se"].to_numpy() == pytest.approx(model.theta_se_, rel=1e-3)
    between = model.predict_table([COUNTS[0] + COUNTS[9]])
    assert model.theta_[0] < between["theta"][0] < model.theta_[9]
    assert between["se"][0] < model.theta_se_.min()


def test_longer_texts_have_smaller_errors():
    short, long = Wordfish().fit(COUNTS), Wordfish().fit(COUNTS * 4)
    assert long.theta_se_ == pytest.approx(short.theta_se_ / 2, rel=0.05)


def test_wordfish_of_documents():
    parts = [("a", 6, 0), ("b", 4, 2), ("c", 2, 4), ("d", 0, 6)]
    documents = {name: LEFT * left + RIGHT * right for name, left, right in parts}
    result = wordfish(documents, direction=("a", "d"))
    assert result.documents["theta"].is_monotonic_increasing
    assert set(result.words["term"].head(3)) <= {"bình đẳng", "phúc lợi", "công đoàn"}
    placed = result.predict({"x": LEFT * 3 + RIGHT * 3})["theta"][0]
    assert result.documents["theta"][1] < placed < result.documents["theta"][2]


def test_wordfish_needs_known_directions():
    with pytest.raises(ValueError, match="'z'"):
        wordfish({"l": LEFT, "r": RIGHT + LEFT}, direction=("l", "z"))


def test_negative_counts_and_too_few_documents():
    with pytest.raises(ValueError, match="Negative"):
        Wordfish().fit([[1, -1], [2, 3]])
    with pytest.raises(ValueError, match="2 documents"):
        Wordfish().fit([[1, 2]])


@pytest.mark.parametrize(
    "empty",
    [
        {"e": ""},
        {"e": " \n\t"},
        {"e": "…!?"},
        {"e": "12/3/2021"},
        {"e": "hiếm"},
        {"e": "", "f": "-"},
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_document_without_words_has_no_position_and_moves_no_other(empty, first):
    texts = {
        f"d{number}": "lúa, " * (12 - number) + "lớp, " * (2 + number) + "đường, " * 3
        for number in range(10)
    }
    counted = WordVectorizer(min_df=2)
    without = wordfish(texts, direction=("d0", "d9"), vectorizer=counted).documents
    without = without.set_index("document")
    more = {**empty, **texts} if first else {**texts, **empty}
    with_empty = wordfish(more, direction=("d0", "d9"), vectorizer=counted).documents
    with_empty = with_empty.set_index("document")
    assert np.isnan(with_empty.loc[list(empty), "theta"]).all()
    assert np.allclose(with_empty.loc[without.index, "theta"], without["theta"], atol=1e-3)
    assert list(with_empty.index) == list(more)


def test_a_direction_cannot_name_an_empty_document():
    with pytest.raises(ValueError, match="without any counted word"):
        wordfish({"a": "", "b": "lúa, lớp", "c": "lớp, lúa, lúa"}, direction=("a", "c"))
