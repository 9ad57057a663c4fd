"""Sentences that tell what happened to a person: the verb, who it happened to, which office."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from vnpolitext.models import model_file, read_table
from vnpolitext.officials.moments import Stretch, find_stretches
from vnpolitext.officials.records import Person, Position
from vnpolitext.people.offices import office_in_full
from vnpolitext.text import View
from vnpolitext.text.sentences import sentences

_REACH: Final = 260
_LONGEST: Final = 4_160
_NEAR: Final = 90
_CLOSE: Final = 40
_LINK: Final = re.compile(
    r"(?:giữ (?:các )?(?:chức vụ|chức danh|chức)|giữ|làm|đảm nhiệm(?: chức vụ| chức)?|vào chức vụ"
    r"|chức vụ|chức danh|chức|phụ trách|là)[ :\"]{1,3}(?:quyền |nhiệm vụ |danh )?\Z"
)
_JOIN: Final = re.compile(
    r"(?: ?[,;] ?| và | kiêm | - |, kiêm | đồng thời là |, đồng thời (?:là )?)\Z"
)
# What makes of a verb a proposal, a rule, a denial or a name of a procedure.
_UNREAL: Final = re.compile(
    r"(?:không|chưa|sẽ|đề nghị|kiến nghị|xem xét|dự kiến|đề xuất|đề cử|ứng cử|quyền|thẩm quyền"
    r"|công tác|quy trình|thủ tục|tiêu chuẩn|điều kiện|nếu|có thể|phải|nhằm|để|trình|chuẩn bị|cần"
    r"|từ chối|trước khi|việc|hồ sơ|tờ trình|quy định|hoặc|được quyền|kết quả|bỏ phiếu|tự|tuổi"
    r"|khả năng|kế hoạch|các trường hợp|người|cuộc|ngày|đợt|danh sách|sự|lòng|đức)"
    r" (?:được |bị |cho |việc |về |tiến hành )?\Z"
)
_OF_DECISION: Final = re.compile(r"(?:quyết định|nghị quyết)[^.;]{0,90}(?:về )?việc (?:cho )?\Z")
_PROPOSED: Final = re.compile(
    r"(?<!\w)(?:trình quốc hội|đề nghị|kiến nghị|giới thiệu|dự kiến|xem xét|sẽ|nếu|trường hợp"
    r"|đề xuất|lấy phiếu|tờ trình|hướng dẫn|quy định|đòi hỏi|muốn|yêu cầu|kêu gọi|mong|ý định"
    r"|dọa|dự thảo|tin đồn|đồn đoán|khả năng|có thể|chưa từng|không)(?!\w)[^;,]{0,70}\Z"
)
_KIN: Final = re.compile(
    r"(?<!\w)(?:cha|mẹ|bố|vợ|chồng|con|anh trai|em|chị|bà nội|ông nội|thân phụ|thân mẫu|người)"
    r"(?!\w)[^,;]{0,40}\Z"
)
_DECIDER: Final = re.compile(
    r"(?<!\w)(?:Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương|Quốc hội|Chủ tịch nước"
    r"|Ủy ban [Tt]hường vụ Quốc hội|Ủy ban Kiểm tra (?:Trung ương|[TtHhĐđ][^ ]{2,5} ủy)"
    r"|Thủ tướng(?: Chính phủ)?|Chính phủ"
    r"|(?:Bộ trưởng|Chủ tịch|Giám đốc|Tổng [Gg]iám đốc|Bí thư|Chánh án|Viện trưởng|Tổng cục trưởng)"
    r"(?: (?!về |việc |được )[^\s,.;:()]{1,12}){1,9}?"
    r"|(?:Ban Thường vụ |Ban Chấp hành |Thường trực )?(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng|Quân) ủy"
    r"(?: [A-ZÀ-ỸĐ][^\s,.;:()]{0,10}){0,6}"
    r"|(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Hội đồng quản trị|Bộ|Ban|Hội|Đảng bộ)"
    r"(?: (?:tỉnh|thành phố|TP|huyện|quận|thị xã|xã|phường|khóa|và"
    r"|[A-ZÀ-ỸĐ,][^\s.;:()]{0,10})){1,9})"
    r"(?= (?:về|đã|vừa|quyết|ban hành|ký|bổ|bầu|điều|phân|chỉ|phê|miễn|bãi|cách|cho|luân|trao"
    r"|công bố|tặng|truy|thi hành|kỷ|khai|chuẩn|thăng|biểu|có|thống|tín|tiến|công nhận|đồng ý|giao"
    r"|cử)(?!\w))"
)
_AWARD: Final = re.compile(
    r"(?:huân chương|huy chương|huy hiệu|danh hiệu|bằng khen|kỷ niệm chương|giải thưởng)"
    r"[^,.;:()\n]{0,70}"
)
_RANK: Final = re.compile(r"(?:thiếu|trung|thượng|đại) (?:úy|tá|tướng)|(?:chuẩn |phó )?đô đốc")
_PASSIVE: Final = re.compile(r"(?<!\w)(?:được|bị|vinh dự|nhận)(?: [^\s,.;]{1,9}){0,6} ?\Z")
# Verbs whose subject holds the office.
_OWN: Final = frozenset(
    {
        "nhậm chức", "trúng cử", "đắc cử", "tái cử", "tái đắc cử", "từ chức", "thôi giữ chức",
        "thôi giữ các chức", "thôi giữ", "thôi làm nhiệm vụ", "thôi làm", "thôi chức",
    }
)  # fmt: skip
# The office of one who is given another (*bổ nhiệm Thứ trưởng X giữ chức Y*).
_GOES_ON: Final = re.compile(r" ?[^.;:()]{2,60}?(?: vào vị trí| vào chức| giữ chức| giữ | làm )")
# After these words the person is not the one whom a later verb concerns.
_OTHER: Final = re.compile(
    r"(?<!\w)(?:với|cùng|gặp|theo|bởi|của|thay|cho)(?: [^\s,.;]{1,12}){0,8} ?\Z"
)
_ENDED: Final = re.compile(
    r"[ :\"]{0,20}(?:các )?(?:chức vụ|chức danh|chức|nhiệm vụ|tất cả)?(?: các)?(?: chức vụ| chức)?"
    r"(?: trong đảng)?[ :\"]{0,20}(?:(?:đối với )?(?:ông|bà|đồng chí)? ?)?"
)
_TURN: Final = re.compile(r"(?:đồng thời|sau đó|rồi|và) (?:được|bị)|;|\(| thay ")
GIVING: Final = frozenset({"appointed", "elected", "transferred", "promoted"})
_MANY: Final = re.compile(r"(?<!\w)(?:cá nhân|tập thể|\d{1,4} người|các)(?!\w)")
_OTHER_TIME: Final = re.compile(r"(?:sinh|số|khóa|nhiệm kỳ)[^,;]{0,14}\Z")
_LONGER: Final = re.compile(r" (?:cho|vì|nhân|do|của|tại|về|và|lần|trong|để|khi)(?!\w).*")


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence tells to have happened to a person.

    Attributes:
        person: Index of the person.
        kind: What happened.
        left: The office held before, or left.
        given: The office, the rank or the award given.
        office_key: Key of the office.
        date: When, ISO 8601.
        decided_by: Who decided it.
        start: Index of the first character of the verb.
        end: Index after what is given or left.
        sentence: Where the sentence begins and ends.
    """

    person: int
    kind: str
    left: str | None
    given: str | None
    office_key: str | None
    date: str | None
    decided_by: str | None
    start: int
    end: int
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Held:
    start: int
    end: int
    person: int
    position: Position


