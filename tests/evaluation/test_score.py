"""The scorer: counts worked by hand, and agreement with an independent scorer."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vnpolitext.evaluation import GoldError, evaluate, read_gold
from vnpolitext.evaluation.score import Figure

TEXT = "Ông Lê Văn A, Chủ tịch xã Tân Lập, theo Nghị quyết số 18-NQ/TW.\n1. Một việc.\n2. Hai việc."


def document(**fields: Any) -> dict[str, Any]:
    return {"id": "d", "text": TEXT, **fields}


def span(part: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(part)
    return {"start": start, "end": start + len(part), "text": part, **fields}


def person(name: str, *offices: str) -> dict[str, Any]:
    mention = span(name)
    return {
        "name": name,
        "mentions": [[mention["start"], mention["end"]]],
        "positions": [span(office) for office in offices],
    }


def test_figures_by_hand() -> None:
    figure = Figure(gold=4, predicted=2, found=1, right=1)
    assert (figure.precision, figure.recall) == (0.5, 0.25)
    assert figure.f1 == pytest.approx(1 / 3)
    assert Figure().f1 == 0.0
    assert figure + figure == Figure(8, 4, 2, 2)


def test_perfect_prediction() -> None:
    gold = document(persons=[person("Lê Văn A", "Chủ tịch xã Tân Lập")], places=[])
    result = evaluate([gold], lambda it: it)
    assert result.figures["persons.mentions"].f1 == 1.0
    assert result.figures["persons.positions"].f1 == 1.0
    assert result.errors == ()


def test_a_shifted_place_is_one_missed_and_one_wrong() -> None:
    gold = document(places=[span("xã Tân Lập", level="commune")])
    seen = document(places=[span("Tân Lập", level="commune")])
    result = evaluate([gold], lambda _: seen)
    assert result.figures["places.spans"] == Figure(1, 1, 0, 0)
    signs = [(e.sign, e.context) for e in result.errors if e.figure == "places.spans"]
    assert [sign for sign, _ in signs] == ["missed", "wrong"]
    assert "[xã Tân Lập]" in signs[0][1]


def test_a_wrong_level_counts_for_levels_only() -> None:
    gold = document(places=[span("xã Tân Lập", level="commune")])
    seen = document(places=[span("xã Tân Lập", level="district")])
    result = evaluate([gold], lambda _: seen)
    assert result.figures["places.spans"].f1 == 1.0
    assert result.figures["places.levels"].f1 == 0.0


def test_keys_fold_dashes_and_spaces() -> None:
    citation = span("Nghị quyết số 18-NQ/TW", number="18-NQ/TW")
    seen = {**citation, "number": "18 – NQ/TW"}
    result = evaluate([document(citations=[citation])], lambda _: document(citations=[seen]))
    assert result.figures["citations.keys"].f1 == 1.0


def test_attributes_count_only_where_the_span_matched() -> None:
    citation = span("Nghị quyết số 18-NQ/TW", number="18-NQ/TW", issuer="Bộ Chính trị")
    gold = document(citations=[citation])
    wrong = evaluate([gold], lambda _: document(citations=[{**citation, "issuer": "Quốc hội"}]))
    assert wrong.attributes["issuer"] == Figure(1, 1, 0, 0)
    missed = evaluate([gold], lambda _: document(citations=[]))
    assert missed.attributes["issuer"] == Figure()
    assert missed.to_dict()["citations.issuer"] is None


def test_positions_belong_to_a_person_with_a_common_name() -> None:
    gold = document(persons=[person("Lê Văn A", "Chủ tịch xã Tân Lập")])
    other = {**person("Tân Lập"), "positions": [span("Chủ tịch xã Tân Lập")]}
    result = evaluate([gold], lambda _: document(persons=[other]))
    assert result.figures["persons.positions"] == Figure(1, 1, 0, 0)


def test_a_term_of_office_is_passed_over() -> None:
    gold = document(persons=[person("Lê Văn A", "Chủ tịch xã Tân Lập")])
    seen = document(persons=[person("Lê Văn A")])
    seen["persons"][0]["positions"] = [{"text": "Chủ tịch xã Tân Lập khoá XI"}]
    assert evaluate([gold], lambda _: seen).figures["persons.positions"].f1 == 1.0


def test_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="another text"):
        evaluate([document()], lambda _: {"id": "d", "text": "x"})


@pytest.mark.parametrize(
    ("content", "message"),
    [("", "no annotated text"), ("{", "line 1: not JSON"), ('{"id": 1}', "line 1: no object")],
)
def test_unusable_gold(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=message) as caught:
        read_gold(path)
    assert "gold.jsonl" in str(caught.value)


def test_missing_gold(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="nothing"):
        read_gold(tmp_path / "nothing.jsonl")


def test_fields_count_where_span_and_person_matched() -> None:
    gold = document(persons=[person("Lê Văn A", "Chủ tịch xã Tân Lập")])
    [office] = gold["persons"][0]["positions"]
    office |= {"organization": "UBND xã Tân Lập", "level": "commune", "branch": "government"}
    office |= {"place": "Tân Lập", "status": "current", "since": "2020", "until": None}
    office["unsure"] = ["organization"]
    seen = json.loads(json.dumps(gold))
    [found] = seen["persons"][0]["positions"]
    found |= {"place": {"name": "Tân  Lập"}, "level": None, "organization": "x", "until": "2021"}
    result = evaluate([gold], lambda _: seen)
    assert result.fields["organization"] == Figure()
    assert result.fields["place"] == Figure(1, 1, 1, 1)
    assert result.fields["level"] == Figure(1, 1, 0, 0)
    assert result.fields["since"] == Figure(1, 1, 1, 1)
    assert result.fields["until"] == Figure(0, 1, 0, 0)
    values = result.to_dict()
    assert values["fields.since"] == 100.0
    assert values["fields.until"] is None
    wrong = [error.fact[2:] for error in result.errors if error.figure == "fields.level"]
    assert wrong == [("commune", None)]


def perturbed(gold: dict[str, Any], random_state: random.Random) -> dict[str, Any]:
    """A prediction with about a third of the facts changed or lost."""
    seen: dict[str, Any] = json.loads(json.dumps(gold))
    for field in ("citations", "places"):
        for record in seen[field]:
            if random_state.random() < 0.2:
                record["start"] = max(0, record["start"] - 1)
            if random_state.random() < 0.2:
                record.update(level="district", issuer=None, number=None)
        seen[field] = [record for record in seen[field] if random_state.random() > 0.1]
    for each in seen["persons"]:
        if random_state.random() < 0.3:
            each["mentions"] = each["mentions"][:1]
        each["positions"] = [p for p in each["positions"] if random_state.random() > 0.2]
        for position in filter(lambda it: "branch" in it, each["positions"]):
            name = random_state.choice(["level", "status", "place", "since", "until"])
            position[name] = random_state.choice([None, "2001", "former", position[name]])
    for item in seen["directives"]:
        if random_state.random() < 0.2:
            item.update(end=item["end"] - 1, parent=None)
    return seen


@pytest.mark.parametrize("name", ["written", "real2"])
def test_agrees_with_the_independent_scorer(name: str, shared: Path, tmp_path: Path) -> None:
    written = read_gold(shared / "gold" / f"{name}.jsonl")
    chance = random.Random(7)  # noqa: S311 - a fixed perturbation, no secret
    predictions = {gold["id"]: perturbed(gold, chance) for gold in written}
    gold_file, seen_file = tmp_path / "gold.jsonl", tmp_path / "seen.jsonl"
    for path, documents in ((gold_file, written), (seen_file, predictions.values())):
        lines = (json.dumps(each, ensure_ascii=False) + "\n" for each in documents)
        path.write_text("".join(lines), encoding="utf-8")
    tool = shared / "tools" / "score.py"
    printed = subprocess.run(  # noqa: S603 - our own interpreter on a known script
        [sys.executable, str(tool), str(gold_file), str(seen_file), "--json"],
        capture_output=True,
        check=True,
    ).stdout
    ours = evaluate(written, lambda gold: predictions[gold["id"]]).to_dict()
    assert "citations.title" in ours  # which the tool does not measure
    assert {name: ours[name] for name in ours if name != "citations.title"} == json.loads(printed)
    assert 30 < ours["places.spans"] < 95
