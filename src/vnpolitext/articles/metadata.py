"""Metadata of an article, read from its blocks."""

import re
import unicodedata
import warnings
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, Final

from vnpolitext.errors import documents_with
from vnpolitext.layout.bylines import read_byline
from vnpolitext.layout.dates import find_date
from vnpolitext.layout.marks import are_names, is_initials, is_name
from vnpolitext.layout.parts.tail import credited
from vnpolitext.layout.phrases import phrases
from vnpolitext.layout.records import Block
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.view import View
from vnpolitext.vocabulary import office_at_start, title_at_start

FIELDS: Final = ("title", "published", "author", "source", "url", "views")
_READ: Final = (*FIELDS, "province")
_ALIKE: Final = 0.85
_SITE: Final = lazy_pattern(
    r"\(((?:[\w-]+\.){1,4}[a-z]{2,6}|[a-z]{4,30}"
    r"|(?:Báo|Cổng|Trang|Đài|Tạp chí|TTXVN|VOV|VTV)[^()]{0,40})\)\s?[-–:]"
)
_TAKEN_OVER: Final = lazy_pattern(r"\((?:theo|nguồn:?) ([^()]{2,60})\)$", re.IGNORECASE)
_GLUED: Final = lazy_pattern(r"(\w)\*{2,8}(\w)(\w)")
_MARK: Final = lazy_pattern(r"\([^()]{1,20}\)\s?(?=\S)")
_GAP: Final = lazy_pattern(r"\s{3,}")
_MOST_COLUMNS: Final = 3
_TITLE_LABEL: Final = lazy_pattern(
    r"(?:tiêu đề|tên bài|tít|title|headline)\s?:\s?(?=\S)", re.IGNORECASE
)
_CELLS: Final = lazy_pattern(r"\s{4,}|[\n|]")


def find_metadata(blocks: Iterable[Block]) -> dict[str, Any]:
    r"""Return what the blocks of a page tell about it.

    The keys ``title``, ``published``, ``author``, ``source``, ``url`` and ``views`` are always
    there, with ``None`` where the page is silent; ``updated``, ``editor``, ``section`` and
    ``number`` only where the page has them. Values are composed (NFC) with single spaces;
    ``published`` is an ISO 8601 date or date-time in local time.

    Example:
        >>> from vnpolitext.layout import find_blocks
        >>> page = "Xã Mây họp\n14/05/2021 03:22 PM - Lượt xem: 1.204\n\nSáng nay, xã họp."
        >>> found = find_metadata(find_blocks(page))
        >>> found["title"], found["published"], found["views"]
        ('Xã Mây họp', '2021-05-14T15:22:00', 1204)
    """
    found: dict[str, Any] = dict.fromkeys(FIELDS)
    for block in documents_with(blocks, "kind", "text", wanted="the blocks of a page are wanted"):
        if block.kind == "title" and found["title"] is None:
            found["title"] = _TITLE_LABEL.sub("", clean(block.text))
        elif block.kind == "byline":
            _from_byline(found, block.text)
        elif block.kind == "boilerplate":
            _from_chrome(found, block.text)
        elif block.kind in ("lead", "paragraph") and found["source"] is None:
            if site := _SITE.match(block.text.lstrip(" *")):
                found["source"] = clean(site[1])
        elif block.kind == "signature":
            _from_signature(found, block.text)
    return found


def tell_misspelt(fields: Iterable[str]) -> None:
    """Warn of fields from outside that look like one that is read, and are none."""
    for field in sorted(set(map(str, fields)).difference(_READ)):
        for meant in get_close_matches(field.strip().lower(), _READ, n=1, cutoff=_ALIKE):
            told = f"metadata: the field {field!r} is kept, but it is {meant!r} that is read"
            warnings.warn(told, UserWarning, stacklevel=2)


def clean(text: str) -> str:
    """Return ``text`` composed, without emphasis and invisible characters, with single spaces."""
    parted = _GLUED.sub(_part, text)
    dropped = re.sub("[\u00ad\u200b\u200c\u200d\u2060\ufeff*]", "", parted)
    return " ".join(unicodedata.normalize("NFC", dropped).split())


