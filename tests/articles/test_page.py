"""HTML pages: letters, declarations, what is kept of the markup, what is no article."""

from html import unescape

import pytest

from vnpolitext.articles import ArticleError, article_from_bytes
from vnpolitext.articles.formats.html.charset import decode_page

pytest.importorskip("trafilatura")

BODY = (
    "<p>Sáng 14/5, Huyện ủy Suối Mây họp bàn về công tác tổ chức cán bộ của các xã trong huyện.</p>"
    "<p>Đồng chí Vàng A Mây, Bí thư Huyện ủy, yêu cầu các xã hoàn thành việc sắp xếp đúng hạn.</p>"
    "<p>Ông Lò Văn Suối, Chủ tịch UBND huyện, cho biết các xã đã chuẩn bị đủ điều kiện.</p>"
)


def read(body, head="", encoding="utf-8"):
    page = f"<html><head><meta charset={encoding}>{head}</head><body>{body}</body></html>"
    return article_from_bytes(page.encode(encoding, "xmlcharrefreplace"), path="a.html")


def news(body=BODY, *, before="", head="<title>Huyện họp - Báo Suối Mây</title>"):
    inner = f"<div class='detail'><h1>Huyện họp bàn</h1>{before}<div>{body}</div></div>"
    return read(inner, head)


def kinds(article, kind):
    return [block.text for block in article.blocks if block.kind == kind]


WORDS = "Ông Vàng A Mây, Bí thư Huyện ủy, công tác tổ chức của xã Suối Đá đã hoàn thành."


@pytest.mark.parametrize("name", ["windows-1252", "iso-8859-1", "windows-1258"])
def test_letters_beside_references_are_those_that_give_words(name):
    page = f"<meta charset={name}><p>{WORDS}</p>".encode("latin-1", "xmlcharrefreplace")
    text, chosen = decode_page(page)
    assert (unescape(text).endswith(f"<p>{WORDS}</p>"), chosen) == (True, "windows-1252")


def test_a_declared_charset_is_believed_where_references_stand():
    words = (
        b"N\xe3m nay, xa\xde B\xeccnh Gi&#7845;y h&#7885;p v\xeacc c\xf4ng ta\xecc ca\xecn b&#7897;"
    )
    text, chosen = decode_page(b"<meta charset=windows-1258><p>" + words + b"</p>")
    assert chosen == "windows-1258"
    assert "Năm nay, xa\u0303" in text


def test_letters_of_a_page_that_word_saved():
    article = read(f"<p class=MsoNormal>{WORDS}</p>", encoding="windows-1252")
    assert (article.text, article.metadata["encoding"]) == (WORDS, "windows-1252")


@pytest.mark.parametrize("name", ["utf-8", "windows-1258"])
def test_a_charset_that_the_bytes_do_not_fit_is_not_believed(name):
    words = "Ông Trần Văn Bình, Bí thư Huyện ủy, chủ trì hội nghị của xã Suối Đá đã hoàn thành."
    page = f"<meta charset={name}><p>{words}</p>".encode("cp1252", "xmlcharrefreplace")
    assert decode_page(page)[1] == "windows-1252"


def test_references_of_quotes_say_nothing_of_the_letters():
    words = "Héi nghÞ tæng kÕt c«ng t¸c cña huyÖn ñy, ®ång chÝ BÝ th­ TØnh ñy ph¸t biÓu chØ ®¹o"
    page = f"<meta charset=windows-1252><p>&#8220;{words}&#8221;</p>".encode("latin-1")
    assert decode_page(page)[1] == "tcvn3"


def test_tcvn3_under_a_western_charset_is_still_found():
    words = "Héi nghÞ tæng kÕt c«ng t¸c cña huyÖn ñy, ®ång chÝ BÝ th­ TØnh ñy ph¸t biÓu chØ ®¹o"
    page = b"<meta charset=iso-8859-1><p>" + words.encode("latin-1") + b"</p>"
    assert decode_page(page)[1] == "tcvn3"


LINKED = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            "<meta property='article:published_time' content='2021-05-14T08:05:00+07:00'>",
            "2021-05-14T08:05:00",
        ),
        ("<meta name='pubdate' content='2021-05-14T01:05:00Z'>", "2021-05-14T08:05:00"),
        ("<meta itemprop='datePublished' content='2021-05-14'>", "2021-05-14"),
        (
            LINKED.replace("{}", '{"@type":"NewsArticle","datePublished":"2021-05-14T08:05"}'),
            "2021-05-14T08:05:00",
        ),
        (
            LINKED.replace(
                "{}", '{"@graph":[{"@type":["Article"],"datePublished":"14/05/2021 08:05"}]}'
            ),
            "2021-05-14T08:05:00",
        ),
        (
            LINKED.replace("{}", '{"@type":"NewsArticle","datePublished":"0001-01-01"}'),
            None,
        ),
        (
            LINKED.replace("{}", '{broken'),
            None,
        ),
        ("<link rel='schema.DC' href='http://purl.org/dc/2004/12/01'>", None),
    ],
)  # fmt: skip
def test_the_date_is_what_the_page_declares(head, published):
    assert news(head=head).metadata["published"] == published


