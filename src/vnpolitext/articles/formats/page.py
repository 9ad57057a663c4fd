"""HTML pages: the article, and what the page says about itself."""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import unquote

from vnpolitext.articles.draft import Draft, Reading
from vnpolitext.articles.formats.html.charset import decode_page
from vnpolitext.articles.formats.html.content import (
    LINKS,
    article_lines,
    count_links,
    count_listed,
    letters,
)
from vnpolitext.articles.formats.html.declared import (
    SITES,
    Declared,
    personal,
    read_declared,
)
from vnpolitext.articles.formats.html.fonts import convert_fonts
from vnpolitext.articles.formats.html.lines import Line, read_lines
from vnpolitext.articles.formats.html.tree import drop_chrome, parse
from vnpolitext.articles.legacy import is_old_name
from vnpolitext.layout.bylines import read_byline
from vnpolitext.layout.dates import local_date
from vnpolitext.layout.marks import is_name
from vnpolitext.text.patterns import lazy_pattern

_OFFICE: Final = lazy_pattern(
    r"urn:schemas-microsoft-com:office:(?:word|excel)|content=[\"']?(?:Microsoft (?:Word|Excel)"
    r"|LibreOffice|OpenOffice|StarOffice|WPS Office|ABBYY FineReader|Aspose)"
    r"|class=[\"']?MsoNormal",
    re.IGNORECASE,
)
_HEAD: Final = 20_000
_BODY_KINDS: Final = frozenset({"lead", "heading", "caption", "quote", "table", "footnote"})
_BEHIND_NAME: Final = lazy_pattern(r"\s[-–|]\s|,\s*\d|\d")
# What a box tells of the author; in the text such a sentence tells of somebody else's.
_NOTE: Final = lazy_pattern(
    r"[*(\s]{0,3}(?:về )?tác giả(?: bài viết)?[:,]? (\S.{3,60}?),? "
    r"(?:là|hiện|hiện là|nguyên|từng|đang|sinh)\s",
    re.IGNORECASE,
)
_NEAR: Final = 25
_TITLE: Final = 300
_SHORT: Final = 1000
_OVER: Final = 8
_SITE_WORDS: Final = 8
_STANDFIRST: Final = 60
_LEAD: Final = 40
_SHORTEST: Final = 30
_OF_ITSELF: Final = frozenset({"author", "published"})
_ROOTS: Final = frozenset({"body", "html"})


def read_page(data: bytes, encoding: str | None = None) -> Reading:
    """Return the article of an HTML page, and its metadata.

    Of a page that Word or Excel has saved everything is read; of other pages the title, the
    standfirst, and the lines of the article with captions, headings, list numbers and tables.
    Title, author, date and site come from what the page declares, or shows beside the title.

    Raises:
        ValueError: The page has no article, lists others, or cannot be decoded.
        ImportError: lxml or trafilatura is not installed.
    """
    source, chosen = decode_page(data, encoding)
    root = parse(source)
    if fonts := convert_fonts(root, source, decoded=is_old_name(chosen.partition("+")[0])):
        chosen = "+".join((*sorted(fonts), chosen))
    if _OFFICE.search(source[:_HEAD]):
        return _office_page(root, chosen)
    if frames := [frame.get("src") for frame in root.iter("frame") if frame.get("src")]:
        raise ValueError(f"a page of frames; its text stands in {unquote(', '.join(frames[:5]))}")
    declared = read_declared(root)
    drop_chrome(root)
    lines = read_lines(root)
    chosen_lines = article_lines(root, lines, is_news=declared.is_article)
    if not chosen_lines:
        others = count_links(lines)
        if others >= LINKS:
            raise ValueError(f"a page that lists {others} others, no article")
        raise ValueError("an HTML page without article text")
    places = {id(line): at for at, line in enumerate(lines)}
    reach = lines[max(0, places[id(chosen_lines[0])] - 1) : places[id(chosen_lines[-1])] + 1]
    listed = count_listed(reach)
    short = sum(len(line.text) for line in chosen_lines) < _SHORT
    if not listed and short and not declared.is_article and count_links(lines) >= LINKS:
        listed = count_links(lines)
    if listed:
        raise ValueError(f"a page that lists {listed} others, no article")
    return _article(lines, chosen_lines, declared, chosen)


