"""Every public function takes what it can, and says in one clear line what it wants instead."""

import importlib
import inspect
import re
import traceback
from pathlib import Path

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib import pyplot as plt

import vnpolitext as vp
from vnpolitext.views.plots import plot_chain

PACKAGE = Path(vp.__file__).parent
SNAPSHOT = Path(__file__).parent / "api.txt"
NAMES = re.findall(r"^([a-z_.]+)\(", SNAPSHOT.read_text(encoding="utf-8"), re.MULTILINE)
SHARED = "Tập trung phát triển kinh tế xã hội, giảm nghèo bền vững cho đồng bào các xã vùng cao."
TEXTS = {
    "a": f"1. {SHARED} {SHARED} Ông Lò Văn An, Bí thư Huyện ủy Tủa Chùa (2010 - 2015), nói.",
    "b": f"1. {SHARED} Học sinh, học sinh. Bà Mùa Thị Chớ, Bí thư Huyện ủy Tủa Chùa, nói.",
    "c": "Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017, căn cứ Luật Nhà ở, xã lập kế hoạch.",
}
DATES = {"a": "2019-01-02", "b": "2020-03-04", "c": "2021-05-06"}
# What changes models, starts a program, or makes what is no answer to an argument.
LEFT_OUT = {
    "errors.expect",
    "models.register",
    "models.unregister",
    "models.seal.main",
    "models.scaffold.new_package",
}
# Python's own lines say what is wanted, too.
PLAIN = re.compile(r"(expected|argument should be a) str.*(os\.PathLike|not)|not a path")
GIVEN = ("unread", "one", "store", "frame", "texts", "text", "nothing", "number")
# Functions that many documents can be given to; each takes all that follows.
OF_ANALYSES = [
    *("analysis.to_frame", "citations.citation_graph", "citations.implementation_chain"),
    *("citations.resolve_corpus", "corpus.near_duplicates", "corpus.write_jsonl"),
    *("corpus.write_tables", "people.careers", "people.careers_frame", "people.co_office"),
    *("people.events_frame", "people.intervals", "people.intervals_frame", "people.network"),
    *("people.personnel_events", "people.relations", "people.resolve_persons"),
    *("people.write_graphml", "places.place_counts", "training.export", "views.report_html"),
    *("views.summarise", "views.plots.plot_career"),
    "views.plots.plot_map",
]
OF_TEXTS = [
    *("compare", "themes.as_documents", "themes.clusters", "themes.collocates"),
    *("themes.document_vectors", "themes.find_phrases", "themes.find_themes", "themes.keyness"),
    *("themes.kwic", "themes.linkage", "themes.nearest", "themes.shared_passages"),
    *("themes.similarity", "themes.term_themes", "themes.theme_prevalence", "themes.wordfish"),
    *("views.plots.plot_dendrogram", "views.plots.plot_flow", "views.plots.plot_heatmap"),
    *("views.plots.plot_keyness", "views.plots.plot_network", "views.plots.plot_profile"),
    *("views.plots.plot_scale", "views.plots.plot_similarity", "views.plots.plot_words"),
]
OF_DATED = ["themes.rising_terms", "themes.trends", "views.plots.plot_trends"]
FORMS = ("opened", "analyses", "frame")


@pytest.fixture(scope="module")
def given(tmp_path_factory):
    """Return what people have in their hands."""
    rows = [{"id": key, "text": text, "published": DATES[key]} for key, text in TEXTS.items()]
    unread = vp.Corpus.from_rows(rows)
    held = unread.analyze()
    store = tmp_path_factory.mktemp("arguments") / "store"
    unread.analyze(store)
    return {
        "unread": unread,
        "held": held,
        "opened": vp.Corpus.open(store),
        "analyses": list(held),
        "one": held["a"],
        "store": str(store),
        "frame": pd.DataFrame(rows),
        "texts": list(TEXTS.values()),
        "text": TEXTS["a"],
        "nothing": None,
        "number": 7,
    }


def test_the_table_is_of_all_functions():
    names = {name.removeprefix("vnpolitext.") for name in NAMES}
    assert {*OF_ANALYSES, *OF_TEXTS, *LEFT_OUT} <= names
    assert len(names) > 150


@pytest.mark.parametrize("name", sorted(set(NAMES)))
def test_a_wrong_argument_is_said_in_one_line(name, given, tmp_path, monkeypatch):
    short = name.removeprefix("vnpolitext.")
    function = named(name)
    first = next(iter(inspect.signature(function).parameters.values()), None)
    if short in LEFT_OUT or first is None or first.kind is first.KEYWORD_ONLY:
        return
    monkeypatch.chdir(tmp_path)
    faults = []
    taken = (*OF_ANALYSES, *OF_TEXTS, *OF_DATED)
    for form in GIVEN[2:] if short in taken else GIVEN:
        try:
            called(function, given[form], tmp_path)
        except Exception as error:  # noqa: BLE001
            if not is_plain(error):
                faults.append(f"{short}({form}): {type(error).__name__}: {error}")
    assert not faults


