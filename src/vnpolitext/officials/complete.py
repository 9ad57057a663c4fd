"""Bodies completed from their neighbours and from the document: *Tỉnh ủy* of which province?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Generic, TypeVar

from vnpolitext.officials.gazetteer import place_levels
from vnpolitext.officials.grammar import grammar
from vnpolitext.officials.lexicon import bodies
from vnpolitext.officials.records import Position
from vnpolitext.officials.tokens import UPPER
from vnpolitext.officials.understand import Meaning
from vnpolitext.places.records import Place
from vnpolitext.text import View

_COMMITTEES: Final = {"province": "Tỉnh ủy", "district": "Huyện ủy", "commune": "Đảng ủy"}
_INCOMPLETE: Final = frozenset({"Ban Thường vụ", "Ban Chấp hành", "Thường vụ", "ban Thường vụ"})
_CITIES: Final = frozenset({"Hà Nội", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ", "Huế"})
_HEAD: Final = 1500
_BLOCK: Final = 160
_ON_BEHALF: Final = re.compile(r"(?<!\w)t[./]?m[./]? {0,3}([^\W\d_][^\n|*(]{3,60})")
_UNIT: Final = re.compile(
    r"(?:(?P<district>huyện ủy|thị ủy|quận ủy|huyện|thị xã|quận)"
    r"|(?P<commune>xã|phường|thị trấn|đặc khu)) (?=\w)"
)
_NAME: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?(?: [^\W\d_]+(?:'[^\W\d_]+)?){0,3}")


Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Draft:
    """A position before it is completed.

    Attributes:
        position: The position as far as its own words go.
        meaning: What those words say.
        at: Index of its first character in the folded text.
        is_told: Whether a sentence or a line tells when it began, and not when it ended.
    """

    position: Position
    meaning: Meaning
    at: int
    is_told: bool = False


class Setting:
    """What a document says of the places its bodies belong to."""

    def __init__(self, view: View, places: Sequence[Place] | None) -> None:
        """Prepare for positions found in ``view``; ``places`` are its place mentions, if known."""
        self.view = view
        self.places = _Places(places or ())
        self._home: tuple[str, ...] | None = None
        self._units: dict[str, list[tuple[int, str]]] | None = None

    @property
    def home(self) -> str:
        """Name of the province the document is of, or nothing if it does not tell."""
        if self._home is None:
            self._home = (_home(self.view),)
        return self._home[0]

    def nearest(self, level: str, at: int) -> str:
        """Return the district or commune named last before ``at``, else the first after it."""
        if self._units is None:
            self._units = _named_units(self.view)
        units = self._units.get(level, [])
        before = bisect_right(units, at, key=lambda unit: unit[0])
        return units[max(before - 1, 0)][1] if units else ""

    def complete(self, drafts: list[Draft]) -> list[Position]:
        """Return the positions of one person, completed, in the order of ``drafts``."""
        local = [d for d in drafts if d.meaning.level not in {None, "central"}]
        siblings = _Nearest(local, [draft.at for draft in local])
        return [self._complete(draft, siblings) for draft in drafts]

    def _complete(self, draft: Draft, siblings: _Nearest[Draft]) -> Position:
        position, meaning = draft.position, draft.meaning
        level, unit, place = meaning.level, meaning.unit, meaning.place
        organization = position.organization
        sibling = None if place else siblings.to(draft.at, but=draft)
        borrowed = False
        if not unit and not place and (organization or "").lower() in grammar().committees:
            unit = (organization or "").lower()
        if organization is None and position.rule == "signature":
            signed = self._signed(draft.at)
            if signed is not None:
                return replace(
                    position, organization=signed[0], branch=signed[1], is_completed=True
                )
        if sibling is not None and meaning.branch == "party" and _wants_committee(draft):
            committee = _committee(organization or "", sibling)
            if committee:
                level, place, borrowed = sibling.meaning.level, sibling.meaning.place, True
                unit = "" if place else committee.lower()
                organization = f"{organization} {committee}" if organization else committee
        if level is None and sibling is not None and _is_local(draft):
            level = sibling.meaning.level
        name = ""
        if organization is not None and not place and level not in {None, "central"}:
            name = self.home if level == "province" else self.nearest(level or "", draft.at)
            ending = _ending(organization, unit, level, name)
            if ending:
                organization, borrowed = f"{organization} {ending}", True
        own = self.places.of(position, name, level)
        if own is None and borrowed and place and sibling is not None:
            own = self.places.of(sibling.position, "", level)
        return replace(
            position,
            organization=organization,
            level=level,
            is_completed=borrowed,
            place=own,
        )

    def _signed(self, at: int) -> tuple[str, str] | None:
        """Return the body in whose name a document is signed above ``at``, and its branch."""
        phrases = _ON_BEHALF.findall(self.view.lower, max(0, at - _BLOCK), at)
        if not phrases:
            return None
        words = phrases[-1].split()
        match = bodies().match(words, 0)
        if match is None:
            return None
        return " ".join(words)[:1].upper() + " ".join(words)[1:], match[1].branch or "other"


class _Nearest(Generic[Item]):
    """Items at places of a text, found by the nearest place."""

    def __init__(self, items: Iterable[Item], places: Iterable[int]) -> None:
        pairs = sorted(zip(places, items, strict=True), key=lambda pair: pair[0])
        self._at = [at for at, _ in pairs]
        self._items = [item for _, item in pairs]

    def to(self, at: int, *, but: Item | None = None) -> Item | None:
        """Return the item nearest to ``at`` that is not ``but``, of two the one before."""
        here = bisect_right(self._at, at)
        before = next((i for i in range(here - 1, -1, -1) if self._items[i] is not but), None)
        after = next((i for i in range(here, len(self._at)) if self._items[i] is not but), None)
        found = min(
            (i for i in (before, after) if i is not None),
            key=lambda i: abs(self._at[i] - at),
            default=None,
        )
        return None if found is None else self._items[found]


class _Places:
    """The place mentions of a text, by where they stand and by name."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._all = sorted(places, key=lambda place: place.start)
        names: dict[tuple[str, str | None], list[Place]] = {}
        for place in self._all:
            names.setdefault((place.name, place.level), []).append(place)
        self._named = {
            key: _Nearest(same, (place.start for place in same)) for key, same in names.items()
        }

    def of(self, position: Position, name: str, level: str | None) -> Place | None:
        """Return the last place inside a position, else the nearest of that name and level."""
        at = bisect_right(self._all, position.end, key=lambda place: place.end) - 1
        if at >= 0 and self._all[at].start >= position.start:
            return self._all[at]
        same = self._named.get((name, level)) if name else None
        return same.to(position.start) if same else None


