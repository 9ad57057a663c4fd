"""What the words of an item say: actions, actors, targets, deadlines, strength, role."""

from pathlib import Path

import pytest

from vnpolitext.directives import Directive, find_directives, inside, read_directive
from vnpolitext.text import Span

HERE = Path(__file__).parent


def rows():
    for line in (HERE / "reading.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            field, words, expected = line.split(" | ")
            yield (
                field,
                words.replace("\\n", "\n"),
                "" if expected == "-" else expected.replace("\\n", "\n"),
            )


def number(value):
    return "-" if value is None else f"{value:g}"


def shown(item, field):
    if field == "action":
        return ";".join(span.text for span in item.actions)
    if field == "actor":
        return ";".join(span.text for span in item.actors)
    if field == "target":
        return ";".join(
            ",".join(
                [t.text.replace(",", "."), number(t.value), number(t.upper)]
                + [value or "-" for value in (t.unit, t.object, t.change, t.per)]
            )
            for t in item.targets
        )
    if field == "deadline":
        return ";".join(f"{d.text},{d.relation},{d.due or '-'}" for d in item.deadlines)
    if field == "strength":
        return f"{item.strength.level} {item.strength.text}" if item.strength else ""
    return item.role


@pytest.mark.parametrize(("field", "words", "expected"), list(rows()))
def test_items_are_read(field, words, expected):
    assert shown(read_directive(words), field) == expected


def contexts():
    for line in (HERE / "contexts.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            yield tuple(line.split(" | "))


CONTEXTS = list(contexts())


@pytest.mark.parametrize(("lead", "words", "role"), CONTEXTS)
def test_the_sentence_above_decides_the_role(lead, words, role):
    items = find_directives(f"{lead}\n1. {words}.\n2. {words}.")
    assert [item.role for item in items] == [role, role]
    assert [item.is_directive for item in items] == [role in ("task", "goal")] * 2


@pytest.mark.parametrize(("lead", "words", "role"), CONTEXTS)
def test_the_heading_above_decides_the_role(lead, words, role):
    text = f"I. {lead.upper()[:-1]}\n1. {words}.\n2. {words}.\nII. KHÁC\nHết."
    items = find_directives(text)
    assert [item.role for item in items[1:3]] == [role, role]


def test_what_finds_nothing_orders_nothing():
    items = find_directives("Kết quả:\n1. Trồng ba ha mắc ca.\n2. Mở hai lớp học.")
    for item in items:
        assert not item.is_directive
        assert item.actions == item.actors == ()
        assert item.strength is None


def test_an_order_under_an_actor_has_that_actor():
    text = "1. Sở Y tế\na) Chủ trì tiêm chủng.\nb) Báo cáo hằng tháng.\n2. Sở Tài chính\nCấp vốn."
    items = find_directives(text)
    assert [[span.text for span in item.actors] for item in items[:3]] == [["Sở Y tế"]] * 3
    assert all(text[s.start : s.end] == s.text for item in items for s in item.actors)


def test_what_belongs_to_an_inner_item_is_read_there():
    items = find_directives("1. Về đất:\na) Đo đất trước ngày 5/6/2025.\nb) Chia đất.\n2. Về nước.")
    assert items[0].deadlines == ()
    assert [d.due for d in items[1].deadlines] == ["2025-06-05"]


def test_inside_takes_any_records_with_a_place():
    item = Directive(10, 20, "0123456789")
    records = [Span(9, 11, "ab"), Span(10, 20, "0123456789"), Span(12, 13, "2"), Span(19, 21, "xy")]
    assert inside(item, records) == records[1:3]
    assert inside(item, []) == []


HEADINGS = [
    ("1. **Về đất.** Đo rồi chia.\n2. Về nước.", "Về đất"),
    ("**1. Về đất: **Đo rồi chia.\n2. Về nước.", "Về đất"),
    ("1. Về đất: đo rồi chia.\n2. Về nước.", "Về đất"),
    ("1. TP. Vinh, TX. Cửa Lò: giữ bãi biển.\n2. Về nước.", "TP. Vinh, TX. Cửa Lò"),
    ("Một là, đo đất; chia đất.\nHai là, khơi nguồn.", "đo đất"),
    ("1. Đo đất\ncủa bản\n2. Khơi nguồn.", "Đo đất của bản"),
]


@pytest.mark.parametrize(("text", "heading"), HEADINGS)
def test_the_heading_is_the_bold_run_or_the_first_clause(text, heading):
    assert find_directives(text)[0].heading == heading


LEADS = [
    (
        "Xã có việc. Cần chú trọng những vấn đề sau:\n\n1. Đất.\n\n2. Nước.",
        "Cần chú trọng những vấn đề sau:",
    ),
    ("Ông nói: có ba việc sau. Một là, đất; hai là, nước.", "Ông nói: có ba việc sau."),
    ("Nay chia ba nhóm: a) đất; b) nước.", "Nay chia ba nhóm:"),
    ("Hồ sơ nộp tại\nxã, gồm:\n1. Đơn.\n2. Ảnh.", "Hồ sơ nộp tại xã, gồm:"),
    ("Mùa này được mùa.\n\n1. Đất.\n\n2. Nước.", None),
    ("1. Đất.\n2. Nước.", None),
]


@pytest.mark.parametrize(("text", "lead"), LEADS)
def test_the_lead_in_is_the_sentence_that_announces_the_list(text, lead):
    assert [item.lead_in for item in find_directives(text)] == [lead, lead]


@pytest.mark.parametrize(
    ("lead", "actors"),
    [
        ("Chủ tịch Ủy ban nhân dân huyện yêu cầu:", []),
        ("Ủy ban huyện đề nghị các xã tập trung các việc sau:", ["các xã"]),
        ("Tỉnh ủy lưu ý các nhiệm vụ sau:", []),
        ("Sở Y tế có trách nhiệm:", ["Sở Y tế"]),
        ("Bộ Chính trị kết luận:", []),
        ("Chủ tịch tỉnh kết luận như sau:", []),
        ("Ban Chỉ đạo tỉnh có trách nhiệm:", ["Ban Chỉ đạo tỉnh"]),
        ("Theo Điều 5, bến xe khách hiện nay sẽ có những trách nhiệm sau:", ["bến xe khách"]),
        ("Điều 4 quy định hộ nuôi ong rừng có nghĩa vụ sau đây:", ["hộ nuôi ong rừng"]),
        ("Nhiệm vụ của Nha Khí tượng định như sau:", ["Nha Khí tượng"]),
        ("Kế hoạch này có các nhiệm vụ sau:", []),
        ("Theo Điều 5, năm 2026 có những nhiệm vụ sau:", []),
        ("Bộ trưởng, Thủ trưởng các cục có trách nhiệm:", ["Bộ trưởng", "Thủ trưởng các cục"]),
    ],
)
def test_who_gives_the_orders_does_not_carry_them_out(lead, actors):
    text = f"{lead}\n1. Kiểm tra nguồn nước.\n2. Rà soát hộ nghèo.\n"
    assert [actor.text for actor in find_directives(text)[0].actors] == actors


@pytest.mark.parametrize(
    ("above", "actors"),
    [
        ("## Nhiệm vụ và quyền hạn của Chi cục Thú y\n\n", ["Chi cục Thú y"]),
        ("Trách nhiệm của Trạm Y tế\n", ["Trạm Y tế"]),
        ("Chi cục đã nêu nhiệm vụ của Trạm Y tế.\n", []),
        ("Điều 3. Nhiệm vụ của Trạm Y tế\n", ["Trạm Y tế"]),
        ("Điều 6. Trạm Y tế có nhiệm vụ\n", ["Trạm Y tế"]),
        ("Điều 9. Chi cục Thú y có các nhiệm vụ, quyền hạn sau đây:\n", ["Chi cục Thú y"]),
        ("Điều 6. Bản Hạ có nước sạch\n", []),
        ("Điều 7. Trách nhiệm của Trạm\ny tế khu vực\n", ["Trạm\ny tế khu vực"]),
        ("Việc của tháng này\n", []),
        ("Điều 6. Trách nhiệm Văn phòng UBND tỉnh\n", ["Văn phòng UBND tỉnh"]),
        ("Điều 7. Trách nhiệm các sở, ban, ngành\n", ["các sở", "ban", "ngành"]),
        ("Điều 8. Trách nhiệm thi hành\n", []),
    ],
)
def test_the_line_above_a_list_says_who_is_to_act(above, actors):
    found = find_directives(f"Ghi chép.\n{above}1. Kiểm tra nguồn nước.\n2. Rà soát hộ nghèo.\n")
    assert [[actor.text for actor in item.actors] for item in found] == [actors] * 2


def test_an_inner_order_that_names_nobody_has_the_actors_of_the_outer_one():
    text = "1. Sở Y tế phải tổ chức tiêm phòng dịch\na) Rà soát hộ nghèo;\nb) Lập sổ theo dõi.\n"
    found = find_directives(f"{text}2. Sở Nội vụ phải kiểm tra nguồn nước sạch.")
    assert found[0].role == "task"
    assert [[actor.text for actor in item.actors] for item in found[:3]] == [["Sở Y tế"]] * 3


def test_headings_between_that_name_nobody_are_passed_over():
    text = "Huyện yêu cầu các xã làm những việc sau:\nI. QUAN ĐIỂM\n1. Phát huy sức dân.\n"
    found = find_directives(f"{text}2. Giữ nếp xưa.\nII. VIỆC LÀM\n1. Rà soát đê.\n2. Vét mương.")
    orders = [item for item in found if item.role == "task"]
    assert len(orders) > 2
    assert {actor.text for item in orders for actor in item.actors} == {"các xã"}


def test_names_in_the_items_before_are_not_those_of_the_words_above():
    text = "Nội dung họp:\na) Rà soát việc của cơ quan, đơn vị;\nb) Kiểm tra nguồn nước;\n"
    assert [item.actors for item in find_directives(text)] == [(), ()]


def test_an_actor_counts_once_in_an_item():
    item = read_directive(
        "Sở Y tế kiểm tra nguồn nước. Sở Y tế báo cáo huyện; Sở Nội vụ bố trí người."
    )
    assert [actor.text for actor in item.actors] == ["Sở Y tế", "Sở Nội vụ"]


@pytest.mark.parametrize(
    ("words", "actors"),
    [
        ("Lãnh đạo việc xây dựng quy ước bản.", []),
        ("Lãnh đạo và chịu trách nhiệm về việc giữ rừng.", []),
        ("Lãnh đạo xã kiểm tra đê.", ["Lãnh đạo xã"]),
        ("Cơ quan chuyên môn về xây dựng kiểm tra móng cầu.", ["Cơ quan chuyên môn về xây dựng"]),
        ("Huyện thống nhất giao Sở Y tế kiểm tra nguồn nước.", ["Sở Y tế"]),
        (
            "Sở Y tế, Công an tỉnh theo chức năng, nhiệm vụ được giao kiểm tra nguồn nước.",
            ["Sở Y tế", "Công an tỉnh"],
        ),
        ("Văn phòng tỉnh theo thẩm quyền, theo dõi việc giữ rừng.", ["Văn phòng tỉnh"]),
        ("Phối hợp Ủy ban nhân dân xã, Công an xã giữ rừng.", ["Ủy ban nhân dân xã", "Công an xã"]),
        ("Chi bộ cấp trên trực tiếp kiểm tra bản tự phê bình.", ["Chi bộ cấp trên trực tiếp"]),
        ("Buộc người sử dụng lao động trả lại học phí.", ["người sử dụng lao động"]),
    ],
)
def test_a_verb_behind_a_head_ends_or_goes_on_with_the_name(words, actors):
    assert [actor.text for actor in read_directive(words).actors] == actors


@pytest.mark.parametrize(
    ("lead", "words", "role"),
    [
        ("Sau đây gọi là người quản lý doanh nghiệp:", "Trưởng ban, phó ban", "topic"),
        ("Đất được chuyển mục đích sử dụng gồm:", "Đất ruộng của bản Hạ", "topic"),
        (
            "Nghị quyết nêu rõ các chỉ tiêu chủ yếu về rừng và nước của huyện đến năm 2030:",
            "Mười bản",
            "goal",
        ),
        ("Một số chỉ tiêu đã đạt được:", "Trồng mười hai ha rừng", "result"),
    ],
)
def test_a_cue_is_a_word_of_its_own(lead, words, role):
    found = find_directives(f"{lead}\n1. {words}.\n2. {words}.")
    assert [item.role for item in found] == [role] * 2


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Xuất cấp 40 tấn gạo.", [(40.0, "tấn")]),
        ("Cấp 350 giấy chứng nhận.", [(350.0, "giấy chứng nhận")]),
        ("Xây nhà cấp 4 cho dân.", []),
        ("Huy động 30 ca nô.", [(30.0, "ca nô")]),
        ("Bảo đảm 24 máy thở.", [(24.0, "máy thở")]),
    ],
)
def test_what_is_given_is_counted(words, values):
    assert [(target.value, target.unit) for target in read_directive(words).targets] == values


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Trả lời trong vòng một tháng.", [("in", "P1M")]),
        ("Công khai trong thời hạn hai ngày làm việc.", [("in", "P2D")]),
        ("Gửi về Sở trước 30 tháng 11 hằng năm.", [("before", "--11-30")]),
        ("Trả lời trong 3 tháng.", [("in", "P3M")]),
        ("Hoàn thành muộn nhất ngày 30/6/2026.", [("by", "2026-06-30")]),
        ("Hoàn tất không chậm hơn tháng 9/2026.", [("by", "2026-09")]),
        ("Trao giải vào dịp 2/9/2026.", [("by", "2026-09-02")]),
        ("Xử lý trong 48 tiếng.", [("in", "PT48H")]),
        ("Họp ba tháng một lần.", [("every", "P3M")]),
        ("Kiểm tra mỗi năm hai lần.", [("every", None)]),
        ("Kiểm tra mỗi năm một lần.", [("every", "P1Y")]),
    ],
)
def test_times_in_words_and_other_words_of_relation(words, expected):
    found = read_directive(words).deadlines
    assert [(deadline.relation, deadline.due) for deadline in found] == expected


