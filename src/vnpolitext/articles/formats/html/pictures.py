"""Which plain lines of a page say what the picture above them shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.articles.formats.html.lines import Line
from vnpolitext.articles.formats.html.looks import CAPTION
from vnpolitext.layout.marks import are_names
from vnpolitext.layout.wrapping import begins_item

_PARAGRAPH: Final = 60
_ENDS: Final = (".", ";", ",", "!", "?", "…", ":", "”", '"')


def shows_picture(lines: Sequence[Line], at: int) -> bool:
    """Whether a plain line stands under a picture, is no sentence, and a paragraph follows it.

    What is bold may be a heading; a name alone over all paragraphs is the author's.
    """
    line = lines[at]
    if line.kind is not None or not line.under_picture or line.strong:
        return False
    if line.mark or line.is_link or line.title_like:
        return False
    if len(line.text) >= CAPTION or line.text.endswith(_ENDS) or line.text.isupper():
        return False
    after = next((line for line in lines[at + 1 :] if not line.under_picture), None)
    if after is None or after.kind is not None or len(after.text) < _PARAGRAPH:
        return False
    told = after.text.endswith(_ENDS) and not after.is_link
    over = all(len(before.text) < _PARAGRAPH for before in lines[:at])
    return told and not (over and are_names(line.text)) and not begins_item(line.text.lower())
