r"""Learn the weights by which an item is told to order something, and write ``signs.tsv``.

    python train.py tests/gold/reading/reading-read.jsonl \
        models/directives/vietnamese-tasks/roles.jsonl --texts FOLDER

Learnt from the windows that may be read, from the invented documents of ``written.txt`` and from
the invented items of the tests; never from the unread ones. Logistic regression with a penalty on
large weights, chosen by ten folds of documents; the order of folds has a seed.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
from marked import annotated_documents
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import GroupKFold

from vnpolitext.directives import find_directives, read, signs

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PENALTIES = (0.05, 0.1, 0.2)
FEWEST = 4
SEED = 7
INVENTED = 0.5
"""What an invented item counts beside a real one."""
ORDERS = ("task", "goal")
# Rows about deadlines and targets are orders where they open with one of these.
_VERBS = re.compile(
    r"Hoàn thành|Xong|Báo cáo|Ban hành|Trình|Làm|Nộp|Trả lời|Giải quyết|Xử lý|Gửi|Giải ngân|Rà soát"
)


def main() -> None:
    """Learn from the texts, and write the weights beside this file."""
    rows, wanted, groups, shares = [], [], [], []
    for document in annotated_documents(__doc__, HERE / "written.txt"):
        gold = {item["start"]: item["role"] for item in document["items"]}
        for start, found in _asked(document["text"]).items():
            if start in gold:
                rows.append(dict.fromkeys(found, 1.0))
                wanted.append(gold[start] in ORDERS)
                groups.append(document["id"])
                shares.append(1.0)
    for text, roles_of in _invented():
        places = [item.start for item in find_directives(text)]
        for start, found in _asked(text).items():
            rows.append(dict.fromkeys(found, 1.0))
            wanted.append(roles_of[min(places.index(start), len(roles_of) - 1)] in ORDERS)
            groups.append(text)
            shares.append(INVENTED)
    often: dict[str, int] = {}
    for row in rows:
        for name in row:
            often[name] = often.get(name, 0) + 1
    rows = [{name: 1.0 for name in row if often[name] >= FEWEST} for row in rows]
    vectors = DictVectorizer()
    x, y = vectors.fit_transform(rows), np.array(wanted)
    best = max(PENALTIES, key=lambda c: _folds(x, y, groups, c))
    print(f"{len(rows)} items, penalty {best}, {100 * _folds(x, y, groups, best):.1f} % of folds")
    model = _learner(best).fit(x, y, shares)
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    lines = [f"{name}\t{value:.3f}" for name, value in sorted(weights.items()) if abs(value) > 0.01]
    text = "# Weights of signs that an item orders something; written by train.py.\nsign\tweight\n"
    text += f"bias\t{model.intercept_[0]:.3f}\n" + "".join(line + "\n" for line in lines)
    (HERE / "signs.tsv").write_text(text, encoding="utf-8")


def _learner(penalty: float) -> LogisticRegression:
    return LogisticRegression(C=penalty, max_iter=2000, random_state=SEED)


def _folds(x: Any, y: Any, groups: list[str], penalty: float) -> float:
    right = np.zeros(len(y), dtype=bool)
    for learnt, held in GroupKFold(10, shuffle=True, random_state=SEED).split(x, y, groups):
        right[held] = _learner(penalty).fit(x[learnt], y[learnt]).predict(x[held]) == y[held]
    return float(accuracy_score(np.ones(len(y)), right))


def _asked(text: str) -> dict[int, list[str]]:
    """The signs of all items of a text, by where the item begins."""
    asked: list[list[str]] = []
    known = signs.signs

    def seen(*args: Any, **options: Any) -> list[str]:
        asked.append(known(*args, **options))
        return asked[-1]

    read.signs = seen
    try:
        items = [item for item in find_directives(text) if item.style != "row"]
    finally:
        read.signs = known
    return dict(zip((item.start for item in items), asked, strict=True))


def _invented() -> list[tuple[str, list[str]]]:
    """Invented items with their roles, from the tests."""
    found = []
    for field, words, expected in _rows("reading.txt"):
        if field in ("role", "action", "actor", "strength", "deadline", "target"):
            line = words.replace("\\n", " ")
            says_nothing = expected == "-" and field in ("action", "strength")
            role = expected if field == "role" else "topic" if says_nothing else "task"
            if field in ("deadline", "target") and not _VERBS.match(line):
                continue
            if field == "actor" and expected == "-":
                continue  # An order may name nobody.
            found.append((f"1. {line}\n2. {line}", [role]))
    pairs = (ROOT / "tests" / "gold" / "alignment" / "pairs.txt").read_text(encoding="utf-8")
    parts = re.split(r"\n(?:A|B|=.*|## .*)\n", pairs)
    found += [(part, ["task"]) for part in parts if part.startswith("1. ")]
    for lead, words, role in _rows("contexts.txt"):
        above = f"I. {lead.upper()[:-1]}"
        found.append((f"{lead}\n1. {words}.\n2. {words}.", [role] * 2))
        found.append(
            (f"{above}\n1. {words}.\n2. {words}.\nII. KHÁC\nHết.", ["topic", role, role, "topic"])
        )
    return found


def _rows(name: str) -> list[list[str]]:
    lines = (ROOT / "tests" / "directives" / name).read_text(encoding="utf-8").splitlines()
    return [line.split(" | ") for line in lines if line and not line.startswith("# ")]


if __name__ == "__main__":
    main()
