"""Where a title ends that rules alone cannot tell from the sentence that goes on behind it.

The clauses that `title_in` knows end a title before a verb or a new subject that they list. Others
do so as well: *... về phát triển rừng đặt mục tiêu*, *..., diện tích rừng của huyện tăng lên*. A
small linear model weighs every place between two words: does the title end here, if it has not
ended before? Its features are the words around the place, how they are written, how the document
stands in its sentence, and what the rules say; its weights stand in
``models/documents/title-ends``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import repeat
from math import exp, log1p
from typing import Final

from vnpolitext.citations.grammar.clauses import Setting, changes_into, is_sure_end, title_in
from vnpolitext.citations.grammar.issuers import read_issuer
from vnpolitext.models import model_file, per_choice
from vnpolitext.text.patterns import lazy_pattern
from vnpolitext.text.phrases import word_set

MARGIN: Final = 1.0
"""How much likelier an end must be than that of the rules, as a logarithm."""
_TOKEN: Final = lazy_pattern(
    r"\d[\d.,/]*+(?<=\d)(?:[-/][\w/-]+)?|[^\W_][\w'./%-]*(?<![./])|[^\w\s]|_"
)
_DEPTH: Final = {"(": 1, ")": -1}
_CLOSES: Final = {'"': '"', "“": "”"}
_OPEN: Final = frozenset({",", "(", "“", '"', "-", "–", "/"})
_MAY_FOLLOW: Final = frozenset({",", "(", "–", "-", "“", '"'})
_PREDICATES: Final = word_set(
    "đã, đang, sẽ, được, bị, là, có, không, phải, cần, nên, cũng, vẫn, luôn, mới, vừa, chưa, thì"
)
_LINKS: Final = word_set(
    "từng, do, vì, để, nhằm, theo, tại, trong, trên, từ, đến, với, cho, của, và, hoặc, về, khi, "
    "nếu, mà, nhưng, song, như, cùng, gắn, gửi, kèm, sau, trước, qua, bằng"
)
_TELLING: Final = _PREDICATES | _LINKS
_BEFORE_BODY: Final = word_set("của, do, và, gửi, được, với")
# What is asked, or ruled by an article, is told from a title elsewhere.
_ASKING: Final = ("như sau", "thế nào", "ra sao", "là gì", "sau đây", " gồm")
_FURTHEST: Final = 12  # words within which a predicate is looked for
_SHORTEST: Final = 2  # words of a title
_PLAINLY: Final = -1.0  # below this the weights of two words alone tell that a title goes on
_NOTHING: Final = repeat(0.0)


def title_end(words: str, setting: Setting) -> int:
    """Return where the title at the head of ``words`` ends.

    Args:
        words: What follows a document from how its title begins.
        setting: How the document stands in its sentence.

    Example:
        >>> words = "về chính sách phát triển rừng đặt mục tiêu trồng mới 5 nghìn ha"
        >>> words[: title_end(words, Setting())]
        'về chính sách phát triển rừng'
    """
    ruled = len(title_in(words, setting))
    plain = not words.strip() or words.isupper() or words[:ruled].endswith(_ASKING)
    if setting.closed or plain:
        return ruled
    likeliest, margin = _likeliest(words, setting, ruled)
    known = likeliest > ruled and is_sure_end(words, ruled)
    if known or margin <= MARGIN or changes_into(words, likeliest):
        return ruled
    return len(words[:likeliest].rstrip(" ,;–/-"))


def _likeliest(words: str, setting: Setting, ruled: int) -> tuple[int, float]:
    """The likeliest end, and how much likelier it is than that of the rules, as a logarithm."""
    weights = _weights()
    bias = weights["bias"]
    line = _Line(words)
    going_on = 0.0  # logarithm of the chance that the title has not ended before
    best = (-1e9, ruled)
    of_rules = -20.0
    for end, at, state in _gaps(line, ruled):
        if going_on < best[0] and end > ruled:
            break  # no end is likelier than that the title has got so far
        if end != ruled and _goes_on(line, at):
            continue
        names = features(line, at, setting, state)
        score = bias + sum(map(weights.get, names, _NOTHING))
        chance = going_on - _softplus(-score)
        going_on -= _softplus(score)
        best = max(best, (chance, end))
        if end == ruled:
            of_rules = chance
    else:
        last = line.ends[-1] if line.ends else 0
        best = max(best, (going_on, last))
        of_rules = going_on if last == ruled else of_rules
    return best[1], best[0] - of_rules


def _goes_on(line: _Line, at: int) -> bool:
    """Whether the two words around a place tell that no title ends there, so that none asks."""
    weights, here, last = _weights(), line.lower[at], line.lower[at - 1]
    if here == ",":
        here += line.lower[at + 1] if at + 1 < len(line.lower) else "$"
    told = weights.get(f"next:{here}", 0.0) + weights.get(f"last:{last}", 0.0)
    return told + weights.get(f"between:{last}|{here}", 0.0) < _PLAINLY


def _softplus(score: float) -> float:
    return log1p(exp(score)) if score < 0 else score + log1p(exp(-score))


def places(words: str, setting: Setting, ruled: int) -> Iterator[tuple[int, list[str]]]:
    """Yield every place at which a title may end, with the names of its features.

    The last place is the end of ``words`` and has none. No title ends inside quotation marks or
    brackets.
    """
    line = _Line(words)
    for end, at, state in _gaps(line, ruled):
        yield end, features(line, at, setting, state)
    yield (line.ends[-1] if line.tokens else 0), []


def _gaps(line: _Line, ruled: int) -> Iterator[tuple[int, int, _State]]:
    """Yield every place at which a title may end but the last, and the word that follows it."""
    tokens = line.tokens
    commas, number, closing, depth = 0, None, None, 0
    for at, word in enumerate(tokens):
        outside = closing is None and not depth and tokens[at - 1] not in _OPEN
        if at >= _SHORTEST and outside and (word[0].isalnum() or word in _MAY_FOLLOW):
            yield line.ends[at - 1], at, _State(commas, number, ruled)
        closing = _CLOSES.get(word) if closing is None else None if word == closing else closing
        depth = max(0, depth + _DEPTH.get(word, 0))
        commas += word == ","
        if word[0].isdigit() and ("/" in word or (at and line.lower[at - 1] == "số")):
            number = at


class _Line:
    """The words of a title and of what may follow, cut into tokens."""

    def __init__(self, words: str) -> None:
        found = list(_TOKEN.finditer(words))
        self.words = words
        self.tokens = [token[0] for token in found]
        self.lower = [token.lower() for token in self.tokens]
        self.starts = [token.start() for token in found]
        self.ends = [token.end() for token in found]
        self.shapes = [*map(_shape, self.tokens), "$", "$"]
        self.opening = " ".join(self.lower[: 2 if self.lower[1:2] == ["việc"] else 1])
        self._whole = words.lower()

    def behind_body(self, at: int) -> str | None:
        """The word behind a body at ``at``, ``None`` where there is no body."""
        last = read_issuer(self.words, self._whole, self.starts[at])
        if last is None:
            return None
        behind = at
        while behind < len(self.tokens) and self.starts[behind] < last:
            behind += 1
        return self.lower[behind] if behind < len(self.tokens) else "$"


@dataclass(frozen=True, slots=True)
class _State:
    """What stands in a title before a place: commas, its last number, and the end by the rules."""

    commas: int
    number: int | None
    ruled: int


def features(line: _Line, at: int, setting: Setting, state: _State) -> list[str]:
    """Return the names of the features of the question whether a title ends before a token."""
    tokens, lower, size = line.tokens, line.lower, len(line.tokens)
    comma = "," if tokens[at] == "," else ""
    first = at + len(comma)
    one, two, three = (lower[i] if i < size else "$" for i in range(first, first + 3))
    shapes = line.shapes[first] + line.shapes[min(first + 1, size)]
    here, last = comma + one, lower[at - 1]
    governed = setting.governed
    found = [
        f"next:{here}",
        f"next two:{here} {two}",
        f"next three:{here} {two} {three}",
        f"second:{comma}{two}",
        f"last:{last}",
        f"last two:{lower[at - 2]} {last}",
        f"between:{last}|{here}",
        f"shapes:{comma}{shapes}",
        f"shapes between:{line.shapes[at - 1]}{comma}{shapes[:1]}",
        f"opening:{line.opening}|{here}",
        f"length:{min(at // 3, 10)}",
        f"commas:{min(state.commas, 3)}{comma}",
        f"left:{min((size - at) // 4, 6)}{comma}",
        f"governed:{governed}|{comma}{shapes[:1]}",
        f"governed:{governed}|{here}",
        f"governed:{governed}{comma}",
        _predicate(lower, first, comma),
    ]
    if setting.part:
        found.append(f"part|{here}")
    if setting.told:
        found.append(f"told{comma}")
    if comma:
        found += _chunk(lower, first, at)
    found += _body(line, first, comma, shapes)
    if state.number is not None:
        found += [f"number:{min(at - state.number, 8)}|{here}", f"number|{here}"]
    if state.ruled == line.ends[at - 1]:
        found += ["ruled", f"ruled|{here}"]
    elif state.ruled < line.ends[at - 1]:
        found.append("past the ruled")
    return found


def _shape(token: str) -> str:
    """How a token is written: a capital, several, small letters, a figure, a mark."""
    if token[0].isdigit():
        return "d"
    if not token[0].isalnum():
        return token[0]
    if len(token) > 1 and token.isupper():
        return "A"
    return "U" if token[0].isupper() else "l"


def _predicate(lower: list[str], first: int, comma: str) -> str:
    """The first word of a predicate ahead, and how far it is."""
    for at in range(first, min(len(lower), first + _FURTHEST)):
        if lower[at] in _PREDICATES:
            return f"predicate:{comma}{lower[at]}:{min((at - first) // 2, 4)}"
    return f"predicate:{comma}none"


def _chunk(lower: list[str], first: int, at: int) -> list[str]:
    """What stands between a comma and the next: *..., bảo vệ và phát triển rừng, ...*."""
    stop = lower.index(",", first) if "," in lower[first:] else len(lower)
    chunk = lower[first:stop]
    found = [f"chunk:{min(len(chunk) // 3, 6)}{stop < len(lower)}"]
    found += [f"chunk has:{word}" for word in dict.fromkeys(chunk) if word in _TELLING]
    if "và" in lower[first:]:
        found.append("và ahead")
    if lower[first : first + 1] and lower[first] in lower[:at]:
        found.append("said before")
    return found


def _body(line: _Line, first: int, comma: str, shapes: str) -> list[str]:
    """A body that begins here, or behind *của*, *do*, *được*, and the word behind it."""
    lead = ""
    if not (comma and shapes[0] in "UA"):
        if shapes[1] not in "UA" or line.lower[first] not in _BEFORE_BODY:
            return []
        lead, first = line.lower[first], first + 1
    behind = line.behind_body(first)
    return [] if behind is None else [f"body:{comma}{lead}|{behind}", f"body:{comma}{lead}"]


@per_choice
def _weights() -> Mapping[str, float]:
    """Return the weights by the name of the feature."""
    path = model_file("documents", "title-ends", "weights.json")
    table = json.loads(path.read_text(encoding="utf-8"))
    return dict(zip(table["features"], table["weights"], strict=True))