def find_told(text: str, persons: Sequence[Person]) -> Iterator[Told]:
    """Yield what the sentences of a text tell to have happened to its persons.

    Args:
        text: The text as it was read.
        persons: The persons found in it.
    """
    if not persons:
        return
    view = View.of(text)
    names = sorted((*span, at) for at, each in enumerate(persons) for span in each.mentions)
    held = sorted(
        (_Held(p.start, p.end, at, p) for at, each in enumerate(persons) for p in each.positions),
        key=lambda each: (each.start, each.end),
    )
    for sentence in sentences(text):
        first, last = sentence.start, sentence.end
        if last - first > _LONGEST:
            continue
        yield from _Sentence(view, first, last, names, held).told()


class _Sentence:
    """One sentence with the names and offices in it."""

    def __init__(
        self,
        view: View,
        first: int,
        last: int,
        names: list[tuple[int, int, int]],
        held: list[_Held],
    ) -> None:
        self.view, self.first, self.last = view, first, last
        self.lower = view.lower[view.locate(first) : view.locate(last)]
        self.offset = view.locate(first)
        begin, end = bisect_left(names, (first,)), bisect_left(names, (last,))
        self.names = names[begin:end]
        starts = bisect_left(held, first, key=lambda each: each.start)
        ends = bisect_left(held, last, key=lambda each: each.start)
        self.held = held[starts:ends]

    def told(self) -> Iterator[Told]:
        """Yield what the verbs of the sentence tell."""
        if not self.names and not self.held:
            return
        matches = list(_verbs().finditer(self.lower))
        for at, match in enumerate(matches):
            kind, needs = _kinds()[match[0]]
            if self._is_unreal(match.start()):
                continue
            following = matches[at + 1].start() if at + 1 < len(matches) else len(self.lower)
            if needs == "office":
                found = self._offices(match, kind, following)
            elif needs == "nobody":
                found = self._alone(match, kind)
            else:
                found = self._given(match, kind, _AWARD if needs == "award" else _RANK)
            yield from found

    def _is_unreal(self, at: int) -> bool:
        before = self.lower[max(0, at - 160) : at]
        if _OF_DECISION.search(before) and "dự thảo" not in before:
            return False
        return bool(_UNREAL.search(before) or _PROPOSED.search(before))

    def _at(self, index: int) -> int:
        """Return the place in the folded sentence of a character of the text."""
        return self.view.locate(index) - self.offset

    def _offices(self, match: re.Match[str], kind: str, following: int) -> Iterator[Told]:
        """Yield the offices that a verb gives or ends."""
        if kind == "dismissed":
            yield from self._dismissed(match, kind)
            return
        end = min(
            match.end() + _REACH, following if following > match.end() + 12 else len(self.lower)
        )
        turn = _TURN.search(self.lower, match.end(), end)
        end = turn.start() if turn is not None else end
        passive = self._is_passive(match)
        linked: _Held | None = None
        for each in self.held:
            start = self._at(each.start)
            if not match.end() <= start <= end:
                continue
            direct = start - match.end() <= 3
            joined = linked is not None and self._joins(linked, each)
            if not joined and passive == self._names_owner(match.end(), each, start):
                continue
            if direct and _GOES_ON.match(self.lower, self._at(each.end)):
                continue
            if direct or joined or self._is_linked(each, match.end()):
                linked = each
                yield self._office(match, kind, each)

    def _dismissed(self, match: re.Match[str], kind: str) -> Iterator[Told]:
        last: _Held | None = None
        for each in self.held:
            start = self._at(each.start)
            gap = self.lower[match.end() : start] if start >= match.end() else "x" * 99
            joined = last is not None and self._joins(last, each)
            if joined or _ENDED.fullmatch(gap[: _CLOSE + 1]):
                if not joined and not self._is_passive(match):
                    near = any(
                        each.person == who and self._at(begin) >= match.end()
                        for begin, _, who in self.names
                    )
                    if not near:
                        continue
                last = each
                yield self._office(match, kind, each)

    def _is_passive(self, match: re.Match[str]) -> bool:
        """Return whether the person a verb concerns stands before it."""
        if match[0] in _OWN or match[0].startswith(("được", "bị")):
            return True
        return _PASSIVE.search(self.lower[max(0, match.start() - 60) : match.start()]) is not None

    def _names_owner(self, at: int, held: _Held, start: int) -> bool:
        """Return whether somebody is named between a verb and an office, or its holder after it."""
        between = any(at <= self._at(begin) < start for begin, _, _ in self.names)
        after = self._at(held.end)
        return between or any(
            who == held.person and after <= self._at(begin) <= after + 12
            for begin, _, who in self.names
        )

    def _office(self, match: re.Match[str], kind: str, held: _Held) -> Told:
        position = held.position
        office = office_in_full(position)
        before = [
            each
            for each in self.held
            if each.person == held.person
            and each.end <= held.start
            and each.position.organization
            and not self._is_linked(each)
        ]
        left = None
        if kind in GIVING and before:
            keys = [each for each in before if each.position.office_key != position.office_key]
            keys = [each for each in keys if not self._joins(each, held)]
            left = office_in_full(keys[-1].position) if keys else None
        ends = kind == "dismissed"
        stated = position.until if ends else position.since
        return Told(
            held.person, kind, office if ends else left, None if ends else office,
            position.office_key, stated or self._date(match.start()), self._decider(match.start()),
            self._origin(match.start()), held.end, (self.first, self.last),
        )  # fmt: skip

    def _is_linked(self, held: _Held, floor: int = 0) -> bool:
        """Return whether an office follows the words that give one."""
        start = self._at(held.start)
        return _LINK.search(self.lower[max(floor, start - 30) : start]) is not None

    def _joins(self, left: _Held, right: _Held) -> bool:
        """Return whether two offices stand in one list and are one person's."""
        gap = self.lower[self._at(left.end) : self._at(right.start)]
        return left.person == right.person and _JOIN.fullmatch(gap) is not None

    def _alone(self, match: re.Match[str], kind: str) -> Iterator[Told]:
        """Yield what a verb without an object tells of the person before or after it."""
        before = self.lower[max(0, match.start() - 60) : match.start()]
        person = None
        if kind == "disciplined":
            person = self._after(match.end())
        if person is None and not (kind == "died" and _KIN.search(before)):
            person = self._before(match.start())
        if person is not None:
            yield self._plain(match, kind, person, None, match.end())

    def _given(self, match: re.Match[str], kind: str, what: re.Pattern[str]) -> Iterator[Told]:
        """Yield the award or the rank that a verb gives."""
        begin = match.start() if match[0].startswith("trao hu") else match.end()
        found = what.search(self.lower, begin, match.end() + _NEAR)
        if found is None:
            return
        given = self.view.text[self.offset + found.start() : self.offset + found.end()]
        given = _LONGER.sub("", given).strip(' "“”')
        person = self._after(found.start() + len(given), 40)
        passive = match[0].startswith(("vinh dự", "thụ")) or self._is_passive(match)
        if person is None and passive:
            person = self._before(match.start())
        if person is not None:
            yield self._plain(match, kind, person, given, found.start() + len(given))

    def _plain(
        self, match: re.Match[str], kind: str, person: int, given: str | None, end: int
    ) -> Told:
        own = [each for each in self.held if each.person == person]
        return Told(
            person, kind, office_in_full(own[-1].position) if own else None, given, None,
            self._date(match.start()), self._decider(match.start()),
            self._origin(match.start()), self._origin(end - 1) + 1, (self.first, self.last),
        )  # fmt: skip

    def _before(self, at: int) -> int | None:
        """Return the one person named before a place, without another name between."""
        near = [each for each in self.names if self._at(each[1]) <= at]
        if not near or at - self._at(near[-1][1]) > _NEAR:
            return None
        between = self.lower[self._at(near[-1][1]) : at]
        offices = [
            each for each in self.held if near[-1][1] <= each.start and self._at(each.end) <= at
        ]
        if any(each.person != near[-1][2] for each in offices):
            return None
        if ";" in between or _MANY.search(between):
            return None
        begin = self._at(near[-1][0])
        if _OTHER.search(self.lower[max(0, begin - 70) : begin]):
            return None
        return near[-1][2]

    def _after(self, at: int, reach: int = 60) -> int | None:
        """Return the person that follows a place (*kỷ luật đối với ông X*)."""
        near = next((each for each in self.names if self._at(each[0]) >= at), None)
        if near is None or self._at(near[0]) - at > reach:
            return None
        gap = self.lower[at : self._at(near[0])]
        return near[2] if re.search(r"(?:cho|đối với|đồng chí|ông|bà|với)(?!\w)", gap) else None

    @cached_property
    def _moments(self) -> list[Stretch]:
        """The moments of the sentence at which something can have happened."""
        return [
            each
            for each in find_stretches(self.lower)
            if not each.is_period
            and not _OTHER_TIME.search(self.lower[max(0, each.start - 24) : each.start])
        ]

    def _date(self, at: int) -> str | None:
        """Return the moment of the sentence that is nearest to a verb, the one before first."""
        before = [
            each
            for each in self._moments
            if each.end <= at
            and at - each.end <= 200
            and not re.search(r"(?<!\w)(?:sau|trước)(?!\w)", self.lower[each.end : at])
        ]
        after = [each for each in self._moments if each.start >= at]
        close = [each for each in after if each.start - at <= _CLOSE]
        if close and not any(at - each.end <= _CLOSE for each in before):
            return close[0].since
        exact = [each for each in (*reversed(before), *after) if len(each.since) == 10]
        near = exact or [*reversed(before)] or after
        return near[0].since if near else None

    def _decider(self, at: int) -> str | None:
        """Return who the sentence names before a verb as the one who decides."""
        text = self.view.text[self.offset + max(0, at - 220) : self.offset + at + 14]
        found = [each for each in _DECIDER.finditer(text) if each.end() <= len(text) - 13]
        return found[-1][0] if found else None

    def _origin(self, at: int) -> int:
        return self.view.origin(self.offset + at)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, tuple[str, str]]:
    rows = read_table(model_file("offices", "vietnam", "events.tsv"), ("form", "kind", "needs"))
    return {form: (kind, needs) for form, kind, needs in rows}


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    forms = sorted(_kinds(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?<!đề )(?:{'|'.join(map(re.escape, forms))})(?!\w)")
