"""Articles: reading files into text, metadata and blocks."""

from typing import TYPE_CHECKING, Final

from vnpolitext.articles.article import article_from_text
from vnpolitext.articles.errors import ArticleError
from vnpolitext.articles.metadata import find_metadata
from vnpolitext.articles.records import Article
from vnpolitext.late import late_names, offered
from vnpolitext.layout import Block, find_blocks

if TYPE_CHECKING:
    from vnpolitext.articles.reading import article_from_bytes as article_from_bytes
    from vnpolitext.articles.reading import read_article as read_article

__all__ = [
    "Article",
    "ArticleError",
    "Block",
    "article_from_bytes",
    "article_from_text",
    "find_blocks",
    "find_metadata",
    "read_article",
]

_LATE: Final = {
    "reading": "article_from_bytes read_article",
}
__getattr__ = late_names(__name__, _LATE)
__dir__ = offered(__name__)
