"""Names without a unit word: found everywhere, kept where the text makes them places."""

import re
from dataclasses import dataclass, field
from typing import Final

from vnpolitext.places.gazetteer import COMMUNE, DISTRICT, PROVINCE, REFORM, Gazetteer
from vnpolitext.places.lexicon import Words, words
from vnpolitext.places.mention import Mention
from vnpolitext.places.names import LOWER, UPPER, Syllable, longest_name, syllables
from vnpolitext.text import View

_WORD: Final = f"[{UPPER}][{UPPER}{LOWER}']*+"
_RUN: Final = re.compile(rf"{_WORD}(?: {{0,4}}(?:\n {{0,4}})?(?:- {{0,2}})?{_WORD})++")
_JOINS: Final = re.compile(r"\s*(?:[,;/]|-|và|với|cùng|hoặc)?(?:\s(?:và|cùng))?\s*")
_DATELINE: Final = re.compile(r"\s{0,4}, ?ngày|\s{0,4}, tháng")
_CLAUSE: Final = re.compile(r"[,;:.()\n\"“”!?]")


@dataclass(slots=True)
class Candidate:
    """A known name without a unit word, and what stands around it."""

    mention: Mention
    mask: int
    left: str
    right: list[str]
    caps: bool
    before: list[str] = field(default_factory=list)
    mark: str = ""


def find_bare(
    view: View, known: Gazetteer, heads: list[Mention], when: str | None, provinces: set[int]
) -> list[Mention]:
    """Return the bare names of ``view`` that are places, given the mentions with a unit word."""
    cues = words()
    candidates = _candidates(view, known, cues, heads)
    named: dict[str, int] = {}
    for head in heads:
        named[head.key] = named.get(head.key, 0) | head.level
    reach = set(provinces)
    kept: list[Mention] = []
    for mention in heads:
        if mention.level == PROVINCE:
            reach.update(mention.rows)
    waiting: list[Candidate] = []
    for candidate in candidates:
        if _is_decoy(view, cues, candidate):
            continue
        level, rule = _level(view, known, cues, candidate, named, heads)
        if level == PROVINCE:
            reach.update(known.find(candidate.mention.key, PROVINCE))
        waiting.append(candidate)
        candidate.mention.level, candidate.mention.rule = level, rule
    names = {known.rows[row][1] for row in reach}
    for index in list(reach):
        names |= {known.rows[heir][1] for heir in known.heirs(index)}
    districts = {row for head in heads if head.level == DISTRICT for row in head.rows}
    for candidate in waiting:
        mention = candidate.mention
        if not mention.level:
            mention.level, mention.rule = _in_reach(known, cues, candidate, names, districts, when)
        if mention.level:
            mention.rows = known.find(mention.key, mention.level)
            kept.append(mention)
    return kept + _coordinated(view, known, [*heads, *kept], waiting)


def _candidates(view: View, known: Gazetteer, cues: Words, heads: list[Mention]) -> list[Candidate]:
    text, lower = view.text, view.lower
    openings, masks = known.openings, known.masks
    found: list[Candidate] = []
    taken = iter(sorted((head.name, head.end) for head in heads))
    block = next(taken, None)
    for match in _RUN.finditer(text):
        first, last = match.span()
        parts = lower[first:last].replace("-", " - ").split()
        if not any(f"{a} {b}" in openings for a, b in zip(parts, parts[1:], strict=False)):
            continue
        read = syllables(text, first, limit=1000)
        index = 0
        while index < len(read) - 1:
            here = read[index]
            while block is not None and block[1] <= here.start:
                block = next(taken, None)
            if block is not None and block[0] <= here.start < block[1]:
                index += 1
                continue
            opening = f"{lower[here.start : here.end]} {lower[read[index + 1].start : read[index + 1].end]}"
            most = openings.get(opening)
            if not most:
                index += 1
                continue
            window = read[index : index + most + 1]
            count, key = longest_name(known, lower, window, 7)
            thing = _thing(lower, cues, window)
            if thing > count:
                index += thing
                continue
            if not count:
                index += 1
                continue
            end = window[count - 1].end
            if block is not None and block[0] < end:
                index += 1
                continue
            found.append(_candidate(view, read, index, count, key, masks[key]))
            index += count
    return found


def _thing(lower: str, cues: Words, window: list[Syllable]) -> int:
    key, longest = "", 0
    for index, syllable in enumerate(window):
        key += (" " if index else "") + lower[syllable.start : syllable.end]
        if key in cues.things:
            longest = index + 1
    return longest


def _candidate(
    view: View, read: list[Syllable], index: int, count: int, key: str, mask: int
) -> Candidate:
    text, lower = view.text, view.lower
    start, end = read[index].start, read[index + count - 1].end
    left = ""
    if index and read[index].joint == " ":
        left = text[read[index - 1].start : read[index - 1].end]
    right: list[str] = []
    for syllable in read[index + count :]:
        if syllable.joint not in (" ", ""):
            break
        right.append(text[syllable.start : syllable.end])
    before = lower[max(0, start - 48) : start]
    stripped = before.rstrip(" ")
    mark = ""
    if start and not stripped:
        mark = "\n"
    elif stripped and not stripped[-1].isalnum():
        mark = stripped[-1]
    elif not stripped:
        mark = "\n"
    mention = Mention(start, end, start, key, 0, None, "")
    caps = text[start:end].isupper()
    return Candidate(mention, mask, left, right, caps, before.split(), mark)


