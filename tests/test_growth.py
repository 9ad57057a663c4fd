"""Time grows with the length of the text, for each finder and whatever is repeated.

A text four times as long may take ten times as long, and a bit. Nothing is said of how fast it is.
What seems to grow faster between two short texts is tried with a long one.
"""

import base64
import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from time import process_time
from typing import Any, Final

import pytest

from vnpolitext.analysis import analyze
from vnpolitext.articles import article_from_text
from vnpolitext.citations import find_citations
from vnpolitext.corpus.export import write_conllu
from vnpolitext.directives import find_directives
from vnpolitext.officials import find_persons
from vnpolitext.places import find_places
from vnpolitext.statements import find_statements
from vnpolitext.text import sentences, tokenize

FINDERS: Final[dict[str, Callable[[str], Any]]] = {
    "citations": find_citations,
    "places": find_places,
    "directives": find_directives,
    "persons": find_persons,
    "statements": partial(find_statements, persons=(), citations=()),
    "article": article_from_text,
    "tokens": tokenize,
    "sentences": sentences,
}
SHORT, LONG, LONGEST = 8_000, 32_000, 128_000
# Traced line by line, a finder takes several times as long, and not evenly so.
pytestmark = pytest.mark.no_cover

FACTOR, SLACK = 10, 0.3
DOUBT, NOISE = 7, 0.03

LETTERS: Final = ("I", "Đ", "a", "đ", "ươ", "Ng", "NQ", "x1", "H'", "A'", "1", "0", "A.B", "é")
MARKS: Final = tuple("-./\\*_()[]{}<>\"'“”‘…,:;|#%&=@•–!?+~^")
BLANKS: Final = (" ", "\t", "\n", "\r\n", " \n", "\n\n", "\u00a0", "\u200b", "\u00ad", "\u3000")
COMBINED: Final = ("\u0301", "a\u0301", "a\u0323\u0302", "e\u0302\u0323", "Đ\u0301", "\u0323\u0302")
KINDS: Final = (
    "Nghị quyết", "NGHỊ QUYẾT", "quyết định", "Chỉ thị", "Luật", "Bộ luật Hình sự", "Hiến pháp",
    "Thông tư", "Kết luận", "Công điện", "Văn kiện Đại hội", "dự thảo Nghị định", "Điều lệ Đảng",
    "Luật sửa đổi, bổ sung một số điều của",
)  # fmt: skip
NUMBERS: Final = (
    "18-NQ/TW", "số 5", "15/2020/NĐ-CP", "Số: 5/NQ-CP", "1.000", "10%", "ngày 5/6/2020",
    "ngày 5 tháng 6 năm 2020", "khóa XIII", "điểm a khoản 1 Điều 2", "2020-2025", "1, 2, 3",
)  # fmt: skip
TITLES: Final = (
    "TS.", "TS", "PGS.TS.", "Ông", "đồng chí", "Đ/c", "Bí thư", "Chủ tịch UBND tỉnh", "CHỦ TỊCH",
    "Nguyễn Văn An", "NGUYỄN VĂN AN", "H'Yim Kđoh", "Y", "Trần Thị B - Bí thư", "V.I. Lênin",
)  # fmt: skip
UNITS: Final = (
    "P.1", "Q.1", "TP.", "tỉnh", "các xã: ", "phường 1,", "Điện Biên", "tỉnh Điện Biên,",
    "thành xã A,", "cao tốc A - B", "Hồ Chí Minh", "QL1A", "thôn 1",
)  # fmt: skip
ITEMS: Final = (
    "1.", "1)", "a)", "- ", "I.", "1.1.", "Điều 1.", "Chương I", "1. Giao Bộ Y tế lập kế hoạch;",
    "Giao Bộ Y tế", "Nơi nhận:", "TM. CHÍNH PHỦ", "ĐẢNG CỘNG SẢN VIỆT NAM", "| a | b |", "-----",
    "1\tNguyễn Văn A\tBí thư", "(Theo", "Ảnh:", "“a”", "[1]", "http://a.b/c", "a@b.vn", "</p>",
)  # fmt: skip
JOINTS: Final = (" ", "\n", " " * 40)
WORDS: Final = (*KINDS, *NUMBERS, *TITLES, *UNITS, *ITEMS)


