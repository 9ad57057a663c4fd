"""An article from a text that is already there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from vnpolitext.articles.day_order import tell_doubtful
from vnpolitext.articles.draft import Reading, assign_roles
from vnpolitext.articles.metadata import find_metadata
from vnpolitext.articles.records import Article
from vnpolitext.layout import Block, Page, read_page
from vnpolitext.text.dates import read_any
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.values import is_known, says_nothing
from vnpolitext.text.view import View

_FETCHED: Final = (
    "crawl_time", "crawled_at", "crawl_date", "crawled", "fetched", "fetched_at", "retrieved",
    "retrieved_at", "accessed", "scraped_at", "download_date",
)  # fmt: skip
_NAMES: Final = frozenset({"author", "source", "number"})
_LETTER: Final = lazy_pattern(r"[^\n]")
_WORD: Final = lazy_pattern(r"\w+")
_ENDS: Final = (".", "!", ";", ":")


def article_from_text(
    text: str | View | Page,
    *,
    id: str = "",  # noqa: A002
    metadata: Mapping[str, Any] | None = None,
) -> Article:
    r"""Return the article that ``text`` holds, with its metadata and blocks.

    Args:
        text: The text as it was read, or a view or page of it; nothing is changed in it.
        id: Identifier of the article.
        metadata: What is known already; it wins over what the text says. ``published`` may be a
            date in any common form, and stays as it is where it is none; of ``05/06/2020`` the day
            stands first, and a warning says so.

    Example:
        >>> article = article_from_text("Xã Mây họp\n14/05/2021\n\nSáng nay, xã họp.", id="a1")
        >>> article.metadata["title"], article.metadata["published"]
        ('Xã Mây họp', '2021-05-14')
        >>> [block.kind for block in article.blocks]
        ['title', 'byline', 'paragraph']
    """
    tell_doubtful(metadata or {})
    return _article(read_page(text), id, metadata or {}, ())


def article_from_reading(reading: Reading, id: str) -> Article:  # noqa: A002
    """Return the article that the reader of a format has read."""
    return _article(read_page(reading.text), id, reading.metadata, reading.roles)


def with_known(found: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return metadata with what is known from outside, which wins; dates in ISO 8601.

    Example:
        >>> with_known({"published": None, "url": "a"}, {"published": "15/3/2020", "url": None})
        {'published': '2020-03-15', 'url': 'a'}
    """
    told = {
        key: value
        for key, value in known.items()
        if is_known(value) and not (key in _NAMES and says_nothing(str(value)))
    }
    merged = {**found, **told}
    if (published := merged.get("published")) is not None:
        merged["published"] = read_any(published) or str(published)
    return merged


def _article(
    page: Page,
    id: str,  # noqa: A002
    known: Mapping[str, Any],
    roles: Sequence[Block],
) -> Article:
    headless = _without_head(page.view, roles)
    read = page if headless is page.view else read_page(headless)
    blocks = page.frames.around(assign_roles(read.unframed, roles))
    if headless is not page.view and known.get("title"):
        blocks = _without_other_titles(blocks, str(known["title"]))
    found = find_metadata(blocks)
    if "published" not in known and found["published"] in _days_of_fetching(known):
        found["published"] = None  # the clock of the site when the page was fetched
    found = with_known(found, known)
    page = page.with_blocks(blocks) if roles else page
    return Article(id=id, text=page.view.source, metadata=found, blocks=blocks, page=page)


def _without_other_titles(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """Return the blocks of a text whose front matter tells the title, none else as its title.

    A sentence or a heading at the start of the body stands where the title would; what comes under
    it is no standfirst.
    """
    found: list[Block] = []
    other = False
    for block in blocks:
        if block.kind == "title" and not _is_title(block.text, title):
            other = True
            kind = "paragraph" if block.text.rstrip().endswith(_ENDS) else "heading"
            found.append(replace(block, kind=kind))
        elif block.kind == "lead" and other:
            found.append(replace(block, kind="paragraph"))
        else:
            found.append(block)
    return tuple(found)


def _is_title(text: str, title: str) -> bool:
    """Whether a line is the title, in whole or in part: half of the words of the shorter one."""
    one, other = (_WORD.findall(View.of(each).lower) for each in (text, title))
    if one == other:
        return True
    shared = len({*one} & {*other})
    return not text.rstrip().endswith(_ENDS) and 2 * shared >= min(len({*one}), len({*other}))


def _days_of_fetching(known: Mapping[str, Any]) -> frozenset[str]:
    """Return the days on which a page was fetched, as its front matter says."""
    days = (read_any(known[name]) for name in _FETCHED if known.get(name))
    return frozenset(day[:10] for day in days if day)


def _without_head(view: View, roles: Sequence[Block]) -> View:
    """Return the view with blanks for what stands before the text and is no part of it."""
    text = view.source
    end = 0
    for role in roles:
        if role.kind != "boilerplate" or text[end : role.start].strip():
            break
        end = role.end
    return View.of(_LETTER.sub(" ", text[:end]) + text[end:]) if end else view
