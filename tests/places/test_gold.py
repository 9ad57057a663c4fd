"""Soundness on real texts; figures are held by the floors."""

from vnpolitext.places import find_places


def test_raw_texts_neither_fail_nor_lose_offsets(raw_texts: list[str]) -> None:
    for text in raw_texts[::60]:
        for place in find_places(text):
            assert text[place.start : place.end] == place.text
