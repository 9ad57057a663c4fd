"""Names in the fields of a form: ``Xã/Phường: Đắk Mar``, ``| Quận/Huyện | Gò Vấp |``."""

from collections.abc import Iterator
from typing import Final

from vnpolitext.places.mention import Mention
from vnpolitext.places.source import PlaceText
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE
from vnpolitext.text.patterns import lazy_pattern

_LEVELS: Final = {
    **dict.fromkeys(("xã", "phường", "thị trấn", "đặc khu"), COMMUNE),
    **dict.fromkeys(("huyện", "quận", "thị xã"), DISTRICT),
    "tỉnh": PROVINCE,
}
_NUMBERED: Final = frozenset(("phường", "quận"))
_TYPES: Final = (*_LEVELS, "thành phố", "tp")
_ANY: Final = "|".join(_TYPES)
_FIELD: Final = (
    rf"({'|'.join(_LEVELS)})((?:\s?/\s?(?:{_ANY})){{0,3}}+)(?: \(\*\))?+\s?[:|]\s{{0,3}}+"
)
_LABEL: Final = lazy_pattern(rf"(?<!\w){_FIELD}")
_BETWEEN: Final = lazy_pattern(rf"[\s;,.|*+•-]{{1,8}}+{_FIELD}")
# A text without one of these has no label. Each begins with the sign, which is found fastest.
_SIGNS: Final = tuple(
    lazy_pattern(
        sign
        + "(?:"
        + "|".join(
            rf"(?<={word}{gap}{sign})"
            for word in ("xã", "phường", "trấn", "khu", "huyện", "quận", "tỉnh", "phố", "tp")
            for gap in gaps
        )
        + ")"
    )
    for sign, gaps in ((":", ("", " ")), (r"\|", (" ",)))
)
_BEFORE: Final = frozenset("\n.:;,|-+•(")
_BEHIND: Final = lazy_pattern(r" *+(?:[,.;|()\n-]|$)")
_UNIT: Final = tuple(f"{word} " for word in _TYPES)
_NEAR: Final = 4
_FARTHEST: Final = 60


def labelled(source: PlaceText) -> Iterator[Mention]:
    """Find the names behind labels; a label of several types tells the level alone."""
    lower, text = source.lower, source.text
    if not any(sign.search(lower) for sign in _SIGNS):
        return
    for label in _LABEL.finditer(lower):
        start, at, word = label.start(), label.end(), label[1]
        before = text[max(0, start - _NEAR) : start].rstrip(" ")[-1:]
        if not text[start].isupper() or (before and before not in _BEFORE):
            continue
        opening = text[at : at + 1]
        is_name = opening.isupper() or (opening.isdigit() and word in _NUMBERED and not label[2])
        if not is_name or lower.startswith(_UNIT, at):
            continue
        read = source.read(at)
        count, key = source.name(read, _LEVELS[word])
        end = read[count - 1].end if count else at
        if count and _BEHIND.match(text, end):
            rows = source.known.find(key, _LEVELS[word])
            unit = None if label[2] else word
            yield Mention(at, end, at, key, _LEVELS[word], unit, "label", rows)


def is_next_field(source: PlaceText, end: int, start: int) -> bool:
    """Whether nothing but the label of what follows stands between two names."""
    return start - end < _FARTHEST and _BETWEEN.fullmatch(source.lower, end, start) is not None
