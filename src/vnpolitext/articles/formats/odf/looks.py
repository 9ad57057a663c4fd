"""What the styles of an OpenDocument file say of how words are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

_N: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
_STYLE: Final = _N + "style:1.0}"
_TEXT: Final = _N + "text:1.0}"
_FO: Final = _N + "xsl-fo-compatible:1.0}"
_BORDERS: Final = ("border", "border-top", "border-bottom", "border-left", "border-right")
_NONE: Final = (None, "none", "")
_DEEPEST: Final = 30


@dataclass(frozen=True, slots=True)
class Look:
    """How words are shown.

    Attributes:
        font: Name of their font in lower case, or ``""``.
        capitals: Whether they are shown in capitals, ``None`` where nothing is said.
        hidden: Whether they are not shown.
        bordered: Whether a cell of a table has lines.
    """

    font: str = ""
    capitals: bool | None = None
    hidden: bool = False
    bordered: bool = False

    def over(self, around: Look) -> Look:
        """Return this look with what it leaves open as those around it say."""
        capitals = around.capitals if self.capitals is None else self.capitals
        hidden = self.hidden or around.hidden
        return replace(self, font=self.font or around.font, capitals=capitals, hidden=hidden)


class Looks:
    """The styles of a document, by name."""

    def __init__(self, parts: Iterable[Any]) -> None:
        """Read the styles of its parts, those of the text last."""
        self._own: dict[str, tuple[Look, str]] = {}
        for part in parts:
            for style in part.iter(_STYLE + "style"):
                parent = style.get(_STYLE + "parent-style-name", "")
                self._own[style.get(_STYLE + "name", "")] = _look(style), parent
        self._known: dict[str, Look] = {}

    def of(self, name: str | None, around: Look | None = None) -> Look:
        """Return the look of a style; what it leaves open is as ``around`` says."""
        name = name or ""
        if name not in self._known:
            self._known[name] = self._read(name)
        own = self._known[name]
        return own.over(around) if around is not None else own

    def _read(self, name: str) -> Look:
        found = Look()
        seen: set[str] = set()
        while name in self._own and name not in seen and len(seen) < _DEEPEST:
            seen.add(name)
            look, name = self._own[name]
            found = replace(found.over(look), bordered=found.bordered or look.bordered)
        return found


def _look(style: Any) -> Look:
    words = style.find(_STYLE + "text-properties")
    cell = style.find(_STYLE + "table-cell-properties")
    bordered = cell is not None and any(cell.get(_FO + side) not in _NONE for side in _BORDERS)
    if words is None:
        return Look(bordered=bordered)
    case = words.get(_FO + "text-transform")
    return Look(
        font=words.get(_STYLE + "font-name", "").lower(),
        capitals=case == "uppercase" if case else None,
        hidden=words.get(_TEXT + "display") == "none",
        bordered=bordered,
    )
