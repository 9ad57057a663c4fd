"""Which names without a unit word are places: the rules, and the name of the one that decided."""

from typing import Final

from vnpolitext.places.candidates import Candidate, find_candidates
from vnpolitext.places.decoys import is_decoy, phrase_before
from vnpolitext.places.mention import Mention
from vnpolitext.places.source import PlaceText
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE
from vnpolitext.text.patterns import lazy_pattern

_JOINS: Final = lazy_pattern(r"\s*+(?:[,;/+]|-|và|với|cùng|hoặc)?(?:\s(?:và|cùng))?\s*+")
_INSIDE: Final = lazy_pattern(r"\s*+(?:[,(-]|thuộc|của)\s*+(?:nay )?(?:thuộc )?\s*+")
_DATELINE: Final = lazy_pattern(r" {0,4}+, ?(?:ngày|tháng)|, \d")
_BULLETS: Final = "-+|•\n"
_CELL_END: Final = lazy_pattern(r" ?[(:|\n]")
_PERSON: Final = lazy_pattern(r"^\w+ (?:thị|văn) ")
_PERIOD: Final = "1976-02-01"
_LOWER: Final = DISTRICT | COMMUNE
_ANY: Final = PROVINCE | DISTRICT | COMMUNE


class Judge:
    """Decides on the bare names of one text."""

    def __init__(self, source: PlaceText, heads: list[Mention], home: int | None) -> None:
        """Take the mentions with a unit word and the row of the publisher's province."""
        self.source = source
        self.named: dict[str, int] = {}
        for head in heads:
            self.named[head.key] = self.named.get(head.key, 0) | head.level
        self.starts = {head.start: head for head in heads}
        self.ends = {head.end: head for head in heads}
        self.reach: set[str] = set()
        self.districts: set[int] = set()
        if home is not None:
            self._extend(home)
        for head in heads:
            if head.level == PROVINCE:
                for row in head.rows:
                    self._extend(row)
            elif head.level == DISTRICT and len(head.rows) == 1:
                self.districts.add(head.rows[0])
                self._extend(source.known.province_of(head.rows[0]))

    def _extend(self, row: int) -> None:
        known = self.source.known
        self.reach.update(known.homes(row))

    def keep(self, candidate: Candidate, level: int, rule: str) -> None:
        """Make an open candidate a mention, unless ``level`` is 0."""
        mention = candidate.mention
        if not level or mention.level:
            return
        mention.level, mention.rule = level, rule
        mention.rows = self.source.known.find(mention.key, level)
        self.starts[mention.start] = self.ends[mention.end] = mention
        if level == PROVINCE:
            for row in mention.rows:
                self._extend(row)

    def follows(self, mention: Mention) -> bool:
        """Whether a mention ends right before, as in ``phường Láng Hà Nội``."""
        return any(mention.start - width in self.ends for width in (1, 2))

    def inside(self, candidate: Candidate) -> int:
        """Level bit at which the mention that follows contains the candidate, or 0."""
        known, mention = self.source.known, candidate.mention
        if mention.key in self.source.words.things:
            return 0
        host = None
        for width in range(1, 14):
            host = self.starts.get(mention.end + width)
            if host is not None:
                break
        if host is None or not _INSIDE.fullmatch(self.source.lower, mention.end, host.start):
            return 0
        gap = self.source.lower[mention.end : host.start]
        if "-" in gap and mention.key in self.source.words.ambiguous:
            return 0
        found = 0
        for row in known.find(mention.key, DISTRICT | COMMUNE):
            if host.level == PROVINCE:
                names = known.homes(row)
                if any(known.rows[up][1] in names for up in host.rows):
                    found |= known.rows[row][3]
            elif known.parent(row) in host.rows:
                found |= known.rows[row][3]
        return DISTRICT if found & DISTRICT else found

    def around(self, candidate: Candidate) -> int:
        """Level bit at which the candidate contains the mention before it, or 0."""
        known, mention = self.source.known, candidate.mention
        for width in range(1, 14):
            part = self.ends.get(mention.start - width)
            if part is not None:
                break
        else:
            return 0
        if not _INSIDE.fullmatch(self.source.lower, part.end, mention.start):
            return 0
        hosts = set(known.find(mention.key, DISTRICT)) if part.level == COMMUNE else set()
        return DISTRICT if any(known.parent(row) in hosts for row in part.rows) else 0

    def is_town(self, key: str) -> bool:
        """Whether the name is that of a town or city, and hardly of another unit.

        A single commune elsewhere has the name of many a city (*phường Phan Thiết* in Tuyên Quang).
        """
        known = self.source.known
        rows = known.find(key, DISTRICT | COMMUNE)
        cities = [row for row in rows if known.rows[row][2] == "thành phố"]
        if cities:
            homes = frozenset.union(*(known.homes(row) for row in cities))
            others = [row for row in rows if homes.isdisjoint(known.homes(row))]
            return len({known.province_of(row) for row in others}) < 3
        homes = frozenset.intersection(*(known.homes(row) for row in rows))
        long_name = key.count(" ") > 1
        return bool(homes) and (long_name or any(known.rows[row][2] == "thị xã" for row in rows))

    def neighbour(self, candidate: Candidate) -> Mention | None:
        """Return the mention that stands in one row with the candidate, if any."""
        mention, lower = candidate.mention, self.source.lower
        for width in range(1, 8):
            other = self.ends.get(mention.start - width)
            if other is not None and _joined(lower, other.end, mention.start):
                return other
            other = self.starts.get(mention.end + width)
            if other is not None and _joined(lower, mention.end, other.start):
                return other
        return None

    def homes(self, key: str) -> set[str]:
        """Names of the provinces in reach that have a commune of that name."""
        known = self.source.known
        found: set[str] = set()
        for row in known.find(key, COMMUNE):
            found |= known.homes(row)
        return found & self.reach

    def reached(self, key: str) -> int:
        """Level bits of the units of that name in a province the text speaks of."""
        known, found = self.source.known, 0
        for row in known.find(key, DISTRICT | COMMUNE):
            if known.rows[known.province_of(row)][1] in self.reach:
                found |= known.rows[row][3]
        return found


