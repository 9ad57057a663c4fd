"""The rule data of the citation finder: kinds, issuers, bodies, statutes, grammar."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from vnpolitext.models import (
    ModelError,
    model_file,
    per_choice,
    per_choice_of,
    read_table,
    read_toml,
)
from vnpolitext.text import fold
from vnpolitext.text.alphabet import UPPER
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import alternation, listed
from vnpolitext.vocabulary import body_entries, head_entries, kinds

MODEL: Final = "vietnam-documents"
RELATIONS: Final = listed(
    "basis, implements, guides, amends, replaces, repeals, issues, reviews, reports to, attaches, "
    "mentions"
)
"""What a text can say is done with a document."""
STATUTES: Final = ("luật", "bộ luật", "pháp lệnh", "đạo luật")
"""The kinds of documents that are cited as *Luật Đất đai*."""
_SIDES: Final = {"party", "state"}


@dataclass(frozen=True, slots=True)
class Body:
    """An issuing body behind an abbreviation at the end of a number.

    Attributes:
        code: The abbreviation.
        side: ``"party"`` or ``"state"``: how the number is written.
        issuer: Name of the body.
        also: Words of which one is in a name that means this body.
        shared: Whether the letters stand for other bodies too: *BTC* is any *Ban Tổ chức*.
    """

    code: str
    side: str
    issuer: str
    also: tuple[str, ...] = ()
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say what is done with a document.

    Attributes:
        relation: What is done.
        gap: How many characters may part the words from the citation.
        over: Relations whose words may stand between: *tổng kết 10 năm thực hiện*.
    """

    relation: str
    gap: int
    over: frozenset[str]


@lru_cache(maxsize=2)
def cues(place: str) -> Mapping[str, Cue]:
    """Return the words before (``"before"``) or behind (``"after"``) a citation that say it."""
    path = model_file("citations", MODEL, "relations.tsv")
    found: dict[str, Cue] = {}
    for relation, where, cue, gap, over in read_table(
        path, ("relation", "place", "cue", "gap", "over")
    ):
        if relation not in RELATIONS or where not in {"before", "after"} or not gap.isdecimal():
            raise ModelError(f"{path}: bad row for {cue!r}")
        if where == place:
            found[fold(cue)] = Cue(relation, int(gap), frozenset(over.split(";")) - {""})
    return found


@lru_cache(maxsize=2)
def cue_pattern(place: str) -> re.Pattern[str]:
    """Return the pattern of the words of ``cues(place)``."""
    return lazy_pattern(rf"{any_of(cues(place), begin=True)}(?!\w)")


@per_choice
def abbreviations() -> Mapping[str, str]:
    """Return the kinds that are written in short before a number."""
    path = model_file("citations", MODEL, "abbreviations.tsv")
    found = dict[str, str]()
    for short, kind in read_table(path, ("short", "kind")):
        if kind not in kinds():
            raise ModelError(f"{path}: {kind!r} is no kind")
        found[short] = kind
    return found


@per_choice
def code_initials() -> Mapping[str, tuple[str, str]]:
    """Return kind and name of the codes that are cited by their initials, *BLHS*."""
    path = model_file("citations", MODEL, "codes.tsv")
    found = dict[str, tuple[str, str]]()
    for short, kind, name in read_table(path, ("short", "kind", "name")):
        if kind not in kinds():
            raise ModelError(f"{path}: {kind!r} is no kind")
        found[short] = kind, fold(name)
    return found


@per_choice
def spellings() -> Mapping[str, str]:
    """Return the kinds behind readable misspellings."""
    path = model_file("citations", MODEL, "spellings.tsv")
    found = dict[str, str]()
    for spelling, kind in read_table(path, ("spelling", "kind")):
        if kind not in kinds() or spelling in kinds() or spelling in found:
            raise ModelError(f"{path}: bad row for {spelling!r}")
        found[spelling] = kind
    return found


@per_choice
def bodies() -> Mapping[str, Body]:
    """Return the issuing bodies by their abbreviation."""
    path = model_file("citations", MODEL, "issuers.tsv")
    found: dict[str, Body] = {}
    columns = ("code", "side", "issuer", "also", "shared")
    for code, side, issuer, also, shared in read_table(path, columns):
        if side not in _SIDES or not issuer or code in found or shared not in {"", "yes"}:
            raise ModelError(f"{path}: bad row for {code!r}")
        words = tuple(fold(word) for word in also.split(";") if word)
        found[code] = Body(code, side, issuer, words or (fold(issuer),), bool(shared))
    return found


