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
            heads = ":" in between or is_heading or "\n-" in between or is_open
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

    A word that is no name of its own stays with the one before it: *các sở, ban, ngành* is one.
    """
    actors = task_rules().actors
    at = start
    if lower.startswith(_ADDRESSES, start):  # "ông A, Bí thư chi bộ" is one man
        yield start, end
        return
    for joint in _JOINT.finditer(text, start, end):
        head = actors.longest(lower, joint.end(), end)
        if head is not None and _is_name(text, joint.end(), head[0]):
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
    if rules.ends.longest(lower, at, end) is not None:
        return True
    action = rules.actions.longest(lower, at, end)
    if action is None or action[1] == "adverb" or lower[at - 1] != " " or lower[at - 2] == ",":
        return False
    return not f" {lower[start:at]}".endswith(rules.in_name)