def find_bare(source: PlaceText, heads: list[Mention], home: int | None) -> list[Mention]:
    """Return the bare names of the text that are places, in text order."""
    judge = Judge(source, heads, home)
    candidates = _without_decoys(source, find_candidates(source, heads), judge)
    for candidate in candidates:
        judge.keep(candidate, *_by_body(source, candidate, judge))
    for candidate in _open(candidates):
        judge.keep(candidate, *_as_province(source, candidate, judge))
    for candidate in reversed(_open(candidates)):
        judge.keep(candidate, judge.inside(candidate), "contained")
    for candidate in _open(candidates):
        judge.keep(candidate, judge.around(candidate), "container")
    for candidate in _open(candidates):
        judge.keep(candidate, *_below_province(source, candidate, judge))
    _lists(source, candidates, judge)
    rest = _open(candidates)
    for candidate in (*rest, *reversed(rest)):
        _coordinate(candidate, judge)
    return [candidate.mention for candidate in candidates if candidate.mention.level]


def _open(candidates: list[Candidate]) -> list[Candidate]:
    return [candidate for candidate in candidates if not candidate.mention.level]


def _without_decoys(
    source: PlaceText, candidates: list[Candidate], judge: Judge
) -> list[Candidate]:
    """Leave out what is no unit, and communes in one row with it (``các làng A, B``).

    Islands come in pairs: in *hai quần đảo Hoàng Sa và Trường Sa* neither is the district.
    """
    kept: list[Candidate] = []
    end = -1
    islands = -1
    for candidate in candidates:
        mention = candidate.mention
        if phrase_before(candidate, _ISLANDS) or (
            0 <= islands < mention.start
            and not candidate.mask & PROVINCE
            and _joined(source.lower, islands, mention.start)
        ):
            islands = end = mention.end
            if not candidate.mask & PROVINCE:
                continue
        listed = (
            candidate.mask == COMMUNE
            and candidate.mark in (",", ";")
            and 0 <= end < mention.start
            and _joined(source.lower, end, mention.start)
            and not judge.inside(candidate)
        )
        if listed or (not judge.follows(mention) and is_decoy(source, candidate)):
            end = mention.end
        else:
            kept.append(candidate)
    return kept


