"""What a page puts into the middle of a sentence: numbers, running heads, marks of all kinds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from vnpolitext.layout.phrases import phrases
from vnpolitext.layout.wrapping import is_left_open
from vnpolitext.models import per_choice
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

Stretch = tuple[int, int, str]

_MARK: Final = lazy_pattern(
    r"(?:\[ ?\d{1,3} ?\]|\(\d{1,2}\)(?=[ ,;.])|[¹²³⁴-⁹⁰]{1,3}){1,6}+(?=[ ,;.:)”])"
)
# Marks of HTML that dress words up, as a copied page may keep them.
_DRESS: Final = lazy_pattern(
    r"</?(?:b|i|u|s|em|strong|span|font|small|big|mark|ins|del|a)(?: [^<>]{0,300})?>",
    re.IGNORECASE,
)
# Marks of HTML that begin or end a line; those at the edge of a cell begin and end nothing else.
_BREAK: Final = lazy_pattern(
    r" ?</?(?:br|p|li|dt|dd|h[1-6])(?: [^<>]{0,300})?/?> ?(?P<edge>(?=</?t[dhr][ >]))?",
    re.IGNORECASE,
)
_CELL: Final = lazy_pattern(r"</?t[dhr](?: [^<>]{0,150})?>\Z", re.IGNORECASE)
# Letters of a note that is called several times, in their order, between its mark and its words.
_LETTERS: Final = lazy_pattern(r"\^\n([a-z]{1,26}+)(?=[^\W\d_a-zđ]|[\"“'])")
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"
_OPENING: Final = lazy_pattern(r"[(\[¹²³⁴-⁹⁰]")
_NUMBER: Final = lazy_pattern(r"\n[ ]{0,80}(?:- ?)?\d{1,3}(?: ?-)?[ ]{0,80}(?=\n)")
_COLUMNS: Final = lazy_pattern(r"\S(?:\t|[ ]{3})")
_DIGITS: Final = lazy_pattern(r"\d+")
_ENDS: Final = frozenset('.!?:;…|)]”"*')
_GOING_ON: Final = frozenset(",-/(“")
_REACH: Final = 200
_NEAR: Final = 400
_SHORTEST: Final = 8
_LONGEST_HEAD: Final = 90
_FEWEST: Final = 3
_MOST_LINES: Final = 4


def without_furniture(view: View) -> View:
    r"""Return the view with sentences whole that a page has broken.

    Numbers of pages, running heads and form feeds become one blank where a sentence, a name or a
    number goes on behind them; marks of notes inside a sentence vanish, and so do those of HTML
    that dress words up, and the letters by which notes lead back to their calls. Elsewhere they
    stay. Marks of HTML that break lines are breaks. Links by which readers change a section of an
    encyclopaedia (*[sửa | sửa mã nguồn]*) vanish everywhere; inside a line they end it.

    >>> whole = without_furniture(View.of("Nghị quyết số\n12\n\f35-NQ/TW[1] của Bộ Chính trị"))
    >>> whole.text
    'Nghị quyết số 35-NQ/TW của Bộ Chính trị'
    >>> whole.surface(11, 22)
    'số\n12\n\x0c35-NQ/TW'
    """
    text = view.text
    found = [
        *_markup(text),
        *_edit_links(text),
        *_page_breaks(view),
        *_lone_numbers(view),
        *_note_marks(text),
        *_note_letters(text),
    ]
    return view.without(_apart(sorted(found))) if found else view


def _apart(stretches: list[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches that do not begin inside an earlier one."""
    done = 0
    for start, end, mark in stretches:
        if start >= done:
            yield start, end, mark
            done = end


def _markup(text: str) -> Iterator[Stretch]:
    """Yield the marks of HTML that dress words up, and those that break lines."""
    if "</" in text:
        yield from ((*mark.span(), "") for mark in _DRESS.finditer(text))
    if "<" in text:
        yield from _breaks(text)


def _breaks(text: str) -> Iterator[Stretch]:
    """Yield the marks of HTML that break lines; between bars several make one break."""
    end, has_bar, done = -1, False, -1
    for mark in _BREAK.finditer(text):
        if mark.start() > end:
            start = text.rfind("\n", max(0, end), mark.start()) + 1
            end = text.find("\n", mark.end())
            end = len(text) if end < 0 else end
            has_bar = text.find("|", start, end) >= 0
        again = has_bar and done > 0 and not text[done : mark.start()].strip()
        is_edge = again or mark["edge"] is not None or _begins_cell(text, mark.start())
        yield *mark.span(), "" if is_edge else "\n"
        done = mark.end()


def _begins_cell(text: str, at: int) -> bool:
    before = text[max(0, at - _REACH) : at]
    return before.endswith(">") and _CELL.search(before) is not None


def _edit_links(text: str) -> Iterator[Stretch]:
    """Yield the links to change a section, which open the line below its heading or end that."""
    if phrases().edit_marks[0][:4] not in text:
        return
    for link in _edit_link().finditer(text):
        yield *link.span(), "\n" if link["edge"] is None else ""


@per_choice
def _edit_link() -> re.Pattern[str]:
    marks = "|".join(map(re.escape, phrases().edit_marks))
    # Between words it parts a heading from what follows it on its line.
    return re.compile(rf" ?(?:(?<=[^\n])(?:{marks}) ?(?=[^\n |])|(?P<edge>(?:{marks}) ?))")


