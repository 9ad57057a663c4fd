"""What sentences tell of whom: pronouns, lists, awards, who decided. Invented sentences."""

from types import SimpleNamespace

import pytest

from vnpolitext.officials import find_persons
from vnpolitext.people import personnel_events


def document(text):
    return SimpleNamespace(id="a", metadata={}, text=text, persons=find_persons(text))


LIFE = (
    "Mùa A Phình\n\nMùa A Phình sinh năm 1950 tại Điện Biên. Năm 1992, Mùa A Phình là "
    "Chủ tịch UBND huyện Tủa Chùa. {}"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Năm 2010, ông nghỉ hưu.", ("retired", None, "2010", None)),
        ("Ông qua đời ngày 3/5/2020.", ("died", None, "2020-05-03", None)),
        (
            "Năm 2012, ông được Nhà nước trao tặng Huân chương Độc lập hạng Nhất.",
            ("awarded", "Huân chương Độc lập hạng Nhất", "2012", "Nhà nước"),
        ),
        (
            "Năm 1999, ông được Bộ Quốc phòng phong quân hàm Thiếu tướng.",
            ("promoted", "Thiếu tướng", "1999", "Bộ Quốc phòng"),
        ),
    ],
)
def test_a_pronoun_is_whom_the_life_is_about(text, told):
    found = [
        (event.kind, event.office_to, event.date, event.decided_by)
        for event in personnel_events([document(LIFE.format(text))])
        if event.name == "Mùa A Phình"
    ]
    assert told in found


@pytest.mark.parametrize(
    "text",
    [
        "Bà nghỉ hưu cùng ông Lò Văn Nọi.",
        "Hai ông được tặng bằng khen.",
        "Người dân phải chịu nhiều hy sinh.",
        "Nhiều người nghĩ ông bị kỷ luật.",
    ],
)
def test_what_happens_to_others_or_not_at_all(text):
    events = personnel_events([document("Ông " + LIFE.format(text))])
    assert [event for event in events if event.kind not in {"elected", "appointed"}] == []


def test_all_of_a_list_are_disciplined():
    text = (
        "UBKT Trung ương quyết định kỷ luật cảnh cáo các ông: Mùa A Phình, Lò Văn Nọi, Hà Văn Tư."
    )
    events = personnel_events([document(text)])
    assert [event.name for event in events] == ["Mùa A Phình", "Lò Văn Nọi", "Hà Văn Tư"]
    assert {event.decided_by for event in events} == {"UBKT Trung ương"}


def test_all_offices_at_once():
    text = "Ban Bí thư quyết định cách chức tất cả các chức vụ trong Đảng đối với ông Mùa A Phình."
    [event] = personnel_events([document(text)])
    assert (event.kind, event.name, event.decided_by) == ("dismissed", "Mùa A Phình", "Ban Bí thư")


def test_two_awards_of_one_verb():
    text = (
        "Ông Mùa A Phình được Nhà nước trao tặng Huân chương Lao động hạng Ba năm 1993 "
        "và Giải thưởng Hồ Chí Minh."
    )
    events = personnel_events([document(text)])
    assert [event.office_to for event in events] == [
        "Huân chương Lao động hạng Ba",
        "Giải thưởng Hồ Chí Minh",
    ]


def test_the_one_who_gives_is_not_the_one_who_gets():
    text = "Ông Mùa A Phình được Thủ tướng Chính phủ Lò Văn Nọi phong quân hàm Thiếu tướng."
    [event] = personnel_events([document(text)])
    assert event.name == "Mùa A Phình"
    assert event.decided_by == "Thủ tướng Chính phủ Lò Văn Nọi"


def test_an_assistant_is_not_the_one_assisted():
    text = (
        "Thủ tướng bổ nhiệm đồng chí Mùa A Phình, Vụ trưởng Vụ Pháp luật, giữ chức "
        "Trợ lý đồng chí Lò Văn Nọi, Phó Thủ tướng Chính phủ."
    )
    assert {event.name for event in personnel_events([document(text)])} <= {"Mùa A Phình"}


def test_a_term_of_office_is_no_day_of_an_event():
    text = (
        "Ngày 6/6/2024, Quốc hội phê chuẩn bổ nhiệm ông Mùa A Phình giữ chức "
        "Bộ trưởng Bộ Y tế nhiệm kỳ 2021-2026."
    )
    [event] = personnel_events([document(text)])
    assert event.date == "2024-06-06"


