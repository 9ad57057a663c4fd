"""Shared passages: stretches of text that stand in two or more documents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from vnpolitext.notebook import counted
from vnpolitext.progress import track, under_way
from vnpolitext.text import View
from vnpolitext.themes.documents import Document, DocumentsLike, as_documents
from vnpolitext.themes.fingerprints import Ints, Runs, longest_run, shared_runs

_SYLLABLE: Final = re.compile(r"([^\W_]+)")
_SHOWN: Final = 20
_PAIR_COLUMNS: Final = (
    "document_a", "start_a", "end_a", "document_b", "start_b", "end_b",
    "syllables", "overlap", "text_a", "text_b",
)  # fmt: skip
_CLUSTER_COLUMNS: Final = (
    "cluster", "document", "start", "end", "syllables", "published", "first", "documents", "text",
)  # fmt: skip


@dataclass(frozen=True)
class SharedPassages:
    """What documents have in common word for word.

    Attributes:
        pairs: One row a passage and pair of documents, longest first: ``document_a``, ``start_a``,
            ``end_a``, ``document_b``, ``start_b``, ``end_b``, ``syllables`` (equal in both),
            ``overlap`` (their share of the longer side), ``text_a``, ``text_b``, ``cluster``.
        clusters: One row a passage and document, the most widespread first: ``cluster``,
            ``document``, ``start``, ``end``, ``syllables``, ``published``, ``first`` (the earliest
            dated member), ``documents`` (in the cluster), ``text``.
        note: Why there is nothing, when there is nothing.
    """

    pairs: pd.DataFrame
    clusters: pd.DataFrame
    note: str = ""

    def __repr__(self) -> str:
        """Count the pairs and the clusters."""
        clusters = counted(self.clusters["cluster"].nunique(), "cluster")
        return f"SharedPassages({counted(len(self.pairs), 'pair')}, {clusters})"

    def _repr_html_(self) -> str:
        if self.note:
            return f"<p>{escape(self.note)}</p>"
        passages, clusters = len(self.pairs), self.clusters["cluster"].nunique()
        shown = self.pairs.head(_SHOWN).to_html(border=0, float_format="{:.2f}".format)
        return f"<p>Pairs: {passages:,}; clusters: {clusters:,}. The longest:</p>{shown}"


@dataclass(frozen=True)
class _Syllables:
    """All syllables of all documents; ``codes`` has -1 after each document and for page chrome.

    ``starts`` and ``ends`` are offsets in the folded views of the documents.
    """

    codes: Ints
    rows: Ints
    starts: Ints
    ends: Ints
    views: Sequence[View]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Where syllables ``first`` to ``end`` stand in their document, as it was read."""
        view = self.views[int(self.rows[first])]
        return view.span(int(self.starts[first]), int(self.ends[end - 1]))


class _Codes(dict[str, int]):
    """Numbers syllables in the order in which they are asked for."""

    def __missing__(self, syllable: str) -> int:
        self[syllable] = code = len(self)
        return code


@dataclass(frozen=True, slots=True)
class _Passage:
    """A shared stretch in syllable positions, ends exclusive."""

    a: int
    a_end: int
    b: int
    b_end: int
    equal: int


@under_way("shared passages")
def shared_passages(
    documents: DocumentsLike,
    *,
    min_syllables: int = 10,
    max_gap: int = 3,
    crowd: int = 50,
) -> SharedPassages:
    """Find slogans and copied paragraphs (*đoạn văn trùng lặp*).

    Texts are compared by syllables, without regard to letter case, tone placement, blanks and
    marks. Equal runs are found by winnowing (see
    [`shared_runs`][vnpolitext.themes.fingerprints.shared_runs]), so that time grows with the length
    of the texts and not with the number of pairs. Every run of ``min_syllables`` is found; runs
    parted by a few changed syllables are joined. A stretch is paired once with each other document.
    Where the documents carry layout blocks, page chrome is left out.

    Args:
        documents: Texts or records.
        min_syllables: Least number of equal syllables of a passage.
        max_gap: Greatest number of syllables that may differ between two runs of one passage.
        crowd: A passage with more occurrences than this is paired with the next one only; its
            cluster is whole all the same.

    Returns:
        Pairs and clusters; with nothing found, a note that says how close the texts come.

    Example:
        >>> slogan = "dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát"
        >>> shared = shared_passages({"a": f"Thực hiện {slogan}.", "b": f"Phương châm: {slogan}!"})
        >>> shared.pairs[["start_a", "end_a", "syllables"]].values.tolist()
        [[10, 64, 12]]
    """
    if min_syllables < 2:
        raise ValueError(f"min_syllables is {min_syllables}; a passage has at least 2")
    read = as_documents(documents)
    syllables = _syllables(read)
    runs = shared_runs(syllables.codes, syllables.rows, min_syllables, crowd=crowd)
    passages = list(_chosen(_joined(runs, syllables.rows, max_gap, min_syllables), syllables.rows))
    if not passages:
        return SharedPassages(
            pd.DataFrame(columns=[*_PAIR_COLUMNS, "cluster"]),
            pd.DataFrame(columns=list(_CLUSTER_COLUMNS)),
            _explain(read, syllables, min_syllables),
        )
    pairs = pd.DataFrame(
        [_pair_row(passage, syllables, read) for passage in passages], columns=list(_PAIR_COLUMNS)
    )
    stretches, cluster, pairs["cluster"] = _cluster(passages, syllables.rows)
    table = _cluster_table(stretches, cluster, syllables, read)
    rank = {old: new for new, old in enumerate(dict.fromkeys(table["cluster"]), start=1)}
    table["cluster"] = table["cluster"].map(rank)
    pairs["cluster"] = pairs["cluster"].map(rank)
    order = ["syllables", "document_a", "start_a"]
    pairs = pairs.sort_values(order, ascending=[False, True, True], ignore_index=True)
    return SharedPassages(pairs, table)


