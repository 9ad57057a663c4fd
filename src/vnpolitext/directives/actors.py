"""The names of those who are to act: where one ends, and how many stand in a row."""

import re
from collections.abc import Iterator
from typing import Final

from vnpolitext.directives.lexicon import task_rules
from vnpolitext.directives.times import behind_time
from vnpolitext.text.patterns import lazy_pattern, spaced
from vnpolitext.text.phrases import word_set

Stretch = tuple[int, int]

_WORD: Final = lazy_pattern(r"[^\W_]+")
_JOINT: Final = lazy_pattern(
    r" ?[,;][ \n]?(?:và[ \n]|cùng[ \n])?|[ \n](?:và|hoặc)[ \n]|[ \n]cùng(?:[ \n]với)?[ \n]"
)
_STOPS: Final = frozenset(".;:\n()")
# What begins the circumstances behind a row of names: when, on what basis, in which case.
_FRONTED: Final = lazy_pattern(
    spaced(
        r"(?:trước|đến|trong|hằng|hàng|chậm nhất|định kỳ|căn cứ|trên cơ sở|theo|sau khi|khi|nếu)"
        r"(?!\w)"
    )
)
_OPENS_TIME: Final = word_set(
    "trước, trong, đến, từ, chậm, muộn, kể, đầu, giữa, cuối, quý, năm, tháng"
)
BY_RIGHT: Final = lazy_pattern(
    spaced(
        r"(?:trong phạm vi|theo|căn cứ) (?:các )?"
        r"(?:chức năng|thẩm quyền|nhiệm vụ|quyền hạn|phân công)"
        r"(?:,? (?:và )?(?:chức năng|nhiệm vụ|quyền hạn|thẩm quyền|phạm vi quản lý)){0,3}"
        r"(?: (?:được (?:giao|phân công)|của mình|quy định)){0,2},? "
        r"|(?:căn cứ|theo) (?:các )?(?:quyết định|nghị quyết|nghị định|kế hoạch|thông tư|quy định"
        r"|quy chế|chỉ thị|hướng dẫn|công văn|công điện|chương trình|đề án)"
        r"(?: (?:này|(?:nêu )?trên)|(?=,? (?:thi hành|thực hiện|triển khai|tổ chức)(?!\w))),? "
    )
)
"""By what right somebody acts, between name and verb: *theo chức năng, nhiệm vụ được giao*."""
_BRACKET: Final = lazy_pattern(r" ?\([^()\n]{1,80}\)")
_GENERIC: Final = tuple(
    f" {word} " for word in ("cơ quan", "tổ chức", "bộ phận", "người", "đơn vị", "cán bộ", "chức")
)
# A word of obligation further on in the clause, no other clause between.
_MODAL: Final = lazy_pattern(
    r"(?:(?![;:]|[.\n][ \n]|\n[-+•]|,? thì[ \n])[\s\S]){1,200}?(?<!\w)"
    + spaced(r"(?P<modal>có trách nhiệm|chịu trách nhiệm|phải|không được|có nhiệm vụ)(?!\w)")
)
_BEARER: Final = lazy_pattern(
    spaced(r"(?:cơ quan|tổ chức|cá nhân|người|đơn vị|bộ phận|đã|được|sẽ|không) \Z")
)
# What is said of somebody behind the name: when, by what, with what right.
_BEHIND: Final = lazy_pattern(
    r"[ \n,]+"
    + spaced(
        r"(?:có(?! (?:liên quan|thẩm quyền|công(?! văn)|đủ|chức năng|tên|nhu cầu))"
        r"|trong(?! (?:và|nước|tỉnh|toàn|ngành|huyện|xã))|theo(?! dõi)|căn cứ|định kỳ|để|nhằm"
        r"|(?:sau |trước )?khi|nào|kèm|thì|vẫn|đều|cũng|chỉ|sẽ|đang|bằng|trên cơ sở|tùy"
        r"|(?<!nước.)ngoài|như sau|sau đây|dưới đây|hiện (?:nay|hành)"
        r"|(?:mỗi|h[ằà]ng) (?:năm|quý|tháng|tuần|ngày)|(?:bao )?gồm)(?!\w)"
    )
)
# What tells which of many is meant, where the head alone names nobody: *cơ quan có tài sản công*.
_TELLS_WHO: Final = lazy_pattern(r"[ \n](?:có|đang)(?!\w)")
_TAIL: Final = lazy_pattern(
    spaced(r" (?:(?<!hàng )không|đã|của|và|hoặc|còn|lại|tự|trong|theo|(?<!trực )thuộc|khác đang)\Z")
)
_RELATIVE: Final = frozenset({"được", "không", "nào", "có", "là", "đang", "thuộc"})
_GENERICS: Final = tuple(
    f"{word} "
    for word in (
        "cơ quan", "tổ chức", "cá nhân", "người", "đơn vị", "doanh nghiệp", "những người", "cơ sở",
        "chủ thể", "người dân", "hộ gia đình", "các cơ quan", "các tổ chức", "các đơn vị",
    )
)  # fmt: skip
# Behind a name, what makes a clause of it that says which of many is meant.
_ENTRUSTED: Final = (" được giao ", " được phân công ", " được ủy quyền ", " được chọn ")
_BARE: Final = frozenset({"cơ quan"})
_ROW: Final = (", ", ",\n", " và ", "; ")
# Behind *lãnh đạo*: what is led, or a further verb.
_LEADS: Final = lazy_pattern(
    spaced(
        r" (?:việc|công tác|toàn diện|thực hiện"
        r"|và (?:chịu trách nhiệm|điều hành|chỉ đạo|quản lý))(?!\w)"
    )
)
# A verb behind one of these words is what the words before it are about: *cơ quan về xây dựng*.
_ABOUT: Final = (
    " về ", " của ", " trong ", " cho ", " do ", " bị ", " được ", " đang ", " dự án ", " theo ",
    " để ", " nhằm ", " việc ", " bằng ",
)  # fmt: skip
_PROJECTS: Final = " quản lý dự án "
# Behind one of these, a verb may say which of many is meant.
_WHICH: Final = tuple(
    f" {word} "
    for word in (
        "cơ quan", "tổ chức", "cá nhân", "người", "đơn vị", "bộ phận", "cán bộ", "công chức",
        "viên chức", "doanh nghiệp", "cơ sở",
    )
)  # fmt: skip
_CLAUSE_END: Final = lazy_pattern(r"[.,;:()\n]")
# What is held, where *hội* is no society: *tổ chức hội thảo*.
_EVENT: Final = lazy_pattern(
    r" hội (?:nghị|thảo|thi|chợ|diễn|thao|trại|đàm|họp|khỏe|xuân|làng|báo|chẩn|nhập)(?!\w)"
)
_TEAMS: Final = frozenset({"Ban", "Tổ", "Đội", "Quỹ", "Phòng", "Hội", "Đoàn"})
_ADDRESSES: Final = ("đồng chí ", "ông ", "bà ")
_LONGEST_NAME: Final = 60
_REACH: Final = 160
_LONGEST_ROW: Final = 60
_SYLLABLES: Final = 3


