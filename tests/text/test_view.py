"""Folded views: what is folded, and the way back."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpolitext.text import View, fold, tidy
from vnpolitext.text.tones import modern_tones
from vnpolitext.text.view import fold_all

LETTERS = st.sampled_from(
    "aăâeêioôơuưyđĐÐqh \n\t*\\-–—.1’'\u0301\u0300\u0309\u0303\u0323\u0302\u200b\u00a0"
)
MESSY = st.text(LETTERS | st.characters(), max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoà bình", "hòa bình"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("Uỷ ban", "Ủy ban"),
        ("thuỷ lợi, khoẻ, xoè", "thủy lợi, khỏe, xòe"),
        ("quý, quỹ, Quỳ Hợp", "quý, quỹ, Quỳ Hợp"),
        ("hoàn, hoàng, toàn, thuyền", "hoàn, hoàng, toàn, thuyền"),
        ("hòa, ủy", "hòa, ủy"),
        ("", ""),
    ],
)
def test_tone_placement(text: str, expected: str) -> None:
    assert modern_tones(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("35–NQ/TW", "35-NQ/TW"),
        ("Ðảng", "Đảng"),
        ("a\u00a0b\u2009c", "a b c"),
        ("Nghị\u200bquyết", "Nghịquyết"),
        ("**Nghị quyết** *số*", "Nghị quyết số"),
        ("1\\. Mục tiêu", "1. Mục tiêu"),
        ("a\\b", "a\\b"),
        ("H’Mông", "H'Mông"),
        ("a\r\nb\rc\u2028d", "a \nb\nc\nd"),
        (unicodedata.normalize("NFD", "Uỷ ban nhân dân"), "Ủy ban nhân dân"),
    ],
)
def test_folding(text: str, expected: str) -> None:
    assert View.of(text).text == expected


@pytest.mark.parametrize(
    ("text", "part", "surface"),
    [
        ("theo **Nghị quyết** số 5", "Nghị quyết", "Nghị quyết"),
        ("theo **Nghị** quyết", "Nghị quyết", "Nghị** quyết"),
        ("Nghị\u200bquyết Đại hội", "Đại hội", "Đại hội"),
        (unicodedata.normalize("NFD", "xã Tỏa Tình, huyện"), "Tỏa Tình", None),
        (unicodedata.normalize("NFD", "thị trấn Tủa Chùa"), "Chùa", None),
        ("\ufeffHà Nội", "Hà Nội", "Hà Nội"),
        ("\\- Hà Nội", "-", "-"),
    ],
)
def test_way_back(text: str, part: str, surface: str | None) -> None:
    view = View.of(text)
    at = view.text.index(part)
    start, end = view.span(at, at + len(part))
    assert text[start:end] == (surface or unicodedata.normalize("NFD", part))
    assert view.surface(at, at + len(part)) == text[start:end]
    assert view.locate(start) == at


def test_a_view_of_a_view_is_the_view() -> None:
    view = View.of("Hà Nội")
    assert View.of(view) is view


@given(MESSY)
def test_every_character_maps_into_the_text_and_in_order(text: str) -> None:
    view = View.of(text)
    spans = [view.span(index, index + 1) for index in range(len(view.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(MESSY)
def test_a_surface_folds_to_its_letters(text: str) -> None:
    view = View.of(text)
    for index, character in enumerate(view.text):
        surface = view.surface(index, index + 1)
        if character.isalpha() and unicodedata.is_normalized("NFC", surface):
            folded = View.of(surface).text
            assert (
                unicodedata.normalize("NFD", folded)[0]
                == unicodedata.normalize("NFD", character)[0]
            )


@given(MESSY)
def test_lower_keeps_the_length(text: str) -> None:
    view = View.of(text)
    assert len(view.lower) == len(view.text)


@given(st.text(LETTERS, max_size=60))
def test_composed_and_decomposed_texts_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(MESSY)
def test_tidy_has_single_spaces(text: str) -> None:
    assert tidy(text) == " ".join(tidy(text).split())


def test_real_texts_fold_and_map_back(raw_texts: list[str]) -> None:
    for text in raw_texts[:200]:
        view = View.of(text)
        for start in range(0, len(view.text) - 20, 211):
            first, last = view.span(start, start + 20)
            assert 0 <= first < last <= len(text)
            assert view.locate(first) == start


@pytest.mark.parametrize(
    "names",
    [
        ["Uỷ  ban", "**Nhân dân**", "", "hoà", "quý", "Hoà\u0300"],
        ["uỷ", "q", "uỷ", "\\", "-", "a\u0301"],
        ["two\nlines", "one"],
        [],
    ],
)
def test_many_are_folded_as_one_is(names):
    assert fold_all(names) == [fold(name) for name in names]