def told(text):
    return {
        (event.kind, event.name, event.office_from, event.office_to)
        for event in personnel_events([document(text)])
    }


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Ông Mùa A Phình được thăng quân hàm từ Đại tá lên Thiếu tướng.",
            ("promoted", "Mùa A Phình", None, "Thiếu tướng"),
        ),
        (
            "Ông Mùa A Phình được thăng quân hàm từ Thiếu tướng lên Trung tướng.",
            ("promoted", "Mùa A Phình", None, "Trung tướng"),
        ),
        (
            "Ban Bí thư bổ nhiệm Đại tá Lò Văn Nọi, Trợ lý Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công "
            "an giữ chức Vụ trưởng Vụ Địa phương.",
            ("appointed", "Lò Văn Nọi", None, "Vụ trưởng Vụ Địa phương"),
        ),
        (
            "Hội nghị bầu bổ sung Phó Thủ tướng Lò Văn Nọi vào Bộ Chính trị.",
            ("elected", "Lò Văn Nọi", "Phó Thủ tướng Chính phủ", "Bộ Chính trị"),
        ),
        (
            "Ông Lò Văn Nọi được bầu bổ sung vào Bộ Chính trị hồi tháng 5.",
            ("elected", "Lò Văn Nọi", None, "Bộ Chính trị"),
        ),
        (
            "Bà Lò Thị Mơ trở thành nữ Chủ tịch Hội Nông dân xã Tả Van.",
            ("appointed", "Lò Thị Mơ", None, "Chủ tịch Hội Nông dân xã Tả Van"),
        ),
        (
            "Ông Lò Văn Nọi được bầu làm Chủ tịch Hội đồng quản trị Công ty Cổ phần Than Mường La.",
            (
                "elected",
                "Lò Văn Nọi",
                None,
                "Chủ tịch Hội đồng quản trị Công ty Cổ phần Than Mường La",
            ),
        ),
        (
            "Ông Lò Văn Nọi cho biết, sau khi bị kỷ luật, ông Mùa A Phình đã xin nghỉ.",
            ("disciplined", "Mùa A Phình", None, None),
        ),
        (
            "Sau khi bị kỷ luật về mặt Đảng, bà Tô Lệ Quyên đã xin nghỉ.",
            ("disciplined", "Tô Lệ Quyên", None, None),
        ),
    ],
)
def test_who_is_given_what(text, event):
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ông Mùa A Phình vẫn được Lò Văn Nọi bầu giữ chức Bí thư Tỉnh ủy Sơn La.",
        "Cố vấn Mùa A Phình (tên Thái là Lò Văn Nọi) được bầu làm Bí thư Tỉnh ủy Sơn La.",
        "Ông phục vụ hai triều vua Mùa A Phình và Lò Văn Nọi, hai lần được cử làm Tổng đốc Sơn La.",
        "Dưới triều vua Lò Văn Nọi, năm 1892, được thăng chức Tổng đốc Sơn La.",
        "Năm 1947, ông Lò Văn Nọi được cử đi học lớp đào tạo Chính trị viên Trung đội.",
        "Ông Lò Văn Nọi được bầu vào chức vụ này năm 1960 và ông cũng là Bí thư Tỉnh ủy Sơn La.",
        "Chủ tịch Lò Văn Nọi khắc ghi sự giúp đỡ, hy sinh của bộ đội.",
        "Ông Lò Văn Nọi phủ nhận tin từ chức Chủ tịch Hội Nông dân.",
        "Vợ ông Lò Văn Nọi được tặng danh hiệu Bà mẹ Việt Nam Anh hùng.",
        "Ông Lò Văn Nọi nói các hình thức xử lý kỷ luật là đúng.",
    ],
)
def test_who_is_given_nothing(text):
    assert not {each for each in told(text) if each[1] == "Lò Văn Nọi" and each[3] is not None}


@pytest.mark.parametrize(
    "text",
    [
        "Sau khi nhà vua qua đời, Lò Văn Nọi tiếp tục lãnh đạo.",
        "Phó Thủ tướng Lò Văn Nọi đã cấp bằng Tổ quốc ghi công cho 12 liệt sĩ hy sinh.",
        "Báo cáo do ông Lò Văn Nọi trình bày nhận định, xử lý kỷ luật đối với nhiều cán bộ.",
        "Ông Lò Văn Nọi xin từ chức Bí thư Tỉnh ủy Sơn La.",
        "Ông Lò Văn Nọi đã hy sinh cả cuộc đời cho quê hương.",
        "Ngân hàng xin ý kiến cổ đông miễn nhiệm Phó Chủ tịch Hội đồng quản trị Lò Văn Nọi.",
    ],
)
def test_what_others_meet_or_somebody_asks_for(text):
    assert not personnel_events([document(text)])


