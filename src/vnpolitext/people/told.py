"""Sentences that tell what happened to a person: the verb, who it happened to, which office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from vnpolitext.officials.records import Person
from vnpolitext.people.offices import office_in_full
from vnpolitext.people.sentence import CLOSE, NEAR, Held, Sentence
from vnpolitext.people.subjects import Subjects
from vnpolitext.people.verbs import is_unreal, kinds, verbs
from vnpolitext.text import View, fold
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.sentences import sentences

_REACH: Final = 260
_LONGEST: Final = 4_160
_COPULA: Final = 8
_LINK: Final = lazy_pattern(
    r"(?:giữ (?:các )?(?:chức vụ|chức danh|chức)|giữ|làm|đảm nhiệm(?: chức vụ| chức)?|vào chức vụ"
    r"|(?:vào )?(?:vị trí|cương vị)|chức vụ|chức danh|chức|phụ trách|là)"
    r"[ :\"]{1,3}(?:quyền |nhiệm vụ |danh )?\Z"
)
_JOIN: Final = lazy_pattern(
    r"(?: ?[,;] ?| và | kiêm | - |, kiêm | đồng thời là |, đồng thời (?:là )?)\Z"
)
_KIN: Final = lazy_pattern(
    r"(?<!\w)(?:cha|mẹ|bố|vợ|chồng|con|anh trai|em|chị|bà nội|ông nội|thân phụ|thân mẫu|người)"
    r"(?!\w)[^,;]{0,40}\Z"
)
_AWARD: Final = lazy_pattern(
    r"(?:huân chương|huy chương|huy hiệu|danh hiệu|bằng khen|kỷ niệm chương|giải thưởng)"
    r"[^,.;:()\n]{0,70}"
)
_RANK: Final = lazy_pattern(r"(?:thiếu|trung|thượng|đại) (?:úy|tá|tướng)|(?:chuẩn |phó )?đô đốc")
# The office of one who is given another (*bổ nhiệm Thứ trưởng X giữ chức Y*).
_GOES_ON: Final = lazy_pattern(
    r" ?[^.;:()]{2,60}?(?: vào vị trí| vào chức| giữ chức| giữ | làm | về (?:công tác|nhận)| sang )"
)
_NOTE: Final = lazy_pattern(r"\*{0,2}\^\*{0,2}")
# Sent to learn or to a meeting, not given an office.
_SENT: Final = lazy_pattern(
    r" (?:đi|sang|về|vào|ra)?(?: \w{1,8}){0,2}? ?(?:học|dự|đào tạo|bồi dưỡng|tập huấn)(?!\w)"
)
_NEW_SUBJECT: Final = lazy_pattern(
    r"(?:và|khi|nghiệp|thì|,) (?:ông|bà|anh|chị) "
    r"(?:cũng|lần lượt|còn|tiếp tục|trở|về|được|bị|là|đã)"
)
_SERVES: Final = lazy_pattern(
    r"(?:trợ lý|thư ký) (?:ủy viên|bộ trưởng|thủ tướng|chủ tịch|bí thư|tổng|phó)"
)
_UP_TO: Final = lazy_pattern(r" ?(?:lên|thành|lên cấp|lên cấp bậc|lên quân hàm) ")
_ENDED: Final = lazy_pattern(
    r"[ :\"]{0,20}(?:các )?(?:chức vụ|chức danh|chức|nhiệm vụ|tất cả)?(?: các)?(?: chức vụ| chức)?"
    r"(?: trong đảng)?[ :\"]{0,20}(?:(?:đối với )?(?:ông|bà|đồng chí)? ?)?"
)
_OTHERS: Final = lazy_pattern(
    r" (?:đối với|với|cho)? ?(?:nhiều|các|những|một số|\d{1,4}|hàng \w+) (?!ông|bà|đồng chí)"
)
# What somebody gives up who lives on (*hy sinh cả cuộc đời*).
_DEVOTED: Final = lazy_pattern(
    r" (?:cả|cuộc đời|tất cả|mọi|bản thân|quyền lợi|lợi ích|tuổi|hạnh phúc)(?!\w)"
)
_AT_FRONT: Final = lazy_pattern(r"khi (?:bị |được |đã )?\Z")
_LET: Final = lazy_pattern(r"(?<!\w)(?:cho|để) (?=[^,;]{1,40}\Z)")
# All offices at once, or none named (*cách chức tất cả các chức vụ trong Đảng đối với ông X*).
_ALL_OFFICES: Final = lazy_pattern(
    r" ?(?:tất cả )?(?:các )?(?:chức vụ|chức danh|chức)?(?: trong đảng)? ?"
    r"(?:đối với (?:ông|bà|đồng chí) )?"
)
_TURN: Final = lazy_pattern(r"(?:đồng thời|sau đó|rồi|và) (?:được|bị)|;|\(| thay ")
_WHOLLY: Final = frozenset({"cách chức", "miễn nhiệm", "bãi nhiệm"})
_UNDECIDED: Final = frozenset({"died", "retired"})
GIVING: Final = frozenset({"appointed", "elected", "transferred", "promoted"})
_NOT_GIVEN: Final = lazy_pattern(r"(?<!\w)(?:hiện|đang|từng|nắm|đương)(?: \w{1,6})? \Z")
_LONGER: Final = lazy_pattern(
    r" (?:cho|vì|nhân (?=dịp|ngày|kỷ)|do|của|tại|về|và|lần|trong|để|khi|vào|đợt|năm|dành|cùng"
    r"|ngay)(?!\w).*"
)
_AND_AWARD: Final = lazy_pattern(r"[^,.;:()\n]{0,24}? và (?:các )?")


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
        (Held(p.start, p.end, at, p) for at, each in enumerate(persons) for p in each.positions),
        key=lambda each: (each.start, each.end),
    )
    subjects, ended = Subjects(persons), 0
    for first, last in _stretches(text):
        begins = "\n" in text[ended:first] or text[first : first + 1] == "\n"
        ended = last
        if last - first > _LONGEST:
            continue
        found = _Teller(view, (first, last), names, held, subjects)
        subjects.read(found.lower, found.places, begins=begins)
        yield from found.told()


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield begin and end of the sentences; each note of a page is one of its own."""
    for sentence in sentences(text):
        at = sentence.start
        for mark in _NOTE.finditer(text, sentence.start, sentence.end):
            if mark.start() > at:
                yield at, mark.start()
            at = mark.end()
        if sentence.end > at:
            yield at, sentence.end


