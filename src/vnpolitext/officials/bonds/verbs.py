"""Offices that a verb gives to a person: *X được bầu làm Y*, *bổ nhiệm Y đối với X*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from vnpolitext.officials.bonds.aside import acts, is_of_whom, is_served, kin_mark
from vnpolitext.officials.bonds.others import is_of_another
from vnpolitext.officials.bonds.owned import is_replaced, owner
from vnpolitext.officials.bonds.people import gives, is_shareable, together
from vnpolitext.officials.bonds.receivers import receivers
from vnpolitext.officials.bonds.scene import Proposal, Scene
from vnpolitext.officials.bonds.spoken import follows_pronoun
from vnpolitext.officials.bonds.spread import named_with
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import closes, goes_on, joins
from vnpolitext.officials.words.giving import (
    SENTENCE_ENDS,
    ends,
    giving,
    is_linked,
    is_told,
    list_opening,
)
from vnpolitext.officials.words.grammar import grammar

_RULE: Final = "link"
_OBJECT: Final = "object"
_RESPECTIVELY: Final = "respectively"
REPLACED: Final = "replaced"
"""The layout of those whose office another takes."""
_REACH: Final = 60
_FEWEST: Final = 2
_TERM_MARKS: Final = frozenset("-–,()")
_BARE: Final = frozenset({"bầu", "bổ", "cử", "chỉ", "phê", "điều", "phân", "giao", "miễn", "cách"})
_AND: Final = (["và"], [","], [",", "và"])
_LATER: Final = (["sau", "đó"], ["rồi", "sau", "đó"], ["về", "sau"], ["sau", "này"])
_NEXT: Final = (
    *([",", *later] for later in _LATER),
    *(
        [*mark, *lead, to]
        for mark in ([], [","])
        for lead in ([], ["rồi"])
        for to in ("đến", "tới", "lên")
    ),
)
_TAKING: Final = frozenset({"làm", "giữ", "đảm", "nắm", "lên", "ở", "trong", "trên", "vào"})
_WHEN: Final = frozenset({("thời", "gian"), ("thời", "điểm")})
_TIME_MARKS: Final = frozenset({"(", ")", "-", "–", "/", "từ", "đến", "nay", "tới", "vào"})
_IN: Final = frozenset({"với", "trên", "ở", "trong"})
_AS: Final = frozenset(
    {("cương", "vị"), ("tư", "cách"), ("vai", "trò"), ("trách", "nhiệm"), ("chức", "vụ")}
)


def propose_verbs(scene: Scene) -> Iterator[Proposal]:
    """Yield the offices that a verb gives to those named after it or last in the sentence.

    Somebody who gives the office (*Chủ tịch nước X bổ nhiệm giữ chức ...*) does not hold it. People
    named together share it (*các đồng chí A và B được bầu giữ chức ...*), or have one each (*A và B
    làm Bí thư và Phó Bí thư*).
    """
    elements = scene.elements
    last: int | None = None
    done = 0
    given: set[int] = set()
    chain = range(0)
    for index, element in enumerate(elements):
        if isinstance(element, Name):
            mark = kin_mark(scene, index)
            if mark >= 0:
                last = index - 1 if index and elements[index - 1].last == mark else None
            elif _is_of_others(scene, index):
                last = None
            elif not (
                _is_replaced(scene, index)
                or _is_succeeded(scene, index)
                or _is_beside(scene, last, index)
            ):
                last = index
        elif index >= done and index not in scene.claimed:
            if index - 1 not in given and _is_added(scene, index, chain):
                continue
            chain = range(index, chain.stop if index in chain else _chain_end(scene, index))
            for proposal in _told(scene, chain, last):
                done = max(done, proposal.office + 1)
                given.add(proposal.office)
                yield proposal
                yield from _replaced(scene, proposal, last)


def _is_beside(scene: Scene, last: int | None, index: int) -> bool:
    """Return whether a name stands beside that of whom its sentence tells.

    What stands in apposition to it is its own (*dưới sự bảo trợ của ông A, cựu Tuần vũ X*).
    """
    if last is None or not acts(scene, index):
        return False
    elements = scene.elements
    if _is_explained(scene, index):
        return False
    return not scene.tallies.ends_sentence(elements[last].last, elements[index].first)


def _is_of_others(scene: Scene, index: int) -> bool:
    """Return whether a name only says for whom others work, or in what of theirs somebody is."""
    served = is_served(scene, index) and not _is_explained(scene, index)
    return served or (is_of_whom(scene, index) and _is_in_capacity(scene, index))


def _is_in_capacity(scene: Scene, index: int) -> bool:
    """Return whether words behind a name say what another does (*của A với cương vị ...*)."""
    words, at = scene.tokens.words, scene.elements[index].last
    return words[at : at + 1] != [] and words[at] in _IN and tuple(words[at + 1 : at + 3]) in _AS


def _is_explained(scene: Scene, index: int) -> bool:
    """Return whether an office in apposition follows a name."""
    elements = scene.elements
    office = elements[min(index + 1, len(elements) - 1)]
    follows = isinstance(office, Office) and joins(scene.gap(elements[index], office))
    return follows and not is_told(scene.tokens.words, office.first)


def _is_added(scene: Scene, index: int, chain: range) -> bool:
    """Return whether an office goes with one before it, and so to the holder of that.

    *Ông A tiếp ngài Phó Thủ tướng kiêm Bộ trưởng*; *A; các Ủy viên, nguyên Ủy viên Bộ Chính trị*:
    where the first is not given to A, neither is the second.
    """
    elements = scene.elements
    before = elements[index - 1] if index else None
    if isinstance(before, Office) and scene.gap(before, elements[index]) == ["kiêm"]:
        return True
    several = index in chain[1:] and scene.is_plural(elements[chain.start].first)
    return several and not is_told(scene.tokens.words, elements[index].first)


def _replaced(scene: Scene, told: Proposal, last: int | None) -> Iterator[Proposal]:
    """Yield an office that a verb gives for the one who held it before.

    *B thay A làm Giám đốc*; *B được bầu làm Giám đốc thay A*.
    """
    elements, at = scene.elements, told.office
    if told.rule != _RULE or last is None:
        return
    name = elements[at - 1]
    if not (at - 1 > last and _is_replaced(scene, at - 1)):
        name = elements[at + 1] if at + 1 < len(elements) else elements[at]
        gap = scene.gap(elements[at], name) if isinstance(name, Name) else []
        if not _replaces(gap[gap[:1] == [","] :]):
            return
    if isinstance(name, Name):
        yield scene.propose(name, at, REPLACED)


def _replaces(gap: list[str]) -> bool:
    """Return whether words say that an office is taken over (*thay cho vị trí của*)."""
    at = len(gap) - (gap[-1:] == ["của"])
    at -= ends(gap, at, giving().nouns)
    return tuple(gap[:at]) in giving().replacing


def _is_replaced(scene: Scene, index: int) -> bool:
    """Return whether another takes the office of one (*B thay A làm Giám đốc*).

    What a passive says is told of the one before it (*B thay A được điều động làm Bộ trưởng*).
    """
    last = scene.elements[index].last
    following = scene.tokens.words[last : last + 1]
    return _follows_replacing(scene, index) and not _TAKING.isdisjoint(following)


def _is_succeeded(scene: Scene, index: int) -> bool:
    """Return whether *he* or *she* takes the place of one (*Ông thay Đại tá A, giữ chức ...*)."""
    return _follows_replacing(scene, index) and follows_pronoun(scene, index)


def _follows_replacing(scene: Scene, index: int) -> bool:
    """Return whether a word for taking someone's place stands before a name."""
    name = scene.elements[index]
    if not isinstance(name, Name):
        return False
    return ends(scene.tokens.words, name.lead, giving().replacing) > 0


