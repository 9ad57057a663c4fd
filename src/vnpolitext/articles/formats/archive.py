"""Parts of formats that are zip files."""

from __future__ import annotations

import io
import zipfile
from typing import Any, Final

from vnpolitext.articles.formats.damage import check_archive, read_by_others

LOCKED: Final = "encrypted with a password"


def is_locked(info: zipfile.ZipInfo) -> bool:
    """Whether a part cannot be read without a password."""
    return bool(info.flag_bits & 1)


def open_archive(data: bytes, kind: str) -> zipfile.ZipFile:
    """Open a file that is a zip file inside.

    Raises:
        ValueError: It is none, or unpacks to far more than a document holds.
    """
    check_archive(data, kind)
    return zipfile.ZipFile(io.BytesIO(data))


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a part, or nothing where it is missing.

    Raises:
        ValueError: It is damaged.
    """
    try:
        info = archive.getinfo(name)
    except KeyError:
        return b""
    with read_by_others(f"part {name} of an archive"):
        try:
            return archive.read(info)
        except ValueError as error:  # a place outside of the file
            raise zipfile.BadZipFile from error


def parse_part(archive: zipfile.ZipFile, name: str) -> Any:
    """Return the root of a part in XML, or ``None`` where it is missing or broken."""
    return parse_xml(read_part(archive, name))


def parse_xml(data: bytes) -> Any:
    """Return the root of XML, or ``None`` where there is none; nothing outside of it is read."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, recover=True)
    return etree.fromstring(data, parser) if data.strip() else None
