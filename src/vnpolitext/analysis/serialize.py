"""Records to plain data and back, walking the fields of the dataclasses."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from math import isfinite
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

_Record = TypeVar("_Record")
_PLAIN: Final = frozenset({str, int, bool, type(None)})


def to_plain(value: Any) -> Any:
    """Return ``value`` as JSON has it: every record a ``dict``, every tuple a ``list``."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, float):
        return value if isfinite(value) else None
    if is_dataclass(value) and not isinstance(value, type):
        plain = {name: to_plain(getattr(value, name)) for name in _field_types(type(value))}
        if hasattr(value, "is_official"):
            plain["is_official"] = value.is_official
        return plain
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    return _plain_scalar(value)


def _plain_scalar(value: Any) -> Any:
    """Return a date as ISO 8601, a number of numpy as Python's, anything else as text."""
    if isinstance(value, str | int):
        return str(value) if isinstance(value, str) else int(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return to_plain(value.item()) if hasattr(value, "item") else str(value)


def from_plain(record_type: type[_Record], plain: Mapping[str, Any]) -> _Record:
    """Return the record of ``record_type`` that ``to_plain`` turned into ``plain``.

    Raises:
        ValueError: ``plain`` is no mapping, or lacks a field without a default.
    """
    if not isinstance(plain, Mapping):
        raise ValueError(f"{record_type.__name__} wants a mapping, not {type(plain).__name__}")
    known: type = record_type
    hints = _field_types(known)
    missing = [name for name in _required(known) if name not in plain]
    if missing:
        raise ValueError(f"{record_type.__name__} lacks {', '.join(missing)}")
    return record_type(
        **{name: _build(hint, plain[name]) for name, hint in hints.items() if name in plain}
    )


@cache
def _field_types(record_type: type) -> dict[str, Any]:
    hints = get_type_hints(record_type)
    return {item.name: hints[item.name] for item in fields(record_type)}


@cache
def _required(record_type: type) -> tuple[str, ...]:
    return tuple(
        item.name
        for item in fields(record_type)
        if item.default is MISSING and item.default_factory is MISSING
    )


def _build(hint: Any, value: Any) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        return None if value is None else _build(options[0], value) if len(options) == 1 else value
    if origin is tuple:
        if isinstance(value, str) or not isinstance(value, list | tuple):
            raise ValueError(f"a list was expected, not {value!r}")
        kinds = get_args(hint)
        if len(kinds) == 2 and kinds[1] is Ellipsis:
            return tuple(_build(kinds[0], item) for item in value)
        if len(kinds) != len(value):
            raise ValueError(f"{len(kinds)} values were expected, not {value!r}")
        return tuple(_build(kind, item) for kind, item in zip(kinds, value, strict=True))
    if is_dataclass(hint):
        return from_plain(hint, value)  # type: ignore[arg-type]
    return value
