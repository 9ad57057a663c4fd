"""The title of the article in a page: declared, or shown over its text."""

from __future__ import annotations

from typing import Final

from vnpolitext.articles.formats.html.content import is_label, letters
from vnpolitext.articles.formats.html.declared import SITES, Declared
from vnpolitext.articles.formats.html.lines import Line
from vnpolitext.articles.formats.html.markup import markup, words_of
from vnpolitext.layout.bylines import read_byline
from vnpolitext.layout.phrases import phrases
from vnpolitext.text.patterns import lazy_pattern

_TITLE: Final = 300
_OVER: Final = 8
_FAR: Final = 12
_SITE_WORDS: Final = 8
_PORTAL_WORDS: Final = 14
_BEFORE: Final = 3
_MOST_WORDS: Final = 45
_WHOLE: Final = 0.4
_STRONG: Final = 2
_PARTS: Final = lazy_pattern(r"\s{0,4}[|»›>]\s{0,4}|\s[-–—]\s|:\s")
_WEAK: Final = frozenset({"title", "tit", "headline", "tieude"})
_DATED: Final = 120
_SHOWN: Final = ("chi tiết", "nội dung chi tiết", "xem ", "in ")
_FEW: Final = 4


def find_title(
    lines: list[Line], first: int, told: int, declared: Declared
) -> tuple[str | None, int]:
    """Return the title and the index of its line, -1 where it is only declared.

    Args:
        lines: The lines of the page.
        first: Index of the first line of the text.
        told: Index of its first line that is as long as one of a paragraph.
        declared: What the page declares.
    """
    names = [name for name in declared.titles if name]
    tops = [
        (at, line.text)
        for at, line in enumerate(lines)
        if line.kind == "h1" and len(line.text) < _TITLE and not _is_of_site(line, declared)
    ]
    if tops:
        best = max(tops, key=lambda top: (_shared(top[1], names), top[0] <= first, top[0]))
        same = _shared(best[1], names) > 0.5
        if same or (best[0] <= first + _OVER and len(best[1].split()) > 2):
            return best[1], best[0]
    reach = lines[: first + 3]
    same_letters = set(map(letters, names))
    for at, line in enumerate(reach):
        same = len(line.text) < _TITLE and letters(line.text) in same_letters
        if same and not is_site(line.text, declared):
            return line.text, at
    if (inside := _inside(reach, names, declared)) is not None:
        return lines[inside].text, inside
    names = [name for name in names if not _is_general(name, declared)]
    if not any(len(name.split()) > 1 for name in names):  # a word is a site's name
        shown = _shown(lines, told, declared)
        if shown is not None or not names:
            return (None, -1) if shown is None else (lines[shown].text, shown)
    return names[0], -1


def is_site(text: str, declared: Declared) -> bool:
    """Whether a title is the name of the site rather than that of an article."""
    words = text.lower()
    named = letters(text) == letters(declared.site or "")
    return named or (words.startswith(SITES) and len(words.split()) <= _SITE_WORDS)


def _is_of_site(line: Line, declared: Declared) -> bool:
    """Whether a heading of the first level is that of the site, or of a box of the page."""
    return is_site(line.text, declared) or is_label(line)


def _is_general(name: str, declared: Declared) -> bool:
    """Whether a declared title names the site, or what stands in any of its pages."""
    return all(
        part.lower() in markup().general_titles
        or (part.lower().startswith(_SHOWN) and len(part.split()) <= _FEW)
        or is_site(part, declared)
        or (part.lower().startswith(phrases().sites) and len(part.split()) <= _PORTAL_WORDS)
        for part in map(str.strip, _PARTS.split(name))
        if part
    )


def _inside(lines: list[Line], names: list[str], declared: Declared) -> int | None:
    """Return the index of the longest line that is most of a declared title, the site aside."""
    best, longest = None, 0
    told = list(map(letters, names))
    for at, line in enumerate(lines):
        if len(line.text) > _TITLE:
            continue
        words = letters(line.text)
        if len(words) <= longest or len(line.text.split()) < _BEFORE or line.is_link:
            continue
        part = any(words in name and len(words) > _WHOLE * len(name) for name in told)
        if part and not is_site(line.text, declared):
            best, longest = at, len(words)
    return best


def _shown(lines: list[Line], told: int, declared: Declared) -> int | None:
    """Return the index of the line that looks most like the title over the text of a page."""
    best, most = None, _STRONG - 1
    for at in range(told, max(-1, told - _FAR), -1):
        line = lines[at]
        words = len(line.text.split())
        if line.is_link or line.related or not 2 < words <= _MOST_WORDS:
            continue
        if len(line.text) > _TITLE or line.text.endswith((".", "…", ";")) or _is_dated(line):
            continue
        if is_label(line) or _is_general(line.text, declared):
            continue
        weight = _weight(line, lines[at + 1 : at + 3], near=at > told - _OVER)
        weight += 2 * (at > 0 and at > told - _BEFORE - 1 and _is_dated(lines[at - 1]))
        if weight > most:
            best, most = at, weight
    return best


def _weight(line: Line, after: list[Line], *, near: bool) -> int:
    """Return how much a line looks like a title."""
    weight = {"heading": 3, "bold": 2}.get(line.kind or "", 0) if near else 0
    weight += 2 * any(map(_is_dated, after))
    if line.element is not None and words_of(line.element) & _WEAK:
        weight += 1
    return weight + (line.title_like and near)


def _is_dated(line: Line) -> bool:
    """Whether a line tells the day of the page."""
    if line.kind == "published" or line.moment:
        return True
    return len(line.text) < _DATED and "published" in (read_byline(line.text) or {})


def _shared(text: str, names: list[str]) -> float:
    words = set(text.lower().split())
    return max(
        (len(words & set(name.lower().split())) / max(len(words), 1) for name in names), default=0.0
    )
