"""Validating themes: passages are drawn, sheets written, filled, and read back."""

import csv
import json

import openpyxl
import pytest

from vnpolitext import Article
from vnpolitext.themes import find_topics
from vnpolitext.validation import SheetError, validate_themes

LEXICON = {"field": ["lúa", "thủy lợi"], "school": ["học sinh", "giáo viên"]}
FIELD = (
    "Bà con gieo lúa trên đồng. Thủy lợi nội đồng được sửa trước vụ mùa. Ai cũng vui vì mưa thuận."
)
SCHOOL = "Học sinh đến trường trong áo mới. Giáo viên đón các em ở cổng. Trống trường vang lên."
BOTH = "Học sinh giúp nhà gặt lúa sau giờ học. Cả xóm ra đồng từ lúc mặt trời chưa mọc sau núi."
NEITHER = "Con mèo nằm ngủ trên ghế gỗ ngoài hiên. Nắng chiều vàng trên sân, gió thổi qua hàng cau."


def articles():
    texts = {"f": FIELD, "s": SCHOOL, "b": BOTH, "n": NEITHER}
    return [
        Article(id=f"{name}{at}", text=f"{text}\n\n{text}", metadata={"genre": name})
        for at in range(3)
        for name, text in texts.items()
    ]


@pytest.fixture
def study():
    return validate_themes(articles(), 8, coder=LEXICON, by="genre")


def said(study):
    """What a careful person says of the passages: the truth, by the genre it came from."""
    truth = {"f": "field", "s": "school", "b": "field; school", "n": "-"}
    return dict(zip(study.passages["id"], map(truth.get, study.passages["group"]), strict=True))


def fill_csv(path, answers):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        row["themes"] = answers.get(row["id"], "")
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def fill_excel(path, answers):
    book = openpyxl.load_workbook(path)
    sheet = book["sheet"]
    column = [cell.value for cell in sheet[1]].index("themes") + 1
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, column).value = answers.get(sheet.cell(row, 1).value)
    book.save(path)


def fill_tasks(path, answers):
    tasks = json.loads(path.read_text(encoding="utf-8"))
    for task in tasks:
        chosen = [part.strip() for part in answers[task["data"]["id"]].split(";")]
        value = {"choices": [part for part in chosen if part != "-"]}
        result = [{"type": "choices", "from_name": "themes", "value": value}]
        task["annotations"] = [{"completed_by": {"email": "an@x"}, "result": result}]
        task["annotations"].append({"was_cancelled": True, "completed_by": 2, "result": []})
    path.write_text(json.dumps(tasks), encoding="utf-8")


def test_passages_are_whole_sentences_of_each_group(study):
    table = study.passages
    assert table["group"].value_counts().to_dict() == {"f": 2, "s": 2, "b": 2, "n": 2}
    assert table["document"].is_unique
    texts = {article.id: article.text for article in articles()}
    for row in table.itertuples():
        assert texts[row.document][row.start : row.end] == row.text
        assert row.text[0].isupper()
        assert row.text.endswith(".")


def test_a_draw_is_repeated_and_a_small_group_gives_what_it_has():
    first = validate_themes(articles(), 8, coder=LEXICON, by="genre").passages
    assert first.equals(validate_themes(articles(), 8, coder=LEXICON, by="genre").passages)
    assert not first.equals(
        validate_themes(articles(), 8, coder=LEXICON, by="genre", random_state=5).passages
    )
    few = [*articles()[:1], *(a for a in articles() if a.metadata["genre"] == "s")]
    groups = validate_themes(few, 6, coder=LEXICON, by="genre").passages["group"]
    assert groups.value_counts().to_dict() == {"s": 3, "f": 1}
    more = validate_themes(few, 9, coder=LEXICON, by="genre", per_document=2).passages
    assert len(more) > 4
    for _, part in more.groupby("document"):
        assert len(set(part["start"])) == len(part)


@pytest.mark.parametrize(
    ("name", "fill"), [("a.csv", fill_csv), ("a.xlsx", fill_excel), ("a.json", fill_tasks)]
)
def test_a_sheet_comes_back(study, tmp_path, name, fill):
    path = study.write(tmp_path / name)
    fill(path, said(study))
    found = study.read(path)
    assert found.themes.loc["(micro)", "f1"] == 1
    assert found.themes.loc["field", "coded"] == 4
    assert found.groups["passages"].tolist() == [2, 2, 2, 2]
    assert found.people.empty
    assert found.shares["bias"].tolist() == [0, 0]
    assert set(found.cells["theme"]) == {"field", "school"}
    assert "8 passages" in repr(found)


