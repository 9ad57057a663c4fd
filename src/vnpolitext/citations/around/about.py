"""Reading what a document is about, behind its number, its day and its issuer."""

import re
from dataclasses import dataclass
from typing import Final

from vnpolitext.citations.around.attributes import Attributes
from vnpolitext.citations.grammar.clauses import Setting
from vnpolitext.citations.grammar.endings import title_end
from vnpolitext.citations.grammar.issuers import agrees, read_issuer, written
from vnpolitext.citations.grammar.matters import ACT, FURTHER, matter
from vnpolitext.citations.grammar.names import after_kind
from vnpolitext.citations.grammar.numbers import Number
from vnpolitext.citations.grammar.rules import (
    MAYBE_SPACE,
    SPACE,
    STATUTES,
    any_of,
    bodies,
    numbered_document,
    title_openings,
    title_words,
)
from vnpolitext.citations.spans.titles import read_known_title
from vnpolitext.models import per_choice
from vnpolitext.text.alphabet import LOWER, UPPER
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.view import single_spaced
from vnpolitext.vocabulary import kinds

# A mark of a footnote: "[2]", "(2)", "²", "⁽²⁾", or a digit set in small type.
NOTE: Final = r"(?:\n?\[\w{1,4}\]| ?\(\d{1,2}\)|[¹²³⁰⁴-⁹⁽⁾]{1,5}|(?<=[A-Za-zĐ])\d{1,2}(?!\d))?"
"""What may stand between a number and what is said of its document."""


@dataclass(frozen=True, slots=True)
class About:
    """What the words before a document tell of its title.

    Attributes:
        kind: The kind of the document.
        governed: How far the document is what others go by, as in `Setting`.
        replaced: Whether it is replaced or repealed.
        implemented: Whether it is what another document carries out, so that the place where that
            is done is none of its own: *thực hiện Nghị quyết ... trên địa bàn tỉnh*.
        part: Whether an article stands before the document.
        issuing: Whether it is said to be issued, so that an act behind it is its title: *ra Quyết
            định số 5 công nhận ...*.
    """

    kind: str | None = None
    governed: str = ""
    replaced: bool = False
    implemented: bool = False
    part: bool = False
    issuing: bool = False


ANYHOW: Final = About()
"""A document of which the words before tell nothing."""


def read_about(
    text: str, lower: str, number: Number | None, found: Attributes, about: About
) -> int | None:
    """Read the title at ``found.end`` into ``found``; return where it ends.

    Args:
        text: The folded text.
        lower: The same in lower case.
        number: The number of the document.
        found: What has been read; gets the title, and an issuer that ends it.
        about: What the words before the document tell.
    """
    match = _ABOUT.match(text, found.end) or _of_kind(about, text, found.end, number)
    if match is None and about.kind in STATUTES and (found.issued or (number and number.codes)):
        return _of_statute(text, lower, about.kind, found)
    if match is None:
        return None
    setting = Setting(
        about.governed,
        _is_closed(text, match.end(), about),
        about.kind,
        found.issued or (number.year if number else None),
        about.part,
        bool(found.issued and found.issuer),
    )
    title, words = _title(text, lower, match, setting)
    if _CUT_OFF.match(text, match.end()) and len(title) >= len(match["words"].rstrip()):
        return None
    reaches = len(words[len(title) :].split()) < _CLAUSE
    if reaches and words.rstrip().endswith(_AS_FOLLOWS) and not title.lower().startswith("về"):
        return None
    if title.lower().startswith("về") and (found.issued or found.issuer or not about.part):
        title = _ASKED.sub("", _SAYS.sub("", title) if title.endswith(_AS_FOLLOWS) else title)
    if text.startswith(":", match.start("words") + len(words)):
        title = _RULES.sub("", title).rstrip(" ,")
    if about.implemented and _is_central(number):
        title = _ON_SITE.sub("", title)
    bare = number is not None and not (number.codes or found.issued or found.issuer)
    ruling = bare and not about.issuing and _RULED.match(title)
    last = match.start("words") + len(title)
    broken = "said" in match.groupdict() and (_SAID_OF.match(text, last) or _only_asks(title))
    if ruling or broken or _is_none(title, text, last):
        return None
    title = _without_body(title, number, found)
    found.title = single_spaced(title)
    return match.start("words") + len(title)


