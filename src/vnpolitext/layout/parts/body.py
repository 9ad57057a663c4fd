"""The body of a page: headings, captions, quotations, paragraphs."""

import re
from typing import Final

from vnpolitext.layout.lines import Unit
from vnpolitext.layout.marks import is_name
from vnpolitext.layout.phrases import phrases
from vnpolitext.layout.wrapping import begins_item
from vnpolitext.models import per_choice
from vnpolitext.text.patterns import lazy_pattern

_CAPTION: Final = 400
_HEADING: Final = 160
_SHORT: Final = 220
_ENDS: Final = (".", ";", ",", "!", "?", "…", ":")
_ROMAN: Final = lazy_pattern(r"[IVXLC]{1,6}\s?[.\-)/]\s?[^\W\d_]")
_DIVISION: Final = lazy_pattern(r"(?:chương|mục|phần|điều|tiểu mục)\s(?:[\divxlc]{1,6}\b|thứ )")
_SECTION: Final = lazy_pattern(r"(?:[^\W\d_]\.)?\d")
_COUNTED: Final = lazy_pattern(r"(\d{1,3}|[a-z])([.)/])\s")
_MARKED: Final = 60
_SENTENCE: Final = lazy_pattern(r"[.!?…][”\"]?\s+(?=[^\W\d_])")
_REFERENCES: Final = lazy_pattern(r"(?:\[\s?\d{1,3}\s?\]\s?){1,9}$")
_MARKS: Final = 40
_OPENING: Final = '“"«'
_CLOSING: Final = '”"»'


def mark_body(units: list[Unit], kinds: list[str | None]) -> None:
    """Fill in the kind of each unit of the body, which nothing before has told.

    Of units of one plain line each different one is read once for what it tells by itself.
    """
    known: dict[str, str | None] = {}
    for index, unit in enumerate(units):
        if kinds[index] is not None:
            continue
        if unit.head.mark or unit.head.bold or unit.count > 1:
            told = _told(unit)
        elif unit.text in known:
            told = known[unit.text]
        else:
            told = known[unit.text] = _told(unit)
        if index and kinds[index - 1] == "image" and _is_under_image(unit):
            told = "caption"
        kinds[index] = told or _before(units, index)


def _told(unit: Unit) -> str | None:
    """Return the kind of a unit, as far as it tells that itself."""
    if "#" in unit.head.mark:
        return "heading"
    if _is_caption(unit):
        return "caption"
    if ">" in unit.head.mark or _is_quote(unit.text):
        return "quote"
    return "heading" if _is_heading(unit) else None


def _before(units: list[Unit], index: int) -> str:
    """Return the kind of a unit that what follows it tells."""
    unit = units[index]
    if (
        index + 1 < len(units)
        and _announces(unit, units[index + 1])
        and not _is_next_item(units, index)
    ):
        return "caption" if _is_remark(unit) else "heading"
    return "paragraph"


def _is_caption(unit: Unit) -> bool:
    if len(unit.text) > _CAPTION:
        return False
    words = unit.lower.lstrip("-–*([ ")
    if words.startswith(phrases().caption_prefixes):
        return True
    return _is_credited(words[-_MARKED:]) and not begins_item(unit.head.lower)


def _is_under_image(unit: Unit) -> bool:
    """Whether a unit that stands under an image says what it shows."""
    text = unit.text
    if len(text) > _CAPTION or "#" in unit.head.mark or begins_item(unit.head.lower):
        return False
    sentences = len(_SENTENCE.findall(text)) + 1
    short = sentences == 1 and len(text) <= _SHORT
    return not text.endswith(_ENDS) or (short and text.endswith("."))


def _is_credited(words: str) -> bool:
    return _credits().search(words, 1) is not None


@per_choice
def _credits() -> re.Pattern[str]:
    return lazy_pattern("|".join(map(re.escape, phrases().credits)))


def _is_quote(text: str) -> bool:
    bare = text.rstrip(" .,;")
    if len(bare) < 20 or bare[0] not in _OPENING or bare[-1] not in _CLOSING:
        return False
    inner = bare[1:-1]
    return not any(mark in inner for mark in _CLOSING)


def _is_heading(unit: Unit) -> bool:
    text = _without_references(unit.text)
    if len(text) > _HEADING or unit.count > 2:
        return False
    if _DIVISION.match(unit.lower):
        return not text.endswith((".", ";", "”", '"', ":"))
    if text.endswith(_ENDS) or text.startswith(("-", "+")):
        return False
    if not (unit.head.bold or (len(text) > 3 and text.isupper()) or _ROMAN.match(text)):
        return False
    return not unit.head.words.startswith(phrases().salutations)


def _is_next_item(units: list[Unit], index: int) -> bool:
    """Whether a unit is the item after that of the unit above, with no text between."""
    mark = _COUNTED.match(units[index].text)
    above = _COUNTED.match(units[index - 1].text) if index and mark else None
    if mark is None or above is None or mark[2] != above[2]:
        return False
    if mark[1].isdigit() and above[1].isdigit():
        return int(mark[1]) == int(above[1]) + 1
    return len(mark[1]) == len(above[1]) == 1 and ord(mark[1]) == ord(above[1]) + 1


def _is_remark(unit: Unit) -> bool:
    """Whether a line in italics says what a picture shows that is not there any more."""
    item = begins_item(unit.head.lower) or _SECTION.match(unit.text)
    plain = not item and not any(mark in unit.text for mark in "():")
    return unit.head.italic and plain and len(unit.text.split()) > 5


def _announces(unit: Unit, after: Unit) -> bool:
    """Whether a short line without a mark of its own is the heading of what follows."""
    text = _without_references(unit.text)
    if not 0 < len(text) < min(len(after.text), 101) or text[0].islower() or is_name(text):
        return False
    if text.endswith(_ENDS) or text.startswith(("-", "+")) or unit.count > 2:
        return False
    if unit.head.words.startswith(phrases().salutations):
        return False
    if begins_item(unit.head.lower):
        return not (begins_item(after.head.lower) and after.text[0].isdigit() == text[0].isdigit())
    ended = _without_references(after.text).endswith(_ENDS)
    return unit.head.gap and after.head.gap and ended


def _without_references(text: str) -> str:
    """Return ``text`` without the marks of notes behind it, such as ``[1][2]``."""
    if not text.endswith("]"):
        return text
    return text[:-_MARKS] + _REFERENCES.sub("", text[-_MARKS:])
