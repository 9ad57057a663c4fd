"""Intrusion tests of topics: can people tell the word or the topic that does not belong?"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from vnpolitext.errors import expect
from vnpolitext.notebook import counted
from vnpolitext.progress import under_way
from vnpolitext.text import fold
from vnpolitext.themes import Topics
from vnpolitext.themes.bootstrap import bootstrap_rates
from vnpolitext.validation.errors import SheetError
from vnpolitext.validation.sheets import Sheet, read_sheet, write_sheet

ANSWER: Final = "answer"
_ASKED: Final = {
    "word": "Từ nào không cùng nhóm với các từ khác? / Which word does not belong?",
    "topic": "Nhóm từ nào không nói về đoạn văn? / Which group of words is not about the passage?",
}
_SHOWN: Final = 500
_LEAST: Final = 1e-3
_WANTED: Final = "topics are wanted, as of find_topics()"


@dataclass(frozen=True, slots=True)
class Question:
    """One question of an intrusion test.

    Attributes:
        id: Identifier, ``"w001"`` or ``"t001"``.
        topic: The topic the question is about, or that the passage has most of.
        text: What is asked of.
        options: What can be answered, in the order shown.
        intruder: The option that does not belong.
        shares: For passages, the share of each option's topic.
    """

    id: str
    topic: int
    text: str
    options: tuple[str, ...]
    intruder: str
    shares: tuple[float, ...] = ()


@dataclass(frozen=True)
class IntrusionTest:
    """Questions for people, whose answers tell whether topics mean something to them.

    Attributes:
        kind: ``"word"`` or ``"topic"``.
        questions: The questions; the intruder stands in none of the sheets.
    """

    kind: Literal["word", "topic"]
    questions: tuple[Question, ...]

    def __repr__(self) -> str:
        """Tell how many questions there are."""
        return f"IntrusionTest({self.kind}, {counted(len(self.questions), 'question')})"

    def write(self, path: str | Path) -> Path:
        """Write a sheet: ``.csv``, ``.xlsx``, or ``.json`` for Label Studio.

        A coder writes into ``answer`` the option that does not belong, or its number.

        Raises:
            SheetError: It is another kind of file.
            MissingPackageError: openpyxl is not installed.
        """
        rows = [
            {"id": question.id, "text": question.text}
            | {f"option_{at}": option for at, option in enumerate(question.options, 1)}
            for question in self.questions
        ]
        return write_sheet(Sheet(rows, ANSWER, notes={"task": [[_ASKED[self.kind]]]}), path)

    @under_way("read")
    def read(self, paths: str | Path | Iterable[str | Path]) -> pd.DataFrame:
        """Read filled sheets and score the answers.

        Returns:
            One row a topic, and ``(all)``: ``answers``; ``precision``, the share that named the
            intruder (*model precision*), with the bootstrap interval ``precision_low``,
            ``precision_high``; ``chance``, what guessing gives. For passages also ``log_odds``,
            the mean logarithm of the share of the intruder over that of the answer: 0 where all
            found it, less where they named topics that the passage is about (Chang, Boyd-Graber,
            Gerrish, Wang and Blei 2009).

        Raises:
            SheetError: A sheet cannot be read, has an answer that is no option, or none at all.
        """
        many = [paths] if isinstance(paths, str | Path) else list(paths)
        asked = {question.id: question for question in self.questions}
        rows = []
        for path in many:
            for answers in read_sheet(path, ANSWER).values():
                for name, answer in answers.items():
                    if name not in asked:
                        raise SheetError(f"{path}: there is no question {name!r} in this test")
                    rows.append(_scored(asked[name], answer, path))
        if not rows:
            raise SheetError(f"{', '.join(map(str, many))}: no question is answered")
        found = pd.DataFrame(rows, columns=["topic", "right", "chance", "log_odds"])
        parts: list[tuple[Any, pd.DataFrame]] = [*found.groupby("topic"), ("(all)", found)]
        table = pd.DataFrame([_summary(part) for _, part in parts], index=[key for key, _ in parts])
        return table if self.kind == "topic" else table.drop(columns="log_odds")


@under_way("word intrusion")
def word_intrusion(
    topics: Topics, *, words: int = 5, per_topic: int = 1, random_state: int = 0
) -> IntrusionTest:
    """Prepare a word intrusion test: key terms of a topic, and one of another topic among them.

    The intruder is a key term of another topic that weighs little in this one (Chang et al. 2009).

    Args:
        topics: As of `find_topics`.
        words: Key terms shown beside the intruder.
        per_topic: Questions a topic; further ones show further key terms.
        random_state: Seed of the draw.

    Raises:
        ValueError: There are fewer than two topics.

    Example:
        >>> from vnpolitext.themes import find_topics
        >>> texts = ["thủy lợi, lúa, lúa", "lúa, thủy lợi", "học sinh, lớp", "lớp, học sinh, lớp"]
        >>> test = word_intrusion(find_topics(texts, 2), words=2)
        >>> [len(question.options) for question in test.questions]
        [3, 3]
    """
    expect(topics, Topics, _WANTED)
    weights = np.asarray(topics.model.components_)
    if len(weights) < 2:
        raise ValueError("an intruder comes from another topic: there must be two")
    names = topics.vectorizer.get_feature_names_out()
    chance = random.Random(random_state)  # noqa: S311 - a draw that can be repeated
    order = np.argsort(-weights, axis=1, kind="stable")
    questions = []
    for topic in range(len(weights)):
        for turn in range(per_topic):
            keys = order[topic, turn * words : (turn + 1) * words]
            keys = keys[weights[topic, keys] > 0]
            intruders = _intruders(weights, order, topic, words)
            if len(keys) < 2 or not intruders:
                continue
            intruder = str(names[chance.choice(intruders)])
            options = [*(str(names[key]) for key in keys), intruder]
            chance.shuffle(options)
            questions.append((topic + 1, _ASKED["word"], tuple(options), intruder, ()))
    return IntrusionTest("word", _numbered("w", questions, chance))


@under_way("topic intrusion")
def topic_intrusion(
    topics: Topics,
    n: int = 50,
    *,
    shown: int = 3,
    words: int = 8,
    random_state: int = 0,
) -> IntrusionTest:
    """Prepare a topic intrusion test: a passage, the topics it has most of, and one it lacks.

    Passages are those that the topics were found typical of; topics are shown by key terms.

    Args:
        topics: As of `find_topics`; ``passages=`` there says how many there are to draw from.
        n: Number of questions at most.
        shown: Topics shown beside the intruder.
        words: Key terms of a topic.
        random_state: Seed of the draw.

    Raises:
        ValueError: There are not enough topics, or no passages.
    """
    expect(topics, Topics, _WANTED)
    if len(topics.topics) <= shown:
        raise ValueError(
            f"{shown} topics and an intruder are shown: there must be more than {shown}"
        )
    if topics.passages.empty:
        raise ValueError("the topics have no passages: find them with passages=3")
    chance = random.Random(random_state)  # noqa: S311 - a draw that can be repeated
    labels = [", ".join(str(terms).split(", ")[:words]) for terms in topics.topics["terms"]]
    texts = topics.passages.drop_duplicates(["document", "start"])["text"].tolist()
    texts = chance.sample(texts, min(n, len(texts)))
    shares = topics.predict([text[:_SHOWN] for text in texts]).to_numpy()
    questions = []
    for text, row in zip(texts, shares, strict=True):
        order = np.argsort(-row, kind="stable")
        intruder = int(chance.choice(order[max(shown, len(order) // 2) :].tolist()))
        options = [*order[:shown].tolist(), intruder]
        chance.shuffle(options)
        questions.append(
            (
                int(order[0]) + 1,
                text[:_SHOWN],
                tuple(labels[at] for at in options),
                labels[intruder],
                tuple(float(row[at]) for at in options),
            )
        )
    return IntrusionTest("topic", _numbered("t", questions, chance))


def _intruders(
    weights: NDArray[np.float64], order: NDArray[np.int64], topic: int, words: int
) -> list[int]:
    """Key terms of other topics that are in the lower half of this one's terms."""
    rank = np.empty(weights.shape[1], dtype=int)
    rank[order[topic]] = np.arange(weights.shape[1])
    low = weights.shape[1] // 2
    keys = {
        int(key) for other in range(len(weights)) if other != topic for key in order[other, :words]
    }
    return sorted(key for key in keys if rank[key] >= low)


