"""Everything that stands around one core span, read in the order that decides."""

import re
from typing import Final

from vnpolitext.citations.around.about import About
from vnpolitext.citations.around.after import read_after
from vnpolitext.citations.around.attributes import Attributes
from vnpolitext.citations.around.before import read_before, read_issue
from vnpolitext.citations.around.letterhead import read_body, read_header, so_before
from vnpolitext.citations.grammar.canonical import canonical_name
from vnpolitext.citations.grammar.issuers import agrees, read_issuer, written
from vnpolitext.citations.grammar.numbers import Number
from vnpolitext.citations.grammar.provisions import read_provision
from vnpolitext.citations.grammar.rules import STATUTES, is_year
from vnpolitext.citations.spans.core import Core
from vnpolitext.citations.spans.matter import begins_line
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern


def read_around(view: View, core: Core, previous: Core | None) -> Attributes:
    """Read what stands around a core span.

    Args:
        view: The text.
        core: The core span; that of a letterhead gets the kind that its title tells.
        previous: The citation before it, where the reading backwards stops.
    """
    text, lower = view.text, view.lower
    law = core.rule in _LAWS
    titled = not law and not (core.title and core.number is None)
    about = _before_title(lower, core)
    quoted = text[core.start - 1 : core.start] + text[core.end : core.end + 1] in _QUOTES
    end = core.end + quoted
    found = read_after(text, lower, end, core.number, titled=titled and not quoted, about=about)
    found.begin = core.start
    found.issued = core.issued or found.issued
    if core.number is None:
        of_matter = core.rule == "titled" and found.issuer and not found.issued
        found.year = _own_year(text, core) or (None if of_matter else found.year)
    congress = core.rule == "charter" and "đại hội" in (found.issuer or "").lower()
    if law and not (congress or _assembly(found.issuer)):
        found.issuer = None
    if core.rule == "letterhead" and core.number is not None:
        _of_letterhead(view, core, core.number, found)
        return found
    if core.rule in {"plenum", "congress"}:
        term = _TERM.search(core.name or text, *(() if core.name else (core.start, core.end)))
        found.term = term[1].upper() if term else found.term
    _before(view, core, previous.end if previous else 0, found)
    if core.number is not None and not core.number.year and found.year:
        found.issued = found.issued or str(found.year)
    return found


_QUOTES: Final = ("“”", '""')


def _before(view: View, core: Core, floor: int, found: Attributes) -> None:
    """Read what stands before a core span, or inside it, back to ``floor``."""
    part = read_provision(view.text, core.start, floor)
    if part is not None:
        found.provision = found.provision or part[0]
        found.begin = part[1]
        said = view.text.startswith((":", " như sau"), found.reach) if found.reach else False
        bare = not found.issuer and len(found.issued or "") <= len("2031")
        if (bare and _RULED.match(found.title or "")) or (said and found.end == core.end):
            found.title, found.reach = None, 0
    if core.rule == "standing orders" or _is_of_body(view.lower, core):
        _of_body(view, core.start, core.end, found)
    if not found.issuer and view.lower.endswith(("tại ", "trong "), 0, core.start):
        _subject(view, core, found)
    if core.number is not None:
        _inside(view, core, found)
        told = found.issuer
        read_before(view, core.start, floor, core.number, found)
        found.ahead = not told and found.issuer is not None
    elif core.rule in _ISSUED:
        aloud = _ALOUD.search(view.lower, floor, core.start) if core.rule == "appeal" else None
        told = found.issuer
        read_issue(view, core.start, floor, found, aloud.start() if aloud else None)
        found.ahead = not told and found.issuer is not None
    elif core.rule in _LAWS and not found.issuer and core.rule != "charter":
        _of_assembly(view, core, floor, found)


def _of_letterhead(view: View, core: Core, number: Number, found: Attributes) -> None:
    """Read kind, day and body of the text's own document."""
    header = read_header(view.text, core.start, number)
    core.kind = header.kind or core.kind
    found.issued = header.issued or found.issued
    found.title = header.title or found.title
    found.issuer = read_body(view, max(0, so_before(view.text, core.start)), number)