def name_end(
    text: str, lower: str, at: int, end: int, *, is_heading: bool = False, is_open: bool = False
) -> int | None:
    """Return the end of the names of actors that begin at ``at``, or ``None``.

    Args:
        text: The folded text.
        lower: The same in lower case.
        at: Where the first name begins.
        end: Where the words of the item end.
        is_heading: Whether the item is a heading, which may be nothing but the name.
        is_open: Whether no verb need follow the name.
    """
    head = task_rules().actors.longest(lower, at, end)
    if head is None or not _is_name(text, lower, at, head[0], end):
        return None
    last = known = head[0]
    obliged = None if is_open else _obliged(lower, at, head, end)
    if obliged is not None:
        return obliged
    for count, (marks, word) in enumerate(_words_behind(text, last, end)):
        if word.start() < known:
            last = word.end()
            continue
        if marks or lower.endswith(" và", at, last):
            further = task_rules().actors.longest(lower, word.start(), end)
            known = further[0] if further is not None else known
        is_row = marks == ";" and task_rules().actors.longest(lower, word.start(), end) is not None
        between = "," if is_row else marks
        if not _STOPS.isdisjoint(between) and (
            between.strip(",") != "\n"
            or ((count or " " in lower[at:last]) and _is_break(text, lower, word.start(), end))
        ):
            heads = ":" in between or is_heading or is_open or between.startswith("\n")
            return last if heads else None
        begins = not count and "," not in between and _needs_more(lower, at, head[0], word)
        tells_why = word[0] == "nhằm" and not (marks or is_open)  # what was said before the name
        if tells_why or (not begins and _ends_row(lower, at, word, after_comma="," in between)):
            return None if tells_why or lower.endswith("hoặc", at, last) else last
        acts = task_rules().not_acting.longest(lower, word.start(), end) is None
        if not acts or count == (_LONGEST_ROW if is_open else _LONGEST_NAME):
            obliged = _obliged_last(lower, at, last, end)
            return last if obliged is None and is_open and not acts else obliged
        last = word.end()
    return last if is_open or is_heading or text[last:end].strip().startswith(":") else None


