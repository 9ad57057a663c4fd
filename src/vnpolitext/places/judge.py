"""What a text tells of a bare name: the units it names, reaches, and sets beside it."""

from collections import Counter
from functools import cached_property
from typing import Final

from vnpolitext.places.candidates import Candidate
from vnpolitext.places.mention import Mention
from vnpolitext.places.source import PlaceText
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE, REFORM
from vnpolitext.text.patterns import lazy_pattern

_JOINS: Final = lazy_pattern(r"\s*+(?:[,;/+]|-|và|với|cùng|hoặc)?(?:\s(?:và|cùng))?\s*+")
_INSIDE: Final = lazy_pattern(r"\s*+(?:[,(-]|thuộc|của)\s*+(?:nay )?(?:thuộc )?\s*+")

_UNITED: Final = "1976-12-31"


class Judge:
    """Decides on the bare names of one text."""

    def __init__(self, source: PlaceText, heads: list[Mention], home: int | None) -> None:
        """Take the mentions with a unit word and the row of the publisher's province."""
        self.source = source
        self.named: dict[str, int] = {}
        self._called: Counter[str] = Counter()
        for head in heads:
            self.named[head.key] = self.named.get(head.key, 0) | head.level
            self._called[head.key] += 1
        self.starts = {head.start: head for head in heads}
        self.ends = {head.end: head for head in heads}
        self.reach: set[str] = set()
        self.landforms: Counter[str] = Counter()
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

    def is_landform(self, key: str) -> bool:
        """Whether the text calls what has the name a *núi* or *vườn quốc gia*, not a unit."""
        return self.landforms[key] > self._called[key]

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
        if candidate.mask & PROVINCE and self._follows_province(mention):
            return 0
        found = 0
        when = self.source.when_at(mention.start, mention.end)
        for row in self._of_time(known.find(mention.key, DISTRICT | COMMUNE), host, when):
            if self._holds(host, row, when):
                found |= known.rows[row][3]
        return DISTRICT if found & DISTRICT else found

    def _of_time(self, rows: tuple[int, ...], host: Mention, when: str | None) -> tuple[int, ...]:
        """Those that a province of the two-level system can hold, where the text is of its time."""
        known = self.source.known
        if when is None or when < REFORM or not any(known.is_valid(up, when) for up in host.rows):
            return rows
        return tuple(row for row in rows if known.is_valid(row, when)) or rows

    def _holds(self, host: Mention, row: int, when: str | None) -> bool:
        """Whether a unit is in the mention that follows its name.

        A text of before the reform speaks of no communes of the provinces that were made in it.
        """
        known = self.source.known
        if host.level != PROVINCE:
            return known.parent(row) in host.rows
        names = known.homes(row)
        if when is not None and when < REFORM and not self.source.is_recent:
            _, _, _, level, _, _, end, *_ = known.rows[row]
            if level == COMMUNE and end == REFORM:
                names = frozenset((known.rows[known.province_of(row)][1],))
        return any(not names.isdisjoint(self._names(up)) for up in host.rows)

    def _names(self, province: int) -> frozenset[str]:
        """Names of a province, and of what one became that ended since 1976: *Ba Vì, Hà Tây*.

        Those of before were merged, and parted in another way.
        """
        known = self.source.known
        _, name, *_, end, _, _ = known.rows[province]
        return known.homes(province) if _UNITED < end < REFORM else frozenset((name,))

    def _follows_province(self, mention: Mention) -> bool:
        """Whether a bare name of a province and a comma stand right before."""
        before = self.ends.get(mention.start - 2)
        return before is not None and before.level == PROVINCE and before.unit is None

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
        """Whether the name is that of a town, city or island, and hardly of another unit.

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
        if homes and any(known.rows[row][2] == "đặc khu" for row in rows):
            return True
        long_name = key.count(" ") > 1
        return bool(homes) and (long_name or any(known.rows[row][2] == "thị xã" for row in rows))

    def neighbour(self, candidate: Candidate) -> Mention | None:
        """Return the mention that stands in one row with the candidate, if any."""
        mention, lower = candidate.mention, self.source.lower
        for width in range(1, 8):
            other = self.ends.get(mention.start - width)
            if other is not None and joined(lower, other.end, mention.start):
                return other
            other = self.starts.get(mention.end + width)
            if other is not None and joined(lower, mention.end, other.start):
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
        """Level bits of the units of that name in a province the text speaks of.

        A district that had ended is none of them where another unit has the name now.
        """
        known, found = self.source.known, 0
        rows = known.find(key, DISTRICT | COMMUNE)
        living = tuple(row for row in rows if self._lives(row)) if len(rows) > 1 else ()
        for row in living or rows:
            if known.rows[known.province_of(row)][1] in self.reach:
                found |= known.rows[row][3]
        return found

    def is_commune_now(self, mention: Mention) -> bool:
        """Whether a commune has the name, in a text since the reform that names no district."""
        known, when = self.source.known, self.source.when_at(mention.start, mention.end)
        if when is None or when < REFORM or self._names_districts:
            return False
        rows = known.find(mention.key, COMMUNE)
        return any(
            not known.rows[row][6] and not known.homes(row).isdisjoint(self.reach) for row in rows
        )

    @cached_property
    def _names_districts(self) -> bool:
        return any(level & DISTRICT for level in self.named.values())

    def _lives(self, row: int) -> bool:
        """Whether a unit is no district, or one that is of the last list or of the text's time."""
        _, _, _, level, _, _, end, *_ = self.source.known.rows[row]
        return level != DISTRICT or end >= min(self.source.when or REFORM, REFORM)


def joined(lower: str, start: int, end: int) -> bool:
    """Whether nothing but a sign or a joining word stands between two names."""
    return end - start < 12 and _JOINS.fullmatch(lower, start, end) is not None and end > start + 1
