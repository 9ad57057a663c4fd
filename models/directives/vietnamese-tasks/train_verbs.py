r"""Learn which words of action say what an item orders, and write ``verbs.tsv``.

    python train_verbs.py tests/gold/reading/reading-read.jsonl \
        models/directives/vietnamese-tasks/orders.jsonl --texts FOLDER

Learnt from the annotated actions of tasks and goals, never of unread windows, from those of the
invented documents of ``written.txt``, and from the invented items of the tests. Two logistic
regressions with a penalty on large weights: does a word begin a phrase, does it go on with
one. Prints the F1 of eight folds of documents, each of which the learner has not seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from marked import annotated_documents
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from vnpolitext.directives import find_directives, read, tagging
from vnpolitext.directives.tagging import BEGINS, GOES_ON, OUTSIDE, Weights, Word

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PENALTY = 1.0
FEWEST = 3
LEAST = 0.02
SEED = 7
FOLDS = 8
INVENTED = 2
LIKE = 0.8
ORDERS = ("task", "goal")


class Item(NamedTuple):
    """An annotated item: its words of action with their signs, and what is to be told of them."""

    document: str
    lower: str
    words: list[Word]
    signs: list[list[str]]
    actions: list[tuple[int, int]]

    @property
    def told(self) -> list[str]:
        """What each word is by the annotation."""
        found = [OUTSIDE] * len(self.words)
        for start, end in self.actions:
            kind = BEGINS
            for index, word in enumerate(self.words):
                if start - 1 <= word.start < end and found[index] == OUTSIDE:
                    found[index], kind = kind, GOES_ON
        return found


def main() -> None:
    """Learn from the texts, and write the weights beside this file."""
    documents = [*annotated_documents(__doc__, HERE / "written.txt"), *_invented()]
    items = [item for document in documents for item in _items(document)]
    count = sum(len(item.actions) for item in items)
    print(f"{len(items)} items, {count} actions, F1 {_folds(items):.1f} in folds")
    weights = _learnt(items)
    lines = [
        f"{sign}\t{begins:.3f}\t{goes_on:.3f}"
        for sign, (begins, goes_on) in sorted(weights.items())
    ]
    head = "# Weights of signs that a word of action begins what is ordered, or goes on with it;\n"
    head += "# written by train_verbs.py.\nsign\tbegins\tgoes_on\n"
    (HERE / "verbs.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def _items(document: dict[str, Any]) -> list[Item]:
    """The orders of a document that have annotated actions, as the library sees their words."""
    asked: dict[int, Any] = {}
    known = read.role_of

    def seen(*args: Any, **options: Any) -> str:
        asked[args[1].start] = args[0], *args[2:4]
        return known(*args, **options)

    with patch.object(read, "role_of", seen):
        find_directives(document["text"])
    found = []
    for item in document["items"]:
        if item["role"] not in ORDERS or "actions" not in item or item["start"] not in asked:
            continue
        view, body, clauses = asked[item["start"]]
        actions = [(view.locate(start), view.locate(end)) for start, end in item["actions"]]
        begins = {start for start, _ in actions}
        handed_on = not any(start in begins for start, _ in clauses.assigned)
        words, signs = tagging.plain_signs(view, body, clauses, is_handed_on=handed_on)
        found.append(Item(document["id"], view.lower, words, signs, actions))
    return found


def _invented() -> Iterator[dict[str, Any]]:
    """Invented items with their actions, from the tests."""
    path = ROOT / "tests" / "directives" / "reading.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        field, _, rest = line.partition(" | ")
        if field != "action":
            continue
        words, _, expected = rest.replace("\\n", "\n").partition(" | ")
        text = f"1. {words}\n2. {words}"
        at, actions = 0, []
        for action in [] if expected == "-" else expected.split(";"):
            at = text.index(action, at)
            actions.append([at, at := at + len(action)])
        yield {
            "id": words,
            "text": text,
            "items": [{"start": 0, "role": "task", "actions": actions}] * INVENTED,
        }


def _learnt(items: Sequence[Item]) -> Weights:
    rows, wanted = [], []
    for item in items:
        told = item.told
        for index, signs in enumerate(item.signs):
            before = tagging.signs_before(item.lower, item.words, told, index, signs)
            rows.append([*signs, *before])
            wanted.append(told[index])
    often = Counter(sign for row in rows for sign in set(row))
    vectors = DictVectorizer()
    x = vectors.fit_transform([{s: 1.0 for s in row if often[s] >= FEWEST} for row in rows])
    x.indices, x.indptr = x.indices.astype(np.int32), x.indptr.astype(np.int32)
    y = np.array(wanted)
    models = [
        LogisticRegression(
            C=PENALTY, l1_ratio=0.0, solver="liblinear", max_iter=500, random_state=SEED
        ).fit(x, y == kind)
        for kind in (BEGINS, GOES_ON)
    ]
    begins, goes_on = (model.coef_[0] for model in models)
    known = {
        sign: (float(begins[at]), float(goes_on[at]))
        for at, sign in enumerate(vectors.get_feature_names_out())
        if max(abs(begins[at]), abs(goes_on[at])) > LEAST
    }
    return {"bias": (float(models[0].intercept_[0]), float(models[1].intercept_[0])), **known}


def _folds(items: Sequence[Item]) -> float:
    """The F1 of documents that were not learnt from, in percent."""
    right = told = 0
    groups = [item.document for item in items]
    folds = GroupKFold(FOLDS, shuffle=True, random_state=SEED)
    for learnt, held in folds.split(items, None, groups):
        weights = _learnt([items[at] for at in learnt])
        for item in (items[at] for at in held):
            phrases = tagging.phrases(item.lower, item.words, item.signs, weights)
            told += len(phrases)
            right += sum(any(_alike(one, two) for two in phrases) for one in item.actions)
    return 200 * right / (told + sum(len(item.actions) for item in items))


def _alike(one: tuple[int, int], other: tuple[int, int]) -> bool:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common >= LIKE * (max(one[1], other[1]) - min(one[0], other[0]))


if __name__ == "__main__":
    main()
