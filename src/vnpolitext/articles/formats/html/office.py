"""Which pages an office program has saved, so that everything in them is the document."""

from __future__ import annotations

import re
from typing import Any, Final

from vnpolitext.text.patterns import lazy_pattern

_HEAD: Final = 20_000
_SAVED: Final = lazy_pattern(
    r"urn:schemas-microsoft-com:office:(?:word|excel)|content=[\"']?(?:Microsoft (?:Word|Excel)"
    r"|LibreOffice|OpenOffice|StarOffice|WPS Office|ABBYY FineReader|Aspose)",
    re.IGNORECASE,
)
_STYLED: Final = lazy_pattern(r"class=[\"']?Mso[A-Z]")
_CLASSES: Final = ("mso", "xl", "western", "wordsection", "section", "font")
_CHROME: Final = ("nav", "footer", "aside", "form")
_MOST_LINKS: Final = 10
_SHARE: Final = 0.7


def is_office_page(root: Any, source: str) -> bool:
    """Whether Word, Excel or a program of their kind has saved a page.

    Systems for websites keep what was pasted from Word with its classes. In such a page many words
    stand outside of these classes: menus, titles, links to other articles.

    Args:
        root: The page.
        source: Its source.
    """
    head = source[:_HEAD]
    saved = _SAVED.search(head) is not None
    if not saved and not _STYLED.search(head):
        return False
    total, styled, links = _measured(root)
    if links >= _MOST_LINKS or (not saved and links and styled < _SHARE * total):
        return False
    told = saved and next(root.iter(*_CHROME), None) is None
    return told or styled >= _SHARE * total


def _measured(root: Any) -> tuple[int, int, int]:
    """Return the letters of a page, those in classes of office programs, and links outside."""
    total = styled = links = 0
    pending = [(root, False)]
    while pending:
        element, inside = pending.pop()
        if element.tag in ("script", "style", "head"):
            continue
        inside = inside or (element.get("class") or "").lower().startswith(_CLASSES)
        size = len((element.text or "").strip())
        if element.tag == "a" and not inside and not element.get("href", "#").startswith("#"):
            links += 1
        for child in element:
            size += len((child.tail or "").strip())
            if isinstance(child.tag, str):
                pending.append((child, inside))
        total += size
        styled += size * inside
    return total, styled, links
