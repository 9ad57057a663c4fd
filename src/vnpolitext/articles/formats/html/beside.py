"""What stands beside the title of a page: standfirst, author, day and time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vnpolitext.articles.formats.html.content import letters
from vnpolitext.articles.formats.html.declared import Declared, personal
from vnpolitext.articles.formats.html.lines import Line
from vnpolitext.layout.bylines import read_byline
from vnpolitext.layout.dates import DATE, TIME, find_date, iso, local_date, read_time
from vnpolitext.layout.marks import are_names
from vnpolitext.text.patterns import lazy_pattern

NEAR: Final = 25
STANDFIRST: Final = 60
OF_ITSELF: Final = frozenset({"author", "published"})
_AGO: Final = lazy_pattern(r"\d{1,3} (?:giây|phút|giờ|tiếng|ngày|tuần|tháng|năm) trước")
_BEHIND_NAME: Final = lazy_pattern(r",\s*\d|\d|\s\|\s")
# What a box tells of the author; in the text such a sentence tells of somebody else's.
_NOTE: Final = lazy_pattern(
    r"[*(\s]{0,3}(?:về )?tác giả(?: bài viết)?[:,]? (\S.{3,60}?),? "
    r"(?:là|hiện|hiện là|nguyên|từng|đang|sinh)\s",
    re.IGNORECASE,
)
_WRITTEN: Final = lazy_pattern(
    r"\b(?:tác giả(?: bài viết)?|người (?:viết|đăng)|(?:được )?(?:viết|đăng|gửi) bởi|(?<=\d )bởi)"
    r"\s{0,2}:?\s{1,2}(\S[^|\d]{3,60})",
    re.IGNORECASE,
)
_LEAD: Final = 40
_SHORTEST: Final = 30
_BYLINE: Final = 160
_WORDS: Final = 12
_FEWEST: Final = 2
_FIRST: Final = lazy_pattern(r"first|drop|normal|cap\b")
_ENDS: Final = (".", "…", "!", "?")
_DAY: Final = 10
_ROOTS: Final = frozenset({"body", "html"})
_FIGURES: Final = lazy_pattern(r"\d[\d\s/:.,-]*")
_DIGITS: Final = lazy_pattern(r"[\W\d_]+")


def find_lead(
    head: list[Line], chosen: list[Line], declared: Declared, title: str | None
) -> Line | None:
    """Return the line of the standfirst, before the text or at its head.

    Args:
        head: The lines from the title on to the text.
        chosen: The lines of the text.
        declared: What the page declares.
        title: The title.
    """
    described = letters(declared.description)
    opening = [line for line in chosen if len(line.text) >= _SHORTEST and not is_byline(line)]
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
    if opening and len(opening[0].text) > STANDFIRST and _is_apart(opening):
        return opening[0]
    if not head or head[0].kind not in ("h1", "heading", "bold", None):
        return None
    long = (line for line in head[1:] if len(line.text) > _LEAD and not tells_of_itself(line))
    under = next(long, None)
    set_apart = under is not None and under.kind in ("heading", "bold") and not under.is_link
    if under and set_apart and (head[0].kind == "h1" or under.text.endswith(_ENDS)):
        return under
    # A paragraph between title and text, where nothing says what it is.
    told = [line for line in head[1:] if line.kind is None and not line.related]
    told = [line for line in told if len(line.text) > STANDFIRST and not line.linked]
    told = [line for line in told if not tells_of_itself(line)]
    return told[0] if len(told) == 1 and told[0].text.endswith(_ENDS) else None


def _is_apart(lines: list[Line]) -> bool:
    """Whether the first paragraph looks otherwise than those after it."""
    first, *others = lines
    if first.strong:
        return True
    after = [line for line in others if len(line.text) > STANDFIRST and line.kind is None]
    if first.kind is not None or not after:
        return False
    if first.slanted and not after[0].slanted:
        return True
    own, *rest = map(class_of, (first, *after))
    if len(rest) < _FEWEST or len(set(rest)) > 1 or own in ("", rest[0]) or _FIRST.search(own):
        return False
    return bool(rest[0]) or {first.element.tag} != {line.element.tag for line in after}


def class_of(line: Line) -> str:
    """Return the class of the element that holds a line."""
    return (line.element.get("class") or "").lower() if line.element is not None else ""


def tells_of_itself(line: Line) -> bool:
    """Whether a line of short elements names author or date."""
    if line.kind in OF_ITSELF or any(kind is not None for kind, _ in line.parts):
        return True
    return len(line.text) < _BYLINE and read_byline(line.text) is not None


def is_byline(line: Line) -> bool:
    """Whether a line of the text only says who wrote it, and when."""
    if line.kind in OF_ITSELF:
        return True
    if len(line.text) >= _BYLINE or line.text.endswith((".", "…")):
        return False
    fields = read_byline(line.text)
    if fields is not None and "published" in fields and "number" not in fields:
        return True
    if line.kind is None and _is_note(line) and "T" in (find_date(line.text.lower()) or ""):
        return True
    told = sum(len(text) for kind, text in line.parts if kind is not None)
    left = len(_DIGITS.sub("", line.text)) - told
    return bool(told) and left <= max(told, _LEAD)


def is_ago(line: Line) -> bool:
    """Whether a line is an element ``time`` that tells how long ago something was written."""
    words = line.text[len(line.mark) :]
    timed = any(kind == "published" and words == text for kind, text in line.parts)
    return timed and _AGO.fullmatch(words.lower()) is not None


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


def find_author(
    lines: list[Line], chosen: list[Line], first: int, title_at: int, declared: Declared
) -> str | None:
    """Return who wrote the article: declared, marked or told near the title or at the end.

    Args:
        lines: The lines of the page.
        chosen: Those of the text.
        first: Index of its first line.
        title_at: Index of the title, -1 where it is not shown.
        declared: What the page declares.
    """
    for name in declared.authors:
        if found := personal(name, declared.site):
            return found
    last = first + len(chosen)
    start = title_at if title_at >= 0 else max(0, first - NEAR)
    marked = (name for line in lines[start : last + NEAR] for name in _marked_names(line))
    if found := next(filter(None, (personal(name, declared.site) for name in marked)), None):
        return found
    if found := _told_author(lines[start : first + 3], declared):
        return found
    if title_at >= 0:
        for at, line in enumerate(lines[title_at + 1 : first + 2], title_at + 1):
            plain = line.kind in (None, "bold") and not (line.is_link or line.related)
            plain = plain and not line.text.isupper()
            # In the text a name stands beside a day.
            plain = plain and (at < first or find_date(line.text.lower()) is not None)
            name = _beside_figures(line.text) if plain and _is_note(line) else ""
            if are_names(name):
                return personal(name, declared.site)
    inside = {id(line) for line in chosen[:-1]}
    beside = [line for line in lines[start : last + NEAR] if id(line) not in inside]
    notes = filter(None, (_NOTE.match(line.text) for line in beside))
    noted = next(filter(None, (personal(note[1], declared.site) for note in notes)), None)
    return noted or _told_author([line for line in beside if not line.is_link], declared)


def _marked_names(line: Line) -> Iterator[str]:
    """Yield the words of a line that are marked as the author's name."""
    names = [text for kind, text in line.parts if kind == "author"]
    if line.kind == "author" and len(line.text) < _BYLINE:
        names.append(line.text)
    return (_BEHIND_NAME.split(name)[0] for name in names)


