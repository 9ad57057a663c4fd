"""Who is to do what: the actors and verb phrases at the beginnings of an item's clauses."""

from dataclasses import dataclass, field
from typing import Final

from vnpolitext.directives.lexicon import task_rules
from vnpolitext.text.patterns import lazy_pattern

_CLAUSE: Final = lazy_pattern(
    r"(?:[.;:!?…][\"”)’]{0,2}|\n(?:[ ]*+[-+•])?)[ \n]++[\"“(\-+•]{0,3}[ ]?"
)
_OPENING: Final = lazy_pattern(r"[ \n.,:;)/\"“”'(*_-]*")
_WORD: Final = lazy_pattern(r"[^\W_]+")
_JOINT: Final = lazy_pattern(r" ?, ?| và |/| và\n|,\n")
_LONGEST_NAME: Final = 28
_MOST_VERBS: Final = 3
_CAPITALS: Final = 8
_STOPS: Final = frozenset(".;:\n")

Stretch = tuple[int, int]


@dataclass(slots=True)
class Clauses:
    """What was found at the beginnings of clauses, in folded offsets.

    Attributes:
        actions: Verb phrases.
        actors: Names of those who are to act.
        modals: Words of obligation between an actor and its verb.
        opens: Whether the very first clause orders something.
    """

    actions: list[Stretch] = field(default_factory=list)
    actors: list[Stretch] = field(default_factory=list)
    modals: list[Stretch] = field(default_factory=list)
    opens: bool = False


def read_clauses(text: str, lower: str, start: int, end: int, *, is_heading: bool) -> Clauses:
    """Read the clauses of the folded ``start`` to ``end``.

    Capitals are a heading, unless no item is below it and all is in capitals.
    """
    found = Clauses()
    opening = _OPENING.match(text, start, end)
    at = opening.end() if opening else start
    if not is_heading and text[at:end].isupper():
        text = lower
    _read_clause(found, text, lower, at, end, is_heading=is_heading)
    found.opens = bool(found.actions or found.modals)
    for match in _CLAUSE.finditer(text, at, end):
        _read_clause(found, text, lower, match.end(), end, is_heading=False)
    return found


def _read_clause(
    found: Clauses, text: str, lower: str, at: int, end: int, *, is_heading: bool
) -> None:
    rules = task_rules()
    first = _WORD.match(lower, at, end)
    if first is None or first[0] not in rules.openers or text[at : at + _CAPITALS].isupper():
        return
    if first[0] in rules.actors.openings:
        name = _name_end(text, lower, at, end, is_heading=is_heading)
        if name is not None:
            found.actors.append((at, name))
            at = name + (1 if name < end and text[name] in " \n" else 0)
    while (modal := rules.modals.longest(lower, at, end)) is not None:
        found.modals.append((at, modal[0]))
        at = min(modal[0] + 1, end)
    action = _action_end(text, lower, at, end)
    if action is None or _is_noun(text, lower, action, end):
        return
    found.actions.append((at, action))
    if lower[at:action] in rules.assigning:
        _read_clause(found, text, lower, min(action + 1, end), end, is_heading=is_heading)


def _is_noun(text: str, lower: str, end: int, limit: int) -> bool:
    """Whether the word of action that ends at ``end`` is a label or a noun."""
    if text[end : end + 1] == ":":
        return True
    return task_rules().after_noun.match(lower, min(end + 1, limit), limit) is not None


def _action_end(text: str, lower: str, at: int, end: int) -> int | None:
    """The end of the verb phrase at ``at``: adverbs, then verbs, also coordinated."""
    actions = task_rules().actions
    last: int | None = None
    kind, joined, verbs = "adverb", True, 0
    while (word := actions.longest(lower, at, end)) is not None:
        if verbs == _MOST_VERBS or (kind == "verb" and not joined):
            break
        last, kind = word
        verbs += kind != "adverb"
        joint = _JOINT.match(text, last, end)
        joined = joint is not None
        if joint is None and text[last : last + 1] not in (" ", "\n"):
            break
        at = joint.end() if joint else last + 1
    return last


def _name_end(text: str, lower: str, at: int, end: int, *, is_heading: bool) -> int | None:
    """The end of an actor's name that begins at ``at``, or ``None``."""
    rules = task_rules()
    head = rules.actors.longest(lower, at, end)
    if head is None or not _is_name(text, at, head[0]):
        return None
    last = head[0]
    for count, word in enumerate(_WORD.finditer(text, head[0], end)):
        between = text[last : word.start()].strip(" ")
        if not _STOPS.isdisjoint(between) and (between != "\n" or _is_break(text, word.start())):
            return last if ":" in between or is_heading or "\n-" in between else None
        if count == _LONGEST_NAME:
            return None
        first = lower[word.start() : word.end()]
        if first in rules.not_acting.openings and rules.not_acting.longest(
            lower, word.start(), end
        ):
            return None
        if (
            word[0][0].islower()
            and (first in rules.ends.openings or first in rules.actions.openings)
            and _ends_name(lower, at, word.start(), end)
        ):
            return last
        last = word.end()
    return last if is_heading or text[last:end].strip().startswith(":") else None


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
