"""No regular expression of the library can backtrack without bound."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .patterns import dangers

ROOT = Path(__file__).parents[2]
# Every pattern that is compiled, or taken from what is kept, while modules are imported and texts
# are read, with the module.
PROGRAM = r"""
import importlib, json, pkgutil, re, sys
found = {}
compiled = re._compile
def spy(pattern, flags):
    frame = sys._getframe(1)
    while frame and frame.f_globals.get("__name__") in ("re", "functools"):
        frame = frame.f_back
    module = frame.f_globals.get("__name__", "") if frame else ""
    text = pattern if isinstance(pattern, str) else ""
    if module.startswith("vnpolitext") and text:
        found[text, int(flags)] = module
    return compiled(pattern, flags)
re._compile = spy
import vnpolitext as vp
from vnpolitext.text import patterns
kept = patterns.compile_kept
def spy_kept(source, flags=0):
    frame = sys._getframe(1)
    while frame and frame.f_globals.get("__name__") == patterns.__name__:
        frame = frame.f_back
    module = frame.f_globals.get("__name__", "") if frame else ""
    if module.startswith("vnpolitext"):
        found[source, int(flags)] = module
    return kept(source, flags)
patterns.compile_kept = spy_kept
for module in pkgutil.walk_packages(vp.__path__, "vnpolitext."):
    if not module.name.endswith("__main__"):
        try:
            importlib.import_module(module.name)
        except ImportError:
            pass
analyses = [vp.analyze(open(path, encoding="utf-8").read(), id=path) for path in sys.argv[1:]]
for analysis in analyses:
    analysis.words()
from vnpolitext.citations import find_references
find_references(analyses[0].text, analyses[0].citations)
vp.compare(analyses[:4])
print(json.dumps([[pattern, flags, module] for (pattern, flags), module in found.items()]))
"""


@pytest.fixture(scope="module")
def patterns() -> list[tuple[str, int, str]]:
    articles = sorted((ROOT / "examples" / "articles").iterdir())
    done = subprocess.run(  # noqa: S603 - our own interpreter on the program above
        [sys.executable, "-c", PROGRAM, *map(str, articles)],
        capture_output=True, check=True, encoding="utf-8", cwd=ROOT,
    )  # fmt: skip
    return [tuple(row) for row in json.loads(done.stdout.splitlines()[-1])]


def test_no_pattern_backtracks_without_bound(patterns) -> None:
    assert len(patterns) > 200
    found = [
        (module, pattern[:80], danger)
        for pattern, flags, module in patterns
        for danger in dangers(pattern, flags)
    ]
    assert found == []


@pytest.mark.parametrize(
    "pattern",
    [
        *("(a+)+b", "(?:a|aa)*(?:a*)c", r"(\w+\s?)*$", r"\s*\s+x", r"a.*b?.*c"),
        *(r"(?:[a-z]+-?)+1", "(?i:A+a+)"),
    ],
)
def test_dangerous_patterns_are_seen(pattern: str) -> None:
    assert dangers(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"(?:-\w+)*b", r"\w++\w+", r"(?>a+)+b", r"\d+\.\d+", r"[^,]*,[^;]*", "a+b+"),
        *(r"(?:\s{1,9}\w{1,9}){1,5}", r"(?:[^|]{0,9}\|)+\s*$"),
    ],
)
def test_harmless_patterns_pass(pattern: str) -> None:
    assert dangers(pattern) == []
