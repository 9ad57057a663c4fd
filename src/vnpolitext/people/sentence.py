"""One sentence with the names and offices in it: who stands before and after a verb, and when."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from vnpolitext.officials.records import Position
from vnpolitext.people.dates import Dates
from vnpolitext.people.deciders import decider
from vnpolitext.people.subjects import Subjects
from vnpolitext.text import View
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import word_set

NEAR: Final = 90
_PASSIVE: Final = lazy_pattern(
    r"(?<!\w)(?:được|bị|vinh dự|nhận)(?: (?!khi )[^\s,.;:]{1,9}){0,16} ?\Z"
)
# Verbs whose subject holds the office.
_OWN: Final = word_set(
    "nhậm chức, trúng cử, đắc cử, tái cử, tái đắc cử, từ chức, thôi giữ chức, thôi giữ các chức, "
    "thôi giữ chức vụ, thôi giữ chức danh, thôi giữ các chức vụ, thôi giữ các chức danh, "
    "thôi chức vụ, thôi chức danh, thôi giữ, thôi làm nhiệm vụ, thôi làm, thôi chức, "
    "chuyển sang làm, chuyển sang giữ, chuyển về làm, trở thành, lên làm, lên giữ, "
    "nhận chức, nhận quyết định giữ chức, nhận quyết định giữ chức vụ, nhận quyết định làm, "
    "lên thay, lên thay thế, lên kế nhiệm"
)
# After these words the person is not the one whom a later verb concerns.
_OTHER: Final = lazy_pattern(
    r"(?<!\w)(?:(?:với|cùng|gặp|theo|bởi|của|thay|cho)"
    r"(?: (?!\(?(?:khi|mà|được|bị|đã|là) )[^\s,.;]{1,12}){0,8}"
    r"|(?:đánh|giết|bắt)(?: [^\s,.;]{1,12})?"
    r"|(?:vụ án|bê bối|dính líu|liên quan)(?: [^\s,.;]{1,12}){0,4}) ?\Z"
)
# Who is beaten, overthrown or followed by the one whom a later verb concerns.
_BEATEN: Final = lazy_pattern(
    r"(?<!\w)(?:(?:đánh bại|phế truất|lật đổ|hạ bệ|kế nhiệm|kế vị|thay thế)(?: [^\s,.;]{1,12}){0,4}"
    r"|(?:thắng|trước)(?: (?:ông|bà|đối thủ|ứng viên|ứng cử viên))?) ?\Z"
)
_OWNER: Final = lazy_pattern(
    r"(?<!\w)(?:của|theo|thay)(?: (?!\(?(?:khi|mà|được|bị|đã|là) )[^\s,.;]{1,12}){0,8} ?\Z"
)
# Of whose time or in whose presence something happens (*dưới triều vua X, năm 1892, ông ...*).
_REIGN: Final = lazy_pattern(
    r"(?<!\w)(?:dưới (?:thời|triều)|thời|triều|đời)(?: (?:vua|chúa|tổng thống|hoàng đế))?"
    r"(?: [^,;.]{1,40} và(?: vua)?)? ?\Z"
)
_FRONTED: Final = lazy_pattern(r"(?<!\w)(?:sau khi|trước khi|kể từ khi|từ khi)(?!\w)[^,;.]{0,40}\Z")
# Who does something else in the sentence (*họp do Tổng Bí thư X triệu tập và được cử làm ...*).
_AGENT: Final = lazy_pattern(
    r"(?<!\w)(?:do|bởi|thay(?: thế)?(?: cho)?)(?: [^\s,.;]{1,12}){0,6} ?\Z"
)
_AT_ONCE: Final = lazy_pattern(r",? ?(?:(?:ông|bà|đồng chí|các ông|các bà) )?")
_TO_WHOM: Final = lazy_pattern(
    r"(?: ?(?:đối với|với|cho|ông|bà|đồng chí|nguyên|các|chức vụ|chức danh|chức|,))* ?"
)
_LISTED: Final = lazy_pattern(r",? ?(?:và )?(?:(?:ông|bà|đồng chí) )?")
# Somebody whose name was not found stands right before the verb.
_UNKNOWN: Final = lazy_pattern(
    rf"(?:[{UPPER}][^\W\d_]* |(?:khi|và|sau|của|ông|bà) )[{UPPER}][^\W\d_]* (?:\w{{1,6}} ){{0,2}}\Z"
    # Or a clause has a subject of its own.
    rf"|(?<!\w)(?:khi|mà|trong khi|bởi|vì) (?:ông |bà )?[{UPPER}]"
)
# Who somebody is to the one whom the sentence is about (*kế vị vua cha là X, trị vì ...*).
_KINDRED: Final = lazy_pattern(
    r"(?<!\w)(?:cha|mẹ|bố|con|con trai|con gái|vợ|chồng|anh|em|chị|bạn|thầy|tiền nhiệm|kế nhiệm)"
    r" là (?:(?:ông|bà|cụ) )?\Z"
)
# Whose wife, child or parent the subject is (*vợ ông X được tặng ...*).
_RELATIVE: Final = lazy_pattern(
    r"(?<!\w)(?:vợ|chồng|con|con trai|con gái|con rể|con dâu|cha|mẹ|bố|cháu|em trai|em gái|anh trai"
    r"|chị gái|chú|bác|cậu|dì|thím|mợ|thân phụ|thân mẫu|phu nhân|gia đình)(?: của)?"
    r" (?:ông|bà|cụ|đồng chí|anh|chị|cố) ?\Z"
)
# Others than the one named, who is their object (*tất cả không ủng hộ X, nhất trí từ chức*).
_ALL_OTHERS: Final = lazy_pattern(
    r"(?<!\w)(?:tất cả|toàn bộ|toàn thể|hầu hết|đa số|phần lớn|nhiều|những|một số)(?!\w)[^,;:]*\Z"
)
_WILL: Final = lazy_pattern(r",[^;,]{1,60} sẽ(?!\w)")
_APART: Final = frozenset(";|:")
# Others than the one named before.
MANY: Final = lazy_pattern(
    r"(?<!\w)(?:cá nhân|tập thể|đồng bào|đồng đội|các|(?:những|nhiều|một số) trường hợp"
    r"|(?<!trong )(?<!cùng )(?<!với )(?<!và )(?:những|nhiều|bao nhiêu|có|mỗi|số"
    r"|toàn bộ|toàn thể|tất cả|phần lớn|đa số|hàng loạt|\d{1,4}) (?:vị |viên )?"
    r"(?:người|cán bộ|chiến s[ĩỹ]|liệt s[ĩỹ]|nạn nhân|đồng chí|anh hùng|tướng|sĩ quan|binh s[ĩỹ]"
    r"|lính|quan chức|lãnh đạo|thành viên|ủy viên|bộ trưởng|nghị s[ĩỹ]|đại biểu|đảng viên"
    r"|nhân viên|công nhân|học sinh|nhà sư|tu s[ĩỹ]|nghệ s[ĩỹ]))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Held:
    """An office that the sentence gives a person."""

    start: int
    end: int
    person: int
    position: Position


class Sentence:
    """One sentence with the names and offices in it."""

    def __init__(
        self,
        view: View,
        span: tuple[int, int],
        names: list[tuple[int, int, int]],
        held: list[Held],
        subjects: Subjects,
    ) -> None:
        """Find the names and offices of a sentence between the ends of ``span``."""
        first, last = span
        self.subjects = subjects
        self.view, self.first, self.last = view, first, last
        self.lower = view.lower[view.locate(first) : view.locate(last)]
        self.offset = view.locate(first)
        self.dates = Dates(self.lower)
        begin, end = bisect_left(names, (first,)), bisect_left(names, (last,))
        self.names = names[begin:end]
        starts = bisect_left(held, first, key=lambda each: each.start)
        ends = bisect_left(held, last, key=lambda each: each.start)
        self.held = held[starts:ends]

    @cached_property
    def text(self) -> str:
        """The sentence as its view has it."""
        return self.view.text[self.offset : self.offset + len(self.lower)]

    @cached_property
    def places(self) -> list[tuple[int, int, int]]:
        """Begin, end and person of the names, in the folded sentence."""
        return [(self.at(start), self.at(end), who) for start, end, who in self.names]

    def at(self, index: int) -> int:
        """Return the place in the folded sentence of a character of the text."""
        return self.view.locate(index) - self.offset

    def is_passive(self, match: re.Match[str]) -> bool:
        """Return whether the person a verb concerns stands before it."""
        if self.is_own(match) or match[0].startswith(("được", "bị")):
            return True
        return self.sign_of_passive(match) is not None

    def is_own(self, match: re.Match[str]) -> bool:
        """Return whether the subject of a verb is who gets or gives up the office."""
        caused = self.lower.endswith("cho ", 0, match.start())
        return match[0] in _OWN and not caused

    def sign_of_passive(self, match: re.Match[str]) -> int | None:
        """Return where the word stands that makes the verb a passive (*được*, *bị*)."""
        start = max(0, match.start() - 120)
        found = _PASSIVE.search(self.lower[start : match.start()])
        return start + found.start() if found is not None else None

    def stated(self, position: Position, *, ends: bool) -> str | None:
        """Return the time that is stated beside an office; a term of office is none of an event."""
        value, span = (
            (position.until, position.until_span) if ends else (position.since, position.since_span)
        )
        if value is None or span is None:
            return value
        if not self.first <= span[0] < self.last:
            return None
        at = self.at(span[0])
        if "^" in self.view.text[at + self.offset : self.offset]:
            return None
        return None if self.dates.is_other(max(0, at)) else value

    def those_after(self, at: int) -> list[int]:
        """Return the persons that follow a place in one list (*cảnh cáo các ông: A, B và C*)."""
        first = self.after(at)
        if first is None:
            return []
        following = [each for each in self.names if self.at(each[0]) >= at]
        persons = [first]
        for left, right in pairwise(following):
            if not _LISTED.fullmatch(self.lower, self.at(left[1]), self.at(right[0])):
                break
            persons.append(right[2])
        return persons

    def those_before(self, match: re.Match[str]) -> list[int]:
        """Return the persons of one list before a verb (*A, B và C đều từ chức*)."""
        last = self.before(match)
        if last is None:
            return []
        persons = [last]
        preceding = [each for each in self.places if each[1] <= match.start()]
        for left, right in pairwise(reversed(preceding)):
            if left[2] not in persons or not _LISTED.fullmatch(self.lower, right[1], left[0]):
                break
            persons.append(right[2])
        return persons[::-1]

    def at_once(self, at: int) -> int | None:
        """Return the person named at once behind a place, or behind the office there."""
        near = next((each for each in self.places if each[0] >= at), None)
        if near is None:
            return None
        gap = self.lower[at : near[0]]
        for each in self.held:
            first, last = self.at(each.start), self.at(each.end)
            if each.person == near[2] and at <= first and last <= near[0]:
                gap = gap.replace(self.lower[first:last], "")
        return near[2] if _TO_WHOM.fullmatch(gap) else None

    def right_after(self, at: int) -> list[int]:
        """Return the person whose name follows a place at once (*sau khi qua đời, ông X ...*)."""
        near = next((each for each in self.names if self.at(each[0]) >= at), None)
        if near is None or not _AT_ONCE.fullmatch(self.lower, at, self.at(near[0])):
            return []
        return [near[2]]

    def before(self, match: re.Match[str]) -> int | None:
        """Return the one person named before a verb, without another name between."""
        at = match.start()
        sign = self.sign_of_passive(match)
        if sign is not None:
            # By whom it is done stands between the sign of the passive and the verb.
            if MANY.search(self.lower, sign, at):
                return None
            at = sign
        meant = self.subjects.before(self.lower, self.text, at, self.places)
        if meant is not None:
            spoken, person = meant
            return None if MANY.search(self.lower, spoken, at) else person
        return self._named_before(at)

    def _named_before(self, at: int) -> int | None:
        """Return the person named last before a place, if a verb there can be of that person."""
        near = [each for each in self.places if each[1] <= at]
        if not near or at - near[-1][1] > NEAR:
            return None
        begin, end, person = near[-1]
        between = self.view.text[self.offset + end : self.offset + at]
        if not _APART.isdisjoint(between) or MANY.search(between.lower()):
            return None
        if (
            _UNKNOWN.search(self._between(end, at, person))
            or self.is_other(begin)
            or self.is_kindred(begin, end, at)
            or self.is_aside(begin, end, at)
            or _RELATIVE.search(self.lower, max(0, begin - 40), begin)
        ):
            return None
        offices = [each for each in self.held if end <= self.at(each.start) < at]
        return None if any(each.person != person for each in offices) else person

    def _between(self, start: int, end: int, person: int) -> str:
        """Return the words between a name and a verb without the offices of the person."""
        words = list(self.text[start:end])
        for each in self.held:
            first, last = self.at(each.start) - start, self.at(each.end) - start
            if each.person == person and 0 <= first < last <= len(words):
                words[first:last] = "," * (last - first)
        return "".join(words)

    def has_other_subject(self, match: re.Match[str]) -> bool:
        """Return whether somebody whose name was not found stands between a name and a verb."""
        near = [each for each in self.places if each[1] <= match.start()]
        return bool(near) and _UNKNOWN.search(self.text[near[-1][1] : match.start()]) is not None

    def is_agent(self, begin: int) -> bool:
        """Return whether a name that begins there is of one by whom something else is done."""
        return _AGENT.search(self.lower[max(0, begin - 70) : begin]) is not None

    def is_aside(self, begin: int, end: int, at: int) -> bool:
        """Return whether a name stands in brackets or names a reign before a verb at ``at``."""
        if _REIGN.search(self.lower[max(0, begin - 60) : begin]):
            return True
        opened = self.lower.rfind("(", 0, begin)
        is_open = opened >= 0 and ")" not in self.lower[opened:begin]
        return is_open and ")" in self.lower[end:at]

    def is_other(self, begin: int) -> bool:
        """Return whether a name that begins there is of one who is no subject (*với X*)."""
        return _OTHER.search(self.lower[max(0, begin - 70) : begin]) is not None

    def is_beaten(self, begin: int) -> bool:
        """Return whether a name that begins there is of one beaten or followed (*đánh bại X*)."""
        return _BEATEN.search(self.lower[max(0, begin - 70) : begin]) is not None

    def is_owner(self, begin: int) -> bool:
        """Return whether something of the one whose name begins there is told (*tờ báo của X*)."""
        return _OWNER.search(self.lower[max(0, begin - 70) : begin]) is not None

    def is_kindred(self, begin: int, end: int, at: int) -> bool:
        """Return whether the subject of a clause that goes on is somebody else than who is named.

        The name says whose relative the subject is, or is the object of many.
        """
        if "," not in self.lower[end:at]:
            return False
        before = self.lower[max(0, begin - 60) : begin]
        return _KINDRED.search(before) is not None or _ALL_OTHERS.search(before) is not None

    def fronted(self, match: re.Match[str]) -> int | None:
        """Return where a clause before the main one ends (*sau khi nghỉ hưu, ông ...*)."""
        if not _FRONTED.search(self.lower[max(0, match.start() - 60) : match.start()]):
            return None
        comma = self.lower.find(",", match.end())
        return comma if comma >= 0 else None

    def is_to_come(self, match: re.Match[str]) -> bool:
        """Return whether the main clause behind one in front is of the future."""
        end = self.fronted(match)
        return end is not None and _WILL.match(self.lower, end) is not None

    def after(self, at: int, reach: int = 60) -> int | None:
        """Return the person that follows a place (*kỷ luật đối với ông X*)."""
        near = next((each for each in self.names if self.at(each[0]) >= at), None)
        if near is None or self.at(near[0]) - at > reach:
            return None
        gap = self.lower[at : self.at(near[0])]
        return near[2] if re.search(r"(?:cho|đối với|đồng chí|ông|bà|với)(?!\w)", gap) else None

    def date(self, match: re.Match[str]) -> str | None:
        """Return the moment at which the sentence tells that happened what a verb says."""
        return self.dates.of(match.span(), self.fronted(match))

    def is_later(self, match: re.Match[str], held: Held) -> bool:
        """Return whether an office was given some time after the first one that a verb gives."""
        return self.dates.turns(match.end(), self.at(held.start))

    def decider(self, match: re.Match[str], person: int) -> str | None:
        """Return who the sentence names as the one who decides; nobody decides of oneself."""
        text = self.text
        found = decider(text, match.start(), subject=self.is_passive(match))
        own = (text[begin:end] for begin, end, who in self.places if who == person)
        return None if found is None or any(name in found for name in own) else found

    def origin(self, at: int) -> int:
        """Return the place in the text of a character of the folded sentence."""
        return self.view.origin(self.offset + at)
