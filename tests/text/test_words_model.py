"""The shipped word model: its size, its features, and how it is made."""

import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest

from vnpolitext.models import ModelError, model_file
from vnpolitext.text.pieces import Pieces
from vnpolitext.text.words.dictionary import Dictionary, run_keys
from vnpolitext.text.words.features import Window
from vnpolitext.text.words.gaps import load_classifier, settle

FOLDER = model_file("words", "gaps", "model.toml").parent


@pytest.fixture
def workshop(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scripts that train the model can be imported."""
    monkeypatch.syspath_prepend(str(FOLDER))
    for name in ("learner", "material"):
        monkeypatch.delitem(sys.modules, name, raising=False)


def dictionary_of(*words: str) -> Dictionary:
    members: dict[int, list[int]] = {2: [], 3: [], 4: []}
    for word in words:
        keys = Pieces.of(word).keys
        members[len(keys)].append(int(run_keys(keys, len(keys))[0]))
    return Dictionary({n: np.array(sorted(v), dtype=np.uint32) for n, v in members.items()})


def window_of(text: str, dictionary: Dictionary) -> Window:
    pieces = Pieces.of(text)
    return Window.of(pieces, pieces.joinable(), dictionary)


def test_the_model_is_small_and_without_pickles() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 8_000_000
    with np.load(FOLDER / "gaps.npz", allow_pickle=False) as arrays:
        assert arrays["weights"].dtype == np.int8
        assert len(arrays["weights"]) == 1 << 22


def test_an_unknown_model_is_an_error() -> None:
    with pytest.raises(ModelError, match="words/nothing"):
        load_classifier("nothing")


def test_the_dictionary_knows_its_words_and_no_others() -> None:
    words = [f"{a} {b}" for a in "abcdefgh" for b in "ijklmnop"]
    dictionary = dictionary_of(*words[::2], "a b c")
    for number, word in enumerate(words):
        assert dictionary.has(Pieces.of(word).keys, 2).tolist() == [number % 2 == 0, False]
    assert dictionary.has(Pieces.of("x a b c").keys, 3).tolist() == [False, True, False, False]
    assert not dictionary.has(Pieces.of("a").keys, 2).any()


def test_features_do_not_see_other_lines() -> None:
    dictionary = dictionary_of("hội nghị")
    alone = np.stack(list(window_of("hội nghị", dictionary).features()))
    between = np.stack(list(window_of("Một\n\nhội nghị\n\nHai", dictionary).features()))
    assert (alone == between).all()
    assert len(set(alone[:, 0].tolist())) == alone.shape[0]


def test_features_see_spelling_folded() -> None:
    dictionary = dictionary_of("thủy lợi")
    modern, old = (
        np.stack(list(window_of(text, dictionary).features())) for text in ("thủy lợi", "thuỷ lợi")
    )
    assert (modern == old).all()


@pytest.mark.parametrize(
    ("words", "scores", "expected"),
    [
        (("a b", "b c"), (1, 2), (False, True)),
        (("a b", "b c"), (2, 1), (True, False)),
        (("a b", "b c"), (2, -1), (True, False)),
        (("a b", "b c", "a b c"), (1, 2), (True, True)),
        (("a b",), (1, 2), (True, True)),
    ],
)
def test_of_two_words_that_overlap_the_better_stays(
    words: tuple[str, ...], scores: tuple[int, int], expected: tuple[bool, bool]
) -> None:
    window = window_of("a b c", dictionary_of(*words))
    assert tuple(settle(np.array(scores), window).tolist()) == expected


@pytest.mark.usefixtures("workshop")
def test_learning_is_repeatable_and_learns() -> None:
    from learner import Learner  # type: ignore[import-not-found]

    chance = np.random.default_rng(1)
    rows = chance.integers(0, 256, (4000, 3)).astype(np.int32)
    rows += np.array([0, 256, 512], dtype=np.int32)
    targets = (rows[:, 0] < 128).astype(np.float32)
    tables = []
    for _ in range(2):
        learner = Learner(10, start=0.01)
        learner.fit(rows, targets, epochs=2, rate=0.1, batch=64, seed=3)
        tables.append(learner.weights)
        assert ((learner.predict(rows) > 0.5) == (targets > 0)).mean() > 0.97
    assert (tables[0] == tables[1]).all()


@pytest.mark.usefixtures("workshop")
def test_own_sentences_are_gold() -> None:
    from material import gold, read_own, varied  # type: ignore[import-not-found]

    own = read_own(FOLDER / "own.txt")
    card = tomllib.loads((FOLDER / "model.toml").read_text(encoding="utf-8"))
    [source] = [it["name"] for it in card["sources"] if "own.txt" in it["name"]]
    assert source == f"{len(own)} invented sentences of administrative prose, own.txt"
    tests = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    assert not {" ".join(each) for each in own} & {each.replace("_", " ") for each in tests}
    pieces, joins = gold([["Hội nghị", "bàn", "công tác cán bộ", "."], ["Hết", "."]])
    assert [pieces.surface(i) for i in np.flatnonzero(joins)] == ["nghị", "tác", "cán", "bộ"]
    words = ["nhân dân", "chính quyền", "đi"]
    first, second = (varied([["một", "hai", "ba", "bốn", "năm"]], words, 7) for _ in range(2))
    lines = [next(first) for _ in range(50)]
    assert lines == [next(second) for _ in range(50)]
    assert len(set(lines)) > 10
