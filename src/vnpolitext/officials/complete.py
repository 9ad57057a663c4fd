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
from vnpolitext.officials.records import Position
from vnpolitext.officials.surroundings import Surroundings, Unit
from vnpolitext.officials.tokens import UPPER
from vnpolitext.officials.understand import Meaning
from vnpolitext.places.records import Place
from vnpolitext.text import View

_COMMITTEES: Final = {"province": "Tỉnh ủy", "district": "Huyện ủy", "commune": "Đảng ủy"}
_INCOMPLETE: Final = frozenset({"Ban Thường vụ", "Ban Chấp hành", "Thường vụ", "ban Thường vụ"})
_CITIES: Final = frozenset({"Hà Nội", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ", "Huế"})
_HEAD: Final = 1500
_BLOCK: Final = 160
_GAP: Final = 40
_STOP: Final = re.compile(r"[.!?\n|](?=\s|$)|\n|;[^;]{12}")
_ORIGIN: Final = re.compile(r"quê|sinh|nguyên quán|xã |huyện |thành phố [^\s]+ [^\s]+,")
_OF_PROVINCE: Final = ("tỉnh", "tỉnh ủy", "thành ủy", "tại", "đảng bộ tỉnh", "tỉnh lần")
_HEADS_OF_STATE: Final = frozenset({"Hồ Chí Minh", "HỒ CHÍ MINH"})
_PARTY_BODIES: Final = frozenset(
    {"đảng ủy", "ban cán sự đảng", "ban cán sự", "ban thường vụ", "ban chấp hành", "đảng bộ"}
)
# What has a Party organisation of its own, beside the units of the country.
_INSTITUTIONS: Final = (
    "học viện ", "trường ", "đại học ", "công an ", "bộ ", "quân khu", "quân đoàn", "quân chủng",
    "binh chủng", "sư đoàn", "lữ đoàn", "binh đoàn", "bệnh viện ", "viện ", "sở ", "tổng cục ",
    "cục ", "đài ", "thông tấn xã", "tập đoàn ", "tổng công ty ", "công ty ", "ngân hàng ", "báo ",
    "chính phủ", "quốc hội", "tòa án ", "kiểm toán ", "thanh tra chính phủ", "bảo hiểm ", "ủy ban dân tộc",
    "bộ đội biên phòng", "cảnh sát biển", "vùng ", "trung tâm ", "chi cục ",
)  # fmt: skip
_MINISTERS: Final = frozenset({"bộ trưởng", "thứ trưởng", "chủ nhiệm", "phó chủ nhiệm"})
_DEFINED_BODIES: Final = frozenset(
    {"hội đồng", "ban chỉ đạo", "ban tổ chức", "tiểu ban", "tổ công tác", "tổ", "ban"}
)
_BARE_BODIES: Final = frozenset(
    {"hội đồng", "ủy ban", "ban", "hội", "đoàn", "ban chấp hành", "ban thường vụ", "phòng", "sở"}
)
_LOCAL_BODIES: Final = frozenset(
    {
        "đảng ủy", "hội đồng nhân dân", "ủy ban nhân dân", "mặt trận tổ quốc",
        "mặt trận tổ quốc việt nam", "ủy ban mặt trận tổ quốc", "ủy ban mặt trận tổ quốc việt nam",
        "hội phụ nữ", "hội liên hiệp phụ nữ", "hội nông dân", "hội cựu chiến binh", "công an",
        "ban thường vụ đảng ủy", "ban chấp hành đảng ủy", "đảng bộ", "ban chỉ huy quân sự",
    }
)  # fmt: skip
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
        self.around = Surroundings(view)
        self._home: tuple[str, ...] | None = None
        self._units: dict[str, list[tuple[int, str]]] | None = None
        self._provinces: list[tuple[int, str]] | None = None

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

    def province(self, at: int) -> str:
        """Return the province whose bodies the paragraph of ``at`` names, else the document's."""
        if self._provinces is None:
            self._provinces = _provinces_of_bodies(self.view)
        counts = Counter(name for _, name in self._provinces)
        if len(counts) > 1:
            before = bisect_right(self._provinces, at, key=lambda pair: pair[0])
            if before:
                start, name = self._provinces[before - 1]
                near = "\n" not in self.view.text[start:at].strip()
                if near and counts[name] > 1:
                    return name
        return self.home

    def complete(self, drafts: list[Draft], name: str = "") -> list[Position]:
        """Return the positions of one person, completed, in the order of ``drafts``.

        Args:
            drafts: The positions.
            name: Name of the person.
        """
        local = [d for d in drafts if d.meaning.level not in {None, "central"}]
        siblings = _Nearest(local, [draft.at for draft in local])
        found = []
        for at, draft in enumerate(drafts):
            beside = _beside(self.view, drafts, at)
            position = self._complete(draft, siblings, beside)
            if position.level is None and name in _HEADS_OF_STATE and position.title == "Chủ tịch":
                if position.organization is None:
                    position = replace(position, level="central")
            found.append(position)
        return found

    def _complete(
        self, draft: Draft, siblings: _Nearest[Draft], beside: Sequence[Draft]
    ) -> Position:
        position, meaning = draft.position, draft.meaning
        signed = self._signed(draft)
        if signed is not None:
            return signed
        level, unit, place = meaning.level, meaning.unit, meaning.place
        organization, branch = position.organization, position.branch
        source: str | None = None
        if place or meaning.level == "central" and not _wants_committee(draft):
            sibling = None
        else:
            sibling = next((b for b in beside if _is_near(b, siblings)), None)
            sibling = sibling or siblings.to(draft.at, but=draft)
        if not unit and not place and (organization or "").lower() in grammar().committees:
            unit = (organization or "").lower()
        partner = None if place or unit not in {"", "đảng ủy"} else _partner(draft, beside)
        if partner is not None:
            organization, level, place = partner
            unit, source = "", "neighbour"
            if level is None and sibling is not None and _is_local(draft):
                level = sibling.meaning.level
        elif sibling is not None and meaning.branch == "party" and _wants_committee(draft):
            committee = _committee(organization or "", sibling)
            if committee:
                level, place, source = sibling.meaning.level, sibling.meaning.place, "neighbour"
                unit = "" if place else committee.lower()
                organization = _joined(organization, committee)
        elif place == () and not unit and level in {None, "central"}:
            section = self._section(draft, level)
            if section is not None:
                organization, branch, level, unit, source = section
        if level is None and sibling is not None and _is_local(draft):
            level = sibling.meaning.level
        if level is None and not place:
            level, unit = self._scope(draft, organization, branch, unit)
        name = ""
        if organization is not None and not place and level not in {None, "central"}:
            name, told = self._name(level or "", draft, beside)
            ending = _ending(organization, unit, level, name, self.around.unit)
            if ending:
                organization, source = f"{organization} {ending}", source or told
        own = self.places.of(position, name, level)
        if own is None and source and place and sibling is not None:
            own = self.places.of(sibling.position, "", level)
        if own is None and place and level not in {None, "central"}:
            own = self.places.of(position, _title(" ".join(place)), level)
        if own is not None and own.name == "HCM":
            own = replace(own, name="Hồ Chí Minh")
        return replace(
            position,
            organization=organization,
            branch=branch,
            level=level,
            is_completed=source is not None,
            completed_from=source,
            place=own,
        )

    def _name(self, level: str, draft: Draft, beside: Sequence[Draft]) -> tuple[str, str]:
        """Return the unit of a level that a body without its name belongs to, and who tells it."""
        for each in beside:
            if each.meaning.level == level and each.meaning.place:
                return _title(" ".join(each.meaning.place)), "neighbour"
        unit = self.around.unit
        if unit is not None and unit.level == level:
            return unit.name, "letterhead" if self.around.letterhead else "document"
        if level == "province":
            return self.province(draft.at), "document"
        return self.nearest(level, draft.at), "document"

    def _scope(
        self, draft: Draft, organization: str | None, branch: str, unit: str
    ) -> tuple[str | None, str]:
        """Return level and unit word of a bare body in a text that is all about one unit."""
        around = self.around.unit
        if around is None or draft.meaning.is_military or organization is None:
            return None, unit
        lower = organization.lower()
        if around.level == "commune" and (
            lower in _LOCAL_BODIES or lower.startswith(("phòng ", "ban chỉ huy quân sự"))
        ):
            return around.level, around.word
        return None, unit

    def _section(
        self, draft: Draft, level: str | None
    ) -> tuple[str | None, str, str | None, str, str] | None:
        """Return body, branch, level and unit of an office under the heading of its body."""
        position = draft.position
        body, branch = position.organization, position.branch
        lower = (body or "").lower()
        if lower in _DEFINED_BODIES or (not lower and position.title.lower().endswith(" hội đồng")):
            full = self.around.defined(lower or "hội đồng", draft.at)
            if full:
                known = branch if branch != "other" else "government" if _of_state(full) else branch
                return full, known, "central" if _of_state(full) else level, "", "document"
        if level is not None:
            return None
        head = self.around.heading(draft.at)
        if head is None or head.entry is None:
            return None
        name, told = head.name.partition("|")[0], head.branch or branch
        unit = head.unit.full if head.unit is not None else ""
        full = f"{name} {unit}".strip()
        wanted = unit == "" and head.level is not None
        word = "unit" if wanted else ""
        if not lower:
            if not position.title or position.rule == "signature":
                return None
            return full, told, head.level, word, "section"
        if name.lower().startswith(lower) and lower in _BARE_BODIES | {"hội đồng"}:
            return full, branch if branch != "other" else told, head.level, word, "section"
        if told == "assembly" and lower.startswith("ban ") and branch in {"other", "assembly"}:
            return f"{body} {full}", told, head.level, word, "section"
        if name.lower() == lower and head.level is not None:
            return full, branch, head.level, word, "section"
        if head.level is not None and lower in _BARE_BODIES | _LOCAL_BODIES:
            return (
                f"{body} {unit}".strip(),
                branch,
                head.level,
                "unit" if not unit else "",
                "section",
            )
        return None

    def _signed(self, draft: Draft) -> Position | None:
        """Return a position in a block of signature with the body it is signed for."""
        position, meaning = draft.position, draft.meaning
        bare = position.organization is None or position.organization == "Văn phòng"
        if not bare or meaning.place or meaning.level is not None:
            return None
        if position.rule != "signature" and not position.text.isupper():
            return None
        head = self.around.signer(draft.at, _BLOCK)
        if head is None or head.entry is None:
            return None
        body = head.body
        if position.organization is not None and not body.lower().startswith("văn phòng"):
            body = f"Văn phòng {body}"
        level = head.level or head.entry.level
        name = head.unit.name if head.unit is not None else ""
        return replace(
            position,
            organization=body,
            branch=head.branch or position.branch,
            level=level,
            is_completed=True,
            completed_from="letterhead",
            place=self.places.of(position, name, level),
        )


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


def _joined(organization: str | None, committee: str) -> str:
    """Return a body with its committee, of which it may name the first words."""
    if not organization:
        return committee
    words = committee.split()
    for size in (2, 1):
        tail = " ".join(words[:size])
        if organization.lower().endswith(tail.lower()) and size < len(words):
            return f"{organization} {' '.join(words[size:])}"
    return f"{organization} {committee}"


def _beside(view: View, drafts: Sequence[Draft], at: int) -> list[Draft]:
    """Return the offices that stand right beside one of the same person, the following first."""
    found = []
    for other in (at + 1, at - 1):
        if not 0 <= other < len(drafts):
            continue
        left, right = sorted((drafts[at].position, drafts[other].position), key=lambda p: p.start)
        gap = view.source[left.end : right.start]
        if len(gap) <= _GAP and not _STOP.search(gap):
            found.append(drafts[other])
    return found


def _is_near(draft: Draft, siblings: _Nearest[Draft]) -> bool:
    return draft.meaning.level not in {None, "central"}


def _partner(
    draft: Draft, beside: Sequence[Draft]
) -> tuple[str | None, str | None, tuple[str, ...]] | None:
    """Return the body of an office by the one beside it: *Bí thư Đảng ủy, Giám đốc Học viện X*."""
    position = draft.position
    body = (position.organization or "").lower()
    for other in beside:
        theirs, meaning = other.position.organization, other.meaning
        if theirs is None:
            continue
        lower, found = theirs.lower(), None
        if body in _PARTY_BODIES or (not body and position.title.lower() == "đảng ủy viên"):
            own = position.organization or ""
            if lower.startswith(("đảng ủy ", "quân ủy ", "đảng bộ ")) and body.startswith("ban "):
                local = meaning.level in {"province", "district", "commune"}
                found = None if local else f"{own} {theirs}"
            elif lower.startswith(_INSTITUTIONS) and meaning.branch != "party" or lower.startswith(
                ("học viện ", "trường ")
            ):
                middle = " Đảng ủy" if body.startswith(("ban thường", "ban chấp")) else ""
                found = f"{own}{middle} {theirs}"
        elif not body and meaning.is_military and position.branch == "army":
            found = theirs.removeprefix("Đảng ủy ")
        elif not body and position.title.lower() in _MINISTERS and meaning.level == "central":
            if other.position.branch == "government" and lower not in {"chính phủ"}:
                found = theirs
        if found is not None:
            return found, meaning.level, meaning.place
    return None


def _of_state(name: str) -> bool:
    return any(word in name.lower() for word in ("cấp nhà nước", "quốc gia", "trung ương"))


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


def _ending(
    organization: str, unit: str, level: str | None, name: str, around: Unit | None
) -> str:
    """Return what completes the name of a body, or nothing if it is not known or not wanted."""
    if not name or name.lower() in organization.lower():
        return ""
    if unit:
        last = organization.lower().split()[-1]
        worded = around is not None and around.name == name and around.level == level
        if worded and not _has_word(organization, unit):
            return f"{around.word} {name}" if around is not None else name
        if name == "Hồ Chí Minh" and last not in {"phố", "tp"}:
            return f"Thành phố {name}"
        return name
    if level == "province" and organization.split(maxsplit=1)[0] in {"Sở", "Ty", "Chi"}:
        return f"{'thành phố' if name in _CITIES else 'tỉnh'} {name}"
    return ""


def _has_word(organization: str, unit: str) -> bool:
    """Return whether the name of a body ends with a unit word or is a committee of its level."""
    lower = organization.lower()
    ends = lower.endswith((" tỉnh", " phố", " huyện", " quận", " thị xã", " xã", " phường"))
    committees = grammar().committees - {"đảng ủy"}
    return ends or lower.endswith((" trấn", " khu")) or any(c in lower for c in committees)


def _provinces_of_bodies(view: View) -> list[tuple[int, str]]:
    """Return the provinces that stand behind the word of a body or of a unit, with their place."""
    lower, found = view.lower, []
    for match in _provinces().finditer(view.text):
        before = lower[max(0, match.start() - 30) : match.start()].rstrip()
        if _ORIGIN.search(before) or not before.endswith(_OF_PROVINCE):
            continue
        found.append((match.start(), _title(" ".join(match[0].lower().split()))))
    return found


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
    return _title("hồ chí minh" if best[0][0] == "hcm" else best[0][0])


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
