"""What the classes of elements say; see the notes in ``markup.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from vnpolitext.models import ModelError, model_file, read_toml

_LONGEST: Final = 400


@dataclass(frozen=True, slots=True)
class Markup:
    """Words of classes and ids, by what they mark."""

    title: frozenset[str]
    lead: frozenset[str]
    caption: frozenset[str]
    pictures: frozenset[str]
    author: frozenset[str]
    published: frozenset[str]
    body: frozenset[str]
    chrome: frozenset[str]
    chrome_parts: frozenset[str]
    chrome_tags: frozenset[str]
    unread_tags: frozenset[str]
    chrome_roles: frozenset[str]
    related: frozenset[str]


@lru_cache(maxsize=1)
def markup() -> Markup:
    """Return the shipped words, read once.

    Raises:
        ModelError: The file lacks a list.
    """
    path = model_file("articles", "vietnamese-pages", "markup.toml")
    data = read_toml(path)

    def words(table: str, key: str = "classes") -> frozenset[str]:
        found = data.get(table, {}).get(key)
        if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
            raise ModelError(f"{path}: [{table}] {key} must be a list of words")
        return frozenset(found)

    return Markup(
        title=words("title"),
        lead=words("lead"),
        caption=words("caption"),
        pictures=words("caption", "pictures"),
        author=words("author"),
        published=words("published"),
        body=words("body"),
        chrome=words("chrome"),
        chrome_parts=words("chrome", "parts"),
        chrome_tags=words("chrome", "tags"),
        unread_tags=words("chrome", "unread"),
        chrome_roles=words("chrome", "roles"),
        related=words("chrome", "related"),
    )


def words_of(element: Any) -> frozenset[str]:
    """Return the classes and the id of an element, whole and in their parts, in lower case.

    >>> from lxml import html
    >>> sorted(words_of(html.fragment_fromstring('<p class="article__sapo" id="x">a</p>')))
    ['article', 'article__sapo', 'sapo', 'x']
    """
    value = _value(element)
    return _split(value[:_LONGEST].lower()) if value != " " else frozenset()


def is_of_site(element: Any) -> bool:
    """Whether the classes and the id of an element say that it belongs to the site.

    >>> from lxml import html
    >>> [is_of_site(html.fragment_fromstring(f"<p class='{name}'>")) for name in ("nav", "a-nav")]
    [True, False]
    """
    value = _value(element)
    return value != " " and _names_site(value)


def _value(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


@lru_cache(maxsize=4096)
def _names_site(value: str) -> bool:
    rules = markup()
    words = value.lower().split()
    whole = not rules.chrome.isdisjoint(words)
    return whole or not rules.chrome_parts.isdisjoint(_split(value[:_LONGEST].lower()))


@lru_cache(maxsize=4096)
def _split(value: str) -> frozenset[str]:
    whole = value.split()
    parts = (part for word in whole for part in re.split(r"[-_]+", word))
    return frozenset((*whole, *parts)) - {""}
