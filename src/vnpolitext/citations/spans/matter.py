"""Documents that a text cites by what they are about, without a number or quotation marks."""

from typing import Final

from vnpolitext.citations.grammar.clauses import FREE, before_clause
from vnpolitext.citations.grammar.endings import title_end
from vnpolitext.citations.grammar.issuers import read_issuer
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern

_MATTERS: Final = frozenset(
    {"nghị quyết", "nghị định", "sắc lệnh", "chỉ thị", "kết luận", "quyết định", "công điện"}
)
_DRAFTED: Final = frozenset({"nghị quyết", "nghị định", "thông tư", "quyết định", "quy chế"})
# Inside a sentence by their matter alone: "theo Nghị định về kinh doanh xăng dầu, ...".
_INSIDE: Final = frozenset({"nghị định", "thông tư", "thông tư liên tịch", "nghị quyết"})
# Inside a sentence and with their issuer: "vi phạm Quy định của Bộ Chính trị về ...".
_WITH_ISSUER: Final = frozenset({"quy định"})
_SEVERAL: Final = lazy_pattern(
    r"(?:các|những|nhiều|một số|mỗi|mọi|\w+ số"
    r"|(?<!điều )(?<!khoản )(?<!mục )(?<!ngày )(?<![\w/.-])\d{1,3}) $"
)
_DRAFT: Final = lazy_pattern(
    r"(?:dự thảo (?:của )?|(?:thông qua|trình bày) (?:dự thảo )?|(?:vừa|đã|mới) (?:ký )?ban hành )$"
)
_OF: Final = lazy_pattern(r" của ")
_ABOUT_WHAT: Final = (" về việc", "\nvề việc", " về\nviệc")
_WRAP: Final = lazy_pattern(rf"(?<=[^\s])\n(?=[^\W\d_{UPPER}])")
_LONGEST: Final = 900
STAFF: Final = lazy_pattern(
    r"(?<!\w)(?:bổ nhiệm|miễn nhiệm|bãi nhiệm|nhân sự|công tác cán bộ|điều động|luân chuyển"
    r"|chỉ định|chuẩn y|kỷ luật|phê chuẩn (?:kết quả|đề nghị)|nghỉ hưu"
    r"|thôi (?:giữ|việc|làm)|giữ chức|bầu (?:bổ sung|chức|ủy viên|phó|chủ|tổng)|xác nhận kết quả"
    r"|đối với (?:ông|bà|đồng chí)"
    r"|phân công (?:ủy viên|thành viên|đồng chí|ông|bà))(?!\w)"
)
"""Words of a decision on persons, which has no title that others know it by."""
_LAYOUT: Final = " *#_>|"
_GOES_ON: Final = (
    r"\.(?!\d)| ?[(“]| \"(?=[^\W\d])|[;:!?…\n\"”)\]*]|\Z"
    r"|, (?:chỉ thị|quyết định|nghị quyết|nghị định)(?!\w)"
    r"|,? và (?:dự thảo )?(?:chỉ thị|quyết định|nghị quyết|nghị định|thông tư)"
    r" (?:của|về|quy định)(?!\w)"
    r"|,? (?:(?:sau|trước) khi|trong đó|theo đó|theo hướng|vừa (?:được|qua|ký)"
    r"|mới (?:được|nhất|đây)|để áp dụng từ|trước (?:ngày|tháng)"
    r"|từ ngày|(?:vào )?(?:(?:sáng|chiều|tối) )?ngày \d{1,2}|vào (?:sáng|chiều|tối) \d{1,2}"
    r"|(?:có|hết) hiệu lực|có đề xuất|trình (?:quốc hội|chính phủ)"
    r"|cũng (?:đã|có)|đã (?:được|ký)|đang được"
    r"|được (?:áp dụng|ban hành|ký|thông qua|công bố)|ban hành|lưu trữ|do|gửi|dựa trên|dự kiến"
    r"|tải về"
    r"|(?:(?:chi tiết|cụ thể|quy định) )?(?:như sau|ra sao|(?:như )?thế nào))(?!\w)"
)
_BY_BODY: Final = (
    r"|,? của (?:bộ(?! này)(?: chính trị)?|ban (?:bí thư|thường vụ|chấp hành)|thủ tướng|chính phủ"
    r"|quốc hội|ubnd|hđnd|ủy ban|hội đồng|chủ tịch|tỉnh ủy|thành ủy|huyện ủy)(?!\w)"
)
_AFTER: Final = rf"(?P<after>{_GOES_ON}{_BY_BODY})"
_MATTER: Final = lazy_pattern(
    rf" về việc (?P<title>[\w'/%.-]{{1,16}}"
    rf"(?:,? [\w'/%–-]{{1,16}}(?:\.\d{{3}}){{0,3}}){{3,60}}?){_AFTER}"
)
# In the title of a draft a document with a number is the citation, and so is a law, but where the
# document carries it out or is on a draft: "Nghị quyết về việc thi hành Luật A và Luật B".
_NUMBERED: Final = r"(?:nghị định|nghị quyết|thông tư|quyết định) (?:số )?\d"
_LAW: Final = r"(?:hiến pháp|bộ luật|pháp lệnh|(?<!pháp )(?<!kỷ )(?<!bộ )luật)(?!\w)"
_OTHER: Final = rf"(?!{_NUMBERED}|{_LAW})"
_OPENS: Final = (
    r" (?:về(?: việc)? )?(?P<title>"
    r"(?:(?<=về )|(?<=việc )|(?=quy định |sửa đổi|ban hành |phê duyệt |phê chuẩn |thành lập "
    r"|thí điểm |hướng dẫn |sắp xếp |giải thể |một số |danh mục |bảng giá |mức |chế độ |chính sách "
    r"|cơ chế |tiêu chí |khung ))"
    r"(?!quy định (?:như|tại|này|cụ thể))[\w'%.-]{1,16}"
)
_PLAN: Final = rf"{_OPENS}(?:,? {_OTHER}[\w'%–-]{{1,16}}){{3,60}}?)"
_BEFORE_LAW: Final = rf"|,? (?:(?<=, )|và )(?:dự (?:án|thảo) )?(?={_LAW})"
_PLANNED: Final = lazy_pattern(rf"{_PLAN}(?P<after>{_GOES_ON}{_BY_BODY}{_BEFORE_LAW})")
# "Nghị định của Chính phủ về chức năng, nhiệm vụ của Bộ và cơ quan ngang bộ"
_OF_ISSUER: Final = lazy_pattern(rf"{_PLAN}(?P<after>{_GOES_ON}{_BEFORE_LAW})")
_OF_PART: Final = lazy_pattern(
    rf"{_PLAN}(?P<after>{_GOES_ON}{_BY_BODY}{_BEFORE_LAW}|,? (?:là|thì|quy định|đã|nêu|và)(?!\w))"
)
_CARRIES_OUT: Final = lazy_pattern(
    r"\s(?:[Vv]ề việc |[Vv]ề )?(?:(?:[Tt]hi hành|[Hh]ướng dẫn(?: thi hành)?)"
    r"\s(?:Bộ luật|Luật|Pháp lệnh)|[Dd]ự (?:án|thảo) (?:[Bb]ộ )?[Ll]uật)\s"
)
_CARRYING_OUT: Final = lazy_pattern(
    rf"{_OPENS}(?:,? (?!{_NUMBERED})[\w'%–-]{{1,16}}){{3,60}}?){_AFTER}"
)


