"""Patterns that are compiled when they are first used, and only once on a machine.

Compiling the patterns of all finders takes longer than reading most texts, and a text needs a third
of them. What the compiler of `re` makes of a pattern is kept beside the bytecode; where the
interpreter is one whose `re` is built otherwise, patterns are compiled by each process.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Final, cast

from vnpolitext.kept import Kept
from vnpolitext.text.first_letters import with_first_letters

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


def whole_words(phrases: Iterable[str]) -> str:
    r"""Return the source of a pattern for phrases that begin where a word does.

    The first letter comes first in it, so that the engine passes over all other characters: that
    is ten times as fast as a look behind every character.

    Args:
        phrases: Sources of regular expressions, each beginning with a letter or a plain mark. Of
            those with the same one the first that matches counts.

    Example:
        >>> whole_words(["nay", "hiện nay", r"năm \d{4}"])
        '(?:n(?<!\\w.)(?:ay|ăm \\d{4})|h(?<!\\w.)(?:iện nay))'
    """
    rests: dict[str, list[str]] = {}
    for phrase in phrases:
        rests.setdefault(phrase[0], []).append(phrase[1:])
    opened = (rf"{letter}(?<!\w.)(?:{'|'.join(rest)})" for letter, rest in rests.items())
    return f"(?:{'|'.join(opened)})"


def spaced(source: str) -> str:
    r"""Return a regular expression with a blank or a line break where it has a blank.

    Args:
        source: The regular expression, with blanks between words and in no set of characters.

    Example:
        >>> spaced("trước ngày")
        'trước[ \\n]ngày'
    """
    return source.replace(" ", r"[ \n]")


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
        compiled = compile_kept(self.pattern, self._flags)
        for each in _ATTRIBUTES:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[type[LazyPattern], tuple[str, int]]:
        """Be copied and pickled as what it was made from."""
        return LazyPattern, (self.pattern, self._flags)

    def __repr__(self) -> str:
        """Show the regular expression."""
        return f"lazy_pattern({self.pattern!r}, {self._flags})"


def compile_kept(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns; what the compiler made of ``source`` is kept.

    Only for patterns that are written in the code or made of a model: those made of what stands in
    a text would be kept for ever.

    Args:
        source: The regular expression.
        flags: As in `re.compile`.

    Raises:
        re.error: ``source`` is no regular expression.
    """
    machine = _machine()
    if machine is None:
        return re.compile(source, flags)
    key = (source, int(flags))
    known = _codes().get(key)
    if known is None:
        known = machine.translate(*key)
        _codes().put(key, known)
    return machine.pattern(source, *known)


class _Machine:
    """The two halves of `re.compile` of CPython: the compiler, in Python, and the matcher, in C."""

    def __init__(self) -> None:
        import _sre  # type: ignore[import-not-found]
        from re import _compiler, _parser  # type: ignore[attr-defined]

        self._parse: Callable[..., Any] = _parser.parse
        self._code: Callable[..., list[int]] = _compiler._code
        self._tidy: Callable[..., tuple[list[Any], bool]] = _compiler._optimize_charset
        self._set: Callable[..., None] = _compiler._compile_charset
        self._make: Callable[..., re.Pattern[str]] = _sre.compile
        self.magic: int = _sre.MAGIC

    def _write(self, letters: list[Any], flags: int, code: list[int]) -> None:
        """Append the code of a set of characters."""
        self._set(self._tidy(letters)[0], flags, code)

    def translate(self, source: str, flags: int) -> tuple[int, int, dict[str, int], bytes]:
        """Return all flags, the number of groups, their names and the code."""
        tree = self._parse(source, flags)
        state = tree.state
        plain = self._code(tree, flags)
        code = array("I", with_first_letters(plain, tree, flags | state.flags, self._write))
        return flags | state.flags, state.groups - 1, dict(state.groupdict), code.tobytes()

    def pattern(
        self, source: str, flags: int, groups: int, names: dict[str, int], code: bytes
    ) -> re.Pattern[str]:
        """Return the pattern; the matcher looks the code over before it takes it."""
        by_number: list[str | None] = [None] * (groups + 1)
        for name, number in names.items():
            by_number[number] = name
        return self._make(source, flags, array("I", code).tolist(), groups, names, tuple(by_number))


@lru_cache(maxsize=1)
def _machine() -> _Machine | None:
    """The compiler and the matcher, ``None`` where they are not those of CPython."""
    try:
        machine = _Machine()
        trial = machine.pattern(_TRIAL, *machine.translate(_TRIAL, 0))
        return machine if trial.findall("số 18") == ["18"] else None
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return None


_TRIAL: Final = r"(?<!\d)(?:1|[2-4]?+9)\d++"
_FORM: Final = "first letters"


@lru_cache(maxsize=1)
def _codes() -> Kept:
    machine = _machine()
    return Kept("patterns", machine and (machine.magic, _FORM))
