"""Those who are named in a sentence and are not its subject, by the words before them."""

from __future__ import annotations

from typing import Final

from vnpolitext.statements.lexicon import speech_rules
from vnpolitext.statements.parties import Party
from vnpolitext.statements.units import Unit

_ADDRESS: Final = frozenset({"đồng", "chí", "ông", "bà", "anh", "chị", "cụ"})
_CREDITS: Final = frozenset({"ảnh", "nguồn"})
# Those who belong to somebody and are not meant by the name (*con trai ông A*).
_KIN: Final = frozenset({"con trai", "con gái", "gia đình", "người nhà", "vợ con", "cháu của"})


def is_oblique(unit: Unit, party: Party) -> bool:
    """Whether a preposition or a verb directly before somebody makes them no subject."""
    words, at = unit.words, party.first
    if at and words[at - 1] in _CREDITS:
        return True
    rules = speech_rules()
    addressed = at > 0 and not is_parted(unit, at)
    if addressed and words[at - 2 : at] == ["đồng", "chí"]:
        at -= 2
    elif addressed and words[at - 1] in ("đồng", "ông", "bà", "anh", "chị", "cụ"):
        at -= 1
    if at < 1 or unit.lower[unit.ends[at - 1] : unit.starts[at]].strip():
        return False
    if at != party.first and " ".join(words[max(0, at - 2) : at]) in _KIN:
        return True
    if party.kind == "document" and words[at - 1] in ("theo", "tại", "trong"):
        return False
    if at > 1 and words[at - 1] == "từ" and words[at - 2] == "tin":
        return False  # *nguồn tin từ Sở A cho biết*
    return words[at - 1] in rules.oblique or " ".join(words[max(0, at - 2) : at]) in rules.oblique


def is_given(unit: Unit, party: Party) -> bool:
    """Whether somebody stands in a passive (*lệnh cấm được đồng chí A thông báo vào ...*)."""
    words, at = unit.words, party.first
    while at > 0 and words[at - 1] in _ADDRESS:
        at -= 1
    return at > 0 and words[at - 1] == "được" and not is_parted(unit, at)


def is_parted(unit: Unit, at: int) -> bool:
    """Whether more than a blank stands before word ``at``."""
    return bool(unit.lower[unit.ends[at - 1] : unit.starts[at]].strip())
