"""Boxes of links to all provinces, which pages of the web have: nothing that a text speaks of."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from vnpolitext.places.source import PlaceText
from vnpolitext.places.units import PROVINCE, Gazetteer, name_key
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.tones import without_marks

_IN_EVERY_BOX: Final = ("an giang", "cao bằng")
_LINE: Final = lazy_pattern(r"[^\n]+")
_MARKS: Final = " \t*•+-[]"
_NO_LABEL: Final = lazy_pattern(r"[\d,;:?!|/]|\.(?! |hcm)")
_LINK: Final = lazy_pattern(r"\]\([^()\s]{0,200}\)\s*$")
_SHORT_CITY: Final = lazy_pattern(r"(?<!\w)(?:tp\.? |tp\.?(?=hcm))|\*\*")
_LONGEST_LABEL: Final = 44
_LONGEST_NAME: Final = 6
_FEWEST: Final = 20
_FEWEST_CUT_OFF: Final = 8
_FARTHEST: Final = 6
_ANNOUNCED: Final = lazy_pattern(r":$|danh sách|phụ lục|gồm|sau đây|như sau")
_CHOSEN: Final = lazy_pattern(r"(?<!\w)(?:chọn|liên kết|tìm)(?!\w)")


class _Label(NamedTuple):
    """A line of a few words, and the province that it ends with, if any."""

    start: int
    end: int
    words: str
    province: str


def without_boxes(source: PlaceText) -> PlaceText:
    """Return the text with empty lines where a box of links stands.

    A box is a column of short lines, most of which name a province and nothing else. One that the
    line above announces (``các tỉnh sau đây:``, ``Danh sách các tỉnh``) is told by the text. Where
    the text breaks off in a box, fewer make one, in the order of the alphabet.
    """
    whole = all(name in source.lower for name in _IN_EVERY_BOX)
    if not whole and not _breaks_off(source):
        return source
    spans = list(_spans(source))
    if not spans:
        return source
    text, lower = (_blanked(each, spans) for each in (source.text, source.lower))
    return replace(source, text=text, lower=lower)


def _breaks_off(source: PlaceText) -> bool:
    """Whether the last line is short and ends with a province, and two above it do, too."""
    lines = source.lower[-_TAIL:].split("\n")[1:]
    last = [words for line in lines if (words := _words(line))][-_LAST_LINES:]
    if len(last) < _LAST_LINES or any(len(words) > _LONGEST_LABEL for words in last):
        return False
    return all(_province(source.known, words) for words in last)


_TAIL: Final = 700
_LAST_LINES: Final = 3


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], "\n" * (end - start)]
        at = end
    return "".join((*parts, text[at:]))


def _spans(source: PlaceText) -> Iterator[tuple[int, int]]:
    labels: list[_Label] = []
    above = ""
    for line in _LINE.finditer(source.lower):
        words = _words(line[0])
        if not words:
            continue
        if len(words) <= _LONGEST_LABEL and not _NO_LABEL.search(words):
            labels.append(_Label(*line.span(), words, _province(source.known, words)))
            continue
        yield from _columns(above, labels)
        labels, above = [], words
    yield from _columns(above, labels, breaks_off=True)


def _words(line: str) -> str:
    """What a line says, without a bullet and the address of a link."""
    return _LINK.sub("", line).strip(_MARKS)


def _province(known: Gazetteer, words: str) -> str:
    """Key of the province with whose name a label ends: ``đảng bộ tỉnh an giang``."""
    parts = _SHORT_CITY.sub("", words).split()
    for size in range(min(_LONGEST_NAME, len(parts)), 0, -1):
        key = name_key(" ".join(parts[-size:]))
        if known.find(key, PROVINCE):
            return key
    return ""


def _columns(
    above: str, labels: list[_Label], *, breaks_off: bool = False
) -> Iterator[tuple[int, int]]:
    """Stretches of labels from a province to another, among which others are few.

    Args:
        above: The line above them.
        labels: The labels.
        breaks_off: Whether the text ends with them.
    """
    column: list[_Label] = []
    others = _FARTHEST
    for label in labels:
        if label.province:
            if others >= _FARTHEST:
                yield from _column(above, column)
                column = []
            column.append(label)
            others = 0
        else:
            others += 1
            if others >= _FARTHEST or not column:
                above = label.words
    fewest = _FEWEST
    if breaks_off and not others and _is_ordered(column):
        fewest = _FEWEST_CUT_OFF
    yield from _column(above, column, fewest)


def _column(above: str, column: list[_Label], fewest: int = _FEWEST) -> Iterator[tuple[int, int]]:
    told = _ANNOUNCED.search(above) and not _CHOSEN.search(above)
    if len({label.province for label in column}) >= fewest and not told:
        yield column[0].start, column[-1].end


def _is_ordered(column: list[_Label]) -> bool:
    """Whether provinces follow in the order of the alphabet; the large cities may come first."""
    letters = [without_marks(label.province[0]) for label in column]
    first = letters.index("a") if "a" in letters else len(letters)
    ordered = letters[first:]
    return first <= _MOST_CITIES and len(set(ordered)) > 1 and ordered == sorted(ordered)


_MOST_CITIES: Final = 12  # Six, each with its party's committee.
