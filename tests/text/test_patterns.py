"""Patterns that are compiled late: they are patterns, and none of them is broken."""

import copy
import pickle
import pkgutil
import re
from importlib import import_module

import pytest

import vnpolitext
from vnpolitext.text.patterns import LazyPattern, lazy_pattern

FINDERS = ("citations", "directives", "layout", "officials", "places")


def test_the_methods_of_a_pattern() -> None:
    lazy = lazy_pattern(r"(?P<number>\d+)-nq", re.IGNORECASE)
    plain = re.compile(r"(?P<number>\d+)-nq", re.IGNORECASE)
    text = "18-NQ và 35-nq"
    assert lazy.pattern == plain.pattern
    assert [m.span() for m in lazy.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert lazy.findall(text) == plain.findall(text)
    assert lazy.sub("x", text) == plain.sub("x", text)
    assert lazy.fullmatch(text) is None
    assert lazy.groupindex == plain.groupindex
    assert lazy.flags == plain.flags


def test_nothing_is_compiled_before_its_time() -> None:
    lazy = lazy_pattern("(")
    assert repr(lazy) == "lazy_pattern('(', 0)"
    with pytest.raises(re.error):
        lazy.search("")
    with pytest.raises(AttributeError):
        lazy_pattern("a").nothing  # noqa: B018


def test_copied_and_pickled() -> None:
    lazy = lazy_pattern("a+")
    for again in (copy.copy(lazy), copy.deepcopy(lazy), pickle.loads(pickle.dumps(lazy))):  # noqa: S301
        assert again.findall("aab") == ["aa"]


@pytest.mark.parametrize("package", FINDERS)
def test_every_pattern_compiles(package: str) -> None:
    found = 0
    folder = import_module(f"vnpolitext.{package}")
    for module in pkgutil.walk_packages(folder.__path__, f"{vnpolitext.__name__}.{package}."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, LazyPattern):
                re.compile(value.pattern, value._flags)
                found += 1
    assert found