@per_choice
def body_names() -> Mapping[str, str]:
    """Return the body behind each name of a central body, folded, the longest names first."""
    path = model_file("citations", MODEL, "bodies.tsv")
    known = (*head_entries(), *body_entries())
    found = {entry.text: entry.cited for entry in known if entry.cited is not None}
    for name, body in read_table(path, ("name", "body")):
        found[fold(name)] = fold(body or name)
    if not set(found.values()) <= set(found) | {fold(b.issuer) for b in bodies().values()}:
        raise ModelError(f"{path}: a body is not among the names")
    return {name: found[name] for name in sorted(found, key=lambda name: (-len(name), name))}


@per_choice
def statutes() -> Mapping[str, tuple[str, ...]]:
    """Return the names of laws, codes and ordinances by kind, folded, longest first."""
    path = model_file("citations", MODEL, "statutes.tsv")
    found: dict[str, set[str]] = {}
    for kind, name in read_table(path, ("kind", "name")):
        if kind not in kinds():
            raise ModelError(f"{path}: {kind!r} is no kind")
        found.setdefault(kind, set()).add(fold(name))
    return {k: tuple(sorted(v, key=lambda name: (-len(name), name))) for k, v in found.items()}


@per_choice
def grammar() -> dict[str, Any]:
    """Return the grammar of named documents and the word lists."""
    path = model_file("citations", MODEL, "grammar.toml")
    data = read_toml(path)
    for part in ("macros", "named", "bodies", "quantity", "stops", "titles"):
        if part not in data:
            raise ModelError(f"{path}: no table [{part}]")
    return data


def stops_at(text: str, lower: str, at: int, *, inside: bool = False) -> bool:
    """Whether the word at ``at`` ends the name of a body or of an unknown law.

    A single stop word with a capital is part of a name (*Cao Bằng*) unless the line is in capitals.

    Args:
        text: Folded text.
        lower: The same text in lower case.
        at: Index of the first letter of the word.
        inside: Whether the name of a unit has only begun, so that a single word cannot end it:
            *HUYỆN CHỢ MỚI*.
    """
    words, names, phrases = _stops()
    if phrases.match(lower, at):
        return True
    if inside or (text[at].isupper() and lower.startswith(names, at)):
        return False
    found = words.match(lower, at)
    return found is not None and (text[at].islower() or text[at : found.end()].isupper())


@per_choice
def _stops() -> tuple[re.Pattern[str], tuple[str, ...], re.Pattern[str]]:
    tables = grammar()["stops"]
    phrases = "|".join(tables["phrases"].strip().splitlines())
    words = any_of(fold(tables["words"]).split())
    names = tuple(fold(name) for name in tables["names"])
    return lazy_pattern(rf"{words}(?!\w)"), names, compile_pattern(rf"(?:{phrases})(?!\w)")


@per_choice
def quantity() -> re.Pattern[str]:
    """Return the pattern of what follows a number that is a quantity, not a document's."""
    phrases = grammar()["quantity"]["phrases"].strip().splitlines()
    return compile_pattern(" ?(?:" + "|".join(phrases) + r")(?!\w)")


@per_choice_of(8)
def title_words(name: str) -> tuple[str, ...]:
    """Return words that tell where titles end: ``"acts"``, ``"undergone"``, ``"nouns"``."""
    return tuple(fold(words) for words in grammar()["titles"][name].split("|"))


@per_choice
def title_openings() -> Mapping[str, tuple[str, ...]]:
    """Return the words that open titles of one kind only: *Tờ trình số 5 đề nghị ...*."""
    openings: Mapping[str, str] = grammar()["titles"]["openings"]
    return {kind: tuple(fold(words).split("|")) for kind, words in openings.items()}


def rank(kind: str | None) -> int:
    """Return how far below the Constitution documents of a kind stand; unknown ones are last."""
    return _ranks().get(kind.lower() if kind else "", len(_ranks()))


@per_choice
def _ranks() -> Mapping[str, int]:
    ranks = grammar()["titles"]["ranks"]
    return {kind: place for place, equal in enumerate(ranks) for kind in equal.split("|")}


