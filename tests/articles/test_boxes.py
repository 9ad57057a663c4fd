"""Pages with boxes around and in the article: which of them are part of it."""

import pytest

from vnpolitext.articles import ArticleError, article_from_bytes

pytest.importorskip("trafilatura")

TOLD = (
    "Sáng 14/5, Huyện ủy Suối Mây họp bàn về công tác tổ chức cán bộ của các xã trong huyện.",
    "Đồng chí Vàng A Mây, Bí thư Huyện ủy, yêu cầu các xã hoàn thành việc sắp xếp đúng hạn.",
    "Ông Lò Văn Suối, Chủ tịch UBND huyện, cho biết các xã đã chuẩn bị đủ điều kiện.",
    "Các đại biểu đã thảo luận về những việc còn vướng mắc và cách tháo gỡ cho từng xã.",
)
BODY = "".join(f"<p>{words}</p>" for words in TOLD)
OTHER = "Xã Đá khánh thành cây cầu treo bắc qua suối lớn"
SUMMARY = "Cây cầu dài trăm mét giúp người dân ba thôn đi lại dễ dàng hơn trong mùa mưa lũ."


def read(body, head="<title>Huyện Suối Mây họp bàn việc - Báo Suối Mây</title>"):
    page = f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return article_from_bytes(page.encode(), path="a.html")


@pytest.mark.parametrize(
    "box",
    [
        "<div class='cms-insert-news'><a href='/b'>{0}</a><div>{1}</div></div>",
        "<article class='insert-news'><div class='insert-content'><div><a href='/b'>{0}</a></div>"
        "<div class='insert-description'>{1}</div></div></article>",
        "<div class='related'><h3><a href='/b'>{0}</a></h3><p>{1}</p></div>",
        "<div class='box-related'><p><a href='/b'>{0}</a></p><p>{1}</p></div>",
        "<section class='embed-article'><a href='/b'>{0}</a><p>{1}</p></section>",
        "<div class='teaser'><h4><a href='/b'>{0}</a></h4>{1}</div>",
        "<div class='news_suggest'><a href='/b'>{0}</a><br>{1}</div>",
        "<div class='morenews'><a href='/b'>{0}</a><p>{1}</p></div>",
    ],
)
def test_other_articles_with_their_summaries_are_no_text(box):
    page = f"<div class='detail'><h1>Huyện họp bàn</h1>{BODY}{box.format(OTHER, SUMMARY)}</div>"
    text = read(page).text
    assert OTHER not in text
    assert SUMMARY not in text
    assert all(words in text for words in TOLD)


@pytest.mark.parametrize("name", ["insert-image", "embed-quote", "teaser-text", "news_suggest"])
def test_boxes_without_links_are_text(name):
    box = f"<div class='{name}'><p>{SUMMARY}</p></div>"
    page = f"<h1>Huyện họp bàn</h1><div class='article-body'>{BODY}{box}</div>"
    assert SUMMARY in read(page).text


@pytest.mark.parametrize(
    "bar",
    [
        "<div class='social-share'><span>Sao chép liên kết</span></div>",
        "<div class='a-share-b'><a><span class='tooltiptext'>Sao chép liên kết</span></a></div>",
        "<div class='box_share'>Sao chép liên kết</div>",
        "<ul class='bread-crumb-detail breadcrumb'><li>Sao chép liên kết</li></ul>",
        "<div id='sharing'>Sao chép liên kết</div>",
        "<marquee>Sao chép liên kết</marquee>",
    ],
)
def test_bars_between_title_and_text_are_no_text(bar):
    page = f"<div class='content-detail'><h1>Huyện họp bàn</h1>{bar}{BODY}</div>"
    assert "Sao chép" not in read(page).text


@pytest.mark.parametrize("tag", ["aside", "footer", "nav", "form"])
@pytest.mark.parametrize(
    "inner",
    [
        "<span>{0}</span><div>{1}</div>",
        "<div>{0}<br>{1}</div>",
        "<div><font size=3>{0}</font><br><font size=3>{1}</font></div>",
        "<p>{0}</p><p>{1}</p>",
    ],
)
def test_a_box_of_the_site_that_holds_the_article(tag, inner):
    menu = "<ul class='sidenav'>" + "<li><a href='/a'>Cơ cấu tổ chức</a></li>" * 9 + "</ul>"
    text = inner.format(" ".join(TOLD[:2]), " ".join(TOLD[2:]))
    article = read(f"<article>{menu}</article><{tag}><h2>Huyện họp bàn việc</h2>{text}</{tag}>")
    assert all(words in article.text for words in TOLD)
    assert "Cơ cấu" not in article.text


