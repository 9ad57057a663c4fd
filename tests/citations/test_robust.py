"""Any input: long runs, broken characters, threads, processes; linear in the length."""

import subprocess
import sys
import time
import tracemalloc
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from vnpolitext.citations import find_citations, find_references
from vnpolitext.citations.spans.matter import read_matter
from vnpolitext.text import View

RUNS = {
    "digits": "1234567890",
    "slashes": "/",
    "dashes": "-",
    "spaces": " ",
    "breaks": "\n",
    "numbers": "12/",
    "codes": "-NQ/TW",
    "dated": "1/2/",
    "kinds": "Nghị quyết ",
    "kinds and digits": "Nghị quyết 1",
    "quyết định": "quyết định số ",
    "said": "số ",
    "laws": "Luật ",
    "law names": "Luật Đất đai, ",
    "amending": "Luật sửa đổi, bổ sung Luật ",
    "provisions": "khoản 1 Điều 2 ",
    "coordination": "Nghị quyết số 1-NQ/TW, 2-NQ/TW và ",
    "bare coordination": "Nghị quyết 12, 13, ",
    "bodies": "của Ủy ban nhân dân tỉnh và ",
    "words": "chiến lược phát triển kinh tế ",
    "strategy": "Chiến lược phát triển ",
    "quotes": 'Nghị quyết 1-NQ/TW "',
    "brackets": "((((",
    "short": "(sau đây gọi tắt là ",
    "congress": "Nghị quyết Đại hội Đảng bộ tỉnh ",
    "verbs": "ban hành, ngày 1/2/2031 ",
    "emphasis": "**",
    "marks": "\u0301",
    "points": "T.Ư.",
    "letterhead": "Số: 1/KH-UBND\n",
    "matters": "ký Công điện về việc giữ rừng mùa khô. ",
}


def best(text: str) -> float:
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        find_citations(text)
        times.append(time.perf_counter() - begin)
    return min(times)


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_time_grows_with_the_length_not_faster(run: str) -> None:
    find_citations(run)
    size = 12_000
    small, large = (run * (size * factor // len(run) + 1) for factor in (1, 8))
    assert best(large) < 8 * 6 * best(small) + 0.05


def test_a_title_is_read_without_a_copy_of_the_line_before_it() -> None:
    line = "rừng mùa khô, " * 300_000 + "ký "
    text = f"{line}Công điện về việc giữ rừng mùa khô."
    end = len(line) + len("Công điện")
    tracemalloc.start()
    try:
        span = read_matter(text, text, "công điện", len(line), end)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert span == (end + len(" về việc "), len(text) - 1)
    assert peak < 100_000


def test_a_line_of_ten_megabytes_ends() -> None:
    text = "Căn cứ Nghị quyết số 35-NQ/TW và Luật Đất đai, các cấp ủy thực hiện tốt; " * 15_000
    text += "1/2-3" * 1_800_000
    assert len(text.encode()) > 10_000_000
    assert len(find_citations(text)) >= 30_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x01\x1f Nghị quyết 18 \x7f",
        "Nghị quyết \ud800 18-NQ/TW \udfff",
        "😀 Nghị quyết 😀 số 35-NQ/TW 😀",
        "Nghị quyết số 35-NQ/TW".encode("utf-16-le").decode("latin-1"),
        "\ufeffNghị\u200b quyết\u00ad số 35\u200d-NQ/TW",
        "Nghi\u0323 quyê\u0301t sô\u0301 35-NQ/TW",
        "Nghị quyết số 35-NQ/TW\r\nngày 22/10/2018",
    ],
)
def test_odd_characters_do_no_harm(text: str) -> None:
    for citation in find_citations(text):
        assert text[citation.start : citation.end] == citation.text


def test_decomposed_and_invisible_characters_are_read_through() -> None:
    [found] = find_citations("Nghi\u0323 quye\u0302\u0301t so\u0302\u0301 35\u200b-NQ/TW")
    assert found.number == "35-NQ/TW"
    assert found.text == "Nghi\u0323 quye\u0302\u0301t so\u0302\u0301 35\u200b-NQ/TW"


def test_a_view_and_its_text_give_the_same() -> None:
    text = "**Nghị quyết** số 35–NQ/TW của Bộ Chính trị khoá XII"
    assert find_citations(View.of(text)) == find_citations(text)


TEXTS = [
    f"Nghị quyết số {i}-NQ/TW ngày 1/2/2031 của Bộ Chính trị; theo Nghị quyết {i}, Luật Đất đai"
    for i in range(40)
]


def test_threads_and_processes_give_what_one_gives() -> None:
    alone = [find_citations(text) for text in TEXTS]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(find_citations, TEXTS)) == alone
    with ProcessPoolExecutor(2) as pool:
        assert list(pool.map(find_citations, TEXTS)) == alone


def test_order_of_texts_does_not_matter() -> None:
    forward = [find_citations(text) for text in TEXTS]
    backward = [find_citations(text) for text in reversed(TEXTS)]
    assert forward == backward[::-1]


def test_nothing_heavy_is_imported() -> None:
    code = (
        "import sys; from vnpolitext.citations import find_citations; "
        "find_citations('Nghị quyết 18 của Trung ương'); "
        "print([m for m in ('networkx', 'spacy', 'pandas') if m in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_raw_texts_give_spans_of_themselves(raw_texts: list[str]) -> None:
    found = 0
    for text in raw_texts[:400]:
        citations = find_citations(text)
        found += len(citations)
        for record in (*citations, *find_references(text, citations)):
            assert text[record.start : record.end] == record.text
    assert found > 1000


@pytest.mark.parametrize("mark", ["\n", "\n\n", "  ", "\t", "\n- "])
@pytest.mark.parametrize(
    "text",
    [
        "Quốc hội thông qua Luật sửa đổi, bổ sung một số điều của Bộ luật Thử nghiệm năm 2031",
        "Luật sửa đổi, bổ sung một số điều của 3 luật về Thử nghiệm và của Pháp lệnh Thử nghiệm",
        "Nghị quyết số 35 - NQ/TW ngày 22 tháng 10 năm 2018 của Bộ Chính trị khóa XII về học tập",
        "khoản 2 Điều 9 Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng, tập I",
        "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII (gọi tắt là Nghị quyết)",
        "các Quyết định số 12/QĐ-UBND, số 13/QĐ-UBND ngày 1/2/2031 của UBND tỉnh Mường Khoa",
        "Thông tư liên tịch số 5/2031/TTLT-BNV-BTC hướng dẫn thi hành Nghị định số 19/2031/NĐ-CP",
    ],
)
def test_a_break_between_any_two_words_is_no_error(text: str, mark: str) -> None:
    words = text.split(" ")
    for at in range(1, len(words)):
        broken = " ".join(words[:at]) + mark + " ".join(words[at:])
        for found in find_citations(broken):
            assert broken[found.start : found.end] == found.text
