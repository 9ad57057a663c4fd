"""Sentences that open with words of a time past, with or without a year (*Khi đó, ...*)."""

from __future__ import annotations

from typing import Final

from vnpolitext.text.lines import line_start
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.sentences import FULL_STOP, clause_start

_SENTENCE: Final = 400
_STOP: Final = lazy_pattern(rf"{FULL_STOP}(?=\s)|[\n|]")
_MARKS: Final = r"[\s\-+*•–\"“(]*"
# Times that are over whenever somebody writes of them.
_PAST: Final = lazy_pattern(
    rf"{_MARKS}(?:(?:vào |ngay )?(?:khi|lúc|hồi|thời|thời điểm|thời kỳ|giai đoạn) (?:đó|ấy|bấy giờ)"
    r"|bấy giờ|đương thời|(?:lúc |khi |thuở )?sinh thời|lúc (?:còn )?sống|thuở ấy|năm ấy|năm đó"
    r"|(?:cách đây|trước đây) (?:hơn |gần |khoảng |đúng |tròn )?\w{1,4}(?: \w{1,6})?"
    r" (?:năm|thập kỷ)"
    r"|(?:hơn |gần |khoảng )?\d{1,2} năm (?:về )?trước|người tiền nhiệm"
    r"|(?:(?:đầu|giữa|cuối|vào|trong|khoảng) ){0,2}"
    r"(?:những năm|thập (?:niên|k[ỷỉ])(?: những năm)?) (?:19\d0|[3-9]0)(?! ?- ?\d)"
    r"|(?:(?:toàn quốc )?kháng chiến|chống (?:mỹ|pháp)|hòa bình lập lại)"
    r"|(?:trước|sau|trong|từ|suốt|thời|đến)"
    r"(?: (?:khi|ngày|năm|cuộc|những năm|thời kỳ|thời gian|thời|tổng"
    r"|đại thắng|chiến thắng)){0,2}"
    r" (?:cách mạng|khởi nghĩa|toàn quốc kháng chiến|kháng chiến"
    r"|chống (?:mỹ|pháp)|chiến tranh|hiệp định gi|hòa bình lập lại|giải phóng|thống nhất đất nước"
    r"|đất nước thống nhất|miền nam (?:hoàn toàn )?(?:được )?giải phóng|bao cấp|pháp thuộc"
    r"|bị (?:địch )?bắt|ra tù|vượt ngục|điện biên phủ|mùa xuân 1975|tết mậu thân)(?!\w))(?!\w)"
)
_THEN: Final = lazy_pattern(
    r"(?<!\w)(?:(?:khi|lúc|hồi|thời(?: điểm| k[ỳì])?|giai đoạn) (?:đó|ấy|bấy giờ)|bấy giờ"
    r"|đương thời|sinh thời),?(?: (?:đang|còn|vẫn|ông|bà))* ?\Z"
)
_NEAR: Final = 40
# The time before what has just been told; an event of then may last.
_BEFORE: Final = lazy_pattern(rf"{_MARKS}(?:trước đó|trước đây|trước kia|ngày trước)(?!\w)")
_EVENT: Final = lazy_pattern(
    r"(?<!\w)(?:bầu|bổ nhiệm|phê chuẩn|quyết định|chỉ định|phân công|điều động|trao|công bố|ngày"
    r"|sáng|chiều|tối|hôm)(?!\w)"
)
_NOW: Final = lazy_pattern(r"(?<!\w)(?:hiện|nay|bây giờ|hôm nay|đương nhiệm)(?!\w)")

# What stands behind an office or its holder who held it at the time that is told of.
_THEN_HELD: Final = lazy_pattern(
    r"[*_]{0,3},? ?\(?(?:(?:vào )?(?:khi|lúc|hồi|thời(?: điểm| k[ỳì])?|giai đoạn|nhiệm k[ỳì])"
    r"(?: bấy giờ| đó| ấy)|bấy giờ|đương thời|(?:nhiệm k[ỳì]|khóa) (?:trước|cũ)(?: đó)?"
    r"|(?:(?:vào|trong|từ|hồi) )?(?:(?:đầu|giữa|cuối) )?"
    r"(?:những năm|thập (?:niên|k[ỷỉ])(?: những năm)?) (?:19\d0|[3-9]0)(?! ?- ?\d)"
    r"|(?:trong |suốt )?thời (?:k[ỳì] |gian )?(?:bao cấp|pháp thuộc|(?:kháng )?chiến(?: tranh)?"
    r"|chống (?:pháp|mỹ)|tiền khởi nghĩa|bí mật))(?!\w)"
)
# What comes before an office whose holder somebody follows.
_FOLLOWED: Final = lazy_pattern(
    r"(?<!\w)(?:kế nhiệm|kế vị|tiền nhiệm|thay thế)(?: cho)?(?: của| là)?"
    r"(?: (?:ông|bà|cụ|đồng chí))? ?\Z"
)
_NAMED: Final = 40


def opens_past(lower: str, verb: int, first: int) -> bool:
    """Return whether the sentence that gives an office opens with words of a time past.

    Args:
        lower: The folded text in lower case.
        verb: Where the words begin that give the office.
        first: Where the office begins.

    >>> text = "khi đó, ông lò văn a là bí thư huyện ủy."
    >>> opens_past(text, 21, 24)
    True
    """
    floor = max(line_start(lower, verb), verb - _SENTENCE)
    start = clause_start(_STOP, lower, floor, verb)
    if _THEN.search(lower, max(start, verb - _NEAR), verb):
        return True
    past = _PAST.match(lower, start, verb)
    if past is not None:
        return _NOW.search(lower, past.end(), first) is None
    before = _BEFORE.match(lower, start, verb)
    if before is None or _NOW.search(lower, before.end(), first):
        return False
    return _EVENT.search(lower, before.end(), first) is None


def is_of_then(lower: str, first: int, *ends: int) -> bool:
    """Return whether an office was held at the time a text tells of (*Bí thư khi đó là ông X*).

    Args:
        lower: The folded text in lower case.
        first: Where the office begins.
        ends: Where the office and the name of its holder end.
    """
    named = max(ends) > ends[0]
    if named and _FOLLOWED.search(lower, max(0, first - _NAMED), first):
        return True
    return any(_THEN_HELD.match(lower, end) for end in ends)
