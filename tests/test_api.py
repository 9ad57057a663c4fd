"""The public interface: names, signatures and fields, as `api.txt` has them.

Public is what the reference shows: the packages of ``docs/api``, by their ``__all__``, and what
those pages name beside them. Run as a program (``make api``) this file writes `api.txt` anew.
"""

import ast
import difflib
import importlib
import inspect
import re
import sys
from functools import cache
from pathlib import Path

import pytest

import vnpolitext

HERE = Path(__file__).parent
SNAPSHOT = HERE / "api.txt"
REFERENCE = HERE.parent / "docs" / "api"
ADVICE = """the public interface has changed: - is what api.txt has, + is what the code has

{changes}

If this is meant: run `make api`, and say so in a line under [Unreleased] of CHANGELOG.md. A name or
a parameter that others use does not go at once: see docs/deprecation.md.
"""
CALLED = {"__init__", "__call__", "__contains__", "__getitem__", "__iter__", "__len__"}


def interface():
    """Return the public interface, one name a line; fields stand where the reference has them."""
    lines = [line for line in module_lines(vnpolitext) if re.match(r"\w+\.\w+\b(?!\.)", line)]
    for page in sorted(REFERENCE.glob("*.md")):
        for path in re.findall(r"^::: (\S+)$", page.read_text(encoding="utf-8"), re.MULTILINE):
            value = named(path)
            lines += module_lines(value) if inspect.ismodule(value) else lines_of(path, value)
    return lines


def named(path):
    """Return the module, class, function or constant of a dotted path."""
    holder, _, name = path.rpartition(".")
    try:
        return importlib.import_module(path)
    except ModuleNotFoundError:
        return getattr(importlib.import_module(holder), name)


def module_lines(module):
    """Return the lines of the names that a module offers."""
    offered = getattr(module, "__all__", None) or [
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", None) == module.__name__
    ]
    return [
        line
        for name in sorted(offered)
        for line in lines_of(f"{module.__name__}.{name}", getattr(module, name))
    ]


def lines_of(path, value):
    """Return the lines of a public class, function or constant."""
    function = inspect.unwrap(value) if callable(value) else value
    if inspect.isclass(value):
        return class_lines(path, value)
    if inspect.isfunction(function):
        return [path + signature(source_of(function))]
    return [path if path.endswith("__version__") else f"{path} = {shown(value)}"]


def class_lines(path, value):
    """Return the lines of a class: its bases, then fields and methods with those of our bases."""
    bases = ", ".join(ast.unparse(base) for base in source_of(value).bases)
    members = {}
    for kind in reversed(value.__mro__):
        if kind.__module__.split(".")[0] == value.__module__.split(".")[0]:
            for node in source_of(kind).body:
                members.update(member(node))
    rows = [f"{path}.{name}{told}" for name, told in members.items()]
    return [f"{path}: class({bases})", *rows]


def member(node):
    """Yield the name of a public field or method of a class with what is told of it."""
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        default = f" = {ast.unparse(node.value)}" if node.value else ""
        found = node.target.id, f": {ast.unparse(node.annotation)}{default}"
    elif isinstance(node, ast.FunctionDef):
        marks = {ast.unparse(mark).rpartition(".")[2] for mark in node.decorator_list}
        if marks & {"property", "cached_property"}:
            found = node.name, f": {ast.unparse(node.returns)} (property)"
        else:
            kind = "".join(f" ({mark})" for mark in sorted(marks & {"classmethod", "staticmethod"}))
            found = node.name, signature(node) + kind
    else:
        return
    if not found[0].startswith("_") or found[0] in CALLED:
        yield found


def signature(node):
    """Return parameters and result as the code has them."""
    result = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"({ast.unparse(node.args)}){result}"


def source_of(value):
    """Return the syntax tree of a class or function."""
    node = tree(sys.modules[value.__module__].__file__)
    for part in value.__qualname__.split("."):
        node = next(it for it in node.body if getattr(it, "name", "") == part)
    return node


