"""Folded views of a text, for matching, with the way back to the original characters.

Finders never match on the raw text, where one word has many spellings (composed or decomposed,
``hoà`` or ``hòa``, ``–`` or ``-``, bold marks inside), and never hand out anything else: a
[`View`][vnpolitext.text.view.View] holds the folded text and maps every stretch of it back.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from vnpolitext.errors import expect_text
from vnpolitext.notebook import counted
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.tones import modern_tones

_SHOWN: Final = 40
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SPACES: Final = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_BREAKS: Final = "\x0b\x0c\x85\u2028\u2029"
_COLONS: Final = "\u02d0\u2236\ua789"
_SAME_LENGTH: Final = {
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_BREAKS, "\n"),
    **dict.fromkeys(_COLONS, ":"),
    "\u00d0": "Đ",
    "\u00f0": "đ",
    "\u0189": "Đ",
    "\u02bc": "'",
    "\u2018": "'",
    "\u2019": "'",
    "\u0130": "I",
}
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# One pattern a mark: each begins with a literal, which the matcher finds much faster than a set.
_DROPPED: Final = {
    **{mark: lazy_pattern(f"{mark}+") for mark in _INVISIBLE},
    "*": lazy_pattern(r"\*+"),
    "\\": lazy_pattern(r"\\(?=[!-/:-@\[-`{-~])"),
}
# Sorting the marks of a letter takes the square of their number: more than 30 (the bound of the
# Stream-Safe Text Format of Unicode) stay as they are.
_CLUSTER: Final = lazy_pattern("[^\u0300-\u036f][\u0300-\u036f]{1,30}")


@dataclass(frozen=True)
class View:
    r"""A text folded for matching, and the map from its characters to the original's.

    The folded text has composed letters (NFC, for the marks that Latin letters take), modern tone
    placement, ``-`` for every dash, ``:`` for its look-alikes, a space for every blank, ``\n`` for
    every line break, ``Đ`` for the look-alike ``Ð``, straight single quotes, and neither invisible
    characters nor Markdown emphasis (``*``) nor escapes (``1\.``). Letter case is kept; ``lower``
    is the same text in lower case, character by character. Runs of blanks are kept.

    Attributes:
        source: The text as it was read.
        text: The folded text.

    Example:
        >>> view = View.of("theo **Nghị quyết** số 35–NQ/TW")
        >>> view.text
        'theo Nghị quyết số 35-NQ/TW'
        >>> at = view.text.index("Nghị quyết")
        >>> view.span(at, at + 10)
        (7, 17)
    """

    source: str
    text: str
    _starts: array[int] = field(repr=False)
    _origins: array[int] = field(repr=False)
    _widths: dict[int, int] = field(repr=False)
    _changes: tuple[tuple[int, int, str], ...] = field(default=(), repr=False)

    def __repr__(self) -> str:
        """Tell how the text begins, and how long it is."""
        return f"View({self.text[:_SHOWN]!r}, {counted(len(self.source), 'character')})"

    @classmethod
    def of(cls, text: str | View) -> View:
        """Fold ``text``; a view is returned as it is. Linear in the length of the text."""
        if isinstance(text, View):
            return text
        expect_text(text)
        return cls._folded(text, ())

    @classmethod
    def _folded(cls, text: str, changes: Sequence[tuple[int, int, str]]) -> View:
        folded, starts, origins, widths = _shorten(text, changes)
        return cls(text, modern_tones(_substitute(folded)), starts, origins, widths, tuple(changes))

    def without(self, stretches: Iterable[tuple[int, int, str]]) -> View:
        r"""Return the view of the same text with a mark or nothing in place of some stretches.

        Args:
            stretches: ``(start, end, mark)`` in the folded text, apart from each other; ``mark``
                is a blank, a line break or nothing.

        Returns:
            A view whose offsets lead to the same source: what spans a stretch takes it in.

        Example:
            >>> page = View.of("huyện Tủa\n5\nChùa")
            >>> whole = page.without([(9, 12, " ")])
            >>> whole.text, whole.surface(0, 14)
            ('huyện Tủa Chùa', 'huyện Tủa\n5\nChùa')
        """
        changes = [(*self.span(start, end), mark) for start, end, mark in stretches]
        if not changes:
            return self
        ends = {start: end for start, end, _ in changes}
        starts = [-1, *sorted(ends)]
        earlier = [
            change
            for change in self._changes
            if ends.get(starts[bisect_right(starts, change[0]) - 1], 0) < change[1]
        ]
        return View._folded(self.source, changes + earlier)

    @cached_property
    def lower(self) -> str:
        """The folded text in lower case, of the same length as ``text``."""
        return self.text.lower()

    def origin(self, index: int) -> int:
        """Return the index in ``source`` of the folded character ``index``."""
        if not self._starts:
            return index
        piece = bisect_right(self._starts, index) - 1
        return self._origins[piece] + index - self._starts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return ``(start, end)`` in ``source`` of the folded characters ``start`` to ``end``.

        What folding dropped just before or after the stretch stays outside.
        """
        if end <= start:
            return self.origin(start), self.origin(start)
        if not self._starts:
            return start, end
        last = end - 1
        return self.origin(start), self.origin(last) + self._widths.get(last, 1)

    def locate(self, index: int) -> int:
        """Return the folded index of character ``index`` of ``source``.

        A dropped character gives the folded character that follows it.
        """
        if not self._starts:
            return index
        piece = bisect_right(self._origins, index) - 1
        if piece < 0:
            return 0
        here = self._starts[piece] + index - self._origins[piece]
        following = self._starts[piece + 1] if piece + 1 < len(self._starts) else len(self.text)
        return min(here, following)

    def surface(self, start: int, end: int) -> str:
        """Return the original characters behind the folded ``start`` to ``end``."""
        first, last = self.span(start, end)
        return self.source[first:last]


