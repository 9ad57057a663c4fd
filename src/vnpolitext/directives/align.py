"""Pairing the items of two documents that say the same thing.

How near two items are, and which are pairs, is found in `pairing`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from itertools import islice
from typing import Final

from vnpolitext.directives.falling_due import last_day
from vnpolitext.directives.items import HasDirectives, items_of
from vnpolitext.directives.marked import marked, side_by_side
from vnpolitext.directives.pairing import WORD, chosen, embedded_scores, word_scores
from vnpolitext.directives.records import Directive
from vnpolitext.models import Embedder
from vnpolitext.progress import under_way
from vnpolitext.text import Span, View

_EDGE: Final = " .:;)-/*_\n"
_MOST_WORDS: Final = 2000


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two items that say the same thing.

    Attributes:
        a: Index of the item in the first document's list.
        b: Index of the item in the second document's list.
        score: Similarity of their words, 0 to 1.
        status: ``"same"`` where the folded words are equal, else ``"reworded"``.
        shared_a: Runs of words in the first item that the second has too, in document offsets.
        shared_b: The same runs in the second item.
        only_a: Runs of words that only the first item has (dropped).
        only_b: Runs of words that only the second item has (new).
        strength: ``"stronger"`` or ``"weaker"`` where the second item binds more or less than the
            first, by the level of [`Strength`][vnpolitext.directives.Strength]; else ``None``.
        deadline: ``"earlier"`` or ``"later"`` where the first deadline of the second item ends
            before or after that of the first, ``"same"``, ``"new"`` or ``"dropped"`` where only
            one of them has one; ``None`` where neither has, or the texts do not say which is first.
    """

    a: int
    b: int
    score: float
    status: str
    shared_a: tuple[Span, ...] = ()
    shared_b: tuple[Span, ...] = ()
    only_a: tuple[Span, ...] = ()
    only_b: tuple[Span, ...] = ()
    strength: str | None = None
    deadline: str | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the items of one document came into another.

    Attributes:
        pairs: The pairs, in the order of the first document.
        dropped: Indices of the first document's items that have no pair.
        new: Indices of the second document's items that have no pair.
        a: The first document's items.
        b: The second document's items.
    """

    pairs: tuple[AlignedPair, ...] = ()
    dropped: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    a: tuple[Directive, ...] = ()
    b: tuple[Directive, ...] = ()

    def __repr__(self) -> str:
        """Count what stayed, was reworded, dropped, or is new."""
        same = sum(pair.status == "same" for pair in self.pairs)
        counts = {
            "same": same,
            "reworded": len(self.pairs) - same,
            "dropped": len(self.dropped),
            "new": len(self.new),
        }
        return f"Alignment({', '.join(f'{count:,} {name}' for name, count in counts.items())})"

    def _repr_html_(self) -> str:
        rows = [
            (
                " · ".join(filter(None, (pair.status, pair.strength, pair.deadline))),
                _shown(self.a, pair.a, pair.only_a, "a"),
                _shown(self.b, pair.b, pair.only_b, "b"),
            )
            for pair in self.pairs
        ]
        rows += [("dropped", _shown(self.a, at, (), "a"), "") for at in self.dropped]
        rows += [("new", "", _shown(self.b, at, (), "b")) for at in self.new]
        return side_by_side(repr(self), rows)

    def rows(self) -> list[dict[str, object]]:
        """Return one row an item or pair: the table for a study of diffusion.

        ``status`` is ``"same"``, ``"reworded"``, ``"dropped"`` or ``"new"``.
        """
        rows: list[dict[str, object]] = [
            {
                "status": pair.status,
                "score": pair.score,
                "strength": pair.strength,
                "deadline": pair.deadline,
                "a": pair.a,
                "b": pair.b,
                "text_a": own_text(self.a, pair.a),
                "text_b": own_text(self.b, pair.b),
                "shared": [span.text for span in pair.shared_a],
                "only_a": [span.text for span in pair.only_a],
                "only_b": [span.text for span in pair.only_b],
            }
            for pair in self.pairs
        ]
        for status, side, indices, items in (
            ("dropped", "a", self.dropped, self.a),
            ("new", "b", self.new, self.b),
        ):
            rows += [
                {"status": status, "score": 0.0, side: i, f"text_{side}": own_text(items, i)}
                for i in indices
            ]
        return rows


@under_way("align directives")
def align_directives(
    a: HasDirectives | Sequence[Directive],
    b: HasDirectives | Sequence[Directive],
    *,
    threshold: float = 0.1,
    embedder: str | Embedder | None = None,
) -> Alignment:
    r"""Pair the items of two documents that say the same thing, one to one.

    Args:
        a: The earlier or higher document, such as a central resolution, or its list of items.
        b: The later or lower one, such as a province's programme.
        threshold: Pairs with a lower score are no pairs. Those below 0.2 are pairs only where the
            documents have a nearer one, and where all other items are much further off.
        embedder: A model of the kind ``embeddings``, or its name, whose cosines are the scores in
            the place of those of counted words.

    Example:
        >>> from vnpolitext.directives import find_directives
        >>> central = find_directives("1. Phát triển kinh tế số.\n2. Bảo vệ rừng đầu nguồn.")
        >>> local = find_directives("1. Bảo vệ nghiêm rừng đầu nguồn.\n2. Mở lớp xóa mù chữ.")
        >>> alignment = align_directives(central, local)
        >>> [(pair.a, pair.b, pair.status) for pair in alignment.pairs]
        [(1, 0, 'reworded')]
        >>> alignment.dropped, alignment.new
        ((0,), (1,))
        >>> [span.text for span in alignment.pairs[0].only_b]
        ['nghiêm']
    """
    first, second = items_of(a), items_of(b)
    texts_a = [own_text(first, i) for i in range(len(first))]
    texts_b = [own_text(second, i) for i in range(len(second))]
    if embedder is None:
        scores = word_scores(texts_a, texts_b)
    else:
        scores = embedded_scores(embedder, texts_a, texts_b)
    pairs = tuple(
        _pair((first, i), (second, j), round(float(scores[i, j]), 4))
        for i, j in chosen(scores, threshold)
    )
    used_a, used_b = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    return Alignment(
        pairs,
        dropped=tuple(i for i in range(len(first)) if i not in used_a),
        new=tuple(j for j in range(len(second)) if j not in used_b),
        a=tuple(first),
        b=tuple(second),
    )


def own_text(items: Sequence[Directive], index: int) -> str:
    """Return the words of an item without its marker and without the items inside it."""
    item = items[index]
    start, end = _own(items, index)
    return " ".join(item.text[start - item.start : end - item.start].strip(_EDGE).split())


def _own(items: Sequence[Directive], index: int) -> tuple[int, int]:
    """Where an item's own words begin and end: its first inner item follows it in the list."""
    item = items[index]
    start = item.start + len(item.marker)
    inner = items[index + 1] if index + 1 < len(items) else None
    end = inner.start if inner is not None and inner.parent == index else item.end
    return start, max(start, end)


