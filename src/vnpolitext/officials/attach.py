"""Which office belongs to which person: the layouts in which texts put them side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from vnpolitext.layout import Grid
from vnpolitext.officials.gaps import joins
from vnpolitext.officials.grammar import grammar
from vnpolitext.officials.headings import attach_headings
from vnpolitext.officials.lexicon import marker_endings, markers
from vnpolitext.officials.links import attach_links, gives, together
from vnpolitext.officials.listings import attach_listings
from vnpolitext.officials.phrases import Element, Name, Office
from vnpolitext.officials.signatures import attach_signatures
from vnpolitext.officials.tables import attach_tables
from vnpolitext.officials.tokens import Tokens

_GENITIVE: Final = 16
_MOST: Final = 100
_EXAMPLES: Final = 20
_FULL: Final = 2
_OPENINGS: Final = frozenset({"\n", ".", ";", ":", "-", "có", "gồm", '"', "|", ","})
_COMPRISING: Final = frozenset({"bao", "gồm", "có", "các"})
_BEFORE_COMPRISING: Final = frozenset({"khác", ",", "mới", "còn", "lại"})
_COMRADES: Final = ["đồng", "chí"]
_CHAIN: Final = (["-"], [","], ["kiêm"], ["và"], [",", "kiêm"])
_COORDINATION: Final[tuple[list[str], ...]] = ([], [","], ["và"], [";"], ["-"], [",", "và"])


@dataclass(slots=True)
class Bond:
    """An office and the person who holds it.

    Attributes:
        start: Index in the folded text of the first character of a mention of the person.
        office: The office.
        index: Its number among the elements.
        rule: The layout that joins the two.
    """

    start: int
    office: Office
    index: int
    rule: str


@dataclass(slots=True)
class Attacher:
    """One pass over the elements of a list of tokens."""

    tokens: Tokens
    elements: list[Element]
    grids: Sequence[Grid] = ()
    bonds: list[Bond] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    announcing: set[int] = field(default_factory=set)

    def run(self) -> None:
        """Find the bonds of every layout, the surest first."""
        words = self.tokens.words
        self.announcing = {
            index
            for index, element in enumerate(self.elements)
            if isinstance(element, Office)
            and (words[element.last : element.last + 1] == [":"] or self._comprises(element))
        }
        attach_tables(self, self.grids)
        attach_listings(self)
        self._lists()
        self._before()
        self._after()
        attach_headings(self)
        attach_signatures(self)
        attach_links(self)

    def confirm(self) -> None:
        """Keep doubtful names that hold an office or stand in a list with sure ones."""
        starts = {bond.start for bond in self.bonds}
        for element in self.elements:
            if isinstance(element, Name) and self.tokens.starts[element.first] in starts:
                element.tentative = False
        pairs = list(zip(self.elements, self.elements[1:], strict=False))
        for left, right in (*pairs, *reversed(pairs)):
            if not isinstance(left, Name) or not isinstance(right, Name):
                continue
            if left.tentative != right.tentative and self.gap(left, right) in _COORDINATION:
                left.tentative = right.tentative = False

    def gap(self, left: Element, right: Element) -> list[str]:
        """Return the words between two elements, forms of address left out."""
        start = right.lead if isinstance(right, Name) else right.first
        return self.tokens.words[left.last : start]

    def bind(self, name: Name, index: int, rule: str) -> None:
        """Give the office ``elements[index]`` to the person that ``name`` mentions."""
        self.bind_start(self.tokens.starts[name.first], index, rule)

    def bind_start(self, start: int, index: int, rule: str) -> None:
        """Give the office ``elements[index]`` to the person mentioned at character ``start``."""
        office = self.elements[index]
        if isinstance(office, Office):
            self.taken.add(index)
            self.bonds.append(Bond(start, office, index, rule))

    def _before(self) -> None:
        """Offices that stand directly before a name."""
        elements = self.elements
        for index in range(1, len(elements)):
            name, office = elements[index], elements[index - 1]
            if not isinstance(name, Name) or not isinstance(office, Office):
                continue
            gap = self.gap(office, name)
            dash = gap == ["-"] and self._is_told_by_dash(index)
            if gap and not dash and not (gap == [","] and name.addresses):
                continue
            if gap and index > 1 and self._follows(elements[index - 2], office):
                continue
            first = index - 1
            while first > 0 and isinstance(elements[first - 1], Office):
                between = self.gap(elements[first - 1], elements[first])
                if ";" in between or not joins(between):
                    break
                first -= 1
            if first > 0 and self._follows(elements[first - 1], elements[first]):
                first = index - 1
            if self.taken.issuperset(range(first, index)):
                continue
            for each in range(first, index):
                self.bind(name, each, "before")
            self._share(index, range(first, index))

    def _is_told_by_dash(self, index: int) -> bool:
        """Return whether a dash parts a name from its offices, which open the sentence.

        *Trưởng Ban Dân vận Tỉnh ủy - Phạm Văn Bốn nói*; no office may follow the name.
        """
        elements, words = self.elements, self.tokens.words
        name = elements[index]
        if name.last - name.first < _FULL:
            return False
        following = elements[index + 1] if index + 1 < len(elements) else None
        if isinstance(following, Office) and joins(self.gap(name, following)):
            return False
        first = index - 1
        while first and isinstance(elements[first - 1], Office):
            if not joins(self.gap(elements[first - 1], elements[first])):
                break
            first -= 1
        if first and self._follows(elements[first - 1], elements[first]):
            return False
        at = elements[first].first
        return at == 0 or words[at - 1] in _OPENINGS

    def _follows(self, left: Element, right: Element) -> bool:
        """Return whether an office stands after a name as its apposition."""
        return isinstance(left, Name) and isinstance(right, Office) and joins(self.gap(left, right))

    def _share(self, index: int, offices: range) -> None:
        """One office over several names: *các Phó Chủ tịch A, B*."""
        if self._is_plural(self.elements[offices.start].first):
            self._spread(index, offices)

    def _is_plural(self, first: int) -> bool:
        """Return whether an office at ``first`` is that of several people (*các Phó Chủ tịch*)."""
        words, plural = self.tokens.words, grammar().plural
        if first > 0 and (words[first - 1] in plural or _is_several(words[first - 1])):
            return True
        return first > 2 and words[first - 3] in plural and words[first - 2 : first] == _COMRADES

    def _comprises(self, office: Element) -> bool:
        """Return whether the sentence names those who hold an office (*Ủy viên gồm: ...*)."""
        after = self.tokens.words[office.last : office.last + 5]
        while after and after[0] in _BEFORE_COMPRISING:
            after = after[1:]
        return after[:1] == ["gồm"] or after[:2] == ["bao", "gồm"]

    def _spread(self, index: int, offices: range) -> None:
        """Give ``offices`` also to the names listed after the one at ``index``."""
        elements = self.elements
        last = index
        office = elements[offices.start]
        plural = self._is_plural(office.first) or self._comprises(office)
        for following in range(index + 1, len(elements)):
            element = elements[following]
            if isinstance(element, Office) and (not plural or following in self.announcing):
                break
            gap = self.gap(elements[following - 1], element)
            if not joins(gap) or len(gap) > 8:
                break
            if isinstance(element, Name):
                if not gap or following - last > 6:
                    break
                for each in offices:
                    self.bind(element, each, "shared")
                last = following

    def _after(self) -> None:
        """Offices that stand after a name, joined by marks."""
        elements = self.elements
        for index, name in enumerate(elements):
            if not isinstance(name, Name):
                continue
            at = index + 1
            holders = [index]
            while at < len(elements) and isinstance(elements[at], Office):
                gap = self.gap(elements[at - 1], elements[at])
                if at in self.taken or not joins(gap):
                    break
                if at == index + 1 and gap and gap[0][0].isalpha():
                    if gives(self, index, gap):
                        break
                    holders = together(self, index)
                for holder in holders:
                    self.bind_start(self.tokens.starts[elements[holder].first], at, "after")
                at += 1

    def _lists(self) -> None:
        """An office, a colon and the names of those who hold it."""
        elements = self.elements
        for index in range(len(elements) - 1):
            office, name = elements[index], elements[index + 1]
            if index in self.taken or not isinstance(office, Office):
                continue
            if not isinstance(name, Name):
                continue
            gap = self.gap(office, name)
            told = self._comprises(office) or gap[:1] == [":"]
            if not gap or not (self._is_copula(gap) or (told and joins(_past_verb(gap)))):
                continue
            first = index
            while first > 0 and self._chained(first):
                first -= 1
            for each in range(first, index + 1):
                self.bind(name, each, "list")
            self._spread(index + 1, range(first, index + 1))

    def _chained(self, index: int) -> bool:
        """Return whether the office before ``index`` is held together with it (*A - B*)."""
        left = self.elements[index - 1]
        if not isinstance(left, Office) or index - 1 in self.taken:
            return False
        gap = self.gap(left, self.elements[index])
        return gap in _CHAIN

    def _is_copula(self, gap: list[str]) -> bool:
        """Return whether a gap says who holds an office (*đầu tiên là*)."""
        if "là" not in gap[-2:]:
            return False
        if gap[:3] == ["đầu", "tiên", "của"] and "," not in gap:
            return len(gap) <= _GENITIVE
        return len(gap) <= 8 and all(word in grammar().copula for word in gap)

    def linked(self, first: int) -> bool:
        """Return whether a word before token ``first`` gives someone the office that follows."""
        words = self.tokens.words
        at = first
        if at and words[at - 1] in {":", '"'}:
            at -= 1
        if at and words[at - 1] == "như":
            return "chức" in words[max(0, at - _EXAMPLES) : at]
        if not at or words[at - 1] not in marker_endings():
            return False
        for size in (5, 4, 3, 2, 1):
            if at - size < 0:
                continue
            found = markers().match(words, at - size)
            if found and found[0] == size:
                return found[1] in {"link", "former"}
        return False


def _is_several(word: str) -> bool:
    """Return whether a word is a number of people (*8 Phó Chủ tịch*)."""
    return word.isdigit() and 1 < int(word[:4]) < _MOST


def _past_verb(gap: list[str]) -> list[str]:
    """Return ``gap`` after the verb that opens a list of people (*gồm có các đồng chí:*)."""
    at = 0
    while at < len(gap) and (gap[at] in _COMPRISING or gap[at] in _BEFORE_COMPRISING):
        at += 1
    return gap[at:]
