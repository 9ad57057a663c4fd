"""Words of PDF pages in fonts of old encodings, as the pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice
from typing import Final

from vnpolitext.articles.fonts import hold_unicode
from vnpolitext.articles.formats.portable.rows import Row
from vnpolitext.articles.legacy import decode_letters
from vnpolitext.articles.mending import TWICE, mend_lines

_ASKED: Final = 15


def show_letters(rows: Sequence[Row]) -> str | None:
    """Convert the words of rows that are in an old encoding; return its name, where there is one.

    Letterheads, signatures and items are known by their words, so these come first.
    """
    told = (word.text for word in chain.from_iterable(row.words for row in islice(rows, _ASKED)))
    if hold_unicode(told):
        return None
    mended = mend_lines([row.text for row in rows], escaped=False)
    if mended is None or mended[1] == TWICE:
        return None
    name = mended[1].partition("+")[0]
    for row, text in zip(rows, mended[0], strict=True):
        if text == row.text:
            continue
        parts = text.split()
        whole = len(parts) == len(row.words)
        for at, word in enumerate(row.words):
            word.text = parts[at] if whole else decode_letters(word.text, name) or word.text
        row.__dict__.pop("text", None)  # its words have changed
    return mended[1]
