"""Another model of data can be put in the place of the library's own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from vnpolitext import models
from vnpolitext.models.instead import instead, model_file

OURS = models.shelf() / "offices" / "vietnam"
TEXT = "Ông Lò Văn Mây, Tổng quản bản Gió, dự họp."
ASK = (
    "import json, sys, vnpolitext as vp; a = vp.analyze(sys.argv[1]);"
    "print(json.dumps([[p.text for q in a.persons for p in q.positions], a.versions['models']]))"
)


@pytest.fixture
def folder(tmp_path) -> Path:
    """A model of offices with one office more, and nothing else."""
    made = tmp_path / "mine"
    made.mkdir()
    heads = (OURS / "heads.tsv").read_text(encoding="utf-8")
    (made / "heads.tsv").write_text(heads + "tổng quản bản\tother\tcommune\n", encoding="utf-8")
    shutil.copy(OURS / "model.toml", made)
    card = (made / "model.toml").read_text(encoding="utf-8")
    head = card.partition("[[sources]]")[0].replace('name = "vietnam"', 'name = "mylab/offices-2"')
    (made / "model.toml").write_text(
        head + '[[sources]]\nname = "a"\nlicence = "public"\n', encoding="utf-8"
    )
    from vnpolitext.models.seal import seal_all

    list(seal_all(made))
    return made


def ask(**variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **variables, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", ASK, TEXT],
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_an_installed_model_of_offices_is_used(folder):
    result = ask(VNPOLITEXT_MODELS=str(folder.parent), VNPOLITEXT_OFFICES="mylab/offices-2")
    positions, versions = json.loads(result.stdout)
    assert positions
    assert positions[0].startswith("Tổng quản bản")
    assert versions["offices/mylab/offices-2"] == "1.0.0"


def test_a_model_that_is_not_there_is_said():
    result = ask(VNPOLITEXT_OFFICES="mylab/none")
    assert result.returncode == 1
    assert "ModelError: VNPOLITEXT_OFFICES: " in result.stderr


def test_files_that_a_model_lacks_are_the_librarys(folder, monkeypatch):
    monkeypatch.setenv("VNPOLITEXT_OFFICES", str(folder))
    assert model_file("offices", "vietnam", "heads.tsv") == folder / "heads.tsv"
    assert model_file("offices", "vietnam", "bodies.tsv") == OURS / "bodies.tsv"
    assert model_file("citations", "vietnam-documents", "kinds.tsv").is_file()
    monkeypatch.delenv("VNPOLITEXT_OFFICES")
    assert instead("offices") is None
