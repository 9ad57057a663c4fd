"""Offices and bodies that several finders know stand in one table, with what each wants of them."""

from itertools import combinations

import pytest

from vnpolitext.citations.grammar.rules import body_names
from vnpolitext.directives.lexicon import task_rules
from vnpolitext.models import ModelError, model_file, read_table
from vnpolitext.models.shelf import read_toml
from vnpolitext.places.lexicon import words
from vnpolitext.places.units import COMMUNE, DISTRICT, PROVINCE
from vnpolitext.text import fold
from vnpolitext.vocabulary import body_entries, head_entries, offices


def own_rows(kind, name, file, columns):
    return {fold(row[0]) for row in read_table(model_file(kind, name, file), columns)}


def places_own_bodies():
    table = read_toml(model_file("places", "vietnam-units", "words.toml"))["bodies"]
    return {fold(body) for bodies in table.values() for body in bodies}


def test_no_row_of_one_table_of_bodies_stands_in_another():
    tables = {
        "every finder's": {entry.text for entry in (*head_entries(), *body_entries())},
        "of tasks": own_rows("directives", "vietnamese-tasks", "actors.tsv", ("head", "kind")),
        "of citations": own_rows("citations", "vietnam-documents", "bodies.tsv", ("name", "body")),
    }
    assert all(len(rows) > 90 for rows in tables.values())
    tables["of places"] = places_own_bodies()
    assert len(tables["of places"]) > 20
    doubles = {
        f"{one} and {other}": tables[one] & tables[other] for one, other in combinations(tables, 2)
    }
    assert {names: rows for names, rows in doubles.items() if rows} == {}


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        ("bộ trưởng", "person"),
        ("thanh tra viên", "group"),
        ("ủy ban nhân dân", "body"),
        ("hợp tác xã", "group"),
        ("cấp ủy các cấp", "body"),
    ],
)
def test_those_who_are_given_tasks(name, acts):
    assert task_rules().actors.longest(name, 0, len(name)) == (len(name), acts)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("bch trung ương", "ban chấp hành trung ương"),
        ("quân ủy trung ương", "quân ủy trung ương"),
        ("thủ tướng", "thủ tướng chính phủ"),
        ("bộ gtvt", "bộ giao thông vận tải"),
    ],
)
def test_bodies_whose_documents_are_cited(name, body):
    assert body_names()[name] == body


@pytest.mark.parametrize(
    ("body", "levels"),
    [
        ("tỉnh ủy", PROVINCE),
        ("thành ủy", PROVINCE | DISTRICT),
        ("huyện ủy", DISTRICT),
        ("đảng ủy", COMMUNE),
        ("tòa án nhân dân", PROVINCE | DISTRICT | COMMUNE),
        ("thị đội", DISTRICT),
        ("bộ chính trị", None),
    ],
)
def test_bodies_behind_which_a_unit_stands(body, levels):
    assert words().bodies.get(body) == levels


def test_an_office_of_another_kind_of_actor_is_an_error(tmp_path, monkeypatch):
    path = tmp_path / "heads.tsv"
    path.write_text("head\tbranch\tlevel\tacts\nlý trưởng\t-\t-\tcrowd\n", encoding="utf-8")
    monkeypatch.setattr(offices, "model_file", lambda *_: path)
    with pytest.raises(ModelError, match="crowd"):
        offices.head_entries.__wrapped__()
