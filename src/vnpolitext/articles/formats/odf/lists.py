"""Numbers of lists and headings in OpenDocument files, which stand in no text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from vnpolitext.articles.formats.attributes import whole
from vnpolitext.articles.formats.counting import FORMATS, in_format

_N: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
_STYLE: Final = _N + "style:1.0}"
_TEXT: Final = _N + "text:1.0}"
_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_BULLET: Final = _TEXT + "list-level-style-bullet"
_DASHES: Final = ("-", "–", "+")
_OUTLINE: Final = " outline"


class Lists:
    """The list styles of a document, and how far each level has counted."""

    def __init__(self, parts: Iterable[Any]) -> None:
        """Read the list styles of its parts, and the numbers of headings."""
        self._forms: dict[str, dict[int, Any]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._names: dict[str, str] = {}
        for part in parts:
            for style in part.iter(_TEXT + "list-style", _TEXT + "outline-style"):
                is_outline = style.tag == _TEXT + "outline-style"
                name = _OUTLINE if is_outline else style.get(_STYLE + "name", "")
                self._forms[name] = {
                    whole(form.get(_TEXT + "level"), 0): form
                    for form in style
                    if isinstance(form.tag, str)
                }

    def begin(self, element: Any) -> None:
        """Begin a list that stands in no other; it counts on where it says so."""
        style = element.get(_TEXT + "style-name", "")
        before = element.get(_TEXT + "continue-list")
        other = self._names.get(before, style) if before else style
        if other != style:
            self._counts[style] = dict(self._counts.get(other, {}))
        self._names[element.get(_ID, "")] = style
        if before is None and element.get(_TEXT + "continue-numbering") != "true":
            self._counts.pop(style, None)

    def next(self, style: str, level: int, start: int | None = None) -> str:
        """Count one item; return what stands before it, blank included."""
        form = self._forms.get(style, {}).get(level)
        if form is None:
            return ""
        counts = self._counts.setdefault(style, {})
        for deeper in [deep for deep in counts if deep > level]:
            del counts[deeper]
        if form.tag == _BULLET:
            return "- " if form.get(_TEXT + "bullet-char") in _DASHES else "• "
        first = whole(form.get(_TEXT + "start-value"), 1) if start is None else start
        counts[level] = first if start is not None else counts.get(level, first - 1) + 1
        number = self._number(style, level)
        if not number:
            return ""
        shown = whole(form.get(_TEXT + "display-levels"), 1)
        for upper in range(level - 1, max(0, level - shown), -1):
            if over := self._number(style, upper):
                number = f"{over}.{number}"
        before, after = (form.get(f"{_STYLE}num-{side}", "") for side in ("prefix", "suffix"))
        return f"{before}{number}{after} "

    def of_heading(self, element: Any) -> str:
        """Count a heading that stands in no list; return what stands before it."""
        level = whole(element.get(_TEXT + "outline-level"), 1)
        return self.next(_OUTLINE, level) if _OUTLINE in self._forms else ""

    def _number(self, style: str, level: int) -> str:
        """Return how far a level has counted, in its own format."""
        form = self._forms.get(style, {}).get(level)
        told = (form.get(_STYLE + "num-format") or "") if form is not None else ""
        name = FORMATS.get(told.partition(",")[0], "")
        counts = self._counts.get(style, {})
        return in_format(counts.get(level, 1), name) if name else ""