def _syllables(documents: Sequence[Document]) -> _Syllables:
    code = _Codes()
    views = [View.of(document.text) for document in documents]
    codes: list[Ints] = []
    starts: list[Ints] = []
    ends: list[Ints] = []
    for document, view in zip(track(documents, "syllables"), views, strict=True):
        pieces = _SYLLABLE.split(view.lower)  # between, syllable, between, ..., between
        after = np.cumsum(np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces)))
        found = pieces[1::2]
        here = np.full(len(found) + 1, -1, dtype=np.int64)
        here[:-1] = np.fromiter(map(code.__getitem__, found), dtype=np.int64, count=len(found))
        for start, end in document.chrome:
            places = [view.locate(start), view.locate(end)]
            first, last = np.searchsorted(after[:-1:2], places)
            here[first:last] = -1
        codes.append(here)
        starts.append(after[::2])
        ends.append(np.append(after[1::2], after[-1]))
    lengths = [len(here) for here in codes]
    empty = [np.zeros(0, dtype=np.int64)]
    return _Syllables(
        np.concatenate(codes or empty),
        np.repeat(np.arange(len(documents)), lengths),
        np.concatenate(starts or empty),
        np.concatenate(ends or empty),
        views,
    )


def _joined(runs: Runs, rows: Ints, max_gap: int, least: int) -> list[_Passage]:
    """Join runs of one pair of documents that a small gap parts; drop what stays too short."""
    result: list[_Passage] = []
    recent: list[_Passage] = []
    here = (-1, -1)
    places = np.stack((rows[runs.a], rows[runs.b])).T.tolist() if len(runs.a) else []
    for place, a, b, length in zip(
        places, runs.a.tolist(), runs.b.tolist(), runs.length.tolist(), strict=True
    ):
        if tuple(place) != here:
            result += recent
            recent, here = [], tuple(place)
        run = _Passage(a, a + length, b, b + length, length)
        for at in range(len(recent) - 1, max(len(recent) - 9, -1), -1):
            before = recent[at]
            if 0 <= a - before.a_end <= max_gap and 0 <= b - before.b_end <= max_gap:
                run = _Passage(before.a, run.a_end, before.b, run.b_end, before.equal + length)
                del recent[at]
                break
        recent.append(run)
    result += recent
    return [passage for passage in result if passage.equal >= least]


def _chosen(passages: Sequence[_Passage], rows: Ints) -> Iterator[_Passage]:
    """Of passages of one pair of documents that overlap on a side, the longest."""
    order = sorted(passages, key=lambda p: (rows[p.a], rows[p.b], -p.equal, p.a, p.b))
    here = (-1, -1)
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for passage in track(order, "passages", unit="pair"):
        place = (int(rows[passage.a]), int(rows[passage.b]))
        if place != here:
            taken_a, taken_b, here = set(), set(), place
        middle_a = (passage.a + passage.a_end) // 2
        middle_b = (passage.b + passage.b_end) // 2
        if middle_a in taken_a or middle_b in taken_b:
            continue
        taken_a.update(range(passage.a, passage.a_end))
        taken_b.update(range(passage.b, passage.b_end))
        yield passage