def test_an_award_ends_before_what_goes_with_it():
    text = "Ông Lò Văn Nọi được tặng thưởng Huân chương Lao động cùng nhiều huân chương khác."
    assert ("awarded", "Lò Văn Nọi", None, "Huân chương Lao động") in told(text)


def test_an_office_given_with_a_rank_was_not_held_before():
    text = (
        "Năm 2009, ông Lò Văn Nọi được thăng hàm Thiếu tướng và bổ nhiệm làm Phó Tư lệnh Quân "
        "khu 2."
    )
    ranks = [each for each in personnel_events([document(text)]) if each.kind == "promoted"]
    assert [(each.office_from, each.office_to) for each in ranks] == [(None, "Thiếu tướng")]


@pytest.mark.parametrize(
    "text",
    [
        "Cha ông là Lò Văn Nọi, vốn là bác sĩ sau khi nghỉ hưu làm ở Mường La.",
        "Con trai ông bị bệnh, mất ngày 4-5-1960.",
        "Vợ ông qua đời năm 1999.",
    ],
)
def test_relatives_are_others(text):
    events = personnel_events([document(LIFE.format(text))])
    assert not {each.kind for each in events if each.name == "Mùa A Phình"} & {"died", "retired"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Sau khi Mùa A Phình qua đời, Hội nghị ngày 3/9/1969 bầu chủ tịch mới.", None),
        ("Ông Mùa A Phình qua đời ngày 3/9/1969.", "1969-09-03"),
        ("Ông Mùa A Phình (ủy viên đến năm 1967, mất năm 1969) quê ở Sơn La.", "1969"),
        (
            "Ông Mùa A Phình được cử giữ chức Bí thư Tỉnh ủy Sơn La, sau đó chuyển ngành năm 1955.",
            None,
        ),
        (
            "**^**Quyết định ngày 18/6/2025.**^**Ông Mùa A Phình được chỉ định giữ chức "
            "Bí thư Tỉnh ủy Sơn La.",
            None,
        ),
    ],
)
def test_a_date_of_something_else_is_not_the_day(text, date):
    [event] = personnel_events([document(text)])
    assert event.date == date


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Ông là Bí thư Tỉnh ủy Sơn La cho đến khi qua đời.", None),
        ("Bí thư Tỉnh ủy Mùa A Phình đã bị kỷ luật.", None),
        (
            "Ban Bí thư Trung ương Đảng ra quyết định điều động Mùa A Phình giữ chức Bí thư "
            "Tỉnh ủy Sơn La.",
            "Ban Bí thư Trung ương Đảng",
        ),
        (
            "Quốc hội đã phê chuẩn đề nghị của Thủ tướng Chính phủ về việc miễn nhiệm chức vụ "
            "Bộ trưởng Bộ Y tế đối với bà Mùa A Phình.",
            "Quốc hội",
        ),
        (
            "Mùa A Phình về công tác tại Bộ Ngoại giao và được bổ nhiệm làm Đại sứ.",
            None,
        ),
        (
            "[Bộ trưởng Bộ Y tế] Quốc hội miễn nhiệm chức vụ Bộ trưởng Bộ Y tế với bà Mùa A Phình.",
            "Quốc hội",
        ),
    ],
)
def test_who_proposes_or_employs_decides_nothing(text, by):
    found = personnel_events([document(LIFE.format(text))])
    assert {each.decided_by for each in found} <= {by}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Năm 1959, ông Mùa A Phình từ chức Chủ tịch nước, và sau đó ông Lò Văn Nọi lên thay.",
            ("appointed", "Lò Văn Nọi", None, "Chủ tịch nước"),
        ),
        (
            "Ông Mùa A Phình, Giám đốc Sở Y tế Sơn La, được bầu vào Ban Chấp hành Đảng bộ tỉnh "
            "Sơn La nhiệm kỳ 2015-2020.",
            (
                "elected",
                "Mùa A Phình",
                "Giám đốc Sở Y tế Sơn La",
                "Ban Chấp hành Đảng bộ tỉnh Sơn La",
            ),
        ),
        (
            "Đại hội bầu ông Mùa A Phình, Bí thư Tỉnh ủy Sơn La, vào Ban Chấp hành Trung ương.",
            ("elected", "Mùa A Phình", "Bí thư Tỉnh ủy Sơn La", "Ban Chấp hành Trung ương"),
        ),
        (
            "Quốc hội bầu ông Mùa A Phình làm Chủ tịch nước.",
            ("elected", "Mùa A Phình", None, "Chủ tịch nước"),
        ),
        (
            "Bộ trưởng Bộ Y tế Tô Lệ Quyên đã từ chức ngày 3/5/2020.",
            ("dismissed", "Tô Lệ Quyên", "Bộ trưởng Bộ Y tế", None),
        ),
        (
            "Tổng thống quyết định sa thải Bộ trưởng Bộ Y tế Tô Lệ Quyên.",
            ("dismissed", "Tô Lệ Quyên", "Bộ trưởng Bộ Y tế", None),
        ),
        ("Quốc hội miễn nhiệm ông Mùa A Phình.", ("dismissed", "Mùa A Phình", None, None)),
        ("Ông Mùa A Phình bị cách chức năm 2019.", ("dismissed", "Mùa A Phình", None, None)),
        (
            "Năm 2001, bà Tô Lệ Quyên trở thành Bộ trưởng Bộ Y tế.",
            ("appointed", "Tô Lệ Quyên", None, "Bộ trưởng Bộ Y tế"),
        ),
        (
            "Năm 1976, ông Mùa A Phình được mời giữ chức Ủy viên Đoàn Chủ tịch Ủy ban Trung ương "
            "Mặt trận Tổ quốc Việt Nam.",
            (
                "appointed",
                "Mùa A Phình",
                None,
                "Ủy viên Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
            ),
        ),
        (
            "Tô Lệ Quyên là ca sĩ. Cô được Nhà nước phong tặng danh hiệu Nghệ sĩ Ưu tú năm 2007.",
            ("awarded", "Tô Lệ Quyên", None, "danh hiệu Nghệ sĩ Ưu tú"),
        ),
        (
            "Hòa thượng Mùa A Phình viên tịch tại chùa Mường La.",
            ("died", "Mùa A Phình", None, None),
        ),
        (
            "Ông Mùa A Phình được bầu làm Tổng thống Argentina.",
            ("elected", "Mùa A Phình", None, "Tổng thống Argentina"),
        ),
    ],
)
def test_other_ways_to_come_and_go(text, event):
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bà Tô Lệ Quyên mơ ước trở thành Bộ trưởng Bộ Y tế.",
        "Bộ trưởng Bộ Y tế Tô Lệ Quyên đã nộp đơn từ chức.",
        "Ông Mùa A Phình nghi bị ám sát.",
        "Các phương án mà ông Mùa A Phình nêu: từ chức, nghỉ phép.",
        "Sau khi Yeltsin từ chức, ông Mùa A Phình lên tiếng.",
        "Ông Mùa A Phình nhớ những đồng chí, đồng đội đã hy sinh.",
        "Ông Mùa A Phình nói về những trường hợp bệnh binh nặng mất tại nhà.",
        "Giám đốc Mùa A Phình khen cán bộ, có đồng chí được tặng Huân chương Lao động.",
        "Ông phân công Phó Chủ tịch UBND thành phố Mùa A Phình tiếp tục theo dõi đề án.",
        "Ca sĩ Mùa A Phình được phong tặng danh hiệu này năm 2010.",
        "Ông cùng Đại sứ Mùa A Phình dự lễ nhậm chức Tổng thống của một nước.",
    ],
)
def test_nothing_has_happened_to_them(text):
    assert not [each for each in told(text) if each[1] == "Mùa A Phình" or each[1] == "Tô Lệ Quyên"]


