"""Joining citations of one document: which agree, and what one takes over from another."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from vnpolitext.citations.identity.keys import base_of, is_local, local_place, number_key
from vnpolitext.citations.identity.registered import (
    has_other_title,
    is_bare,
    is_too_late,
    same_body,
    same_day,
)
from vnpolitext.citations.records import Citation
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.span import changed

MOST_CANDIDATES: Final = 12
"""How many documents a citation keeps that it could mean."""
_MOST_OPTIONS: Final = 64


def join(citations: Sequence[Citation], *, nearest: bool) -> list[Citation]:
    """Give citations of one number the key of the fullest with which they agree.

    Args:
        citations: Citations with keys of their own.
        nearest: Whether of several that fit the nearest before counts, as inside one text; else the
            citation keeps its key and has all of them as candidates.
    """
    found = list(citations)
    groups: dict[str, list[int]] = defaultdict(list)
    for i, citation in enumerate(found):
        groups[base_of(citation.key)].append(i)
    for base, members in groups.items():
        keys = {found[i].key for i in members}
        fullest = _fullest(keys) if len(keys) > 1 else keys
        if len(keys) == 1 or fullest == {base}:
            continue
        options = Options()
        for i in members:
            if found[i].key in fullest:
                options.add(i, found[i])
        for i in members:
            if found[i].key not in fullest:
                found[i] = options.choose(i, found[i], nearest=nearest)
    return found


def _fullest(keys: set[str]) -> set[str]:
    """The keys that no other key extends."""
    parts = {key: frozenset(key.split("@")[1:]) for key in keys}
    shorter = {
        frozenset(part for j, part in enumerate(sorted(own)) if not mask >> j & 1)
        for full in parts.values()
        for own in (full, *(frozenset(time.sub(r"\1", part) for part in full) for time in _TIMES))
        for mask in range(own == full, 2 ** min(len(own), 3))
    }
    return {key for key in keys if parts[key] not in shorter}


_TIMES: Final = (
    lazy_pattern(r"^(\d{4})-\d\d(?:-\d\d)?$"),
    lazy_pattern(r"^(\d{4}-\d\d)-\d\d$"),
)


class Options:
    """The documents that a citation can mean: the first citation of each and all their places."""

    def __init__(self) -> None:
        """Begin without any."""
        self._first: dict[str, Citation] = {}
        self._places: dict[str, list[int]] = defaultdict(list)

    def add(self, place: int, citation: Citation) -> None:
        """Add a citation that names its document in full; places come in rising order."""
        if len(self._first) < _MOST_OPTIONS or citation.key in self._first:
            self._first.setdefault(citation.key, citation)
            self._places[citation.key].append(place)

    def choose(self, place: int, citation: Citation, *, nearest: bool) -> Citation:
        """Take the key of the only option, or of the nearest before; keep all as candidates."""
        keys = [key for key, option in self._first.items() if agree(citation, option)]
        if not keys:
            return citation
        candidates = tuple(keys[:MOST_CANDIDATES]) if len(keys) > 1 else ()
        if not nearest and _elsewhere(citation, self._first[keys[0]]):
            candidates = tuple(keys[:MOST_CANDIDATES])
        if candidates and not nearest:
            return changed(citation, candidates=candidates)
        key = max(keys, key=lambda key: self._last_before(key, place)) if candidates else keys[0]
        return changed(copied(citation, self._first[key]), candidates=candidates)

    def _last_before(self, key: str, place: int) -> int:
        at = bisect_left(self._places[key], place)
        return self._places[key][at - 1] if at else -1 - self._places[key][0]


def agree(a: Citation, b: Citation) -> bool:
    """Whether two citations of one number can mean one document."""
    pairs = ((a.year, b.year), (_folded(a.term), _folded(b.term)))
    if any(one and other and one != other for one, other in pairs):
        return False
    if not same_day(a.issued, b.issued):
        return False
    if (
        is_too_late(a.issued, b.latest)
        or is_too_late(b.issued, a.latest)
        or has_other_title(a, b.title)
    ):
        return False
    stated = [c.stated_issuer for c in (a, b) if c.stated_issuer]
    if len(stated) < 2 or a.number is None or b.number is None:
        return True
    places = [local_place(number_key(b.number), issuer) for issuer in stated]
    if None not in places and places[0] != places[1]:
        return False
    return not is_bare(a.number) or same_body(stated[0], stated[1])


def _folded(term: str | None) -> str | None:
    return term.lower() if term else None


def _elsewhere(citation: Citation, other: Citation) -> bool:
    """Whether a local number without a place may be another province's than that of ``other``."""
    base = base_of(citation.key)
    if not is_local(base) or local_place(base, citation.issuer):
        return False
    return local_place(base, other.issuer) is not None


def copied(citation: Citation, source: Citation) -> Citation:
    """Fill date, issuer, term and title of ``citation`` from another citation of the document."""
    if _is_of_other_year(citation, source):
        kept = tuple(mark for mark in citation.filled if mark != "issued:text")
        citation = changed(citation, issued=None, filled=kept)
    changes: dict[str, str] = {}
    for name in ("issued", "issuer", "term", "title"):
        have, gain = getattr(citation, name), getattr(source, name)
        derived = f"{name}:suffix" in citation.filled and f"{name}:suffix" not in source.filled
        exact = name == "issued" and have and gain and len(gain) > len(have)
        if gain and (not have or derived or exact):
            changes[name] = gain
    if not changes:
        return changed(citation, key=source.key)
    kept = tuple(f for f in citation.filled if f.split(":")[0] not in changes)
    origin = {f.split(":")[0]: f.split(":")[1] for f in source.filled}
    if not citation.term and not source.term:
        kept += tuple(f for f in source.filled if f.startswith("term:") and f not in kept)
    marks = tuple(f"{name}:{origin.get(name, 'text')}" for name in changes)
    return changed(
        citation,
        key=source.key,
        issued=changes.get("issued", citation.issued),
        issuer=changes.get("issuer", citation.issuer),
        term=changes.get("term", citation.term),
        title=changes.get("title", citation.title),
        filled=(*kept, *marks),
    )


def _is_of_other_year(citation: Citation, source: Citation) -> bool:
    """Whether the day that another citation gave is of no year of the document now meant.

    *Nghị định 73 năm 2036*, where it is *Nghị định 73/2034/NĐ-CP*, told it of *Nghị định 73*.
    """
    given = citation.issued if "issued:text" in citation.filled else None
    return bool(given and source.year and given[:4] != str(source.year))
