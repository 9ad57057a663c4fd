"""Find the persons of a text and the offices it gives them."""

from __future__ import annotations

import re
from typing import Final

from vnpolitext.officials.attach import Attacher
from vnpolitext.officials.biography import attach_subject, find_subject, find_title
from vnpolitext.officials.lexicon import abbreviations
from vnpolitext.officials.link import Group, Mention, gather
from vnpolitext.officials.names import Name, scan
from vnpolitext.officials.records import Person, Position
from vnpolitext.officials.tokens import chunks, tokenize, unwrap
from vnpolitext.officials.zones import zones
from vnpolitext.text import View, tidy


_HEAD: Final = 3000
_LIFE: Final = 6000
_BORN: Final = re.compile(r"sinh (?:ngày|năm|tháng|tại|[\d|])|khai sinh")


def find_persons(text: str | View) -> list[Person]:
    """Return every person that ``text`` names, with all mentions and all offices.

    Args:
        text: The text as it was read, or a view of it.

    Returns:
        The persons in the order of their first mention.

    Example:
        >>> [person] = find_persons("Đồng chí Lò Thị Minh Phượng, UVTV, Trưởng Ban Tuyên giáo Tỉnh uỷ")
        >>> person.name, [position.normalized for position in person.positions]
        ('Lò Thị Minh Phượng', ['Ủy viên Ban Thường vụ', 'Trưởng Ban Tuyên giáo Tỉnh ủy'])
    """
    view = View.of(text)
    flat, lower = unwrap(view.text), view.lower
    mentions: list[Mention] = []
    held: dict[int, list[Position]] = {}
    subject, known = _about(flat, lower)
    for start, end in chunks(flat):
        whole = subject is not None or bool(known)
        spans = [(start, end)] if whole else zones(flat, lower, start, end)
        tokens = tokenize(flat, spans)
        elements = scan(tokens, known)
        attacher = Attacher(tokens, elements)
        attacher.run()
        attach_subject(attacher, subject)
        attacher.confirm()
        for element in elements:
            if isinstance(element, Name):
                first, last = tokens.starts[element.first], tokens.ends[element.last - 1]
                mentions.append(
                    Mention(
                        first,
                        last,
                        tuple(tokens.words[element.first : element.last]),
                        " ".join(flat[first:last].split()),
                        element.addresses,
                        element.tentative,
                        element.other,
                    )
                )
        for bond in attacher.bonds:
            office = bond.office
            first, last = tokens.starts[office.first], tokens.ends[office.last - 1]
            position = _position(view, first, last, bond.status, bond.rule)
            held.setdefault(bond.start, []).append(position)
    return [_person(view, group, held) for group in gather(mentions, subject)]


def _about(text: str, lower: str) -> tuple[int | None, frozenset[tuple[str, ...]]]:
    """Return a mention of the person the text is about, and names its title gives."""
    if _BORN.search(lower, 0, _LIFE) is None:
        return None, frozenset()
    tokens = tokenize(text, [(0, min(len(text), _HEAD))])
    known = find_title(tokens)
    subject = find_subject(tokens, scan(tokens, known))
    return (None if subject is None else tokens.starts[subject.first]), known


def _person(view: View, group: Group, held: dict[int, list[Position]]) -> Person:
    positions = [position for m in group.mentions for position in held.get(m.start, ())]
    return Person(
        name=group.fullest.text,
        mentions=tuple(view.span(m.start, m.end) for m in group.mentions),
        positions=tuple(sorted(positions, key=lambda p: p.start)),
    )


def _position(view: View, first: int, last: int, status: str, rule: str) -> Position:
    start, end = view.span(first, last)
    surface = view.source[start:end]
    return Position(
        start=start,
        end=end,
        text=surface,
        normalized=expand(tidy(surface)),
        status=status,
        rule=rule,
    )


def expand(text: str) -> str:
    """Return ``text`` with the abbreviations of offices and bodies written out.

    >>> expand("PBT Thường trực Huyện ủy")
    'Phó Bí thư Thường trực Huyện ủy'
    """
    full = abbreviations()
    return " ".join(
        full.get(word.lower(), word) if word.isupper() or word.lower() == "tư" else word
        for word in text.split()
    )
