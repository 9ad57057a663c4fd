"""Cited documents for the explorer: who cites what, for what, and chains of implementation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from vnpolitext.analysis import Analysis
from vnpolitext.citations import Citation, implementation_chain
from vnpolitext.citations.graph import day_of, doer_of, own_keys
from vnpolitext.text import tidy

_CHAINS: Final = 30
_CARRIES_OUT: Final = frozenset({"implements", "guides"})


def gather_citations(analyses: Sequence[Analysis], numbers: Mapping[str, int]) -> dict[str, Any]:
    """Return the cited documents, the edges to them, and the chains that have several links.

    Returns:
        ``cited``: facts of each; ``edges``: citing document, cited one, relation, times;
        ``doers``: edges between two cited ones, with the document that says it; ``chains``.
    """
    own = own_keys(analyses)
    found = _Cited()
    edges: Counter[tuple[int, int, str]] = Counter()
    doers: dict[tuple[int, int, str], int] = {}
    carried: Counter[str] = Counter()
    for analysis in analyses:
        document = numbers[analysis.id]
        for citation in analysis.citations:
            at = found.number(citation)
            if citation.is_own:
                found.cited[at]["own"] = document
            elif own.get(citation.key) != analysis.id:
                edges[document, at, citation.relation] += 1
                carried[citation.key] += citation.relation in _CARRIES_OUT
                for source, relation in found.doers(analysis, citation, own):
                    doers.setdefault((source, at, relation), document)
    return {
        "cited": found.named(),
        "edges": [[*edge, times] for edge, times in edges.items()],
        "doers": [[*edge, document] for edge, document in doers.items()],
        "chains": _chains(analyses, numbers, found.place, carried),
        "own": {document: found.place[key] for key, document in own.items()},
    }


class _Cited:
    """The cited documents, numbered as they come."""

    def __init__(self) -> None:
        self.place: dict[str, int] = {}
        self.cited: list[dict[str, Any]] = []

    def number(self, citation: Citation) -> int:
        """Return the number of the document that is cited, and learn what is said of it."""
        at = self.place.setdefault(citation.key, len(self.cited))
        if at == len(self.cited):
            self.cited.append({"key": citation.key, "told": defaultdict(Counter), "own": None})
        _learn(self.cited[at], citation)
        return at

    def doers(
        self, analysis: Analysis, citation: Citation, own: Mapping[str, str]
    ) -> Iterator[tuple[int, str]]:
        """Yield the cited documents that do something with this one, and what."""
        for said in citation.relations:
            at = self.place.get(said.source or "")
            is_cited = doer_of(analysis, said, own) != analysis.id
            if is_cited and at is not None and at != self.place[citation.key]:
                yield at, said.relation

    def named(self) -> list[dict[str, Any]]:
        """Return the documents, each with the name and the facts that are told most often."""
        named = [
            {
                **{field: value for field, value in each.items() if field != "told"},
                **{field: _most_told(field, counts) for field, counts in each["told"].items()},
            }
            for each in self.cited
        ]
        _tell_apart(named)
        return named


def _tell_apart(cited: Sequence[dict[str, Any]]) -> None:
    """Add to labels that several documents share who issued each, or else in which year."""
    for field, length in (("issuer", None), ("issued", len("2025"))):
        alike: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for each in cited:
            alike[each["label"]].append(each)
        for group in alike.values():
            told = [each.get(field, "")[:length] for each in group]
            if len(set(told)) > 1:
                for each, fact in zip(group, told, strict=True):
                    each["label"] += f" ({fact})" if fact else ""


def _most_told(field: str, counts: Counter[str]) -> str:
    """Return the value that is told most often, of titles the shorter one where two are.

    A year counts for its days, and a body for the same one with the name of its unit.
    """
    if field in ("issued", "issuer"):
        counts = Counter(
            {
                value: sum(times for other, times in counts.items() if value.startswith(other))
                for value in counts
            }
        )
    sign = -1 if field == "title" else 1
    return max(counts, key=lambda value: (counts[value], sign * len(value)))


def day(analysis: Analysis) -> str | None:
    """Return the day of a document, of its number line or of its publication."""
    return day_of(analysis)


def _learn(known: dict[str, Any], citation: Citation) -> None:
    """Add what a citation says of the document."""
    if citation.number:
        name = f"{(citation.kind or '').capitalize()} {citation.number}".strip()
    else:
        name = tidy(citation.text)
    told = known["told"]
    told["label"][name] += 1
    for field in ("kind", "number", "issuer", "issued", "term", "title"):
        value = getattr(citation, field)
        if value:
            told[field][tidy(value) if field in ("title", "issuer") else str(value)] += 1
    if citation.candidates:
        known["open"] = True


def _chains(
    analyses: Sequence[Analysis],
    numbers: Mapping[str, int],
    place: Mapping[str, int],
    carried: Counter[str],
) -> list[list[dict[str, Any]]]:
    """Return the chains that begin with the documents most often carried out."""
    found = []
    for key, _ in carried.most_common(_CHAINS):
        links = implementation_chain(analyses, key)
        if len(links) > 1:
            found.append(
                [
                    {
                        **asdict(link),
                        "document": numbers.get(link.id or ""),
                        "cited": place.get(link.key),
                        "from": place.get(link.parent or ""),
                    }
                    for link in links
                ]
            )
    return sorted(found, key=lambda links: (links[0]["issued"] is None, -len(links)))


def pairs_of_chains(chains: Sequence[Sequence[Mapping[str, Any]]]) -> list[tuple[int, int]]:
    """Return the documents of the corpus of which one carries out the other: higher, lower."""
    pairs: dict[tuple[int, int], None] = defaultdict()
    for links in chains:
        held = {link["key"]: link["document"] for link in links}
        for link in links:
            upper = held.get(link["parent"])
            if upper is not None and link["document"] is not None:
                pairs[upper, link["document"]] = None
    return list(pairs)
