"""What the classes of elements say; see the notes in ``markup.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final

from vnpolitext.models import ModelError, model_file, read_toml
from vnpolitext.text.patterns import lazy_pattern

_ICONS: Final = frozenset({"i", "span", "em"})
_LONGEST: Final = 400
_MOST: Final = 4
_MARKS: Final = lazy_pattern(r"[-_]+")
_PARTS: Final = lazy_pattern(r"[A-ZĐ]?[^\W_A-ZĐ]+|[A-ZĐ]+(?![^\W_A-ZĐ])")


@dataclass(frozen=True)
class Markup:
    """Words of classes and ids without the marks in them, by what they mark."""

    title: frozenset[str]
    heading: frozenset[str]
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
    icons: frozenset[str]
    chrome_roles: frozenset[str]
    related: frozenset[str]
    other: frozenset[str]
    general_titles: frozenset[str]

    @cached_property
    def telling(self) -> frozenset[str]:
        """What says of an element which kind of line it holds."""
        return self.title | self.lead | self.caption | self.heading | self.author | self.published

    @cached_property
    def boxes(self) -> frozenset[str]:
        """What stands in lines of its own, even in an element that makes none."""
        return self.title | self.lead | self.caption | self.body


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

    def names(table: str, key: str = "classes") -> frozenset[str]:
        found = words(table, key)
        return found | {_MARKS.sub("", word) for word in found}

    return Markup(
        title=names("title"),
        heading=names("heading"),
        lead=names("lead"),
        caption=names("caption"),
        pictures=names("caption", "pictures"),
        author=names("author"),
        published=names("published"),
        body=names("body"),
        chrome=words("chrome"),
        chrome_parts=words("chrome", "parts"),
        chrome_tags=words("chrome", "tags"),
        unread_tags=words("chrome", "unread"),
        icons=words("chrome", "icons"),
        chrome_roles=words("chrome", "roles"),
        related=names("chrome", "related"),
        other=words("chrome", "other"),
        general_titles=words("title", "general"),
    )


def words_of(element: Any) -> frozenset[str]:
    """Return what the classes and the id of an element are made of, in lower case.

    Words are parted by marks and by capitals inside; of several, those at the end stand together,
    too, without marks. Where a class says that it is of other articles, only the whole counts.

    >>> from lxml import html
    >>> sorted(words_of(html.fragment_fromstring('<p class="article__sapo" id="lblTieuDe">a</p>')))
    ['article', 'article__sapo', 'articlesapo', 'de', 'lbl', 'lbltieude', 'sapo', 'tieu', 'tieude']
    """
    value = _value(element)
    return _split(value[:_LONGEST]) if value != " " else frozenset()


def is_of_site(element: Any) -> bool:
    """Whether the classes and the id of an element say that it belongs to the site.

    >>> from lxml import html
    >>> [is_of_site(html.fragment_fromstring(f"<p class='{name}'>")) for name in ("nav", "a-nav")]
    [True, False]
    """
    value = _value(element)
    return value != " " and _names_site(value)


def is_icon(element: Any) -> bool:
    """Whether an element holds no words, but the name of a picture that a font shows.

    >>> from lxml import html
    >>> is_icon(html.fragment_fromstring('<i class="material-icons">schedule</i>'))
    True
    """
    named = element.get("class") if element.tag in _ICONS else None
    if not named or len(element) or not (element.text or "").isascii():
        return False
    return not markup().icons.isdisjoint(named.lower().split())


def _value(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


@lru_cache(maxsize=4096)
def _names_site(value: str) -> bool:
    rules = markup()
    words = value.lower().split()
    whole = not rules.chrome.isdisjoint(words)
    return whole or not rules.chrome_parts.isdisjoint(_split(value[:_LONGEST]))


@lru_cache(maxsize=4096)
def _split(value: str) -> frozenset[str]:
    found: set[str] = set()
    other = markup().other
    for whole in value.split():
        parts = [part.lower() for part in _PARTS.findall(whole)]
        found.update((whole.lower(), *parts))
        if other.isdisjoint(parts):
            found.update(
                "".join(parts[at:]) for at in range(max(0, len(parts) - _MOST), len(parts))
            )
    return frozenset(found)