def _only_asks(title: str) -> bool:
    """Whether words say who is asked, and no more: *kiến nghị Thủ tướng Chính phủ*."""
    asks = _ASKS.match(title)
    return asks is not None and read_issuer(title, title.lower(), asks.end()) == len(title)


def _without_body(title: str, number: Number | None, found: Attributes) -> str:
    """The title without the body at its end, which issued the document: *... năm 2031 của Bộ X*."""
    told = found.issuer or numbered_document().search(title)
    of = None if told else _OF_AT_END.search(title)
    if of is not None and read_issuer(title, title.lower(), of.end()) == len(title):
        body = title[of.end() :]
        if agrees(number, body):
            found.issuer = written(body)
            return title[: of.start()]
    return title


def _title(text: str, lower: str, match: re.Match[str], setting: Setting) -> tuple[str, str]:
    """The title in a match, and the words it was cut from; a known one goes over a semicolon."""
    words = _titled_words(text, lower, match, setting)
    return words[: title_end(words, setting)], words


def _titled_words(text: str, lower: str, match: re.Match[str], setting: Setting) -> str:
    """The words that a title begins with, up to where it ends at the latest."""
    words = _of_line(text, match)
    if len(words) < len(match["words"]):
        return words
    formal = setting.told or _OF_FIELDS.search(words)
    fields = _fields().match(text, match.end()) if formal else None
    if fields is not None:
        return words + fields[0]
    more = _FURTHER.match(text, match.end())
    if more is not None and _is_parallel(words, more[0]):
        return words + more[0]
    known = read_known_title(lower, setting.kind or "", match.start()) if more else None
    if more is not None and known is not None and known[1] > more.start():
        words += more[0]
    return words


@per_choice
def _fields() -> re.Pattern[str]:
    """The pattern of what semicolons part in a title: neither orders nor other documents."""
    apart = any_of((*title_words("orders"), *kinds(), "các", "những", "khoản", "điểm", "điều"))
    return lazy_pattern(
        rf"(?:;{SPACE}(?=[{LOWER}])(?!{apart}(?!\w))[^;:.?…\"“”()\[|\n]{{2,400}}+"
        rf"(?:\n(?![\n\[+-])[^;:.?…\"“”()\[|\n]{{2,400}}+){{0,4}}){{1,8}}"
    )


def _is_parallel(words: str, more: str) -> bool:
    """Whether what follows a semicolon begins with words of the title: *bảng lương A; bảng ...*."""
    first = " ".join(more.lstrip("; \n").split()[:2])
    return first.islower() and f" {first} " in f" {single_spaced(words)} "


def _of_line(text: str, match: re.Match[str]) -> str:
    """The words of a title without the next line, where no page can have broken the line before."""
    begin, end = match.span("words")
    at = text.find("\n", begin + _SHORTEST, end)
    while at >= 0:
        line = text.rfind("\n", 0, at) + 1
        if at - line > _WIDEST and text[at + 1 : end].lstrip()[:1].isupper():
            return text[begin:at]
        at = text.find("\n", at + 1, end)
    return match["words"]


def _of_statute(text: str, lower: str, kind: str, found: Attributes) -> int | None:
    """Read the name of a law behind its day: *Pháp lệnh số 5 ngày 3/4/2031 án phí*."""
    gap = _GAP.match(text, found.end)
    last = after_kind(lower, gap.end(), kind) if gap else None
    if gap is None or last is None:
        return None
    found.title = single_spaced(text[gap.end() : last])
    return last