def _told(scene: Scene, chain: range, last: int | None) -> Iterator[Proposal]:
    """Yield what the words before an office say of it and of those joined to it.

    Args:
        scene: The scene.
        chain: The office, and those that are joined to it.
        last: The last name before it.
    """
    elements, words, index = scene.elements, scene.tokens.words, chain.start
    office = scene.elements[index]
    into = last is not None and _is_put_into(scene, last, index)
    plural = scene.is_plural(office.first)
    linked = into or is_linked(words, office.first - plural)
    given = receivers(scene, chain) if linked else None
    whose = owner(scene, chain[-1]) if given is None else None
    if whose is not None:
        people = [whose, *named_with(scene, whose)]
        yield from _give(scene, chain, people, REPLACED if is_replaced(scene, index) else _OBJECT)
        return
    if not linked:
        term = _later_subject(scene, index) if _is_of_term(words, office.first) else None
        if term is not None:
            yield from _give(scene, [index], [term], _RULE)
        else:
            yield from _listed(scene, index)
        return
    if plural and given is None and not is_linked(words, office.first):
        return
    following = _later_subject(scene, index)
    if given is not None:
        yield from _give(scene, chain, given, _OBJECT)
    elif following is not None:
        yield from _give(scene, chain, [following], _RULE)
    elif last is not None and office.first - elements[last].last <= _REACH:
        gap = words[elements[last].last : office.first]
        parted = scene.parts(elements[last].last, office.first) or closes(gap)
        if parted or is_of_another(scene, last, office, gap) or gives(scene, last, gap):
            return
        if into or _is_verbal(scene, chain, gap):
            yield from _spread(scene, chain, last)


