"""Other names of people: aliases of persons of history and names that the text calls such."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.lexicon import alias_openings, aliases, markers, role_endings
from vnpolitext.officials.phrases.decoys import is_decoy, is_unit_or_country
from vnpolitext.officials.phrases.elements import Name
from vnpolitext.officials.phrases.run import Run
from vnpolitext.officials.tokens import Tokens

_NEAR: Final = 8
_LONGEST_MARKER: Final = 6
_QUOTES: Final = frozenset({":", '"', "“", "|"})


def historic_alias(run: Run) -> Name | None:
    """Return the alias of a person of history (*Bác Hồ*), which may begin like an address."""
    found = find_alias(run.tokens, run.first, run.lead)
    return None if found is None else Name(found[0], found[1], found[0], certain=True)


def other_name(run: Run, *, is_full: bool) -> Name | None:
    """Return a name that words such as *tên thật là*, *bí danh* give somebody.

    Args:
        run: The run of capitals.
        is_full: Whether the run has the form of a full name.
    """
    if not 2 <= len(run) <= 4 or marker_before(run, "alias") is None or run.before is None:
        return None
    if is_unit_or_country(run.tokens, run.first, run.last):
        return None
    first, last = run.first, run.last
    if isinstance(run.before, Name) and first - run.before.last <= _NEAR:
        return Name(first, last, first, certain=True, other="near")
    return Name(first, last, first, certain=True, tentative=not is_full, other="subject")


def marker_before(run: Run, role: str) -> str | None:
    """Return the mark between a run and the marker of a ``role`` before it, ``None`` without one.

    It is empty where the run follows the marker directly.
    """
    words, at = run.tokens.words, run.first
    mark = words[at - 1] if at and words[at - 1] in _QUOTES else ""
    at -= len(mark) > 0
    if at == 0 or words[at - 1] not in role_endings():
        return None
    for size in range(min(_LONGEST_MARKER, at), 0, -1):
        found = markers().match(words, at - size)
        if found is not None and found[0] == size:
            if found[1] in {"credit", "alias"}:
                return mark if found[1] == role else None
            return None
    return None


def find_alias(tokens: Tokens, at: int, lead: int) -> tuple[int, int] | None:
    """Return the alias of a person of history that begins at ``lead`` or ``at``."""
    words, kinds = tokens.words, tokens.kinds
    if words[lead] not in alias_openings() and lead == at:
        return None
    for first in (lead, at):
        for last in (first + 3, first + 2):
            if last > len(words) or kinds[first] != "U":
                continue
            usual = words[first] == "nguyễn" and kinds[first + 1] == "U"
            if " ".join(words[first:last]) in aliases() and not usual:
                beyond = last < len(words) and kinds[last] == "U"
                if not beyond and not is_decoy(tokens, first, last):
                    return first, last
    return None
