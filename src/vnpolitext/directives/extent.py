"""Where items end: at the next item, or for the last one, with its own paragraphs."""

from itertools import pairwise
from typing import Final

from vnpolitext.directives.bounds import adds_case, is_stop, return_point
from vnpolitext.directives.build import STRUCTURE, Chain, Item
from vnpolitext.layout import Page

_FEW: Final = 2
_LENIENT: Final = 700
_MOST_PARAGRAPHS: Final = 6
_TRIMMED: Final = ' \n*_(["“‘#>'


def set_ends(page: Page, chains: list[Chain]) -> None:
    """Set the end of every item of ``chains``, given in text order.

    What is one alone, no list and inside none, needs no end.
    """
    for chain in reversed(chains):
        if len(chain.items) == 1 and chain.parent is None and chain.kind not in STRUCTURE:
            continue
        for item, following in zip(chain.items, chain.items[1:], strict=False):
            item.end = _trim(page, item, following.candidate.line)
        item = chain.last
        item.end = _trim(page, item, _last_end(page, item, chain.closed))


def _trim(page: Page, item: Item, end: int) -> int:
    text, body = page.view.text, item.candidate.body
    while end > body and text[end - 1] in _TRIMMED:
        end -= 1
    return max(end, min(body, len(text)))


def _last_end(page: Page, item: Item, limit: int) -> int:
    """The natural end of the last item of a list, at most ``limit``."""
    paragraphs = page.paragraphs
    if item.children:
        return _past_cases(page, item, max(chain.last.end for chain in item.children), limit)
    body = item.candidate.body
    end = paragraphs.end(body, limit)
    if not item.candidate.at_line:
        return return_point(page, body, end, _usual_length(item))
    heading = paragraphs.is_open(body, end) and not _is_unfinished(page, item, end)
    below = paragraphs.following(end + 1, limit)
    if below is not None and paragraphs.announces(body, end) and paragraphs.is_bullet(below):
        heading = False
    own = _usual_paragraphs(page, item) - 1
    announced = heading or paragraphs.announces(body, end)
    ends = [end]
    at = below
    while at is not None and not is_stop(page, at):
        adds = (_is_clause(item) and adds_case(page, at)) or _is_unended(page, end, at)
        if not (paragraphs.is_bullet(at) or announced or adds):
            own -= 1
            if own < 0:
                break
        end = paragraphs.end(at, limit)
        announced = heading or paragraphs.announces(at, end)
        ends.append(end if not paragraphs.announces(at, end) else -end)
        at = paragraphs.following(end + 1, limit)
    return _without_announcement(ends) if at is None and limit < len(page.view.text) else end


def _is_unended(page: Page, end: int, at: int) -> bool:
    """Whether a paragraph that ends with a semicolon goes on in small letters."""
    text = page.view.text
    return text.endswith(";", 0, end) and text[at].islower()


def _is_clause(item: Item) -> bool:
    """Whether a case after the item is its own: below letters it is the clause's around them."""
    return item.home.parent is None or item.home.kind not in ("letter", "roman")


def _past_cases(page: Page, item: Item, end: int, limit: int) -> int:
    """Return where the cases end that follow the lists inside the last item of a list."""
    paragraphs = page.paragraphs
    if not (_is_clause(item) and item.candidate.at_line):
        return min(limit, end)
    at = paragraphs.following(paragraphs.end(end, limit) + 1, limit)
    while at is not None and adds_case(page, at) and not is_stop(page, at):
        end = paragraphs.end(at, limit)
        at = paragraphs.following(end + 1, limit)
    return min(limit, end)


def _usual_length(item: Item) -> int:
    """How long the last item of a list in a line may be: much longer ones hold other text."""
    starts = [other.candidate.body for other in item.home.items]
    longest = max((b - a for a, b in pairwise(starts)), default=0)
    return max(_LENIENT, 2 * longest)


def _is_unfinished(page: Page, item: Item, end: int) -> bool:
    """Whether the item only lacks its full stop: the one before it is a sentence, no heading."""
    paragraphs = page.paragraphs
    siblings, body = item.home.items, item.candidate.body
    if len(siblings) == 1 or paragraphs.announces(body, end) or paragraphs.is_strong(body, end):
        return False
    before = siblings[-2].candidate
    return not paragraphs.is_open(before.body, paragraphs.end(before.body, item.candidate.line))


def _usual_paragraphs(page: Page, last: Item) -> int:
    """How many paragraphs every other item of the list has at least, if there are some."""
    paragraphs = page.paragraphs
    others = last.home.items[:-1]
    if len(others) < _FEW or any(item.children for item in others):
        return 1
    fewest = _MOST_PARAGRAPHS
    for item in others:
        count = 0
        at: int | None = item.candidate.body
        while at is not None and count < fewest:
            if not paragraphs.is_bullet(at):
                count += 1
            at = paragraphs.following(paragraphs.end(at, item.end) + 1, item.end)
        fewest = count
        if fewest == 1:
            break
    return max(fewest, 1)


def _without_announcement(ends: list[int]) -> int:
    """Leave out the announcement of what follows; the ends of announcements are negative."""
    for back in (1, 2):
        if len(ends) > back and ends[-back] < 0:
            return abs(ends[-back - 1])
    return abs(ends[-1])
