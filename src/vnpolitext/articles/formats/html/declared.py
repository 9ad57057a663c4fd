"""What an HTML page declares about itself: JSON-LD, Open Graph, Dublin Core, ``meta``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit

from vnpolitext.layout.dates import local_date
from vnpolitext.layout.marks import are_names, is_name
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import listed

_DATES: Final = listed(
    "article:published_time, datepublished, pubdate, og:article:published_time, dc.date.issued, "
    "dcterms.created, dc.date, publish-date, publishdate, publish_date, article.published, date"
)
_AUTHORS: Final = ("article:author", "author", "dc.creator", "dc.author", "article.author")
_LONGEST: Final = 2_000_000
_ARTICLES: Final = ("article", "blogposting", "report", "liveblogposting")
_DOMAIN: Final = lazy_pattern(r"[\w-]+(?:\.[\w-]+){1,3}$")
_ORGANISATION: Final = lazy_pattern(
    r"\b(?:báo|tạp chí|công ty|cổng|trang|đài|tòa soạn|toà soạn|ban biên tập|admin|vccorp|news|"
    r"online|vnexpress|tên tác giả|super user|administrator|quản trị|webmaster|biên tập viên|"
    r"editor)\b",
    re.IGNORECASE,
)
_SITE: Final = lazy_pattern(r"(?<=\S) [-–|»] ([^-–|»]{2,80})$")
_LABEL: Final = lazy_pattern(
    r"(?:tác giả bài viết|tác giả|được viết bởi|viết bởi|đăng bởi|bài viết"
    r"|(?:bài|tin)(?:,? (?:và )?ảnh)?|người viết|người đăng|(theo)|thực hiện|phóng viên"
    r"|cộng tác viên|pv|ctv|by)\s{0,2}[:：]?\s+",
    re.IGNORECASE,
)
_SEVERAL: Final = lazy_pattern(r"\s[-–&/]\s|,\s|;\s|\svà\s")
_PARTS: Final = lazy_pattern(r"\s[-–|/]\s|[|/;(]|,\s(?=[^\W\d_])")
_PAIR: Final = lazy_pattern(
    r'"(datePublished|dateModified|headline)"\s{0,4}:\s{0,4}"([^"\\]{1,300})"'
)
_FILE: Final = lazy_pattern(r"^\S+\.\w{2,5}$|^untitled|^document\d*$", re.IGNORECASE)
SITES: Final = ("báo ", "tạp chí ", "đài ", "cổng ", "trang ", "thông tấn xã ")
_LONGEST_NAME: Final = 80
_ITEMS: Final = {
    **dict.fromkeys(("datepublished", "schema:datepublished", "dc:date", "dc:created"), "day"),
    **dict.fromkeys(("author", "schema:author", "dc:creator"), "author"),
}
_SCOPES: Final = ("div", "section", "main")


@dataclass(slots=True)
class Declared:
    """Declarations of a page; lists in the order of trust."""

    titles: list[str] = field(default_factory=list)
    published: str | None = None
    updated: str | None = None
    authors: list[str] = field(default_factory=list)
    site: str | None = None
    url: str | None = None
    section: str | None = None
    description: str = ""
    is_article: bool = False


def read_declared(tree: Any) -> Declared:
    """Return what the head of a page and its JSON-LD declare."""
    found, meta = Declared(), _meta(tree)
    linked = [item for item in _linked_data(tree) if _is_article(item)]
    found.is_article = bool(linked)
    for item in linked[:1]:
        found.titles.append(_words(item.get("headline")))
        found.published = local_date(item.get("datePublished"))
        found.updated = local_date(item.get("dateModified"))
        found.authors += _people(item.get("author"))
        found.section = _words(item.get("articleSection")) or None
        publisher = item.get("publisher")
        found.site = _words(publisher.get("name")) if isinstance(publisher, dict) else None
    items = {} if found.published and any(found.authors) else _items(tree)
    found.published = found.published or local_date(items.get("day"))
    found.published = found.published or next(
        (day for name in _DATES if (day := local_date(meta.get(name)))), None
    )
    found.is_article = found.is_article or found.published is not None
    found.updated = found.updated or local_date(meta.get("article:modified_time"))
    found.titles += [
        meta.get("og:title", ""),
        meta.get("twitter:title", ""),
        meta.get("headline", ""),
    ]
    found.authors += [meta[name] for name in _AUTHORS if name in meta]
    if "author" in items:
        found.authors.append(items["author"])
    title, named = _page_title(tree)
    found.titles.append(title)
    address = next(
        (link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), ""
    )
    found.url = _deepest(address or "", meta.get("og:url", ""))
    site = meta.get("og:site_name") or found.site
    host = urlsplit(found.url).hostname if found.url else None
    found.site = (site if site and site not in found.titles else None) or named or host
    found.section = found.section or meta.get("article:section")
    found.description = meta.get("og:description") or meta.get("description") or ""
    return found


def personal(author: str, site: str | None) -> str | None:
    """Return the name of a person, or ``None`` for a site, a firm or an address.

    >>> personal("Lê Hoa", "Báo Sông Mây"), personal("baosongmay.vn", None)
    ('Lê Hoa', None)
    >>> personal("Tác giả: Lê Hoa - Báo Sông Mây", None)
    'Lê Hoa'
    """
    name = " ".join(author.split()).strip(" ,;.-–|")
    if len(name) > _LONGEST_NAME or "http" in name:
        return None
    label = _LABEL.match(name)
    # Whom something is told after (*Theo VOV*) is none of the site's authors, whole or not.
    ways: list[str] = [] if label and label[1] else [name]
    if label:
        ways.insert(0, name[label.end() :])
    for told in ways:
        names = [part.strip() for part in _SEVERAL.split(told)]
        if len(names) > 1 and all(_is_person(part, site) for part in names):
            return told
        parts = (part.strip(" ,;.-–|") for part in (told, *_PARTS.split(told)))
        if found := next((part for part in parts if _is_person(part, site)), None):
            return found
    return None


def _is_person(name: str, site: str | None) -> bool:
    if _DOMAIN.match(name) or _ORGANISATION.search(name):
        return False
    if site and name.lower() == site.lower():
        return False
    return is_name(name) or are_names(name.replace(";", ","))


def _page_title(tree: Any) -> tuple[str, str | None]:
    """Return the title of the window, and the site's name that stood behind it."""
    element = next(tree.iter("title"), None)
    words = " ".join(element.text_content().split()) if element is not None else ""
    site = _SITE.search(words)
    words = words[: site.start()] if site else words
    named = site[1].strip() if site else ""
    if named.lower().startswith(SITES):
        return ("" if _FILE.search(words) else words), named
    return ("" if _FILE.search(words) else words), None


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        if not content:
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            if name := (element.get(key) or "").strip().lower():
                found.setdefault(name, content)
    return found


