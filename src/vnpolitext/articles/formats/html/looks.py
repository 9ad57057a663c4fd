"""How elements of a page look: bold, slanted, large, on the right; how much they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import word_set

HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
"""Elements of headings below the first level."""

WHOLE: Final = word_set("html, body, article, main, ul, ol, table, aside")
"""Elements that hold more than their class says."""

CAPTION: Final = 300
"""Letters of the longest caption."""

_BOLD: Final = frozenset({"b", "strong"})
_SLANTED: Final = frozenset({"i", "em", "cite"})
LOOKING: Final = _BOLD | _SLANTED | {"a"}
"""Elements whose words look otherwise than those around."""
_WEIGHT: Final = lazy_pattern(r"font-weight\s{0,9}:\s{0,9}(\w{1,9})", re.IGNORECASE)
_SLOPE: Final = lazy_pattern(r"font-style\s{0,9}:\s{0,9}(\w{1,9})", re.IGNORECASE)
_HEAVY: Final = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_SIZE: Final = lazy_pattern(
    r"font-size\s{0,9}:\s{0,9}(\d{1,3}(?:\.\d{1,3})?)(px|pt|em|%)", re.IGNORECASE
)
_LARGE: Final = {"px": 19.0, "pt": 15.0, "em": 1.3, "%": 130.0}
_CENTRED: Final = lazy_pattern(r"text-align\s{0,9}:\s{0,9}center", re.IGNORECASE)
_RIGHT: Final = lazy_pattern(r"text-align\s{0,9}:\s{0,9}(?:right|end)", re.IGNORECASE)
_SUMMARY: Final = 600
_PART: Final = 80
_FRAMES: Final = 4


class Looks(NamedTuple):
    """How words look: whether they are a link, bold, slanted."""

    linked: bool = False
    bold: bool = False
    slanted: bool = False

    def within(self, element: Any) -> Looks:
        """Return the looks of the words in an element that stands among such words."""
        tag, style = element.tag, element.get("style")
        linked = self.linked or (tag == "a" and not element.get("href", "#").startswith("#"))
        bold, slanted = _styled(style or "")
        if bold is None:
            bold = self.bold or tag in _BOLD
        if slanted is None:
            slanted = self.slanted or tag in _SLANTED
        return Looks(linked, bold, slanted)


PLAIN: Final = Looks()


@lru_cache(maxsize=1024)
def _styled(style: str) -> tuple[bool | None, bool | None]:
    """Return whether a style is bold, and whether it is slanted; ``None`` where it says nothing."""
    weight, slope = _WEIGHT.search(style), _SLOPE.search(style)
    bold = weight[1].lower() in _HEAVY if weight else None
    return bold, slope[1].lower() in ("italic", "oblique") if slope else None


def is_body(element: Any) -> bool:
    """Whether an element holds more words than a summary, links aside."""
    size = len(element.text_content())
    return size > _SUMMARY < size - sum(len(link.text_content()) for link in element.iter("a"))


def is_dated(element: Any) -> bool:
    """Whether an element holds little else than figures and the names of days."""
    words = element.text_content().strip()
    return len(words) <= _PART and any(map(str.isdigit, words))


def is_large(element: Any) -> bool:
    """Whether an element asks for letters larger than those of a text."""
    style = element.get("style") if element is not None else None
    return bool(style) and _asks_large(style)


@lru_cache(maxsize=1024)
def _asks_large(style: str) -> bool:
    size = _SIZE.search(style)
    return size is not None and float(size[1]) >= _LARGE[size[2].lower()]


def is_short(element: Any, most: int) -> bool:
    """Whether an element holds no more letters than what its class says has."""
    return len(element.text_content()) <= most


def framed(root: Any) -> Iterator[Any]:
    """Yield the boxes that hold a picture and a few words under it, and nothing else."""
    for picture in root.iter("img", "amp-img"):
        box, words = picture.getparent(), ""
        for _ in range(_FRAMES):
            if box is None or box.tag in WHOLE or (words := box.text_content().strip()):
                break
            box = box.getparent()
        if box is None or box.tag != "div" or not 0 < len(words) <= CAPTION:
            continue
        other = next(box.iter("a", "ul", "ol", "table", "h1", *HEADINGS), None)
        if other is None and not _has_words_before(picture, box):
            yield box


def tells_picture(element: Any) -> bool:
    """Whether slanted words within a text begin with a picture: they say what it shows."""
    if element.tag not in _SLANTED or not len(element) or element[0].tag != "img":
        return False
    after = (element.tail or "").strip()
    told = not (element.text or "").strip() and 0 < len(element.text_content().strip()) <= CAPTION
    return told and (not after or after[0].isupper())


def _has_words_before(picture: Any, box: Any) -> bool:
    while picture is not box:
        parent = picture.getparent()
        told = [parent.text, *(part for each in picture.itersiblings(preceding=True)
                               for part in (each.text_content(), each.tail))]  # fmt: skip
        if any(map(str.strip, filter(None, told))):
            return True
        picture = parent
    return False


def is_centred(element: Any) -> bool:
    """Whether the lines of an element stand in the middle, or tell what a term means."""
    return element is not None and (
        element.tag in ("center", "dd")
        or (element.get("align") or "").lower() == "center"
        or bool(_CENTRED.search(element.get("style") or ""))
    )


def is_on_the_right(element: Any) -> bool:
    """Whether the lines of an element stand on the right."""
    style = element.get("style") or ""
    return (element.get("align") or "").lower() == "right" or bool(_RIGHT.search(style))
