"""Who issues a document, where its letterhead is not there but its own words say so.

*(Kèm theo Quyết định số 12/QĐ-UBND ngày 3/4/2024 của Chủ tịch UBND tỉnh Sơn La)* over an annex,
*Nghị quyết này đã được Hội đồng nhân dân tỉnh Sơn La thông qua*, *UBND tỉnh Sơn La ban hành Kế
hoạch ...* at the beginning of a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern, whole_words

_LONGEST: Final = 120
_KINDS: Final = (
    *(r"nghị\s+quyết", r"quyết\s+định", r"kế\s+hoạch", r"chỉ\s+thị", r"thông\s+tư"),
    *(r"quy\s+định", r"quy\s+chế", r"công\s+văn", r"chương\s+trình", r"thông\s+báo"),
    *(r"báo\s+cáo", r"tờ\s+trình", r"đề\s+án"),
)
_KIND: Final = f"(?:{'|'.join(_KINDS)})"
_ANNEXED: Final = lazy_pattern(
    rf"\((?:ban\s+hành\s+)?kèm\s+theo\s+{_KIND}\s[^()]{{0,80}}?\scủa\s+([^()]{{5,{_LONGEST}}})\)"
)
_PASSED: Final = lazy_pattern(
    rf"{whole_words(_KINDS)}\s+này\s+(?:đã\s+)?được\s+([^.;()]{{5,{_LONGEST}}}?)[\s,]+"
    r"(?:kho[áà]|khóa|nhiệm\s+kỳ|thông\s+qua)\b"
)
_ISSUES: Final = lazy_pattern(
    rf"(?m)^[^\S\n]*([^.;:()\n]{{5,60}}(?:\n[^.;:()\n]{{0,60}}?)?)\s+ban\s+hành\s+{_KIND}\b"
)
# What each of these has in it, which is sooner found.
_FORMS: Final = (
    (_ANNEXED, lazy_pattern(r"kèm\s+theo\s")),
    (_PASSED, lazy_pattern(r"này\s+(?:đã\s+)?được\s")),
    (_ISSUES, lazy_pattern(r"ban\s+hành\s+" + _KIND)),
)
_OFFICES: Final = (
    "chủ tịch ", "bộ trưởng ", "thứ trưởng ", "giám đốc ", "tổng giám đốc ", "chánh án ",
    "viện trưởng ", "trưởng ", "bí thư ", "chủ nhiệm ",
)  # fmt: skip


def issuing_bodies(view: View) -> Iterator[str]:
    """Yield the words that name who issued the document, without the office, in text order."""
    for pattern, sign in _FORMS:
        for match in pattern.finditer(view.lower) if sign.search(view.lower) else ():
            words = " ".join(view.text[slice(*match.span(1))].split())
            office = next((each for each in _OFFICES if words.lower().startswith(each)), "")
            yield words[len(office) :]
