"""Invented documents that nobody looks at when a rule is written: how much is read right."""

import runpy
from pathlib import Path

import pytest

from vnpolitext.evaluation import evaluate_orders

ROOT = Path(__file__).parents[2]
FLOORS = {"actions": 60, "actors": 63, "targets": 66, "deadlines": 63, "role": 88, "strength": 81}


@pytest.fixture(scope="module")
def figures():
    model = ROOT / "models" / "directives" / "vietnamese-tasks"
    marked_documents = runpy.run_path(str(model / "marked.py"))["marked_documents"]
    documents = list(marked_documents(ROOT / "tests" / "directives" / "written.txt"))
    assert sum(len(document["items"]) for document in documents) == 207
    return evaluate_orders(documents)


@pytest.mark.parametrize("name", FLOORS)
def test_invented_items_are_read(figures, name):
    assert 100 * figures[f"reading.{name}"].f1 >= FLOORS[name]