@pytest.mark.parametrize(
    ("shown", "published"),
    [
        ("<span class='date'>Thứ Sáu, 14/05/2021, 08:05 (GMT+7)</span>", "2021-05-14T08:05:00"),
        ("<div>Cập nhật: 14/05/2021 08:05</div>", "2021-05-14T08:05:00"),
        ("", None),
    ],
)
def test_the_date_beside_the_title(shown, published):
    body = BODY + "<p>Nhà truyền thống được dựng ngày 26/3/1996. Báo cáo trước ngày 30/6/2021.</p>"
    assert news(body, before=f"<div>{shown}</div>").metadata["published"] == published


@pytest.mark.parametrize(
    ("declared", "shown", "author"),
    [
        ("Lò Hoa", "", "Lò Hoa"),
        ("baosuoimay.vn", "", None),
        ("BAOSUOIMAY.VN", "<div class='author-info'><a href='/t'>Lò Hoa</a></div>", "Lò Hoa"),
        ("Báo Suối Mây", "<p class='tac-gia'>Lò Hoa - Vàng Mây</p>", "Lò Hoa - Vàng Mây"),
        ("", "<p class='tac-gia'>Lò Hoa - Tạp chí Suối Mây</p>", "Lò Hoa"),
        ("Công ty Cổ phần Mây", "", None),
    ],
)
def test_the_author_is_a_person(declared, shown, author):
    head = f"<meta name='author' content='{declared}'>"
    assert news(before=shown, head=head).metadata["author"] == author


def test_title_of_the_heading_goes_before_the_declared_one():
    head = "<title>x</title><meta property='og:title' content='Huyện bàn việc'>"
    assert news(head=head).metadata["title"] == "Huyện họp bàn"


@pytest.mark.parametrize(
    "standfirst",
    [
        "<h2 class='sapo'>{}</h2>", "<p class='description'>{}</p>",
        "<div class='article__sapo'>{}</div>", "<h2>{}</h2>",
        "<div><strong class='summary'>{}</strong></div>",
    ],
)  # fmt: skip
def test_standfirst(standfirst):
    words = "Hội nghị do Chủ tịch HĐND huyện Lê Thị Hoa chủ trì."
    article = news(before=standfirst.format(words))
    assert kinds(article, "lead") == [words]
    assert article.text.count(words) == 1


def test_standfirst_that_the_description_tells():
    words = "Hội nghị do Chủ tịch HĐND huyện Lê Thị Hoa chủ trì vào sáng thứ Sáu."
    article = news(before=f"<p>{words}</p>", head=f"<meta name='description' content='{words}'>")
    assert kinds(article, "lead") == [words]


@pytest.mark.parametrize(
    "picture",
    [
        "<table class='picture'><tr><td><img src='a.jpg'></td></tr><tr><td>{}</td></tr></table>",
        "<figure><img src='a.jpg'><figcaption>{}</figcaption></figure>",
        "<div class='VCSortable'><img src='a'><div class='PhotoCMS_Caption'><p>{}</p></div></div>",
    ],
)
def test_captions(picture):
    words = "Chủ tịch HĐND huyện Lê Thị Hoa phát biểu."
    assert kinds(news(BODY + picture.format(words) + BODY.replace("Sáng", "Chiều")), "caption") == [
        words
    ]


def test_headings_list_numbers_and_breaks_of_the_source():
    body = (
        f"{BODY}<h2>Kết quả</h2><p>Các xã\n đã xong.</p><p><strong>Nhiệm vụ</strong></p>"
        "<ol start=3><li>Rà soát cán bộ;</li>"
        "<li>Sắp xếp lại.<ol type=a><li>Ở thôn</li></ol></li></ol>"
        f"<ul><li>Việc khác</li></ul>{BODY.replace('Sáng', 'Chiều')}"
    )
    article = news(body)
    assert kinds(article, "heading") == ["Kết quả", "Nhiệm vụ"]
    lines = article.text.split("\n")
    assert {
        "Các xã đã xong.",
        "3. Rà soát cán bộ;",
        "4. Sắp xếp lại.",
        "a. Ở thôn",
        "- Việc khác",
    } <= set(lines)


@pytest.mark.parametrize(
    ("start", "first"),
    [("5", 5), ("-2", -2), ("²", 1), ("٣", 1), ("", 1), ("x", 1), ("9" * 4500, 1), ("--3", 1)],
)
def test_the_first_number_of_a_list_is_a_number_or_one(start, first):
    article = news(
        f"{BODY}<ol start='{start}'><li>Rà soát cán bộ;</li><li>Sắp xếp.</li></ol>{BODY}"
    )
    assert f"{first}. Rà soát cán bộ;" in article.text


def test_anchors_without_address_hold_text():
    body = "".join(
        f"<p class=MsoNormal><a name='dieu_{n}'><b>Điều {n}.</b> Xã Mây có trách nhiệm.</a></p>"
        for n in range(1, 8)
    )
    assert read(body).text.count("Điều ") == 7


