"""Patterns that are compiled when they are first used.

Compiling the patterns of all finders takes longer than reading most texts, and a text needs a third
of them.
"""

from __future__ import annotations

import re
from typing import Any, Final, cast

_ATTRIBUTES: Final = (
    *("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"),
    *("flags", "groups", "groupindex"),
)


def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, but compiled when its first method is called.

    Args:
        source: The regular expression.
        flags: As in `re.compile`.

    Returns:
        An object with the methods and attributes of a pattern.

    Raises:
        re.error: By the first call of a method, where ``source`` is no regular expression.

    Example:
        >>> lazy_pattern(r"[0-9]+").findall("18 và 35")
        ['18', '35']
    """
    return cast("re.Pattern[str]", LazyPattern(source, flags))


class LazyPattern:
    """A pattern that is compiled when it is first used.

    Attributes:
        pattern: The regular expression.
    """

    def __init__(self, source: str, flags: int) -> None:
        """Keep what is compiled later."""
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern, and take over its methods: they are looked up here only once."""
        if name not in _ATTRIBUTES:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for each in _ATTRIBUTES:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[type[LazyPattern], tuple[str, int]]:
        """Be copied and pickled as what it was made from."""
        return LazyPattern, (self.pattern, self._flags)

    def __repr__(self) -> str:
        """Show the regular expression."""
        return f"lazy_pattern({self.pattern!r}, {self._flags})"