@pytest.mark.parametrize("name", ["Vnexpress", "baosuoimay.vn", "Document", "Suoimay", "Báo Mây"])
@pytest.mark.parametrize("heading", ["<h2>{}</h2>", "<h3>{}</h3>", "<p><b>{}</b></p>"])
def test_a_window_that_bears_but_the_name_of_a_site(name, heading):
    page = heading.format("Huyện Suối Mây họp bàn việc lớn") + BODY
    article = read(page, f"<title>{name}</title>")
    assert article.metadata["title"] == "Huyện Suối Mây họp bàn việc lớn"


def test_a_title_of_one_word_where_no_other_is_shown():
    assert read(BODY, "<title>Sầu-riêng</title>").metadata["title"] == "Sầu-riêng"


@pytest.mark.parametrize(
    "between",
    [
        "<p class='author'><a href='/t'>Lò Hoa</a></p><p class='author'>Xem bài khác</p>",
        "<div class='author'>Lò Hoa</div><div class='time'>14/5/2021</div><p>In</p><p>Aa</p>",
        "<div class='meta'><span class='date'>14/05/2021</span></div><p>Gửi</p><p>In</p><p>Lưu</p>",
    ],
)
def test_a_standfirst_behind_lines_about_the_article(between):
    lead = "<h2 class='content-detail-sapo'>Huyện bàn cách sắp xếp cán bộ các xã trong năm.</h2>"
    page = f"<div class='content-detail'><h1>Huyện họp bàn</h1>{between}{lead}{BODY}</div>"
    leads = [block.text for block in read(page).blocks if block.kind == "lead"]
    assert leads == ["Huyện bàn cách sắp xếp cán bộ các xã trong năm."]


@pytest.mark.parametrize(
    "page",
    [
        "<h3>Chuyên mục</h3><ul><li><a href='/a'>Trang chủ</a></li><li><a href='/b'>Quân sự</a>"
        "</li><li><a href='/c'>Chính trị</a></li></ul><h2>NGHỊ ĐỊNH</h2><div id=list></div>",
        "<table><tr><td><a href='/a'>Trang chủ</a></td></tr><tr><td><a href='/b'>Liên hệ</a></td>"
        "</tr></table><h2>Văn bản</h2>",
        "<p>EN</p><p><a href='/a'>Giới thiệu</a></p><p><a href='/b'>Tin tức</a></p>",
    ],
)
def test_a_page_of_nothing_but_a_menu_is_no_article(page):
    with pytest.raises(ArticleError, match="without article text"):
        read(page, "<title>Nghị định - Trung đoàn</title>")


@pytest.mark.parametrize(
    ("note", "author"),
    [
        ("Tác giả Lò Văn Suối là giảng viên Trường Chính trị tỉnh Sông Mây.", "Lò Văn Suối"),
        ("* Tác giả Lò Văn Suối hiện là Phó Giám đốc Sở Nội vụ tỉnh Sông Mây.", "Lò Văn Suối"),
        ("(Tác giả bài viết, Lò Văn Suối, nguyên là Phó Giám đốc Sở Nội vụ.)", "Lò Văn Suối"),
        ("Về tác giả: Lò Văn Suối từng là Bí thư Huyện ủy Suối Mây nhiều năm.", "Lò Văn Suối"),
        ("Tác giả của dự án này là Sở Nội vụ tỉnh Sông Mây.", None),
        ("Tác giả đoạt giải là những em học sinh của các trường trong huyện.", None),
    ],
)
def test_a_note_on_the_author_beside_the_text(note, author):
    box = f"<div class='box'><h3>Lò Văn Suối</h3><div class='story__summary'>{note}</div></div>"
    page = f"<h1>Huyện họp bàn</h1>{box}<div class='article-body'>{BODY}</div>"
    assert read(page).metadata["author"] == author


def test_a_sentence_on_an_author_within_the_text_names_none():
    told = "<p>Tác giả Lò Văn Suối là người đã viết cuốn sách về lịch sử của huyện.</p>"
    page = f"<h1>Huyện họp bàn</h1><div class='article-body'>{told}{BODY}</div>"
    assert read(page).metadata["author"] is None
