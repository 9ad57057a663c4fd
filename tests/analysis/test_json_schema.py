"""The JSON Schema says what an analysis is as plain data."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import vnpolitext as vp
from vnpolitext.analysis import json_schema

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def validator():
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def plain(analysis):
    return json.loads(json.dumps(analysis.to_dict()))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples/articles").iterdir()), ids=lambda p: p.stem
)
def test_every_example_is_valid(validator, path):
    assert list(validator.iter_errors(plain(vp.analyze(vp.read_article(path))))) == []


@pytest.mark.parametrize("text", ["", "a\ud83d\ude00b", "Theo Luật Đất đai."])
def test_odd_texts_are_valid(validator, text):
    assert list(validator.iter_errors(plain(vp.analyze(text)))) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", None), ("persons", {}), ("citations", [{"start": 0}]),
        ("places", [{"start": 0, "end": 1, "text": "a", "level": "village"}]),
        ("persons", [{"name": "An", "mentions": [[1]]}]),
    ],
)  # fmt: skip
def test_what_is_no_record_is_told(validator, field, value):
    record = plain(vp.analyze("Xã Mây họp.")) | {field: value}
    assert next(error.absolute_path[0] for error in validator.iter_errors(record)) == field


def test_the_page_has_the_schema_of_today():
    printed = subprocess.run(
        [sys.executable, "-m", "vnpolitext", "schema"], capture_output=True, check=True
    ).stdout.decode()
    assert json.loads(printed) == json_schema()
    assert (ROOT / "docs/schema.json").read_text(encoding="utf-8") == printed, "make api"
