"""Records that are made often, made fast."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

T = TypeVar("T")


def made_fast(kind: type[T]) -> type[T]:
    """Let the records of a frozen dataclass with slots be made three times as fast.

    What `dataclass` writes for a frozen class sets each field by a call. Here a record is filled by
    plain assignments while it is of a class that lets them pass, and is of its own when done. It
    cannot be changed afterwards, as before.

    Args:
        kind: The dataclass, without default factories and ``__post_init__``.

    Returns:
        The same class.

    Example:
        >>> from dataclasses import dataclass
        >>> @made_fast
        ... @dataclass(frozen=True, slots=True)
        ... class Place:
        ...     start: int
        ...     name: str = ""
        >>> Place(3, name="Mường Lay")
        Place(start=3, name='Mường Lay')
    """
    known = fields(kind)  # type: ignore[arg-type]
    if any(each.default_factory is not MISSING for each in known) or hasattr(kind, "__post_init__"):
        raise TypeError(f"{kind.__name__} works out fields when a record is made")
    plain: Any = kind.__init__
    own = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    # An argument hides what has its name, so that these begin as no field does.
    given: dict[str, Any] = {
        "_kind": kind,
        "_open_kind": type(kind.__name__, (kind,), own),
        "_set_class": object.__setattr__,
        "_plain": plain,
    }
    code = plain.__code__
    names = code.co_varnames[1 : code.co_argcount]
    named = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    arguments = ", ".join(("self", *names, *(("*", *named) if named else ())))
    passed = ", ".join(("self", *names, *(f"{name}={name}" for name in named)))
    lines = (
        f"def __init__({arguments}):",
        " if self.__class__ is not _kind:",
        f"  return _plain({passed})",
        " _set_class(self, '__class__', _open_kind)",
        *(f" self.{name} = {name}" for name in (*names, *named)),
        " self.__class__ = _kind",
    )
    exec("\n".join(lines), given)  # noqa: S102 - as dataclasses does; the names are those of fields
    made = given["__init__"]
    made.__defaults__, made.__kwdefaults__ = plain.__defaults__, plain.__kwdefaults__
    made.__annotations__, made.__qualname__ = plain.__annotations__, plain.__qualname__
    made.__module__, made.__doc__ = plain.__module__, plain.__doc__
    kind.__init__ = made  # type: ignore[method-assign]
    return kind