def _phrase(candidate: Candidate, options: frozenset[str] | dict[str, int]) -> str:
    """Longest phrase of ``options`` right before the name, over blanks only."""
    if candidate.mark and candidate.mark != "\n":
        return ""
    words_before = candidate.before
    for size in range(min(6, len(words_before)), 0, -1):
        phrase = " ".join(words_before[-size:]).lstrip("(\"“”'")
        if phrase in options:
            return phrase
    return ""


def _is_decoy(view: View, cues: Words, candidate: Candidate) -> bool:
    mention = candidate.mention
    if _phrase(candidate, cues.decoys) and not _phrase(candidate, cues.bodies):
        return True
    clause = _CLAUSE.split(view.lower[max(0, mention.start - 70) : mention.start])[-1]
    for head in cues.inside:
        at = clause.rfind(head)
        if at >= 0 and (at == 0 or not clause[at - 1].isalnum()):
            rest = clause[at + len(head) :]
            if rest and rest[0].isalnum():
                continue
            if not cues.opens & set(rest.split()):
                return True
    if candidate.left and not candidate.caps:
        left = candidate.left.lower()
        if not (
            (candidate.left.isupper() and len(candidate.left) > 1)
            or left in cues.slots
            or left in cues.weak
            or _phrase(candidate, cues.bodies)
            or _phrase(candidate, cues.slots)
        ):
            return True
    if candidate.right and not candidate.caps:
        first = candidate.right[0].lower()
        return not (first in cues.surnames and len(candidate.right) >= 2)
    return False


def _level(
    view: View,
    known: Gazetteer,
    cues: Words,
    candidate: Candidate,
    named: dict[str, int],
    heads: list[Mention],
) -> tuple[int, str]:
    """Level and rule by what stands next to the name; 0 while it is open."""
    mention, mask = candidate.mention, candidate.mask
    body = _phrase(candidate, cues.bodies)
    if body:
        level = cues.bodies[body] & mask
        if cues.bodies[body] == PROVINCE | DISTRICT:
            level = PROVINCE if mention.key in cues.cities else mask & DISTRICT
        level = level & named.get(mention.key, level) or level
        for bit in (PROVINCE, DISTRICT, COMMUNE):
            if level & bit and (
                bit != COMMUNE or level == cues.bodies[body] or bit & named.get(mention.key, 0)
            ):
                return bit, "body"
    known_level = named.get(mention.key, 0) & mask
    for bit in (PROVINCE, DISTRICT, COMMUNE):
        if known_level & bit and not (bit != PROVINCE and mask & PROVINCE):
            return bit, "named-elsewhere"
    if mask & PROVINCE:
        if mention.key not in cues.things or known_level & PROVINCE:
            return PROVINCE, "province-name"
        if _phrase(candidate, cues.slots) or _DATELINE.match(view.lower, mention.end):
            return PROVINCE, "slot"
    if mask & DISTRICT and _DATELINE.match(view.lower, mention.end):
        return DISTRICT, "dateline"
    return 0, ""


def _in_reach(
    known: Gazetteer,
    cues: Words,
    candidate: Candidate,
    provinces: set[str],
    districts: set[int],
    when: str | None,
) -> tuple[int, str]:
    """Level and rule of a name whose province or district the document speaks of."""
    mention, mask = candidate.mention, candidate.mask
    if mention.key in cues.things:
        return 0, ""
    person = mention.key.split(" ")[0] in cues.surnames and mention.key.count(" ") >= 1
    near = [
        row
        for row in known.find(mention.key, DISTRICT | COMMUNE)
        if known.rows[known.province_of(row)][1] in provinces
    ]
    slot = bool(_phrase(candidate, cues.slots))
    weak = slot or bool(_phrase(candidate, cues.weak))
    levels = {known.rows[row][3] for row in near}
    if DISTRICT in levels and (weak or not person):
        return DISTRICT, "in-reach"
    if COMMUNE in levels and slot and (not person or mention.key.count(" ") == 1):
        return COMMUNE, "in-reach"
    if mask & DISTRICT and slot and not person and mention.key.count(" ") >= 1:
        return DISTRICT, "slot"
    return 0, ""


def _coordinated(
    view: View, known: Gazetteer, kept: list[Mention], waiting: list[Candidate]
) -> list[Mention]:
    """Open candidates that stand in one row with a kept mention of a level they have."""
    found: list[Mention] = []
    ends = {mention.end: mention for mention in kept}
    starts = {mention.start: mention for mention in kept}
    open_ones = [c for c in waiting if not c.mention.level]
    for group, forward in ((open_ones, True), (open_ones[::-1], False)):
        for candidate in group:
            mention = candidate.mention
            if mention.level:
                continue
            neighbour = _neighbour(view, mention, ends if forward else starts, forward)
            if neighbour is not None and neighbour.level & candidate.mask:
                mention.level, mention.unit = neighbour.level, neighbour.unit
                mention.rule = "coordination"
                mention.rows = known.find(mention.key, mention.level)
                ends[mention.end] = starts[mention.start] = mention
                found.append(mention)
    return found


def _neighbour(
    view: View, mention: Mention, edges: dict[int, Mention], forward: bool
) -> Mention | None:
    text = view.lower
    for width in range(1, 8):
        edge = mention.start - width if forward else mention.end + width
        other = edges.get(edge)
        if other is not None:
            gap = text[edge : mention.start] if forward else text[mention.end : edge]
            if _JOINS.fullmatch(gap) and gap.strip():
                return other
    return None
