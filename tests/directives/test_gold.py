"""Soundness on real texts; figures are held by the floors."""

from vnpolitext.directives import find_directives


def test_real_texts_without_annotation_hold_together(raw_texts):
    for text in raw_texts[::40]:
        items = find_directives(text)
        for d in items:
            assert text[d.start : d.end] == d.text
            assert text.startswith(d.marker, d.start)
            assert d.parent is None or items[d.parent].end >= d.end