def _wants_committee(draft: Draft) -> bool:
    """Return whether a Party body of the position lacks the committee it belongs to."""
    organization = draft.position.organization
    if organization is None or organization in _INCOMPLETE:
        return True
    if draft.meaning.is_military:
        return False
    return draft.meaning.level is None and organization.lower().startswith(("ban ", "đảng ủy"))


def _committee(organization: str, sibling: Draft) -> str:
    """Return the Party committee beside a body: of the same words or of the same level."""
    words = (sibling.position.organization or "").split()
    lower = [word.lower() for word in words]
    for at in range(len(words)):
        pair = " ".join(lower[at : at + 2])
        if pair in grammar().committees and organization.lower() != "đảng ủy":
            return " ".join(words[at:])
    for at in range(len(words)):
        if (
            lower[at] in grammar().commune_units
            or " ".join(lower[at : at + 2]) in grammar().commune_units
        ):
            tail = " ".join(words[at:])
            if sibling.meaning.level == "commune":
                return tail if organization.lower() == "đảng ủy" else f"Đảng ủy {tail}"
            break
    if organization.lower() == "đảng ủy":
        return ""
    place = " ".join(words[-len(sibling.meaning.place) :]) if sibling.meaning.place else ""
    return f"{_COMMITTEES.get(sibling.meaning.level or '', '')} {place}".strip()


def _is_local(draft: Draft) -> bool:
    """Return whether an office that tells no level is of the same one as those beside it.

    Most of the army has none of the levels of the country.
    """
    position = draft.position
    if draft.meaning.is_military or position.branch == "army":
        return "chỉ huy" in f"{position.title} {position.organization}".lower()
    return position.branch not in {"enterprise", "other"}


def _ending(organization: str, unit: str, level: str | None, name: str) -> str:
    """Return what completes the name of a body, or nothing if it is not known or not wanted."""
    if not name or name.lower() in organization.lower():
        return ""
    if unit:
        return name
    if level == "province" and organization.split(maxsplit=1)[0] in {"Sở", "Ty", "Chi"}:
        return f"{'thành phố' if name in _CITIES else 'tỉnh'} {name}"
    return ""


def _home(view: View) -> str:
    """Return the province a document is of: named most, above all in its head and its bodies."""
    lower = view.lower
    counts: Counter[str] = Counter()
    for match in _provinces().finditer(view.text):
        name = " ".join(match[0].lower().split())
        before = lower[max(0, match.start() - 12) : match.start()].rstrip()
        if name == "hồ chí minh" and not before.endswith(("thành phố", "tp", "tp.")):
            continue
        weight = 1 + 2 * before.endswith(("tỉnh", "tỉnh ủy", "thành ủy", "thành phố", "tp."))
        weight += 3 * (match.start() < _HEAD)
        counts[name] += weight
    best = counts.most_common(2)
    if not best or (len(best) == 2 and best[0][1] < 1.5 * best[1][1]):
        return ""
    return _title(best[0][0])


@lru_cache(maxsize=1)
def _provinces() -> re.Pattern[str]:
    names = [" ".join(words) for words, levels in place_levels().items() if "province" in levels]
    names.sort(key=len, reverse=True)
    options = "|".join(re.escape(name).replace("\\ ", " {1,3}") for name in names)
    return re.compile(rf"(?<!\w)(?=[{UPPER}])(?i:{options})(?!\w)")


def _named_units(view: View) -> dict[str, list[tuple[int, str]]]:
    """Return the districts and communes that the text names with their unit word."""
    found: dict[str, list[tuple[int, str]]] = {}
    places = place_levels()
    for match in _UNIT.finditer(view.lower):
        name = _NAME.match(view.text, match.end())
        if name is None or not name[0][0].isupper():
            continue
        level = match.lastgroup or ""
        words = name[0].split()
        for size in range(len(words), 0, -1):
            if size == 1 and len(words) > 1 and words[1][0].isupper():
                continue
            levels = places.get(tuple(word.lower() for word in words[:size]), frozenset())
            if level in levels:
                found.setdefault(level, []).append((match.start(), " ".join(words[:size])))
                break
    return found


def _title(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split())