def test_who_is_replaced_is_given_nothing():
    text = "Bà Tô Lệ Quyên trở thành Bộ trưởng Bộ Y tế thay thế ông Mùa A Phình."
    assert {each[1] for each in told(text)} == {"Tô Lệ Quyên"}


def test_who_calls_the_meeting_is_not_the_one_elected_there():
    text = "Năm 1939, ông dự hội nghị do Lò Văn Nọi triệu tập và được cử làm Bí thư Tỉnh ủy Sơn La."
    found = {each[1] for each in told(LIFE.format(text)) if each[3] == "Bí thư Tỉnh ủy Sơn La"}
    assert found == {"Mùa A Phình"}


def test_the_next_sentence_goes_on_with_a_relative():
    text = "Con trai ông là Lò Văn Nọi. Từ năm 1976 ông công tác ở Sơn La, nghỉ hưu năm 1995."
    [event] = personnel_events([document(LIFE.format(text))])
    assert (event.kind, event.name, event.date) == ("retired", "Lò Văn Nọi", "1995")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Mùa A Phình giữ chức này từ năm 1969 cho đến khi qua đời vào năm 2004.", "2004"),
        ('"Họa sĩ Mùa A Phình qua đời". Báo Mới. ngày 21 tháng 8 năm 2011.', None),
        ('title: "Kỷ luật cảnh cáo ông Mùa A Phình"\ndate: Thu, 26 Sep 2024 21:00:00', None),
        (
            "Mùa A Phình vào Trung ương (1976: Dự khuyết; 11/1981: Chính thức), hai khóa được bầu "
            "làm Ủy viên Bộ Chính trị.",
            None,
        ),
        ("Đại hội V (3/1982) bầu ông Mùa A Phình làm Ủy viên Bộ Chính trị.", "1982-03"),
        ("Năm 1818, Mùa A Phình được bổ nhiệm làm Tri phủ Sơn La.", "1818"),
        ("Sống cách đây hơn 2000 năm, Mùa A Phình bị ám sát.", None),
        ("Mùa A Phình hy sinh sau khi lãnh đạo cuộc khởi nghĩa năm 1940.", None),
        ("Mùa A Phình được bầu làm Chủ tịch nước và tái đắc cử năm 1996.", None),
    ],
)
def test_the_date_is_that_of_the_event(text, date):
    assert {each.date for each in personnel_events([document(text)])} == {date}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Tin từ Tỉnh ủy Cà Mau cho biết, Ban Chấp hành Trung ương Đảng đã chuẩn y ông Mùa A "
            "Phình giữ chức Phó Bí thư Tỉnh ủy Cà Mau.",
            "Ban Chấp hành Trung ương Đảng",
        ),
        ("Chủ tịch Quốc hội đã thông báo quyết định kỷ luật ông Mùa A Phình.", None),
        (
            "Ông Mùa A Phình, Bí thư Huyện ủy Tủa Chùa vừa được cử giữ chức Chủ tịch Hội Nông dân.",
            None,
        ),
        ("Ngày 3/5/2021, ông Mùa A Phình được Đại hội chính thức bầu vào Bộ Chính trị.", "Đại hội"),
    ],
)
def test_who_tells_of_it_has_not_decided(text, by):
    assert {each.decided_by for each in personnel_events([document(text)])} == {by}