def _words_behind(text: str, last: int, end: int) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the words behind a place, each with the marks before it, but what is in brackets."""
    for word in _WORD.finditer(text, last, end):
        if word.start() < last:
            continue
        between = text[last : word.start()].strip(" ")
        bracket = _BRACKET.match(text, last, end) if between == "(" else None
        if bracket is None:
            yield between, word
        last = word.end() if bracket is None else bracket.end()


def behind_name(text: str, at: int, end: int) -> int:
    """Return where the words go on behind a name that ends at ``at``, and a bracket after it."""
    bracket = _BRACKET.match(text, at, end)
    at = bracket.end() if bracket is not None else at
    return at + 1 if at < end and text[at] in " \n" else at


def _needs_more(lower: str, at: int, last: int, word: re.Match[str]) -> bool:
    """Whether a head is no name without the word behind it: *cơ quan thẩm định*."""
    if " " not in lower[at:last]:
        return True
    if lower[at:last] not in _BARE:
        return False
    modal = task_rules().modals.longest(lower, word.start(), word.endpos)
    return modal is None and word[0] not in _RELATIVE


def _ends_row(lower: str, start: int, word: re.Match[str], *, after_comma: bool) -> bool:
    """Whether the word behind a name is the verb of what it is to do, or a time."""
    rules, at, end = task_rules(), word.start(), word.endpos
    if (after_comma and _FRONTED.match(lower, at, end)) or BY_RIGHT.match(lower, at, end):
        return True
    first = lower[at : word.end()]
    if first in _OPENS_TIME and behind_time(lower, at, end) > at:
        return True
    opens = first in rules.ends.openings or first in rules.actions.openings
    return word[0][0].islower() and opens and _ends_name(lower, start, at, end)


def each_name(text: str, lower: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield the single names of a row: *Sở Y tế, Sở Nội vụ và các xã* has three.

    A word that is no name of its own stays with the one before it, and all that an office is of:
    *Thủ trưởng các sở, ngành* is one.
    """
    actors = task_rules().actors
    at = start
    if lower.startswith(_ADDRESSES, start):  # "ông A, Bí thư chi bộ" is one man
        yield start, end
        return
    first = actors.longest(lower, start, end)
    is_office = first is not None and first[1] == "person"
    for joint in _JOINT.finditer(text, start, end):
        head = actors.longest(lower, joint.end(), end)
        if head is None:
            continue
        if is_office and ";" not in joint[0] and _is_of_office(text, lower, joint.end()):
            continue
        if at < joint.start():
            yield at, _trimmed(text, lower, at, joint.start())
        at = joint.end()
        is_office = head[1] == "person"
    if at < end:
        yield at, _trimmed(text, lower, at, end)


def _is_of_office(text: str, lower: str, at: int) -> bool:
    """Whether a name in the row goes on with the body that an office before it is of."""
    return text[at].islower() and not lower.startswith(("các ", "các\n", "cá nhân"), at)


def _trimmed(text: str, lower: str, start: int, end: int) -> int:
    """The end of a name without what is said of it behind, which has no capital (*Ban Chỉ đạo*)."""
    head = task_rules().actors.longest(lower, start, end)
    first = head[0] if head is not None else start
    behind = _BEHIND.search(text, first, end)
    tells = behind is not None and _TELLS_WHO.match(lower, behind.start(), end) is not None
    is_bare = behind is not None and f"{lower[start : behind.start()]} ".endswith(_GENERICS)
    if behind is not None and lower.find("được ", first, behind.start()) < 0:
        end = end if tells and is_bare else behind.start()
    while (tail := _TAIL.search(lower, first, end)) is not None:
        end = tail.start()
    return end


def _obliged(lower: str, at: int, head: tuple[int, str], end: int) -> int | None:
    """The end of a name with a clause of its own: *cơ quan được giao chủ trì có trách nhiệm*.

    A word of obligation that follows shows that verbs before it do not say what is to be done.
    """
    if head[1] not in ("group", "body") and not lower.startswith("người", at):
        return None
    word = _WORD.match(lower, head[0] + 1, end)
    if word is None or lower[head[0]] not in " \n":
        return None
    is_relative = word[0] in _RELATIVE or f"{lower[at : head[0]]} ".startswith(_GENERICS)
    found = _MODAL.match(lower, head[0], end) if is_relative else None
    if found is None or _BEARER.search(lower, head[0], found.start("modal")):
        return None
    return found.start("modal") - 1


def _obliged_last(lower: str, at: int, last: int, end: int) -> int | None:
    """The end of a row whose last name has a clause of its own: *các sở, đơn vị được giao ...*."""
    found = ((lower.rfind(word, at, last), word) for word in _ROW)
    joint = max((place + len(word) for place, word in found if place >= 0), default=at)
    head = task_rules().actors.longest(lower, joint, end)
    if head is None:
        return None
    obliged = _obliged(lower, joint, head, end)
    if obliged is None and joint == at and lower.startswith(_ENTRUSTED, last):
        modal = _MODAL.match(lower, last, end)
        obliged = modal.start("modal") - 1 if modal is not None else None
    return obliged