def _pair_row(
    passage: _Passage, syllables: _Syllables, documents: Sequence[Document]
) -> tuple[Any, ...]:
    sides = []
    for first, end in ((passage.a, passage.a_end), (passage.b, passage.b_end)):
        document = documents[int(syllables.rows[first])]
        start, stop = syllables.span(first, end)
        sides.append((document.id, start, stop, document.text[start:stop]))
    (a, start_a, end_a, text_a), (b, start_b, end_b, text_b) = sides
    longer = max(passage.a_end - passage.a, passage.b_end - passage.b)
    return (
        a, start_a, end_a, b, start_b, end_b,
        passage.equal, passage.equal / longer, text_a, text_b,
    )  # fmt: skip


def _cluster(passages: Sequence[_Passage], rows: Ints) -> tuple[Ints, Ints, Ints]:
    """Join both sides of each passage, and sides that are mostly the same stretch.

    Returns:
        The stretches ``(document, start, end)`` in text order, the cluster of each, and the
        cluster of each passage.
    """
    sides = [(p.a, p.a_end) for p in passages] + [(p.b, p.b_end) for p in passages]
    places = np.asarray(sides, dtype=np.int64)
    places = np.column_stack((rows[places[:, 0]], places))
    stretches, number = np.unique(places, axis=0, return_inverse=True)
    one, two = (half.tolist() for half in np.split(number.ravel(), 2))
    active: list[tuple[int, int, int]] = []
    for here, (document, start, end) in enumerate(stretches.tolist()):
        if here and stretches[here - 1, 0] != document:
            active = []
        active = [other for other in active if other[2] > start][-16:]
        for other, other_start, other_end in active:
            if 2 * (min(end, other_end) - start) >= max(end - start, other_end - other_start):
                one.append(here)
                two.append(other)
        active.append((here, start, end))
    size = len(stretches)
    graph = sparse.coo_matrix((np.ones(len(one), dtype=bool), (one, two)), shape=(size, size))
    cluster = np.asarray(connected_components(graph, directed=False)[1], dtype=np.int64)
    return stretches, cluster, cluster[number.ravel()[: len(passages)]]


def _cluster_table(
    places: Ints,
    cluster: Ints,
    syllables: _Syllables,
    documents: Sequence[Document],
) -> pd.DataFrame:
    """One row a cluster and stretch of a document; overlapping sides are one stretch."""
    order = np.argsort(cluster, kind="stable")
    stretches: list[list[int]] = []
    for number, (document, start, end) in zip(
        cluster[order].tolist(), places[order].tolist(), strict=True
    ):
        last = stretches[-1] if stretches else [-1, -1, -1, -1]
        if (last[0], last[1]) == (number, document) and start < last[3]:
            last[3] = max(last[3], end)
        else:
            stretches.append([number, document, start, end])
    dates = [document.date for document in documents]
    rows = []
    for number, document, start, end in stretches:
        text = documents[document].text
        first, after = syllables.span(start, end)
        rows.append((number, documents[document].id, first, after, end - start,
                     dates[document], False, 0, text[first:after]))  # fmt: skip
    table = pd.DataFrame(rows, columns=list(_CLUSTER_COLUMNS))
    table["published"] = pd.to_datetime(table["published"])
    groups = table.groupby("cluster")
    table["documents"] = groups["document"].transform("nunique")
    dated = table.dropna(subset=["published"])
    earliest = dated.sort_values("published", kind="stable").groupby("cluster").head(1).index
    table.loc[earliest, "first"] = True
    table["_size"] = groups["syllables"].transform("max")
    keys = ["documents", "_size", "cluster"]
    table = table.sort_values(
        keys, ascending=[False, False, True], kind="stable", ignore_index=True
    )
    return table.drop(columns="_size")


def _explain(documents: Sequence[Document], syllables: _Syllables, least: int) -> str:
    """Why nothing was found, and the longest run there is."""
    if len(documents) < 2:
        return f"No shared passages: there is only {len(documents)} document."
    run = longest_run(syllables.codes, syllables.rows, least)
    head = f"No passage of {least} or more syllables is shared by two of {len(documents)} documents"
    if not len(run.a):
        return f"{head}; they have no syllable in common."
    a, size = int(run.a[0]), int(run.length[0])
    ours = documents[int(syllables.rows[a])]
    theirs = documents[int(syllables.rows[int(run.b[0])])]
    start, end = syllables.span(a, a + size)
    text = ours.text[start:end]
    return (
        f"{head}; the longest run they share has {size}: “{' '.join(text.split())}” "
        f"({ours.id}, {theirs.id}). Try min_syllables={max(size, 2)}."
    )
