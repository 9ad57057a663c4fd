"""What a document is about (*trích yếu*): how its title begins, and what may stand in it."""

import re
from typing import Final

from vnpolitext.citations.grammar.clauses import title_in
from vnpolitext.citations.grammar.rules import MAYBE_SPACE, SPACE
from vnpolitext.text.alphabet import LOWER, UPPER
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import listed

_LETTER: Final = r"[^;:.?…\"“”()\[|\n^]"
_ACTS: Final = listed(
    "thành lập, tái lập, lập, giải thể, hợp nhất, sáp nhập, sát nhập, nhập, chia, chia tách, "
    "tách, đổi tên, đổi, đặt, mở, bãi bỏ, hủy bỏ, xóa bỏ, thi hành, tổ chức, sắp xếp, điều chỉnh, "
    "công nhận, cho phép, phê chuẩn, phê duyệt, quy định, ấn định, ban hành, sửa đổi, bổ sung, "
    "quốc hữu hóa, tịch thu, cấm, ân xá, đại xá, giảm, miễn, tăng, thiết lập, xác lập, phân chia, "
    "chuyển, nâng cấp, chuyển giao, tuyên bố, kiện toàn, giải tán, cải tổ, xếp hạng, trưng dụng, "
    "tổ chức lại"
)
"""What a decree does, as its title says it."""
ACT: Final = rf"(?:{'|'.join(sorted(_ACTS, key=len, reverse=True))})"
"""The pattern of what a decree does."""
_NAME: Final = r"[^“”\"\n]{1,260}(?:\n(?!\n)[^“”\"\n]{1,120}){0,2}"
# What parts sentences elsewhere: "3.898,66 ha", "TP. Hồ Chí Minh", "(ĐVHC) và ...", "; việc ...",
# "trong các lĩnh vực A; B; C thuộc phạm vi ...", "giai đoạn I: từ năm 2021", 'Đề án "..."'.
_INSIDE: Final = (
    r"(?:(?<=\d)\.(?=\d)|(?<=TP|Tp)\.|(?<=T)\.(?=Ư)|;(?= việc )|;(?= quy định (?:chi tiết|về) )"
    r"|;(?= [^;:.\n\"“”]{1,80}(?:;[^;:.\n\"“”]{1,80}){0,5}"
    r"\sthuộc (?:phạm vi|thẩm quyền|chức năng)\s)"
    r"|(?<=số):(?= ?\d)|:(?= từ năm \d)"
    r"|(?<= )\((?:giai đoạn|nhiệm kỳ|lần thứ|thực hiện) [^()\n]{1,60}(?:\n[^()\n]{1,60})?\)"
    r"|(?<= )\([QT]CVN[^()]{1,24}\)"
    r"|(?<= )\((?!(?:sau|gọi|viết|nay|được|tức|có|đính|ban|do|ảnh|hình|trừ|kể|tại|theo|hay)\s)"
    rf"[^()\n]{{1,60}}\)(?=,? (?-i:[{LOWER}]))"
    rf"|(?:(?<=[^\W\d_] )|(?<=[”\"], ))(?:“{_NAME}”|\"{_NAME}\"))"
)
_LINE: Final = rf"{_LETTER}{{2,600}}+(?:{_INSIDE}{_LETTER}{{0,600}}+){{0,8}}"
OPENING: Final = (
    rf"(?:về{SPACE}việc|về|v/v|quy{SPACE}định|hướng{SPACE}dẫn|phê{SPACE}duyệt|ban{SPACE}hành"
    rf"|thành{SPACE}lập|tái{SPACE}lập|giải{SPACE}thể|hợp{SPACE}nhất|(?:sáp|sát){SPACE}nhập"
    rf"|đổi{SPACE}tên|phê{SPACE}chuẩn(?!{SPACE}(?:kết{SPACE}quả|bổ|miễn))"
    rf"|sửa{SPACE}đổi(?:,?{SPACE}(?:bổ{SPACE}sung|thay{SPACE}thế|bãi{SPACE}bỏ|cập{SPACE}nhật)){{0,3}}"
    rf"|bổ{SPACE}sung|bãi{SPACE}bỏ)"
)
"""How the title of a document begins that stands behind its number."""
_GOING_ON: Final = (
    rf"(?!nhiều|thêm|như|rằng|tại|là|trên|bởi|theo{SPACE}(?:khoản|điều|nghị|luật|thông"
    rf"|đề{SPACE}nghị|quy)|(?:từ|vào|trước|sau|để|nhằm|khi|ngày|đã){SPACE})"
    rf"(?:{_LINE}|(?=[“\"]){_INSIDE}(?:{_LINE})?)"
    rf"(?:\n(?![\n\[+-]|(?-i:\d{{4}}, [{UPPER}])){_LINE}){{0,6}}"
)