def _office_page(root: Any, encoding: str) -> Reading:
    main = next(
        (link.get("href") for link in root.iter("link") if link.get("rel") == "Main-File"), None
    )
    draft = Draft()
    lines = read_lines(root)
    if main and not any(line.kind == "table" for line in lines):
        raise ValueError(f"a part of a saved page, no article; the text belongs to {unquote(main)}")
    for line in lines:
        kind = line.kind if line.kind in ("table", "footnote") else None
        draft.add(line.text, "heading" if line.kind in ("h1", "heading") else kind)
    reading = draft.reading({"encoding": encoding})
    if not reading.text.strip():
        raise ValueError("an HTML page without article text")
    return reading


def _article(lines: list[Line], chosen: list[Line], declared: Declared, encoding: str) -> Reading:
    places = {id(line): at for at, line in enumerate(lines)}
    first = places[id(chosen[0])]
    opening = next(filter(_is_plain, chosen), chosen[0])
    title, title_at = _title(lines, first, places[id(opening)], declared)
    if first < title_at:  # what stands over the title is no text
        chosen = [line for line in chosen if places[id(line)] >= title_at] or chosen
        first = places[id(chosen[0])]
    head = lines[max(0, title_at if title_at >= 0 else first - _NEAR) : first]
    chosen = [
        line for line in chosen if line.kind != "h1" and letters(line.text) != letters(title or "")
    ]
    lead = _lead(head, chosen, declared, title)
    draft = Draft()
    if title:
        draft.add(title, "title")
        draft.add("")
    if lead is not None and lead not in chosen:
        draft.add(lead.text, "lead")
    for line in head:
        if line.kind == "caption":
            draft.add(line.text, "caption")
    author = _author(lines, chosen, first, title_at, declared)
    told = [line for line in chosen if line.kind not in _OF_ITSELF]
    # A page sets its standfirst apart; where it sets none apart, the first paragraph is none.
    plain = next(filter(_is_plain, told), None) if lead is None else None
    for line in told:
        draft.add(line.text, "paragraph" if line is plain else _kind(line, lead))
    metadata = {
        "title": title,
        "author": author,
        "published": declared.published or _shown_date(lines, first, title_at),
        "updated": declared.updated if declared.updated != declared.published else None,
        "source": declared.site,
        "url": declared.url,
        "section": declared.section,
        "encoding": encoding,
    }
    return draft.reading({key: value for key, value in metadata.items() if value})


def _kind(line: Line, lead: Line | None) -> str | None:
    if line is lead:
        return "lead"
    if line.kind == "bold":
        return None if is_name(line.text) else "heading"
    if line.kind == "lead":
        return None
    return line.kind if line.kind in _BODY_KINDS else None


def _title(lines: list[Line], first: int, told: int, declared: Declared) -> tuple[str | None, int]:
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
        if line.kind == "h1" and len(line.text) < _TITLE and not _is_site(line.text, declared)
    ]
    if tops:
        best = max(tops, key=lambda top: (_shared(top[1], names), top[0] <= first, top[0]))
        told = _shared(best[1], names) > 0.5
        if told or (best[0] <= first + _OVER and len(best[1].split()) > 2):
            return best[1], best[0]
    for at, line in enumerate(lines[: first + 3]):
        same = any(letters(line.text) == letters(name) for name in names)
        if same and not _is_site(line.text, declared):
            return line.text, at
    names = [name for name in names if not _is_site(name, declared)]
    if not any(len(name.split()) > 1 for name in names):  # a word is a site's name
        shown, at = _shown_title(lines, told)
        return (shown, at) if shown or not names else (names[0], -1)
    return names[0], -1


def _shown_title(lines: list[Line], told: int) -> tuple[str | None, int]:
    """Return the heading nearest over the text of a page whose window bears the site's name."""
    for at in range(told, max(-1, told - _OVER), -1):
        line = lines[at]
        set_apart = line.kind in ("heading", "bold") and not line.related
        if set_apart and len(line.text.split()) > 2 and len(line.text) < _TITLE:
            return line.text, at
    return None, -1


def _is_plain(line: Line) -> bool:
    return line.kind in (None, "lead") and len(line.text) > _STANDFIRST and not line.is_link


def _is_site(text: str, declared: Declared) -> bool:
    """Whether a title is the name of the site rather than that of an article."""
    words = text.lower()
    named = letters(text) == letters(declared.site or "")
    return named or (words.startswith(SITES) and len(words.split()) <= _SITE_WORDS)


def _shared(text: str, names: list[str]) -> float:
    words = set(text.lower().split())
    return max(
        (len(words & set(name.lower().split())) / max(len(words), 1) for name in names), default=0.0
    )


