"""Reading a name: capitalised syllables from a position on, and the longest known name in them."""

import re
from typing import Final, NamedTuple

from vnpolitext.places.gazetteer import Gazetteer

_LETTERS: Final = [
    c for c in map(chr, range(0x41, 0x1EFA)) if c.isalpha() and ord(c) not in range(0x250, 0x1E00)
]
UPPER: Final = "".join(c for c in _LETTERS if c.isupper())
LOWER: Final = "".join(c for c in _LETTERS if c.islower())
_SYLLABLE: Final = re.compile(
    f"[{UPPER}][{LOWER}]*+(?:'[{UPPER}]?[{LOWER}]++){{0,2}}(?:(?<=[{UPPER}])[{UPPER}]++(?:'[{UPPER}]++)?)?"
    r"|\d{1,2}(?![\d./]\d|\d)"
)
_JOINT: Final = re.compile(r" {0,4}(?:\n {0,4})?(?:- {0,2})?")
LONGEST: Final = 7


class Syllable(NamedTuple):
    """A capitalised syllable, and what joins it to the one before: ``""``, space, newline, dash."""

    start: int
    end: int
    joint: str


def syllables(text: str, start: int, limit: int = LONGEST) -> list[Syllable]:
    """Read up to ``limit`` capitalised syllables or small numbers from ``start`` on."""
    found: list[Syllable] = []
    at, joint = start, ""
    while len(found) < limit and (match := _SYLLABLE.match(text, at)):
        found.append(Syllable(*match.span(), joint))
        gap = _JOINT.match(text, match.end())
        assert gap is not None  # noqa: S101 - the pattern matches the empty string
        at = gap.end()
        blank = gap[0]
        joint = "-" if "-" in blank else "\n" if "\n" in blank else " " if blank else ""
        if not blank and text[at : at + 1].isdigit():
            break
    return found


def longest_name(
    known: Gazetteer, lower: str, read: list[Syllable], level: int, first: int = 0
) -> tuple[int, str]:
    """Return how many syllables from ``first`` on make the longest known name, and its key."""
    count, best, key = 0, "", ""
    masks = known.masks
    for index in range(first, len(read)):
        syllable = read[index]
        joint = "" if index == first else "-" if syllable.joint == "-" else " "
        key += joint + lower[syllable.start : syllable.end]
        if masks.get(key, 0) & level:
            count, best = index - first + 1, key
    return count, best
