"""Who is to do what: the actors and verb phrases at the beginnings of an item's clauses."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from vnpolitext.directives.actors import Stretch, each_name, name_end
from vnpolitext.directives.lexicon import task_rules
from vnpolitext.text.patterns import lazy_pattern

_CLAUSE: Final = lazy_pattern(
    r"(?:[.;:!?…][\"”)’]{0,2}|\n(?:[ ]*+[-+•])?)[ \n]++[\"“(\-+•]{0,3}[ ]?"
)
_OPENING: Final = lazy_pattern(r"[ \n.,:;)/\"“”'(*_-]*")
_WORD: Final = lazy_pattern(r"[^\W_]+")
_JOINT: Final = lazy_pattern(r" ?, ?| và |/| và\n|,\n")
_MOST_VERBS: Final = 3
_CAPITALS: Final = 8
_NUMBERED: Final = lazy_pattern(r" số:? ?[0-9.…_]")
_COOPERATES: Final = ("phối hợp", "phối hợp chặt chẽ")
_COOPERATING: Final = lazy_pattern(
    r" (?:(?:chặt chẽ|đồng bộ|thường xuyên|hiệu quả|tốt),? (?:và )?){0,2}(?:với|cùng) "
)


@dataclass(slots=True)
class Clauses:
    """What was found at the beginnings of clauses, in folded offsets.

    Attributes:
        actions: Verb phrases.
        actors: Names of those who are to act.
        partners: Names of those who are to cooperate.
        modals: Words of obligation between an actor and its verb.
        opens: Whether the very first clause orders something.
    """

    actions: list[Stretch] = field(default_factory=list)
    actors: list[Stretch] = field(default_factory=list)
    partners: list[Stretch] = field(default_factory=list)
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
        name = name_end(text, lower, at, end, is_heading=is_heading)
        if name is not None:
            found.actors += each_name(text, lower, at, name)
            at = name + (1 if name < end and text[name] in " \n" else 0)
    while (modal := rules.modals.longest(lower, at, end)) is not None:
        found.modals.append((at, modal[0]))
        at = min(modal[0] + 1, end)
    action = _action_end(text, lower, at, end)
    if action is None or _is_noun(text, lower, action, end):
        return
    found.actions.append((at, action))
    if lower.endswith(_COOPERATES, at, action):
        found.partners += _partners(text, lower, action, end)
    if lower[at:action] in rules.assigning:
        _read_clause(found, text, lower, min(action + 1, end), end, is_heading=is_heading)


def _partners(text: str, lower: str, at: int, end: int) -> Iterator[Stretch]:
    """Yield who is to be cooperated with: the names behind *phối hợp với*."""
    with_whom = _COOPERATING.match(lower, at, end)
    if with_whom is None:
        return
    start = with_whom.end()
    last = name_end(text, lower, start, end, is_open=True)
    if last is not None:
        yield from each_name(text, lower, start, last)


def _is_noun(text: str, lower: str, end: int, limit: int) -> bool:
    """Whether the word of action that ends at ``end`` is a label or a noun."""
    if text[end : end + 1] == ":" or _NUMBERED.match(lower, end, limit):
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