@pytest.mark.parametrize("tag", ["form", "aside", "section"])
@pytest.mark.parametrize("inner", [BODY, BODY.replace("<p>", "<div>").replace("</p>", "</div>")])
def test_a_page_within_one_element_of_the_site_is_read(tag, inner):
    menu = "<nav><a href='/'>Trang chủ</a> <a href='/tin'>Tin tức</a></nav><button>In</button>"
    page = (
        f"<{tag}>{menu}<div><h1>Huyện họp bàn</h1><div class='noidung'>{inner}</div></div></{tag}>"
    )
    text = read(page).text
    assert "Bí thư Huyện ủy" in text
    assert "Trang chủ" not in text
    assert not text.startswith("In")


def test_boxes_of_links_are_no_text():
    weather = "<div class='weather'><ul><li>An Giang</li><li>Bạc Liêu</li></ul></div>"
    related = "<div class='relate'><a href='/a'>Xã Đá họp bàn về công tác cán bộ năm nay</a></div>"
    text = news(
        f"{BODY}{related}<p>>> <a href='/b'>Xem thêm chuyện xã Đá</a></p>", before=weather
    ).text
    assert not {"An Giang", "Xã Đá", "Xem thêm"} & {
        word for word in ("An Giang", "Xã Đá", "Xem thêm") if word in text
    }


def test_cells_of_tables_keep_their_column():
    table = (
        "<table border=1><tr><th>TT<th>Họ và tên<th>Nơi ở<th>Quê quán</tr>"
        "<tr><td>1<td>Vàng A Mây<td rowspan=2>Suối Đá<td>Suối Đá</tr>"
        "<tr><td>2<td>Lò Suối<td></tr><tr><td colspan=2>Cộng<td>2<td></tr></table>"
    )
    text = news(BODY + table + BODY.replace("Sáng", "Chiều")).text
    assert (
        "| 1 | Vàng A Mây | Suối Đá | Suối Đá |\n| 2 | Lò Suối |  |  |\n| Cộng |  | 2 |  |" in text
    )


def test_signature_of_a_page_that_word_saved():
    cells = (
        "<table class=MsoNormalTable border=0><tr><td><p>Nơi nhận:</p><p>- Lưu: VT.</p></td>"
        "<td><p>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH</p><p>&nbsp;</p><p>Vàng Thị Suối</p></td></tr></table>"
    )
    assert read(f"<p class=MsoNormal>{WORDS}</p>{cells}").text.split("\n")[1:] == [
        "Nơi nhận:", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Vàng Thị Suối",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "program", ["LibreOffice 7.4 (Linux)", "OpenOffice.org 3.2", "Aspose.Words"]
)
def test_all_of_a_page_that_an_office_program_saved_is_read(program):
    cells = "<table><tr><td><p>ỦY BAN NHÂN DÂN</p><td><p>Độc lập - Tự do - Hạnh phúc</p></table>"
    article = read(cells + BODY, f'<meta name="generator" content="{program}">')
    assert article.text.startswith("ỦY BAN NHÂN DÂN\nĐộc lập - Tự do - Hạnh phúc\nSáng 14/5")


PARAGRAPHS = [
    f"Sáng {n}/5, xã Suối Mây họp bàn về công tác cán bộ của xã trong năm nay và những năm sau, "
    f"theo kế hoạch đã được Huyện ủy thông qua hồi tháng {n}."
    for n in range(2, 8)
]
AROUND = "".join(
    f"<div class=x{n}><h3><a href='/{n}'>Xã {n} làm đường mới</a></h3><p>Tin đáng chú ý về xã {n} "
    "trong tuần qua ở tỉnh, do cộng tác viên của báo gửi về tòa soạn sáng nay.</p></div>"
    for n in range(1, 7)
)


@pytest.mark.parametrize(
    "form",
    [
        "<p>{}</p>", "<div>{}</div>", "{}<br><br>", "<p><span><span>{}</span></span></p>",
        "<div class=part><p>{}</p></div>",
    ],
)  # fmt: skip
def test_a_body_that_no_class_names_is_the_box_of_most_paragraphs(form):
    if "part" in form:
        halves = ("".join(f"<p>{p}</p>" for p in half) for half in (PARAGRAPHS[:3], PARAGRAPHS[3:]))
        inner = "<div class=ad><img src=a.gif></div>".join(f"<div>{half}</div>" for half in halves)
    else:
        inner = "".join(form.format(paragraph) for paragraph in PARAGRAPHS)
    page = f"<div class=q7><h1>Xã họp bàn việc</h1><div class=zz>{inner}</div></div>"
    assert read(f"{page}<div>{AROUND}</div>").text.split("\n")[2:] == PARAGRAPHS


def test_a_table_of_links_in_the_text_leads_to_other_articles():
    rows = "".join(f"<tr><td><a href='/{n}'>Xã {n} làm đường mới</a></td></tr>" for n in (1, 2))
    inner = "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + f"<table>{rows}</table>"
    page = read(f"<h1>Xã họp bàn việc</h1><div class=zz>{inner}</div>")
    assert page.text.split("\n")[2:] == PARAGRAPHS


