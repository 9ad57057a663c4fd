"""Pages saved as one file (``.mht``, ``.mhtml``), and letters (``.eml``)."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any

from vnpolitext.articles.decoding import decode
from vnpolitext.articles.draft import Reading
from vnpolitext.articles.formats.damage import read_by_others
from vnpolitext.articles.formats.page import read_page
from vnpolitext.layout.dates import in_vietnam


def read_message(data: bytes, encoding: str | None = None) -> Reading:
    """Return the page or text in a MIME message, with its subject, sender and date.

    Raises:
        ValueError: There is no text in it.
        ImportError: A package for HTML pages is not installed.
    """
    with read_by_others("MIME message"):
        message: Any = message_from_bytes(data, policy=policy.default)
        parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
        pages = [part for part in parts if part.get_content_subtype() in ("html", "xhtml+xml")]
        plain = [part for part in parts if part.get_content_subtype() == "plain"]
        body: Any = next(iter((*pages, *plain)), None)
        content: Any = body.get_payload(decode=True) if body is not None else None
    if not isinstance(content, bytes) or not content.strip():
        raise ValueError("a MIME message without text")
    if body in pages:
        reading = read_page(content, encoding)
    else:
        text, chosen = decode(content, encoding or body.get_content_charset())
        reading = Reading(text, {"encoding": chosen})
    known = {key: value for key, value in _headers(message).items() if value}
    return Reading(reading.text, {**known, **reading.metadata}, reading.roles)


def _headers(message: EmailMessage) -> dict[str, str | None]:
    place = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    try:
        day = in_vietnam(parsedate_to_datetime(str(message["Date"]))).isoformat()
    except (TypeError, ValueError):
        day = None
    saved = place is not None or "Blink" in str(message.get("From", ""))
    return {
        "url": str(place) if place and str(place).startswith("http") else None,
        "title": None if saved else str(message.get("Subject", "")) or None,
        "published": None if saved else day,
    }
