"""The categories at the end of an encyclopaedia's page: offices that its person once held."""

from __future__ import annotations

from typing import Final

from vnpolitext.text.patterns import lazy_pattern

_BORN: Final = lazy_pattern(
    r"\n[-•*+ ]{0,3}(?:(?:sinh|mất) (?:năm )?(?:1[89]|20)\d\d|nhân vật còn sống) *(?=\n|\Z)"
)
_ITEM: Final = lazy_pattern(r"[-•*+ ]{0,3}[^\W_][^\n.;:|]{1,110}\Z")
_LINES: Final = 60
_REACH: Final = 8_000


def find_categories(lower: str) -> tuple[int, int] | None:
    r"""Return where the categories of a page begin and end, if it has any.

    >>> find_categories("tỉnh ủy.\n\n- sinh năm 1935\n- người lào cai\n- bí thư tỉnh ủy")
    (9, 58)
    """
    found = _BORN.search(lower, max(0, len(lower) - _REACH))
    if found is None:
        return None
    marked = lower[found.start() + 1] in "-•*+"
    end = found.end()
    for _ in range(_LINES):
        stop = lower.find("\n", end + 1)
        stop = len(lower) if stop < 0 else stop
        line = lower[end + 1 : stop]
        listed = _ITEM.match(line) is not None and (line[:1] in "-•*+") == marked
        if end >= len(lower) or not listed:
            break
        end = stop
    return found.start(), end
