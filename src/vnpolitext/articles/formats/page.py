"""HTML pages: the article, and what the page says about itself."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final
from urllib.parse import unquote

from vnpolitext.articles.draft import Draft, Reading
from vnpolitext.articles.formats.html.beside import (
    NEAR,
    OF_ITSELF,
    STANDFIRST,
    class_of,
    find_author,
    find_lead,
    is_ago,
    is_byline,
    shown_date,
)
from vnpolitext.articles.formats.html.charset import decode_page
from vnpolitext.articles.formats.html.content import (
    LINKS,
    article_lines,
    count_links,
    count_listed,
    letters,
)
from vnpolitext.articles.formats.html.declared import Declared, read_declared
from vnpolitext.articles.formats.html.fonts import convert_fonts
from vnpolitext.articles.formats.html.lines import Line, read_lines
from vnpolitext.articles.formats.html.looks import CAPTION
from vnpolitext.articles.formats.html.office import is_office_page, join_words
from vnpolitext.articles.formats.html.pictures import shows_picture
from vnpolitext.articles.formats.html.titles import find_title
from vnpolitext.articles.formats.html.tree import drop_chrome, parse
from vnpolitext.articles.legacy import is_old_name
from vnpolitext.layout.marks import is_name

_BODY_KINDS: Final = frozenset({"lead", "heading", "caption", "quote", "table", "footnote"})
_SHORT: Final = 1000
_OPENING: Final = 4


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
    if is_office_page(root, source):
        return _office_page(root, chosen)
    if frames := [frame.get("src") for frame in root.iter("frame") if frame.get("src")]:
        raise ValueError(f"a page of frames; its text stands in {unquote(', '.join(frames[:5]))}")
    declared = read_declared(root)
    drop_chrome(root)
    lines = read_lines(root)
    chosen_lines = article_lines(root, lines, declared.titles, is_news=declared.is_article)
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
    join_words(root)
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
    title, title_at = find_title(lines, first, places[id(opening)], declared)
    if first < title_at:  # what stands over the title is no text
        chosen = [line for line in chosen if places[id(line)] >= title_at] or chosen
        first = places[id(chosen[0])]
    head = lines[max(0, title_at if title_at >= 0 else first - NEAR) : first]
    chosen = [
        line for line in chosen if line.kind != "h1" and letters(line.text) != letters(title or "")
    ]
    lead = find_lead(head, chosen, declared, title)
    draft = Draft()
    if title:
        draft.add(title, "title")
        draft.add("")
    if lead is not None and lead not in chosen:
        draft.add(lead.text, "lead")
    for line in head:
        if line.kind == "caption":
            draft.add(line.text, "caption")
    author = find_author(lines, chosen, first, title_at, declared)
    head_of_text = set(map(id, chosen[:_OPENING]))
    told = [line for line in chosen if not (id(line) in head_of_text and is_byline(line))]
    told = [line for line in told if line.kind not in OF_ITSELF and not is_ago(line)]
    # A page sets its standfirst apart; where it sets none apart, the first paragraph is none.
    shown = {id(line) for at, line in enumerate(told) if shows_picture(told, at)}
    plain = next((line for line in told if _is_plain(line) and id(line) not in shown), None)
    plain = plain if lead is None else None
    usual = Counter(class_of(line) for line in told if _is_plain(line)).most_common(1)
    for line in told:
        kind = "paragraph" if line is plain else _kind(line, lead)
        unlike = line.under_picture and usual and _is_unlike(line, usual[0][0])
        if kind is None and (unlike or id(line) in shown):
            kind = "caption"
        draft.add(line.text, kind)
    metadata = {
        "title": title,
        "author": author,
        "published": declared.published or shown_date(lines, first, title_at),
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


def _is_unlike(line: Line, usual: str) -> bool:
    """Whether a short line has a class of its own, unlike the paragraphs of the text."""
    short = len(line.text) < CAPTION and not line.text.isupper()
    return short and class_of(line) not in ("", usual)


def _is_plain(line: Line) -> bool:
    return line.kind in (None, "lead") and len(line.text) > STANDFIRST and not line.is_link
