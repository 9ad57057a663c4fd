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
_STOP: Final = rf"(?:(?:[Tt]hành phố|[Tt]ỉnh|TP\.?) )?+{_SYLLABLE}(?: {_SYLLABLE}){{0,4}}+"
_BRACKET: Final = r"(?: \([^()\n]{0,50}+\))?+"
_CHAIN: Final = rf"{_STOP}{_BRACKET}(?: ?- ?{_STOP}{_BRACKET}){{1,6}}+"
_CHAINS: Final = lazy_pattern(rf"{_CHAIN}(?:(?:, | và ){_CHAIN}){{0,8}}+")
_IN_BRACKETS: Final = lazy_pattern(r" ?\([^()\n]*\)")


def spans_of_routes(source: PlaceText) -> Iterator[tuple[int, int]]:
    """Find names of roads and lines; what stands in brackets inside them is no part of them."""
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
