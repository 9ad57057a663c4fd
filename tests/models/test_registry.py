"""Models by name: found in every place, and every mistake told plainly."""

import os
import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import EntryPoint

import pytest

from vnpolitext import models
from vnpolitext.models import ModelError, sources

LOADER = 'loader = "json:dumps"'


class Words:
    def segment(self, text):
        return [(0, len(text))] if text.strip() else []


@pytest.fixture
def registered():
    models.register(Words(), kind="words", name="lab/whole", version="2.1.0")
    yield "words/lab/whole"
    models.unregister("words/lab/whole")


def test_the_shelf_is_listed_in_order():
    names = [card.full_name for card in models.list()]
    assert names == sorted(names)
    assert "directives/vietnamese-lists" in names


def test_listing_one_kind():
    assert {card.kind for card in models.list("directives")} == {"directives"}


def test_a_path_is_a_name(make_model):
    folder = make_model(files={"themes.toml": "a = 1\n"})
    assert models.card(str(folder)).name == "lab/themes"
    assert models.card(str(folder / "model.toml")).name == "lab/themes"
    assert models.load(str(folder)).toml("themes.toml") == {"a": 1}


@pytest.mark.parametrize("below", ["", "themes/x", "a/b/c"])
def test_a_folder_in_the_environment(make_model, monkeypatch, tmp_path, below):
    make_model(f"root/{below}" if below else "root")
    monkeypatch.setenv("VNPOLITEXT_MODELS", str(tmp_path / "root"))
    assert models.card("lab/themes").full_name == "themes/lab/themes"
    assert models.card("themes/lab/themes").kind == "themes"


def test_several_folders_in_the_environment(make_model, monkeypatch):
    one, two = make_model("one", name="lab/one"), make_model("two", name="lab/two")
    monkeypatch.setenv("VNPOLITEXT_MODELS", os.pathsep.join([str(one), "", str(two), str(one)]))
    assert [card.name for card in models.list("themes") if card.name.startswith("lab/")] == [
        "lab/one",
        "lab/two",
    ]


def test_a_missing_folder_in_the_environment_is_named_and_hides_nothing(monkeypatch):
    monkeypatch.setenv("VNPOLITEXT_MODELS", "/not/there")
    assert models.list()
    with pytest.raises(ModelError, match="VNPOLITEXT_MODELS names /not/there"):
        models.card("nothing-of-this-name")


def test_an_installed_package_is_found_and_not_run(make_model, monkeypatch, tmp_path):
    package = make_model("site/labpackage", name="lab/installed")
    (package / "__init__.py").write_text("raise RuntimeError('code was run')\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    point = EntryPoint("lab-installed", "labpackage", sources.ENTRY_POINTS)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [point])
    assert models.card("lab/installed").folder == package


def test_an_entry_point_to_nothing_is_named(monkeypatch):
    point = EntryPoint("lost", "no_such_package_here", sources.ENTRY_POINTS)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [point])
    with pytest.raises(ModelError, match=r"entry point lost .*no_such_package_here"):
        models.card("nothing-of-this-name")


def test_unknown_names_tell_the_known_ones():
    with pytest.raises(ModelError, match=r"no model of the kind directives is called 'x'.*lists"):
        models.card("x", kind="directives")


def test_unknown_kinds_tell_the_known_ones():
    for call in (lambda: models.list("poems"), lambda: models.card("x", kind="poems")):
        with pytest.raises(ModelError, match="no kind 'poems'; there are words"):
            call()


def test_the_wrong_kind(make_model):
    with pytest.raises(ModelError, match="directives/vietnamese-lists is of the kind directives"):
        models.load("vietnamese-lists", kind="words")
    with pytest.raises(ModelError, match="of the kind themes, not words"):
        models.load(str(make_model()), kind="words")


def test_two_models_with_one_name(make_model, monkeypatch, tmp_path):
    one, two = make_model("all/one"), make_model("all/two")
    monkeypatch.setenv("VNPOLITEXT_MODELS", str(tmp_path / "all"))
    with pytest.raises(ModelError, match="2 models have the name lab/themes") as error:
        models.load("lab/themes")
    assert str(one) in str(error.value)
    assert str(two) in str(error.value)


def test_one_name_in_two_kinds_needs_the_kind(make_model, monkeypatch, tmp_path):
    make_model("all/one", kind="themes", name="lab/x")
    make_model("all/two", kind="lexicon", name="lab/x")
    monkeypatch.setenv("VNPOLITEXT_MODELS", str(tmp_path / "all"))
    with pytest.raises(ModelError, match="2 models"):
        models.card("lab/x")
    assert models.card("lab/x", kind="lexicon").kind == "lexicon"
    assert models.card("themes/lab/x").kind == "themes"


def test_a_broken_card_is_told_when_its_model_is_wanted(tmp_path, monkeypatch):
    (tmp_path / "model.toml").write_text("kind = 3\n", encoding="utf-8")
    monkeypatch.setenv("VNPOLITEXT_MODELS", str(tmp_path))
    assert models.card("vietnamese-lists")
    with pytest.raises(ModelError, match="kind must be one of"):
        models.card("lab/broken")