@pytest.mark.parametrize(
    ("over", "under", "published"),
    [
        ("<div class=top><span>Thứ bảy, 20/11/2021</span></div>",
         "<b class=date>14/05/2021 08:05</b><b class=author>Lò Hoa</b><a href='#'>In</a>",
         "2021-05-14T08:05:00"),
        ("<header><time>Thứ bảy, 20/11/2021 07:00</time></header>",
         "<time>08:05 ngày 14/5/2021</time>", "2021-05-14T08:05:00"),
        ("<div class=top><span>Thứ bảy, 20/11/2021</span></div>", "", None),
        ("<div class=q><i class=xyz>14-05-2021, 08:05 (GMT+7)</i></div>", "",
         None),
    ],
)  # fmt: skip
def test_the_day_over_the_title_is_that_of_the_site(over, under, published):
    inner = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    page = f"{over}<div><h1>Xã họp bàn việc</h1><div>{under}</div><div class=zz>{inner}</div></div>"
    metadata = read(page).metadata
    assert metadata["published"] == published
    assert metadata["author"] == ("Lò Hoa" if "Lò Hoa" in under else None)


def test_a_class_that_also_names_the_text_makes_it_no_standfirst_or_box():
    inner = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    for name in ("description", "story"):
        page = read(f"<h1>Xã họp bàn việc</h1><h2>{PARAGRAPHS[0]} Mở đầu.</h2>"
                    f"<div class={name}>{inner}</div><div>{AROUND}</div>")  # fmt: skip
        assert kinds(page, "lead") == [f"{PARAGRAPHS[0]} Mở đầu."]
        assert page.text.split("\n")[-6:] == PARAGRAPHS


ITEMS = "".join(
    f"<div class=item><h3><a href='/{n}'>Xã {n} họp bàn công tác cán bộ</a></h3><p>Sáng {n}/5, xã "
    f"{n} họp bàn về công tác cán bộ của xã trong năm nay và năm sau, có đông cán bộ dự.</p></div>"
    for n in range(1, 13)
)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (ITEMS, "lists 12 others, no article"),
        ("<frameset><frame src='b%20files/sheet001.htm'></frameset>", "b files/sheet001.htm"),
        ("<link rel=Main-File href='../x%20y.htm'><p class=MsoNormal>2</p>", "to ../x y.htm"),
        ("<script>1</script>", "without article text"),
    ],
)  # fmt: skip
def test_what_is_no_article_says_so(body, reason):
    with pytest.raises(ArticleError, match=reason) as caught:
        read(body)
    assert "\n" not in str(caught.value)


def test_a_page_that_declares_nothing_and_has_references_is_western():
    body = "<p>Bí thư Huyện ủy Trần Văn Bình chủ trì hội nghị của huyện.</p>"
    data = f"<html><body>{body}</body></html>".encode("cp1252", "xmlcharrefreplace")
    article = article_from_bytes(data, path="a.htm")
    assert "Bí thư Huyện ủy Trần Văn Bình" in article.text
    assert article.metadata["encoding"] == "windows-1252"


OFFICE = (
    '<html xmlns:w="urn:schemas-microsoft-com:office:word"><head>{}</head><body>{}</body></html>'
)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", "<p><span style='font-family:.VnTime'>Chñ tÞch</span> Trần Bình</p>"),
        ("<style>p.M {font-family:'.VnTime'}</style>", "<p class=M>Chñ tÞch TrÇn B×nh</p>"),
        ("", "<p><font face='VNI-Times'>Chuû tòch Traàn Bình</font></p>"),
    ],
)
def test_fonts_of_old_encodings(head, body):
    data = OFFICE.format(f"<meta charset=utf-8>{head}", body).encode()
    assert article_from_bytes(data, path="a.htm").text == "Chủ tịch Trần Bình"


def test_fonts_of_old_encodings_that_hold_unicode():
    body = "<font face='.VnTime'><p>Chủ tịch huyện</p><p>ông Bình</p></font>"
    data = OFFICE.format("<meta charset=utf-8>", body).encode()
    assert article_from_bytes(data, path="a.htm").text == "Chủ tịch huyện\nông Bình"


@pytest.mark.parametrize(
    ("head", "shown", "published"),
    [
        (
            "",
            "<time datetime='2022-06-03T14:05:00+07:00'>3 giờ trước</time>",
            "2022-06-03T14:05:00",
        ),
        ("", "<time datetime='2022-06-03T14:05'>03/06/2022</time>", "2022-06-03T14:05:00"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": '
            '"2022-06-03T14:05:00+07:00",}</script>',
            "",
            "2022-06-03T14:05:00",
        ),
    ],
)
def test_dates_that_are_values(head, shown, published):
    assert news(before=shown, head=head).metadata["published"] == published


@pytest.mark.parametrize(
    ("declared", "author"),
    [
        ("Lò Hoa - Báo Suối Mây", "Lò Hoa"),
        ("Tác giả: Lò Hoa", "Lò Hoa"),
        ("Theo Lò Hoa/Báo Suối Mây", "Lò Hoa"),
        ("Lò Hoa, phóng viên thường trú", "Lò Hoa"),
        ("Ban Biên tập", None),
    ],
)
def test_the_author_beside_the_name_of_the_site(declared, author):
    head = f"<meta name='author' content='{declared}'>"
    assert news(head=head).metadata["author"] == author


