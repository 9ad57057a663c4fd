"""Documents of the register that a text cites by their title alone, without quotation marks."""

from collections.abc import Mapping
from typing import Final

from vnpolitext.citations.identity.register import documents
from vnpolitext.models import per_choice_of
from vnpolitext.text.patterns import lazy_pattern

_KINDS: Final = frozenset({"nghị quyết", "chỉ thị", "kết luận", "quy định"})
_ABOUT: Final = lazy_pattern(r"\s{1,3}(?:về\s{1,3}(?:việc\s{1,3})?)?")
_WORD: Final = lazy_pattern(r"\w+")
_SHORTEST: Final = 4


def read_known_title(lower: str, kind: str, end: int) -> tuple[int, int, int] | None:
    """Return where a registered title after a kind word that ends at ``end`` begins and ends.

    The longest title counts; the commas in it may be missing. The third place is where the year
    ends that follows it.

    >>> text = "vi phạm quy định về những điều đảng viên không được làm, đến mức"
    >>> start, end, _ = read_known_title(text, "quy định", text.index(" về"))
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
    if stop is None:
        return None
    party = _OF_PARTY.match(lower, stop - len("ương"))
    stop = party.end() if party else stop
    year = _OF_YEAR.match(lower, stop)
    return opening.end(), stop, year.end() if year else stop


_OF_YEAR: Final = lazy_pattern(r"\snăm\s(?:19|20)\d\d(?!\d)")
_OF_PARTY: Final = lazy_pattern(r"ương\sđảng(?!\w)")


@per_choice_of(len(_KINDS))
def _titles(kind: str) -> Mapping[tuple[str, ...], int]:
    """The titles of a kind as words, and for each first word the most words that it opens."""
    titles: dict[tuple[str, ...], int] = {}
    for document in documents():
        if document.kind == kind and document.title:
            words = tuple(_WORD.findall(document.title.lower()))
            titles.setdefault(words, len(words))
            titles[words[:1]] = max(titles.get(words[:1], 0), len(words))
    return titles
