"""The examples of docstrings: every one runs and gives what it shows."""

import doctest
import importlib
import pkgutil

import pytest

import vnpolitext

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(vnpolitext.__path__, "vnpolitext.")
    if not module.name.endswith(".__main__")
)


def complaints(module):
    """Return what is wrong with the examples of ``module``, as doctest tells it."""
    said = []
    runner = doctest.DocTestRunner(verbose=False)
    for test in doctest.DocTestFinder(exclude_empty=True).find(module):
        runner.run(test, out=said.append)
    return "".join(said)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_give_what_they_show(name):
    wrong = complaints(importlib.import_module(name))
    assert not wrong, wrong


@pytest.mark.parametrize(
    ("module", "function"),
    [("vnpolitext.text.words.registered", "Registered"), ("vnpolitext.themes.statistics", "npmi")],
)
def test_an_example_that_is_wrong_is_told(module, function, monkeypatch):
    value = getattr(importlib.import_module(module), function)
    monkeypatch.setattr(value, "__doc__", f"{function}.\n\n>>> 1 + 1\n3\n")
    assert "Expected:\n    3\nGot:\n    2\n" in complaints(importlib.import_module(module))
