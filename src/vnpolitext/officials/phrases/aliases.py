"""Other names of people: aliases of persons of history and names that the text calls such."""

from __future__ import annotations

from typing import Final

from vnpolitext.layout.forms import LINE_ENDS, is_next
from vnpolitext.models import per_choice
from vnpolitext.officials.phrases.decoys import (
    is_called_after,
    is_decoy,
    is_unit_or_country,
)
from vnpolitext.officials.phrases.elements import Name
from vnpolitext.officials.phrases.full_names import is_name
from vnpolitext.officials.phrases.run import Run
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import alias_openings, aliases, markers, role_endings
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.syllables import is_vietnamese

NEAR: Final = 8
_SHORTEST_MARKER: Final = 2
_LONGEST_MARKER: Final = 6
_LONGEST_OPENING: Final = 16
_CALLED: Final = "gọi"
QUOTES: Final = frozenset({":", '"', "“", "|"})


def historic_alias(run: Run) -> Name | None:
    """Return the alias of a person of history (*Bác Hồ*), which may begin like an address."""
    if run.lead == run.first and run.tokens.words[run.first] not in alias_openings():
        return None
    found = find_alias(run.tokens, run.first, run.lead)
    return None if found is None else Name(found[0], found[1], found[0], certain=True)


def other_name(run: Run) -> Name | None:
    """Return a name that words such as *tên thật là*, *bí danh* give somebody.

    *Huy hiệu*, *danh hiệu* and their like end as such words do, and name no one.
    """
    first, last = run.first, run.last
    if not 2 <= len(run) <= 4 or run.before is None:
        return None
    mark = marker_before(run.tokens, first, "alias")
    if mark is None or is_called_after(run.tokens.words, first - len(mark)):
        return None
    if is_unit_or_country(run.tokens, first, last):
        return None
    opened = _bracket_before(run.tokens, first)
    if opened is not None and not _is_named_before(run, opened):
        # Of what stands before the brackets (*Sư đoàn 308 (còn gọi là Đoàn Quân Tiên Phong)*).
        is_called = _CALLED in run.tokens.words[first - _LONGEST_MARKER : first]
        return None if is_called else Name(first, last, first, certain=True)
    if isinstance(run.before, Name) and first - run.before.last <= NEAR:
        return Name(first, last, first, certain=True, other="near")
    return Name(first, last, first, certain=True, other="subject")


def is_code_name(tokens: Tokens, at: int) -> bool:
    """Return whether one word is a code name or a pen name of somebody (*bí danh Nam*)."""
    words = tokens.words
    end = at - (at > 0 and words[at - 1] in QUOTES)
    if not end or words[end - 1] not in _code_endings():
        return False
    if tokens.run_end(at, 2) != at + 1 or words[at + 1 : at + 2] == ["-"]:
        return False
    markers = grammar().code_names
    return any(
        " ".join(words[end - size : end]) in markers
        for size in range(_SHORTEST_MARKER, min(_LONGEST_MARKER, end) + 1)
    )


@per_choice
def _code_endings() -> frozenset[str]:
    """Return the last words of what stands before a code name."""
    return frozenset(marker.rpartition(" ")[2] for marker in grammar().code_names)


def _bracket_before(tokens: Tokens, at: int) -> int | None:
    """Return the open bracket that a word stands in, if one is near."""
    words = tokens.words
    for index in range(at - 1, max(-1, at - _LONGEST_OPENING), -1):
        if words[index] in {")", "\n"}:
            return None
        if words[index] == "(":
            return index
    return None


def _is_named_before(run: Run, opened: int) -> bool:
    """Return whether a name or a pronoun stands right before a bracket."""
    if run.before is not None and run.before.first < opened <= run.before.last + 1:
        return isinstance(run.before, Name)
    return opened > 0 and run.tokens.words[opened - 1] in grammar().pronouns


def nickname(run: Run) -> Name | None:
    """Return the other name in brackets after a name (*Nguyễn Văn Linh (Mười Cúc)*).

    It counts children or calls kin, as names of the underground do, has the given name of the
    person, or is a full name that ends an item of a list or a cell; else it may as well be a
    village.
    """
    words, first, last = run.tokens.words, run.first, run.last
    if not isinstance(run.before, Name) or run.before.last != first - 1 or len(run) > 4:
        return None
    if words[first - 1] != "(" or words[last : last + 1] != [")"] or len(run) < 2:
        return None
    own = words[run.before.last - 1]
    fits = words[first] in grammar().birth_order or words[last - 1] == own or _ends_item(run)
    if not fits or run.is_high_place or not all(map(is_vietnamese, run.words)):
        return None
    return Name(first, last, first, certain=True, other="near")


def _ends_item(run: Run) -> bool:
    """Return whether a full name in brackets ends the item or the cell that a name opens."""
    tokens, before = run.tokens, run.before
    words = tokens.words
    if before is None or words[run.last + 1 : run.last + 2] not in ([], ["\n"], ["|"]):
        return False
    start = before.lead if isinstance(before, Name) else before.first
    lead = start
    while lead and words[lead - 1] not in LINE_ENDS and start - lead < _LONGEST_OPENING:
        lead -= 1
    opening = [word for word in words[lead:start] if word not in grammar().dates]
    opens = is_next(opening, 0, len(opening)) and (lead == 0 or words[lead - 1] in LINE_ENDS)
    full = is_name(tokens, before.first, before.last) and is_name(tokens, run.first, run.last)
    return opens and full


def marker_before(tokens: Tokens, at: int, role: str) -> str | None:
    """Return the mark between ``at`` and the marker of a ``role`` before it, ``None`` without one.

    It is empty where the marker stands directly before.
    """
    words = tokens.words
    mark = words[at - 1] if at and words[at - 1] in QUOTES else ""
    closings = role_endings()
    for end in (at - (mark != ""), at):
        if end == 0 or words[end - 1] not in closings:
            continue
        for size in range(min(_LONGEST_MARKER, end), 0, -1):
            found = markers().match(words, end - size)
            if found is not None and found[0] == size and found[1] in {"credit", "alias"}:
                return mark if found[1] == role else None
    return None


def find_alias(tokens: Tokens, at: int, lead: int) -> tuple[int, int] | None:
    """Return the alias of a person of history that begins at ``lead`` or ``at``."""
    words, kinds = tokens.words, tokens.kinds
    if words[lead] not in alias_openings() and lead == at:
        return None
    for first in (lead, at):
        for last in (first + 3, first + 2):
            if last > len(words) or kinds[first] != "U":
                continue
            usual = words[first] == "nguyễn" and kinds[first + 1] == "U"
            if " ".join(words[first:last]) in aliases() and not usual:
                if kinds[first + 1] != "U":
                    continue
                beyond = last < len(words) and kinds[last] == "U"
                if not beyond and not is_decoy(tokens, first, last):
                    return first, last
    return None
