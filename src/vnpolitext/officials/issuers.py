"""Who issues a document, where its letterhead is not there but its own words say so.

*(Kèm theo Quyết định số 12/QĐ-UBND ngày 3/4/2024 của Chủ tịch UBND tỉnh Sơn La)* over an annex,
*Nghị quyết này đã được Hội đồng nhân dân tỉnh Sơn La thông qua*, *UBND tỉnh Sơn La ban hành Kế
hoạch ...* at the beginning of a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

_LONGEST: Final = 120
_KIND: Final = (
    r"(?:nghị\s+quyết|quyết\s+định|kế\s+hoạch|chỉ\s+thị|thông\s+tư|quy\s+định|quy\s+chế|công\s+văn"
    r"|chương\s+trình|thông\s+báo|báo\s+cáo|tờ\s+trình|đề\s+án)"
)
_ANNEXED: Final = lazy_pattern(
    rf"\((?:ban\s+hành\s+)?kèm\s+theo\s+{_KIND}\s[^()]{{0,80}}?\scủa\s+([^()]{{5,{_LONGEST}}})\)"
)
_PASSED: Final = lazy_pattern(
    rf"\b{_KIND}\s+này\s+(?:đã\s+)?được\s+([^.;()]{{5,{_LONGEST}}}?)[\s,]+"
    r"(?:kho[áà]|khóa|nhiệm\s+kỳ|thông\s+qua)\b"
)
_ISSUES: Final = lazy_pattern(
    rf"(?m)^[^\S\n]*([^.;:()\n]{{5,60}}(?:\n[^.;:()\n]{{0,60}}?)?)\s+ban\s+hành\s+{_KIND}\b"
)
_OFFICES: Final = (
    "chủ tịch ", "bộ trưởng ", "thứ trưởng ", "giám đốc ", "tổng giám đốc ", "chánh án ",
    "viện trưởng ", "trưởng ", "bí thư ", "chủ nhiệm ",
)  # fmt: skip


def issuing_bodies(view: View) -> Iterator[str]:
    """Yield the words that name who issued the document, without the office, in text order."""
    for pattern in (_ANNEXED, _PASSED, _ISSUES):
        for match in pattern.finditer(view.lower):
            words = " ".join(view.text[slice(*match.span(1))].split())
            office = next((each for each in _OFFICES if words.lower().startswith(each)), "")
            yield words[len(office) :]
