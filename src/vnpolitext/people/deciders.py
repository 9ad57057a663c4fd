"""Who decides what happens to a person: the body or office-holder that a sentence names."""

from __future__ import annotations

from typing import Final

from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern

_REACH: Final = 220
_AFTER: Final = 14
_VERBS: Final = (
    "về (?:việc|công tác|phân|điều|kỷ|thi)|đã(?! thông báo| công bố| cho biết| nêu| nói)|vừa"
    "|quyết|ra (?:quyết|nghị)|ban hành|ký|bổ|bầu|điều|phân|chỉ|phê|miễn|bãi|cách"
    "|cho(?! biết| hay| rằng)|luân|trao|công bố|tặng|truy|thi hành|kỷ|khai|chuẩn|thăng|biểu|có"
    "|thống|tín|tiến|công nhận|đồng ý|(?<!Ngoại )giao|cử"
)
_DECIDER: Final = lazy_pattern(
    r"(?<!\w)(?:Bộ Chính trị|Ban Bí thư(?: Trung ương(?: Đảng)?)?"
    r"|Ban [Cc]hấp hành Trung ương(?: Đảng(?: Cộng sản Việt Nam)?)?"
    r"|Quốc hội|Chủ tịch nước|Ủy ban [Tt]hường vụ Quốc hội"
    r"|(?:Ủy ban Kiểm tra|UBKT)(?: Trung ương| TW| [TtHhĐđ][^ ]{2,5} ủy)"
    r"|Thủ tướng(?: Chính phủ)?|Chính phủ"
    r"|(?:Bộ trưởng|Chủ tịch|(?:Tổng )?[Gg]iám đốc|(?:Tổng |(?<!Ban ))Bí thư|Chánh án|Viện trưởng"
    r"|Tổng cục trưởng)"
    r"(?: (?!về |việc |được |bị |ngày |năm |đã |vừa )[^\s,.;:()\[\]]{1,12}){1,9}?"
    r"|(?:Ban Thường vụ |Ban Chấp hành |Thường trực )?(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng|Quân) ủy"
    rf"(?: [{UPPER}][^\s,.;:()]{{0,10}}){{0,6}}"
    r"|(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Hội đồng quản trị|Bộ|Ban|Hội|Đảng bộ)"
    r"(?: (?:tỉnh|thành phố|TP|huyện|quận|thị xã|xã|phường|khóa|và"
    rf"|[{UPPER},][^\s.;:()]{{0,10}})){{1,9}})(?= (?:{_VERBS})(?!\w))"
)
# The body of somebody's office, of who proposes, or of where somebody works.
_OF_OFFICE: Final = lazy_pattern(
    r"(?i:(?:phó|chủ tịch|bí thư|giám đốc|trưởng|viên|nhiệm|danh) (?:của )?"
    r"|(?:đề nghị|tờ trình|giới thiệu|kiến nghị)(?: của)? |(?:tại|ở|về|sang) )\Z"
)
# Whom it is done to decides nothing (*Bí thư Huyện ủy vừa được cử*).
_DONE_TO: Final = lazy_pattern(r" (?:đã|vừa) (?:được|bị) ")
# The one by whom it is done stands between the sign of the passive and the verb.
_AGENT: Final = lazy_pattern(
    r"(?<!\w)(?:được|bị) (?P<agent>(?:(?:[Nn]hà nước|[Tt]òa [Tt]hánh|[Đđ]ại hội|[Hh]ội nghị"
    rf"|[{UPPER}][^\s,.;:()]{{0,10}}))"
    r"(?: (?!đã |vừa |tín nhiệm |phong |và năm )[^\s,.;:()]{1,12}){0,11}?)"
    r"(?: suy tôn và| tín nhiệm và| đã| vừa| quyết định| tín nhiệm| thống nhất| chính thức"
    r"| phê chuẩn| ký quyết định){0,2} ?\Z"
)


def decider(text: str, at: int, subject: bool) -> str | None:
    """Return who decides what a verb tells, as written.

    Args:
        text: The sentence.
        at: Where the verb begins.
        subject: Whether the person is the grammatical subject (*được X bổ nhiệm*).

    Returns:
        The body or office-holder, or ``None``.

    Example:
        >>> decider("Ông Mùa A Phình được Nhà nước tặng thưởng", 30, subject=True)
        'Nhà nước'
        >>> decider("Ban Bí thư bổ nhiệm ông Mùa A Phình", 11, subject=False)
        'Ban Bí thư'
    """
    before = text[max(0, at - _REACH) : at]
    agent = _AGENT.search(before[-120:]) if subject else None
    if agent is not None:
        return agent["agent"].removesuffix(" được").removesuffix(" bị")
    near = text[max(0, at - _REACH) : at + _AFTER]
    found = [
        each[0]
        for each in _DECIDER.finditer(near)
        if each.end() <= len(near) - _AFTER + 1
        and not each[0].endswith((" và", ","))
        and not _OF_OFFICE.search(near[: each.start()])
        and not _DONE_TO.match(near, each.end())
    ]
    return found[-1] if found else None
