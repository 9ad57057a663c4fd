"""Offices (*chức danh*), bodies (*cơ quan*) and forms of address, as several finders know them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from vnpolitext.errors import expect_text
from vnpolitext.models import ModelError, model_file, per_choice, read_table
from vnpolitext.text.phrases import Phrases, word_set

BRANCHES: Final = word_set(
    "party, government, assembly, front, mass organisation, army, police, court, procuracy, "
    "enterprise, other"
)
LEVELS: Final = frozenset({"central", "province", "district", "commune"})
_ROLES: Final = frozenset({"whole", "noun", "domain", "unit", "country", "land", "word"})
_ACTORS: Final = frozenset({"body", "group", "person"})
_PLACED: Final = frozenset({*LEVELS, "city", "any"})
_ATTRIBUTES: Final = ("acts", "cited", "placed")
_SECULAR: Final = frozenset({"military", "academic", "honour"})
_UNMARKED: Final = "-"
_NAMED: Final = frozenset({"head", "whole", "noun"})
_LONGEST: Final = 80
# The first of several deputies (*Phó Chủ nhiệm thứ nhất*).
_FIRST: Final = " thứ nhất"
_DEPUTIES: Final = ("phó ", "thứ trưởng")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the tables of offices and bodies.

    Attributes:
        text: The folded words.
        role: ``"head"`` for an office, else the role of a word in the name of a body.
        branch: Branch of power, or ``None`` where the context decides.
        level: Level of government, or ``None`` where the context decides.
        acts: ``"body"``, ``"group"`` or ``"person"`` where the name of one who is given a task may
            begin so.
        cited: The body's full name, folded, where documents are cited as its own.
        placed: Level of the unit whose bare name stands right behind, ``"city"`` where the name
            tells it, ``"any"`` where it is open.
    """

    text: str
    role: str
    branch: str | None = None
    level: str | None = None
    acts: str | None = None
    cited: str | None = None
    placed: str | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """A form of address or a rank before a name.

    Attributes:
        text: The folded words.
        kind: ``"address"``, ``"plural"``, ``"role"``, ``"military"``, ``"academic"``,
            ``"honour"`` or ``"religious"``.
        sex: ``"male"``, ``"female"`` or ``None``.
        name: The canonical form of a rank.
    """

    text: str
    kind: str
    sex: str | None = None
    name: str = ""

    @property
    def is_secular_rank(self) -> bool:
        """Whether it is a rank of the army, a degree or an honour, no rank of a church."""
        return self.kind in _SECULAR


def _mark(value: str, allowed: frozenset[str], table: str) -> str | None:
    if value == _UNMARKED:
        return None
    if value not in allowed:
        raise ModelError(f"{table}: {value!r} is not one of {sorted(allowed)}")
    return value


@per_choice
def heads() -> Phrases[Entry]:
    """Return the office words, such as *phó bí thư thường trực*."""
    entries = list(head_entries())
    known = {entry.text for entry in entries}
    entries += [
        replace(entry, text=f"{entry.text}{_FIRST}")
        for entry in head_entries()
        if entry.text.startswith(_DEPUTIES)
        and _is_plain(entry.text)
        and f"{entry.text}{_FIRST}" not in known
    ]
    return Phrases(((spaced(entry.text), entry) for entry in entries), glued=True)


@per_choice
def bodies() -> Phrases[Entry]:
    """Return the bodies and the words that occur in the names of bodies."""
    entries = (
        replace(entry, role="country") if entry.role == "land" else entry
        for entry in body_entries()
    )
    return Phrases(((spaced(entry.text), entry) for entry in entries), glued=True)


@per_choice
def head_entries() -> tuple[Entry, ...]:
    """Return the rows of the table of office words."""
    return tuple(_entries("heads.tsv", ("head", "branch", "level")))


@per_choice
def body_entries() -> tuple[Entry, ...]:
    """Return the rows of the table of bodies and of the words of their names."""
    return tuple(_entries("bodies.tsv", ("body", "role", "branch", "level")))


def _entries(file: str, columns: tuple[str, ...]) -> Iterator[Entry]:
    path = model_file("offices", "vietnam", file)
    for text, *rest, branch, level, acts, cited, placed in read_table(
        path, (*columns, *_ATTRIBUTES), spare=len(_ATTRIBUTES)
    ):
        [role] = rest or ["head"]
        if rest and role not in _ROLES:
            raise ModelError(f"{file}: {role!r} is not one of {sorted(_ROLES)}")
        yield Entry(
            text,
            role,
            _mark(branch, BRANCHES, file),
            _mark(level, LEVELS, file),
            _mark(acts or _UNMARKED, _ACTORS, file),
            None if cited in ("", _UNMARKED) else cited,
            _mark(placed or _UNMARKED, _PLACED, file),
        )


@per_choice
def addresses() -> Phrases[Address]:
    """Return forms of address and ranks."""
    entries: list[tuple[str, Address]] = []
    path = model_file("offices", "vietnam", "honorifics.tsv")
    for form, kind, sex in read_table(path, ("form", "kind", "sex")):
        value = Address(form, kind, None if sex == _UNMARKED else sex)
        entries.append((spaced(form), value))
    path = model_file("offices", "vietnam", "ranks.tsv")
    for form, name, kind in read_table(path, ("form", "name", "kind")):
        entries.append((spaced(form), Address(form, kind, None, name)))
    return Phrases(entries, glued=True)


def _is_plain(head: str) -> bool:
    """Return whether a deputy's office says of no rank among the deputies."""
    return not head.endswith((_FIRST, " thường trực"))


def spaced(phrase: str) -> str:
    """Return ``phrase`` as the tokenizer cuts it: marks are words, dashes inside words stay."""
    expect_text(phrase)
    return " ".join(phrase.replace(",", " , ").replace("/", " / ").split())


def office_at_start(line: str) -> Entry | None:
    """Return the office or the body that a folded line begins with, ``None`` without one.

    >>> office_at_start("phó chủ tịch xã").text, office_at_start("quang cảnh hội nghị")
    ('phó chủ tịch', None)
    """
    expect_text(line)
    words = spaced(line[:_LONGEST]).split()
    if not words:
        return None
    found = [each for each in (heads().match(words, 0), bodies().match(words, 0)) if each]
    known = [each for each in found if each[1].role in _NAMED]
    return max(known, key=lambda each: each[0])[1] if known else None


def title_at_start(line: str) -> Address | None:
    """Return the rank, degree, honour or calling that a folded line begins with.

    >>> title_at_start("ts. lò văn an").name, title_at_start("ông lò văn an")
    ('Tiến sĩ', None)
    """
    expect_text(line)
    words = spaced(line[:_LONGEST].replace(".", ". ")).split()
    found = addresses().match(words, 0) if words else None
    if found is None or not (found[1].is_secular_rank or found[1].kind == "role"):
        return None
    return found[1]
