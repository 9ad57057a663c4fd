"""Metadata of letterheads, letters and front matter."""

import pytest

from vnpolitext.articles import article_from_bytes, article_from_text

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH SÔNG MÂY\n{}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{}\n\n"
DAY = "Sông Mây, ngày 14 tháng 5 năm 2021"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 12/QĐ-UBND", "Số: 12/QĐ-UBND"),
        ("Số 254 /TB-PCTT", "Số 254 /TB-PCTT"),
        ("Luật số: 24/2018/QH14", "Luật số: 24/2018/QH14"),
        ("Nghị quyết số: 101/2025/UBTVQH15", "Nghị quyết số: 101/2025/UBTVQH15"),
        ("Số:        /QĐ-UBND", None),
    ],
)
def test_numbers_of_letterheads(line, number):
    text = HEAD.format(line, DAY) + "QUYẾT ĐỊNH\nVề việc bổ nhiệm\n\nCăn cứ Luật Tổ chức;\n"
    found = article_from_text(text).metadata
    assert (found.get("number"), found["published"]) == (number, "2021-05-14")
    assert found["title"] == "QUYẾT ĐỊNH Về việc bổ nhiệm"


@pytest.mark.parametrize("day", [DAY, "Sông Mây, ngày      tháng      năm 2021"])
def test_the_subject_of_a_letter_is_its_title(day):
    text = HEAD.format("Số: 12/UBND-NV\nV/v bổ nhiệm cán bộ xã Suối", day) + (
        "Kính gửi: Sở Nội vụ\n\nỦy ban nhân dân tỉnh nhận được Công văn số 9/SNV ngày 1/5/2021.\n"
    )
    assert article_from_text(text).metadata["title"] == "V/v bổ nhiệm cán bộ xã Suối"


@pytest.mark.parametrize("stamp", ["DỰ THẢO", "Dự thảo lần 2", "HỎA TỐC"])
def test_stamps_are_no_titles(stamp):
    text = HEAD.format("Số: 12/KH-UBND", DAY) + f"{stamp}\nKẾ HOẠCH\nBổ nhiệm cán bộ\n\nCăn cứ;\n"
    assert article_from_text(text).metadata["title"] == "KẾ HOẠCH Bổ nhiệm cán bộ"


@pytest.mark.parametrize("over", ["# Kết quả\n\n## Page 1\n\n", "## Trang 3\n\n", ""])
def test_marks_of_pages_over_a_letterhead(over):
    text = (
        over + HEAD.format("Số: 12/QĐ-SYT", DAY) + "QUYẾT ĐỊNH\nGiá dịch vụ\n\nCăn cứ Luật Giá;\n"
    )
    found = article_from_text(text).metadata
    assert (found["title"], found["number"]) == ("QUYẾT ĐỊNH Giá dịch vụ", "Số: 12/QĐ-SYT")


@pytest.mark.parametrize(
    "line",
    ["<!-- Page 771 -->", "02_2020_UBTVQH14_chuong2", "----- CONTENT -----", "bai-viet.docx"],
)
def test_what_stands_over_a_title(line):
    text = f"{line}\nXã Mây họp bàn việc làm đường\n\nSáng nay, xã họp bàn về việc làm đường.\n"
    assert article_from_text(text).metadata["title"] == "Xã Mây họp bàn việc làm đường"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Ngày đăng: 14/05/21", "2021-05-14"),
        ("14-05-98 08:05", "1998-05-14T08:05:00"),
        ("Cập nhật 14.5.21 | Lượt xem: 12", "2021-05-14"),
    ],
)
def test_years_of_two_digits(line, published):
    text = f"Xã Mây họp\n{line}\n\nSáng 14/5/21, xã họp bàn.\n"
    assert article_from_text(text).metadata["published"] == published


FRONTS = [
    "---\ntitle: Xã Mây họp\ndate: 14/05/2021\nnguon: Báo Mây\n---\n\n",
    '----- METADATA -----\n{"title": "Xã Mây họp", "date": "2021-05-14", "source": "Báo Mây"}\n\n'
    "----- CONTENT -----\n\n",
    "=== META ===\ntitle: Xã Mây họp\npubdate: 14/5/2021\nsite: Báo Mây\n=== TEXT ===\n",
]


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_front_matter(front, suffix):
    data = f"{front}Sáng nay, xã họp bàn về công tác cán bộ.\n".encode()
    article = article_from_bytes(data, path=f"a.{suffix}")
    found = article.metadata
    assert [found[name] for name in ("title", "published", "source")] == [
        "Xã Mây họp", "2021-05-14", "Báo Mây",
    ]  # fmt: skip
    assert article.text == data.decode()
    assert [block.kind for block in article.blocks] == ["boilerplate", "paragraph"]


