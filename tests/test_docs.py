"""The documents: every page is there, every link leads somewhere, every package has its page."""

import ast
import doctest
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from vnpolitext.analysis import Analysis
from vnpolitext.articles import Block
from vnpolitext.citations import Citation
from vnpolitext.directives.records import Deadline, Directive, Target
from vnpolitext.officials import Person, Position
from vnpolitext.places import Place

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
PACKAGES = sorted(path.parent.name for path in (ROOT / "src" / "vnpolitext").glob("*/__init__.py"))
TEXTS = [
    ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "CHANGELOG", "RELEASING", "SECURITY")
]
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


@pytest.fixture(scope="module")
def nav():
    contents = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    return re.findall(r": (\S+\.md)$", contents, re.MULTILINE)


def test_every_page_stands_in_the_contents_once(nav):
    pages = [path for path in PAGES if not path.name.endswith(".vi.md")]
    assert sorted(nav) == [path.relative_to(DOCS).as_posix() for path in pages]


def test_every_page_in_vietnamese_stands_in_its_contents():
    contents = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\n          nav:\n")[2]
    listed = re.findall(r"^            - .*: (\S+\.md)$", contents, re.MULTILINE)
    pages = [path.name.replace(".vi.md", ".md") for path in PAGES if path.name.endswith(".vi.md")]
    assert sorted(listed) == sorted(pages)
    assert all((DOCS / name).is_file() for name in pages)


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.vi.md")), ids=lambda path: path.stem)
def test_the_code_of_a_page_in_vietnamese_can_be_read(page):
    for block in re.findall(
        r"^```python\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
    ):
        compile(block, page.name, "exec")


def test_the_record_has_the_same_fields_in_both_languages():
    named = re.compile(r"^\| ((?:`\w+`(?:, )?)+) \|", re.MULTILINE)
    pages = [(DOCS / name).read_text("utf-8") for name in ("record.md", "record.vi.md")]
    english, vietnamese = map(named.findall, pages)
    assert english == vietnamese
    assert len(english) > 80


@pytest.mark.parametrize("page", ["gallery", "questions"])
def test_both_languages_have_the_same_lines_and_pictures(page):
    shown = re.compile(r"^```.*?^```$|<!-- picture: [a-z-]+ -->", re.MULTILINE | re.DOTALL)
    pages = [(DOCS / name).read_text("utf-8") for name in (f"{page}.md", f"{page}.vi.md")]
    english, vietnamese = map(shown.findall, pages)
    assert [in_english(part) for part in vietnamese] == [in_english(part) for part in english]
    assert len(english) > 15
    assert [part for part in vietnamese if ("plots.plot_" in part) != ('"vi"' in part)] == []


def in_english(part):
    """Return a block of code, however its lines are broken, without the language of plots."""
    code = re.fullmatch(r"```python\n(.*)```", part, re.DOTALL)
    return ast.unparse(ast.parse(code[1])).replace(", language='vi'", "") if code else part


PRINTED = re.compile(
    r"^```python\n(?P<code>.*?)(?P<said>(?:^# [^\n]*\n)*)```\n+(?:```text\n(?P<text>.*?)```)?",
    re.MULTILINE | re.DOTALL,
)
ALONE = ("officials", "citations", "places", "directives", "statements")


@pytest.mark.parametrize("page", ALONE)
def test_a_page_in_vietnamese_shows_what_its_code_prints(page, capsys):
    names, shown = {}, 0
    for block in PRINTED.finditer((DOCS / f"{page}.vi.md").read_text(encoding="utf-8")):
        if "print(" not in block["code"] or re.search(r"sample_corpus|ngu_lieu|examples", block[0]):
            continue
        exec(compile(block["code"], page, "exec"), names)  # noqa: S102 - our own pages
        wanted = block["text"] or block["said"].replace("# ", "")
        printed = capsys.readouterr().out
        if wanted:
            assert printed == wanted
            shown += 1
    assert shown


@pytest.mark.parametrize("page", [*PAGES, *TEXTS], ids=lambda path: path.stem)
def test_every_link_leads_to_a_file(page):
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert not missing


@pytest.mark.parametrize("package", [name for name in PACKAGES if name != "cli"])
def test_every_package_has_a_page_in_the_reference(package):
    page = DOCS / "api" / f"{package}.md"
    assert f"::: vnpolitext.{package}\n" in page.read_text(encoding="utf-8")


def test_the_architecture_names_every_package():
    floors = (DOCS / "architecture.md").read_text(encoding="utf-8").split("```")[1]
    assert set(PACKAGES) <= set(re.findall(r"\w+", floors))


@pytest.mark.parametrize(
    "record", [Analysis, Block, Person, Position, Citation, Place, Directive, Target, Deadline]
)
def test_the_record_is_described_field_by_field(record):
    page = (DOCS / "record.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", page))
    assert {field.name for field in fields(record)} <= named


def shown_values(source):
    """Yield every expression of a page's code with the value that the comment behind it shows."""
    lines = source.splitlines()
    for node in ast.parse(source).body:
        if isinstance(node, ast.Expr):
            behind = lines[node.end_lineno - 1][node.end_col_offset :].strip()
            below = lines[node.end_lineno] if node.end_lineno < len(lines) else ""
            comment = next((it[2:] for it in (behind, below) if it.startswith("# ")), "")
            if re.match(r"['\"(\[\d]", comment):
                yield ast.unparse(node), comment


@pytest.mark.parametrize(
    "page",
    [
        *("README.md", "docs/index.md", "docs/start.md", "docs/articles.md", "docs/spacy.md"),
        *("docs/questions.md", "docs/start.vi.md"),
    ],
)
def test_the_code_of_a_page_runs_and_shows_what_it_gives(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    text = (ROOT / page).read_text(encoding="utf-8")
    names = {}
    for source in re.findall(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        exec(compile(source, page, "exec"), names)  # noqa: S102 - our own pages
        for expression, value in shown_values(source):
            assert eval(expression, names) == ast.literal_eval(value)  # noqa: S307


def test_the_page_of_questions_numbers_them():
    page = (DOCS / "questions.md").read_text(encoding="utf-8")
    parts = re.findall(r"^## (\d+)\. .+\?\n+```python\n", page, re.MULTILINE)
    assert parts == [str(number) for number in range(1, 17)]


SESSIONS = [p for p in sorted(DOCS.glob("*.md")) if ">>> " in p.read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", SESSIONS, ids=lambda page: page.stem)
def test_the_sessions_of_a_page_print_what_they_show(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    text = page.read_text(encoding="utf-8").replace("```", "")
    session = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    said: list[str] = []
    doctest.DocTestRunner(verbose=False).run(session, out=said.append)
    assert not said, "".join(said)


def test_the_versions_agree():
    lines = (ROOT / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    citation = dict(line.split(": ", 1) for line in lines if re.match(r"\w+: \S", line))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert citation["version"] == project["version"]
    assert citation["license"] == project["license"].split(" AND ")[0]


def test_the_readme_shows_what_the_code_prints(monkeypatch):
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```pycon\n(.*?)```", TEXTS[0].read_text(encoding="utf-8"), re.DOTALL)
    examples = doctest.DocTestParser().get_doctest("".join(blocks), {}, "README", None, 0)
    assert len(examples.examples) > 5
    said: list[str] = []
    doctest.DocTestRunner(verbose=False).run(examples, out=said.append)
    assert not said, "".join(said)