SECTIONS = (
    "# Gia đình Lò Văn Nọi\n\nLò Văn Nọi là Bí thư. Lò Văn Nọi có hai em. Lò Văn Nọi ở Sơn La.\n\n"
    "## Các em\n\n### Lò Văn Tám\n\nLà em trai của Lò Văn Nọi.\n\nÔng qua đời năm 1950.\n\n"
    "### Lò Thị Mơ (1920 - 1990)\n\nDạy học ở Mường La.\n\nBà nghỉ hưu năm 1975.\n\n"
    "## Chú thích\n\nÔng qua đời năm 1960."
)


def test_a_section_is_about_whom_its_heading_names():
    found = {
        (event.kind, event.name, event.date) for event in personnel_events([document(SECTIONS)])
    }
    assert found == {
        ("died", "Lò Văn Tám", "1950"),
        ("retired", "Lò Thị Mơ", "1975"),
        ("died", "Lò Văn Nọi", "1960"),
    }


def test_the_title_says_whose_life_it_is_not_who_is_named_most():
    text = (
        "# Mùa A Phình\n\n| Mùa A Phình | |\n|---|---|\n\nÔng theo Lò Văn Nọi từ nhỏ. Lò Văn Nọi "
        "dạy ông. Lò Văn Nọi đi xa.\n\nÔng mất ngày 3 tháng 5 năm 1998."
    )
    [event] = personnel_events([document(text)])
    assert (event.name, event.date) == ("Mùa A Phình", "1998-05-03")


@pytest.mark.parametrize(
    "text",
    [
        "Năm 1955, sau khi người tiền nhiệm là Lò Văn Nọi qua đời, ông trở thành Bí thư Tỉnh ủy.",
        "Năm 1955, sau khi Lò Văn Nọi nghỉ, ông trở thành Bí thư Tỉnh ủy.",
    ],
)
def test_a_clause_before_the_main_one_is_about_somebody_else(text):
    titled = f"# Mùa A Phình\n\nMùa A Phình sinh năm 1910.\n\n{text}"
    assert ("appointed", "Mùa A Phình", None, "Bí thư Tỉnh ủy") in told(titled)


def test_the_pronouns_of_a_life_tell_the_sex():
    text = (
        "# Mùa A Phình\n\nÔng sinh năm 1910. Ông dạy học. Ông về quê. Ông viết sách. Ông nghỉ.\n\n"
        "Bà qua đời năm 1950."
    )
    assert personnel_events([document(text)]) == []
