"""Where a title ends: what the sentence says of the document, and where its next clause begins."""

import re
from dataclasses import dataclass
from typing import Final

from vnpolitext.citations.grammar.issuers import issuers_in, read_issuer
from vnpolitext.citations.grammar.rules import (
    any_of,
    joined_document,
    numbered_document,
    rank,
    title_words,
)
from vnpolitext.models import per_choice
from vnpolitext.text.alphabet import LOWER, UPPER
from vnpolitext.text.dates import DATE, read_date
from vnpolitext.text.patterns import lazy_pattern


@dataclass(frozen=True, slots=True)
class Setting:
    """How the document of a title stands in its sentence.

    Attributes:
        governed: ``"wholly"`` where the document is what others go by (*căn cứ*), or what is
            replaced, so that it is no verb's subject; ``"partly"`` where a further subject can
            follow (*theo*); else empty.
        closed: Whether nothing but the title can follow up to where the paragraph ends.
        kind: The kind of the document.
        issued: Its day, or the year in its number: a later one is of the next document.
        part: Whether an article of the document is meant, so that what is done by somebody is said
            of what the article rules: *Điều 5 Nghị định X về Y do Sở Z thực hiện*.
        told: Whether day and issuer stand before the title.
    """

    governed: str = ""
    closed: bool = False
    kind: str | None = None
    issued: str | None = None
    part: bool = False
    told: bool = False


FREE: Final = Setting()
"""A document of which nothing is known."""


def title_in(words: str, setting: Setting = FREE) -> str:
    """Return the title at the head of ``words``, up to where the sentence goes on.

    Args:
        words: What follows a document from how its title begins.
        setting: How the document stands in its sentence.

    Example:
        >>> title_in("về tiền thưởng, người đứng đầu cơ quan có trách nhiệm xây dựng quy chế")
        'về tiền thưởng'
        >>> title_in("về trợ cấp đối với công nhân đã thôi việc đã mở ra hướng mới")
        'về trợ cấp đối với công nhân đã thôi việc'
    """
    words = words[: min(_capitals(words, setting), _further(words, setting), _acting(words))]
    ends = [verb.start() for verb in _VERBS.finditer(words) if _ends(words, verb, setting)]
    ends += [clause.start() for clause in _CLAUSE.finditer(words)]
    ends += [done.start() for done in _DONE_BY.finditer(words)] if setting.part else []
    doing = words.find(_DOING)
    ends += [doing] if doing > 0 and " việc " not in words[len("về việc") : doing] else []
    amended = [said.start() for said in _AMENDED.finditer(words)]
    if words.lower().startswith("sửa đổi"):  # What was amended before is the law it names.
        amended = []
        ends = [at for at in ends if _AMENDED_LAW.match(words, at) is None]
    begin = min(ends, default=len(words))
    issued = words.startswith(" do ", begin)
    while not issued and begin < len(words) and (comma := _subject(words, begin)) is not None:
        begin = comma
    title = _LOOSE_END.sub("", words[: min([begin, *amended])])
    opened = title.rfind("(")
    return title if opened < title.rfind(")") + 1 else _LOOSE_END.sub("", title[:opened])


def is_sure_end(words: str, at: int) -> bool:
    """Whether what stands at ``at`` is never part of a title: a clause, or what amended the law.

    So is a body that acts, and a further document.

    >>> is_sure_end("về giữ rừng, trong đó nêu rõ", len("về giữ rừng"))
    True
    """
    sure = (_CLAUSE, _AMENDED, joined_document())
    return _acting(words) == at or any(pattern.match(words, at) for pattern in sure)


def changes_into(words: str, at: int) -> bool:
    """Whether a title is on what is renamed or joined, and ``at`` stands before its new name.

    >>> changes_into("đổi tên Sở Công, Thương thành Sở Kỹ nghệ", len("đổi tên Sở Công"))
    True
    """
    return _CHANGES.match(words) is not None and _INTO.match(words, at) is not None


