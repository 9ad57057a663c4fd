"""The rule data and the register: shape, and facts that must hold."""

import re
from pathlib import Path

import pytest

from vnpolitext.citations import find_citations
from vnpolitext.citations.grammar.canonical import canonical_name
from vnpolitext.citations.grammar.numbers import read_number
from vnpolitext.citations.grammar.rules import bodies, body_names, statutes
from vnpolitext.citations.grammar.suffixes import WordsIn, derive_issuer
from vnpolitext.citations.identity.keys import has_year, number_key
from vnpolitext.citations.identity.register import by_name, by_number, by_serial, documents
from vnpolitext.models import ModelError, model_file, read_table
from vnpolitext.vocabulary import kinds

ADMINISTRATIVE = (
    "nghị quyết|quyết định|chỉ thị|quy chế|quy định|thông cáo|thông báo|hướng dẫn|chương trình|"
    "kế hoạch|phương án|đề án|dự án|báo cáo|biên bản|tờ trình|hợp đồng|công văn|công điện|"
    "bản ghi nhớ|bản thỏa thuận|giấy ủy quyền|giấy mời|giấy giới thiệu|giấy nghỉ phép|phiếu gửi|"
    "phiếu chuyển|phiếu báo|thư công"
)


@pytest.mark.parametrize("kind", ADMINISTRATIVE.split("|"))
def test_every_administrative_kind_is_known(kind: str) -> None:
    assert kind in kinds()


def test_every_kind_is_found_with_a_number() -> None:
    for kind in kinds().values():
        if not set(kind.codes) - {"*"}:
            continue
        code = sorted(set(kind.codes) - {"*"})[0]
        text = f"Theo {kind.name.capitalize()} số 12/{code}-UBND của UBND tỉnh"
        [found] = find_citations(text)
        assert found.kind == kind.name, text


def test_numbers_of_every_issuer_are_canonical() -> None:
    for body in bodies().values():
        mark, other = ("-", "/") if body.side == "party" else ("/", "-")
        number = read_number(f"12{other}QĐ{mark}{body.code}", 0)
        assert number is not None
        assert number.canonical == f"12{mark}QĐ{other}{body.code}"


def test_statutes_end_where_their_names_end() -> None:
    for kind, names in statutes().items():
        for name in names:
            text = f"{kind.capitalize()} {name.capitalize()} quy định như sau"
            [found] = find_citations(text)
            assert found.text.lower() == f"{kind} {name}", name


def test_names_of_bodies_stand_for_known_bodies() -> None:
    assert body_names()["thủ tướng"] == "thủ tướng chính phủ"
    assert body_names()["bch trung ương"] == "ban chấp hành trung ương"


def test_the_register_has_its_shape() -> None:
    assert len({d.key for d in documents()}) == len(documents())
    for document in documents():
        assert document.issued is None or re.fullmatch(r"\d{4}-\d\d-\d\d", document.issued)
        assert document.number or document.names
        if document.number:
            number = read_number(document.number, 0)
            assert number is not None
            assert number.canonical == document.number
            if number.year and document.issued:
                assert document.issued.startswith(number.year)


def test_every_source_is_that_of_a_registered_document() -> None:
    path = model_file("documents", "vietnam-register", "sources.tsv")
    known = {(d.kind, name) for d in documents() for name in (d.number, *d.names)}
    for kind, document, source in read_table(path, ("kind", "document", "source")):
        name = document if document[0].isdigit() else canonical_name(document)
        assert (kind, name) in known
        assert source.startswith("https://")


def test_a_number_of_two_terms_is_filled_only_by_what_the_text_decides() -> None:
    def days(text: str) -> list[str | None]:
        return [c.issued for c in find_citations(text)]

    assert days("thực hiện Chỉ thị số 36-CT/TW") == [None]
    congress = "về đại hội đảng bộ các cấp tiến tới Đại hội đại biểu toàn quốc lần thứ XII"
    assert days(f"Chỉ thị số 36-CT/TW {congress} của Đảng") == ["2014-05-30"]
    assert days("Chỉ thị số 36-CT/TW năm 1998 về bảo vệ môi trường") == ["1998-06-25"]


def test_terms_of_the_party_match_the_dates() -> None:
    begins = {
        "VI": "1986-12", "VII": "1991-06", "VIII": "1996-06", "IX": "2001-04", "X": "2006-04",
        "XI": "2011-01", "XII": "2016-01", "XIII": "2021-01", "XIV": "2026-01",
    }  # fmt: skip
    terms = list(begins)
    for document in documents():
        if document.number and document.number.endswith("TW") and document.term in begins:
            following = terms[terms.index(document.term) + 1]
            assert document.issued is not None
            assert begins[document.term] <= document.issued < begins[following] + "-99"


@pytest.mark.parametrize("document", documents(), ids=lambda d: d.key)
def test_a_full_citation_of_a_registered_document_has_its_key(document) -> None:
    if document.number is None:
        [found] = find_citations(f"theo {document.names[0].capitalize()} thì")
    else:
        year, month, day = (document.issued or "").split("-")
        [found] = find_citations(
            f"{document.kind.capitalize()} số {document.number} ngày {day}/{month}/{year}"
        )
    assert found.key == document.key


def test_the_register_is_found_by_number_serial_and_name() -> None:
    assert {d.issued for d in by_number("18-NQ/TW")} == {"2017-10-25", "2022-06-16"}
    assert "2018-10-22" in {d.issued for d in by_serial("nghị quyết", "35")}
    assert [d.number for d in by_name("luật đất đai 2013")] == ["45/2013/QH13"]
    assert by_name("luật không có") == ()


def test_a_table_of_another_shape_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kinds.tsv"
    path.write_text("kind\tcode\nluật\tQH\n", encoding="utf-8")
    with pytest.raises(ModelError):
        list(read_table(path, ("kind", "codes", "alone", "lower", "named")))


def test_a_canonical_name_is_its_own_canonical_name() -> None:
    for document in documents():
        for name in document.names:
            assert canonical_name(name) == name


def test_numbers_with_a_year_need_no_date() -> None:
    assert has_year(number_key("115/2020/NĐ-CP"))
    assert not has_year(number_key("35-NQ/TW"))


class Searched(str):
    """A text that counts how often it is searched."""

    times = 0

    def __contains__(self, words: object) -> bool:
        self.times += 1
        return super().__contains__(words)


def test_a_text_is_searched_once_for_each_body_that_a_number_needs() -> None:
    text = Searched("thường trực thành ủy")
    words = WordsIn(text)
    number = read_number("8-KH/TU", 0)
    assert number is not None
    assert {derive_issuer(number, words) for _ in range(50)} == {"Thành ủy"}
    assert text.times == 2