def _of_assembly(view: View, core: Core, floor: int, found: Attributes) -> None:
    """Read the Assembly before its law: *Quốc hội khóa VIII đã thông qua Hiến pháp 1992*."""
    told = Attributes(core.end)
    read_issue(view, core.start, floor, told)
    if not _assembly(told.issuer):
        return
    found.issuer, found.term, found.ahead = told.issuer, found.term or told.term, True
    if not found.issued and told.issued and found.year in {None, int(told.issued[:4])}:
        found.issued = told.issued


def _assembly(issuer: str | None) -> bool:
    return issuer is not None and "quốc hội" in issuer.lower()


# "Chủ tịch Hồ Chí Minh đọc lời kêu gọi toàn quốc kháng chiến"
_ALOUD: Final = lazy_pattern(r"(?<!\w)đọc\s(?:bản\s)?$")
_ISSUED: Final = frozenset(
    {
        *("appeal", "declaration", "titled", "detailed", "strategy", "platform", "amendment"),
        "session",
    }
)


def _inside(view: View, core: Core, found: Attributes) -> None:
    """Read the issuer and the term between the kind word and the number."""
    if core.number is None or core.number.start - core.start < _SHORTEST_INSIDE:
        return
    text, start, end = view.text, core.start, core.number.start
    term = _TERM.search(text, start, end)
    found.term = found.term or (term[1].upper() if term else None)
    found.leads = _of_body(view, start, end, found, core.number)


def _is_of_body(lower: str, core: Core) -> bool:
    """Whether a body stands behind the kind word; one in the title did not issue the document."""
    of = _OF.search(lower, core.start, core.end) if core.rule in {"titled", "detailed"} else None
    return of is not None and "".join(lower[core.start : of.start()].split()) == "".join(
        (core.kind or "").split()
    )


def _of_body(
    view: View, start: int, end: int, found: Attributes, number: Number | None = None
) -> bool:
    """Read the body after *của* between two places; return whether there is one."""
    text = view.text
    of = _OF.search(text, start, end)
    last = read_issuer(text, view.lower, of.end()) if of and not found.issuer else None
    if of is None or last is None or last > end or not agrees(number, text[of.end() : last]):
        return False
    found.issuer = written(text[of.end() : last])
    if number is None and not found.term and (term := _OF_TERM.match(text, last, end)):
        found.term = term[1].upper()
    return True


def _subject(view: View, core: Core, found: Attributes) -> None:
    """Read the body that rules in a document: *Tại Nghị quyết số 946, Quốc hội đã quyết định*."""
    lead = _COMMA.match(view.text, found.end)
    last = read_issuer(view.text, view.lower, lead.end()) if lead else None
    if lead is None or last is None or not _RULES.match(view.lower, last):
        return
    body = view.text[lead.end() : last]
    if agrees(core.number, body):
        found.issuer = written(body)


def _before_title(lower: str, core: Core) -> About:
    """What the words before a document tell of its title: *căn cứ*, *thay thế*, *thực hiện*."""
    floor = max(0, core.start - _BASIS_REACH)
    before = _GOVERNED.search(lower, floor, core.start)
    if before is None:
        part = _PART.search(lower, floor, core.start) is not None
        issuing = not part and _ISSUES.search(lower, floor, core.start) is not None
        governed = "wholly" if _is_listed(lower, core.start) else ""
        return About(core.kind, governed, part=part, issuing=issuing)
    if before["replaced"]:
        return About(core.kind, "wholly", replaced=True)
    if before["implemented"]:
        return About(core.kind, implemented=True)
    return About(core.kind, "wholly" if before["wholly"] else "partly")


def _is_listed(lower: str, start: int) -> bool:
    """Whether a document is a further one of a paragraph: *Căn cứ Luật A; Nghị định B về ...*."""
    if lower[max(0, start - _BASIS_REACH) : start].rstrip(" *\n")[-1:] != ";":
        return False
    at = lower.rfind("căn cứ", max(0, start - _LIST_REACH), start)
    between = lower[at:start]
    return at >= 0 and begins_line(lower, at) and "\n\n" not in between and ". " not in between