_ISLANDS: Final = frozenset({"quần đảo"})


def _joined(lower: str, start: int, end: int) -> bool:
    return end - start < 12 and _JOINS.fullmatch(lower, start, end) is not None and end > start + 1


def _by_body(source: PlaceText, candidate: Candidate, judge: Judge) -> tuple[int, str]:
    """Level by the body that the name belongs to, as in ``Huyện ủy Mường Nhé``."""
    words, mention, mask = source.words, candidate.mention, candidate.mask
    body = phrase_before(candidate, words.bodies)
    level = words.bodies.get(body, 0)
    if level == PROVINCE | DISTRICT:
        return source.city_level(mention.key) & mask, "body"
    if not level or mention.key in words.things:
        return 0, ""
    if not level & mask:
        return (level if level == DISTRICT else 0), "body"
    named = judge.named.get(mention.key, 0)
    level = level & mask & named or level & mask
    if level & PROVINCE and not (level & DISTRICT and _ended_long_ago(source, mention)):
        return PROVINCE, "body"
    doubtful = words.bodies[body] == _ANY and _is_doubtful(source, mention.key) and not named
    if level & DISTRICT:
        return (0 if doubtful else DISTRICT), "body"
    sure = named or body in ("đảng ủy", "ubnd") or judge.homes(mention.key)
    return (COMMUNE if sure and not doubtful else 0), "body"


def _is_doubtful(source: PlaceText, key: str) -> bool:
    """Whether the name is more often a person's or a common word."""
    words = source.words
    if key in words.ambiguous or " " not in key or _PERSON.search(key):
        return True
    return key.split(" ", 1)[0] in words.frequent and not _is_city(source, key)


def _is_city(source: PlaceText, key: str) -> bool:
    """Whether a city in a province has the name, as no person is called *Phan Thiết*."""
    rows = source.known.find(key, DISTRICT)
    return any(source.known.rows[row][2] == "thành phố" for row in rows)


def _ended_long_ago(source: PlaceText, mention: Mention) -> bool:
    """Whether every province of that name ended by 1976, and before what the text speaks of."""
    known, when = source.known, source.when_at(mention.start)
    rows = known.find(mention.key, PROVINCE)
    if when is not None and when < _PERIOD and any(known.is_valid(row, when) for row in rows):
        return False
    return all("" < known.rows[row][6] <= _PERIOD for row in rows)


def _as_province(source: PlaceText, candidate: Candidate, judge: Judge) -> tuple[int, str]:
    words, key = source.words, candidate.mention.key
    named = judge.named.get(key, 0)
    if not candidate.mask & PROVINCE or key in words.things:
        return 0, ""
    if candidate.mask & DISTRICT and _names_its_province(source, candidate.mention):
        return DISTRICT, "contained"
    return _province(source, candidate, judge, named)


def _province(source: PlaceText, candidate: Candidate, judge: Judge, named: int) -> tuple[int, str]:
    words, key = source.words, candidate.mention.key
    if key in words.cities and source.city_level(key) == DISTRICT:
        return DISTRICT, "city-name"
    if candidate.mask & _LOWER and _ended_long_ago(source, candidate.mention):
        return (PROVINCE, "named-elsewhere") if named == PROVINCE else (0, "")
    if named & PROVINCE:
        return PROVINCE, "named-elsewhere"
    if key not in words.ambiguous:
        return PROVINCE, "province-name"
    end = candidate.mention.end
    listed = bool(candidate.mark) and candidate.mark in _BULLETS and len(judge.reach) > 2
    slot = bool(phrase_before(candidate, words.slots) or _DATELINE.match(source.lower, end))
    slot = slot or (listed and _CELL_END.match(source.text, end) is not None)
    return (PROVINCE, "slot") if slot else (0, "")