def test_subtitles():
    data = (
        "1\n00:00:01,000 --> 00:00:03,000\n<i>Huyện ủy Mây</i>\n\n2\n00:00:03 --> 00:00:05\nhọp.\n"
    )
    assert article_from_bytes(data.encode(), path="a.srt").text == "Huyện ủy Mây họp."


def test_those_addressed_end_a_title():
    text = HEAD.format("Số: 12/TTr-SNV", DAY) + (
        "TỜ TRÌNH\nVề việc thông báo kết quả đại hội Liên đoàn\nKính gửi: Chủ tịch UBND tỉnh\n"
        "Sở Nội vụ nhận được Công văn số 9/SNV ngày 1/5/2021 của Liên đoàn.\n"
    )
    title = "TỜ TRÌNH Về việc thông báo kết quả đại hội Liên đoàn"
    assert article_from_text(text).metadata["title"] == title


def test_a_letterhead_in_columns_that_a_tab_parts():
    article = article_from_text(
        "UBND HUYỆN SÔNG MÂY\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "PHÒNG NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc\n\tSông Mây, ngày 5 tháng 3 năm 2025\n\n"
        "PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC\n\nKính gửi: Lãnh đạo UBND huyện\n\n"
        "- Tờ trình số 519/SNV-TCCC ngày 24/02/2025 của Giám đốc Sở Nội vụ.\n"
    )
    assert article.metadata["title"] == "PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC"
    assert article.metadata["published"] == "2025-03-05"


@pytest.mark.parametrize("name", ["HIẾN PHÁP NƯỚC", "QUỐC HIỆU CỦA NHÀ NƯỚC"])
def test_the_name_of_the_state_in_a_title_is_no_motto(name):
    title = f"{name} CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    text = f"{title}\n\nLời nói đầu của văn bản này nói về lịch sử của nước ta từ xưa đến nay.\n"
    assert article_from_text(text).metadata["title"] == title


def test_a_letter_without_marks():
    article = article_from_text(
        "UBND TINH SONG MAY\nSo: 12/UBND-NV\nV/v bo nhiem can bo\n"
        "CONG HOA XA HOI CHU NGHIA VIET NAM\nDoc lap - Tu do - Hanh phuc\n"
        "Song May, ngay 5 thang 3 nam 2026\nKinh gui: So Noi vu.\n\n"
        "Phuc dap Cong van so 9/SNV, UBND tinh cu ong Do Van Chung tham gia.\n\n"
        "KT. CHU TICH\nPHO CHU TICH\nNguyen Van Thang\n"
    )
    assert article.metadata["title"] == "V/v bo nhiem can bo"
    assert article.metadata["author"] == "Nguyen Van Thang"


def test_a_first_paragraph_of_broken_lines_is_no_title():
    text = (
        "Chữ Quốc ngữ là hệ chữ viết thống nhất chính thức hiện nay của tiếng Việt, sử\n"
        "dụng ký tự La Tinh, dựa trên các bảng chữ cái của nhóm ngôn ngữ Rôman, đặc\n"
        "biệt là bảng chữ cái của Bồ Đào Nha, với các dấu phụ chủ yếu từ chữ Hy\nLạp.\n"
    )
    assert article_from_text(text).metadata["title"] is None


@pytest.mark.parametrize(
    ("shown", "published"), [("21/02/2026", None), ("14/05/2021", "2021-05-14")]
)
def test_the_day_of_fetching_is_not_that_of_publication(shown, published):
    text = (
        f"---\ncrawl_time: 2026-02-21 18:26:25\n---\nXã Mây họp bàn\nThứ bảy, {shown}\n\n"
        "Sáng nay, xã họp bàn về công tác cán bộ của xã.\n"
    )
    article = article_from_bytes(text.encode(), path="a.md")
    assert article.metadata["published"] == published


@pytest.mark.parametrize(
    "front",
    [
        "---\nTiêu đề: Xã Mây họp\nNgày: 14/5/2021\nTác giả: Lò Hoa, Vàng Mây\n---\n",
        '---\ntitle: "Xã Mây họp"\nauthor: [Lò Hoa, "Vàng Mây"]\ndate: 2021-05-14\n---\n',
        "---\ntitle: Xã Mây họp\ndate: 2021-05-14\nauthors:\n  - Lò Hoa\n  - Vàng Mây\n---\n",
        '+++\ntitle = "Xã Mây họp"\ndate = 2021-05-14\nauthor = ["Lò Hoa", "Vàng Mây"]\n+++\n',
    ],
)
def test_front_matter_in_other_words(front):
    article = article_from_bytes(f"{front}\nSáng nay, xã họp bàn.\n".encode(), path="a.md")
    found = {name: article.metadata[name] for name in ("title", "published", "author")}
    assert found == {
        "title": "Xã Mây họp",
        "published": "2021-05-14",
        "author": "Lò Hoa, Vàng Mây",
    }
    assert article.blocks[0].kind == "boilerplate"


