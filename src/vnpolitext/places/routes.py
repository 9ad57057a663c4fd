"""Names of roads and canals made of the places they join: ``cao tốc Hữu Nghị - Chi Lăng``."""

from collections.abc import Iterator
from typing import Final

from vnpolitext.places.source import PlaceText
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern

# One pattern for each head, asked only where a text has it: most texts have none.
_HEADS: Final = {
    head: lazy_pattern(
        head
        + number
        + r"(?:\s{1,2}(?:đoạn|nhánh|số \d{1,2}|bắc - nam|phía đông|phía tây))?\s?:?\s{1,2}"
    )
    for head, number in (
        ("cao tốc", ""),
        ("tốc độ cao", ""),
        ("đường sắt", ""),
        ("tuyến", ""),
        ("metro", ""),
        ("dự án", ""),
        ("đoạn", ""),
        ("kênh", ""),
        ("rạch", ""),
        ("hệ thống sông", ""),
        ("lưu vực sông", ""),
        ("quốc lộ", r"(?: \d{1,3}[a-z]?)?"),
    )
}
_SYLLABLE: Final = rf"[{UPPER}][^\W_]*+"
_STATION: Final = r"[Bb]ến (?:xe|tàu|phà)|[Cc]ông viên|[Nn]hà ga|[Gg]a|[Cc]ầu|[Kk]hu đô thị|KĐT"
_STOP: Final = (
    rf"(?:(?:[Tt]hành phố|[Tt]ỉnh|TP\.?|{_STATION}) |TP\.)?+{_SYLLABLE}(?: {_SYLLABLE}){{0,4}}+"
)
_BRACKET: Final = r"(?: \([^()\n]{0,50}+\))?+"
_CHAIN: Final = rf"{_STOP}{_BRACKET}(?: ?- ?{_STOP}{_BRACKET}){{1,6}}+"
_CHAINS: Final = lazy_pattern(rf"{_CHAIN}(?:(?:, | và ){_CHAIN}){{0,8}}+")
_IN_BRACKETS: Final = lazy_pattern(r" ?\([^()\n]*\)")


# Lines of buses and trains by their numbers: ``tuyến xe buýt số 8 (Đông Mỹ - Long Biên)``.
_NUMBERED: Final = lazy_pattern(r"số \d{1,3}[a-z]?(?:-\d)? ?\(")
_OF_LINES: Final = lazy_pattern(r"(?<!\w)(?:tuyến|xe buýt|xe bus|metro)(?!\w)")
_SENTENCE: Final = lazy_pattern(r"[.!?] |\n")
_FARTHEST: Final = 400
# Roads around a town, which bear its name: ``đường vành đai 3 Thành phố Cần Thơ``.
_RING: Final = lazy_pattern(rf"ành đai \d(?:[.,]\d)? (?:- )?({_STOP})")


def spans_of_routes(source: PlaceText) -> Iterator[tuple[int, int]]:
    """Find names of roads and lines; what stands in brackets inside them is no part of them."""
    yield from _spans_of_numbered(source)
    yield from (ring.span(1) for ring in _RING.finditer(source.text))
    for head, pattern in _HEADS.items():
        for match in pattern.finditer(source.lower) if head in source.lower else ():
            start = match.start()
            if start and source.lower[start - 1].isalnum():
                continue
            chains = _CHAINS.match(source.text, match.end())
            if chains is None:
                continue
            at = chains.start()
            for bracket in _IN_BRACKETS.finditer(source.text, at, chains.end()):
                yield at, bracket.start()
                at = bracket.end()
            yield at, chains.end()


def _spans_of_numbered(source: PlaceText) -> Iterator[tuple[int, int]]:
    for match in _NUMBERED.finditer(source.lower):
        before = source.lower[max(0, match.start() - _FARTHEST) : match.start()]
        if not _OF_LINES.search(_SENTENCE.split(before)[-1]):
            continue
        chain = _CHAINS.match(source.text, match.end())
        if chain is not None:
            yield chain.span()
