"""Who signs an official document and which it is, however its head and signature are written."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest

import vnpolitext as vp

from .documents import BODY, RECIPIENTS, Document, documents


@pytest.fixture(scope="module")
def read() -> list[tuple[str, str, Document, vp.Analysis]]:
    """Each document, how its head and its signature are written, and its analysis."""
    return [(head, sign, each, vp.analyze(text)) for head, sign, each, text in documents()]


def test_the_signer_alone_is_found_with_the_office_over_the_name(read) -> None:
    wrong = Counter(
        (head, sign)
        for head, sign, document, analysis in read
        if [(person.name, [position.text for position in person.positions])
            for person in analysis.persons] != [(document.signer, [document.signature[-1]])]
    )  # fmt: skip
    assert wrong == {}


def test_the_office_is_of_the_body_that_issues(read) -> None:
    wrong = Counter(
        (head, sign)
        for head, sign, document, analysis in read
        if [position.organization for position in analysis.persons[0].positions] != [document.body]
    )
    assert wrong == {}


def test_the_document_has_its_own_number_and_day(read) -> None:
    wrong = Counter(
        (head, sign)
        for head, sign, document, analysis in read
        if [(each.text, each.issued) for each in analysis.citations if each.is_own]
        != [(document.number, document.issued)]
    )
    assert wrong == {}


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        ("signature", lambda document: (*document.signature, document.signer)),
        ("recipients", lambda _: RECIPIENTS),
    ],
)
def test_who_signs_and_who_gets_it_are_parts_of_their_own(read, part, lines) -> None:
    wrong = Counter(
        (head, sign)
        for head, sign, document, analysis in read
        if _words(block.text for block in analysis.blocks if block.part == part)
        != _words(lines(document))
    )
    assert wrong == {}


def _words(lines: Iterable[str]) -> list[str]:
    return re.sub(r"</?p>|<br>|[*]", " ", " ".join(lines)).split()


@pytest.mark.parametrize(
    ("foot", "signature"),
    [
        # The column of who signs begins above, or ends below, the one beside it.
        ("\tKT. CHỦ TỊCH\nNơi nhận:\tPHÓ CHỦ TỊCH\n- Lưu: VT.\tLò Văn An",
         ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Văn An"]),
        ("Nơi nhận:      BÍ THƯ\n- Như trên;\n- Lưu: VT.\n               Lò Văn An",
         ["BÍ THƯ", "Lò Văn An"]),
        ("Nơi  nhận:      BÍ THƯ\n-Như trên ;\n- Lưu VP .     Lò Văn An", ["BÍ THƯ", "Lò Văn An"]),
        ("| Nơi nhận: | BÍ THƯ |\n|---|---|\n| - Lưu: VT. | Lò Văn An |", ["BÍ THƯ", "Lò Văn An"]),
        ("| Nơi nhận: | |\n| - Lưu: VT. | CHỦ TỊCH Y Mai |\n", ["CHỦ TỊCH Y Mai"]),
        ("BÍ THƯ\tNơi nhận:\n(Đã ký)\t- Như trên;\nLò Văn An\t- Lưu: VT.",
         ["BÍ THƯ", "(Đã ký)", "Lò Văn An"]),
        ("Nơi nhận:\tBÍ THƯ\n- Như trên;\n- Lưu: VT.\tLò Văn An", ["BÍ THƯ", "Lò Văn An"]),
        # Two sign.
        ("TM. UBND XÃ\tTM. UBMTTQ XÃ\nCHỦ TỊCH\tCHỦ TỊCH\nLò Văn An\tVàng Thị Ba",
         ["TM. UBND XÃ", "TM. UBMTTQ XÃ", "CHỦ TỊCH", "CHỦ TỊCH", "Lò Văn An", "Vàng Thị Ba"]),
        # Nobody signs: the list of recipients has two columns.
        ("Nơi nhận:\tNơi gửi:\n- Như trên;\t- Các xã;\n- Lưu: VT.\t- Các bản.", []),
        ("Nơi nhận:\n- Như trên;    (để báo cáo)\n- Các xã;     (để thực hiện)\n- Lưu: VT.", []),
    ],
)  # fmt: skip
def test_cells_of_who_signs(foot, signature) -> None:
    text = f"{BODY}\n{foot}\n"
    blocks = vp.analyze(text).blocks
    assert [block.text for block in blocks if block.part == "signature"] == signature
