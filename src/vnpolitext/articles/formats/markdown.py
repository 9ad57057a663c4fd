"""Front matter: what a text file says about itself before its text."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from vnpolitext.articles.draft import Reading
from vnpolitext.layout import Block
from vnpolitext.layout.dates import find_date
from vnpolitext.text.patterns import lazy_pattern

_TOML: Final = lazy_pattern(
    r"\+\+\+[ \t]*\r?\n((?:(?!\+\+\+)[^\n]{0,2000}\n){0,60}?)\+\+\+[ \t]*(?:\r?\n|$)"
)
_FRONT: Final = lazy_pattern(
    r"---[ \t]*\r?\n((?:(?!---)[^\n]{0,2000}\n){0,60}?)---[ \t]*(?:\r?\n|$)"
)
_RULE: Final = r"[-=*#~_]{3,40}[ \t]?[A-Z][A-Z _]{2,30}[-=*#~_]{3,40}[ \t]*\r?\n"
_SECTION: Final = lazy_pattern(
    rf"\s{{0,20}}{_RULE}(?:((?:(?![-=*]{{3}})[^\n]{{0,2000}}\n){{0,60}}?){_RULE})?"
)
_PAIR: Final = lazy_pattern(r"[ \t]*+([^\W\d][\w-]{0,40}(?: [\w-]{1,20}){0,3})[ \t]*+[:=](.*)")
_LIST: Final = lazy_pattern(r"[ \t]{0,8}-[ \t]{1,4}(\S.{0,200})")
_NUMBER: Final = lazy_pattern(r"[0-9]{1,18}")
_NAMES: Final = {
    **dict.fromkeys(
        (
            "date",
            "pubdate",
            "publish_date",
            "published_at",
            "published_time",
            "ngay_dang",
            "ngày đăng",
            "ngày",
            "ngày xuất bản",
        ),
        "published",
    ),
    **dict.fromkeys(("tac_gia", "tác giả", "authors", "by"), "author"),
    **dict.fromkeys(("nguon", "nguồn", "site", "publisher"), "source"),
    **dict.fromkeys(("link", "permalink"), "url"),
    **dict.fromkeys(("tieu_de", "tiêu đề", "headline"), "title"),
}


def read_front_matter(text: str) -> dict[str, Any]:
    r"""Return the ``key: value`` lines between two ``---`` lines at the head of a text.

    Lines between two named rules (``----- METADATA -----``) count as well, and so does an object of
    JSON there. Names that others use for our fields are ours.

    Example:
        >>> read_front_matter("---\ntitle: Xã Mây họp\ndate: 14/5/2021\nviews: 12\n---\nSáng nay …")
        {'title': 'Xã Mây họp', 'published': '2021-05-14', 'views': 12}
    """
    return _fields(_match(text))


def with_front_matter(text: str, encoding: str) -> Reading:
    """Return a text with its front matter as metadata; in the text it is boilerplate."""
    front = _match(text)
    roles: tuple[Block, ...] = ()
    if front and (words := front[0].strip()):
        start = text.index(words)
        roles = (Block(start, start + len(words), words, "boilerplate"),)
    return Reading(text, {**_fields(front), "encoding": encoding}, roles)


def _fields(front: re.Match[str] | None) -> dict[str, Any]:
    values = _object(front[1]) or _pairs(front[1]) if front and front[1] else {}
    found: dict[str, Any] = {}
    for key, value in values.items():
        name = _NAMES.get(key.lower(), key.lower())
        if name == "published" and isinstance(value, str):
            value = find_date(value.lower()) or value  # noqa: PLW2901
        found.setdefault(name, value)
    return found


def _object(text: str) -> dict[str, Any]:
    if not text.lstrip().startswith("{"):
        return {}
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return {
        key: item
        for key, item in value.items()
        if isinstance(item, str | int | float) and item != ""
    }


def _match(text: str) -> re.Match[str] | None:
    return _FRONT.match(text) or _TOML.match(text) or _SECTION.match(text)


def _pairs(text: str) -> dict[str, Any]:
    values: dict[str, str] = {}
    last = ""
    for line in text.splitlines():
        if (item := _LIST.match(line)) and last:
            values[last] = ", ".join(filter(None, (values.get(last), _bare(item[1]))))
        elif pair := _PAIR.match(line):
            last = pair[1]
            if value := _bare(pair[2]):
                values[last] = value
    return {key: int(value) if _NUMBER.fullmatch(value) else value for key, value in values.items()}


def _bare(value: str) -> str:
    """Return a value without the marks around a text or a list."""
    value = value.strip(" \t\r")
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(part.strip(" \"'") for part in value[1:-1].split(","))
    return value.strip("\"'")
