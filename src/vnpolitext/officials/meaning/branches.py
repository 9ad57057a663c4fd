"""The branch of power of an office: what its own words and those of its body tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.officials.words.grammar import grammar
from vnpolitext.vocabulary import Entry

# Kinds of bodies that others than the state have, too.
_OF_ANY: Final = frozenset({"văn phòng", "phòng", "trung tâm", "viện"})


def branch_of_office(office: Entry, entries: Sequence[Entry], head: str) -> str:
    """Return the branch of power of an office.

    Args:
        office: The office word.
        entries: The words of its body.
        head: The folded office, as the text has it.
    """
    own = office.branch
    if own in {"enterprise", "court", "procuracy", "police"}:
        return own
    told = _branch_of_bodies(entries)
    if told is not None:
        return told
    return own if own is not None else _branch_of_words({entry.text for entry in entries}, head)


def _branch_of_bodies(entries: Sequence[Entry]) -> str | None:
    """Return the branch of the first body that the tables give one."""
    state_bodies = grammar().state_bodies
    for entry in entries:
        if entry.text in state_bodies and entry.text not in _OF_ANY:
            others = {other.branch for other in entries}
            if "army" in others:
                return "army"
            return "police" if "police" in others and entry.text != "bộ" else "government"
        if entry.branch is not None:
            return entry.branch
    return None


def _branch_of_words(texts: set[str], head: str) -> str:
    """Return the branch that single words of a phrase tell."""
    if not texts.isdisjoint(grammar().state_bodies) or "thanh tra" in head:
        return "government"
    if any("thi đua" in text for text in texts):
        return "government"
    if "trung ương" in texts and ("ban" in head.split() or "tiểu ban" in head):
        return "party"
    return "other"
