"""Which pages an office program has saved, so that everything in them is the document."""

from __future__ import annotations

from typing import Any, Final

from vnpolitext.text.patterns import lazy_pattern

_HEAD: Final = 20_000
# In small letters, so that the matcher may pass over all that begins otherwise.
_SAVED: Final = lazy_pattern(
    r"urn:schemas-microsoft-com:office:(?:word|excel)|content=[\"']?(?:microsoft (?:word|excel)"
    r"|libreoffice|openoffice|staroffice|wps office|abbyy finereader|aspose)"
)
_STYLED: Final = lazy_pattern(r"class=[\"']?Mso[A-Z]")
_CLASSES: Final = ("mso", "xl", "western", "wordsection", "section", "font")
_CHROME: Final = ("nav", "footer", "aside", "form")
_MOST_LINKS: Final = 10
_LINKED: Final = 0.2
_SHARE: Final = 0.7
_FLOATING: Final = "float:"


def is_office_page(root: Any, source: str) -> bool:
    """Whether Word, Excel or a program of their kind has saved a page.

    Systems for websites keep what was pasted from Word with its classes. In such a page many words
    stand outside of these classes: menus, titles, links to other articles. In a document that an
    office program has saved, links are few letters of the text.

    Args:
        root: The page.
        source: Its source.
    """
    head = source[:_HEAD]
    saved = _SAVED.search(head.lower()) is not None
    if not saved and not _STYLED.search(head):
        return False
    total, styled, links, linked = _measured(root)
    if saved:
        of_site = links >= _MOST_LINKS and linked > _LINKED * total
    else:
        of_site = links >= _MOST_LINKS or (links > 0 and styled < _SHARE * total)
    if of_site:
        return False
    told = saved and next(root.iter(*_CHROME), None) is None
    return told or styled >= _SHARE * total


def join_words(root: Any) -> None:
    """Join the words that a shape parts which an office program has set into them.

    It breaks the line of its source behind a picture of the shape, and puts a text box where the
    shape hangs: ``C<img name="Shape1" alt="Shape1" align="left"/>``, a break, ``ỘNG HÒA``.
    """
    for shape in root.iter("img"):
        if not shape.get("align") or (shape.get("name") or " ") != shape.get("alt"):
            continue
        tail = shape.tail or ""
        if tail.startswith("\n") and tail[1:2].isalpha() and _ends_in_letter(shape):
            shape.tail = tail[1:]
    for box in list(root.iter("span")):
        style = (box.get("style") or "").replace(" ", "")
        if _FLOATING in style and (box.tail or "")[:1].isalpha():
            _set_before(box)


def _ends_in_letter(element: Any) -> bool:
    before = element.getprevious()
    text = before.tail if before is not None else element.getparent().text
    return (text or "")[-1:].isalpha()


def _set_before(box: Any) -> None:
    """Set a floating box before the paragraph that it hangs in."""
    holder = next(box.iterancestors("p"), None)
    before = box.getprevious()
    if holder is None or before is None or before.tag != "img" or (before.tail or "").strip():
        return
    if not _ends_in_letter(before):
        return
    before.tail, box.tail = box.tail, None
    holder.addprevious(box)


def _measured(root: Any) -> tuple[int, int, int, int]:
    """Return the letters of a page, those in classes of office programs, and in links outside.

    Between the last two stands the number of these links.
    """
    total = styled = links = linked = 0
    pending = [(root, False)]
    while pending:
        element, inside = pending.pop()
        if element.tag in ("script", "style", "head"):
            continue
        inside = inside or (element.get("class") or "").lower().startswith(_CLASSES)
        size = len((element.text or "").strip())
        if element.tag == "a" and not inside and not element.get("href", "#").startswith("#"):
            links += 1
            linked += len(element.text_content())
        for child in element:
            size += len((child.tail or "").strip())
            if isinstance(child.tag, str):
                pending.append((child, inside))
        total += size
        styled += size * inside
    return total, styled, links, linked
