"""Office phrases: an office word and the body it belongs to, as far as the text carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vnpolitext.officials.gazetteer import place_levels
from vnpolitext.officials.lexicon import Entry, bodies, heads, markers, surnames
from vnpolitext.officials.tokens import Tokens

_CONNECTORS: Final = frozenset({"và", "&", "của", "tại", "thuộc"})
_SUBORDINATE: Final = frozenset(
    {
        "phòng",
        "ban",
        "trung tâm",
        "khoa",
        "vụ",
        "viện",
        "chi cục",
        "tổ",
        "đội",
        "văn phòng",
        "bộ môn",
    }
)
_SUPERIOR: Final = frozenset(
    {
        "sở",
        "bộ",
        "cục",
        "tổng cục",
        "viện",
        "học viện",
        "trường",
        "trường đại học",
        "đại học",
        "công an",
        "tập đoàn",
        "tổng công ty",
        "công ty",
    }
)
_NUMBERED: Final = frozenset(
    {
        "quân khu",
        "quân đoàn",
        "sư đoàn",
        "lữ đoàn",
        "trung đoàn",
        "tiểu đoàn",
        "đại đội",
        "quận",
        "phường",
        "khu vực",
        "ban chỉ đạo",
        "vùng",
        "số",
        "tổ",
        "khu phố",
        "ấp",
        "khóm",
        "khu",
        "thôn",
        "tổ dân phố",
        "đơn vị",
        "bản",
        "xóm",
        "binh đoàn",
        "đoàn",
        "tổ đại biểu",
        "đội",
        "khối",
    }
)
_LEVEL_OF_PARTY: Final = {
    "tỉnh ủy": ("province", "former"),
    "thành ủy": ("province", "district", "former"),
    "huyện ủy": ("district", "former"),
    "quận ủy": ("district", "former"),
    "thị ủy": ("district", "former"),
}
_LEVELS_OF_UNIT: Final = {
    "province": ("province", "former", "district"),
    "district": ("district", "former"),
    "commune": ("commune", "former"),
}
_ANY: Final = ("province", "district", "former")
_ROMAN: Final = frozenset(
    "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()
)
_LIMIT: Final = 40


@dataclass(slots=True)
class Office:
    """An office phrase in a list of tokens.

    Attributes:
        first: Index of its first token.
        last: Index after its last token.
        size: Number of tokens of the office word.
        head: The office word.
        parts: What the body consists of, as ``(first, last, entry)``; proper tails have no entry.
    """

    first: int
    last: int
    size: int
    head: Entry
    parts: list[tuple[int, int, Entry | None]]


def find_office(tokens: Tokens, at: int) -> Office | None:
    """Return the office phrase that begins at token ``at``, if one does."""
    found = heads().match(tokens.words, at)
    if found is None:
        return None
    size, head = found
    office = Office(at, at + size, size, head, [])
    _extend(tokens, office)
    return office


def is_name(tokens: Tokens, first: int, last: int) -> bool:
    """Return whether the capitals from ``first`` to ``last`` have the form of a full name."""
    names, words = surnames(), tokens.words
    if not 2 <= last - first <= 6:
        return False
    word = words[first]
    if (word, words[first + 1]) in names.double:
        return last - first >= 2
    if word in names.strong or "'" in word:
        return last - first <= 5
    return word in names.weak and last - first <= 4


def _extend(tokens: Tokens, office: Office) -> None:
    """Move the end of ``office`` over the name of its body."""
    words, kinds = tokens.words, tokens.kinds
    at = office.last
    end = min(len(words), at + _LIMIT)
    role = "head"
    text = ""
    while at < end:
        kind = kinds[at]
        found = bodies().match(words, at) if kind in "Ul" else None
        if found is not None and not _begins_office(words, at, found[0]):
            size, entry = found
            if kind == "l" and entry.role == "word" and _is_clause(words, at):
                break
            if kind == "U" and role in {"head", "whole", "unit"} and _name_here(tokens, at, size):
                break
            office.parts.append((at, at + size, entry))
            at += size
            office.last = at
            role, text = entry.role, entry.text
            continue
        if kind == "U":
            stop = tokens.run_end(at)
            cut = _cut(tokens, at, stop, role, text, office)
            if cut > at:
                office.parts.append((at, cut, None))
                office.last = cut
            if cut < stop or cut == at:
                break
            at = cut
            role, text = "tail", ""
            continue
        if kind == "d":
            if text not in _NUMBERED:
                break
            office.parts.append((at, at + 1, None))
            at += 1
            office.last = at
            role, text = "tail", ""
            continue
        step = _bridge(tokens, at, end, role, office)
        if not step:
            break
        at += step


def _begins_office(words: list[str], at: int, size: int) -> bool:
    """Return whether a longer office word begins where a body word was found."""
    found = heads().match(words, at)
    return found is not None and found[0] >= size


def _is_clause(words: list[str], at: int) -> bool:
    """Return whether a verb of the sentence begins at ``at``."""
    found = markers().match(words, at)
    return found is not None and found[0] >= 2


def _name_here(tokens: Tokens, at: int, size: int) -> bool:
    """Return whether the capitals at ``at`` are rather a name than the body word of ``size``."""
    stop = tokens.run_end(at)
    if size >= 2 or stop - at < 2 or stop - at > 5:
        return False
    return is_name(tokens, at, stop) and tuple(tokens.words[at:stop]) not in place_levels()


def _bridge(tokens: Tokens, at: int, end: int, role: str, office: Office) -> int:
    """Return how many tokens may be passed to go on with the body, or 0."""
    words, kinds = tokens.words, tokens.kinds
    if at + 1 >= end:
        return 0
    word = words[at]
    if word in _CONNECTORS:
        if role == "head" and word in {"và", "&"}:
            return 0
        following = bodies().match(words, at + 1)
        if following and not _begins_office(words, at + 1, following[0]):
            if word in {"và", "&"} and following[1].role not in {"domain", "word", "whole"}:
                return 0
            return 1
        if kinds[at + 1] == "U" and role != "head":
            stop = tokens.run_end(at + 1)
            if not is_name(tokens, at + 1, stop) and heads().match(words, at + 1) is None:
                return 1
        return 0
    if word == "," and role in {"domain", "tail", "noun"} and kinds[at + 1] == "U":
        following = bodies().match(words, at + 1)
        inner = any(entry and entry.text in _SUBORDINATE for _, _, entry in office.parts)
        if following and inner and following[1].text in _SUPERIOR:
            return 1
    return 0


def _cut(tokens: Tokens, first: int, stop: int, role: str, text: str, office: Office) -> int:
    """Return where a proper tail that begins at ``first`` ends and a name may begin."""
    words = tokens.words
    places = place_levels()
    if role == "unit" or role == "whole" or role == "country":
        entry = office.parts[-1][2]
        levels = _ANY
        if text in _LEVEL_OF_PARTY:
            levels = _LEVEL_OF_PARTY[text]
        elif role == "unit" and entry is not None and entry.level is not None:
            levels = _LEVELS_OF_UNIT[entry.level]
        for size in range(min(stop - first, 5), 0, -1):
            known = places.get(tuple(words[first : first + size]))
            rest = stop - first - size
            if known and not known.isdisjoint(levels) and (rest == 0 or rest >= 2):
                return first + size
    if is_name(tokens, first, stop) and (role != "unit" or stop - first > 2):
        return first
    if role == "head":
        return _cut_direct(tokens, first, stop)
    for at in range(first + 1, stop - 1):
        if words[at] in surnames().strong and is_name(tokens, at, stop):
            return at
    return stop


def _cut_direct(tokens: Tokens, first: int, stop: int) -> int:
    """Return the end of capitals right after an office word: usually a name, so nothing."""
    words = tokens.words
    if words[first] in _ROMAN or tokens.ends[first] - tokens.starts[first] == 1:
        return first
    if tuple(words[first:stop]) in place_levels():
        return stop
    for at in range(first + 1, stop - 1):
        if words[at] in surnames().strong and stop - at in {2, 3, 4} and stop - first > 4:
            return at
    return first
