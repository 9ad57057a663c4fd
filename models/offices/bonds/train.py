"""Learn the weights of proposals from annotated texts, and write them beside this script.

    python models/offices/bonds/train.py TEXTS

``TEXTS`` is the folder of the texts that the windows of ``tests/gold/windows`` were drawn from.
Learnt from: the parcel *read* of the windows, ``tests/gold/written.jsonl``, further gold files that
are named, the sentences of ``tests/officials`` and the pages of ``tests/layout/pages.py``. The
parcel *unread* is not opened.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from vnpolitext.evaluation import read_gold, read_windows
from vnpolitext.evaluation.facts import office
from vnpolitext.layout import read_page
from vnpolitext.officials.bonds.choose import hold_ballots
from vnpolitext.officials.bonds.features import Features
from vnpolitext.officials.find import read_scenes

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SEED = 2026
STRENGTH = 2.0
PAGES = 150
CONTESTED = 4.0

# Where learning starts and what it stays near: the order in which the layouts are sure.
PRIOR = {
    "bias": 0.0,
    **dict.fromkeys(("rule:entry", "rule:table", "rule:listing", "rule:list"), 4.0),
    **dict.fromkeys(("rule:before", "rule:shared", "rule:respectively", "rule:object"), 3.0),
    **dict.fromkeys(("rule:after", "rule:heading", "rule:signature", "rule:byline"), 2.0),
    **dict.fromkeys(
        ("rule:replaced", "rule:link", "rule:pronoun", "rule:record", "rule:implied"), 2.0
    ),
    **dict.fromkeys(("rule:clause", "rule:subject", "rule:apposition"), 2.0),
    "named and": -8.0,
    "before:rival nearer": -4.0,
    "after:rival nearer": -1.0,
    "before:apart": 2.0,
    "after:apart": -2.0,
    "before:and": 2.0,
    "after:and": -2.0,
    "before:same": 2.0,
    "after:same": -2.0,
    "before:restart": -2.0,
    "after:restart": 2.0,
    "before:enclosed": -3.0,
    "after:enclosed": 3.0,
}

Example = tuple[Features, bool]


def main() -> None:
    """Learn and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, help="folder of the texts of the windows")
    parser.add_argument("--gold", type=Path, nargs="*", default=[], help="further gold files")
    parser.add_argument("--folds", type=int, default=0, help="only cross-validate")
    arguments = parser.parse_args()
    documents = [
        *read_windows(ROOT / "tests/gold/windows/read.jsonl", arguments.texts),
        *read_gold(ROOT / "tests/gold/written.jsonl"),
        *(each for path in arguments.gold for each in read_gold(path)),
        *sentences(),
        *pages(),
    ]
    examples = [list(read(document)) for document in documents]
    flat = [each for found in examples for each in found]
    print(len(documents), "texts,", len(flat), "proposals,", sum(ok for _, ok in flat), "right")
    if arguments.folds:
        check(examples, arguments.folds)
        return
    learnt = learn(flat)
    lines = [f'"{name}" = {value:.2f}' for name, value in sorted(learnt.items())]
    text = "# Written by train.py: the weight of every feature in the logarithm of the odds.\n"
    (HERE / "weights.toml").write_text(text + "[weights]\n" + "\n".join(lines) + "\n", "utf-8")


def sentences() -> list[dict[str, Any]]:
    """Return the invented sentences as annotated texts."""
    sys.path.insert(0, str(ROOT / "tests"))
    from officials.sentences import documents

    return list(documents())


def pages() -> Iterator[dict[str, Any]]:
    """Yield some of the invented pages as annotated texts."""
    sys.path.insert(0, str(ROOT / "tests"))
    from layout.pages import pages as invented

    chosen = np.random.default_rng(SEED).permutation(len(found := list(invented())))[:PAGES]
    for page in (found[at] for at in chosen):
        yield {"text": page.text, "offices": page.offices}


def read(document: dict[str, Any]) -> Iterator[Example]:
    """Yield the features of every proposal of a text, and whether it is right."""
    view = read_page(document["text"]).view
    for scene in read_scenes(document["text"]):
        for ballot in hold_ballots(scene):
            office = scene.elements[ballot.office]
            span = view.span(scene.tokens.starts[office.first], scene.tokens.ends[office.last - 1])
            for proposal, features in zip(ballot.proposals, ballot.features, strict=True):
                if proposal.holder is not None:
                    holder, _ = view.span(proposal.holder, proposal.holder + 1)
                    yield features, is_right(document, span, holder)


def is_right(document: dict[str, Any], span: tuple[int, int], holder: int) -> bool:
    """Return whether an office of the gold that overlaps one is held by who is mentioned there."""
    first, last = span
    if "offices" in document:
        text = document["text"]
        name = next((each for each in document["offices"] if text.startswith(each, holder)), "")
        return any(each in text[first:last] for each in document["offices"].get(name, ()))
    for person in document["persons"]:
        if not any(mention[0] <= holder < mention[1] for mention in person["mentions"]):
            continue
        text = document["text"]
        named = office(text[first:last])
        for each in person["positions"]:
            overlaps = each["start"] < last and first < each["end"]
            if overlaps or office(text[each["start"] : each["end"]]) == named:
                return True
    return False


def learn(examples: Iterable[Example]) -> dict[str, float]:
    """Return the weights that explain the examples best and stay near the prior."""
    found = list(examples)
    names = sorted({"bias", *PRIOR, *(name for features, _ in found for name in features)})
    columns = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(found), len(names)))
    right = np.array([1.0 if ok else -1.0 for _, ok in found])
    matrix[:, columns["bias"]] = 1.0
    for row, (features, _) in enumerate(found):
        for name, value in features.items():
            matrix[row, columns[name]] = value
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    mass = np.array([_mass(features) for features, _ in found])

    def loss(weight: np.ndarray) -> tuple[float, np.ndarray]:
        margin = right * (matrix @ weight)
        off = weight - prior
        slope = -(mass * right / (1 + np.exp(np.clip(margin, -30, 30)))) @ matrix
        cost = mass @ np.logaddexp(0, -margin) + STRENGTH * off @ off
        return float(cost), slope + 2 * STRENGTH * off

    best = minimize(loss, prior, jac=True, method="L-BFGS-B").x
    return {name: float(best[at]) for name, at in columns.items()}


def _mass(features: Features) -> float:
    """Return how much a proposal counts: more where another name may claim the office."""
    return CONTESTED if any(name.endswith(":rival") for name in features) else 1.0


def check(examples: list[list[Example]], folds: int) -> None:
    """Print how well prior and learnt weights tell right from wrong on texts not learnt from."""
    order = np.random.default_rng(SEED).permutation(len(examples)).tolist()
    outcomes: dict[str, list[float]] = {"prior": [], "learnt": []}
    for fold in range(folds):
        kept = {at for place, at in enumerate(order) if place % folds != fold}
        learnt = learn(each for at in sorted(kept) for each in examples[at])
        for at in sorted(set(order) - kept):
            for features, ok in examples[at]:
                for name, known in (("prior", PRIOR), ("learnt", learnt)):
                    outcomes[name].append((1 if ok else -1) * total(known, features))
    for name, margins in outcomes.items():
        found = np.array(margins)
        right, loss = np.mean(found > 0), np.mean(np.logaddexp(0, -found))
        print(f"{name}: {right:.4f} right, logarithmic loss {loss:.4f}")


def total(known: dict[str, float], features: Features) -> float:
    """Return the weight of a proposal."""
    return known["bias"] + sum(known.get(name, 0.0) * value for name, value in features.items())


if __name__ == "__main__":
    main()
