"""The tokens of a text as a sequence: what a list of them would say, from arrays."""

import pickle

import pytest

from vnpolitext.text import Token, Tokens, tokenize, tokenize_many

TEXT = "Ngày 01/8/2022, UBND tỉnh ban hành Quyết định 1374/QĐ-UBND: 98,5% số xã, www.a.vn ☎"


def test_a_sequence_of_tokens() -> None:
    tokens = tokenize(TEXT)
    made = list(tokens)
    assert all(type(token) is Token for token in made)
    assert [tokens[at] for at in range(len(tokens))] == made == [*reversed(tokens)][::-1]
    assert tokens[-1] == made[-1]
    assert tokens[2:5] == made[2:5]
    assert tokens[::3] == made[::3]
    assert isinstance(tokens[2:5], Tokens)
    assert made[3] in tokens
    assert tokens.index(made[3]) == 3
    assert repr(tokens) == repr(made)
    assert made == tokens
    with pytest.raises(IndexError):
        tokens[len(tokens)]


def test_arrays_and_tokens_say_the_same() -> None:
    tokens = tokenize(TEXT)
    assert tokens.texts() == [token.text for token in tokens]
    assert tokens.starts.tolist() == [token.start for token in tokens]
    assert tokens.ends.tolist() == [token.end for token in tokens]
    assert tokens.are_words().tolist() == [token.is_word for token in tokens]
    assert {token.kind for token in tokens} == {
        *("word", "number", "date", "code", "link", "punctuation", "symbol")
    }


def test_equal_to_nothing_else() -> None:
    tokens = tokenize("nhân dân")
    for other in (tokenize("Nhân dân"), tokenize("nhân dân cả nước"), "nhân dân", 5, []):
        assert tokens != other
    assert tokenize("") == []
    assert not tokenize(" \n ")


def test_pickled_and_back() -> None:
    tokens = tokenize(TEXT)
    assert pickle.loads(pickle.dumps(tokens)) == tokens  # noqa: S301


def test_a_long_text_is_one_sequence() -> None:
    """Whatever is cut into parts to be worked on comes back in one piece."""
    sentence = "Hội đồng nhân dân tỉnh họp kỳ thứ 5. "
    text = sentence * 12_000
    tokens = tokenize(text)
    once = tokenize(sentence)
    assert tokens.texts() == once.texts() * 12_000
    assert int(tokens.ends[-1]) == len(text) - 1


@pytest.mark.parametrize("size", [1, 7, 200])
def test_any_company_any_batch(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [TEXT, "", "a", TEXT.upper(), "hệ thống chính trị"] * 3
    whole = tokenize_many(texts)
    monkeypatch.setattr("vnpolitext.text.tokens._BATCH", size)
    assert tokenize_many(texts) == whole
