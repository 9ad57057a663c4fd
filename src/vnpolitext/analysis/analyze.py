"""One document in, one analysis out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vnpolitext._version import __version__
from vnpolitext.analysis.records import Analysis
from vnpolitext.articles import Article, article_from_text
from vnpolitext.citations import find_citations
from vnpolitext.directives import find_directives
from vnpolitext.officials import find_persons
from vnpolitext.places import find_places
from vnpolitext.text.view import View


def analyze(
    document: str | Article,
    *,
    id: str = "",  # noqa: A002 - the field's name in the record
    metadata: Mapping[str, Any] | None = None,
    as_of: str | None = None,
    province: str | None = None,
) -> Analysis:
    """Find persons, citations, places and directives in one document.

    Args:
        document: An article, or a text, which is read as an article first.
        id: Identifier of a text; an article has its own.
        metadata: What is known of a text; an article has its own. It goes before what the text
            itself says.
        as_of: Date (ISO 8601) at which units are looked up; the date of publication by default.
        province: Province of the publisher, for places that several provinces have.

    Returns:
        The analysis. The same document gives the same analysis.

    Raises:
        TypeError: ``document`` is neither a text nor an article.

    Example:
        >>> import vnpolitext as vp
        >>> vp.analyze("Đồng chí Mùa A Sơn, Phó Bí thư Thường trực Tỉnh ủy").officials[0].name
        'Mùa A Sơn'
    """
    article = _article(document, id, metadata)
    view = View.of(article.text)
    citations = tuple(find_citations(view))
    places = tuple(
        find_places(
            view,
            as_of=as_of or article.metadata.get("published"),
            province=province or article.metadata.get("province"),
        )
    )
    return Analysis(
        id=article.id,
        text=article.text,
        metadata=dict(article.metadata),
        blocks=article.blocks,
        persons=tuple(find_persons(view)),
        citations=citations,
        places=places,
        directives=tuple(find_directives(view)),
        versions={"vnpolitext": __version__, "models": {}},
    )


def _article(
    document: str | Article, identifier: str, metadata: Mapping[str, Any] | None
) -> Article:
    if isinstance(document, Article):
        return document
    if isinstance(document, str):
        return article_from_text(document, id=identifier, metadata=metadata)
    raise TypeError(f"analyze wants a text or an article, not {type(document).__name__}")
