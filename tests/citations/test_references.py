"""References back to a document, with their antecedents."""

import pytest

from vnpolitext.citations import find_citations, find_references
from vnpolitext.text import View


def references(text: str) -> list[tuple[str, str | None]]:
    return [(r.text, r.antecedent) for r in find_references(text, find_citations(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nghị định số 12/2031/NĐ-CP. Nghị định này quy định về thử",
            [("Nghị định này", "12/2031/nđ-cp")],
        ),
        (
            "Chỉ thị số 905-CT/TU ngày 1/2/2031; thực hiện Chỉ thị nói trên",
            [("Chỉ thị nói trên", "905-ct/tu@2031-02-01")],
        ),
        (
            "Quyết định số 12/2031/QĐ-TTg và Nghị định số 9/2031/NĐ-CP; Quyết định trên",
            [("Quyết định trên", "12/2031/qđ-ttg")],
        ),
        (
            "Nghị định 1/2031/NĐ-CP, Nghị định 2/2031/NĐ-CP; nghị định đó",
            [("nghị định đó", "2/2031/nđ-cp")],
        ),
        (
            "Luật Thử nghiệm 2031 (sau đây gọi tắt là Luật). Theo Luật, ai cũng vậy",
            [("Luật", "luật thử nghiệm 2031"), ("Luật", "luật thử nghiệm 2031")],
        ),
        ("Nghị quyết này có hiệu lực", [("Nghị quyết này", None)]),
        ("các nghị quyết này", []),
        ("theo nghị quyết này", []),
        ("hướng dẫn trên địa bàn tỉnh", []),
        ("Kế hoạch trên cơ sở đó", []),
    ],
)
def test_reference(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert references(text) == expected


def test_this_means_the_document_itself_in_a_document_with_a_head() -> None:
    text = (
        "Số: 165/KH-UBND\nLào Cai, ngày 21 tháng 11 năm 2031\n\nKẾ HOẠCH\n\n"
        "Thực hiện Kế hoạch số 9/KH-UBND ngày 1/2/2030 của UBND tỉnh. Kế hoạch này thay thế"
    )
    assert references(text) == [("Kế hoạch này", "165/kh-ubnd@2031-11-21")]


def test_offsets_are_those_of_the_source() -> None:
    text = "**Nghị định** số 12/2031/NĐ-CP; theo **Nghị định**\nnày"
    [found] = find_references(View.of(text), find_citations(text))
    assert text[found.start : found.end] == found.text == "Nghị định**\nnày"
    assert found.rule == "this"


def test_references_never_overlap_citations() -> None:
    text = (
        "Kế hoạch số 5/KH-UBND (sau đây gọi tắt là Kế hoạch số 5); Kế hoạch số 5 và "
        "Kế hoạch số 5/KH-UBND"
    )
    citations = find_citations(text)
    spans = [(c.start, c.end) for c in citations]
    for reference in find_references(text, citations):
        assert all(reference.end <= a or b <= reference.start for a, b in spans)
