"""Sentences that tell what happened to a person: the verb, who it happened to, which office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from vnpolitext.officials.bonds import REPLACED
from vnpolitext.officials.records import Person
from vnpolitext.people.dates import CLOSE
from vnpolitext.people.offices import office_in_full
from vnpolitext.people.plain import AWARD, INTO, RANK, PlainTeller, Told
from vnpolitext.people.sentence import Held
from vnpolitext.people.subjects import Subjects
from vnpolitext.people.verbs import is_unreal, kinds, verbs
from vnpolitext.people.wholes import whole_office
from vnpolitext.text import View, fold
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.sentences import sentences

_REACH: Final = 260
_LONGEST: Final = 4_160
_JOIN: Final = lazy_pattern(
    r"(?: (?:khóa|khoá) [\divxl]{1,6})?(?:,? nhiệm k[ỳì] \d{4} ?- ?\d{4})?"
    r"(?: ?[,;] ?| và | kiêm | - |, kiêm | đồng thời là |, đồng thời (?:là )?)\Z"
)
# The office of one who is given another (*bổ nhiệm Thứ trưởng X giữ chức Y*).
_GOES_ON: Final = lazy_pattern(
    r" ?[^.;:()]{2,110}?"
    r"(?: vào vị trí| vào chức| giữ chức| giữ | làm | về (?:công tác|nhận)| sang )"
)
_NOTE: Final = lazy_pattern(r"\*{0,2}\^\*{0,2}")
# Where somebody is moved who is named with the office left (*điều chuyển Giám đốc X về Bộ*).
_MOVED: Final = lazy_pattern(r" ?[^.;:()]{2,90}? (?:về|sang|đến|tới|ra|vào|lên|xuống) (?!làm|giữ)")
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
_ENDED: Final = lazy_pattern(
    r"[ :\"]{0,20}(?:các )?(?:chức vụ|chức danh|chức|nhiệm vụ|tất cả)?(?: các)?(?: chức vụ| chức)?"
    r"(?: trong đảng)?[ :\"]{0,20}(?:(?:đối với )?(?:ông|bà|đồng chí)? ?)?"
)
# All offices at once, or none named (*cách chức tất cả các chức vụ trong Đảng đối với ông X*).
_ALL_OFFICES: Final = lazy_pattern(
    r" ?(?:tất cả )?(?:các )?(?:chức vụ|chức danh|chức)?(?: trong đảng)? ?"
    r"(?:đối với (?:ông|bà|đồng chí) )?"
)
_TURN: Final = lazy_pattern(r"(?:đồng thời|sau đó|rồi|và) (?:được|bị)|;|\(| thay | kế nhiệm ")
_WHOLLY: Final = frozenset({"cách chức", "miễn nhiệm", "bãi nhiệm"})
_SUCCEEDS: Final = frozenset({"lên thay", "lên thay thế", "lên kế nhiệm", "được cử thay"})
# Verbs that also hand a task to somebody (*phân công Phó Chủ tịch X theo dõi*).
_TASKS: Final = frozenset({"phân công", "được phân công", "được giao", "cử làm", "được cử"})
# The rule of an office whose holder stands behind it: *bầu chức vụ Chủ tịch ... đối với ông X*.
_OBJECT: Final = "object"
# What may stand between a verb and the office that it gives.
_BARE_GAPS: Final = frozenset({"", "nữ", "tân", "chức vụ", "chức danh", "các chức vụ"})
GIVING: Final = frozenset({"appointed", "elected", "transferred", "promoted"})


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
    subjects, ended = Subjects(text, persons), 0
    for first, last in _stretches(text):
        begins = "\n" in text[ended:first] or text[first : first + 1] == "\n"
        ended = last
        if last - first > _LONGEST:
            continue
        found = _Teller(view, (first, last), names, held, subjects)
        subjects.read(found.lower, first, found.places, begins=begins)
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


class _Teller(PlainTeller):
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
            if kind != "died" and self.is_to_come(match):
                continue
            following = matches[at + 1].start() if at + 1 < len(matches) else len(self.lower)
            if needs == "office":
                found = self._offices(match, kind, following)
            elif needs == "nobody":
                found = self.alone(match, kind)
            else:
                found = self.given(match, kind, AWARD if needs == "award" else RANK)
            yield from found

    def _offices(self, match: re.Match[str], kind: str, following: int) -> Iterator[Told]:
        """Yield the offices that a verb gives or ends."""
        if kind == "dismissed":
            ended = list(self._dismissed(match, kind))
            yield from ended or self.left(match, kind)
            return
        if match[0] in _SUCCEEDS:
            yield from self._succeeds(match, kind)
        if _SENT.match(self.lower, match.end()):
            return
        end = self._reach(match.end(), following)
        yield from self.into(match, kind, end)
        yield from self._linked(match, kind, end)

    def _linked(self, match: re.Match[str], kind: str, end: int) -> Iterator[Told]:
        """Yield the offices up to a place that a verb gives."""
        passive = self.is_passive(match)
        linked: Held | None = None
        for each in self.held:
            start = self.at(each.start)
            if not match.end() <= start <= end or each.position.rule == REPLACED:
                continue
            direct = self.lower[match.end() : start].strip(' :"“') in _BARE_GAPS
            joined = linked is not None and self._joins(linked, each)
            is_object = direct and not passive and each.position.rule == _OBJECT
            owned = is_object or self._names_owner(match.end(), each, start)
            if not joined and passive == owned:
                continue
            if direct and self._is_named(each) and self._is_of_named(match, each, end):
                continue
            if direct and self._is_left(match, kind, each):
                if kind == "transferred" and _MOVED.match(self.lower, self.at(each.end), end):
                    yield self.plain(match, kind, each.person, None, self.at(each.end))
                continue
            if direct or joined or self.is_linked(each, match.end()):
                linked = each
                holder = self._holder(match, each)
                if holder is not None:
                    yield from self._office(match, kind, holder)

    def _is_left(self, match: re.Match[str], kind: str, held: Held) -> bool:
        """Return whether an office right behind a verb is the one of who is given another."""
        end = self.at(held.end)
        if _GOES_ON.match(self.lower, end) is not None:
            return True
        moved = kind == "transferred" and not self.is_passive(match) and self._is_named(held)
        return moved and _MOVED.match(self.lower, end) is not None

    def _is_of_named(self, match: re.Match[str], each: Held, end: int) -> bool:
        """Return whether an office right behind a verb says who is named, not what is given.

        *phân công Phó Chủ tịch X theo dõi*, *bầu bổ sung Phó Thủ tướng X vào Bộ Chính trị*
        """
        return match[0] in _TASKS or INTO.search(self.lower, self.at(each.end), end) is not None

    def _succeeds(self, match: re.Match[str], kind: str) -> Iterator[Told]:
        """Yield the office taken over from one named before (*A từ chức, B lên thay*)."""
        person = self.before(match)
        if person is None or any(each.start > self.origin(match.start()) for each in self.held):
            return
        earlier = [each for each in self.held if each.end <= self.origin(match.start())]
        if earlier and earlier[-1].person != person:
            last = earlier[-1]
            first, end = self.origin(match.start()), self.origin(match.end() - 1) + 1
            yield Told(
                person, kind, None, office_in_full(last.position), last.position.office_key,
                self.date(match), None, first, end, (self.first, self.last),
            )  # fmt: skip

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
        meant = self.subjects.before(self.lower, self.text, at, self.places)
        titled = self.subjects.titled
        if meant is not None and meant[1] == titled and not self._is_named(held):
            return Held(held.start, held.end, titled, held.position)
        own = [each for each in self.places if each[1] <= at and each[2] == held.person]
        if not own:
            return None if self.subjects.is_of_relative(self.lower, at) else held
        return self._named_subject(match, held, own[-1][:2])

    def _named_subject(
        self, match: re.Match[str], held: Held, name: tuple[int, int]
    ) -> Held | None:
        """Return an office with its holder, whose name stands before a passive verb."""
        at, (begin, end) = match.start(), name
        other = self.subjects.is_of_other_sex(self.lower, (end, at), held.person)
        if other or self.is_kindred(begin, end, at):
            return None
        sign = self.sign_of_passive(match)
        if sign is not None and begin >= sign:
            person = self.before(match)
            if person is None or person == held.person:
                return None
            return Held(held.start, held.end, person, held.position)
        if self.is_agent(begin) or self.is_owner(begin) or self.is_beaten(begin):
            return self._held_by_pronoun(begin, held)
        nearest = max(each[1] for each in self.places if each[1] <= at) == end
        return None if nearest and self.is_aside(begin, end, at) else held

    def _held_by_pronoun(self, at: int, held: Held) -> Held | None:
        """Return an office with the holder that a pronoun before a place means, if one does."""
        meant = self.subjects.before(self.lower, self.text, at, self.places)
        return None if meant is None else Held(held.start, held.end, meant[1], held.position)

    def _dismissed(self, match: re.Match[str], kind: str) -> Iterator[Told]:
        last: Held | None = None
        follows = next((each for each in self.places if each[0] >= match.end()), None)
        if follows is not None and match[0] in _WHOLLY:
            gap = self.lower[match.end() : follows[0]]
            if "đối với" in gap and _ALL_OFFICES.fullmatch(gap):
                yield self.plain(match, kind, follows[2], None, match.end())
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
                holder = self._resigning(match, each)
                if holder is not None:
                    yield from self._office(match, kind, holder)

    def _resigning(self, match: re.Match[str], held: Held) -> Held | None:
        """Return an office that somebody gives up with who is named right before the verb."""
        if not self.is_own(match) or self._is_named(held):
            return held
        if any(who == held.person and at >= match.end() for at, _, who in self.places):
            return held
        person = self.before(match)
        named = any(who == held.person for _, _, who in self.places)
        meant = named or self.subjects.has_pronoun(self.lower, match.start())
        if person is None and not meant and held.person != self.subjects.current:
            return None
        if person is None:
            return None if self.has_other_subject(match) else held
        return Held(held.start, held.end, person, held.position)

    def _names_owner(self, at: int, held: Held, start: int) -> bool:
        """Return whether somebody is named between a verb and an office, or its holder after it."""
        return any(at <= begin < start for begin, _, _ in self.places) or self._is_named(held)

    def _is_named(self, held: Held) -> bool:
        """Return whether the name of the holder stands right behind an office."""
        after = self.at(held.end)
        return any(
            who == held.person and after <= begin <= after + 12 for begin, _, who in self.places
        )

    def _office(self, match: re.Match[str], kind: str, held: Held) -> Iterator[Told]:
        position = held.position
        whole = whole_office(self.view, position, self.lower, named=self._is_named(held))
        if whole is None:
            return
        office, end = whole
        key = position.office_key if end == position.end else None
        before = [
            each
            for each in self.held
            if each.person == held.person and each.end <= held.start and not self.is_linked(each)
        ]
        left = None
        if kind in GIVING and before:
            keys = [each for each in before if each.position.office_key != position.office_key]
            keys = keys[: len(keys) - self._listed(keys, held)]
            keys = [each for each in self._own(keys) if each.position.organization]
            left = office_in_full(keys[-1].position) if keys else None
        ends = kind == "dismissed"
        stated = self.stated(position, ends=ends)
        yield Told(
            held.person, kind, office if ends else left, None if ends else office,
            key, stated or (None if self.is_later(match, held) else self.date(match)),
            self.decider(match, held.person),
            self.origin(match.start()), end, (self.first, self.last),
        )  # fmt: skip

    def _listed(self, offices: list[Held], held: Held) -> int:
        """Return how many of the offices before one stand in the same list."""
        size, last = 0, held
        for each in reversed(offices):
            if not self._joins(each, last):
                break
            size, last = size + 1, each
        return size

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

    def _joins(self, left: Held, right: Held) -> bool:
        """Return whether two offices stand in one list and are one person's."""
        gap = self.lower[self.at(left.end) : self.at(right.start)]
        return left.person == right.person and _JOIN.fullmatch(gap) is not None
