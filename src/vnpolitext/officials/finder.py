"""Find the persons of a text and the offices it gives them."""

from __future__ import annotations

from vnpolitext.officials.attach import Attacher
from vnpolitext.officials.biography import attach_subject, find_subject
from vnpolitext.officials.lexicon import abbreviations
from vnpolitext.officials.link import Group, Mention, gather
from vnpolitext.officials.names import Name, scan
from vnpolitext.officials.records import Person, Position
from vnpolitext.officials.tokens import chunks, tokenize, unwrap
from vnpolitext.text import View, tidy


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
    subject: int | None = None
    for start, end in chunks(flat):
        tokens = tokenize(flat, lower, start, end)
        elements = scan(tokens)
        attacher = Attacher(tokens, elements)
        attacher.run()
        if start == 0 and (about := find_subject(tokens, elements)) is not None:
            subject = tokens.starts[about.first]
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
