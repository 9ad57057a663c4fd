"""Known names that stand without a unit word, with what stands around them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from vnpolitext.places.mention import Mention
from vnpolitext.places.source import PlaceText, Syllable
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE, Gazetteer
from vnpolitext.text.alphabet import LOWER, UPPER
from vnpolitext.text.patterns import lazy_pattern

_WORD: Final = f"[{UPPER}][{UPPER}{LOWER}']*+"
# It begins with the first capital of a word, not with each of *THÀNH*. A word alone matches too:
# if it did not, the matcher would try again from each of its capitals.
_RUN: Final = lazy_pattern(
    rf"([{UPPER}](?<![{UPPER}][{UPPER}])(?<![{UPPER}{LOWER}]'[{UPPER}])[{UPPER}{LOWER}']*+)"
    rf"(?: {{0,4}}+(?:\n {{0,4}}+)?+(?:- {{0,2}}+)?+(?:{_WORD}|\d(?!\d)))*+"
)
# Foreign names are written so, too: a longer one is none of them.
_OLD: Final = lazy_pattern(rf"-(?<=[{LOWER}]-)[{LOWER}]{{2,6}}+(?![\w-])")
_OLD_OPENING: Final = lazy_pattern(rf"[{UPPER}][{LOWER}]{{1,6}}$")
_LONGEST_OPENING: Final = 7
_CAPITAL: Final = lazy_pattern(f"[{UPPER}]")
# Hardly anything else has these names.
_SINGLE: Final = ("huế", "vinh", "pleiku", "kontum", "kbang", "đakrông", "daklak", "đăklăk")
_SINGLES: Final = {
    name: lazy_pattern(rf"{name}(?![{LOWER}])")
    for single in _SINGLE
    for name in (single.capitalize(), single.upper())
}
_SET: Final = frozenset(_SINGLE)
_DIRECTIONS: Final = frozenset(("đông", "tây", "nam", "bắc"))
_LONGEST_PHRASE: Final = 6
_OPENING_SIGNS: Final = "(\"“”'[|-"
_ALL: Final = PROVINCE | DISTRICT | COMMUNE


@dataclass(slots=True)
class Candidate:
    """A known name without a unit word.

    Attributes:
        mention: The mention it may become; level 0 while that is open.
        mask: Bits of the levels that units of that name have.
        capitals: Whether the name is all in capitals.
        left: Capitalised syllables right before it on the line.
        right: Capitalised syllables right after it on the line.
        before: Words before it, lower case, at most 48 characters of them.
        phrases: The phrases they end with, the longest first; none where a sign stands between.
        mark: The sign that stands between ``before`` and the name, a newline at a line's start.
    """

    mention: Mention
    mask: int
    capitals: bool
    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    mark: str = ""


def find_candidates(source: PlaceText, heads: list[Mention]) -> list[Candidate]:
    """Return the known names outside ``heads``, in text order.

    A district of the Republic of Vietnam is one only where the text says so somewhere: its name
    alone is more often that of a village.
    """
    known, lower = source.known, source.lower
    starts: list[tuple[int, int]] = []
    for match in _RUN.finditer(source.text):
        first, last = match.span()
        if last == match.end(1):
            continue
        piece = lower[first:last]
        if piece.count(" ") == 1 and "-" not in piece and "\n" not in piece:
            if piece in known.masks or piece.startswith(_SINGLE) or piece.endswith(_SINGLE):
                starts.append((first, last))
        elif _may_hold_name(known, piece.replace("-", " - ").split()):
            starts.append((first, last))
    starts += _single_runs(source.text)
    starts.sort(key=lambda span: (span[0], -span[1]))
    taken = _Taken(heads)
    found: list[Candidate] = []
    end = 0
    for first, last in starts:
        if first >= end:
            for read in _readings(source, first, last):
                found += _in_run(source, read, taken)
            end = last
    old = [*_old_spelled(source, _Taken(heads))]
    if old:
        found = sorted((*found, *old), key=lambda candidate: candidate.mention.start)
    return _without_republican(known, found, {head.key for head in heads})


def _without_republican(
    known: Gazetteer, candidates: list[Candidate], named: set[str]
) -> list[Candidate]:
    for candidate in candidates:
        key = candidate.mention.key
        if not candidate.mask & DISTRICT or key in named:
            continue
        if known.republican.issuperset(known.find(key, DISTRICT)):
            candidate.mask &= ~DISTRICT
    return [candidate for candidate in candidates if candidate.mask]


def _may_hold_name(known: Gazetteer, parts: list[str]) -> bool:
    """Whether two or three words in a row are the beginning of a name that goes on like that."""
    for index, (first, second) in enumerate(pairwise(parts)):
        opening = f"{first} {second}"
        if opening in known.openings:
            third = parts[index + 2] if index + 2 < len(parts) else ""
            if opening in known.masks or third == "-" or f"{opening} {third}" in known.thirds:
                return True
    return not _SET.isdisjoint(parts)


def _old_spelled(source: PlaceText, taken: "_Taken") -> Iterator[Candidate]:
    """The provinces and cities that acts of the first decades write as *Nghệ-an*."""
    for match in _OLD.finditer(source.text):
        dash, end = match.span()
        opening = _OLD_OPENING.search(source.text, max(0, dash - _LONGEST_OPENING), dash)
        if opening is None:
            continue
        start = opening.start()
        before = source.text[start - 1] if start else " "
        key = source.lower[start:end].replace("-", " ")
        if before.isalnum() or before == "-" or not source.known.find(key, PROVINCE):
            continue
        if not taken.holds(start, end):
            yield _made(source, start, end, key, PROVINCE)


def _readings(source: PlaceText, first: int, last: int) -> Iterator[list[Syllable]]:
    """The syllables of a run, in pieces where a glued word breaks it."""
    at: int | None = first
    while at is not None:
        read = source.read(at, stop=last)
        yield read
        following = _CAPITAL.search(source.text, read[-1].end if read else at + 1, last)
        at = following.start() if following else None


def _single_runs(text: str) -> Iterator[tuple[int, int]]:
    """Spans of provinces and cities of one syllable."""
    for name, pattern in _SINGLES.items():
        for match in pattern.finditer(text) if name in text else ():
            if not match.start() or not text[match.start() - 1].isalnum():
                yield match.span()


class _Taken:
    """Walks along the mentions that already hold their characters.

    Attributes:
        pairs: Names of provinces among them that are made of two (``tỉnh Gia Lai - Kon Tum``).
    """

    def __init__(self, heads: list[Mention]) -> None:
        self.pairs = frozenset(h.key for h in heads if "-" in h.key and h.unit == "tỉnh")
        self._spans = iter([(head.start, head.end) for head in heads])
        self._here = next(self._spans, None)

    def holds(self, start: int, end: int) -> bool:
        """Whether some mention overlaps; positions must not go back."""
        while self._here is not None and self._here[1] <= start:
            self._here = next(self._spans, None)
        return self._here is not None and self._here[0] < end


def _in_run(source: PlaceText, read: list[Syllable], taken: _Taken) -> Iterator[Candidate]:
    index = 0
    while index < len(read):
        count, key = (0, "")
        if not taken.holds(read[index].start, read[index].end):
            count, key = _name_at(source, read, index, taken.pairs)
        if count and key and not taken.holds(read[index].start, read[index + count - 1].end):
            yield _candidate(source, read, index, key)
        else:
            count = 1 if key or not count else count
        index += count


def _name_at(
    source: PlaceText, read: list[Syllable], index: int, pairs: frozenset[str]
) -> tuple[int, str]:
    """Length and key of the name at ``index``; a length without key is that of something else."""
    here = read[index]
    syllable = source.lower[here.start : here.end]
    most = 1 if syllable in _SINGLE else 0
    if index + 1 < len(read):
        following = read[index + 1]
        opening = f"{syllable} {source.lower[following.start : following.end]}"
        most = source.known.openings.get(opening, most)
    if not most:
        return 0, ""
    window = read[index : index + most + 1]
    count, key = source.name(window, _ALL)
    if count == 1 and syllable not in _SINGLE:
        count, key = 0, ""
    thing = _thing(source, window)
    if thing > count:
        return thing, ""
    if syllable in _DIRECTIONS and source.name(window, PROVINCE, first=1)[0] == count:
        return 0, ""
    in_capitals = source.text[here.start : here.end].isupper()
    alone = count > 1 and in_capitals and not source.known.find(key, PROVINCE)
    if alone and source.name(window, PROVINCE, first=count - 1)[0] > 1:
        # ``MÔI TRƯỜNG HÀ TĨNH``: the last syllable opens a province.
        return 0, ""
    if "-" in key and key not in pairs and _is_two(source, here.start, key):
        key = key.split("-", 1)[0]
        count = key.count(" ") + 1
    return count, key


def _is_two(source: PlaceText, start: int, key: str) -> bool:
    """Whether ``Gia Lai - Kon Tum`` names two provinces, not the one that had both names."""
    known = source.known
    if any(not known.find(part, PROVINCE) for part in key.split("-")):
        return False
    if not any("-" in known.rows[row][1] for row in known.find(key, PROVINCE)):
        return False
    body = source.lower[max(0, start - 12) : start].rstrip()
    return body.endswith(" khu ủy") or not body.endswith(("ủy", "đoàn", "hội"))


def _thing(source: PlaceText, window: list[Syllable]) -> int:
    """How many syllables make the longest name of something else."""
    key, longest = "", 0
    for index, syllable in enumerate(window):
        key += (" " if index else "") + source.lower[syllable.start : syllable.end]
        if key in source.words.things:
            longest = index + 1
    return longest


def _candidate(source: PlaceText, read: list[Syllable], index: int, key: str) -> Candidate:
    count = key.replace("-", " ").count(" ") + 1
    start, end = read[index].start, read[index + count - 1].end
    made = _made(source, start, end, key, source.known.masks[key])
    made.left, made.right = _left(source, read, index), _right(source, read, index + count)
    return made


def _made(source: PlaceText, start: int, end: int, key: str, mask: int) -> Candidate:
    before = source.lower[max(0, start - 48) : start]
    stripped = before.rstrip(" ")
    mark = stripped[-1:] or "\n"
    words = before.split()
    return Candidate(
        mention=Mention(start, end, start, key, 0, None, ""),
        mask=mask,
        capitals=source.text[start:end].isupper(),
        before=words,
        phrases=_phrases(words) if mark.isalnum() or mark == "\n" else [],
        mark="" if mark.isalnum() else mark,
    )


def _phrases(words: list[str]) -> list[str]:
    longest = min(_LONGEST_PHRASE, len(words))
    return [" ".join(words[-size:]).lstrip(_OPENING_SIGNS) for size in range(longest, 0, -1)]


def _left(source: PlaceText, read: list[Syllable], at: int) -> list[str]:
    """Syllables of the run right before ``at``; a family name counts across a line break."""
    left: list[str] = []
    if at and read[at].joint == "\n":
        previous = read[at - 1]
        if source.lower[previous.start : previous.end] in source.words.frequent:
            left.append(source.text[previous.start : previous.end])
    while at and read[at].joint == " " and len(left) < 4:
        at -= 1
        left.insert(0, source.text[read[at].start : read[at].end])
    return left


def _right(source: PlaceText, read: list[Syllable], at: int) -> list[str]:
    """Syllables of the run from ``at`` on."""
    right: list[str] = []
    for syllable in read[at : at + 4]:
        if syllable.joint not in (" ", ""):
            break
        right.append(source.text[syllable.start : syllable.end])
    return right
