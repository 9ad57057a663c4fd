"""The commands for one's own model: from annotated texts to a measured model."""

import json

import pytest
from typer.testing import CliRunner

from vnpolitext import models
from vnpolitext.cli.app import app
from vnpolitext.models.scaffold import new_package

CONLLU = "1\tcông tác\t_\t_\t_\t_\t_\t_\t_\t_\n2\ttốt\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"


@pytest.fixture
def call():
    def run(*arguments):
        done = CliRunner().invoke(app, [str(argument) for argument in arguments])
        assert done.exit_code == 0, done.output
        return done.output

    return run


def test_a_segmenter_is_measured(call, tmp_path, monkeypatch):
    root = new_package("words", "lab/measured", tmp_path / "package")
    monkeypatch.syspath_prepend(str(root / "src"))
    monkeypatch.setenv("VNPOLITEXT_MODELS", str(root / "src"))
    gold = tmp_path / "gold.conllu"
    gold.write_text(CONLLU, encoding="utf-8")
    *said, header, row = call("models", "evaluate", "lab/measured", gold).strip().splitlines()
    assert "measured" in " ".join(said)
    assert dict(zip(header.split(), row.split(), strict=True))["f1"] == "100.0"


def test_a_tagger_is_measured_beside_ours(call, written, tmp_path):
    class Nobody:
        def tag(self, text):
            del text
            return []

    gold = tmp_path / "gold.jsonl"
    lines = [json.dumps(document, ensure_ascii=False) for document in written[:2]]
    gold.write_text("\n".join(lines), encoding="utf-8")
    card = models.register(Nobody(), kind="persons", name="lab/nobody")
    try:
        shown = call("models", "evaluate", "lab/nobody", gold)
    finally:
        models.unregister(card.full_name)
    row = next(line for line in shown.splitlines() if "persons.mentions" in line)
    assert row.split()[4] == "0"


def test_what_a_tool_gives_back_becomes_gold(call, written, tmp_path):
    gold, tasks, back = (tmp_path / name for name in ("gold.jsonl", "tasks.json", "back.jsonl"))
    gold.write_text(json.dumps(written[0], ensure_ascii=False), encoding="utf-8")
    call("export", gold, "--format", "labelstudio", "-o", tasks)
    call("export", tasks, "--format", "gold", "-o", back)
    document = json.loads(back.read_text(encoding="utf-8"))
    wanted = {tuple(span) for person in written[0]["persons"] for span in person["mentions"]}
    assert {tuple(span) for person in document["persons"] for span in person["mentions"]} == wanted


def test_sealing(call, make_model):
    folder = make_model(files={"a.tsv": "x\n"}, sealed=False)
    assert "sealed" in call("models", "seal", folder)
    assert call("models", "seal", folder) == ""
    assert "card" in call("models", "check", folder)


def test_what_cannot_be_read_is_told_beside_the_list(tmp_path, monkeypatch):
    (tmp_path / "model.toml").write_text("kind = 3\n", encoding="utf-8")
    monkeypatch.setenv("VNPOLITEXT_MODELS", str(tmp_path))
    done = CliRunner().invoke(app, ["models", "list"])
    assert done.exit_code == 0
    assert "directives/vietnamese-lists" in done.stdout
    assert "kind must be one of" in done.stderr
