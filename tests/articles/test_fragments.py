"""Bodies in HTML without a page around them, and the front matter that stands over them."""

import json

import pytest

from vnpolitext.articles import ArticleError, article_from_bytes
from vnpolitext.articles.formats.fragment import is_fragment

OBJECT = json.dumps(
    {
        "title": "Xã Mây họp",
        "date": "2021-05-13T18:05:00.000Z",
        "author": "Lò Hoa",
        "tags": ["họp"],
        "draft": False,
    },
    ensure_ascii=False,
    indent=4,
)
TOLD = "Sáng nay, xã họp bàn về công tác cán bộ."
GUESTS = "Các thôn đều cử người đến dự."


def read(body):
    return article_from_bytes(body.encode(), path="a.txt")


@pytest.mark.parametrize(
    "front",
    [
        f"---json\n{OBJECT}\n---\n",
        f"--- json\n{OBJECT}\n---\n",
        f"---JSON \r\n{OBJECT}\r\n---\r\n",
        f"---\n{OBJECT}\n---\n",
        f";;;\n{OBJECT}\n;;;\n",
        f";;;json\n{OBJECT}\n;;;\n",
        f"{OBJECT}\n\n",
        "---yaml\ntitle: Xã Mây họp\ndate: 2021-05-13T18:05:00Z\nauthor: Lò Hoa\n---\n",
        '---toml\ntitle = "Xã Mây họp"\ndate = 2021-05-14T01:05:00+07:00\nauthor = "Lò Hoa"\n---\n',
        "---\ntitle: Xã Mây họp\ndate: 2021-05-13 18:05:00 +0000\nauthor: Lò Hoa\n---\n",
    ],
)
@pytest.mark.parametrize("body", [f"{TOLD}\n", f"<p>{TOLD}</p>\n"])
def test_front_matter_that_names_its_form(front, body):
    article = article_from_bytes((front + body).encode(), path="a.md")
    found = [article.metadata[name] for name in ("title", "published", "author")]
    assert found == ["Xã Mây họp", "2021-05-14T01:05:00", "Lò Hoa"]
    assert [block.kind for block in article.blocks] == ["boilerplate", "paragraph"]
    assert article.blocks[1].text == TOLD


@pytest.mark.parametrize(
    "text",
    [
        '{"xã": "Mây", "thôn": 3}\n\nSáng nay, xã họp.',
        '{"title": "Xã Mây họp"}',
        '{"title": "Xã Mây họp"} sáng nay.',
        '{"title": "Xã Mây họp"}\n{"title": "Xã Đá họp"}\n',
    ],
)
def test_objects_that_are_no_front_matter(text):
    with pytest.raises(ArticleError, match="read it as a corpus"):
        article_from_bytes(text.encode(), path="a.md")


@pytest.mark.parametrize("nothing", ["N/A", "Unknown", "không rõ", "null", "Đang cập nhật", "-"])
def test_words_for_none_are_no_values(nothing):
    front = f'---\ntitle: "Xã Mây họp"\nauthor: "{nothing}"\ndate: "{nothing}"\n---\n'
    article = article_from_bytes(f"{front}{TOLD}\n".encode(), path="a.md")
    found = [article.metadata[name] for name in ("title", "author", "published")]
    assert found == ["Xã Mây họp", None, None]


def test_the_number_of_a_document_in_front_matter():
    front = '---json\n{"title": "Quyết định", "so_hieu": "Số 12/QĐ-UBND", "nguoi_ky": ""}\n---\n'
    article = article_from_bytes(front.encode(), path="a.md")
    assert article.metadata["number"] == "Số 12/QĐ-UBND"


