"""Which names without a unit word are places: the rules, and the name of the one that decided."""

from typing import Final

from vnpolitext.places.candidates import Candidate, find_candidates
from vnpolitext.places.decoys import honours_person, is_city, is_decoy, is_doubtful, phrase_before
from vnpolitext.places.judge import Judge, joined
from vnpolitext.places.mention import Mention
from vnpolitext.places.rows import coordinate, read_cities, read_lists, read_pairs
from vnpolitext.places.source import PlaceText
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE
from vnpolitext.text.patterns import lazy_pattern

_DATELINE: Final = lazy_pattern(r" {0,4}+, ?(?:ngày|tháng)|, \d")
_BULLETS: Final = "-+|•\n"
_CLOSED: Final = lazy_pattern(r"\)(?= ?[\w,;])|\)\.? [^\n]")
_CELL_END: Final = lazy_pattern(r" ?[(:|\n]")
_PERIOD: Final = "1976-02-01"
_LOWER: Final = DISTRICT | COMMUNE
_ANY: Final = PROVINCE | DISTRICT | COMMUNE


def find_bare(source: PlaceText, heads: list[Mention], home: int | None) -> list[Mention]:
    """Return the bare names of the text that are places, in text order."""
    judge = Judge(source, heads, home)
    candidates = _without_decoys(source, find_candidates(source, heads), judge)
    for candidate in candidates:
        judge.keep(candidate, *_by_body(source, candidate, judge))
        if phrase_before(candidate, source.words.bodies).startswith("tỉnh "):
            candidate.mention.unit = "tỉnh"
    for candidate in _open(candidates):
        judge.keep(candidate, *_by_definition(source, candidate))
    read_cities(source, _open(candidates), judge)
    _read_provinces(source, _open(candidates), judge)
    for candidate in reversed(_open(candidates)):
        judge.keep(candidate, judge.inside(candidate), "contained")
    for candidate in _open(candidates):
        judge.keep(candidate, judge.around(candidate), "container")
    read_pairs(source, _open(candidates), judge)
    for candidate in _open(candidates):
        judge.keep(candidate, *_below_province(source, candidate, judge))
    read_lists(source, candidates, judge)
    rest = _open(candidates)
    for candidate in (*rest, *reversed(rest)):
        coordinate(candidate, judge)
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
        if phrase_before(candidate, _LANDFORMS):
            judge.landforms[mention.key] += 1
        if phrase_before(candidate, _ISLANDS) or (
            0 <= islands < mention.start
            and not candidate.mask & PROVINCE
            and joined(source.lower, islands, mention.start)
        ):
            islands = end = mention.end
            if not candidate.mask & PROVINCE:
                continue
        listed = (
            candidate.mask == COMMUNE
            and candidate.mark in (",", ";")
            and 0 <= end < mention.start
            and joined(source.lower, end, mention.start)
            and not judge.inside(candidate)
        )
        decoy = not judge.follows(mention) and is_decoy(source, candidate)
        school = not judge.named.get(mention.key) and honours_person(source, candidate)
        if listed or decoy or school:
            end = mention.end
        else:
            kept.append(candidate)
    return kept


_ISLANDS: Final = frozenset({"quần đảo", "hải đảo", "các đảo"})
_WATERS: Final = ("sông", "hồ", "vịnh", "suối")
_LANDS: Final = ("quần đảo", "bán đảo", "đảo", "núi", "đèo")
_RESERVES: Final = ("vườn quốc gia", "khu bảo tồn", "khu bảo tồn thiên nhiên")
_LANDFORMS: Final = frozenset((*_WATERS, *_LANDS, *_RESERVES))


def _by_body(source: PlaceText, candidate: Candidate, judge: Judge) -> tuple[int, str]:
    """Level by the body that the name belongs to, as in ``Huyện ủy Mường Nhé``."""
    words, mention, mask = source.words, candidate.mention, candidate.mask
    body = phrase_before(candidate, words.bodies)
    level = words.bodies.get(body, 0)
    if level == PROVINCE | DISTRICT:
        return source.city_level(mention.key, mention.start, mention.end) & mask, "body"
    if not level or mention.key in words.things:
        return 0, ""
    if not level & mask:
        return (level if level == DISTRICT else 0), "body"
    named = judge.named.get(mention.key, 0)
    level = level & mask & named or level & mask
    if level & PROVINCE and not (level & DISTRICT and _ended_long_ago(source, mention)):
        return PROVINCE, "body"
    doubtful = words.bodies[body] == _ANY and not named and is_doubtful(source, mention.key)
    doubtful = doubtful and not is_city(source, mention.key)  # "Đại học Vinh"
    if level & DISTRICT:
        return (0 if doubtful else DISTRICT), "body"
    sure = named or body in ("đảng ủy", "ubnd") or judge.homes(mention.key)
    return (COMMUNE if sure and not doubtful else 0), "body"


def _by_definition(source: PlaceText, candidate: Candidate) -> tuple[int, str]:
    """Level that the text says the name has, as in ``Tủa Chùa là một huyện của tỉnh``."""
    mention = candidate.mention
    defined = _DEFINED.match(source.lower, mention.end)
    if defined is None:
        return 0, ""
    level = source.words.units[defined[1]]
    if level == PROVINCE | DISTRICT:
        level = source.city_level(mention.key, mention.start, mention.end)
    if not level & candidate.mask:
        return 0, ""
    mention.unit = defined[1]
    return level, "defined"


