"""Names in apposition: a name with the offices before and behind it."""

from __future__ import annotations

from typing import Final

from vnpolitext.statements.parties import Party
from vnpolitext.statements.units import Unit
from vnpolitext.text.patterns import lazy_pattern

_SOFT: Final = frozenset(" ,-–()\n")
# A note on somebody beside the name: the place or group they sit for (*ông A (Lai Châu)*).
_NOTE: Final = lazy_pattern(r"\([^()\n]{1,40}\)")
_NAMED: Final = frozenset({"name", "person"})
_LONGEST_GAP: Final = 40
# Those who stand in no apposition.
_LOOSE: Final = frozenset({"report", "crowd"})
# What stands in no apposition behind a comma (*Theo Nghị quyết 5, Chính phủ ...*).
_WRITTEN: Final = "document"
# Words behind which somebody can head a part of a sentence without a comma before.
_LEADING: Final = frozenset({"theo", "lời", "rằng", "nay", "đó"})
_ADDRESS: Final = frozenset(
    {"đồng", "chí", "ông", "bà", "anh", "chị", "kiêm", "nguyên", "ts", "ts.", "pgs", "pgs.ts"}
    | {"pgs.ts.", "gs", "gs.ts", "gs.ts.", "ths", "ths.", "đại", "thượng", "trung", "thiếu"}
    | {"tướng", "tá", "úy", "biểu", "luật", "sư", "bác", "sĩ", "tiến", "cựu", "hiện", "quyền"}
    | {"tân", "cố", "phó", "cháu", "cụ", "cô", "ngài", "nsnd", "nsưt", "giáo", "thạc", "vị"}
    | {"là", "em"}
)


def is_bracketed(text: str, unit: Unit, party: Party) -> bool:
    """Whether somebody is named in brackets, beside somebody or something else."""
    opened = text.rfind("(", unit.start, party.start)
    return opened >= 0 and text.find(")", opened, party.start) < 0


def chains_of(parties: list[Party], unit: Unit, text: str) -> list[list[Party]]:
    """Return those who stand in apposition together: a name with offices before and behind.

    Behind a comma somebody is in apposition only to one who heads a part of the sentence, and no
    chain has two names.
    """
    chains: list[list[Party]] = []
    for party in parties:
        gap = text[chains[-1][-1].end : party.start] if chains else ""
        if not chains or not _joins(chains[-1], party, gap, unit):
            chains.append([party])
            continue
        named = party.kind in _NAMED and any(each.kind in _NAMED for each in chains[-1])
        if not named:
            chains[-1].append(party)
            continue
        own = []
        while chains[-1][-1].kind not in _NAMED:
            own.append(chains[-1].pop())
        chains.append([*reversed(own), party])
    return chains


def _joins(chain: list[Party], party: Party, gap: str, unit: Unit) -> bool:
    if not _LOOSE.isdisjoint((party.kind, chain[-1].kind)) or len(gap) >= _LONGEST_GAP:
        return False
    if not _SOFT.issuperset(_without_address(_NOTE.sub("", gap))):
        return False
    if "," not in gap:
        return True
    if party.kind == "pronoun":  # *liên hệ với ông A, Chủ tịch xã, vị này ...*
        return False
    if _WRITTEN in (party.kind, chain[-1].kind):
        return False
    return party.kind not in _NAMED and heads_part(chain[0], unit)


def heads_part(party: Party, unit: Unit) -> bool:
    """Whether somebody begins a part of a sentence, but for forms of address."""
    at = party.first
    while at > 0 and unit.words[at - 1] in _ADDRESS:
        if unit.lower[unit.ends[at - 1] : unit.starts[at]].strip():
            return True
        at -= 1
    if at == 0:
        return True
    gap = unit.lower[unit.ends[at - 1] : unit.starts[at]]
    if gap.strip(" \n"):
        return True
    return unit.words[at - 1] in _LEADING


def _without_address(gap: str) -> str:
    """Return what stands between two names without forms of address."""
    kept = [word for word in gap.lower().replace(",", " , ").split() if word not in _ADDRESS]
    return " ".join(kept)
