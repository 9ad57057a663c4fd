"""Subtitles (``.srt``, ``.vtt``): the words without numbers and times."""

from __future__ import annotations

import re
from typing import Final

from vnpolitext.articles.decoding import decode
from vnpolitext.articles.draft import Draft, Reading
from vnpolitext.text.patterns import lazy_pattern

_TIMES: Final = lazy_pattern(r"\s*[\d:.,]{5,16}\s*-->\s*[\d:.,]{5,16}")
_TAGS: Final = lazy_pattern(r"</?[a-z][^<>]{0,80}>|\{\\[^{}]{0,80}\}", re.IGNORECASE)
_ENDS: Final = (".", "!", "?", "…", ":", "”", '"')


def read_subtitles(data: bytes, encoding: str | None = None) -> Reading:
    """Return the words of subtitles, one sentence or more a line.

    Raises:
        ValueError: The bytes cannot be decoded, or hold no times.
    """
    text, chosen = decode(data, encoding)
    lines = text.splitlines()
    timed = [at for at, line in enumerate(lines) if _TIMES.match(line)]
    if not timed:
        raise ValueError("subtitles without times")
    numbers = {at - 1 for at in timed}
    draft = Draft()
    held: list[str] = []
    for at, line in enumerate(lines[timed[0] :], start=timed[0]):
        words = _TAGS.sub("", line).strip()
        if not words or _TIMES.match(line) or (at in numbers and words.isdigit()):
            continue
        held.append(words)
        if words.endswith(_ENDS):
            draft.add(" ".join(held))
            held = []
    if held:
        draft.add(" ".join(held))
    return draft.reading({"encoding": chosen})
