"""What speaks for and against an item ordering something: signs in it and above it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise, repeat
from math import log2
from typing import Final

from vnpolitext.directives.actors import Stretch
from vnpolitext.directives.articles import article_heading
from vnpolitext.directives.clauses import SENTENCE_END, Clauses
from vnpolitext.directives.lexicon import MODEL, task_rules
from vnpolitext.directives.shape import count_signs, shape_signs
from vnpolitext.directives.times import behind_time
from vnpolitext.models import ModelError, model_file, per_choice, per_choice_of, read_table
from vnpolitext.text import View
from vnpolitext.text.patterns import lazy_pattern

_WORD: Final = lazy_pattern(r"[^\W_]+")
_COPULA: Final = lazy_pattern(
    r"[^,.;:\n]{2,120}?(?<!\w)(?<!nhất )là(?!\w)(?! (?:phải|cần|tiếp tục))"
)
_FIRST_WORDS: Final = 14
_LONGEST_LEAD: Final = 200
_LAST_WORDS: Final = 10
_HEAD_WORDS: Final = 8
_MOST: Final = 4.0
_FULL: Final = 3
_LABEL: Final = lazy_pattern(r"[^.;:\n]{2,70}:[*_ \n]*[-+•]?[ ]?")
_THEN: Final = lazy_pattern(r"(?<!\w)thì[ \n]")
_CASE: Final = lazy_pattern(
    r"(?:đối với|trường hợp|nếu|khi|trong trường hợp|người|đối tượng)(?!\w)"
)
_RIGHT: Final = lazy_pattern(
    r"(?<!\w)(?:có quyền|được phép|có thẩm quyền|có thể|được hưởng|được khen|được tính|được hỗ trợ"
    r"|được xem xét|được cấp|được miễn|được giảm|được xác định|được quy định|được sử dụng)(?!\w)"
)


def signs(
    view: View,
    body: Stretch,
    clauses: Clauses,
    around: tuple[str | None, str | None],
    *,
    is_parent: bool,
) -> list[str]:
    """Return the names of the signs of an item, each of which has a weight.

    Args:
        view: The document.
        body: Where the item's own words are, folded.
        clauses: What was found at the beginnings of its clauses.
        around: The words above it, and the role they speak of.
        is_parent: Whether items stand in it.
    """
    known = task_rules().signs
    context = around[1]
    lead = around[0] and around[0].lower()
    lower = view.lower[body[0] : body[1]].lstrip(" .):;*-/\"“'(\n")
    lower = lower[behind_time(lower, 0, len(lower)) :]
    sentence = SENTENCE_END.search(lower)
    first = lower[: sentence.start() if sentence else len(lower)]
    found = [
        f"context:{context}",
        f"parent:{is_parent}",
        f"length:{min(9, int(log2(len(lower) + 1)))}",
        f"ends:{lower.rstrip(' *)”')[-1:] if lower.rstrip(' *)”')[-1:] in '.;:,' else '-'}",
        f"opens:{clauses.opens}",
        f"acts:{bool(clauses.actors)},{bool(clauses.actions)},{bool(clauses.modals)}",
        f"verbs:{min(3, len(clauses.actions))}",
        f"opens with:{_opening(lower)}",
    ]
    found += [f"says:{word}" for word in known["own"] if word in first and _holds(first, word)]
    words = [word[0] for word in islice(_WORD.finditer(first), _FIRST_WORDS)]
    opening = words[:2]
    found += [f"word:{word}" for word in dict.fromkeys(words)]
    found += [f"starts:{' '.join(opening[:count])}" for count in range(1, len(opening) + 1)]
    found += ["copula"] if _COPULA.match(first) else []
    found += _structure(lower, first, clauses)
    found += shape_signs(first)
    found += count_signs(lower)
    heading = article_heading(view, body[0])
    article = None if heading is None else heading.words
    found += [f"lead:{word}" for word in _said_above(lead or "")]
    found += [f"article:{word}" for word in _said_above(article or "")]
    found.append(f"article:{article is not None}")
    found.append(f"lead:{lead is not None}")
    found += _words_of("last", (lead or "")[-_LONGEST_LEAD:], last=_LAST_WORDS)
    found += _words_of("head", article or "", last=0)
    return list(dict.fromkeys(found))


def pulls(weights: Sequence[float], lists: Sequence[int]) -> list[float]:
    """Return the weights with what the other items of each list weigh, for items are of a kind.

    Args:
        weights: Of each item, what its own signs weigh.
        lists: The list each stands in.

    Example:
        >>> pulls([3.0, 2.0, -0.5], [0, 0, 0])
        [4.5, 3.5, 1.0]
    """
    homes: dict[int, list[float]] = {}
    for value, home in zip(weights, lists, strict=True):
        homes.setdefault(home, []).append(max(-_MOST, min(_MOST, value)))
    common = {
        home: sum(values) / len(values) * min(1.0, len(values) / _FULL)
        for home, values in homes.items()
    }
    return [value + common[home] for value, home in zip(weights, lists, strict=True)]


def _structure(lower: str, first: str, clauses: Clauses) -> list[str]:
    """Signs of how the sentences are built, not of the words they have."""
    label = _LABEL.match(lower)
    then = _THEN.search(first)
    found = [
        f"later:{not clauses.opens},{bool(clauses.actors)},{min(2, len(clauses.actions))}",
        f"demands:{min(2, len(clauses.modals))},{clauses.opens}",
        f"right:{_RIGHT.search(first) is not None}",
        f"labelled:{_opening(lower[label.end() :]) if label is not None else None}",
        f"case:{_CASE.match(first) is not None}",
    ]
    if then is not None:
        found.append(f"then:{_after(first[then.end() :])}")
    return found


def _after(lower: str) -> str:
    """What follows *thì*: a passive, a punishment, a verb, an actor."""
    word = _WORD.match(lower)
    if word is not None and word[0] in ("được", "bị", "không", "phải", "có"):
        return word[0]
    return _opening(lower)


def weight(found: list[str]) -> float:
    """Return the sum of the weights of signs: above 0 an item orders something."""
    known = _weights()
    return known["bias"] + sum(map(known.get, found, repeat(0.0)))


@per_choice_of(64)
def _words_of(name: str, words: str, *, last: int) -> tuple[str, ...]:
    """The words above an item, and each two in a row, as signs: the last ones or the first."""
    found = [word[0] for word in _WORD.finditer(words)]
    found = found[-last:] if last else found[:_HEAD_WORDS]
    pairs = (f"{name}:{one} {other}" for one, other in pairwise(found))
    return *(f"{name}:{word}" for word in dict.fromkeys(found)), *pairs


@per_choice_of(64)
def _said_above(words: str) -> tuple[str, ...]:
    """The signs in the words above an item, which are those above others, too."""
    return tuple(word for word in task_rules().signs["above"] if word in words)


def _holds(first: str, word: str) -> bool:
    at = first.find(word)
    while at >= 0:
        stop = at + len(word)
        if not first[at - 1 : at].isalpha() and not first[stop : stop + 1].isalpha():
            return True
        at = first.find(word, stop)
    return False


def _opening(lower: str) -> str:
    """What the first word is: a kind of action word, an actor, a numeral, something else."""
    rules = task_rules()
    action = rules.actions.longest(lower, 0, min(len(lower), 60))
    if action is not None:
        return action[1]
    if lower[:1].isdigit():
        return "number"
    return "actor" if rules.actors.longest(lower, 0, min(len(lower), 60)) else "other"


@per_choice
def _weights() -> dict[str, float]:
    """The weight of every sign.

    Raises:
        ModelError: The file of the model is not what the library expects.
    """
    try:
        rows = read_table(model_file("directives", MODEL, "signs.tsv"), ("sign", "weight"))
        return {"bias": 0.0, **{sign: float(value) for sign, value in rows}}
    except ValueError as error:
        raise ModelError(f"directives/{MODEL}/signs.tsv: {error!r}") from error
