"""Windows: every word in one, context on both sides, nothing longer than there is room for."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpolitext.adapters.windows import Encoded, Encoder, batches, owners, window_size


class Letters:
    """A tokenizer whose pieces are letters."""

    cls_token_id, bos_token_id, sep_token_id, eos_token_id = 1, None, 2, None
    pad_token_id, unk_token_id, model_max_length = 0, 3, 10**30

    def tokenize(self, word):
        return [letter for letter in word if letter != "?"]

    def convert_tokens_to_ids(self, tokens):
        return [ord(token) for token in tokens]


def encoder(size=12, overlap=4, words="syllables"):
    return Encoder(Letters(), words=words, size=size, overlap=overlap)


def test_pieces_come_word_by_word():
    encoded = encoder().encode("hòa  bình ?")
    assert encoded.spans == ((0, 3), (5, 9), (10, 11))
    assert encoded.pieces[0] == tuple(map(ord, "hòa"))
    assert encoded.pieces[2] == (3,)


def test_words_are_joined_as_phobert_wants_them():
    encoded = encoder(size=40, words="underthesea").encode("nâng cao nhận thức")
    forms = ["".join(map(chr, pieces)) for pieces in encoded.pieces]
    assert any("_" in form for form in forms)
    assert not any(re.search(r"\s", form) for form in forms)


def test_a_word_longer_than_the_window_is_cut():
    encoded = encoder().encode("a" * 50)
    (window,) = encoder().windows(encoded)
    assert len(window.ids) == 12


@pytest.mark.parametrize("overlap", [-1, 10, 11])
def test_an_overlap_that_leaves_no_room(overlap):
    with pytest.raises(ValueError, match="leaves no room"):
        encoder(overlap=overlap)


lengths = st.lists(st.integers(1, 10), max_size=40)


@given(lengths, st.integers(0, 9))
def test_every_word_has_an_owner_and_no_window_is_too_long(sizes, overlap):
    pieces = tuple(tuple([9] * size) for size in sizes)
    encoded = Encoded(tuple((at, at + 1) for at in range(len(sizes))), pieces)
    made = list(encoder(overlap=overlap).windows(encoded))
    assert all(len(window.ids) <= 12 for window in made)
    chosen = owners(made, len(sizes))
    assert len(chosen) == len(sizes)
    for word, window in enumerate(chosen):
        assert window.first <= word < window.last
        assert window.ids[window.heads[word - window.first]] == 9
    assert all(one.last > other.first - 1 for one, other in pairwise(made))


def test_the_window_with_more_context_decides():
    encoded = Encoded(tuple((at, at + 1) for at in range(16)), tuple((9,) for _ in range(16)))
    made = list(encoder(overlap=4).windows(encoded))
    assert [(window.first, window.last) for window in made] == [(0, 10), (6, 16)]
    assert [owner is made[0] for owner in owners(made, 16)] == [True] * 8 + [False] * 8


def test_batches_are_padded_and_masked():
    encoded = [encoder().encode(text) for text in ("a", "abc", "ab")]
    made = [window for at, one in enumerate(encoded) for window in encoder().windows(one, at)]
    (first, ids, mask), (second, *_) = batches(made, 2, 0)
    assert [window.text for window in (*first, *second)] == [0, 2, 1]
    assert ids[0] == [1, ord("a"), 2, 0]
    assert mask[0] == [1, 1, 1, 0]


@pytest.mark.parametrize(
    ("wanted", "most", "tokenizer", "size"),
    [(None, 514, 10**30, 256), (128, 514, 10**30, 128), (None, 258, 256, 256), (512, 258, 0, 256)],
)
def test_the_size_of_a_window(wanted, most, tokenizer, size):
    letters = Letters()
    letters.model_max_length = tokenizer
    assert window_size(letters, wanted, most) == size
