"""Halves of surrogate pairs side by side, which JSON would join to one character."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from vnpolitext.text.patterns import lazy_pattern

_FIRST: Final = lazy_pattern("[\ud800-\udbff]")
_PAIR: Final = lazy_pattern("[\ud800-\udbff][\udc00-\udfff]")
_KEY: Final = "surrogates"
_ORIGINS: Final = ("id", "text", "metadata")  # whatever else a record says comes from these
_HOLES: Final = "\ufffd\ufffd"


def hide_pairs(plain: dict[str, Any]) -> dict[str, Any]:
    r"""Return plain data that JSON gives back unchanged.

    A string may hold the two halves of a pair as two characters. JSON has no way to write that: it
    would give back one character, and every offset behind it would be wrong. Each half becomes a
    replacement character, and ``surrogates`` tells the place and the halves.

    Example:
        >>> hide_pairs({"text": "a\ud83d\ude00"}) == {
        ...     "text": "a\ufffd\ufffd", "surrogates": [[["text"], 1, "d83dde00"]]
        ... }
        True
    """
    origins = {key: plain[key] for key in _ORIGINS if key in plain}
    if not any(_FIRST.search(text) for _, text in _strings(origins)):
        return plain
    found = [
        [path, match.start(), f"{ord(match[0][0]):x}{ord(match[0][1]):x}"]
        for path, text in _strings(plain)
        for match in _PAIR.finditer(text)
    ]
    return {**_replaced(plain), _KEY: found} if found else plain


def restore_pairs(plain: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return plain data with the halves that `hide_pairs` took out.

    Raises:
        ValueError: The places do not fit the data.
    """
    if _KEY not in plain:
        return plain
    whole: dict[str, Any] = _copied({key: value for key, value in plain.items() if key != _KEY})
    try:
        for path, at, halves in plain[_KEY]:
            *above, last = path
            inside: Any = whole
            for step in above:
                inside = inside[step]
            pair = chr(int(halves[:4], 16)) + chr(int(halves[4:], 16))
            inside[last] = inside[last][:at] + pair + inside[last][at + 2 :]
    except (KeyError, IndexError, TypeError, ValueError):
        raise ValueError(f"{_KEY!r} does not fit the record") from None
    return whole


def _strings(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[list[str | int], str]]:
    if isinstance(value, str):
        yield list(path), value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _strings(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _strings(item, (*path, index))


def _replaced(value: Any) -> Any:
    if isinstance(value, str):
        return _PAIR.sub(_HOLES, value)
    if isinstance(value, Mapping):
        return {key: _replaced(item) for key, item in value.items()}
    return [_replaced(item) for item in value] if isinstance(value, list) else value


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if isinstance(value, list | tuple) else value
