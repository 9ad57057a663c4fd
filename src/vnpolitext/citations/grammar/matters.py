"""What a document is about (*trích yếu*): how its title begins, and where the sentence goes on."""

import re
from typing import Final

from vnpolitext.citations.grammar.rules import (
    MAYBE_SPACE,
    SPACE,
    joined_document,
    numbered_document,
)
from vnpolitext.text.alphabet import LOWER, UPPER
from vnpolitext.text.patterns import lazy_pattern

_LETTER: Final = r"[^;:.?…\"“”()\[|\n^]"
_ACTS: Final = (
    "thành lập", "tái lập", "lập", "giải thể", "hợp nhất", "sáp nhập", "sát nhập", "nhập", "chia",
    "chia tách", "tách", "đổi tên", "đổi", "đặt", "mở", "bãi bỏ", "hủy bỏ", "xóa bỏ", "thi hành",
    "tổ chức", "sắp xếp", "điều chỉnh", "công nhận", "cho phép", "phê chuẩn", "phê duyệt",
    "quy định", "ấn định", "ban hành", "sửa đổi", "bổ sung", "quốc hữu hóa", "tịch thu", "cấm",
    "ân xá", "đại xá", "giảm", "miễn", "tăng", "thiết lập", "xác lập", "phân chia", "chuyển",
    "nâng cấp", "chuyển giao",
)  # fmt: skip
"""What a decree does, as its title says it."""
# What parts sentences elsewhere: "3.898,66 ha", "TP. Hồ Chí Minh", "(ĐVHC) và ...", "; việc ...".
_INSIDE: Final = (
    r"(?:(?<=\d)\.(?=\d)|(?<=TP|Tp)\.|(?<=T)\.(?=Ư)|;(?= việc )"
    r"|(?<= )\((?:giai đoạn|nhiệm kỳ|lần thứ) [^()\n]{1,30}\)"
    r"|(?<= )\((?!(?:sau|gọi|viết|nay|được|tức|có|đính|ban|do|ảnh|hình|trừ|kể|tại|theo|hay)\s)"
    rf"[^()\n]{{1,60}}\)(?=,? (?-i:[{LOWER}]))"
    rf"|(?<= )[“\"][^“”\"\n]{{1,60}}[”\"](?=,? (?-i:[“\"{LOWER}])))"
)
_LINE: Final = rf"{_LETTER}{{2,250}}+(?:{_INSIDE}{_LETTER}{{1,250}}+){{0,8}}"
OPENING: Final = (
    rf"(?:về{SPACE}việc|về|v/v|quy{SPACE}định|hướng{SPACE}dẫn|phê{SPACE}duyệt|ban{SPACE}hành"
    rf"|thành{SPACE}lập|tái{SPACE}lập|giải{SPACE}thể|hợp{SPACE}nhất|(?:sáp|sát){SPACE}nhập"
    rf"|đổi{SPACE}tên|phê{SPACE}chuẩn(?!{SPACE}(?:kết{SPACE}quả|bổ|miễn))"
    rf"|sửa{SPACE}đổi(?:,?{SPACE}bổ{SPACE}sung)?|bổ{SPACE}sung|bãi{SPACE}bỏ)"
)
"""How the title of a document begins that stands behind its number."""
MATTER: Final = (
    rf"{OPENING}{SPACE}(?!nhiều|thêm|như|rằng|tại|là|trên|bởi|theo{SPACE}(?:khoản|điều|nghị|luật|thông"
    rf"|đề{SPACE}nghị|quy)|(?:từ|vào|trước|sau|để|nhằm|khi|ngày|đã){SPACE})"
    rf"{_LINE}(?:\n(?![\n\[+-]){_LINE}){{0,4}}"
)
"""A title, and what the sentence may go on with; `title_in` tells where it ends."""
# A capital after a comma begins a clause, unless it is a further name: "các huyện A Na, Bá Thước".
# A person and what is said of the document itself are no part of its matter either.
_TITLE_END: Final = lazy_pattern(
    rf",(?=\s+[{UPPER}])(?!\s+Quốc hội [kK]hóa)"
    rf"(?!\s+[{UPPER}]\w{{0,8}}(?:\s+[{UPPER}][^\W{UPPER}]|,|\s+và\s|\s*$))"
    r"|,(?=\s+(?:(?:(?:các )?đồng chí|ông|bà|anh|chị|đối với|áp dụng từ)(?!\w)"
    r"|được (?:sửa đổi|thay thế|bãi bỏ|ban hành)(?:, bổ sung)? (?:bởi|tại|theo|bằng)(?!\w)))"
)
# The name of a body with a comma: "Bộ Văn hóa, Thể thao và Du lịch".
_NAME: Final = lazy_pattern(
    rf"(?<!\w)(?:Bộ|Sở|Ban|Ủy ban|Cục|Vụ|Viện|Trường|Phòng)\s[{UPPER}]\w*(?:\s\w+){{0,3}}$"
)
_NAME_GOES_ON: Final = lazy_pattern(rf"\s+[{UPPER}]\w*(?:\s[^\W{UPPER}]\w*){{0,2}}\svà\s[{UPPER}]")
# Verbs whose subject a document can be; where *căn cứ* governs it, some are of its title.
_PERFECT: Final = frozenset({"đã", "đang"})
_VERBS: Final = lazy_pattern(
    r"\s(?:đã|đang|sẽ|cũng|luôn|vẫn|là|thì|cho thấy|chỉ rõ|nêu rõ|khẳng định|nhấn mạnh|yêu cầu"
    r"|được (?:cụ thể hóa|triển khai|ban hành|thông qua|ký|thực hiện|coi|xem|đánh giá|tổ chức"
    r"|điều chỉnh để)"
    r"|ban hành ngày)(?!\w)"
)
_CLAUSE: Final = lazy_pattern(
    r",\s(?:thay mặt|tại hội nghị|phát biểu|nhằm)(?!\w)"
    r"|(?:,|\sđể)\strình (?:các (?:cơ quan|cấp)|cấp|[Tt]hủ tướng|[Cc]hính phủ|[Qq]uốc hội"
    r"|[Bb]ộ [Cc]hính trị|[Bb]an [Bb]í thư|[Ủủ]y ban|UBND|HĐND)(?!\w)"
    r"|,?\s(?:trong đó|theo đó|trên cơ sở đó|vừa qua|vừa được|(?:có|hết) hiệu lực"
    r"|để (?:(?:tạo|làm) cơ sở|tham khảo)|mà|nhưng khi|mới đây|theo hướng"
    r"|(?:đi )?vào (?:cuộc sống|thực tiễn)"
    r"|do(?:\s[\w'-]{1,12}){1,9}?\s(?:ban hành|ký|thông qua))(?!\w)"
    r"|\s(?:đã )?được sửa đổi(?:,? bổ sung)?(?: một số (?:điều|nội dung))?"
    r"(?: lần (?:thứ )?\w{1,5})?\s(?:bởi|tại|theo|bằng|năm)(?!\w)"
    rf"|\sgửi\s(?=[{UPPER}])"
    # A new subject and what it must do: "về tiền thưởng, người đứng đầu có trách nhiệm ...".
    r"|,\s(?:(?:người|cơ quan|tổ chức|cá nhân|đơn vị|doanh nghiệp|chủ|cán bộ)\s[\w'-]{1,12}"
    r"|kỷ luật|hình thức|việc|mức)(?=(?:\s[\w'-]{1,12}){1,24}?\s"
    r"(?:có (?:trách nhiệm|quyền|nghĩa vụ)|phải|không (?:được|thay))\s)"
    r"|\svà\s(?:Chủ|Phó|Bộ trưởng|Tổng|Trưởng|Thủ tướng|Giám đốc|Thống đốc|Viện|Chánh)\s"
    r"(?=[^,;]{0,120}?\s(?:báo cáo|trình bày|phát biểu|cho biết|nhấn mạnh|chủ trì)\s)"
)
_SUBJECT: Final = lazy_pattern(
    r",\s+(?:các|những|cả|toàn|nhiều|mỗi|cấp|đảng|tỉnh|thành phố|huyện|quận|xã|phường|ban|bộ|sở"
    r"|ủy ban"
    r"|ubnd|hđnd|chi bộ|đơn vị|địa phương|ngành"
    r"|đến nay|thời gian|trong|qua|sau|từ|năm|hàng năm|bên cạnh"
    r"|công tác|nhận thức|chúng ta|ta|tôi|việc)(?!\w)",
    re.IGNORECASE,
)
_AMENDED_LAW: Final = lazy_pattern(r"\s(?:đã )?được sửa đổi")
_OPEN_ENDED: Final = (" hoặc", " và", " người", " đối tượng", " trường hợp", " những gì", " mà")
_YEAR: Final = lazy_pattern(r"\D{0,24}\d{1,4}/((?:19|20)\d\d)/")


