"""Finding what looks like the marker of an item, before any list is built."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from vnpolitext.directives.bounds import is_outside
from vnpolitext.directives.rules import marker_rules
from vnpolitext.layout import Page
from vnpolitext.models import per_choice, per_choice_of
from vnpolitext.text import View
from vnpolitext.text.numerals import cardinals, numeral, ordinals, roman_value
from vnpolitext.text.patterns import lazy_pattern

ENDS: Final = frozenset({"end", "closing"})
"""Kinds of what ends lists and is no marker."""


class Reading(NamedTuple):
    """One way to read a marker: what kind it is and which number it has."""

    kind: str
    number: int


@dataclass(slots=True)
class Candidate:
    """A possible marker, in folded offsets.

    Attributes:
        start: Where the marker begins.
        end: Where it ends, without punctuation.
        body: Where the text of the item begins.
        line: Start of the marker's line.
        readings: The ways to read it, the usual one first.
        form: The punctuation that belongs to it: ``"."``, ``")"``, ``"()"``, ``"[]"``, ``"-"``,
            ``"/"``.
        at_line: Whether nothing but ornament stands before it on its line.
        quoted: Whether a quotation mark opens just before it.
        path: The numbers of a dotted marker; ``(1, 2)`` for ``1.2``.
        letter: The letter of a lettered marker, in lower case.
        index: Place among the candidates.
    """

    start: int
    end: int
    body: int
    line: int
    readings: tuple[Reading, ...]
    form: str
    at_line: bool
    quoted: bool = False
    path: tuple[int, ...] = ()
    letter: str = ""
    index: int = -1


_MARK: Final = r"""(?P<open>\(?)[ ]{0,2}+
    (?:(?P<number>(?:[A-Za-zĐđ]\.?)?[0-9]{1,3}(?:\.[0-9]{1,2}){0,5})(?![0-9])
      |(?P<roman>[IVXLC]{1,8}|[ivx]{1,6})(?!\w)
      |(?P<letter>[A-Za-zĐđ])(?!\w))
    (?P<delim>[ ]?(?:\.?\)\.?|\.-|\./|[-./])|(?=[ ]))
    (?=[\s"“'‘(\[…_]|[^\W_]|\Z)"""
_SQUARE: Final = lazy_pattern(
    r"\n[ ]*+_{0,2}\[(?P<number>[0-9]{1,2})\](?=[ ]*+_{0,2}[ ]*+[^\W\d_])"
)
_STRUCTURE: Final = lazy_pattern(
    r"\n[ ]*+(?:[#>]{1,6}[ ]*+){0,3}+(?P<quote>[\"“]?)(?P<word>phần|chương|tiểu mục|mục|điều)"
    r"[ \n]{1,3}(?P<number>thứ [^\W\d_]{2,6}|[ivxlc]{1,8}|[0-9]{1,3}[a-zđ]?)(?!\w)"
    r"(?P<delim>[.:)-]?)"
)
_END: Final = lazy_pattern(r"\n[ ]*+(?:nơi nhận|phụ lục)(?: [ivx0-9]{1,5})?[ :]*+(?=\n|\Z)")
# Markers inside a line are found by the punctuation behind them: patterns that begin with a literal
# are found fast, and what stands before has few lengths.
_BRACKET: Final = lazy_pattern(
    r"\)(?= ?[^\W\d_]| [\"“(])(?:(?<= .\))|(?<= \(.\))|(?<= [0-9]{2}\))|(?<= \([0-9]{2}\))"
    r"|(?<=[ (][ivxIVX]{2}\))|(?<=[ (][ivxIVX]{3}\))|(?<=[ (][ivxIVX]{4}\)))"
)
_DOT: Final = lazy_pattern(
    r"\.(?= [^\Wa-z\d_])(?:(?<=[.:;,…?!”\"] [0-9IVX]\.)|(?<=[.:;,…?!”\"] [0-9]{2}\.)"
    r"|(?<=[.:;,…?!”\"] [IVX]{2}\.)|(?<=[.:;,…?!”\"] [IVX]{3}\.)|(?<=[.:;,…?!”\"] [IVX]{4}\.))"
)
_DASH: Final = lazy_pattern(
    r"-(?= [^\Wa-z\d_])(?:(?<=[.:;,…?!”\"] [0-9IVXa-zđ]-)|(?<=[.:;,…?!”\"] [0-9]{2}-)"
    r"|(?<=[.:;,…?!”\"] [ivxIVX]{2}-)|(?<=[.:;,…?!”\"] [ivxIVX]{3}-)"
    r"|(?<=[.:;,…?!”\"] [ivxIVX]{4}-))"
)
_SLASH: Final = lazy_pattern(
    r"/(?= [^\W\d_])(?:(?<=[:;] [0-9]/)|(?<=[:;] [0-9]{2}/)"
    r"|(?<=[.,…?!”\"] [0-9IVX]/)(?= [^\Wa-z])|(?<=[.…?!”\"] [0-9]{2}/)(?= [^\Wa-z]))"
)
_INLINE: Final = lazy_pattern(
    r" (?P<open>\(?)(?P<mark>[0-9]{1,2}|[ivx]{1,4}|[a-zđ]|[IVX]{1,4})[.)/-]\Z"
)
_OPENERS: Final = " *_\"“'‘(["
_QUOTES: Final = lazy_pattern(r"[“”]")
_LAST_QUOTE: Final = lazy_pattern(r"\"[.;,:)]{0,2}[ ]*+(?=\n|\Z)")
_LONGEST_QUOTE: Final = 30_000
_LONGEST_SHOUT: Final = 120
_LINE: Final = lazy_pattern(
    r"""\n[ ]*+(?:[\#>]{1,6}[ ]*+){0,3}+(?:[-+•●▪◦·][ ]*+)?+_{0,3}+
    (?P<quote>["“'‘]{0,2}+)"""
    + _MARK,
    re.VERBOSE,
)


def find_candidates(page: Page) -> list[Candidate]:
    """Return everything that looks like a marker, and what ends lists, in text order.

    No item begins in a table, a caption, a signature, notes or page chrome.
    """
    view = page.view
    found = [
        *_at_lines(page),
        *_square(page),
        *_structure(view),
        *_inline(page),
        *_words(page.joined),
    ]
    if not found:
        return []
    found += _ends(view)
    found.sort(key=lambda c: (c.start, not c.at_line))
    kept: list[Candidate] = []
    for candidate in found:
        if kept and candidate.start < kept[-1].body:
            continue
        if candidate.readings[0].kind in ENDS or not is_outside(page, candidate.start):
            candidate.index = len(kept)
            if candidate.end - candidate.start == 1:
                candidate.letter = view.lower[candidate.start]
            kept.append(candidate)
    return _quote(view.text, kept)


def _at_lines(page: Page) -> Iterator[Candidate]:
    text = page.view.text
    wraps = frozenset(page.wraps)
    for match in _LINE.finditer("\n" + text):
        found = None if match.start() - 1 in wraps else _read_line(text, match)
        if found is not None:
            yield found


def _read_line(text: str, match: re.Match[str]) -> Candidate | None:
    """The candidate at a line's beginning; the match is one character ahead of ``text``."""
    delim = match["delim"].strip()
    group = "number" if match["number"] else "roman" if match["roman"] else "letter"
    mark, start, end = match[group], match.start(group) - 1, match.end(group) - 1
    body = match.end() - 1
    following = text[body : body + 2]
    if following[:1].isalnum() and not (
        following[0].isalpha()
        and (")" in delim or _is_capitalized(following) or _is_shouted(text, body))
    ):
        return None
    if not delim and (group != "number" or "." not in mark):
        return None
    if match["open"] and ")" not in delim:
        return None
    readings, path = _readings(group, mark)
    if not readings:
        return None
    form = "()" if match["open"] else ")" if ")" in delim else delim[-1:]
    if len(path) > 1 and form != "()":
        form = "."
    quoted = bool(match["quote"])
    return Candidate(start, end, body, match.start(), readings, form, True, quoted, path)


def _square(page: Page) -> Iterator[Candidate]:
    """Emphasised numbers in square brackets; without emphasis they are marks of footnotes."""
    view = page.view
    for match in _SQUARE.finditer("\n" + page.view.text):
        start, end = match.start("number") - 1, match.end("number") - 1
        opening = view.span(start - 1, start)[0]
        emphasised = view.source[opening - 1 : opening] in {"*", "_"}
        if emphasised:
            reading = Reading("arabic", int(match["number"]))
            yield Candidate(start, end, match.end() - 1, match.start(), (reading,), "[]", True)


def _is_capitalized(pair: str) -> bool:
    return pair[:1].isupper() and not pair[1:2].isupper()


def _is_shouted(text: str, at: int) -> bool:
    """Whether the line goes on with a heading in capitals, of more than one word."""
    line = text[at : at + _LONGEST_SHOUT].partition("\n")[0]
    return line.isupper() and " " in line.strip()


@per_choice_of(1024)
def _readings(group: str, mark: str) -> tuple[tuple[Reading, ...], tuple[int, ...]]:
    if group == "number":
        head = mark[0] if mark[0].isalpha() else ""
        path = tuple(int(part) for part in mark[len(head) :].strip(".").split("."))
        if head:
            path = (ord(head), *path)
        kind = "arabic" if len(path) == 1 else "dotted"
        return (Reading(kind, path[-1]),), path
    if group == "roman":
        readings: list[Reading] = []
        value = roman_value(mark)
        if value:
            readings.append(Reading("roman" if mark.isupper() else "small_roman", value))
        if len(mark) == 1:
            letter = _letter(mark)
            readings.insert(0 if mark in "LClc" else len(readings), letter)
        return tuple(readings), ()
    return (_letter(mark),), ()


def _letter(mark: str) -> Reading:
    order = marker_rules().vietnamese
    lower = mark.lower()
    number = order.find(lower) + 1 or marker_rules().latin.find(lower) + 1
    return Reading("capital" if mark.isupper() else "letter", number)


def _structure(view: View) -> Iterator[Candidate]:
    rules = marker_rules()
    for match in _STRUCTURE.finditer("\n" + view.lower):
        start, number = match.start("word") - 1, match["number"]
        stop = match.end() - 1
        word = match["word"]
        if view.text[start : start + 1].islower():
            continue
        if word == "điều" and not match["delim"]:
            continue
        if number.startswith("thứ "):
            value = numeral(number[4:])
        elif number[0].isdigit():
            value = int(number.rstrip("abcdefghijklmnopqrstuvwxyzđ"))
        else:
            value = roman_value(number)
        if value:
            reading = Reading(rules.structure[word], value)
            end = match.end("number") - 1
            quoted = bool(match["quote"])
            yield Candidate(start, end, stop, match.start(), (reading,), "", True, quoted)


def _ends(view: View) -> Iterator[Candidate]:
    """What ends every list: recipients, annexes, and the mark that closes a document."""
    for match in _END.finditer("\n" + view.lower):
        yield _end(match.start(), "end")
    at = view.text.find("./.")
    while at >= 0:
        rest = view.text[at + 3 : at + 9].lstrip(' *_”"')
        if rest[:1] in ("", "\n"):
            yield _end(at + 3, "closing")
        at = view.text.find("./.", at + 3)


def _end(at: int, kind: str) -> Candidate:
    return Candidate(at, at, at, at, (Reading(kind, 0),), "", True)


def _quote(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Mark the candidates inside quotations that open just before a marker."""
    if not any(c.quoted for c in candidates):
        return candidates
    ends = _quote_ends(text)
    straight = [match.start() for match in _LAST_QUOTE.finditer(text)]
    until = -1
    for candidate in candidates:
        if candidate.start < until:
            candidate.quoted = True
        elif candidate.quoted:
            at = max(text.rfind(mark, candidate.line, candidate.start) for mark in '“"')
            until = ends.get(at, -1)
            if at >= 0 and text[at] == '"':
                following = bisect_right(straight, candidate.start)
                until = straight[following] if following < len(straight) else -1
            if until - candidate.start > _LONGEST_QUOTE:
                until = -1
    return candidates


def _quote_ends(text: str) -> dict[int, int]:
    """Where the quotation that opens at an index closes."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for match in _QUOTES.finditer(text):
        if match[0] == "“":
            opened.append(match.start())
        elif opened:
            ends[opened.pop()] = match.start()
    return ends


def _inline(page: Page) -> Iterator[Candidate]:
    text, decoys = page.view.text, marker_rules().before
    patterns = (_BRACKET, _DOT, _DASH, _SLASH)
    for end in sorted(m.end() for pattern in patterns for m in pattern.finditer(text)):
        match = _INLINE.search(text, max(0, end - 8), end)
        if match is None:
            continue
        mark, is_bracket = match["mark"], text[end - 1] == ")"
        before = _before(text, match.start())
        if before[before.rfind(" ") + 1 :].lower() in decoys:
            continue
        group = "number" if mark.isdigit() else "roman" if roman_value(mark) else "letter"
        readings, path = _readings(group, mark)
        joined = readings[0].number == 1 or before.endswith((" và", "hoặc"))
        if is_bracket and before[-1:] not in ':;,.-…”"' and not joined:
            continue
        start = match.start("mark")
        form = "()" if match["open"] else text[end - 1]
        yield Candidate(start, end - 1, end, start, readings, form, False, False, path)


@per_choice
def _word_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    spelled = sorted(cardinals(), key=len, reverse=True)
    last = sorted({word.split()[-1] for word in spelled})
    behind = "|".join(f"(?<={word}{' ' * n}là)" for word in last for n in (1, 2, 0, 3))
    whole = "|".join(word.replace(" ", " {1,3}") for word in spelled)
    after = sorted(ordinals(), key=len, reverse=True)
    numerals = "|".join((*(word.replace(" ", " {1,3}") for word in after), "[0-9]{1,2}"))
    return (
        lazy_pattern(rf"là(?!\w)(?:{behind})"),
        lazy_pattern(rf"(?<!\w)(?:{whole}) {{0,3}}là\Z"),
        lazy_pattern(rf"thứ {{1,3}}(?P<number>{numerals})(?!\w)"),
    )


def _words(view: View) -> Iterator[Candidate]:
    lower = view.lower
    quick, whole, ordinal = _word_patterns()
    for hit in quick.finditer(lower):
        match = whole.search(lower, max(0, hit.end() - 24), hit.end())
        if match is None or lower[max(0, match.start() - 4) : match.start()].strip() == "thứ":
            continue
        word = " ".join(match[0][:-2].split())
        follow = lower[match.end() : match.end() + 12].lstrip(" ,:;-.")
        if re.match(rf"{word}(?!\w)", follow):
            continue
        found = _word(view, match.start(), match.end(), Reading("spelled", cardinals()[word]))
        if found is not None:
            yield found
    for match in ordinal.finditer(lower):
        word = " ".join(match["number"].split())
        follow = lower[match.end() : match.end() + 14]
        if _DATE.match(follow):
            continue
        found = _word(view, match.start(), match.end(), Reading("ordinal", numeral(word)))
        if found is not None and (found.at_line or _AFTER_ORDINAL.match(follow)):
            yield found


_AFTER_ORDINAL: Final = lazy_pattern(r" {0,2}(?:[,:;.)]|- |là(?!\w))")
_DATE: Final = lazy_pattern(r" {0,2}[,(]? {0,2}(?:[0-9]|ngày )|[.][0-9]")


def _word(view: View, start: int, end: int, reading: Reading) -> Candidate | None:
    text = view.text
    at = start
    while at > 0 and text[at - 1] in _OPENERS + "-•+#>":
        at -= 1
    at_line = at == 0 or text[at - 1] == "\n"
    if not at_line:
        before = _before(text, start)
        joined = before.split()[-1:] in (["và"], ["còn"]) and reading.number > 1
        if before[-1:] not in '.:;,!?…-”")' and not joined:
            return None
    line = at if at_line else start
    form = "word"
    return Candidate(start, end, end, line, (reading,), form, at_line)


def _before(text: str, end: int) -> str:
    return text[max(0, end - 16) : end].rstrip(_OPENERS)
