"""Where a text tells of the dynasties, before there were the provinces of since."""

from bisect import bisect_left
from functools import cached_property
from typing import Final

from vnpolitext.text.patterns import lazy_pattern

# "năm 938", "(1545–1787)", of before 1831, when the provinces were made.
_BEFORE: Final = r"\d{3}|1[0-7]\d\d|18[0-2]\d|1830"
_OLD_YEAR: Final = lazy_pattern(
    rf"năm ({_BEFORE})(?![\d.,]?\d)(?! (?:ngày|tuổi|tháng|trước|sau|qua|nay))"
)
_OLD_SPAN: Final = lazy_pattern(rf"\(({_BEFORE}) ?[-–] ?(?:{_BEFORE})\)")
_YEAR: Final = lazy_pattern(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_TODAY: Final = lazy_pattern(r"(?<!\w)(?:nay|hiện|bây giờ)(?!\w)")
# "Nghệ An - Hà Tĩnh ngày nay"
_TODAY_BEHIND: Final = lazy_pattern(r"[^.;()\n]{0,60}?(?<!\w)(?:ngày|hiện) nay(?!\w)")
_ENOUGH: Final = 4
_FAR: Final = 1500
_SENTENCE: Final = 160


class Ages:
    """The years of before 1831 that a text names, among its other years."""

    def __init__(self, lower: str) -> None:
        """Take the text in lower case."""
        self._lower = lower

    def is_old(self, start: int) -> bool:
        """Whether what is told at a place is of before 1831.

        The year before it is, and the next one; no word for today stands by it. What a bracket
        says (``(huyện Nam Sách, Hải Dương)``) is of today.

        >>> told = "Năm 931 ông lấy lại Đại La, năm 937 mất, năm 938 và năm 944 loạn ở Phong Châu."
        >>> Ages(told.lower()).is_old(told.index("Phong Châu"))
        True
        """
        if len(self._old) < _ENOUGH:
            return False
        at = bisect_left(self._all, start)
        if not at or (start - self._all[at - 1] > _FAR and not self._is_all_old):
            return False
        if any(year not in self._old for year in self._all[at - 1 : at + 1]):
            return False
        before = self._lower[max(0, start - _SENTENCE) : start]
        in_brackets = before.rfind("(") > before.rfind(")")
        is_today = _TODAY.search(before) or _TODAY_BEHIND.match(self._lower, start)
        return not (in_brackets or is_today)

    @cached_property
    def _old(self) -> frozenset[int]:
        if "năm " not in self._lower:
            return frozenset()
        return frozenset(
            year.start(1)
            for pattern in (_OLD_YEAR, _OLD_SPAN)
            for year in pattern.finditer(self._lower)
        )

    @cached_property
    def _is_all_old(self) -> bool:
        """Whether most years of the text are as old."""
        return 2 * len(self._old) > len(self._all)

    @cached_property
    def _all(self) -> list[int]:
        later = (year.start() for year in _YEAR.finditer(self._lower))
        return sorted({*self._old, *later})
