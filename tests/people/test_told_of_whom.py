"""Of whom, and whether, a sentence tells something: what is no event, and whose it is not."""

from types import SimpleNamespace

import pytest

from vnpolitext.officials import find_persons
from vnpolitext.people import personnel_events


def told(text):
    document = SimpleNamespace(id="a", metadata={}, text=text, persons=find_persons(text))
    return [
        (event.kind, event.name, event.office_from, event.office_to, event.date)
        for event in personnel_events([document])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bốn phương án nhằm phế truất ông Lò Văn Nọi đã được đưa ra: từ chức, luận tội và kết tội.",
        "Người biểu tình đòi ông Lò Văn Nọi từ chức.",
        "Báo chí thúc giục ông Lò Văn Nọi từ chức.",
        "Bộ Nội vụ đề nghị xem xét, quyết định bổ nhiệm ông Lò Văn Nọi giữ chức Giám đốc Sở Y tế.",
        "Ông Lò Văn Nọi cho rằng tinh thần là phải kịp thời cho từ chức, miễn nhiệm.",
        "Lò Văn Nọi viết bài văn tế ca ngợi tinh thần anh dũng hy sinh của nghĩa sĩ.",
        "Ban Thường vụ đồng ý về chủ trương để ông Lò Văn Nọi thôi giữ chức Bí thư Huyện ủy.",
        "Thủ tướng Lò Văn Nọi cải thiện sức khỏe sau khi bị ám sát.",
        "Bộ trưởng Bộ Y tế Lò Văn Nọi tạm thôi giữ chức vụ.",
        "Sau khi ông Lò Văn Nọi thôi chức, Hội đồng quản trị sẽ còn bốn thành viên.",
        "Ông Lò Văn Nọi gần như bị Quốc hội bãi nhiệm.",
        "Vua Lò Văn Nọi mang theo ấn ngọc và đánh mất tại Quảng Bình.",
        "Hội đồng bầu cử toàn quốc được thành lập, do ông Lò Văn Nọi làm Chủ tịch.",
        "Ông Lò Văn Nọi chờ nghỉ hưu.",
        "Ông Lò Văn Nọi được Nhà nước tặng thưởng nhiều huân chương, huy chương.",
    ],
)
def test_what_has_not_happened(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng Lò Văn Nọi ra lệnh điều tra, một số tướng tá liên quan bị cách chức.",
        "Tất cả thành viên nội các không ủng hộ Lò Văn Nọi do lòng dân đã khác, nhất trí từ chức.",
        "Ông kế vị vua cha là Lò Văn Nọi, trị vì từ năm 1841 đến khi qua đời.",
        "Bà Mùa Thị Sua năm 2012 khi kỷ niệm 30 năm ông trở thành thủ tướng đã phát biểu.",
        "Năm 1932, ông mua lại tờ báo của Lò Văn Nọi và Hà Văn Tư, và trở thành Giám đốc.",
    ],
)
def test_somebody_else_is_meant(text):
    assert told(text) == []


def test_a_short_name_is_no_pronoun():
    text = "Việc kỷ luật cảnh cáo ông Lò Văn Nọi được thực hiện sau khi ông Trọng qua đời."
    assert ("died", "Lò Văn Nọi") not in [each[:2] for each in told(text)]


def test_who_gives_up_an_office_is_named_before_the_verb():
    text = "Ông Lò Văn Nọi tạm quyền sau khi bà Mùa Thị Sua từ chức tổng thống."
    assert told(text) == [("dismissed", "Mùa Thị Sua", "tổng thống", None, None)]


def test_a_pronoun_that_is_an_object_is_whom_the_sentence_before_is_about():
    text = (
        "# Mùa A Phình\n\nMùa A Phình sinh năm 1896. Ngày 18/12/1949, Chủ tịch Lò Văn Nọi ký Sắc "
        "lệnh và cử ông giữ chức Tổng Thanh tra. Ông được bầu làm Hội trưởng Hội Hữu nghị."
    )
    assert ("elected", "Mùa A Phình") in [each[:2] for each in told(text)]