CAPTION = "Đoàn dự họp tại xã"


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        (f"<p>{TOLD}</p>\n\n<p>{GUESTS}</p>", ["paragraph", "paragraph"]),
        (f"<div><p>{TOLD}</p><p>&nbsp;</p><p>{GUESTS}</p></div>", ["paragraph", "paragraph"]),
        (f"<div>\n\n  {TOLD}\n\n  <br />{GUESTS}\n\n</div>", ["paragraph", "paragraph"]),
        (f"<P ALIGN=justify>{TOLD}<P>{GUESTS}", ["paragraph", "paragraph"]),
        (
            f"<!-- wp:paragraph -->\n<p>{TOLD}</p>\n<!-- /wp:paragraph -->\n<p>{GUESTS}</p>",
            ["paragraph", "paragraph"],
        ),
        (
            f"<p>{TOLD}</p><p><strong>Việc tới</strong></p><p>{GUESTS}</p>",
            ["paragraph", "heading", "paragraph"],
        ),
        (
            f"<table><tr><td><img src='a.jpg'></td></tr><tr><td><p>{CAPTION}</p></td></tr></table>"
            f"<p>{TOLD}</p>",
            ["caption", "paragraph"],
        ),
        (
            "<p style='text-align:center'><img src='a.jpg'></p>"
            f"<p style='text-align:center'><strong><em>{CAPTION}</em></strong></p><p>{TOLD}</p>",
            ["caption", "paragraph"],
        ),
        (
            f"<p><img src='a.jpg'></p><p><b><i>{CAPTION}</i></b></p><p>{TOLD}</p>",
            ["caption", "paragraph"],
        ),
        (
            "<p align=center><img src='a.jpg'></p><p>&nbsp;</p>"
            f"<p align=center>{CAPTION}</p><p>{TOLD}</p>",
            ["caption", "paragraph"],
        ),
    ],
)
@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_bodies_in_html(body, kinds, suffix):
    article = article_from_bytes(body.encode(), path=f"a.{suffix}")
    assert [block.kind for block in article.blocks] == kinds
    assert all(article.text[b.start : b.end] == b.text for b in article.blocks)
    assert "<" not in article.text


def test_characters_that_html_names():
    body = (
        "<p>S&aacute;ng nay, x&atilde; họp b&agrave;n về th&aacute;c Đắk G&#39;lun.</p><p>Hết.</p>"
    )
    assert article_from_bytes(body.encode(), path="a.md").text == (
        "Sáng nay, xã họp bàn về thác Đắk G'lun.\nHết."
    )


@pytest.mark.parametrize(
    "text",
    [
        f"<p align=center><img src='a.png'></p>\n\n# Xã Mây\n\n{TOLD}",
        f"<p align=center><img src='a.png'></p>\n\n{TOLD} {GUESTS}",
        f"<a name='x'></a>\n**Xã Mây**\n\n{TOLD}",
        f"{TOLD}<br>{GUESTS}",
        f"<b>Xã Mây</b>: {TOLD}\n\n{GUESTS}",
        "<Nơi nhận>: Như trên",
        "<p> là một thẻ. Sáng nay xã họp bàn",
        "<div",
        "",
    ],
)
def test_texts_that_are_no_html(text):
    assert not is_fragment(text)


@pytest.mark.parametrize("start", ["<!DOCTYPE html>\n<html>", "\ufeff<HTML lang=vi>", "\n<html>"])
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_pages_saved_as_texts(start, suffix):
    body = "".join(f"<p>{TOLD} {GUESTS} Đây là đoạn {number}.</p>" for number in range(4))
    page = f"{start}<head><title>Xã Mây họp bàn việc</title></head><body>{body}</body></html>"
    article = article_from_bytes(page.encode(), path=f"a.{suffix}")
    assert article.metadata["title"] == "Xã Mây họp bàn việc"
    assert "<p>" not in article.text


FRONT = "---\ntitle: Đảng bộ huyện Sông Mây khởi sắc\n---\n"


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        # A bold first sentence, and a bold heading, where the title would stand.
        (
            f"<p><strong>{TOLD}</strong></p>\n<p>{GUESTS}</p>\n<p>{TOLD}</p>",
            ["paragraph", "paragraph", "paragraph"],
        ),
        (
            "<p><strong>Cơ hội mới cho ngành du lịch</strong></p>\n"
            f"<p>{TOLD} {GUESTS}</p>\n<p>{TOLD}</p>",
            ["heading", "paragraph", "paragraph"],
        ),
        (
            f"<p>Khoảng 01h00 ngày 5/11/2020, tại thôn Đá có mưa lớn làm đổ cột đèn.</p>\n"
            f"<p>{GUESTS}</p>\n<p>{TOLD}</p>",
            ["paragraph", "paragraph", "paragraph"],
        ),
        # The title itself, whole or in part, stays.
        (f"<p>Đảng bộ huyện Sông Mây khởi sắc</p>\n<p>{TOLD}</p>\n<p>{GUESTS}</p>", ["title"]),
        (f"<p>Đảng bộ Sông Mây khởi sắc</p>\n<p>{TOLD}</p>\n<p>{GUESTS}</p>", ["title"]),
    ],
)
def test_no_sentence_is_the_title_that_front_matter_tells(body, kinds):
    article = article_from_bytes((FRONT + body).encode(), path="a.md")
    found = [block.kind for block in article.blocks if block.kind != "boilerplate"]
    assert found[: len(kinds)] == kinds
    assert article.metadata["title"] == "Đảng bộ huyện Sông Mây khởi sắc"