def _numbered(
    letter: str, questions: Sequence[tuple[Any, ...]], chance: random.Random
) -> tuple[Question, ...]:
    mixed = chance.sample(questions, len(questions))
    return tuple(Question(f"{letter}{at:03}", *each) for at, each in enumerate(mixed, 1))


def _scored(question: Question, answer: str, path: str | Path) -> tuple[int, float, float, float]:
    options = {fold(option): at for at, option in enumerate(question.options)}
    options |= {str(at): at - 1 for at in range(1, len(options) + 1)}
    at = options.get(fold(answer.strip()))
    if at is None:
        raise SheetError(f"{path}: {question.id} has the answer {answer!r}, which is no option")
    right = question.options[at] == question.intruder
    odds = 0.0
    if question.shares:
        intruder = question.shares[question.options.index(question.intruder)]
        odds = math.log(max(intruder, _LEAST)) - math.log(max(question.shares[at], _LEAST))
    return question.topic, float(right), 1 / len(question.options), odds


def _summary(part: pd.DataFrame) -> dict[str, float]:
    right = part["right"].to_numpy(dtype=float)
    low, high = bootstrap_rates(right[:, None], np.ones(len(right)))
    return {
        "answers": len(part),
        "precision": float(right.mean()),
        "precision_low": float(low[0]),
        "precision_high": float(high[0]),
        "chance": float(part["chance"].mean()),
        "log_odds": float(part["log_odds"].mean()),
    }