@pytest.mark.parametrize(
    ("text", "award"),
    [
        (
            "Nhà nước nâng mức tặng thưởng Huân chương Lao động lên Huân chương Độc lập "
            "cho ông Lò Văn Nọi.",
            "Huân chương Độc lập",
        ),
        ("Ông Lò Văn Nọi được tặng Huân chương Tự do của Tổng thống.", "Huân chương Tự do"),
        (
            "Ông Lò Văn Nọi được trao tặng Huân chương Văn học và Nghệ thuật năm 2019.",
            "Huân chương Văn học và Nghệ thuật",
        ),
        (
            "Ông Lò Văn Nọi được phong tặng danh hiệu Nghệ sĩ Nhân dân ngày 17 tháng 12 năm 1994.",
            "danh hiệu Nghệ sĩ Nhân dân",
        ),
    ],
)
def test_the_whole_name_of_an_award(text, award):
    assert [each[3] for each in told(text)] == [award]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ông Lò Văn Nọi đi kháng chiến năm 1947 và hy sinh năm 1952.", "1952"),
        ("Sau năm 1975, ông Lò Văn Nọi về quê và qua đời ở đó.", None),
        ("Ông Lò Văn Nọi từ chức đến ngày 16 tháng 9 năm 2009 thì đi xa.", None),
        (
            "Ngày 9/6/2015, ông Mùa A Phình được bổ nhiệm làm Viện trưởng, kế nhiệm ông "
            "Lò Văn Nọi nghỉ hưu.",
            None,
        ),
    ],
)
def test_a_date_of_something_else(text, date):
    assert [each[4] for each in told(text) if each[1] == "Lò Văn Nọi"] == [date]


def test_a_later_office_has_no_date_of_the_first():
    text = (
        "Năm 1968, ông Lò Văn Nọi được bổ nhiệm Phó Chủ nhiệm Ủy ban Khoa học Xã hội, "
        "sau đó làm Giám đốc Sở Y tế Sơn La."
    )
    assert [each[4] for each in told(text) if each[3] == "Giám đốc Sở Y tế Sơn La"] == [None]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Ông Lò Văn Nọi được bổ nhiệm làm chủ tịch ủy ban tang lễ của thành phố.",
            "chủ tịch ủy ban tang lễ của thành phố",
        ),
        (
            "Ông Lò Văn Nọi được cử làm Ủy viên Hội đồng cố vấn Chính phủ.",
            "Ủy viên Hội đồng cố vấn Chính phủ",
        ),
        (
            "Ông Lò Văn Nọi được bổ nhiệm làm Trợ lý cho Tổng Bí thư.",
            "Trợ lý cho Tổng Bí thư",
        ),
        (
            "Ông Lò Văn Nọi được giao giữ chức quyền Bộ trưởng Bộ Y tế.",
            "quyền Bộ trưởng Bộ Y tế",
        ),
        (
            "Ông Lò Văn Nọi được bầu giữ chức Tổng Kiểm toán Nhà nước.",
            "Tổng Kiểm toán Nhà nước",
        ),
        (
            "Ông Lò Văn Nọi được bổ nhiệm làm Phó Giám đốc rồi Giám đốc Sở Y tế Sơn La.",
            "Phó Giám đốc",
        ),
    ],
)
def test_the_whole_of_an_office(text, office):
    assert office in [each[3] for each in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lò Văn Nọi được phân công làm Phó Bí thư Đảng đoàn ...",
        "Ông Lò Văn Nọi được bầu vào Ủy ban ...",
        "Ông Lò Văn Nọi trở thành thành viên trẻ tuổi nhất.",
    ],
)
def test_an_office_that_is_cut(text):
    assert told(text) == []


def test_an_office_that_a_later_verb_gives_was_not_held_before():
    text = (
        "Ông Lò Văn Nọi được phong quân hàm Trung úy, bổ nhiệm giữ chức vụ Trợ lý Cán bộ "
        "thuộc Ban Chính trị Sư đoàn 5."
    )
    assert ("promoted", "Lò Văn Nọi", None, "Trung úy", None) in told(text)


def test_an_abbreviated_body_before_a_verb_is_nobody():
    text = "Ông Lò Văn Nọi, Giám đốc Sở GTVT thôi chức để nhận nhiệm vụ mới."
    assert [each[:2] for each in told(text)] == [("dismissed", "Lò Văn Nọi")]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Năm 1947, ông Lò Văn Nọi được cử giữ chức Ủy viên huấn luyện.", "Ủy viên huấn luyện"),
        (
            "Năm 1948, ông Lò Văn Nọi được cử làm Chỉ huy trưởng lực lượng Cứu quốc quân ở đó.",
            "Chỉ huy trưởng lực lượng Cứu quốc quân",
        ),
        (
            "Năm 1954, ông Lò Văn Nọi được cử làm Đại đoàn trưởng Đại đoàn Pháo binh 359.",
            "Đại đoàn trưởng Đại đoàn Pháo binh 359",
        ),
        (
            "Năm 1974, ông Lò Văn Nọi được giao làm Viện trưởng Viện Vệ sinh Lao động Trung ương.",
            "Viện trưởng Viện Vệ sinh Lao động Trung ương",
        ),
        ("Năm 2010, ông Lò Văn Nọi trở thành tổng thống trẻ nhất từ trước tới nay.", "tổng thống"),
        ("Năm 2010, ông Lò Văn Nọi được bầu làm Tổng thống 2 nhiệm kỳ.", "Tổng thống"),
    ],
)
def test_an_office_goes_on_to_the_end_of_its_words(text, office):
    assert [event[3] for event in told(text)] == [office]


