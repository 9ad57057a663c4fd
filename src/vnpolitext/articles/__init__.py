"""Articles: reading files into text, metadata and blocks."""

from vnpolitext.articles.article import article_from_text
from vnpolitext.articles.errors import ArticleError
from vnpolitext.articles.metadata import find_metadata
from vnpolitext.articles.reading import article_from_bytes, read_article
from vnpolitext.articles.records import Article
from vnpolitext.layout import Block, find_blocks

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
