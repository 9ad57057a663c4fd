"""The person whose life a text tells from the middle of it, calling them *he* or *she*."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from typing import Final

from vnpolitext.officials.persons.naming import (
    find_called,
    find_short,
    find_taken,
    find_titled,
    says_name,
)
from vnpolitext.officials.phrases import Element, Name, Office
from vnpolitext.officials.words.giving import SENTENCE_ENDS, ends, giving, is_linked, list_opening
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.officials.words.zones import NOTE_MARKS
from vnpolitext.text.patterns import lazy_pattern

_TOGETHER: Final = (["và"], [","], [",", "và"])
_CLAUSE_ENDS: Final = frozenset({*SENTENCE_ENDS, ",", ";", ":", "("})
_DATE: Final = frozenset(
    {"tháng", "năm", "ngày", "từ", "đến", "cuối", "đầu", "giữa", "-", ",", "/", "•", "+"}
)
_YEAR: Final = lazy_pattern(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
# Letters of the commonest offices, and of what may stand before one in a life.
_OFFICE: Final = lazy_pattern(
    "trưởng|bí thư|chủ tịch|ủy viên|giám đốc|tư lệnh|chính ủy|chủ nhiệm|đại biểu|chánh |đại sứ"
)
_PERSON: Final = lazy_pattern(r"\d|(?<!\w)(?:ông|bà|anh|chị|đồng chí)(?!\w)")
_CATEGORY: Final = lazy_pattern(r"\n[-•*+ ]{0,3}(?:sinh|mất) (?:năm )?(?:1[89]|20)\d\d *(?:\n|$)")
_YEARS: Final = lazy_pattern(
    r"(?:\A|\n)[^\n(]{4,80}\((?:[^()\n]{0,80}\D)?1[89]\d\d ?-(?:[^()\n]{0,60}\D)?(?:1[89]|20)\d\d\)"
)
_ADVERBIALS: Final = _DATE | {"sau", "trước", "khi", "trong", "tại", "do", "với", "kể", "ở", "vì"}
_LONGEST_ADVERBIAL: Final = 40
_BEFORE: Final = 120
_SHORT: Final = 6
_FEWEST: Final = 3
_FEWEST_NAMED: Final = 2
_LONGEST_BRACKET: Final = 30
_LEADS: Final = 1.3
_VOTE: Final = 60
_NAMED: Final = 2 * _VOTE
_KIN_REACH: Final = 4
_OBJECT_REACH: Final = 10
_YEAR_REACH: Final = 8
_BORN_AS: Final = (["sinh", "là"], ["thật", "là"], ["khai", "sinh"], ["đầy", "đủ"], ["đủ", "là"])
_CALLS: Final = frozenset({"ông", "bà"})
_CONJUNCTIONS: Final = frozenset({("sau", "khi"), ("trước", "khi"), ("khi",), ("bởi",), ("vì",)})
_REIGNS: Final = frozenset(
    {("thời",), ("dưới", "thời"), ("triều",), ("thời", "vua"), ("triều", "vua")}
)
_DASHES: Final = frozenset({"-", "–", "—"})
_BULLETS: Final = frozenset({"-", "•", "+", "*"})
_QUOTES: Final = frozenset({'"', "“", "'", ":"})
_HELD: Final = frozenset({"nguyên", "cựu", "cố"})
_LIFE_WORDS: Final = frozenset({"sinh", "mất", "đời", "trần"})
_TO_THEM: Final = frozenset(
    {
        *(("với",), ("cùng",), ("cho",), ("gặp",), ("tặng",), ("mời",), ("đưa",), ("gọi",)),
        *(("giới", "thiệu"), ("triệu", "tập"), ("tiến", "cử"), ("thăm",), ("giúp",)),
    }
)


def may_tell(lower: str, end: int) -> bool:
    """Return whether a look at the letters allows that a text tells a life up to ``end``.

    Enough offices must stand in sentences with a figure or a word for the person before them, or
    the years of birth and death in a list of categories or in brackets after the words that open a
    line.
    """
    told = 0
    for match in _OFFICE.finditer(lower, 0, end):
        lead = lower[max(0, match.start() - _BEFORE) : match.start()]
        lead = lead[max(lead.rfind(mark) for mark in ".!?\n") + 1 :]
        told += _PERSON.search(lead) is not None
        if told >= _FEWEST:
            return True
    return any(pattern.search(lower, 0, end) for pattern in (_CATEGORY, _YEARS))


def find_told(tokens: Tokens, elements: list[Element]) -> Name | None:
    """Return the first mention of the person whose life a text tells from the middle of it.

    At least three sentences give an office to *him* or *her*, or after a date to nobody (*Tháng 5
    năm 2003, ông được bổ nhiệm Chính ủy*; *Năm 1965, Chính ủy Sư đoàn 330*), or they are categories
    (*Sinh năm 1935*, and on lines of their own *Bí thư Tỉnh ủy Lào Cai*). The person is the one of
    whom the text says that it is their name, or whose years of life it gives; else the one named
    most, above all where the name stands in the place of the pronoun; *ông Huỳnh* counts for every
    name that ends with *Huỳnh*.
    """
    words = tokens.words
    told = 0
    votes: Counter[str] = Counter()
    opened: set[str] = set()
    listed = _categories(words)
    for first, last, inner in _sentences(words, elements):
        names = [each for each in inner if isinstance(each, Name)]
        opening = _after_date(tokens, first, last)
        if names:
            openings = {first, opening, _after_marks(words, first, last)}
            openings.update(_after_adverbial(words, first, last))
            offices = [each for each in inner if isinstance(each, Office)]
            _vote(votes, words, names, offices, openings)
            opened |= _opened(words, names, offices, openings)
        if isinstance(inner[0], Office):
            told += 0 <= listed <= first or _is_told(words, first, opening, inner[0])
    if told < _FEWEST:
        return None
    unnamed = starts_unnamed(tokens, elements)
    known = None
    if unnamed or listed >= 0:
        known = (
            find_called(tokens, elements)
            or _of_years(words, elements)
            or find_titled(words, elements)
        )
    taken = find_taken(words, elements) if unnamed and known is None else None
    if known is not None or not votes:
        return known or taken
    (best, most), *others = votes.most_common(2)
    theirs = [e for e in elements if isinstance(e, Name) and words[e.last - 1] == best]
    once = len(theirs) < _FEWEST_NAMED
    alone = not others or best == find_short(words, elements)
    if most < (_VOTE // 2 if alone else _NAMED) or (others and others[0][1] * _LEADS > most):
        unsure = True
    elif listed >= 0 and once and others:
        unsure = not _lived(words, theirs[0])
    else:
        introduced = _is_introduced(elements, theirs)
        shown = best in opened or (bool(others) and alone)
        unsure = unnamed and not shown and bool(others or once or introduced)
    return taken if unsure else max(theirs, key=lambda name: name.last - name.first)


def _is_told(words: list[str], first: int, opening: int, office: Office) -> bool:
    """Return whether a sentence gives an office to *him* or *her*, or goes on with a list.

    After a date it needs no word for the person (*Tháng 4 năm 2001: ... được bầu làm Bí thư*).
    """
    if opening >= 0 and (office.first - opening < _SHORT or is_linked(words, office.first)):
        return True
    if not grammar().pronouns.isdisjoint(words[first : office.first]):
        return is_linked(words, office.first)
    return list_opening(words, office.first) >= 0


def starts_unnamed(tokens: Tokens, elements: list[Element]) -> bool:
    """Return whether a text speaks of *him* or *her* before it names anybody.

    A part of a text does; whom it speaks of may then be nobody of those that it names later on.
    """
    words, pronouns = tokens.words, grammar().pronouns
    first = next((e.lead for e in elements if isinstance(e, Name)), len(words))
    at = 0
    while at < first:
        opening = max(at, _after_date(tokens, at, first))
        spoken = words[opening : opening + 1] and words[opening] in pronouns
        if spoken and tokens.kinds[opening + 1 : opening + 2] != ["U"]:
            return True
        while at < first and words[at] not in SENTENCE_ENDS and words[at] != ",":
            at += 1
        at += 1
    return False


def is_another(words: list[str], name: Name) -> bool:
    """Return whether a clause tells what somebody does to *him* or *her*, or is to them.

    *Ông A thay ông làm Bí thư*; *người kế nhiệm là bà A*: the pronoun is not A. Nor is the one whom
    a clause behind the main one names (*bà được bầu sau khi A nghỉ hưu*), or in whose time it was.
    """
    if is_subordinate(words, name.lead) or ends(words, name.lead, _REIGNS):
        return True
    lead = name.lead - (name.lead > 0 and words[name.lead - 1] == "là")
    pronouns = grammar().pronouns
    lead -= lead < name.lead and words[lead - 1] in pronouns
    known = giving()
    if ends(words, lead, known.replacing):
        return True
    for at in range(name.last, min(name.last + _OBJECT_REACH, len(words))):
        if words[at] in _CLAUSE_ENDS:
            return False
        if words[at] in pronouns:
            return any(ends(words, at, verbs) for verbs in (known.replacing, known.verbs, _TO_THEM))
    return False


def stands_beside(words: list[str], name: Name, start: int) -> bool:
    """Return whether *he* or *she* stands before a name in its sentence, and is another.

    *Ông lập gia đình với bà A*, but not *ông lấy tên mới là A*.

    Args:
        words: The folded words.
        name: The name.
        start: The first word of its sentence.
    """
    at = name.lead - 1
    while at >= start and words[at] not in _CALLS:
        at -= 1
    if at < start:
        return False
    return words[at - 1] == "của" or not says_name(words[at + 1 : name.lead])


def is_subordinate(words: list[str], at: int) -> bool:
    """Return whether a clause that tells when or why begins at ``at``, behind the main clause."""
    size = next((n for n in (2, 1) if tuple(words[max(0, at - n) : at]) in _CONJUNCTIONS), 0)
    before = at - size - 1
    return size > 0 and before >= 0 and words[before] not in _CLAUSE_ENDS


def _is_introduced(elements: list[Element], names: list[Name]) -> bool:
    """Return whether an office stands before one of the names, as before others than the hero."""
    ends = {each.last for each in elements if isinstance(each, Office)}
    return any(name.lead in ends for name in names)


def _opened(
    words: list[str], names: list[Name], offices: list[Office], openings: Set[int]
) -> set[str]:
    """Return the given names of those who open a sentence, or of whom it says who they are."""
    starts = {office.last: office.first for office in offices}
    openings = openings | {at + 1 for at in openings if words[at] in _QUOTES}
    given = giving().verbs
    return {
        words[name.last - 1]
        for name in names
        if name.lead in openings
        or starts.get(name.lead) in openings
        or words[max(0, name.lead - 2) : name.lead] in _BORN_AS
        or _has_died(words, name)
        or ends(words, name.lead, given)
        or _is_title(words, starts.get(name.lead, name.lead), name.last)
    }


def _is_title(words: list[str], first: int, last: int) -> bool:
    """Return whether a name, with offices or not, is all of a title (*"Cựu Bộ trưởng A"*)."""
    first -= first > 0 and words[first - 1] in _HELD
    return words[first - 1 : first] == ['"'] and words[last : last + 1] == ['"']


def _of_years(words: list[str], elements: list[Element]) -> Name | None:
    """Return the only person behind whose name brackets give the years of the life told of."""
    years = {
        year
        for at, word in enumerate(words)
        if word in _LIFE_WORDS
        for each in words[at + 1 : at + 1 + _YEAR_REACH]
        for year in _YEAR.findall(each)
    }
    found: dict[tuple[str, ...], Name] = {}
    for name in elements:
        if not isinstance(name, Name) or words[name.last : name.last + 1] != ["("]:
            continue
        inside = words[name.last + 1 : name.last + 1 + _YEAR_REACH]
        own = _YEAR.findall(" ".join(inside[: inside.index(")")])) if ")" in inside else []
        if len(own) == _FEWEST_NAMED and not years.isdisjoint(own):
            found.setdefault(tuple(words[name.first : name.last]), name)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_author(words: list[str], name: Name) -> bool:
    """Return whether a name stands where a note names who wrote what it cites (*A (2010). ...*)."""
    after = words[name.last : name.last + 2]
    if after[:1] == ["("]:
        inside = words[name.last + 1 : name.last + 1 + _YEAR_REACH]
        return ")" in inside and len(_YEAR.findall(" ".join(inside[: inside.index(")")]))) == 1
    return bool(after) and (after[0] in "./" or after[0].isdigit())


def _is_quoted(words: list[str], name: Name, first: int) -> bool:
    """Return whether a name with a dash before it fills a line below words that somebody said."""
    before = words[first : name.lead]
    if not before or before[-1] not in _DASHES or any(map(str.isalnum, before)):
        return False
    return words[name.last : name.last + 1] in ([], ["\n"], ["|"])


def _has_died(words: list[str], name: Name) -> bool:
    """Return whether the death of the one named is told at once (*ông A từ trần*)."""
    return tuple(words[name.last : name.last + 2]) in {("qua", "đời"), ("từ", "trần")}


def _lived(words: list[str], name: Name) -> bool:
    """Return whether birth or death of the one named is told at once."""
    return not _LIFE_WORDS.isdisjoint(words[name.last : name.last + _SHORT])


def _categories(words: list[str]) -> int:
    """Return where the categories of an article begin: a line with only a year of birth or death.

    Returns:
        Index of the token, -1 without any.
    """
    for at in range(len(words) - 1, 0, -1):
        ends = at + 1 == len(words) or words[at + 1] == "\n"
        if not ends or not _YEAR.fullmatch(words[at]):
            continue
        line = [word for word in words[max(0, at - _SHORT) : at] if word not in {"-", "•", "*"}]
        while "\n" in line:
            line = line[line.index("\n") + 1 :]
        if line in (["sinh", "năm"], ["mất", "năm"], ["sinh"], ["mất"]):
            return at
    return -1


def _vote(
    votes: Counter[str],
    words: list[str],
    names: list[Name],
    offices: list[Office],
    openings: Set[int],
) -> None:
    """Count for whom a sentence speaks; its names share one vote.

    Kin of somebody have none, nor has anybody else than the one the pronoun calls, nor who wrote
    what is cited. Who stands in the place of the pronoun counts three times, and so does who is
    born under a name.
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
        noted = name.lead > 0 and words[name.lead - 1] in NOTE_MARKS
        if noted or (name.lead in openings and _is_author(words, name)):
            continue
        if _is_quoted(words, name, max(0, min(openings - {-1}))):
            continue
        if is_another(words, name) or stands_beside(words, name, max(0, min(openings - {-1}))):
            votes[words[name.last - 1]] += 0
            continue
        in_place = name.lead in openings or before[-2:] in _BORN_AS or _has_died(words, name)
        weight = 1 + 2 * in_place
        introduced = any(office.last == name.lead for office in offices)
        votes[words[name.last - 1]] += _VOTE * weight // (len(names) * (1 + introduced))


def _sentences(
    words: list[str], elements: list[Element]
) -> Iterator[tuple[int, int, list[Element]]]:
    """Yield the tokens and the elements of every sentence that has elements."""
    first, at = 0, 0
    for last in range(len(words) + 1):
        if last < len(words) and words[last] not in SENTENCE_ENDS:
            continue
        inner = []
        while at < len(elements) and elements[at].first < last:
            inner.append(elements[at])
            at += 1
        if inner:
            yield first, last, inner
        first = last + 1


def _after_marks(words: list[str], first: int, last: int) -> int:
    """Return where a sentence goes on after bullets and a quotation mark."""
    while first < last and (words[first] in _BULLETS or words[first] in _QUOTES):
        first += 1
    return first


def _after_adverbial(words: list[str], first: int, last: int) -> Iterator[int]:
    """Yield where the subject may stand behind what opens a sentence (*Sau khi về hưu, A ...*)."""
    if words[first] not in _ADVERBIALS:
        return
    for at in range(first, min(first + _LONGEST_ADVERBIAL, last - 1)):
        if words[at] in grammar().pronouns:
            return
        if words[at] == ",":
            yield at + 1


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
