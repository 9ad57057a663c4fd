"""An installed copy and a checkout behave alike."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import json, sys
import vnpolitext as vp
from vnpolitext import models
from vnpolitext.models.scaffold import new_package
text = open(sys.argv[1], encoding="utf-8").read()
cards = [[card.full_name, card.version, sorted(card.files)] for card in models.list()]
place = str(new_package("words", "lab/x", sys.argv[2]))
print(json.dumps([vp.__file__, str(models.shelf()), cards, vp.analyze(text).to_dict()]))
"""


def run(*command, **more):
    done = subprocess.run(  # noqa: S603 - commands of this file
        list(map(str, command)), capture_output=True, check=False, encoding="utf-8", **more
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The wheel, unpacked as an installer does."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return wheel, folder / "site"


def test_the_wheel_is_small_and_has_no_pickle(installed):
    wheel, _ = installed
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert wheel.stat().st_size < 20 * 2**20
    assert not [name for name in names if name.endswith((".pkl", ".pickle", ".joblib"))]
    assert any(name.startswith("vnpolitext/shelf/places/") for name in names)
    assert sum(name.startswith("vnpolitext/sample/articles/") for name in names) == 40
    assert {
        "vnpolitext/views/explorer/page.html.j2",
        "vnpolitext/views/explorer/scripts/main.js",
    } <= set(names)


def test_models_and_analyses_are_the_same(installed, tmp_path):
    article = next((ROOT / "examples" / "articles").glob("10-*"))
    results = []
    for name, site in (("installed", installed[1]), ("checkout", ROOT / "src")):
        environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONIOENCODING": "utf-8"}
        output = run(sys.executable, "-c", PROGRAM, article, tmp_path / name, env=environment)
        results.append(json.loads(output))
    (place, shelf, *rest), (_, _, *wanted) = results
    assert Path(place).is_relative_to(installed[1])
    assert Path(shelf).is_relative_to(installed[1])
    assert rest == wanted
    assert rest[0]