PICTURE = (
    '<p style="text-align:center"><img src="a.png" /></p>\n<p style="text-align:center">{}</p>'
)


@pytest.mark.parametrize(
    "after",
    [
        "",
        PICTURE.format("Hình ảnh hiện trường"),
        PICTURE.format("Hình ảnh hiện trường") + "\n" + PICTURE.format("Quang cảnh buổi họp"),
        "<p>Theo Cổng thông tin điện tử tỉnh Sông Mây</p>",
        "<p>Theo Báo Sông Mây</p>\n<p>https://example.vn/xa-may-hop.html</p>",
        "<p>&nbsp;</p>\n<p>&nbsp;</p>",
    ],
)
@pytest.mark.parametrize("name", ["Lò Thị Hoa", "H.M"])
def test_a_name_under_the_text_before_pictures_and_the_source(name, after):
    body = f"<p>{TOLD}</p>\n<p>{GUESTS}</p>\n<p>{name}</p>\n{after}"
    article = article_from_bytes((FRONT + body).encode(), path="a.md")
    assert article.metadata["author"] == name
    assert GUESTS in article.text


@pytest.mark.parametrize("last", ["Các thôn đã họp", "HĐND", GUESTS])
def test_other_lines_under_the_text_name_nobody(last):
    body = f"<p>{TOLD}</p>\n<p>{GUESTS}</p>\n<p>{last}</p>"
    assert article_from_bytes((FRONT + body).encode(), path="a.md").metadata["author"] is None


@pytest.mark.parametrize(
    "picture",
    [
        "<p><img src='a.jpg'></p><p>{}</p>",
        "<p><img src='a.jpg' width='500' /></p>\r\n\r\n<p>&nbsp;{}</p>",
        "<div><img src='a.jpg'></div><div>{}</div>",
        "<p><span><span><img src='a.jpg'></span></span></p><p><span>{}</span></p>",
        "<p><a href='a.jpg'><img src='a.jpg'></a></p><p>{}</p>",
        "<p><img src='a.jpg'><br>{}</p>",
        "<p><img src='a.jpg'></p><p><img src='b.jpg'></p><p>{}</p>",
        "<table><tr><td><img src='a.jpg'></td></tr></table><p>{}</p>",
        "<table><tr><td><img src='a.jpg'></td></tr></table><p align=center><em>{}</em></p>",
        "<p>Các bản cùng dự.<em><img src='a.jpg'>{}</em></p>",
        "<p>Các bản cùng dự.<i><img src='a.jpg' />{}</i>Họp xong, các bản về ngay.</p>",
    ],
)
@pytest.mark.parametrize("words", ["Đường lên bản Suối Đá", "Bà con bản Mây, xã Gió (Ảnh: Lò Hoa)"])
def test_words_under_a_picture_that_are_no_sentence(picture, words):
    article = read(f"<p>{TOLD}</p>{picture.format(words)}<p>{TOLD} {GUESTS}</p>")
    assert [block.text for block in article.blocks if block.kind == "caption"] == [words]


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        ("<p><img src='a.jpg'></p><p>{}</p>", GUESTS),
        ("<p><img src='a.jpg'></p><p>{}</p>", "Các thôn đã làm những việc sau:"),
        ("<p><img src='a.jpg'></p><p>{}</p>", "2. Việc của các thôn"),
        ("<p><img src='a.jpg'></p><ul><li>{}</li></ul>", "Làm đường bản Mây"),
        ("<p><img src='a.jpg'></p><p><b>{}</b></p>", "Những việc còn lại"),
        ("<p><img src='a.jpg' width='16'></p><p>{}</p>", "Đường lên bản Suối Đá"),
        ("<p><em><img src='a.jpg'>Đường mới</em> đã tới {}.</p>", "bản Suối Đá"),
        (
            "<figure><img src='a.jpg'><figcaption> </figcaption></figure><p>{}</p>",
            "Đường lên bản Suối Đá",
        ),
    ],
)
def test_other_words_under_a_picture(picture, words):
    article = read(f"<p>{TOLD}</p>{picture.format(words)}<p>{TOLD} {GUESTS}</p>")
    shown = [block.text for block in article.blocks if block.kind == "caption"]
    assert words in article.text
    assert not any(words in text for text in shown)


def test_a_bold_line_under_an_empty_caption_is_a_heading():
    picture = "<figure><img src='a.jpg'><figcaption><p></p></figcaption></figure>"
    article = read(f"<p>{TOLD}</p>{picture}<p><b>Việc còn lại</b></p><p>{TOLD}</p>")
    assert [block.text for block in article.blocks if block.kind == "heading"] == ["Việc còn lại"]