def before_clause(words: str) -> str:
    """Return the title that ``words`` are, without a clause that has a subject of its own.

    >>> before_clause("giữ rừng mùa khô, những đơn vị sau đây sẽ được khen")
    'giữ rừng mùa khô'
    >>> before_clause("nêu gương của cán bộ, nhất là cán bộ chủ chốt")
    'nêu gương của cán bộ, nhất là cán bộ chủ chốt'
    """
    ends = [clause.start() for clause in (*_CLAUSE.finditer(words), *_AMENDED.finditer(words))]
    person = _PERSON.search(words)
    ends += [person.start()] if person else []
    for verb in _VERBS.finditer(words):
        comma = words.rfind(",", 0, verb.start())
        if comma > 0 and (_subject(words, verb.start()) or _TITLE_END.match(words, comma)):
            ends.append(comma)
    return _LOOSE_END.sub("", words[: min(ends, default=len(words))])


def _capitals(words: str, setting: Setting) -> int:
    """Where a clause begins with a capital after a comma, or with a person."""
    for stop in _TITLE_END.finditer(words):
        named = _NAME_GOES_ON.match(words, stop.end()) and _NAME.search(words, 0, stop.start())
        listed = _ACTS_ON.match(words, stop.end()) is None and (
            setting.closed
            or _things().match(words, stop.end())
            or _LIST_ENDS.match(words, stop.end())
        )
        into = changes_into(words, stop.start())
        if not (named or listed or into or _GOES_ON_BEFORE.search(words, 0, stop.start())):
            return stop.start()
    return len(words)


def _acting(words: str) -> int:
    """Where a body that acts begins a clause: *..., Đoàn Thanh tra thông báo kết thúc*."""
    lower = words.lower()
    for joint in _JOINT.finditer(words):
        last = read_issuer(words, lower, joint.end())
        between = "và" in joint[0] and " giữa " in words[: joint.start()]
        if last is None or between or not _ACTING.match(words, last):
            continue
        floor = max(0, joint.start() - _REACH)
        before = list(issuers_in(words, lower, floor, joint.start()))
        if not (before and before[-1][1] == joint.start()):
            return joint.start()
    return len(words)


def _further(words: str, setting: Setting) -> int:
    """Where a further document begins that is no part of what the title is about."""
    for more in joined_document().finditer(words):
        if _GOES_ON_BEFORE.search(words, 0, more.start()):
            continue
        later = setting.issued is not None and _later(words, more.end(), setting.issued)
        if later or not _within(words, more, setting):
            return more.start()
    return len(words)


def _within(words: str, more: re.Match[str], setting: Setting) -> bool:
    """Whether the title names a document before a further one that it is about as well."""
    if numbered_document().search(words, 0, more.start()) is not None:
        return True
    kind = _KIND.match(words, more.end())
    named = _ACTED_LAW.search(words, 0, more.start())
    return named is not None and kind is not None and rank(kind[0]) < rank(setting.kind)


def _later(words: str, at: int, issued: str) -> bool:
    """Whether the document with a number at ``at`` has a day or year after ``issued``."""
    told = _TOLD.match(words, at)
    if told is None:
        return False
    day = read_date(told) if told["day"] else None
    if day and len(issued) == len(day):
        return day > issued
    year = day[:4] if day else told["own"]
    return bool(year) and year > issued[:4]


def _ends(words: str, verb: re.Match[str], setting: Setting) -> bool:
    """Whether a predicate is that of the sentence: *... hoặc đang có đất* is none."""
    said, before = verb[0].strip(), verb.start()
    if words.endswith(_OPEN_ENDED, 0, before):
        return False
    if said == "là":
        named = _NAMING.search(words, 0, before) or words.endswith(_WITH_NAME, 0, before)
        return not named
    if said == "yêu cầu":
        return not words.lower().endswith(_WANTED, 0, before)
    return said not in _PERFECT or _is_said(words, verb, setting.governed)


