"""An article from a text that is already there."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from vnpolitext.articles.blocks import find_blocks
from vnpolitext.articles.draft import Reading, assign_roles
from vnpolitext.articles.metadata import find_metadata
from vnpolitext.articles.records import Article, Block
from vnpolitext.text.view import View

_LETTER: Final = re.compile(r"[^\n]")


def article_from_text(
    text: str | View,
    *,
    id: str = "",  # noqa: A002
    metadata: Mapping[str, Any] | None = None,
) -> Article:
    r"""Return the article that ``text`` holds, with its metadata and blocks.

    Args:
        text: The text as it was read, or a view of it; nothing is changed in it.
        id: Identifier of the article.
        metadata: What is known already; it wins over what the text says.

    Example:
        >>> article = article_from_text("Xã Mây họp\n14/05/2021\n\nSáng nay, xã họp.", id="a1")
        >>> article.metadata["title"], article.metadata["published"]
        ('Xã Mây họp', '2021-05-14')
        >>> [block.kind for block in article.blocks]
        ['title', 'byline', 'paragraph']
    """
    return _article(View.of(text), id, metadata or {}, ())


def article_from_reading(reading: Reading, id: str) -> Article:  # noqa: A002
    """Return the article that the reader of a format has read."""
    return _article(View.of(reading.text), id, reading.metadata, reading.roles)


def _article(
    view: View,
    id: str,  # noqa: A002
    known: Mapping[str, Any],
    roles: Sequence[Block],
) -> Article:
    blocks = assign_roles(find_blocks(_without_head(view, roles)), roles)
    found = find_metadata(blocks)
    found.update({key: value for key, value in known.items() if value is not None})
    return Article(id=id, text=view.source, metadata=found, blocks=blocks)


def _without_head(view: View, roles: Sequence[Block]) -> View:
    """Return the view with blanks for what stands before the text and is no part of it."""
    text = view.source
    end = 0
    for role in roles:
        if role.kind != "boilerplate" or text[end : role.start].strip():
            break
        end = role.end
    return View.of(_LETTER.sub(" ", text[:end]) + text[end:]) if end else view
