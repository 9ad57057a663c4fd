"""The forms of names, in the order in which they are tried: the plan of `phrases`.

A form of name is a function of a run of capitals, in the module of its kind. A new one becomes a
line in one of the tables:

- `ANNOUNCED`: an office or a form of address stands before the run, or it begins with an alias or
  with initials. Such a form finds its own beginning and end.
- `TOLD`: words beside the run say that it is a name (a credit, *tên thật là*, a birth).
- `SURE` and `LIKELY`: nothing but the words of the run, and how they are used, make it a name. A
  likely one may be doubtful: then it counts only if the text names the person more surely.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from vnpolitext.models import per_choice
from vnpolitext.officials.phrases.aliases import QUOTES, nickname, other_name
from vnpolitext.officials.phrases.announced import announced
from vnpolitext.officials.phrases.born import born, labelled, lived, tells_birth
from vnpolitext.officials.phrases.boxed import boxed
from vnpolitext.officials.phrases.credits import JOINED, credited, is_noted, signs
from vnpolitext.officials.phrases.decoys import is_decoy
from vnpolitext.officials.phrases.edges import past_particle, runs_on
from vnpolitext.officials.phrases.elements import Name
from vnpolitext.officials.phrases.foreign import (
    is_christian,
    is_foreign,
    is_introduced,
    is_royal,
    is_transcribed,
)
from vnpolitext.officials.phrases.full_names import MIDDLE_WORDS, is_one_word_name
from vnpolitext.officials.phrases.initials import (
    LONGEST_INITIAL,
    with_initials,
    with_middle_initial,
)
from vnpolitext.officials.phrases.native import (
    does_something,
    follows_another,
    is_doubtful,
    is_native,
    precedes_office,
)
from vnpolitext.officials.phrases.run import Run
from vnpolitext.officials.words.grammar import grammar
from vnpolitext.officials.words.lexicon import (
    leading_words,
    name_like_words,
    name_openings,
    notable_names,
    peoples,
    role_endings,
)
from vnpolitext.text.syllables import is_vietnamese
from vnpolitext.vocabulary import bodies

Form = Callable[[Run], Name | None]
Shape = Callable[[Run], bool]

ANNOUNCED: Final[tuple[Form, ...]] = (with_initials, with_middle_initial, announced)
SURE: Final[tuple[Shape, ...]] = (is_foreign, is_introduced)
LIKELY: Final[tuple[Shape, ...]] = (
    is_native,
    precedes_office,
    does_something,
    is_christian,
    is_transcribed,
    is_royal,
    follows_another,
)


def renamed(run: Run) -> Name | None:
    """Return a name that words such as *tên thật là*, *bí danh* give somebody."""
    name = other_name(run)
    if name is not None and name.other == "subject":
        name.tentative = not _likeness(run)
    return name


TOLD: Final[tuple[Form, ...]] = (credited, renamed, nickname, labelled, boxed, born, lived)


def announced_name(run: Run) -> Name | None:
    """Return the name that something before a run announces, by the first form that fits."""
    words = run.tokens.words
    brief = len(words[run.first]) <= LONGEST_INITIAL or len(words[run.last - 1]) == 1
    return _first_of(ANNOUNCED, run) if brief or run.is_announced else None


def bare_name(run: Run) -> Name | None:
    """Return the name that a run is though nothing before it announces one, if it is a name."""
    if len(run) == 1 and is_one_word_name(run.tokens, run.first):
        decoy = is_decoy(run.tokens, run.first, run.last)
        return None if decoy else Name(run.first, run.last, run.first)
    told = _first_of(TOLD, run) if _may_be_told(run) else None
    return told or (_shaped(run) if _may_be_shaped(run) else None) or _signed(run)


def _may_be_told(run: Run) -> bool:
    """Return whether a word or a mark that tells names stands beside a run."""
    words, first, last = run.tokens.words, run.first, run.last
    return (
        (first > 0 and words[first - 1] in _tellers())
        or is_noted(words, first)
        or words[last : last + 1] in (["("], ["/"])
        or tells_birth(run.tokens, last)
    )


def _may_be_shaped(run: Run) -> bool:
    """Return whether the first two words of a run allow that it has the shape of a name."""
    words, first = run.tokens.words, run.first
    word = words[first]
    return (
        word in name_openings()
        or word in grammar().dynasties
        or not is_vietnamese(word)
        or (len(run) > 1 and words[first + 1] in MIDDLE_WORDS)
        or runs_on(run.tokens, first)
    )


def _first_of(forms: Sequence[Form], run: Run) -> Name | None:
    """Return the name that the first form that fits a run finds in it."""
    for form in forms:
        name = form(run)
        if name is not None:
            return name
    return None


@per_choice
def _tellers() -> frozenset[str]:
    """Return the words and marks before a name that credits and other names are told by."""
    return role_endings() | QUOTES | JOINED | {"/", "("}


def is_plain(run: Run) -> bool:
    """Return whether capitals can be no name: one word, or an unknown one that nothing marks."""
    words, kinds, at = run.tokens.words, run.tokens.kinds, run.first
    word = words[at]
    if run.last == at + 1 and (word,) not in notable_names():
        return not is_one_word_name(run.tokens, at)
    if word in name_openings() or word in leading_words() or not is_vietnamese(word):
        return False
    follows = at == 0 or kinds[at - 1] == "l" or words[at - 1] in {",", "\n"}
    if not follows or words[at - 1] in role_endings() or "(" in words[at + 2 : at + 8]:
        return False
    return not signs(run) and not tells_birth(run.tokens, run.last)


def _shaped(run: Run) -> Name | None:
    """Return the name that the words of a run make it, by the first shape that fits."""
    likeness = _likeness(run)
    if not likeness or is_decoy(run.tokens, run.first, run.last):
        return None
    tentative = likeness == "likely" and is_doubtful(run)
    last = past_particle(run.tokens, run.last)
    return Name(run.first, last, run.first, tentative=tentative)


def _signed(run: Run) -> Name | None:
    """Return the name in the line of a signature."""
    return Name(run.first, run.last, run.first, certain=True) if signs(run) else None


def _likeness(run: Run) -> str:
    """Return how sure the words of a run make it a name: ``"sure"``, ``"likely"`` or ``""``."""
    if run.words in notable_names():
        return "sure"
    if _is_common(run):
        return ""
    if _has_one_of(SURE, run):
        return "sure"
    return "likely" if not run.mixes_capitals and _has_one_of(LIKELY, run) else ""


def _has_one_of(shapes: Sequence[Shape], run: Run) -> bool:
    """Return whether a run has one of the shapes."""
    for shape in shapes:  # noqa: SIM110
        if shape(run):
            return True
    return False


def _is_common(run: Run) -> bool:
    """Return whether a run names a people, a country or a thing that sounds like a person."""
    words = run.words
    if words[:2] in name_like_words() or words in peoples():
        return True
    body = bodies().match(run.tokens.words, run.first)
    return body is not None and body[0] == len(words) and body[1].role == "country"
