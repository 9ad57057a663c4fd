"""The names of those who are to act: where one ends, and how many stand in a row."""

import re
from collections.abc import Iterator
from typing import Final

from vnpolitext.directives.lexicon import task_rules
from vnpolitext.text.patterns import lazy_pattern

Stretch = tuple[int, int]

_WORD: Final = lazy_pattern(r"[^\W_]+")
_JOINT: Final = lazy_pattern(r" ?[,;] ?(?:và |cùng )?| và | cùng(?: với)? |[,;]\n")
_LINE: Final = lazy_pattern(r"[.;:!?…](?=[ \n)”\"]|\Z)|\n(?! *[^\W\d_A-ZĐ])|[()]")
_STOPS: Final = frozenset(".;:\n()")
_TIME: Final = lazy_pattern(r"(?:trước|đến|trong|hằng|hàng|chậm nhất|định kỳ)(?!\w)")
_GENERIC: Final = tuple(
    f" {word} " for word in ("cơ quan", "tổ chức", "bộ phận", "người", "đơn vị", "cán bộ", "chức")
)
# A word of obligation further on in the clause, no other clause between.
_MODAL: Final = lazy_pattern(
    r"[^.;:\n]{1,120}?(?<!\w)(?:có trách nhiệm|chịu trách nhiệm|phải|không được|có nhiệm vụ)(?!\w)"
)
_ADDRESSES: Final = ("đồng chí ", "ông ", "bà ")
_LONGEST_NAME: Final = 28
_LONGEST_ROW: Final = 60


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
    if head is None or not _is_name(text, at, head[0]):
        return None
    last = head[0]
    for count, word in enumerate(_WORD.finditer(text, head[0], end)):
        between = text[last : word.start()].strip(" ")
        if not _STOPS.isdisjoint(between) and (between != "\n" or _is_break(text, word.start())):
            heads = ":" in between or is_heading or is_open or between.startswith("\n")
            return last if heads else None
        if _ends_row(lower, at, word, after_comma="," in between):
            return last
        acts = task_rules().not_acting.longest(lower, word.start(), end) is None
        if not acts or count == (_LONGEST_ROW if is_open else _LONGEST_NAME):
            return last if is_open and not acts else None
        last = word.end()
    return last if is_open or is_heading or text[last:end].strip().startswith(":") else None


def _ends_row(lower: str, start: int, word: re.Match[str], *, after_comma: bool) -> bool:
    """Whether the word behind a name is the verb of what it is to do, or a time."""
    rules, at, end = task_rules(), word.start(), word.endpos
    if after_comma and _TIME.match(lower, at, end):
        return True
    first = lower[at : word.end()]
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
        if head is None or (is_office and text[joint.end()].islower()):
            continue
        if at < joint.start():
            yield at, joint.start()
        at = joint.end()
    if at < end:
        yield at, end


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether the head of an actor is one here: short ones are acronyms or have a name behind."""
    head = text[start:end]
    if " " in head and head.lower() != "tổ chức":
        return True
    return head.isupper() or text[end + 1 : end + 2].isupper()


def _is_break(text: str, at: int) -> bool:
    """Whether the line that the word at ``at`` opens is another paragraph."""
    return text[at].isupper() or text[at].isdigit()


def _ends_name(lower: str, start: int, at: int, end: int) -> bool:
    """Whether the word at ``at`` is the verb behind the name that begins at ``start``."""
    rules = task_rules()
    if rules.modals.longest(lower, at, end) is not None:
        return True
    action = rules.actions.longest(lower, at, end)
    if action is None or action[1] == "noun" or _goes_on(lower, start, at):
        return False
    before, is_verb = f" {lower[start:at]}", action[1] == "verb"
    head = rules.actors.longest(lower, at, end)
    is_name = head is not None and head[0] >= action[0]
    if is_verb and (is_name or (before.endswith(_GENERIC) and _MODAL.match(lower, at, end))):
        return False
    if rules.ends.longest(lower, at, end) is not None:
        return True
    if action[1] == "adverb" or lower[at - 1] != " " or lower[at - 2] == ",":
        return False
    return not before.endswith(rules.in_name)


def _goes_on(lower: str, start: int, at: int) -> bool:
    """Whether the syllable at ``at`` is the second one of a word: *Giáo dục và Đào tạo*."""
    before = lower.rfind(" ", start, at - 1) + 1
    word = task_rules().actions.longest(lower, max(before, start), len(lower))
    return word is not None and word[0] > at
