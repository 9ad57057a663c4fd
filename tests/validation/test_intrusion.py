"""Intrusion tests: the intruder is of another topic, and answers are scored."""

import csv
import json

import pytest

from vnpolitext.themes import find_topics
from vnpolitext.validation import SheetError, topic_intrusion, word_intrusion

FIELDS = {
    "farm": "lúa, ruộng, cày, thóc, mạ, rơm, gặt",
    "school": "lớp, trường, bút, vở, thầy, bảng, phấn",
    "sea": "thuyền, lưới, cá, tôm, sóng, buồm, neo",
    "forest": "gỗ, cây, rừng, nấm, măng, tre, suối",
}


@pytest.fixture(scope="module")
def topics():
    texts = [f"{words}. " * (1 + at % 2) for at in range(4) for words in FIELDS.values()]
    seeds = {name: [words.split(", ")[0]] for name, words in FIELDS.items()}
    return find_topics(texts, 4, seeds=seeds, passages=2)


def answered(test, path, right=lambda _: True):
    test.write(path)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    asked = {question.id: question for question in test.questions}
    for number, row in enumerate(rows):
        question = asked[row["id"]]
        other = next(option for option in question.options if option != question.intruder)
        row["answer"] = question.intruder if right(number) else other
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_the_intruder_is_a_word_of_another_topic(topics):
    test = word_intrusion(topics, words=3)
    assert len(test.questions) == 4
    for question in test.questions:
        own = list(FIELDS.values())[question.topic - 1].split(", ")
        assert len(question.options) == 4
        assert [option for option in question.options if option not in own] == [question.intruder]
    assert test == word_intrusion(topics, words=3)
    assert test != word_intrusion(topics, words=3, random_state=1)


def test_word_answers_are_scored(topics, tmp_path):
    test = word_intrusion(topics, words=3)
    whole = test.read(answered(test, tmp_path / "a.csv"))
    assert whole.loc["(all)", ["answers", "precision", "chance"]].tolist() == [4, 1, 0.25]
    assert "log_odds" not in whole
    half = answered(test, tmp_path / "b.csv", lambda number: number % 2)
    assert test.read(half).loc["(all)", "precision"] == 0.5
    assert test.read([tmp_path / "a.csv", half]).loc["(all)", "answers"] == 8


def test_topic_answers_are_scored(topics, tmp_path):
    test = topic_intrusion(topics, 6, shown=2)
    assert len(test.questions) == 6
    for question in test.questions:
        at = question.options.index(question.intruder)
        assert question.shares[at] == min(question.shares)
    right = test.read(answered(test, tmp_path / "a.csv"))
    assert right.loc["(all)", ["precision", "log_odds"]].tolist() == [1, 0]
    wrong = test.read(answered(test, tmp_path / "b.csv", lambda _: False))
    assert wrong.loc["(all)", "precision"] == 0
    assert wrong.loc["(all)", "log_odds"] <= 0


def test_label_studio_shows_the_options_of_each_question(topics, tmp_path):
    test = word_intrusion(topics, words=3)
    path = test.write(tmp_path / "a.json")
    assert 'value="$options"' in (tmp_path / "a.xml").read_text(encoding="utf-8")
    tasks = json.loads(path.read_text(encoding="utf-8"))
    for task, question in zip(tasks, test.questions, strict=True):
        assert [option["value"] for option in task["data"]["options"]] == list(question.options)
        value = {"choices": [question.intruder]}
        result = {"type": "choices", "from_name": "answer", "value": value}
        task["annotations"] = [{"completed_by": 1, "result": [result]}]
    path.write_text(json.dumps(tasks), encoding="utf-8")
    assert test.read(path).loc["(all)", "precision"] == 1


def test_numbers_are_answers_and_others_are_not(topics, tmp_path):
    test = word_intrusion(topics, words=3)
    question = test.questions[0]
    path = tmp_path / "a.csv"
    number = question.options.index(question.intruder) + 1
    path.write_text(f"id,text,answer\n{question.id},x,{number}\n", encoding="utf-8")
    assert test.read(path).loc["(all)", "precision"] == 1
    for answer, message in (("hoa", "no option"), ("9", "no option"), ("", "no question")):
        path.write_text(f"id,text,answer\n{question.id},x,{answer}\n", encoding="utf-8")
        with pytest.raises(SheetError, match=message):
            test.read(path)
    path.write_text("id,text,answer\nq9,x,1\n", encoding="utf-8")
    with pytest.raises(SheetError, match="'q9'"):
        test.read(path)


def test_there_must_be_other_topics(topics):
    with pytest.raises(ValueError, match="more than 4"):
        topic_intrusion(topics, shown=4)
    with pytest.raises(ValueError, match="must be two"):
        word_intrusion(find_topics(["lúa, ruộng", "lúa, cày, ruộng"], 1))
