"""``models new`` and ``models check``: a package from nothing, tried, installed, used."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from vnpolitext import models, testing
from vnpolitext.models import ModelError
from vnpolitext.models.scaffold import new_package
from vnpolitext.models.seal import seal

KINDS = [*testing.CHECKS]


@pytest.fixture
def package(request, tmp_path, monkeypatch):
    """A new package on the import path, and the folder of its model."""
    kind = request.param
    root = new_package(kind, f"lab/new-{kind}", tmp_path / "package")
    monkeypatch.syspath_prepend(str(root / "src"))
    yield root / "src" / f"lab_new_{kind}"
    sys.modules.pop(f"lab_new_{kind}", None)


@pytest.mark.parametrize("package", KINDS, indirect=True)
class TestNewPackage:
    def test_it_passes_its_own_check(self, package):
        report = testing.check_model(package, workers=0)
        assert "card" in report.checks

    def test_it_has_all_a_package_needs(self, package):
        root = package.parents[1]
        files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
        assert {"pyproject.toml", "README.md", "tests/test_model.py"} <= files
        text = "".join((root / file).read_text(encoding="utf-8") for file in files)
        assert "$" not in text

    def test_it_is_told_what_to_write(self, package):
        assert testing.advice(package) == [
            "the card still has sentences of the template",
            "the card has no measured figure",
        ]

    def test_its_modules_are_python(self, package):
        for file in (package / "__init__.py", package.parents[1] / "tests" / "test_model.py"):
            compile(file.read_text(encoding="utf-8"), str(file), "exec")


@pytest.mark.parametrize(
    ("kind", "name", "message"),
    [
        ("offices", "lab/x", "no package for the kind 'offices'; there are words"),
        ("words", "cutter", "wants lower-case letters"),
        ("words", "Lab/Cutter", "wants lower-case letters"),
        ("words", "../x", "wants lower-case letters"),
    ],
)
def test_what_cannot_be_new(tmp_path, kind, name, message):
    with pytest.raises(ModelError, match=message):
        new_package(kind, name, tmp_path / "p")
    assert not (tmp_path / "p").exists()


def test_nothing_is_overwritten(tmp_path):
    (tmp_path / "precious").write_text("x", encoding="utf-8")
    with pytest.raises(ModelError, match="not empty"):
        new_package("words", "lab/x", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["precious"]


def test_a_name_that_begins_with_a_digit(tmp_path):
    root = new_package("words", "5g/cutter", tmp_path / "p")
    assert (root / "src" / "model_5g_cutter" / "model.toml").is_file()


@pytest.mark.parametrize("package", ["words"], indirect=True)
class TestCheck:
    def test_a_file_the_card_leaves_out(self, package):
        (package / "more.tsv").write_text("x\n", encoding="utf-8")
        with pytest.raises(testing.CheckError, match=r"more\.tsv is not in the card; run python"):
            testing.check_model(package, workers=0)

    def test_a_pickle(self, package):
        (package / "weights.pkl").write_bytes(b"x")
        seal(package)
        with pytest.raises(testing.CheckError, match=r"weights\.pkl is a pickle"):
            testing.check_model(package, workers=0)

    def test_a_changed_file(self, package):
        (package / "terms.tsv").write_text("term\nx\n", encoding="utf-8")
        with pytest.raises(ModelError, match="SHA-256 differs"):
            testing.check_model(package, workers=0)

    def test_a_model_that_does_wrong(self, package):
        code = package / "__init__.py"
        source = code.read_text(encoding="utf-8")
        code.write_text(source.replace("return words\n", "return words[1:]\n"), encoding="utf-8")
        with pytest.raises(testing.CheckError, match="words/lab/new-words: ") as error:
            testing.check_model(package, workers=0)
        assert "only blanks stand between words" in str(error.value)


def test_data_without_a_loader_has_only_its_files_checked(make_model):
    report = testing.check_model(make_model(files={"a.toml": "x = 1\n"}))
    assert report.checks == ("card", "1 files as the card says")


def test_a_package_is_installed_into_a_fresh_environment_and_used(tmp_path):
    pytest.importorskip("hatchling")
    root = new_package("words", "lab/fresh", tmp_path / "package")
    wheel = _build(root, tmp_path / "wheels")
    python = _environment(tmp_path / "env")
    options = ("--no-index", "--no-deps", "--disable-pip-version-check", "--quiet")
    _run(sys.executable, "-m", "pip", "--python", python, "install", *options, wheel)
    program = (
        "from vnpolitext import models, testing\n"
        "card = models.card('lab/fresh')\n"
        "words = models.load('lab/fresh', kind='words').segment('Nghị quyết về công tác cán bộ')\n"
        "print(card.full_name, card.folder.name, len(words))\n"
        "import vnpolitext as vp\n"
        "analysis = vp.analyze('Nghị quyết của chi bộ thôn', words='lab/fresh')\n"
        "print([word.text for word in analysis.words()])\n"
        "print(analysis.versions['models']['words/lab/fresh'])\n"
        "print(testing.check_segmenter(models.load('lab/fresh')))\n"
    )
    output = _run(python, "-I", "-c", program)
    assert output.startswith("words/lab/fresh lab_fresh 4\n")
    assert "['Nghị quyết', 'của', 'chi bộ', 'thôn']\n0.1.0\n" in output
    assert "travels to workers" in output


def _run(*command, cwd=None):
    done = subprocess.run(  # noqa: S603 - commands of this file
        list(map(str, command)),
        cwd=cwd,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _build(root: Path, target: Path) -> Path:
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", target, cwd=root)
    return next(target.glob("*.whl"))


def _environment(folder: Path) -> Path:
    """Make an environment that has nothing of its own and sees the packages of this one."""
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    library = Path(models.__file__).parents[2]
    paths = [path for path in (str(library), *sys.path) if path and Path(path).is_dir()]
    (_site(python) / "parent.pth").write_text("\n".join(dict.fromkeys(paths)), encoding="utf-8")
    return python


def _site(python: Path) -> Path:
    return Path(
        _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    )
