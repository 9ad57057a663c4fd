"""The parts of an Office Open XML file."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, Final

from vnpolitext.articles.formats.damage import check_archive

Element = Any
"""An element of lxml."""

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LARGEST_PART: Final = 256 * 2**20
"""Bytes of the largest part that is unpacked."""

LARGEST_FILE: Final = 2 * LARGEST_PART
"""Bytes of all parts together, pictures among them, of the largest file that is unpacked."""

_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
)
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError)


class Package:
    """The parts of a file, by the kind of relation that leads to them.

    The namespaces of the strict variant are those of the transitional one when a part is read.
    """

    def __init__(self, data: bytes) -> None:
        """Open the file.

        Raises:
            ValueError: It is no zip file, or has no main part.
        """
        check_archive(data, "Word file")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._names = frozenset(self._archive.namelist())
            size = sum(info.file_size for info in self._archive.infolist())
        except _DAMAGED as error:
            raise ValueError(f"not a readable Word file ({type(error).__name__})") from None
        if size > LARGEST_FILE:
            raise ValueError(f"{size / 2**20:,.0f} MB when it is unpacked: too much")
        self.main = self._related("", "officeDocument") or "word/document.xml"
        if self.main not in self._names:
            raise ValueError("not a readable Word file (no main part)")

    def document(self) -> Element:
        """Return the root of the main part.

        Raises:
            ValueError: It is damaged.
        """
        root = self._parse(self.main)
        if root is None:
            raise ValueError("not a readable Word file (its main part is damaged)")
        return root

    def part(self, kind: str) -> Element | None:
        """Return the root of the part that the main part relates to as ``kind``, or ``None``."""
        name = self._related(self.main, kind)
        return self._parse(name) if name in self._names else None

    def _related(self, source: str, kind: str) -> str:
        folder, name = posixpath.split(source)
        root = self._parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in root if root is not None else ():
            if str(relation.get("Type", "")).endswith(f"/{kind}"):
                return posixpath.normpath(
                    posixpath.join(folder, relation.get("Target", ""))
                ).lstrip("/")
        return ""

    def _parse(self, name: str) -> Element | None:
        from lxml import etree

        if name not in self._names:
            return None
        try:
            info = self._archive.getinfo(name)
            if info.file_size > LARGEST_PART:
                raise ValueError(f"a Word file with {info.file_size / 2**20:,.0f} MB of text")
            if info.flag_bits & 1:
                raise ValueError("encrypted with a password")
            data = self._archive.read(info)
        except _DAMAGED:
            return None
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=True, recover=True
        )
        return etree.fromstring(data, parser) if data.strip() else None


def value(element: Element | None, name: str, default: str = "") -> str:
    """Return ``w:val`` of the child ``name``, or the default."""
    child = element.find(W + name) if element is not None else None
    return str(child.get(W + "val", default)) if child is not None else default


def is_on(properties: Element | None, name: str) -> bool:
    """Whether a switch such as ``w:b`` is on."""
    child = properties.find(W + name) if properties is not None else None
    return child is not None and child.get(W + "val", "1") not in ("0", "false", "off", "none")


def children(element: Element, name: str) -> Iterator[Element]:
    """Yield the children of a name, also those inside content controls and insertions."""
    for child in element:
        if child.tag == W + name:
            yield child
        elif child.tag in _WRAPPERS:
            yield from children(child, name)


_WRAPPERS: Final = frozenset(
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
