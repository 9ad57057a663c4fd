"""What a sentence is built of: the kinds of its first words, its main clause, its predicate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Final

from vnpolitext.directives.lexicon import task_rules
from vnpolitext.text.patterns import lazy_pattern, whole_words
from vnpolitext.text.phrases import word_set

_PIECE: Final = lazy_pattern(r"[^\W_]+|[,;:.()“\"…/–-]|\n")
_FRONTED: Final = lazy_pattern(
    r"(?:căn cứ|trên cơ sở|theo|trong thời hạn|trong|đối với|khi|sau khi|trước khi|nếu|trường hợp"
    r"|ngoài|hằng|hàng|định kỳ|trước|đến|từ|để|nhằm|vào|với|tùy|chậm nhất|ngay sau|sau|kể từ|riêng"
    r"|tại|những nơi|bên cạnh|cùng với|song song với|quá thời hạn|việc)(?!\w)"
)
_TURN: Final = lazy_pattern(r", (?:thì )?| thì ")
_WORD: Final = lazy_pattern(r"[^\W_]+")
_PREDICATES: Final = word_set(
    "phải, cần, được, bị, là, gồm, bao gồm, do, thì, có, không, đã, thực hiện, chịu, sẽ, chưa, "
    "theo, để"
)
_SUBJECTS: Final = word_set("việc, các, những, mọi, #")
_NORMS: Final = (
    "phải", "có trách nhiệm", "không được", "nghiêm cấm", "cần", "được quyền", "có quyền",
    "bao gồm", "là", "được", "thì", "trừ", "buộc",
)  # fmt: skip
_COUNTED: Final = lazy_pattern(whole_words(_NORMS) + r"(?!\w)")
_ENDS: Final = lazy_pattern(r"[.;] |\n")
_FIRST: Final = 16
_MAIN: Final = 40
_LONGEST_FRONT: Final = 400
_MOST_TURNS: Final = 8
_NEAR: Final = 8


def shape_signs(first: str) -> Iterator[str]:
    """Yield the signs of how a sentence is built.

    Args:
        first: The sentence, folded, in lower case, without what stands before its first word.
    """
    every = kinds(first, _MAIN)
    found = every[:_FIRST]
    for count in (1, 2, 3):
        if len(found) >= count:
            yield f"kinds:{' '.join(found[:count])}"
    yield from (f"kinds in row:{one} {other}" for one, other in pairwise(found))
    yield from (f"kind:{kind}" for kind in dict.fromkeys(found[:_NEAR]))
    yield from _clause_signs(first, every)


def count_signs(words: str) -> Iterator[str]:
    """Yield the signs of how often the words of norms stand in an item, and of its sentences.

    Args:
        words: The item's own words, folded and in lower case.
    """
    often = Counter(_COUNTED.findall(words))
    yield from (f"count:{word},{min(2, often[word])}" for word in _NORMS)
    yield f"sentences:{min(4, len(_ENDS.findall(words)))}"


def kinds(words: str, most: int) -> list[str]:
    """Return the kinds of the first words: actors, actions, modals, words of grammar, others.

    Other words in a row count once.

    Args:
        words: A folded text in lower case.
        most: How many kinds are wanted at most.

    Example:
        >>> kinds("công an xã phải rà soát từng hộ", 9)
        ['A person', 'M phải', 'V verb', 'w']
    """
    rules, found = task_rules(), list[str]()
    openings, beside = rules.openers, rules.grammatical
    done, end = 0, len(words)
    for piece in _PIECE.finditer(words):
        at, word = piece.start(), piece[0]
        if at < done:
            continue
        if len(found) >= most:
            break
        told = _phrase(words, at, end, word) if word in openings else None
        if told is not None:
            done, kind = told
            found.append(kind)
        elif not word[0].isalnum() or word in beside or word == "có":
            found.append("|" if word == "\n" else word)
        elif word.isdigit():
            found.append("#")
        elif found[-1:] != ["w"]:
            found.append("w")
    return found


def _phrase(words: str, at: int, end: int, word: str) -> tuple[int, str] | None:
    """Return the end and the kind of the longest phrase that begins with ``word``, if one does."""
    rules = task_rules()
    action = rules.actions.longest(words, at, end) if word in rules.actions.openings else None
    modal = rules.modals.longest(words, at, end) if word in rules.modals.openings else None
    if modal is not None and (action is None or modal[0] >= action[0]):
        return modal[0], f"M {words[at : modal[0]]}"
    actor = rules.actors.longest(words, at, end) if word in rules.actors.openings else None
    if actor is not None and (action is None or actor[0] >= action[0]):
        return actor[0], f"A {actor[1]}"
    return None if action is None else (action[0], f"V {action[1]}")


def _clause_signs(first: str, every: list[str]) -> Iterator[str]:
    """Yield the signs of the main clause: what it begins with, and what makes that its subject.

    Args:
        first: The sentence.
        every: The kinds of its words, which are those of its main clause where it begins with that.
    """
    begin = 0
    fronted = _FRONTED.match(first)
    if fronted is not None:
        begin, turn = _main_clause(first, fronted.end())
        yield f"fronted:{fronted[0]}"
        yield f"turn:{turn}"
    found = kinds(first[begin:], _MAIN) if begin else every
    subject = _subject(found)
    at = next((at for at, kind in enumerate(found) if at and _is_predicate(kind)), None)
    verb = next((at for at, kind in enumerate(found) if kind == "V verb"), None)
    predicate = found[at] if at is not None else None
    order = "none"
    if verb is not None or at is not None:
        is_verb = at is None or (verb is not None and verb < at)
        order = "verb" if is_verb else "predicate"
    after = found[at + 1] if at is not None and at + 1 < len(found) else "-"
    yield from (
        f"main:{subject},{fronted is not None}",
        f"subject:{subject},{predicate}",
        f"predicate:{predicate}",
        f"order:{subject},{order}",
        f"order:{subject},{order},{predicate}",
        f"after:{after}",
        f"predicate after:{predicate},{after[:2]}",
        f"main kinds:{' '.join(found[:2])}",
        f"main kinds:{' '.join(found[:3])}",
        f"main verbs:{min(5, found.count('V verb'))}",
    )
    words = [word[0] for word in islice(_WORD.finditer(first, begin), 3)]
    yield from (f"main words:{' '.join(words[:count])}" for count in range(1, len(words) + 1))


def _main_clause(first: str, at: int) -> tuple[int, str]:
    """Where the main clause begins behind fronted words, and what turns to it.

    It is the first turn that an actor, an action or a modal follows, else *thì*.
    """
    rules, found = task_rules(), None
    for turn in islice(_TURN.finditer(first, at, at + _LONGEST_FRONT), _MOST_TURNS):
        word = _WORD.match(first, turn.end())
        if word is not None and word[0] in rules.openers and _opens(first, turn.end()):
            return turn.end(), turn[0].strip()
        if found is None and "thì" in turn[0]:
            found = turn
    return (0, "none") if found is None else (found.end(), found[0].strip())


def _opens(first: str, at: int) -> bool:
    """Whether an actor, an action or a modal stands at a place."""
    found = kinds(first[at : at + _NEAR * _NEAR], 1)
    return bool(found) and found[0][:2] in ("A ", "V ", "M ")


def _subject(found: list[str]) -> str:
    if not found:
        return "-"
    kind = found[0]
    if kind in _SUBJECTS or kind.startswith("V "):
        return kind
    return kind[0] if kind[1:2] == " " else "w"


def _is_predicate(kind: str) -> bool:
    return kind.startswith("M ") or kind in _PREDICATES
