"""Documents of the register that a text cites by their title alone, without quotation marks."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from vnpolitext.citations.register import documents

_KINDS: Final = frozenset({"nghị quyết", "chỉ thị", "kết luận", "quy định"})
_ABOUT: Final = re.compile(r"\s{1,3}(?:về\s{1,3}(?:việc\s{1,3})?)?")
_WORD: Final = re.compile(r"\w+")
_SHORTEST: Final = 4


def read_known_title(lower: str, kind: str, end: int) -> tuple[int, int] | None:
    """Return where a registered title after a kind word that ends at ``end`` begins and ends.

    The longest title counts; the commas in it may be missing.

    >>> text = "vi phạm quy định về những điều đảng viên không được làm, đến mức"
    >>> start, end = read_known_title(text, "quy định", text.index(" về"))
    >>> text[start:end]
    'những điều đảng viên không được làm'
    """
    opening = _ABOUT.match(lower, end) if kind in _KINDS else None
    if opening is None:
        return None
    titles = _titles(kind)
    first = _WORD.match(lower, opening.end())
    longest = titles.get((first[0],), 0) if first else 0
    words: list[str] = []
    stop = None
    for word in _WORD.finditer(lower, opening.end()):
        words.append(word[0])
        if len(words) > longest:
            break
        if tuple(words) in titles and len(words) >= _SHORTEST:
            stop = word.end()
    return None if stop is None else (opening.end(), stop)


@lru_cache(maxsize=len(_KINDS))
def _titles(kind: str) -> Mapping[tuple[str, ...], int]:
    """The titles of a kind as words, and for each first word the most words that it opens."""
    titles: dict[tuple[str, ...], int] = {}
    for document in documents():
        if document.kind == kind and document.title:
            words = tuple(_WORD.findall(document.title.lower()))
            titles.setdefault(words, len(words))
            titles[words[:1]] = max(titles.get(words[:1], 0), len(words))
    return titles
