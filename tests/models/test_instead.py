"""Another model of data can be put in the place of the library's own."""

import functools
import importlib
import json
import os
import pkgutil
import shutil
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from typer.testing import CliRunner

import vnpolitext as vp
from vnpolitext import models
from vnpolitext.cli.app import app
from vnpolitext.models.instead import instead, model_file
from vnpolitext.models.seal import seal_all

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


def offices(analysis: vp.Analysis) -> list[str]:
    return [position.text for person in analysis.persons for position in person.positions]


def test_a_call_chooses_its_offices_and_the_next_has_the_librarys(folder):
    mine = {"offices": str(folder)}
    for _ in range(2):
        assert offices(vp.analyze(TEXT)) == []
        found = vp.analyze(TEXT, models=mine)
        assert offices(found) == ["Tổng quản bản Gió"]
        assert found.versions["models"]["offices/mylab/offices-2"] == "1.0.0"
        assert found.versions["chosen"]["offices"] == str(folder)
    assert "offices" not in vp.analyze(TEXT).versions["chosen"]


def test_an_installed_model_is_chosen_by_name(folder, monkeypatch):
    monkeypatch.setenv("VNPOLITEXT_MODELS", str(folder.parent))
    assert offices(vp.analyze(TEXT, models={"offices": "mylab/offices-2"}))


def test_persons_alone_and_a_whole_block_can_be_chosen(folder):
    [person] = vp.find_persons(TEXT, offices=str(folder))
    assert person.positions
    with models.using({"offices": str(folder)}):
        assert vp.find_persons(TEXT)[0].positions
        assert offices(vp.analyze(TEXT))
        with models.using(offices="offices/vietnam"):
            assert not vp.find_persons(TEXT)[0].positions
    assert not vp.find_persons(TEXT)[0].positions


def test_an_article_that_was_read_before_is_looked_at_anew(folder):
    article = vp.article_from_text(TEXT)
    vp.analyze(article)
    assert offices(vp.analyze(article, models={"offices": str(folder)}))
    assert offices(vp.analyze(article)) == []


def test_threads_choose_each_for_itself(folder):
    choices = [{"offices": str(folder)}, None] * 20
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda choice: offices(vp.analyze(TEXT, models=choice)), choices))
    assert found == [["Tổng quản bản Gió"], []] * 20


def test_a_corpus_and_its_store_have_their_choice(folder, tmp_path):
    corpus = vp.Corpus.from_texts([TEXT])
    mine = {"offices": str(folder)}
    assert offices(next(iter(corpus.analyze(models=mine))))
    store = tmp_path / "store"
    assert offices(next(iter(corpus.analyze(store, models=mine))))
    assert offices(next(iter(corpus.analyze(store)))) == []


def test_a_pipeline_has_its_choice(folder, tmp_path):
    nlp = vp.load(models={"offices": str(folder)})
    doc = nlp(TEXT)
    assert [span.text for span in doc.spans["positions"]] == ["Tổng quản bản Gió"]
    nlp.to_disk(tmp_path / "pipeline")
    import spacy

    for loaded, count in ((spacy.load(tmp_path / "pipeline"), 1), (vp.load(), 0)):
        doc = loaded(TEXT)
        assert len(doc.spans["positions"]) == count


