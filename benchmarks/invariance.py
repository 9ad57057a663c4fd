"""Change texts in ways that must not change what is found, and compare the records.

    python benchmarks/invariance.py [FILE ...] [--texts 200] [--seed 1] [--change NAME] [--show 9]

The files are JSON Lines with ``text``, packed or not; without any, the example articles. Of each
text some lines are taken, each change is made to them, and the records of the changed text are
compared with those of the text as it was, moved to where they are then. The table says how much is
the same (F1): nothing needs to be annotated for it, and what falls behind is read wrongly either
before the change or after it. ``--show`` prints so many of what differs, with the change.
"""

import argparse
import random
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import vnpolitext as vp
from speed import EXAMPLES, read_texts
from vnpolitext.evaluation.lines import json_lines

Edit = tuple[int, int, str]
Fact = tuple[object, ...]
KINDS = (
    "mention",
    "position",
    "tenure",
    "citation",
    "key",
    "place",
    "unit",
    "item",
    "order",
    "said",
)
LONGEST = 5_000
SHORTEST = 600
AROUND = 70
SHORT_FORMS = {
    "Ủy ban nhân dân": "UBND",
    "Hội đồng nhân dân": "HĐND",
    "Ban Chấp hành": "BCH",
    "Ban Thường vụ": "BTV",
}
TONES = {"ủy": "uỷ", "Ủy": "Uỷ", "uỷ": "ủy", "Uỷ": "Ủy", "hòa": "hoà", "Hòa": "Hoà"}


def replaced(pattern: str, by: Callable[[str], str]) -> Callable[[str], Iterator[Edit]]:
    """Return the change that puts something else where a pattern is found."""
    compiled = re.compile(pattern)

    def change(text: str) -> Iterator[Edit]:
        return ((*found.span(), by(found[0])) for found in compiled.finditer(text))

    return change


def filled(width: int) -> Callable[[str], Iterator[Edit]]:
    """Return the change that breaks long lines, but rows of tables, where a width is full."""

    def change(text: str) -> Iterator[Edit]:
        at = 0
        for line in text.split("\n"):
            begin = 0
            blanks = [] if "|" in line else [found.start() for found in re.finditer(" ", line)]
            for blank, after in zip(blanks, [*blanks[1:], len(line)], strict=bool(blanks)):
                if len(line) > width + 20 and after - begin > width:
                    yield at + blank, at + blank + 1, "\n"
                    begin = blank + 1
            at += len(line) + 1

    return change


CHANGES: dict[str, Callable[[str], Iterator[Edit]]] = {
    "lines filled to 60": filled(60),
    "lines filled to 80": filled(80),
    "lines filled to 110": filled(110),
    "blanks that do not break": replaced(r"(?<=\w) (?=\w)", lambda _: "\u00a0"),
    "blanks at line ends": replaced(r"\n", lambda _: " \n"),
    "line ends of Windows": replaced(r"(?<!\r)\n", lambda _: "\r\n"),
    "straight quotation marks": replaced("[“”]", lambda _: '"'),
    "the other dash": replaced(" [-–] ", lambda found: " – " if "-" in found else " - "),
    "the other bullet": replaced(r"(?m)^[-•] ", lambda found: "• " if found[0] == "-" else "- "),
    "tones on the other vowel": replaced(r"[Ủủ]y\b|[Uu]ỷ\b|\b[Hh]òa\b", lambda found: TONES[found]),
    "đ/c": replaced(r"\b[đĐ]ồng chí\b", lambda found: f"{found[0]}/c"),
    "bodies shortened": replaced("|".join(SHORT_FORMS), lambda found: SHORT_FORMS[found]),
    "T.Ư": replaced(r"Trung ương(?! [A-ZĐ])", lambda _: "T.Ư"),
    "TP.": replaced(r"\bthành phố (?=[A-ZĐ])", lambda _: "TP. "),
    "days with a dash": replaced(
        r"\b\d{1,2}/\d{1,2}/\d{4}\b", lambda found: found.replace("/", "-")
    ),
    "kinds of documents in small letters": replaced(
        r"(?<=[a-zà-ỹ] )(?:Nghị quyết|Chỉ thị|Quyết định|Nghị định|Kế hoạch)(?= số \d)", str.lower
    ),
}


