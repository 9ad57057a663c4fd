"""What an item is: a task, or a goal, a finding, a lesson, a definition, a topic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from vnpolitext.directives.actors import Stretch
from vnpolitext.directives.clauses import SENTENCE_END, Clauses
from vnpolitext.directives.lexicon import ROLES, task_rules
from vnpolitext.directives.records import Directive
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

_DEFINITION: Final = lazy_pattern(
    r"[^,.;:\n]{2,120}?(?<!\w)(?<!nhất )là(?!\w)(?! (?:phải|cần|tiếp tục|\d))"
)
# What a norm says of its own matters, and of cases, explains no word.
_NO_TERM: Final = lazy_pattern(
    r"(?:mức(?! lương)|phạm vi|đối tượng|thời (?:hạn|gian|điểm)|thành phần|địa điểm|số lượng"
    r"|giá đất|hình thức|nội dung|kinh phí|điều kiện|nguyên tắc|cơ quan|căn cứ|lao động|người)"
    r"(?!\w)|[^.;:\n]{2,90}? là (?:các|những|nữ|nam|số|của|do)(?!\w)"
)
# Before a word of the past, these make it say of which people or cases something holds.
_ATTRIBUTE: Final = lazy_pattern(
    r"(?<!\w)(?:đối với|trường hợp|nếu|khi|sau|trước|người|đối tượng|tài liệu|giấy|hồ sơ|quyết định"
    r"|quy định|căn cứ|theo|mà|thì|số tiền|danh hiệu|để|những|các khoản|bản sao)(?!\w)"
)
_DONE: Final = lazy_pattern(r"(?:[^.;:\n]{2,60}?,? )?(?:đã|chưa)(?!\w)(?! (?:được|bị))")
# What a law says is introduced so; its words for things name no part of a report.
_NORMATIVE: Final = lazy_pattern(
    r"(?<!\w)(?:quy định|căn cứ|nghị định|luật|thông tư|điều \d|quyết định số|hướng dẫn)(?!\w)"
)
_LISTS: Final = lazy_pattern(
    r"(?<!\w)(?:trường hợp|điều kiện|tiêu chuẩn|hồ sơ|quy định|hành vi|gồm|đối tượng)(?!\w)"
)
# Words of a norm, which tells of no deed: what it says is so wherever its case is met.
_NORM: Final = lazy_pattern(
    r"(?<!\w)(?:(?:nghị định|thông tư|quyết định|quy định|quy chế|luật|điều|khoản|điểm) này(?!\w)"
    r"|hành vi|vi phạm hành chính|theo quy định|(?:khoản|điều) \d|chưa kể(?!\w))"
)
# A list of what somebody may do orders nothing, but that of rights and duties may.
_RIGHTS: Final = lazy_pattern(
    r"(?<!\w)(?:có (?:các |những )?quyền|được quyền|quyền của|các quyền)(?!\w)(?! hạn)"
)
# What closes a list of what is forbidden, and names no deed.
_OTHERS: Final = lazy_pattern(r"(?:các|những|mọi) [^.;\n]{0,90}?(?<!\w)khác(?!\w)")
_DUTIES: Final = lazy_pattern(r"(?<!\w)(?:nghĩa vụ|trách nhiệm|nhiệm vụ|quyền hạn)(?!\w)")
_OPENING: Final = lazy_pattern(r"[ .):;*/\"“'(\n-]*")
_NUMBERED: Final = r"(?:[ivx\d.]{1,6}[.)/-]? ?)?(?:(?:một số|những|các|về|đánh giá) )?"
# A heading of a part of a report or plan, not of an article that has such a word in it.
_ABOUT: Final = lazy_pattern(
    rf"{_NUMBERED}(?:mục tiêu|chỉ tiêu|kết quả\W*\Z"
    r"|kết quả (?:đạt được|thực hiện|nổi bật|chủ yếu|cụ thể)"
    r"|thành tựu|ưu điểm|hạn chế|tồn tại|khuyết điểm|yếu kém|nguyên nhân|khó khăn|thuận lợi"
    r"|bài học|kinh nghiệm|đặc điểm tình hình|tình hình|thực trạng)(?!\w)"
)
# What was done of tasks, and not which are to be done.
_OUTCOME: Final = lazy_pattern(
    rf"{_NUMBERED}kết quả (?:thực hiện|công tác|triển khai|lãnh đạo)"
    r"(?!.*(?:và|;|,) (?:phương hướng|nhiệm vụ))"
)
_GOAL: Final = lazy_pattern(r"(?:về )?(?:mục tiêu|chỉ tiêu|mục đích)(?!\w)")
# A sentence that tells goals, however long it is; the name of a programme is none.
_GOALS: Final = lazy_pattern(
    r"(?<!\w)(?:quy định|nêu|nêu rõ|đề ra|đặt ra|xác định|thông qua)(?: về)?(?: rõ)?"
    r"(?: các| những| một số| \d{1,2})? (?:mục tiêu|chỉ tiêu)(?! quốc gia)(?!\w)[^.;\n]*:?\Z"
)
# Aims and quotas that are parts of other words.
_NO_GOALS: Final = lazy_pattern(
    r"(?:chuyển|đúng|sai|vì|nhằm|với) mục đích|mục đích (?:sử dụng|kinh doanh|khác)"
    r"|mục tiêu quốc gia|chỉ tiêu (?:giao quân|biên chế|tuyển sinh)"
)
_REACHED: Final = lazy_pattern(r"(?<!\w)đã (?:được )?(?:đạt|hoàn thành|thực hiện|vượt)(?!\w)")
_HEAD_WORDS: Final = 6
_TAIL_WORDS: Final = 9
_CLAUSE_ENDS: Final = (",", ";", ":", "nhưng", "song", "tuy")
_LONGEST_CUE: Final = 300
_EARLY: Final = 90
_LABEL: Final = 40
_WORD: Final = 8
_EDGE: Final = " .):;*-/\"“'(\n"
_TELLING: Final = frozenset(
    {"báo cáo", "đánh giá", "nêu", "nêu rõ", "đạt", "tổng hợp", "nhận diện"}
)


@dataclass(frozen=True, slots=True)
class Above:
    """The items of a document, and the roles that sentences seen so far speak of.

    Attributes:
        items: The items.
        cues: Of words above items, the role they speak of.
        headings: Of lists that no sentence announces, the heading right above.
    """

    items: Sequence[Directive]
    cues: dict[str, str | None]
    headings: Mapping[int, str] = field(default_factory=dict)

    def role(self, item: Directive) -> str | None:
        """Return the role that the nearest sentence or heading above ``item`` speaks of."""
        step: Directive | None = item
        while step is not None:
            role = self._cued(step.lead_in) or self._headed(step)
            step = self.items[step.parent] if step.parent is not None else None
            if role is None and step is not None:
                role = self._cued(step.heading)
            if role is not None:
                return role
        return None

    def around(self, item: Directive) -> tuple[str | None, str | None]:
        """Return the words above ``item`` and the role that those around it speak of."""
        outer = self.items[item.parent] if item.parent is not None else None
        lead = item.lead_in or (outer.heading if outer is not None else None)
        return lead, self.role(item)

    def _headed(self, item: Directive) -> str | None:
        """The role that the heading right above a list is about: *II. HẠN CHẾ, NGUYÊN NHÂN*."""
        heading = self.headings.get(item.list, "")
        return self._cued(heading) if _ABOUT.match(heading.lower()) else None

    def _cued(self, words: str | None) -> str | None:
        if words is None:
            return None
        if words not in self.cues:
            self.cues[words] = _cue(words)
        return self.cues[words]


def role_of(
    view: View,
    item: Directive,
    body: Stretch,
    clauses: Clauses,
    context: str | None,
    *,
    is_parent: bool,
    forbids: bool,
    pull: float,
) -> str:
    """Return the role of ``item``, whose own words are ``body``.

    Args:
        view: The document.
        item: The item.
        body: Where its own words are, folded.
        clauses: What was found at the beginnings of its clauses.
        context: The role that the words above it speak of.
        is_parent: Whether items stand in it.
        forbids: Whether the words above it forbid what it names.
        pull: What speaks for it ordering something, above 0, or against it.
    """
    label = item.heading.lower() if item.heading and len(item.heading) < _LABEL else ""
    shouted = (item.heading or "").isupper() and len(item.heading or "") > _WORD
    if shouted and (is_parent or not clauses.opens):
        return "topic"
    if label in task_rules().topics:
        if is_parent or not _is_label(view, body):
            return "topic"
        context = _cue(label) or context
    if not is_parent and _GOAL.match(label):
        context = "goal"
    if context in ("lesson", "definition", "finding", "result"):
        return context
    lead = (item.lead_in or "").lower()
    lists = _LISTS.search(lead) is not None or _NORMATIVE.search(lead) is not None
    entitles = _RIGHTS.search(lead) is not None and _DUTIES.search(lead) is None
    orders = pull > 0 and not entitles
    if forbids:
        orders = _OTHERS.match(_first_sentence(view, *body)) is None
    elif is_parent and not (clauses.actions or clauses.modals):
        orders = False  # A heading that is nothing but a name.
    return _own_role(view, body, clauses, context, orders=orders, lists=lists)


def _own_role(
    view: View,
    body: Stretch,
    clauses: Clauses,
    context: str | None,
    *,
    orders: bool,
    lists: bool,
) -> str:
    """The role an item's own words give it under headings of tasks, goals or nothing.

    What lists cases, papers or people (``lists``) tells of nothing done, and defines no word.
    """
    first = _first_sentence(view, *body)
    is_done = not clauses.modals and _DONE.match(first.lstrip(_EDGE)) is not None
    tells = not lists and _NORM.search(view.lower, *body) is None
    if tells and (not orders or is_done):
        opens = clauses.opens or bool(clauses.actors and clauses.actions)
        if _tells_what_was(first, opens=opens, ordered=context in ("task", "goal")):
            return "result"
    if orders or context == "goal":
        return "goal" if context == "goal" else "task"
    return "definition" if not lists and _defines(first.strip(" .)-*")) else "topic"


def _defines(first: str) -> bool:
    """Whether a sentence says what a word means, not what a body, a case or a sum is."""
    if _DEFINITION.match(first) is None or _NO_TERM.match(first):
        return False
    return task_rules().actors.longest(first, 0, len(first)) is None


def _tells_what_was(first: str, *, opens: bool, ordered: bool) -> bool:
    """Whether the first sentence tells of something done.

    In an order, *chưa* and *đã* stand with a noun (*những nơi chưa có*, *các nhiệm vụ đã đề ra*),
    unless a clause begins with them.
    """
    for word in task_rules().past.finditer(first, 0, _EARLY):
        if _ATTRIBUTE.search(first, 0, word.start()):
            return False
        begins = first[: word.start()].rstrip(" \n").endswith(_CLAUSE_ENDS) or not word.start()
        if begins or not opens or not (ordered or word[0] == "chưa"):
            return True
    return False


def _is_label(view: View, body: Stretch) -> bool:
    """Whether the heading is a word before a colon, with the matter behind it on the line."""
    line = view.text[body[0] : body[0] + _LABEL + 8]
    return ":" in line and bool(line.partition(":")[2].strip(" *"))


def _first_sentence(view: View, start: int, end: int) -> str:
    opening = _OPENING.match(view.text, start, end)
    start = opening.end() if opening else start
    sentence = SENTENCE_END.search(view.text, start, end)
    return view.lower[start : sentence.start() if sentence else end]


def _cue(words: str) -> str | None:
    """The role whose cue stands last in ``words``; of two at one place, the first of `ROLES`."""
    folded = _NO_GOALS.sub("…", words[-_LONGEST_CUE:].lower())
    if _GOALS.search(folded):
        return "result" if _REACHED.search(folded) else "goal"
    every = folded.split()
    if len(every) > _HEAD_WORDS + _TAIL_WORDS:
        folded = " ".join((*every[:_HEAD_WORDS], "…", *every[-_TAIL_WORDS:]))
    is_law = len(every) > _HEAD_WORDS and _NORMATIVE.search(words.lower()) is not None
    found = [
        (_last(folded, cue), -rank, role)
        for rank, role in enumerate(ROLES)
        for cue in task_rules().context[role]
        if cue in folded and not (is_law and role in ("finding", "lesson"))
    ]
    found = [each for each in found if each[0] >= 0]
    found = [each for each in found if each[2] != "finding" or not _is_object(folded, each[0])]
    role = max(found)[2] if found else None
    if role == "task" and _OUTCOME.match(folded):
        return "finding"
    return "result" if role == "goal" and _REACHED.search(folded) else role


def _last(folded: str, cue: str) -> int:
    """Where a cue stands last in words, no part of another word; -1 where it does not."""
    at = folded.rfind(cue)
    while at >= 0:
        stop = at + len(cue)
        if not folded[at - 1 : at].isalpha() and not folded[stop : stop + 1].isalpha():
            return at
        at = folded.rfind(cue, 0, stop - 1)
    return -1


def _is_object(folded: str, at: int) -> bool:
    """Whether a word is the object of a verb right before it: *tiếp nhận và trả kết quả*."""
    words = folded[:at].split()[-2:]
    actions = task_rules().actions
    for count in range(len(words), 0, -1):
        tail = " ".join(words[-count:])
        verb = actions.longest(tail, 0, len(tail))
        if verb is not None and verb[0] == len(tail) and verb[1] in ("verb", "light"):
            return tail not in _TELLING
    return False
