"""Whether an office is held, was held or is being given: the words before it and its list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from vnpolitext.officials.meaning.branches import branch_of_office
from vnpolitext.officials.phrases import Element, Office
from vnpolitext.officials.words.gaps import joins
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import marker_endings, markers
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.sentences import clause_start
from vnpolitext.vocabulary import addresses

_SENTENCE_END: Final = lazy_pattern(r"\n|[.;!?](?=\s|$)")
_LONGEST: Final = 6
_LONGEST_RANK: Final = 5
_RAISED: Final = frozenset({"phong", "thăng", "hàm", "cấp", "lên"})
_CHAIN: Final = 24
_ENDING: Final = lazy_pattern(
    r"(?:thôi|miễn nhiệm|bãi nhiệm|bãi miễn|cách chức|cho thôi|từ chức|thôi nhiệm|mãn nhiệm|rời"
    r"|từ nhiệm|không còn)(?!\w)"
)
_ONCE: Final = lazy_pattern(
    r"(?<!\w)(?:từng|trước đó|trước đây|trước kia|khi còn|hồi còn|thời (?:k[ỳì] |gian )?còn"
    r"|lúc còn|nguyên"
    r"|(?:trong|suốt|sau) (?:một )?(?:thời gian|thời kỳ|giai đoạn)|(?:thời gian|thời kỳ) (?:đang )?"
    r"|(?<!trước )(?<!sau )(?:khi|lúc|hồi)(?: (?:vẫn|đang|là|giữ|ở)){1,3}"
    r"|sau (?:hơn |gần )?\d{1,2} (?:năm|tháng)|đã có (?:\d{1,2}|hai|ba|nhiều) (?:năm|nhiệm kỳ)"
    r"|kinh qua|trải qua|lần lượt|vốn|có (?:một )?thời gian(?: ngắn| dài)?)"
    r"(?: (?:đã|được|giữ|làm|bầu|bổ nhiệm|cử|phân công|tin tưởng|tín nhiệm|giao|đảm|ông|bà"
    r"|đồng chí|nhiều|các|vị trí|chức vụ|cương vị|công tác|quan trọng|như|lần|ở|còn|nhiệm|đương"
    r"|chức|và|có|hai|ba|\d|khóa|kỳ|[,])){0,8} ?$"
)
# Somebody held an office when something happened (*khi ông A còn là Chủ tịch*).
_WHEN: Final = lazy_pattern(
    r"(?<!trước )(?<!sau )(?<!\w)(?:khi|lúc|hồi|thời) (?:ông|bà|anh|chị|cụ|đồng chí)"
    r"(?: [^\W\d]{1,8}){1,6}? ?\Z"
)
_HOLDS: Final = lazy_pattern(r"(?:(?:còn|đang|vẫn) )?(?:là|làm|giữ)(?!\w)")
# A list of offices that are told as past (*đã kinh qua nhiều chức vụ quan trọng như*).
_PAST_LIST: Final = lazy_pattern(
    r"(?<!\w)(?:từng|đã|lần lượt) (?:từng |lần lượt |được )?(?:giữ|kinh qua|trải qua|đảm nhiệm"
    r"|đảm nhận|đảm đương|nắm giữ|làm|cử giữ|giao) (?:qua )?(?:các|nhiều|những|hàng loạt|một số)"
    r" (?:vị trí|chức|cương vị|trọng trách|nhiệm vụ|vai trò)[^.;\n]{0,110}\Z"
)
_EARLIER: Final = lazy_pattern(r"trước (?:năm|tháng|ngày) \d|khi còn |hồi còn |lúc còn |thuở ")
_BEFORE_RETIRING: Final = ("trước khi nghỉ hưu", "trước khi về hưu", "trước khi về nghỉ hưu")
_CLAIMED: Final = lazy_pattern(r"(?<!\w)(?:đã )?từng [^,;.\n]{0,40} và ?\Z")
_ADDED: Final = ["kiêm"]
_NOW: Final = frozenset({"hiện", "nay", "đang", "giờ"})
_ASIDE: Final = 10
_BREAKS: Final = frozenset({".", "!", "?", ":", "\n", "là", "làm", "giữ", "được"})
_THEN: Final = frozenset({"rồi", "sau", "đó", "tiếp", "theo", "đến", "lên", "về", "sang", "được"})
_REACHING: Final = frozenset({"former", "late"})
_CONTEXT: Final = 90
_LIST_CONTEXT: Final = 180
# What stands behind an office or its holder who loses it (*Chủ tịch nước X bị miễn nhiệm*).
_DEPOSED: Final = lazy_pattern(
    r",? (?:(?:đã|vừa|cũng|chính thức) ){0,2}(?:(?:bị|được) (?:[^,;.\n]{1,30}? )?(?:miễn nhiệm"
    r"|bãi nhiệm|bãi miễn|cách chức|phế truất|lật đổ|cho từ chức|cho thôi chức|ám sát)|từ chức"
    r"|từ nhiệm|mãn nhiệm|thoái vị)"
    r"(?= ?[,.;:)\n\[]| (?:vì|do|để|vào|ngày|năm|tháng|sau|và|hồi|tại)(?!\w)|\Z)"
)
# What comes behind an office that somebody held before another one.
_LEFT: Final = lazy_pattern(
    r"(?: ?\([^()\n]{1,40}\))?(?: trong [^,;.\n]{1,20})?,? (?:rồi |và )?trước khi "
    r"(?:(?:ông|bà|anh|chị) )?(?:được [^,;.\n]{2,40}? )?"
    r"(?:(?:lên |về |sang |chuyển sang |ra )?(?:làm|giữ|nắm)|trở thành|đảm nhiệm"
    r"|đảm nhận|nhậm chức|nhận chức|kế nhiệm|(?:nghỉ|về) hưu|từ chức|qua đời"
    r"|bị (?:bắt|cách|bãi|miễn))"
    r"(?! (?:chức|chức vụ|cương vị|vị trí|nhiệm vụ) (?:này|đó|trên|hiện))(?!\w)"
)

# The last or the highest office of somebody who has retired (*chức vụ trước khi nghỉ hưu: ...*).
_LAST_OFFICE: Final = lazy_pattern(
    r"(?<!\w)(?:chức(?: vụ| danh)?|cương vị|vị trí)(?: công tác)? (?:cuối cùng|cao nhất"
    r"|(?:trước )?(?:khi|lúc) (?:nghỉ|về)(?: nghỉ)? hưu)(?!\w)[^;.\n]{0,60}\Z"
)

_FOLLOWS: Final = lazy_pattern(
    r"(?:, )?(?:và )?(?:rồi|(?:sau|tiếp) đó|sau này)"
    r"(?: (?:lên|làm|là|được|bầu|thăng|giữ|đến|chức)){0,4}"
)


# The status that the words before an office give, where they begin, and whether they only link.
_Marker = tuple[str, int, bool]


@dataclass(slots=True)
class Clause:
    """What the sentence before an office says of it.

    Attributes:
        status: ``"current"``, ``"former"``, ``"late"`` or ``"acting"``.
        verb_at: Index in the text of the words that give the office (*được bầu làm*), if any.
        has_ended: Whether those words end it (*thôi giữ chức*).
    """

    status: str = "current"
    verb_at: int | None = None
    has_ended: bool = False

    @property
    def gives(self) -> bool:
        """Whether a verb gives the office or ends it."""
        return self.verb_at is not None


class Clauses:
    """What the sentences of a text say of its offices, also before the lists they stand in.

    What is read of one office serves those behind it in its list, so that a list of thousands takes
    no longer for each than a short one.
    """

    def __init__(self, tokens: Tokens, elements: list[Element]) -> None:
        """Prepare for the names and offices among the tokens of a text."""
        self._tokens = tokens
        self._elements = elements
        self._read: dict[int, Clause] = {}
        self._markers: dict[int, _Marker | None] = {}
        self._openings: dict[int, int] = {}
        self._firsts: dict[int, int] = {}
        self._ends: dict[int, int] = {}

    def of(self, index: int, lower: str) -> Clause:
        """Return what is said of the office ``elements[index]``.

        Args:
            index: Its number among the elements.
            lower: The folded text in lower case.
        """
        if index not in self._read:
            self._read[index] = self._clause(index, lower)
        return self._read[index]

    def is_left(self, index: int, lower: str) -> bool:
        """Return whether a sentence tells what somebody became after an office, or after its list.

        *làm Bí thư Huyện ủy, trước khi được bầu làm Phó Chủ tịch tỉnh*
        """
        last = self._elements[self._end(index)].last
        return _LEFT.match(lower, self._tokens.ends[last - 1]) is not None

    def _clause(self, index: int, lower: str) -> Clause:
        tokens, elements = self._tokens, self._elements
        if self._marker(index) is None:
            inner = tokens.words[elements[index].first : elements[index].last]
            if "phụ" in inner and "trách" in inner:
                return Clause("acting")
        at = index
        added: tuple[Element, _Marker] | None = None
        while True:
            at = max(self._first(at), min(at, index - _CHAIN - 1))
            found = self._marker(at)
            if found is None:
                break
            opening = self._opening(at)
            if opening == at:
                return _clause(tokens, elements[index], elements[at], found, lower)
            added = added or (elements[at], found)
            at = opening
        if added is not None and tokens.words[added[1][1] : added[0].first] != _ADDED:
            return _clause(tokens, elements[index], *added, lower)
        return _listed(lower, tokens.starts[elements[at].first])

    def _marker(self, at: int) -> _Marker | None:
        if at not in self._markers:
            self._markers[at] = _marker(self._tokens, self._elements[at].first)
        return self._markers[at]

    def _first(self, at: int) -> int:
        """Return the nearest element with a marker, or the first of the list, at ``at`` or before.

        Of the words between the offices of a list only these say anything.
        """
        return _walk(self._firsts, at, -1, self._says_nothing)

    def _says_nothing(self, at: int) -> bool:
        return at > 0 and self._marker(at) is None and _runs(self._tokens, self._elements, at)

    def _opening(self, at: int) -> int:
        """Return the element whose list the verbs before ``at`` only go on with, or ``at``."""
        return _walk(self._openings, at, -1, self._only_goes_on)

    def _only_goes_on(self, at: int) -> bool:
        found = self._marker(at)
        return found is not None and bool(found[2]) and self._goes_on(at, found[1])

    def _end(self, at: int) -> int:
        """Return the last office of the list in which an office stands."""
        return _walk(self._ends, at, 1, self._is_followed)

    def _is_followed(self, at: int) -> bool:
        elements = self._elements
        following = elements[at + 1] if at + 1 < len(elements) else None
        if not isinstance(following, Office):
            return False
        return joins(self._tokens.words[elements[at].last : following.first])

    def _goes_on(self, at: int, begin: int) -> bool:
        """Return whether a verb only goes on with a list (*từng là A, rồi làm B*)."""
        tokens, elements = self._tokens, self._elements
        if at == 0 or not isinstance(elements[at - 1], Office):
            return False
        gap = tokens.words[elements[at - 1].last : begin]
        if not gap or gap == [","]:
            return tokens.words[begin] == "kiêm"
        return any(word in {"rồi", "đó", "tiếp"} for word in gap) and all(
            word in _THEN or word == "," for word in gap
        )


def _walk(known: dict[int, int], at: int, step: int, goes_on: Callable[[int], bool]) -> int:
    """Return where a walk from ``at`` ends, which is kept for each place on its way."""
    passed: list[int] = []
    while at not in known:
        if not goes_on(at):
            known[at] = at
            break
        passed.append(at)
        at += step
    known.update(dict.fromkeys(passed, known[at]))
    return known[at]


def gives_way(tokens: Tokens, elements: list[Element], index: int) -> bool:
    """Return whether another office follows upon one in its list (*Phó Bí thư rồi Bí thư*)."""
    following = elements[index + 1] if index + 1 < len(elements) else None
    if not isinstance(following, Office):
        return False
    gap = " ".join(tokens.words[elements[index].last : following.first])
    return _FOLLOWS.fullmatch(gap) is not None


def is_lost(lower: str, end: int) -> bool:
    """Return whether somebody loses an office (*Bí thư X bị cách chức*).

    Args:
        lower: The folded text in lower case.
        end: Where the office ends, or the name of its holder behind it.
    """
    return _DEPOSED.match(lower, end) is not None


def _listed(lower: str, start: int) -> Clause:
    """Return what the sentence before a list of offices without a marker says of them."""
    opens = clause_start(_SENTENCE_END, lower, max(0, start - _LIST_CONTEXT), start)
    before = lower[opens:start]
    past = _PAST_LIST.search(before) or _LAST_OFFICE.search(before)
    return Clause("former", start) if past else Clause()


def _clause(
    tokens: Tokens, office: Element, opening: Element, found: _Marker, lower: str
) -> Clause:
    """Return what a marker before the office ``opening`` says of one in the list it opens."""
    status, begin, is_link = found
    start = tokens.starts[begin]
    words = tokens.words
    phrase = lower[start : tokens.starts[opening.first]]
    if is_link:
        return _linked(lower[max(0, start - _CONTEXT) : start], phrase, start)
    ended = status == "former" and _ENDING.search(phrase) is not None
    if opening is office:
        return Clause(status, start, ended)
    if status == "former" and not ended and phrase.rstrip() in {"nguyên", "cựu"}:
        spoken = words[begin + 1 : opening.first]
        if ":" not in spoken and not _of_state(office, opening):
            return Clause()
    if status in _REACHING:
        return Clause(status, start, ended)
    return Clause("current", start)


def _linked(before: str, phrase: str, start: int) -> Clause:
    """Return what a verb that gives an office says, with the sentence before it."""
    before = before[clause_start(_SENTENCE_END, before, 0, len(before)) :]
    opening = before.lstrip(" -+*")
    if opening.startswith("trước khi "):
        over = "," in before or opening.startswith(_BEFORE_RETIRING)
        return Clause("former" if over else "current", start)
    if _EARLIER.match(opening):
        return Clause("former", start)
    last = before[-30:].rsplit(",", 1)[-1].rsplit(" để ", 1)[-1]
    if _ENDING.search(last + phrase):
        return Clause("former", start, has_ended=True)
    whole = before + phrase.rstrip(" :")
    once = _ONCE.search(before) or _ONCE.search(whole)
    once = once or _PAST_LIST.search(whole) or _CLAIMED.search(before) or _LAST_OFFICE.search(whole)
    once = once or (_HOLDS.match(phrase) and _WHEN.search(before))
    return Clause("former" if once else "current", start)


def holds_when(lower: str, verb: int) -> bool:
    """Return whether words that give an office say when something else happened.

    *khi ông A là Giám đốc* tells no beginning.

    Args:
        lower: The folded text in lower case.
        verb: Where the words begin that give the office.
    """
    if _HOLDS.match(lower, verb) is None:
        return False
    return _WHEN.search(lower, max(0, verb - _CONTEXT), verb) is not None


def _of_state(office: Element, first: Element) -> bool:
    """Return whether an office is of Party or state, and ends with the first of its list."""
    bodies = {"party", "government", "assembly", "army", "police", "court", "procuracy"}
    return _branch(office) in bodies and _branch(first) in bodies | {"front", "mass organisation"}


def _branch(office: Element) -> str | None:
    if not isinstance(office, Office):
        return None
    entries = [entry for _, _, entry in office.parts if entry is not None]
    return branch_of_office(office.head, entries, office.head.text)


def _marker(tokens: Tokens, first: int) -> _Marker | None:
    """Return the status that words before token ``first`` give, where they begin, if they link."""
    words = tokens.words
    first = end = _before_rank(words, first)
    while end and words[end - 1] in {":", '"', "\n", "-"} and first - end < 3:
        if words[end - 1] == "\n" and words[end - 2 : end - 1] != [":"]:
            break
        if words[end - 1] == "-" and words[end - 2 : end - 1] not in ([":"], ["\n"]):
            break
        end -= 1
    if not end or words[end - 1] not in marker_endings():
        return None
    for size in range(_LONGEST, 0, -1):
        begin = end - size
        if begin < 0:
            continue
        found = markers().match(words, begin)
        if found is None or found[0] != size:
            continue
        role = found[1]
        if role in {"former", "late", "acting"}:
            power = words[begin] == "quyền" and begin and words[begin - 1] in grammar().powers
            return None if power else (role, begin, False)
        if role == "link":
            return "current", begin, True
    return None


def _before_rank(words: list[str], first: int) -> int:
    """Return where a rank begins that a comma parts from an office (*là Thiếu tướng, Tư lệnh*).

    A rank that somebody is given says nothing of the office.
    """
    if not first or words[first - 1] != ",":
        return first
    for size in range(1, min(_LONGEST_RANK, first - 1)):
        at = first - 1 - size
        form = addresses().match(words, at)
        if form is not None and form[0] == size and form[1].is_secular_rank:
            return first if words[at - 1] in _RAISED else at
    return first


def _runs(tokens: Tokens, elements: list[Element], at: int) -> bool:
    """Return whether the element before an office is an office of the same list."""
    left = elements[at - 1]
    if not isinstance(left, Office):
        return False
    gap = tokens.words[left.last : elements[at].first]
    if _NOW & set(gap) or (")" in gap and "(" not in gap):
        return False
    # An abbreviation or the rest of a body may stand before the mark that parts a list.
    listed = gap[-1:] == [";"] and len(gap) <= _ASIDE and _BREAKS.isdisjoint(gap)
    return listed or joins([word for word in gap if word != "rồi"])
