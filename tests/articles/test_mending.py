"""Letters that were lost on the way, mended where it is certain."""

import json

import pytest

from vnpolitext.articles import article_from_bytes
from vnpolitext.articles.decoding import decode
from vnpolitext.articles.legacy import decode_letters
from vnpolitext.articles.mending import mend, mend_lines

TEXT = "Hội nghị của Tỉnh ủy bàn về công tác cán bộ, đồng chí Vàng A Mây chủ trì"


def twice(text):
    return "".join(bytes([byte]).decode("cp1252", "ignore") or "\ufffd" for byte in text.encode())


@pytest.mark.parametrize("text", [TEXT, TEXT.upper(), f"{TEXT}\nmột dòng nữa của bài"])
def test_utf8_written_twice(text):
    garbled = text.encode().decode("latin-1")
    assert mend(garbled) == (text, "utf-8+utf-8")


def test_utf8_written_twice_with_lost_bytes():
    mended, name = mend(twice(TEXT + ", họp tại Bắc Hà"))
    assert name == "utf-8+utf-8"
    assert "họp" in mended
    assert "công tác cán bộ" in mended


GARBLED = "BÝ th\u00ad HuyÖn ñy Vµng A M©y chñ tr× héi nghÞ triÓn khai nhiÖm vô cña huyÖn."
MENDED = "Bí thư Huyện ủy Vàng A Mây chủ trì hội nghị triển khai nhiệm vụ của huyện."


@pytest.mark.parametrize("head", ["Cổng thông tin huyện", "Hà Giang", "Ông Bình", "14/5/2021", ""])
def test_a_garbled_body_under_a_good_head(head):
    text, name = decode(f"{head}\n\n{GARBLED}\n{GARBLED}\n".encode())
    assert (text, name) == (f"{head}\n\n{MENDED}\n{MENDED}\n", "tcvn3+utf-8")


def test_a_letter_that_became_a_hyphen():
    text = "§¹i biÓu th-êng trùc, bÝ th- ®¶ng ñy vµ tr-ëng phßng cña n-íc, ng-êi 18-NQ/TW"
    assert decode_letters(text, "tcvn3") == (
        "Đại biểu thường trực, bí thư đảng ủy và trưởng phòng của nước, người 18-NQ/TW"
    )
    assert "Hà-Nội" in decode_letters("Hµ-Néi th- tr-ëng n-íc th-êng", "tcvn3")


def test_hyphens_that_were_letters_are_told_by_all_lines():
    lines = ["BÝ th- HuyÖn ñy ph¸t biÓu.", "Tr-ëng ban Tæ chøc b¸o c¸o.", "Héi nghÞ häp tr-íc TÕt."]
    mended, name = mend("\n".join(lines))
    assert mended.split("\n") == [
        "Bí thư Huyện ủy phát biểu.", "Trưởng ban Tổ chức báo cáo.", "Hội nghị họp trước Tết."
    ]  # fmt: skip
    assert name == "tcvn3+utf-8"


@pytest.mark.parametrize(
    "text",
    [
        TEXT, "Réunion à Paris: été, café, où, naïve, Besançon, élève", "Ông Bình ở Hà Giang", "",
        "Señor Muñoz · 18 m² ± 2 · «à» © ®", "Không có gì\nÀ, thế à?\nLà lá la",
    ],
)  # fmt: skip
def test_good_text_stays(text):
    assert mend(text) is None


def test_lines_stay_lines():
    lines = ["x", GARBLED, "", GARBLED]
    assert mend_lines(lines)[0] == ["x", MENDED, "", MENDED]


def test_what_is_lost_is_told():
    text = "Ngh\ufffd quy\ufffdt c\ufffda \ufffd\ufffdng, h\ufffdi ngh\ufffd"
    assert decode(text.encode()) == (text, "utf-8?")


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_every_reader_of_text_mends(suffix):
    page = f"<p>{GARBLED}</p>" if suffix == "html" else GARBLED
    article = article_from_bytes(page.encode(), path=f"a.{suffix}")
    assert (article.text.strip(), article.metadata["encoding"]) == (MENDED, "tcvn3+utf-8")


ESCAPED = "Nghị quyết của Tỉnh ủy Sông Mây về công tác cán bộ."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ESCAPED.encode("ascii", "xmlcharrefreplace").decode(), "references+utf-8"),
        (ESCAPED.replace("ô", "&ocirc;").replace("á", "&aacute;") * 2, "references+utf-8"),
        (ESCAPED.encode("ascii", "backslashreplace").decode(), "escapes+utf-8"),
        ("Công báo &#7897; &amp; &#8211; A&#7897;, số 5", None),
    ],
)
def test_letters_that_are_still_escaped(text, encoding):
    article = article_from_bytes(text.encode(), path="a.txt")
    if encoding is None:
        assert (article.text, article.metadata["encoding"]) == (text, "utf-8")
    else:
        assert article.text.replace(ESCAPED, "") == ""
        assert article.metadata["encoding"] == encoding


def test_escapes_of_json_and_pages_are_read_by_their_readers():
    quoted = json.dumps({"text": f'{ESCAPED} "Xã"'}).encode().replace(b'\\"', b"\\u0022")
    assert decode(quoted) == (quoted.decode(), "utf-8")
    page = "<html><body><p>1 &lt; 2 &amp; 3</p>" + f"<p>{ESCAPED}</p>" * 9 + "</body></html>"
    found = article_from_bytes(page.encode("ascii", "xmlcharrefreplace"), path="a.html")
    assert ESCAPED in found.text
    assert found.metadata["encoding"] in ("utf-8", "windows-1252")


def test_utf8_written_three_times():
    text = ESCAPED
    for _ in range(2):
        text = text.encode().decode("latin-1")
    assert decode(text.encode()) == (ESCAPED, "utf-8+utf-8")


def test_question_marks_in_place_of_letters_are_told():
    lost = "".join(letter if letter.isascii() else "?" for letter in ESCAPED)
    assert decode(lost.encode()) == (lost, "utf-8?")
    assert decode("Ai? Ở đâu? Bao giờ?".encode())[1] == "utf-8"


OLD = "BÝ th­ HuyÖn ñy TrÇn V¨n B×nh chñ tr× héi nghÞ triÓn khai nhiÖm vô cña huyÖn."


def test_a_long_line_is_known_by_its_first_letters():
    script = "var a=1;" * 500 + "'Báo công an'" + ";b=2" * 500
    assert mend(f"Huyện ủy\n{script}") is None
    text, encoding = mend(f"Huyện ủy\n{'x ' * 2000}{OLD * 60}")
    assert (encoding, text.count("Bí thư Huyện ủy Trần Văn Bình")) == ("tcvn3+utf-8", 60)
