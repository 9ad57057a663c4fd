"""Rows of quarters, hamlets and villages, whose names many a commune has, too."""

from collections.abc import Iterator
from typing import Final

from vnpolitext.places.source import PlaceText
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern

# One pattern for each head, asked only where a text has it: most texts have none.
_HEADS: Final = {
    head: lazy_pattern(rf"{head}(?: [^\W\d_]{{1,7}}){{0,2}}?(\s?:)?\s{{1,2}}")
    for head in (
        "khu phố",
        "tiểu khu",
        "tổ dân phố",
        "khu dân cư",
        "thôn",
        "bản",
        "ấp",
        "làng",
        "buôn",
        "khóm",
        "xóm",
        "giáo xứ",
        "giáo họ",
    )
}
_SEVERAL: Final = lazy_pattern(r"(?<!\w)(?:các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|\d{1,3}) $")
_NO_UNIT: Final = r"(?!(?:Xã|Phường|Thị|Huyện|Quận|Tỉnh|Thành|TP)\W)"
_NAME: Final = rf"{_NO_UNIT}[{UPPER}][^\W_]*+(?: (?:[{UPPER}][^\W_]*+|\d{{1,2}}[A-Z]?+)){{0,4}}+"
_ROW: Final = lazy_pattern(rf"{_NAME}(?:(?:, ?|; ?| và |,\s?\n| - ){_NAME}){{1,400}}+")
# Parts of towns, of which a row of that many needs no announcement.
_OF_TOWNS: Final = frozenset({"khu phố", "tiểu khu", "tổ dân phố", "khóm"})
_MANY: Final = 5


def spans_of_hamlets(source: PlaceText) -> Iterator[tuple[int, int]]:
    """Find rows such as ``các thôn A, B và C`` and ``tổ dân phố: A 1, A 2``."""
    for head, pattern in _HEADS.items():
        for match in pattern.finditer(source.lower) if head in source.lower else ():
            start = match.start()
            if start and source.lower[start - 1].isalnum():
                continue
            before = source.lower[max(0, start - 12) : start]
            row = _ROW.match(source.text, match.end())
            if row is None:
                continue
            is_long = head in _OF_TOWNS and row[0].count(",") >= _MANY
            if is_long or match[1] or _SEVERAL.search(before):
                yield row.span()