@pytest.mark.parametrize(
    "head",
    [
        "Tiêu đề: Xã Mây họp\nNgày đăng: 14/05/2021\n",
        "https://baomay.vn/a-1.html\n\nXã Mây họp\n14/05/2021\n",
        "In trang | Gửi mail\nXã Mây họp\n(14/5/21)\n",
        "Title: Xã Mây họp\nURL: https://baomay.vn/a-1.html\nDate: 14/05/2021\n",
    ],
)
def test_heads_of_copied_pages(head):
    text = f"{head}\nSáng nay, xã họp bàn về công tác cán bộ của xã và các thôn.\n\nXã kết luận.\n"
    found = article_from_text(text).metadata
    assert (found["title"], found["published"]) == ("Xã Mây họp", "2021-05-14")


@pytest.mark.parametrize(
    "subject", ["(V/v: sắp xếp cán bộ)", "Về việc sắp xếp cán bộ", "V/v: sắp xếp"]
)
def test_subjects_in_other_forms(subject):
    text = HEAD.format(f"Số: 12/UBND-NV\n{subject}", DAY) + (
        "Kính gửi: Sở Nội vụ\n\nỦy ban nhân dân tỉnh nhận được Công văn số 9/SNV ngày 1/5/2021.\n"
    )
    found = article_from_text(text).metadata
    assert (found["title"], found["published"]) == (subject, "2021-05-14")


def test_a_number_in_a_column_that_a_gap_parts():
    text = (
        "UBND HUYỆN SÔNG MÂY          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "   Số: 12/QĐ-UBND             Độc lập - Tự do - Hạnh phúc\n"
        "                           Sông Mây, ngày 14 tháng 5 năm 2021\n\nQUYẾT ĐỊNH\n"
        "Về việc bổ nhiệm\n\nCăn cứ Luật Tổ chức;\n"
    )
    found = article_from_text(text).metadata
    assert (found["number"], found["published"]) == ("Số: 12/QĐ-UBND", "2021-05-14")


PAPER = (
    "GIẢI TRÌNH BỔ SUNG\nTHEO Ý KIẾN CỦA CHỦ TỊCH UBND HUYỆN\n\n"
    "Theo ý kiến của Chủ tịch UBND huyện tại cuộc họp hôm qua, chuyên viên đã rà soát hồ sơ.\n\n"
    "Hồ sơ gồm tờ trình của xã Mây và các bản đồ kèm theo, đã đủ để trình.\n\n"
    "Việc giao đất theo đề nghị của xã là đúng quy định của pháp luật.\n\n"
    "{close}\n\n{signed}\n\n{room}\n"
)


@pytest.mark.parametrize(
    "label",
    [
        "Chuyên viên", "Chuyên viên trình", "Người lập", "Người lập báo cáo", "Người soạn thảo",
        "Người báo cáo", "Người tổng hợp", "Người trình", "Cán bộ tham mưu", "Người đề xuất",
    ],
)  # fmt: skip
@pytest.mark.parametrize("room", ["Ý kiến của lãnh đạo UBND huyện:", ""])
def test_who_lays_a_paper_before_those_above(label, room):
    text = PAPER.format(
        close="Kính trình lãnh đạo xem xét./.", signed=f"{label}: Lò Hoa", room=room
    )
    article = article_from_text(text)
    assert article.metadata["author"] == "Lò Hoa"
    assert "lead" not in [block.kind for block in article.blocks]


@pytest.mark.parametrize("signed", ["Người lập: 12 người", "Chuyên viên:", "Thực hiện: 14/5/2021"])
def test_labels_that_no_name_follows(signed):
    text = PAPER.format(close="Kính trình lãnh đạo xem xét./.", signed=signed, room="")
    assert article_from_text(text).metadata["author"] is None


@pytest.mark.parametrize(
    "close",
    [
        "Kính trình lãnh đạo xem xét, quyết định./.",
        "Kính đề nghị Ủy ban nhân dân huyện xem xét./.",
        "Kính báo cáo Thường trực Huyện ủy./.",
        "Trân trọng báo cáo./.",
    ],
)
def test_a_paper_has_no_standfirst(close):
    text = PAPER.format(close=close, signed="", room="")
    assert "lead" not in [block.kind for block in article_from_text(text).blocks]
