"""Arguments under a new name; the old one is understood for a while."""

from __future__ import annotations

import functools
import warnings
from collections.abc import Callable
from typing import ParamSpec, TypeVar

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


def renamed(
    old: str, new: str
) -> Callable[[Callable[_Arguments, _Result]], Callable[_Arguments, _Result]]:
    """Let a function understand the argument ``old``, which is called ``new`` now.

    Example:
        >>> @renamed("model", "words")
        ... def cut(*, words="default"):
        ...     return words
        >>> with warnings.catch_warnings():
        ...     warnings.simplefilter("ignore")
        ...     cut(model="syllables")
        'syllables'
    """

    def wrap(function: Callable[_Arguments, _Result]) -> Callable[_Arguments, _Result]:
        @functools.wraps(function)
        def call(*arguments: _Arguments.args, **named: _Arguments.kwargs) -> _Result:
            if old in named:
                if new in named:
                    raise TypeError(f"{function.__name__}() got {new} and its old name {old}")
                told = f"{function.__name__}({old}=) is called {new}= now"
                warnings.warn(told, DeprecationWarning, stacklevel=2)
                named[new] = named.pop(old)
            return function(*arguments, **named)

        return call

    return wrap
