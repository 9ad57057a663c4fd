"""What holds for every text: offsets, layouts, order, growth, damage."""

import itertools
import time
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpolitext.layout import read_page
from vnpolitext.officials import Person, find_persons
from vnpolitext.officials.words.tokens import tokenize
from vnpolitext.officials.words.zones import zones
from vnpolitext.text import View, fold

NAMES = (
    "Bùi Khắc Toản",
    "Lò Thị Mai Phương",
    "Giàng A Vảng",
    "Thạch Sa Rây",
    "H'Linh Mlô",
    "Y Khoa Êban",
    "Ksor Blâm",
    "Điểu Krang Hòa",
    "K'Tư Brông",
    "Nông Thị Nhàn",
    "Huỳnh Thị Cẩm Nhung",
    "Chamaléa Thị Hương",
)
OFFICES = (
    "Bí thư Tỉnh ủy",
    "Chủ tịch UBND huyện Tủa Chùa",
    "Phó Chủ tịch HĐND tỉnh",
    "Trưởng Ban Dân vận Tỉnh ủy",
    "Giám đốc Sở Văn hóa, Thể thao và Du lịch",
    "Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh",
    "Ủy viên Ban Thường vụ",
    "Chánh án Tòa án nhân dân tỉnh",
    "Bí thư Đảng ủy xã Tả Van",
    "ĐBQH",
)
LAYOUTS = (
    lambda cadres: "Dự có các đồng chí: " + "; ".join(f"{n}, {o}" for n, o in cadres) + ".",
    lambda cadres: "Dự có: " + "; ".join(f"{n} - {o}" for n, o in cadres) + ".",
    lambda cadres: "".join(f"{i}. Đồng chí {n} - {o}.\n" for i, (n, o) in enumerate(cadres, 1)),
    lambda cadres: "".join(f"| {i} | {n} | {o} |\n" for i, (n, o) in enumerate(cadres, 1)),
    lambda cadres: "".join(f"| {o} | {n} |\n" for n, o in cadres),
    lambda cadres: " và ".join(f"{o} {n}" for n, o in cadres) + " ký biên bản.",
    lambda cadres: "".join(f"Đồng chí {n} ({o}) phát biểu.\n" for n, o in cadres),
    lambda cadres: "".join(f"Hội nghị bầu đồng chí {n} làm {o}.\n" for n, o in cadres),
    lambda cadres: "".join(f"Đồng chí **{n}**, *{o}* phát biểu.\n" for n, o in cadres),
    lambda cadres: "".join(f"{o}:\n- {n}\n\n" for n, o in cadres),
    lambda cadres: "".join(f"## {o} qua các thời kỳ\n- 2015-nay, {n}\n\n" for n, o in cadres),
    lambda cadres: "".join(f"KT. TRƯỞNG PHÒNG\n{o}\n(Đã ký)\n{n}\n\n" for n, o in cadres),
    lambda cadres: "".join(f"{o} đầu tiên là ông {n}.\n" for n, o in cadres),
)
CADRES = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(OFFICES)),
    min_size=1,
    max_size=6,
    unique_by=lambda pair: pair[0],
)


def offices(persons: list[Person]) -> list[tuple[str, list[str]]]:
    return [(p.name, [fold(position.text) for position in p.positions]) for p in persons]


def check(text: str) -> list[Person]:
    """Every span points at its surface; mentions are ordered and never overlap."""
    persons = find_persons(text)
    spans = sorted(span for person in persons for span in person.mentions)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    for person in persons:
        assert person.mentions
        assert list(person.mentions) == sorted(person.mentions)
        assert person.is_official is bool(person.positions)
        for start, end in person.mentions:
            assert 0 <= start < end <= len(text)
        for position in person.positions:
            assert text[position.start : position.end] == position.text
            assert position.text == position.text.strip()
            assert position.title
            assert position.status in {"current", "former", "late", "acting"}
    return persons


@given(cadres=CADRES, layout=st.sampled_from(LAYOUTS))
def test_a_list_of_cadres_in_any_layout_gives_them_back(cadres, layout):
    found = check(layout(cadres))
    assert offices(found) == [(name, [fold(office)]) for name, office in cadres]


@given(cadres=CADRES, form=st.sampled_from(["NFC", "NFD"]), nbsp=st.booleans())
def test_the_spelling_of_letters_and_blanks_changes_nothing(cadres, form, nbsp):
    text = unicodedata.normalize(form, LAYOUTS[0](cadres))
    if nbsp:
        text = text.replace(" ", "\u00a0")
    assert offices(check(text)) == [(name, [fold(office)]) for name, office in cadres]


