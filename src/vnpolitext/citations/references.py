"""References back to a document: *Nghị quyết này*, *Chỉ thị nói trên*, a defined short form."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from vnpolitext.citations.grammar.rules import SPACE
from vnpolitext.citations.records import Citation, Reference
from vnpolitext.citations.resolve import citations_of
from vnpolitext.citations.spans.scan import scan_kinds
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

_POINTER: Final = lazy_pattern(
    rf"{SPACE}(?:(này|đó|ấy)|((?:đã{SPACE})?(?:nói|nêu|kể|vừa{SPACE}nêu|dẫn){SPACE}trên|trên|vừa{SPACE}nêu))"
    r"(?!\w)"
)
_PLURAL: Final = lazy_pattern(r"(?:các|những|mọi|từng|mỗi)\s+$")
_NO_POINTER: Final = lazy_pattern(
    rf"trên(?:{SPACE}(?:địa|cơ|toàn|các|mạng|thị|đất|báo|cả|thế|phạm|lĩnh|tinh|mọi|\d))"
)


def find_references(text: str | View, citations: Sequence[Citation]) -> list[Reference]:
    """Find the phrases of ``text`` that point back to a document, with their antecedents.

    *này* means the document itself where the text is one with a number line of that kind, else,
    like *trên* and *nói trên*, the nearest citation of that kind before. A short form that the
    text defines (*sau đây gọi tắt là Chương trình*) means the document it was defined for.

    Args:
        text: A text as it was read, or a view of it.
        citations: The resolved citations of the same text.

    Example:
        >>> from vnpolitext.citations import find_citations
        >>> text = "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị. Thực hiện Chỉ thị trên"
        >>> [(r.text, r.antecedent) for r in find_references(text, find_citations(text))]
        [('Chỉ thị trên', '05-ct/tw@2016-05-15')]
    """
    view, citations = View.of(text), citations_of(citations)
    taken = [(citation.start, citation.end) for citation in citations]
    found = [r for r in _pointers(view, citations) if not _overlaps(r, taken)]
    taken = sorted(taken + [(r.start, r.end) for r in found])
    found += [r for r in _short_forms(view, citations) if not _overlaps(r, taken)]
    return sorted(found, key=lambda reference: reference.start)


def _pointers(view: View, citations: Sequence[Citation]) -> Iterator[Reference]:
    lower = view.lower
    before = _Before(citations)
    for anchor in scan_kinds(view.text, lower):
        pointer = _POINTER.match(lower, anchor.end)
        if pointer is None or _NO_POINTER.match(lower, pointer.end() - 4):
            continue
        if _PLURAL.search(lower, max(0, anchor.start - 8), anchor.start):
            continue
        start, end = view.span(anchor.start, pointer.end())
        this = pointer[1] == "này"
        antecedent = before.own(anchor.kind) if this else None
        antecedent = antecedent or before.nearest(anchor.kind, start)
        if antecedent is None and not view.text[anchor.start].isupper():
            continue
        yield Reference(
            start,
            end,
            view.source[start:end],
            kind=anchor.kind,
            antecedent=antecedent,
            rule="this" if this else "above",
        )


def _short_forms(view: View, citations: Sequence[Citation]) -> Iterator[Reference]:
    """The uses of every short form, with the document it was last defined for."""
    forms: dict[str, dict[str, list[Citation]]] = defaultdict(lambda: defaultdict(list))
    for citation in citations:
        form = _WORD.match(citation.short or "")
        if citation.short and form:
            forms[form[0]][citation.short].append(citation)
    if not forms:
        return
    done = 0
    for word in _WORD.finditer(view.text):
        if word.start() < done or word[0] not in forms:
            continue
        for short in sorted(forms[word[0]], key=len, reverse=True):
            found = _form(short).match(view.text, word.start())
            if found is None:
                continue
            start, end = view.span(*found.span())
            defined = forms[word[0]][short]
            before = bisect_right(defined, start, key=lambda citation: citation.end)
            if before:
                done = found.end()
                citation = defined[before - 1]
                text = view.source[start:end]
                yield Reference(start, end, text, citation.kind, citation.key, "short")
            break


_WORD: Final = lazy_pattern(r"\w[\w'-]*")


@lru_cache(maxsize=1024)
def _form(short: str) -> re.Pattern[str]:
    return re.compile(SPACE.join(map(re.escape, short.split())) + r"(?!\w)")


class _Before:
    """The citations of a text by kind, to look back in."""

    def __init__(self, citations: Sequence[Citation]) -> None:
        self._own: dict[str, str] = {}
        self._places: dict[str, list[int]] = {}
        self._keys: dict[str, list[str]] = {}
        for citation in citations:
            kind = citation.kind or ""
            if citation.rule == "letterhead":
                self._own.setdefault(kind, citation.key)
            self._places.setdefault(kind, []).append(citation.end)
            self._keys.setdefault(kind, []).append(citation.key)

    def own(self, kind: str) -> str | None:
        """Key of the document itself, if it is of this kind."""
        return self._own.get(kind)

    def nearest(self, kind: str, start: int) -> str | None:
        """Key of the last citation of this kind before ``start``."""
        place = bisect_right(self._places.get(kind, []), start)
        return self._keys[kind][place - 1] if place else None


def _overlaps(reference: Reference, taken: Sequence[tuple[int, int]]) -> bool:
    place = bisect_right(taken, (reference.start, reference.end))
    around = taken[max(0, place - 1) : place + 1]
    return any(a < reference.end and reference.start < b for a, b in around)
