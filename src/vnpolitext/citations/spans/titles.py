"""Documents that a text cites by their title alone, without quotation marks."""

from collections.abc import Mapping
from typing import Final

from vnpolitext.citations.grammar.issuers import read_issuer
from vnpolitext.citations.identity.register import documents
from vnpolitext.models import per_choice_of
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern

_KINDS: Final = frozenset({"nghị quyết", "chỉ thị", "kết luận", "quy định"})
_ABOUT: Final = lazy_pattern(r"\s{1,3}(?:về\s{1,3}(?:việc\s{1,3})?)?")
_WORD: Final = lazy_pattern(r"\w+")
_SHORTEST: Final = 4


def read_known_title(lower: str, kind: str, end: int) -> tuple[int, int, int] | None:
    """Return where a registered title after a kind word that ends at ``end`` begins and ends.

    The longest title counts; the commas in it may be missing. The third place is where the year
    ends that follows it.

    >>> text = "vi phạm quy định về những điều đảng viên không được làm, đến mức"
    >>> start, end, _ = read_known_title(text, "quy định", text.index(" về"))
    >>> text[start:end]
    'những điều đảng viên không được làm'
    """
    opening = _ABOUT.match(lower, end) if kind in _KINDS else None
    if opening is None:
        return None
    titles = _titles(kind)
    first = _WORD.match(lower, opening.end())
    longest = titles.get((first[0],), 0) if first else 0
    words: list[str] = []
    stop = None
    for word in _WORD.finditer(lower, opening.end()):
        words.append(word[0])
        if len(words) > longest:
            break
        if tuple(words) in titles and len(words) >= _SHORTEST:
            stop = word.end()
    if stop is None:
        return None
    party = _OF_PARTY.match(lower, stop - len("ương"))
    stop = party.end() if party else stop
    year = _OF_YEAR.match(lower, stop)
    return opening.end(), stop, year.end() if year else stop


