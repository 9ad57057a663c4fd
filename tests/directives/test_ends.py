"""Where items begin and end, in kinds of lists that were once cut short. Invented lines."""

import pytest

from vnpolitext.directives import find_directives

FOUR = [
    "I- TÌNH HÌNH\n\nXã họp.\n\nII- NHIỆM VỤ\n\n1- Rà soát.\n\n2- Báo cáo.\n\nIII- GIẢI PHÁP\n\n"
    "1- Học.\n\n2- Hỏi.\n\nIV- TỔ CHỨC THỰC HIỆN\n\n1- Giao xã.\n\n2- Giao bản.\n",
    *(
        "\n\n".join(
            f"{mark}{joint}{title}\n\n1{small} Xã họp.\n\n2{small} Bản họp."
            for mark, title in zip(("I", "II", "III", "IV"), titles, strict=True)
        )
        for titles in (
            ("TÌNH HÌNH", "NHIỆM VỤ", "GIẢI PHÁP", "TỔ CHỨC THỰC HIỆN"),
            ("BỐI CẢNH", "MỤC TIÊU", "NỘI DUNG", "KINH PHÍ BẢO ĐẢM"),
            ("Tình hình", "Kết quả", "Hạn chế", "Nguyên Nhân"),
        )
        for joint, small in (("- ", "-"), (" - ", " -"), (". ", "."), ("/ ", "/"))
    ),
]


@pytest.mark.parametrize("text", FOUR)
def test_the_fourth_part_is_found(text):
    found = [item.marker for item in find_directives(text) if item.style == "roman"]
    assert found == ["I", "II", "III", "IV"]


GOES_ON = [
    f"{first} Rà soát quy chế.\n{between}{second} Báo cáo xã;\n{between}gửi huyện trước ngày 5/6."
    for first, second in (("1.", "2."), ("a)", "b)"), ("1)", "2)"), ("I.", "II."), ("-a)", "-b)"))
    for between in ("", "\n")
]


@pytest.mark.parametrize("text", GOES_ON)
def test_a_line_in_small_letters_goes_on_with_its_item(text):
    assert find_directives(f"{text}\n\nTrên đây là kế hoạch.")[-1].text.endswith("ngày 5/6.")


@pytest.mark.parametrize("line", ["Xã họp chiều qua.", "Trên đây là kế hoạch.", "Nơi nhận: xã;"])
def test_a_line_in_capitals_does_not(line):
    found = find_directives(f"1. Rà soát quy chế;\n2. Báo cáo xã;\n{line}")
    assert found[-1].text.rstrip(";").endswith("Báo cáo xã")
