"""Rebuild ``weights.json``: does the title of a document end here?

    python models/documents/title-ends/train.py --raw FILE [FILE ...] --texts FOLDER
        --windows tests/gold/windows/read.jsonl --without tests/gold/windows/unread.jsonl
        --ends tests/gold/titles/read.jsonl --invented tests/citations/titles.txt

Answers come from

1. annotated titles: of the read windows, of single citations in raw texts, of the tests, and of
   invented sentences, of which about every second one is left for measuring;
2. sentences put together: what raw texts say behind a document of which they give no title goes on
   as well behind one with a title, so that a title that is known to be whole is put between;
3. raw texts where the rules and a first model, learnt from the others, end a title at one place.

The documents of the unread windows are left out of everything. The weights are those of a logistic
regression with a penalty on their squares, learnt by full steps from zero: the same data give the
same file.
"""

import argparse
import gzip
import json
import random
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from vnpolitext.citations import find_citations
from vnpolitext.citations.around import about
from vnpolitext.citations.around.after import read_after
from vnpolitext.citations.grammar import endings
from vnpolitext.citations.grammar.clauses import Setting, title_in
from vnpolitext.citations.identity.register import documents
from vnpolitext.evaluation import read_windows
from vnpolitext.text import View
from vnpolitext.training import logistic

SEED = 19
PUT_TOGETHER = 10_000
PENALTY = 2e-6
RARE = 3
SMALLEST = 0.25
LONGEST = 60_000  # characters of a raw text that are read
WEIGHTS = {"invented": 4.0, "windows": 6.0, "ends": 6.0, "agreed": 1.0, "put together": 0.3}

_OPENING = re.compile(
    r"(?:về|v/v|quy định|hướng dẫn|phê duyệt|ban hành|thành lập|sửa đổi|bổ sung|bãi bỏ|triển khai"
    r"|thực hiện|kết luận|công bố|đề nghị)\s",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:điều|khoản|điểm|mục)\s\w{1,4},?\s(?:của\s)?$", re.IGNORECASE)
_UNSURE = re.compile(r"[.;:?!\[|…]|\d/\d{4}/\w|\bsố \d|\bnhư sau|\btheo đó")
_CLAUSE = re.compile(
    r"(?<!\w)(?:đã|đang|sẽ|được|là|để|nhằm|do|theo|trên địa bàn|tại|như sau|cho biết)(?!\w)"
)
_ASKING = re.compile(
    r"(?:như sau|ra sao|thế nào|gồm|sau đây|bao nhiêu|là gì|không)$", re.IGNORECASE
)
_MARK = re.compile(r"\[\[|\]\]|\{\{|\}\}")


class Question(NamedTuple):
    """What was asked while a title was read, and where the title ends."""

    words: str
    setting: Setting
    end: int
    source: str


class Context(NamedTuple):
    """What stands around a document of which a text gives no title."""

    kind: str
    before: str
    document: str
    told: str
    after: str


_asked: list[tuple[str, Setting]] = []


def by_rules(words: str, setting: Setting) -> int:
    """Note a question about the end of a title and answer as the rules do."""
    _asked.append((words, setting))
    return len(title_in(words, setting))


def asked(text: str) -> list[tuple[str, Setting]]:
    """Return what is asked about the ends of titles while a text is read."""
    _asked.clear()
    find_citations(text, resolve=False)
    return list(dict.fromkeys(_asked))


def length_in(words: str, title: str) -> int | None:
    """Return how many characters of ``words`` a title covers that they begin with."""
    pattern = r"\s+".join(re.escape(word) for word in title.split())
    found = re.match(pattern, words, re.IGNORECASE)
    return found.end() if found else None


def answered(
    text: str, titles: Iterable[tuple[str | None, str]], source: str
) -> Iterator[Question]:
    """Yield the questions of a text that its titles, each with a kind, answer."""
    known = [(kind, View.of(title).text) for kind, title in titles]
    for words, setting in asked(text):
        for kind, title in known:
            end = length_in(words, title) if kind in {None, setting.kind} else None
            if end:
                yield Question(words, setting, end, source)
                break


