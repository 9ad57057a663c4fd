"""Which document of the register a citation means, and what the register then fills in."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from vnpolitext.citations.grammar.rules import STATUTES
from vnpolitext.citations.identity.keys import base_of, body_of, has_year, number_key, serial_of
from vnpolitext.citations.identity.register import RegisteredDocument, by_name, by_number, by_serial
from vnpolitext.citations.records import Citation
from vnpolitext.text import fold
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.span import changed

_LIKE: Final = 0.3
_PLAINLY: Final = 0.5
_FEWEST: Final = 3
_LOOSE_KINDS: Final = frozenset(
    {"quyết định", "quy định", "hiến pháp", "luật", "bộ luật", "văn bản"}
)


def registered(citation: Citation) -> Sequence[RegisteredDocument]:
    """Return the documents of the register with the number or name of a citation.

    A bare number that was joined with a full one of the text means no other document.
    """
    if citation.number is None:
        return by_name(citation.key)
    joined = base_of(citation.key).removeprefix(f"{citation.kind} ")
    if is_bare(citation.number) and not is_bare(joined):
        return by_number(joined)
    if is_bare(citation.number):
        options = by_serial(citation.kind or "", serial_of(citation.number))
        year = citation.number.partition("/")[2]
        return [d for d in options if not year or f"/{year}/" in (d.number or "")]
    return by_number(citation.number)


def fits(document: RegisteredDocument, citation: Citation) -> bool:
    """Whether the register's document can be the one that is cited."""
    if citation.kind and document.kind != citation.kind and citation.kind not in _LOOSE_KINDS:
        return False
    if not same_day(document.issued, citation.issued):
        return False
    if document.issued and citation.year and not document.issued.startswith(str(citation.year)):
        return False
    if is_too_late(document.issued, citation.latest) or has_other_title(citation, document.title):
        return False
    if document.term and citation.term and document.term.lower() != citation.term.lower():
        return False
    stated = citation.stated_issuer
    return not (stated and document.issuer) or body_agrees(document.issuer, stated)


def titled(options: list[RegisteredDocument], citation: Citation) -> list[RegisteredDocument]:
    """The options of which one alone has the title that the text gives."""
    if len(options) < 2 or not citation.title:
        return options
    like = [d for d in options if d.title and likeness(citation.title, d.title) >= _PLAINLY]
    return like if len(like) == 1 else options


def is_decided(citation: Citation) -> bool:
    """Whether a citation says enough to be settled by a register that is only a selection.

    A bare number needs an issuer, a date or a term beside it; a law's name needs its year.
    """
    stated = citation.stated_issuer
    beside = bool(stated or citation.issued or citation.year or citation.term)
    if citation.number:
        return beside or not is_bare(citation.number)
    return beside or citation.kind not in STATUTES or stem_of(citation.key) != citation.key


def is_of_any_year(citation: Citation, document: RegisteredDocument) -> bool:
    """Whether a bare number can be of another year than the register's document.

    The State numbers anew every year, so that *Nghị định 67 của Chính phủ* is one of many.
    """
    if citation.number is None or not is_bare(citation.number):
        return False
    told = citation.issued or citation.year or citation.title or "/" in citation.number
    joined = not is_bare(base_of(citation.key).removeprefix(f"{citation.kind} "))
    return not (told or joined or document.term)


def fill(citation: Citation, document: RegisteredDocument) -> Citation:
    """Return a citation with what the register knows and the text leaves out."""
    filled = list(citation.filled)
    issuer = citation.issuer
    if document.issuer and (not issuer or "issuer:suffix" in filled):
        issuer = document.issuer
        filled = [f for f in filled if not f.startswith("issuer:")] + ["issuer:register"]
    issued, title = citation.issued, citation.title
    if document.issued and len(document.issued) > max(4, len(issued or "")):
        issued = document.issued
        filled.append("issued:register")
    if not citation.term and document.term:
        filled.append(f"term:register:{document.term}")
    if not title and document.title:
        title = document.title
        filled.append("title:register")
    return changed(
        citation,
        key=document.key,
        issuer=issuer,
        issued=issued,
        title=title,
        filled=tuple(filled),
        candidates=(),
    )


def is_too_late(issued: str | None, latest: str | None) -> bool:
    """Whether a document is younger than what cites it."""
    if not issued or not latest:
        return False
    length = min(len(issued), len(latest))
    return issued[:length] > latest[:length]


def has_other_title(citation: Citation, title: str | None) -> bool:
    """Whether the text gives a document another title; a number with its year needs none."""
    if not citation.title or not title or "title:register" in citation.filled:
        return False
    if citation.number is None or has_year(number_key(citation.number)):
        return False
    return likeness(citation.title, title) < (_PLAINLY if is_bare(citation.number) else _LIKE)


@lru_cache(maxsize=4096)
def likeness(one: str, other: str) -> float:
    """Share of the pairs of syllables that two titles have in common.

    Too short a title is like another where they share a word. What many titles end with, *trong
    tình hình mới*, is not compared.

    >>> likeness("về công tác dân số", "công tác dân số trong tình hình mới")
    1.0
    >>> likeness("về muối biển trong tình hình mới", "an ninh thực phẩm trong tình hình mới")
    0.0
    """
    words = [_title_words(title) for title in (one, other)]
    pairs = [set(pairwise(each)) for each in words]
    fewest = min(map(len, pairs))
    if fewest < _FEWEST:
        return 1.0 if not all(words) or set(words[0]) & set(words[1]) else 0.0
    return len(pairs[0] & pairs[1]) / fewest


def _title_words(title: str) -> list[str]:
    words = re.findall(r"\w+", _FORMULA.sub("", fold(title)))
    while words and words[0] in {"về", "việc", "một", "số"}:
        words.pop(0)
    return words


_FORMULA: Final = lazy_pattern(
    r" (?:trong )?(?:tình hình|giai đoạn|thời kỳ|bối cảnh)"
    r"(?: cách mạng| đất nước)? (?:mới|hiện nay)$"
)


def body_agrees(registered: str, stated: str) -> bool:
    """Whether a stated issuer can stand for the registered one: *Trung ương* for its organs."""
    return same_body(registered, stated) or any(
        word in stated.lower() for word in ("trung ương", "hội nghị", "đảng", "quốc hội", "bch")
    )


def same_day(one: str | None, other: str | None) -> bool:
    """Whether two times of issue can be one, for all they tell: a year holds its days."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def same_body(a: str, b: str) -> bool:
    """Whether one of two names of bodies holds the other."""
    first, second = body_of(a), body_of(b)
    return first in second or second in first


def is_bare(number: str) -> bool:
    """Whether a number has no letters: ``18``, ``168/2024``."""
    return number.replace("/", "").isdigit()


def stem_of(name: str) -> str:
    """A law's name without its year."""
    head, _, last = name.rpartition(" ")
    return head if head and last.isdigit() and len(last) == 4 else name
