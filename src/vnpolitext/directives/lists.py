"""Lists as a whole: their items and the problems of their numbering."""

from collections.abc import Sequence
from itertools import pairwise

from vnpolitext.directives.find import find_directives
from vnpolitext.directives.items import items_of
from vnpolitext.directives.records import Directive, DirectiveList, Problem
from vnpolitext.errors import expect_text
from vnpolitext.text import View


def find_lists(text: str | View) -> list[DirectiveList]:
    r"""Return the numbered lists of ``text`` in text order, with the problems of their numbering.

    Example:
        >>> [found] = find_lists("1. Học.\n2. Hỏi.\n2. Ghi.\n4. Hành.")
        >>> [(problem.kind, problem.number) for problem in found.problems]
        [('doubled', 2), ('missing', 3)]
    """
    view = View.of(text)
    return group_lists(view.source, find_directives(view))


def group_lists(text: str, directives: Sequence[Directive]) -> list[DirectiveList]:
    """Return the lists that ``directives``, a document's flat list of items, belong to."""
    expect_text(text)
    directives = items_of(directives)
    members: dict[int, list[int]] = {}
    for index, item in enumerate(directives):
        members.setdefault(item.list, []).append(index)
    lists = []
    for number, indices in members.items():
        first, last = directives[indices[0]], directives[indices[-1]]
        lists.append(
            DirectiveList(
                first.start,
                last.end,
                text[first.start : last.end],
                index=number,
                style=first.style,
                level=first.level,
                parent=first.parent,
                items=tuple(indices),
                lead_in=first.lead_in,
                problems=_problems(directives, indices),
            )
        )
    return lists


def _problems(directives: Sequence[Directive], indices: list[int]) -> tuple[Problem, ...]:
    found = []
    first = directives[indices[0]]
    if first.number != 1:
        found.append(Problem("late", first.number, indices[0]))
    for before, here in pairwise(indices):
        last, item = directives[before], directives[here]
        if item.number == last.number:
            found.append(Problem("doubled", item.number, here))
        found += [Problem("missing", n, here) for n in range(last.number + 1, item.number)]
        if item.style != last.style:
            found.append(Problem("mixed", item.number, here))
    return tuple(found)
