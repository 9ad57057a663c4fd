"""The work grows with what is worked on, in finders, spaCy, themes and pages; calls are counted.

`tests/test_growth.py` looks at the time of single finders. Here many texts of other kinds pass
through everything at once.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import vnpolitext as vp

pytestmark = pytest.mark.no_cover
BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
# One office or name before many, one list below another: what grew with the square once.
HEADED = {
    "offices of one person": ("Ông Nguyễn Văn An, ", "Bí thư, "),
    "offices with bodies": ("Ông Nguyễn Văn An: ", "Bí thư Tỉnh ủy Điện Biên; "),
    "offices of two": ("Ông Nguyễn Văn An, ông Trần Văn Bình, ", "Bí thư, "),
    "offices in brackets": ("Ông Nguyễn Văn An (", "Bí thư - "),
    "names of one office": ("Các Phó Bí thư gồm: ", "Nguyễn Văn An, "),
    "names below an office": ("Bí thư:\n", "- Lò Văn An\n"),
    "names of one syllable": ("", "K'Bril, "),
    "birth and brackets": ("Ông Nguyễn Văn An, sinh ", "( "),
    "assignments": ("1. ", "giao "),
    "lists in a line": ("", "gồm: (1) đất; (2) nước. "),
    "lines of one cell": ("| Nguyễn Văn An | Bí thư\n", "và các xã\n"),
    "rows without an edge": ("Hà Nội | ", "| 1 | Lò Văn An | Bí thư |\n"),
    "tables in two writings": ("", "và các xã\n|---|---|\n<td>Lò Văn An</td><td>Bí thư</td> và "),
    "wrapped lines": ("1. Giao Sở Y tế và\n", "2) các xã vùng cao còn lại của huyện đi học và\n"),
    "spans of cells": ("<table>", '<tr><td rowspan="900" colspan="200">a</td></tr>'),
    "offices that a verb gives to nobody": ("", "từ năm 1990 giữ chức Bí thư "),
    "marks of notes": ("Ông Nguyễn Văn An ", "[1] "),
    "offices held along with others": ("Ông Nguyễn Văn An, ", "Bí thư kiêm "),
    "offices given in a row": ("Năm 1990, ông Nguyễn Văn An ", "giữ chức Bí thư, "),
}


@pytest.fixture
def growth(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(BENCHMARKS)
    from fuzzing import growth as module

    return module


def whole(text: str) -> None:
    vp.analyze(text).words()


@pytest.mark.parametrize("name", HEADED)
def test_what_grew_once(growth: Any, name: str) -> None:
    head, unit = HEADED[name]
    assert growth.growing(lambda size: whole(head + unit * (size // len(unit)))) == []


@pytest.mark.parametrize("first", range(0, 80, 10))
def test_repeated_texts(growth: Any, first: int) -> None:
    def work(seed: int) -> Callable[[int], None]:
        return lambda size: whole(growth.repeated(seed, size))

    found = {seed: growth.growing(work(seed)) for seed in range(first, first + 10)}
    assert {seed: names for seed, names in found.items() if names} == {}


@pytest.mark.parametrize("seed", [11276, 42083], ids=["times in cells", "those who are told to"])
def test_repeated_texts_that_grew_once(growth: Any, seed: int) -> None:
    assert growth.growing(lambda size: whole(growth.repeated(seed, size))) == []


@pytest.fixture(scope="module")
def articles() -> list[str]:
    """Texts that differ, each of some 300 characters."""
    lines = "Ông Lò Văn {0}, Bí thư xã {0}, nói về kinh tế và đất đai. Nghị quyết số {0}-NQ/TW. "
    return [lines.format(number) * 3 for number in range(100)]


@pytest.mark.parametrize("name", ["prevalence", "keyness", "kwic", "passages", "spaCy", "report"])
def test_documents(growth: Any, articles: list[str], name: str) -> None:
    from vnpolitext import themes
    from vnpolitext.views import report_html

    documents = [
        themes.Document(str(number), text, {"source": "ab"[number % 2]})
        for number, text in enumerate(articles)
    ]
    read = articles if name == "report" else []
    analyses = [vp.analyze(text, id=str(at)) for at, text in enumerate(read)]
    nlp = vp.load() if name == "spaCy" else None

    def texts(count: int) -> None:
        assert nlp is not None
        nlp(" ".join(articles[:count]))

    works: dict[str, Callable[[int], Any]] = {
        "prevalence": lambda count: themes.theme_prevalence(documents[:count], by="source"),
        "keyness": lambda count: themes.keyness(documents[:count], by="source", min_count=1),
        "kwic": lambda count: themes.kwic(documents[:count], "kinh tế"),
        "passages": lambda count: themes.shared_passages(documents[:count]),
        "spaCy": texts,
        "report": lambda count: report_html(analyses[:count]),
    }
    assert growth.growing(works[name], 2) == []


def test_what_grows_with_the_square_is_counted(growth: Any) -> None:
    def pairs(size: int) -> int:
        return sum(len("a") for _ in range(size) for _ in range(size // 100))

    assert growth.growing(pairs, 100) != []
    assert growth.growing(lambda size: [len("a") for _ in range(size)], 1000) == []
