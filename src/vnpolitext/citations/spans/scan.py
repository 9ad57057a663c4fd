"""Fast scans of a text for the places where a citation may begin."""

import re
from typing import Final, NamedTuple

from vnpolitext.citations.grammar.rules import (
    MAYBE_SPACE,
    abbreviations,
    any_of,
    code_initials,
    spellings,
)
from vnpolitext.models import per_choice, per_choice_of
from vnpolitext.text.alphabet import CODE_LETTERS
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import alternation
from vnpolitext.vocabulary import kinds


class Anchor(NamedTuple):
    """A kind word at ``start`` to ``end`` of the folded text."""

    start: int
    end: int
    kind: str
    short: str = ""


def scan_kinds(text: str, lower: str) -> list[Anchor]:
    """Return every kind word of the text, the longest at each place, in order."""
    patterns = _kind_patterns()
    found: list[Anchor] = []
    for opening in _kind_openings().finditer(lower):
        start = opening.start()
        if start and _inside(text, start):
            continue
        match = patterns[opening[0]].match(lower, start)
        if match is not None:
            found.append(Anchor(start, match.end(), _compact(match[0])))
    short = [
        Anchor(*match.span(), abbreviations()[match[0]], match[0])
        for match in _short_kinds().finditer(text)
        if match.start() == 0
        or not (_joins(text[match.start() - 1]) or text[match.start() - 1] in "-/.&")
    ]
    short += [
        Anchor(*match.span(), code_initials()[match[0]][0], match[0])
        for match in _initials().finditer(text)
    ]
    return sorted(found + short) if short else found


def scan_numbers(text: str, said: list[int]) -> list[int]:
    """Return where a number that stands without a kind may begin: after *Số*, or before a code."""
    starts = set(said)
    if any(centre in text for centre in _CENTRES):
        starts.update(match.start() for match in _TOGETHER.finditer(text))
    for match in _SLASH.finditer(text):
        at = max(0, match.start() - 18)
        back = _BACK.search(text, at, match.start())
        if back is not None:
            starts.add(back.start())
    return sorted(starts)


def scan_said(text: str) -> list[int]:
    """Return where a number after *số* begins, in order."""
    return sorted(
        match.end()
        for pattern in _LEADS
        for match in pattern.finditer(text)
        if match.start() == 0 or not _joins(text[match.start() - 1])
    )


_LEADS: Final = tuple(
    lazy_pattern(rf"{word}{MAYBE_SPACE}[:.]?{MAYBE_SPACE}(?=\d)") for word in ("số", "Số", "SỐ")
)
_SLASH: Final = lazy_pattern(rf"/ ?[{CODE_LETTERS}]{{2}}")
# "35 NQTW"; a single figure counts resolutions.
_CENTRES: Final = ("TW", "TƯ", "TU")
_TOGETHER: Final = lazy_pattern(
    r"\d(?<![\w/.,-]\d)\d{1,3}[ .]?(?:NQ|CT|KL|QĐ|QyĐ|TB|HD|KH)"
    rf"(?:{'|'.join(_CENTRES)})(?![\w/-])"
)
_BACK: Final = lazy_pattern(
    r"(?<![\w/.-])\d{1,6}[a-z]?(?: ?[/-] ?(?:19|20)\d\d ?"
    rf"| ?- ?[{CODE_LETTERS}][{CODE_LETTERS}a-zđư]{{0,7}} ?)?$"
)


def cell_kind(lower: str, start: int) -> str | None:
    """Return the kind in the cell of a table before the one that begins at ``start``, or ``None``.

    >>> cell_kind("| quyết định | số 15/vh-qđ |", 15)
    'quyết định'
    """
    line = lower.rfind("\n", 0, start) + 1
    before = lower[max(line, start - _CELL_REACH) : start].rstrip(" *_")
    if not before.endswith("|"):
        return None
    kind = " ".join(before[:-1].rpartition("|")[2].strip(" *_:").split())
    return kind if kind in kinds() else None


_CELL_REACH: Final = 60


def _inside(text: str, start: int) -> bool:
    """Whether a kind word continues the word before it; a new capital begins its own word."""
    before = text[start - 1]
    return _joins(before) and not (before.islower() and text[start].isupper())


def _joins(character: str) -> bool:
    return character.isalnum() or character == "_"


@per_choice
def _kind_patterns() -> dict[str, re.Pattern[str]]:
    """A pattern of the kinds for each first syllable."""
    return {
        first: lazy_pattern(rf"{any_of(group, MAYBE_SPACE)}(?!\w)")
        for first, group in _by_opening().items()
    }


@per_choice
def _kind_openings() -> re.Pattern[str]:
    """The first syllable of a kind, with the letter that goes on behind it, or a word's end.

    All in one pattern, branching letter by letter: the text is gone through once.
    """
    openings: dict[str, str] = {}
    for first, group in _by_opening().items():
        seconds = {kind[len(first) :].lstrip()[:1] for kind in group}
        on = f"{MAYBE_SPACE}[{''.join(sorted(seconds))}]" if seconds != {""} else ""
        end = r"(?!\w)" if "" in seconds else ""
        openings[first] = f"(?={on})" if not end else f"(?:{end}|(?={on}))" if on else end
    return lazy_pattern(alternation(openings))


def _by_opening() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for kind in (*kinds(), *spellings()):
        groups.setdefault(kind.split()[0], []).append(kind)
    return groups


@per_choice
def _short_kinds() -> re.Pattern[str]:
    lead = rf"{MAYBE_SPACE}(?:[Ss]ố{MAYBE_SPACE}:?{MAYBE_SPACE})?(?=\d)"
    short = "|".join(sorted(abbreviations(), key=lambda form: (-len(form), form)))
    return lazy_pattern(rf"(?:{short})(?={lead}|{MAYBE_SPACE}(?:TW|T\.?Ư))")


@per_choice
def _initials() -> re.Pattern[str]:
    return lazy_pattern(rf"{alternation(list(code_initials()), begin=True)}(?!\w)")


@per_choice_of(256)
def _compact(surface: str) -> str:
    """The kind behind a surface whose blanks may be lost or doubled."""
    squeezed = "".join(surface.split())
    return _by_squeezed()[squeezed]


@per_choice
def _by_squeezed() -> dict[str, str]:
    known = {kind.replace(" ", ""): kind for kind in kinds()}
    return {spelling.replace(" ", ""): kind for spelling, kind in spellings().items()} | known