def _lead(
    head: list[Line], chosen: list[Line], declared: Declared, title: str | None
) -> Line | None:
    """Return the line of the standfirst, before the text or at its head."""
    described = letters(declared.description)
    opening = [
        line for line in chosen if len(line.text) >= _SHORTEST and line.kind not in _OF_ITSELF
    ]
    for line in (*head[1:], *opening[:3]):
        if line.is_link or len(line.text) < _SHORTEST:
            continue
        words = letters(line.text)
        if (line.kind == "lead" and not _is_teaser(line, title)) or (
            len(described) > 40
            and line.kind in (None, "heading", "bold")
            and _alike(words, described)
        ):
            return line
    if chosen and chosen[0].strong and len(chosen[0].text) > _STANDFIRST:
        return chosen[0]
    if not head or head[0].kind not in ("h1", "heading", "bold"):
        return None
    long = (line for line in head[1:] if len(line.text) > _LEAD and not _tells_of_itself(line))
    under = next(long, None)
    if under and under.kind == "heading" and head[0].kind == "h1" and not under.is_link:
        return under
    # A paragraph between title and text, where nothing says what it is.
    told = [line for line in head[1:] if line.kind is None and not line.related]
    told = [line for line in told if len(line.text) > _STANDFIRST and not line.linked]
    return told[0] if len(told) == 1 and told[0].text.endswith((".", "…", "!", "?")) else None


def _tells_of_itself(line: Line) -> bool:
    """Whether a line of short elements names author or date."""
    marked = any(kind is not None for kind, _ in line.parts)
    return marked or line.kind in _OF_ITSELF


def _is_teaser(line: Line, title: str | None) -> bool:
    """Whether a summary stands in a box under the heading of another page."""
    parent = line.element.getparent() if line.element is not None else None
    if parent is None or next(parent.iter("h1"), None) is not None:
        return False
    headings = [
        child.text_content()
        for child in parent
        if child is not line.element and child.tag in ("h3", "h4", "h5")
    ]
    return bool(headings) and letters(title or "") not in map(letters, headings)


def _alike(words: str, described: str) -> bool:
    return words.startswith(described[:60]) or described.startswith(words[:60])


def _author(
    lines: list[Line], chosen: list[Line], first: int, title_at: int, declared: Declared
) -> str | None:
    for name in declared.authors:
        if found := personal(name, declared.site):
            return found
    last = first + len(chosen)
    start = title_at if title_at >= 0 else max(0, first - _NEAR)
    for line in lines[start : last + _NEAR]:
        names = [text for kind, text in line.parts if kind == "author"]
        if line.kind == "author" and len(line.text) < 120:
            names.append(line.text)
        for name in names:
            if found := personal(_BEHIND_NAME.split(name)[0], declared.site):
                return found
    for line in lines[start : first + 3]:
        told = (read_byline(line.text) or {}).get("author") if len(line.text) < 120 else None
        if isinstance(told, str) and (found := personal(told, declared.site)):
            return found
    inside = {id(line) for line in chosen[:-1]}
    beside = (line for line in lines[start : last + _NEAR] if id(line) not in inside)
    notes = filter(None, (_NOTE.match(line.text) for line in beside))
    return next(filter(None, (personal(note[1], declared.site) for note in notes)), None)


def _shown_date(lines: list[Line], first: int, title_at: int) -> str | None:
    """Return the date in a line of metadata beside the title.

    Over the title stands the day on which a page was looked at, too; a date of the article is
    marked there, or stands in one box with the title.
    """
    start = max(0, (title_at if title_at >= 0 else first) - 5)
    top = max(start, title_at)
    above = [line for line in lines[start:top] if _is_with(line, lines[title_at])]
    for near in (lines[top : first + 3], above):
        for line in sorted(near, key=lambda line: line.kind != "published"):
            if len(line.text) < 120 and (found := _date_of(line)):
                return found
    return None


def _date_of(line: Line) -> str | None:
    parts = (text for _, text in line.parts)
    fields = next(filter(None, map(read_byline, (line.text, *parts))), None) or {}
    day, moment = fields.get("published"), local_date(line.moment)
    if moment and (day is None or moment.startswith(str(day))):
        return moment
    return day if isinstance(day, str) else None


def _is_with(line: Line, title: Line) -> bool:
    """Whether a line over the title is marked as a date, or stands in one box with it."""
    if line.kind == "published" or line.moment:
        return True
    box = line.element.getparent() if line.element is not None else None
    around = list(title.element.iterancestors())[:2]
    return box is not None and box.tag not in _ROOTS and any(box is above for above in around)
