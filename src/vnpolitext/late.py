"""Names of a package whose modules are loaded when the name is first used."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def late_names(package: str, rooms: Mapping[str, str]) -> Callable[[str], Any]:
    """Return a ``__getattr__`` for a package.

    What a first `analyze` does not need is not loaded by it: word models, tables of commands,
    everything that wants numpy.

    Args:
        package: ``__name__`` of the package.
        rooms: The names that stand in each module of the package, parted by blanks; under ``""``
            names of modules themselves.

    Example:
        >>> late_names("vnpolitext.text", {"token": "Token Tokens"})("Token").__name__
        'Token'
    """
    homes = {name: room for room, names in rooms.items() for name in names.split()}

    def find(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = import_module(f"{package}.{homes[name] or name}")
        value = getattr(module, name) if homes[name] else module
        setattr(sys.modules[package], name, value)
        return value

    return find


def offered(package: str, *modules: str) -> Callable[[], list[str]]:
    """Return a ``__dir__`` for a package: what it offers, without the rooms it is made of.

    Args:
        package: ``__name__`` of the package; its ``__all__`` has the names.
        modules: Names of public modules inside of it.

    Example:
        >>> "Token" in offered("vnpolitext.text")()
        True
    """
    return lambda: sorted({*getattr(sys.modules[package], "__all__", ()), *modules})