class Moved:
    """A text after edits, and where the places of the text are in it."""

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        """Make the edits, none of which overlaps another."""
        pieces: list[str] = []
        self._starts, self._ends, self._news, self._lasts = [-1], [0], [0], [0]
        for start, end, new in sorted(edits):
            kept = text[self._ends[-1] : start]
            pieces += (kept, new)
            self._news.append(self._lasts[-1] + len(kept))
            self._lasts.append(self._news[-1] + len(new))
            self._starts.append(start)
            self._ends.append(end)
        self.text = "".join((*pieces, text[self._ends[-1] :]))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters from ``start`` to ``end`` are now, whole edits with them."""
        first, last = (bisect_right(self._starts, at) - 1 for at in (start, end - 1))
        begin = self._news[first] if start < self._ends[first] else self._now(start, first)
        over = end - 1 < self._ends[last]
        return begin, self._lasts[last] if over else self._now(end - 1, last) + 1

    def _now(self, at: int, edit: int) -> int:
        return self._lasts[edit] + at - self._ends[edit]


def facts(found: vp.Analysis, moved: Moved) -> dict[str, set[Fact]]:
    """Return the records of each kind, at the places that they have after the edits."""
    at = moved.span
    positions = [(person, each) for person in found.persons for each in person.positions]
    return {
        "mention": {at(*span) for person in found.persons for span in person.mentions},
        "position": {
            (*at(each.start, each.end), at(*person.mentions[0])) for person, each in positions
        },
        "tenure": {
            (*at(each.start, each.end), each.status, each.since, each.until)
            for _, each in positions
        },
        "citation": {at(each.start, each.end) for each in found.citations},
        "key": {(*at(each.start, each.end), each.key) for each in found.citations},
        "place": {(*at(each.start, each.end), each.level) for each in found.places},
        "unit": {(*at(each.start, each.end), each.unit_id) for each in found.places},
        "item": {at(each.start, each.end) for each in found.directives},
        "order": {
            (
                *at(each.start, each.end),
                each.role,
                *(at(part.start, part.end) for part in (*each.actions, *each.actors)),
            )
            for each in found.directives
        },
        "said": {
            (*at(each.start, each.end), at(*each.speaker) if each.speaker else None)
            for each in found.statements
        },
    }


def excerpt(text: str, seed: int) -> str:
    """Return some lines of a text, not longer than what is compared."""
    first = random.Random(seed).randrange(0, max(1, len(text) - LONGEST))  # noqa: S311
    begin = text.find("\n", first) + 1 if first else 0
    part = text[begin : begin + LONGEST]
    return part[: part.rfind("\n")] if len(part) == LONGEST and "\n" in part else part


def compare(texts: Iterable[str], names: Iterable[str], show: int) -> dict[str, Counter[str]]:
    """Make the changes to the texts; return what was the same and how much there was of each."""
    counts = {name: Counter[str]() for name in names}
    for text in texts:
        before = vp.analyze(text)
        for name, count in counts.items():
            moved = Moved(text, CHANGES[name](text))
            if moved.text == text:
                continue
            wanted = facts(before, moved)
            got = facts(vp.analyze(moved.text), Moved(moved.text, ()))
            for kind in KINDS:
                count[f"{kind} same"] += 2 * len(wanted[kind] & got[kind])
                count[f"{kind} all"] += len(wanted[kind]) + len(got[kind])
                for fact in sorted(wanted[kind] ^ got[kind], key=str)[: max(0, show)]:
                    show -= 1
                    tell(name, kind, moved.text, fact, "lost" if fact in wanted[kind] else "new")
    return counts


def tell(name: str, kind: str, text: str, fact: Fact, what: str) -> None:
    """Print one record that differs, with the words around it."""
    start, end = int(str(fact[0])), int(str(fact[1]))
    words = f"{text[max(0, start - AROUND) : start]}[{text[start:end]}]{text[end : end + AROUND]}"
    print(f"{name}: {kind} {what} {fact[2:]}: {words!r}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--texts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--change", action="append", choices=CHANGES)
    parser.add_argument("--show", type=int, default=0, help="how many differences to print")
    arguments = parser.parse_args()
    texts = [line["text"] for path in arguments.files for line in json_lines(path)]
    texts = [each for each in texts or read_texts(EXAMPLES, 4.0) if len(each) >= SHORTEST]
    random.Random(arguments.seed).shuffle(texts)  # noqa: S311
    chosen = [excerpt(text, arguments.seed) for text in texts[: arguments.texts]]
    counts = compare(chosen, arguments.change or CHANGES, arguments.show)
    print("| change | " + " | ".join(KINDS) + " |\n| --- |" + " ---: |" * len(KINDS))
    for name, count in counts.items():
        shares = (
            f"{100 * count[f'{kind} same'] / count[f'{kind} all']:.1f}"
            if count[f"{kind} all"]
            else "-"
            for kind in KINDS
        )
        print(f"| {name} | " + " | ".join(shares) + " |")


if __name__ == "__main__":
    main()
