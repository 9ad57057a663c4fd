"""Metadata lines and what is read from them."""

import pytest

from vnpolitext.articles import article_from_text
from vnpolitext.articles.bylines import read_byline
from vnpolitext.articles.dates import find_date

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
        ("Xin trân trọng cảm ơn!", None, None),
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
