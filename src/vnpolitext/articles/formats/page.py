"""HTML pages: the main text, and what the page says about itself."""

import re
from typing import Any, Final

from vnpolitext.articles.dates import find_date
from vnpolitext.articles.decoding import decode
from vnpolitext.articles.draft import Reading

_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE
)
_HEAD: Final = 4096
_UTF8: Final = frozenset({"utf-8", "utf8"})


def read_page(data: bytes, encoding: str | None = None) -> Reading:
    """Return the main text of an HTML page and its metadata.

    Title, author, date and site come from the page's own declarations. The text is what
    `trafilatura <https://trafilatura.readthedocs.io>`_ takes for the article, one paragraph a line.

    Raises:
        ValueError: The page has no text, or cannot be decoded.
        ImportError: trafilatura is not installed.
    """
    import trafilatura

    declared = _CHARSET.search(data[:_HEAD])
    name = declared[1].decode("ascii").lower() if declared else None
    try:
        source, chosen = decode(data, encoding)
    except ValueError:
        if name is None or name in _UTF8 or encoding is not None:
            raise
        source, chosen = decode(data, name)
    found: Any = trafilatura.bare_extraction(
        source, favor_recall=True, include_comments=False, with_metadata=True
    )
    text = (found.text or "").strip() if found is not None else ""
    if not text:
        raise ValueError("an HTML page without article text")
    metadata = {
        "title": found.title,
        "author": found.author,
        "published": find_date((found.date or "").lower()),
        "source": found.sitename or found.hostname,
        "url": found.url,
        "section": ", ".join(found.categories or ()) or None,
        "encoding": chosen,
    }
    title = metadata["title"]
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    return Reading(text, {key: value for key, value in metadata.items() if value})