def _is_name(text: str, lower: str, start: int, end: int, limit: int) -> bool:
    """Whether the head of an actor is one here: short ones are acronyms or have a name behind."""
    head, rules = text[start:end], task_rules()
    if " " in head or "\n" in head:
        return _names_somebody(text, lower, (start, end), limit)
    if head.isupper() or text[end + 1 : end + 2].isupper():
        return True
    if not head[0].isupper():
        return False
    if text.startswith(", ", end):
        return rules.actors.longest(lower, end + 2, limit) is not None
    word = rules.actions.longest(lower, start, limit)
    return head in _TEAMS and (word is None or word[0] <= end)


def _names_somebody(text: str, lower: str, head: Stretch, limit: int) -> bool:
    """Whether a head of several words is no verb here: *Tổ chức thi*, *Lãnh đạo, chỉ đạo*."""
    rules, (start, end) = task_rules(), head
    after = _WORD.match(lower, end + 1, limit)
    if lower.startswith("tổ chức", start) and _EVENT.match(lower, start + 7, limit):
        return False
    if lower[start:end] == "tổ chức" and lower[end : end + 1] != ",":
        return after is not None and after[0] in _RELATIVE
    if lower.endswith("lãnh đạo", start, end) and _LEADS.match(lower, end, limit):
        return False
    word = rules.actions.longest(lower, start, limit)
    if word is None or word[1] == "noun" or word[0] < end:
        return True
    if text.startswith(",", end):
        return rules.actors.longest(lower, end + 2, limit) is not None
    return after is not None and rules.actions.longest(lower, end + 1, limit) is None


def _is_break(text: str, lower: str, at: int, end: int) -> bool:
    """Whether the line that the word at ``at`` opens is another paragraph, or says what to do."""
    if text[at].isdigit():
        return True
    action = task_rules().actions.longest(lower, at, end)
    return text[at].isupper() and action is not None and action[1] != "noun"


def _ends_name(lower: str, start: int, at: int, end: int) -> bool:
    """Whether the word at ``at`` is the verb behind the name that begins at ``start``."""
    rules = task_rules()
    if rules.modals.longest(lower, at, end) is not None:
        return True
    action = rules.actions.longest(lower, at, end)
    if action is None or action[1] == "noun" or _goes_on(lower, start, at):
        return False
    before, verb = f" {lower[start:at]}", lower[at : action[0]]
    head = rules.actors.longest(lower, at, end)
    is_name = head is not None and head[0] >= action[0]
    if action[1] == "verb" and (
        is_name or (before.endswith(_GENERIC) and _MODAL.match(lower, at, end))
    ):
        return False
    ending = rules.ends.longest(lower, at, end)
    if ending is not None and ending[0] >= action[0]:
        return True
    if verb in rules.plain:
        return not before.endswith(_WHICH) or not _acts_later(lower, action[0], end)
    may_end = action[1] != "adverb" and lower[at - 1] == " " and lower[at - 2] != ","
    is_end = before.endswith(rules.name_ends) or not before.endswith(rules.in_name)
    return may_end and is_end and not _is_object(before)


def _is_object(before: str) -> bool:
    """Whether the words right before are a plain verb, of which what follows is the object."""
    rules, last = task_rules(), before.split()[-2:]
    pair = " ".join(last)
    known = rules.actions.longest(pair, 0, len(pair))
    return (pair if known is not None and known[0] == len(pair) else last[-1]) in rules.plain


def _acts_later(lower: str, at: int, end: int) -> bool:
    """Whether a verb follows in the clause, behind the object of the one that ends at ``at``."""
    rules = task_rules()
    end = min(end, at + _REACH)
    stop = _CLAUSE_END.search(lower, at, end)
    previous = ""
    for count, word in enumerate(_WORD.finditer(lower, at, stop.start() if stop else end)):
        if count and f" {previous} " not in _ABOUT and rules.ends.longest(lower, word.start(), end):
            return True
        previous = word[0]
    return False


def _goes_on(lower: str, start: int, at: int) -> bool:
    """Whether the syllable at ``at`` goes on with a word (*hàng không*) or says what is meant."""
    said = f" {lower[start:at]}"
    if said.endswith(_PROJECTS):
        action = task_rules().actions.longest(lower, at, len(lower))
        verb = lower[at : action[0]] if action is not None else ""
        return verb not in task_rules().sure or verb.startswith("đầu tư")
    if said.endswith(_ABOUT):
        return True
    before = at
    for _ in range(_SYLLABLES):
        last = max(start, before - 1)
        before = max(lower.rfind(blank, start, last) for blank in " \n") + 1
        word = task_rules().actions.longest(lower, max(before, start), len(lower))
        if word is not None and word[0] > at:
            return True
        if before <= start:
            break
    return False
