"""Which lines of a page are its article."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from typing import Any, Final

from vnpolitext.articles.formats.damage import read_by_others
from vnpolitext.articles.formats.html.lines import Line
from vnpolitext.articles.formats.html.tree import bodies
from vnpolitext.layout.marks import is_name
from vnpolitext.layout.phrases import phrases
from vnpolitext.text.patterns import lazy_pattern

_LETTERS: Final = lazy_pattern(r"[\W_]+")
_ENOUGH: Final = 80
_LONG: Final = 100
_LABEL: Final = 30
_ITEMS: Final = 5
_RUN: Final = 3
_WORDS: Final = 4
_FEWEST_LINKS: Final = 2
_TOLD: Final = frozenset({None, "quote", "lead"})
_HEADINGS: Final = frozenset({"h1", "heading", "bold"})
_BODY: Final = 400
_LEVELS: Final = 2
LINKS: Final = 20
"""So many links as long as titles has a page that lists other articles."""


def article_lines(root: Any, lines: list[Line], *, is_news: bool) -> list[Line]:
    """Return the lines of the article, in order.

    An element that the page names as the article's body decides; where there is none, the one that
    most paragraphs stand in side by side, or else what trafilatura takes for the main text.

    Args:
        root: The page.
        lines: Its lines.
        is_news: Whether it declares itself an article; then a line that is one link leads to
            another article.
    """
    body = _named_body(root)
    if body is None:
        body = _holding_body(lines)
    if body is not None:
        inside = set(body.iter())
        chosen = _with_name(lines, [line for line in lines if line.element in inside])
    elif not is_news and count_listed(lines) and count_links(lines) >= LINKS:
        return []
    elif kept := _main_text(root):
        chosen = _between(lines, kept)
    else:
        return []
    found = without_links(_without_tail(_without_menu(chosen)), is_news=is_news)
    return [] if _is_menu(found) else found


def without_links(lines: list[Line], *, is_news: bool) -> list[Line]:
    """Return the lines without links to other articles, and without the labels over them."""
    away = [_leads_away(line, is_news=is_news) for line in lines]
    kept: list[Line] = []
    for at, line in enumerate(lines):
        beside = any(away[max(0, at - 1) : at + 2])
        if not (away[at] or (beside and _is_label(line))):
            kept.append(line)
    return kept


def _is_menu(lines: list[Line]) -> bool:
    """Whether lines are headings and links, and none is as long as a sentence."""
    if any(
        (len(line.text) > _ENOUGH or line.kind == "table") and not line.is_link for line in lines
    ):
        return False
    linked = [line.is_link for line in lines if line.kind not in _HEADINGS]
    return not linked or sum(linked) * 2 > len(linked)


def _with_name(lines: list[Line], chosen: list[Line]) -> list[Line]:
    """Return the chosen lines with the name that stands in bold letters behind them."""
    if not chosen:
        return chosen
    last = next(at for at, line in enumerate(lines) if line is chosen[-1])
    after = lines[last + 1 : last + 2]
    return [*chosen, *(line for line in after if line.kind == "bold" and is_name(line.text))]


def _without_menu(lines: list[Line]) -> list[Line]:
    """Return the lines without a list of places or sections over the text (weather, menus)."""
    first = next((at for at, line in enumerate(lines) if len(line.text) > _ENOUGH), 0)
    short = [at for at in range(first) if lines[at].mark and len(lines[at].text.split()) <= _WORDS]
    if len(short) < _ITEMS:
        return lines
    return [line for at, line in enumerate(lines) if at not in short]


def _without_tail(lines: list[Line]) -> list[Line]:
    """Return the lines up to a label under which nothing but other articles are told."""
    for at, line in enumerate(lines):
        if not _is_label(line) or line.text.endswith("."):
            continue
        rest = lines[at + 1 :]
        links = sum(other.is_link and len(other.text) > _LABEL for other in rest)
        plain = sum(
            not other.is_link and len(other.text) > _LONG and not before.is_link
            for before, other in zip(lines[at:], rest, strict=False)
        )
        if links >= _FEWEST_LINKS and not plain:
            return lines[:at]
    return lines


def _is_label(line: Line) -> bool:
    words = line.text.lower().strip(" -:•>»")
    rules = phrases()
    told = words in rules.chrome_openers or words.startswith(rules.link_labels)
    return len(words) < _LABEL and (told or words in rules.chrome)


def count_listed(lines: list[Line]) -> int:
    """Return how many other articles a page lists, 0 where it has one of its own.

    A page lists articles when headings that are links stand over summaries, and there is no run
    of plain paragraphs.
    """
    items = run = longest = 0
    for line in lines:
        if line.is_link and len(line.text) > 20:
            items += 1
            run = 0
        elif line.kind in (None, "quote") and len(line.text) > _LONG:
            run += 1
            longest = max(longest, run)
    if items < _ITEMS or longest >= _RUN:
        return 0
    return items


def count_links(lines: list[Line]) -> int:
    """Return how many lines of a page are links as long as titles."""
    return sum(line.is_link and len(line.text) > _LABEL for line in lines)


def _named_body(root: Any) -> Any:
    best, most = None, 0
    for element in bodies(root):
        told = sum(
            len(p.text_content().strip()) for p in element.iter("p") if not _is_linked(p)
        ) or _own_text(element)
        # Of nested bodies the inner one is meant.
        if told >= _ENOUGH and told > most * (
            0.9 if best is not None and element in set(best.iter()) else 1.0
        ):
            best, most = element, told
    return best


def _holding_body(lines: list[Line]) -> Any:
    """Return the element that holds most of the page's paragraphs side by side, or ``None``."""
    letters_in: Counter[Any] = Counter()
    count: Counter[Any] = Counter()
    told = [
        line
        for line in lines
        if line.kind in _TOLD and len(line.text) > _ENOUGH and not (line.is_link or line.related)
    ]
    own = Counter(line.element for line in told)
    for line in told:
        is_paragraph = line.element.tag == "p" or own[line.element] == 1
        holder = line.element.getparent() if is_paragraph else line.element
        letters_in[holder] += len(line.text)
        count[holder] += 1
    best = max(letters_in, key=letters_in.__getitem__, default=None)
    if best is None or count[best] < _RUN or letters_in[best] < _BODY:
        return None
    body, around = best, list(best.iterancestors())[:_LEVELS]
    for holder in letters_in:
        if holder is not best and count[holder] > 1:
            above = set(holder.iterancestors())
            body = next((each for each in around if each in above), body)
    held = sum(size for holder, size in letters_in.items() if _is_in(holder, body))
    return body if held * 2 > letters_in.total() else None


