"""Kinds in short before a bare number: *theo CT 05*, *QĐ 217, 218-QĐ/TW*."""

from typing import Final

from vnpolitext.citations.grammar.numbers import Number, stem
from vnpolitext.citations.grammar.rules import SPACE, is_year
from vnpolitext.citations.spans.scan import Anchor
from vnpolitext.text.alphabet import CODE_LETTERS
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import kinds


def accepts_short(
    text: str, lower: str, anchor: Anchor, number: Number, *, said: bool, bare: bool
) -> bool:
    """Whether a short form of a kind and a bare number make a citation: *theo CT 05*, *QĐ số 12*.

    Most of these letters stand for other things too, roads and classes, so that a word must lead to
    the document, or what follows tell of it.

    Args:
        text: Folded text.
        lower: The same text in lower case.
        anchor: The short form.
        number: The number behind it.
        said: Whether *số* stands between.
        bare: Whether the kind itself may be cited by that number.
    """
    if number.start == anchor.end:  # "NQ98"
        return bare and anchor.short in _BARE_SHORT and 1 < len(number.serial) < 4
    if anchor.short in _NEVER_BARE:
        return False
    if anchor.short in _BARE_SHORT or said:
        return bare
    if is_year(number.serial) or _ROAD.search(lower, max(0, anchor.start - 24), anchor.start):
        return False
    goes_on = _SAME_KIND.match(text, number.end)
    if goes_on is not None and stem(goes_on[1]) in kinds()[anchor.kind].codes:
        return True
    led = _LED.search(lower, max(0, anchor.start - 16), anchor.start) is not None
    if anchor.short != "CT":
        led = led or _INSIDE.search(lower, max(0, anchor.start - 16), anchor.start) is not None
    told = _TOLD.match(text, number.end) is not None
    return told or (led and (len(number.serial) > 1 or number.year is not None))


_BARE_SHORT: Final = {"NQ", "NĐ"}
_NEVER_BARE: Final = {"TB", "BC", "CĐ", "TTr", "HD"}
_ROAD: Final = lazy_pattern(
    r"(?<!\w)(?:đường|cao tốc|tuyến|quốc lộ|lớp|xe|tàu|nhà|phòng|mẫu|gói)\s+$"
)
# "QĐ 217, 218-QĐ/TW"
_SAME_KIND: Final = lazy_pattern(
    rf"(?:(?:,|;| và) ?\d{{1,4}}){{0,6}}(?:,|;| và) ?\d{{1,4}} ?- ?([{CODE_LETTERS}]{{2,4}})/"
)
_LED: Final = lazy_pattern(
    r"(?<!\w)(?:thực hiện|triển khai|quán triệt|học tập|theo|căn cứ|sơ kết|tổng kết|tinh thần"
    r"|nội dung|ban hành|chấp hành|thi hành"
    r"|(?:(?:c[tlvđ]|kl|kh|nq|nđ|qđ|tt) \d{1,4}(?:/\d{4})?|[a-zđ]/tw)(?:,| và))\s+$"
)
# "quy định tại QĐ 33", "Điều 1 QĐ 20"; a place may be at a road, the *CT 04*.
_INSIDE: Final = lazy_pattern(r"(?<!\w)(?:tại|trong|điều \d{1,3}|khoản \d{1,2})\s+$")
_TOLD: Final = lazy_pattern(
    rf"(?:/(?:19|20)\d\d)?{SPACE}(?:của{SPACE}(?:Bộ|Ban|Thủ|Chính|UBND|HĐND|Tỉnh|Thành|Huyện|TW|Trung|Quốc|Ủy)"
    rf"|ngày{SPACE}\d{{1,2}}[-/.]\d)"
)
