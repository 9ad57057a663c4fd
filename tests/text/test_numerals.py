import pytest

from vnpolitext.text.numerals import cardinals, numeral, ordinals, roman, roman_value


def test_roman_numerals_go_back_and_forth():
    assert [roman_value(roman(number)) for number in range(1, 90)] == list(range(1, 90))
    assert [roman_value(roman(number).upper()) for number in range(1, 90)] == list(range(1, 90))


@pytest.mark.parametrize("text", ["", "IIII", "IIX", "VX", "LXL", "XXXXI", "IC", "Xi", "Vi", "A"])
def test_what_is_no_roman_numeral(text):
    assert roman_value(text) == 0


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("xiii", 13),
        ("XL", 40),
        ("13", 13),
        ("nhất", 1),
        ("nhì", 2),
        ("tư", 4),
        ("bẩy", 7),
        ("mười một", 11),
        ("mười lăm", 15),
        ("hai mươi", 20),
        ("đất", 0),
        ("", 0),
    ],
)
def test_numerals(word, number):
    assert numeral(word) == number


def test_words_for_numbers_reach_from_one_to_twenty():
    assert set(cardinals().values()) == set(ordinals().values()) == set(range(1, 21))