def _items(tree: Any) -> dict[str, str]:
    """Return date and author that elements of the page are marked with, as microdata or RDFa.

    Lists of other articles are marked, too: of several, one in a scope with the title is meant.
    """
    found: dict[str, dict[str, bool]] = {}
    for element in _marked()(tree):
        if element.tag in ("meta", "link") and element.getparent().tag == "head":
            continue
        marks = f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower().split()
        name = next((_ITEMS[mark] for mark in marks if mark in _ITEMS), None)
        if name is None and element.get("rel") == "author":
            name = "author"
        if name is None:
            continue
        told = element.get("content") or element.get("datetime")
        value = " ".join((told or element.text_content()).split())
        if value and len(value) <= _LONGEST_NAME:
            scope = next(element.iterancestors("article", *_SCOPES), None)
            here = scope is not None and next(scope.iter("h1", "h2"), None) is not None
            values = found.setdefault(name, {})
            values[value] = values.get(value, False) or here
    told_here = {name: [v for v, here in values.items() if here] for name, values in found.items()}
    return {
        name: (told_here[name] or list(values))[0]
        for name, values in found.items()
        if len(values) == 1 or len(told_here[name]) == 1
    }


@lru_cache(maxsize=1)
def _marked() -> Any:
    from lxml import etree

    return etree.XPath("//*[@itemprop or @property or @rel='author']")


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        try:
            data = json.loads(script.text[:_LONGEST], strict=False)
        except (ValueError, RecursionError):
            data = _salvaged(script.text[:_LONGEST])
        pending = [data]
        for _ in range(500):
            if not pending:
                break
            item = pending.pop(0)
            if isinstance(item, list):
                pending += item
            elif isinstance(item, dict):
                yield item
                pending += [item[key] for key in ("@graph", "mainEntity") if key in item]


def _salvaged(text: str) -> dict[str, Any]:
    """Return what can be told of an article whose JSON-LD is broken."""
    found = dict(reversed(_PAIR.findall(text)))
    return {"@type": "Article", **found} if "datePublished" in found else {}


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(str(name).lower().endswith(_ARTICLES) for name in names)


def _people(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return _people(value.get("name"))
    if isinstance(value, list):
        names = [name for item in value for name in _people(item) if name]
        return [", ".join(names)] if names else []
    return []


def _deepest(*addresses: str) -> str | None:
    """Return the first address of a page below a site's root, or ``None``."""
    good = [address for address in addresses if address.startswith(("http://", "https://"))]
    return next((address for address in good if len(urlsplit(address).path) > 1), None)


def _words(value: object) -> str:
    from html import unescape

    return " ".join(unescape(value).split()) if isinstance(value, str) else ""
