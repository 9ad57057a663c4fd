"""Who is to do what: the actors and verb phrases at the beginnings of an item's clauses."""

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from vnpolitext.directives.actors import BY_RIGHT, Stretch, behind_name, each_name, name_end
from vnpolitext.directives.lexicon import task_rules
from vnpolitext.directives.partners import partners
from vnpolitext.directives.times import FRONTED_TIME, behind_time
from vnpolitext.directives.verbs import is_noun, more_verbs, skip_links, verb_phrase
from vnpolitext.text.patterns import lazy_pattern, spaced

_CLAUSE: Final = lazy_pattern(
    r"(?:[.;:!?…][\"”)’]{0,2}|\n(?:[ ]*+[-+•])?)[ \n]++[\"“(\-+•]{0,3}[ ]?"
)
SENTENCE_END: Final = lazy_pattern(r"[.;!?…](?=\s|\Z)|\n\n")
"""Where a sentence of an item ends."""
_OPENING: Final = lazy_pattern(r"[ \n.,:;)/\"“”'(*_-]*")
_WORD: Final = lazy_pattern(r"[^\W_]+")
# What a clause may be opened by before it says who is to do what.
_FRONTED: Final = lazy_pattern(
    rf"(?:{spaced(FRONTED_TIME)}|"
    r"căn cứ|trên cơ sở|theo|trong(?! đó)|đối với|khi|sau khi|trước khi|nếu|trường hợp|ngoài|"
    r"hằng|hàng|định kỳ|trước|đến|từ|để|nhằm|vào|với|tùy|chậm nhất|ngay sau|sau|kể từ|riêng|tại|"
    r"những nơi|bên cạnh|cùng với|song song với)(?!\w)"
)
_TURN: Final = lazy_pattern(r",[ \n](?:thì[ \n])?|[ \n](?:thì|để)[ \n]")
_BASED: Final = lazy_pattern(r"(?:căn[ \n]cứ|trên[ \n]cơ[ \n]sở|theo)(?!\w)")
_DEMANDS: Final = lazy_pattern(
    spaced(
        r"(?<!không )(?<!\w)(?P<modal>phải|cần(?! thiết)|không được|có trách nhiệm"
        r"|chịu trách nhiệm|nghiêm cấm|có nhiệm vụ)(?!\w)"
    )
)
_OFTEN: Final = lazy_pattern(
    r"(?:định[ \n]kỳ[ \n])?h[ằà]ng[ \n](?:năm|quý|tháng|tuần|ngày)(?:,[ \n](?:năm|quý|tháng))?[ \n]"
    r"(?:hoặc[ \n]đột xuất[ \n])?"
)
_PLAIN: Final = lazy_pattern(r"(?:có|được|là)(?!\w)")
_TO_WHOM: Final = lazy_pattern(r"(?:nhiệm vụ[ \n])?cho[ \n]")
_PASSIVE: Final = lazy_pattern(r"được[ \n]")
_LONGEST_FRONT: Final = 500
_MOST_TURNS: Final = 8
_MOST_GIVEN: Final = 8
# So much in capitals is a heading, not a body in initials (*UBND TP HCM*).
_CAPITALS: Final = 16
_WHOLE: Final = frozenset({"chịu trách nhiệm", "nghiêm cấm", "có trách nhiệm"})
_TAKES_ANY: Final = frozenset({"phải", "không được"})
_FORBIDS: Final = frozenset({"không được", "nghiêm cấm"})


@dataclass(slots=True)
class Clauses:
    """What was found at the beginnings of clauses, in folded offsets.

    Attributes:
        actions: Verb phrases.
        actors: Names of those who are to act.
        partners: Names of those who are to cooperate.
        modals: Words of obligation between an actor and its verb.
        assigned: Verbs that hand the order on (*giao Sở Y tế chủ trì*).
        rights: By what right somebody acts (*căn cứ Quyết định này*).
        opens: Whether the very first clause orders something.
        reached: Where the last row of names ends: no clause begins before.
    """

    actions: list[Stretch] = field(default_factory=list)
    actors: list[Stretch] = field(default_factory=list)
    partners: list[Stretch] = field(default_factory=list)
    modals: list[Stretch] = field(default_factory=list)
    assigned: list[Stretch] = field(default_factory=list)
    rights: list[Stretch] = field(default_factory=list)
    opens: bool = False
    reached: int = -1


