"""Mentions of people among tokens, in the order of the text, beside the offices."""

from __future__ import annotations

from itertools import compress
from operator import or_
from typing import Final

from vnpolitext.officials.announced import announced_end, find_alias, in_school, initials_end
from vnpolitext.officials.forms import NameForms, chose_path, is_decoy, is_place
from vnpolitext.officials.full_names import MIDDLE_WORDS, is_one_word_name, past_hyphen
from vnpolitext.officials.grammar import grammar
from vnpolitext.officials.lexicon import (
    Address,
    addresses,
    bodies,
    enclosing_bodies,
    openings,
    single_names,
    street_endings,
)
from vnpolitext.officials.names import Element, Name
from vnpolitext.officials.offices import Office, find_office
from vnpolitext.officials.recall import find_author, recall
from vnpolitext.officials.runs import name_limit, past_country, past_particle
from vnpolitext.officials.tokens import Tokens
from vnpolitext.officials.unannounced import find_bare, is_plain_run, past_leading, signs

_LISTED: Final = frozenset({",", "-", ";", "và", "đến", "–"})

_CITY: Final = ["thành", "phố"]
_LISTING: Final = frozenset({"như", "gồm", ":"})
_BEFORE_LIST: Final = 12
_MOST_FORMS: Final = 24  # of address in a row


def scan(
    tokens: Tokens, known: frozenset[tuple[str, ...]] = frozenset(), *, ends: bool = False
) -> list[Element]:
    """Return the offices and the names of people among ``tokens``, in text order.

    Args:
        tokens: The tokens.
        known: Names, as folded words, that are people in this text.
        ends: Whether the text ends with the tokens.
    """
    first_look = _Scan(tokens)
    first_look.run()
    elements = recall(tokens, first_look.elements, first_look.passed, known)
    author = find_author(tokens, elements) if ends else None
    return elements if author is None else [*elements, author]


