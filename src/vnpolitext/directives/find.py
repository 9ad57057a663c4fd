"""Finding numbered items: markers, lists, extents, records."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from vnpolitext.directives.build import STRUCTURE, Chain, Item, build_chains
from vnpolitext.directives.extent import set_ends
from vnpolitext.directives.read import read_items
from vnpolitext.directives.records import Directive
from vnpolitext.directives.rows import find_rows
from vnpolitext.directives.rules import marker_rules
from vnpolitext.directives.scan import find_candidates
from vnpolitext.directives.wording import heading, lead_in
from vnpolitext.layout import Page, read_page
from vnpolitext.layout.parts import bibliography, is_announced
from vnpolitext.progress import under_way
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

_LONGEST_NOTE: Final = 600
# The mark of a note at the dots of a blank, on either side.
_BLANK: Final = lazy_pattern(r"[.…_] ?\((\d{1,2})\)|\((?<=\S \()(\d{1,2})\) ?[.…_]{2}")
_FIRST: Final = 2
_STYLES: Final = {"dotted": "arabic", "small_roman": "roman", "capital": "letter"}


class _Placed(NamedTuple):
    item: Item
    number: int
    chain: int


@under_way("find directives")
def find_directives(text: str | View | Page, *, legal: bool = False) -> list[Directive]:
    """Return the items of every numbered list of ``text``, in text order.

    Spelled (*Một là*), ordinal (*Thứ nhất*), Arabic, Roman and lettered markers count, in lines of
    their own or inside a sentence, nested in each other; each item is read: what it
    orders, to whom, how much, by when, how strongly. None begins in a caption or notes; of tables
    only the rows of tables of tasks (*TT, nhiệm vụ, cơ quan chủ trì, thời gian*) are items, of the
    style ``"row"``.

    Args:
        text: The text as read, or a view or page of it.
        legal: Whether the structure of legal texts (*phần, chương, mục, điều, khoản, điểm*) is
            returned too, in styles of its own. A heading such as *Điều 5.* is no item otherwise.

    Example:
        >>> text = "Cần làm ba việc: một là, học; hai là, hỏi; ba là, hành."
        >>> [(item.marker, item.number, item.style) for item in find_directives(text)]
        [('một là', 1, 'spelled'), ('hai là', 2, 'spelled'), ('ba là', 3, 'spelled')]
    """
    page = read_page(text)
    candidates = find_candidates(page)
    items: list[Directive] = []
    lists = 0
    if candidates:
        chains = build_chains(page, candidates)
        set_ends(page, chains)
        blanks = _first_blanks(page)
        kept = [c for c in chains if _is_list(page, c, blanks) or (legal and c.kind in STRUCTURE)]
        items, lists = _records(page, kept, legal=legal), len(kept)
    return _merged(items, find_rows(page, lists))


def _merged(items: list[Directive], rows: list[Directive]) -> list[Directive]:
    """The items of lists and the rows of tables in text order, each with its parent."""
    if not rows:
        return items
    both = sorted([*items, *rows], key=lambda item: (item.start, -item.end))
    places = {id(item): place for place, item in enumerate(both)}
    homes = {id(item): home for home in (items, rows) for item in home}
    return [
        item
        if item.parent is None
        else replace(item, parent=places[id(homes[id(item)][item.parent])])
        for item in both
    ]


def _first_blanks(page: Page) -> dict[str, int]:
    """Where the blank of a form that bears a number (*Kính gửi: ……(1)……*) first ends."""
    first: dict[str, int] = {}
    for match in _BLANK.finditer(page.view.text):
        first.setdefault(match[1] or match[2], match.end())
    return first


def _is_list(page: Page, chain: Chain, blanks: Mapping[str, int]) -> bool:
    if len(chain.items) == 1 or chain.kind in STRUCTURE:
        return False
    counts = any(b - a == 1 for a, b in pairwise(_numbers(chain)))
    return counts and not _are_notes(page, chain, blanks)


def _are_notes(page: Page, chain: Chain, blanks: Mapping[str, int]) -> bool:
    """Whether a list stands behind the end of a document, explains a form, or cites sources."""
    if chain.parent is not None or chain.kind not in ("arabic", "letter"):
        return False
    if _explains(blanks, chain):
        return True
    if is_announced(page.view.lower, chain.items[0].candidate.start):
        return chain.is_note
    found = sum(
        bool(bibliography().search(page.view.lower, at, min(item.end, at + _LONGEST_NOTE)))
        for item in chain.items
        for at in (item.candidate.body,)
    )
    return chain.is_note or 3 * found > 2 * len(chain.items)


def _explains(blanks: Mapping[str, int], chain: Chain) -> bool:
    """Whether the first items are numbered as blanks of a form above the list are."""
    first = chain.items[0].candidate
    return first.form == "()" and all(
        blanks.get(str(item.number), first.start + 1) <= first.start
        for item in chain.items[:_FIRST]
    )


def _numbers(chain: Chain) -> list[int]:
    """The numbers of the items; lettered lists count in the alphabet that fits them."""
    if chain.kind not in ("letter", "capital"):
        return [item.number for item in chain.items]
    rules = marker_rules()
    letters = "".join(item.candidate.letter for item in chain.items)
    latin = "de" in letters or any(letter in "fjwz" for letter in letters)
    order = rules.latin if latin else rules.vietnamese
    return [order.find(letter) + 1 for letter in letters]


def _records(page: Page, chains: list[Chain], *, legal: bool) -> list[Directive]:
    view = page.joined
    placed = [
        _Placed(item, number, index)
        for index, chain in enumerate(chains)
        for item, number in zip(chain.items, _numbers(chain), strict=True)
    ]
    placed.sort(key=lambda p: (p.item.candidate.start, -p.item.end))
    order = {id(p.item): index for index, p in enumerate(placed)}
    leads = [lead_in(page, chain) for chain in chains]
    records: list[Directive] = []
    for item, number, index in placed:
        above = item.home.parent
        while above is not None and id(above) not in order:
            above = above.home.parent
        parent = order[id(above)] if above is not None else None
        kind = _kind(item)
        start, end = view.span(item.candidate.start, item.end)
        outer = records[parent] if parent is not None else None
        style = _STYLES.get(kind, kind)
        records.append(
            Directive(
                start,
                end,
                view.source[start:end],
                marker=view.surface(item.candidate.start, item.candidate.end),
                number=number,
                style=_legal_style(kind, style, outer) if legal else style,
                level=outer.level + 1 if outer is not None else 0,
                parent=parent,
                list=index,
                lead_in=leads[index],
                heading=heading(page, item),
                rule=kind,
            )
        )
    marks = [p.item.candidate for p in placed]
    places = [(m.start, m.end, p.item.end) for m, p in zip(marks, placed, strict=True)]
    return read_items(view, records, places)


def _kind(item: Item) -> str:
    kinds = [reading.kind for reading in item.candidate.readings]
    return item.home.kind if item.home.kind in kinds else kinds[0]


def _legal_style(kind: str, style: str, outer: Directive | None) -> str:
    """The style of a clause (*khoản*) or point (*điểm*) of an article; other styles stay."""
    above = outer.style if outer is not None else ""
    if kind == "arabic" and above == "article":
        return "clause"
    if kind == "letter" and above in ("article", "clause"):
        return "point"
    return style