@pytest.mark.parametrize(
    "behind",
    [
        ". Chủ trì: Sở Nội vụ. Phối hợp: Sở Tài chính.",
        ".\n- Cơ quan chủ trì: Sở Nội vụ.\n- Cơ quan phối hợp: Sở Tài chính.\n- Thời gian: Quý II.",
        " (Sở Nội vụ chủ trì, Sở Tài chính phối hợp).",
        " - Sở Nội vụ chủ trì, Sở Tài chính phối hợp.",
    ],
)
def test_who_leads_and_who_cooperates_behind_the_order(behind):
    item = read_directive(f"Rà soát quy hoạch{behind}")
    told = [(actor.text, actor.role) for actor in item.actors]
    assert told == [("Sở Nội vụ", "lead"), ("Sở Tài chính", "with")]
    assert [action.text for action in item.actions] == ["Rà soát"]


@pytest.mark.parametrize("mark", ["{}", "**{}**", "## {}", "II. {}", "3. {}", "II- {}"])
@pytest.mark.parametrize(
    ("heading", "words", "role"),
    [
        ("MỤC TIÊU", "100% thôn có nhà văn hóa", "goal"),
        ("Chỉ tiêu chủ yếu", "Kết nạp 20 đảng viên", "goal"),
        ("KẾT QUẢ ĐẠT ĐƯỢC", "Hoàn thành 15/15 chỉ tiêu", "finding"),
        ("Kết quả thực hiện nhiệm vụ năm 2025", "Hoàn thành 15/15 chỉ tiêu", "finding"),
        ("HẠN CHẾ, NGUYÊN NHÂN", "Thiếu nguồn lực đầu tư", "finding"),
        ("Bài học kinh nghiệm", "Coi trọng công tác cán bộ", "lesson"),
    ],
)
def test_a_heading_without_a_colon_says_what_its_list_is(mark, heading, words, role):
    text = f"Báo cáo của xã.\n\n{mark.format(heading)}\n\na) {words}.\nb) {words}.\n"
    assert [item.role for item in find_directives(text)][-2:] == [role, role]


def test_the_heading_of_an_article_is_no_heading_of_a_part():
    text = "Cách thức nộp hồ sơ và trả kết quả\n1. Người dân nộp hồ sơ.\n2. Xã trả lời."
    assert "finding" not in [item.role for item in find_directives(text)]