@pytest.mark.parametrize(
    "picture",
    [
        "<p><img src=a.jpg></p><p><em>Bí thư Lò Hoa phát biểu.</em></p>",
        "<p align=center><img src=a.jpg></p><p align=center>Bí thư Lò Hoa phát biểu.</p>",
        "<dl><dt><img src=a.jpg></dt><dd>Bí thư Lò Hoa phát biểu.</dd></dl>",
        "<p><img src=a.jpg><br><u style='font-style: italic'>Bí thư Lò Hoa phát biểu.</u></p>",
    ],
)
def test_words_set_apart_under_a_picture_are_its_caption(picture):
    article = news(BODY.replace("</p>", f"</p>{picture}", 1))
    assert kinds(article, "caption") == ["Bí thư Lò Hoa phát biểu."]


def test_a_paragraph_under_a_picture_is_none():
    picture = "<p><img src=a.jpg></p><p>Bí thư Lò Hoa phát biểu.</p>"
    assert not kinds(news(BODY.replace("</p>", f"</p>{picture}", 1)), "caption")


def test_a_paragraph_between_title_and_text_is_the_standfirst():
    told = "Hội nghị do Chủ tịch HĐND xã Lò Hoa chủ trì, bàn về việc sắp xếp thôn bản trong năm."
    page = f"<h1>Đảng ủy xã họp</h1><div class=x>03/06/2022</div><p>{told}</p>"
    assert kinds(read(f"{page}<div class='article-body'>{BODY}</div>"), "lead") == [told]


def test_a_summary_of_another_page_is_no_standfirst():
    box = (
        "<article class=story><h3><a href=/t>Lò Hoa</a></h3><div class=story__summary>Tác giả Lò "
        "Hoa là cán bộ nghiên cứu lịch sử Đảng của tỉnh.</div></article>"
    )
    page = f"<h1>Đảng ủy xã họp</h1>{box}<div class='article-body'>{BODY}</div>"
    assert not any("nghiên cứu lịch sử" in lead for lead in kinds(read(page), "lead"))


@pytest.mark.parametrize(
    "page",
    [
        "<h1 class=logo><a href=/>Báo Suối Mây</a></h1><h2>Đảng ủy xã Suối họp</h2>{}",
        "<div><h2>Đảng ủy xã Suối họp</h2><p>03/06/2022</p>{}</div>",
        "<table><tr><td><a href=/a>Trang chủ</a></td><td><table><tr><td>"
        "<h1>Đảng ủy xã Suối họp</h1></td></tr><tr><td>{}</td></tr></table></td></tr></table>",
        "<table><tr><td><span class=tieude><b>Đảng ủy xã Suối họp</b></span></td></tr>"
        "<tr><td>{}</td></tr></table>",
    ],
)
def test_the_title_of_a_page_whose_window_bears_the_name_of_the_site(page):
    head = "<title>Báo Suối Mây</title>"
    assert read(page.format(BODY), head).metadata["title"] == "Đảng ủy xã Suối họp"


def test_the_site_behind_the_title_is_the_source():
    assert news().metadata["source"] == "Báo Suối Mây"


@pytest.mark.parametrize("outer", ["<div>{}</div>", "<div class='thoi-tiet'>{}</div>"])
def test_lists_of_places_over_the_text_are_none_of_it(outer):
    places = "".join(
        f"<li>{name}</li>" for name in ("Hà Nội", "Huế", "Đà Nẵng", "Cần Thơ", "Sơn La")
    )
    box = outer.format(f"<ul>{places}</ul>")
    assert "Sơn La" not in read(f"<div><h1>Đảng ủy xã họp</h1>{box}{BODY}</div>").text


def test_the_text_ends_where_other_articles_are_told():
    items = "".join(
        f"<li><h3><a href=/{n}>Xã số {n} tổ chức họp bàn công tác cán bộ</a></h3></li>"
        for n in range(4)
    )
    more = f"<div class=x><h3>Tin cùng chuyên mục</h3><ul>{items}</ul></div>"
    text = read(
        f"<div><h1>Đảng ủy xã họp</h1><div class=detail-content>{BODY}{more}</div></div>"
    ).text
    assert "chuyên mục" not in text
    assert "Xã số" not in text


def test_a_cell_with_a_number_and_no_word_shows_it():
    rows = "".join(
        f"<tr><td><ol><li value={n}></li></ol></td><td>Lò {n}</td><td>Bí thư</td></tr>"
        for n in (1, 2)
    )
    assert "| 2. | Lò 2 | Bí thư |" in news(f"{BODY}<table border=1>{rows}</table>").text


@pytest.mark.parametrize(
    ("style", "mark"),
    [("lower-roman", "ii."), ("upper-alpha", "B."), ("decimal-leading-zero", "02.")],
)
def test_list_styles(style, mark):
    items = f"<ol style='list-style-type: {style}'><li>rà soát</li><li>sắp xếp</li></ol>"
    assert f"{mark} sắp xếp" in news(BODY + items).text


