"""Soundness on real texts; figures are held by the floors."""

from vnpolitext.officials import find_persons


def test_texts_without_annotation(raw_texts):
    for text in raw_texts[::40]:
        for person in find_persons(text):
            for position in person.positions:
                assert text[position.start : position.end] == position.text
            assert all(text[start:end].strip() == text[start:end] for start, end in person.mentions)