def matter(opening: str = OPENING) -> str:
    """Return the pattern of a title that begins with ``opening``, and of what may go on behind.

    `title_in` tells where the title ends in it.
    """
    return rf"{opening}{SPACE}{_GOING_ON}"


FURTHER: Final = rf";{SPACE}{_LINE}(?:\n(?![\n\[+-]){_LINE}){{0,4}}"
"""What may go on behind a semicolon that stands in a title."""


def act_in(words: str) -> str:
    """Return what a document does at the head of ``words``, empty where they tell no act.

    >>> act_in("thành lập tỉnh Sông Quan, tỉnh lỵ đặt tại làng Bách")
    'thành lập tỉnh Sông Quan'
    >>> act_in("hợp nhất các tỉnh Sông Mã, Sông Lam và huyện Bách")
    'hợp nhất các tỉnh Sông Mã, Sông Lam và huyện Bách'
    """
    if _ACT.match(words) is None or _ON_PERSONS.match(words):
        return ""
    title = title_in(words)
    if _FOUNDS.match(words) is None:
        return title
    for comma in _CLAUSE_COMMA.finditer(title):
        if title.count("(", 0, comma.start()) > title.count(")", 0, comma.start()):
            continue
        head = _UNIT_WORD.match(title, comma.end())
        if head is None or head[0] not in title[: comma.start()]:
            return title[: comma.start()]
    return title


def past_name(text: str, end: int) -> int:
    """Return where a name in quotation marks ends that a title at ``end`` goes on with, or ``end``.

    >>> past_name("lập Đoàn giám sát “Thực hiện chính sách nhà ở” (gọi tắt", 17)
    46
    """
    name = _QUOTED_NAME.match(text, end)
    return name.end() if name else end


def opens_clause(text: str, day: re.Match[str]) -> bool:
    """Whether a day after a comma is when the next clause is set: *..., ngày 5/6 Bộ X ký ...*.

    So is one with a capital, where a full stop is lost.
    """
    apart = "," in day[0][:4] or "Ngày" in day[0]
    return apart and _CLAUSE_OF_DAY.match(text, day.end()) is not None


_CLAUSE_OF_DAY: Final = lazy_pattern(
    rf"(?:{MAYBE_SPACE},)?{SPACE}(?:(?:tại|ở){SPACE})?[{UPPER}][^.,;:\n()\"“”]{{2,90}}?{SPACE}"
    rf"(?:(?:đã|vừa){SPACE})?(?:ký|ban{SPACE}hành|ra|tổ{SPACE}chức|họp|công{SPACE}bố|chủ{SPACE}trì"
    rf"|triển{SPACE}khai|có)(?!\w)"
)
_QUOTED_NAME: Final = lazy_pattern(
    rf" (?=[“\"][{UPPER}])(?:“{_NAME}”|\"{_NAME}\")(?:(?:,| và) (?:“{_NAME}”|\"{_NAME}\")){{0,4}}"
)
_ACT: Final = lazy_pattern(rf"(?:quyết định\s)?{ACT}(?:\s(?=\w)|$)")
_FOUNDS: Final = lazy_pattern(
    r"(?:thành lập|tái lập|lập|giải thể|hợp nhất|sáp nhập|sát nhập|nhập|chia|tách|đổi|đặt|mở)\s"
)
_ON_PERSONS: Final = lazy_pattern(
    r"(?:phê chuẩn|cho phép|công nhận|điều chỉnh)\s(?:việc\s)?(?:đề nghị|kết quả|bổ nhiệm"
    r"|miễn nhiệm|cho|ông|bà|đồng chí|các ông)(?!\w)|quy định\s(?:như|tại|này|rõ|cụ thể|rằng)(?!\w)"
)
_CLAUSE_COMMA: Final = lazy_pattern(rf",\s+(?=[{LOWER}])")
_UNIT_WORD: Final = lazy_pattern(
    r"(?:tỉnh|huyện|xã|phường|quận|thị trấn|thị xã|thành phố|châu|phủ|tổng|bộ|nha|sở|cục|vụ)\s"
    rf"(?=[{UPPER}])"
)
