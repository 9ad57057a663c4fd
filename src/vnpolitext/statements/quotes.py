"""Quotation marks: which closes which, over kinds of marks that texts mix."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from vnpolitext.text.patterns import lazy_pattern

CLOSING: Final = ("”", '"', "»", "''")
_MARK: Final = lazy_pattern("[“”„\"«»'](?:(?<!')|')")
_OPENING: Final = frozenset("“„«")
_CLOSING: Final = frozenset("”»")
_LONGEST: Final = 6_000
_LONGEST_OPEN: Final = 900
_WORDS: Final = 6
_SPEAKER: Final = "tôi"
_AFTER: Final = frozenset(" \n,.;:!?)…-")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: ``start`` is its opening mark, ``end`` behind its closing one.

    Attributes:
        start: Index of the opening mark.
        end: Index after the closing mark.
        first: Index of the first character inside.
        last: Index after the last character inside.
        depth: 0 for the outermost.
    """

    start: int
    end: int
    first: int
    last: int
    depth: int


class Quotes:
    """The quotations of a text, outermost ones apart from those inside them."""

    def __init__(self, text: str) -> None:
        """Read the marks of ``text``."""
        found = sorted(_pairs(text), key=lambda quote: (quote.start, -quote.end))
        self.outer: list[Quote] = []
        self.inner: list[Quote] = []
        for quote in found:
            if self.outer and quote.start < self.outer[-1].end:
                self.inner.append(quote)
            else:
                self.outer.append(quote)
        self._starts = [quote.start for quote in self.outer]
        self.long = [
            quote for quote in self.outer if len(text[quote.first : quote.last].split()) > _WORDS
        ]
        self._long_starts = [quote.start for quote in self.long]

    def at(self, place: int) -> Quote | None:
        """Return the outermost quotation in which ``place`` stands."""
        number = bisect_right(self._starts, place) - 1
        if number < 0 or place >= self.outer[number].end:
            return None
        return self.outer[number]

    def within(self, start: int, end: int) -> list[Quote]:
        """Return the outermost quotations that begin in ``start`` to ``end``."""
        first = bisect_left(self._starts, start)
        return self.outer[first : bisect_left(self._starts, end)]

    def long_within(self, start: int, end: int) -> list[Quote]:
        """Return the outermost quotations of more than a few words in ``start`` to ``end``."""
        first = bisect_left(self._long_starts, start)
        return self.long[first : bisect_left(self._long_starts, end)]

    def may_be_said(self, lower: str, start: int, end: int) -> bool:
        """Whether words can be somebody's without a word of saying: quoted, or *...: tôi ...*."""
        if self.long_within(start, end):
            return True
        colon = lower.find(":", start, end)
        return colon >= 0 and lower.find(_SPEAKER, colon, end) >= 0


def own_words(lower: str) -> Iterator[int]:
    """Yield where *tôi* stands behind a colon in its line: somebody may speak of himself."""
    at, colon = 0, False
    while (found := lower.find(_SPEAKER, at)) >= 0:
        _, parted, line = lower[at:found].rpartition("\n")
        colon = ":" in line or (colon and not parted)
        if colon:
            yield found
        at = found + len(_SPEAKER)


def _pairs(text: str) -> Iterator[Quote]:
    """Yield the pairs of marks; what is not closed in its paragraph or the next few is dropped.

    A straight mark opens after a blank and before a letter. A paragraph that begins with an opening
    mark while one of the same kind is open goes on with the quotation.
    """
    stack: list[tuple[str, int, int]] = []
    line = -1
    for match in _MARK.finditer(text):
        at, end, mark = match.start(), match.end(), match[0]
        begins = text.rfind("\n", max(0, at - 4), at) >= 0 or at == 0
        if stack and "\n" in text[stack[-1][1] : at]:
            yield from _forget(stack, text, at, begins=begins)
        if begins and at != line and stack and stack[0][0] == mark and mark not in _CLOSING:
            line = at
            continue
        if stack and at - stack[0][1] > _LONGEST:
            stack.clear()
        if _opens(text, at, end, mark, stack):
            stack.append((mark, at, end))
        elif stack:
            opened = _fitting(stack, mark)
            _, start, first = stack[opened]
            del stack[opened:]
            if end - start < _LONGEST:
                yield Quote(start, end, first, at, opened)
    yield from _unclosed(text, stack)


def _forget(
    stack: list[tuple[str, int, int]], text: str, at: int, *, begins: bool
) -> Iterator[Quote]:
    """Drop quotations that a paragraph has left open, unless the next one takes them up."""
    gap = text[stack[-1][1] : at]
    if begins and stack:
        return
    last = gap.rfind("\n")
    opens = text[at] in _OPENING and last >= 0
    if opens or gap.count("\n\n") > 3:
        yield from _unclosed(text, stack)
        stack.clear()


def _unclosed(text: str, stack: list[tuple[str, int, int]]) -> Iterator[Quote]:
    """Yield the quotation that a colon opens and nothing closes: it ends with its line."""
    if not stack:
        return
    _, start, first = stack[0]
    end = text.find("\n", first)
    end = end if end >= 0 else len(text)
    if text[max(0, start - 4) : start].rstrip(" \n").endswith(":") and end - start < _LONGEST_OPEN:
        yield Quote(start, end, first, end, 0)


def _opens(text: str, at: int, end: int, mark: str, stack: list[tuple[str, int, int]]) -> bool:
    before, after = text[at - 1 : at], text[end : end + 1]
    if mark in _OPENING:
        return True
    is_free = before in ("", " ", "\n", "(", "-", ":", "[")
    has_word = after != "" and after not in _AFTER
    if mark in _CLOSING:
        return not stack and is_free and has_word
    if sum(opened == mark for opened, _, _ in stack) > 1:
        return False
    return is_free and has_word


def _fitting(stack: list[tuple[str, int, int]], mark: str) -> int:
    """Return which open mark is closed by ``mark``: the last one of its kind, else the last."""
    kinds = (
        {"”": "“„”", "»": "«»", '"': '"', "''": "''"}[mark] if mark in '”»"' or mark == "''" else ""
    )
    for number in range(len(stack) - 1, -1, -1):
        if stack[number][0] in kinds:
            return number
    return len(stack) - 1