def _is_in(element: Any, body: Any) -> bool:
    return element is body or any(above is body for above in element.iterancestors())


def _own_text(element: Any) -> int:
    if any(True for _ in element.iter("a")) and len(element) > 40:
        return 0
    return len(element.text_content().strip())


def _is_linked(element: Any) -> bool:
    linked = sum(len(a.text_content()) for a in element.iter("a"))
    return linked * 2 > len(element.text_content())


def _leads_away(line: Line, *, is_news: bool) -> bool:
    """Whether a line only links to another article, or sums it up under such a link."""
    if line.teaser:
        return True
    if not line.is_link or line.kind == "caption" or (line.kind == "table" and not line.related):
        return False
    long = len(line.text) > _LABEL
    return line.related or line.text.lower().startswith(phrases().link_labels) or (long and is_news)


def _main_text(root: Any) -> str:
    """Return the letters of what trafilatura takes for the main text."""
    import trafilatura

    with read_by_others("HTML page"):
        found: Any = trafilatura.bare_extraction(
            deepcopy(root),
            favor_recall=True,
            include_comments=False,
            with_metadata=False,
            fast=True,
        )
    return letters(found.text or "") if found is not None else ""


def letters(text: str) -> str:
    """Return the letters and digits of a text, in lower case.

    >>> letters("- Xã Mây, họp.")
    'xãmâyhọp'
    """
    return _LETTERS.sub("", text.lower())


def _between(lines: list[Line], kept: str) -> list[Line]:
    """Return the kept lines, and captions, headings and notes that stand between them."""
    marks = [_is_kept(line, kept) for line in lines]
    first = next((at for at, mark in enumerate(marks) if mark), None)
    if first is None:
        return []
    last = len(marks) - 1 - marks[::-1].index(True)
    while first and _goes_on(lines[first - 1], lines[first]):
        first -= 1
        marks[first] = True
    while last + 1 < len(lines) and lines[last + 1].kind in ("table", "footnote"):
        last += 1
    return [
        line
        for line, mark in zip(lines[first : last + 1], marks[first : last + 1], strict=True)
        if (
            mark
            or line.kind in ("caption", "table", "footnote")
            or (line.kind == "heading" and not line.is_link)
        )
    ]


def _goes_on(line: Line, after: Line) -> bool:
    """Whether a line as long as a paragraph stands in one box with the line after it."""
    told = line.kind is None and len(line.text) > _ENOUGH and not (line.is_link or line.related)
    if not told or line.element is None or after.element is None:
        return False
    box = after.element.getparent()
    return line.element is box or line.element.getparent() is box


def _is_kept(line: Line, kept: str) -> bool:
    words = letters(line.text[len(line.mark) :])
    return bool(words) and words in kept