_BASIS_REACH: Final = 40
_GOVERNED: Final = lazy_pattern(
    r"(?:^|[^\w])(?:(?P<wholly>căn cứ|theo quy định tại|kèm theo)|theo|tại"
    r"|(?P<replaced>thay thế(?: cho)?|bãi bỏ|hủy bỏ)"
    r"|(?P<implemented>triển khai|thực hiện|thi hành))[\s*]{1,4}(?:các\s)?$"
)
_PART: Final = lazy_pattern(
    r"(?<!\w)(?:điều|khoản|điểm|mục)\s(?:\d{1,3}[a-zđ]?|[ivx]{1,5}|[a-zđ]),?[\s*]{1,4}(?:của\s)?$"
)
_ISSUES: Final = lazy_pattern(
    r"(?<!\w)(?<!đăng )(?:có|ra|ký|ban hành|công bố|thông qua)\s(?:(?:bản|các|hai|ba)\s)?$"
)
_LIST_REACH: Final = 900
# What an article rules is not what its document is about: "Điều 6 Nghị định 5 quy định ...".
_RULED: Final = lazy_pattern(
    r"(?:quy định|hướng dẫn(?!\s(?-i:Luật|Bộ luật|Pháp lệnh)\s)|sửa đổi|ban hành|phê duyệt|sắp xếp"
    r"|thí điểm)\s",
    re.IGNORECASE,
)
_COMMA: Final = lazy_pattern(r"\s?,\s")
_RULES: Final = lazy_pattern(
    r"\s(?:đã |cũng |vừa )?(?:phê chuẩn|phê duyệt|quyết định|quyết nghị|quy định|yêu cầu|giao"
    r"|chỉ đạo|chỉ ra|chỉ rõ|kết luận|đồng ý|chấp thuận|thống nhất|bổ nhiệm|nêu)(?!\w)"
)


_SHORTEST_INSIDE: Final = 20
_OF: Final = lazy_pattern(
    r"\scủa\s(?:kỳ\shọp\sthứ\s\w{1,5},?\s(?:của\s)?(?=quốc\s|h(?:đ|ội\s)))?", re.IGNORECASE
)


def _own_year(text: str, core: Core) -> int | None:
    """The year in the name of a law, or of its adoption; that of its amendment is not."""
    if core.rule == "titled" and core.name and is_year(text[core.end - 4 : core.end]):
        return int(text[core.end - 4 : core.end])
    if core.rule not in STATUTES and core.rule != "constitution":
        return None
    name = core.name or canonical_name(text[core.start : core.end])
    last = name.rsplit(" ", 1)[-1]
    if is_year(last):
        return None if "sửa đổi" in name else int(last)
    told = _ADOPTED.match(text, core.end)
    return int(told[1]) if told else None


# "Hiến pháp đầu tiên của nước ... được thông qua ngày 9 tháng 11 năm 1946"
_ADOPTED: Final = lazy_pattern(
    r"(?!,? được sửa)[^.;:\n()\"“”]{0,70}? (?:được |đã )?(?:ban hành|thông qua|ra đời|công bố)"
    r"(?: lần đầu)?(?:[ ,/-](?:vào|ngày|tháng|năm|từ|\d{1,2})){0,7}[ /-]((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_LAWS: Final = frozenset({*STATUTES, "constitution", "amending", "charter"})
_TERM: Final = lazy_pattern(r"khóa\s{0,3}([IVXL]+|\d{1,2})(?!\w)", re.IGNORECASE)
# The body's own term: "Nghị quyết của Quốc hội khóa VI, kỳ họp thứ 4, ngày ..."
_OF_TERM: Final = lazy_pattern(r"[\s,(]{1,3}khóa\s([IVXL]+|\d{1,2})(?!\w)", re.IGNORECASE)