@cache
def tree(file):
    return ast.parse(Path(file).read_text(encoding="utf-8"))


def shown(value):
    """Return a constant: its value if that is plain, the keys of a mapping, else its type."""
    if isinstance(value, (str, int, float)) or (
        isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    ):
        return repr(value)
    if isinstance(value, dict):
        return "{" + ", ".join(repr(key) for key in value) + "}"
    return type(value).__name__


def changes(before, now):
    """Return the lines that are gone (-) and new (+); a field that moved is both."""
    rows = difflib.unified_diff(before, now, n=0, lineterm="")
    return [f"{row[0]} {row[1:]}" for row in rows if re.match(r"[-+](?![-+]{2})", row)]


def test_the_interface_is_the_one_written_down():
    found = changes(SNAPSHOT.read_text(encoding="utf-8").splitlines(), interface())
    assert not found, ADVICE.format(changes="\n".join(found))


def test_a_field_that_moves_is_a_change():
    assert changes(["A.x: int", "A.y: int"], ["A.y: int", "A.x: int"]) == [
        "+ A.y: int",
        "- A.y: int",
    ]


def test_nothing_stands_twice_in_the_reference():
    names = [line for line in interface() if re.match(r"[\w.]+: class", line)]
    assert sorted(set(names)) == sorted(names)


FIRST = """
class Reading:
    pages: int
    _hidden: int = 0

    def turn(self, by: int = 1, *, back: bool = False) -> None: ...
    def _look(self): ...
    @property
    def open(self) -> bool: ...


class Novel(Reading):
    title: str = ""


def read(path: str) -> Reading: ...
def _skim(path): ...
"""


def lines_of_code(code, folder, monkeypatch):
    file = folder / "reading_sample.py"
    file.write_text(code, encoding="utf-8")
    tree.cache_clear()
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, "reading_sample", raising=False)
    importlib.invalidate_caches()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    return module_lines(importlib.import_module("reading_sample"))


def test_a_module_is_told_by_its_public_names(tmp_path, monkeypatch):
    reading = [
        ".pages: int",
        ".turn(self, by: int=1, *, back: bool=False) -> None",
        ".open: bool (property)",
    ]
    assert lines_of_code(FIRST, tmp_path, monkeypatch) == [
        "reading_sample.Novel: class(Reading)",
        *[f"reading_sample.Novel{line}" for line in reading],
        "reading_sample.Novel.title: str = ''",
        "reading_sample.Reading: class()",
        *[f"reading_sample.Reading{line}" for line in reading],
        "reading_sample.read(path: str) -> Reading",
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("_look", "_peek", []),
        ("_hidden: int = 0", "_hidden: int = 1", []),
        (
            "def read(path: str)",
            "def read(path: str, encoding: str | None = None)",
            [
                "- reading_sample.read(path: str) -> Reading",
                "+ reading_sample.read(path: str, encoding: str | None=None) -> Reading",
            ],
        ),
        (
            'title: str = ""',
            "name: str",
            ["- reading_sample.Novel.title: str = ''", "+ reading_sample.Novel.name: str"],
        ),
        (
            'title: str = ""',
            'title: str = ""\n    year: int = 0',
            ["+ reading_sample.Novel.year: int = 0"],
        ),
        ("class Novel(Reading)", "class _Novel(Reading)", ["- reading_sample.Novel"] * 5),
        ("def _skim(path)", "def skim(path)", ["+ reading_sample.skim(path)"]),
    ],
)
def test_a_change_is_told(old, new, told, tmp_path, monkeypatch):
    before = lines_of_code(FIRST, tmp_path, monkeypatch)
    after = lines_of_code(FIRST.replace(old, new), tmp_path, monkeypatch)
    found = changes(before, after)
    assert len(found) == len(told)
    assert all(row.startswith(start) for row, start in zip(found, told, strict=True))


if __name__ == "__main__":
    SNAPSHOT.write_text("\n".join(interface()) + "\n", encoding="utf-8", newline="\n")
