"""Rebuild ``weights.json``: does the name of a body go on here?

    python models/offices/body-ends/train.py --raw FILE [FILE ...] --gold FILE [FILE ...]
        [--windows FILE --texts FOLDER --parcel read]

The grammar of bodies asks a question where it stops. Answers come from

1. annotated positions, of real texts and invented sentences, whose end is known: every place where
   the grammar stops before it is a yes, the end is a no;
2. sure bodies of raw texts: an office that a full name follows, or that fills brackets, reaches to
   there; and a word that the tables know inside a body is a yes when it is taken for unknown;
3. a known verb after an office, or a word in lower case after the name of a unit, is a no.

The unread parcel of the windows is never read. The weights are those of a logistic regression with
a penalty on their squares, learnt by full steps from zero: the same data give the same file.
"""

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vnpolitext.evaluation import read_gold, read_windows
from vnpolitext.layout import read_page
from vnpolitext.officials.phrases import beyond as model
from vnpolitext.officials.phrases import body as grammar
from vnpolitext.officials.phrases.elements import Office
from vnpolitext.officials.phrases.full_names import is_strong_name
from vnpolitext.officials.words.lexicon import markers
from vnpolitext.officials.words.tokens import Tokens, tokenize
from vnpolitext.training import logistic
from vnpolitext.training.logistic import Row
from vnpolitext.vocabulary import addresses, heads

SEED = 16
GOLD_WEIGHT = 8.0
PENALTY = 6e-5
RARE = 4
MASKED = 0.5  # share of known words whose being known is hidden
LONGEST = 14
_END = {".", ";", ")", "|", "\n"}


class Asker:
    """Answers of the grammar's questions while a body is read, and what was asked."""

    def __init__(self, end: int | None = None) -> None:
        """Say yes up to the token ``end``, or to nothing without one."""
        self.end = end
        self.asked: list[tuple[int, str, str]] = []

    def __call__(self, tokens: Tokens, at: int, role: str, head: str) -> int:
        """Note a question of the grammar and answer as `beyond` does."""
        if not model.may_ask(tokens, at, role):
            return 0
        self.asked.append((at, role, head))
        size = model.size_at(tokens, at)
        return size if self.end is not None and at + size <= self.end else 0


def extended(tokens: Tokens, at: int, end: int | None) -> tuple[Office, Asker] | None:
    """Return the office at ``at``, read with yes up to ``end``, and what was asked."""
    found = heads().match(tokens.words, at)
    if found is None:
        return None
    asker = Asker(end)
    grammar.beyond = asker  # type: ignore[assignment]
    office = grammar.Body(tokens, Office(at, at + found[0], *found, [])).extend()
    return office, asker


def of_gold(document: dict[str, Any]) -> Iterator[Row]:
    """Yield the questions of annotated positions."""
    page = read_page(document["text"])
    view = page.view
    tokens = tokenize(page.text, [(0, len(page.text))])
    starts = {view.span(first, first + 1)[0]: at for at, first in enumerate(tokens.starts)}
    ends = {view.span(last - 1, last)[1]: at + 1 for at, last in enumerate(tokens.ends) if last}
    for person in document["persons"]:
        for position in person.get("positions", ()):
            at, end = starts.get(position["start"]), ends.get(position["end"])
            read = extended(tokens, at, end) if at is not None and end is not None else None
            for asked, role, head in read[1].asked if read else ():
                if asked <= end:
                    row = model.features(tokens, asked, role, head)
                    yield row, asked < end, GOLD_WEIGHT


def invented() -> list[dict[str, Any]]:
    """Return the invented sentences of the tests as annotated texts."""
    sys.path.insert(0, str(Path(__file__).parents[3] / "tests"))
    from officials.sentences import documents

    return list(documents())


def of_raw(text: str, rng: random.Random) -> Iterator[Row]:
    """Yield the questions of sure bodies."""
    page = read_page(text)
    tokens = tokenize(page.text, [(0, len(page.text))])
    done = 0
    for at in range(len(tokens)):
        if at < done:
            continue
        read = extended(tokens, at, None)
        if read is None:
            continue
        office = read[0]
        done = office.last
        end = sure_end(tokens, office)
        if end is not None and end > office.last:
            wider = extended(tokens, at, end)
            for asked, role, head in wider[1].asked if wider else ():
                if asked < end:
                    yield model.features(tokens, asked, role, head), True, 1.0
            done = end
        elif end is not None or follows_clearly(tokens, office.last):
            yield from of_known(tokens, office, rng)
        yield from of_ended(tokens, office)


