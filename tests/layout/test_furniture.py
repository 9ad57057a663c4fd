"""What a page puts into a sentence: finders read the sentence whole, and spans take it in."""

import pytest

import vnpolitext as vp
from vnpolitext.layout import read_page


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Thực hiện Nghị quyết số\n12\n\f35-NQ/TW", "Thực hiện Nghị quyết số 35-NQ/TW"),
        ("làm việc tại huyện Tủa\n5\nChùa về", "làm việc tại huyện Tủa Chùa về"),
        ("đi qua các xã và\n\n- 7 -\n\n\fthị trấn", "đi qua các xã và thị trấn"),
        ("đi qua các xã và\nTrang 7/12\n\fthị trấn", "đi qua các xã và thị trấn"),
        ("Nghị quyết số 35-NQ/TW[1] của Đảng", "Nghị quyết số 35-NQ/TW của Đảng"),
        ("ông Lò Văn An¹, Bí thư", "ông Lò Văn An, Bí thư"),
        (
            "Bí thư <b>Lò Văn An</b> và <a href='x [1], y'>Chủ tịch</a>",
            "Bí thư Lò Văn An và Chủ tịch",
        ),
        ("Nghị quyết <i>số 35</i>-NQ/TW[2] của Đảng", "Nghị quyết số 35-NQ/TW của Đảng"),
        ("<p>Bí thư</p><p class='x'>Chủ tịch<br/>xã</p>", "\nBí thư\n\nChủ tịch\nxã\n"),
        ("| Lò Văn An<br>Mùa A Sơn |\n<p>xã</p>", "| Lò Văn An\nMùa A Sơn |\n\nxã\n"),
        ("Tin.- ^\n**a****b**Hải Miên (2003). Hết", "Tin.- ^\nHải Miên (2003). Hết"),
        ('- ^\n**a**"Bản sao"', '- ^\n"Bản sao"'),
        ("- ^\nanh Miên kể", None),
        ("tỷ lệ a < b và c > d", None),
        ("rộng 35 km², dài 7 km", None),
        ("Điều 4. Hiệu lực.\n4\n\fĐiều 5. Hết.", None),
        ("Bí thư Huyện ủy\n2\nLò Văn An\nChủ tịch\n3\nMùa A Sơn", None),
        ("Số đảng viên mới kết nạp\n120\nGhi chú", None),
        ("Năm thành lập xã Tủa\n1987\nChùa Hang", None),
    ],
)
def test_a_sentence_goes_on_over_the_edge_of_a_page(text: str, whole: str | None) -> None:
    assert read_page(text).view.text == (whole or text).replace("\f", "\n")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("## Sự nghiệp\n\n[sửa | sửa mã nguồn]### Xã", "## Sự nghiệp\n\n### Xã"),
        ("Sự nghiệp[sửa | sửa mã nguồn]\nÔng", "Sự nghiệp\nÔng"),
        ("Sự nghiệp [sửa]\nÔng", "Sự nghiệp\nÔng"),
        ("Sự nghiệp[sửa]Ông về xã", "Sự nghiệp\nÔng về xã"),
        ("[sửa | sửa mã nguồn]| Tên | Vai |\n|---|---|", "| Tên | Vai |\n|---|---|"),
        ("## Các bộ[sửa | sửa mã nguồn] | |||\nBộ Y tế |", "## Các bộ| |||\nBộ Y tế |"),
        ("Điều 3 [sửa đổi năm 2013] nói", "Điều 3 [sửa đổi năm 2013] nói"),
    ],
)
def test_links_to_change_a_section_vanish(text: str, whole: str) -> None:
    assert read_page(text).view.text == whole


def test_running_heads_are_left_out() -> None:
    head = "\n{}\n\fBáo cáo tổng kết năm 2020\n"
    text = "".join(f"Đoàn đã đi qua các xã vùng cao và{head.format(n)}các bản " for n in (1, 2, 3))
    assert "Báo cáo" not in read_page(text).view.text


@pytest.mark.parametrize("field", ["citations", "places", "persons"])
def test_every_finder_reads_on_with_exact_spans(field: str) -> None:
    text = (
        "Ngày 5/6, thực hiện Nghị quyết số\n12\n\f35-NQ/TW, đồng chí Mùa A\n13\n\fPhình, Bí thư "
        "Huyện ủy, làm việc tại huyện Tủa\n14\n\fChùa."
    )
    plain = text
    for number in (12, 13, 14):
        plain = plain.replace(f"\n{number}\n\f", " ")
    broken, whole = vp.analyze(text), vp.analyze(plain)
    found, wanted = getattr(broken, field), getattr(whole, field)
    assert len(found) == len(wanted) > 0
    for one, other in zip(found, wanted, strict=True):
        if field == "persons":
            assert one.name == other.name == "Mùa A Phình"
        else:
            assert " ".join(one.text.replace("\f", " ").split()) != ""
            assert text[one.start : one.end] == one.text
            assert getattr(one, "name", None) == getattr(other, "name", None)
