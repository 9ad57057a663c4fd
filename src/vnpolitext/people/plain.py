"""What a sentence tells of a person without an office: death, awards, ranks, discipline, leave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from vnpolitext.people.offices import office_in_full
from vnpolitext.people.sentence import NEAR, Held, Sentence
from vnpolitext.people.verbs import verbs
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern

_LINK: Final = lazy_pattern(
    r"(?:giữ (?:các )?(?:chức vụ|chức danh|chức)|giữ|làm|đảm nhiệm(?: chức vụ| chức)?|vào chức vụ"
    r"|(?:vào )?(?:vị trí|cương vị)|chức vụ|chức danh|chức|phụ trách|là)"
    r"[ :\"]{1,3}(?:quyền |nhiệm vụ |danh )?\Z"
)
_KIN: Final = lazy_pattern(
    r"(?<!\w)(?:cha|mẹ|bố|vợ|chồng|con|anh trai|em|chị|bà nội|ông nội|thân phụ|thân mẫu|người)"
    r"(?!\w)[^,;]{0,40}\Z"
)
AWARD: Final = lazy_pattern(
    r"(?:huân chương|huy chương|huy hiệu|danh hiệu|bằng khen|kỷ niệm chương|giải thưởng)"
    r"(?:[^,.;:()\[\n\"”–-]|(?<= )\"[^\"\n]{2,40}\"|(?<=\w)-(?=\w)){0,70}"
)
RANK: Final = lazy_pattern(r"(?:thiếu|trung|thượng|đại) (?:úy|tá|tướng)|(?:chuẩn |phó )?đô đốc")
_UP_TO: Final = lazy_pattern(r" ?(?:lên|thành|lên cấp|lên cấp bậc|lên quân hàm) ")
# An award that stands for a higher one behind it (*Huân chương A lên Huân chương B*).
_AWARD_UP: Final = lazy_pattern(r".*? lên (?=(?:huân|huy) chương )")
# Kinds of bodies without a name (*được bầu vào Ủy ban ...*).
_ANY_BODY: Final = frozenset({"ủy ban", "hội đồng", "ban chấp hành", "ban thường vụ", "thường vụ"})
# Kinds of awards without a name.
_ANY_AWARD: Final = frozenset(
    {"huân chương", "huy chương", "huy hiệu", "danh hiệu", "bằng khen", "giải thưởng"}
)
_OTHERS: Final = lazy_pattern(
    r" (?:đối với|với|cho)? ?(?:nhiều|các|những|một số|\d{1,4}|hàng \w+) (?!ông|bà|đồng chí)"
)
# What somebody gives up who lives on (*hy sinh cả cuộc đời*).
_DEVOTED: Final = lazy_pattern(
    r" (?:cả|cuộc đời|tất cả|mọi|bản thân|quyền lợi|lợi ích|tuổi|hạnh phúc)(?!\w)"
)
# Losses and gifts of many, which no one person is told to have died of (*giúp đỡ, hy sinh của*).
_SACRIFICE: Final = lazy_pattern(
    r"(?<!\w)(?:sự|những|nỗi|lòng|đức|tinh thần|mất mát|gian khổ|giúp đỡ|cống hiến|đóng góp"
    r"|xương máu|công lao|chiến đấu|gian lao|dũng cảm|kiên cường)(?:,| và)? ?\Z"
)
_OF_OTHERS: Final = lazy_pattern(r" (?:của|cao cả|to lớn|thầm lặng|xương máu|vô bờ)(?!\w)")
_ADDRESS: Final = lazy_pattern(r" (?:ông|bà|đồng chí)\Z")
# What may be lived through (*cải thiện sức khỏe sau khi bị ám sát*).
_ATTEMPT: Final = "bị ám sát"
_SURVIVED: Final = lazy_pattern(
    r"(?<!\w)(?:sức khỏe|hồi phục|bình phục|sống sót|thoát chết|hụt|bất thành|không thành|cấp cứu"
    r"|phẫu thuật|nguy kịch|bị thương)(?!\w)"
)
_AT_FRONT: Final = lazy_pattern(r"khi (?:bị |được |đã )?\Z")
_LET: Final = lazy_pattern(r"(?<!\w)(?:cho|để) (?=[^,;]{1,40}\Z)")
_UNDECIDED: Final = frozenset({"died", "retired"})
_GIVEN: Final = lazy_pattern(r"(?<!\w)(?:giữ|làm|trở thành|đảm nhiệm|thôi)(?!\w)")
_REPLACES: Final = lazy_pattern(r"(?<!\w)(?:thay(?: cho| thế)?|kế nhiệm) [^,;]{1,60}\Z")
_NOT_GIVEN: Final = lazy_pattern(r"(?<!\w)(?:hiện|đang|từng|nắm|đương|từ)(?: \w{1,6})? \Z")
_LONGER: Final = lazy_pattern(
    r" (?:cho|vì|nhân (?=dịp|ngày|kỷ)|(?<!Tự )do|của|tại|về|và|lần|trong|để|khi|vào|đợt"
    r"|năm(?! tuổi)|dành|với|như|thứ|đối|cao hơn|cùng|ngay|sau|trước|từ|ngày|tháng"
    r"|(?:1[89]|20)\d\d)(?!\w)"
    # A name goes on (*Huân chương Văn học và Nghệ thuật*), if it is not one of another award.
    rf"(?!(?<=và) (?!Huân|Huy|Danh|Bằng|Giải|Kỷ|Nghệ s|Nhà|Anh h)[{UPPER}]).*"
)
# One that is pointed to, or the first of several that are parted by commas (*huy hiệu 30, 40 và*).
_UNNAMED: Final = lazy_pattern(r" (?:này|đó|trên|nói trên|kể trên)\Z|huy hiệu \d{1,3}\Z")
_AND_AWARD: Final = lazy_pattern(r"[^,.;:()\n]{0,24}? và (?:các )?")
# Bodies whose members are elected or sent into them, and where the words for one end.
INTO: Final = lazy_pattern(
    r" (?:bổ sung )?vào (?P<body>(?:ban (?:chấp hành|thường vụ|bí thư|thường trực|cán sự|chấp ủy)"
    r"|bộ chính trị|quốc hội|hội đồng|đoàn chủ tịch|thường vụ|trung ương|ủy ban"
    r"|(?:tỉnh|thành|huyện|xứ|khu|đảng) ủy)(?!\w))"
)
_BODY_END: Final = lazy_pattern(
    r"[,.;:()\[\]\"“”\n]| (?:(?:các )?khóa|khoá|nhiệm kỳ|nhiệm kì|với|tại|từ|năm|ngày|tháng|do"
    r"|trong|lần|để|như|thay|khi|sau|cùng|nên|(?:và )?(?:giữ|làm|được|đến|là|trở thành)|đồng thời"
    r"|gồm|rồi|ở|hồi|vừa)(?!\w)"
)
_PRONOUNS: Final = frozenset({"ông", "bà", "anh", "chị", "đồng chí"})
_OF_NAMES: Final = lazy_pattern(r" (?:ông|bà|đồng chí|các ông|các đồng chí) [^.;]{3,120}")
_COPULA: Final = 8
_NEAR_AWARD: Final = 40


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


class PlainTeller(Sentence):
    """What the verbs of a sentence tell that give and end no office by name."""

    def is_linked(self, held: Held, floor: int = 0) -> bool:
        """Return whether an office follows the words that give one."""
        start = self.at(held.start)
        begin = max(floor, start - 30)
        link = _LINK.search(self.lower, begin, start)
        if link is None or _NOT_GIVEN.search(self.lower, begin, link.start()):
            return False
        # *được bầu là Chủ tịch*, but not *bầu Kiên, là thành viên ...*
        is_copula = link[0].rstrip(' :"') == "là"
        return not (floor and is_copula and start - floor > _COPULA)

    def _is_given_later(self, match: re.Match[str], held: Held) -> bool:
        """Return whether words between a verb and an office behind it give the office."""
        end = max(match.end(), self.at(held.start))
        given = verbs().search(self.lower, match.end(), end)
        return given is not None or _GIVEN.search(self.lower, match.end(), end) is not None

    def _is_replaced(self, match: re.Match[str]) -> bool:
        """Return whether somebody leaves for whom a date before tells when another came."""
        before = self.lower[max(0, match.start() - NEAR) : match.start()]
        return _REPLACES.search(before) is not None

    def left(self, match: re.Match[str], kind: str) -> Iterator[Told]:
        """Yield who leaves an office that stands beside the name (*Bộ trưởng X từ chức*).

        It stands before the verb, or behind one whose object is the person (*cách chức ông X*).
        """
        persons: list[int] = []
        if self.is_passive(match):
            persons = self.those_before(match)
        elif (first := self.at_once(match.end())) is not None:
            persons = [first]
        for person in persons:
            yield self.plain(match, kind, person, None, match.end())

    def into(self, match: re.Match[str], kind: str, end: int) -> Iterator[Told]:
        """Yield the body into which a verb brings somebody (*được bầu vào Ban Chấp hành*)."""
        found = INTO.search(self.lower, match.end(), end)
        if found is None:
            return
        text = self.view.text[self.offset + found.start("body") : self.offset + end]
        body = _BODY_END.split(text, maxsplit=1)[0].strip().removesuffix(" và")
        if body.islower() or body.lower() in _ANY_BODY:
            return
        between = self.lower[match.end() : found.start()]
        if between.strip() in _PRONOUNS:
            persons = [] if self.subjects.current is None else [self.subjects.current]
        elif between.strip():
            named = [who for first, _, who in self.places if match.end() <= first < found.start()]
            titled = any(self.at(each.start) == match.end() + 1 for each in self.held)
            persons = named if titled or _OF_NAMES.fullmatch(between) else []
        else:
            person = self.before(match)
            persons = [] if person is None or not self.is_passive(match) else [person]
        for person in persons:
            yield self.plain(match, kind, person, body, found.start("body") + len(body))

    def alone(self, match: re.Match[str], kind: str) -> Iterator[Told]:
        """Yield what a verb without an object tells of the persons before or after it."""
        if kind == "died" and self._is_devotion(match):
            return
        if match[0] == _ATTEMPT and _SURVIVED.search(self.lower):
            return
        before = self.lower[max(0, match.start() - 60) : match.start()]
        persons = []
        if kind == "disciplined" and not match[0].startswith("bị"):
            if _OTHERS.match(self.lower, match.end()):
                return
            address = _ADDRESS.search(match[0])  # of a verb that only its object tells from a noun
            persons = self.those_after(match.end() - (len(address[0]) if address else 0))
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
            yield self.plain(match, kind, person, None, match.end())

    def _is_devotion(self, match: re.Match[str]) -> bool:
        """Return whether words for a death tell what somebody lives for or many have given."""
        if _DEVOTED.match(self.lower, match.end()):
            return True
        if not match[0].endswith("sinh"):
            return False
        before = self.lower[max(0, match.start() - 30) : match.start()]
        return bool(_SACRIFICE.search(before) or _OF_OTHERS.match(self.lower, match.end()))

    def given(self, match: re.Match[str], kind: str, what: re.Pattern[str]) -> Iterator[Told]:
        """Yield the award or the rank that a verb gives."""
        found = what.search(self.lower, match.start(), match.end() + NEAR)
        person: int | None = None
        while found is not None:
            first = found.start()
            if what is AWARD and (up := _AWARD_UP.match(self.lower, first, found.end())):
                first = up.end()
            given = self.view.text[self.offset + first : self.offset + found.end()]
            given = _LONGER.sub("", given).strip(' "“”•*…')
            if _UNNAMED.search(given) or given.lower().removesuffix(" cao quý") in _ANY_AWARD:
                return
            end = first + len(given)
            higher = _UP_TO.match(self.lower, found.end()) if what is RANK else None
            if higher is not None:
                found = what.match(self.lower, higher.end())
                continue
            if person is None and "(" not in self.lower[end : end + _NEAR_AWARD]:
                person = self.after(end, _NEAR_AWARD)
            if person is None and (
                match[0].startswith(("vinh dự", "thụ")) or self.is_passive(match)
            ):
                person = self.before(match)
            if person is None:
                return
            yield self.plain(match, kind, person, given, end)
            more = _AND_AWARD.match(self.lower, end)
            found = what.match(self.lower, more.end()) if more is not None else None

    def plain(
        self, match: re.Match[str], kind: str, person: int, given: str | None, end: int
    ) -> Told:
        """Return what a verb tells of a person, with the office that the sentence gives beside."""
        own = [
            each
            for each in self.held
            if each.person == person and not self.is_linked(each)
            if not self._is_given_later(match, each)
        ]
        decider = None if kind in _UNDECIDED else self.decider(match, person)
        return Told(
            person, kind, office_in_full(own[-1].position) if own else None, given, None,
            None if self._is_replaced(match) else self.date(match), decider,
            self.origin(match.start()), self.origin(end - 1) + 1, (self.first, self.last),
        )  # fmt: skip
