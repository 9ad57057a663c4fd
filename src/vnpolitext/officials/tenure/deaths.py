"""Whether a person has died or retired, or a body is no more: then no office is held any more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from vnpolitext.text.patterns import lazy_pattern

_AFTER: Final = 110
_BEFORE: Final = 60
_NEAR: Final = 12
_HEAD: Final = 6_000
# Nobody named with the years of a life has lived for less.
_LIFE: Final = 20
_YEARS: Final = lazy_pattern(
    r"[*_ ]{0,6}(?:,[^,()\n]{1,40},? ?)?\([^()\n]{0,60}?((?:1[0-9]|20)\d\d) ?-"
    r"[^()\n\d]{0,20}(?:\d{1,2}[^()\n\d]{1,7}){0,2}((?:1[0-9]|20)\d\d)[^()\n]{0,40}\)"
)
_DIES: Final = r"(?:qua đời|từ trần|tạ thế|hy sinh|mất (?=năm|ngày|tháng|tại|lúc|vì|do|ở|khi|\d))"
_DIED: Final = lazy_pattern(
    rf"[*_]{{0,3}},?(?: (?!(?:là|cùng|và|do|vì|thì|có)\b)[^\s.;:(),]{{1,12}}){{0,4}} {_DIES}"
)
_BORN_AND_DIED: Final = lazy_pattern(
    r"[*_]{0,3},? ?\(?sinh [^.;\n]{4,90}?(?:,|;| và| -) (?:đã )?mất (?=năm|ngày|tháng|tại|\d)"
)
_MOURNED: Final = lazy_pattern(
    r"(?:lễ (?:tang|viếng|truy điệu|quốc tang|an táng|cầu siêu)|linh cữu|thi hài|hương hồn|anh linh"
    r"|tin buồn|vĩnh biệt|thương tiếc|sự ra đi của|ngày mất của|liệt s[ĩỹ])"
    r"(?: (?!(?:do|tại|vào|có|gồm|cùng|với|là|và|đến|dẫn)\b)[^\s.:;,]{1,12}){0,9},? ?\Z"
)
_DISSOLVED: Final = lazy_pattern(
    r"\n\|? ?(?:ngày |thời gian )?(?:kết thúc|giải thể|bãi bỏ|giải tán|chấm dứt)(?: hoạt động)? ?\|"
    r" ?(?=[^|\n]{0,30}(?:1[89]|20)\d\d)"
)
_BOX: Final = lazy_pattern(r"\n\|? ?(?:mất|qua đời) ?\|")
_TOLD: Final = lazy_pattern(
    rf"(?<!\w)(?:ông|bà|cụ|đồng chí|người)(?: đã| bị bệnh)?(?: [^\s.;:(),]{{1,12}}){{0,2}} {_DIES}"
)
# He or she has retired; to be about to, and who else has, is something else.
_RETIRED: Final = lazy_pattern(
    r"(?<!\w)(?:(?:(?:sau|từ|đến|tới|trước) (?:khi|ngày|lúc)|năm \d{4},?)"
    r"(?: (?:ông|bà|đồng chí))?|ông|bà|đồng chí)(?: (?:đã|được|chính thức|thì)){0,2}"
    r" (?:về|nghỉ)(?: nghỉ)? hưu(?: trí)?"
    r"(?= ?[,.;:(\n]| (?:năm|từ|vào|tại|theo|ông|bà|và|ở|tháng|ngày|\d)|\Z)"
)
_NOT_YET: Final = ("sắp", "chuẩn bị", "chờ", "xin", "chưa", "trước khi", "tuổi", "nếu", "sẽ", "để")


def is_past(lower: str) -> bool:
    """Return whether a text is about a body that is no more: its box gives the day of its end."""
    return _DISSOLVED.search(lower, 0, _HEAD) is not None


def has_died(lower: str, mentions: Iterable[tuple[int, int]], *, is_subject: bool) -> bool:
    """Return whether a text tells the death of a person.

    Args:
        lower: The folded text in lower case.
        mentions: Where it names the person.
        is_subject: Whether the text tells the life of this person.
    """
    if is_subject and (_BOX.search(lower, 0, _HEAD) or _TOLD.search(lower)):
        return True
    return any(_is_dead(lower, start, end) for start, end in mentions)


def retired_at(lower: str) -> int:
    """Return where a text that tells a life says that the person has retired, or -1.

    >>> retired_at("ông làm bí thư huyện ủy, năm 2010 ông nghỉ hưu."), retired_at("sắp nghỉ hưu")
    (25, -1)
    """
    for match in _RETIRED.finditer(lower):
        before = lower[max(0, match.start() - _NEAR) : match.end()]
        if not any(word in before for word in _NOT_YET):
            return match.start()
    return -1


def _is_dead(lower: str, start: int, end: int) -> bool:
    years = _YEARS.match(lower, end, end + _AFTER)
    if years is not None and int(years[2]) - int(years[1]) > _LIFE:
        return True
    if _DIED.match(lower, end, end + _AFTER) or _BORN_AND_DIED.match(lower, end, end + _AFTER):
        return True
    return _MOURNED.search(lower, max(0, start - _BEFORE), start) is not None