def read_matter(text: str, lower: str, kind: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a title after *về việc* in a sentence begins and ends.

    A document's own heading stands in a line of its own, or in capitals, and is none. A draft, a
    document that is adopted and one whose issuer is named are also known by what they rule
    (*dự thảo Nghị định quy định ...*, *Nghị quyết của Quốc hội về ...*).

    Args:
        text: The folded text.
        lower: The same in lower case.
        kind: The kind of document.
        start: Where the kind word begins.
        end: Where it ends.

    Example:
        >>> text = "Thủ tướng ký Công điện về việc giữ rừng mùa khô năm 2031, trong đó yêu cầu"
        >>> begin, stop = read_matter(text, text.lower(), "công điện", 13, 22)
        >>> text[begin:stop]
        'giữ rừng mùa khô năm 2031'
    """
    draft = _DRAFT.search(lower, max(0, start - 24), start) if kind in _DRAFTED else None
    known = draft or kind in _MATTERS | _DRAFTED | _WITH_ISSUER | _INSIDE
    if not known or text[start:end].isupper():
        return None
    inside = text[max(0, start - 2) : start - 1].isalnum()
    if kind in _WITH_ISSUER and not inside:
        return None
    of = _OF.match(lower, end)
    issuer = read_issuer(text, lower, of.end()) if of else None
    plain = lower.startswith(" về ", end) and not lower.startswith(_ABOUT_WHAT, end)
    part = kind not in _WITH_ISSUER and _PART.search(lower, max(0, start - 24), start) is not None
    within = plain and (part or (inside and kind in _INSIDE))
    planned = draft is not None or issuer is not None or within
    begin = issuer or end
    if not (planned or (kind in _MATTERS and lower.startswith(_ABOUT_WHAT, end))):
        return None
    whole = _WRAP.sub(" ", text[begin : begin + _LONGEST]).lower()
    carries_out = planned and _CARRIES_OUT.match(text, begin) is not None
    told = _OF_PART if part else _OF_ISSUER if issuer else _PLANNED if planned else _MATTER
    found = (_CARRYING_OUT if carries_out else told).match(whole)
    lead = draft.start() if draft else start
    if found is None or _SEVERAL.search(lower, max(0, lead - 9), lead):
        return None
    if STAFF.search(whole, 0, found.end()) or _OF_ANY.match(whole, found.end("title")):
        return None
    after = begin + found.start("after")
    alone = text[after : after + 1] in ".\n" and begins_line(text, start)
    first = begin + found.start("title")
    title = before_clause(_WRAP.sub(" ", text[first : begin + found.end("title")]))
    if planned and not alone and kind not in _WITH_ISSUER:
        about = f"về {title}" if text[max(0, first - 3) : first] == "về " else title
        title = about[: title_end(about, FREE)].removeprefix("về ").removesuffix(" và")
    return None if alone or not title else (first, first + len(title))


# Of which an article is cited is one document: "Điều 3 Quyết định về đặc xá năm 2031".
_PART: Final = lazy_pattern(r"(?<!\w)(?:điều|khoản|chương|mục)\s\d{1,3},?\s(?:của\s)?$")
# "- Quyết định về việc thu hồi đất của Ủy ban nhân dân cấp huyện": one of many
_OF_ANY: Final = lazy_pattern(
    r",? của (?:[\w'-]{1,12} ){1,7}?(?:cấp (?:tỉnh|huyện|xã|trên)|(?:có|đủ) thẩm quyền)(?!\w)"
)


def begins_line(text: str, at: int) -> bool:
    """Return whether only marks of layout stand before ``at`` in its line."""
    while at and text[at - 1] in _LAYOUT:
        at -= 1
    return not at or text[at - 1] == "\n"
