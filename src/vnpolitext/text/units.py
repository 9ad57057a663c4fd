r"""Unbroken units: stretches with marks inside that a reader takes as one.

Numbers (``98,5%``, ``1.250.000``), dates (``01/8/2022``), document numbers (``15/2020/NĐ-CP``,
``18-NQ/TW``, also ``35 - NQ/TW``), abbreviations (``T.Ư``, ``TP.``, ``GD&ĐT``), names with marks
(``Covid-19``, ``Ba-na``), links and addresses.

The grammar runs only on the stretches between blanks that have a mark between two letters or
digits, so that plain prose never meets it. Every pattern is bounded or possessive.
"""

import re
from collections.abc import Iterator
from typing import Final

from vnpolitext.models import model_file, per_choice, per_choice_of, read_table
from vnpolitext.text.alphabet import CODE_LETTERS
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.syllables import is_vietnamese

WORD, NUMBER, DATE, CODE, LINK, PUNCTUATION, SYMBOL = range(7)
KINDS: Final = ("word", "number", "date", "code", "link", "punctuation", "symbol")
"""What a token is; the constants above index it."""

_ADDRESS: Final = lazy_pattern(
    r"(?:https?|ftp)://[^\s<>\"|\[\]]++"
    r"|(?<!\w)www\.[^\s<>\"|\[\]]++"
    r"|(?<![\w.+-])[\w+-]{1,64}+(?:\.[\w+-]{1,64}+){0,8}+@\w[\w-]{0,63}+(?:\.\w[\w-]{0,63}+){1,8}+"
    r"|(?<![\w.])(?:[a-zA-Z0-9-]{1,63}+\.){1,5}(?:vn|com|org|net|edu|gov|info)(?!\w)"
    r"(?:/[^\s<>\"|\[\])]*+)?"
)
_BEFORE_NAME: Final = "before "
_TRAILING: Final = ".,;:!?)'”’*_"
_GRAMMAR: Final = lazy_pattern(
    # 15/2020/NĐ-CP, 18-NQ/TW, 35 - NQ/TW, 1374/QĐ-UBND, 59/2020/QH14
    rf"(?P<code>(?<![\w,.])\d{{1,6}}+[a-zA-Z]{{0,2}}+(?:/\d{{4}}(?!\d))?\ ?[-–/]\ ?"
    rf"[{CODE_LETTERS}](?:[\w&]|\.(?=[{CODE_LETTERS}])){{1,15}}+"
    rf"(?:\ ?[-–/]\ ?[{CODE_LETTERS}0-9](?:[\w&]|\.(?=[{CODE_LETTERS}])){{0,15}}+){{0,5}}+(?!\w))"
    # V.07.02.25, G22.99.02: ranks and procedures
    r"|(?P<rank>(?<![\w.])[A-Z]{1,4}+\d{0,3}(?:\.\d{2,5}){2,4}+(?!\w))"
    # 98,5%, 1.250.000, 01/8/2022, 2021-2025, 10:30
    r"|(?P<digits>(?<!\w)\d++(?:(?:(?!,\d{4}(?!\d))[.,:/–-]\d++){1,40}+%?|%))"
    # Covid-19, MiG-21, T-54
    r"|(?P<stamped>(?<![\w-])[^\W\d_]{1,20}+\d{0,3}-\d{1,4}[A-Za-z]{0,2}(?![\w-]))"
    # T.Ư, P.V, V.I.
    rf"|(?P<initials>(?<!\w)(?:[{CODE_LETTERS}]\.){{1,6}}+[{CODE_LETTERS}]{{1,3}}(?!\w)|(?<!\w)(?:[{CODE_LETTERS}]\.){{2,6}}+)"
    # TP.HCM, Q.2
    rf"|(?P<place>(?<!\w)(?:TP|Tp|tp|TX|Q|P|H|q|p)\.(?:[{CODE_LETTERS}]{{2,5}}|\d{{1,3}})(?!\w))"
    # GD-ĐT, VH-TT&DL
    rf"|(?P<letters>(?<!\w)[{CODE_LETTERS}]{{1,8}}+(?:[-–&][{CODE_LETTERS}]{{1,8}}+){{1,4}}+(?!\w))"
    # Ba-na, in-tơ-nét
    r"|(?P<hyphened>(?<![\w-])[^\W\d_]{1,12}+(?:-[^\W\d_]{1,12}+){1,6}+(?![\w-]))"
    # v.v., PGS.TS.
    r"|(?P<dotted>(?<!\w)[^\W\d_]{1,4}+(?:[./][^\W\d_]{1,4}+){1,2}+\.?)"
)
_BEFORE: Final = lazy_pattern(r"(?<![\w,.])\d{1,6}(?:/\d{4})?\ ?[-–/]?\ ?$")
# 25 . 000, 31 - 12 - 2004, 12 - 2003: as tokenised corpora and old web pages write them
_SPACED: Final = lazy_pattern(
    r"(?<![\w.,-])(?:(?P<number>\d{1,3}(?:\ [.]\ \d{3}){1,4})"
    r"|(?:\d{1,2}\ [-–]\ )?(?:0?[1-9]|1[0-2])\ [-–]\ (?:19|20)\d\d)(?!\w)"
)
_DIGIT: Final = lazy_pattern(r"\d")
_BACK: Final = 16  # characters before a stretch where a number may begin that goes on in it
_REMEMBERED: Final = 64  # characters of a stretch whose units are kept for the next time
_DATE: Final = lazy_pattern(
    r"(?:0?[1-9]|[12]\d|3[01])(?:/(?:0?[1-9]|1[0-2])|([-/.–])(?:0?[1-9]|1[0-2])\1(?:\d{4}|\d{2}))"
    r"|(?:0?[1-9]|1[0-2])[-/.](?:1[89]|20)\d\d"
    r"|(?:1[89]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
)


