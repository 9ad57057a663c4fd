"""The person a text is about: a biography, an obituary, or a stretch of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from itertools import zip_longest
from typing import Final

from vnpolitext.officials.phrases import Element, Name, Office
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.giving import is_linked
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import bodies

_LEAD: Final = 600
_NEAR: Final = 200
_BESIDE: Final = 16
_FAR: Final = 100
_BIRTH: Final = (("khai", "|"), ("khai", "là"), ("khai", ":"), ("|", "|"), ("\n", "|"))
_TOGETHER: Final = (["và"], [","], [",", "và"])
_BOX: Final = (["quốc", "tịch", "|"], ["tôn", "giáo", "|"])
_STOPS: Final = frozenset({".", "!", "?", "\n", "…"})
_DATE: Final = frozenset(
    {"tháng", "năm", "ngày", "từ", "đến", "cuối", "đầu", "giữa", "-", ",", "/", "•", "+"}
)
_YEAR: Final = lazy_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Letters of the commonest offices, and of what may stand before one in a life.
_OFFICE: Final = lazy_pattern(
    "trưởng|bí thư|chủ tịch|ủy viên|giám đốc|tư lệnh|chính ủy|chủ nhiệm|đại biểu|chánh |đại sứ"
)
_PERSON: Final = lazy_pattern(r"\d|(?<!\w)(?:ông|bà|anh|chị|đồng chí)(?!\w)")
_BEFORE: Final = 120
_SHORT: Final = 6
_FEWEST: Final = 3
_FEWEST_LIVES: Final = 2
_LONGEST_OPENING: Final = 30
_LONGEST_BRACKET: Final = 30
_LEADS: Final = 1.3
_VOTE: Final = 60
_NAMED: Final = 2 * _VOTE
_KIN_REACH: Final = 4
_BORN_AS: Final = (["sinh", "là"], ["thật", "là"], ["khai", "sinh"], ["đầy", "đủ"], ["đủ", "là"])


def find_title(tokens: Tokens) -> frozenset[tuple[str, ...]]:
    """Return the title of an article about a person whose name no family name announces.

    The title must be a short run of capitals, and the article tell its birth.
    """
    words, kinds = tokens.words, tokens.kinds
    at = 0
    while at < len(words) and kinds[at] not in "Uld":
        at += 1
    stop = tokens.run_end(at)
    run = tuple(words[at:stop])
    if not 2 <= len(run) <= 4 or words[stop : stop + 1] not in (["\n"], ["("]):
        return frozenset()
    if run in place_levels() or bodies().match(words, at):
        return frozenset()
    window = words[stop : stop + _LEAD]
    for index, word in enumerate(window):
        if word != "sinh" or index == 0:
            continue
        around = (window[index - 1], *window[index + 1 : index + 2])
        if around in _BIRTH or (around[0] == "(" and index < _NEAR):
            return frozenset({run})
    return frozenset()


def find_subject(tokens: Tokens, elements: list[Element]) -> Name | None:
    """Return the first mention of the person the text is about, if it is about one.

    That is the name that is the title of the text, or the one whose birth and origin it tells.
    """
    words = tokens.words
    for element in elements[:6]:
        if not isinstance(element, Name):
            continue
        before = [word for word in words[: element.lead] if word not in {"#", "\n", "|", "-", '"'}]
        if before:
            break
        after = words[element.last : element.last + 1]
        if after in (["\n"], ["("], []):
            return element
    defined = _defined(words, elements)
    if defined is not None:
        return defined
    text = frozenset(words)
    if "sinh" not in text or not ({"quê", "trú", "tiểu"} & text or _has_box(words)):
        return None
    inside = {at for e in elements if isinstance(e, Office) for at in range(e.first, e.last)}
    for element in elements:
        if isinstance(element, Name) and _is_born(words, element.last, inside):
            return element
    return None


def _defined(words: list[str], elements: list[Element]) -> Name | None:
    """Return the only name that a paragraph defines: *Lò Văn An (sinh năm 1950) là ...*."""
    found = [
        element
        for element in elements
        if isinstance(element, Name)
        and element.last - element.first > 1
        and _opens_line(words, element.lead)
        and _is_defined(words, element.last)
    ]
    names = {tuple(words[name.first : name.last]) for name in found}
    return found[0] if len(names) == 1 else None


def _is_defined(words: list[str], at: int) -> bool:
    """Return whether years of life in brackets and then *là* follow a name."""
    if words[at : at + 1] != ["("] or ")" not in words[at : at + _FAR]:
        return False
    closing = words.index(")", at)
    inner = words[at + 1 : closing]
    born = "sinh" in inner or sum(bool(_YEAR.search(word)) for word in inner) > 1
    return born and "là" in words[closing + 1 : closing + _BESIDE]


def _has_box(words: list[str]) -> bool:
    """Return whether the text has the box of a person (*| Quốc tịch | Việt Nam |*)."""
    return any(
        words[at : at + 3] in _BOX for at, word in enumerate(words) if word in {"quốc", "tôn"}
    )


def find_lives(tokens: Tokens, elements: list[Element]) -> list[tuple[int, int, int]]:
    """Return the stretches that tell one life each, if the tokens tell several.

    A life begins with the paragraph that tells the birth of its person. Paragraphs that open with a
    date, a bullet or a word for the person belong to it.

    Returns:
        Index of the first token, index after the last one, index of the first character of the
        mention of the person.
    """
    words = tokens.words
    if words.count("sinh") < _FEWEST_LIVES:
        return []
    inside = {at for e in elements if isinstance(e, Office) for at in range(e.first, e.last)}
    born = [
        element
        for element in elements
        if isinstance(element, Name)
        and _opens_line(words, element.lead)
        and _is_born(words, element.last, inside)
    ]
    if len({tuple(words[name.first : name.last]) for name in born}) < _FEWEST_LIVES:
        return []
    lives = []
    for name, following in zip_longest(born, born[1:]):
        limit = following.lead if following else len(words)
        end = tokens.line_end(name.last)
        while end < limit and _tells_on(tokens, end + 1):
            end = tokens.line_end(end + 1)
        lives.append((name.lead, min(end, limit), tokens.starts[name.first]))
    return lives


def _opens_line(words: list[str], at: int) -> bool:
    """Return whether no word stands before ``at`` on its line."""
    for before in reversed(words[max(0, at - _LONGEST_OPENING) : at]):
        if before == "\n":
            return True
        if before.isalpha():
            return False
    return at <= _LONGEST_OPENING


def _tells_on(tokens: Tokens, at: int) -> bool:
    """Return whether the line at ``at`` is empty or opens with a date, a bullet or *he*, *she*."""
    words, kinds = tokens.words, tokens.kinds
    if at >= len(words):
        return False
    if words[at] == "\n" or kinds[at] in "dp" or words[at] in _DATE:
        return True
    if words[at : at + 2] == ["đồng", "chí"]:
        return kinds[at + 2 : at + 3] != ["U"]
    return words[at] in grammar().pronouns and kinds[at + 1 : at + 2] != ["U"]


def _is_born(words: list[str], at: int, inside: set[int]) -> bool:
    """Return whether the birth of a person is told after their name and their offices."""
    depth, passed = 0, 0
    for index in range(at, min(at + _FAR, len(words))):
        word = words[index]
        if index in inside:
            continue
        if word == "(":
            depth += 1
        elif word == ")":
            depth -= 1
        elif word in {".", ";"} or passed > _BESIDE:
            return False
        elif word == "sinh" and not depth:
            return words[index + 1 : index + 2] in (["ngày"], ["năm"], ["tháng"], ["tại"])
        passed += 1
    return False


def may_tell(lower: str, end: int) -> bool:
    """Return whether a look at the letters allows that a text tells a life up to ``end``.

    Enough offices must stand in sentences with a figure or a word for the person before them.
    """
    told = 0
    for match in _OFFICE.finditer(lower, 0, end):
        lead = lower[max(0, match.start() - _BEFORE) : match.start()]
        lead = lead[max(lead.rfind(mark) for mark in ".!?\n") + 1 :]
        told += _PERSON.search(lead) is not None
        if told >= _FEWEST:
            return True
    return False


def find_told(tokens: Tokens, elements: list[Element]) -> Name | None:
    """Return the first mention of the person whose life a text tells from the middle of it.

    At least three sentences give an office to *him* or *her*, or after a date to nobody (*Tháng 5
    năm 2003, ông được bổ nhiệm Chính ủy*; *Năm 1965, Chính ủy Sư đoàn 330*). The person is the one
    named most, above all where the name stands in the place of the pronoun; *ông Huỳnh* counts for
    every name that ends with *Huỳnh*.
    """
    words = tokens.words
    told = 0
    votes: Counter[str] = Counter()
    opened: set[str] = set()
    for first, last, inner in _sentences(words, elements):
        names = [each for each in inner if isinstance(each, Name)]
        offices = [each for each in inner if isinstance(each, Office)]
        opening = _after_date(tokens, first, last)
        if names:
            openings = {first, opening}
            _vote(votes, words, names, offices, openings)
            opened |= _opened(words, names, offices, openings)
        if not offices or (names and names[0].lead < offices[0].first):
            continue
        lead = words[first : offices[0].first]
        dated = opening >= 0 and offices[0].first - opening < _SHORT
        spoken = any(word in grammar().pronouns for word in lead)
        told += dated or (spoken and is_linked(words, offices[0].first))
    if told < _FEWEST or not votes:
        return None
    (best, most), *others = votes.most_common(2)
    if most < (_NAMED if others else _VOTE // 2) or (others and others[0][1] * _LEADS > most):
        return None
    theirs = [e for e in elements if isinstance(e, Name) and words[e.last - 1] == best]
    if (
        best not in opened
        and (others or len(theirs) < _FEWEST_LIVES or _is_introduced(elements, theirs))
        and starts_unnamed(tokens, elements)
    ):
        return None
    return max(theirs, key=lambda name: name.last - name.first)


def _is_introduced(elements: list[Element], names: list[Name]) -> bool:
    """Return whether an office stands before one of the names, as before others than the hero."""
    ends = {each.last for each in elements if isinstance(each, Office)}
    return any(name.lead in ends for name in names)


def _opened(
    words: list[str], names: list[Name], offices: list[Office], openings: Set[int]
) -> set[str]:
    """Return the given names of those who open a sentence, or of whom it says who they are."""
    starts = {office.last: office.first for office in offices}
    openings = openings | {at + 1 for at in openings if words[at : at + 1] == [":"]}
    return {
        words[name.last - 1]
        for name in names
        if name.lead in openings
        or starts.get(name.lead, -1) in openings
        or words[max(0, name.lead - 2) : name.lead] in _BORN_AS
    }


def starts_unnamed(tokens: Tokens, elements: list[Element]) -> bool:
    """Return whether a text speaks of *him* or *her* before it names anybody.

    A part of a text does; whom it speaks of may then be nobody of those that it names later on.
    """
    words = tokens.words
    first = next((e.lead for e in elements if isinstance(e, Name)), len(words))
    at = 0
    while at < first:
        opening = max(at, _after_date(tokens, at, first))
        spoken = words[opening : opening + 1] and words[opening] in grammar().pronouns
        if spoken and tokens.kinds[opening + 1 : opening + 2] != ["U"]:
            return True
        while at < first and words[at] not in _STOPS and words[at] != ",":
            at += 1
        at += 1
    return False


def _vote(
    votes: Counter[str],
    words: list[str],
    names: list[Name],
    offices: list[Office],
    openings: Set[int],
) -> None:
    """Count for whom a sentence speaks; its names share one vote, kin of somebody have none.

    Who stands in the place of the pronoun counts three times, and so does who is born under a name.
    """
    kin = None
    for name in names:
        if name.last - name.first == 1 and not name.addresses:
            continue
        before = words[max(0, name.lead - _KIN_REACH) : name.lead]
        if kin is not None and words[kin.last : name.lead] in _TOGETHER:
            before = [*grammar().kin]
        if not grammar().kin.isdisjoint(before):
            kin = name
            continue
        weight = 1 + 2 * (name.lead in openings or before[-2:] in _BORN_AS)
        introduced = any(office.last == name.lead for office in offices)
        votes[words[name.last - 1]] += _VOTE * weight // (len(names) * (1 + introduced))


def _sentences(
    words: list[str], elements: list[Element]
) -> Iterator[tuple[int, int, list[Element]]]:
    """Yield the tokens and the elements of every sentence that has elements."""
    first, at = 0, 0
    for last in range(len(words) + 1):
        if last < len(words) and words[last] not in _STOPS:
            continue
        inner = []
        while at < len(elements) and elements[at].first < last:
            inner.append(elements[at])
            at += 1
        if inner:
            yield first, last, inner
        first = last + 1


def _after_date(tokens: Tokens, first: int, last: int) -> int:
    """Return where a sentence goes on after the date that opens it; -1 without one."""
    words, kinds = tokens.words, tokens.kinds
    while first < last and words[first] == "[":
        inside = words[first : min(first + _LONGEST_BRACKET, last)]
        if "]" not in inside:
            break
        first += inside.index("]") + 1
    at = first
    while at < last and (kinds[at] == "d" or words[at] in _DATE):
        at += 1
    lead = words[first:at]
    dated = "năm" in lead or "tháng" in lead or any(_YEAR.search(word) for word in lead)
    return at if dated else -1
