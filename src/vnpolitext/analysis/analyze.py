"""One document in, one analysis out."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any

from vnpolitext.analysis.models import DEFAULT, Choice
from vnpolitext.analysis.records import Analysis
from vnpolitext.articles import Article, article_from_text
from vnpolitext.directives import find_directives
from vnpolitext.layout import read_page
from vnpolitext.places.find import is_province
from vnpolitext.places.units import REFORM
from vnpolitext.text.dates import read_any


def analyze(
    document: str | Article,
    *,
    id: str = "",  # noqa: A002 - the field's name in the record
    metadata: Mapping[str, Any] | None = None,
    as_of: str | None = None,
    province: str | None = None,
    words: str = DEFAULT,
    persons: str = DEFAULT,
    citations: str = DEFAULT,
    places: str = DEFAULT,
) -> Analysis:
    """Find persons, citations, places and directives in one document.

    Args:
        document: An article, or a text, which is read as an article first.
        id: Identifier of a text; an article has its own.
        metadata: What is known of a text; an article has its own. It goes before what the text
            itself says.
        as_of: Day (ISO 8601) at which units are looked up; the day of publication by default. A
            month counts from its first day; the year 2025 alone, that of the reform, decides
            nothing.
        province: Province of the publisher, for places that several provinces have.
        words: Name of the word segmenter that ``Analysis.words`` uses.
        persons: Name of the tagger of personal names.
        citations: Name of the rules that find cited documents.
        places: Name of the gazetteer.

    Returns:
        The analysis. The same document gives the same analysis.

    Raises:
        TypeError: ``document`` is neither a text nor an article.
        ModelError: A model is not what its name promises.

    Example:
        >>> import vnpolitext as vp
        >>> vp.analyze("Đồng chí Mùa A Sơn, Phó Bí thư Thường trực Tỉnh ủy").officials[0].name
        'Mùa A Sơn'
    """
    article = _article(document, id, metadata)
    choice = Choice(words, persons, citations, places)
    known = article.metadata
    page = article.page if article.page is not None else read_page(article.text)
    if page.view.source != article.text:
        page = read_page(article.text)
    day = as_of or _day(known.get("published"))
    found = choice.find_places(
        page, as_of=day, province=province or _province(known.get("province"))
    )
    return Analysis(
        id=article.id,
        text=article.text,
        metadata=dict(known),
        blocks=article.blocks,
        persons=choice.find_persons(page, found),
        citations=choice.find_citations(page, as_of=day),
        places=found,
        directives=tuple(find_directives(page)),
        versions=choice.versions(),
    )


def _day(published: Any) -> str | None:
    """The day to look units up at; none for the year of the reform, where the text must decide."""
    known = read_any(published) if published is not None else None
    if known is None or known == REFORM[:4]:
        return None
    return f"{known}-07-01"[:10] if len(known) == len("2025") else f"{known}-01"[:10]


def _province(name: Any) -> str | None:
    if name is None:
        return None
    if is_province(str(name)):
        return str(name)
    warnings.warn(f"metadata: no province is called {name!r}", UserWarning, stacklevel=3)
    return None


def _article(
    document: str | Article, identifier: str, metadata: Mapping[str, Any] | None
) -> Article:
    if isinstance(document, Article):
        return document
    if isinstance(document, str):
        return article_from_text(document, id=identifier, metadata=metadata)
    raise TypeError(f"analyze wants a text or an article, not {type(document).__name__}")