def sure_end(tokens: Tokens, office: Office) -> int | None:
    """Return where an office surely ends: before a full name, or at the end of brackets."""
    bracketed = office.first > 0 and tokens.words[office.first - 1] == "("
    for at in range(office.last, min(len(tokens), office.last + LONGEST)):
        stop = tokens.run_end(at)
        if tokens.kinds[at] == "U" and tokens.kinds[at - 1] != "p":
            if stop - at in {3, 4} and is_strong_name(tokens, at, stop):
                return at
            for inner in range(at + 1, stop - 2):
                if is_strong_name(tokens, inner, stop) and stop - inner in {3, 4}:
                    return inner
        if tokens.words[at] == ")" and bracketed:
            return at
        if tokens.kinds[at] not in "Ul" and tokens.words[at] not in {"-", ",", "&"}:
            return None
        if any(table.match(tokens.words, at) for table in (heads(), addresses(), markers())):
            return None
    return None


def follows_clearly(tokens: Tokens, at: int) -> bool:
    """Return whether a boundary stands at ``at``."""
    return at >= len(tokens) or tokens.words[at] in _END


def of_known(tokens: Tokens, office: Office, rng: random.Random) -> Iterator[Row]:
    """Yield the places before known words of a body, as if they were unknown."""
    role = "head"
    for first, _, entry in office.parts:
        known = entry is not None and entry.role in {"domain", "word"}
        if known and model.may_ask(tokens, first, role):
            row = model.features(tokens, first, role, office.head.text)
            if rng.random() < MASKED:
                row = [each for each in row if "of bodies" not in each]
            yield row, True, 0.5
        role = entry.role if entry is not None else "tail"


def of_ended(tokens: Tokens, office: Office) -> Iterator[Row]:
    """Yield the end of an office before a known verb or after the name of a unit."""
    at = office.last
    if at >= len(tokens) or tokens.kinds[at] != "l":
        return
    role = office.parts[-1][2].role if office.parts and office.parts[-1][2] else "tail"
    role = role if office.parts else "head"
    marker = markers().match(tokens.words, at)
    named = role in {"tail", "country"} and model.may_ask(tokens, at, role)
    if (marker is not None and marker[1] == "verb") or named:
        yield model.features(tokens, at, role, office.head.text), False, 1.0


def main() -> None:
    """Read the data, learn the weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raw", nargs="+", type=Path, default=[])
    parser.add_argument("--gold", nargs="+", type=Path, default=[])
    parser.add_argument("--windows", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--limit", type=int, default=1500, help="raw texts of each file")
    parser.add_argument("--without", type=Path, help="windows whose documents are not read")
    options = parser.parse_args()
    rng = random.Random(SEED)  # noqa: S311
    documents = [each for path in options.gold for each in read_gold(path)]
    if options.windows:
        documents += read_windows(options.windows, options.texts)
    documents += invented()
    rows = [row for each in documents for row in of_gold(each)]
    print(len(rows), "questions of annotated texts")
    lines = options.without.read_text(encoding="utf-8").splitlines() if options.without else []
    hidden = {json.loads(line)["document"] for line in lines}
    for path in options.raw:
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as stream:
            texts = [json.loads(line) for line in stream]
        texts = [each["text"][:30_000] for each in texts if each["id"] not in hidden]
        rng.shuffle(texts)
        for text in texts[: options.limit]:
            rows.extend(of_raw(text, rng))
    yes = sum(answer for _, answer, _ in rows)
    print(len(rows), "questions,", yes, "yes")
    weights = logistic.learn(rows, penalty=PENALTY, rare=RARE, smallest=0.02, digits=3)
    logistic.write_weights(Path(__file__).with_name("weights.json"), weights)
    print(len(weights), "weights")


if __name__ == "__main__":
    main()
