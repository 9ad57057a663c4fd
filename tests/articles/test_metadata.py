"""Metadata lines and what is read from them."""

import pytest

from vnpolitext.articles import article_from_text
from vnpolitext.layout.bylines import read_byline
from vnpolitext.layout.dates import find_date

LINES = [
    ("Thời gian đăng: 01/08/2022 11:07:54 AM - Lượt đọc: 57",
     {"published": "2022-08-01T11:07:54", "views": 57}),
    ("Thứ năm, 20/12/2012 | 09:40 (GMT+7)", {"published": "2012-12-20T09:40:00"}),
    ("Thứ Ba, 16/9/2025 14:05", {"published": "2025-09-16T14:05:00"}),
    ("Cập nhật: 18:20 - 28/08/2017",
     {"updated": "2017-08-28T18:20:00", "published": "2017-08-28T18:20:00"}),
    ("04/11/2016 - 16:48 - Lượt xem: 2045", {"published": "2016-11-04T16:48:00", "views": 2045}),
    ("20/03/2019 7:30:00 SA", {"published": "2019-03-20T07:30:00"}),
    ("20/03/2019 7:30:00 CH", {"published": "2019-03-20T19:30:00"}),
    ("12/05/2020 12:05 AM", {"published": "2020-05-12T00:05:00"}),
    ("30/4/2019", {"published": "2019-04-30"}),
    ("2021-05-14T15:22:10", {"published": "2021-05-14T15:22:10"}),
    ("Chủ nhật, ngày 5 tháng 6 năm 2022", {"published": "2022-06-05"}),
    ("T2, 06/06/2022", {"published": "2022-06-06"}),
    ("Sông Mây, ngày 18 tháng 10 năm 2019", {"published": "2019-10-18"}),
    ("(Số 214-KL/HU, ngày 27-11-2023)", {"number": "Số 214-KL/HU", "published": "2023-11-27"}),
    ("Tác giả: Lê Thị Mây | Ngày đăng: 05/06/2022 | 1.234 lượt xem",
     {"author": "Lê Thị Mây", "published": "2022-06-05", "views": 1234}),
    ("Nguồn: Báo Sông Mây", {"source": "Báo Sông Mây"}),
    ("Chuyên mục: Xây dựng Đảng - Ngày đăng: 05/06/2022",
     {"section": "Xây dựng Đảng", "published": "2022-06-05"}),
    ("Đăng lúc 14h30 ngày 05/06/2022", {"published": "2022-06-05T14:30:00"}),
    ("Giờ đăng: 17:58 12/08/2025", {"published": "2025-08-12T17:58:00"}),
    ("Link bài viết gốc: https://bao.example/" + "duong-moi-" * 30,
     {"url": "https://bao.example/" + "duong-moi-" * 30}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "fields"), LINES)
def test_line(line, fields):
    assert read_byline(line) == fields


@pytest.mark.parametrize(
    "line",
    [
        "",
        "57",
        "Chiều 3/11, Tỉnh ủy tổ chức hội nghị",
        "Ngày 12/7/2021, tại huyện Sông Mây",
        "Tin vui từ thôn Đầu Nguồn",
        "Bài học từ thôn Đầu Nguồn: dân bàn, dân làm",
        "1. Làm đường",
        "Năm 2021, xã có 57 hộ nghèo",
        "Thứ năm, về công tác cán bộ",
        "Số hộ nghèo còn 57",
    ],
)
def test_no_metadata_line(line):
    assert not read_byline(line)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("ngày 31/02/2020", None),
        ("ngày 12/25/2020", "2020-12-25"),
        ("15 . 08 . 2016", "2016-08-15"),
        ("không có ngày", None),
        ("ngày 2 tháng 02 năm 2018", "2018-02-02"),
    ],
)
def test_dates(text, date):
    assert find_date(text) == date


PAGE = "Đường mới\n05/06/2021\n\n{lead}\n\nĐoạn một của bài, dài hơn đầu đề.\n\nĐoạn hai.\n\n{end}"


