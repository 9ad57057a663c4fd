"""Events, intervals and who served together: invented sentences."""

from datetime import date
from types import SimpleNamespace

import pytest

import vnpolitext as vp
from vnpolitext.officials import find_persons
from vnpolitext.people import (
    careers,
    careers_frame,
    co_office,
    events_frame,
    intervals,
    personnel_events,
    relations,
    resolve_persons,
)


def document(text, identifier="a", day=None):
    return SimpleNamespace(
        id=identifier, metadata={"published": day}, text=text, persons=find_persons(text)
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ngày 3/5/2021, Ban Bí thư bổ nhiệm ông Mùa A Phình giữ chức Bí thư Tỉnh ủy Sơn La.",
            ("appointed", None, "Bí thư Tỉnh ủy Sơn La", "2021-05-03", "Ban Bí thư"),
        ),
        (
            "Bộ Chính trị quyết định điều động đồng chí Lò Văn Nọi, Phó Bí thư Tỉnh ủy Sơn La, "
            "giữ chức Bí thư Tỉnh ủy Lai Châu.",
            (
                "transferred",
                "Phó Bí thư Tỉnh ủy Sơn La",
                "Bí thư Tỉnh ủy Lai Châu",
                None,
                "Bộ Chính trị",
            ),
        ),
        (
            "Năm 1992, ông Mùa A Phình được bầu làm Chủ tịch UBND tỉnh Sơn La.",
            ("elected", None, "Chủ tịch Ủy ban nhân dân tỉnh Sơn La", "1992", None),
        ),
        (
            "Quốc hội miễn nhiệm chức danh Bộ trưởng Bộ Y tế đối với bà Tô Lệ Quyên.",
            ("dismissed", "Bộ trưởng Bộ Y tế", None, None, "Quốc hội"),
        ),
        (
            "Ông Mùa A Phình thôi giữ chức Bí thư Tỉnh ủy Sơn La.",
            ("dismissed", "Bí thư Tỉnh ủy Sơn La", None, None, None),
        ),
        (
            "Chủ tịch nước thăng quân hàm Thiếu tướng cho Đại tá Mùa A Phình.",
            ("promoted", None, "Thiếu tướng", None, "Chủ tịch nước"),
        ),
        (
            "Ủy ban Kiểm tra Trung ương thi hành kỷ luật cảnh cáo đối với ông Mùa A Phình.",
            ("disciplined", None, None, None, "Ủy ban Kiểm tra Trung ương"),
        ),
        (
            "Bộ Chính trị khai trừ ông Mùa A Phình ra khỏi Đảng.",
            ("disciplined", None, None, None, "Bộ Chính trị"),
        ),
        (
            "Ngày 3/5/2021, Thủ tướng kỷ luật ông Mùa A Phình, nguyên Bí thư Tỉnh ủy Sơn La.",
            ("disciplined", "Bí thư Tỉnh ủy Sơn La", None, "2021-05-03", "Thủ tướng"),
        ),
        (
            "Thủ tướng phê chuẩn kết quả bầu chức vụ Chủ tịch UBND tỉnh Sơn La nhiệm kỳ "
            "2021 - 2026 đối với ông Mùa A Phình.",
            ("elected", None, "Chủ tịch Ủy ban nhân dân tỉnh Sơn La", None, "Thủ tướng"),
        ),
        (
            "Thủ tướng phê chuẩn kết quả miễn nhiệm chức vụ Chủ tịch UBND tỉnh Sơn La đối với ông "
            "Mùa A Phình.",
            ("dismissed", "Chủ tịch Ủy ban nhân dân tỉnh Sơn La", None, None, "Thủ tướng"),
        ),
        (
            "Ông Mùa A Phình đã nhận quyết định giữ chức Giám đốc Sở Y tế tỉnh Sơn La.",
            ("appointed", None, "Giám đốc Sở Y tế tỉnh Sơn La", None, None),
        ),
        ("Ông Mùa A Phình bị cảnh cáo.", ("disciplined", None, None, None, None)),
        (
            "Bà Tô Lệ Quyên được giao quyền Giám đốc Sở Y tế tỉnh Sơn La.",
            ("appointed", None, "quyền Giám đốc Sở Y tế tỉnh Sơn La", None, None),
        ),
        (
            "Ông Mùa A Phình bị cách tất cả các chức vụ trong Đảng.",
            ("dismissed", None, None, None, None),
        ),
        ("Ông Mùa A Phình nghỉ hưu năm 2014.", ("retired", None, None, "2014", None)),
        ("Ông Mùa A Phình qua đời ngày 3/5/2020.", ("died", None, None, "2020-05-03", None)),
        (
            "Ông Mùa A Phình được tặng thưởng Huân chương Độc lập hạng Nhất.",
            ("awarded", None, "Huân chương Độc lập hạng Nhất", None, None),
        ),
    ],
)
def test_what_happened_to_a_person(text, told):
    [event] = personnel_events([document(text)])
    found = (event.kind, event.office_from, event.office_to, event.date, event.decided_by)
    assert found == told
    assert text[event.start : event.end] == event.text


