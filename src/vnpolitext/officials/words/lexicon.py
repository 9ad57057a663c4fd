"""What only the finder of officials knows of offices, bodies and names, loaded once and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Final

from vnpolitext.models import ModelError, model_file, per_choice, per_choice_of, read_table
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import Phrases
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.text.tones import without_marks
from vnpolitext.vocabulary import (
    addresses,
    bodies,
    body_entries,
    head_entries,
    heads,
    spaced,
    surnames,
)

# Abbreviations of several fields in one name (*VH-TT&DL*).
_FIELDS: Final = lazy_pattern(r"(?<!\w)[A-ZĐ]{2,5}(?: ?[-&] ?[A-ZĐ]{2,6})+(?!\w)")
_LANDS: Final = frozenset({"country", "land"})
_MILITARY_BOARD: Final = lazy_pattern(r"(?<!\w)BCH (?=[Qq]uân sự)")


def country_size(words: list[str], at: int) -> int:
    """Return the number of words of the country at ``words[at]``, 0 without one.

    Its name may be transcribed in other ways than the table's: *Mô-dăm-bích*, *Modămbích*.
    """
    found = bodies().match(words, at)
    if found is not None:
        return found[0] if found[1].role == "country" else 0
    return int(is_transcribed_country(words[at]))


@per_choice_of(4096)
def is_transcribed_country(word: str) -> bool:
    """Return whether a foreign word is a country, however it is transcribed."""
    return not is_vietnamese(word) and _plain(word) in _plain_countries()


@per_choice
def _plain_countries() -> frozenset[str]:
    """Return the countries of one foreign word without hyphens and diacritics."""
    return frozenset(
        _plain(entry.text)
        for entry in body_entries()
        if entry.role in _LANDS and " " not in entry.text and not is_vietnamese(entry.text)
    )


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    """Return a word in lower case with nothing but the letters of English."""
    return "".join(each for each in without_marks(word) if each.isascii() and each.isalpha())


@per_choice
def enclosing_bodies() -> Phrases[bool]:
    """Return the bodies whose name has an office word inside (*Ban Bí thư*)."""
    found: list[tuple[str, bool]] = []
    for entry in body_entries():
        words = spaced(entry.text).split()
        encloses = any(heads().match(words, at) for at in range(1, len(words)))
        if encloses and heads().match(words, 0) is None:
            found.append((" ".join(words), True))
    return Phrases(found, glued=True)


@per_choice
def body_words() -> frozenset[str]:
    """Return the single words that the names of bodies are made of, without words of grammar."""
    return frozenset(word for words in _body_names() for word in words) - grammar().bodiless


@per_choice
def body_pairs() -> frozenset[tuple[str, str]]:
    """Return the pairs of words that stand together in the names of bodies."""
    return frozenset(pair for words in _body_names() for pair in pairwise(words))


def _body_names() -> Iterator[list[str]]:
    """Yield the words of the name of each body, parts of other countries aside."""
    for entry in body_entries():
        if entry.role != "land":
            yield spaced(entry.text).split()


@per_choice
def markers() -> Phrases[str]:
    """Return the words that tell how an office belongs to a person, with their role."""
    rows = read_table(model_file("offices", "vietnam", "markers.tsv"), ("form", "role"))
    return Phrases(((spaced(form), role) for form, role in rows), glued=True)


def tells_holding(words: list[str], at: int) -> bool:
    """Return whether the words at ``at`` tell how an office is held, or that a clause begins.

    *quyền* does before an office alone (*quyền Bộ trưởng*, not *bảo vệ quyền trẻ em*).
    """
    found = markers().match(words, at)
    return found is not None and (
        found[0] > 1 or words[at] != "quyền" or heads().match(words, at + 1) is not None
    )


@per_choice
def marker_endings() -> frozenset[str]:
    """Return the last words of the words that tell how an office belongs to a person."""
    rows = read_table(model_file("offices", "vietnam", "markers.tsv"), ("form", "role"))
    return frozenset(spaced(form).split()[-1] for form, _ in rows)


@per_choice
def decoys() -> Mapping[str, frozenset[str]]:
    """Return the words that make a name part of another name, by the side they stand on."""
    sides: dict[str, set[str]] = {"left": set(), "right": set()}
    for form, side in read_table(model_file("offices", "vietnam", "decoys.tsv"), ("form", "side")):
        if side not in sides:
            raise ModelError(f"decoys.tsv: {side!r} is neither left nor right")
        sides[side].add(spaced(form))
    return {side: frozenset(forms) for side, forms in sides.items()}


@per_choice
def aliases() -> Mapping[str, str]:
    """Return the usual names of persons of history by folded alias."""
    return _pairs(model_file("names", "vietnam", "aliases.tsv"), ("alias", "name"))


@per_choice
def other_names() -> Mapping[str, str]:
    """Return the usual name behind a name at birth, a nom de guerre or a pen name, folded."""
    return _pairs(model_file("names", "vietnam", "noms.tsv"), ("alias", "name"))


@per_choice
def historic_names() -> frozenset[str]:
    """Return the usual names, folded, of persons of history who have an alias."""
    return frozenset(name.lower() for name in aliases().values())


@per_choice
def notable_names() -> frozenset[tuple[str, ...]]:
    """Return well-known names that no family name announces, as folded words."""
    rows = read_table(model_file("names", "vietnam", "notable.tsv"), ("name",))
    return frozenset(tuple(name.split()) for (name,) in rows)


@per_choice
def peoples() -> frozenset[tuple[str, ...]]:
    """Return names of peoples and languages, as folded words."""
    rows = read_table(model_file("names", "vietnam", "peoples.tsv"), ("people",))
    return frozenset(tuple(name.split()) for (name,) in rows)


@per_choice
def _media() -> Phrases[bool]:
    """Return newspapers, agencies and sites by their folded names."""
    rows = read_table(model_file("names", "vietnam", "media.tsv"), ("name",))
    return Phrases((name, True) for (name,) in rows)


def media_size(words: list[str], at: int) -> int:
    """Return the number of words of the newspaper at ``words[at]``, 0 without one (*Báo X*)."""
    first = at + (words[at] == "báo")
    found = _media().match(words, first) if first < len(words) else None
    return first - at + found[0] if found is not None else 0


@per_choice
def name_like_words() -> frozenset[tuple[str, str]]:
    """Return pairs of words that begin like a name and are none, folded."""
    rows = read_table(model_file("names", "vietnam", "words.tsv"), ("words",))
    return frozenset((first, second) for first, second in (pair.split() for (pair,) in rows))


@per_choice
def foreign_names() -> frozenset[str]:
    """Return given names common outside Vietnam, folded."""
    rows = read_table(model_file("names", "vietnam", "foreign.tsv"), ("name",))
    return frozenset(name for (name,) in rows)


@per_choice
def name_openings() -> frozenset[str]:
    """Return the words that the tables know names to begin with."""
    names = surnames()
    return frozenset(
        {
            *names.strong,
            *names.weak,
            *(first for first, _ in names.double),
            *foreign_names(),
            *(name[0] for name in notable_names()),
            *alias_openings(),
        }
    )


@per_choice
def name_pairs() -> frozenset[tuple[str, ...]]:
    """Return the first two words of names that the tables know as a whole, or by two words."""
    whole = (*notable_names(), *(tuple(alias.split()) for alias in aliases()))
    return surnames().double | frozenset(name[:2] for name in whole if len(name) > 1)


@per_choice
def leading_words() -> frozenset[str]:
    """Return words that begin a sentence but no name."""
    rows = read_table(model_file("names", "vietnam", "leading.tsv"), ("word",))
    return frozenset(word for (word,) in rows)


@per_choice
def address_endings() -> frozenset[str]:
    """Return the last words of forms of address, ranks, credits and alias markers."""
    words: set[str] = set()
    for file, columns in (
        ("honorifics.tsv", ("form", "kind", "sex")),
        ("ranks.tsv", ("form", "name", "kind")),
        ("markers.tsv", ("form", "role")),
    ):
        for row in read_table(model_file("offices", "vietnam", file), columns):
            if file != "markers.tsv" or row[1] in {"alias", "credit"}:
                words.add(row[0].split()[-1].strip("."))
    return frozenset(words)


@per_choice
def calling_words() -> frozenset[str]:
    """Return the last words of what only a name follows: *ông*, *đồng chí*, credits, *tức*."""
    rows = read_table(model_file("offices", "vietnam", "honorifics.tsv"), ("form", "kind", "sex"))
    calls = {form.split()[-1].strip(".") for form, kind, _ in rows if kind == "address"}
    return frozenset(calls | role_endings())


@per_choice
def role_endings() -> frozenset[str]:
    """Return the last words of credits and alias markers."""
    rows = read_table(model_file("offices", "vietnam", "markers.tsv"), ("form", "role"))
    return frozenset(form.split()[-1] for form, role in rows if role in {"alias", "credit"})


@per_choice
def alias_openings() -> frozenset[str]:
    """Return the words that an alias of a person of history may begin with."""
    return frozenset(alias.split()[0] for alias in aliases())


@per_choice
def street_endings() -> frozenset[str]:
    """Return the last words of what stands before the name of a street."""
    return frozenset(phrase.split()[-1] for phrase in grammar().streets)


@per_choice
def single_names() -> frozenset[str]:
    """Return the words that alone are a well-known name or may begin an alias."""
    return alias_openings() | frozenset(name[0] for name in notable_names() if len(name) == 1)


@per_choice
def openings() -> Mapping[str, frozenset[str]]:
    """Return the words that an office, a form of address or their like begins with.

    Each word has those that may follow it; an empty one among them says that it may stand alone.
    """
    following: dict[str, set[str]] = {}
    for phrases in (heads(), addresses(), enclosing_bodies()):
        for first in phrases.openings:
            following.setdefault(first, set()).update(phrases.seconds(first))
    for first, *second in (alias.split()[:2] for alias in aliases()):
        following.setdefault(first, set()).add(second[0] if second else "")
    return {first: frozenset(seconds) for first, seconds in following.items()}


@per_choice
def office_endings() -> frozenset[str]:
    """Return the last words of office words."""
    return frozenset(entry.text.split()[-1] for entry in head_entries())


@per_choice
def announcing_words() -> frozenset[str]:
    """Return the last words of all that may announce a name: offices, addresses, credits."""
    return address_endings() | office_endings()


@per_choice
def foreign_lands() -> frozenset[str]:
    """Return the names of other countries, their cities and the bodies of several countries."""
    lands = frozenset(
        entry.text
        for entry in body_entries()
        if entry.role in _LANDS and not entry.text.startswith("nước ")
    )
    return lands - grammar().home_lands


@per_choice
def implied_bodies() -> Mapping[str, str]:
    """Return the bodies that office words imply, by folded office word."""
    return _pairs(model_file("offices", "vietnam", "implied.tsv"), ("head", "organization"))


@per_choice_of(4096)
def expand(text: str) -> str:
    """Return ``text`` with the abbreviations of offices and bodies written out.

    >>> expand("PBT Thường trực Huyện ủy")
    'Phó Bí thư Thường trực Huyện ủy'
    """
    if not any(map(str.isupper, text.split())):
        return " ".join(text.split())
    full = abbreviations()
    # The board of the army, not of the Party.
    text = _MILITARY_BOARD.sub("Ban Chỉ huy ", text)
    text = _FIELDS.sub(lambda match: full.get(field_key(match[0]), match[0]), text)
    loud = text.isupper() and sum(map(str.isalpha, text.split())) > 1
    words = text.split()
    return " ".join(
        word
        if (loud and len(word) == 2 and word != "TP") or _is_plain(word, following)
        else full.get(word.lower(), word)
        if word.isupper()
        else word
        for word, following in zip_longest(words, words[1:], fillvalue="")
    )


def field_key(short: str) -> str:
    """Return the abbreviation of several fields without its marks, folded.

    >>> field_key("VH-TT&DL"), field_key("VH - TT")
    ('vhttdl', 'vhtt')
    """
    return "".join(each for each in short if each not in "-&, ").lower()


def _is_plain(word: str, following: str) -> bool:
    """Return whether a word with the letters of an abbreviation is the first of a longer one."""
    return word.lower() == "tư" and following.lower() in {"vấn", "pháp", "lệnh", "tưởng"}


@per_choice
def abbreviations() -> Mapping[str, str]:
    """Return what the abbreviations of offices and bodies stand for, by folded short form."""
    return _pairs(model_file("offices", "vietnam", "abbreviations.tsv"), ("short", "full"))


def _pairs(path: Path, columns: tuple[str, str]) -> dict[str, str]:
    """Return a table of two columns as a mapping."""
    return {row[0]: row[1] for row in read_table(path, columns)}