def title_in(words: str, *, governed: str = "", year: str | None = None) -> str:
    """Return the title at the head of ``words``, up to where the sentence goes on.

    Args:
        words: What follows a document from how its title begins.
        governed: ``"wholly"`` where the document is what others go by (*căn cứ*), so that it is no
            verb's subject; ``"partly"`` where a further subject can follow (*theo*); else empty.
        year: The year in the number of the document; a later one is of the next document.

    Example:
        >>> title_in("về tiền thưởng, người đứng đầu cơ quan có trách nhiệm xây dựng quy chế")
        'về tiền thưởng'
    """
    for stop in _TITLE_END.finditer(words):
        if not (_NAME_GOES_ON.match(words, stop.end()) and _NAME.search(words, 0, stop.start())):
            words = words[: stop.start()]
            break
    joined, inside = joined_document(), numbered_document()
    for more in joined.finditer(words):
        told = _YEAR.match(words, more.end()) if year else None
        later = told is not None and year is not None and told[1] > year
        if later or inside.search(words, 0, more.start()) is None:
            words = words[: more.start()]
            break
    ends = [v.start() for v in _VERBS.finditer(words) if _ends(words, v, governed)]
    ends += [clause.start() for clause in _CLAUSE.finditer(words)]
    if words.lower().startswith("sửa đổi"):  # What was amended before is the law it names.
        ends = [at for at in ends if _AMENDED_LAW.match(words, at) is None]
    begin = min(ends, default=len(words))
    while begin < len(words) and (comma := _subject(words, begin)) is not None:
        begin = comma
    title = _LOOSE_END.sub("", words[:begin])
    opened = title.rfind("(")
    return title if opened < title.rfind(")") + 1 else _LOOSE_END.sub("", title[:opened])