class _Scan:
    """The first look, from left to right.

    Attributes:
        tokens: The tokens.
        elements: Names and offices found so far.
        passed: Runs of capitals read as nothing, as ``(first, last)``.
        pending: Forms of address before the token that is read.
        lead: Index of the first token of these forms.
        street: Index after the name of the street read last.
        given: Last words of the full names among the first ``learnt`` elements.
        learnt: How many elements have been looked at for them.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.elements: list[Element] = []
        self.passed: list[tuple[int, int]] = []
        self.pending: list[Address] = []
        self.lead = 0
        self.street = 0
        self.given: set[str] = set()
        self.learnt = 0

    def run(self) -> None:
        """Read all tokens."""
        kinds, words, count = self.tokens.kinds, self.tokens.words, len(self.tokens)
        following, lone = openings(), single_names()
        capital = map("U".__eq__, kinds)
        opens = map(following.__contains__, words)
        done = 0
        for at in list(compress(range(count), map(or_, capital, opens))):
            if at < done:
                continue
            word = words[at]
            after = following.get(word)
            begins = after is not None and (
                "" in after or (at + 1 < count and words[at + 1] in after)
            )
            if not begins and kinds[at] == "l":
                continue
            if self.pending and at > done:
                self._pass(done, at)
            if self.pending and kinds[at] == "U" and self._is_called(at):
                done = self._call(at)
            elif begins:
                done = self._word(at)
            elif self.pending or (
                at + 1 < count and (kinds[at + 1] == "U" or words[at + 1] == "-")
            ):
                done = self._name(at)
            elif len(word) > 2 and word not in lone and "'" not in word and not self._touches(at):
                self.passed.append((at, at + 1))
            else:
                done = self._name(at)

    def _is_called(self, at: int) -> bool:
        """Return whether a form of address stands before the given name of somebody named above.

        So a name may be a word of another kind (*ông Nguyên*, *bà Năm*), or the family name a form
        of address (*đồng chí Ông Văn Tùng*).
        """
        tokens = self.tokens
        if tokens.words[at] == "ông":
            stop = tokens.run_end(at)
            return stop - at in {3, 4} and tokens.words[at + 1] in MIDDLE_WORDS
        if self.pending[-1].kind != "address" or tokens.run_end(at) > at + 1:
            return False
        if find_alias(tokens, at, self.lead) is not None:
            return False
        for each in self.elements[self.learnt :]:
            if isinstance(each, Name) and each.last - each.first > 1:
                self.given.add(tokens.words[each.last - 1])
        self.learnt = len(self.elements)
        return tokens.words[at] in self.given

    def _call(self, at: int) -> int:
        """Keep the name at ``at``, which a form of address calls; return where it ends."""
        pending, self.pending = self.pending, []
        stop = self.tokens.run_end(at)
        self.elements.append(Name(at, stop, self.lead, pending, certain=True))
        return stop

    def _touches(self, at: int) -> bool:
        """Return whether an office stands directly before token ``at``."""
        if not self.elements:
            return False
        before = self.elements[-1]
        return before.last == at and isinstance(before, Office)

    def _pass(self, first: int, last: int) -> None:
        """Forget the forms of address, unless only marks of theirs stand before the next word."""
        words = self.tokens.words
        for at in range(first, last):
            word, form = words[at], self.pending[-1]
            if word == ":" and form.kind == "plural":
                continue
            if word == "." and form.kind in {"academic", "honour"}:
                continue
            if word == "," and form.is_secular_rank and addresses().match(words, last):
                continue
            self.pending = []
            return

    def _word(self, at: int) -> int:
        """Read what begins at the word ``at``; return where to go on."""
        tokens = self.tokens
        words, kind = tokens.words, tokens.kinds[at]
        address = addresses().match(words, at)
        office = find_office(tokens, at)
        if office is not None and (address is None or office.size >= address[0]):
            return self._office(at, office)
        enclosing = enclosing_bodies().match(words, at)
        if enclosing is not None:
            self.pending = []
            return at + enclosing[0]
        called = any(each.kind == "address" for each in self.pending) or not is_place(tokens, at)
        if address is not None and called and not self._is_inside(at):
            return self._address(at, *address)
        if kind == "l":
            self.pending = []
            return at + 1
        return self._name(at)

    def _office(self, at: int, office: Office) -> int:
        """Keep an office, unless it is a part of another phrase; return where to go on."""
        tokens = self.tokens
        if office.head.text.startswith("vụ ") and at and tokens.words[at - 1] == "chức":
            return at + 1
        self.pending = []
        if _is_monument(tokens, at, office):
            return tokens.run_end(office.last)
        self.elements.append(office)
        return office.last

    def _is_inside(self, at: int) -> bool:
        """Return whether a form of address with a capital stands inside a sentence (*nước Anh*)."""
        tokens = self.tokens
        if (
            tokens.words[at] not in grammar().homonyms
            or tokens.kinds[at] != "U"
            or tokens.capitals[at]
        ):
            return False
        return at > 0 and tokens.kinds[at - 1] in "Uld"

    def _address(self, at: int, size: int, address: Address) -> int:
        """Keep a form of address for the name that may follow; return where to go on."""
        if not self.pending:
            self.lead = at
        if size == 1 and self.tokens.kinds[at] == "U" and is_decoy(self.tokens, at, at):
            self.pending = []
            return self.tokens.run_end(at)
        if len(self.pending) == _MOST_FORMS:
            self.pending, self.lead = [], at
        self.pending.append(address)
        return at + size

    def _name(self, at: int) -> int:
        """Read the name that begins at the run of capitals at ``at``, if any."""
        tokens = self.tokens
        touches = self._touches(at)
        pending, self.pending = self.pending, []
        lead = self.lead if pending else at
        announced = bool(pending) or touches
        alone = at + 1 == len(tokens.words) or tokens.kinds[at + 1] != "U"
        if alone and not announced and self._is_lone(at):
            self.passed.append((at, at + 1))
            return at + 1
        stop = name_limit(tokens, at)
        alias = find_alias(tokens, at, lead)
        brief = alias is not None or (stop - at == 1 and tokens.kinds[lead] == "U")
        if (brief or not announced) and self._is_listed_street(lead):
            self.street = stop
            return stop
        if alias is not None:
            self.elements.append(Name(alias[0], alias[1], alias[0], certain=True))
            return alias[1]
        return self._run(at, stop, lead, pending, touches=touches)

    def _run(self, at: int, stop: int, lead: int, pending: list[Address], *, touches: bool) -> int:
        """Read a name with initials, one that is announced or one that nothing announces."""
        tokens = self.tokens
        announced = bool(pending) or touches
        short = len(tokens.words[at]) <= 2
        initial = initials_end(tokens, at, lead, announced=announced) if short else 0
        if initial:
            self.elements.append(Name(at, initial, lead, pending, certain=True))
            return initial
        if announced:
            at = past_country(tokens, at, stop)
            last = announced_end(NameForms(tokens, at, stop), pending, lead, touches=touches)
            if last:
                return self._announce(at, last, lead, pending)
            personal = any(address.kind != "role" for address in pending)
            if personal or in_school(tokens, pending, lead):
                return stop
        return self._bare(at, stop)

    def _announce(self, at: int, last: int, lead: int, pending: list[Address]) -> int:
        """Keep a name that an office or a form of address announces; return where it ends."""
        name = Name(at, past_particle(self.tokens, last), lead, pending, certain=True)
        short = last - at == 1 and not is_one_word_name(self.tokens, at)
        name.tentative = short and not any(address.kind == "address" for address in pending)
        self.elements.append(name)
        return name.last

    def _is_lone(self, at: int) -> bool:
        """Return whether the single capitalised word at ``at`` is not the start of a name."""
        tokens = self.tokens
        word = tokens.words[at]
        if past_hyphen(tokens, at + 1) > at + 1:
            return False
        if is_one_word_name(tokens, at):
            return False
        return len(word) > 2 and word not in single_names()

    def _bare(self, at: int, stop: int) -> int:
        """Read a name that nothing announces; return where to go on."""
        tokens = self.tokens
        before = self.elements[-1] if self.elements else None
        signed = isinstance(before, Office) and signs(tokens, before, at, stop)
        if not signed and is_plain_run(tokens, at, stop):
            self.passed.append((at, stop))
            return stop
        body = bodies().match(tokens.words, at)
        if body is not None and body[0] >= 3:
            return at + body[0]
        at = past_leading(tokens, at, stop)
        if at == stop:
            return stop
        if self._is_street(at):
            self.street = stop
            return stop
        name = find_bare(tokens, at, stop, before)
        if name is None and signed:
            name = Name(at, stop, at, certain=True)
        if name is None:
            self.passed.append((at, stop))
            return stop
        self.elements.append(name)
        return name.last

    def _is_street(self, at: int) -> bool:
        """Return whether capitals name a street, by the word before."""
        words, streets = self.tokens.words, grammar().streets
        if not at or words[at - 1] not in street_endings():
            return False
        if words[at - 2 : at] == _CITY or chose_path(self.tokens, at):
            return False
        return any(at >= size and " ".join(words[at - size : at]) in streets for size in (1, 2, 3))

    def _is_listed_street(self, at: int) -> bool:
        """Return whether capitals stand in a list of streets (*các phố như ...*)."""
        if not at:
            return False
        words, before = self.tokens.words, self.tokens.words[at - 1]
        if at - self.street == 1 and self.street and before in _LISTED:
            return True
        if before not in _LISTING:
            return False
        window = " ".join(words[max(0, at - _BEFORE_LIST) : at])
        sentence = " " + window[max(map(window.rfind, ".;\n")) + 1 :]
        return any(f" {street} " in sentence for street in grammar().streets if " " in street)


def _is_monument(tokens: Tokens, at: int, office: Office) -> bool:
    """Return whether an office and the name after it are in the name of a monument or museum."""
    if office.last >= len(tokens) or tokens.kinds[office.last] != "U":
        return False
    monuments = grammar().monuments
    return any(
        at >= size
        and tokens.kinds[at - size] == "U"
        and " ".join(tokens.words[at - size : at]) in monuments
        for size in (1, 2, 3)
    )
