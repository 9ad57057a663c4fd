"""Measuring who is who: pairs of appearances of one human, against annotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from vnpolitext.errors import expect
from vnpolitext.evaluation.facts import PlainDocument, annotated
from vnpolitext.evaluation.score import Figure
from vnpolitext.people import Resolution
from vnpolitext.progress import under_way

Span = tuple[int, int]


@under_way("identity figure")
def identity_figure(documents: Iterable[PlainDocument], resolution: Resolution) -> Figure:
    """Return the pairwise figure of who is who across documents.

    A pair is two annotated persons, of one document or of two. It is gold where the annotation says
    that both are one human, predicted where both are appearances of one identity. An annotated
    person whom no record has is one of no pair that is predicted.

    Args:
        documents: Annotated documents with ``id`` and ``persons``, each of these with ``person``,
            the same value wherever the human is named, and ``mentions``.
        resolution: Who is who in the documents of these identifiers.

    Returns:
        The counts of pairs, with precision, recall and F1.

    Example:
        >>> from types import SimpleNamespace
        >>> from vnpolitext.officials import find_persons
        >>> from vnpolitext.people import resolve_persons
        >>> text = "Ông Lò Văn Nọi, Bí thư Tỉnh ủy Sơn La, phát biểu."
        >>> person = {"person": 1, "mentions": [[4, 14]]}
        >>> gold = [{"id": name, "persons": [person]} for name in "ab"]
        >>> found = resolve_persons(
        ...     SimpleNamespace(id=name, metadata={}, text=text, persons=find_persons(text))
        ...     for name in "ab"
        ... )
        >>> identity_figure(gold, found).f1
        1.0
    """
    expect(resolution, Resolution, "who is who is wanted, as of resolve_persons()")
    known = _spans(resolution)
    persons = [
        (person["person"], _identity(known.get(document["id"], []), person["mentions"]))
        for document in annotated(documents)
        for person in document["persons"]
    ]
    wanted = predicted = right = 0
    for (one, left), (other, found) in combinations(persons, 2):
        same, joined = one == other, left is not None and left == found
        wanted += same
        predicted += joined
        right += same and joined
    return Figure(gold=wanted, predicted=predicted, found=right, right=right)


def _spans(resolution: Resolution) -> dict[str, list[tuple[Span, int]]]:
    """Return the mentions of each document with the number of their identity."""
    known: dict[str, list[tuple[Span, int]]] = {}
    for number, identity in enumerate(resolution.identities):
        for each in identity.appearances:
            spans = known.setdefault(each.document, [])
            spans += (((start, end), number) for start, end in each.person.mentions)
    return known


def _identity(known: list[tuple[Span, int]], mentions: Iterable[Iterable[int]]) -> int | None:
    """Return the identity to which most of an annotated person's mentions belong."""
    votes = list(_votes(known, mentions))
    return max(votes, key=votes.count, default=None)


def _votes(known: list[tuple[Span, int]], mentions: Iterable[Iterable[int]]) -> Iterator[int]:
    for start, end in mentions:
        yield from (number for (first, last), number in known if first < end and start < last)