def of_windows(path: Path, texts: Path) -> Iterator[Question]:
    """Yield the questions of annotated windows."""
    for document in read_windows(path, texts):
        titles = [(c["kind"], c["title"]) for c in document["citations"] if c.get("title")]
        yield from answered(document["text"], titles, "windows")


def read_sentence(line: str) -> tuple[str, list[tuple[str | None, str]]]:
    """Return an invented sentence without its marks, and the titles in it.

    >>> read_sentence("Theo [[Chỉ thị 5-CT/TU]] {{về giữ rừng}}, xã đã trồng.")
    ('Theo Chỉ thị 5-CT/TU về giữ rừng, xã đã trồng.', [(None, 'về giữ rừng')])
    """
    text, at, open_at, titles = "", 0, [], []
    for mark in _MARK.finditer(line):
        text, at = text + line[at : mark.start()], mark.end()
        if mark[0] == "{{":
            open_at.append(len(text))
        elif mark[0] == "}}" and (title := text[open_at.pop() :]):
            titles.append((None, title))
    return (text + line[at:]).replace("⏎", "\n"), titles


def is_measured(line: str) -> bool:
    """Whether an invented sentence is left for measuring."""
    return zlib.crc32(line.encode()) % 2 == 1


def of_invented(path: Path) -> Iterator[Question]:
    """Yield the questions of the invented sentences that are learnt from."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#") and not is_measured(line):
            yield from answered(*read_sentence(line), "invented")


def of_tests(path: Path) -> Iterator[Question]:
    """Yield the questions of the texts whose titles the tests know."""
    for line in path.read_text(encoding="utf-8").splitlines():
        text, attribute, title = (*line.split("\t"), "", "")[:3]
        if attribute == "title" and title:
            yield from answered(text.replace("⏎", "\n"), [(None, title)], "invented")


def of_ends(path: Path, raw: dict[str, str]) -> Iterator[Question]:
    """Yield the questions of single titles annotated in raw texts."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = raw.get(row["document"], "")
        title = text[row["start"] : row["end"]]
        window = text[max(0, row["start"] - 300) : row["end"] + 600]
        yield from answered(window, [(None, title)] if title else [], "ends")


def read_raw(paths: list[Path], hidden: set[str]) -> dict[str, str]:
    """Return the raw texts by document."""
    found: dict[str, str] = {}
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as stream:
            rows = [json.loads(line) for line in stream]
        found |= {row["id"]: row["text"] for row in rows if row["id"] not in hidden}
    return found


def gathered(texts: Iterable[str]) -> tuple[list[Context], list[str]]:
    """Return what raw texts say behind documents without a title, and titles that are whole."""
    contexts: list[Context] = []
    titles: set[str] = set()
    for source in texts:
        view = View.of(source[:LONGEST])
        text, lower = view.text, view.lower
        for citation in find_citations(view, resolve=False):
            start, end = view.locate(citation.start), view.locate(citation.end - 1) + 1
            if citation.is_own or citation.rule == "titled" or end <= start:
                continue
            told = read_after(text, lower, end, titled=False).end
            if citation.title:
                last = length_in(text[told:].lstrip(), citation.title)
                behind = text[told:].lstrip()[last : last + 1] if last else ""
                if behind in {";", ".", "\n"} and "," not in citation.title:
                    titles.add(View.of(citation.title).text)
                continue
            before, after = text[max(0, start - 60) : start], text[told : told + 220]
            context = Context(citation.kind or "", before, text[start:end], text[end:told], after)
            if may_go_on(context):
                contexts.append(context)
    for document in documents():
        if document.title:
            title = document.title
            whole = title if _OPENING.match(title) else f"về {title[0].lower()}{title[1:]}"
            titles.add(View.of(whole).text)
    return contexts, sorted(title for title in titles if is_sure(title))


def may_go_on(context: Context) -> bool:
    """Whether a title can be put behind the document of a context."""
    rest = context.after.lstrip(" ,(")
    marks = ("(", "[", "–", "-", ":", "*", "^", "|", '"', "“", "”")
    if _OPENING.match(rest) or context.after.lstrip().startswith(marks):
        return False
    chance = zlib.crc32(context.after.encode()) % 20
    if _PART.search(context.before) and chance > 2:
        return False
    return context.after[:1] in {" ", ".", ",", ";", "\n"}


