"""A statement while it is being read, and what the forms of statements share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vnpolitext.statements.clauses import Clauses
from vnpolitext.statements.hits import Hit
from vnpolitext.statements.parties import Party
from vnpolitext.statements.quotes import CLOSING, Quote, Quotes
from vnpolitext.text.patterns import lazy_pattern

FEW: Final = 3
"""Words up to which a quotation only quotes a word."""
BETWEEN: Final = 5
"""Words that may stand between what is said and whom a sentence names beside it."""

_ADDRESS: Final = frozenset(
    {"đồng chí", "ông", "bà", "anh", "chị", "cụ", "cô", "đ/c", "ngài", "em", "cháu", "bác"}
    | {"thầy", "đại biểu", "luật sư", "bác sĩ", "tiến sĩ", "giáo sư", "ts", "ts.", "gs", "gs."}
    | {"pgs", "pgs.", "đại tá", "thượng tá", "trung tá", "thiếu tá", "thiếu tướng", "trung tướng"}
    | {"thượng tướng", "đại tướng", "nhà báo", "nghệ sĩ", "nhà nghiên cứu", "chuyên gia"}
    | {"đại đức", "hòa thượng"}
)
_REACH: Final = 24
_ASKED: Final = ("gì ", "những gì ", "điều gì ", "ra sao ", "thế nào ", "như thế nào ")
_NOTE: Final = lazy_pattern(
    r" ?(?:\[ ?\d{1,3}\]|\((?:[Hh]ình|[Ảả]nh|[Nn]guồn)[^()\n]{0,60}\)"
    r"|[-–] ?(?:Ảnh|Nguồn) ?:[^\n:]{0,60})[ .]?\Z"
)
_NOTE_REACH: Final = 80
# Words with which a remark begins behind who says something.
_AGAINST: Final = ("nhưng ", "song ", "tuy ", "dù ", "mặc dù ", "trong khi ")
_POINTING: Final = frozenset({"này", "đó", "trên", "vậy", "ấy"})


@dataclass(slots=True)
class Draft:
    """A statement while it is being read, in folded offsets.

    Attributes:
        start: Where what is said begins.
        end: Where it ends.
        speaker: Who says it.
        cue: Where the word of saying stands.
        kind: As in the record.
        polarity: As in the record.
        rule: Name of the form.
        parent: The statement it stands in.
        announces: Whether a colon at the end of the sentence announces what is said.
    """

    start: int
    end: int
    speaker: Party | None
    cue: tuple[int, int] | None
    kind: str
    polarity: str
    rule: str
    parent: Draft | None = None
    announces: bool = False


def draft_of(
    clauses: Clauses,
    hit: Hit,
    speaker: Party | None,
    content: tuple[int, int],
    rule: str,
    *,
    kind: str = "indirect",
) -> Draft:
    """Return the statement of a word of saying."""
    return Draft(*content, speaker, span(clauses, hit), kind, hit.cue.polarity, rule)


def span(clauses: Clauses, hit: Hit) -> tuple[int, int]:
    """Return where a word of saying stands."""
    return clauses.unit.starts[hit.first], clauses.unit.ends[hit.last - 1]


def best(chain: list[Party]) -> Party:
    """Return the one of several names in apposition that names somebody best."""
    return max(chain, key=lambda party: (party.rank, party.start))


def with_address(text: str, floor: int, at: int) -> int:
    """Return where the form of address before a name begins."""
    for _ in range(2):  # *đồng chí Thiếu tướng*
        head = text[max(floor, at - _REACH) : at]
        trimmed = head.rstrip()
        words = trimmed.lower().split(" ")
        tails = (" ".join(words[-size:]) for size in (1, 2, 3))
        form = next((tail for tail in tails if tail in _ADDRESS), None)
        if form is None:
            break
        at += len(trimmed) - len(form) - len(head)
    return at


def is_short(words: str, marks: str = "") -> bool:
    """Whether a few words stand between two things, with no marks but ``marks``."""
    return len(words.split()) <= BETWEEN + 1 and not any(
        mark in words for mark in ".,;:?!()" if mark not in marks
    )


def is_remark(words: str) -> bool:
    """Whether the reporter goes on behind whom he quotes (*“...”, ông A nói, nhưng ...*)."""
    return words.lstrip(" ,").startswith(_AGAINST) and len(words.split()) > FEW


def points(words: str) -> bool:
    """Whether a few words only point at something said elsewhere (*điều này*)."""
    parts = words.strip(" .,:;").lower().split()
    return 0 < len(parts) <= BETWEEN and parts[-1] in _POINTING


def asks_what(words: str) -> bool:
    """Whether somebody is only asked about for what he says (*Thủ tướng yêu cầu gì ...?*)."""
    return f"{words.lower().rstrip('?')} ".startswith(_ASKED)


def without_notes(text: str, start: int, end: int) -> int:
    """Return where what is said ends without the notes and credits of the page behind it."""
    while match := _NOTE.search(text, max(start, end - _NOTE_REACH), end):
        end = match.start()
    return end


def quoted_before(text: str, quotes: Quotes, at: int) -> Quote | None:
    """Return the quotation that ends directly before a sentence."""
    last = at - 1
    while last > 0 and text[last] in " \n.":
        last -= 1
    quote = quotes.at(last) if last >= 0 and text[last] in CLOSING else None
    return quote if quote is not None and quote.end == last + 1 else None
