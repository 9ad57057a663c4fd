"""Topics: recovered from made-up texts, seeded, chosen, the same every time."""

import numpy as np
import pytest
from scipy import sparse
from sklearn.utils.estimator_checks import check_estimator

from vnpolitext.themes import (
    TopicModel,
    WordVectorizer,
    choose_topics,
    find_topics,
    topic_agreement,
    topic_coherence,
)

FARM = ["lúa", "thủy lợi", "phân bón", "nông dân", "mùa vụ"]
SCHOOL = ["học sinh", "giáo viên", "lớp học", "khai giảng", "sách"]
FIELDS = {"farm": FARM, "school": SCHOOL}


def made_up(documents=24, seed=1):
    random = np.random.default_rng(seed)
    texts = {}
    for number in range(documents):
        words = FARM if number % 2 else SCHOOL
        paragraphs = [", ".join(random.choice(words, 8)) + "." for _ in range(2)]
        texts[f"{'farm' if number % 2 else 'school'}{number}"] = "\n\n".join(paragraphs)
    return texts


PLAIN = {"vectorizer": WordVectorizer(min_df=2)}


@pytest.mark.parametrize("method", ["nmf", "lda"])
def test_scikit_learn_takes_it_for_an_estimator(method):
    rounds = {"nmf": 300, "lda": 8}[method]
    check_estimator(TopicModel(2, method=method, max_iter=rounds), on_skip=None)


@pytest.mark.parametrize("method", ["nmf", "lda"])
def test_two_fields_are_two_topics(method):
    topics = find_topics(made_up(), 2, method=method, **PLAIN)
    best = topics.documents.idxmax(axis=1)
    farm = {best[name] for name in best.index if name.startswith("farm")}
    school = {best[name] for name in best.index if name.startswith("school")}
    assert len(farm) == len(school) == 1
    assert farm != school
    assert topics.documents.sum(axis=1).to_numpy() == pytest.approx(1)


@pytest.mark.parametrize("method", ["nmf", "lda"])
def test_tables(method):
    texts = made_up()
    topics = find_topics(texts, 2, method=method, terms=4, passages=2, **PLAIN)
    assert list(topics.topics.columns) == ["topic", "label", "terms", "share", "coherence"]
    assert topics.topics["share"].sum() == pytest.approx(1)
    assert topics.terms.groupby("topic")["rank"].apply(list).tolist() == [[1, 2, 3, 4]] * 2
    for _, group in topics.terms.groupby("topic"):
        assert group["weight"].is_monotonic_decreasing
    assert topics.passages.groupby("topic").size().tolist() == [2, 2]
    for row in topics.passages.itertuples():
        assert texts[row.document][row.start : row.end] == row.text
    label = topics.topics["label"][0]
    assert label == ", ".join(topics.topics["terms"][0].split(", ")[:3])


@pytest.mark.parametrize("method", ["nmf", "lda"])
def test_seeds_draw_the_first_topics(method):
    for order in (["farm", "school"], ["school", "farm"]):
        seeds = {name: FIELDS[name][:2] for name in order}
        topics = find_topics(made_up(), 2, method=method, seeds=seeds, **PLAIN)
        assert topics.topics["label"].tolist() == order
        best = topics.documents.idxmax(axis=1)
        assert all(name.startswith(topic) for name, topic in best.items())


@pytest.mark.parametrize("method", ["nmf", "lda"])
def test_seeds_of_a_small_field_keep_their_topic(method):
    texts = made_up(60) | {f"sea{n}": ", ".join(["ngư dân", "biển", "lúa"]) for n in range(3)}
    topics = find_topics(texts, 3, method=method, seeds={"sea": ["ngư dân"]}, **PLAIN)
    assert topics.topics["terms"][0].startswith("ngư dân")
    assert topics.documents["sea"].idxmax().startswith("sea")


def test_the_same_every_time():
    for method in ("nmf", "lda"):
        one, two = (find_topics(made_up(), 3, method=method, **PLAIN) for _ in range(2))
        assert one.documents.equals(two.documents)
        assert one.terms.equals(two.terms)


def test_new_documents():
    topics = find_topics(made_up(), 2, **PLAIN)
    placed = topics.predict({"x": "nông dân chăm lúa, phân bón", "y": "học sinh, giáo viên"})
    assert placed.idxmax(axis=1)["x"] == topics.documents.idxmax(axis=1)["farm1"]
    assert placed.idxmax(axis=1)["y"] == topics.documents.idxmax(axis=1)["school0"]
    assert placed.sum(axis=1).to_numpy() == pytest.approx(1)


@pytest.mark.parametrize(
    ("seeds", "message"),
    [({"a": ["vũ trụ"]}, "no seed term of 'a'"), ({key: ["lúa"] for key in "abc"}, "3 seeded")],
)
def test_bad_seeds(seeds, message):
    with pytest.raises(ValueError, match=message):
        find_topics(made_up(), 2, seeds=seeds, **PLAIN)


def test_an_unknown_method():
    with pytest.raises(ValueError, match="'lsa'"):
        TopicModel(2, method="lsa").fit([[1, 2], [3, 4]])


def test_the_right_number_is_the_best():
    table = choose_topics(made_up(40), [2, 5], runs=3, terms=5, **PLAIN)
    assert list(table.columns) == ["n_topics", "coherence", "stability", "chosen"]
    assert table["chosen"].tolist() == [True, False]
    assert table["coherence"][0] > table["coherence"][1]
    assert table["stability"][0] > table["stability"][1]
    assert table.equals(choose_topics(made_up(40), [2, 5], runs=3, terms=5, **PLAIN))


def test_the_number_may_be_left_to_the_texts():
    topics = find_topics(made_up(12), None, terms=5, **PLAIN)
    table = choose_topics(made_up(12), [5, 10], terms=5, **PLAIN)
    assert len(topics.topics) == table.loc[table["chosen"], "n_topics"].item()
    assert len(find_topics(made_up(4), None, **PLAIN).topics) == 2
    with pytest.raises(ValueError, match="at least one number"):
        choose_topics(made_up(4), [])


def test_coherence_by_hand():
    # columns 0 and 1 always together in two of four documents, 2 never with them
    counts = sparse.csr_matrix([[1, 2, 0], [3, 1, 0], [0, 0, 1], [0, 0, 4]])
    assert topic_coherence(counts, [[0, 1]]) == pytest.approx([1.0])
    assert topic_coherence(counts, [[0, 2]]) == pytest.approx([-1.0])
    assert topic_coherence(counts, [[0, 1, 2]]) == pytest.approx([(1 - 1 - 1) / 3])


def test_agreement_by_hand():
    one = np.asarray([[3, 2, 1, 0.0], [0, 1, 2, 3.0]])
    assert topic_agreement(one, one[::-1], 2) == pytest.approx(1)
    assert topic_agreement(one, np.asarray([[3, 0, 2, 0.0], [0, 1, 2, 3.0]]), 2) == pytest.approx(
        (1 / 3 + 1) / 2
    )