class _Teller(Sentence):
    """What the verbs of a sentence tell."""

    def told(self) -> Iterator[Told]:
        """Yield what the verbs of the sentence tell."""
        if not self.names and not self.held and self.subjects.current is None:
            return
        matches = list(verbs().finditer(self.lower))
        for at, match in enumerate(matches):
            kind, needs = kinds()[match[0]]
            if is_unreal(self.lower, match.start()):
                continue
            following = matches[at + 1].start() if at + 1 < len(matches) else len(self.lower)
            if needs == "office":
                found = self._offices(match, kind, following)
            elif needs == "nobody":
                found = self._alone(match, kind)
            else:
                found = self._given(match, kind, _AWARD if needs == "award" else _RANK)
            yield from found

    def _offices(self, match: re.Match[str], kind: str, following: int) -> Iterator[Told]:
        """Yield the offices that a verb gives or ends."""
        if kind == "dismissed":
            yield from self._dismissed(match, kind)
            return
        if _SENT.match(self.lower, match.end()):
            return
        end = self._reach(match.end(), following)
        passive = self.is_passive(match)
        linked: Held | None = None
        for each in self.held:
            start = self.at(each.start)
            if not match.end() <= start <= end:
                continue
            direct = not self.lower[match.end() : start].strip(' :"“')
            joined = linked is not None and self._joins(linked, each)
            if not joined and passive == self._names_owner(match.end(), each, start):
                continue
            if direct and (on := _GOES_ON.match(self.lower, self.at(each.end))) is not None:
                if kind == "transferred" and " về " in on[0]:
                    yield self._plain(match, kind, each.person, None, self.at(each.end))
                continue
            if direct or joined or self._is_linked(each, match.end()):
                linked = each
                holder = self._holder(match, each)
                if holder is not None:
                    yield self._office(match, kind, holder)

    def _reach(self, at: int, following: int) -> int:
        """Return how far the offices that a verb gives may stand behind it."""
        end = min(at + _REACH, following if following > at + 12 else len(self.lower))
        for turn in (_TURN, _NEW_SUBJECT):
            found = turn.search(self.lower, at, end)
            end = found.start() if found is not None else end
        return end

    def _holder(self, match: re.Match[str], held: Held) -> Held | None:
        """Return an office with its holder, if that can be told."""
        own = self._served(match.end(), held)
        return self._subject(match, own) if self.is_passive(match) else own

    def _served(self, at: int, held: Held) -> Held:
        """Return an office with who is given it: *trợ lý đồng chí X* is not X."""
        if not fold(held.position.title or "").startswith(("trợ lý", "thư ký")):
            return held
        start, end = self.at(held.start), self.at(held.end)
        served = any(
            who == held.person and end <= first <= end + 24 for first, _, who in self.places
        )
        given = next((who for first, _, who in self.places if at <= first < start), None)
        if not served or given is None:
            return held
        return Held(held.start, held.end, given, held.position)

    def _subject(self, match: re.Match[str], held: Held) -> Held | None:
        """Return an office with its holder before a passive verb, if the holder can be told.

        Who stands between the sign of the passive and the verb gives the office.
        """
        at = match.start()
        own = [each for each in self.places if each[1] <= at and each[2] == held.person]
        if not own:
            return held
        begin, end, _ = own[-1]
        sign = self.sign_of_passive(match)
        if sign is not None and begin >= sign:
            person = self.before(match)
            if person is None or person == held.person:
                return None
            return Held(held.start, held.end, person, held.position)
        nearest = max(each[1] for each in self.places if each[1] <= at) == end
        return None if nearest and self.is_aside(begin, end, at) else held

    def _dismissed(self, match: re.Match[str], kind: str) -> Iterator[Told]:
        last: Held | None = None
        follows = next((each for each in self.places if each[0] >= match.end()), None)
        if follows is not None and match[0] in _WHOLLY:
            gap = self.lower[match.end() : follows[0]]
            if "đối với" in gap and _ALL_OFFICES.fullmatch(gap):
                yield self._plain(match, kind, follows[2], None, match.end())
                return
        for each in self.held:
            start = self.at(each.start)
            gap = self.lower[match.end() : start] if start >= match.end() else "x" * 99
            joined = last is not None and self._joins(last, each)
            if joined or _ENDED.fullmatch(gap[: CLOSE + 1]):
                if not joined and not self.is_passive(match):
                    near = any(
                        each.person == who and self.at(begin) >= match.end()
                        for begin, _, who in self.names
                    )
                    if not near:
                        continue
                last = each
                yield self._office(match, kind, each)

    def _names_owner(self, at: int, held: Held, start: int) -> bool:
        """Return whether somebody is named between a verb and an office, or its holder after it."""
        between = any(at <= self.at(begin) < start for begin, _, _ in self.names)
        after = self.at(held.end)
        return between or any(
            who == held.person and after <= self.at(begin) <= after + 12
            for begin, _, who in self.names
        )

    def _office(self, match: re.Match[str], kind: str, held: Held) -> Told:
        position = held.position
        office = office_in_full(position)
        before = [
            each
            for each in self.held
            if each.person == held.person and each.end <= held.start and not self._is_linked(each)
        ]
        left = None
        if kind in GIVING and before:
            keys = [each for each in before if each.position.office_key != position.office_key]
            keys = [each for each in keys if not self._joins(each, held)]
            keys = [each for each in self._own(keys) if each.position.organization]
            left = office_in_full(keys[-1].position) if keys else None
        ends = kind == "dismissed"
        stated = self.stated(position, ends=ends)
        return Told(
            held.person, kind, office if ends else left, None if ends else office,
            position.office_key, stated or self.date(match), self.decider(match, held.person),
            self.origin(match.start()), held.end, (self.first, self.last),
        )  # fmt: skip

    def _own(self, offices: list[Held]) -> list[Held]:
        """Return ``offices`` without those of whom the person serves.

        In *Trợ lý Ủy viên Bộ Chính trị, Bộ trưởng X* the minister is somebody else.
        """
        kept: list[Held] = []
        last: Held | None = None
        serves = False
        for each in offices:
            serves = serves and last is not None and self._joins(last, each)
            if not serves:
                kept.append(each)
                serves = _SERVES.match(fold(each.position.title or "")) is not None
            last = each
        return kept

    def _is_linked(self, held: Held, floor: int = 0) -> bool:
        """Return whether an office follows the words that give one."""
        start = self.at(held.start)
        begin = max(floor, start - 30)
        link = _LINK.search(self.lower, begin, start)
        if link is None or _NOT_GIVEN.search(self.lower, begin, link.start()):
            return False
        # *được bầu là Chủ tịch*, but not *bầu Kiên, là thành viên ...*
        return not (floor and link[0].startswith("là") and start - floor > _COPULA)

    def _joins(self, left: Held, right: Held) -> bool:
        """Return whether two offices stand in one list and are one person's."""
        gap = self.lower[self.at(left.end) : self.at(right.start)]
        return left.person == right.person and _JOIN.fullmatch(gap) is not None

    def _alone(self, match: re.Match[str], kind: str) -> Iterator[Told]:
        """Yield what a verb without an object tells of the persons before or after it."""
        if kind == "died" and _DEVOTED.match(self.lower, match.end()):
            return
        before = self.lower[max(0, match.start() - 60) : match.start()]
        persons = []
        if kind == "disciplined" and not match[0].startswith("bị"):
            if _OTHERS.match(self.lower, match.end()):
                return
            persons = self.those_after(match.end())
        fronted = self.fronted(match)
        if not persons and kind == "died" and before.endswith("sau khi "):
            persons = self.right_after(match.end())
        if not persons and fronted is not None and _AT_FRONT.search(before):
            persons = self.right_after(fronted)
        if not persons and kind == "retired" and (let := _LET.search(before)) is not None:
            persons = self.right_after(match.start() - len(before) + let.end())
        if not persons and not (kind == "died" and _KIN.search(before)):
            person = self.before(match)
            persons = [] if person is None else [person]
        for person in persons:
            yield self._plain(match, kind, person, None, match.end())

    def _given(self, match: re.Match[str], kind: str, what: re.Pattern[str]) -> Iterator[Told]:
        """Yield the award or the rank that a verb gives."""
        begin = match.start() if match[0].startswith("trao hu") else match.end()
        found = what.search(self.lower, begin, match.end() + NEAR)
        person: int | None = None
        while found is not None:
            given = self.view.text[self.offset + found.start() : self.offset + found.end()]
            given = _LONGER.sub("", given).strip(' "“”•*')
            end = found.start() + len(given)
            higher = _UP_TO.match(self.lower, found.end()) if what is _RANK else None
            if higher is not None:
                found = what.match(self.lower, higher.end())
                continue
            person = self.after(end, 40) if person is None else person
            if person is None and (
                match[0].startswith(("vinh dự", "thụ")) or self.is_passive(match)
            ):
                person = self.before(match)
            if person is None:
                return
            yield self._plain(match, kind, person, given, end)
            more = _AND_AWARD.match(self.lower, end)
            found = what.match(self.lower, more.end()) if more is not None else None

    def _plain(
        self, match: re.Match[str], kind: str, person: int, given: str | None, end: int
    ) -> Told:
        own = [each for each in self.held if each.person == person and not self._is_linked(each)]
        return Told(
            person, kind, office_in_full(own[-1].position) if own else None, given, None,
            self.date(match), None if kind in _UNDECIDED else self.decider(match, person),
            self.origin(match.start()), self.origin(end - 1) + 1, (self.first, self.last),
        )  # fmt: skip
