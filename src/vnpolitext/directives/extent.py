"""Where items end: at the next item, or for the last one, with its own paragraphs."""

from typing import Final

from vnpolitext.directives.build import Chain, Item
from vnpolitext.directives.layout import Layout

_TRIMMED: Final = ' \n*_(["“‘#>'


def set_ends(layout: Layout, chains: list[Chain]) -> None:
    """Set the end of every item of ``chains``, given in text order."""
    for chain in reversed(chains):
        for item, following in zip(chain.items, chain.items[1:], strict=False):
            item.end = _trim(layout, item, following.candidate.line)
        item = chain.last
        item.end = _trim(layout, item, _last_end(layout, item, chain.closed))


def _trim(layout: Layout, item: Item, end: int) -> int:
    while end > item.candidate.body and layout.text[end - 1] in _TRIMMED:
        end -= 1
    return max(end, min(item.candidate.body, len(layout.text)))


def _last_end(layout: Layout, item: Item, limit: int) -> int:
    """The natural end of the last item of a list, at most ``limit``."""
    if item.children:
        return min(limit, max(chain.last.end for chain in item.children))
    body = item.candidate.body
    end = layout.paragraph_end(body, limit)
    if not item.candidate.at_line:
        return layout.return_point(body, end)
    heading = layout.is_open(body, end)
    announced = heading
    ends = [end]
    at = layout.next_paragraph(end + 1, limit)
    while at is not None and not layout.is_stop(at):
        if not layout.is_bullet(at) and not announced:
            break
        end = layout.paragraph_end(at, limit)
        announced = heading or layout.announces(at, end)
        ends.append(end if not layout.announces(at, end) else -end)
        at = layout.next_paragraph(end + 1, limit)
    return _without_announcement(ends) if at is None and limit < len(layout.text) else end


def _without_announcement(ends: list[int]) -> int:
    """Leave out the announcement of what follows; the ends of announcements are negative."""
    for back in (1, 2):
        if len(ends) > back and ends[-back] < 0:
            return abs(ends[-back - 1])
    return abs(ends[-1])