def test_an_office_whose_end_is_not_seen_is_none():
    assert told("Năm 1950, ông Lò Văn Nọi được cử làm chủ nhiệm tờ báo Rạng Đông.") == []


def test_the_office_left_is_none_of_the_list_that_is_given():
    text = (
        "Năm 1975, ông Lò Văn Nọi được đề bạt Thứ trưởng Bộ Nội thương, Thành ủy viên, Ủy viên Ủy "
        "ban nhân dân Thành phố Hồ Chí Minh."
    )
    assert {event[2] for event in told(text)} == {None}


def test_who_is_moved_with_the_office_left_is_not_given_it():
    text = "Bộ Công an đã điều chuyển Giám đốc Công an tỉnh Sơn La Lò Văn Nọi về Bộ Công an."
    assert told(text) == [("transferred", "Lò Văn Nọi", "Giám đốc Công an tỉnh Sơn La", None, None)]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ('"Ông Lò Văn Nọi được trao tặng Huân chương Sao Vàng" – Báo Rạng', "Huân chương Sao Vàng"),
        (
            "Ông Lò Văn Nọi được tặng thưởng Huân chương Sao Vàng – huân chương cao quý nhất.",
            "Huân chương Sao Vàng",
        ),
        ("Ông Lò Văn Nọi được trao huy hiệu 30, 40 và 45 năm tuổi Đảng.", None),
        (
            'Ông Lò Văn Nọi được tặng Huy chương vàng với vở "Đêm" (vai A Sơn).',
            "Huy chương vàng",
        ),
    ],
)
def test_where_the_name_of_an_award_ends(text, given):
    assert [event[3] for event in told(text)] == ([given] if given else [])
    assert {event[1] for event in told(text)} <= {"Lò Văn Nọi"}


def test_who_announces_that_another_leaves_does_not_leave():
    text = "Ông Lò Văn Nọi đã thông báo quyết định về việc cho thôi chức vụ Bí thư Thành ủy."
    assert told(text) == []


@pytest.mark.parametrize("verb", ["thôi giữ chức vụ", "thôi giữ chức danh", "thôi chức vụ"])
def test_the_office_left_follows_the_words_for_it(verb):
    text = f"Ngày 3/5/2021, ông Lò Văn Nọi {verb} Bí thư Tỉnh ủy Sơn La."
    assert told(text) == [("dismissed", "Lò Văn Nọi", "Bí thư Tỉnh ủy Sơn La", None, "2021-05-03")]


def test_who_is_overthrown_is_not_given_the_office():
    text = "Thủ tướng Lò Văn Nọi phế truất Quốc trưởng Mùa A Sơn, lên làm Tổng thống năm 1955."
    assert "Mùa A Sơn" not in {event[1] for event in told(text)}


def test_an_aide_is_one_of_whom_the_text_names():
    text = (
        "Thủ tướng bổ nhiệm ông Lò Văn Nọi giữ chức Trợ lý đồng chí Mùa A Sơn, Bộ trưởng Bộ Y tế."
    )
    assert [event[1::2] for event in told(text)] == [("Lò Văn Nọi", "Trợ lý đồng chí Mùa A Sơn")]


def test_what_is_prepared_has_not_happened():
    assert told("Đó là bước chuẩn bị để cho ông Lò Văn Nọi nghỉ hưu.") == []


def test_a_title_beside_a_body_that_is_founded_is_not_one_of_another_body():
    text = (
        "Ông Lò Văn Nọi là Giám đốc Nhà hát Mường La. Năm 1950, ông Lò Văn Nọi được giao thành lập "
        "Trường Thiếu nhi Rạng Đông và được cử làm Giám đốc."
    )
    assert [event[3] for event in told(text)] == ["Giám đốc"]


def test_whose_affair_it_is_has_not_resigned():
    text = "Bộ trưởng Mùa A Sơn vì dính líu đến vụ bê bối Lò Văn Nọi đã được Quốc hội miễn nhiệm."
    assert "Lò Văn Nọi" not in {event[1] for event in told(text)}


def test_the_death_of_an_uncle_is_not_ones_own():
    text = (
        "# Mùa A Phình\n\nMùa A Phình sinh năm 1920. Mùa A Phình dạy học. Chú ông, Lò Văn Nọi, một "
        "cán bộ, hy sinh trong chiến đấu."
    )
    assert "Mùa A Phình" not in {event[1] for event in told(text)}