def fold(text: str) -> str:
    """Return one spelling for texts that differ only in form: a view's text, lower, single spaces.

    >>> fold("Uỷ  ban **Nhân dân**")
    'ủy ban nhân dân'
    """
    return " ".join(View.of(text).lower.split())


def fold_all(texts: Iterable[str]) -> list[str]:
    """Return what `fold` gives for each of many short texts, all at once.

    >>> fold_all(["Uỷ  ban", "**Nhân dân**"])
    ['ủy ban', 'nhân dân']
    """
    known = list(texts)
    lines = View.of("\n".join(known)).lower.split("\n")
    if len(lines) != len(known):
        return list(map(fold, known))
    return [" ".join(line.split()) for line in lines]


def single_spaced(folded: str) -> str:
    r"""Return a piece of a folded text with single spaces: what `tidy` makes of it, at once.

    >>> single_spaced("Tỉnh ủy\n Điện Biên")
    'Tỉnh ủy Điện Biên'
    """
    return " ".join(folded.split())


def tidy(text: str) -> str:
    r"""Return ``text`` as one reads it aloud: folded like a view, single spaces, case kept.

    >>> tidy("Tỉnh uỷ\n Điện Biên")
    'Tỉnh ủy Điện Biên'
    """
    return " ".join(View.of(text).text.split())


def _substitute(text: str) -> str:
    for old, new in _SAME_LENGTH.items():
        if old in text:
            text = text.replace(old, new)
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text


def _shorten(
    text: str, stretches: Sequence[tuple[int, int, str]]
) -> tuple[str, array[int], array[int], dict[int, int]]:
    """Compose letters, drop marks, replace stretches; return the shorter text and its pieces.

    Piece ``i`` begins at folded index ``starts[i]`` and at original index ``origins[i]``; inside a
    piece both run in step. ``widths`` has the original width of folded characters wider than one.
    """
    starts, origins, widths = array("q"), array("q"), dict[int, int]()
    composed = unicodedata.is_normalized("NFC", text)
    marks = [pattern for mark, pattern in _DROPPED.items() if mark in text]
    if composed and not marks and not stretches:
        return text, starts, origins, widths
    changes = [*stretches]
    changes += [(*m.span(), "") for pattern in marks for m in pattern.finditer(text)]
    if not composed:
        changes += [
            (m.start(), m.end(), new)
            for m in _CLUSTER.finditer(text)
            if len(new := unicodedata.normalize("NFC", m[0])) != len(m[0]) or new != m[0]
        ]
    changes.sort()
    pieces: list[str] = []
    done = length = 0
    starts.append(0)
    origins.append(0)
    for first, last, new in changes:
        if first < done:
            continue
        pieces += (text[done:first], new)
        length += first - done
        if new:
            if length > starts[-1]:
                starts.append(length)
                origins.append(first)
            widths[length + len(new) - 1] = last - first - len(new) + 1
            length += len(new)
        if length == starts[-1]:
            origins[-1] = last
        else:
            starts.append(length)
            origins.append(last)
        done = last
    pieces.append(text[done:])
    return "".join(pieces), starts, origins, widths