def is_sure(title: str) -> bool:
    """Whether a title is whole, as far as its words tell."""
    fits = 4 <= len(title.split()) <= 40 and not title.isupper()
    return bool(_OPENING.match(title)) and fits and not _UNSURE.search(title)


def put_together(
    contexts: list[Context], titles: list[str], rng: random.Random
) -> Iterator[Question]:
    """Yield the questions of sentences in which a title stands behind a document."""
    numbered = [each for each in contexts if "/" in each.document and "\n" not in each.told]
    plain = [title for title in titles if not _CLAUSE.search(title)]
    running = [c for c in contexts if c.after.lstrip(" ,")[:1].isalnum() and c.after[0] in " ,"]
    for _ in range(PUT_TOGETHER):
        context = rng.choice(running if rng.random() < 0.6 else contexts)
        title = rng.choice(plain if rng.random() < 0.7 else titles)
        if title.lower().startswith(("triển khai", "thực hiện", "kết luận", "đề nghị", "công bố")):
            title = f"về việc {title}"
        model = rng.choice(numbered)
        told, after = model.told, context.after
        kind = rng.random()
        if kind < 0.42:
            told, after = "", after if kind < 0.35 else told + after
        text = f"{context.before}{model.document}{told} {title}{after}"
        yield from answered(text, [(None, title)], "put together")


def agreed(texts: Iterable[str], weights: dict[str, float]) -> Iterator[Question]:
    """Yield the questions of raw texts that the rules and a model answer alike."""
    known: Counter[str] = Counter()
    for text in texts:
        for words, setting in asked(text[:LONGEST]):
            key = " ".join(words.lower().split())
            ruled = len(title_in(words, setting))
            if known[key] > 1 or _ASKING.search(key):
                continue
            if likeliest(words, setting, ruled, weights) == ruled:
                known[key] += 1
                yield Question(words, setting, ruled, "agreed")


def likeliest(words: str, setting: Setting, ruled: int, weights: dict[str, float]) -> int:
    """Return where a title ends by the weights alone."""
    going_on, best = 0.0, (-np.inf, ruled)
    for end, names in endings.places(words, setting, ruled):
        if not names:
            return max(best, (going_on, end))[1]
        score = weights["bias"] + sum(weights.get(name, 0.0) for name in names)
        best = max(best, (going_on - float(np.logaddexp(0, -score)), end))
        going_on -= float(np.logaddexp(0, score))
    return best[1]


def rows_of(questions: Iterable[Question]) -> Iterator[logistic.Row]:
    """Yield features, answer and weight of every place up to the end of each title."""
    for words, setting, end, source in questions:
        places = list(endings.places(words, setting, len(title_in(words, setting))))
        if end not in {place for place, _ in places}:
            continue
        for place, names in places:
            if names and place <= end:
                yield names, place == end, WEIGHTS[source]


def learn(questions: Iterable[Question]) -> dict[str, float]:
    """Return the weights by feature."""
    rows = list(rows_of(questions))
    return logistic.learn(rows, penalty=PENALTY, rare=RARE, smallest=SMALLEST, digits=2)


def main() -> None:
    """Read the data, learn the weights twice and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raw", nargs="+", type=Path, required=True)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--windows", type=Path, required=True)
    parser.add_argument("--without", type=Path, required=True)
    parser.add_argument("--ends", type=Path, required=True)
    parser.add_argument("--invented", type=Path, required=True)
    options = parser.parse_args()
    about.title_end = by_rules
    rng = random.Random(SEED)  # noqa: S311
    lines = options.without.read_text(encoding="utf-8").splitlines()
    raw = read_raw(options.raw, {json.loads(line)["document"] for line in lines})
    questions = [
        *of_windows(options.windows, options.texts),
        *of_invented(options.invented),
        *of_tests(options.invented.with_name("attributes.tsv")),
        *of_ends(options.ends, raw),
        *put_together(*gathered(raw.values()), rng),
    ]
    print(Counter(question.source for question in questions))
    questions += agreed(raw.values(), learn(questions))
    print(Counter(question.source for question in questions))
    weights = learn(questions)
    logistic.write_weights(Path(__file__).with_name("weights.json"), weights)
    print(len(weights), "weights")


if __name__ == "__main__":
    main()
