"""Finding what looks like the marker of an item, before any list is built."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from vnpolitext.directives.rules import marker_rules
from vnpolitext.text import View


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
        form: The punctuation that belongs to it: ``"."``, ``")"``, ``"()"``, ``"-"``, ``"/"``.
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


_LINE: Final = re.compile(
    r"""\n[ ]*+(?:[#>]{1,6}[ ]*+){0,3}+(?:[-+•●▪◦·][ ]*+)?+_{0,3}+
    (?P<quote>["“'‘]{0,2}+)(?P<open>\(?)[ ]{0,2}+
    (?:(?P<number>(?:[A-Za-zĐđ]\.?)?[0-9]{1,3}(?:\.[0-9]{1,2}){0,5})(?![0-9])
      |(?P<roman>[IVXLC]{1,8}|[ivx]{1,6})(?!\w)
      |(?P<letter>[A-Za-zĐđ])(?!\w))
    (?P<delim>[ ]?(?:\.?\)\.?|\.-|\./|[-./])|(?=[ ]))
    (?=[\s"“'‘(\[…_]|[^\W_]|\Z)""",
    re.VERBOSE,
)
_STRUCTURE: Final = re.compile(
    r"\n[ ]*+(?:[#>]{1,6}[ ]*+){0,3}+[\"“]?(?P<word>phần|chương|tiểu mục|mục|điều)[ \n]{1,3}"
    r"(?P<number>thứ [^\W\d_]{2,6}|[ivxlc]{1,8}|[0-9]{1,3}[a-zđ]?)(?!\w)(?P<delim>[.:)-]?)"
)
_INLINE: Final = re.compile(
    r" (?:(?P<open>\(?)(?P<mark>[0-9]{1,2}|[ivx]{1,4}|[a-zđ])\)"
    r"|(?<=[.:;…?!”\"] )(?P<dotted>[0-9]{1,2})\.(?= [^\Wa-z\d_]))(?= ?[^\W\d_]| [\"“(])"
)
_ROMAN: Final = re.compile(r"(?=.)L?(?:XL|X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)
_DIGITS: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_OPENERS: Final = " *_\"“'‘(["


def find_candidates(view: View) -> list[Candidate]:
    """Return everything that looks like a marker, in text order."""
    found = [*_at_lines(view), *_structure(view), *_inline(view), *_words(view)]
    found.sort(key=lambda c: (c.start, not c.at_line))
    kept: list[Candidate] = []
    for candidate in found:
        if not kept or candidate.start >= kept[-1].body:
            candidate.index = len(kept)
            if candidate.end - candidate.start == 1:
                candidate.letter = view.lower[candidate.start]
            kept.append(candidate)
    return kept


def roman_value(text: str) -> int:
    """Return the value of a Roman numeral up to 89, or 0.

    >>> roman_value("XIV"), roman_value("IIX")
    (14, 0)
    """
    if not _ROMAN.fullmatch(text):
        return 0
    values = [_DIGITS[letter] for letter in text.upper()]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _at_lines(view: View) -> Iterator[Candidate]:
    text = view.text
    haystack = "\n" + text
    for match in _LINE.finditer(haystack):
        found = _read_line(text, match)
        if found is not None:
            yield found


def _read_line(text: str, match: re.Match[str]) -> Candidate | None:
    """The candidate of a line's beginning; the match is one character ahead of ``text``."""
    delim = match["delim"].strip()
    group = "number" if match["number"] else "roman" if match["roman"] else "letter"
    mark, start, end = match[group], match.start(group) - 1, match.end(group) - 1
    body = match.end() - 1
    following = text[body : body + 2]
    if following[:1].isalnum():
        spaced = ")" in delim or following[:1].isdigit() is False and _is_capitalized(following)
        if not spaced or following[:1].isdigit():
            return None
    if not delim and (group != "number" or "." not in mark or not text[end : end + 1] == " "):
        return None
    if bool(match["open"]) != (")" in delim) and match["open"]:
        return None
    stop = text.find("\n", body)
    if "|" in text[match.start() : stop if stop >= 0 else len(text)]:
        return None
    readings, path = _readings(group, mark)
    if not readings:
        return None
    form = "()" if match["open"] else ")" if ")" in delim else delim[-1:]
    if len(path) > 1:
        form = "()" if match["open"] else "."
    return Candidate(
        start, end, body, match.start(), readings, form, True, bool(match["quote"]), path
    )


def _is_capitalized(pair: str) -> bool:
    return pair[:1].isupper() and not pair[1:2].isupper()


def _readings(group: str, mark: str) -> tuple[tuple[Reading, ...], tuple[int, ...]]:
    rules = marker_rules()
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
    del rules
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
            value = rules.ordinals.get(number[4:], 0)
        elif number[0].isdigit():
            value = int(number.rstrip("abcdefghijklmnopqrstuvwxyzđ"))
        else:
            value = roman_value(number)
        if value:
            kind = rules.structure[word]
            end = match.end("number") - 1
            line = match.start()
            yield Candidate(start, end, stop, line, (Reading(kind, value),), "", True)


def _inline(view: View) -> Iterator[Candidate]:
    text = view.text
    for match in _INLINE.finditer(text):
        mark = match["mark"] or match["dotted"]
        start = match.end("open") if match["mark"] else match.start("dotted")
        before = _before(text, match.start())
        if before.split(" ")[-1].lower() in marker_rules().before:
            continue
        group = "number" if mark.isdigit() else "roman" if roman_value(mark) else "letter"
        readings, path = _readings(group, mark)
        number = readings[0].number
        if (
            match["mark"]
            and not before[-1:] in ':;,.-…”"'
            and not (number == 1 or before.endswith((" và", " và", "hoặc")))
        ):
            continue
        form = "()" if match["open"] else ")" if match["mark"] else "."
        yield Candidate(
            start, start + len(mark), match.end(), start, readings, form, False, False, path
        )


@lru_cache(maxsize=1)
def _word_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rules = marker_rules()
    cardinals = sorted(rules.cardinals, key=len, reverse=True)
    last = sorted({word.split()[-1] for word in cardinals})
    behind = "|".join(f"(?<={word}{' ' * n}là)" for word in last for n in (1, 2, 0, 3))
    whole = "|".join(word.replace(" ", " {1,3}") for word in cardinals)
    ordinals = sorted(rules.ordinals, key=len, reverse=True)
    numerals = "|".join(word.replace(" ", " {1,3}") for word in ordinals)
    return (
        re.compile(rf"là(?!\w)(?:{behind})"),
        re.compile(rf"(?<!\w)(?:{whole}) {{0,3}}là\Z"),
        re.compile(rf"thứ {{1,3}}(?P<number>{numerals})(?!\w)"),
    )


def _words(view: View) -> Iterator[Candidate]:
    rules, lower = marker_rules(), view.lower
    quick, whole, ordinal = _word_patterns()
    for hit in quick.finditer(lower):
        match = whole.search(lower, max(0, hit.end() - 24), hit.end())
        if match is None or lower[max(0, match.start() - 4) : match.start()].strip() == "thứ":
            continue
        word = " ".join(match[0][:-2].split())
        follow = lower[match.end() : match.end() + 12].lstrip(" ,:;-.")
        if re.match(rf"{word}(?!\w)", follow):
            continue
        found = _word(view, match.start(), match.end(), Reading("spelled", rules.cardinals[word]))
        if found is not None:
            yield found
    for match in ordinal.finditer(lower):
        word = " ".join(match["number"].split())
        follow = lower[match.end() : match.end() + 14]
        if not _opens_ordinal(follow):
            continue
        found = _word(view, match.start(), match.end(), Reading("ordinal", rules.ordinals[word]))
        if found is not None:
            yield found


_AFTER_ORDINAL: Final = re.compile(r" {0,2}(?:[,:;.)]|- |là(?!\w))(?! {0,2}(?:[0-9(]|ngày ))")


def _opens_ordinal(follow: str) -> bool:
    return _AFTER_ORDINAL.match(follow) is not None


def _word(view: View, start: int, end: int, reading: Reading) -> Candidate | None:
    text = view.text
    at = start
    while at > 0 and text[at - 1] in _OPENERS + "-•+#>":
        at -= 1
    at_line = at == 0 or text[at - 1] == "\n"
    if not at_line:
        before = _before(text, start)
        joined = before.endswith((" và", " còn")) and reading.number > 1
        if before[-1:] not in '.:;,!?…-”")' and not joined:
            return None
    line = at if at_line else start
    form = "word"
    return Candidate(start, end, end, line, (reading,), form, at_line)


def _before(text: str, end: int) -> str:
    return text[max(0, end - 16) : end].rstrip(_OPENERS)
