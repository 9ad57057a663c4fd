"""Who holds which office: invented layouts by kind, scores, and what is chosen among proposals."""

from pathlib import Path

import pytest

from vnpolitext.models import model_file, read_table, read_toml
from vnpolitext.officials import find_persons
from vnpolitext.officials.bonds.choose import ROUNDS, hold_ballots
from vnpolitext.officials.bonds.score import chance
from vnpolitext.officials.find import read_scenes

CASES = list(read_table(Path(__file__).parent / "bonds.tsv", ("kind", "text", "persons")))


def told(text: str) -> str:
    found = find_persons(text.replace("\\n", "\n"))
    parts = []
    for person in found:
        positions = "; ".join(dict.fromkeys(position.text for position in person.positions))
        parts.append(f"{person.name} = {positions}")
    return " | ".join(parts).replace("\n", "\\n").strip()


@pytest.mark.parametrize(("kind", "text", "expected"), CASES)
def test_every_office_goes_to_its_holder(kind: str, text: str, expected: str) -> None:
    assert told(text) == expected.strip(), kind


def test_a_score_is_a_chance_and_tells_sure_from_doubtful() -> None:
    text = (
        "Ông Lò Văn An, Chủ tịch UBND huyện Bắc Hà dự. Phó Thủ tướng Mùa A Sình, Phó Thủ tướng, "
        "Bộ trưởng Bộ Tài chính Bùi Thị Hoa cùng dự."
    )
    scores = [position.score for person in find_persons(text) for position in person.positions]
    assert all(0.5 < score <= 1 for score in scores)
    assert scores[0] > min(scores)
    assert chance(0) == 0.5
    assert chance(5) > chance(1) > chance(-1)


def test_what_is_not_chosen_is_told_too() -> None:
    text = "Giám đốc Sở Y tế Lò Văn An và Phó Bí thư Huyện ủy, Chủ tịch UBND huyện Bùi Thị Hoa."
    ballots = [ballot for scene in read_scenes(text) for ballot in hold_ballots(scene)]
    rivals = [ballot for ballot in ballots if ballot.office == ballots[1].office]
    assert {ballot.proposals[0].rule for ballot in rivals} == {"before", "after"}
    assert [ballot.is_chosen for ballot in rivals].count(True) == 1


def test_every_rule_has_a_weight() -> None:
    weights = read_toml(model_file("offices", "bonds", "weights.toml"))["weights"]
    rules = {
        ballot.proposals[0].rule
        for _, text, _ in CASES
        for scene in read_scenes(text.replace("\\n", "\n"))
        for ballot in hold_ballots(scene)
    }
    assert {f"rule:{rule}" for rule in rules} <= set(weights)
    assert len(rules) > len(ROUNDS)


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        ("Họ và tên | Chức vụ | Đơn vị công tác", "Lò Văn An | Phó Giám đốc | Sở Y tế"),
        ("Họ và tên | Cơ quan | Chức vụ", "Lò Văn An | Sở Y tế | Phó Giám đốc"),
        ("Chức vụ | Đơn vị | Họ và tên", "Phó Giám đốc | Sở Y tế | Lò Văn An"),
        ("", "Lò Văn An | 1970 | Phó Giám đốc | Sở Y tế"),
    ],
)
def test_a_column_of_bodies_tells_the_body(columns: str, row: str) -> None:
    other = row.replace("Lò Văn An", "Bùi Thị Hoa").replace("Y tế", "Nội vụ")
    lines = [columns, "|".join(["---"] * row.count("|")), row, other] if columns else [row, other]
    persons = find_persons("".join(f"| {line} |\n" for line in lines))
    found = [(p.text, p.organization, p.completed_from) for each in persons for p in each.positions]
    assert found == [
        ("Phó Giám đốc", "Sở Y tế", "section"),
        ("Phó Giám đốc", "Sở Nội vụ", "section"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2015, ông Lò Văn An thay ông Bùi Đức Nhã làm Giám đốc Sở Y tế.",
        "Năm 2015, ông Lò Văn An được bầu làm Giám đốc Sở Y tế thay cho ông Bùi Đức Nhã.",
    ],
)
def test_who_is_replaced_has_held_the_office_up_to_then(text: str) -> None:
    new, old = (person.positions for person in find_persons(text))
    assert [(each.status, each.since) for each in new] == [("current", "2015")]
    assert [(each.status, each.since, each.rule) for each in old] == [("former", None, "replaced")]
