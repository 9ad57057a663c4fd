"""Electronic books (``.epub``)."""

from __future__ import annotations

import posixpath
from typing import Any, Final
from urllib.parse import unquote

from vnpolitext.articles.draft import Draft, Reading
from vnpolitext.articles.formats.archive import open_archive, parse_part, read_part
from vnpolitext.articles.formats.html.charset import decode_page
from vnpolitext.articles.formats.html.lines import read_lines
from vnpolitext.articles.formats.html.tree import parse
from vnpolitext.layout.dates import local_date

_CONTAINER: Final = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF: Final = "{http://www.idpf.org/2007/opf}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"


def read_epub(data: bytes, _encoding: str | None = None) -> Reading:
    """Return the text of an electronic book, chapter after chapter.

    Raises:
        ValueError: The file is damaged, encrypted or without text.
        ImportError: lxml is not installed.
    """
    archive = open_archive(data, "EPUB file")
    container = parse_part(archive, "META-INF/container.xml")
    root_file = (
        next(container.iter(_CONTAINER + "rootfile"), None) if container is not None else None
    )
    place = root_file.get("full-path", "") if root_file is not None else ""
    package = parse_part(archive, place)
    if package is None:
        raise ValueError("not a readable EPUB file (no package)")
    items = {item.get("id"): item.get("href", "") for item in package.iter(_OPF + "item")}
    draft = Draft()
    for reference in package.iter(_OPF + "itemref"):
        name = unquote(items.get(reference.get("idref"), ""))
        page = read_part(
            archive, posixpath.normpath(posixpath.join(posixpath.dirname(place), name))
        )
        if not page.strip():
            continue
        for line in read_lines(parse(decode_page(page)[0])):
            title = line.kind in ("h1", "heading")
            kind = line.kind if line.kind in ("caption", "quote", "table", "footnote") else None
            draft.add(line.text, "heading" if title else kind, "# " if title else "")
        draft.add("")
    reading = draft.reading(_metadata(package))
    if not reading.text.strip():
        raise ValueError("an EPUB file without text, or one that is encrypted")
    return reading


def _metadata(package: Any) -> dict[str, Any]:
    def told(name: str) -> str | None:
        element = next(package.iter(_DC + name), None)
        return " ".join(element.text.split()) if element is not None and element.text else None

    found = {
        "title": told("title"),
        "author": told("creator"),
        "source": told("publisher"),
        "published": local_date(told("date")),
    }
    return {key: value for key, value in found.items() if value}