def _note_marks(text: str) -> Iterator[Stretch]:
    """Yield the marks of notes behind a word of a sentence; ``km²`` is none."""
    done = 0
    for opening in _OPENING.finditer(text):
        mark = _MARK.match(text, opening.start()) if opening.start() >= done else None
        if mark is None:
            continue
        done = mark.end()
        before = text[max(0, mark.start() - 8) : mark.start()]
        is_power = mark[0][0] not in "[(" and before.rpartition(" ")[2] in phrases().measures
        if before[-1:].isalnum() and not is_power and (before[-1].isalpha() or mark[0][0] in "[("):
            yield *mark.span(), ""


def _note_letters(text: str) -> Iterator[Stretch]:
    """Yield the letters by which a note leads back to its calls (*^ ab Lò Văn An (2003)*)."""
    for letters in _LETTERS.finditer(text):
        if _ALPHABET.startswith(letters[1]):
            yield *letters.span(1), ""


def _lone_numbers(view: View) -> Iterator[Stretch]:
    """Yield numbers on lines of their own, far from another one, between halves of a sentence."""
    text = view.text
    lines = [match.span() for match in _NUMBER.finditer(text)]
    for at, (start, end) in enumerate(lines):
        if at and start - lines[at - 1][1] < _NEAR:
            continue
        if at + 1 < len(lines) and lines[at + 1][0] - end < _NEAR:
            continue
        first, last = _edges(text, start, end)
        if _goes_on(text, first, last) and not _parts_rows(view, first, last):
            yield first, last, " "


def _page_breaks(view: View) -> Iterator[Stretch]:
    """Yield form feeds and what stands around them between the halves of a sentence."""
    if "\f" not in view.source:
        return
    text = view.text
    breaks = [view.locate(match.start()) for match in re.finditer("\f", view.source)]
    heads = _running_heads(text, breaks)
    done = 0
    for at in breaks:
        if at < done:
            continue
        first, last = _around(text, at, heads)
        if first > done and _goes_on(text, first, last) and not _parts_rows(view, first, last):
            yield first, last, " "
        done = last


def _parts_rows(view: View, first: int, last: int) -> bool:
    """Return whether a row of cells in columns, or one of as many cells, stands on either side."""
    start, end = view.span(first, last)
    above = view.source[max(0, start - _REACH) : start].rpartition("\n")[2]
    below = view.source[end : end + _REACH].partition("\n")[0]
    if 0 < above.count("|") == below.count("|"):
        return True
    return _COLUMNS.search(above) is not None or _COLUMNS.search(below) is not None


def _around(text: str, at: int, heads: frozenset[str]) -> tuple[int, int]:
    """Return the stretch around a form feed that belongs to the page and not to the sentence."""
    first, last = _edges(text, at, at + 1)
    for _ in range(_MOST_LINES):
        start = text.rfind("\n", max(0, first - _REACH), first) + 1
        if not start or not _is_furniture(text[start:first], heads):
            break
        first = _edges(text, start, start)[0]
    for _ in range(_MOST_LINES):
        stop = text.find("\n", last, last + _REACH)
        if stop < 0 or not _is_furniture(text[last:stop], heads):
            break
        last = _edges(text, stop, stop)[1]
    return first, last


def is_page_number(line: str) -> bool:
    """Whether a line is the number of a page and nothing else.

    >>> is_page_number("- 7 -"), is_page_number("Trang 7/12"), is_page_number("7 xã")
    (True, True, False)
    """
    return _page_number().fullmatch(line) is not None


def shape_of(line: str) -> str:
    """Return a line with a nought for each number, by which running heads are known again.

    >>> shape_of("Tạp chí  số 5, trang 12"), shape_of("a" * 99)
    ('Tạp chí số 0, trang 0', '')
    """
    words = " ".join(line.split())
    return _DIGITS.sub("0", words) if len(words) <= _LONGEST_HEAD else ""


def _is_furniture(line: str, heads: frozenset[str]) -> bool:
    return is_page_number(line) or shape_of(line) in heads


@per_choice
def _page_number() -> re.Pattern[str]:
    words = "|".join(map(re.escape, phrases().page_words))
    return lazy_pattern(
        rf"[ ]*+(?:[-–—•~|(\[] ?)?(?:(?:{words}) ?)?\d{{1,4}}(?: ?[/|] ?\d{{1,4}})?"
        r"(?: ?[-–—•~|)\]])?[ ]*+",
        re.IGNORECASE,
    )


def _running_heads(text: str, breaks: list[int]) -> frozenset[str]:
    """Return the shapes of lines that stand at the edge of most pages."""
    counts: Counter[str] = Counter()
    for at in breaks:
        before = text[max(0, at - _REACH) : at].rstrip().rpartition("\n")[2]
        after = text[at : at + _REACH].lstrip().partition("\n")[0]
        counts.update({shape_of(line) for line in (before, after)} - {""})
    fewest = max(_FEWEST, len(breaks) // 2)
    return frozenset(shape for shape, count in counts.items() if count >= fewest)


def _edges(text: str, first: int, last: int) -> tuple[int, int]:
    """Return the stretch with the blanks and breaks on both sides."""
    while first and text[first - 1].isspace():
        first -= 1
    while last < len(text) and text[last].isspace():
        last += 1
    return first, last


def _goes_on(text: str, first: int, last: int) -> bool:
    """Return whether the sentence before a stretch goes on behind it.

    Lines in capitals and items of a list are not gone on with.
    """
    before = text[max(0, first - _REACH) : first].rpartition("\n")[2].strip()
    after = text[last : last + _REACH].partition("\n")[0]
    if len(before) < _SHORTEST or not after or before[-1] in _ENDS or before.isupper():
        return False
    if after[0].islower() or before[-1] in _GOING_ON:
        return not after[:2].endswith((".", ")"))
    if is_left_open(before, after):
        return True
    word = before.rpartition(" ")[2]
    return after[0].isupper() and word[0].isupper() and not after[:_FEWEST].isupper()