def _shown(items: Sequence[Directive], index: int, only: Sequence[Span], side: str) -> str:
    """An item's own words as HTML, with those marked that only it has."""
    item = items[index]
    start, end = _own(items, index)
    words = item.text[start - item.start : end - item.start].rstrip()
    return f"<b>{escape(item.marker)}</b> {marked(words, start, only, side)}"


def _pair(
    a: tuple[Sequence[Directive], int], b: tuple[Sequence[Directive], int], score: float
) -> AlignedPair:
    tokens_a, tokens_b = _tokens(*a), _tokens(*b)
    matcher = SequenceMatcher(
        None, [t.text for t in tokens_a], [t.text for t in tokens_b], autojunk=False
    )
    blocks = matcher.get_matching_blocks()
    runs_a = [(block.a, block.a + block.size) for block in blocks if block.size]
    runs_b = [(block.b, block.b + block.size) for block in blocks if block.size]
    only_a, only_b = _between(runs_a, len(tokens_a)), _between(runs_b, len(tokens_b))
    return AlignedPair(
        a[1],
        b[1],
        score,
        "reworded" if only_a or only_b else "same",
        _runs(a, tokens_a, runs_a),
        _runs(b, tokens_b, runs_b),
        _runs(a, tokens_a, only_a),
        _runs(b, tokens_b, only_b),
        _strength(a[0][a[1]], b[0][b[1]]),
        _deadline(a[0][a[1]], b[0][b[1]]),
    )


def _strength(a: Directive, b: Directive) -> str | None:
    if a.strength is None or b.strength is None or a.strength.level == b.strength.level:
        return None
    return "stronger" if b.strength.level > a.strength.level else "weaker"


def _deadline(a: Directive, b: Directive) -> str | None:
    """How the first deadline of an item changed that is no period which recurs."""
    first, second = (
        next((each for each in item.deadlines if each.relation != "every"), None) for item in (a, b)
    )
    if first is None or second is None:
        return None if first is second else "new" if first is None else "dropped"
    one, other = (last_day(each, "", None)[0] for each in (first, second))
    if first.due == second.due and first.due is not None:
        return "same"
    if one is None or other is None:
        return None
    return "same" if one == other else "earlier" if other < one else "later"


def _tokens(items: Sequence[Directive], index: int) -> list[Span]:
    """The folded words of an item with their places in the document."""
    item = items[index]
    start, end = _own(items, index)
    view = View.of(item.text[start - item.start : end - item.start])
    tokens = []
    for match in islice(WORD.finditer(view.lower), _MOST_WORDS):
        first, last = view.span(match.start(), match.end())
        tokens.append(Span(start + first, start + last, match[0]))
    return tokens


def _between(runs: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """The gaps between ``runs`` of words."""
    edges = [0, *(edge for run in runs for edge in run), length]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    return [(start, end) for start, end in gaps if start < end]


def _runs(
    place: tuple[Sequence[Directive], int], tokens: list[Span], runs: list[tuple[int, int]]
) -> tuple[Span, ...]:
    item = place[0][place[1]]
    spans = ((tokens[first].start, tokens[last - 1].end) for first, last in runs)
    return tuple(Span(a, b, item.text[a - item.start : b - item.start]) for a, b in spans)
