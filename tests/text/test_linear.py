"""Bad input costs no more than its length: four times the text, far from sixteen times the work."""

import gc
import time
from collections.abc import Callable

import pytest

from vnpolitext.text import sentences, tokenize

ATTACKS = {
    "one word": "a",
    "one digit": "1",
    "stops": ".",
    "dashes": "-",
    "blanks": " ",
    "apostrophes": "a'",
    "numbers": "1.",
    "commas in numbers": "1,1",
    "codes": "1/2020/NĐ-",
    "code dashes": "12 - ",
    "initials": "A.",
    "open links": "www.",
    "at signs": "a@a.",
    "slashes": "a/",
    "hyphens": "ba-na-",
    "quotes": "“",
    "marks": "a\u0301\u0301\u0301",
    "zero width": "a\u200b",
    "line breaks": "a\n",
    "carriage returns": "\r",
    "surrogates": "\ud800",
    "emoji": "👍🏽",
    "other scripts": "中яع",
    "capitals": "A B ",
    "a term's beginning": "hệ thống chính ",
    "no break": "Đảng\u00a0bộ",
    "controls": "\x00\x1f",
}
SMALL = 30_000


def fastest(work: Callable[[str], object], text: str) -> float:
    """Return processor time, without the garbage of other tests in it."""
    times = []
    gc.disable()
    try:
        for _ in range(3):
            start = time.process_time()
            work(text)
            times.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(times)


@pytest.mark.parametrize("work", [tokenize, sentences])
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_work_grows_with_the_length(work: Callable[[str], object], attack: str) -> None:
    text = attack * (SMALL // len(attack))
    once = max(fastest(work, text), 2e-3)
    assert fastest(work, text * 4) < 11 * once


def test_ten_megabytes_on_one_line() -> None:
    sentence = "Ban Chấp hành Trung ương bàn về công tác cán bộ, 98,5% theo 18-NQ/TW. "
    text = sentence * (10_000_000 // len(sentence))
    tokens = tokenize(text)
    assert len(tokens) == len(tokenize(sentence)) * (10_000_000 // len(sentence))