@pytest.mark.parametrize(
    "text",
    [
        "Đề nghị Quốc hội miễn nhiệm Bộ trưởng Bộ Y tế Tô Lệ Quyên.",
        "Ông Mùa A Phình được đề cử làm Bí thư Tỉnh ủy Sơn La.",
        "Ông Mùa A Phình không được bổ nhiệm làm Bí thư Tỉnh ủy Sơn La.",
        "Dự kiến bầu ông Mùa A Phình giữ chức Bí thư Tỉnh ủy Sơn La.",
        "Chủ tịch nước Mùa A Phình đã trao tặng Huân chương Độc lập.",
        "Ông Mùa A Phình nói về sự hy sinh của nhân dân.",
        "Cha của ông Mùa A Phình qua đời.",
        "Ông Mùa A Phình, Bí thư Tỉnh ủy Sơn La, phát biểu.",
    ],
)
def test_no_event(text):
    assert personnel_events([document(text)]) == []


def test_the_decision_is_the_legal_basis():
    text = (
        "Quyết định số 123/QĐ-TTg ngày 4/5/2020 về việc bổ nhiệm ông Mùa A Phình giữ chức "
        "Thứ trưởng Bộ Y tế."
    )
    [event] = personnel_events([vp.analyze(text, id="a")])
    assert event.legal_basis == "Quyết định số 123/QĐ-TTg"
    assert event.date == "2020-05-04"


def test_one_row_an_event_over_a_corpus():
    text = "Ông Mùa A Phình được bổ nhiệm làm Bí thư Tỉnh ủy Sơn La. "
    events = personnel_events([document(2 * text, "a", "2020-01-02"), document(text, "b")])
    assert [(each.document, each.document_date) for each in events] == [
        ("a", "2020-01-02"),
        ("b", None),
    ]
    assert events[0].person == events[1].person
    frame = events_frame(events)
    assert list(frame["kind"]) == ["appointed", "appointed"]


LIFE = (
    "Ông Mùa A Phình, Bí thư Huyện ủy Tủa Chùa (2010 - 2015); "
    "Ông Mùa A Phình, Bí thư Tỉnh ủy Sơn La (2018 - 2020)."
)


def test_an_interval_says_what_tells_it():
    told = document(LIFE)
    seen = document("Bí thư Tỉnh ủy Sơn La Mùa A Phình dự.", "b", "2019-03-01")
    rows = careers([told, seen], resolution=resolve_persons([told, seen], decide=lambda *_: True))
    first, second = intervals(rows)
    assert (first.start, first.end) == (date(2010, 1, 1), date(2015, 12, 31))
    assert (first.start_from, first.end_from, first.is_open) == ("since", "until", False)
    assert (second.start, second.end) == (date(2018, 1, 1), date(2020, 12, 31))
    [gap] = relations([first, second])
    assert (gap.kind, gap.start, gap.end) == ("gap", date(2016, 1, 1), date(2017, 12, 31))


def test_an_interval_of_documents_alone():
    corpus = [
        document("Bí thư Tỉnh ủy Sơn La Mùa A Phình dự.", "a", "2019-03-01"),
        document("Bí thư Tỉnh ủy Sơn La Mùa A Phình nói.", "b", "2020-04-02T10:00"),
    ]
    [found] = intervals(careers(corpus))
    assert (found.start, found.end) == (date(2019, 3, 1), date(2020, 4, 2))
    assert (found.start_from, found.end_from, found.is_open) == ("first_seen", "last_seen", True)


def test_careers_keep_both_kinds_of_dates_apart():
    [row] = careers([document("Mùa A Phình, Bí thư Tỉnh ủy Sơn La (5/2010 - 2015)", "a", "2021")])
    assert (row.since, row.until, row.first_seen, row.last_seen) == (
        "2010-05",
        "2015",
        "2021",
        "2021",
    )
    frame = careers_frame([row])
    assert str(frame.loc[0, "since_date"])[:10] == "2010-05-01"
    assert str(frame.loc[0, "until_date"])[:10] == "2015-12-31"