@pytest.mark.parametrize("name", OF_ANALYSES)
def test_what_can_take_a_corpus_takes_it(name, given, tmp_path):
    function = named(f"vnpolitext.{name}")
    for form in ("opened", "analyses", "one"):
        called(function, given[form], tmp_path)


@pytest.mark.parametrize("name", [*OF_TEXTS, *OF_DATED])
def test_what_can_take_texts_takes_a_corpus(name, given, tmp_path):
    function = named(f"vnpolitext.{name}")
    for form in (*FORMS, *(["texts"] if name in OF_TEXTS else [])):
        called(function, given[form], tmp_path)


def test_a_chain_of_a_corpus_needs_its_first_document(given):
    axes = plot_chain(given["opened"], key="18-nq/tw@2017-10-25")
    assert any("18-NQ/TW" in text.get_text() for text in axes.texts)
    with pytest.raises(TypeError, match=r"^a chain as of implementation_chain"):
        plot_chain(given["opened"])


def test_citations_of_one_text_and_of_many():
    corpus = vp.Corpus.from_texts(TEXTS).analyze()
    found = vp.resolve_citations(corpus["c"])
    assert [each.key for each in found] == [each.key for each in corpus["c"].citations]
    assert vp.citations.resolve_corpus(corpus)[2][0].key == "18-nq/tw@2017-10-25"
    with pytest.raises(TypeError, match=r"^the citations of one text .*resolve_corpus.*not Corpus"):
        vp.resolve_citations(corpus)


def test_where_the_text_of_something_else_is_is_said():
    with pytest.raises(TypeError, match=r"^a text is wanted, not Analysis: its text is \.text$"):
        vp.find_persons(vp.analyze("Xã họp."))
    with pytest.raises(TypeError, match=r"^a text is wanted, not list: give them one by one"):
        vp.sentences(["Xã họp."])
    with pytest.raises(TypeError, match=r"^texts is one string"):
        vp.tokenize_many("Xã họp.")


@pytest.fixture(autouse=True)
def _no_window(monkeypatch):
    monkeypatch.setitem(mpl.rcParams, "backend", "Agg")
    yield
    plt.close("all")


def named(path):
    """Return the function of a dotted path."""
    module, _, name = path.rpartition(".")
    return getattr(importlib.import_module(module), name)


def called(function, first, folder):
    """Call a function with something as its first argument, and what else it needs."""
    known = {
        "path": folder / "out",
        "folder": folder / "tables",
        "target": folder / "target",
        "table": "persons",
        "key": "18-nq/tw@2017-10-25",
        "term": "phát triển",
        "as_of": "2025-08-01",
        "references": {"a": -1.0, "b": 1.0, "1": -1.0, "2": 1.0},
        "tool": "doccano",
        "kind": "words",
        "name": "default",
        "start": 0,
        "least": 5,
        "records": (),
        "min_count": 1,
        "columns": ("a",),
        "labels": ["a"],
        "numbers": (2,),
    }
    parameters = list(inspect.signature(function).parameters.values())
    arguments, further = [first], {}
    for each in parameters[1:]:
        if each.name == "min_count":
            further["min_count"] = 1
        elif each.name == "count" and function.__name__ == "plot_words":
            further["count"] = 2  # finding places for many labels takes long
        elif each.name == "person":
            further["person"] = 0
        elif each.name == "themes" and "terms" in inspect.signature(function).parameters:
            further["themes"] = "political"
        elif each.name == "key" or (each.default is each.empty and each.kind is each.KEYWORD_ONLY):
            further[each.name] = known[each.name]
        elif each.default is each.empty and each.kind is each.POSITIONAL_OR_KEYWORD:
            arguments.append(known.get(each.name, first))
    found = function(*arguments, **further)
    return list(found) if inspect.isgenerator(found) else found


def is_plain(error):
    """Whether an error is one of ours, or one of Python's on paths, and a single short line."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    ours = str(PACKAGE) in frame.filename and (frame.line or "").startswith("raise")
    ours = ours or isinstance(error, OSError)
    right = isinstance(error, (vp.VnpolitextError, TypeError, ValueError, OSError))
    line = str(error)
    return right and (ours or PLAIN.search(line)) and "\n" not in line and len(line) < 1000