_OF_YEAR: Final = lazy_pattern(r"\snăm\s(?:19|20)\d\d(?!\d)")
_OF_PARTY: Final = lazy_pattern(r"ương\sđảng(?!\w)")
_MATTERS: Final = frozenset(
    {"nghị quyết", "nghị định", "sắc lệnh", "chỉ thị", "kết luận", "quyết định", "công điện"}
)
_DRAFTED: Final = frozenset({"nghị quyết", "nghị định", "thông tư", "quyết định", "quy chế"})
# Inside a sentence and with their issuer: "vi phạm Quy định của Bộ Chính trị về ...".
_WITH_ISSUER: Final = frozenset({"quy định"})
_SEVERAL: Final = lazy_pattern(r"(?:các|những|nhiều|một số|mỗi|mọi|\w+ số) $")
_DRAFT: Final = lazy_pattern(
    r"(?:dự thảo (?:của )?|thông qua (?:dự thảo )?|(?:vừa|đã|mới) (?:ký )?ban hành )$"
)
_OF: Final = lazy_pattern(r" của ")
_ABOUT_WHAT: Final = (" về việc", "\nvề việc", " về\nviệc")
_WRAP: Final = lazy_pattern(rf"(?<=[^\s])\n(?=[^\W\d_{UPPER}])")
_LONGEST: Final = 900
# A decision on persons has no title.
_STAFF: Final = lazy_pattern(
    r"(?<!\w)(?:bổ nhiệm|miễn nhiệm|bãi nhiệm|nhân sự|công tác cán bộ|điều động|luân chuyển"
    r"|chỉ định|chuẩn y|kỷ luật|phê chuẩn (?:kết quả|đề nghị)|nghỉ hưu"
    r"|thôi (?:giữ|việc)|giữ chức|phân công (?:ủy viên|thành viên|đồng chí|ông|bà))(?!\w)"
)
_LAYOUT: Final = " *#_>|"
_AFTER: Final = (
    r"(?P<after>\.(?!\d)| ?[(“]|[;:!?…\n\"”)\]*]|\Z"
    r"|, (?:chỉ thị|quyết định|nghị quyết|nghị định)(?!\w)"
    r"|,? (?:(?:sau|trước) khi|trong đó|theo đó|theo hướng|vừa (?:được|qua|ký)"
    r"|mới (?:được|nhất)|trước (?:ngày|tháng)"
    r"|từ ngày|ngày \d|có (?:hiệu lực|đề xuất)|trình (?:quốc hội|chính phủ)"
    r"|cũng (?:đã|có)|đã (?:được|ký)|đang được"
    r"|được (?:áp dụng|ban hành|ký|thông qua|công bố)|ban hành|lưu trữ|do|dựa trên|dự kiến|tải về"
    r"|(?:(?:chi tiết|cụ thể|quy định) )?(?:như sau|ra sao|(?:như )?thế nào)"
    r"|của (?:bộ(?! này)(?: chính trị)?|ban (?:bí thư|thường vụ|chấp hành)|thủ tướng|chính phủ"
    r"|quốc hội|ubnd|hđnd|ủy ban|hội đồng|chủ tịch|tỉnh ủy|thành ủy|huyện ủy))(?!\w))"
)
_MATTER: Final = lazy_pattern(
    rf" về việc (?P<title>[\w'/%.-]{{1,16}}"
    rf"(?:,? [\w'/%–-]{{1,16}}(?:\.\d{{3}}){{0,3}}){{3,60}}?){_AFTER}"
)
# In the title of a draft a law or a document with a number is the citation.
_OTHER: Final = (
    r"(?!(?:nghị định|nghị quyết|thông tư|quyết định) (?:số )?\d"
    r"|(?:hiến pháp|bộ luật|pháp lệnh|(?<!pháp )(?<!kỷ )luật)(?!\w))"
)
_PLAN: Final = lazy_pattern(
    r" (?:về(?: việc)? )?(?P<title>"
    r"(?:(?<=về )|(?<=việc )|(?=quy định |sửa đổi|ban hành |phê duyệt |phê chuẩn ))"
    r"(?!quy định (?:như|tại|này|cụ thể))[\w'%.-]{1,16}"
    rf"(?:,? {_OTHER}[\w'%–-]{{1,16}}){{3,60}}?){_AFTER}"
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
    known = draft or kind in _MATTERS or kind in _DRAFTED or kind in _WITH_ISSUER
    if not known or text[start:end].isupper():
        return None
    if kind in _WITH_ISSUER and not text[max(0, start - 2) : start - 1].isalnum():
        return None
    of = _OF.match(lower, end)
    issuer = read_issuer(text, lower, of.end()) if of else None
    planned = draft is not None or issuer is not None
    begin = issuer or end
    if not (planned or (kind in _MATTERS and lower.startswith(_ABOUT_WHAT, end))):
        return None
    whole = _WRAP.sub(" ", text[begin : begin + _LONGEST]).lower()
    found = (_PLAN if planned else _MATTER).match(whole)
    lead = draft.start() if draft else start
    if found is None or _SEVERAL.search(lower, max(0, lead - 9), lead):
        return None
    if _STAFF.search(whole, 0, found.end()):
        return None
    after = begin + found.start("after")
    alone = text[after : after + 1] in ".\n" and _begins_line(text, start)
    return None if alone else (begin + found.start("title"), begin + found.end("title"))


def _begins_line(text: str, at: int) -> bool:
    """Return whether only marks of layout stand before ``at`` in its line."""
    while at and text[at - 1] in _LAYOUT:
        at -= 1
    return not at or text[at - 1] == "\n"


@per_choice_of(len(_KINDS))
def _titles(kind: str) -> Mapping[tuple[str, ...], int]:
    """The titles of a kind as words, and for each first word the most words that it opens."""
    titles: dict[tuple[str, ...], int] = {}
    for document in documents():
        if document.kind == kind and document.title:
            words = tuple(_WORD.findall(document.title.lower()))
            titles.setdefault(words, len(words))
            titles[words[:1]] = max(titles.get(words[:1], 0), len(words))
    return titles