@pytest.mark.parametrize(
    ("end", "author", "source"),
    [
        ("Lê Văn Mây", "Lê Văn Mây", None),
        ("LÊ VĂN MÂY", "LÊ VĂN MÂY", None),
        ("Bài và ảnh: Lê Văn Mây", "Lê Văn Mây", None),
        ("Hoàng Mây - Tất Suối (thực hiện)", "Hoàng Mây - Tất Suối", None),
        ("L.M", "L.M", None),
        ("Theo Cổng TTĐT tỉnh Sông Mây", None, "Cổng TTĐT tỉnh Sông Mây"),
        ("Lê Mây (theo Báo Gió)", "Lê Mây", "Báo Gió"),
        ("T/M ĐẢNG ỦY\nBÍ THƯ\n\nGiàng A Mây", "Giàng A Mây", None),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nPGS.TS. Lò Thị Gió", "Lò Thị Gió", None),
        ("CHỈ HUY TRƯỞNG\n\nThượng tá Giàng A Mây", "Giàng A Mây", None),
        ("CHỦ TỊCH\n\n(Đã ký) Giàng A Mây", "Giàng A Mây", None),
        ("KT. TỊCH\nPHÓ CHỦ TỊCH\n\nGiàng A Mây", "Giàng A Mây", None),
        ("Xin trân trọng cảm ơn!", None, None),
        ("**Phóng viên:** *Xin cảm ơn bà!*\n\nLê Mây *(thực hiện)*", "Lê Mây", None),
        ("LÊ MÂY - T.S", "LÊ MÂY - T.S", None),
        ("Lê Mây, Vàng Suối và Lò Gió", "Lê Mây, Vàng Suối và Lò Gió", None),
        ("LÊ VĂN MÂY\n(Ban Tuyên giáo Huyện ủy Sông Mây)", "LÊ VĂN MÂY", None),
    ],
)
def test_signature(end, author, source):
    lead = "Sáng nay, xã Sông Mây họp bàn việc làm đường ở các thôn vùng cao."
    metadata = article_from_text(PAGE.format(lead=lead, end=end)).metadata
    assert (metadata["author"], metadata["source"]) == (author, source)
    assert (metadata["title"], metadata["published"]) == ("Đường mới", "2021-06-05")


@pytest.mark.parametrize(
    ("mark", "source"),
    [
        ("(baosongmay.vn) - ", "baosongmay.vn"),
        ("(Báo Sông Mây) – ", "Báo Sông Mây"),
        ("(xã) ", None),
    ],
)
def test_agency_mark_is_the_source(mark, source):
    lead = mark + "Sáng nay, xã Sông Mây họp bàn việc làm đường ở các thôn vùng cao."
    assert article_from_text(PAGE.format(lead=lead, end="Hết.")).metadata["source"] == source


TITLE = "Sông Mây mở con đường qua bảy thôn bản vùng cao"
BODY = (
    "\n\nSáng nay, xã Sông Mây họp bàn việc làm đường ở các thôn vùng cao trong năm nay.\n\n"
    "Xã có bảy thôn, người dân hiến đất và góp công làm đường từ mùa xuân.\n\n"
    "Đường dài chín cây số, xong trước mùa mưa, qua hai con suối và một đèo thấp.\n\nHết."
)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("{t}\n05/06/2021", {"source": None}),
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH SÔNG MÂY\n\n{t}\n\nNgày cập nhật: 5-6-2021 | Lượt xem: 1.045",
         {"source": "LIÊN ĐOÀN LAO ĐỘNG TỈNH SÔNG MÂY", "views": 1045}),
        ("Cổng thông tin điện tử Sông Mây\n• Trang chủ\n• Tin hoạt động\n• Học và làm theo Bác"
         "\n{t}\n05/06/2021", {"source": "Cổng thông tin điện tử Sông Mây"}),
        ("Tin tức - Sự kiện\n\n{t}\n\nThứ bảy, 05/06/2021", {"source": None}),
        ("{t}\n\nPGS, TS. LÊ VĂN MÂY\nPhó Viện trưởng Viện Sông Mây, Học viện Núi\n\n"
         "Ngày đăng: 5-6-2021", {"author": "LÊ VĂN MÂY"}),
    ],
)  # fmt: skip
def test_title_stands_between_menu_and_date(head, expected):
    metadata = article_from_text(head.format(t=TITLE) + BODY).metadata
    assert (metadata["title"], metadata["published"]) == (TITLE, "2021-06-05")
    assert expected.items() <= metadata.items()


def test_metadata_at_the_end():
    end = (
        "\n\nVàng Suối\n\nTheo Báo Sông Mây\n\n"
        "Link bài viết gốc: https://songmay.example/duong-moi.htm\n\nGiờ đăng: 05/06/2021 15:29"
    )
    article = article_from_text(TITLE + BODY + end)
    assert article.metadata == {
        "title": TITLE,
        "published": "2021-06-05T15:29:00",
        "author": "Vàng Suối",
        "source": "Báo Sông Mây",
        "url": "https://songmay.example/duong-moi.htm",
        "views": None,
    }
    assert [block.kind for block in article.blocks[-2:]] == ["signature", "byline"]
    other = (
        "\n\nCổng Thông tin điện tử Sông Mây\n\nhttps://songmay.example/1\n\nNgày đăng: 5/6/2021"
    )
    metadata = article_from_text(TITLE + BODY + other).metadata
    assert metadata["source"] == "Cổng Thông tin điện tử Sông Mây"
    assert metadata["url"] == "https://songmay.example/1"


