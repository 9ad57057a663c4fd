"""What the words of a body's name say of its branch of power and its level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from vnpolitext.models import model_file, per_choice, per_choice_of, read_table

_NONE: Final = "none"


@dataclass(frozen=True, slots=True)
class Standing:
    """What some words say of a body that is named with them.

    Attributes:
        words: The words, folded.
        branch: Branch of power, ``None`` where other words decide.
        level: Level of government, ``None`` where the body has none.
        tells_level: Whether they decide on the level at all.
    """

    words: tuple[str, ...]
    branch: str | None
    level: str | None
    tells_level: bool


@per_choice_of(4096)
def branch_of(organization: str) -> str | None:
    """Return the branch of a body whose name begins with telling words.

    >>> branch_of("Ban Chỉ đạo Nhà nước về Du lịch")
    'government'
    """
    found = _at(_words(organization), 0)
    return next((each.branch for each in found if each.branch is not None), None)


@per_choice_of(4096)
def level_of_words(organization: str) -> Standing | None:
    """Return what words in the name of a body say of its level, the longest words first.

    >>> level_of_words("Tòa án nhân dân tối cao").level
    'central'
    """
    words = _words(organization)
    for at in range(len(words)):
        found = next((each for each in _at(words, at) if each.tells_level), None)
        if found is not None:
            return found
    return None


def is_regional(organization: str | None) -> bool:
    """Return whether the name of a body says that it is of no level of the country.

    >>> is_regional("Hội Phụ nữ Khu 5"), is_regional("Tỉnh ủy Sơn La")
    (True, False)
    """
    found = level_of_words(organization) if organization else None
    return found is not None and found.level is None


def _at(words: list[str], at: int) -> list[Standing]:
    rows = _standings().get(words[at], ()) if at < len(words) else ()
    return [each for each in rows if tuple(words[at : at + len(each.words)]) == each.words]


@per_choice
def _standings() -> Mapping[str, tuple[Standing, ...]]:
    """Return the table by first word, the longest words first."""
    rows = read_table(
        model_file("offices", "vietnam", "standings.tsv"), ("words", "branch", "level")
    )
    found: dict[str, list[Standing]] = {}
    for text, branch, level in rows:
        words = tuple(_words(text))
        told = None if level in {"-", _NONE} else level
        row = Standing(words, None if branch == "-" else branch, told, level != "-")
        found.setdefault(words[0], []).append(row)
    return {
        first: tuple(sorted(each, key=lambda row: -len(row.words))) for first, each in found.items()
    }


def _words(text: str) -> list[str]:
    return text.lower().replace(",", " , ").split()
