"""Mentions of people among tokens, in the order of the text, beside the offices."""

from __future__ import annotations

from typing import Final

from vnpolitext.officials.phrases.again import recall
from vnpolitext.officials.phrases.aliases import find_alias, historic_alias
from vnpolitext.officials.phrases.announced import is_personal
from vnpolitext.officials.phrases.born import lived
from vnpolitext.officials.phrases.boxed import is_boxed
from vnpolitext.officials.phrases.credits import find_authors, is_credit, is_noted
from vnpolitext.officials.phrases.decoys import (
    is_decoy,
    is_monument,
    is_place_at,
)
from vnpolitext.officials.phrases.edges import goes_on, name_limit, name_start, past_leading
from vnpolitext.officials.phrases.elements import Element, Name, Office
from vnpolitext.officials.phrases.forms import announced_name, bare_name, is_plain
from vnpolitext.officials.phrases.full_names import is_one_word_name, past_hyphen
from vnpolitext.officials.phrases.offices import find_office
from vnpolitext.officials.phrases.run import Run
from vnpolitext.officials.phrases.streets import is_listed_street, is_street
from vnpolitext.officials.phrases.works import is_in_title
from vnpolitext.officials.words.gaps import is_term
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import (
    enclosing_bodies,
    name_like_words,
    openings,
    single_names,
)
from vnpolitext.officials.words.tokens import Tokens
from vnpolitext.vocabulary import Address, addresses, bodies
from vnpolitext.vocabulary.surnames import surnames

