"""The words by which an item is read as a task, from the model."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from vnpolitext.models import ModelError, model_file, per_choice, read_table, read_toml
from vnpolitext.text.patterns import lazy_pattern, whole_words
from vnpolitext.text.phrases import Phrases
from vnpolitext.vocabulary import body_entries, head_entries

MODEL: Final = "vietnamese-tasks"
ROLES: Final = ("lesson", "definition", "finding", "goal", "task")


ENDS: Final = ("yes", "no", "plain")
"""Whether a word of action ends the name before it."""


@dataclass(frozen=True)
class TaskRules:
    """The words of tasks.

    Attributes:
        actions: ``"adverb"``, ``"verb"`` or ``"light"`` of each action word, ``"link"`` of words
            that join a clause to what stands before, ``"noun"`` of what only looks like one.
        bare: Verbs of one syllable that are parts of many other words, too.
        ends: Action and modal words that end the name of an actor.
        actors: What each head of an actor is.
        units: The kind of each unit.
        binding: How binding each word of obligation is, 1 to 5.
        context: Cues of each role in the words above an item.
        past: Words that tell of something done.
        modals: Words of obligation between an actor and its verb.
        assigning: Verbs that hand the order to the actor after them.
        hands_on: The same, wherever they stand in a clause.
        ordering: Verbs whose subject hands on the orders that follow.
        after_noun: Words that follow an action word where it is a noun.
        not_acting: Words after which a name is not an actor's.
        in_name: Words before a verb that make it part of a name.
        name_ends: Words that end like one of those, behind which the name is whole.
        topics: Headings that order nothing.
        raising: Verbs whose object is what a figure measures.
        columns: Words of the heads of columns in a table of tasks, by what stands in them.
        signs: Words that are signs of an order or of none, by where they stand.
        grammatical: Words of grammar, which tell what a word beside them is.
        grammar: Words and phrases that part a clause from what depends on it.
        predicates: Words that may make what a clause begins with its subject.
    """

    actions: Phrases[str]
    bare: Phrases[str]
    ends: Phrases[bool]
    actors: Phrases[str]
    units: Phrases[str]
    binding: Phrases[int]
    context: dict[str, tuple[str, ...]]
    past: re.Pattern[str]
    modals: Phrases[bool]
    assigning: frozenset[str]
    hands_on: re.Pattern[str]
    ordering: Phrases[bool]
    after_noun: re.Pattern[str]
    not_acting: Phrases[bool]
    plain: frozenset[str]
    sure: frozenset[str]
    in_name: tuple[str, ...]
    name_ends: tuple[str, ...]
    topics: frozenset[str]
    raising: frozenset[str]
    columns: dict[str, tuple[str, ...]]
    signs: dict[str, tuple[str, ...]]
    grammatical: frozenset[str]
    grammar: re.Pattern[str]
    predicates: re.Pattern[str]

    def assigns(self, phrase: str) -> bool:
        """Whether a verb phrase hands the order on: *giao*, *thống nhất giao*."""
        return phrase in self.assigning or phrase.endswith(self._last_verbs)

    @cached_property
    def _last_verbs(self) -> tuple[str, ...]:
        return tuple(f" {verb}" for verb in self.assigning)

    @cached_property
    def openers(self) -> frozenset[str]:
        """The words that clauses which order something begin with."""
        return self.actors.openings | self.acting

    @cached_property
    def acting(self) -> frozenset[str]:
        """The words that verbs of action and of obligation begin with."""
        return self.modals.openings | self.actions.openings


@per_choice
def task_rules() -> TaskRules:
    """Return the words of tasks.

    Raises:
        ModelError: A file of the model is not what the library expects.
    """
    actions = _table("actions.tsv", ("phrase", "kind", "ends"))
    if bad := {kind for _, kind, _ in actions} - {
        "adverb",
        "verb",
        "light",
        "link",
        "noun",
        "bare",
    }:
        raise ModelError(f"directives/{MODEL}/actions.tsv: unknown kinds {sorted(bad)}")
    roles = read_toml(model_file("directives", MODEL, "roles.toml"))
    ends = {kind: [phrase for phrase, _, ends in actions if ends == kind] for kind in ENDS}
    try:
        return TaskRules(
            actions=Phrases((phrase, kind) for phrase, kind, _ in actions if kind != "bare"),
            bare=Phrases((phrase, kind) for phrase, kind, _ in actions if kind == "bare"),
            ends=Phrases((phrase, True) for phrase in [*ends["yes"], *roles["own"]["modal"]]),
            plain=frozenset(ends["plain"]),
            sure=frozenset(ends["yes"]),
            actors=Phrases(_actors()),
            units=Phrases((row[0], row[1]) for row in _table("units.tsv", ("unit", "kind"))),
            binding=Phrases(
                (phrase, int(level))
                for phrase, level in _table("strength.tsv", ("phrase", "level"))
            ),
            context={role: tuple(roles["context"][role]) for role in ROLES},
            past=_words(roles["own"]["past"]),
            modals=Phrases((phrase, True) for phrase in roles["own"]["modal"]),
            assigning=frozenset(roles["own"]["assigning"]),
            hands_on=_words(roles["own"]["assigning"], whole=True),
            ordering=Phrases((phrase, True) for phrase in roles["own"]["ordering"]),
            after_noun=_words(roles["own"]["after_noun"]),
            not_acting=Phrases((phrase, True) for phrase in roles["own"]["not_acting"]),
            in_name=tuple(f" {word} " for word in roles["own"]["in_name"]),
            name_ends=tuple(f" {word} " for word in roles["own"]["name_ends"]),
            topics=frozenset(roles["own"]["topics"]),
            raising=frozenset(roles["own"]["raising"]),
            columns={kind: tuple(words) for kind, words in roles["columns"].items()},
            signs={place: tuple(roles["signs"][place]) for place in ("own", "starts", "above")},
            grammatical=frozenset(roles["verbs"]["beside"]),
            grammar=_words(roles["verbs"]["between"], whole=True),
            predicates=_words(roles["verbs"]["behind"], whole=True),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"directives/{MODEL}: {error!r}") from error


def _actors() -> Iterator[tuple[str, str]]:
    """The words of the model, then the offices and bodies that every finder knows."""
    yield from ((head, kind) for head, kind in _table("actors.tsv", ("head", "kind")))
    for entry in (*head_entries(), *body_entries()):
        if entry.acts is not None:
            yield entry.text, entry.acts


def _table(file: str, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    return list(read_table(model_file("directives", MODEL, file), columns))


def _words(phrases: list[str], *, whole: bool = False) -> re.Pattern[str]:
    """A pattern of folded phrases, the longest first.

    Unless ``whole``, no syllable ends in a phrase's first one, so that what stands before need not
    be looked at; a pattern without a look behind is searched several times faster.
    """
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    forms = [re.escape(phrase).replace(r"\ ", r"[ \n]") for phrase in longest]
    body = whole_words(forms) if whole else f"(?:{'|'.join(forms)})"
    return lazy_pattern(rf"{body}(?!\w)")
