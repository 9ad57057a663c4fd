"""What holds for any text: offsets, order, sameness, growth, threads."""

import random
import time
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpolitext.places import Place, find_places

PIECES = [
    "huyện ", "xã ", "các xã ", "tỉnh ", "TP. ", "thành phố ", "Q.", "P.5", "phường ", "thị xã ",
    "Mường Nhé", "Điện Biên", "Hòa Bình", "Huế", "Vinh", "Tuy Phước", "Gia Lai - Kon Tum",
    "Bà Rịa - Vũng Tàu", "M'Đrắk", "Nguyễn", " và ", ", ", " (", ")", "\n", ". ", "-", "**",
    "\u200b", "cũ", "nay là ", "Trung Quốc", "sông ", "Huyện ủy ", "HCM", "1", "2025", "\u0301",
    "Sài Gòn",
    "\ud800", "🙂", "\x00", "sắp xếp ", " thành ", "tên gọi là ", "đảo ", "ở ",
]  # fmt: skip
SENTENCE = (
    "Bí thư Huyện ủy Tuần Giáo thăm các xã Quài Tở, Quài Cang (huyện Tuần Giáo), "
    "thị xã Mường Lay và tỉnh Lai Châu; về Điện Biên, đoàn gặp Đảng ủy phường Mường Thanh."
)
MIXED = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


@given(MIXED)
@settings(max_examples=300, deadline=None)
def test_places_are_in_order_without_overlaps_and_show_their_text(text: str) -> None:
    end = 0
    for place in find_places(text, as_of="2025-08-01"):
        assert end <= place.start < place.end <= len(text)
        assert text[place.start : place.end] == place.text
        assert place.level in {"province", "district", "commune"}
        assert place.code is None or not place.candidates
        assert place.rule
        end = place.end


def facts(places: list[Place]) -> list[tuple[str, str | None, str | None]]:
    return [(place.name, place.level, place.code) for place in places]


@pytest.mark.parametrize(
    "variant",
    [
        unicodedata.normalize("NFD", SENTENCE),
        SENTENCE.replace("Mường Lay", "**Mường Lay**"),
        SENTENCE.replace(" ", "\u00a0"),
        SENTENCE.replace("Quài Tở,", "Quài\u200b Tở,"),
        SENTENCE.replace("thị xã Mường", "thị xã\nMường").replace("Tuần Giáo)", "Tuần\nGiáo)"),
        SENTENCE.replace("Huyện ủy", "Huyện uỷ"),
    ],
    ids=["decomposed", "bold", "hard blanks", "invisible", "wrapped", "old tones"],
)
def test_spelling_does_not_matter(variant: str) -> None:
    assert facts(find_places(variant)) == facts(find_places(SENTENCE))
    assert len(find_places(SENTENCE)) == 8


def test_same_text_same_places_in_any_thread() -> None:
    texts = [SENTENCE * n for n in range(1, 9)]
    alone = [find_places(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(find_places, texts * 3)) == alone * 3


def test_context_of_other_documents_does_not_leak() -> None:
    first = find_places("huyện Châu Thành", as_of="2020-01-01")
    find_places("Cả ngày ở huyện Châu Thành, tỉnh Tiền Giang.", as_of="2020-01-01")
    assert find_places("huyện Châu Thành", as_of="2020-01-01") == first


@pytest.mark.parametrize(
    "unit",
    [
        "xã A, ", "các xã Tân Tiến, ", "huyện ", "Hòa Bình ", "Tân Tiến Tân ", "(", "A ", "A-",
        "Quảng Nam - ", "xã Tân Tiến (", "\n", "thành xã mới có tên gọi là xã Na Sang, ",
        "sắp xếp xã Na Sang ", "TP. ", "12.5.2025 ", "Trung Quốc ", "Huế ", "ở Mường Lay, ",
    ],
)  # fmt: skip
def test_time_grows_like_the_text(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        best = 9.0
        for _ in range(3):
            begin = time.process_time()
            find_places(text, as_of="2025-08-01")
            best = min(best, time.process_time() - begin)
        return best

    small, large = cost(4_000), cost(64_000)
    assert large < 16 * 6 * small + 0.05


def test_a_long_line_of_anything() -> None:
    pick = random.Random(7)  # noqa: S311 - not for secrets
    text = "".join(pick.choice(PIECES) for _ in range(60_000))
    places = find_places(text, as_of="2025-08-01")
    assert places
    assert all(text[place.start : place.end] == place.text for place in places)


@pytest.mark.parametrize("text", ["", " ", "\n", "\ud800", "xã", "huyện ", "Q.", "TP", "(", "Huế"])
def test_short_texts(text: str) -> None:
    assert [place.text for place in find_places(text)] == (["Huế"] if text == "Huế" else [])