_ABBREVIATED: Final = 3  # tokens
_SHORT: Final = 2  # words
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
    authors = find_authors(tokens, elements) if ends else []
    return sorted((*elements, *authors), key=lambda element: element.first) if authors else elements


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
        done = 0
        open_or_capital = [
            at
            for at, (word, kind) in enumerate(zip(words, kinds, strict=True))
            if kind == "U" or word in following
        ]
        for at in open_or_capital:
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
                at + 1 < count
                and (kinds[at + 1] == "U" or words[at + 1] == "-" or goes_on(self.tokens, at + 1))
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
            return stop - at in {3, 4} and tokens.words[at + 1] in grammar().middle_names
        if self.pending[-1].kind != "address" or tokens.run_end(at) > at + 1:
            return False
        if find_alias(tokens, at, self.lead) is not None:
            return False
        return self._is_given(tokens.words[at])

    def _is_given(self, word: str) -> bool:
        """Return whether a word is the given name of somebody named before."""
        for each in self.elements[self.learnt :]:
            if isinstance(each, Name) and each.last - each.first > 1:
                self.given.add(self.tokens.words[each.last - 1])
        self.learnt = len(self.elements)
        return word in self.given

    def _call(self, at: int) -> int:
        """Keep the name at ``at``, which a form of address calls; return where it ends."""
        pending, self.pending = self.pending, []
        stop = self.tokens.run_end(at)
        self.elements.append(Name(at, stop, self.lead, pending, certain=True))
        return stop

    def _touches(self, at: int) -> bool:
        """Return whether an office, with its abbreviation at most, stands before token ``at``."""
        before = self.elements[-1] if self.elements else None
        if not isinstance(before, Office):
            return False
        return before.last == at or (
            before.last == at - _ABBREVIATED and self._is_abbreviation(before.last)
        )

    def _is_abbreviation(self, at: int) -> bool:
        """Return whether letters in brackets stand at ``at`` (*(EC)*)."""
        words, capitals = self.tokens.words, self.tokens.capitals
        return words[at] == "(" and words[at + 2] == ")" and capitals[at + 1]

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
        if address is not None and address[1].kind == "plural" and office is None:
            # *các đại biểu Quốc hội*: the office behind the word for many is longer.
            office = find_office(tokens, at + 1)
        if office is not None and (address is None or office.size >= address[0]):
            return self._office(office)
        enclosing = enclosing_bodies().match(words, at)
        if enclosing is not None:
            self.pending = []
            return at + enclosing[0]
        if address is not None and address[0] == 1 and self._is_word(at):
            self.pending = []
            return tokens.run_end(at)
        called = any(each.kind == "address" for each in self.pending) or not is_place_at(tokens, at)
        if address is not None and called and (address[0] > 1 or not self._is_inside(at)):
            return self._address(at, *address)
        if kind == "l":
            self.pending = []
            return at + 1
        return self._name(at)

    def _is_word(self, at: int) -> bool:
        """Return whether a form of address opens the name of no human (*Bà Chúa Xứ*)."""
        tokens = self.tokens
        if tokens.kinds[at] != "U" or tokens.kinds[at + 1 : at + 2] != ["U"]:
            return False
        pair = (tokens.words[at], tokens.words[at + 1])
        if pair not in name_like_words() or pair[1] in surnames().strong:
            return False
        return not self._is_given(pair[1])

    def _is_signed(self, at: int) -> bool:
        """Return whether a form of address is a given name in a credit (*Ảnh: Anh Duy*)."""
        tokens = self.tokens
        if tokens.words[at] not in grammar().given_names or tokens.kinds[at] != "U":
            return False
        return tokens.run_end(at) == at + _SHORT and is_credit(tokens, at)

    def _office(self, office: Office) -> int:
        """Keep an office, unless it is a part of another phrase; return where to go on."""
        self.pending = []
        if is_monument(self.tokens, office.first, office):
            form = addresses().match(self.tokens.words, office.last)
            return self.tokens.run_end(office.last + (form[0] if form is not None else 0))
        before = (
            enclosing_bodies().match(self.tokens.words, office.first - 1) if office.first else None
        )
        if before is not None and before[0] >= 1 + office.size:
            return office.first + office.size
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
        if self._is_signed(at):
            return self._keep(Name(at, at + _SHORT, at))
        if not self.pending:
            self.lead = at
        capital = size == 1 and self.tokens.kinds[at] == "U"
        if capital and (is_decoy(self.tokens, at, at) or is_street(self.tokens, at)):
            self.pending = []
            return self.tokens.run_end(at)
        if len(self.pending) == _MOST_FORMS:
            self.pending, self.lead = [], at
        self.pending.append(address)
        return at + size

    def _name(self, at: int) -> int:
        """Read the name that begins at the run of capitals at ``at``, if any."""
        tokens = self.tokens
        pending, self.pending = self.pending, []
        if is_term(tokens.words, at):
            return at + 1
        touches = self._touches(at)
        announced = touches or bool(pending)
        if not announced and tokens.kinds[at + 1 : at + 2] != ["U"] and self._is_lone(at):
            self.passed.append((at, at + 1))
            return at + 1
        before = self.elements[-1] if self.elements else None
        lead, stop = self.lead if pending else at, name_limit(tokens, at)
        if is_in_title(tokens, lead):
            return stop
        run = Run(tokens, at, stop, lead, pending, before, touches)
        alias = historic_alias(run)
        brief = alias is not None or (stop == at + 1 and tokens.kinds[lead] == "U")
        if (brief or not announced) and is_listed_street(tokens, lead, self.street):
            self.street = stop
            return stop
        return self._keep(alias) if alias is not None else self._announced(run)

    def _keep(self, name: Name) -> int:
        """Keep a name; return where it ends."""
        self.elements.append(name)
        return name.last

    def _announced(self, run: Run) -> int:
        """Read a name that something announces, else one that nothing does."""
        run.first = name_start(run)
        name = announced_name(run)
        if name is not None:
            return self._keep(name)
        return run.last if run.addresses and is_personal(run) else self._bare(run)

    def _is_lone(self, at: int) -> bool:
        """Return whether the single capitalised word at ``at`` is not the start of a name."""
        tokens = self.tokens
        word, after = tokens.words[at], tokens.words[at + 1 : at + 2]
        if word in single_names() or is_one_word_name(tokens, at):
            return False
        if goes_on(tokens, at + 1):
            return False
        if len(word) > 2:
            return after != ["-"] or past_hyphen(tokens, at + 1) == at + 1
        initial = after in (["."], ["-"])
        return not initial and not is_listed_street(tokens, at, self.street)

    def _bare(self, run: Run) -> int:
        """Read a name that nothing announces; return where to go on."""
        tokens, at, stop = self.tokens, run.first, run.last
        if is_plain(run):
            self.passed.append((at, stop))
            return stop
        body = bodies().match(tokens.words, at)
        if body is not None and body[0] >= 3:
            return at + body[0]
        first = past_leading(tokens, at, stop)
        opens = tokens.words[at - 1] == "(" or is_credit(tokens, at) or lived(run) is not None
        opens = opens or is_boxed(tokens, at)
        opens = opens or (is_noted(tokens.words, at) and tokens.words[at] in grammar().pen_openings)
        if first != at and not opens:
            run.first = first
            if first == stop:
                return stop
        if is_street(tokens, run.first):
            self.street = stop
            return stop
        name = bare_name(run)
        if name is None:
            self.passed.append((run.first, stop))
            return stop
        return self._keep(name)
