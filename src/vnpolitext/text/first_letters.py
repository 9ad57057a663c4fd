"""With which characters what a pattern finds can begin, for the matcher to pass over all others.

The compiler of `re` sees that where a pattern begins with plain letters or a set of characters.
Here it is seen behind a look around, in groups and in repeats, too: there a search would otherwise
try the whole pattern at every character of a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

_INFO: Final = 5  # numbers that say what a pattern is before its own code
_CHARSET: Final = 4  # in the flags of these: a set of characters follows them
# A set, and whether nothing at all may match; no set where anything may begin.
_First = tuple[list[Any] | None, bool]
_UNKNOWN: Final[_First] = (None, False)


def with_first_letters(
    code: list[int], tree: Any, flags: int, write: Callable[[list[Any], int, list[int]], object]
) -> list[int]:
    """Return the code of a pattern that says with which characters it begins, if it did not.

    Args:
        code: What the compiler of `re` made of it.
        tree: What the parser of `re` made of it.
        flags: Its flags.
        write: What appends the code of a set of characters.
    """
    shortest = code[3]
    if flags & re.IGNORECASE or code[2] or not shortest:
        return code
    found, is_optional = _first_of(tree)
    if not found or is_optional or _is_negated(found):
        return code
    letters: list[int] = []
    write(found, flags, letters)
    head = [code[0], code[1] + len(letters), _CHARSET, *code[3:_INFO]]
    return [*head, *letters, *code[_INFO:]]


def _first_of(parts: Iterable[tuple[Any, Any]]) -> _First:
    """Return with what a row of parts begins."""
    found: list[Any] = []
    for kind, told in parts:
        own, is_optional = _first(kind, told)
        if own is None or (found and _is_negated(own)):
            return _UNKNOWN
        found += own
        if not is_optional:
            return found, False
        if _is_negated(found):
            return _UNKNOWN
    return found, True


def _first(kind: Any, told: Any) -> _First:
    """Return with what one part begins."""
    first = _UNKNOWN
    match str(kind):
        case "AT":
            # At the beginning of a text the matcher looks at no other place.
            first = _UNKNOWN if "BEGINNING" in str(told) else ([], True)
        case "ASSERT" | "ASSERT_NOT":
            first = [], True
        case "LITERAL":
            first = [(kind, told)], False
        case "IN":
            first = list(told), False
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            found, is_optional = _first_of(told[2])
            first = found, is_optional or not told[0]
        case "ATOMIC_GROUP":
            first = _first_of(told)
        case "SUBPATTERN":
            _, added, removed, part = told
            first = _UNKNOWN if added or removed else _first_of(part)
        case "BRANCH":
            first = _of_branches(told[1])
    return first


def _of_branches(branches: Iterable[Any]) -> _First:
    found: list[Any] = []
    is_any_optional = False
    for branch in branches:
        own, is_optional = _first_of(branch)
        if own is None or _is_negated(own):
            return _UNKNOWN
        found += own
        is_any_optional = is_any_optional or is_optional
    return found, is_any_optional


def _is_negated(found: list[Any]) -> bool:
    return bool(found) and str(found[0][0]) == "NEGATE"
