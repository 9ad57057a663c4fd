"""The name after a unit word: a known one, a known one with a suffix, or one nobody listed."""

from typing import Final

from vnpolitext.places.source import PlaceText, Syllable
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE
from vnpolitext.text.alphabet import LOWER, UPPER
from vnpolitext.text.patterns import lazy_pattern

_END: Final = lazy_pattern(r"\s*(?:[^\w\s]|$|\n|(?:và|với|cùng|hoặc|hay)\s)")
_DIRECTIONS: Final = ("đông", "tây", "nam", "bắc", "trung", "thượng", "hạ", "nội", "ngoại", "đoài")
_SUFFIXES: Final = frozenset((*_DIRECTIONS, "chánh", *"abcd12345", "i", "ii", "iii"))
# Not what may open a syllable: ``Trà``, ``Krông``.
_FOREIGN_LETTERS: Final = lazy_pattern(
    r"[fwz]|(?!tr|kr)[bdfgklrst]{2}|ee|oo(?!n)|[aeiou]h?[bdfjsv]\b"
)
_LONGEST_UNKNOWN: Final = 3
_PART: Final = lazy_pattern(rf"[{UPPER}{LOWER}]++")
_BETWEEN: Final = lazy_pattern(r" ?['-]? ?")
_MOST_PARTS: Final = 5


def known_name(source: PlaceText, read: list[Syllable], level: int) -> tuple[int, str]:
    """Return the length and key of the name of a known unit, or of one made by a suffix."""
    count, key = source.name(read, level)
    if not count or count == len(read) or not level & (DISTRICT | COMMUNE):
        return count, key
    extra = read[count]
    if extra.joint != " ":
        return count, key
    if count == 1 and key.isalpha() and not source.text[read[0].start : extra.end].isupper():
        return (0, "") if source.text[extra.start].isalpha() else (count, key)
    suffix = source.lower[extra.start : extra.end]
    if count > 3 or suffix not in _SUFFIXES or key.isdigit():
        return count, key
    if not suffix.isdigit() or ends_here(source, extra.end):
        return count + 1, source.key(read[: count + 1])
    return count, key


def respelled_name(source: PlaceText, at: int, level: int) -> tuple[int, str]:
    """Return the end and the key of a known name at ``at`` that is written in another way.

    Names of the Highlands are written with and without blanks and apostrophes (*Ia H' Drai*,
    *M Đrắk*, *Albá*); districts also with another tone (*Nà Hang*), where no second district has
    the same letters. Acts of the first decades write dashes and small letters (*Nghệ-an*).
    """
    found, key, joined, previous, has_dash = 0, "", "", "", False
    for _ in range(_MOST_PARTS):
        part = _PART.match(source.text, at)
        if part is None:
            break
        dashed = bool(previous) and source.text[part.start() - 1] == "-"
        if not (part[0][0].isupper() or len(previous) == 1 or dashed):
            break
        has_dash = has_dash or dashed
        previous = source.lower[part.start() : part.end()]
        joined += previous
        name = source.known.respelled(joined, level) if has_dash or not level & PROVINCE else ""
        if name:
            found, key = part.end(), name
        between = _BETWEEN.match(source.text, part.end())
        at = between.end() if between else part.end()
    goes_on = source.text.startswith("-", found) and source.text[found + 1 : found + 2].islower()
    return (0, "") if has_dash and goes_on else (found, key)


def unknown_name(source: PlaceText, read: list[Syllable], start: int, level: int) -> int:
    """How many syllables make the name of a unit that the gazetteer does not know; 0 for none.

    All provinces are known, so that an unknown one is foreign. ``start`` is where the unit word
    begins.
    """
    if level & PROVINCE or "\n" in source.text[start : read[0].start]:
        return 0
    line = _on_line(source, read)
    if not line or not _may_open(source, read, line, level) or _is_shouted(source, read[:line]):
        return 0
    line = _before_person(source, read, line)
    if line > 2 and _is_person(source, read, start):
        return 0
    last = source.lower[read[line - 1].start : read[line - 1].end]
    longest = _LONGEST_UNKNOWN + (last in _SUFFIXES)
    count = line if line <= longest else 2
    end = read[count - 1].end
    if source.text[end : end + 1] == "-" and source.text[end + 1 : end + 2].islower():
        return 0
    foreign = any(_FOREIGN_LETTERS.search(source.lower, s.start, s.end) for s in read[:count])
    return 0 if foreign else count


def ends_here(source: PlaceText, at: int) -> bool:
    """Whether a sign, a line's end or a joining word follows."""
    return _END.match(source.lower, at) is not None


def _on_line(source: PlaceText, read: list[Syllable]) -> int:
    """How many of the syllables stand on one line, without dash or number."""
    for index, syllable in enumerate(read):
        broken = index and syllable.joint not in (" ", "")
        if broken or source.text[syllable.start].isdigit():
            return index
    return len(read)


def _may_open(source: PlaceText, read: list[Syllable], line: int, level: int) -> bool:
    first = source.lower[read[0].start : read[0].end]
    if first in source.words.no_names:
        return False
    if len(first) == 1 and (line == 1 or first not in "ayi"):
        return False
    return line > 1 or (level == COMMUNE and ends_here(source, read[0].end))


def _is_shouted(source: PlaceText, read: list[Syllable]) -> bool:
    """Whether the words are a headline in capitals, where names have no visible end."""
    shouted = source.text[read[0].start : read[-1].end].isupper()
    return shouted and (len(read) > _LONGEST_UNKNOWN or not ends_here(source, read[-1].end))


def _before_person(source: PlaceText, read: list[Syllable], line: int) -> int:
    """Cut a person's name off the end."""
    for cut in range(2, line - 1):
        if source.lower[read[cut].start : read[cut].end] in source.words.surnames:
            return cut
    return line


def _is_person(source: PlaceText, read: list[Syllable], start: int) -> bool:
    """Whether an office stands before and a family name opens (``Bí thư Đảng ủy xã Lê A B``)."""
    if source.lower[read[0].start : read[0].end] not in source.words.surnames:
        return False
    before = source.lower[max(0, start - 40) : start]
    return any(title in before for title in source.words.titles)
