"""How a document is carried out: the resolution, the programme, the plan of a district."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from vnpolitext.citations.graph import Cited, day_of, doer_of, own_keys
from vnpolitext.citations.records import Citation
from vnpolitext.errors import documents_with
from vnpolitext.progress import under_way

_CARRIES_OUT: Final = frozenset({"implements", "guides"})
_WHOLE: Final = len("2031-02-03")


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A document in a chain of implementation.

    Attributes:
        key: Key of the document; its identifier in the corpus where it has no number line.
        id: Identifier of the document in the corpus; ``None`` for one that is only cited.
        parent: Key of the document that it carries out; ``None`` for the first.
        depth: How many documents stand between it and the first, plus one; 0 for the first.
        kind: Kind in lower case.
        issuer: Body that issued it.
        issued: Day of issue, or of publication, ISO 8601.
        title: Title of the document, or what it is about.
        lag: Days since the parent was issued, where both days are known.
        total: Days since the first document was issued.
        number: Number as written, of which the key has small letters.
    """

    key: str
    id: str | None
    parent: str | None
    depth: int
    kind: str | None = None
    issuer: str | None = None
    issued: str | None = None
    title: str | None = None
    lag: int | None = None
    total: int | None = None
    number: str | None = None


@under_way("implementation chain")
def implementation_chain(analyses: Iterable[Cited], key: str) -> list[ChainLink]:
    r"""Return the documents that carry out the document ``key``, and those that carry out them.

    A document of the corpus carries out what it implements or guides itself; a cited one, what a
    text says that it implements. What is dated before the document it is said to carry out is left
    out. Each document stands once, where it is nearest to the first.

    Args:
        analyses: Objects with ``id``, ``metadata`` and ``citations``, such as a corpus; keys are
            common where they went through
            [`resolve_corpus`][vnpolitext.citations.resolve.resolve_corpus].
        key: Key of the first document.

    Returns:
        The documents by depth and day; empty where no document cites the first.

    Example:
        >>> from types import SimpleNamespace
        >>> from vnpolitext.citations import find_citations
        >>> text = "Số: 5-CTr/TU\nHuế, ngày 1 tháng 3 năm 2031\nCHƯƠNG TRÌNH\n"
        >>> text += "Thực hiện Nghị quyết số 968-NQ/TW ngày 1/2/2031 của Bộ Chính trị"
        >>> plan = SimpleNamespace(id="a", metadata={}, citations=find_citations(text))
        >>> [(link.key, link.lag) for link in implementation_chain([plan], "968-nq/tw@2031-02-01")]
        [('968-nq/tw@2031-02-01', None), ('5-ctr/tu@2031-03-01', 28)]
    """
    documents = list(documents_with(analyses, "citations", "metadata"))
    own = own_keys(documents)
    known = _known(documents)
    below: dict[str, set[str]] = defaultdict(set)
    keys = {identifier: own_key for own_key, identifier in own.items()}
    for document in documents:
        for citation in document.citations:
            for said in () if citation.is_own else citation.relations:
                doer = doer_of(document, said, own) if said.relation in _CARRIES_OUT else None
                if doer is not None:
                    below[citation.key].add(keys.get(doer, doer))
    if key not in known:
        return []
    links = [known[key]]
    seen = {key}
    for parent in links:
        children = [
            _link(known[child], parent, links[0])
            for child in below[parent.key] - seen
            if child in known
        ]
        children = [child for child in children if child.lag is None or child.lag >= 0]
        seen |= {child.key for child in children}
        links += sorted(children, key=lambda child: (child.issued or "9999", child.key))
    return links


def _known(documents: Iterable[Cited]) -> dict[str, ChainLink]:
    """The facts of every document by its key; a document of the corpus tells its own best."""
    found: dict[str, ChainLink] = {}
    for document in documents:
        own = next((c for c in document.citations if c.is_own), None)
        title = document.metadata.get("title")
        link = _told(own) if own else ChainLink(document.id, None, None, 0)
        found[link.key] = replace(
            link,
            id=document.id,
            issued=day_of(document),
            title=str(title) if title else link.title,
        )
    for document in documents:
        for citation in document.citations:
            held = found.get(citation.key)
            if held is None or (
                held.id is None and len(citation.issued or "") > len(held.issued or "")
            ):
                found[citation.key] = _told(citation)
    return found


def _told(citation: Citation) -> ChainLink:
    """A cited document, with what the citation says of it."""
    facts = {
        name: getattr(citation, name) for name in ("kind", "issuer", "issued", "title", "number")
    }
    return ChainLink(citation.key, None, None, 0, **facts)


def _link(facts: ChainLink, parent: ChainLink, first: ChainLink) -> ChainLink:
    """A document as a link below its parent."""
    return replace(
        facts,
        parent=parent.key,
        depth=parent.depth + 1,
        lag=_days(parent.issued, facts.issued),
        total=_days(first.issued, facts.issued),
    )


def _days(start: str | None, end: str | None) -> int | None:
    if not start or not end or len(start) < _WHOLE or len(end) < _WHOLE:
        return None
    try:
        return (datetime.date.fromisoformat(end) - datetime.date.fromisoformat(start)).days
    except ValueError:
        return None
