"""Resolving: one key for one document, in a text and across texts; ambiguity is kept."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from vnpolitext.citations import Citation, find_citations, resolve_citations, resolve_corpus
from vnpolitext.citations.resolve import STEPS, by_identity, from_register


def keys(text: str) -> list[str]:
    return [citation.key for citation in find_citations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết 18; Nghị quyết số 18; Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Trung ương",
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017; Nghị quyết 18-NQ/TW; Nghị quyết 18",
        "Luật Thử nghiệm năm 2031; theo Luật Thử nghiệm; Luật Thử nghiệm",
        "Luật Đất đai số 31/2024/QH15; Luật Đất đai; Luật Đất đai năm 2024",
        "Quyết định số 5/QĐ-UBND ngày 1/2/2031 của UBND tỉnh Lào Cai; Quyết định số 5/QĐ-UBND",
        "Hiến pháp năm 2013; Hiến pháp",
        "Nghị định 968/2031/NĐ-CP; theo Nghị định 968/2031, Nghị định 968",
        "Nghị quyết số 35-NQ/TW ngày 22/10/2018 (sau đây gọi tắt là Nghị quyết 35); Nghị quyết 35",
        "Nghị quyết Trung ương 4 khóa XII; Nghị quyết số 04-NQ/TW ngày 30/10/2016",
    ],
)
def test_one_document_has_one_key_in_a_text(text: str) -> None:
    found = keys(text)
    assert len(found) > 1
    assert len(set(found)) == 1


@pytest.mark.parametrize(
    ("amended", "by", "short", "key"),
    [
        (
            "Nghị định 19/2031/NĐ-CP",
            "Nghị định 20/2035/NĐ-CP",
            "Nghị định 19/2031/NĐ-CP",
            "19/2031/nđ-cp",
        ),
        (
            "Nghị định số 19/2031/NĐ-CP",
            "Nghị định số 20/2035/NĐ-CP",
            "Nghị định 19",
            "19/2031/nđ-cp",
        ),
        (
            "Nghị định 19/2031/NĐ-CP",
            "Nghị định 20/2035/NĐ-CP",
            "Nghị định số 19/2031",
            "19/2031/nđ-cp",
        ),
        (
            "Luật Thử nghiệm năm 2031",
            "Luật số 935/2035/QH19",
            "Luật Thử nghiệm",
            "luật thử nghiệm 2031",
        ),
    ],
)
def test_a_short_form_is_that_of_the_document_that_is_amended(
    amended: str, by: str, short: str, key: str
) -> None:
    text = (
        f"{amended} được sửa đổi, bổ sung bởi {by} (sau đây gọi là {short}). "
        f"Căn cứ {short}, xã lập danh sách."
    )
    found = find_citations(text)
    assert [c.key for c in found if c.text in (short, amended)] == [key] * (len(found) - 1)
    assert [c.key for c in found if c.short] == [key]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 719/2031/NĐ-CP (gọi tắt là Nghị định 720). Theo Nghị định 720, xã họp",
        "Nghị định số 719/2031/NĐ-CP (gọi là Nghị định 720/2031/NĐ-CP). Nghị định 720/2031/NĐ-CP",
    ],
)
def test_a_short_form_of_another_number_is_no_name_of_a_document(text: str) -> None:
    first, *others = find_citations(text)
    assert first.short is None
    assert first.key not in {other.key for other in others}


@pytest.mark.parametrize("centre", ["Trung ương", "T.Ư", "TƯ", "TW", "T.W"])
def test_the_centre_is_the_same_body_however_it_is_shortened(centre: str) -> None:
    text = f"Quy định số 37-QĐ/TW của Ban Chấp hành {centre} về những điều đảng viên không được làm"
    assert keys(text) == ["37-qđ/tw@2021-10-25"]


def test_a_short_form_with_a_year_or_without_number_stays() -> None:
    text = "Luật Thử nghiệm số 45/2031/QH19 (sau đây gọi tắt là Luật Thử nghiệm 2031)"
    assert find_citations(text)[0].short == "Luật Thử nghiệm 2031"
    meeting = "Nghị quyết Hội nghị Trung ương 6 khóa XII (gọi tắt là Nghị quyết 18). Nghị quyết 18"
    assert len(set(keys(meeting))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Nghị quyết số 18-NQ/TW ngày 16/6/2022",
        "Chỉ thị 05 của Bộ Chính trị; Chỉ thị 05 của UBND tỉnh",
        "Quyết định 5/QĐ-UBND của UBND tỉnh Lào Cai; Quyết định 5/QĐ-UBND của UBND tỉnh Hà Nam",
        "Luật Đất đai năm 2013 và Luật Đất đai năm 2024",
        "Nghị quyết 57 và Nghị định 57",
    ],
)
def test_different_documents_keep_different_keys(text: str) -> None:
    assert len(set(keys(text))) == 2


def test_a_bare_number_between_two_documents_takes_the_nearest_and_keeps_both() -> None:
    text = (
        "Nghị quyết số 7-NQ/TU ngày 1/2/2031. Nghị quyết số 7-NQ/TU ngày 3/4/2035. "
        "Thực hiện Nghị quyết 7"
    )
    *_, last = find_citations(text)
    assert last.key == "7-nq/tu@2035-04-03"
    assert set(last.candidates) == {"7-nq/tu@2031-02-01", "7-nq/tu@2035-04-03"}


def test_a_shared_date_gives_way_to_the_register() -> None:
    text = "Chỉ thị 05-CT/TW và Chỉ thị 997-CT/TW ngày 18/5/2021"
    doubtful, dated = find_citations(text)
    assert doubtful.issued is None
    assert set(doubtful.candidates) == {"05-ct/tw@2016-05-15", "05-ct/tw@2021-06-23"}
    assert dated.issued == "2021-05-18"
    assert [c.issued for c in find_citations(text, resolve=False)] == ["2021-05-18"] * 2
    stated = "Chỉ thị 05-CT/TW ngày 18/5/2021"
    assert [c.issued for c in find_citations(stated)] == ["2021-05-18"]


def test_the_register_fills_what_is_left_out_and_says_so() -> None:
    [found] = find_citations("Nghị quyết 35-NQ/TW khóa XII")
    assert (found.issuer, found.issued) == ("Bộ Chính trị", "2018-10-22")
    assert {"issuer:register", "issued:register", "title:register"} <= set(found.filled)
    assert found.title is not None


@pytest.mark.parametrize(
    "text",
    [
        'Chỉ thị 17 của Ban Bí thư về "Tiếp tục đổi mới công tác tuyên truyền miệng"',
        "Chỉ thị số 17 của Ban Bí thư về tiếp tục đổi mới công tác tuyên truyền miệng",
        "Năm 2009, Tỉnh ủy triển khai Chỉ thị 15 của Ban Bí thư",
        "Tháng 3/2009, Tỉnh ủy quán triệt Chỉ thị 15 của Ban Bí thư",
        "Ngày 5/3/2009, Tỉnh ủy quán triệt Chỉ thị 15 của Ban Bí thư",
        "Quán triệt Chỉ thị 15\n05/07/2019 15:10\n\nHuyện ủy học Chỉ thị 15 của Ban Bí thư",
        "Nghị quyết 35-NQ/TW khóa IX",
    ],
)
def test_the_register_fills_nothing_that_the_text_contradicts(text: str) -> None:
    assert not any(":register" in mark for c in find_citations(text) for mark in c.filled)


def test_the_day_of_a_text_and_a_title_decide_between_documents() -> None:
    text = "Sơ kết thực hiện Nghị quyết số 18-NQ/TW"
    assert [c.key for c in find_citations(text, as_of="2019-07-05")] == ["18-nq/tw@2017-10-25"]
    assert keys(f"{text}\n05/07/2019 15:10\n\nSáng 5/7") == ["18-nq/tw@2017-10-25"]
    assert keys(f"{text} về sắp xếp tổ chức bộ máy của hệ thống chính trị") == [
        "18-nq/tw@2017-10-25"
    ]
    assert keys(f"Từ năm 2015 đến nay, {text}") == ["18-nq/tw"]


def test_a_treaty_has_one_key_with_its_letters_and_without() -> None:
    name = "Hiệp định Thương mại tự do Việt Nam - EU"
    text = f"{name} (EVFTA) có hiệu lực. Hiệp định EVFTA mở đường. {name} cũng vậy."
    assert set(keys(text)) == {"hiệp định thương mại tự do việt nam - eu"}
    assert find_citations(text)[0].short == "EVFTA"


def test_a_short_form_belongs_to_the_document_of_its_kind() -> None:
    text = (
        "Nghị định 52/2031/NĐ-CP quy định chi tiết thi hành một số điều của Luật Đặc xá (sau đây "
        "gọi là Nghị định số 52). Theo Điều 3 Nghị định số 52 thì"
    )
    assert keys(text) == ["52/2031/nđ-cp", "luật đặc xá", "52/2031/nđ-cp", "52/2031/nđ-cp"]


def test_the_last_words_of_many_titles_decide_nothing() -> None:
    text = 'Chỉ thị 17 của Ban Bí thư về "tuyên truyền miệng trong tình hình mới"'
    assert keys(f"15 năm thực hiện {text}") == ["chỉ thị 17@ban bí thư"]


def test_the_term_is_what_the_text_says() -> None:
    [found] = find_citations("Nghị quyết 35-NQ/TW ngày 22/10/2018")
    assert found.term is None
    assert "term:register:XII" in found.filled


def test_the_number_line_of_a_document_is_its_own() -> None:
    text = "Số: 12/KH-UBND\nKẾ HOẠCH\nThực hiện Công văn số 33/UBND-NC của UBND tỉnh Lào Cai"
    assert [c.is_own for c in find_citations(text)] == [True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "các Quyết định số 12/QĐ-UBND, số 13/QĐ-UBND của UBND tỉnh Lào Cai",
            ["12/qđ-ubnd@lào cai", "13/qđ-ubnd@lào cai"],
        ),
        (
            "Quyết định số 2/QĐ-UBND ngày 3/4/2019 và Quyết định số 3/QĐ-UBND của UBND "
            "tỉnh Lào Cai",
            ["2/qđ-ubnd@2019-04-03@lào cai", "3/qđ-ubnd@lào cai"],
        ),
        ("Công văn 33/UBND-NC của UBND huyện Bắc Hà", ["33/ubnd-nc@bắc hà"]),
    ],
)
def test_a_shared_issuer_is_in_every_key(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


def test_a_local_number_without_a_place_is_not_joined_across_texts() -> None:
    texts = ["Quyết định 12/QĐ-UBND", "Quyết định 12/QĐ-UBND của UBND tỉnh Lào Cai"]
    (bare,), (placed,) = resolve_corpus([find_citations(text) for text in texts])
    assert bare.key != placed.key
    assert bare.candidates == (placed.key,)


def test_the_register_never_overrules_the_text() -> None:
    [found] = find_citations("Nghị quyết 35-NQ/TW ngày 01/02/2031 của Ban Bí thư")
    assert (found.issuer, found.issued, found.filled) == ("Ban Bí thư", "2031-02-01", ())


def test_what_the_register_leaves_open_stays_a_list_of_candidates() -> None:
    [found] = find_citations("Nghị quyết 18-NQ/TW")
    assert found.key == "18-nq/tw"
    assert {"18-nq/tw@2017-10-25", "18-nq/tw@2022-06-16"} <= set(found.candidates)


@pytest.mark.parametrize("text", ["Nghị quyết 68", "Luật Lâm nghiệp", "Nghị quyết số 68"])
def test_the_register_does_not_settle_what_says_too_little(text: str) -> None:
    [found] = find_citations(text)
    assert found.issued is None
    assert len(found.candidates) == 1
    assert found.key not in found.candidates


def test_the_state_numbers_anew_every_year() -> None:
    [found] = find_citations("theo Nghị định 168 của Chính phủ thì mức phạt tăng")
    assert (found.issued, found.title) == (None, None)
    assert found.candidates == ("168/2024/nđ-cp",)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nghị định 168 năm 2024 của Chính phủ", "168/2024/nđ-cp"),
        ("Nghị quyết 68 của Bộ Chính trị", "68-nq/tw@2025-05-04"),
        ("Luật Lâm nghiệp ngày 15 tháng 11 năm 2017", "16/2017/qh14"),
        ("Luật Lâm nghiệp 2017", "16/2017/qh14"),
        ("Nghị định 168/2024", "168/2024/nđ-cp"),
    ],
)
def test_the_register_settles_what_says_enough(text: str, key: str) -> None:
    [found] = find_citations(text)
    assert found.key == key


def test_the_issuer_of_a_letter_is_the_body_first_in_its_number() -> None:
    [found] = find_citations("theo Công văn 9494/BXD-CT năm 2031 về biên lai")
    assert (found.issuer, found.filled) == ("Bộ Xây dựng", ("issuer:suffix",))


def test_an_issuer_from_the_suffix_is_marked() -> None:
    [found] = find_citations("Quyết định số 99999/QĐ-TTg về việc thử")
    assert found.issuer == "Thủ tướng Chính phủ"
    assert found.filled == ("issuer:suffix",)


def test_coordination_shares_issuer_date_and_term() -> None:
    text = "Chỉ thị số 931-CT/TU, Kế hoạch số 934-KH/TU ngày 29/12/2031 của Ban Thường vụ Tỉnh ủy"
    first, second = find_citations(text)
    assert first.issuer == second.issuer == "Ban Thường vụ Tỉnh ủy"
    assert first.issued == second.issued == "2031-12-29"
    assert {"issuer:shared", "issued:shared"} <= set(first.filled)
    first, second = find_citations("Nghị quyết 918-NQ/TW và 919-NQ/TW (khóa XII)")
    assert first.term == second.term == "XII"


def test_coordination_does_not_share_across_bodies_or_years() -> None:
    first, second = find_citations(
        "Quy định số 937-QĐ/TW và Hướng dẫn 902-HD/UBKTTW của Ủy ban Kiểm tra Trung ương"
    )
    assert first.issuer != second.issuer
    first, second = find_citations(
        "Nghị định 12/2030/NĐ-CP và Nghị định 13/2031/NĐ-CP ngày 1/2/2031"
    )
    assert first.issued is None
    first, second = find_citations(
        "Chỉ thị 905-CT/TW và Kết luận 921-KL/TW của Ban Chấp hành Trung ương"
    )
    assert "issuer:shared" not in first.filled


def test_steps_can_be_left_out_or_replaced() -> None:
    text = "Nghị quyết số 18-NQ/TW ngày 25/10/2017; Nghị quyết 18"
    raw = find_citations(text, resolve=False)
    assert [c.key for c in raw] == ["", ""]
    assert [c.key for c in resolve_citations(raw, steps=[by_identity])] == [
        "18-nq/tw@2017-10-25",
        "nghị quyết 18",
    ]

    def shout(citations: Sequence[Citation]) -> list[Citation]:
        return [replace(c, key=c.key.upper()) for c in citations]

    steps = [*(step for step in STEPS if step is not from_register), shout]
    assert {c.key for c in resolve_citations(raw, steps=steps)} == {"18-NQ/TW@2017-10-25"}


def test_resolving_twice_changes_nothing() -> None:
    text = "Nghị quyết số 18-NQ/TW ngày 25/10/2017; Nghị quyết 18; Luật Đất đai; Chỉ thị 05"
    found = find_citations(text)
    assert [c.key for c in resolve_citations(found)] == [c.key for c in found]


def test_across_texts_by_number_issuer_and_date() -> None:
    texts = [
        "Quyết định số 905/QĐ-UBND ngày 1/2/2031 của UBND tỉnh Lào Cai",
        "Quyết định số 905/QĐ-UBND của UBND tỉnh Lào Cai",
        "Quyết định số 905/QĐ-UBND của UBND tỉnh Hà Nam",
    ]
    first, second, third = (c[0] for c in resolve_corpus(find_citations(t) for t in texts))
    assert first.key == second.key == "905/qđ-ubnd@2031-02-01@lào cai"
    assert third.key != first.key


def test_across_texts_ambiguity_is_kept() -> None:
    texts = [
        "Chỉ thị 95 của Bộ Chính trị",
        "Chỉ thị 95 của UBND tỉnh Lào Cai",
        "Thực hiện Chỉ thị 95",
    ]
    *_, last = (c[0] for c in resolve_corpus(find_citations(t) for t in texts))
    assert last.key == "chỉ thị 95"
    assert len(last.candidates) == 2


def test_across_texts_nothing_is_lost() -> None:
    texts = ["", "Luật Đất đai và Nghị quyết 18", "không có gì", "Nghị quyết 18-NQ/TW khóa XII"]
    lists = [find_citations(text) for text in texts]
    resolved = resolve_corpus(lists)
    assert [len(found) for found in resolved] == [len(found) for found in lists]
    assert [[(c.start, c.end) for c in found] for found in resolved] == [
        [(c.start, c.end) for c in found] for found in lists
    ]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (
            "Nghị quyết số 04-NQ/TW (Nghị quyết Trung ương 4 khóa XII)",
            ["04-nq/tw@2016-10-30", "04-nq/tw@2016-10-30"],
        ),
        ("Luật Đất đai (Luật số 45/2013/QH13) quy định", ["45/2013/qh13", "45/2013/qh13"]),
        (
            "Nghị quyết số 57, 59, 66, 68-NQ/TW của Bộ Chính trị",
            [
                "57-nq/tw@2024-12-22",
                "59-nq/tw@2025-01-24",
                "66-nq/tw@2025-04-30",
                "68-nq/tw@2025-05-04",
            ],
        ),
        (
            "Luật Nhà ở năm 2014. Luật Nhà ở được Quốc hội thông qua ngày 27/11/2023 quy định",
            ["65/2014/qh13", "27/2023/qh15"],
        ),
        (
            "Luật Đường sắt 2017 thay Luật đường sắt ban hành năm 2005.",
            ["06/2017/qh14", "35/2005/qh11"],
        ),
        (
            "Nghị quyết số 935-NQ/TU năm 2031 về chợ. Nghị quyết số 935-NQ/TU ngày 22/10/2031",
            ["935-nq/tu@2031-10-22", "935-nq/tu@2031-10-22"],
        ),
        (
            "Hiến pháp 2013 nêu. Hiến pháp đầu tiên được thông qua ngày 9 tháng 11 năm 1946.",
            ["hiến pháp 2013", "hiến pháp"],
        ),
    ],
)
def test_what_is_said_twice_or_in_a_list_is_settled(text: str, keys: list[str]) -> None:
    assert [c.key for c in find_citations(text)] == keys


def test_a_bare_constitution_is_not_the_old_one_that_a_text_tells_of() -> None:
    _, bare = find_citations("Hiến pháp 1946 nêu. Theo Hiến pháp, Quốc hội bầu.")
    assert bare.key == "hiến pháp"
    assert bare.issued is None
    _, bare = find_citations("Hiến pháp 2013 nêu. Theo Hiến pháp, Quốc hội bầu.")
    assert bare.key == "hiến pháp 2013"
    text = "Hiến pháp 1946 nêu. Theo Hiến pháp, Quốc hội bầu."
    assert find_citations(text, as_of="1950-01-01")[1].key == "hiến pháp 1946"


def test_a_body_that_is_not_known_keeps_the_neighbours_away() -> None:
    _, second = find_citations(
        "Chỉ thị 05 của Bộ Chính trị, Chỉ thị 87 của Thường vụ Hội quán tỉnh về học tập"
    )
    assert second.issuer != "Bộ Chính trị"


def test_a_short_number_of_one_document_does_not_bring_the_facts_of_another() -> None:
    text = (
        "Nghị quyết số 71/NQ-CP năm 2025 của Chính phủ nêu. Nghị quyết 71 về phát triển giáo dục."
    )
    for citation in find_citations(text):
        assert citation.key == "71/nq-cp@2025"
        assert citation.issuer == "Chính phủ"
        assert citation.issued == "2025"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Nghị định số 5/2031/NĐ-CP ngày 3/4/2031 của Chính phủ về phí bến. Theo đó, Nghị định"
            " số 5/2031/NĐ-CP sửa đổi, bổ sung Điều 14 theo hướng bỏ giấy phép.",
            ["về phí bến", "về phí bến"],
        ),
        (
            "Nghị định số 5/2031/NĐ-CP của Chính phủ quy định về bến đò, phà. Trong đó, Nghị định"
            " số 5/2031/NĐ-CP quy định mức phí mới.",
            ["quy định về bến đò, phà", "quy định về bến đò, phà"],
        ),
        (
            "Nghị quyết số 5/NQ-UBTVQH16 ngày 3/4/2031 của Ủy ban Thường vụ Quốc hội về việc sắp"
            ' xếp xã. "Nghị quyết số 5/NQ-UBTVQH16 sắp xếp các xã của tỉnh Lào Cai".',
            ["về việc sắp xếp xã", "sắp xếp các xã của tỉnh Lào Cai"],
        ),
        (
            "Nghị định số 5/2031/NĐ-CP về phí bến. Nghị định số 5/2031/NĐ-CP sửa đổi mức phí cũ.",
            ["về phí bến", "sửa đổi mức phí cũ"],
        ),
    ],
)
def test_what_a_document_does_later_is_no_title(text: str, titles: list[str]) -> None:
    assert [c.title for c in find_citations(text)] == titles


@pytest.mark.parametrize(
    ("text", "issuer", "issued"),
    [
        (
            "Ngày 17/9/2008, Chủ tịch Viện Khoa học có Quyết định số 38/QĐ-VKH thành lập Nhà xuất"
            " bản Sông, Quyết định số 40/QĐ-VKH quy định chức năng của Nhà xuất bản.",
            "Chủ tịch Viện Khoa học",
            "2008-09-17",
        ),
        (
            "Ngày 17/9/2008, UBND tỉnh Lào Cai ban hành Quyết định số 38/QĐ-UBND về bến đò và Quyết"
            " định số 40/QĐ-UBND về bến phà.",
            "UBND tỉnh Lào Cai",
            "2008-09-17",
        ),
        (
            "Năm 2008, UBND tỉnh Lào Cai ban hành Quyết định số 38/QĐ-UBND về bến đò, Quyết định số"
            " 40/QĐ-UBND ngày 3/4/2007 về bến phà.",
            "UBND tỉnh Lào Cai",
            "2007-04-03",
        ),
    ],
)
def test_what_a_sentence_begins_with_is_of_all_it_issues(
    text: str, issuer: str, issued: str
) -> None:
    further = find_citations(text)[1]
    assert (further.issuer, further.issued) == (issuer, issued)


def test_a_year_that_contradicts_the_number_is_not_taken_over() -> None:
    text = (
        "theo Nghị định 73; Nghị định 73 năm 2036; Nghị định 73/2034/NĐ-CP về lương; Nghị định 73"
    )
    assert [c.issued for c in find_citations(text)] == [None, "2036", None, None]
    assert [c.key for c in find_citations(text)][-1] == "73/2034/nđ-cp"