def test_who_served_together():
    text = (
        "Ông Mùa A Phình, Bí thư Huyện ủy Tủa Chùa (2010 - 2015); "
        "ông Lò Văn Nọi, Phó Bí thư Huyện ủy Tủa Chùa (2013 - 2018); "
        "bà Tô Lệ Quyên, Bí thư Huyện ủy Tủa Chùa (2016 - 2018)."
    )
    graph = co_office(intervals(careers([document(text)])))
    labels = {node: data["label"] for node, data in graph.nodes(data=True)}
    pairs = {frozenset((labels[a], labels[b])): data for a, b, data in graph.edges(data=True)}
    assert set(pairs) == {
        frozenset(("Mùa A Phình", "Lò Văn Nọi")),
        frozenset(("Lò Văn Nọi", "Tô Lệ Quyên")),
    }
    edge = pairs[frozenset(("Mùa A Phình", "Lò Văn Nọi"))]
    assert (edge["start"], edge["end"]) == ("2013-01-01", "2015-12-31")
    assert edge["bodies"] == "Huyện ủy Tủa Chùa"


@pytest.mark.parametrize(
    ("one", "other", "people"),
    [
        ("Vi Văn Kỳ", "Vi Văn Kì", 1),
        ("Trần Sỹ Quý", "Trần Sĩ Quí", 1),
        ("Lò Văn Nọi", "LÒ VĂN NỌI", 1),
        ("Lò Thị Hoà", "Lò Thị Hòa", 1),
        ("Lê Văn Huy", "Lê Văn Hui", 2),
    ],
)
def test_names_in_several_spellings(one, other, people):
    corpus = [
        document(f"Bí thư Huyện ủy Tủa Chùa {name} dự.", str(number))
        for number, name in enumerate((one, other))
    ]
    found = resolve_persons(corpus)
    assert len(found.identities) == people
    assert not found.doubts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("phó chủ tịch UBND tỉnh Sơn La", "PHÓ CHỦ TỊCH UBND TỈNH SƠN LA"),
        ("Chánh văn phòng Văn phòng Tỉnh ủy Sơn La", "Chánh Văn phòng Tỉnh ủy Sơn La"),
        ("trưởng ban Tuyên giáo Tỉnh ủy Sơn La", "Trưởng Ban Tuyên giáo Tỉnh uỷ Sơn La"),
    ],
)
def test_one_office_has_one_string_and_one_key(one, other):
    offices = [
        person.positions[0]
        for text in (one, other)
        for person in find_persons(f"Ông Mùa A Phình, {text}")
    ]
    assert len({each.normalized for each in offices}) == 1
    assert len({each.office_key for each in offices}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bộ trưởng Bộ Thông tin & Truyền thông", "Bộ trưởng Bộ Thông tin và Truyền thông"),
        ("Bộ trưởng Bộ Kế hoạch Đầu tư", "Bộ trưởng Bộ Kế hoạch và Đầu tư"),
        ("Bí thư Thành ủy thành phố Hà Nội", "Bí thư Thành ủy Hà Nội"),
        ("Bí thư Huyện ủy huyện Bắc Hà", "Bí thư Huyện ủy Bắc Hà"),
        ("Phó Tư lệnh về chính trị Quân khu 3", "Phó Tư lệnh chính trị Quân khu 3"),
        ("Thủ tướng Việt Nam", "Thủ tướng Chính phủ"),
        ("Chủ tịch nước Việt Nam", "Chủ tịch nước"),
    ],
)
def test_one_office_has_one_key_however_it_is_written(one, other):
    first, second = (
        person.positions[0].office_key
        for text in (one, other)
        for person in find_persons(f"Ông Mùa A Phình, {text}, đến.")
    )
    assert first == second


def test_a_ministry_of_another_country_is_none_of_this_one():
    first, second = (
        person.positions[0].office_key
        for name in ("Angela Merkel", "Bùi Khắc Toản")
        for person in find_persons(f"Bộ trưởng Bộ Ngoại giao {name} phát biểu.")
    )
    assert first == "bộ trưởng | bộ ngoại giao khác"
    assert second == "bộ trưởng | bộ ngoại giao"


def test_a_gap_is_uncertain_where_an_office_may_have_lasted():
    stated = (
        "Ông Mùa A Phình, Bí thư Huyện ủy Tủa Chùa (2004 - 2008), "
        "Chủ tịch UBND tỉnh Sơn La (2010 - 2015)."
    )
    [gap] = relations(intervals(careers([document(stated)])))
    assert gap.is_certain
    lasting = stated[:-1] + ", Ủy viên Ban Thường vụ Tỉnh ủy Sơn La (từ năm 2005)."
    found = relations(intervals(careers([document(lasting)])))
    assert [each.is_certain for each in found if each.kind == "gap"] == [False]


def test_offices_without_a_known_body_have_the_key_of_all_their_words():
    def key(text):
        [person] = find_persons(text)
        [position] = person.positions
        return position.office_key

    assert key("Tổng thống Áo John Sedley đến.") != key("Tổng thống Nga John Sedley đến.")
    first, later = (
        "Ông Mùa A Phình là Tổng thống đầu tiên của Áo.",
        "Tổng thống Áo Mùa A Phình đến.",
    )
    assert key(first) == key(later) == "tổng thống áo"
