"""An office that heads a list of its holders, one a line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from vnpolitext.layout.forms import past_count, read_opening
from vnpolitext.officials.bonds.items import Heading, read_items
from vnpolitext.officials.bonds.scene import People, Proposal, Scene
from vnpolitext.officials.phrases import Name, Office
from vnpolitext.officials.words.gaps import past_term, past_years
from vnpolitext.officials.words.grammar import grammar, is_of_members

_RULE: Final = "heading"
_LISTS: Final = ("danh sách", "danh mục", "các vị", "các đời", "đồng chí")
_MARKS: Final = frozenset({"\n", "[", "]", "|", "-", "="})
_HELD: Final = frozenset({"cựu", "nguyên"})
_REACH: Final = 12
_LONGEST_OPENING: Final = 8


def propose_headings(scene: Scene) -> Iterator[Proposal]:
    """Yield an office that fills a line for the names in the list below it.

    What makes the names below its holders is told by `read_items`.
    """
    for index, office, heading in _headings(scene):
        if _table_under(scene, heading.end) is None:
            yield from _held(scene, index, office, read_items(scene, index, heading))


def propose_headed_tables(scene: Scene) -> Iterator[Proposal]:
    """Yield an office that fills a line for the people of the table below it."""
    for index, office, heading in _headings(scene) if scene.people else ():
        table = _table_under(scene, heading.end)
        if table is None:
            continue
        if is_of_members(office.head.text) or table.with_office * 2 < len(table.names):
            yield from _held(scene, index, office, table.names)


def _headings(scene: Scene) -> Iterator[tuple[int, Office, Heading]]:
    """Yield the offices that nobody holds yet and that are headings."""
    for index, office in enumerate(scene.elements):
        if isinstance(office, Office) and index not in scene.claimed:
            heading = _read_heading(scene, office)
            if heading is not None:
                yield index, office, heading


def _held(scene: Scene, index: int, office: Office, people: Sequence[Name]) -> Iterator[Proposal]:
    """Yield the office of a heading for those below it who have none of its body of their own."""
    for name in people:
        if not leads(scene, name, office):
            yield scene.propose(name, index, _RULE)


def _read_heading(scene: Scene, office: Office) -> Heading | None:
    """Return the heading that an office makes with what stands on its line, if it is one.

    That may be the end of a sentence, which counts the holders (*... gồm 13 ủy viên:*).
    """
    words = scene.tokens.words
    opening = read_opening(words, office.first, _LONGEST_OPENING)
    if opening is None or not _tells_list(opening.words):
        counted = scene.is_counted(office) and words[office.last : office.last + 2] == [":", "\n"]
        return Heading(office.last + 1, True, False, False) if counted else None
    at, announced = past_term(words, office.last), False
    is_termed = at > office.last
    for size in (4, 3, 2):
        if " ".join(words[at : at + size]) in grammar().headings:
            at, announced = at + size, True
            break
    if opening.is_marked or is_termed:
        at = past_years(words, at)
    end = past_count(words, at)
    announced = announced or end > at
    while words[end : end + 1] == ["="]:
        end += 1
    if words[end : end + 1] != ["\n"]:
        return None
    return Heading(end, announced, opening.is_marked, opening.is_numbered)


def _table_under(scene: Scene, end: int) -> People | None:
    """Return the table of people below a heading that ends at ``end``.

    Nothing but blank lines may part the two.
    """
    tables = scene.people
    number = bisect_left(tables, end, key=lambda table: table.first)
    if number == len(tables) or tables[number].first > end + _REACH:
        return None
    between = scene.tokens.words[end : tables[number].first]
    return tables[number] if _MARKS.issuperset(between) else None


def leads(scene: Scene, name: Name, heading: Office) -> bool:
    """Return whether the line of a name gives it an office of the body of a heading.

    So does one that tells the office of the heading more exactly (*Phó Trưởng ban*, and below it
    *A - Phó Trưởng ban thường trực*).
    """
    words = scene.tokens.words
    told = words[heading.first : heading.last]
    size = 2 if is_of_members(heading.head.text) else heading.size
    body = words[heading.first + size : heading.last]
    number = scene.numbers[scene.tokens.starts[name.first]]
    end = scene.tokens.line_end(name.last)
    for following in range(number + 1, len(scene.elements)):
        element = scene.elements[following]
        if element.first >= end or not isinstance(element, Office):
            return False
        if words[element.first : element.first + len(told)] == told:
            return True
        if body and words[max(element.first, element.last - len(body)) : element.last] == body:
            return True
    return False


def _tells_list(words: Sequence[str]) -> bool:
    """Return whether words only say that holders are listed (*Danh sách các*)."""
    at = 0
    while at < len(words):
        if " ".join(words[at : at + 2]) in _LISTS:
            at += 2
        elif words[at] in grammar().plural or words[at] in _HELD:
            at += 1
        else:
            return False
    return True
