"""Words between a name and an office that a verb gives to somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.officials.bonds.resumed import is_resumed
from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.phrases import Element, Name
from vnpolitext.officials.words.gaps import joins
from vnpolitext.officials.words.giving import ends, giving
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.vocabulary import bodies

_SEVERAL: Final = frozenset({"các", "những"})
_WITH: Final = frozenset({"cùng", "với", "qua", "trong", "giữ", "của", "nhận", "nắm", "ở", "tại"})
_POSTS: Final = frozenset({"chức", "cương", "vị", "trọng", "nhiệm", "vai", "công", "khóa"})
_OWN: Final = frozenset({"người", "hiện", "từng", "nguyên", "vừa", "đang", "mình"})
_TAKEN: Final = frozenset({"được", "nhận", "do", "bị", "đã", "từng", "ông", "bà"})
_WON: Final = frozenset({"đắc", "trúng", "ứng", "tiến"})  # *đắc cử*
_PLAN: Final = ("quy", "hoạch")
_WHOEVER: Final = "người"
_HOLDS: Final = frozenset({"giữ", "làm", "nắm", "đảm", "được", "đứng"})
_WILL_BE: Final = ["sẽ", "là"]
_CLAUSES: Final = frozenset({",", ";", ":"})
_MOMENTS: Final = frozenset({"khi", "vì", "nhân", "lúc", "sau"})
_BEFORE_SUBJECTS: Final = frozenset(
    {",", ".", ";", "(", "-", "và", "khi", "sau", "đó", "nay", "mà"}
)


def is_of_another(scene: Scene, name: int, office: Element, gap: list[str]) -> bool:
    """Return whether the words between a name and an office tell of others, or of a plan."""
    told = _is_planned(gap) or _is_of_others(gap) or _is_reported(scene, name, gap)
    told = told or _is_elected(gap) or _acts_on_another(gap) or is_resumed(scene, name, gap)
    return told or _is_topic(scene.tokens.words, office.first, gap)


def tells_of_body(lead: list[str]) -> bool:
    """Return whether the words before an office tell it of a body, or of whoever holds it.

    *Hội Nông dân tỉnh là thành viên của Mặt trận*; *người giữ chức Chủ tịch sẽ là Phó Chủ tịch*.
    """
    at = 1 + max((n for n, word in enumerate(lead) if word in _CLAUSES), default=-1)
    while at < len(lead) and (lead[at][0].isdigit() or lead[at] in grammar().record_words):
        at += 1
    if at == len(lead):
        return False
    whoever = lead[at] == _WHOEVER and not _HOLDS.isdisjoint(lead[at + 1 : at + 2])
    if whoever or lead[-2:] == _WILL_BE:
        return True
    if lead[-1] != "là":
        return False
    return bodies().match(lead, at) is not None


def _is_planned(gap: Sequence[str]) -> bool:
    """Return whether somebody is only among those planned for an office (*quy hoạch chức danh*)."""
    return any(tuple(gap[at : at + 2]) == _PLAN and gap[at - 1] != "sở" for at in range(len(gap)))


def _is_of_others(gap: Sequence[str]) -> bool:
    """Return whether a clause behind a name has several others for its subject.

    *A nói quy định gồm cả các cán bộ là Ủy viên ...*, but not *giữ các chức vụ*.
    """
    return any(
        gap[at - 1] not in _WITH and gap[at + 1] not in _POSTS
        for at, word in enumerate(gap[:-2])
        if at and word in _SEVERAL
    )


def _is_reported(scene: Scene, index: int, gap: Sequence[str]) -> bool:
    """Return whether somebody only says what is told of others (*Theo ông A, Quốc hội bầu ...*)."""
    name, words = scene.elements[index], scene.tokens.words
    if not isinstance(name, Name) or not name.lead or words[name.lead - 1] != "theo":
        return False
    return gap[0] == "," and grammar().pronouns.isdisjoint(gap) and _OWN.isdisjoint(gap)


def _is_elected(gap: list[str]) -> bool:
    """Return whether others elect or appoint somebody unnamed (*A họp để bầu Thủ tướng*)."""
    at = len(gap) - ends(gap, len(gap), giving().nouns)
    return bool(ends(gap, at, giving().electing)) and _TAKEN.isdisjoint(gap)


def is_of_chosen(lead: list[str]) -> bool:
    """Return whether others are to choose somebody unnamed (*Quốc hội bầu Chủ tịch nước*).

    Args:
        lead: The words of a sentence before an office that no name is before.
    """
    at = len(lead) - ends(lead, len(lead), giving().nouns)
    verb = ends(lead, at, giving().choosing)
    start = 1 + max((n for n, word in enumerate(lead[:at]) if word in _CLAUSES), default=-1)
    if not verb or not _TAKEN.isdisjoint(lead[start:at]) or lead[at - verb - 1] in _WON:
        return False
    known = grammar().record_words
    return any(word[0].isalpha() and word not in known for word in lead[start : at - verb])


def _is_topic(words: list[str], first: int, gap: list[str]) -> bool:
    """Return whether an office is what a clause is about (*..., chức vụ Bí thư rất cần*)."""
    noun = ends(words, first, giving().nouns)
    at = len(gap) - noun
    return 0 < noun < at and gap[at - 1] == "," and not joins(gap[:at])


def _acts_on_another(gap: list[str]) -> bool:
    """Return whether somebody acts on the one spoken of (*chúc mừng ông khi được bầu ...*)."""
    pronouns = grammar().pronouns
    return any(
        word in pronouns and gap[at - 1] not in _BEFORE_SUBJECTS and gap[at + 1] in _MOMENTS
        for at, word in enumerate(gap[:-1])
        if at
    )