def _part(match: re.Match[str]) -> str:
    """Part the kind of a document in capitals from the subject that the page has set below it."""
    before, after, next_ = match.groups()
    new_line = before.isupper() and after.isupper() and next_.islower()
    return f"{before} {after}{next_}" if new_line else match[0]


def _from_byline(found: dict[str, Any], text: str) -> None:
    folded = View.of(text).text
    letterhead = any(motto in " ".join(folded.lower().split()) for motto in phrases().mottos)
    for line in folded.split("\n"):
        words = " ".join(line.split())
        if told := _fields(words, line):
            for field, value in told.items():
                if found.get(field) is None:
                    found[field] = value
        elif words.lower().startswith(phrases().sites):
            found["source"] = found["source"] or clean(line)
        elif words.startswith(("http://", "https://")):
            found["url"] = found["url"] or words
        elif found["author"] is None and not letterhead:
            found["author"] = _author(line)
    if found["published"] is None:
        found["published"] = find_date(" ".join(folded.lower().split()))


def _fields(words: str, line: str) -> dict[str, Any]:
    """Return what a line of metadata tells, as a whole or in the columns that gaps part."""
    if fields := read_byline(words):
        return dict(fields)
    found: dict[str, Any] = {}
    for cell in _GAP.split(line.strip())[:_MOST_COLUMNS]:
        found = {**(read_byline(" ".join(cell.split())) or {}), **found}
    return found


def _author(line: str) -> str | None:
    """Return the name at the head of a line of authors, titles and offices removed."""
    whole = clean(line)
    words = _without_titles(whole)
    name = re.split(r"\s[-–]\s|,\s(?=[^\W\d_])|\(", words)[0].strip()
    return name if is_name(name) and not (words == whole and words.isupper()) else None


def _without_titles(words: str) -> str:
    """Return a line without degrees and ranks at its head (*TS.*, *Thượng tá*)."""
    parts = words.split()
    while parts and (title := title_at_start(" ".join(parts).lower())) is not None:
        parts = parts[len(title.text.split()) :]
    return " ".join(parts)


def _from_chrome(found: dict[str, Any], text: str) -> None:
    if found["source"] is None:
        for line in text.splitlines():
            words = " ".join(View.of(line).lower.split())
            issuer = line.isupper() and office_at_start(words) is not None
            if issuer or words.startswith(phrases().sites):
                found["source"] = clean(line).strip(" •|")
                return


def _from_signature(found: dict[str, Any], text: str) -> None:
    lines = text.splitlines()
    if found["published"] is None:  # papers without a letterhead tell the day over the name
        found["published"] = (read_byline(clean(lines[0])) or {}).get("published")
    bared = (_without_titles(clean(line)) for line in lines)
    named = any(is_name(line) and not line.isupper() for line in bared)
    for raw in lines:
        line = clean(raw)
        words = line.lower()
        if words.startswith(phrases().takeovers) and not found["source"]:
            takeover = next(phrase for phrase in phrases().takeovers if words.startswith(phrase))
            found["source"] = line[len(takeover) :].strip(" .:")
            continue
        if not found["source"] and (taken := _TAKEN_OVER.search(line)):
            found["source"] = taken[1].strip(" .:")
        signs_for = words.replace(".", " ").split()[:1]
        if found["author"] is not None or not phrases().delegations.isdisjoint(signs_for):
            continue
        if name := credited(line):
            found["author"] = name
            continue
        for cell in reversed(_CELLS.split(raw)):
            words = _MARK.sub("", clean(cell), count=1)
            bare = _without_titles(words.partition("(")[0].strip(" .*"))
            if (
                bare[:1].isalpha()
                and are_names(bare)
                and not (named and bare.isupper())  # an office over the name
                and office_at_start(bare.lower()) is None
            ):
                found["author"] = bare
                break
        else:
            if is_initials(line.strip(" .")) and "." in line:
                found["author"] = line.strip()