def _runs() -> dict[str, str]:
    """Texts that are no repetition of something short."""
    random = Random(7)  # noqa: S311
    code = base64.b64encode(random.randbytes(LONGEST)).decode()
    grains = (*LETTERS, *BLANKS, *MARKS, *COMBINED)
    mixed = {
        f"mix {number}": "".join(
            random.choice((*WORDS, *grains)) + random.choice(("", "", *BLANKS, *JOINTS))
            for _ in range(LONGEST)
        )
        for number in range(4)
    }
    return {
        "one line of base64": code,
        "lines of base64": "\n".join(code[at : at + 76] for at in range(0, LONGEST, 76)),
        "data URI": f"![](data:image/png;base64,{code})",
        "capitals": "".join(random.choice("ABCĐEIXVƯ") for _ in range(LONGEST)),
        "one letter, many marks": "a" + "\u0301" * LONGEST,
        "one letter, marks out of order": "a" + "\u0302\u0323" * LONGEST,
        "grains": "".join(random.choice(grains) for _ in range(LONGEST)),
        **mixed,
    }


def _seeds() -> dict[str, str]:
    plain = (*LETTERS, *MARKS, *BLANKS, *COMBINED)
    joined = [word + joint for word in WORDS for joint in JOINTS]
    spread = [kind + " " * 40 + "Về việc\n" for kind in KINDS]
    loose = [kind + "   về   việc   sửa   đổi\n" for kind in KINDS]
    glued = [word for word in WORDS if " " not in word]
    pairs = [f"{kind} {number}, " for kind in KINDS for number in NUMBERS[:3]]
    people = [f"{title} {name}, " for title in TITLES for name in ("Nguyễn Văn An", "A", "TS.")]
    seeds = dict.fromkeys((*plain, *joined, *spread, *loose, *glued, *pairs, *people))
    return {repr(seed): seed * (LONGEST // len(seed) + 1) for seed in seeds} | _runs()


TEXTS: Final = _seeds()


def _seconds(find: Callable[[str], Any], text: str) -> float:
    """Time of one call without the collector, whose work depends on what other tests left."""
    gc.disable()
    try:
        start = process_time()
        find(text)
        return process_time() - start
    finally:
        gc.enable()


def _grows(find: Callable[[str], Any], text: str) -> bool:
    """Whether time grows faster than the text, in each of three tries.

    What shares the processor makes a measurement longer, but not every time.
    """
    return all(_grew(find, text) for _ in range(3))


def _grew(find: Callable[[str], Any], text: str) -> bool:
    short, long = _seconds(find, text[:SHORT]), _seconds(find, text[:LONG])
    if long > FACTOR * short + SLACK:
        return True
    if long <= DOUBT * short + NOISE:
        return False
    return _seconds(find, text[:LONGEST]) > FACTOR * long + SLACK


@pytest.mark.parametrize("name", FINDERS)
def test_time_grows_with_the_text(name: str) -> None:
    find = FINDERS[name]
    find("Ông Nguyễn Văn An, xã A, nói về Nghị quyết số 18-NQ/TW.\n1. Giao Bộ Y tế lập.")
    assert [seed for seed, text in TEXTS.items() if _grows(find, text)] == []


def test_time_grows_with_the_records_of_an_export(tmp_path: Path) -> None:
    line = "Ông Lò Văn An, Bí thư xã Mây, nói về Nghị quyết số 18-NQ/TW.\n"
    text = line * (LONGEST // len(line) + 1)
    read = {size: [analyze(text[:size])] for size in (SHORT, LONG, LONGEST)}
    out = tmp_path / "out.conllu"
    assert not _grows(lambda part: write_conllu(read[len(part)], out), text)


def test_what_grows_with_the_square_is_seen() -> None:
    assert _grows(lambda text: [hash(text[at:]) for at in range(len(text))], "x" * LONGEST)
    assert not _grows(str.split, "x " * LONGEST)


def test_the_texts_are_many() -> None:
    assert len(TEXTS) >= 150
    assert all(len(text) >= LONGEST for text in TEXTS.values())
