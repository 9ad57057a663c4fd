"""The package as a whole: light to import, quiet, complete, and about nothing but itself."""

import subprocess
import sys
from pathlib import Path

import pytest

import vnpolitext

ROOT = Path(__file__).parents[1]
HEAVY = ("spacy", "pandas", "numpy", "underthesea", "sklearn", "pyarrow", "matplotlib", "typer")


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