_DEFINED: Final = lazy_pattern(
    r" là (?:tên )?(?:một |1 )?(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
    r"(?= (?:\w+ ){0,4}(?:thuộc|của|nằm|ở|cũ|phía)|,)"
)


def _ended_long_ago(source: PlaceText, mention: Mention) -> bool:
    """Whether every province of that name ended by 1976, and before what the text speaks of."""
    known, when = source.known, source.when_at(mention.start, mention.end)
    rows = known.find(mention.key, PROVINCE)
    if when == source.when and source.tells_past:
        when = source.past_at(mention.start)
    if when is not None and when < _PERIOD and any(known.is_valid(row, when) for row in rows):
        return False
    return all("" < known.rows[row][6] <= _PERIOD for row in rows)


def _read_provinces(source: PlaceText, candidates: list[Candidate], judge: Judge) -> None:
    """Keep provinces; of one that is no more, the city of its name in the province that follows."""
    ended: list[Candidate] = []
    for candidate in candidates:
        if _is_of_the_past(source, candidate):
            ended.append(candidate)
        else:
            judge.keep(candidate, *_as_province(source, candidate, judge))
    for candidate in ended:
        judge.keep(candidate, judge.inside(candidate) & DISTRICT, "contained")
        judge.keep(candidate, *_as_province(source, candidate, judge))


def _is_of_the_past(source: PlaceText, candidate: Candidate) -> bool:
    """Whether a district has the name of a province that ended with the war or before."""
    known = source.known
    return bool(candidate.mask & DISTRICT and candidate.mask & PROVINCE) and all(
        "" < known.rows[row][6] <= _PERIOD for row in known.find(candidate.mention.key, PROVINCE)
    )


def _as_province(source: PlaceText, candidate: Candidate, judge: Judge) -> tuple[int, str]:
    words, key = source.words, candidate.mention.key
    named = judge.named.get(key, 0)
    if not candidate.mask & PROVINCE or key in words.things:
        return 0, ""
    if candidate.mask & DISTRICT and _names_its_province(source, candidate.mention):
        return DISTRICT, "contained"
    if _is_region_yet(source, candidate.mention):
        return 0, ""
    return _province(source, candidate, judge, named)


def _is_region_yet(source: PlaceText, mention: Mention) -> bool:
    """Whether a name is one of the provinces merged in 1976, and the text tells of long before.

    In 1908 *Nghệ Tĩnh* was but a way to say Nghệ An and Hà Tĩnh.
    """
    known, when = source.known, source.when_at(mention.start, mention.end)
    if when is None or when >= _MERGED:
        return False
    rows = known.find(mention.key, PROVINCE)
    return all(known.rows[row][5] > _MERGED and "" < known.rows[row][6] < _PARTED for row in rows)


_MERGED: Final = "1975"
_PARTED: Final = "1998"


def _province(source: PlaceText, candidate: Candidate, judge: Judge, named: int) -> tuple[int, str]:
    words, key = source.words, candidate.mention.key
    start, end = candidate.mention.start, candidate.mention.end
    if key in words.cities and source.city_level(key, start, end) == DISTRICT:
        return DISTRICT, "city-name"
    if candidate.mask & _LOWER and _ended_long_ago(source, candidate.mention):
        return (PROVINCE, "named-elsewhere") if named == PROVINCE else (0, "")
    if named & PROVINCE:
        return PROVINCE, "named-elsewhere"
    if key not in words.ambiguous:
        return PROVINCE, "province-name"
    end = candidate.mention.end
    listed = bool(candidate.mark) and candidate.mark in _BULLETS and len(judge.reach) > 2
    before = phrase_before(candidate, words.slots)
    slot = bool(before) and before not in words.sites
    slot = slot or _DATELINE.match(source.lower, end) is not None
    slot = slot or (listed and _CELL_END.match(source.text, end) is not None)
    slot = slot or (candidate.mark == "(" and _CLOSED.match(source.text, end) is not None)
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
    """Level of a name by the slot it stands in and by what else the text speaks of.

    What the text calls a *bán đảo* or *núi* rather than a unit is that wherever it stands.
    """
    words, mention, mask = source.words, candidate.mention, candidate.mask
    key = mention.key
    before = phrase_before(candidate, words.slots)
    doubtful = key in words.things or is_doubtful(source, key)
    slot = bool(before) and not (
        (before in words.lands and key in words.ambiguous) or (before in words.sites and doubtful)
    )
    if judge.is_landform(key):
        return 0, ""
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


_LISTING: Final = frozenset(",;|")


def _in_reach(source: PlaceText, candidate: Candidate, judge: Judge, slot: bool) -> tuple[int, str]:
    """Level of a name that belongs to a province the text speaks of, or is known to all."""
    key = candidate.mention.key
    reached = judge.reached(key)
    if reached & DISTRICT and key not in source.words.ambiguous:
        is_now = candidate.mark in _LISTING and judge.is_commune_now(candidate.mention)
        return (COMMUNE if is_now else DISTRICT), "in-reach"
    if candidate.mask & DISTRICT and key not in source.words.namesakes:
        if slot and not source.is_foreign:
            return DISTRICT, "slot"
        if not source.is_foreign and judge.is_town(key):
            return DISTRICT, "town"
    near = reached & COMMUNE and slot and len(judge.reach) < 5
    if near and " " in key and not is_doubtful(source, key):
        return COMMUNE, "in-reach"
    return 0, ""
