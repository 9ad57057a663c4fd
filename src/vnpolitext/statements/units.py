"""Lines and sentences with their words, none of which ends inside a quotation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final

from vnpolitext.layout import Page
from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.quotes import Quotes
from vnpolitext.text.sentences import sentences

_WORD: Final = re.compile(r"[^\W_]+")
_PROVISION: Final = re.compile(
    r"\n *(?:điều \d|[a-zđ]\) )"
    r"|(?<!\w)(?:nghị định|thông tư|luật|quyết định|quy chế|bộ luật) này(?!\w)"
)
_PROVISIONS: Final = 4
_CHROME: Final = ("![", "title:", "layout:", "categories:", "date:")
_SOURCE: Final = " theo"
_LINKS: Final = (" cũng", " vẫn", " còn", " nhưng", " song", " nhiên", " căn cứ")
_BEFORE, _BEHIND = 12, 60
_LONGEST: Final = 8_000
_SKIPPED: Final = frozenset({"boilerplate", "byline", "image", "signature", "table", "footnote"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something.

    Attributes:
        number: Its number.
        start: Index of its first character that is no blank.
        end: Index after its last one.
        cued: Whether a word of saying may stand in it.
    """

    number: int
    start: int
    end: int
    cued: bool


@dataclass
class Unit:
    """A sentence, or several that one quotation holds together.

    Attributes:
        lower: The folded text of the page.
        start: Index of its first character.
        end: Index after its last character.
        line: Number of its line.
        kind: Kind of the block it stands in.
        cues: Where words of saying may begin in it.
    """

    lower: str
    start: int
    end: int
    line: int
    kind: str
    cues: list[int]

    @cached_property
    def words(self) -> list[str]:
        """The folded words."""
        return [self.lower[start:end] for start, end in self._spans]

    @cached_property
    def starts(self) -> list[int]:
        """Where they begin."""
        return [start for start, _ in self._spans]

    @cached_property
    def ends(self) -> list[int]:
        """Where they end."""
        return [end for _, end in self._spans]

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.lower, self.start, self.end)]

    def opening(self, size: int) -> Unit:
        """Return the unit up to a number of characters: enough to see how it begins."""
        end = min(self.end, self.start + size)
        return Unit(self.lower, self.start, end, self.line, self.kind, [])


class Lines:
    """The lines of a page that are read, without its furniture."""

    def __init__(self, page: Page, text: str, quotes: Quotes) -> None:
        """Look over a page for words of saying, once."""
        self._page, self._text, self._quotes = page, text, quotes
        self.lower = text.lower()
        flat = " " + self.lower.replace("\n", " ")
        self._cues = [
            match.start()
            for match in _scan().finditer(flat)
            if match[0] != _SOURCE or self._may_begin(match.start())
        ]

    @cached_property
    def is_norm(self) -> bool:
        """Whether the page is a legal text: who orders what there speaks as the text."""
        return sum(1 for _ in islice(_PROVISION.finditer(self.lower), _PROVISIONS)) == _PROVISIONS

    @property
    def has_cues(self) -> bool:
        """Whether there is a word of saying at all."""
        return bool(self._cues)

    def __iter__(self) -> Iterator[Line]:
        """Return the lines that hold something, in text order."""
        at = 0
        for number, line in enumerate(self._text.split("\n")):
            start = at
            at += len(line) + 1
            body = line.strip()
            if body and "](http" not in body and not body.startswith(_CHROME):
                first = start + line.index(body[0])
                end = first + len(body)
                yield Line(number, first, end, self._is_cued(first, end))

    def kind(self, line: Line) -> str | None:
        """Return the kind of the block of a line; ``None`` for furniture."""
        kind = self._page.kind(line.start)
        if kind == "paragraph" and self._page.paragraphs.has_heading(line.start, line.start + 1):
            kind = "heading"
        return None if kind in _SKIPPED else kind

    def units(self, line: Line) -> Iterator[Unit]:
        """Yield the units of a line."""
        kind = self.kind(line)
        if kind is None:
            return
        for first, last in _joined(self._text[line.start : line.end], line.start, self._quotes):
            for start, end in self._parted(first, last):
                yield Unit(self.lower, start, end, line.number, kind, self._within(start, end))

    def _may_begin(self, at: int) -> bool:
        """Whether *theo* begins a part of a sentence and points at no rule in general."""
        before = self.lower[max(0, at - _BEFORE) : at].rstrip(" ")
        if before and before[-1].isalpha() and not before.endswith(_LINKS):
            return False
        return speech_rules().generic.longest(self.lower, at + len(_SOURCE), at + _BEHIND) is None

    def _within(self, start: int, end: int) -> list[int]:
        return self._cues[bisect_left(self._cues, start) : bisect_left(self._cues, end)]

    def _is_cued(self, start: int, end: int) -> bool:
        at = bisect_left(self._cues, start)
        return at < len(self._cues) and self._cues[at] < end

    def _parted(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a sentence into which a lost full stop has drawn the next one.

        *... trong năm nay Phát biểu tại hội nghị, ...*: readers of pages lose the breaks behind
        headings.
        """
        begin = start
        while end - begin > _LONGEST:
            yield begin, begin + _LONGEST
            begin += _LONGEST
        for match in _glued().finditer(self._text, begin, end):
            at = match.start() + 1
            if self._text[at - 2 : at - 1].isalnum() and self._quotes.at(at) is None:
                yield begin, at - 1
                begin = at
        yield begin, end


@lru_cache(maxsize=1)
def _scan() -> re.Pattern[str]:
    """One pattern of all words of saying, by first and second word."""
    cues = speech_rules().cues
    heads = []
    for word in sorted(cues.openings):
        seconds = cues.seconds(word)
        heads.append(word if "" in seconds else f"{word} (?:{'|'.join(sorted(seconds))})")
    return re.compile(rf" (?:{'|'.join(heads)})(?![^\W_])")


@lru_cache(maxsize=1)
def _glued() -> re.Pattern[str]:
    """The openings of a sentence, in capitals, behind a blank."""
    starts = "|".join(sorted((start.capitalize() for start in speech_rules().starts), reverse=True))
    return re.compile(rf" (?:(?:{starts}) (?=[\da-zà-ỹđ])|Theo )")


def _joined(line: str, offset: int, quotes: Quotes) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a line, those that a quotation spans as one."""
    open_at = -1
    last = -1
    for sentence in sentences(line):
        first, last = offset + sentence.start, offset + sentence.end
        if open_at < 0:
            open_at = first
        quote = quotes.at(last)
        if quote is not None and quote.start < last < quote.end - 1:
            continue
        yield open_at, last
        open_at = -1
    if open_at >= 0:
        yield open_at, last
