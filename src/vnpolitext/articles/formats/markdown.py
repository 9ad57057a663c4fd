"""Text files: front matter, in which they say what they are, and a body in HTML."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import Any, Final

from vnpolitext.articles.draft import Reading
from vnpolitext.articles.escapes import unescape_letters
from vnpolitext.articles.formats.fragment import is_fragment, read_body
from vnpolitext.layout import Block
from vnpolitext.layout.dates import local_date
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.values import says_nothing

_TOML: Final = lazy_pattern(
    r"\+\+\+[ \t]*\r?\n((?:(?!\+\+\+)[^\n]{0,2000}\n){0,60}?)\+\+\+[ \t]*(?:\r?\n|$)"
)
_FRONT: Final = lazy_pattern(
    r"---[ \t]*(?:json5?|ya?ml|toml)?[ \t]*\r?\n"
    r"((?:(?!---)[^\n]{0,2000}\n){0,60}?)---[ \t]*(?:\r?\n|$)",
    re.IGNORECASE,
)
_JSON: Final = lazy_pattern(
    r";;;[ \t]*(?:json)?[ \t]*\r?\n((?:(?!;;;)[^\n]{0,2000}\n){0,60}?);;;[ \t]*(?:\r?\n|$)",
    re.IGNORECASE,
)
_AFTER: Final = lazy_pattern(r"[ \t]*(?:\r?\n|$)")
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
            "ngay_ban_hanh",
            "ngày ban hành",
        ),
        "published",
    ),
    **dict.fromkeys(("tac_gia", "tác giả", "authors", "by"), "author"),
    **dict.fromkeys(("nguon", "nguồn", "site", "publisher"), "source"),
    **dict.fromkeys(("link", "permalink"), "url"),
    **dict.fromkeys(("tieu_de", "tiêu đề", "headline"), "title"),
    **dict.fromkeys(
        ("so_hieu", "số hiệu", "so_ky_hieu", "số ký hiệu", "số, ký hiệu", "document_number"),
        "number",
    ),
}
_TEXTS: Final = frozenset({"title", "author", "source", "url", "number", "published"})


@dataclass(frozen=True, slots=True)
class _Front:
    """What stands before a text: all of it, and what is between its rules."""

    whole: str
    inner: str


def read_front_matter(text: str) -> dict[str, Any]:
    r"""Return the ``key: value`` lines between two ``---`` lines at the head of a text.

    Lines between two named rules (``----- METADATA -----``) count as well, and so does an object of
    JSON there, between ``---json`` or ``;;;``, or alone at the head. Names that others use for our
    fields are ours; a moment is one in Vietnam.

    Example:
        >>> read_front_matter("---\ntitle: Xã Mây họp\ndate: 14/5/2021\nviews: 12\n---\nSáng nay …")
        {'title': 'Xã Mây họp', 'published': '2021-05-14', 'views': 12}
    """
    return _fields(_front(text))


def has_front_matter(text: str) -> bool:
    """Whether something stands before the text that tells what it is."""
    return _front(text) is not None


def read_text(text: str, encoding: str) -> Reading:
    """Return a text with its front matter as metadata; in the text it is boilerplate.

    Where the text behind it is HTML, its lines are those that a browser shows; letters of any other
    text may still be escaped.
    """
    if not is_fragment(text) and (escaped := unescape_letters(text)):
        text, encoding = escaped
    front = _front(text)
    head = front.whole if front else ""
    known = {**_fields(front), "encoding": encoding}
    roles: tuple[Block, ...] = ()
    if words := head.strip():
        start = head.index(words)
        roles = (Block(start, start + len(words), words, "boilerplate"),)
    body = read_body(text[len(head) :])
    if inside := body.metadata.get("encoding"):
        known["encoding"] = f"{inside}+{encoding}"
    shift = len(head)
    moved = (replace(role, start=role.start + shift, end=role.end + shift) for role in body.roles)
    return Reading(head + body.text, known, (*roles, *moved))


def _fields(front: _Front | None) -> dict[str, Any]:
    values = _object(front.inner) or _pairs(front.inner) if front else {}
    found: dict[str, Any] = {}
    for key, value in values.items():
        name = _NAMES.get(key.lower(), key.lower())
        if name in _TEXTS and isinstance(value, str):
            if says_nothing(value):
                continue
            value = (local_date(value) or value) if name == "published" else value.strip()  # noqa: PLW2901
        found.setdefault(name, value)
    return found


def _object(text: str) -> dict[str, Any]:
    if not text.lstrip().startswith("{"):
        return {}
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return _told(value)


def _told(values: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an object that are words or numbers, lists of names as one line."""
    lines = {key: ", ".join(value) if _is_list(value) else value for key, value in values.items()}
    return {
        key: value
        for key, value in lines.items()
        if isinstance(value, str | int | float) and value != ""
    }


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _front(text: str) -> _Front | None:
    for form in (_FRONT, _TOML, _JSON, _SECTION):
        if match := form.match(text):
            return _Front(match[0], match[1] or "")
    return _bare_object(text)


def _bare_object(text: str) -> _Front | None:
    """Return an object of JSON that stands alone at the head of a text and has a title or date."""
    if not text.startswith("{"):
        return None
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    names = {_NAMES.get(key.lower(), key.lower()) for key in value}
    after = _AFTER.match(text, end)
    rest = text[after.end() :].lstrip() if after else ""
    if after is None or names.isdisjoint(("title", "published")) or rest[:1] in ("", "{"):
        return None
    return _Front(text[: after.end()], text[:end])


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