def test_a_sheet_holds_letterhead_table_and_signature():
    def row(*cells):
        return "<tr>" + "".join(f"<td>{each}</td>" for each in cells) + "</tr>"

    data = "".join(row(n, f"Lò Văn A{n}", "Bí thư", "Xã Mây") for n in range(1, 6))
    sheet = (
        row("ỦY BAN NHÂN DÂN<br>XÃ SUỐI MÂY", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + row("", "Suối Mây, ngày 2 tháng 2 năm 2026")
        + row("DANH SÁCH")
        + row("NGƯỜI ỨNG CỬ ĐẠI BIỂU HỘI ĐỒNG NHÂN DÂN")
        + row("TT", "Họ tên", "Chức vụ", "Xã")
        + data
        + row("", "KT. CHỦ TỊCH")
        + row("", "PHÓ CHỦ TỊCH")
        + row("", "Vàng Thị Mây")
    )
    page = OFFICE.replace("word", "excel").format("<meta charset=utf-8>", f"<table>{sheet}</table>")
    article = article_from_bytes(page.encode(), path="sheet001.htm")
    assert article.metadata["title"] == "DANH SÁCH NGƯỜI ỨNG CỬ ĐẠI BIỂU HỘI ĐỒNG NHÂN DÂN"
    assert article.metadata["published"] == "2026-02-02"
    assert "| 1 | Lò Văn A1 | Bí thư | Xã Mây |" in article.text
    assert kinds(article, "signature") == ["KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nVàng Thị Mây"]


@pytest.mark.parametrize(
    "page",
    [
        "<div><h2 class='post-title'>Đảng ủy xã họp</h2><h3 class='sapo'>{}</h3>"
        "<div class='post-content'>{}</div></div>",
        "<table><tr><td class='tieude'>Đảng ủy xã họp</td></tr>"
        "<tr><td class='trichdan'>{}</td></tr><tr><td>{}</td></tr></table>",
        "<h1>Đảng ủy xã họp</h1><p><b>{}</b></p>{}",
    ],
)
def test_standfirsts_in_headings_cells_and_bold(page):
    told = "Hội nghị do Chủ tịch HĐND xã Lò Hoa chủ trì, bàn về việc sắp xếp thôn bản."
    article = read(page.format(told, BODY), "<title>Đảng ủy xã họp | Báo Mây</title>")
    assert kinds(article, "lead") == [told]
    assert article.metadata["title"] == "Đảng ủy xã họp"


def test_a_first_paragraph_like_the_others_is_no_standfirst():
    assert not kinds(news(), "lead")


MENU = "".join(f"<li><a href='/m{at}'>Mục {at}</a></li>" for at in range(12))


def test_text_pasted_from_word_makes_no_page_of_word():
    body = BODY.replace("<p>", "<p class=MsoNormal>").replace("</p>", "<o:p></o:p></p>")
    page = f"<ul>{MENU}</ul><div><h1>Huyện họp bàn</h1><div>{body}</div></div>"
    assert read(page).text.split("\n")[0] == "Huyện họp bàn"
    assert "Mục 3" not in read(page).text
    saved = read(
        f"<div class=WordSection1>{body}</div>", "<meta name=Generator content='Microsoft Word 15'>"
    )
    assert saved.text.startswith("Sáng 14/5")


def test_a_box_that_says_it_is_a_date_and_holds_the_article_keeps_its_text():
    page = (
        f"<div class='date-outer'><h1>Huyện họp bàn</h1><div class='post-body'>{BODY}</div></div>"
    )
    assert "Vàng A Mây" in read(page).text


def test_a_link_around_a_heading_is_a_link():
    other = "<a href='/x'><h3>Một bài khác của trang này, dài như một tiêu đề</h3></a>"
    assert "bài khác" not in news(BODY + other * 3).text


def test_what_is_struck_out_as_deleted_is_no_text():
    assert "phó bí thư" not in news(BODY.replace("Bí thư", "<del>phó bí thư</del> Bí thư")).text


@pytest.mark.parametrize(
    "mark",
    [
        "<a class='sdfootnoteanc' href='#sdfootnote1sym'><sup>1</sup></a>",
        "<sup><a href='#n1'>1</a></sup>",
    ],
)
def test_raised_figures_that_lead_to_notes_are_marks(mark):
    assert "đúng hạn[1]." in news(BODY.replace("đúng hạn.", f"đúng hạn{mark}.")).text


def test_a_letter_cut_in_the_head_does_not_stop_the_reading():
    head = "<meta charset=utf-8><title>Huyện họp bàn</title>@"
    page = f"<html><head>{head}</head><body>{BODY}</body></html>"
    cut = b"<meta name=description content='h\xe1\xbb'>"
    article = article_from_bytes(page.encode().replace(b"@", cut), path="a.html")
    assert article.metadata["encoding"] == "utf-8?"
    assert "Vàng A Mây" in article.text


@pytest.mark.parametrize(
    ("shown", "published"),
    [
        ("14 Tháng Năm, 2021", "2021-05-14"),
        ("14 tháng năm 2021", None),
        ("<ul><li>14/05/2021</li><li>08:05</li></ul>", "2021-05-14T08:05:00"),
        (
            "<span>Chuyên mục: Tin</span><span>Ngày đăng: 08:05, 14/05/2021</span>",
            "2021-05-14T08:05:00",
        ),
        ("Được gửi bởi admin vào ngày 14/05/2021 - 08:05", "2021-05-14T08:05:00"),
        ("14/05/2021 8:05 CH", "2021-05-14T20:05:00"),
    ],
)
def test_ways_to_show_the_day(shown, published):
    assert news(before=f"<div>{shown}</div>").metadata["published"] == published


@pytest.mark.parametrize(
    ("shown", "author"),
    [
        ("Lò Hoa | 14/05/2021 08:05", "Lò Hoa"),
        ("14/05/2021 - Lò Hoa", "Lò Hoa"),
        ("14 Tháng Tư, 2021", None),
        ("Được viết bởi Lò Hoa", "Lò Hoa"),
        ("<a rel='author' href='/a'>Lò Hoa</a>", "Lò Hoa"),
        ("<span itemprop='author'>Super User</span>", None),
        ("Chuyên mục Xây dựng Đảng", None),
    ],
)
def test_ways_to_show_the_author(shown, author):
    assert news(before=f"<div>{shown}</div>").metadata["author"] == author


def test_text_behind_a_box_of_other_articles_goes_on():
    box = "".join(
        f"<li><a href='/x{at}'>Một bài khác của trang này {at}</a></li>" for at in range(4)
    )
    last = BODY.replace("Lò Văn Suối", "Hà Văn Khe")
    parts = (f"<div class='part'>{part}</div>" for part in (BODY * 2, last))
    text = read(f"<h1>Huyện họp bàn</h1>{f'<ul>{box}</ul>'.join(parts)}").text
    assert "Hà Văn Khe" in text
    assert "bài khác" not in text


def test_references_to_no_letters_are_blanks():
    assert "Vàng A Mây" in news(BODY.replace("họp", "&#27;&#x0;<a>họp&#8;</a>")).text


@pytest.mark.parametrize("declared", ["windows-1252", "windows-1258", "utf-8", None])
@pytest.mark.parametrize("name", ["windows-1252", "windows-1258"])
def test_the_encoding_of_windows_that_gives_words_is_taken(name, declared):
    shown = "".join(each if _has(each, name) else f"&#{ord(each)};" for each in WORDS)
    page = (f"<meta charset={declared}>" if declared else "") + f"<p>{shown}</p>"
    text, chosen = decode_page(page.encode(name))
    assert (unescape(text).endswith(f"<p>{WORDS}</p>"), chosen) == (True, name)


def _has(letter, name):
    try:
        letter.encode(name)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize(
    ("declared", "published"),
    [
        ("Fri, 14 May 2021 01:05:00 GMT", "2021-05-14T08:05:00"),
        ("Fri, 14 May 2021 08:05:00 +0700", "2021-05-14T08:05:00"),
        ("Fri May 14 2021 08:05:00 GMT+0700 (Indochina Time)", "2021-05-14T08:05:00"),
        ("May 14, 2021 08:05", "2021-05-14T08:05:00"),
        ("2021/05/14 08:05:00", "2021-05-14T08:05:00"),
        ("1620954300", "2021-05-14T08:05:00"),
        ("1620954300000", "2021-05-14T08:05:00"),
        ("20210514", "2021-05-14"),
        ("May 14, 2021", "2021-05-14"),
        ("0001-01-01T00:00:00", None),
    ],
)
def test_moments_as_programs_declare_them(declared, published):
    head = f"<meta property='article:published_time' content='{declared}'>"
    assert read(f"<h1>Huyện họp bàn</h1>{BODY}", head).metadata["published"] == published


@pytest.mark.parametrize(
    ("declared", "author"),
    [("PV Lò Hoa", "Lò Hoa"), ("Bài, ảnh: Lò Hoa", "Lò Hoa"), ("Theo VOV", None)],
)
def test_labels_before_a_declared_author(declared, author):
    head = f"<meta name=author content='{declared}'>"
    assert read(f"<h1>Huyện họp bàn</h1>{BODY}", head).metadata["author"] == author


FOOT = (
    "<p>Cơ quan chủ quản: Ủy ban nhân dân huyện Suối Mây. Giấy phép số 12/GP-TTĐT của Sở.</p>"
    "<p>Chịu trách nhiệm chính: Ông Hà Văn Khe - Chánh Văn phòng. Điện thoại: 0215 300 000.</p>"
)


def test_who_answers_for_a_site_is_no_article():
    page = f"<ul>{MENU}</ul><form><h1>Đăng nhập</h1><input></form><div>{FOOT}</div>"
    with pytest.raises(ArticleError, match="without article text"):
        read(page)
    assert "Hà Văn Khe" not in read(f"<h1>Huyện họp bàn</h1><div>{BODY}{FOOT}</div>").text


def test_days_that_touch_the_titles_of_a_list_hide_no_links():
    link = "<a href='/{}'>Một bài khác của trang này, bài {}</a><span>14/05/2021</span>"
    item = f"<div>{link}<p>{{}}</p></div>"
    words = (
        "Sáng nay, các đại biểu đã dự hội nghị và bàn nhiều nội dung quan trọng của công tác năm."
    )
    items = "".join(item.format(at, "abcdefghijkl"[at], words) for at in range(12))
    with pytest.raises(ArticleError, match="lists 12 others"):
        read(f"<ul>{MENU}</ul><h1>Xây dựng Đảng</h1>{items}")


SAVED = '<meta name="generator" content="LibreOffice 7.4 (Linux)">'
SHAPE = '<img src="s.gif" name="Shape1" alt="Shape1" align="left" width="75" height="1">\n'


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"<p>C{SHAPE}ỘNG HÒA XÃ HỘI</p>", ["CỘNG HÒA XÃ HỘI"]),
        (f"<p><b>Ủ{SHAPE}Y\n BAN NHÂN DÂN</b></p>", ["ỦY BAN NHÂN DÂN"]),
        (f"<p>ỦY BAN {SHAPE}NHÂN DÂN</p>", ["ỦY BAN NHÂN DÂN"]),
        (f"<p>ỦY BAN{SHAPE}\n NHÂN DÂN</p>", ["ỦY BAN NHÂN DÂN"]),
        ("<p>xã<img src='s.gif'>\nMây họp</p>", ["xã Mây họp"]),
        (
            f"<p>S{SHAPE}<span id='Frame1' style='float: left'><p>DỰ THẢO</p></span>ố: 5/QĐ</p>",
            ["DỰ THẢO", "Số: 5/QĐ"],
        ),
        ("<p>xã <span style='float: left'><b>Mây</b></span> họp</p>", ["xã Mây họp"]),
    ],
)
def test_words_that_a_shape_parts_are_whole_again(body, lines):
    text = read(f"{body}<p>{WORDS}</p>", SAVED).text
    assert text.split("\n") == [*lines, WORDS]