def test_a_changed_file(make_model):
    folder = make_model(files={"a.tsv": "x\n"})
    (folder / "a.tsv").write_text("y\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"a\.tsv is not the file the card was written for"):
        models.load(str(folder))


def test_a_missing_file(make_model):
    folder = make_model(files={"a.tsv": "x\n"})
    (folder / "a.tsv").unlink()
    with pytest.raises(ModelError, match=r"a\.tsv is missing"):
        models.load(str(folder))


@pytest.mark.parametrize(
    ("requires", "message"),
    [
        (">=99", "works with vnpolitext >=99; this is"),
        ("<0.0.1,>=0.0.0", "works with vnpolitext"),
        ("=<1", "no versions"),
    ],
)
def test_an_incompatible_version(make_model, requires, message):
    with pytest.raises(ModelError, match=message):
        models.load(str(make_model(more=f'requires = "{requires}"')))


def test_a_compatible_version(make_model):
    assert models.load(str(make_model(more='requires = ">=0.0.1,<99"')))


@pytest.mark.parametrize("loader", ["no.such.module:load", "json:no_such_function"])
def test_a_missing_loader(make_model, loader):
    with pytest.raises(ModelError, match="themes/lab/themes: no loader"):
        models.load(str(make_model(more=f'loader = "{loader}"')))


def test_a_loader_that_makes_the_wrong_thing(make_model):
    folder = make_model(kind="words", name="lab/wrong", more='loader = "builtins:repr"')
    with pytest.raises(ModelError, match="words/lab/wrong: str is no Segmenter"):
        models.load(str(folder))


def test_a_loaded_model_is_kept_until_its_card_changes(make_model):
    folder = make_model(files={"a.toml": "x = 1\n"})
    assert models.load(str(folder)) is models.load(str(folder))
    card = folder / "model.toml"
    os.utime(card, ns=(1, 1))
    first = models.load(str(folder))
    os.utime(card, ns=(2, 2))
    assert models.load(str(folder)) is not first


def test_an_object_registered_by_hand(registered):
    card = models.card("lab/whole")
    assert (card.full_name, card.version, card.folder) == (registered, "2.1.0", None)
    assert models.load(registered).segment("hòa bình") == [(0, 8)]
    assert models.versions("lab/whole") == {registered: "2.1.0"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"kind": "words", "name": "lab/whole"}, "there is a model words/lab/whole already"),
        ({"kind": "persons", "name": "lab/x"}, "Words is no PersonTagger"),
        ({"kind": "offices", "name": "lab/x"}, "data in a folder"),
        ({"kind": "poems", "name": "lab/x"}, "no kind"),
        ({"kind": "words", "name": "no good"}, "name must be"),
        ({"kind": "words", "name": "lab/x", "version": "new"}, "version must be"),
    ],
)
@pytest.mark.usefixtures("registered")
def test_what_cannot_be_registered(arguments, message):
    with pytest.raises(ModelError, match=message):
        models.register(Words(), **arguments)


def test_nothing_to_unregister():
    with pytest.raises(ModelError, match="no model words/x"):
        models.unregister("words/x")


def test_one_name_is_given_once_also_by_many_threads():
    def attempt(_):
        try:
            models.register(Words(), kind="words", name="lab/race")
        except ModelError:
            return 0
        return 1

    try:
        with ThreadPoolExecutor(8) as pool:
            assert sum(pool.map(attempt, range(16))) == 1
    finally:
        models.unregister("words/lab/race")


def test_versions_of_the_shelf_agree_with_the_cards():
    assert models.versions() == {
        card.full_name: card.version
        for card in models.list()
        if card.folder and models.shelf() in card.folder.parents
    }


def test_a_card_travels_to_workers():
    card = models.card("vietnamese-lists")
    assert pickle.loads(pickle.dumps(card)) == card  # noqa: S301


def test_a_name_is_searched_once_while_nothing_changes(make_model, monkeypatch):
    monkeypatch.setenv("VNPOLITEXT_MODELS", str(make_model()))
    models.card("lab/themes")
    searches = []
    monkeypatch.setattr("vnpolitext.models.registry.survey", lambda: searches.append(1) or [])
    assert models.card("lab/themes").name == "lab/themes"
    assert not searches


def test_a_card_that_changes_or_goes_is_seen(make_model, monkeypatch):
    folder = make_model()
    monkeypatch.setenv("VNPOLITEXT_MODELS", str(folder))
    assert models.card("lab/themes").version == "1.0.0"
    card = folder / "model.toml"
    card.write_text(card.read_text(encoding="utf-8").replace("1.0.0", "1.1.0"), encoding="utf-8")
    os.utime(card, ns=(5, 5))
    assert models.card("lab/themes").version == "1.1.0"
    card.unlink()
    with pytest.raises(ModelError, match="no model is called 'lab/themes'"):
        models.card("lab/themes")


def test_a_model_that_comes_later_is_found(make_model, monkeypatch, tmp_path):
    (tmp_path / "all").mkdir()
    monkeypatch.setenv("VNPOLITEXT_MODELS", str(tmp_path / "all"))
    with pytest.raises(ModelError):
        models.card("lab/themes")
    make_model("all/late")
    assert models.card("lab/themes")


def test_listing_imports_no_package_of_others(tmp_path, monkeypatch, make_model):
    package = tmp_path / "site" / "evil_outer"
    package.mkdir(parents=True)
    make_model().rename(package / "inner")
    for folder in (package, package / "inner"):
        (folder / "__init__.py").write_text("raise SystemExit('this code was run')", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    point = EntryPoint("evil", "evil_outer.inner", sources.ENTRY_POINTS)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [point])
    assert "themes/lab/themes" in [card.full_name for card in models.list("themes")]
    assert models.card("lab/themes").kind == "themes"
    assert "evil_outer" not in sys.modules
