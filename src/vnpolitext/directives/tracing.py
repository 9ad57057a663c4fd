"""One document against many: which of its orders is taken up where, how literally, how late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from importlib import import_module
from typing import Any, Final

from vnpolitext.directives.align import align_directives, own_text
from vnpolitext.directives.following import OrderingDocument, day_of
from vnpolitext.errors import documents_with, expect
from vnpolitext.models import Embedder
from vnpolitext.progress import under_way

_WANTED: Final = "rows are wanted, as of trace()"


@dataclass(frozen=True, slots=True)
class TakenUp:
    """One order of a document, as another document takes it up (*cụ thể hóa*).

    Attributes:
        item: Index of the order in the first document's list of directives.
        task: Its words.
        document: Identifier of the document that takes it up; ``None`` where none does.
        date: Day of that document, ISO 8601, or ``None``.
        lag: Days from the day of the first document to that day, where both are known.
        taken: Index of the item that takes it up in that document's list.
        text: The words of that item.
        score: Similarity of the words, 0 to 1: how literally it is taken up.
        status: ``"same"`` where the folded words are equal, else ``"reworded"``; ``"dropped"``
            where no document takes it up.
        strength: As of [`AlignedPair`][vnpolitext.directives.AlignedPair].
        deadline: As of [`AlignedPair`][vnpolitext.directives.AlignedPair].
    """

    item: int
    task: str
    document: str | None
    date: str | None
    lag: int | None
    taken: int | None
    text: str | None
    score: float
    status: str
    strength: str | None = None
    deadline: str | None = None


@under_way("trace")
def trace(
    document: OrderingDocument,
    analyses: Iterable[OrderingDocument],
    *,
    threshold: float = 0.2,
    embedder: str | Embedder | None = None,
) -> list[TakenUp]:
    r"""Return which order of a document is taken up where, how literally and how late.

    Documents dated before the first one, and the first one itself, are passed over.

    Args:
        document: The document whose orders are followed, such as a central resolution.
        analyses: The documents that may take them up, such as the programmes of provinces.
        threshold: Pairs of items with a lower score are none, see `align_directives`.
        embedder: As of `align_directives`.

    Returns:
        The rows by order, then by day; an order that no document takes up has one row.

    Example:
        >>> import vnpolitext as vp
        >>> plan = "1. Bảo vệ rừng đầu nguồn.\n2. Mở lớp xóa mù chữ."
        >>> first = vp.analyze(plan, id="a", metadata={"published": "2025-01-10"})
        >>> text = "1. Trồng mắc ca.\n2. Phải bảo vệ nghiêm rừng đầu nguồn."
        >>> other = vp.analyze(text, id="b", metadata={"published": "2025-02-09"})
        >>> [(row.item, row.document, row.lag, row.status) for row in trace(first, [other])]
        [(0, 'b', 30, 'reworded'), (1, None, None, 'dropped')]
    """
    if not (hasattr(document, "directives") and hasattr(document, "metadata")):
        given = type(document).__name__
        raise TypeError(f"one document is wanted whose orders are followed, not {given}")
    day = day_of(document)
    found: dict[int, list[TakenUp]] = {
        index: [] for index, item in enumerate(document.directives) if item.is_directive
    }
    for other in documents_with(analyses, "directives"):
        when = day_of(other)
        if other.id == document.id or (day and when and when < day):
            continue
        for row in _rows(document, other, (day, when), threshold, embedder):
            found.get(row.item, []).append(row)
    rows: list[TakenUp] = []
    for index, taken in found.items():
        task = own_text(document.directives, index)
        none = TakenUp(index, task, None, None, None, None, None, 0.0, "dropped")
        rows += sorted(taken, key=lambda row: (row.date or "9999", row.document or "")) or [none]
    return rows


@under_way("trace frame")
def trace_frame(rows: Iterable[TakenUp]) -> Any:
    """Return what `trace` found as a pandas ``DataFrame``; ``date`` is a ``datetime64`` column."""
    pandas = import_module("pandas")
    names = [each.name for each in fields(TakenUp)]
    expect(rows, Iterable, _WANTED)
    known = list(rows)
    for row in known:
        expect(row, TakenUp, _WANTED)
    frame = pandas.DataFrame(
        [[getattr(row, name) for name in names] for row in known], columns=names
    )
    frame["date"] = pandas.to_datetime(frame["date"], errors="coerce", format="ISO8601")
    for name in ("lag", "taken"):
        frame[name] = frame[name].astype("Int64")
    return frame


def _rows(
    document: OrderingDocument,
    other: OrderingDocument,
    days: tuple[str | None, str | None],
    threshold: float,
    embedder: str | Embedder | None,
) -> Iterator[TakenUp]:
    alignment = align_directives(document, other, threshold=threshold, embedder=embedder)
    for pair in alignment.pairs:
        yield TakenUp(
            item=pair.a,
            task=own_text(alignment.a, pair.a),
            document=other.id,
            date=days[1],
            lag=_lag(*days),
            taken=pair.b,
            text=own_text(alignment.b, pair.b),
            score=pair.score,
            status=pair.status,
            strength=pair.strength,
            deadline=pair.deadline,
        )


def _lag(first: str | None, second: str | None) -> int | None:
    try:
        return (date.fromisoformat(second or "") - date.fromisoformat(first or "")).days
    except ValueError:
        return None
