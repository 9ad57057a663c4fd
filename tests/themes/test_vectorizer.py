"""The vectoriser: right counts, one spelling, phrases, scikit-learn's rules."""

import pickle
import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.base import clone
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.utils.estimator_checks import check_estimator

from vnpolitext import analyze
from vnpolitext.text import fold, tokenize
from vnpolitext.themes import Document, WordVectorizer, find_phrases, stop_words
from vnpolitext.themes.words import BREAK, _chunks, encode, word_counts

TEXTS = [
    "Xây dựng nông thôn mới, nâng cao đời sống nhân dân. Năm 2024 đạt 98,5%.",
    "Nhân dân làm chủ; xây dựng nông thôn mới là nhiệm vụ chung.",
    "Cải cách hành chính phục vụ nhân dân, doanh nghiệp.",
    "",
]


def words_of(text):
    return [fold(t.text) for t in tokenize(text) if t.is_word and any(c.isalpha() for c in t.text)]


def as_dict(vectorizer, row):
    names = vectorizer.get_feature_names_out()
    return {names[column]: int(row[0, column]) for column in row.nonzero()[1]}


def test_counts_are_those_of_scikit_learn_on_the_same_words():
    ours = WordVectorizer()
    theirs = CountVectorizer(analyzer=words_of)
    mine, other = ours.fit_transform(TEXTS), theirs.fit_transform(TEXTS)
    assert list(ours.get_feature_names_out()) == list(theirs.get_feature_names_out())
    assert (mine != other).nnz == 0


@pytest.mark.parametrize(("low", "high"), [(1, 2), (2, 2), (1, 3), (3, 3)])
def test_ngrams_do_not_cross_marks_and_numbers(low, high):
    def analyze(text):
        runs, run = [], []
        for token in tokenize(text):
            if token.is_word and any(c.isalpha() for c in token.text):
                run.append(fold(token.text))
            else:
                runs.append(run)
                run = []
        runs.append(run)
        return [
            " ".join(run[at : at + size])
            for size in range(low, high + 1)
            for run in runs
            for at in range(len(run) - size + 1)
        ]

    ours, theirs = WordVectorizer(ngram_range=(low, high)), CountVectorizer(analyzer=analyze)
    mine, other = ours.fit_transform(TEXTS), theirs.fit_transform(TEXTS)
    assert list(ours.get_feature_names_out()) == list(theirs.get_feature_names_out())
    assert (mine != other).nnz == 0


def test_one_spelling_of_case_tone_placement_and_composition():
    text = "Uỷ ban vì hoà bình, HOÀ BÌNH"
    variants = [text, unicodedata.normalize("NFD", text), "Ủy ban vì hòa bình, hòa bình"]
    matrix = WordVectorizer(words="syllables").fit_transform(variants).toarray()
    assert (matrix == matrix[0]).all()


@pytest.mark.parametrize(
    ("spelling", "terms"),
    [
        ("folded", ["của", "thủy lợi"]),
        ("bare", ["cua", "thuy loi"]),
        ("written", ["Của", "THỦY LỢI", "Thủy lợi", "của"]),
    ],
)
def test_spellings(spelling, terms):
    texts = ["Thuỷ lợi của", "Của THỦY LỢI"]
    vectorizer = WordVectorizer(spelling=spelling).fit(texts)
    assert vectorizer.get_feature_names_out().tolist() == terms
    stopped = WordVectorizer(spelling=spelling, stop_words="political").fit(texts)
    assert stopped.get_feature_names_out().tolist() == [t for t in terms if " " in t]
    fixed = WordVectorizer(spelling=spelling, vocabulary=["Thủy lợi"]).fit_transform(texts)
    assert fixed.sum() == (1 if spelling == "written" else 2)


def test_an_unknown_spelling_is_a_clear_error():
    with pytest.raises(ValueError, match="'upper'"):
        WordVectorizer(spelling="upper").fit(TEXTS)


def test_phrases_of_ones_own_stay_whole():
    texts = ["Xã thực hiện dồn điền đổi thửa."]
    assert "dồn điền đổi thửa" in WordVectorizer(keep=["Dồn điền đổi thửa"]).fit(texts).vocabulary_


def test_words_of_an_analysis_end_where_its_records_end():
    text = "Đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy Hà Giang, nêu Nghị quyết số 35-NQ/TW."
    analysis = analyze(text, id="a")
    ours = WordVectorizer(numbers=True).fit([analysis])
    words = [fold(word.text) for word in analysis.words() if any(c.isalnum() for c in word.text)]
    assert set(ours.vocabulary_) <= set(words)