def test_what_was_not_coded_does_not_count(study, tmp_path):
    path = study.write(tmp_path / "a.csv")
    answers = said(study)
    kept = dict(list(answers.items())[:5])
    fill_csv(path, kept)
    assert study.read(path).passages["id"].tolist() == list(kept)


def test_two_people(study, tmp_path):
    first, second = study.write(tmp_path / "an.csv"), study.write(tmp_path / "binh.csv")
    answers = said(study)
    other = dict(answers)
    group = dict(zip(study.passages["id"], study.passages["group"], strict=True))
    wrong = next(name for name in answers if group[name] == "n")
    other[wrong] = "school"
    fill_csv(first, answers)
    fill_csv(second, other)
    found = study.read([first, second])
    # half of the two said school of a passage that has none: it counts
    assert found.themes.loc["school", ["coded", "right"]].tolist() == [5, 4]
    assert found.people.loc["field", "alpha"] == 1
    # eight passages, 4 and 5 times school, one disagreement: 1 - 15 * 2 / (2 * 9 * 7)
    assert found.people.loc["school", "alpha"] == pytest.approx(1 - 15 * 2 / (2 * 9 * 7))
    assert found.people.loc["(all)", "passages"] == 8
    bias = found.shares.loc["school"]
    assert bias["bias"] == pytest.approx(-1 / 8)
    assert bias["bias_low"] < -1 / 8 < bias["bias_high"] <= 0


def test_labels_and_letter_case_are_understood():
    study = validate_themes(articles(), 4, by="genre")
    names = study.passages["id"].tolist()
    assert study._codes_of({names[0]: "Y tế, sức khỏe;  HEALTH ; society/education"}, "x") == {
        names[0]: {"society/health", "society/education"}
    }


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"p001": "fishing"}, "p001 has the unknown theme 'fishing'"),
        ({}, "no passage is coded"),
    ],
)
def test_a_bad_answer_is_named(study, tmp_path, answers, message):
    path = study.write(tmp_path / "a.csv")
    fill_csv(path, answers)
    with pytest.raises(SheetError, match=message):
        study.read(path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.csv", "id,text\np001,a\n", "no column 'id' or 'themes'"),
        ("x.csv", "text,themes\na,field\n", "no column 'id' or 'themes'"),
        ("x.csv", "id,text,themes\np999,a,field\n", "no passage 'p999'"),
        ("x.json", "{}", "a list of tasks"),
        ("x.json", "[1]", "task 1"),
        ("x.json", "[", "x.json: "),
        ("missing.csv", None, "missing.csv"),
    ],
)
def test_a_bad_sheet_is_named(study, tmp_path, name, content, message):
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(SheetError, match=message):
        study.read(path)


def test_another_kind_of_file(study, tmp_path):
    with pytest.raises(SheetError, match=r"csv, \.xlsx, \.json"):
        study.write(tmp_path / "a.docx")


def test_no_prediction_is_told(study, tmp_path):
    study.write(tmp_path / "a.json")
    tasks = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert set(tasks[0]["data"]) == {"id", "document", "group", "start", "end", "text"}
    view = (tmp_path / "a.xml").read_text(encoding="utf-8")
    assert '<Choice value="field"/>' in view
    assert 'choice="multiple"' in view


def test_a_function_and_topics_can_be_validated():
    def all_school(texts):
        return [["school"] for _ in texts]

    study = validate_themes(articles(), 8, coder=all_school, names=["school"], by="genre")
    found = study.agreement({"An": {name: [] for name in study.passages["id"]}})
    assert found.shares.loc["school", "bias"] == 1
    with pytest.raises(ValueError, match="names="):
        validate_themes(articles(), 2, coder=all_school)
    topics = find_topics(articles(), 2, seeds={"field": ["lúa"], "school": ["học sinh"]})
    study = validate_themes(articles(), 8, coder=topics, by="genre")
    right = {"f": {"field"}, "s": {"school"}}
    for group, codes in zip(study.passages["group"], study.codes, strict=True):
        assert codes >= right.get(group, set())


def test_there_must_be_something_to_draw():
    with pytest.raises(ValueError, match="2 sentences"):
        validate_themes(["Một câu."], 3)