@per_choice
def numbered_document() -> re.Pattern[str]:
    """Return the pattern of a kind word with a number: *Nghị quyết số 57*."""
    return lazy_pattern(
        rf"{any_of(kinds(), begin=True)}{SPACE}(?:số{MAYBE_SPACE}:?{MAYBE_SPACE})?\d", re.IGNORECASE
    )


@per_choice
def joined_document() -> re.Pattern[str]:
    """Return the pattern of a further document after a title: *và Nghị quyết số 57*."""
    lead = rf"(?:,|(?:,?{SPACE}(?:và|hoặc|cùng(?:{SPACE}với)?|gắn{SPACE}với|với)))"
    the = rf"(?:(?:các|những|theo|thực{SPACE}hiện|thông{SPACE}qua|ban{SPACE}hành|ký){SPACE}){{0,2}}"
    part = rf"(?:(?:điều|khoản|điểm){SPACE}\w{{1,4}},?{SPACE}(?:của{SPACE})?){{0,3}}"
    number = rf"số{MAYBE_SPACE}:?{MAYBE_SPACE}\d{{1,5}}[/-]"
    return lazy_pattern(
        rf"{lead}{SPACE}{the}{part}(?={numbered_document().pattern}|{number})", re.IGNORECASE
    )


@per_choice
def code_spellings() -> Mapping[str, str]:
    """Return the known abbreviations of kinds and bodies by their case-folded spelling."""
    known = [code for kind in kinds().values() for code in sorted(kind.codes) if code != "*"]
    known += bodies()
    return {code.casefold(): code for code in reversed(known)}


# A run of blanks has one reading only: two of these in a row do not try all ways to share it.
SPACE: Final = r"(?: {1,6}+\n?+ {0,6}+|\n {0,6}+)"
MAYBE_SPACE: Final = r" {0,6}+\n?+ {0,6}+"
YEAR: Final = r"(?:19|20)\d\d"
_A_YEAR: Final = lazy_pattern(YEAR)


def is_year(text: str) -> bool:
    """Whether a text is a year, ``"2013"``."""
    return _A_YEAR.fullmatch(text) is not None


def any_of(phrases: Iterable[str], gap: str = SPACE, *, begin: bool = False) -> str:
    """Return a pattern of any of some phrases, the longest first, with ``gap`` for their blanks.

    Args:
        phrases: The phrases.
        gap: The pattern that stands for a blank.
        begin: Whether a phrase must begin a word.

    >>> re.findall(any_of(["luật", "bộ luật"], " "), "một bộ luật, hai luật")
    ['bộ luật', 'luật']
    """
    return alternation((" ".join(phrase.split()) for phrase in phrases), gap=gap, begin=begin)


_BUILT_IN: Final = {
    "Place": (
        rf"(?-i:(?:(?:TP|Tp|TX|Tx|TT|Q|H|P)\.)?[{UPPER}][\w'-]{{0,12}}"
        rf"(?: (?!VỀ|BAN|QUY|CỦA|VÀ)[{UPPER}][\w'-]{{0,12}}){{0,5}}(?: [Cc]hủ Cộng [Hh]òa)?)"
    ),
    "ord": (
        r"(?:[ivxl]{1,6}|\d{1,2}|thứ nhất|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín"
        r"|mười(?: một| hai| ba| bốn| lăm| sáu| bảy| tám| chín)?)(?!\w)"
    ),
    "term": r"khóa ?(?:[ivxl]{1,6}|\d{1,2})(?!\w)",
    "year": r"(?:19|20)\d\d(?!\d)",
}


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of the grammar: fill in the macros, let blanks span a line break."""
    macros = grammar()["macros"]
    for _ in range(3):
        for name, value in macros.items():
            pattern = pattern.replace("{" + name + "}", value)
    pattern = spaced(pattern)
    for name, value in _BUILT_IN.items():
        pattern = pattern.replace("{" + name + "}", value)
    return lazy_pattern(pattern, re.IGNORECASE)


def spaced(pattern: str) -> str:
    """Let each blank of a pattern span a line break, and each ``" ?"`` be missing."""
    return re.sub(r" (\??)", lambda found: MAYBE_SPACE if found[1] else SPACE, pattern)
