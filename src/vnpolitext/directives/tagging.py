"""Which words of an item say what is to be done: told by signs, whose weights are learnt.

The words of action of an item are taken in their order; each begins what is to be done, goes on
with it, or is no part of any, as the verb of a purpose, of an object or of a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Final, NamedTuple

from vnpolitext.directives.actors import Stretch
from vnpolitext.directives.clauses import Clauses
from vnpolitext.directives.lexicon import MODEL, task_rules
from vnpolitext.directives.times import behind_time
from vnpolitext.directives.verbs import action_at
from vnpolitext.models import ModelError, model_file, per_choice, read_table
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

BEGINS: Final = "begins"
GOES_ON: Final = "goes on"
OUTSIDE: Final = "-"
Weights = dict[str, tuple[float, float]]
_WORD: Final = lazy_pattern(r"[^\W_]+")
_PIECE: Final = lazy_pattern(r"[^\W_]+|[,(/]")
_CLAUSE: Final = lazy_pattern(r"[.;:!?…](?=[\s\"”)]|\Z)|\n")
_EDGE: Final = " \n.,:;)/\"“”'(*_-–+•"
_FRONTED: Final = lazy_pattern(
    r"(?:căn cứ|trên cơ sở|theo|trong|đối với|khi|sau khi|trước khi|nếu|trường hợp|ngoài|hằng|hàng"
    r"|định kỳ|trước|đến|từ|để|nhằm|vào|với|tùy|chậm nhất|ngay sau|sau|kể từ|riêng|tại|việc|các"
    r"|những|mọi|không|người|cùng với|bên cạnh)(?!\w)"
)
_STEPS: Final = (0, 1, 2, 4, 7, 12, 20)
_STEP_OF: Final = tuple(
    str(next(step for step in _STEPS if count <= step)) for count in range(_STEPS[-1] + 1)
)
_MARKS: Final = frozenset(",(/")
_MOST: Final = 3
_FAR: Final = 150
_FARTHEST: Final = 1000
_SHORTEST: Final = 2


class Word(NamedTuple):
    """A word of action or of obligation: where it stands, folded, and what kind it is."""

    start: int
    end: int
    kind: str


def ordered_verbs(
    view: View, body: Stretch, clauses: Clauses, *, is_handed_on: bool = False
) -> list[Stretch]:
    """Return the verb phrases that say what an item orders.

    Args:
        view: The document.
        body: Where the item's own words are, folded.
        clauses: What was found at the beginnings of its clauses.
        is_handed_on: Whether verbs that hand the order on (*giao Sở Y tế chủ trì*) are no actions,
            as nobody above the item is to hand it on.
    """
    words, plain = plain_signs(view, body, clauses, is_handed_on=is_handed_on)
    return phrases(view.lower, words, plain, _weights())


def phrases(
    lower: str, words: Sequence[Word], plain: Sequence[Sequence[str]], weights: Weights
) -> list[Stretch]:
    """Return the verb phrases that the words of an item make, told one after the other.

    Args:
        lower: The folded text in lower case.
        words: Its words of action.
        plain: The signs of each, as `plain_signs` returns them.
        weights: What each sign weighs for a word beginning a phrase, and for its going on with one.
    """
    bias = weights["bias"]
    told: list[str] = []
    found: list[Stretch] = []
    for index, (word, signs) in enumerate(zip(words, plain, strict=True)):
        begins, goes_on = bias
        before = signs_before(lower, words, told, index, signs)
        for weight in map(weights.get, chain(signs, before)):
            if weight is not None:
                begins += weight[0]
                goes_on += weight[1]
        if goes_on > max(begins, 0.0) and found:
            told.append(GOES_ON)
            found[-1] = (found[-1][0], word.end)
        elif begins > 0:
            told.append(BEGINS)
            found.append((word.start, word.end))
        else:
            told.append(OUTSIDE)
    return found


def plain_signs(
    view: View, body: Stretch, clauses: Clauses, *, is_handed_on: bool = False
) -> tuple[list[Word], list[list[str]]]:
    """Return the words of action of an item, and the signs of each that no other decides on."""
    text, lower = view.text, view.lower
    start, end = body
    while start < end and text[start] in _EDGE:
        start += 1
    start = behind_time(lower, start, end)
    names = [*clauses.actors, *clauses.partners, *clauses.rights]
    names += clauses.assigned if is_handed_on else []
    words = [
        word
        for word in _with_found(list(_words(text, lower, start, end)), clauses)
        if not any(first <= word.start < last for first, last in names)
    ]
    begins = [start]
    for mark in _CLAUSE.finditer(lower, start, end):
        at = mark.end()
        while at < end and lower[at] in _EDGE:
            at += 1
        begins.append(behind_time(lower, at, end))
    found: list[list[str]] = []
    clause, here = 0, _Clause.of(lower, start, end)
    for index, word in enumerate(words):
        while clause + 1 < len(begins) and begins[clause + 1] <= word.start:
            clause += 1
        if here.begin != begins[clause]:
            here = _Clause.of(lower, begins[clause], end)
        signs = here.signs(words, index, is_capital=text[word.start].isupper())
        found.append([f"ci:{min(_MOST, clause)}", *signs, *_named(text, word, clauses)])
    return words, found


def signs_before(
    lower: str, words: Sequence[Word], told: Sequence[str], index: int, signs: Sequence[str]
) -> list[str]:
    """Return the signs that the words before give, now that it is told what they are.

    Args:
        lower: The folded text in lower case.
        words: The words of action of the item.
        told: What those before ``index`` are.
        index: The word that is asked about.
        signs: Its plain signs, of which the first ones say where it stands in its clause.
    """
    word = words[index]
    in_clause = "gap:^" not in signs
    before = told[index - 1] if index and in_clause else "^"
    near = [sign for sign in signs if sign.startswith(("gap:", "k:", "cap:"))]
    found = [f"pl:{before}", *(f"pl,{before},{sign}" for sign in near)]
    found.append(f"pl,{before}," + ",".join(near))
    nearest = max(-1, index - 1 - _FAR)
    last = next((at for at in range(index - 1, nearest, -1) if told[at] != OUTSIDE), None)
    if last is None:
        return [*found, "last:none" if nearest < 0 else "last:before"]
    between = lower[words[last].end : word.start]
    if len(between) > _FARTHEST or _CLAUSE.search(between):
        return [*found, "last:before"]
    verb = " ".join(lower[words[last].start : words[last].end].split())
    here = " ".join(lower[word.start : word.end].split())
    is_parted, step = "," in between, _step(len(between.split()))
    found += ["last:clause", f"lastverb:{verb}", f"lastverb,p:{verb},{here}"]
    found += [f"since,:{is_parted}", f"since,p:{is_parted},{here}"]
    found += [f"since:{each}" for each in _grammar(between)]
    found += [f"sincew:{step}", f"sincew,k:{step},{is_parted},{word.kind}"]
    return found


@dataclass(slots=True)
class _Clause:
    """A clause of an item: what stands in it, and where.

    The words and commas are those until the next clause, at ``stop``; of the words of grammar it is
    kept where each first ends, of every piece where its part between two marks begins, and of a
    part what opens it, once somebody has asked.
    """

    lower: str
    begin: int
    stop: int
    end: int
    front: str
    pieces: list[str]
    starts: list[int]
    commas: list[int]
    parts: list[int]
    grammar: dict[str, int]
    openings: dict[int, str]
    opens: str = "-"

    @classmethod
    def of(cls, lower: str, begin: int, end: int) -> _Clause:
        """The clause that begins at ``begin``, in an item that ends at ``end``."""
        mark = _CLAUSE.search(lower, begin, end)
        stop = mark.start() if mark else end
        found = list(_PIECE.finditer(lower, begin, stop))
        pieces = [piece[0] for piece in found]
        grammar: dict[str, int] = {}
        for each in task_rules().grammar.finditer(lower, begin, stop):
            grammar.setdefault(each[0], each.end())
        fronted = _FRONTED.match(lower, begin, end)
        parts = [0]
        for at, piece in enumerate(pieces, 1):
            parts.append(at if piece in _MARKS else parts[-1])
        clause = cls(
            lower,
            begin,
            stop,
            end,
            fronted[0] if fronted else "-",
            pieces,
            [piece.start() for piece in found],
            [0, *accumulate(piece == "," for piece in pieces)],
            parts,
            dict(sorted(grammar.items())),
            {},
        )
        clause.opens = clause._opening(0) if found else "-"
        return clause

    def signs(self, words: Sequence[Word], index: int, *, is_capital: bool) -> Iterator[str]:
        """Yield the signs of one of the words of action and of what stands around it."""
        word, known = words[index], task_rules().grammatical
        kind, count = word.kind, bisect_left(self.starts, word.start)
        commas = self.commas[count]
        previous = _seen(self.pieces[count - 1], known) if count else "^"
        following = self._following(word.end, known)
        verb = " ".join(self.lower[word.start : word.end].split())
        yield from (
            f"k:{kind}",
            f"p:{verb}",
            f"p,prev:{verb},{previous}",
            f"p,next:{verb},{following}",
            f"prev:{previous}",
            f"next:{following}",
            f"k,prev:{kind},{previous}",
            f"k,next:{kind},{following}",
            f"cap:{is_capital}",
            f"cap,prev:{is_capital},{previous in '^,('}",
            f"d:{_step(count - commas)}",
            f"commas:{min(_MOST, commas)}",
            f"front:{self.front}",
            f"front,commas:{self.front},{commas > 0}",
            f"opens,next:{self.opens},{following},{commas > 0}",
        )
        if count > 1:
            yield f"prev2:{_seen(self.pieces[count - 2], known)},{previous}"
        if count:
            yield f"word:{self.pieces[count - 1]}"
        yield from (f"has:{each}" for each, end in self.grammar.items() if end <= word.start)
        yield from self._neighbours(words, index)
        yield from self._part(words, index, count)

    def _part(self, words: Sequence[Word], index: int, count: int) -> Iterator[str]:
        """Yield what opens the part between two marks that a word stands in, and what follows."""
        word, known = words[index], task_rules()
        at = self.parts[count]
        opens = "self" if at == count else self._opening(at)
        before = words[index - 1].start if index else -1
        is_alone = at == count or before < self.starts[at]
        meets = known.actors.longest(self.lower, min(word.end + 1, self.end), self.end) is not None
        yield from (
            f"part:{opens}",
            f"part,k:{opens},{word.kind}",
            f"part,first:{opens},{is_alone}",
            f"actor next:{meets}",
            f"actor next,k:{meets},{word.kind}",
        )
        if before < self.begin:
            behind = set(known.predicates.findall(self.lower, word.end, self.stop))
            yield from (f"behind:{each},{not count}" for each in sorted(behind))

    def _opening(self, at: int) -> str:
        """What the piece at an index is as the opening of a part: an actor, an action, a word."""
        found = self.openings.get(at)
        if found is None:
            rules, start = task_rules(), self.starts[at]
            action = rules.actions.longest(self.lower, start, self.end)
            found = action[1] if action is not None else _seen(self.pieces[at], rules.grammatical)
            if rules.actors.longest(self.lower, start, self.end) is not None:
                found = "actor"
            self.openings[at] = found
        return found

    def _neighbours(self, words: Sequence[Word], index: int) -> Iterator[str]:
        """Yield what the words of action before and behind are, and what stands between."""
        word = words[index]
        if index and words[index - 1].start >= self.begin:
            between = self.lower[words[index - 1].end : word.start]
            yield f"gap:{_gap(between)}"
            yield f"pk:{words[index - 1].kind}"
            yield f"gap,:{',' in between}"
            yield from (f"gaphas:{each}" for each in _grammar(between))
        else:
            yield "gap:^"
        if index + 1 < len(words):
            after = words[index + 1]
            yield f"ngap:{_gap(self.lower[word.end : after.start])}"
            yield f"nk:{after.kind}"

    def _following(self, at: int, known: frozenset[str]) -> str:
        found = _WORD.search(self.lower, at, self.end)
        mark = self.lower[at : found.start() if found else self.end].strip(" ")[:1]
        if mark:
            return "line" if mark == "\n" else mark
        return _seen(found[0], known) if found else "$"


def _seen(piece: str, known: frozenset[str]) -> str:
    """A word as a sign: itself where it is a mark or one of the ``known``, else what it is."""
    if piece in known or not piece[0].isalnum():
        return piece
    return "number" if piece.isdigit() else "word"


def _named(text: str, word: Word, clauses: Clauses) -> Iterator[str]:
    """Yield whether a name stands right before a word, and what rules take it for."""
    where = "no"
    for role, names in (("lead", [*clauses.actors, *clauses.rights]), ("with", clauses.partners)):
        if any(0 <= word.start - end <= 1 for _, end in names):
            where = f"after {role}"
    yield f"name:{where}"
    yield f"name,cap:{where},{text[word.start].isupper()}"
    if any(0 <= word.start - end <= 1 for _, end in clauses.modals):
        yield "obliged"
    rule = "no"
    for start, end in clauses.actions:
        if start == word.start:
            rule = BEGINS
        elif start < word.start < end:
            rule = GOES_ON
    yield f"rule:{rule}"


def _words(text: str, lower: str, start: int, end: int) -> Iterator[Word]:
    """Yield the words of action and of obligation between two places, the longest at each."""
    rules = task_rules()
    openings, bare = rules.acting, rules.bare.openings
    done = start
    for syllable in _WORD.finditer(lower, start, end):
        at = syllable.start()
        if at < done:
            continue
        if syllable[0] not in openings:
            if syllable[0] in bare:
                yield Word(at, syllable.end(), "bare")
            continue
        action = action_at(text, lower, at, end)
        may_oblige = syllable[0] in rules.modals.openings
        modal = rules.modals.longest(lower, at, end) if may_oblige else None
        if modal is not None and (action is None or modal[0] >= action[0]):
            done = modal[0]
            yield Word(at, done, "modal")
        elif action is not None:
            done = action[0]
            if action[1] != "noun":
                yield Word(at, done, action[1])
        elif syllable[0] in bare:
            yield Word(at, syllable.end(), "bare")


def _with_found(words: list[Word], clauses: Clauses) -> list[Word]:
    """The words of action, with those that only rules take for such: *phải có*."""
    more = [
        Word(start, end, "plain")
        for start, end in clauses.actions
        if not any(word.start < end and start < word.end for word in words)
    ]
    return sorted(words + more) if more else words


def _gap(between: str) -> str:
    if between == " ":
        return "_"
    words = _WORD.findall(between)
    if len(words) > 1:
        return f"{_step(len(words))} words"
    if words and words[0] not in task_rules().grammatical:
        return "word"
    return " ".join(between.split()) or "_"


def _grammar(words: str) -> list[str]:
    """The words of grammar in a stretch of text, each once."""
    if len(words) < _SHORTEST:
        return []
    return sorted(set(task_rules().grammar.findall(words)))


def _step(count: int) -> str:
    return _STEP_OF[count] if count < len(_STEP_OF) else "more"


@per_choice
def _weights() -> Weights:
    """Of every sign, what it weighs for a word beginning a phrase, and for its going on with one.

    Raises:
        ModelError: The file of the model is not what the library expects.
    """
    columns = ("sign", "begins", "goes_on")
    try:
        rows = read_table(model_file("directives", MODEL, "verbs.tsv"), columns)
        weights = {sign: (float(begins), float(goes_on)) for sign, begins, goes_on in rows}
        return {"bias": (0.0, 0.0), **weights}
    except ValueError as error:
        raise ModelError(f"directives/{MODEL}/verbs.tsv: {error!r}") from error