def test_a_saved_document_may_have_many_links():
    linked = "".join(
        f"<p>Căn cứ <a href='https://vb.vn/{n}'>Luật số {n}</a> ngày 19 tháng 6 năm 2015 của Quốc "
        f"hội về tổ chức chính quyền địa phương các cấp, khoản {n} Điều {n} đã được sửa đổi;</p>"
        for n in range(12)
    )
    head = "<table><tr><td><p>QUỐC HỘI</p></td><td><p>Độc lập - Tự do - Hạnh phúc</p></td></tr>"
    number = "<tr><td><p>Luật số: 29/2013/QH13</p></td><td><p>Hà Nội, ngày 18/6/2013</p></td></tr>"
    title = "<p align=center>LUẬT</p><p align=center>KHOA HỌC VÀ CÔNG NGHỆ</p>"
    article = read(f"{head}{number}</table>{title}{linked}<p>{WORDS}</p>", SAVED)
    assert article.text.split("\n")[:2] == ["QUỐC HỘI", "Độc lập - Tự do - Hạnh phúc"]
    assert article.metadata["number"] == "Luật số: 29/2013/QH13"
    assert article.metadata["author"] is None


@pytest.mark.parametrize(
    "icon",
    [
        '<i class="material-icons">person</i>',
        '<span class="material-symbols-outlined">edit</span>',
        '<i class="fa fa-user">text-icon</i>',
        '<i class="fas fa-pen"></i>',
    ],
)
def test_names_of_pictures_that_a_font_shows_are_no_words(icon):
    article = news(BODY + f"<p>{icon} Xã Mây họp xong.</p>", before=f"<p>{icon} Lò Thị Hoa</p>")
    assert "Xã Mây họp xong." in article.text.split("\n")
    assert article.metadata["author"] in ("Lò Thị Hoa", None)
    assert not {"person", "edit", "icon"} & set(article.text.split())


