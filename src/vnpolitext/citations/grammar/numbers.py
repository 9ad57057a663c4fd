"""Numbers of documents (*số, ký hiệu*): reading them in all spellings, and their canonical form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from vnpolitext.citations.grammar.rules import bodies, code_spellings
from vnpolitext.models import per_choice, per_choice_of
from vnpolitext.text.alphabet import CODE_LETTERS, LOWER
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import word_set
from vnpolitext.vocabulary import kinds

_GAP: Final = r"( {0,4}\n? {0,4})"
# The year behind the letters, as companies and associations write it: "23/CV/LĐBĐ/2011".
_LAST_YEAR: Final = lazy_pattern(r"/((?:19|20)\d\d)(?![\w/.-]*\w)")
_LOOK_ALIKES: Final = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТХ", "ABEZHIKMNOPTYXABEKMHOPCTX")
_LETTER: Final = f"{CODE_LETTERS}Α-ΩА-Х"
_SERIAL: Final = lazy_pattern(
    r"(\d{1,3}\.\d{1,2}(?=/(?:19|20)\d\d/)"
    rf"|\d{{1,4}}-[a-d](?=/[{CODE_LETTERS}]{{2}})"
    rf"|\d{{1,6}}(?:[{CODE_LETTERS}]{{2,3}}(?=[/-])|[A-Za-zĐđ])?)(?![^\W¹²³⁰⁴⁵⁶⁷⁸⁹])"
)
_YEAR: Final = lazy_pattern(
    rf"(?:{_GAP}[/-]{_GAP}| (?=\d{{4}}/[{CODE_LETTERS}]{{2}}))((?:18|19|20)\d\d)(?!\d|[.,]\d)"
)
_GLUED: Final = rf"(?:CP|TTg|UBND|HĐND|TW|TU|(?:UBTV)?QH\d\d)(?=[{LOWER}])"
_CODE: Final = lazy_pattern(
    rf"{_GAP}([/-]){_GAP}"
    rf"((?:[{_LETTER}][{_LETTER}&]*(?:[a-zđ]{{1,2}}[{_LETTER}]*)?(?:\.(?:TTg|[{_LETTER}]+))*\d{{0,4}}"
    r"|tw|ttg|ubnd)(?![^\W¹²³⁰⁴⁵⁶⁷⁸⁹])"
    rf"|{_GLUED})"
)
# What an official number never has between its parts, and typists do: "35 NQ TW", "35.NQ/TW".
_LOOSE: Final = lazy_pattern(
    rf"(\d{{1,5}})(?:[ /._-]((?:19|20)\d\d))?([ ._]|/ ?|- ?)?+([{CODE_LETTERS}]{{2,5}})"
    rf"( ?[-/] ?|[ ._])([{_LETTER}][{_LETTER}a-z.]{{0,9}}\d{{0,2}})(?![\w/-])",
    re.IGNORECASE,
)
_RUN_TOGETHER: Final = lazy_pattern(
    rf"(\d{{1,5}})(?:[ /._-]((?:19|20)\d\d))?[ ._/-]?"
    rf"([{CODE_LETTERS}]{{3,12}}g?\d{{0,2}})(?![\w/-])"
)
# A letter has the body first: "4321 BTP CQLTHADS".
_LETTER_LOOSE: Final = lazy_pattern(
    rf"(\d{{2,5}}) ([{CODE_LETTERS}]{{3,6}}) ([{CODE_LETTERS}][{CODE_LETTERS}&]{{1,9}})(?![\w/-])"
)
_DECREE_LOOSE: Final = lazy_pattern(r"(\d{1,4}[a-d]?) SL(?![\w/-])")
# Old numbers have the office before the kind: "19 TC/QĐ/CĐKT", "138 C-SL", "1042 KT/CTN".
_OFFICE_FIRST: Final = lazy_pattern(
    rf"(\d{{1,5}}) ([{CODE_LETTERS}]{{1,4}})[/-]([{CODE_LETTERS}]{{2,4}})"
    rf"(?:([/-])([{CODE_LETTERS}]{{2,6}}))?(?![\w/-])"
)
_ASSEMBLY_LOOSE: Final = lazy_pattern(
    r"(\d{1,5}) ((?:19|20)\d\d) ((?:UBTV)?QH\d\d)(?!\w)",
)
# The cabinet of a governor, before 1955: "495-Cab/Ml".
_CABINET: Final = lazy_pattern(
    rf"(\d{{1,5}})([/-])(Cab|CAB)([/-])([{CODE_LETTERS}][{CODE_LETTERS}a-z]{{0,5}})(?![\w/-])"
)
_CENTRE: Final = lazy_pattern(r"T\.?Ư$|^tw$|^Tw$")
_MOST_CODES: Final = 5


@dataclass(frozen=True, slots=True)
class Number:
    """The parts of a document's number at ``start`` to ``end`` of a folded text.

    Attributes:
        start: Index of the first digit.
        end: Index after the last character.
        serial: Digits with a possible letter, ``"35"``, ``"01a"``.
        year: Year inside the number, ``"2020"`` in ``115/2020/NĐ-CP``.
        codes: Abbreviations in their known spelling, ``("NQ", "TW")``.
        marks: The separator before the year, if any, and before each code.
    """

    start: int
    end: int
    serial: str
    year: str | None = None
    codes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """Abbreviation of the issuing body without a term number, ``"UBTVQH"``; empty if none.

        What opens a number as the kind does (*Quyết định số 321-CT*) tells no body. A letter has
        the body first, then the office that wrote it: *9494/BTC-CST*.
        """
        return _body_of(self.codes)

    @property
    def authors(self) -> int:
        """How many bodies the number names: ``8/2012/TTLT-BTC-BNV`` is of two."""
        return len(self.codes) - 1 if self.codes[:1] and self.codes[0] in _JOINT else 1

    @property
    def canonical(self) -> str:
        """The number in its official form, ``"35-NQ/TW"``, ``"27/CT-TTg"``."""
        marks = self._official_marks()
        parts = (self.year, *self.codes) if self.year else self.codes
        return self.serial + "".join(m + p for m, p in zip(marks, parts, strict=True) if p)

    def _official_marks(self) -> tuple[str, ...]:
        body = bodies().get(stem(self.codes[-1])) if self.codes else None
        if self.year and len(self.codes) == 1 and stem(self.codes[0]) in _ASSEMBLY:
            return ("/", "/")
        if body is None or len(self.codes) != 2 or self.codes[0] not in kind_codes():
            return ("/", *self.marks[1:]) if self.year else self.marks
        if self.year:
            return ("/", "/", "-")
        old = self.codes[0] == "NQ" and body.code in _OLD_ORGANS
        dashed = old or body.side == "party"
        return ("-", "/") if dashed else ("/", "-")


# The organs of the Assembly before 1992 wrote resolutions as the Party does: "439-NQ/TVQH".
_OLD_ORGANS: Final = word_set("TVQH, HĐNN")


@per_choice_of(1024)
def _body_of(written: tuple[str, ...]) -> str:
    """Return the abbreviation of the body among those of a number; empty if none."""
    codes = [stem(code) for code in written]
    if codes and codes[0] in _usual_codes():
        codes = codes[1:]
    elif codes and codes[0] in bodies() and codes[0] not in kind_codes():
        return codes[0]
    return next((code for code in reversed(codes) if code in bodies()), "")


_JOINT: Final = word_set("TTLT, TTLB, NQLT, KHLT, KHPH, CTPH, QCPH, HDLN, QCLN, TTr, QC, KH, HD")


def read_number(text: str, start: int) -> Number | None:
    """Read the number of a document at ``start`` of the folded ``text``; ``None`` if there is none.

    >>> read_number("số 35 - NQ / TƯ của Bộ Chính trị", 3).canonical
    '35-NQ/TW'
    """
    serial = _SERIAL.match(text, start)
    if serial is None:
        return _loose(text, start)
    if len(serial[1].lstrip("0123456789.")) > 1 and (loose := _loose(text, start)) is not None:
        return loose
    end = serial.end()
    marks: list[str] = []
    codes: list[str] = []
    year = _YEAR.match(text, end)
    if year is not None:
        marks.append("/")
        end = year.end()
    while len(codes) < _MOST_CODES and (found := _CODE.match(text, end)):
        before, mark, after, code = found.groups()
        if not _fits(code, before, after, bool(codes or year)):
            break
        marks.append(mark)
        codes.append(code)
        end = found.end()
    end = _assembly(text, end, year is not None, codes, marks)
    last = _LAST_YEAR.match(text, end) if codes and year is None else None
    if last is not None:
        marks.append("/")
        codes.append(last[1])
        end = last.end()
    if codes and (note := _note(codes[-1])):
        codes[-1] = codes[-1][:-note]
        end -= note
    if not codes and (loose := _loose(text, start)) is not None:
        return loose
    known = [_spell(code.translate(_LOOK_ALIKES)) for code in codes]
    if known:
        head = _split(known[0]) if len(known) == 1 else (_UNACCENTED.get(known[0], known[0]),)
        marks += ["-"] * (len(head) - 1)
        known[:1] = head
    given = serial[1].replace("-", "")
    return Number(start, end, given, year and year[3], tuple(known), tuple(marks))


def with_year(text: str, number: Number) -> Number:
    """Return a bare number with the year behind it, where only a blank parts them.

    >>> with_year("thay thế Thông tư 80 2031.", read_number("thay thế Thông tư 80 2031.", 18)).year
    '2031'
    """
    year = None if number.codes or number.year else _YEAR_APART.match(text, number.end)
    if year is None or len(number.serial) > _LONGEST_SERIAL:
        return number
    return Number(number.start, year.end(), number.serial, year[1], (), ("/",))


_YEAR_APART: Final = lazy_pattern(r" (20[0-4]\d)(?!\w|[./-]\d|,\d|\s?[%°])")
_LONGEST_SERIAL: Final = 4


def _assembly(text: str, end: int, dated: bool, codes: list[str], marks: list[str]) -> int:
    """Complete the term of the Assembly at the end of a number; return where it ends now."""
    glued = _GLUED_TERM.match(text, end) if dated and not codes else None
    if glued is not None:
        marks.append("/")
        codes.append(glued[1])
        return glued.end()
    parted = _PARTED_TERM.match(text, end) if codes and codes[-1] in _ASSEMBLY else None
    if parted is None:
        return end
    codes[-1] += parted[1]
    return parted.end()


# The term of the Assembly, without the mark before it or apart: "71/2014QH13", "71/2014/QH 13".
_ASSEMBLY: Final = frozenset({"QH", "UBTVQH"})
_GLUED_TERM: Final = lazy_pattern(r"((?:UBTV)?QH\d\d)(?!\w)")
_PARTED_TERM: Final = lazy_pattern(r" ?-? ?(\d{1,2})(?![\w/.,-]\d|\w)")


def _loose(text: str, start: int) -> Number | None:
    """A number whose marks are lost or others: ``35NQ/TW``, ``35_NQ_TW``, ``2306 QĐ BYT``.

    Its abbreviations must be known. In small letters (``35-nq/tw``) it needs its marks.
    """
    assembly = _ASSEMBLY_LOOSE.match(text, start)
    if assembly is not None:
        return Number(start, assembly.end(), assembly[1], assembly[2], (assembly[3],), ("/", "/"))
    if (old := _old(text, start)) is not None:
        return old
    found = _LOOSE.match(text, start)
    if found is None:
        return _letter(text, start) or _run_together(text, start)
    tail = found[6].rstrip(".")
    kind, body = _known_kind(found[4]), _spell(tail)
    if kind is None or stem(body) not in bodies():
        return _letter(text, start)
    parted = {(found[3] or "").strip(), found[5].strip()} <= {"-", "/"}
    if not parted and not (found[4].isupper() or found[4] == kind):
        return None
    end = found.start(6) + len(tail)
    if note := _note(body):
        body, end = body[:-note], end - note
    return Number(start, end, found[1], found[2], (kind, body), _marks(found[2]))


def _old(text: str, start: int) -> Number | None:
    """A number of the first decades, with blanks: ``138 C-SL``, ``1042 KT/CTN``, ``63 SL``."""
    decree = _DECREE_LOOSE.match(text, start)
    if decree is not None:
        return Number(start, decree.end(), decree[1], None, ("SL",), ("/",))
    old = _OFFICE_FIRST.match(text, start)
    if old is None or (old[2] in kind_codes() and not old[5]):
        return None
    if old[3] in kind_codes():
        codes = tuple(code for code in (old[3], old[5]) if code)
        marks = tuple(mark for mark in (text[old.end(2)], old[4]) if mark)
        return Number(start, old.end(), old[1] + old[2], None, codes, marks)
    if old[3] in bodies() and not old[5]:
        return Number(start, old.end(), old[1], None, (old[2], old[3]), ("-", "/"))
    return None


def _letter(text: str, start: int) -> Number | None:
    """The number of a letter whose marks are lost, or of a cabinet: ``4321 BTP CQLTHADS``."""
    if (cabinet := _CABINET.match(text, start)) is not None:
        serial, *parts = cabinet.groups()
        return Number(start, cabinet.end(), serial, None, tuple(parts[1::2]), tuple(parts[::2]))
    found = _LETTER_LOOSE.match(text, start)
    if found is None or found[2] not in bodies() or found[2] in kind_codes():
        return None
    return Number(start, found.end(), found[1], None, (found[2], found[3]), ("/", "-"))


def _run_together(text: str, start: int) -> Number | None:
    """A number whose abbreviations are one word: ``35 NQTW``, ``12QĐUBND``."""
    found = _RUN_TOGETHER.match(text, start)
    codes = _split(found[3]) if found else ()
    if found is None or len(codes) != 2:
        return None
    end = found.end()
    if note := _note(codes[1]):
        codes, end = (codes[0], codes[1][:-note]), end - note
    return Number(start, end, found[1], found[2], codes, _marks(found[2]))


@lru_cache(maxsize=1024)
def _known_kind(code: str) -> str | None:
    spelled = code_spellings().get(code.casefold(), code)
    spelled = _UNACCENTED.get(spelled, spelled)
    return spelled if spelled in kind_codes() else None


def _marks(year: str | None) -> tuple[str, ...]:
    return ("/", "/", "-") if year else ("/", "-")


@lru_cache(maxsize=1024)
def _note(code: str) -> int:
    """Length of the mark of a footnote after the last abbreviation: ``NĐ-CP2``.

    The organs of the Assembly and the People's Councils number their terms of office there.
    """
    letters = stem(code)
    known = code_spellings().get(_CENTRE.sub("TW", letters).casefold(), "")
    terms = "QH" in known or known.startswith(_WITH_TERMS)
    digits = len(code) - len(letters)
    return digits if known in bodies() and not terms and digits <= _LONGEST_NOTE else 0


_LONGEST_NOTE: Final = 2  # a committee is known by more: "BCĐ389"
_WITH_TERMS: Final = ("HĐ", "UBPL", "UBKT", "UBT", "UBV", "UBX", "UBQ", "UBĐ", "BPC", "BKT", "BVH")


def stem(code: str) -> str:
    """Return an abbreviation without the term of office or the mark of a note at its end.

    >>> stem("QH14")
    'QH'
    """
    return code.rstrip("0123456789")


@per_choice
def kind_codes() -> frozenset[str]:
    """Return every abbreviation of a kind."""
    return frozenset(code for kind in kinds().values() for code in kind.codes)


def kind_of(number: Number) -> str | None:
    """Return the kind that a number's abbreviation stands for, ``"kế hoạch"`` for ``KH``.

    A number that begins with the body itself (``326/UBND-KGVX``) is that of a letter. Laws and
    resolutions of the Assembly are numbered alike, so that ``51/2001/QH10`` does not tell.
    """
    if not number.codes or stem(number.codes[0]) in _ASSEMBLY:
        return None
    first = stem(number.codes[0])
    return _usual_kinds().get(first) or ("công văn" if first in bodies() else None)


@per_choice
def _usual_kinds() -> Mapping[str, str]:
    """The first kind that has an abbreviation as its usual one, else the first that has it."""
    found: dict[str, str] = {}
    for kind in kinds().values():
        for code in kind.codes[:1]:
            found.setdefault(code, kind.name)
    for kind in kinds().values():
        for code in kind.codes:
            found.setdefault(code, kind.name)
    return found


@per_choice
def _usual_codes() -> frozenset[str]:
    """The usual abbreviations of the kinds that are cited by number."""
    return frozenset(
        kind.codes[0] for kind in kinds().values() if kind.codes and kind.alone != "no"
    )


_UNACCENTED: Final = {"ND": "NĐ", "QD": "QĐ"}


@lru_cache(maxsize=1024)
def _split(code: str) -> tuple[str, ...]:
    """Split an abbreviation whose dash is lost: ``QĐUBND`` is ``QĐ`` and ``UBND``."""
    head, dot, tail = code.partition(".")
    if dot and head in kind_codes() and stem(_spell(tail)) in bodies():
        return head, _spell(tail)
    if code_spellings().get(stem(code).casefold()) is None:
        for at in range(2, min(5, len(code) - 1)):
            head, tail = _spell(code[:at]), _spell(code[at:])
            if head in kind_codes() and stem(tail) in bodies():
                return head, tail
    return (code,)


@lru_cache(maxsize=1024)
def _spell(code: str) -> str:
    if "Ư" in code or code in {"tw", "Tw"}:
        code = _CENTRE.sub("TW", code)
    digits = code[len(stem(code)) :]
    return code_spellings().get(stem(code).casefold(), stem(code)) + digits


def _fits(code: str, before: str, after: str, begun: bool) -> bool:
    """Whether a token after a separator is an abbreviation, not the next word of the sentence."""
    if _is_known(code):
        return True
    if sum(c.isupper() for c in code) < 2:
        return not before and not after and len(stem(code)) == 1
    if before and after:
        return False
    return begun or not (before or after)


@lru_cache(maxsize=1024)
def _is_known(code: str) -> bool:
    return stem(_CENTRE.sub("TW", code)).casefold() in code_spellings()