def test_the_command_line_has_its_choice(folder, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    ask = [str(path), "--models", f"offices={folder}"]
    result = CliRunner().invoke(app, ["analyze", *ask])
    assert "Tổng quản bản Gió" in json.loads(result.stdout)["persons"][0]["positions"][0]["text"]
    assert "Tổng quản bản Gió" in CliRunner().invoke(app, ["show", *ask]).stdout
    wrong = CliRunner().invoke(app, ["analyze", str(path), "--models", "offices"])
    assert "--models takes kind=name, not offices" in str(wrong.exception)
    assert "no kind 'office'" in str(
        CliRunner().invoke(app, ["analyze", str(path), "--models", "office=x"]).exception
    )


def test_a_changed_and_sealed_model_is_read_anew(folder):
    mine = {"offices": str(folder)}
    text = "Ông Lò Văn Mây, Đại quản bản Gió, dự họp."
    assert offices(vp.analyze(text, models=mine)) == []
    heads = folder / "heads.tsv"
    heads.write_text(
        heads.read_text(encoding="utf-8") + "đại quản bản\tother\tcommune\n", encoding="utf-8"
    )
    list(seal_all(folder))
    assert offices(vp.analyze(text, models=mine)) == ["Đại quản bản Gió"]


def test_a_model_that_was_not_sealed_is_not_read(folder):
    (folder / "heads.tsv").write_text("head\tbranch\tlevel\n", encoding="utf-8")
    with pytest.raises(models.ModelError, match="SHA-256"):
        vp.analyze(TEXT, models={"offices": str(folder)})


def test_a_file_that_no_finder_reads_is_said(folder):
    (folder / "head.tsv").write_text("head\n", encoding="utf-8")
    list(seal_all(folder))
    with pytest.raises(models.ModelError, match=r"no finder reads head\.tsv; .*heads\.tsv"):
        vp.analyze(TEXT, models={"offices": str(folder)})


@pytest.mark.parametrize(
    ("choice", "error", "said"),
    [
        ({"office": "x"}, ValueError, "no kind 'office'; there are .*offices"),
        ({"offices": "mylab/none"}, models.ModelError, "mylab/none"),
        ({"offices": "names/vietnam"}, models.ModelError, "kind names, not offices"),
    ],
)
def test_a_choice_that_cannot_be_is_said(choice, error, said):
    with pytest.raises(error, match=said):
        vp.analyze(TEXT, models=choice)


PER_PROCESS = {
    *("places.facts", "text.span._fields"),
    "citations.grammar.numbers",
    "articles.formats.portable.spacing._is_word",
    *("articles.fonts", "articles.formats.html.markup", "articles.legacy"),
    *("articles.formats.html.lines._looks", "articles.formats.html.looks"),
    "articles.formats.html.declared._marked",
    "layout.parts.letterhead._without_furniture",
    *("citations.grammar.names._lexicon", "citations.grammar.rules.cue", "citations.references"),
    *("citations.identity.registered.likeness", "models", "officials.words.gazetteer._joined"),
    "officials.words.giving._sizes",
    *("officials.words.giving._last_words", "officials.meaning.spelling.without_doubles"),
    *("officials.words.lexicon._plain", "places.heads", "places.history", "places.in_time"),
    "places.outlines",
    *(
        "places.shares",
        "places.units",
        "text.patterns",
        "text.syllables",
        "text.words.features",
        "text.words.gaps",
    ),
}
"""What is kept once a process: it reads nothing, or kinds of models that are objects."""


def test_nothing_is_kept_for_all_choices_that_is_made_of_chosen_data():
    """What `lru_cache` keeps in the finders must not depend on data that a call can choose."""
    finders = ("articles", "citations", "directives", "layout", "models", "officials", "people")
    finders += ("places", "statements", "text", "vocabulary")
    cached = set()
    for name in finders:
        package = importlib.import_module(f"vnpolitext.{name}")
        for found in pkgutil.walk_packages(package.__path__, f"vnpolitext.{name}."):
            if "templates" not in found.name:
                module = importlib.import_module(found.name)
                cached |= {
                    f"{kept.__module__}.{kept.__qualname__}".removeprefix("vnpolitext.")
                    for kept in vars(module).values()
                    if isinstance(kept, functools._lru_cache_wrapper)
                    and kept.__module__.startswith("vnpolitext.")
                }
    assert cached
    assert {name for name in cached if not name.startswith(tuple(PER_PROCESS))} == set()


def test_the_card_of_the_page_makes_a_model(tmp_path):
    page = (Path(__file__).parents[2] / "docs" / "models.md").read_text(encoding="utf-8")
    card = page.partition("    ```toml\n")[2].partition("    ```")[0]
    (tmp_path / "model.toml").write_text(textwrap.dedent(card), encoding="utf-8")
    heads = (OURS / "heads.tsv").read_text(encoding="utf-8")
    for row, told in (
        ("tổng quản bản\n", "heads.tsv: a row has 1 fields, not 3"),
        ("tổng quản bản\tother\tcommune\n", ""),
    ):
        (tmp_path / "heads.tsv").write_text(heads + row, encoding="utf-8")
        list(seal_all(tmp_path))
        done = CliRunner().invoke(app, ["models", "check", str(tmp_path)])
        assert told in str(done.exception)
        assert bool(told) == bool(done.exit_code)
    assert "the finders read it" in done.stdout
    [person] = vp.analyze(TEXT, models={"offices": str(tmp_path)}).persons
    assert [position.text for position in person.positions] == ["Tổng quản bản Gió"]
