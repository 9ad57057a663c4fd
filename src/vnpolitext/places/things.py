"""Rows of hamlets, streets, markets and rivers, whose names many a unit has, too."""

from collections.abc import Iterator
from typing import Final

from vnpolitext.places.source import PlaceText
from vnpolitext.places.units import PROVINCE, REFORM, name_key
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
# Parts of towns, of which a row of that many needs no announcement, nor of *thôn* in a cell.
_OF_TOWNS: Final = frozenset({"khu phố", "tiểu khu", "tổ dân phố", "khóm"})
_MANY: Final = 5
# "các tuyến phố A, B và C", "các chợ A, B"
_THINGS: Final = lazy_pattern(
    r"các (?:tuyến )?(?:đường phố|đường|phố|ngõ|chợ|siêu thị|bến xe|bến cảng|bến|ga|trạm|cầu|hầm"
    r"|nút giao|sông|hồ|núi|đèo|chùa|đền|đình|nhà thờ|khu đô thị|khu công nghiệp|kcn"
    r"|cụm công nghiệp|cảng biển|cảng|sân bay|thủy điện|nhà máy)(?: như)?\s?:?\s{1,2}\(?"
)
_CELL: Final = frozenset(("", "\n", "|"))
# A heading of streets, and a list of nothing but names below it.
_STREETS: Final = tuple(
    lazy_pattern(rf"{word}(?: chính| lớn)?[ :=*#]{{0,6}}\n")
    for word in ("giao thông", "đường phố", "tuyến đường", "tuyến phố")
)
_LIST: Final = lazy_pattern(
    rf"(?:\s{{0,6}}+(?:\[[^\]\n]{{0,40}}+\])?+[-*•] {{1,3}}{_NAME}[ .;]{{0,3}}+(?=\n|$)){{2,200}}+"
)
_TAIL: Final = lazy_pattern(r"(?:, ?|; ?| - )([^,;\n]+)$")


def spans_of_rows(source: PlaceText) -> Iterator[tuple[int, int]]:
    """Find rows such as ``các thôn A, B và C``, ``tổ dân phố: A 1, A 2`` and ``các chợ A, B``.

    Names below a heading of streets are of streets, too.
    """
    yield from _rows_of_hamlets(source)
    for match in _THINGS.finditer(source.lower):
        row = _ROW.match(source.text, match.end())
        if row is not None:
            yield row.start(), _without_province(source, *row.span())
    for pattern in _STREETS:
        for heading in pattern.finditer(source.lower):
            names = _LIST.match(source.text, heading.end())
            if names is not None:
                yield names.span()


def _rows_of_hamlets(source: PlaceText) -> Iterator[tuple[int, int]]:
    for head, pattern in _HEADS.items():
        for match in pattern.finditer(source.lower) if head in source.lower else ():
            start = match.start()
            if not source.text[match.end() : match.end() + 1].isupper():
                continue
            if start and source.lower[start - 1].isalnum():
                continue
            before = source.lower[max(0, start - 12) : start]
            row = _ROW.match(source.text, match.end())
            if row is None:
                continue
            alone = head in _OF_TOWNS or (head == "thôn" and before.rstrip(" ")[-1:] in _CELL)
            is_long = alone and row[0].count(",") >= _MANY
            if is_long or match[1] or _SEVERAL.search(before):
                yield row.span()


def _without_province(source: PlaceText, start: int, end: int) -> int:
    """The end of a row, without the province that they are in: ``các phố A, B, Hà Nội``."""
    tail = _TAIL.search(source.lower, start, end)
    rows = () if tail is None else source.known.find(name_key(tail[1]), PROVINCE)
    lives = any(source.known.rows[row][6] in ("", REFORM) for row in rows)
    return tail.start() if tail is not None and lives else end
