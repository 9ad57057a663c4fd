"""Cited documents for the explorer: who cites what, for what, and chains of implementation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
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
    place: dict[str, int] = {}
    cited: list[dict[str, Any]] = []
    edges: Counter[tuple[int, int, str]] = Counter()
    doers: dict[tuple[int, int, str], int] = {}
    carried: Counter[str] = Counter()

    def number(citation: Citation) -> int:
        at = place.setdefault(citation.key, len(cited))
        if at == len(cited):
            cited.append({"key": citation.key, "names": Counter(), "own": None})
        _learn(cited[at], citation)
        return at

    for analysis in analyses:
        for citation in analysis.citations:
            at = number(citation)
            if citation.is_own:
                cited[at]["own"] = numbers[analysis.id]
                continue
            if own.get(citation.key) == analysis.id:
                continue
            edges[numbers[analysis.id], at, citation.relation] += 1
            if citation.relation in _CARRIES_OUT:
                carried[citation.key] += 1
            for said in citation.relations:
                source = said.source if doer_of(analysis, said, own) != analysis.id else None
                if source in place and place[source] != at:
                    doers.setdefault((place[source], at, said.relation), numbers[analysis.id])
    for each in cited:
        each["label"] = each.pop("names").most_common(1)[0][0]
    return {
        "cited": cited,
        "edges": [[*edge, times] for edge, times in edges.items()],
        "doers": [[*edge, document] for edge, document in doers.items()],
        "chains": _chains(analyses, numbers, place, carried),
        "own": {
            analysis.id: place[key]
            for key, i in own.items()
            for analysis in analyses
            if analysis.id == i
        },
    }


def day(analysis: Analysis) -> str | None:
    """Return the day of a document, of its number line or of its publication."""
    return day_of(analysis)


def _learn(known: dict[str, Any], citation: Citation) -> None:
    """Add what a citation says of the document."""
    if citation.number:
        name = f"{(citation.kind or '').capitalize()} {citation.number}".strip()
    else:
        name = tidy(citation.text)
    known["names"][name] += 1
    for field in ("kind", "number", "issuer", "issued", "term", "title"):
        value = getattr(citation, field)
        if value and len(str(value)) > len(str(known.get(field) or "")):
            known[field] = tidy(value) if field in ("title", "issuer") else value
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
