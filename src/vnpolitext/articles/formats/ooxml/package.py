"""The parts of an Office Open XML file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any, Final

from vnpolitext.articles.formats.archive import (
    LOCKED,
    is_locked,
    open_archive,
    parse_xml,
    read_part,
)

Element = Any
"""An element of lxml."""

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
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


class Package:
    """The parts of a file, by the kind of relation that leads to them.

    The namespaces of the strict variant are those of the transitional one when a part is read.
    """

    def __init__(self, data: bytes) -> None:
        """Open the file.

        Raises:
            ValueError: It is no zip file, or has no main part.
        """
        self._archive = open_archive(data, "Word file")
        self._names = frozenset(self._archive.namelist())
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

    def named(self, identifier: str) -> bytes:
        """Return the part that the main part relates to under a name, empty where none is."""
        for relation in self._relations(self.main):
            if relation.get("Id") == identifier and relation.get("TargetMode") != "External":
                name = self._target(self.main, relation)
                return read_part(self._archive, name) if name in self._names else b""
        return b""

    def _related(self, source: str, kind: str) -> str:
        for relation in self._relations(source):
            if str(relation.get("Type", "")).endswith(f"/{kind}"):
                return self._target(source, relation)
        return ""

    def _relations(self, source: str) -> Iterator[Element]:
        folder, name = posixpath.split(source)
        root = self._parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        yield from root if root is not None else ()

    @staticmethod
    def _target(source: str, relation: Element) -> str:
        place = posixpath.join(posixpath.dirname(source), relation.get("Target", ""))
        return posixpath.normpath(place).lstrip("/")

    def _parse(self, name: str) -> Element | None:
        """Return the root of a part, or ``None`` where it is missing or damaged."""
        if name not in self._names:
            return None
        if is_locked(self._archive.getinfo(name)):
            raise ValueError(LOCKED)
        try:
            data = read_part(self._archive, name)
        except ValueError:
            return None
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
        return parse_xml(data)


def value(element: Element | None, name: str, default: str = "") -> str:
    """Return ``w:val`` of the child ``name``, or the default."""
    child = element.find(W + name) if element is not None else None
    return str(child.get(W + "val", default)) if child is not None else default


def is_on(properties: Element | None, name: str, *, default: bool = False) -> bool:
    """Whether a switch such as ``w:b`` is on, or the default where nothing is said."""
    child = properties.find(W + name) if properties is not None else None
    if child is None:
        return default
    return child.get(W + "val", "1") not in ("0", "false", "off", "none")


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of some names, also those inside content controls and insertions."""
    for child in element:
        if child.tag in {W + name for name in names}:
            yield child
        elif child.tag in _WRAPPERS:
            yield from children(child, *names)


_WRAPPERS: Final = frozenset(
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
