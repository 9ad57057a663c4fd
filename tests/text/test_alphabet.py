import re
import unicodedata

import pytest

from vnpolitext.text.alphabet import CODE_LETTERS, LOWER, UPPER
from vnpolitext.text.letters import UPPER as UPPER_CLASS
from vnpolitext.text.letters import tables

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
SMALL = {
    unicodedata.normalize("NFC", letter + tone)
    for letter in (*VOWELS, *"bcdđghklmnpqrstvxfjwz")
    for tone in (TONES if letter in VOWELS else ("",))
}


def test_every_vietnamese_letter_is_one_or_the_other():
    assert set(LOWER) >= SMALL
    assert set(UPPER) >= {letter.upper() for letter in SMALL}
    assert not set(UPPER) & set(LOWER)


@pytest.mark.parametrize("char", ["Š", "Ø", "Ł", "Ñ", "ß", "ø"])
def test_letters_of_foreign_names_count(char):
    assert (char in UPPER) == char.isupper()
    assert (char in LOWER) == char.islower()


@pytest.mark.parametrize("char", ["А", "Ω", "中", "1", "_", "ª", "-"])
def test_other_signs_are_neither(char):
    assert char not in UPPER
    assert char not in LOWER


def test_letters_of_codes_have_no_tone():
    letters = {char for char in map(chr, range(0x2000)) if re.match(f"[{CODE_LETTERS}]", char)}
    assert letters == {letter.upper() for letter in (*VOWELS, *"bcdđghklmnpqrstvxfjwz")}


def test_the_classes_of_the_word_floor_agree():
    classes = tables().classes
    assert all(classes[ord(char)] == UPPER_CLASS for char in UPPER)
    assert not any(classes[ord(char)] == UPPER_CLASS for char in LOWER)
