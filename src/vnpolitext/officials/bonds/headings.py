"""An office that heads a list of its holders, one a line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from vnpolitext.layout.forms import past_count, read_opening
from vnpolitext.officials.bonds.items import Heading, read_items
from vnpolitext.officials.bonds.scene import People, Proposal, Scene
from vnpolitext.officials.phrases import Element, Name, Office
from vnpolitext.officials.words.gaps import heading_size, past_term, past_years
from vnpolitext.officials.words.grammar import grammar, is_of_members

_RULE: Final = "heading"
_LISTS: Final = (
    "danh sách", "danh mục", "các vị", "các đời", "các thế hệ", "những thế hệ", "đồng chí",
)  # fmt: skip
_OTHERWISE: Final = frozenset({"sau", "hiện", "nay", "trước", "từng"})
_NEAR: Final = 4  # words
_MARKS: Final = frozenset({"\n", "[", "]", "|", "-", "="})
_HELD: Final = frozenset({"cựu", "nguyên"})
_REACH: Final = 12
_LONGEST_OPENING: Final = 8
_ENDS: Final = frozenset({",", ";", "(", ")", "-", "\n", ":"})
_PAIR: Final = 2
_JOINED: Final[tuple[list[str], ...]] = ([","], ["-"], ["/"])
_EQUALS: Final = (
    ("bộ trưởng", "chủ nhiệm"),
    ("thứ trưởng", "phó chủ nhiệm"),
    ("tư lệnh", "tổng giám đốc"),
    ("chính ủy", "bí thư đảng"),
    ("giám đốc", "tổng biên tập"),
)


def propose_headings(scene: Scene) -> Iterator[Proposal]:
    """Yield the offices that fill a line for the names in the list below it.

    What makes the names below its holders is told by `read_items`.
    """
    for offices, heading in _headings(scene):
        if _table_under(scene, heading.end) is None:
            yield from _held(scene, offices, read_items(scene, offices[-1], heading))


def propose_headed_tables(scene: Scene) -> Iterator[Proposal]:
    """Yield the offices that fill a line for the people of the table below it."""
    for offices, heading in _headings(scene) if scene.people else ():
        table = _table_under(scene, heading.end)
        if table is None:
            continue
        office = scene.elements[offices[-1]]
        members = isinstance(office, Office) and is_of_members(office.head.text)
        if members or table.with_office * 2 < len(table.names):
            yield from _held(scene, offices, table.names)


def _headings(scene: Scene) -> Iterator[tuple[range, Heading]]:
    """Yield the offices that nobody holds yet and that are headings, alone or held together."""
    for index, office in enumerate(scene.elements):
        if isinstance(office, Office) and index not in scene.claimed:
            last = index
            while _is_held_with_next(scene, last):
                last += 1
            heading = _read_heading(scene, office, scene.elements[last])
            if heading is not None:
                yield range(index, last + 1), heading


def _is_held_with_next(scene: Scene, index: int) -> bool:
    """Return whether the words between two offices say that one person holds both.

    *Thứ trưởng kiêm Tổng Tham mưu trưởng*; of a body that was a committee and a ministry in turn,
    *Bộ trưởng, Chủ nhiệm Ủy ban*.
    """
    pair = scene.elements[index : index + 2]
    if index + 1 in scene.claimed or not all(isinstance(each, Office) for each in pair[1:]):
        return False
    if len(pair) < _PAIR:
        return False
    gap = scene.gap(*pair)
    words = scene.tokens.words
    titles = tuple(" ".join(words[each.first : each.first + 3]) for each in pair)
    equal = any(all(map(str.startswith, titles, ranks)) for ranks in _EQUALS)
    return gap == ["kiêm"] or (gap in _JOINED and equal)


def _held(scene: Scene, offices: range, people: Sequence[Name]) -> Iterator[Proposal]:
    """Yield the offices of a heading for those below it who have none of its body of their own."""
    for index in offices:
        office = scene.elements[index]
        for name in people:
            if isinstance(office, Office) and not leads(scene, name, office):
                yield scene.propose(name, index, _RULE)


def _read_heading(scene: Scene, office: Office, last: Element) -> Heading | None:
    """Return the heading that offices make with what stands on their line, if it is one.

    That may be the end of a sentence, which counts the holders (*... gồm 13 ủy viên:*).
    """
    words = scene.tokens.words
    opening = read_opening(words, office.first, _LONGEST_OPENING)
    if opening is None or not _tells_list(opening.words):
        counted = scene.is_counted(office) and words[last.last : last.last + 2] == [":", "\n"]
        return Heading(last.last + 1, True, False, False) if counted else None
    at, announced = past_term(words, last.last), False
    is_termed = at > last.last
    if size := heading_size(words, at):
        at, announced = at + size, True
    since = words[at : at + 1] == ["từ"]
    if opening.is_marked or is_termed or since:
        behind = past_years(words, at)
        announced = announced or (since and behind > at)
        at = behind
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
        if _is_of_other_time(words, element.first):
            continue
        if words[element.first : element.first + len(told)] == told:
            return True
        if body and words[max(element.first, element.last - len(body)) : element.last] == body:
            return True
    return False


def _is_of_other_time(words: Sequence[str], first: int) -> bool:
    """Return whether words say that an office was held before or after (*A, sau là Chính ủy X*)."""
    if words[first - 1] in _HELD:
        return True
    mark = next((n for n in range(first, first - _NEAR, -1) if words[n - 1] in _ENDS), first)
    return mark < first and not _OTHERWISE.isdisjoint(words[mark:first])


def _tells_list(words: Sequence[str]) -> bool:
    """Return whether words only say that holders are listed (*Danh sách các*)."""
    at = 0
    while at < len(words):
        size = next((n for n in (3, 2) if " ".join(words[at : at + n]) in _LISTS), 0)
        if size:
            at += size
        elif words[at] in grammar().plural or words[at] in _HELD:
            at += 1
        else:
            return False
    return True
