"""Who says what, sentence by sentence, and what must not be taken for a statement."""

from pathlib import Path

import pytest

import vnpolitext as vp
from vnpolitext.statements import find_statements

HERE = Path(__file__).parent
_LINES = [
    line.split("\t")
    for line in (HERE / "cases.tsv").read_text(encoding="utf-8").splitlines()[2:]
    if line
]
_DECOYS = [
    line
    for line in (HERE / "decoys.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def told(text: str) -> list[str]:
    return [
        f"{text[slice(*said.speaker)] if said.speaker else None} > "
        f"{said.polarity} {said.kind} > {said.text}"
        for said in find_statements(text)
    ]


@pytest.mark.parametrize(("text", "expected"), _LINES)
def test_a_sentence_has_these_statements(text: str, expected: str) -> None:
    assert told(text.replace("\\n", "\n")) == expected.replace("\\n", "\n").split(" || ")


@pytest.mark.parametrize("text", _DECOYS)
def test_nobody_says_anything(text: str) -> None:
    assert told(text.replace("\\n", "\n")) == []


@pytest.mark.parametrize(("text", "_"), _LINES[::7])
def test_every_span_is_that_of_the_text_as_read(text: str, _: str) -> None:
    marked = f"**Tin**\n\n{text}\n"
    for said in find_statements(marked):
        assert marked[said.start : said.end] == said.text
        assert said.speaker is None or said.speaker[0] < said.speaker[1] <= len(marked)


INTERVIEW = """Trả lời phỏng vấn của đồng chí Lò Văn An, Bí thư Huyện ủy

PV: Thưa đồng chí, huyện đã làm gì sau bão?

Đồng chí Lò Văn An: Chúng tôi đã huy động hơn 500 người dọn đường và dựng lại nhà cho bà con.

Đến nay mọi bản đều có điện. Thủ tướng yêu cầu các tỉnh làm xong trước tháng 9.

PV: Còn trường học thì sao?

Đồng chí Lò Văn An: Trường học đã mở lại từ thứ hai, các cháu đến lớp đầy đủ cả rồi.
"""


def test_an_interview_has_the_one_who_asks_and_the_one_who_answers() -> None:
    analysis = vp.analyze(INTERVIEW)
    said = analysis.statements
    assert [(each.polarity, each.kind) for each in said] == [
        ("asks", "direct"),
        ("asserts", "direct"),
        ("orders", "indirect"),
        ("asks", "direct"),
        ("asserts", "direct"),
    ]
    assert said[2].parent == 1
    assert said[1].text.endswith("trước tháng 9.")
    assert [analysis.persons[each.person].name for each in said if each.person is not None] == [
        "Lò Văn An",
        "Lò Văn An",
    ]


def test_questions_in_bold_are_answered_by_the_guest() -> None:
    text = (
        "Trò chuyện với ông Lò Văn An\n\nÔng là Bí thư Đảng ủy xã từ năm 2020.\n\n"
        "**Thưa ông, vì sao xã làm đường trước?**\n\nVì có đường thì mới có trường.\n\n"
        "**Ông mong gì ở lớp trẻ?**\n\nTôi mong các cháu trở về bản.\n"
    )
    voices = [each for each in find_statements(text) if each.rule == "interview"]
    assert [(each.polarity, each.speaker is not None) for each in voices] == [
        ("asks", False),
        ("asserts", True),
        ("asks", False),
        ("asserts", True),
    ]


def test_a_speech_is_one_statement_of_whom_its_heading_names() -> None:
    text = (
        "Phát biểu của đồng chí Mùa A Sơn tại Đại hội\n\nThưa các đồng chí,\n\n"
        "Hôm nay chúng ta họp để bàn việc của xã.\n\n"
        "Bác Hồ từng dạy: “Việc gì có lợi cho dân, ta phải hết sức làm.”\n\n"
        "Xin cảm ơn các đồng chí.\n"
    )
    speech, quoted = find_statements(text)
    assert (speech.rule, speech.kind, text[slice(*speech.speaker)]) == (
        "speech",
        "direct",
        "Mùa A Sơn",
    )
    assert text[speech.start : speech.end].endswith("Xin cảm ơn các đồng chí.")
    assert (quoted.parent, text[slice(*quoted.speaker)]) == (0, "Bác Hồ")


def test_a_list_behind_a_colon_is_what_is_said() -> None:
    text = (
        "Đồng chí Lò Văn An nhấn mạnh:\n\n- Giữ vững đoàn kết trong cấp ủy.\n\n"
        "Sau đó, hội nghị bế mạc.\n"
    )
    [said] = find_statements(text)
    assert said.text == "- Giữ vững đoàn kết trong cấp ủy."


def test_a_quotation_runs_over_paragraphs() -> None:
    text = (
        '"Sáng ấy trời mưa to lắm. Tôi chạy ra đầu bản.\n\n'
        'Đường đã ngập cả rồi, không ai qua được", bà Lò Thị Hoa kể lại.\n'
    )
    [said] = find_statements(text)
    assert said.kind == "direct"
    assert said.text.startswith("Sáng ấy")
    assert said.text.endswith("không ai qua được")


@pytest.mark.parametrize("next_one", ["Bà Mùa Thị Dở cho biết.", "Bà Dở yêu cầu", "Ông nhấn mạnh."])
def test_a_quotation_is_said_by_one(next_one: str) -> None:
    text = f"Ông Lò Văn An nói: “Phải giữ lấy rừng già”. {next_one}"
    assert told(text) == ["Lò Văn An > asserts direct > Phải giữ lấy rừng già"]


def test_a_pronoun_and_an_office_are_the_person_of_the_analysis() -> None:
    text = (
        "Bí thư Huyện ủy Lò Văn An nhấn mạnh xã phải làm đường. "
        "Ông cho biết tiền đã có. Bí thư Huyện ủy đề nghị các xã bắt tay vào việc."
    )
    analysis = vp.analyze(text)
    assert [each.person for each in analysis.statements] == [0, 0, 0]


def test_a_document_that_speaks_is_the_citation() -> None:
    analysis = vp.analyze("Nghị quyết số 57-NQ/TW nêu rõ: “Khoa học là động lực phát triển.”")
    [said] = analysis.statements
    assert said.speaker_kind == "document"
    assert analysis.citations[said.document].number == "57-NQ/TW"


def test_a_provision_is_quoted_to_its_end() -> None:
    text = (
        "Điều 21 Luật Nhà ở năm 2014 quy định như sau:\n\n1. Nhà ở phải có số.\n\n"
        "2. Chủ nhà đề nghị cấp số.\n\nNhư vậy, nhà nào cũng phải có số.\n"
    )
    [said] = find_statements(text)
    assert (said.rule, said.kind, said.speaker_kind) == ("provision", "direct", "document")
    assert said.text == "1. Nhà ở phải có số.\n\n2. Chủ nhà đề nghị cấp số."


def test_a_body_that_speaks_has_its_name_in_full() -> None:
    [said] = find_statements("UBND tỉnh Lai Châu yêu cầu các huyện dừng khai thác cát.")
    assert (said.speaker_kind, said.body) == ("body", "Ủy ban nhân dân tỉnh Lai Châu")


def test_statements_come_back_from_plain_data() -> None:
    analysis = vp.analyze(INTERVIEW)
    assert vp.Analysis.from_dict(analysis.to_dict()) == analysis
    table = analysis.to_frame("statements")
    assert table["speaker_name"].tolist()[1] == "Lò Văn An"
    assert table["polarity"].tolist()[0] == "asks"


def test_a_name_that_begins_inside_a_word_stops_nothing() -> None:
    text = (
        "Kaysone Phomvihane là Chủ tịch nước Lào. Theo ông, tên được viết theo thứ tự tên trước, "
        "họ sau cho biết: họ làPhomvihane.\n"
    )
    assert vp.analyze(text).persons[0].name == "Kaysone Phomvihane"


@pytest.mark.parametrize(
    "opening",
    [
        "Căn cứ theo Điều 5 Luật Thủy lợi 2017 quy định như sau:",
        "Theo quy định tại Điều 5 Luật Thủy lợi 2017 thì giá nước được tính như sau:",
        "Theo Điều 5 Luật Thủy lợi 2017 thì giá nước được tính như sau:",
        "Giá nước được quy định tại Điều 5 Luật Thủy lợi 2017 gồm:",
    ],
)
def test_a_provision_is_quoted_as_a_whole_with_its_heading(opening: str) -> None:
    provision = "Điều 5. Giá nước\n\n1. Người dùng nước phải trả tiền.\n\n2. Xã thu tiền."
    [said] = find_statements(f"{opening}\n\n{provision}\n\nNhư vậy, nước không cho không.")
    assert (said.text, said.speaker_kind, said.rule) == (provision, "document", "provision")


def test_a_picture_between_two_paragraphs_does_not_end_what_is_said() -> None:
    news = (
        "Xã Mây khánh thành đường mới\n\nSáng nay, xã Mây khánh thành con đường dài 5 km.\n\n"
        "Tại buổi lễ, ông Lò Văn An cho biết đường đã xong trước kế hoạch.\n\n"
        "Đoàn xe trên đường mới. Ảnh: Mùa A Sơn\n\n{}\n"
    )
    [said] = find_statements(news.format("Vì vậy, bà con đi chợ gần hơn."))
    assert said.text.endswith("đi chợ gần hơn.")
    [said] = find_statements(news.format("Buổi lễ kết thúc trước trưa."))
    assert said.text.endswith("kế hoạch.")


def test_a_report_that_names_the_speaker_again_is_not_what_he_says() -> None:
    text = "Ông Lò Văn An cho biết đường đã xong. Với việc này, ông Lò Văn An giữ được lời hứa."
    [said] = find_statements(text)
    assert said.text == "đường đã xong."


@pytest.mark.parametrize("number", ["93/2031/NĐ-CP", "22-NQ/CP", "số 7/2031/NQ-CP"])
def test_no_speaker_begins_inside_a_number(number: str) -> None:
    analysis = vp.analyze(f"Chính phủ ban hành Nghị định {number} quy định mức thu phí.")
    [said] = analysis.statements
    [cited] = analysis.citations
    assert said.speaker == (cited.start, cited.end)
    assert (said.speaker_kind, said.document) == ("document", 0)


@pytest.mark.parametrize(
    "subject", ["Lời đồn ở chợ TP.HCM", "Tin của Báo sáng nay 29-6", "Cán bộ của UBND-CP"]
)
def test_no_speaker_begins_behind_a_mark_inside_a_word(subject: str) -> None:
    text = f"{subject} nhận định rằng, chợ sẽ mở."
    spans = [said.speaker for said in find_statements(text) if said.speaker]
    assert not [start for start, _ in spans if start and text[start - 1] in "-./"]


@pytest.mark.parametrize(("text", "_"), _LINES)
def test_no_statement_begins_or_ends_inside_a_word(text: str, _: str) -> None:
    analysis = vp.analyze(text.replace("\\n", "\n"))
    edges = {edge for said in analysis.statements for edge in (said.start, said.end)}
    inside = {at for word in analysis.words() for at in range(word.start + 1, word.end)}
    assert not edges & inside
