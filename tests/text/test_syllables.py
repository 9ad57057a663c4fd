import pytest

from vnpolitext.text.syllables import has_vowel, is_vietnamese

NATIVE = """
nguyễn quách thuyên nghiêng khuya hoàng ỷ gìn quốc a ỏ ì uyên oanh ướt yêu iu uốn ươm giếng gì giã
quy quýt quẳng khoèo ngoằn ngoèo khuỷu tuýp thuở huơ rượu cười buổi bìu chịu phễu kêu
xoong moóc boong
pin sếp tếch đèo khuếch huýt
"""
FOREIGN = """
trump biden xi-vi-lay đak jrai kpă mlô ii xiii viet nguyen tuong nuoc uae team rayon lee out ea eu
qa aung krông pleiku winston jong kyiv zalo fax wto b ng oo loon moot ghw đắk ngơn-a
"""


@pytest.mark.parametrize("word", NATIVE.split())
def test_native_syllables(word):
    assert is_vietnamese(word)


@pytest.mark.parametrize("word", FOREIGN.split())
def test_foreign_words(word):
    assert not is_vietnamese(word)


def test_decomposed_letters_and_old_spelling_make_no_difference():
    assert is_vietnamese("nguye\u0302\u0303n")
    assert is_vietnamese("hoà")
    assert is_vietnamese("hòa")


@pytest.mark.parametrize(
    ("word", "has"), [("ttg", False), ("nđ", False), ("øre", True), ("ỷ", True)]
)
def test_vowels(word, has):
    assert has_vowel(word) == has
