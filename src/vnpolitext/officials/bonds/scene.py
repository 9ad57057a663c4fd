"""What the layouts look at: names and offices among tokens, and the words between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from vnpolitext.layout import Grid
from vnpolitext.officials.bonds.tallies import Tallies
from vnpolitext.officials.phrases import Element, Name, Office
from vnpolitext.officials.tenure.status import Clauses
from vnpolitext.officials.words.gaps import joins, past_term, past_years
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.tokens import Tokens

_MOST: Final = 100
_BEFORE_COMPRISING: Final = frozenset({"khác", ",", "mới", "còn", "lại"})
_PEOPLE: Final = frozenset({("đồng", "chí"), ("vị",), ("ông",), ("bà",), ("anh",), ("chị",)})
_PERSON: Final = frozenset(words[-1] for words in _PEOPLE)
_HELD: Final = frozenset({"nguyên", "cựu", "cố"})


@dataclass(slots=True)
class Proposal:
    """What a layout says of an office.

    Attributes:
        office: Its number among the elements of the scene.
        holder: Index in the folded text of the first character of a mention of its holder,
            ``None`` if it is nobody's.
        rule: Name of the layout.
        share: Share of the rows or items of the block that are arranged alike, ``None`` for what
            is no block.
        body: First token and the one after the last of a body that stands apart from its office,
            as in a column of its own.
    """

    office: int
    holder: int | None
    rule: str
    share: float | None = None
    body: tuple[int, int] | None = None


@dataclass(slots=True)
class Segment:
    """A line, or the part of one between semicolons.

    Attributes:
        first: Index of its first token.
        last: Index after its last one.
        found: Indices of the elements in it.
    """

    first: int
    last: int
    found: Sequence[int]


@dataclass(frozen=True, slots=True)
class People:
    """The people of a table, one a row, up to its first band.

    Attributes:
        first: Index of the first token of the table.
        names: Their names.
        with_office: How many of the rows name an office too.
    """

    first: int
    names: list[Name]
    with_office: int


@dataclass(slots=True)
class Scene:
    """Names and offices among tokens.

    Attributes:
        tokens: The tokens.
        elements: The names and offices, in text order.
        grids: The tables among the tokens.
        subject: Index of the first character of a mention of the person the text is about, ``None``
            if it is not about one.
        claimed: Offices that a surer layout has given to somebody.
        strangers: Offices of holders whose names were not found.
        numbers: Number of a name among the elements by the index of its first character.
        pieces: The text cut at marks, by the marks.
        people: Those of the tables that have been read.
        clauses: What the sentences say of the offices.
        tallies: Counts over the tokens and elements.
    """

    tokens: Tokens
    elements: list[Element]
    grids: Sequence[Grid] = ()
    subject: int | None = None
    claimed: set[int] = field(default_factory=set)
    strangers: set[int] = field(init=False, default_factory=set)
    numbers: dict[int, int] = field(init=False)
    pieces: dict[frozenset[str], list[Segment]] = field(init=False, default_factory=dict)
    people: list[People] = field(init=False, default_factory=list)
    clauses: Clauses = field(init=False)
    tallies: Tallies = field(init=False)

    def __post_init__(self) -> None:
        """Number the names, and count."""
        self.tallies = Tallies(self.tokens, self.elements)
        self.clauses = Clauses(self.tokens, self.elements)
        starts = self.tokens.starts
        self.numbers = {
            starts[element.first]: number
            for number, element in enumerate(self.elements)
            if isinstance(element, Name)
        }

    @property
    def has_offices(self) -> bool:
        """Whether there are offices that no layout has given to somebody."""
        claimed, elements = self.claimed, self.elements
        return any(isinstance(e, Office) and at not in claimed for at, e in enumerate(elements))

    def given_name(self, mention: int) -> str:
        """Return the last word of the name that begins at a character, nothing if none does."""
        number = self.numbers.get(mention)
        return "" if number is None else self.tokens.words[self.elements[number].last - 1]

    def propose(self, name: Name, office: int, rule: str, share: float | None = None) -> Proposal:
        """Return the proposal that the person ``name`` mentions holds an office."""
        return Proposal(office, self.tokens.starts[name.first], rule, share)

    def gap(self, left: Element, right: Element) -> list[str]:
        """Return the words between two elements, forms of address left out."""
        start = right.lead if isinstance(right, Name) else right.first
        return self.tokens.words[left.last : start]

    def follows(self, left: Element, right: Element) -> bool:
        """Return whether an office stands after a name as its apposition."""
        if not isinstance(left, Name) or not isinstance(right, Office):
            return False
        gap = self.gap(left, right)
        return joins(gap) and not self.opens_item(left, gap)

    def parts(self, first: int, last: int) -> bool:
        """Return whether a sentence or a line ends among the tokens from ``first`` to ``last``."""
        return self.tallies.ends_sentence(first, last) or "\n" in self.tokens.words[first:last]

    def opens_item(self, name: Name, gap: list[str]) -> bool:
        """Return whether what follows a name opens the next item of a list of offices and names.

        *Chủ tịch Quốc hội A; Chủ tịch Quốc hội Lào tại lễ*.
        """
        number = self.numbers[self.tokens.starts[name.first]]
        return gap == [";"] and self.tallies.is_introduced(number)

    def is_plural(self, first: int) -> bool:
        """Return whether an office at ``first`` is that of several people (*các Phó Chủ tịch*)."""
        words, plural = self.tokens.words, grammar().plural
        while first and words[first - 1] in _HELD:
            first -= 1
        if first and (words[first - 1] in plural or _is_several(words[first - 1])):
            return True
        if not first or words[first - 1] not in _PERSON:
            return False
        size = next((n for n in (2, 1) if tuple(words[first - n : first]) in _PEOPLE), 0)
        return bool(size) and first > size and words[first - size - 1] in plural

    def is_counted(self, office: Element) -> bool:
        """Return whether figures before an office tell how many hold it (*02 Phó Chủ tịch*)."""
        return office.first > 0 and _is_several(self.tokens.words[office.first - 1])

    def comprises(self, office: Element) -> bool:
        """Return whether the sentence names those who hold an office (*Ủy viên gồm: ...*)."""
        words = self.tokens.words
        at = past_years(words, past_term(words, office.last))
        after = words[at : at + 5]
        while after and after[0] in _BEFORE_COMPRISING:
            after = after[1:]
        return after[:1] == ["gồm"] or after[:2] == ["bao", "gồm"]

    def announces(self, office: Element) -> bool:
        """Return whether a colon or a verb after an office says that its holders follow."""
        words = self.tokens.words
        return words[office.last : office.last + 1] == [":"] or self.comprises(office)


def _is_several(word: str) -> bool:
    """Return whether a word is a number of people (*8 Phó Chủ tịch*)."""
    return word.isdecimal() and 1 < int(word[:4]) < _MOST
