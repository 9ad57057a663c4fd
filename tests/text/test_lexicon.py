"""The lexicons: what is in the tables, and when a term holds together."""

import unicodedata

import pytest

from vnpolitext.models import model_file, read_table
from vnpolitext.text import fold, tokenize, tokenize_many
from vnpolitext.text.pieces import Pieces
from vnpolitext.text.tones import modern_tones

POLITICS = list(
    read_table(model_file("lexicon", "politics", "terms.tsv"), ("term", "kind", "note"))
)
KINDS = {"body", "doctrine", "document", "event", "movement", "office", "phrase"}


def surfaces(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("term", "kind"),
    [
        ("Ban Chấp hành Trung ương", "body"),
        ("Mặt trận Tổ quốc Việt Nam", "body"),
        ("tư tưởng Hồ Chí Minh", "doctrine"),
        ("chủ nghĩa xã hội", "doctrine"),
        ("Báo cáo chính trị", "document"),
        ("Cách mạng tháng Mười", "event"),
        ("bình dân học vụ số", "movement"),
        ("Phó Trưởng Ban Nội chính", "office"),
        ("an ninh lương thực", "phrase"),
        ("đồng bào dân tộc thiểu số", "phrase"),
    ],
)
def test_the_politics_lexicon_knows_the_field(term: str, kind: str) -> None:
    assert {fold(each): it for each, it, _ in POLITICS}[fold(term)] == kind


def test_every_term_has_a_kind_and_a_note() -> None:
    assert {kind for _, kind, _ in POLITICS} == KINDS
    assert [term for term, _, note in POLITICS if not note] == []


def test_every_term_stands_once_in_modern_spelling() -> None:
    terms = [term for term, _, _ in POLITICS]
    assert len({fold(term) for term in terms}) == len(terms)
    for term in terms:
        assert term == unicodedata.normalize("NFC", modern_tones(term)) == " ".join(term.split())
        assert len(Pieces.of(term)) > 1, f"one syllable: {term}"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_term_holds_together(kind: str) -> None:
    terms = [term for term, each, _ in POLITICS if each == kind]
    for text in ("{}", "({})"):
        found = tokenize_many(text.format(term) for term in terms)
        held = [[token.text for token in tokens if token.text not in "()"] for tokens in found]
        assert held == [[term] for term in terms]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HỆ THỐNG CHÍNH TRỊ", "HỆ_THỐNG_CHÍNH_TRỊ"),
        ("chủ nghĩa Mác – Lênin", "chủ_nghĩa_Mác_–_Lênin"),
        ("chủ nghĩa Mác-Lênin", "chủ_nghĩa_Mác-Lênin"),
        ("Uỷ ban Kiểm tra Trung ương", "Uỷ_ban_Kiểm_tra_Trung_ương"),
        # the longest term, from the left
        ("Ban Chấp hành Trung ương Đảng", "Ban_Chấp_hành_Trung_ương_Đảng"),
        # a body begins with a capital
        ("một cán bộ y tế xã", "một cán_bộ y_tế xã"),
        ("một bộ công cụ", "một bộ công_cụ"),
        # a short term gives way to a longer word
        ("một đội dân quân khu vực", "một đội dân_quân khu_vực"),
        # a unit's type belongs to the name after it
        ("UBND tỉnh họp", "UBND_tỉnh họp"),
        ("UBND tỉnh Lào Cai họp", "UBND tỉnh Lào_Cai họp"),
        ("Chủ tịch UBND huyện Sa Pa", "Chủ_tịch_UBND huyện Sa_Pa"),
        ("Công an tỉnh Lào Cai", "Công_an tỉnh Lào_Cai"),
        ("Luật Hợp tác xã Tân Lập nêu", "Luật_Hợp_tác_xã Tân_Lập nêu"),
        ("Hợp tác xã Tân Lập", "Hợp_tác_xã Tân_Lập"),
    ],
)
def test_when_a_term_holds(text: str, expected: str) -> None:
    assert surfaces(text) == [word.replace("_", " ") for word in expected.split(" ")]


def test_without_a_lexicon_words_are_the_models() -> None:
    text = "củng cố hệ thống chính trị"
    assert [token.text for token in tokenize(text, lexicon=None)] == [
        "củng cố",
        "hệ thống",
        "chính trị",
    ]
