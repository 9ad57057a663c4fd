"""Clauses behind a name in which a pronoun speaks of another, as in the life of one person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vnpolitext.officials.bonds.scene import Scene

_OPENINGS: Final = frozenset({",", "thì", "còn"})
SUBJECTS: Final = frozenset({"ông", "bà", "anh", "chị", "cô", "cụ", "bác"})
"""The pronouns that a clause may begin with."""


def is_resumed(scene: Scene, name: int, gap: Sequence[str]) -> bool:
    """Return whether a clause behind a name goes on with the person whose life is told.

    *Sau khi A qua đời, ông trở thành Chủ tịch*, in the life of another than A.

    Args:
        scene: The scene.
        name: The number of the last name before an office.
        gap: The words between the two.
    """
    subject = scene.given_name(scene.subject) if scene.subject is not None else ""
    told = scene.tokens.words[scene.elements[name].last - 1]
    return subject not in {"", told} and begins_clause(gap)


def begins_clause(gap: Sequence[str]) -> bool:
    """Return whether a comma, *thì* or *còn* and a pronoun without a name stand among words.

    >>> begins_clause(["qua", "đời", ",", "ông", "làm"]), begins_clause(["và", "ông"])
    (True, False)
    """
    return any(gap[at] in _OPENINGS and gap[at + 1] in SUBJECTS for at in range(len(gap) - 1))
