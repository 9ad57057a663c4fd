"""Lines and sentences with their words, none of which ends inside a quotation."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice
from typing import Final

from vnpolitext.layout import Page
from vnpolitext.models import per_choice
from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.quotes import Quotes, own_words
from vnpolitext.statements.scan import Place, find_cues
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import alternation
from vnpolitext.text.sentences import sentences
from vnpolitext.vocabulary import bodies

_WORD: Final = lazy_pattern(r"([^\W_]+)")
_NORMS: Final = ("nghị định", "thông tư", "luật", "quyết định", "quy chế")
_PROVISION: Final = lazy_pattern(
    "|".join((r"\n *(?:điều \d|[a-zđ]\) )", *(rf"{norm} này(?!\w)" for norm in _NORMS)))
)
# The marks of notes behind the stop of a sentence (*... năm 2006.[6] Một ...*).
_NOTED: Final = lazy_pattern(r"\[\w{1,3}\] (?=[A-ZĐÀ-Ỹ])")
_GLUED: Final = lazy_pattern(r"(?:[\dA-ZĐ][/-]|(?<![^\W\d_])[A-ZĐ]{1,3}\.)\Z")
_GLUE: Final = "/-."
_NEAR: Final = 5
# The stop of a sentence behind which a blank is lost (*... hiệu quả.Phó Thủ tướng ...*).
_STOP: Final = lazy_pattern(r"[.?!](?=[“\"]?[A-ZĐÀ-Ỹ][a-zà-ỹđ]{0,6}[ ,])")
_STOPPED: Final = lazy_pattern(r"(?:(?<![^\W_])[a-zà-ỹđ]{2,7}|[”\"])\Z")
_LONGEST_SYLLABLE: Final = 8
_LEADING: Final = (["của"], ["các"], ["những"], ["và"], ["là"], ["theo"], ["số"], ["một"], ["ký"])
_PROVISIONS: Final = 4
_CHROME: Final = ("![", "title:", "layout:", "categories:", "date:")
_BRACKETS: Final = ')]”"'
_LONGEST: Final = 8_000
_LABEL: Final = 90
_LONGEST_HEAD: Final = 24
_MOST_WORDS: Final = 3
_SKIPPED: Final = frozenset({"boilerplate", "byline", "image", "signature", "table", "footnote"})


def is_glued(text: str, at: int) -> bool:
    """Whether what begins at a place is one word with what stands before (*22-QĐ*, *TP.HCM*)."""
    joined = at > 0 and text[at - 1] in _GLUE
    return joined and _GLUED.search(text, max(0, at - _NEAR), at) is not None


@dataclass(slots=True)
class Line:
    """A line that holds something.

    Attributes:
        start: Index of its first character that is no blank.
        end: Index after its last one.
        may_tell: Whether a statement may begin in it.
    """

    start: int
    end: int
    may_tell: bool


@dataclass
class Unit:
    """A sentence, or several that one quotation holds together.

    Attributes:
        lower: The folded text of the page.
        start: Index of its first character.
        end: Index after its last character.
        line: Where its line begins.
        kind: Kind of the block it stands in.
        cues: The words of saying in it, as far as those beside them tell.
    """

    lower: str
    start: int
    end: int
    line: int
    kind: str
    cues: list[Place]

    @cached_property
    def words(self) -> list[str]:
        """The folded words."""
        return self._cut()[0]

    @cached_property
    def starts(self) -> list[int]:
        """Where they begin."""
        return self._cut()[1]

    @cached_property
    def ends(self) -> list[int]:
        """Where they end."""
        return self._cut()[2]

    def _cut(self) -> tuple[list[str], list[int], list[int]]:
        """Cut the unit into words; whichever of the three is asked for first, all are kept."""
        pieces = _WORD.split(self.lower[self.start : self.end])
        edges = list(accumulate(map(len, pieces[:-1]), initial=self.start))
        found = pieces[1::2], edges[1::2], edges[2::2]
        self.__dict__.update(zip(("words", "starts", "ends"), found, strict=True))
        return found

    def opening(self, size: int) -> Unit:
        """Return the unit up to a number of characters: enough to see how it begins."""
        end = min(self.end, self.start + size)
        return Unit(self.lower, self.start, end, self.line, self.kind, [])


class Lines:
    """The lines of a page that are read, without its furniture."""

    def __init__(self, page: Page, text: str, quotes: Quotes) -> None:
        """Look over a page for words of saying, once."""
        self._page, self.text, self.quotes = page, text, quotes
        self.lower = text.lower()
        self._cues = list(find_cues(text, self.lower))
        self._starts = [place.start for place in self._cues]
        long = (quote.start for quote in quotes.long)
        self._marks = sorted((*self._starts, *long, *own_words(self.lower)))

    @cached_property
    def is_norm(self) -> bool:
        """Whether the page is a legal text: who orders what there speaks as the text."""
        return sum(1 for _ in islice(_PROVISION.finditer(self.lower), _PROVISIONS)) == _PROVISIONS

    @property
    def has_cues(self) -> bool:
        """Whether there is a word of saying at all."""
        return bool(self._cues)

    def first(self, *, every: bool) -> Line | None:
        """Return the first line; see `after`."""
        return self._next(0, every=every)

    def after(self, line: Line, *, every: bool) -> Line | None:
        """Return the next line that holds something.

        Args:
            line: The line before.
            every: Whether a line will do in which no statement may begin.
        """
        end = self.text.find("\n", line.end)
        return self._next(end + 1, every=every) if end >= 0 else None

    def _next(self, at: int, *, every: bool) -> Line | None:
        text, marks = self.text, self._marks
        while at < len(text):
            if not every:
                number = bisect_left(marks, at)
                if number == len(marks):
                    return None
                at = max(at, text.rfind("\n", at, marks[number]) + 1)
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
            line = self._line(at, end)
            if line is not None:
                return line
            at = end + 1
        return None

    def _line(self, start: int, end: int) -> Line | None:
        """Return a line without the blanks around it; ``None`` for links and heads of files."""
        body = self.text[start:end].strip()
        if not body or "](http" in body or body.startswith(_CHROME):
            return None
        first = self.text.index(body[0], start)
        last = first + len(body)
        number = bisect_left(self._marks, first)
        return Line(first, last, number < len(self._marks) and self._marks[number] < last)

    def may_tell(self, unit: Unit) -> bool:
        """Whether a statement may begin in a unit."""
        return bool(unit.cues) or self.quotes.may_be_said(self.lower, unit.start, unit.end)

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
        for first, last in _joined(self.text[line.start : line.end], line.start, self.quotes):
            for start, end in self._parted(first, last):
                yield Unit(self.lower, start, end, line.start, kind, self._within(start, end))

    def titles(self) -> Iterator[Unit]:
        """Yield the titles and headings in which a colon stands: somebody may speak behind it."""
        seen = set()
        for start in (len(self.text) - len(self.text.lstrip()), *self._page.paragraphs.headings):
            end = self.text.find("\n", start)
            end = end if end >= 0 else len(self.text)
            if start in seen or self.text.find(": ", start, min(end, start + _LABEL)) < 0:
                continue
            seen.add(start)
            line = self._line(start, end)
            kind = None if line is None else self.kind(line)
            if line is not None and kind in ("title", "heading"):
                yield Unit(self.lower, line.start, line.end, line.start, kind, [])

    def inside(self, start: int, end: int) -> Iterator[Unit]:
        """Yield the sentences with words of saying in a quotation."""
        if self._within(start, end):
            for sentence in sentences(self.text[start:end]):
                first, last = start + sentence.start, start + sentence.end
                if cues := self._within(first, last):
                    yield Unit(self.lower, first, last, start, "", cues)

    def _within(self, start: int, end: int) -> list[Place]:
        return self._cues[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _parted(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a sentence into which a lost full stop has drawn the next one.

        *... trong năm nay Phát biểu tại hội nghị, ...*: readers of pages lose the breaks behind
        headings.
        """
        begin = start
        while end - begin > _LONGEST:
            yield begin, begin + _LONGEST
            begin += _LONGEST
        glued = self._glued
        for at in glued[bisect_right(glued, begin) : bisect_left(glued, end)]:
            yield begin, at - 1 if self.text[at - 1] == " " else at
            begin = at
        yield begin, end

    @cached_property
    def _glued(self) -> list[int]:
        """Where sentences begin behind a word without a stop, and behind the mark of a note."""
        glued = [
            match.end()
            for match in _opening().finditer(self.text)
            if _ends_word(self.text[match.start() - 1])
            and self.quotes.at(match.end()) is None
            and not _ends_with_body(self.text, match.start())
            and not _leads_on(self.lower, match.start())
        ]
        noted = [match.end() for match in _NOTED.finditer(self.text)]
        noted += [at + 1 for at in self._stops()]
        return sorted({*glued, *(at for at in noted if self.quotes.at(at) is None)})

    def _stops(self) -> Iterator[int]:
        """Yield the stops of sentences behind which a blank is lost."""
        for match in _STOP.finditer(self.text):
            at = match.start()
            if _STOPPED.search(self.text, max(0, at - _LONGEST_SYLLABLE), at):
                yield at