@pytest.mark.parametrize("settings_", [
    {}, {"ngram_range": (1, 3), "stop_words": ["và"]}, {"ngram_range": (2, 2), "numbers": True},
    {"phrases": "npmi", "phrase_min_count": 2, "ngram_range": (1, 2)},
])  # fmt: skip
def test_every_count_has_its_occurrences(settings_):
    texts = {f"d{n}": text for n, text in enumerate(TEXTS)}
    vectorizer = WordVectorizer(**settings_)
    counts = vectorizer.fit_transform(texts).toarray()
    table = vectorizer.occurrences(texts, vectorizer.get_feature_names_out())
    assert list(table.columns) == ["document", "term", "start", "end", "text"]
    for row in table.itertuples():
        assert texts[row.document][row.start : row.end] == row.text
        assert fold(row.text) == row.term
    found = table.groupby(["document", "term"]).size().to_dict()
    for row, name in enumerate(texts):
        for term, column in vectorizer.vocabulary_.items():
            assert found.get((name, term), 0) == counts[row, column]


def test_occurrences_of_an_unknown_term_are_a_clear_error():
    with pytest.raises(ValueError, match="'không có'"):
        WordVectorizer().fit(TEXTS).occurrences(TEXTS, ["không có"])


def test_a_phrase_split_two_ways_is_one_term():
    vectorizer = WordVectorizer(ngram_range=(1, 4))
    row = vectorizer.fit_transform(["chủ nghĩa xã hội và chủ nghĩa xã hội"])
    assert as_dict(vectorizer, row)["chủ nghĩa xã hội"] == 2


def test_stop_words_neither_begin_nor_end_a_term():
    vectorizer = WordVectorizer(ngram_range=(1, 3), stop_words=["của", "và"])
    vectorizer.fit(["quyền của nhân dân và doanh nghiệp"])
    names = set(vectorizer.get_feature_names_out())
    assert {"quyền", "nhân dân", "quyền của nhân dân"} <= names
    assert not {"của", "và", "quyền của", "và doanh nghiệp"} & names


def test_limits_of_document_frequency():
    assert set(WordVectorizer(min_df=3).fit(TEXTS).vocabulary_) == {"nhân dân"}
    assert "nhân dân" not in WordVectorizer(max_df=2).fit(TEXTS).vocabulary_
    assert "nhân dân" not in WordVectorizer(max_df=0.5).fit(TEXTS).vocabulary_


def test_max_features_keeps_the_most_frequent():
    assert list(WordVectorizer(max_features=1).fit(TEXTS).vocabulary_) == ["nhân dân"]


def test_numbers_only_where_asked_for():
    assert "2024" not in WordVectorizer().fit(TEXTS).vocabulary_
    assert {"2024", "98,5%"} & set(WordVectorizer(numbers=True).fit(TEXTS).vocabulary_)


def test_a_fixed_vocabulary_is_folded_and_kept_in_order():
    vectorizer = WordVectorizer(vocabulary=["Nhân Dân", "không có"])
    matrix = vectorizer.fit_transform(TEXTS)
    assert list(vectorizer.get_feature_names_out()) == ["nhân dân", "không có"]
    assert matrix.toarray().tolist() == [[1, 0], [1, 0], [1, 0], [0, 0]]


def test_binary():
    matrix = WordVectorizer(binary=True).fit_transform(["dân dân dân"])
    assert matrix.max() == 1


def test_no_term_left_is_a_clear_error():
    with pytest.raises(ValueError, match="no term is left"):
        WordVectorizer().fit(["", "123 456"])


def test_a_bad_ngram_range_is_a_clear_error():
    with pytest.raises(ValueError, match="ngram_range"):
        WordVectorizer(ngram_range=(2, 1)).fit(TEXTS)


def test_transform_agrees_with_fit_transform():
    settings_ = {"ngram_range": (1, 2), "phrases": "npmi", "phrase_min_count": 2}
    vectorizer = WordVectorizer(**settings_)
    fitted = vectorizer.fit_transform(TEXTS)
    assert (vectorizer.transform(TEXTS) != fitted).nnz == 0


def test_transform_ignores_unknown_words():
    vectorizer = WordVectorizer().fit(["nhân dân"])
    texts = ["Nhân dân xa lạ, nhân dân", "xa lạ"]
    assert vectorizer.transform(texts).toarray().tolist() == [[2], [0]]


def test_a_set_phrase_is_one_term():
    terms = WordVectorizer().fit(["Quân đội nhân dân"]).get_feature_names_out()
    assert terms.tolist() == ["quân đội nhân dân"]


