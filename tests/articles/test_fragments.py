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