def _is_said(words: str, verb: re.Match[str], governed: str) -> bool:
    """Whether what has been done was done by the document, or to it, or by a new subject."""
    new_subject = _subject(words, verb.start()) is not None
    if governed:
        told = _OF_IT.match(words, verb.end()) is not None
        return told or (governed == "partly" and new_subject)
    floor = max(0, verb.start() - _REACH)
    return (
        new_subject
        or _said_of_documents().match(words, verb.end()) is not None
        or _those_who().search(words, floor, verb.start()) is None
    )


def _subject(words: str, end: int) -> int | None:
    """Where the clause before ``end`` begins that is a subject of its own, at its comma."""
    comma = words.rfind(",", 0, end)
    if comma <= 0 or _SUBJECT.match(words, comma) is None:
        return None
    within = _UNIT.search(words, 0, comma) and _LARGER.match(words, comma)
    return None if within or _LISTED.search(words, 0, comma) else comma


@per_choice
def _said_of_documents() -> re.Pattern[str]:
    """The pattern of what a document does or undergoes, after *đã* or *đang*."""
    acts, undergone = (any_of(title_words(name), " ") for name in ("acts", "undergone"))
    adverbs = any_of(title_words("adverbs"), " ")
    return lazy_pattern(
        rf"\s(?:{adverbs}\s){{0,2}}(?:{acts}|(?:được|bị)\s(?:{adverbs}\s)?(?:{undergone}"
        rf"|(?-i:[{UPPER}])))(?!\w)|\s(?:được|bị)\s(?-i:[{UPPER}])",
        re.IGNORECASE,
    )


@per_choice
def _things() -> re.Pattern[str]:
    """The pattern of what a title names one after another in capitals: *Biểu thuế, Danh mục*."""
    return lazy_pattern(rf"\s+{any_of(title_words('things'), ' ')}\s", re.IGNORECASE)


@per_choice
def _those_who() -> re.Pattern[str]:
    """The pattern of those of whom a title says what they have done, or what was done to them."""
    return lazy_pattern(rf"{any_of(title_words('nouns'), ' ', begin=True)}(?!\w)", re.IGNORECASE)