def _ends_word(letter: str) -> bool:
    return letter.isalnum() or letter in _BRACKETS


def _leads_on(lower: str, end: int) -> bool:
    """Whether the word before a place wants another behind it (*trong Kết luận 9*)."""
    word = lower[max(0, end - _LONGEST_HEAD) : end].split()[-1:]
    return word in _LEADING or not speech_rules().oblique.isdisjoint(word)


def _ends_with_body(text: str, end: int) -> bool:
    """Whether the capital word of a kind of body stands last before a place: *Bộ*, *Trung tâm*.

    A body that is named by it alone has no name behind it (*TTXVN*).
    """
    surface = text[max(0, end - _LONGEST_HEAD) : end].split()
    words = [word.lower() for word in surface]
    return any(
        surface[at][0].isupper()
        and (found := bodies().match(words, at)) is not None
        and found[1].role != "whole"
        and at + found[0] == len(words)
        for at in range(max(0, len(words) - _MOST_WORDS), len(words))
    )


@per_choice
def _opening() -> re.Pattern[str]:
    """The openings of a sentence, in capitals, behind a blank."""
    starts = alternation(start.capitalize() for start in speech_rules().starts)
    return lazy_pattern(rf" (?=(?:{starts} (?!số )(?=[\da-zà-ỹđ])|Theo ))")


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
