"""Boxes of links to all provinces, which pages of the web have: nothing that a text speaks of."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from vnpolitext.places.source import PlaceText
from vnpolitext.places.units import PROVINCE, Gazetteer, name_key
from vnpolitext.text.patterns import lazy_pattern

_IN_EVERY_BOX: Final = ("an giang", "cao bằng")
_LINE: Final = lazy_pattern(r"[^\n]+")
_MARKS: Final = " \t*•+-[]"
_NO_LABEL: Final = lazy_pattern(r"[\d,;:?!|/]|\.(?! |hcm)")
_LINK: Final = lazy_pattern(r"\]\([^()\s]{0,200}\)\s*$")
_SHORT_CITY: Final = lazy_pattern(r"(?<!\w)(?:tp\.? |tp\.?(?=hcm))|\*\*")
_LONGEST_LABEL: Final = 44
_LONGEST_NAME: Final = 6
_FEWEST: Final = 20
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
    line above announces (``các tỉnh sau đây:``, ``Danh sách các tỉnh``) is told by the text.
    """
    if not all(name in source.lower for name in _IN_EVERY_BOX):
        return source
    spans = list(_spans(source))
    if not spans:
        return source
    text, lower = (_blanked(each, spans) for each in (source.text, source.lower))
    return replace(source, text=text, lower=lower)


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
        words = _LINK.sub("", line[0]).strip(_MARKS)
        if not words:
            continue
        if len(words) <= _LONGEST_LABEL and not _NO_LABEL.search(words):
            labels.append(_Label(*line.span(), words, _province(source.known, words)))
            continue
        yield from _columns(above, labels)
        labels, above = [], words
    yield from _columns(above, labels)


def _province(known: Gazetteer, words: str) -> str:
    """Key of the province with whose name a label ends: ``đảng bộ tỉnh an giang``."""
    parts = _SHORT_CITY.sub("", words).split()
    for size in range(min(_LONGEST_NAME, len(parts)), 0, -1):
        key = name_key(" ".join(parts[-size:]))
        if known.find(key, PROVINCE):
            return key
    return ""


def _columns(above: str, labels: list[_Label]) -> Iterator[tuple[int, int]]:
    """Stretches of labels from a province to another, among which others are few."""
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
    yield from _column(above, column)


def _column(above: str, column: list[_Label]) -> Iterator[tuple[int, int]]:
    told = _ANNOUNCED.search(above) and not _CHOSEN.search(above)
    if len({label.province for label in column}) >= _FEWEST and not told:
        yield column[0].start, column[-1].end
