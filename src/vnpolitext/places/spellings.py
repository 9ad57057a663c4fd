"""Names of units by their letters alone, for text that parts and marks them in another way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from vnpolitext.text.tones import without_marks
from vnpolitext.text.view import fold_all

_SHORTEST_TONELESS: Final = 5


def dashed(name: str) -> str:
    """Return a folded name with a bare dash between its parts."""
    return name.replace(" - ", "-").replace("- ", "-").replace(" -", "-")


class Spellings:
    """The names of units by their letters."""

    def __init__(self, names: Iterable[str], masks: Mapping[str, int], toneless: int) -> None:
        """Take the names.

        Args:
            names: As the tables have them.
            masks: Bits of the levels that each key has.
            toneless: Bit of the level whose names are also known without tones and marks.
        """
        self._names = names
        self._masks = masks
        self._level = toneless

    def find(self, joined: str, level: int) -> str:
        """Return the key of the only name with these letters at ``level``, nothing without one."""
        found = [name for name in self._joined.get(joined, ()) if self._masks[name] & level]
        if not found and level & self._level and len(joined) >= _SHORTEST_TONELESS:
            found = list(self._toneless.get(without_marks(joined), ()))
        return found[0] if len(found) == 1 else ""

    @cached_property
    def _joined(self) -> dict[str, tuple[str, ...]]:
        return _grouped((_letters(name), name) for name in self._own)

    @cached_property
    def _toneless(self) -> dict[str, tuple[str, ...]]:
        names = (name for name in self._own if self._masks[name] & self._level)
        return _grouped((without_marks(_letters(name)), name) for name in names)

    @cached_property
    def _own(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(dashed, fold_all(self._names))))


def _letters(name: str) -> str:
    return "".join(character for character in name if character.isalnum())


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for key, value in pairs:
        groups[key] = (*groups.get(key, ()), value)
    return groups
