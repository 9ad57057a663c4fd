"""The package as a whole: light to import, quiet, complete, and about nothing but itself."""

import importlib
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import vnpolitext

ROOT = Path(__file__).parents[1]
HEAVY = ("spacy", "pandas", "numpy", "underthesea", "sklearn", "pyarrow", "matplotlib", "typer")
CANVAS = "vnpolitext.views.plots.canvas"


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own interpreter on our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )


def test_importing_is_light_and_quiet() -> None:
    code = f"import sys, vnpolitext; print([name for name in {HEAVY} if name in sys.modules])"
    done = run(code)
    assert done.stdout.strip() == "[]"
    assert done.stderr == ""


@pytest.mark.parametrize(
    "call",
    [
        "find_citations('Nghị quyết số 35-NQ/TW')",
        "find_places('huyện Tủa Chùa')",
        "find_persons('đồng chí Giàng A Páo')",
        "find_directives('1. a\\n2. b')",
    ],
)
def test_finders_need_no_heavy_library(call: str) -> None:
    heavy = ("spacy", "pandas", "underthesea", "sklearn", "matplotlib")
    code = (
        f"import sys, vnpolitext as vp; vp.{call}; print([n for n in {heavy} if n in sys.modules])"
    )
    assert run(code).stdout.strip() == "[]"


@pytest.mark.parametrize("name", vnpolitext.__all__)
def test_every_public_name_is_there_and_explained(name: str) -> None:
    value = getattr(vnpolitext, name)
    assert name == "__version__" or value.__doc__


def test_only_public_names_are_shown() -> None:
    shown = run("import vnpolitext as vp; vp.analyze; vp.load; print(*dir(vp))").stdout.split()
    packages = {path.parent.name for path in (ROOT / "src" / "vnpolitext").glob("*/__init__.py")}
    assert set(shown) == {*vnpolitext.__all__, *packages - {"cli"}, "errors"}
    assert shown == sorted(shown)


@pytest.mark.parametrize("name", sorted(set(dir(vnpolitext)) - set(vnpolitext.__all__)))
def test_a_package_needs_no_import_of_its_own(name: str) -> None:
    code = f"import sys, vnpolitext as vp; print('vnpolitext.{name}' in sys.modules, vp.{name})"
    before, _, module = run(code).stdout.strip().partition(" ")
    assert before == "False"
    assert module.startswith(f"<module 'vnpolitext.{name}' from ")


def exceptions() -> list[type[BaseException]]:
    """Return every class of exception that the library makes."""
    walk = pkgutil.walk_packages(vnpolitext.__path__, "vnpolitext.")
    modules = [importlib.import_module(it.name) for it in walk if "__main__" not in it.name]
    return sorted(
        {
            value
            for module in modules
            for value in vars(module).values()
            if inspect.isclass(value)
            and issubclass(value, BaseException)
            and value.__module__.startswith("vnpolitext.")
        },
        key=lambda value: value.__name__,
    )


@pytest.mark.parametrize("error", exceptions(), ids=lambda error: error.__name__)
def test_every_error_has_the_root_and_is_described(error: type[BaseException]) -> None:
    assert issubclass(error, vnpolitext.VnpolitextError)
    page = (ROOT / "docs" / "api" / "errors.md").read_text(encoding="utf-8")
    private = error.__module__.startswith("vnpolitext.cli")
    if error is not vnpolitext.VnpolitextError and not private:
        built_in = error.__bases__[1]
        assert built_in.__module__ == "builtins"
        assert f"[`{error.__name__}`][{vnpolitext.__name__}." in page
        assert f"| `{built_in.__name__}` |" in page.partition(f"[`{error.__name__}`]")[2][:120]


@pytest.mark.parametrize(
    ("call", "built_in"),
    [
        ("vp.read_article('nowhere.txt')", ValueError),
        ("vp.models.load('lab/none', kind='words')", ValueError),
        ("vp.Corpus.open('nowhere')", RuntimeError),
        ("vp.evaluation.read_gold('nowhere.jsonl')", ValueError),
        ("vp.training.read_labelled(__file__)", ValueError),
        ("vp.testing.check_object('words', 'no segmenter')", AssertionError),
    ],
)
def test_the_root_catches_what_is_wrong_with_data(call: str, built_in: type[Exception]) -> None:
    with pytest.raises(vnpolitext.VnpolitextError) as told:
        eval(call, {"vp": vnpolitext, "__file__": __file__})  # noqa: S307
    assert isinstance(told.value, built_in)


@pytest.mark.parametrize(
    ("package", "call"),
    [
        ("duckdb", "vp.Corpus.from_texts(['a']).sql('SELECT 1')"),
        ("matplotlib", "canvas(None, (1, 1)).__enter__()"),
        ("pyvi", "vp.text.words.others.Pyvi()"),
        ("underthesea", "vp.text.words.others.Underthesea()"),
        ("yaml", "vp.themes.ThemeLexicon.from_file('themes.yaml')"),
    ],
)
def test_the_root_catches_a_missing_package(
    package: str, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    importlib.import_module("vnpolitext.text.words.others")
    names = {"vp": vnpolitext, "canvas": importlib.import_module(CANVAS).canvas}
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(vnpolitext.VnpolitextError, match=f"(?i){package}") as told:
        eval(call, names)  # noqa: S307
    assert isinstance(told.value, ImportError)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = vnpolitext.nothing_of_the_kind


def test_modules_stay_readable() -> None:
    """No module of the package grows beyond what one reads in a sitting."""
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "src").rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 450
    }
    assert long == {}
