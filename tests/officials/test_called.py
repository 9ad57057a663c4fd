"""People called by one word: their given name alone, or a code name."""

import pytest

from vnpolitext import find_persons

TOLD = "Lò Văn Thắm và Vàng Thị Hiếu bị khởi tố. "


def mentions(text, name):
    [person] = [each for each in find_persons(text) if each.name == name]
    return [text[start:end] for start, end in person.mentions]


@pytest.mark.parametrize(
    "sentence",
    [
        "Theo lời khai của Thắm, sự việc xảy ra năm ngoái.",
        "Khi Thắm nhận tiền, không ai có mặt.",
        "Riêng Thắm vốn ít nói.",
        "Công an đã bắt Thắm.",
        "Hai ngày sau, Thắm bàn với người khác.",
        "Tối 23-1, Thắm nhắn tin cho vợ.",
        "Thắm đã nhận tiền.",
        "Cuối năm 1917, Thắm trở lại Hà Nội.",
        "Sau đề nghị của Thắm, họ gặp nhau.",
        "Người này nhờ Thắm.",
    ],
)
def test_who_was_named_in_full_is_called_by_the_given_name(sentence):
    assert mentions(TOLD + sentence, "Lò Văn Thắm") == ["Lò Văn Thắm", "Thắm"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Vũ Thì Thắm đến sau.",
        "Nguyễn Như Thắm đến sau.",
        "Họ đi qua cầu Thắm - Mường.",
        "Nhà máy Thắm Bắc xin phép.",
        "Thắm tình quân dân là tên vở kịch.",
        "Tên miền thắm.vn của Thắm.vn",
    ],
)
def test_a_part_of_something_else_is_nobody(sentence):
    assert mentions(TOLD + sentence, "Lò Văn Thắm") == ["Lò Văn Thắm"]


def test_nobody_is_called_so_before_the_full_name():
    assert mentions("Theo lời Thắm kể. Lò Văn Thắm bị bắt.", "Lò Văn Thắm") == ["Lò Văn Thắm"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Lò Thị Huế", "Đoàn công tác của Huế đến nơi."),
        ("Lò Văn Vinh", "Xe chạy từ đêm, Vinh đã thức dậy."),
        ("Lò Văn Công", "Ý kiến chung. Công nhận kết quả của công việc."),
        ("Lò Văn Quốc", "Theo yêu cầu của Quốc hội khóa mới."),
        ("Lò Văn Trung", "Nghị quyết của Trung ương nêu rõ."),
        ("Lò Văn Mỹ", "Quan hệ của Mỹ với các nước."),
    ],
)
def test_units_bodies_lands_and_common_words_are_nobody(name, sentence):
    assert mentions(f"{name} bị bắt. {sentence}", name) == [name]


def test_a_common_word_counts_where_the_text_calls_somebody_so():
    text = "Lò Văn Sáng bị bắt. Buổi sáng, Sáng khai. Theo lời của Sáng, Sáng đã nhận tiền."
    assert mentions(text, "Lò Văn Sáng") == ["Lò Văn Sáng", "Sáng", "Sáng", "Sáng"]
    text = "Lò Văn Sáng bị bắt. Từ sáng, mưa to. Sáng đã hết mưa."
    assert mentions(text, "Lò Văn Sáng") == ["Lò Văn Sáng"]


def test_whom_a_text_calls_so_twice_it_calls_so_inside_a_sentence():
    told = (
        TOLD + 'Công an bắt Thắm. Thắm khai. Biết tin Thắm "Quắt" bỏ trốn, họ tìm nhà bố con Thắm.'
    )
    assert mentions(told, "Lò Văn Thắm") == ["Lò Văn Thắm"] + 4 * ["Thắm"]
    told = TOLD + "Công an bắt Thắm. Thắm khai. Họ tới cầu Thắm, tỉnh Thắm, Thắm Bắc."
    assert mentions(told, "Lò Văn Thắm") == ["Lò Văn Thắm"] + 2 * ["Thắm"]


def test_a_word_of_bodies_counts_where_somebody_is_called_so_twice():
    text = "Lò Văn May đến. Theo lời của May, xe hỏng."
    assert mentions(text, "Lò Văn May") == ["Lò Văn May"]
    text += " Khi May nói, May khóc."
    assert mentions(text, "Lò Văn May") == ["Lò Văn May"] + 3 * ["May"]


def test_foreigners_are_called_by_their_first_name_or_a_last_one_like_a_word_of_vietnam():
    text = "Bà Theresa May phát biểu. Sau khi May nói, Theresa ra về. Theo ý của May, họp ngừng."
    assert mentions(text, "Theresa May") == ["Theresa May", "May", "Theresa", "May"]
    text = "Ông Robert Novak đến đảo St. Robert và làng Robert."
    assert mentions(text, "Robert Novak") == ["Robert Novak"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lò Văn Côn, bí danh là Nam, là Bí thư Tỉnh ủy.", ["Lò Văn Côn", "Nam"]),
        ("Lò Văn Côn (bí danh: Văn); sinh năm 1911.", ["Lò Văn Côn", "Văn"]),
        ("Lò Văn Côn có tên gọi thân mật là **Tô**, là Thủ tướng.", ["Lò Văn Côn", "Tô"]),
        ("Ông Lò Văn Côn vào Nam với bí danh Phương, là Phó ban.", ["Lò Văn Côn", "Phương"]),
        ("Đồng chí Lò Văn Côn, bí danh Ánh, Bí thư Tỉnh ủy.", ["Lò Văn Côn", "Ánh"]),
        ("Lò Văn Côn, bút danh Thép, viết bài này.", ["Lò Văn Côn", "Thép"]),
        ("Chiến dịch mang mật danh Rừng, do ông Lò Văn Côn chỉ huy.", ["Lò Văn Côn"]),
        ("Trạm có bí danh Bắc - Nam. Ông Lò Văn Côn đến.", ["Lò Văn Côn"]),
        ("Đơn vị mang bí danh Đoàn Một. Ông Lò Văn Côn đến.", ["Lò Văn Côn"]),
    ],
)
def test_a_code_name_may_have_one_word(text, names):
    assert mentions(text, "Lò Văn Côn") == names
