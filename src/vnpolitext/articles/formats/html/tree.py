"""The tree of an HTML page, without what belongs to the site."""

from __future__ import annotations

import re
from typing import Any, Final

from vnpolitext.articles.formats.html.markup import is_of_site, markup, words_of
from vnpolitext.layout.dates import find_date

_ROOTS: Final = frozenset({"html", "body", "main", "article"})
_WITHIN_LINE: Final = frozenset(
    {"a", "abbr", "b", "big", "em", "font", "i", "small", "span", "strong", "sub", "sup", "tt", "u"}
)
_DEEPEST: Final = 150
_MOST: Final = 0.4
_WHOLE_PAGE: Final = 0.9
_TOLD: Final = 0.2
_LONG: Final = 80
# What XML has no letters for, as it is or as a reference.
_CONTROLS: Final = bytes({*range(32)} - {9, 10, 13})
_PLANE: Final = b"\xef\xbf"
_BEYOND: Final = ("\ufffe".encode(), "\uffff".encode())
_NO_LETTER: Final = re.compile(
    rb"&#(?:0{0,5}(?:[0-8]|1[124-9]|2[0-9]|3[01]|5(?:529[6-9]|5[3-9][0-9]{2}|[67][0-9]{3}))"
    rb"(?:;|(?![0-9]))|[xX]0{0,5}(?:[0-8bcefBCEF]|1[0-9a-fA-F]|[dD][89a-fA-F][0-9a-fA-F]{2}"
    rb"|[fF]{3}[efEF])(?:;|(?![0-9a-fA-F])))"
)
_FOOT: Final = 200
# Taken out one by one, tags are looked for among their siblings, and what stands between them is
# put together anew each time; all of one name go at once.
_DROPPED: Final = "dropped"


def parse(source: str) -> Any:
    """Return the root of a page.

    Raises:
        ValueError: There is nothing in it.
        ImportError: lxml is not installed.
    """
    from lxml import etree

    data = _NO_LETTER.sub(b" ", source.encode("utf-8", "replace").translate(None, _CONTROLS))
    if _PLANE in data:
        for letter in _BEYOND:
            data = data.replace(letter, b" ")
    try:
        root = _parsed(data)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise ValueError("an HTML page without article text") from None
    for anchor in list(root.iter("a")):
        if not anchor.get("href"):
            anchor.tag = _DROPPED
    etree.strip_tags(root, _DROPPED)
    return root


def _parsed(data: bytes) -> Any:
    """Return the root of a page, flattened where tags that nobody closed lie deep."""
    from lxml import etree, html

    options = {"encoding": "utf-8", "remove_comments": True, "remove_pis": True}
    # The parser drops, without an error, what follows a tag that lies too deep.
    limit = etree.ErrorTypes.ERR_RESOURCE_LIMIT
    # One class for all: lxml's own choice among classes costs a call of Python for each element.
    classes = etree.ElementDefaultClassLookup(element=html.HtmlElement)
    for is_large in (False, True):
        parser = etree.HTMLParser(**options, huge_tree=is_large)
        parser.set_element_class_lookup(classes)
        try:
            root = html.document_fromstring(data, parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError):
            if is_large:
                raise
            continue
        if any(error.type == limit for error in parser.error_log):
            continue
        if is_large:
            _flatten(root)
        return root
    raise ValueError("an HTML page whose tags lie inside one another too deep to be read")


def _flatten(root: Any) -> None:
    """Take out the tags of what lies too deep in a page; what makes a line stays one."""
    from lxml import etree

    deep = []
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "start" and depth > _DEEPEST:
            deep.append(element)
    for element in deep:
        if element.tag not in _WITHIN_LINE:
            element.addprevious(etree.Element("br"))
        element.tag = _DROPPED
    etree.strip_tags(root, _DROPPED)


def drop_chrome(root: Any) -> None:
    """Remove menus, boxes of other articles, forms and scripts.

    An element with a heading of the first level, or with much of the page's text, stays: its class
    says something else then.
    """
    from lxml import etree

    rules = markup()
    etree.strip_elements(root, *rules.unread_tags, with_tail=False)
    total = max(1, len(root.text_content()))
    for element in list(root.iter()):
        tag = element.tag
        if not isinstance(tag, str) or tag in _ROOTS or element.getparent() is None:
            continue
        named = (
            tag in rules.chrome_tags
            or (element.get("role") or "").lower() in rules.chrome_roles
            or is_of_site(element)
        )
        if named and tag == "footer" and _tells_day(element):
            _clear(element)
        elif named and _is_small(element, total):
            element.tag = _DROPPED
        elif named:
            _clear(element)
    etree.strip_elements(root, _DROPPED, with_tail=False)


def _tells_day(element: Any) -> bool:
    """Whether the foot of an article tells its day: some systems set it over the text."""
    if next(element.iterancestors("article"), None) is None:
        return False
    words = element.text_content()
    return len(words) < _FOOT and find_date(words.lower()) is not None


def _clear(element: Any) -> None:
    """Make a plain box of an element that says it belongs to the site, and holds the article."""
    element.tag = "div"
    for name in ("class", "id", "role"):
        element.attrib.pop(name, None)


def _is_small(element: Any, total: int) -> bool:
    if next(element.iter("h1"), None) is not None:
        return False
    size = len(element.text_content())
    if size < _MOST * total:
        return True
    if size > _WHOLE_PAGE * total:
        return False
    return _told(element) < _TOLD * total


def _told(element: Any) -> int:
    """Return how many letters stand in paragraphs, or in stretches as long as one."""
    marked = sum(len(p.text_content()) for p in element.iter("p"))
    shown = sum(len(text) for text in element.itertext() if len(text.strip()) > _LONG)
    return max(marked, shown)


def bodies(root: Any) -> list[Any]:
    """Return the elements whose class says that they hold the text of an article."""
    names = markup().body
    return [
        element
        for element in root.iter("div", "article", "section", "td", "main", "span")
        if element.get("itemprop") == "articleBody" or words_of(element) & names
    ]
