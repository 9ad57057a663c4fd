"""One document in, one analysis out."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from vnpolitext.analysis.models import Choice
from vnpolitext.analysis.records import Analysis
from vnpolitext.analysis.serialize import to_plain
from vnpolitext.articles import Article, article_from_text
from vnpolitext.articles.metadata import tell_misspelt
from vnpolitext.directives import find_directives
from vnpolitext.errors import expect
from vnpolitext.garbage import fewer_collections
from vnpolitext.layout import Page, read_page
from vnpolitext.models.instead import DEFAULT, chosen
from vnpolitext.places.days import iso
from vnpolitext.places.find import is_province
from vnpolitext.places.units import REFORM
from vnpolitext.progress import under_way
from vnpolitext.statements import find_statements
from vnpolitext.text.dates import read_any
from vnpolitext.text.values import is_known


@under_way("analysing")
def analyze(
    document: str | Article,
    *,
    id: str = "",  # noqa: A002 - the field's name in the record
    metadata: Mapping[str, Any] | None = None,
    as_of: date | str | None = None,
    province: str | None = None,
    words: str = DEFAULT,
    persons: str = DEFAULT,
    citations: str = DEFAULT,
    places: str = DEFAULT,
    models: Choice | Mapping[str, str] | None = None,
) -> Analysis:
    """Find persons, citations, places, directives and statements in one document.

    Args:
        document: An article, or a text, which is read as an article first.
        id: Identifier of a text; an article has its own.
        metadata: What is known of a text; an article has its own. It goes before what the text
            itself says.
        as_of: Day at which units are looked up, a date or a string in any common form; the day of
            publication by default. A month counts from its first day, a year from its middle; of
            2025, the year of the reform, the day must be said.
        province: Province of the publisher, for places that several provinces have, and for bodies
            of a province that the text does not name (*Chủ tịch UBND tỉnh*).
        words: Name of the word segmenter that ``Analysis.words`` uses.
        persons: Name of the tagger of personal names.
        citations: Name of the rules that find cited documents.
        places: Name of the gazetteer.
        models: A choice of models, for use in several places: a `Choice`, or a mapping such as
            ``{"words": "underthesea", "offices": "mylab/offices-2"}``. What is named alone goes
            before it. The blocks of an article are those it was read with.

    Returns:
        The analysis. The same document gives the same analysis.

    Raises:
        ValueError: ``as_of`` is no date, there is no such province, or no such kind of model.
        TypeError: ``document`` is neither a text nor an article.
        ModelError: A model is not what its name promises.

    Example:
        >>> import vnpolitext as vp
        >>> vp.analyze("Đồng chí Mùa A Sơn, Phó Bí thư Thường trực Tỉnh ủy").officials[0].name
        'Mùa A Sơn'
    """
    choice = Choice.of(models, words=words, persons=persons, citations=citations, places=places)
    around = chosen.get()
    with choice.in_use(), fewer_collections():
        article = _article(document, id, metadata)
        page = _page(article, anew=document is article and chosen.get() is not around)
        return _analyze(article, page, choice, as_of, province)


def _page(article: Article, *, anew: bool) -> Page:
    """Return the layout of an article, read anew where other data are in use than before."""
    page = article.page
    if page is None or page.view.source != article.text:
        return read_page(article.text)
    return read_page(article.text).with_blocks(article.blocks) if anew else page


def _analyze(
    article: Article, page: Page, choice: Choice, as_of: date | str | None, province: str | None
) -> Analysis:
    """Return the analysis of an article; the data of its models are in use."""
    known = to_plain(article.metadata)
    day = day_asked(as_of) or _day(known.get("published"))
    home = province or _province(known.get("province"))
    found = choice.find_places(page, as_of=day, province=home)
    persons_found = choice.find_persons(page, found, as_of=day, province=home)
    cited = choice.find_citations(page, as_of=day)
    return Analysis(
        id=article.id,
        text=article.text,
        metadata=known,
        blocks=article.blocks,
        persons=persons_found,
        citations=cited,
        places=found,
        directives=tuple(find_directives(page)),
        statements=tuple(find_statements(page, persons=persons_found, citations=cited)),
        versions=choice.versions(),
    )


def day_asked(as_of: date | str | None) -> str | None:
    """Return the day, in ISO 8601, at which a caller wants units looked up.

    Raises:
        ValueError: It is no date, or the year of the reform alone.

    Example:
        >>> day_asked("15/03/2020"), day_asked("2020-03"), day_asked("2020"), day_asked(None)
        ('2020-03-15', '2020-03-01', '2020-07-01', None)
    """
    if as_of is None or not is_known(as_of):
        return None
    try:
        return iso(as_of)
    except ValueError as error:
        raise ValueError(f"as_of: {error}") from None


def _day(published: Any) -> str | None:
    """The day to look units up at; none for the year of the reform, where the text must decide."""
    known = read_any(published) if published is not None else None
    return None if known is None or known == REFORM[:4] else iso(known)


def _province(name: Any) -> str | None:
    if name is None:
        return None
    if is_province(str(name)):
        return str(name)
    warnings.warn(f"metadata: no province is called {name!r}", UserWarning, stacklevel=4)
    return None


def _article(
    document: str | Article, identifier: str, metadata: Mapping[str, Any] | None
) -> Article:
    if isinstance(document, Article):
        return document
    if isinstance(document, str):
        expect(metadata or {}, Mapping, "metadata is a mapping of fields")
        tell_misspelt(metadata or ())
        return article_from_text(document, id=identifier, metadata=metadata)
    hint = "; a corpus has a method analyze()" if hasattr(document, "analyze") else ""
    if isinstance(document, Iterable) and not isinstance(document, bytes | Mapping) and not hint:
        hint = ": give them one by one, or make a Corpus of them"
    raise TypeError(f"analyze wants a text or an article, not {type(document).__name__}{hint}")
