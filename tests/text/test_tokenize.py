"""Tokens: exact offsets over any input, units, records and terms, on every backend."""

import importlib.util
import pickle
import unicodedata
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vnpolitext.models import ModelError
from vnpolitext.text import Token, tokenize, tokenize_many
from vnpolitext.text.pieces import Pieces
from vnpolitext.text.words import segmenter_names

BACKENDS = [
    pytest.param(
        name,
        marks=pytest.mark.skipif(
            name in ("underthesea", "pyvi") and importlib.util.find_spec(name) is None,
            reason=f"{name} is not installed",
        ),
    )
    for name in segmenter_names()
]
OWN = ("default", "syllables")

LETTERS = st.sampled_from(
    "aăâđeêioôơuưyĐÐqh HMTV\n\r\t.,;:-–/\\'’“”%&@0123456789()[]*_\u0301\u0300\u0309\u0323\u0302"
    "\u200b\u00ad\u00a0\ud800\U0001f600中я\x00\x1f"
)
WORDS = st.sampled_from(
    ["nhân dân", "Quốc hội", "18-NQ/TW", "H'Mông", "98,5%", "Tỉnh ủy", "TS.", "C."]
)
MESSY = st.lists(st.text(LETTERS, max_size=8) | WORDS | st.text(max_size=4), max_size=12).map(
    "".join
)


def surfaces(text: str, **options: object) -> list[str]:
    return [token.text for token in tokenize(text, **options)]  # type: ignore[arg-type]


def assert_covered(text: str, tokens: list[Token]) -> None:
    place = 0
    for token in tokens:
        assert token.start < token.end
        assert text[token.start : token.end] == token.text
        assert not text[place : token.start].strip()
        place = token.end
    assert not text[place:].strip()


@pytest.mark.parametrize("model", OWN)
@given(MESSY)
@example("")
@example(" \n ")
@example("a\u0301")
@example("\u0301a")
@example("\u200b")
@example("nhân\u200b dân")
@example("Đảng\ud83d ủy")
@example("." * 50)
@settings(max_examples=300, deadline=None)
def test_every_character_is_in_one_token_or_blank(model: str, text: str) -> None:
    assert_covered(text, tokenize(text, words=model))


@pytest.mark.parametrize("model", BACKENDS)
def test_every_backend_covers_bad_input(model: str) -> None:
    text = "Đảng\udc80 ủy\x00 👍🏽 中文\x1f  các \u0301 cấp\r\n*tốt* 1.250.000đ _ ＡＢ v.v…"
    assert_covered(text, tokenize(text, words=model))


@given(st.lists(MESSY, max_size=4))
@settings(max_examples=60, deadline=None)
def test_a_text_gives_the_same_tokens_in_any_company(texts: list[str]) -> None:
    assert tokenize_many(texts) == [tokenize(text) for text in texts]


# What stands between blanks here is one token, whatever the backend.
UNITS = """
98,5% · 1.250.000 · 12.450,75 · 0,4 · 2021-2025 · 3,5-4%
01/8/2022 · 30/4 · 7/2024 · 1-5-1975 · 2025-07-01 · 10:30 · 7h30
18-NQ/TW · 15/2020/NĐ-CP · 1374/QĐ-UBND · 59/2020/QH14 · 05-CT/TU · 123-QĐi/TW · 2289/QĐ-TTg
002/2025/TT-BNV · 04/CT-TTg · 01-CTr/TU · V.07.02.25 · G22.99.02.023
T.Ư · TP.HCM · TP. · v.v. · Th.S. · PGS.TS. · GS.TSKH · Đ/c · BS.CKII · V.I. · tr. · Nxb.
H'Mông · H’Mông · M'Đrắk · Ba-na · Xơ-đăng · Covid-19 · MiG-21 · H1-3 · in-tơ-nét
GD&ĐT · GD-ĐT · VH-TT&DL · LĐ-TB&XH · KT-XH
https://chinhphu.vn/a?b=1&c=2 · www.tapchi.vn · toa.soan@bao.gov.vn · baovung.vn · http://a.b/c_d.pdf
... · … · !!! · — · *** · m2 · RON95
"""


@pytest.mark.parametrize("model", BACKENDS)
@pytest.mark.parametrize(
    "unit",
    [unit for line in UNITS.strip().splitlines() for unit in line.split(" · ")],
)
def test_units_are_one_token(model: str, unit: str) -> None:
    assert unit in surfaces(f"theo {unit} của", words=model)
    assert unit in surfaces(f"({unit}; {unit})", words=model)


