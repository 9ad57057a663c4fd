"""The branch of power of an office: what its own words and those of its body tell.

Nearly every body has a section for organisation, an office, an inspectorate. Such a part is of the
branch of what it is a part of (*Văn phòng Bộ Công an*, *Ban Tổ chức Trung ương Hội Nông dân*); only
where that is not named, its own name decides (*Ban Tuyên giáo*, *Phòng Nội vụ*).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.models import per_choice_of
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.vocabulary import Entry, bodies

_STATE: Final = "government"
_OTHER: Final = "other"
# Branches of bodies whose schools are of no branch.
_OVER_SCHOOLS: Final = frozenset({"government", "enterprise"})
# Ministries that are of a branch of their own.
_MINISTRIES: Final = {"công an": "police", "quốc phòng": "army"}
# Fields that tell of whom a part of a body is, wherever it stands.
_TELLING: Final = frozenset({"police", "army", "court", "procuracy"})
_BUREAU: Final = "cục"
# Parts that are named by their field alone (*Ban Tuyên giáo*).
_BY_FIELD: Final = frozenset({"", "ban", "ban chỉ đạo", "tiểu ban"})
# The centre, in full and in a form that is a word of other names (*Bộ Tư lệnh*), too.
_CENTRE: Final = frozenset({"trung ương", "tư"})
# Without a matter it is one of the Party.
_STEERING: Final = "ban chỉ đạo"


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


@per_choice_of(4096)
def branch_of_body(name: str) -> str | None:
    """Return the branch that the words in the name of a body tell.

    Args:
        name: The name, abbreviations expanded.

    >>> branch_of_body("Văn phòng Viện kiểm sát nhân dân tối cao"), branch_of_body("Tổ 5")
    ('procuracy', None)
    """
    words = name.lower().replace(",", " , ").split()
    entries, at = [], 0
    while at < len(words):
        found = bodies().match(words, at)
        if found is not None:
            entries.append(found[1])
        at += found[0] if found is not None else 1
    return _branch_of_bodies(entries)


def _branch_of_bodies(entries: Sequence[Entry]) -> str | None:
    """Return the branch of the first body that is no part of another, else that of the part."""
    words = grammar()
    of_part: str | None = None
    part = ""
    for at, entry in enumerate(entries):
        is_field = entry.role in {"domain", "word"}
        if entry.text in words.body_parts:
            part, of_part = entry.text, entry.branch or of_part
            continue
        if part == _BUREAU and entry.text in words.army_bureaus:
            of_part = "army"
            continue
        if is_field and entry.branch not in _TELLING:
            named = entry.branch if part in _BY_FIELD else None
            of_part = named or (_STATE if part == _STEERING else of_part)
            continue
        branch = _STATE if entry.text in words.state_bodies else entry.branch
        if branch == _STATE:
            branch = _of_state(entry, entries[at + 1 :])
        if branch is not None:
            return of_part if of_part == _OTHER and branch in _OVER_SCHOOLS else branch
    return of_part


def _of_state(body: Entry, within: Sequence[Entry]) -> str:
    """Return the branch of a body of the state by the words of its name that follow."""
    if body.text == "bộ":
        return next((_MINISTRIES[each.text] for each in within if each.text in _MINISTRIES), _STATE)
    others = {each.branch for each in within}
    return next((each for each in ("army", "police") if each in others), _STATE)


def _branch_of_words(texts: set[str], head: str) -> str:
    """Return the branch that single words of a phrase tell."""
    if not texts.isdisjoint(grammar().state_bodies) or "thanh tra" in head:
        return "government"
    if any("thi đua" in text for text in texts):
        return "government"
    is_central = not texts.isdisjoint(_CENTRE) or not grammar().central.isdisjoint(texts)
    if is_central and ("ban" in head.split() or "tiểu ban" in head):
        return "party"
    return "other"