def test_words_in_an_element_of_an_icon_are_words():
    assert "Đồng chí Mây dự." in news(f"{BODY}<p><i class='fa'>Đồng chí Mây</i> dự.</p>").text


def test_how_long_ago_something_was_written_is_no_text():
    items = "".join(
        f"<li><div><time>{n} phút trước</time><h3>Phần {n}</h3></div>{BODY}</li>" for n in (5, 15)
    )
    article = news(f"<ul>{items}</ul><p>3 ngày trước</p>{BODY}")
    assert "phút trước" not in article.text
    assert article.text.count("Phần ") == 2
    assert "3 ngày trước" in article.text.split("\n")


def test_references_are_no_encoding_of_a_page():
    body = BODY.encode("ascii", "xmlcharrefreplace").decode()
    article = news(body)
    assert article.metadata["encoding"] == "utf-8"
    assert "Đồng chí Vàng A Mây, Bí thư Huyện ủy" in article.text
    twice = body.replace("&#", "&amp;#")
    assert news(twice).metadata["encoding"] == "references+utf-8"
    assert "Đồng chí Vàng A Mây, Bí thư Huyện ủy" in news(twice).text


INNER = (
    "<table border=1><tr><td>Tổ 1</td><td>Lò Mây</td></tr><tr><td>Tổ 2</td><td>Ma Páo</td></tr>"
    "</table>"
)


@pytest.mark.parametrize("border", [1, 0])
def test_a_drawn_table_keeps_its_rows_around_a_table_in_a_cell(border):
    rows = f"<tr><td>Thôn</td><td>Phân công</td><td>Ghi chú</td></tr><tr><td>Suối</td><td>{INNER}"
    rows += "</td><td>mới</td></tr><tr><td>Đá</td><td>Vàng Mẩy</td><td>cũ</td></tr>"
    lines = read(f"<table border={border}>{rows}</table><p>{WORDS}</p>", SAVED).text.split("\n")
    if border:
        assert lines[1] == "| Suối | Tổ 1 Lò Mây Tổ 2 Ma Páo | mới |"
    else:
        assert "| Tổ 1 | Lò Mây |" in lines
