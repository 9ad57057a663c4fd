"""Mentions of people among tokens, in the order of the text, beside the offices."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from vnpolitext.officials.forms import (
    NameForms,
    is_bare_name,
    is_decoy,
    is_doubtful,
    is_foreign_name,
    is_place,
    is_unit_or_country,
)
from vnpolitext.officials.gazetteer import place_levels
from vnpolitext.officials.lexicon import (
    Address,
    addresses,
    alias_openings,
    aliases,
    beginnings,
    bodies,
    decoys,
    enclosing_bodies,
    grammar,
    heads,
    leading_words,
    markers,
    notable_names,
    opening_words,
    role_endings,
)
from vnpolitext.officials.offices import (
    Office,
    find_office,
    is_name,
    is_one_word_name,
    is_strong_name,
)
from vnpolitext.officials.syllables import is_vietnamese
from vnpolitext.officials.tokens import Tokens

_PERSONAL: Final = frozenset(
    {"address", "plural", "deputy", "military", "academic", "honour", "religious"}
)
_LONGEST: Final = 5
_LINE_ENDS: Final = frozenset({".", "!", "?", "”", '"', ")", "…"})


@dataclass(slots=True)
class Name:
    """A mention of a person in a list of tokens.

    Attributes:
        first: Index of the first token of the name.
        last: Index after its last token.
        lead: Index of the first token of the forms of address before it.
        addresses: Those forms of address, in text order.
        certain: Whether the context, not only the form, says that this is a person.
        tentative: Whether the mention only counts when the text has a full name for it.
        other: ``"near"`` for another name of the person named just before, ``"subject"`` for one
            of the person the text is about.
    """

    first: int
    last: int
    lead: int
    addresses: list[Address] = field(default_factory=list)
    certain: bool = False
    tentative: bool = False
    other: str = ""


Element = Name | Office


def scan(
    tokens: Tokens, known: frozenset[tuple[str, ...]] = frozenset(), *, ends: bool = False
) -> list[Element]:
    """Return the offices and the names of people among ``tokens``, in text order.

    Args:
        tokens: The tokens.
        known: Names, as folded words, that are people in this text.
        ends: Whether the text ends with the tokens.
    """
    elements = _Scan(tokens, known)
    elements.run()
    if ends:
        elements.sign()
    return elements.elements


class _Scan:
    def __init__(self, tokens: Tokens, known: frozenset[tuple[str, ...]]) -> None:
        self.tokens = tokens
        self.known = known
        self.passed: list[tuple[int, int]] = []
        self.elements: list[Element] = []
        self.pending: list[Address] = []
        self.lead = 0

    def run(self) -> None:
        """Read all tokens."""
        kinds, words, count = self.tokens.kinds, self.tokens.words, len(self.tokens)
        openers, pairs = opening_words(), beginnings()
        done = 0
        for at in [
            i for i, k in enumerate(kinds) if k == "U" or (k == "l" and words[i] in openers)
        ]:
            if at < done:
                continue
            word = words[at]
            begins = word in openers and (
                (word,) in pairs or (word, words[at + 1] if at + 1 < count else "") in pairs
            )
            if not begins and kinds[at] == "l":
                continue
            if self.pending and at > done:
                self._pass(done, at)
            done = self._word(at) if begins else self._name(at)
        self._recall()

    def sign(self) -> None:
        """Add the author's name that is the last line of the text."""
        tokens = self.tokens
        stop = len(tokens)
        while stop and tokens.kinds[stop - 1] == "n":
            stop -= 1
        first = stop
        while first and tokens.kinds[first - 1] == "U" and stop - first < 5:
            first -= 1
        if not 2 <= stop - first <= 4 or first < 12 or tokens.words[first - 1] != "\n":
            return
        before = first - 1
        while before and tokens.kinds[before - 1] == "n":
            before -= 1
        ended = tokens.words[before - 1] in _LINE_ENDS or tokens.kinds[before - 1] == "d"
        known = self.elements and self.elements[-1].last > first
        form = NameForms(tokens, first, stop)
        if not ended or known or form.mixes_capitals or tokens.words[first] in leading_words():
            return
        words = tokens.words
        if words[first] in decoys()["left"] or bodies().match(words, first):
            return
        if "province" not in place_levels().get(tuple(words[first:stop]), ()):
            self.elements.append(Name(first, stop, first, [], certain=True))

    def _recall(self) -> None:
        """Add runs of capitals that are the name, or the last name, of someone found elsewhere."""
        words = self.tokens.words
        known = set(self.known)
        surnames = set()
        for element in self.elements:
            if isinstance(element, Name) and element.last - element.first >= 2:
                if not element.tentative:
                    known.add(tuple(words[element.first : element.last]))
                last = words[element.last - 1]
                if len(last) > 2 and not is_vietnamese(last):
                    surnames.add(last)
        for first, last in self.passed:
            run = tuple(words[first:last])
            short = last - first == 1
            if (words[first] in surnames if short else run in known) and not is_decoy(
                self.tokens, first, last
            ):
                self.elements.append(Name(first, last, first, [], tentative=short))
        self.elements.sort(key=lambda element: element.first)

    def _pass(self, first: int, last: int) -> None:
        """Forget the forms of address, unless only marks of theirs stand before the next word."""
        words = self.tokens.words
        for at in range(first, last):
            word, kind = words[at], self.pending[-1].kind
            if word == ":" and kind == "plural":
                continue
            if word == "." and kind in {"academic", "honour"}:
                continue
            ranked = kind in {"academic", "honour", "military"}
            if word == "," and ranked and addresses().match(words, last):
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
            if office.head.text.startswith("vụ ") and at and words[at - 1] == "chức":
                return at + 1
            self.elements.append(office)
            self.pending = []
            return office.last
        enclosing = enclosing_bodies().match(words, at)
        if enclosing is not None:
            self.pending = []
            return at + enclosing[0]
        if address is not None and not is_place(tokens, at) and not self._is_inside(at):
            return self._address(at, *address)
        if kind == "l":
            self.pending = []
            return at + 1
        return self._name(at)

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
        if not self.pending:
            self.lead = at
        if size == 1 and self.tokens.kinds[at] == "U" and is_decoy(self.tokens, at, at):
            self.pending = []
            return self.tokens.run_end(at)
        self.pending.append(address)
        return at + size

    def _name(self, at: int) -> int:
        """Read the name that begins at the run of capitals at ``at``, if any."""
        tokens = self.tokens
        before = self.elements[-1] if self.elements else None
        touches = isinstance(before, Office) and before.last == at
        pending, self.pending = self.pending, []
        lead = self.lead if pending else at
        if not pending and not touches and self._is_lone(at):
            self.passed.append((at, at + 1))
            return at + 1
        stop = self._run(at)
        alias = self._alias(at, lead)
        if alias is not None:
            self.elements.append(Name(alias[0], alias[1], alias[0], [], certain=True))
            return alias[1]
        initial = self._initials(at, lead, pending or touches)
        if initial:
            self.elements.append(Name(at, initial, lead, pending, certain=True))
            return initial
        if pending or touches:
            at = self._past_country(at, stop)
        form = NameForms(tokens, at, stop)
        if pending or touches:
            last = self._announced(form, pending, touches)
            if last:
                name = Name(at, last, lead, pending, certain=True)
                short = last - at == 1 and not is_one_word_name(tokens, at)
                name.tentative = short and not any(a.kind == "address" for a in pending)
                name.last = self._past_particle(name)
                self.elements.append(name)
                return name.last
            if pending:
                return stop
        return self._bare(at, stop)

    def _is_lone(self, at: int) -> bool:
        """Return whether a single capitalised word stands at ``at``, not the start of a name."""
        tokens = self.tokens
        word = tokens.words[at]
        if at + 1 < len(tokens) and tokens.kinds[at + 1] == "U":
            return False
        if is_one_word_name(tokens, at):
            return False
        return len(word) > 2 and word not in alias_openings() and (word,) not in notable_names()

    def _past_country(self, at: int, stop: int) -> int:
        """Return where a name begins after a country (*Tổng thống Mỹ Donald Trump*)."""
        found = bodies().match(self.tokens.words, at)
        if found and found[1].role == "country" and at + found[0] < stop:
            return at + found[0]
        return at

    def _past_particle(self, name: Name) -> int:
        """Return the end of a foreign name with a particle or initials inside.

        *Luis Alfonso de Alba*, *George H. W. Bush*.
        """
        tokens, last = self.tokens, name.last
        while (
            last + 1 < len(tokens)
            and len(tokens.words[last - 1]) == 1
            and tokens.words[last] == "."
            and tokens.kinds[last + 1] == "U"
        ):
            last = last + 2 if len(tokens.words[last + 1]) == 1 else tokens.run_end(last + 1, 2)
        if last + 1 >= len(tokens) or tokens.words[last] not in grammar().particles:
            return last
        foreign = not is_vietnamese(tokens.words[last - 1]) and tokens.kinds[last + 1] == "U"
        return tokens.run_end(last + 1, 2) if foreign else last

    def _is_addressed(self, pending: list[Address]) -> bool:
        return any(address.kind in _PERSONAL for address in pending)

    def _run(self, at: int) -> int:
        """Return the end of the capitals at ``at``, before an office begins among them."""
        stop = self.tokens.run_end(at)
        while stop - at > 3 and self.tokens.words[stop - 1] in grammar().trailing:
            stop -= 1
        if stop - at > 4:
            stop = self._first_of_list(at, stop)
        words, openers = self.tokens.words, opening_words()
        for index in range(at + 1, stop):
            if words[index] in openers and self._breaks(at, index):
                return index
        last = stop - 1
        if last > at and stop < len(self.tokens) and self.tokens.kinds[stop] == "l":
            crossing = bodies().match(self.tokens.words, last)
            if crossing is not None and crossing[0] >= 2:
                return last
        return stop

    def _breaks(self, at: int, index: int) -> bool:
        """Return whether something else begins at ``index`` in the run that begins at ``at``."""
        words = self.tokens.words
        if " ".join(words[index : index + 2]) in aliases():
            return True
        found = heads().match(words, index)
        if found is not None and (found[0] >= 2 or index > at + 1):
            return True
        form = addresses().match(words, index)
        return form is not None and form[0] >= 2 and self.tokens.capitals[index]

    def _first_of_list(self, at: int, stop: int) -> int:
        """Return the end of the first of several names that lost the marks between them."""
        for size in (3, 2, 4):
            cut = at + size
            if stop - cut < 2 or self.tokens.words[cut] not in grammar().core_surnames:
                continue
            if (
                is_strong_name(self.tokens, at, cut)
                and self.tokens.words[cut - 1] not in grammar().core_surnames
            ):
                return cut
        return stop

    def _alias(self, at: int, lead: int) -> tuple[int, int] | None:
        """Return the alias of a person of history at ``lead`` or ``at``."""
        if self.tokens.words[lead] not in alias_openings() and lead == at:
            return None
        words, kinds = self.tokens.words, self.tokens.kinds
        for first in (lead, at):
            for last in (first + 3, first + 2):
                if last > len(words) or kinds[first] != "U":
                    continue
                usual = words[first] == "nguyễn" and kinds[first + 1] == "U"
                if " ".join(words[first:last]) in aliases() and not usual:
                    beyond = last < len(words) and kinds[last] == "U"
                    if not beyond and not is_decoy(self.tokens, first, last):
                        return first, last
        return None

    def _initials(self, at: int, lead: int, announced: object) -> int:
        """Return the end of a name that begins with initials (*V.I. Lênin*), or 0."""
        words, kinds = self.tokens.words, self.tokens.kinds
        index, count = at, 0
        while (
            index + 2 < len(words)
            and kinds[index] == "U"
            and len(words[index]) <= 2
            and words[index + 1] in {".", "-"}
            and kinds[index + 2] == "U"
            and count < 3
        ):
            index += 2
            count += 1
        if not count:
            return 0
        if count == 1 and (
            words[at] in grammar().unit_letters or lead == 0 or words[lead - 1] == "\n"
        ):
            return 0
        stop = self.tokens.run_end(index)
        foreign = (words[index],) in notable_names() or not is_vietnamese(words[index])
        fits = 0 < stop - index <= 2 and len(words[index]) > 2
        return (
            stop if fits and foreign and (announced or count > 1 or words[index - 1] == ".") else 0
        )

    def _announced(self, form: NameForms, pending: list[Address], touches: bool) -> int:
        """Return the end of the name that an office or a form of address announces, or 0."""
        tokens, at, stop = self.tokens, form.first, form.last
        size = stop - at
        if form.mixes_capitals:
            return 0
        if form.is_high_place and size == 2 and not any(a.kind == "address" for a in pending):
            return 0
        if is_name(tokens, at, stop):
            return 0 if pending and self._in_school() else stop
        if not touches and not self._is_addressed(pending):
            if size == 1 and len(tokens.words[at]) > 1 and not bodies().match(tokens.words, at):
                return stop
            return stop if is_foreign_name(tokens, at, stop) else 0
        body = bodies().match(tokens.words, at)
        if form.is_place and size > 1:
            return 0
        if body is not None and (body[0] >= 2 or touches or size > 1):
            return 0
        if size == 1:
            if is_one_word_name(tokens, at):
                return stop
            if tokens.capitals[at] and tokens.ends[at] - tokens.starts[at] > 1:
                return 0
            if touches:
                return stop if not is_vietnamese(tokens.words[at]) else 0
            word = tokens.words[at]
            return stop if len(word) > 1 and word not in leading_words() else 0
        if touches and not pending and form.crosses:
            return 0
        return stop if size <= _LONGEST else 0

    def _in_school(self) -> bool:
        """Return whether the forms of address belong to the name of a school (*Trường cán bộ*)."""
        words, kinds = self.tokens.words, self.tokens.kinds
        for at in range(self.lead - 1, max(self.lead - 5, -1), -1):
            if kinds[at] not in "Ul":
                return False
            if words[at] in grammar().schools and kinds[at] == "U":
                return True
        return False

    def _bare(self, at: int, stop: int) -> int:
        """Read a name that nothing announces; return where to go on."""
        tokens, words = self.tokens, self.tokens.words
        if stop - at == 1 and is_one_word_name(tokens, at) and not is_decoy(tokens, at, stop):
            self.elements.append(Name(at, stop, at, []))
            return stop
        if stop - at == 1 and (words[at],) not in notable_names():
            self.passed.append((at, stop))
            return stop
        body = bodies().match(words, at)
        if body is not None and body[0] >= 3:
            return at + body[0]
        first = at
        opens = at == 0 or self.tokens.kinds[at - 1] not in "Uld"
        while (
            opens
            and first < stop
            and words[first] in leading_words()
            and not is_name(tokens, first, stop)
        ):
            first += 1
        if first == stop:
            return stop
        role = "" if is_unit_or_country(tokens, first, stop) else self._role(first)
        if role == "credit" and 2 <= stop - first <= 4 and words[first] not in grammar().no_credit:
            self.elements.append(Name(first, stop, first, [], certain=True))
        elif role == "alias" and 2 <= stop - first <= 4 and self.elements:
            before = self.elements[-1]
            near = isinstance(before, Name) and first - before.last <= 8
            self.elements.append(
                Name(first, stop, first, [], certain=True, other="near" if near else "subject")
            )
        else:
            last = is_bare_name(tokens, first, stop)
            if last and is_decoy(tokens, first, last):
                return stop
            if last:
                name = Name(first, last, first, [])
                name.tentative = is_doubtful(tokens, first, last)
                name.last = self._past_particle(name)
                self.elements.append(name)
                return name.last
            self.passed.append((first, stop))
        return stop

    def _role(self, first: int) -> str:
        """Return the role of the words around a run: a credit line or another name."""
        words = self.tokens.words
        stop = self.tokens.run_end(first)
        if words[stop : stop + 3] == ["(", "thực", "hiện"] or words[stop : stop + 2] == [
            "(",
            "ghi",
        ]:
            return "credit"
        at = first
        colon = at > 0 and words[at - 1] == ":"
        if at > 0 and words[at - 1] in {":", '"', "“", "|"}:
            at -= 1
        if at == 0 or words[at - 1] not in role_endings():
            return ""
        for size in (6, 5, 4, 3, 2, 1):
            if at - size < 0:
                continue
            found = markers().match(words, at - size)
            if found is not None and found[0] == size:
                if found[1] == "credit":
                    return "credit" if colon else ""
                return found[1] if found[1] == "alias" else ""
        return ""