def _is_none(title: str, text: str, end: int) -> bool:
    """Whether words that end at ``end`` are no title: they break off, or say what is ruled."""
    if _RULED.match(title) and _PREDICATE.match(text, end):
        return True
    bare = title.strip().lower() in _BARE or _OF_THIS.match(title)
    return bool(bare) or title.rstrip().endswith(_NO_TITLE)


def _of_kind(about: About, text: str, at: int, number: Number | None) -> re.Match[str] | None:
    """The words of a title that begins as those of one kind do: *Kế hoạch số 5 thực hiện ...*."""
    pattern = _openings().get(about.kind) if about.kind else None
    found = pattern.match(text, at) if pattern else None
    if found is None and about.issuing:
        found = _ACT.match(text, at) or (_issued().match(text, at) if number else None)
    coded = number is not None and bool(number.codes) and about.kind in _DECIDING
    if found is None and coded and not about.part:
        found = _decided().match(text, at)
    return found


_ACT: Final = lazy_pattern(rf"{NOTE},?{SPACE}(?P<words>{matter(ACT)})", re.IGNORECASE)


@per_choice
def _issued() -> re.Pattern[str]:
    """The pattern of what a body does in what it issues: *ký Quyết định số 5 chia huyện X ...*."""
    acts = any_of(title_words("issued"))
    before = rf"(?:(?:cho|quyết{SPACE}định|tiến{SPACE}hành){SPACE})?"
    return lazy_pattern(
        rf"{NOTE},?{SPACE}(?P<said>)(?P<words>{before}{matter(acts)})", re.IGNORECASE
    )


_DECIDING: Final = frozenset({"quyết định", "sắc lệnh", "nghị định", "lệnh"})


@per_choice
def _decided() -> re.Pattern[str]:
    """The pattern of what a decision does and is called by: *Quyết định số 5 bổ nhiệm ...*."""
    acts = any_of(title_words("decided"))
    return lazy_pattern(rf"{NOTE},?{SPACE}(?P<words>{matter(acts)})", re.IGNORECASE)


@per_choice
def _openings() -> dict[str, re.Pattern[str]]:
    return {
        kind: lazy_pattern(rf"{NOTE}{SPACE}(?P<words>{matter(any_of(words))})", re.IGNORECASE)
        for kind, words in title_openings().items()
    }


def _is_closed(text: str, end: int, about: About) -> bool:
    """Whether the paragraph ends where the words of a title do, and nothing else can follow."""
    if about.replaced:
        return _PARAGRAPH_ENDS.match(text, end) is not None
    return about.governed == "wholly" and _BASIS_ENDS.match(text, end) is not None


def _is_central(number: Number | None) -> bool:
    return number is not None and number.body in bodies() and number.body not in _LOCAL


