"""Lists whose lines or items come back in the same order: which of them make one record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

Piece = TypeVar("Piece")
_FEWEST: Final = 2


def runs(
    pieces: Iterable[Piece], tell: Callable[[Piece], str]
) -> Iterator[list[tuple[Piece, str]]]:
    """Yield the stretches of pieces of which ``tell`` says what they are, one after the other.

    >>> list(runs("aB..c", lambda piece: piece.strip(".")))
    [[('a', 'a'), ('B', 'B')], [('c', 'c')]]
    """
    run: list[tuple[Piece, str]] = []
    for piece in pieces:
        told = tell(piece)
        if told:
            run.append((piece, told))
        elif run:
            yield run
            run = []
    if run:
        yield run


def usual(kinds: Sequence[str]) -> tuple[str, float] | None:
    """Return the kind that most items of a list have, with its share, if there is such a kind.

    >>> usual(["after", "after", "before", "after"]), usual(["after", "before"])
    (('after', 0.75), None)
    """
    if len(kinds) < _FEWEST:
        return None
    (kind, count), *others = Counter(kinds).most_common()
    if others and others[0][1] * 2 > count:
        return None
    return kind, count / len(kinds)


def group(
    run: Sequence[tuple[Piece, str]], owner: str, owned: str, closing: str = ""
) -> list[tuple[list[Piece], list[Piece]]]:
    """Return the records of a list: pieces of the kind ``owner`` with those of the kind ``owned``.

    What is owned stands in all records behind its owner, or in all before it; one owner alone has
    all that follows. A list with another order has no records. Where what is owned heads its
    owners, a piece of the kind ``closing`` below them begins something else, up to the next one.

    >>> group([("An", "name"), ("x", "word"), ("Ba", "name"), ("y", "word")], "name", "word")
    [(['An'], ['x']), (['Ba'], ['y'])]
    """
    kinds = [kind for _, kind in run]
    if kinds.count(owner) < _FEWEST or owned not in kinds:
        return []
    marks = [kind for kind in kinds if kind in {owner, owned}]
    changes = [kind for at, kind in enumerate(marks) if at == 0 or marks[at - 1] != kind]
    stacked = changes[0] == owned and changes[-1] == owner
    if stacked and changes.count(owned) >= _FEWEST:
        opening = owned
    elif marks.count(owner) != changes.count(owner) or changes[0] == changes[-1]:
        return []
    else:
        opening = changes[0]
    records: list[tuple[list[Piece], list[Piece]]] = []
    before = ""
    is_closed = False
    for piece, kind in run:
        if kind == closing and opening == owned and before == owner:
            is_closed = True
        is_closed = is_closed and kind != owned
        if kind not in {owner, owned} or is_closed:
            continue
        if kind == opening and before != opening:
            records.append(([], []))
        records[-1][kind == owned].append(piece)
        before = kind
    return records
