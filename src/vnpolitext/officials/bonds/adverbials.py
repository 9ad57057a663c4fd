"""Adverbials whose comma parts an office from the name after it.

*Theo đề nghị của Bộ trưởng Bộ Nội vụ, ông Lò Văn An được khen*: he is no minister.
"""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import joins
from vnpolitext.officials.words.giving import ends, giving, is_linked

_EDGES: Final = frozenset({".", "\n", ";", ":", ",", "!", "?", "|", '"', "(", ")", "-", "“", "”"})
_AFTER: Final = frozenset({".", "\n", ";", ":", "!", "?", "|", ")", "và", "cùng"})
_ENDS: Final = frozenset({".", "\n", ";", "!", "?", "|"})
_GOES_ON: Final = frozenset({*_AFTER, ",", "tới", "đến", "tại", "về", "trong", "với", "ở"})
_LONGEST: Final = 3
_LONGEST_CLAUSE: Final = 40


def ends_adverbial(scene: Scene, first: int, name: Name, following: int) -> bool:
    """Return whether the comma between an office and ``name`` ends an adverbial.

    An adverbial is known by its first words, unless it says that somebody holds the office (*trên
    cương vị Bí thư Tỉnh ủy, ông A ...*). Where only a mark stands after the name, the name is
    the apposition of the office all the same (*..., với sự tham dự của Bí thư Tỉnh ủy, ông A.*).

    Args:
        scene: Names and offices among the tokens.
        first: First token of the office.
        name: The name after the comma.
        following: Number of the element after the name.
    """
    words = scene.tokens.words
    start, opening = _adverbial(words, first)
    if not opening:
        return False
    after = words[name.last : name.last + 1]
    if not after or after[0] in _AFTER:
        return False
    if after[0] != "," or start + opening < first:
        return True
    return following < len(scene.elements) and _has_own(scene, name, following)


def opens_clause(scene: Scene, first: int, name: Name) -> bool:
    """Return whether the comma after an office ends what another does, before who does it.

    *Theo đề nghị của Bộ trưởng Bộ Nội vụ, Chủ tịch nước A ký Sắc lệnh*: an adverbial must end at
    some comma, and after the name there is none.

    Args:
        scene: Names and offices among the tokens.
        first: First token of the office before the comma.
        name: The name that the office after the comma introduces.
    """
    words = scene.tokens.words
    start, opening = _adverbial(words, first)
    if not opening:
        return False
    stands_for = start + opening == first and tuple(words[start:first]) in giving().standing_in
    if words[first - 1] != "của" and not stands_for:
        return False
    after = words[name.last : name.last + _LONGEST_CLAUSE]
    return bool(after) and after[0] not in _GOES_ON and "," not in after[: _end(after)]


def _end(after: list[str]) -> int:
    """Return where a sentence ends among the words after a name."""
    return next((at for at, word in enumerate(after) if word in _ENDS), len(after))


def _adverbial(words: list[str], first: int) -> tuple[int, int]:
    """Return where the clause of an office begins, and how many words open it as an adverbial.

    None do where it says that somebody holds the office.
    """
    start = first
    while start and words[start - 1] not in _EDGES:
        start -= 1
    opening = _opening(words, start, first)
    return start, 0 if opening and _is_held(words, first) else opening


def _opening(words: list[str], start: int, first: int) -> int:
    """Return how many words from ``start`` open an adverbial, 0 if none do."""
    known = giving().adverbials
    longest = min(_LONGEST, first - start)
    return next((n for n in range(longest, 0, -1) if tuple(words[start : start + n]) in known), 0)


def _is_held(words: list[str], first: int) -> bool:
    """Return whether the words before an office present or give it (*có*, *trên cương vị*)."""
    known = giving()
    return bool(ends(words, first, known.presenting) or ends(words, first, known.nouns)) or (
        is_linked(words, first)
    )


def _has_own(scene: Scene, name: Name, following: int) -> bool:
    """Return whether an office of his own stands behind the name."""
    office = scene.elements[following]
    return isinstance(office, Office) and joins(scene.gap(name, office))
