"""Finding numbered items: markers, lists, extents, records."""

from dataclasses import dataclass
from itertools import pairwise

from vnpolitext.directives.build import STRUCTURE, Chain, Item, build_chains
from vnpolitext.directives.extent import set_ends
from vnpolitext.directives.layout import Layout
from vnpolitext.directives.notes import is_note
from vnpolitext.directives.records import Directive
from vnpolitext.directives.rules import marker_rules
from vnpolitext.directives.scan import find_candidates
from vnpolitext.text import View

_STYLES = {
    "dotted": "arabic",
    "small_roman": "roman",
    "capital": "letter",
}


def find_directives(text: str | View) -> list[Directive]:
    """Return the items of every numbered list of ``text`` (*đề mục đánh số*), in text order.

    Example:
        >>> text = "Cần làm ba việc: một là, học; hai là, hỏi; ba là, hành."
        >>> [(item.marker, item.number, item.style) for item in find_directives(text)]
        [('một là', 1, 'spelled'), ('hai là', 2, 'spelled'), ('ba là', 3, 'spelled')]
    """
    view = View.of(text)
    layout = Layout(view)
    candidates = find_candidates(layout)
    if not candidates:
        return []
    chains = build_chains(layout, candidates)
    set_ends(layout, chains)
    return _records(view, [c for c in chains if _is_list(layout, c)])


def _is_list(layout: Layout, chain: Chain) -> bool:
    if chain.kind in STRUCTURE or is_note(layout, chain):
        return False
    return any(b - a == 1 for a, b in pairwise(_numbers(chain)))


def _numbers(chain: Chain) -> list[int]:
    """The numbers of the items; lettered lists count in the alphabet that fits them."""
    if chain.kind not in ("letter", "capital"):
        return [item.number for item in chain.items]
    rules = marker_rules()
    letters = "".join(item.candidate.letter for item in chain.items)
    latin = "de" in letters or any(letter in "fjwz" for letter in letters)
    order = rules.latin if latin else rules.vietnamese
    return [order.find(letter) + 1 for letter in letters]


@dataclass(slots=True)
class _Placed:
    item: Item
    number: int
    chain: int


def _records(view: View, chains: list[Chain]) -> list[Directive]:
    placed = [
        _Placed(item, number, index)
        for index, chain in enumerate(chains)
        for item, number in zip(chain.items, _numbers(chain), strict=True)
    ]
    placed.sort(key=lambda p: (p.item.candidate.start, -p.item.end))
    order = {id(p.item): index for index, p in enumerate(placed)}
    levels: list[int] = []
    records: list[Directive] = []
    for p in placed:
        above = p.item.home.parent
        while above is not None and id(above) not in order:
            above = above.home.parent
        parent = order[id(above)] if above is not None else None
        level = 0 if parent is None else levels[parent] + 1
        levels.append(level)
        start, end = view.span(p.item.candidate.start, p.item.end)
        kind = p.item.home.kind
        reading = next(
            (r for r in p.item.candidate.readings if r.kind == kind), p.item.candidate.readings[0]
        )
        records.append(
            Directive(
                start,
                end,
                view.source[start:end],
                marker=view.surface(p.item.candidate.start, p.item.candidate.end),
                number=p.number,
                style=_STYLES.get(reading.kind, reading.kind),
                level=level,
                parent=parent,
                list=p.chain,
                rule=reading.kind,
            )
        )
    return records