_REACH: Final = 200
# A body follows, after a comma or a word in small letters.
_JOINT: Final = lazy_pattern(rf",\s(?=[{UPPER}])|(?<=[{LOWER}])\svà\s(?=[{UPPER}])")
_ACTING: Final = lazy_pattern(
    r"\s(?:(?:đã|sẽ|đang|vừa|cũng)\s|(?:ban hành|yêu cầu|quyết định|quyết nghị|đề nghị"
    r"|có trách nhiệm|chịu trách nhiệm|công bố|thông báo|tiến hành|tham mưu|báo cáo|phối hợp"
    r"|tổ chức)\s)"
)
# "..., việc sửa đổi quy chế là cần thiết", where the title itself has no such noun.
_DOING: Final = ", việc "
_DONE_BY: Final = lazy_pattern(
    rf"\sdo\s(?!Nhà nước|Đảng)(?=[{UPPER}]|(?:cơ quan|người|chủ|đơn vị|cá nhân|tổ chức)\s)"
    r"(?:[^;.:]{3,160}?\s(?:thực hiện|giải quyết|chi trả|bảo đảm|chịu trách nhiệm|chủ trì|tổ chức"
    r"|tiếp nhận|quyết định)(?:\s*$|,|\s(?:theo|và|như|trên|tại|khi|trong)\s)|[^;.:]{3,90}$)"
)
# A capital after a comma begins a clause, unless it is a further name: "các huyện A Na, Bá Thước".
# A person and what is said of the document itself are no part of its matter either.
_TITLE_END: Final = lazy_pattern(
    rf",(?=\s+[{UPPER}])(?!\s+Quốc hội [kK]hóa)"
    r"(?!\s+(?:Nhà nước|Mặt trận Tổ quốc(?: Việt Nam)?)(?:,|\s+và\s))"
    rf"(?!\s+[{UPPER}]\w{{0,8}}(?:\s+[{UPPER}][^\W{UPPER}]|,|\s+và\s|\s*$))"
    rf"(?!\s+[{UPPER}]\w{{0,8}}\s\w{{1,7}}(?:,\s|\s+và\s)(?:các\s)?[{UPPER}])"
    r"|,(?=\s+(?:(?:(?:các )?đồng chí|ông|bà|anh|chị|đối với|áp dụng từ)(?!\w)"
    r"|được (?:sửa đổi|thay thế|bãi bỏ|ban hành)(?:, bổ sung)? (?:bởi|tại|theo|bằng)(?!\w)))"
)
# What is renamed or joined goes on to its new name: "đổi tên Sở Công, Thương thành Sở Kỹ nghệ".
_CHANGES: Final = lazy_pattern(
    r"(?:về việc )?(?:đổi tên|chuyển(?: đổi)?|hợp nhất|sáp nhập|nâng cấp|tổ chức lại)\s"
    r"(?![^.;:]{2,60}?\sthành\s[^,]{2,60},)"
)
_INTO: Final = lazy_pattern(r",\s[^.;:,]{2,60}?\sthành\s")
# Who begins a clause, and acts: "..., Hội đồng nhân dân tỉnh quyết nghị".
_ACTS_ON: Final = lazy_pattern(
    rf"\s+(?![{UPPER}])|\s+[^,;]{{2,90}}?\s(?:đã|sẽ|đang|(?<![đĐ]ăng )ký|ra|ban hành|yêu cầu"
    r"|quyết định|quyết nghị|giao|đề nghị|chỉ đạo|hướng dẫn|có trách nhiệm"
    r"|chịu trách nhiệm|triển khai|thực hiện|xem xét|thống nhất|báo cáo|phối hợp|chủ trì"
    r"|công bố|thông báo|tiến hành|xây dựng|tham mưu|tham gia|giải đáp"
    r"|cho (?:biết|rằng|hay)|được)(?!\w)"
)
# "một số điều của Quyết định số 5 và Điều 3, Quyết định số 6", "các Thông tư, Thông tư liên tịch"
_GOES_ON_BEFORE: Final = lazy_pattern(
    r"(?:(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm)\s\w{1,4}"
    r"|các (?:Luật|Nghị định|Nghị quyết|Quyết định|Thông tư))$"
)
# A row of names that ends with the sentence: "..., Thường vụ Quân ủy Trung ương và các chức danh".
_LIST_ENDS: Final = lazy_pattern(rf"\s+[{UPPER}][^,;]{{2,90}}(?:,\s[^,;]{{2,90}}){{0,4}}$")
# The name of a body with a comma: "Bộ Văn hóa, Thể thao và Du lịch".
_NAME: Final = lazy_pattern(
    rf"(?<!\w)(?:Bộ|Sở|Ban|Ủy ban|Cục|Vụ|Viện|Trường|Phòng)\s[{UPPER}]\w*(?:\s\w+){{0,3}}$"
)
_NAME_GOES_ON: Final = lazy_pattern(rf"\s+[{UPPER}]\w*(?:\s[^\W{UPPER}]\w*){{0,2}}\svà\s[{UPPER}]")
# Verbs whose subject a document can be.
_PERFECT: Final = frozenset({"đã", "đang"})
_VERBS: Final = lazy_pattern(
    r"\s(?:đã|đang|sẽ|cũng|luôn|vẫn|là|thì|cho thấy|chỉ rõ|nêu rõ|khẳng định|nhấn mạnh|yêu cầu"
    r"|được (?:cụ thể hóa|triển khai|ban hành|thông qua|ký|thực hiện|coi|xem|đánh giá|tổ chức"
    r"|điều chỉnh để)"
    r"|ban hành ngày)(?!\w)"
)
_PAPERS: Final = "(?i:nghị quyết|nghị định|quyết định|chỉ thị|thông tư|văn bản|quy định)"
_CLAUSE: Final = lazy_pattern(
    r",\s(?:thay mặt|tại hội nghị|phát biểu|nhằm|quyết nghị|cụ thể|nhưng|rồi)(?!\w)"
    r"|,\squyết định\s*$"
    r"|(?<=[”\"])\s(?:nhằm|để)(?!\w)"
    r"|(?:,|\sđể)\strình (?:các (?:cơ quan|cấp)|cấp|[Tt]hủ tướng|[Cc]hính phủ|[Qq]uốc hội"
    r"|[Bb]ộ [Cc]hính trị|[Bb]an [Bb]í thư|[Ủủ]y ban|UBND|HĐND)(?!\w)"
    r"|,?\s(?:trong đó|theo đó|trên cơ sở đó|vừa qua|vừa được|(?:có|hết) hiệu lực"
    r"|để (?:(?:tạo|làm) cơ sở|tham khảo)|mà|nhưng khi|mới đây|theo hướng"
    r"|(?:đi )?vào (?:cuộc sống|thực tiễn)|gồm|bao gồm|[Tt]ải về"
    r"|vì (?:đã|có|cho|lý do|những|không)"
    r"|do(?:\s[\w'-]{1,12}){1,14}?\s(?:ban hành(?! kèm)|ký|thông qua)"
    r"|[Bb]an hành:?(?:\sngày)?(?=\s\d{1,2}[-/.]\d)|trong thời gian từ ngày"
    r"|do (?:ông|bà|đồng chí)(?:\s[\w'-]{1,8}){1,6}\slàm)(?!\w)"
    rf"|\sđược\s(?=[{UPPER}][^,;.]{{2,40}}?\s(?:ban hành|ký|thông qua|công bố|phê duyệt)(?!\w))"
    rf"|\sgửi\s(?=[{UPPER}])|\svà\s(?:đề nghị|yêu cầu|giao)\s(?=[{UPPER}])"
    r"|\svà\s(?:các\s)?(?:Nghị định|Quyết định|Nghị quyết|Chỉ thị|Công văn|Thông tư(?: liên tịch)?)"
    r"\s(?:hướng dẫn|của|về|quy định)(?!\w)"
    r"|\stại\s[Đđ]iều\s\d{1,3}\s(?:có\s)?(?:quy định|nêu)(?!\w)"
    rf"|\svà\scác\s{_PAPERS}(?:,\s{_PAPERS}){{0,3}}\s"
    r"(?:hiện hành|khác|(?:có )?liên quan|hướng dẫn|sửa đổi)(?!\w)"
    # A new subject and what it must do: "về tiền thưởng, người đứng đầu có trách nhiệm ...".
    r"|,\s(?:(?:người|cơ quan|tổ chức|cá nhân|đơn vị|doanh nghiệp|chủ|cán bộ)\s[\w'-]{1,12}"
    r"|kỷ luật|hình thức|việc|mức)(?=(?:,?\s[\w'-]{1,12}){1,24}?\s"
    r"(?:có (?:trách nhiệm|quyền|nghĩa vụ)|phải|không (?:được|thay))\s)"
    r"|\svà\s(?:Chủ|Phó|Bộ trưởng|Tổng|Trưởng|Thủ tướng|Giám đốc|Thống đốc|Viện|Chánh)\s"
    r"(?=[^,;]{0,120}?\s(?:báo cáo|trình bày|phát biểu|cho biết|nhấn mạnh|chủ trì)\s)"
)
_AMENDED: Final = lazy_pattern(
    r"\s(?:đã )?được sửa đổi(?:,? bổ sung)?(?: một số (?:điều|nội dung))?"
    r"(?: lần (?:thứ )?\w{1,5})?\s(?:bởi|tại|theo|bằng|năm)(?!\w)"
)
_SUBJECT: Final = lazy_pattern(
    r",\s+(?:các|những|cả|toàn|nhiều|mỗi|cấp|đảng|tỉnh|thành phố|huyện|quận|xã|phường|ban|bộ|sở"
    r"|ủy ban"
    r"|ubnd|hđnd|chi bộ|đơn vị|địa phương|ngành"
    r"|đến nay|thời gian|trong|qua|sau|từ|năm|hàng năm|bên cạnh"
    r"|công tác|nhận thức|chúng ta|ta|tôi|việc)(?!\w)",
    re.IGNORECASE,
)
# "với các bộ, ngành, địa phương": a row, no subject.
_LISTED: Final = lazy_pattern(
    r"(?<!\w)(?:các|cấp|những|một số|nhiều)\s"
    r"(?:bộ|sở|ban|cấp|xã|phường|huyện|quận|tỉnh|cơ quan|đơn vị)(?:, \w+){0,2}$",
    re.IGNORECASE,
)
_AMENDED_LAW: Final = lazy_pattern(r"\s(?:đã )?được sửa đổi")
_OPEN_ENDED: Final = (" hoặc", " và", " người", " đối tượng", " trường hợp", " những gì", " mà")
# "nêu gương của cán bộ, trước hết là Ủy viên Bộ Chính trị", "thành huyện mới lấy tên là Ba Vì"
_WITH_NAME: Final = (" trước hết", " nhất", " đặc biệt", " tên", " tên gọi", " gọi")
# "đáp ứng yêu cầu, nhiệm vụ": what is wanted, not who wants it.
_WANTED: Final = (
    " đáp ứng", " theo", " có", " không", " các", " những", " một số", " với", " về", " quy định",
    "quy định", " đặt ra", " do", " trước", " và", " đúng", " số", " của",
)  # fmt: skip
# "về việc công nhận thị trấn Sa Pa là đô thị loại IV"
_NAMING: Final = lazy_pattern(
    r"(?<!\w)(?:công nhận|xếp hạng|đặt tên|đổi tên)(?!\w)|^(?:lấy|chọn|xác định|tuyên bố)(?!\w)"
)
# What a document undergoes: "đã được sửa đổi".
_OF_IT: Final = lazy_pattern(r"\sđược (?:sửa đổi|bổ sung|thay thế|ban hành|thông qua|bãi bỏ)(?!\w)")
_KIND: Final = lazy_pattern(r"[^\W\d_]+(?:\s[^\W\d_]+){0,3}?(?=\s(?:số\s?)?:?\s?\d)")
_ACTED_LAW: Final = lazy_pattern(
    r"(?:áp dụng|thi hành|thực hiện|hướng dẫn|triển khai|quy định chi tiết|một số điều của)\s"
    r"(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)(?!\w)"
)
_TOLD: Final = lazy_pattern(
    rf"[^\d,;]{{0,40}}\d{{1,5}}[/-](?:(?P<own>(?:19|20)\d\d)[/-])?[^\s,;]{{0,24}}"
    rf"(?P<day>,?\sngày\s{DATE})?"
)
_PERSON: Final = lazy_pattern(r",\s(?:ông|bà|(?:các )?đồng chí)(?!\w)")
# A bracket at the end says something of the document: "(nay là Công ty X)".
_LOOSE_END: Final = lazy_pattern(
    r"(?:[\s,;–/-]|(?<=\s)do$"
    r"|\((?!(?:giai đoạn|nhiệm kỳ|lần thứ|thực hiện|[QT]CVN)\s|sửa đổi\))[^()]{0,60}\))+$"
)
# "huyện Mường Khương, tỉnh Lào Cai": a unit and the one that it lies in.
_NAMED: Final = r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)"
_UNIT: Final = lazy_pattern(rf"(?<!\w){_NAMED}(?:\s[{UPPER}]\w{{0,7}}){{1,4}}$")
_LARGER: Final = lazy_pattern(rf",\s{_NAMED}\s[{UPPER}]")