def read_clauses(text: str, lower: str, start: int, end: int, *, is_heading: bool) -> Clauses:
    """Read the clauses of the folded ``start`` to ``end``.

    Capitals are a heading, unless no item is below it and all is in capitals.
    """
    found = Clauses()
    opening = _OPENING.match(text, start, end)
    at = opening.end() if opening else start
    if (behind := behind_time(lower, at, end)) > at and lower[behind - 2] == ":":
        at = behind
    if not is_heading and text[at:end].isupper():
        text = lower
    breaks = list(_CLAUSE.finditer(text, at, end))
    begins = [at, *(each.end() for each in breaks)]
    stops = [*(each.start() for each in breaks), end]
    for number, (begin, stop) in enumerate(zip(begins, stops, strict=True)):
        _Reader(found, text, lower, end).read(begin, stop, is_heading=is_heading and not number)
        if not number:
            found.opens = bool(found.actions or found.modals)
    return found


@dataclass(slots=True)
class _Reader:
    """Reads single clauses of a text into what was found before."""

    found: Clauses
    text: str
    lower: str
    end: int

    def read(self, at: int, stop: int, *, is_heading: bool) -> None:
        """Read the clause between two places."""
        at = skip_links(self.lower, at, stop)
        if self.text[at : min(stop, at + _CAPITALS)].isupper() or at < self.found.reached:
            return
        behind = behind_time(self.lower, at, stop)
        if behind > at and self._subject(behind, stop, is_heading=False):
            return
        is_based = _BASED.match(self.lower, at, stop) is not None
        if not is_based and self._subject(at, stop, is_heading=is_heading):
            return
        known = len(self.found.actions)
        fronted = _BASED.match(self.lower, at) or _FRONTED.match(self.lower, at)
        if fronted is not None:
            for begin in self._turns(fronted, stop):
                if self._subject(begin, stop, is_heading=False):
                    break
        if len(self.found.actions) == known:
            self._handed_on(at, stop)
        if len(self.found.actions) == known:
            self._obliged(at, stop)

    def _turns(self, fronted: re.Match[str], stop: int) -> list[int]:
        """Where the order may begin behind fronted words: first where a name is its subject.

        The names of a row that the fronted words are about (*đối với cán bộ, công chức*) are none.
        """
        actors, lower = task_rules().actors, self.lower
        limit = min(stop, fronted.start() + _LONGEST_FRONT)
        turns = list(islice(_TURN.finditer(lower, fronted.end(), limit), _MOST_TURNS))
        begins = [skip_links(lower, turn.end(), stop) for turn in turns]
        free: list[int] = []
        named: list[int] = []
        part, is_row = fronted.end() + 1, True
        for turn, begin in zip(turns, begins, strict=True):
            is_row = is_row and actors.longest(lower, part, turn.start()) is not None
            is_name = actors.longest(lower, begin, stop) is not None
            if not (is_row and is_name):
                free.append(begin)
                named += [begin] if is_name else []
            part = begin
        subjects = (at for at in named if name_end(self.text, lower, at, self.end) is not None)
        subject = next(subjects, None)
        return free if subject is None else [subject]

    def _handed_on(self, at: int, stop: int) -> None:
        """Read to whom an order is handed on within a clause: *nếu có vướng mắc đề nghị các xã*."""
        for verb in task_rules().hands_on.finditer(self.lower, at, stop):
            known = len(self.found.actions), len(self.found.actors)
            begin = min(verb.end() + 1, stop)
            if task_rules().actors.longest(self.lower, begin, stop) is None:
                continue
            self._subject(begin, stop, is_heading=False, given=1)
            if len(self.found.actions) > known[0] and len(self.found.actors) > known[1]:
                self.found.assigned.append(verb.span())
                return
            del self.found.actions[known[0] :], self.found.actors[known[1] :]

    def _obliged(self, at: int, stop: int) -> None:
        """Read what a word of obligation demands of whatever the clause speaks of."""
        for modal in _DEMANDS.finditer(self.lower, at, stop):
            begin = min(modal.end() + 1, stop)
            passive = _PASSIVE.match(self.lower, begin, stop)
            known = len(self.found.actions)
            self.found.modals.append((modal.start("modal"), modal.end()))
            start = passive.end() if passive else begin
            self._verbs(start, modal.start("modal"), stop, modal["modal"], 0)
            if len(self.found.actions) > known:
                return
            self.found.modals.pop()

    def _subject(self, at: int, stop: int, *, is_heading: bool, given: int = 0) -> bool:
        """Read who is to do what at one place; return whether there was something.

        ``given`` counts the assignments around it (*giao Sở Y tế giao các xã lập*).
        """
        rules, lower = task_rules(), self.lower
        first = _WORD.match(lower, at, stop)
        if first is None or first[0] not in rules.openers:
            return False
        names: list[Stretch] = []
        if first[0] in rules.actors.openings:
            name = name_end(self.text, lower, at, self.end, is_heading=is_heading)
            if name is not None:
                names = list(each_name(self.text, lower, at, name))
                self.found.reached = max(self.found.reached, name)
                at = behind_name(self.text, name, self.end)
                by_right = BY_RIGHT.match(lower, at, self.end)
                if by_right is not None:
                    self.found.rights.append(by_right.span())
                    at = by_right.end()
        begin, last = at, ""
        while (modal := rules.modals.longest(lower, at, self.end)) is not None:
            self.found.modals.append((at, modal[0]))
            last = lower[at : modal[0]]
            begin = at if last in _FORBIDS else min(modal[0] + 1, self.end)
            at = min(modal[0] + 1, self.end)
        self.found.actors += names
        if self._verbs(at, begin, stop, last, given):
            return True
        if names:
            self._after_name(at, stop)
        return bool(names)

    def _after_name(self, at: int, stop: int) -> None:
        """Read what a name is to do behind a basis, a time, a condition: *X, căn cứ ..., lập*."""
        known = len(self.found.actions)
        opening = _OPENING.match(self.text, at, stop)
        at = opening.end() if opening else at
        if _FRONTED.match(self.lower, at):
            for turn in _TURN.finditer(self.lower, at, min(stop, at + _LONGEST_FRONT)):
                begin = skip_links(self.lower, turn.end(), stop)
                if self._verbs(begin, begin, stop, "", 0):
                    return
        if len(self.found.actions) == known:
            self._obliged(at, stop)

    def _verbs(self, at: int, begin: int, stop: int, modal: str, given: int) -> bool:
        """Read the verb phrases of a clause from the place behind its subject."""
        at = skip_links(self.lower, at, stop)
        often = _OFTEN.match(self.lower, at, stop)
        if often is not None:
            at = begin = often.end()
        elif (behind := behind_time(self.lower, at, stop)) > at:
            at = begin = behind
        action = verb_phrase(self.text, self.lower, at, self.end)
        if action is None or is_noun(self.text, self.lower, action[1], self.end):
            plain = _PLAIN.match(self.lower, at, stop)
            if modal in _WHOLE:
                self.found.actions.append(self.found.modals[-1])
            elif plain is not None and modal in _TAKES_ANY:
                self._add((begin if modal in _FORBIDS else at, plain.end()))
            return bool(modal)
        start = begin if modal in _FORBIDS else action[0]
        assigns = task_rules().assigns(self.lower[action[0] : action[1]])
        if assigns and given < _MOST_GIVEN:
            known, following = len(self.found.actions), min(action[1] + 1, self.end)
            to_whom = _TO_WHOM.match(self.lower, following, stop)
            following = following if to_whom is None else to_whom.end()
            self._subject(following, stop, is_heading=False, given=given + 1)
            if len(self.found.actions) > known:
                self.found.assigned.append(action)
                return True
        self._add((start, action[1]))
        for further in more_verbs(self.text, self.lower, action[1], stop):
            self._add(further)
        return True

    def _add(self, action: Stretch) -> None:
        self.found.actions.append(action)
        self.found.partners += partners(self.text, self.lower, action, self.end)
