"""How offices are written: one letter case for one office, whatever a text writes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from vnpolitext.officials.phrases import Office
from vnpolitext.officials.words.lexicon import abbreviations
from vnpolitext.vocabulary import bodies

# Words of an office after which another office word begins (*Phó Chủ tịch*, *Tổng Giám đốc*).
_OPENING: Final = frozenset({"phó", "tổng", "quyền", "đồng"})
# In these one word goes on (*Tổng thống*).
_ONE_WORD: Final = frozenset({("tổng", "thống"), ("tổng", "trưởng"), ("tổng", "đốc")})
# Words of a body that begin a name inside it (*Ban Chấp hành Trung ương Đảng*).
_NAMES: Final[tuple[tuple[str, ...], ...]] = (
    ("việt", "nam"), ("mặt", "trận"), ("tổ", "quốc"), ("trung", "ương"), ("chính", "phủ"),
    ("quốc", "hội"), ("đảng",), ("thường", "trực"), ("thường", "vụ"), ("chấp", "hành"),
    ("nhà", "nước"), ("chính", "trị"), ("bí", "thư"), ("chỉ", "đạo"),
    ("phụ", "nữ"), ("nông", "dân"), ("thanh", "niên"), ("lao", "động"), ("cựu", "chiến"),
    ("liên", "hiệp"), ("hồ", "chí", "minh"),
)  # fmt: skip
# After these words of a body its own name begins.
_KINDS: Final = frozenset({"ban", "phòng", "viện", "trường"})
# Words that stay small after them (*Viện trưởng*, *Ủy ban nhân dân*).
_SMALL: Final = frozenset({"trưởng", "nhân"})
_JOINING: Final = frozenset({"và", ",", "-", "&"})
# Words of bodies inside those of an office.
_BODIES: Final = (
    ("ban",), ("văn", "phòng"), ("hội", "đồng"), ("ủy", "ban"), ("bộ", "chính", "trị"),
    ("bộ", "tư", "lệnh"), ("bộ", "chỉ", "huy"), ("bộ", "tổng"),
)  # fmt: skip
_OPENS: Final = _JOINING | _KINDS
_LOUD: Final = frozenset({("việt", "nam"), ("hồ", "chí", "minh")})
_NAMES_BY_WORD: Final = {
    first: [name for name in _NAMES if name[0] == first] for first in {name[0] for name in _NAMES}
}
_PREVENTION: Final = frozenset({"phòng", "chống"})
_BODY_WORDS: Final = frozenset(body[0] for body in _BODIES)


def spelled(office: Office, surfaces: Sequence[str]) -> list[str]:
    """Return the tokens of an office phrase in the case in which one writes them.

    Args:
        office: The phrase.
        surfaces: Its tokens as the text has them.
    """
    words = [surface.lower() for surface in surfaces]
    loud = "".join(surfaces).isupper()
    capitals = {0}
    capitals.update(
        at
        for at in range(1, office.size)
        if words[at - 1] in _OPENING and (words[at - 1], words[at]) not in _ONE_WORD
    )
    kept: set[int] = set()
    for first, last, entry in office.parts:
        inner = range(first - office.first, last - office.first)
        if entry is None or entry.role == "country":
            (capitals if loud else kept).update(inner)
        elif entry.role != "unit":
            capitals.update(_capitals(words, inner.start, inner.stop))
    capitals.update(_capitals(words, 0, office.size))
    for at in range(1, office.size):
        if words[at] in _BODY_WORDS and any(
            tuple(words[at : at + len(body)]) == body for body in _BODIES
        ):
            capitals.add(at)
    short = abbreviations()
    return [
        surface
        if word in short
        or at in kept
        or not word.isalpha()
        or (surface.isupper() and len(surface) > 1 and not loud)
        else word[:1].upper() + word[1:]
        if at in capitals
        else word
        for at, (word, surface) in enumerate(zip(words, surfaces, strict=True))
    ]


def as_name(text: str) -> str:
    """Return the name of a body in capitals as one writes it, other words than its own as names.

    >>> as_name("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH GIA LAI")
    'Ủy ban Mặt trận Tổ quốc Việt Nam Tỉnh Gia Lai'
    """
    words = text.lower().split()
    capitals: set[int] = set()
    at = 0
    while at < len(words):
        found = bodies().match(words, at)
        end = at + (found[0] if found else 1)
        capitals |= _capitals(words, at, end)
        at = end
    return " ".join(
        word[:1].upper() + word[1:] if at in capitals else word for at, word in enumerate(words)
    )


@lru_cache(maxsize=4096)
def without_doubles(text: str) -> str:
    """Return a phrase without words that stand twice in a row.

    >>> without_doubles("Phó Chánh Văn phòng Văn phòng Tỉnh ủy")
    'Phó Chánh Văn phòng Tỉnh ủy'
    """
    words = text.split()
    folded = [word.lower() for word in words]
    if len(set(folded)) == len(folded):
        return " ".join(words)
    at = 0
    while at < len(words):
        for size in (3, 2, 1):
            again = folded[at + size : at + 2 * size]
            if len(again) == size and folded[at : at + size] == again:
                del words[at + size : at + 2 * size], folded[at + size : at + 2 * size]
                break
        else:
            at += 1
    return " ".join(words)


def _capitals(words: Sequence[str], first: int, last: int) -> set[int]:
    """Return which tokens of one part of a phrase begin with a capital."""
    found = {first}
    for at in range(first, last):
        for name in _NAMES_BY_WORD.get(words[at], ()):
            if tuple(words[at : at + len(name)]) == name:
                found.update(range(at, at + (len(name) if name in _LOUD else 1)))
        if at > first and words[at - 1] in _OPENS and words[at] not in _SMALL:
            found.add(at)
    return {at for at in found if words[at] not in _JOINING and not _is_prevention(words, at)}


def _is_prevention(words: Sequence[str], at: int) -> bool:
    """Return whether a word is one of *phòng, chống*, of which neither begins a name."""
    if words[at] not in _PREVENTION:
        return False
    ahead, behind = list(words[at : at + 3]), list(words[max(0, at - 2) : at + 1])
    return any(
        pair in (["phòng", "chống"], ["phòng", ",", "chống"])
        for pair in (ahead, ahead[:2], behind, behind[-2:])
    )
