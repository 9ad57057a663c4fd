"""Pages inside of Word documents: programs for the web wrap one instead of writing paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from typing import Any

from vnpolitext.articles.formats.html.charset import decode_page
from vnpolitext.articles.formats.html.lines import read_lines
from vnpolitext.articles.formats.html.tree import parse


def chunk_lines(data: bytes) -> Iterator[tuple[str, str | None]]:
    """Yield the lines of a page, or of the page in a MIME message, with their kind.

    Raises:
        ValueError: There is nothing in it.
    """
    page = _page_of(data) if data.lstrip()[:13].lower() == b"mime-version:" else data
    if not page.strip():
        return
    for line in read_lines(parse(decode_page(page)[0])):
        if line.kind in ("h1", "heading"):
            yield line.text, "heading"
        else:
            yield line.text, "table" if line.kind == "table" else None


def _page_of(data: bytes) -> bytes:
    message: Any = message_from_bytes(data, policy=policy.default)
    parts = (part for part in message.walk() if part.get_content_type() == "text/html")
    found = next((part.get_payload(decode=True) for part in parts), None)
    return found if isinstance(found, bytes) else b""