def before_clause(words: str) -> str:
    """Return the title that ``words`` are, without a clause that has a subject of its own.

    >>> before_clause("giữ rừng mùa khô, những đơn vị sau đây sẽ được khen")
    'giữ rừng mùa khô'
    >>> before_clause("nêu gương của cán bộ, nhất là cán bộ chủ chốt")
    'nêu gương của cán bộ, nhất là cán bộ chủ chốt'
    """
    ends = [clause.start() for clause in _CLAUSE.finditer(words)]
    person = _PERSON.search(words)
    ends += [person.start()] if person else []
    for verb in _VERBS.finditer(words):
        comma = words.rfind(",", 0, verb.start())
        if comma > 0 and (_subject(words, verb.start()) or _TITLE_END.match(words, comma)):
            ends.append(comma)
    return _LOOSE_END.sub("", words[: min(ends, default=len(words))])


_PERSON: Final = lazy_pattern(r",\s(?:ông|bà|(?:các )?đồng chí)(?!\w)")


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
        head = _UNIT_WORD.match(title, comma.end())
        if head is None or head[0] not in title[: comma.start()]:
            return title[: comma.start()]
    return title


def opens_clause(text: str, day: re.Match[str]) -> bool:
    """Whether a day after a comma is when the next clause is set: *..., ngày 5/6 Bộ X ký ...*."""
    return "," in day[0][:4] and _CLAUSE_OF_DAY.match(text, day.end()) is not None


_CLAUSE_OF_DAY: Final = lazy_pattern(
    rf"(?:{MAYBE_SPACE},)?{SPACE}(?:(?:tại|ở){SPACE})?[{UPPER}][^.,;:\n()\"“”]{{2,90}}?{SPACE}"
    rf"(?:(?:đã|vừa){SPACE})?(?:ký|ban{SPACE}hành|ra|tổ{SPACE}chức|họp|công{SPACE}bố|chủ{SPACE}trì"
    rf"|triển{SPACE}khai|có)(?!\w)"
)
_ACT: Final = lazy_pattern(rf"(?:{'|'.join(sorted(_ACTS, key=len, reverse=True))})\s(?=\w)")
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
# A bracket at the end says something of the document: "(nay là Công ty X)".
_LOOSE_END: Final = lazy_pattern(
    r"(?:[\s,;–/-]|\((?!giai đoạn |nhiệm kỳ |lần thứ )[^()]{0,60}\))+$"
)


def _ends(words: str, verb: re.Match[str], governed: str) -> bool:
    """Whether a predicate is that of the sentence: *... hoặc đang có đất* is none."""
    if words.endswith(_OPEN_ENDED, 0, verb.start()):
        return False
    if verb[0].strip() == "là" and _NAMING.search(words, 0, verb.start()):
        return False
    if governed and verb[0].strip() in _PERFECT and not _OF_IT.match(words, verb.end()):
        return governed == "partly" and _subject(words, verb.start()) is not None
    return True


# "về việc công nhận thị trấn Sa Pa là đô thị loại IV"
_NAMING: Final = lazy_pattern(r"(?<!\w)(?:công nhận|xếp hạng|đặt tên|đổi tên)(?!\w)")
# What a document undergoes: "đã được sửa đổi".
_OF_IT: Final = lazy_pattern(r"\sđược (?:sửa đổi|bổ sung|thay thế|ban hành|thông qua|bãi bỏ)(?!\w)")


def _subject(words: str, end: int) -> int | None:
    """Where the clause before ``end`` begins that is a subject of its own, at its comma."""
    comma = words.rfind(",", 0, end)
    if comma <= 0 or _SUBJECT.match(words, comma) is None:
        return None
    within = _UNIT.search(words, 0, comma) and _LARGER.match(words, comma)
    return None if within else comma


# "huyện Mường Khương, tỉnh Lào Cai": a unit and the one that it lies in.
_NAMED: Final = r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)"
_UNIT: Final = lazy_pattern(rf"(?<!\w){_NAMED}(?:\s[{UPPER}]\w{{0,7}}){{1,4}}$")
_LARGER: Final = lazy_pattern(rf",\s{_NAMED}\s[{UPPER}]")
