"""Draw passages for coding by hand: as many of each group, at most a few of a document."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from vnpolitext.errors import expect
from vnpolitext.progress import under_way
from vnpolitext.text import sentences
from vnpolitext.themes.documents import Document, Grouping, group_labels
from vnpolitext.themes.sections import split_sections

SHORTEST: Final = 60
SENTENCES: Final = (2, 5)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage to be coded.

    Attributes:
        id: ``"p001"``, ``"p002"``, ... in the order of the sheet.
        group: The group of its document.
        document: The passage as a document of its own, which knows the records of its source.
        source: Identifier of the document it was drawn from.
        start: Where it begins in that document's text.
        end: Where it ends.
    """

    id: str
    group: str
    document: Document
    source: str
    start: int
    end: int


@under_way("draw passages")
def draw_passages(
    documents: Sequence[Document],
    n: int,
    *,
    by: Grouping = None,
    per_document: int = 1,
    random_state: int = 0,
) -> list[Passage]:
    """Draw passages of two to five whole sentences out of sections of running text.

    Groups are served in turn, so that small ones have as many passages as large ones while they
    last. The same documents, arguments and seed give the same passages.

    Args:
        documents: The documents.
        n: Number of passages; fewer where there are not as many.
        by: How documents are grouped, see `group_labels`; by default they are one group.
        per_document: At most so many of a document.
        random_state: Seed of the draw.

    Raises:
        ValueError: There is no passage to draw.
    """
    expect(documents, Sequence, "documents are wanted, as of as_documents()")
    expect(n, int, "the number of passages is wanted")
    chance = random.Random(random_state)  # noqa: S311 - a draw that can be repeated
    labels = [""] * len(documents) if by is None else group_labels(documents, by)
    pools: dict[str, list[Document]] = {label: [] for label in sorted(set(labels))}
    for label, document in zip(labels, documents, strict=True):
        pools[label].append(document)
    waiting = {label: _of_group(pool, per_document, chance) for label, pool in pools.items()}
    drawn: list[tuple[str, Document, int, int]] = []
    while waiting and len(drawn) < n:
        for label in list(waiting):
            found = next(waiting[label], None)
            if found is None:
                del waiting[label]
            elif len(drawn) < n:
                drawn.append((label, *found))
    if not drawn:
        raise ValueError(f"no document has {SENTENCES[0]} sentences of running text to draw")
    chance.shuffle(drawn)
    width = max(3, len(str(len(drawn))))
    return [
        _passage(f"p{number:0{width}}", label, document, start, end)
        for number, (label, document, start, end) in enumerate(drawn, 1)
    ]


def _passage(name: str, group: str, document: Document, start: int, end: int) -> Passage:
    offset = document.offset + start
    part = Document(name, document.text[start:end], document.metadata, document.source, offset)
    return Passage(name, group, part, document.id, start, end)


def _of_group(
    pool: list[Document], per_document: int, chance: random.Random
) -> Iterator[tuple[Document, int, int]]:
    """Yield passages of a group: one of each document first, then further ones."""
    order = chance.sample(pool, len(pool))
    taken: dict[str, list[tuple[int, int]]] = {}
    for _ in range(per_document):
        for document in order:
            spans = [
                span
                for span in _spans(document, chance)
                if all(
                    span[1] <= start or span[0] >= end for start, end in taken.get(document.id, ())
                )
            ]
            if spans:
                span = chance.choice(spans)
                taken.setdefault(document.id, []).append(span)
                yield document, *span


def _spans(document: Document, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Yield one stretch of sentences of each section."""
    for section in split_sections(document):
        found = [
            sentence
            for sentence in sentences(section.text)
            if len(sentence.text.split()) > 2 and sentence.text.rstrip()[-1:] in ".!?…:;\"”'"
        ]
        low, high = SENTENCES
        if len(found) < low:
            continue
        count = min(chance.randint(low, high), len(found))
        first = chance.randrange(len(found) - count + 1)
        start = section.start + found[first].start
        end = section.start + found[first + count - 1].end
        if end - start >= SHORTEST:
            yield start, end
