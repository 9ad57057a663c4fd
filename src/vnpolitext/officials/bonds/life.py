"""Offices of the person a biography, obituary or encyclopaedia article is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Final

from vnpolitext.officials.bonds.beside import NEAR, names_before, reason_beside
from vnpolitext.officials.bonds.lines import DATE_WORDS, PRONOUNS, chain_end, reason_of_line
from vnpolitext.officials.bonds.others import is_of_chosen, tells_of_body
from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.bonds.spoken import Spoken, calls_again
from vnpolitext.officials.persons.subject import find_lives
from vnpolitext.officials.persons.told import is_another, starts_unnamed
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import goes_on, joins, past_term
from vnpolitext.officials.words.giving import (
    SENTENCE_ENDS,
    ends,
    giving,
    is_linked,
    list_opening,
)
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.zones import NOTE_MARKS

_REACH: Final = 80
_NOTE: Final = 80
_CLAUSES: Final = frozenset({",", *SENTENCE_ENDS})
_PASSED_ON: Final = (["được"], ["bị"])
_LONGEST_NAME: Final = 5
_BORN: Final = (["sinh"], ["sn"], ["quê"])
_AND: Final = ([","], ["và"], [";"], [",", "và"])


_OF_ANOTHER: Final = frozenset({"bị", "được", "bởi", "do", "cùng", "với", "của", "gặp"})
_COMRADE: Final = ["đồng", "chí"]
_POSTS: Final = frozenset(
    {("cương", "vị"), ("tư", "cách"), ("vai", "trò"), ("trách", "nhiệm"), ("nhiệm", "kỳ")}
)
_SPAN: Final = frozenset({"-", "–", "(", ")"})
_ITSELF: Final = ("bản", "thân")  # *Tiền nhiệm | bản thân (với tư cách Chủ tịch)*


def propose_life(scene: Scene) -> Iterator[Proposal]:
    """Yield the offices that no name in their sentence has for the person spoken of.

    Args:
        scene: The scene after the layouts that read single sentences.
    """
    elements, tokens = scene.elements, scene.tokens
    lives = find_lives(tokens, elements)
    subject = last = scene.subject
    spoken = Spoken(scene)
    unnamed = subject is None and starts_unnamed(tokens, elements)
    chained: tuple[int, int] | None = None
    life = 0
    for index, element in enumerate(elements):
        while life < len(lives) and lives[life][1] <= element.first:
            life += 1
        inside = life < len(lives) and lives[life][0] <= element.first
        told = lives[life][2] if inside else None
        if lives:
            subject = last = told if told is not None else last
        if isinstance(element, Name):
            is_open = subject is None or bool(lives and told is None)
            subject = None if is_open else subject
            last = _spoken_of(scene, index, last, spoken) if is_open else last
            continue
        if index in scene.claimed:
            continue
        held = _held(scene, index, element, chained)
        if unnamed and last is not None and not _is_in_line(scene, last, element):
            last = None
        if held is None and last is not None:
            held = _told(scene, index, element, last, spoken if subject is None else None)
        if held is not None:
            yield held
            chained = (index, -1 if held.holder is None else held.holder)


def _spoken_of(scene: Scene, index: int, last: int | None, spoken: Spoken) -> int | None:
    """Return where the one is mentioned whom pronouns call behind a name, ``last`` before it."""
    name = scene.elements[index]
    if not isinstance(name, Name) or spoken.is_beside(index):
        again = last is not None and calls_again(scene, index, last)
        return None if again else last
    spoken.note(name)
    if is_another(scene.tokens.words, name):
        return last
    return None if _is_listed(scene, index) else scene.tokens.starts[name.first]


def _is_in_line(scene: Scene, mention: int, office: Office) -> bool:
    """Return whether a mention stands in the paragraph of an office."""
    tokens = scene.tokens
    at = bisect_left(tokens.starts, mention)
    return tokens.line_end(at) == tokens.line_end(office.first)


def _held(
    scene: Scene, index: int, office: Office, chained: tuple[int, int] | None
) -> Proposal | None:
    """Return the proposal for an office that is joined to the one before it in a life."""
    if chained is None or chained[0] != index - 1:
        return None
    gap = scene.gap(scene.elements[index - 1], office)
    held = bool(gap) and (joins(gap) or goes_on(gap))
    return Proposal(index, chained[1], "subject") if held else None


def _told(
    scene: Scene, index: int, office: Office, last: int, spoken: Spoken | None
) -> Proposal | None:
    """Return the proposal for an office of the person spoken of.

    Args:
        scene: The scene.
        index: The office.
        office: The same.
        last: Where the person is mentioned.
        spoken: Whom pronouns call; ``None`` in the life of one person.
    """
    rule = _reason(scene, index, office, biography=spoken is None)
    if not rule or _is_added(scene, index) or _is_aside(scene.tokens.words, office):
        return None
    if rule == "pronoun" and spoken is not None:
        called = spoken.called(_pronoun(scene, office), last)
        sure = called is not None and spoken.is_plain(called, office)
        return Proposal(index, called, rule) if sure else None
    return Proposal(index, last, rule)


def _is_aside(words: list[str], office: Office) -> bool:
    """Return whether an office stands in a note with its source, or is spoken of as a post.

    *^ "Trung ương bầu bổ sung Ủy viên Bộ Chính trị"*; *Chức vụ Bí thư được trao cho A*.
    """
    before = reversed(words[max(0, office.first - _NOTE) : office.first])
    if next((word for word in before if word == "\n" or word in NOTE_MARKS), "\n") != "\n":
        return True
    noun = office.first - ends(words, office.first, giving().nouns)
    is_post = 0 < noun < office.first and words[noun - 1] in _CLAUSES
    return is_post and words[office.last : office.last + 1] in _PASSED_ON


def _is_added(scene: Scene, index: int) -> bool:
    """Return whether *kiêm* adds an office to that of another (*bị Phó Thủ tướng kiêm ...*)."""
    before = scene.elements[index - 1] if index else None
    if not isinstance(before, Office) or scene.gap(before, scene.elements[index]) != ["kiêm"]:
        return False
    return before.first > 0 and scene.tokens.words[before.first - 1] in _OF_ANOTHER


def _pronoun(scene: Scene, office: Office) -> str:
    """Return the word for the person in the sentence up to an office."""
    words = scene.tokens.words
    lead = words[_sentence(words, office.first) : office.first]
    return next((word for word in lead if word in grammar().pronouns), "")


def _is_listed(scene: Scene, index: int) -> bool:
    """Return whether a name is one of several: no pronoun after them tells which is meant."""
    elements = scene.elements
    before = elements[index - 1] if index else None
    return isinstance(before, Name) and scene.gap(before, elements[index]) in _AND


def _reason(scene: Scene, index: int, office: Office, *, biography: bool) -> str:
    """Return the name of the rule that gives an office to the person spoken of, or nothing."""
    words = scene.tokens.words
    start = _sentence(words, office.first)
    lead = words[start : office.first]
    names = names_before(scene, start, index)
    if names or _is_of_stranger(scene, start):
        beside = reason_beside(scene, start, index, names) if names and biography else ""
        return beside or _reason_in_list(scene, office)
    told = reason_of_line(scene, start, index, office) if biography else ""
    if told:
        return told
    if not is_linked(scene.tokens.words, _start(words, office)):
        clause = biography and words[office.first - 1] == ";"
        return "clause" if clause else _reason_in_list(scene, office)
    if _speaks_of(lead, biography=biography) or _waits(words, lead, chain_end(scene, index)):
        return "pronoun"
    unsaid = tells_of_body(lead) or is_of_chosen(lead) or _ITSELF in pairwise(lead)
    return "implied" if biography and not unsaid else ""


def _sentence(words: list[str], at: int) -> int:
    """Return where the sentence of the word at ``at`` begins, or not far before."""
    start = at
    while start > 0 and words[start - 1] not in SENTENCE_ENDS and at - start < _REACH:
        start -= 1
    return start


def _reason_in_list(scene: Scene, office: Office) -> str:
    """Return the rule for an office in a list that says what *he* or *she* held.

    The clause before the list names nobody (*Sau đó ông đảm nhận các chức vụ: A, rồi B*).
    """
    words = scene.tokens.words
    opening = list_opening(words, office.first)
    if opening < 0:
        return ""
    start = _sentence(words, opening)
    first = bisect_left(scene.elements, start, key=lambda element: element.first)
    clause = takewhile(
        lambda element: element.first < opening, scene.elements[first : first + NEAR]
    )
    names = any(isinstance(element, Name) for element in clause)
    told = not names and not grammar().pronouns.isdisjoint(words[start:opening])
    return "pronoun" if told else ""


def _is_of_stranger(scene: Scene, start: int) -> bool:
    """Return whether a sentence begins with somebody born, whose name is of no known form."""
    words, kinds = scene.tokens.words, scene.tokens.kinds
    last = start
    while kinds[last : last + 1] == ["U"] and last - start <= _LONGEST_NAME:
        last += 1
    if not 1 < last - start <= _LONGEST_NAME or words[last : last + 1] not in ([","], ["("]):
        return False
    return words[last + 1 : last + 2] in _BORN


def _start(words: list[str], office: Office) -> int:
    """Return where an office with a body begins, with *một* before it (*là một Ủy viên ...*)."""
    return office.first - (bool(office.parts) and words[office.first - 1] == "một")


def _speaks_of(lead: list[str], *, biography: bool) -> bool:
    """Return whether the sentence up to an office has the person for its subject."""
    if biography:
        return any(word in grammar().pronouns for word in lead) or "chí" in lead
    at = 0
    while at < len(lead) and (lead[at][0].isdigit() or lead[at] in DATE_WORDS):
        at += 1
    clauses = {at, *(place + 1 for place, word in enumerate(lead) if word == ",")}
    return any(
        lead[place : place + 2] == _COMRADE or lead[place : place + 1] in PRONOUNS
        for place in clauses
    )


def _waits(words: list[str], lead: list[str], last: int) -> bool:
    """Return whether *he* or *she* follows the clause of offices that end at ``last``.

    *Trước khi làm Y, ông ...*; *Trên cương vị Y, Z nhiệm kỳ 2016 - 2021, ông ...*.
    """
    at = past_term(words, last)
    while at < len(words) and (words[at][0].isdigit() or words[at] in _SPAN):
        at += 1
    at += 2 * (words[at : at + 2] == ["của", "mình"])
    comma = words[at : at + 1] == [","]
    posts = any(pair in _POSTS for pair in pairwise(lead))
    following = words[at + comma : at + comma + 1]
    return (comma or posts) and ("khi" in lead or posts) and following in PRONOUNS