def _listed(scene: Scene, index: int) -> Iterator[Proposal]:
    """Yield an office in a list that a verb opened before, for whom the verb gives the list."""
    elements, words = scene.elements, scene.tokens.words
    opening = list_opening(words, elements[index].first)
    if opening < 0 or _is_named(scene, index):
        return
    at = index - 1
    while at >= 0 and not (isinstance(elements[at], Name) and elements[at].last <= opening):
        if opening - elements[at].last > _REACH:
            return
        at -= 1
    if at < 0 or opening - elements[at].last > _REACH:
        return
    if SENTENCE_ENDS.isdisjoint(words[elements[at].last : opening]):
        yield from _give(scene, [index], [at], _RULE)


def _is_put_into(scene: Scene, name: int, office: int) -> bool:
    """Return whether a verb before a name puts it into an office (*bầu X vào Ủy viên ...*)."""
    left, right = scene.elements[name], scene.elements[office]
    if not isinstance(left, Name) or scene.gap(left, right) != ["vào"]:
        return False
    return bool(ends(scene.tokens.words, left.lead, giving().verbs))


def _is_verbal(scene: Scene, chain: Sequence[int], gap: list[str]) -> bool:
    """Return whether a verb leads from a name to offices, or *nguyên* after other words.

    What is quoted is not said of who says it, and *nguyên Bộ trưởng X* not of another.
    """
    elements = scene.elements
    if gap[:-1].count('"') % 2:
        return False
    if is_told(scene.tokens.words, elements[chain[0]].first):
        return True
    after = chain[-1] + 1
    named = after < len(elements) and not scene.gap(elements[after - 1], elements[after])
    return not joins(gap) and not named


def _spread(scene: Scene, chain: Sequence[int], last: int) -> Iterator[Proposal]:
    """Yield a chain of offices for the last person named and those named with them."""
    people = together(scene, last)
    if len(chain) == len(people) >= _FEWEST and not scene.is_plural(scene.elements[chain[0]].first):
        offices = [scene.elements[at] for at in chain]
        if scene.gap(offices[-2], offices[-1]) in _AND:
            for office, person in zip(chain, people, strict=True):
                yield from _give(scene, [office], [person], _RESPECTIVELY)
            return
    for at in chain:
        shared = people if is_shareable(scene, at, people) else [last]
        yield from _give(scene, [at], shared, _RULE)


def _give(
    scene: Scene, offices: Sequence[int], people: Sequence[int], rule: str
) -> Iterator[Proposal]:
    for office in offices:
        for person in people:
            name = scene.elements[person]
            yield Proposal(office, scene.tokens.starts[name.first], rule)


def _chain_end(scene: Scene, index: int) -> int:
    """Return the index after the last office that is joined to an office."""
    elements = scene.elements
    last = index + 1
    while last < len(elements) and isinstance(elements[last], Office):
        gap = scene.gap(elements[last - 1], elements[last])
        joined = joins(gap) or gap in _NEXT or (goes_on(gap) and not _is_named(scene, last))
        if last in scene.claimed or not gap or not joined or _tells_anew(scene, last, gap):
            break
        last += 1
    return last


def _tells_anew(scene: Scene, index: int, gap: Sequence[str]) -> bool:
    """Return whether a verb without a mark gives the office behind it (*Thủ tướng bổ nhiệm X*)."""
    bare = gap[0] in _BARE and _TERM_MARKS.isdisjoint(gap)
    return bare and is_told(scene.tokens.words, scene.elements[index].first)


def _is_named(scene: Scene, index: int) -> bool:
    """Return whether a name follows an office, as that of another who holds it."""
    following = scene.elements[index + 1 : index + 2]
    return (
        bool(following)
        and isinstance(following[0], Name)
        and (len(scene.gap(scene.elements[index], following[0])) < _FEWEST)
    )


def _later_subject(scene: Scene, index: int) -> int | None:
    """Return the name after an office whose clause waits for it.

    *Sau khi trở thành Y, X ...*.
    """
    elements, words = scene.elements, scene.tokens.words
    if index + 1 >= len(elements) or not isinstance(elements[index + 1], Name):
        return None
    gap = scene.gap(elements[index], elements[index + 1])
    if gap[-1:] != [","] or not (gap[:-1] in ([], ["của", "mình"]) or _is_time(gap[:-1])):
        return None
    first = elements[index].first
    lead = words[max(0, first - 5) : first]
    waits = "khi" in lead or tuple(lead[-2:]) in _AS or tuple(lead[-3:-1]) in _AS
    waits = waits or _is_of_term(words, first) or tuple(lead[-3:-1]) in _WHEN
    waits = waits or tuple(lead[-4:-2]) in _WHEN
    return index + 1 if waits else None


def _is_of_term(words: list[str], first: int) -> bool:
    """Return whether the term of an office is told of (*trong nhiệm kỳ Tổng Bí thư*)."""
    return words[max(0, first - 3) : first] == ["trong", "nhiệm", "kỳ"]


def _is_time(words: list[str]) -> bool:
    """Return whether words only say when (*tháng 7 năm 2006 đến nay*, *(2005 - 2010)*)."""
    return all(
        word[0].isdigit() or word in grammar().dates or word in _TIME_MARKS for word in words
    )