def _names_its_province(source: PlaceText, mention: Mention) -> bool:
    """Whether the name comes again as that of its province: *Long Đức, Trà Vinh, Trà Vinh*."""
    known, lower = source.known, source.lower
    again = _AGAIN.match(lower, mention.end)
    if again is None or not lower.startswith(mention.key, again.end()):
        return False
    after = lower[again.end() + len(mention.key) :][:1]
    homes = {known.rows[row][1] for row in known.find(mention.key, PROVINCE)}
    return not after.isalpha() and any(
        known.rows[known.province_of(row)][1] in homes for row in known.find(mention.key, DISTRICT)
    )


_AGAIN: Final = lazy_pattern(r" ?[,-] (?:tỉnh )?")


def _below_province(source: PlaceText, candidate: Candidate, judge: Judge) -> tuple[int, str]:
    """Level of a name by the slot it stands in and by what else the text speaks of."""
    words, mention, mask = source.words, candidate.mention, candidate.mask
    key = mention.key
    slot = bool(phrase_before(candidate, words.slots))
    doubtful = key in words.things or _is_doubtful(source, key)
    named = judge.named.get(key, 0) & mask
    placed = (
        slot
        or (candidate.mark == "\n" and key not in words.things)
        or phrase_before(candidate, words.weak)
    )
    if named & DISTRICT and (placed or not doubtful):
        return DISTRICT, "named-elsewhere"
    if key in words.things:
        return 0, ""
    if named & COMMUNE and (slot or not doubtful):
        return COMMUNE, "named-elsewhere"
    if mask & DISTRICT and candidate.mark and _DATELINE.match(source.lower, mention.end):
        return DISTRICT, "dateline"
    return (0, "") if doubtful and not slot else _in_reach(source, candidate, judge, slot)


def _in_reach(source: PlaceText, candidate: Candidate, judge: Judge, slot: bool) -> tuple[int, str]:
    """Level of a name that belongs to a province the text speaks of, or is known to all."""
    key = candidate.mention.key
    reached = judge.reached(key)
    if reached & DISTRICT and key not in source.words.ambiguous:
        return DISTRICT, "in-reach"
    if candidate.mask & DISTRICT and key not in source.words.namesakes:
        if slot and not source.is_foreign:
            return DISTRICT, "slot"
        if not source.is_foreign and judge.is_town(key):
            return DISTRICT, "town"
    near = reached & COMMUNE and slot and len(judge.reach) < 5
    if near and " " in key and not _is_doubtful(source, key):
        return COMMUNE, "in-reach"
    return 0, ""


def _lists(source: PlaceText, candidates: list[Candidate], judge: Judge) -> None:
    """Keep rows of three and more names that are communes of one province in reach."""
    group: list[Candidate] = []
    for candidate in [*candidates, None]:
        if candidate is not None and not candidate.mention.level and candidate.mask & COMMUNE:
            if group and _comma(source.lower, group[-1].mention.end, candidate.mention.start):
                group.append(candidate)
                continue
            following = [candidate]
        else:
            following = []
        if len(group) > 2:
            homes = [judge.homes(member.mention.key) for member in group]
            if set.intersection(*homes):
                for member in group:
                    judge.keep(member, COMMUNE, "list")
        group = following


def _comma(lower: str, start: int, end: int) -> bool:
    return end - start < 6 and lower[start:end].strip() in (",", ";")


def _coordinate(candidate: Candidate, judge: Judge) -> None:
    other = None if candidate.mention.level else judge.neighbour(candidate)
    if candidate.mention.key in judge.source.words.things:
        return
    if other is None or not other.level & candidate.mask or other.rule == "unit-word-unknown-name":
        return
    gap = judge.source.lower[
        min(other.end, candidate.mention.end) : max(other.start, candidate.mention.start)
    ]
    if other.level == COMMUNE and "-" in gap:
        return
    judge.keep(candidate, other.level, "coordination")
    candidate.mention.unit = other.unit
