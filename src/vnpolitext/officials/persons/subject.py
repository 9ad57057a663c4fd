"""The person a text is about: a biography, an obituary, or a stretch of one."""

from __future__ import annotations

from itertools import pairwise, takewhile, zip_longest
from typing import Final

from vnpolitext.officials.phrases import Element, Name, Office
from vnpolitext.officials.words.gazetteer import place_levels
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import name_like_words
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.vocabulary import bodies

_LEAD: Final = 600
_NEAR: Final = 200
_BESIDE: Final = 16
_FAR: Final = 100
_BIRTH: Final = (("khai", "|"), ("khai", "là"), ("khai", ":"), ("|", "|"), ("\n", "|"))
_FORM: Final = frozenset({("họ", "và", "tên"), ("\n", "họ", "tên"), ("họ", ",", "tên")})
_BOX: Final = frozenset(
    {
        *(("quốc", "tịch"), ("tôn", "giáo"), ("cá", "nhân"), ("chính", "trị"), ("dân", "tộc")),
        *(("học", "vấn"), ("nghề", "nghiệp"), ("phối", "ngẫu"), ("binh", "nghiệp")),
    }
)
_FALLEN: Final = frozenset({"hy", "hi"})  # *hy sinh năm 1946*
_DATE: Final = frozenset(
    {"tháng", "năm", "ngày", "từ", "đến", "cuối", "đầu", "giữa", "-", ",", "/", "•", "+"}
)
_BEFORE_YEARS: Final = frozenset({"(", ".", "\n", ";"})
_DEFINING: Final = frozenset({"là", "nguyên"})
_KIN: Final = 8
_CLAUSE_ENDS: Final = frozenset({",", ".", ";", "\n", "("})
_YEAR: Final = lazy_pattern(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_MARKS: Final = frozenset({":", "|"})
_LONGEST_LABEL: Final = 7
_FEWEST_LIVES: Final = 2
_LONGEST_OPENING: Final = 30


def find_title(tokens: Tokens) -> frozenset[tuple[str, ...]]:
    """Return the title of an article about a person whose name no family name announces.

    The title must be a short run of capitals, and the article tell its birth. A form that has a
    field for the name tells it there.
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
    if not name_like_words().isdisjoint(pairwise(run)):
        return frozenset()
    window = words[stop : stop + _LEAD]
    if any(label in _FORM for label in zip(window, window[1:], window[2:], strict=False)):
        return frozenset()
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
    defined = find_defined(tokens, elements) or _find_labelled(words, elements)
    if defined is not None:
        return defined
    text = frozenset(words)
    if "sinh" not in text:
        return None
    told = bool({"quê", "trú", "tiểu"} & text) or _has_box(words)
    inside = {at for e in elements if isinstance(e, Office) for at in range(e.first, e.last)}
    names = [element for element in elements if isinstance(element, Name)]
    for name in names if told else names[:1]:
        if _is_relation(words, name.lead):
            continue
        if _is_born(words, name.last, inside) and (told or _opens_line(words, name.lead)):
            return name
    return None


def _is_relation(words: list[str], at: int) -> bool:
    """Return whether a clause says before a name whose relation that is (*Con gái bà là A*)."""
    clause = takewhile(
        lambda word: word not in _CLAUSE_ENDS, reversed(words[max(0, at - _KIN) : at])
    )
    return words[at - 1 : at] == ["là"] and not grammar().kin.isdisjoint(clause)


def _find_labelled(words: list[str], elements: list[Element]) -> Name | None:
    """Return the only name behind a label of names (*Họ và tên: Lò Văn An*)."""
    found = [
        element
        for element in elements
        if isinstance(element, Name) and _is_labelled(words, element.lead)
    ]
    return found[0] if len(found) == 1 else None


def _is_labelled(words: list[str], at: int) -> bool:
    """Return whether a label of names and a mark stand before ``at``, on its line or in its row."""
    end = at
    while end and words[end - 1] in _MARKS:
        end -= 1
    labels = (" ".join(words[max(0, end - size) : end]) for size in range(2, _LONGEST_LABEL + 1))
    return end < at and any(label in grammar().name_labels for label in labels)


def find_defined(tokens: Tokens, elements: list[Element]) -> Name | None:
    """Return the only name that opens a paragraph which says who that is.

    *Lò Văn An (sinh năm 1950) là ...*, *Lò Văn An, bí danh Hai Sậy (1920 - 1998), nguyên ...*, or
    below the box of a person *Lò Văn An là ...*.
    """
    words = tokens.words
    boxed = _has_box(words)
    found = [
        element
        for element in elements
        if isinstance(element, Name)
        and element.last - element.first > 1
        and _opens_line(words, element.lead)
        and (
            (boxed and words[element.last : element.last + 1] == ["là"])
            or _is_defined(words, element.last)
        )
    ]
    names = {tuple(words[name.first : name.last]) for name in found}
    return found[0] if len(names) == 1 else None


def _is_defined(words: list[str], at: int) -> bool:
    """Return whether years of life in brackets and then *là* or *nguyên* follow a name."""
    limit = min(at + _BESIDE, len(words))
    opening = next((n for n in range(at, limit) if words[n] in _BEFORE_YEARS), limit)
    if words[opening : opening + 1] != ["("] or ")" not in words[opening : opening + _FAR]:
        return False
    closing = words.index(")", opening)
    inner = words[opening + 1 : closing]
    born = "sinh" in inner or sum(bool(_YEAR.search(word)) for word in inner) > 1
    rest = takewhile(lambda word: word not in {".", "\n"}, words[closing + 1 : closing + _FAR])
    return born and not _DEFINING.isdisjoint(rest)


def _has_box(words: list[str]) -> bool:
    """Return whether the text has the box of a person (*| Quốc tịch | Việt Nam |*)."""
    return any(
        tuple(words[at - 2 : at]) in _BOX for at, word in enumerate(words) if word == "|" and at > 1
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
        elif word == "sinh" and not depth and words[index - 1] not in _FALLEN:
            return words[index + 1 : index + 2] in (["ngày"], ["năm"], ["tháng"], ["tại"])
        passed += 1
    return False