@pytest.mark.parametrize("model", BACKENDS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Tốt”, (a) [1]", "“ Tốt ” , ( a ) [ 1 ]"),
        ("18-NQ/TW,ngày 25/10/2017;", "18-NQ/TW , ngày 25/10/2017 ;"),
        ("2020-2025,2025-2030", "2020-2025 , 2025-2030"),
        ("xem www.a.vn.", "xem www.a.vn ."),
        ("km/h và tấn/ha", "km / h và tấn / ha"),
        ("Huế-Lào", "Huế - Lào"),
        ("TS. Lê và ThS Mai ở Tp Vinh", "TS. Lê và ThS Mai ở Tp Vinh"),
        ("vitamin C. Rồi", "vitamin C . Rồi"),
        ("**Đảng** *ta*", "** Đảng ** * ta *"),
        ("hết.Sau", "hết . Sau"),
        ("a\\b", "a \\ b"),
    ],
)
def test_marks_stand_apart(model: str, text: str, expected: str) -> None:
    assert surfaces(text, words=model) == expected.split(" ")


@pytest.mark.parametrize(
    ("surface", "kind", "is_word"),
    [
        ("nhân dân", "word", True),
        ("T.Ư", "word", True),
        ("18-NQ/TW", "code", True),
        ("98,5%", "number", False),
        ("1.1", "number", False),
        ("01/8/2022", "date", False),
        ("www.a.vn", "link", False),
        (",", "punctuation", False),
        ("+", "symbol", False),
        ("👍", "symbol", False),
    ],
)
def test_kinds(surface: str, kind: str, is_word: bool) -> None:
    [token] = [token for token in tokenize(f"Theo {surface} ấy") if token.text == surface]
    assert (token.kind, token.is_word) == (kind, is_word)