def find_units(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Return ``(start, end, kind)`` of the units of one stretch without blanks.

    A document number that begins before the stretch (``35 - NQ/TW``) is found too.
    """
    stretch = text[start:end]
    if end - start <= _REMEMBERED and (
        stretch[0].isdigit() or not _DIGIT.search(text, max(0, start - _BACK), start)
    ):
        return [(start + first, start + last, kind) for first, last, kind in _units_alone(stretch)]
    return list(_read_units(text, start, end))


@per_choice_of(8192)
def _units_alone(stretch: str) -> tuple[tuple[int, int, int], ...]:
    """The units of a stretch that nothing before it can change: many come again and again."""
    return tuple(_read_units(stretch, 0, len(stretch)))


def _read_units(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    stretch = text[start:end]
    if "@" in stretch or ".v" in stretch or "www" in stretch or "//" in stretch or ".c" in stretch:
        done = start
        for match in _ADDRESS.finditer(text, start, end):
            if match.start() < done:
                continue
            yield from _find_plain(text, done, match.start())
            done = match.start() + len(match[0].rstrip(_TRAILING))
            yield match.start(), done, LINK
        start = done
    yield from _find_plain(text, start, end)


def find_spaced(text: str, mark: int) -> tuple[int, int, int] | None:
    """Return the number or date written with blanks around the mark at ``mark``, if it is one."""
    for match in _SPACED.finditer(text, max(0, mark - 10), mark + 24):
        if match.start() < mark < match.end():
            return *match.span(), NUMBER if match["number"] else DATE
    return None


def is_abbreviation(surface: str, following: str) -> bool:
    """Tell whether ``surface``, with its full stop, is an abbreviation before ``following``."""
    ends = _abbreviations().get(surface)
    return ends is not None and (not ends.startswith(_BEFORE_NAME) or _names(ends, following))


def never_ends(surface: str, following: str) -> bool:
    """Tell whether the full stop of the abbreviation ``surface`` never ends a sentence there."""
    ends = _abbreviations().get(surface, "")
    return ends == "never" or _names(ends, following)


def shortens_a_unit(surface: str) -> bool:
    """Tell whether ``surface`` with its full stop can stand for a unit word (``Q.``, ``P.``)."""
    return _abbreviations().get(surface) == "glued"


def abbreviations_before_names() -> list[str]:
    """Return the abbreviations that stand before a name, with or without a stop."""
    terms = [term for term, ends in _abbreviations().items() if ends == "never"]
    bare = (term.removesuffix(".") for term in terms)
    return terms + [each for each in bare if not is_vietnamese(each.lower())]


def _names(ends: str, following: str) -> bool:
    names = tuple(ends.removeprefix(_BEFORE_NAME).split()) if ends.startswith(_BEFORE_NAME) else ()
    return following.lstrip().startswith(names)


def _find_plain(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    if start >= end:
        return
    if not text[start].isdigit():
        before = _BEFORE.search(text, max(0, start - _BACK), start)
        if before and (code := _GRAMMAR.match(text, before.start(), end)) and code["code"]:
            yield *code.span(), CODE
            start = code.end()
    for match in _GRAMMAR.finditer(text, start, end):
        kind = _judge(match.lastgroup or "", match[0])
        if kind is not None:
            yield *match.span(), kind


def _judge(group: str, surface: str) -> int | None:
    """Return the kind of a match, or ``None`` where its parts are words of their own."""
    if group in ("code", "rank"):
        return CODE
    if group == "digits":
        return DATE if _DATE.fullmatch(surface) else NUMBER
    if group == "letters":
        return WORD if any(not set(part) & set("AEIOUY") for part in _parts(surface)) else None
    if group == "hyphened":
        return WORD if _is_one_word(surface) else None
    if group == "dotted":
        return WORD if surface in _abbreviations() else None
    return WORD


def _parts(surface: str) -> list[str]:
    return re.split("[-–&]", surface)


def _is_one_word(surface: str) -> bool:
    lower = surface.lower()
    if lower in _hyphenated():
        return True
    first, *others = surface.split("-")
    if first[0].isupper() and first[1:].islower() and all(part.islower() for part in others):
        return True
    return not all(map(is_vietnamese, lower.split("-")))


@per_choice
def _abbreviations() -> dict[str, str]:
    path = model_file("lexicon", "spelling", "abbreviations.tsv")
    return {term: ends for term, ends, _ in read_table(path, ("term", "ends", "expansion"))}


@per_choice
def _hyphenated() -> frozenset[str]:
    path = model_file("lexicon", "spelling", "hyphenated.tsv")
    return frozenset(term for term, _ in read_table(path, ("term", "kind")))
