"""Automatic numbers: what Word shows before a paragraph and keeps out of its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vnpolitext.articles.formats.attributes import whole
from vnpolitext.articles.formats.counting import in_format
from vnpolitext.articles.formats.ooxml.package import Element, W, value
from vnpolitext.text.patterns import lazy_pattern

_PLACE: Final = lazy_pattern(r"%([1-9])")
_LEVELS: Final = 9
_DASHES: Final = frozenset("-–—+*")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: first number, way of counting, and the text around the number."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        """Read the part ``numbering``."""
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._of_style: dict[tuple[str, str], int] = {}
        if root is None:
            return
        named: dict[str, str] = {}
        borrowed: dict[str, str] = {}
        for element in root.iter(W + "abstractNum"):
            identifier = element.get(W + "abstractNumId", "")
            self._levels[identifier] = dict(map(_level, element.iterfind(W + "lvl")))
            for level in element.iterfind(W + "lvl"):
                if style := value(level, "pStyle"):
                    depth = whole(level.get(W + "ilvl", "0"), 0)
                    self._of_style[identifier, style] = depth
            named[value(element, "styleLink")] = identifier
            borrowed[identifier] = value(element, "numStyleLink")
        for identifier, style in borrowed.items():
            if style and style in named:
                self._levels[identifier] = self._levels[named[style]]
        for element in root.iter(W + "num"):
            own: dict[int, Level] = {}
            starts: dict[int, int] = {}
            for override in element.iterfind(W + "lvlOverride"):
                depth = whole(override.get(W + "ilvl", "0"), 0)
                own |= dict(map(_level, override.iterfind(W + "lvl")))
                start = whole(value(override, "startOverride"), None)
                if start is not None:
                    starts[depth] = start
            parent = value(element, "abstractNumId")
            self._lists[element.get(W + "numId", "")] = (parent, own, starts)

    def level_of(self, number: str, style: str) -> int | None:
        """Return the level of a list that is that of a style, ``None`` where none is.

        Args:
            number: Identifier of the list.
            style: Identifier of the style.
        """
        parent = self._lists[number][0] if number in self._lists else ""
        return self._of_style.get((parent, style))

    def next(self, number: str, depth: int) -> str:
        """Count one paragraph of a list; return what Word shows before it, blank included.

        Args:
            number: Identifier of the list.
            depth: Level of the paragraph, from 0.
        """
        if number not in self._lists or not 0 <= depth < _LEVELS:
            return ""
        parent, own, starts = self._lists[number]
        levels = {**self._levels.get(parent, {}), **own}
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(parent, {})
        if depth in starts and (number, depth) not in self._begun:
            counts.pop(depth, None)
        self._begun.add((number, depth))
        first = starts.get(depth, level.start)
        counts[depth] = counts[depth] + 1 if depth in counts else first
        for deeper in [deep for deep in counts if deep > depth]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart and depth < restart):
                del counts[deeper]
        if level.format == "bullet":
            return "- " if level.text.strip()[:1] in _DASHES else "• "
        shown = _PLACE.sub(
            lambda match: self._shown(counts, levels, int(match[1]) - 1, level), level.text
        )
        return shown + ("" if level.suffix == "nothing" else " ") if shown.strip() else ""

    @staticmethod
    def _shown(counts: dict[int, int], levels: dict[int, Level], depth: int, at: Level) -> str:
        level = levels.get(depth, Level())
        if depth not in counts:
            counts[depth] = level.start
        return in_format(counts[depth], "decimal" if at.legal else level.format)


def _level(element: Element) -> tuple[int, Level]:
    return whole(element.get(W + "ilvl", "0"), 0), Level(
        start=whole(value(element, "start"), 1),
        format=value(element, "numFmt", "decimal"),
        text=value(element, "lvlText"),
        suffix=value(element, "suff", "tab"),
        restart=whole(value(element, "lvlRestart"), None),
        legal=element.find(W + "isLgl") is not None,
    )