@pytest.mark.parametrize("model", BACKENDS)
def test_spelling_does_not_change_the_words(model: str) -> None:
    text = "Uỷ ban nhân dân tỉnh họp, hoà bình"
    plain = tokenize("Ủy ban nhân dân tỉnh họp, hòa bình", words=model)
    for other in (text, unicodedata.normalize("NFD", text), text.replace("n ", "n\u00a0")):
        tokens = tokenize(other, words=model)
        assert_covered(other, tokens)
        if model in OWN:
            assert [token.norm for token in tokens] == [token.norm for token in plain]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hệ thống\nchính trị", ["hệ thống\nchính trị"]),
        ("nhân\r\ndân", ["nhân\r\ndân"]),
        ("ỦY BAN NHÂN DÂN\nTỈNH", ["ỦY BAN NHÂN DÂN", "TỈNH"]),
        ("của Ban\nChấp hành Trung ương", ["của", "Ban\nChấp hành Trung ương"]),
        ("Hà\nNội", ["Hà", "Nội"]),
        ("nhân\n\ndân", ["nhân", "dân"]),
        ("quản lý:\nnhà nước", ["quản lý", ":", "nhà nước"]),
    ],
)
def test_a_line_broken_for_its_width_goes_on(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


# Records are never cut, whatever the backend.
RECORDS = [
    ("Đồng chí Nguyễn Văn Bình dự", "Nguyễn Văn"),
    ("Đồng chí Nguyễn Văn Bình dự", "Văn Bình"),
    ("theo Nghị quyết số 35-NQ/TW", "35-NQ"),
    ("theo Nghị quyết số 35-NQ/TW", "Nghị quyết số 35-NQ/TW"),
    ("ở thành phố Hồ Chí Minh", "phố Hồ Chí"),
    ("hệ thống chính trị cơ sở", "thống chính"),
]


@pytest.mark.parametrize("model", BACKENDS)
@pytest.mark.parametrize(("text", "record"), RECORDS)
def test_tokens_end_where_records_end(model: str, text: str, record: str) -> None:
    start = text.index(record)
    span = (start, start + len(record))
    tokens = tokenize(text, words=model, spans=[span], keep=["hệ thống chính trị"])
    assert_covered(text, tokens)
    assert span[0] in {token.start for token in tokens}
    assert span[1] in {token.end for token in tokens}


@given(MESSY, st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=4))
@settings(max_examples=150, deadline=None)
def test_no_token_crosses_a_span(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [(min(pair), max(pair)) for pair in pairs if max(pair) <= len(text)]
    tokens = tokenize(text, spans=spans)
    assert_covered(text, tokens)
    bounds = {place for span in spans for place in span}
    visible = unicodedata.is_normalized("NFC", text) and not set(text) & set("\u200b\u00ad")
    if visible and not any(unicodedata.combining(char) for char in text):
        assert not [t for t in tokens for place in bounds if t.start < place < t.end]


def test_spans_belong_to_their_texts() -> None:
    texts = ["nhân dân", "nhân dân"]
    first, second = tokenize_many(texts, spans=[[(0, 4)], []])
    assert [len(first), len(second)] == [2, 1]
    with pytest.raises(ValueError, match="1 sets of spans for 2 texts"):
        tokenize_many(texts, spans=[[]])


# A user's own terms.
@pytest.mark.parametrize("model", BACKENDS)
def test_own_terms_hold_together(model: str) -> None:
    keep = ["cây tre Việt Nam", "khoán 10", "Mác - Lênin"]
    text = "CÂY TRE VIỆT NAM và cây  tre việt nam; Khoán 10; Mác-Lênin, Mác – Lênin"
    found = surfaces(text, words=model, keep=keep, lexicon=None)
    for term in ("CÂY TRE VIỆT NAM", "cây  tre việt nam", "Khoán 10", "Mác-Lênin", "Mác – Lênin"):
        assert term in found


def test_own_terms_match_any_tone_placement_and_form() -> None:
    for term in ("thuỷ điện nhỏ", "thủy điện nhỏ", unicodedata.normalize("NFD", "thuỷ điện nhỏ")):
        for text in (
            "Thủy điện nhỏ",
            "THUỶ ĐIỆN NHỎ",
            unicodedata.normalize("NFD", "thủy điện nhỏ"),
        ):
            assert surfaces(text, keep=[term]) == [text]


def test_the_longest_own_term_wins_over_the_lexicon() -> None:
    assert surfaces("đổi mới hệ thống chính trị hôm nay", keep=["đổi mới hệ thống"])[:2] == [
        "đổi mới hệ thống",
        "chính trị",
    ]
    assert surfaces("a b c d", keep=["a b", "a b c"]) == ["a b c", "d"]


def test_own_terms_come_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("# của tôi\ncây tre Việt Nam\n\n  khoán   10 \n", encoding="utf-8-sig")
    assert "khoán 10" in surfaces("về khoán 10", keep=path)
    assert "cây tre Việt Nam" in surfaces("về cây tre Việt Nam", keep=str(path))


def test_own_terms_do_not_leak_into_the_next_call() -> None:
    text = "bàn về cây tre Việt Nam"
    before = surfaces(text)
    assert surfaces(text, keep=["cây tre Việt Nam"]) != before
    assert surfaces(text) == before
    assert surfaces(text, keep=[]) == before


def test_no_term_reaches_over_a_paragraph() -> None:
    assert surfaces("cây tre\n\nViệt Nam", keep=["cây tre Việt Nam"])[-1] == "Việt Nam"


# Backends.
def test_syllables_are_never_joined() -> None:
    assert surfaces("Bộ Chính trị họp", words="syllables") == ["Bộ", "Chính", "trị", "họp"]


def test_an_unknown_backend_is_an_error() -> None:
    with pytest.raises(ModelError, match="nobody/nothing"):
        tokenize("a", words="nobody/nothing")
    with pytest.raises(ModelError, match="no file"):
        tokenize("a", lexicon="nothing")


def test_any_segmenter_will_do() -> None:
    class Pairs:
        def joins(self, pieces: Pieces):
            joins = pieces.joinable()
            joins[::2] = False
            return joins

    assert surfaces("a b c d e", words=Pairs(), lexicon=None) == ["a b", "c d", "e"]


# The same text gives the same tokens, in any thread and process.
TEXTS = [
    f"Hội nghị lần thứ {n} của Ban Chấp hành Trung ương về công tác cán bộ." for n in range(40)
]


def test_threads_and_processes_agree() -> None:
    here = [tokenize(text) for text in TEXTS]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(tokenize, TEXTS)) == here
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        assert list(processes.map(tokenize, TEXTS)) == here


def test_tokens_are_values() -> None:
    tokens = tokenize("Quốc hội họp")
    assert pickle.loads(pickle.dumps(tokens)) == tokens  # noqa: S301
    assert len(set(tokens) | set(tokenize("Quốc hội họp"))) == len(tokens)


def test_a_text_longer_than_a_batch_is_cut_between_sentences() -> None:
    text = "Ban Chấp hành Trung ương bàn về công tác cán bộ. " * 9000
    tokens = tokenize(text)
    assert_covered(text, tokens)
    each = len(tokenize("Ban Chấp hành Trung ương bàn về công tác cán bộ. "))
    assert len(tokens) == 9000 * each
    assert all(a.end <= b.start for a, b in pairwise(tokens))