_CLAUSE: Final = 9  # words that may be a clause of their own
_WIDEST: Final = 110
_SHORTEST: Final = 40
_GAP: Final = lazy_pattern(SPACE)
# "về xử phạt vi phạm hành chính trong lĩnh vực thủy lợi; đê điều; phòng, chống thiên tai"
_OF_FIELDS: Final = lazy_pattern(r"\strong (?:các )?lĩnh vực\s[^;,]{2,60}$", re.IGNORECASE)
_LOCAL: Final = frozenset({"UBND", "HĐND", "TU", "HU", "ĐU", "UB", "QU", "TH"})
_FURTHER: Final = lazy_pattern(FURTHER, re.IGNORECASE)
# "...; (sau đây viết tắt là Nghị định số 5);"
_BASIS_ENDS: Final = lazy_pattern(r"\s?(?:\([^()]{1,120}\))?;")
_PARAGRAPH_ENDS: Final = lazy_pattern(r";|\.(?=\s*(?:\n|\Z))")
_CUT_OFF: Final = lazy_pattern(r"\s?(?:…|\.\.)|\s?[“\"][^“”\"\n]{1,80}''")
# "Nghị định số 5/2031/NĐ-CP của Chính phủ: Nghị định quy định chức năng ..."
_AGAIN: Final = "Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị"
_ABOUT: Final = lazy_pattern(
    rf"{NOTE}(?:{SPACE}gửi{SPACE}(?:[^\s.;:()]{{1,12}}{SPACE}){{1,22}}?(?=về{SPACE}|v/v)"
    rf"|{MAYBE_SPACE},?{MAYBE_SPACE}|(?::|{SPACE}[-–]){SPACE}(?=(?-i:[VQPHBS]))"
    rf"|(?:{MAYBE_SPACE}:| [-–]) (?-i:{_AGAIN})(?:{SPACE}của{SPACE}[^,;:.\n]{{3,40}}?)?{SPACE})"
    rf"(?P<words>{matter()})",
    re.IGNORECASE,
)
# "về cải thiện môi trường kinh doanh năm 2031 của Chính phủ": not of a year's own.
_OF_AT_END: Final = lazy_pattern(r"(?<=\d)\scủa\s")
# "Theo Quyết định 5 quy định thì ..."
_BARE: Final = frozenset(
    {
        *("quy định", "quy định về", "hướng dẫn", "hướng dẫn về", "ban hành", "phê duyệt"),
        *("sửa đổi", "về", "về việc", "v/v"),
        *("về xử phạt", "về trình tự", "quy định về xử phạt", "về ban hành", "về quy định"),
        *("về việc ban hành", "về việc phê duyệt", "về việc công bố", "về việc quy định"),
    }
)
_OF_THIS: Final = lazy_pattern(r"về (?:vấn đề|việc|nội dung) này(?!\w)", re.IGNORECASE)
_SAYS: Final = lazy_pattern(
    r"(?:(?<!về)(?<!các)(?<!số)(?<!theo)(?<!những),?\s(?:có\s|cũng\s)?"
    r"(?:nêu|quy định|ghi|đề ra|hướng dẫn|chỉ rõ)"
    r"(?:\s(?!về\s)\w{1,7}){0,6})?\snhư sau$"
)
# "Điều 1 Quyết định 5 về hỗ trợ nhà ở quy định:"
_RULES: Final = lazy_pattern(
    r",?\s(?:(?:có\s)?(?:quy định|hướng dẫn|nêu|ghi|xác định|đề ra|chỉ ra|viết|[Bb]an hành)(?: rõ)?"
    r"|(?:có|với)\s(?:nội dung|đoạn|câu|các nội dung|những nội dung)(?:\s(?!về)\w{1,7}){0,3})$"
)
# "Nghị định 5 quy định thời điểm lập hóa đơn là ngày giao hàng": what it says, not its title
_RULED: Final = lazy_pattern(r"quy định\s(?!về|chi tiết|chức năng|việc)", re.IGNORECASE)
_PREDICATE: Final = lazy_pattern(r",?\s(?:là|sẽ|phải)\s")
# "trả lời rằng đơn vị vẫn quản lý": what is said goes on, so that no title has ended.
_SAID_OF: Final = lazy_pattern(r" (?:vẫn|đã|đang|sẽ|chưa|không|cũng|là|được|bị|phải)(?!\w)")
_ASKS: Final = lazy_pattern(
    r"(?:báo cáo|kiến nghị|đề nghị|yêu cầu|chỉ đạo|trả lời|thông báo|phúc đáp|giao) ", re.IGNORECASE
)
_AS_FOLLOWS: Final = " như sau"
# "Toàn văn Quyết định 5 về mức hỗ trợ nhà ở ra sao?"
_ASKED: Final = lazy_pattern(
    r",?\s(?:cụ thể|(?:(?:cụ thể|chi tiết)\s)?(?:như )?(?:thế nào|ra sao))$"
)
_NO_TITLE: Final = ("như sau", "thế nào", "ra sao", "là gì", "sau đây")
_ON_SITE: Final = lazy_pattern(
    rf"\s(?i:trên|tại) (?i:địa bàn) (?i:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)"
    rf"(?:(?:\s[{UPPER}][\w'-]*){{1,5}})?(?:,? (?i:giai đoạn|năm) [\d –-]{{4,12}})?$"
)