def test_processes_give_the_same_counts(monkeypatch):
    monkeypatch.setattr("vnpolitext.themes.words._CHUNK", 300)
    texts = TEXTS * 5
    assert len(list(_chunks(texts))) >= 3
    one, two = WordVectorizer(), WordVectorizer(n_jobs=2)
    assert (one.fit_transform(texts) != two.fit_transform(texts)).nnz == 0
    assert one.vocabulary_ == two.vocabulary_


def test_documents_of_any_kind():
    rows = [WordVectorizer().fit_transform(given).toarray().tolist() for given in (
        ["nhân dân"], {"a": "nhân dân"}, [Document("a", "nhân dân")])]  # fmt: skip
    assert rows[0] == rows[1] == rows[2]


@pytest.mark.filterwarnings("ignore:Can't test estimator")
def test_scikit_learn_takes_it_for_an_estimator():
    check_estimator(WordVectorizer(), on_skip=None)
    vectorizer = WordVectorizer(ngram_range=(1, 2), stop_words="political")
    assert clone(vectorizer).get_params() == vectorizer.get_params()
    pipeline = make_pipeline(vectorizer)
    matrix = pipeline.fit_transform(TEXTS)
    again = pickle.loads(pickle.dumps(pipeline))  # noqa: S301
    assert (again.transform(TEXTS) != matrix).nnz == 0


def test_offsets_of_encoded_words():
    encoded = encode(TEXTS)
    for number, text in enumerate(TEXTS):
        for at in range(encoded.bounds[number], encoded.bounds[number + 1]):
            surface = text[encoded.starts[at] : encoded.ends[at]]
            if encoded.codes[at] != BREAK:
                assert fold(surface) == encoded.terms[encoded.codes[at]]


def test_word_counts():
    assert word_counts(encode(TEXTS)).tolist() == [len(words_of(text)) for text in TEXTS]


hostile = st.text(alphabet="aàĐđ 1\n.,-*\\\u0301\ud800😀", max_size=30)


@settings(max_examples=40, deadline=None)
@given(st.lists(hostile, min_size=1, max_size=5))
def test_any_text_is_counted(texts):
    encoded = encode(texts)
    assert len(encoded.bounds) == len(texts) + 1
    assert (np.diff(encoded.bounds) >= 1).all()
    assert (encoded.codes[encoded.bounds[1:] - 1] == BREAK).all()


PHRASES = ["khối đại đoàn kết toàn dân tộc của ta", "nhân dân ta", "đoàn kết là sức mạnh"] * 4


def test_phrases_are_found_and_scored():
    table = find_phrases(PHRASES, min_count=3, stop_words=["của"])
    assert list(table.columns) == ["phrase", "left", "right", "count", "score", "pass"]
    assert table["score"].is_monotonic_decreasing
    assert (table["score"] >= 0.5).all()
    assert not any("của" in phrase.split() for phrase in table["phrase"])


def test_phrase_scores_by_hand():
    # "a" and "b" stand together four times in eight words, and nowhere else
    table = find_phrases(["alpha beta."] * 4, min_count=2, passes=1)
    assert table.loc[0, ["phrase", "count"]].tolist() == ["alpha beta", 4]
    assert table.loc[0, "score"] == pytest.approx(np.log(0.5 / 0.25) / -np.log(0.5))


def test_no_phrase_gives_an_empty_table_of_the_same_columns():
    table = find_phrases(["một", "hai"])
    assert table.empty
    assert "phrase" in table.columns


def test_g2_needs_more_than_chance():
    often = ["alpha beta."] * 30 + ["alpha.", "beta.", "gamma."] * 3
    assert find_phrases(often, measure="g2", passes=1)["phrase"].tolist() == ["alpha beta"]
    with pytest.raises(ValueError, match="measure"):
        find_phrases(often, measure="t-score")


def test_learned_phrases_are_counted_as_words():
    texts = ["alpha beta gamma."] * 6 + ["delta beta."]
    vectorizer = WordVectorizer(phrases="npmi").fit(texts)
    assert "alpha beta gamma" in vectorizer.vocabulary_ or "beta gamma" in vectorizer.vocabulary_
    assert vectorizer.transform(["alpha beta gamma."]).sum() == 1


def test_stop_words_have_kinds():
    assert "của" in stop_words(kinds=["function"])
    assert not stop_words(kinds=["function"]) & stop_words(kinds=["formula"])
    with pytest.raises(ValueError, match="kind"):
        stop_words(kinds=["verbs"])
    assert all(word == fold(word) for word in stop_words())
    assert {"và", "của", "những", "trong", "hiệu quả"} <= stop_words()
    assert not {"nông nghiệp", "tham nhũng", "dân chủ", "biên giới"} & stop_words()
