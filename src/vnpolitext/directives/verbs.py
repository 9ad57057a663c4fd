"""Verb phrases of orders: where one begins and ends, and which others stand beside it."""

from collections.abc import Iterator
from typing import Final

from vnpolitext.directives.lexicon import task_rules
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import word_set

Stretch = tuple[int, int]

_JOINT: Final = lazy_pattern(r" ?, ?(?:và )?| và | hoặc |/| và\n|,\n")
_NAME: Final = lazy_pattern(rf"[ \n][{UPPER}]")
_NEXT: Final = lazy_pattern(r",[ \n](?:và[ \n]|đồng[ \n]thời[ \n])?|[ \n](?:và|đồng[ \n]thời)[ \n]")
_AFTER: Final = lazy_pattern(r" (?:rõ|thêm|mới|lại|nguyên)(?!\w)")
_OBJECT: Final = lazy_pattern(
    r"[ \n](?!(?:của|là|được|và|hoặc|theo|này|đó|do|thì|bị|bởi)(?!\w))[\w“\"]"
)
_NUMBERED: Final = lazy_pattern(r" số:? ?[0-9.…_]")
_PURPOSE: Final = lazy_pattern(
    r"(?<!\w)(?:nhằm|để(?! xảy)|góp phần|làm cơ sở|qua đó|từ đó|bao gồm|gồm|như|trong đó|mà"
    r"|khi|nếu)(?!\w)"
)
# Words that make what verbs follow the name of a matter: *công tác tuyên truyền, vận động*.
_NAMED: Final = lazy_pattern(
    r"(?<!\w)(?:việc|công tác|hoạt động|lĩnh vực|về|trong|năng lực|kỹ năng|quy trình|biện pháp)"
    r"(?:[ \n][^\W\d_]+){1,3}\Z"
)
_NO_VERB: Final = lazy_pattern(
    r"(?:cơ quan|cá nhân|đơn vị|doanh nghiệp|các|những|công tác|văn bản)[, \n]+(?:và[ \n])?\Z"
)
_NO_OBJECT: Final = lazy_pattern(r"[ \n](?:có|không|trên|tại|cấp|viên|nhà nước)(?!\w)")
# Verbs of one syllable that also are parts of other words and matters.
_SHORT: Final = word_set(
    "lấy, xem, làm, giữ, nuôi, trồng, mua, bán, thu, in, trả, rút, nhận, chuyển, mở, nêu, xét, "
    "ghi, ký, tăng, giảm, đón, lo, coi, tặng, trao, góp, xây, đăng, tạo, đạt, thuê, bàn, chọn, "
    "đặt, treo, chê, khen, dạy"
)
_BACK: Final = 24
_MOST_VERBS: Final = 8
_ALONE: Final = frozenset({"không", "chỉ", "tự", "cùng", "luôn", "luôn luôn", "cơ bản", "tối đa"})
_FEWEST: Final = 2


def skip_links(lower: str, at: int, end: int) -> int:
    """Return the place behind words that join a clause to what stands before: *đồng thời*."""
    actions = task_rules().actions
    while (word := actions.longest(lower, at, end)) is not None and word[1] == "link":
        joint = _JOINT.match(lower, word[0], end)
        at = joint.end() if joint else min(word[0] + 1, end)
    return at


def verb_phrase(text: str, lower: str, at: int, end: int) -> Stretch | None:
    """Return the verb phrase at ``at``: adverbs, then verbs, also coordinated."""
    start, last, only = at, -1, -1
    kind, joined, verbs = "adverb", False, 0
    while (word := action_at(text, lower, at, end)) is not None and word[1] != "noun":
        if word[1] == "link" or verbs == _MOST_VERBS:
            break
        if verbs and (joined if word[1] == "adverb" else kind == "verb" and not joined):
            break
        stop, kind = word
        if kind != "adverb":
            more = _AFTER.match(lower, stop, end)
            last = stop = more.end() if more else stop
            verbs += 1
        elif not verbs and lower[start:stop] not in _ALONE:
            only = stop
        joint = _JOINT.match(text, stop, end)
        joined = joint is not None
        if joined and verbs and kind == "adverb":
            break  # It tells of the object before it: "thông tin tích cực, lấy ...".
        if joint is None and text[stop : stop + 1] not in (" ", "\n"):
            break
        at = joint.end() if joint else stop + 1
    last = last if verbs else only
    return (start, last) if last >= 0 else None


def action_at(text: str, lower: str, at: int, end: int) -> tuple[int, str] | None:
    """Return where the longest word of action at ``at`` ends, and its kind.

    None of its later syllables begins a name: *Giao Ban Tổ chức* is no *giao ban*.
    """
    actions = task_rules().actions
    word = actions.longest(lower, at, end)
    if word is None:
        return None
    name = _NAME.search(text, at + 1, word[0])
    if name is None or text[at : word[0]].isupper():
        return word
    return actions.longest(lower, at, name.start())


def more_verbs(text: str, lower: str, at: int, stop: int) -> Iterator[Stretch]:
    """Yield the verb phrases that a comma or *và* adds to the one that ends at ``at``.

    Each has an object of its own, as the one before it has; what stands in a clause of purpose, in
    brackets, or goes on with a row of nouns is none.
    """
    begin = at
    for joint in _NEXT.finditer(lower, at, stop):
        if joint.start() < begin:
            continue
        between = lower[begin : joint.start()]
        if _PURPOSE.search(between):
            return
        if between.count("(") > between.count(")"):
            continue
        phrase = _added(text, lower, joint.end(), stop)
        if phrase is None or not _has_object(lower, begin, joint.start()):
            continue
        together = "đồng" in joint[0]
        if not together and _NAMED.search(between):
            continue
        yield phrase
        begin = phrase[1]


def is_noun(text: str, lower: str, end: int, limit: int) -> bool:
    """Whether the word of action that ends at ``end`` is a label or a noun."""
    if text[end : end + 1] == ":" or _NUMBERED.match(lower, end, limit):
        return True
    return task_rules().after_noun.match(lower, min(end + 1, limit), limit) is not None


def _added(text: str, lower: str, at: int, stop: int) -> Stretch | None:
    """The verb phrase at ``at``, if it is plainly one and has an object."""
    rules = task_rules()
    at = skip_links(lower, at, stop)
    word = rules.actions.longest(lower, at, stop)
    if word is None or word[1] in ("noun", "link"):
        return None
    phrase = verb_phrase(text, lower, at, stop)
    if phrase is None or not _OBJECT.match(lower, phrase[1], stop):
        return None
    if rules.ends.longest(lower, at, stop) is None and (
        _NO_VERB.search(lower, max(0, at - _BACK), at)
        or _NO_OBJECT.match(lower, phrase[1], stop)
        or lower[slice(*phrase)] in _SHORT
    ):
        return None
    return None if is_noun(text, lower, phrase[1], stop) else phrase


def _has_object(lower: str, begin: int, end: int) -> bool:
    """Whether the words before a joint are an object, and no row of nouns that goes on."""
    words = lower[begin:end].split()
    if len(words) < _FEWEST:
        return False
    actions = task_rules().actions
    for count in (2, 1):
        tail = " ".join(words[-count:])
        found = actions.longest(tail, 0, len(tail))
        if found is not None and found[0] == len(tail) and found[1] in ("verb", "light"):
            return False
    return True