@given(cadres=CADRES)
def test_capitals_keep_the_persons(cadres):
    text = "".join(f"ĐỒNG CHÍ {name.upper()}, {office.upper()}\n" for name, office in cadres)
    found = [(fold(name), held) for name, held in offices(check(text))]
    assert found == [(fold(name), [fold(office)]) for name, office in cadres]


FRAGMENTS = st.sampled_from(
    [
        *NAMES,
        *OFFICES,
        *("đồng chí", "ông", "các", "nguyên", "và", ",", ";", ":", "-", "(", ")", "|", "\n", ". "),
        *("là", "giữ chức", "sinh ngày 1.5.1960", "#", "**", "Ảnh:", "tức", "V.I.", "K'", "*"),
        *("\u00ad", "\ud800", "\x00", "🇻🇳", "e\u0301", "Đảng", "TM.", "A", "1."),
    ]
)


@settings(max_examples=150, deadline=None)
@given(parts=st.lists(FRAGMENTS, max_size=40), blank=st.sampled_from([" ", "", "  ", "\n"]))
def test_any_text_gives_sound_records(parts, blank):
    check(blank.join(parts))


@settings(max_examples=80, deadline=None)
@given(text=st.text(max_size=300))
def test_no_text_fails(text):
    check(text)


@given(text=st.text(alphabet="AĐaữn'- .|\n\\_*&1:,", max_size=120))
def test_tokens_are_the_text(text):
    flat = read_page(View.of(text)).text
    tokens = tokenize(flat, [(0, len(flat))])
    assert len(tokens.words) == len(tokens.starts) == len(tokens.ends) == len(tokens.kinds)
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert word == "\n" or flat[start:end].lower() == word
        assert start <= end


@given(text=st.text(alphabet=" aĐNguyễnVă.\n", max_size=400))
def test_zones_are_ordered_and_inside(text):
    found = zones(text, text.lower(), 0, len(text))
    assert all(0 <= first < last <= len(text) for first, last in found)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(found))


def test_empty_texts():
    assert find_persons("") == []
    assert find_persons(" \n\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "Nguyễn " * 40_000,
        "Bí thư, " * 40_000,
        "đồng chí " * 40_000,
        "Bí thư Tỉnh ủy và " * 15_000,
        "(" * 200_000,
        "A." * 100_000,
        "K'" * 100_000,
        "Xi-vi-" * 40_000,
        "các đồng chí: A, Bí thư; " * 8_000,
        "\n" * 200_000,
        "| " * 100_000,
        "T.Ư" * 60_000,
        "Ông Nguyễn Văn An, bà Lê An. Ông An, bà An. " * 5_000,
        "Phó Chủ tịch:\n- Nguyễn Văn An\n- Lê Thị Hoa\n" * 5_000,
        "Bí thư là ông, sau khi làm Chủ tịch, " * 8_000,
        "| Bí thư | Nguyễn Văn An |\n" * 8_000,
        "Ông Lê Văn An, Bí thư xã, nói ngày 3/5/2021. " * 5_000,
        "Jean-" * 40_000,
        "tên khác là Lê An, " * 10_000,
        "Đồng chí Lan nói. " * 16_000,
        "Ông Lê Văn An sinh năm 1960.\nBà Mùa Thị Hoa sinh năm 1970, Bí thư xã.\n" * 4_000,
        "lập Ban Chỉ đạo việc A.\nÔng Lê Văn An, Chủ tịch Hội đồng. " * 4_000,
    ],
    ids=lambda line: repr(line[:12]),
)
def test_growth_is_linear(line):
    """Four times the text takes far less than sixteen times the time.

    What shares the processor makes a measurement longer, but not every time.
    """

    def seconds(text: str) -> float:
        start = time.process_time()
        find_persons(text)
        return time.process_time() - start

    small = min(seconds(line[: len(line) // 4]) for _ in range(2))
    assert any(seconds(line) < 10 * small + 0.2 for _ in range(3))


def test_the_same_text_gives_the_same_records_in_any_thread():
    texts = [layout([(NAMES[i], OFFICES[i]) for i in range(6)]) for layout in LAYOUTS] * 4
    alone = [find_persons(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(find_persons, texts)) == alone


def test_records_do_not_depend_on_what_stands_far_away():
    cadre = "Đồng chí Bùi Khắc Toản, Bí thư Tỉnh ủy Sơn La phát biểu.\n"
    filler = "Các đơn vị làm tốt việc này. " * 12_000
    alone = offices(find_persons(cadre))
    assert offices(find_persons(filler + "\n" + cadre)) == alone
    assert offices(find_persons(cadre + filler)) == alone
