"""The one folded name that all spellings of a document share."""

import re
from typing import Final

from vnpolitext.citations.grammar.rules import STATUTES
from vnpolitext.models import per_choice_of
from vnpolitext.text import fold
from vnpolitext.text.numerals import numeral, roman
from vnpolitext.text.patterns import lazy_pattern

SHORT_WORDS: Final = {
    "hội đồng nhân dân": "hđnd",
    "ủy ban nhân dân": "ubnd",
    "quy phạm pháp luật": "qppl",
    "văn bản quy phạm pháp luật": "vbqppl",
    "tổ chức tín dụng": "tctd",
    "bảo hiểm xã hội": "bhxh",
    "bảo hiểm y tế": "bhyt",
    "bảo vệ môi trường": "bvmt",
    "ngân sách nhà nước": "nsnn",
    "hợp tác xã": "htx",
}
"""Words of statutes' names that people write in short."""
_LONG: Final = {short: full for full, short in SHORT_WORDS.items()}
_SHORT_WORD: Final = lazy_pattern(rf"\b(?:{'|'.join(_LONG)})\b")
_CENTRE: Final = lazy_pattern(
    r"\bt\. ?ư\b\.?|(?<=nghị quyết )tư\b|(?<=hội nghị )tư\b|(?<=chấp hành )tư\b"
    r"|\btw\b|\btrungương\b"
)
_GLUED_CENTRE: Final = lazy_pattern(r"\b(?:tw|tư|t\.ư)(?=\d)")
_GLUED_MEETING: Final = lazy_pattern(r"\bhn(?=t\.? ?[ưw])")
_FOLDED_ASIDE: Final = lazy_pattern(r"(?<=\w) ?\([a-zđ]{2,6}\)(?= (?:năm )?(?:19|20)\d\d$)")
_PUNCTUATION: Final = lazy_pattern(r"[()\"“”,.;:]")
_PARTY: Final = r"đảng(?: cộng sản (?:việt nam|đông dương)| lao động việt nam)?"
_CONGRESS: Final = lazy_pattern(
    r"^(.*?) (?:của |tại |trình )?(?:đại hội|đh)(?: đại biểu| toàn quốc| đảng cộng sản việt nam"
    r"| đảng(?! bộ)| lần| thứ| khóa)* (\w+)(?: của)?(?: đảng(?: cộng sản việt nam)?)?$"
)
_PLENUM: Final = lazy_pattern(
    r"^(.*?) (?:của )?(?:(?:hội nghị|hn)(?: lần thứ (\w+(?: \w+)?))? )?(?:của )?"
    rf"(?:(?:ban chấp hành|bch) )?trung ương(?: {_PARTY})?(?: lần thứ)?"
    r"(?: (\w+))?(?: (lần (?:thứ )?\w+))? khóa (\w+)$"
)
_UNITED_NATIONS: Final = lazy_pattern(r"\b(?:liên hiệp quốc|lhq)\b")
_OWN_STATE: Final = lazy_pattern(
    r"(?<=\w) nước (?:việt nam dân chủ cộng hòa"
    r"|(?:cộng hòa xã hội chủ nghĩa|chxhcn) việt nam)(?= \d{4}$|$)"
)
_STATE: Final = lazy_pattern(
    r"^hiến pháp(?: của)?(?: nước)?(?: (?:cộng hòa xã hội chủ nghĩa|chxhcn) việt nam"
    r"| (?:việt nam )?dân chủ cộng hòa(?: việt nam)?| việt nam(?! cộng hòa))"
)


@per_choice_of(8192)
def canonical_name(surface: str) -> str:
    """Return the folded name that two spellings of one document share.

    >>> canonical_name("Nghị quyết T.Ư 4 (khóa XI)")
    'nghị quyết trung ương 4 khóa xi'
    >>> canonical_name("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng")
    'nghị quyết đại hội xiii'
    >>> canonical_name("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013")
    'hiến pháp 2013'
    """
    name = _GLUED_MEETING.sub("hội nghị ", fold(surface))
    name = _CENTRE.sub("trung ương", _GLUED_CENTRE.sub("trung ương ", name))
    name = _FOLDED_ASIDE.sub("", name)
    name = " ".join(_PUNCTUATION.sub(" ", name).split())
    congress = _CONGRESS.match(name)
    if congress and (number := numeral(congress[2])):
        return f"{congress[1]} đại hội {roman(number)}"
    plenum = _PLENUM.match(name)
    if plenum and (number := numeral(plenum[2] or plenum[3] or "")):
        again = f" {plenum[4].replace('thứ ', '')}" if plenum[4] else ""
        session = roman(numeral(plenum[5])) or plenum[5]
        return f"{plenum[1]} trung ương {number}{again} khóa {session}"
    name = re.sub(
        r"^(luật|bộ luật|pháp lệnh|hiến pháp|cương lĩnh)\b(.*?) (?:các )?năm (\d{4})"
        r"(?: sửa đổi(?: bổ sung)?(?: năm)? \d{4}$)?",
        r"\1\2 \3",
        name,
    )
    if name.startswith(STATUTES):
        name = name.replace(" - ", " ")
        name = _SHORT_WORD.sub(lambda found: _LONG[found[0]], name)
    name = re.sub(r"^(luật|bộ luật|pháp lệnh) về ", r"\1 ", name)
    name = _OWN_STATE.sub("", name) if name.startswith(STATUTES) else name
    name = re.sub(r"^đạo (?=luật \d)", "", name)
    name = _UNITED_NATIONS.sub("liên hợp quốc", name)
    if name.startswith("di chúc"):
        return "di chúc hồ chí minh"
    name = re.sub(r"^điều lệ đảng cộng sản việt nam", "điều lệ đảng", name)
    return _STATE.sub("hiến pháp", name)