def test_a_date_in_the_text_is_no_metadata():
    text = TITLE + BODY.replace("Hết.", "Ngày 05/06/2021, đường thông xe.")
    assert article_from_text(text).metadata["published"] is None


@pytest.mark.parametrize(
    ("over", "published"),
    [
        ("Sông Mây, ngày 30 tháng 12 năm 2020", "2020-12-30"),
        ("Sông Mây, ngày 3/2/2021", "2021-02-03"),
        ("", None),
    ],
)
@pytest.mark.parametrize("head", ["", "Sông Mây, ngày 5 tháng 6 năm 2021\n\n"])
def test_the_day_over_a_signature(head, over, published):
    text = (
        f"{head}BÁO CÁO\nKết quả năm 2020\n\nỦy ban nhân dân xã báo cáo như sau: cả năm xã đã làm\n"
        f"được bốn con đường.\n\n{over}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Mây"
    )
    metadata = article_from_text(text).metadata
    assert metadata["published"] == ("2021-06-05" if head else published)
    assert metadata["author"] == "Lê Văn Mây"


def test_speech_and_letterhead():
    speech = "PHÁT BIỂU KHAI MẠC\ncủa đồng chí Lê Văn Mây tại Đại hội\n(Ngày 5 tháng 6 năm 2021)\n"
    metadata = article_from_text(speech + "\nKính thưa Đại hội!" + BODY).metadata
    assert metadata["title"] == "PHÁT BIỂU KHAI MẠC của đồng chí Lê Văn Mây tại Đại hội"
    assert metadata["published"] == "2021-06-05"
    letter = (
        "ỦY BAN NHÂN DÂN\nXÃ SÔNG MÂY\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n-------\nSố: 12/QĐ-UBND\n"
        "Sông Mây, ngày 5 tháng 6 năm 2021\n\n"
        "QUYẾT ĐỊNH\n\nVỀ VIỆC LÀM ĐƯỜNG\n\nỦY BAN NHÂN DÂN XÃ SÔNG MÂY\n\n"
        "Căn cứ Luật Đường bộ;\n\nĐiều 1. Làm đường.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Mây"
    )
    metadata = article_from_text(letter).metadata
    assert metadata["title"] == "QUYẾT ĐỊNH VỀ VIỆC LÀM ĐƯỜNG"
    assert metadata["author"] == "Lê Văn Mây"
    assert (metadata["number"], metadata["published"]) == ("Số: 12/QĐ-UBND", "2021-06-05")


def test_what_the_caller_knows_wins():
    article = article_from_text(
        "Đường mới\n05/06/2021\n", metadata={"title": "T", "x": 1, "url": None}
    )
    assert article.metadata["title"] == "T"
    assert article.metadata["published"] == "2021-06-05"
    assert article.metadata["x"] == 1
    assert article.metadata["url"] is None


def test_a_real_page(shared):
    from vnpolitext.articles import read_article

    article = read_article(next((shared / "seed").glob("*.txt")))
    assert article.metadata["title"].startswith("Hành trình hiện thực hóa khát vọng")
    assert article.metadata["published"] == "2022-08-01T11:07:54"
    assert article.metadata["views"] == 57
    assert article.metadata["author"] == "Lò Thị Minh Phượng"
    assert article.metadata["source"] == "TRANG THÔNG TIN ĐIỆN TỬ ĐẢNG BỘ TỈNH ĐIỆN BIÊN"
    kinds = [block.kind for block in article.blocks]
    assert [kinds.count(k) for k in ("title", "byline", "image", "caption", "footnote")] == [
        1,
        1,
        3,
        3,
        1,
    ]
    assert kinds[0] == kinds[-1] == "boilerplate"
    assert kinds[-2] == "signature"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("**NGHỊ ĐỊNH****Về việc làm đường**", "NGHỊ ĐỊNH Về việc làm đường"),
        ("**NGHỊ QUYẾT V****ề việc làm**", "NGHỊ QUYẾT Về việc làm"),
        ("Việc làm **đường**", "Việc làm đường"),
    ],
)
def test_emphasis_in_titles(text, title):
    from vnpolitext.articles.metadata import clean

    assert clean(text) == title
