"""The sentence that announces a list, and whether it says that the offices in it are over."""

from __future__ import annotations

from typing import Final

from vnpolitext.text.lines import line_above, line_start
from vnpolitext.text.patterns import lazy_pattern, whole_words
from vnpolitext.text.sentences import FULL_STOP, clause_start

_LINES: Final = 60
_LONGEST_ITEM: Final = 200
_SHORT_LABEL: Final = 24
_SENTENCE: Final = 400
_HEADING: Final = lazy_pattern(r" *(?:#{1,6}|={2,6}) ")
_ANNOUNCES: Final = lazy_pattern(r"(?::|(?<!\w)(?:gồm|như sau)(?: có)?[^.;:\n]{0,60}:?)[ *_]*\Z")
_INLINE: Final = lazy_pattern(r"(?<!\w)gồm(?: có)?(?!\w)|:(?=[ *_])")
_SENTENCE_END: Final = lazy_pattern(rf"{FULL_STOP}(?=\s)")
_FORMER_FORMS: Final = tuple(
    rf"{word}(?: là)?(?: các)?(?: đồng chí)? (?:lãnh đạo|cán bộ|thường trực)"
    for word in ("nguyên", "cựu")
)
_HELD_FORMS: Final = tuple(
    rf"{word} (?:từng |lần lượt |được )?(?:giữ|kinh qua|trải qua|đảm nhiệm|đảm nhận"
    r"|đảm đương|nắm giữ|làm|cử giữ|giao) (?:qua )?(?:các|nhiều|những|hàng loạt|một số) "
    for word in ("từng", "đã", "lần lượt")
)
_FORMER: Final = f"(?:{'|'.join(_FORMER_FORMS)})"
_HELD: Final = f"(?:{'|'.join(_HELD_FORMS)})"
PAST_LIST: Final = lazy_pattern(whole_words((*_FORMER_FORMS, *_HELD_FORMS)))
"""Words that such a sentence has; a text without them has none."""
PAST: Final = lazy_pattern(
    rf"(?<!\w)(?:{_FORMER}(?: (?!và |cùng |hiện )[^\W\d_]{{1,12}}){{0,9}}"
    rf"|{_HELD}(?:vị trí|chức|cương vị|trọng trách|nhiệm vụ|vai trò)[^.;\n:]{{0,60}})"
    r" ?(?::|như:?)[ *_]*\Z"
)
"""The end of what announces offices held before (*các đồng chí nguyên lãnh đạo tỉnh:*)."""


class Leads:
    """The sentences of one text that announce lists."""

    def __init__(self, lower: str) -> None:
        """Prepare for a folded text in lower case."""
        self._lower = lower
        self._over: dict[int, tuple[int, tuple[int, int] | None]] = {}

    def over(self, at: int) -> tuple[int, int] | None:
        r"""Return the sentence that announces the list in which a place stands.

        It goes before a colon or *gồm* on the line of the place, or ends the line over the list.

        >>> text = "năm 1950 tỉnh ủy được lập gồm:\n- lò văn an: bí thư\n- hà thị mơ: ủy viên"
        >>> start, end = Leads(text).over(58)
        >>> text[start:end]
        'năm 1950 tỉnh ủy được lập gồm:'
        """
        start = line_start(self._lower, at)
        inline = _inline(self._lower, start, at)
        return inline if inline is not None or not start else self._above(start)

    def _above(self, start: int) -> tuple[int, int] | None:
        """Return what announces a list on the lines over one; it is kept for each of them."""
        passed: list[int] = []
        while start not in self._over:
            above = line_above(self._lower, start)
            end = start - 1
            if above is None or _parts(self._lower[above:end]):
                self._over[start] = 1, None
            elif _announces(self._lower[above:end]):
                self._over[start] = 1, (clause_start(_SENTENCE_END, self._lower, above, end), end)
            else:
                passed.append(start)
                start = above
        lines, found = self._over[start]
        for below in reversed(passed):
            lines += 1
            self._over[below] = lines, found
        return found if lines <= _LINES else None


def _inline(lower: str, start: int, at: int) -> tuple[int, int] | None:
    if lower.find(":", start, at) < 0 and lower.find("gồm", start, at) < 0:
        return None
    floor = max(start, at - _SENTENCE)
    start = max([start, *(match.end() for match in _SENTENCE_END.finditer(lower, floor, at))])
    mark = _INLINE.search(lower, start, at)
    return (start, mark.end()) if mark and mark.end() - start > _SHORT_LABEL else None


def _announces(line: str) -> bool:
    return len(line) > _SHORT_LABEL and _ANNOUNCES.search(line) is not None


def _parts(line: str) -> bool:
    """Return whether a line is none of a list, nor announces one."""
    if not line.strip() or _announces(line):
        return False
    return len(line) > _LONGEST_ITEM or _HEADING.match(line) is not None
