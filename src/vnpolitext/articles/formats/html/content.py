"""Which lines of a page are its article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from itertools import chain, islice
from typing import Any, Final

from vnpolitext.articles.formats.damage import read_by_others
from vnpolitext.articles.formats.html.lines import Line
from vnpolitext.articles.formats.html.looks import is_on_the_right
from vnpolitext.articles.formats.html.tree import bodies
from vnpolitext.layout.marks import are_names
from vnpolitext.layout.phrases import phrases
from vnpolitext.models import per_choice
from vnpolitext.text.patterns import lazy_pattern

_LETTERS: Final = lazy_pattern(r"[\W_]+")
_ENOUGH: Final = 80
_LONG: Final = 100
_LABEL: Final = 30
_FOOT: Final = 250
_LINK: Final = 20
_ITEMS: Final = 5
_RUN: Final = 3
_WORDS: Final = 4
_FEWEST_LINKS: Final = 2
_TOLD: Final = frozenset({None, "quote", "lead"})
_HEADINGS: Final = frozenset({"h1", "heading", "bold"})
_BODY: Final = 400
_LEVELS: Final = 2
_NEAR: Final = 4
LINKS: Final = 20
"""So many links as long as titles has a page that lists other articles."""


def article_lines(
    root: Any, lines: list[Line], names: Sequence[str] = (), *, is_news: bool
) -> list[Line]:
    """Return the lines of the article, in order.

    An element that the page names as the article's body decides; where there is none, the one that
    most paragraphs stand in side by side, or else what trafilatura takes for the main text.

    Args:
        root: The page.
        lines: Its lines.
        names: Titles that it declares; text does not stand over its title.
        is_news: Whether it declares itself an article; then a line that is one link leads to
            another article.
    """
    body = _named_body(root)
    named = body is not None
    if body is None:
        under = _holding_body(lines[_title_at(lines, names) :])
        body = _holding_body(lines) if under is None else under
    if body is not None:
        inside = set(body.iter())
        chosen = [line for line in lines if line.element in inside]
        chosen = _with_name(lines, chosen if named else _without_boxes(chosen))
    elif not is_news and count_listed(lines) and count_links(lines) >= LINKS:
        return []
    elif kept := _main_text(root):
        chosen = _without_boxes(_between(lines, kept))
    else:
        return []
    found = without_links(_without_tail(_without_menu(chosen)), is_news=is_news)
    return [] if _is_menu(found) else _without_foot(found)


def without_links(lines: list[Line], *, is_news: bool) -> list[Line]:
    """Return the lines without links to other articles, and without the labels over them."""
    away = [_leads_away(line, is_news=is_news) for line in lines]
    kept: list[Line] = []
    for at, line in enumerate(lines):
        beside = any(away[max(0, at - 1) : at + 2])
        if not (away[at] or (beside and is_label(line))):
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
    """Return the chosen lines with the name that stands behind them, bold or on the right."""
    chosen = _without_foot(chosen)
    if not chosen:
        return chosen
    last = next(at for at, line in enumerate(lines) if line is chosen[-1])
    after = lines[last + 1 : last + 2]
    return [*chosen, *filter(_is_signed, after)]


def _without_foot(lines: list[Line]) -> list[Line]:
    last = len(lines)
    while last and _is_of_site(lines[last - 1]):
        last -= 1
    return lines[:last]


def _is_signed(line: Line) -> bool:
    apart = line.kind == "bold" or is_on_the_right(line.element)
    return apart and are_names(line.text) and not line.is_link


def _is_of_site(line: Line) -> bool:
    """Whether a line holds nothing but words of buttons and counts, or tells whose the page is."""
    words = " ".join(line.text.lower().split())
    if len(words) > _FOOT or line.kind in ("caption", "table"):
        return False
    told = words.lstrip("®©- ").startswith(phrases().chrome_prefixes)
    return told or (len(words) < _LONG and bool(_buttons().fullmatch(words)))


@per_choice
def _buttons() -> re.Pattern[str]:
    """Return the pattern of a line of buttons: ``Thích 12 Chia sẻ``."""
    words = "|".join(map(re.escape, sorted(phrases().chrome, key=len, reverse=True)))
    return re.compile(rf"(?:(?:{words})(?: này)?(?!\w)[\s\d|:,.•/+()-]{{0,20}})+")


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
        if not is_label(line) or line.text.endswith("."):
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


def _without_boxes(lines: list[Line]) -> list[Line]:
    """Return the lines without a list of other articles and what stands in other boxes behind it.

    What goes on behind a list in the element that held the text before it is text.
    """
    start = run = told = 0
    for at, line in enumerate(lines):
        if line.is_link and len(line.text) > _LINK:
            start, run = (start, run + 1) if run else (at, 1)
            if run == _RUN and told > _BODY:
                break
        elif len(line.text) > _LABEL or run == 0:
            run = 0
            told += len(line.text)
    else:
        return lines
    while start and _is_over(lines[start - 1]):
        start -= 1
    held = {_box(_holder(line)) for line in lines[:start] if _is_told(line)}
    return [line for at, line in enumerate(lines) if at < start or _is_held(line, held)]


def _is_over(line: Line) -> bool:
    """Whether a line may be the heading of a list of other articles."""
    return (line.kind in _HEADINGS and line.is_link) or is_label(line)


def _holder(line: Line) -> Any:
    return line.element.getparent() if line.element.tag == "p" else line.element


def _is_held(line: Line, held: set[tuple[Any, ...]]) -> bool:
    """Whether a line stands in a box of the text, at most a few levels below it."""
    around = islice(chain([line.element], line.element.iterancestors()), _NEAR)
    return any(_box(element) in held for element in around)


def _box(holder: Any) -> tuple[Any, ...]:
    """Return what boxes of one text have in common: their class, or what holds those without."""
    named = holder.get("class") or ""
    return (holder.tag, named) if named else (holder.tag, holder.getparent())


def _is_told(line: Line) -> bool:
    told = line.kind in _TOLD and len(line.text) > _ENOUGH
    return told and not (line.is_link or line.related)


def is_label(line: Line) -> bool:
    """Whether a line stands over other articles, or over a box of the site."""
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
    places: dict[Any, list[int]] = {}
    told = [(at, line) for at, line in enumerate(lines) if _is_told(line)]
    own = Counter(line.element for _, line in told)
    for at, line in told:
        is_paragraph = line.element.tag == "p" or own[line.element] == 1
        holder = line.element.getparent() if is_paragraph else line.element
        letters_in[holder] += len(line.text)
        places.setdefault(holder, []).append(at)
    best = max(letters_in, key=letters_in.__getitem__, default=None)
    if best is None or len(places[best]) < _RUN or letters_in[best] < _BODY:
        return None
    body, around = best, list(best.iterancestors())[:_LEVELS]
    for holder, found in places.items():
        if holder is best or (
            _box(holder) != _box(best)
            and (len(found) == 1 or _are_parted(lines, places[best], found))
        ):
            continue
        above = set(holder.iterancestors())
        body = next((each for each in around if each in above), body)
    held = sum(size for holder, size in letters_in.items() if _is_in(holder, body))
    return body if held * 2 > letters_in.total() else None


def _title_at(lines: list[Line], names: Sequence[str]) -> int:
    """Return the index of the line that is a declared title, 0 where there is none."""
    told = {letters(name) for name in names if name}
    most = 2 * max(map(len, told), default=0)
    short = (at for at, line in enumerate(lines) if len(line.text) <= most)
    return next((at for at in short if letters(lines[at].text) in told), 0)


def _are_parted(lines: list[Line], one: list[int], other: list[int]) -> bool:
    """Whether a title, or a list of other articles, stands between two stretches of text."""
    (_, first), (second, _) = sorted(((one[0], one[-1]), (other[0], other[-1])))
    between = lines[first + 1 : second]
    if any(line.kind in ("h1", "published") or line.moment for line in between):
        return True
    return sum(line.is_link and len(line.text) > _LINK for line in between) >= _RUN


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
    while last + 1 < len(lines) and lines[last + 1].kind in ("table", "footnote", "caption"):
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