def _beside_figures(text: str) -> str:
    """Return the words before or behind the day in a line, all of it where there is none.

    >>> _beside_figures("Lò Hoa - 14/05/2021"), _beside_figures("14/05/2021 08:05 | Lò Hoa")
    ('Lò Hoa', 'Lò Hoa')
    """
    day = DATE.search(text.lower())
    words = f"{text[: day.start()]}0{text[day.end() :]}" if day else text
    parts = (part.strip(" -–|,:.()") for part in _FIGURES.split(words))
    return next(filter(None, parts), "")


def _told_author(lines: list[Line], declared: Declared) -> str | None:
    """Return the author that a short line tells behind a label."""
    for line in lines:
        if len(line.text) >= _BYLINE:
            continue
        told = (read_byline(line.text) or {}).get("author")
        if isinstance(told, str) and (found := personal(told, declared.site)):
            return found
        written = _WRITTEN.search(line.text)
        if written and (found := personal(_BEHIND_NAME.split(written[1])[0], declared.site)):
            return found
    return None


def shown_date(lines: list[Line], first: int, title_at: int) -> str | None:
    """Return the date in a line of metadata beside the title.

    Over the title stands the day on which a page was looked at, too; a date of the article is
    marked there, or stands in one box with the title.

    Args:
        lines: The lines of the page.
        first: Index of the first line of the text.
        title_at: Index of the title, -1 where it is not shown.
    """
    start = max(0, (title_at if title_at >= 0 else first) - 5)
    top = max(start, title_at)
    above = [line for line in lines[start:top] if _is_with(line, lines[title_at])]
    for near in (lines[top : first + 3], above):
        for line in sorted(near, key=lambda line: line.kind != "published"):
            if len(line.text) < _BYLINE and (found := _date_of(line)):
                return _with_time(found, line, near)
    if title_at >= 0:
        between = (line for line in lines[title_at + 1 : first + 2] if _is_note(line))
        return next(filter(None, (find_date(line.text.lower()) for line in between)), None)
    return None


def _with_time(day: str, line: Line, near: list[Line]) -> str:
    """Return a day with the time that a line of its own tells after it."""
    at = next(at for at, other in enumerate(near) if other is line)
    after = near[at + 1].text.strip(" -|,") if at + 1 < len(near) else ""
    clock = TIME.fullmatch(after.lower()) if "T" not in day else None
    return iso(day, read_time(clock)) or day if clock else day


def _is_note(line: Line) -> bool:
    """Whether a line between title and text is no sentence: few words beside figures."""
    if len(line.text) >= _BYLINE or line.kind == "lead" or line.text.endswith((".", "…", "!", "?")):
        return False
    return len(_DIGITS.sub(" ", line.text).split()) <= _WORDS


def _date_of(line: Line) -> str | None:
    parts = (text for _, text in line.parts)
    fields = next(filter(None, map(read_byline, (line.text, *parts))), None) or {}
    day, moment = fields.get("published"), local_date(line.moment)
    if moment and (day is None or moment.startswith(str(day))):
        return moment
    if not isinstance(day, str):
        return None
    timed = find_date(line.text.lower()) if len(day) == _DAY and _is_note(line) else None
    return timed if timed and timed.startswith(day) else day


def _is_with(line: Line, title: Line) -> bool:
    """Whether a line over the title is marked as a date, or stands in one box with it."""
    if line.kind == "published" or line.moment:
        return True
    box = line.element.getparent() if line.element is not None else None
    around = list(title.element.iterancestors())[:2]
    return box is not None and box.tag not in _ROOTS and any(box is above for above in around)
