"""What objects show of themselves is short, counted and escaped; what is wanted is said."""

import datetime
import inspect
import re

import pytest

import vnpolitext as vp
from vnpolitext import citations, people, places, themes, training
from vnpolitext.corpus import near_duplicates
from vnpolitext.directives import align_directives
from vnpolitext.people import Resolution

TEXT = (
    "<b>Tin</b>\n12/03/2021\n\n"
    "Ông Mùa A Sơn, Bí thư Huyện ủy Tủa Chùa, và bà Lò Thị Mây theo Chỉ thị 05-CT/TW.\n\n"
    "Hội nghị giao các việc:\n\nMột là: làm <i>đường</i>.\n\nHai là: trồng rừng.\n"
)
TEXTS = {f"<{n}>": TEXT.replace("Tin", f"Tin {n}") for n in range(3)}


@pytest.fixture(scope="module")
def corpus() -> vp.Corpus:
    return vp.Corpus.from_texts(TEXTS).analyze()


def shown(corpus):
    analysis = corpus["<0>"]
    outline = analysis.outline()
    counted = themes.WordVectorizer()
    return {
        "Article": vp.article_from_text(TEXT, id="<a>"),
        "Analysis": analysis,
        "Person": analysis.officials[0],
        "Outline": outline,
        "Alignment": align_directives(analysis.directives, corpus["<1>"].directives),
        "Resolution": corpus.resolve_persons(),
        "WordfishResult": themes.wordfish(corpus, vectorizer=counted),
        "Topics": themes.find_topics(corpus, n_topics=2, vectorizer=counted),
        "SharedPassages": themes.shared_passages(corpus),
        "Comparison": vp.compare(corpus),
        "Corpus": corpus,
    }


def test_every_result_shows_itself_in_short(corpus):
    for name, thing in shown(corpus).items():
        line = repr(thing)
        assert line.startswith(f"{name}("), name
        assert len(line) < 200, name
        assert "\n" not in line
        assert re.search(r"\d", line), name
        page = thing._repr_html_()
        assert len(page) < 60_000
        assert "<i>" not in page, name
        assert "<b>T" not in page, name


def test_counts_are_those_of_the_object(corpus):
    things = shown(corpus)
    assert repr(things["Person"]) == "Person('Mùa A Sơn', 1 mention, 'Bí thư Huyện ủy Tủa Chùa')"
    assert repr(things["Outline"]) == "Outline(2 items in 1 list, 2 directives)"
    assert repr(things["Alignment"]) == "Alignment(2 same, 0 reworded, 0 dropped, 0 new)"
    people = things["Resolution"]
    counts = [len(people.identities), len(people.doubts)]
    assert list(map(int, re.findall(r"\d+", repr(people)))) == [counts[0], 6, counts[1]]
    assert repr(people.identities[0]).startswith(f"Identity('{people.identities[0].name}', ")
    assert "blocks)" in repr(things["Article"])
    assert repr(Resolution((), ())) == "Resolution(0 identities of 0 appearances, 0 doubts)"


SHORT = {
    "Card": lambda _: vp.models.card("places/vietnam-units"),
    "Document": lambda c: themes.as_documents(c)[0],
    "Evaluation": lambda c: vp.evaluation.evaluate([c["<0>"].to_dict()]),
    "Gazetteer": lambda _: places.gazetteer(),
    "IntrusionTest": lambda _: vp.validation.IntrusionTest("word", ()),
    "Labelled": lambda c: training.from_gold(c["<0>"].to_dict()),
    "Page": lambda c: vp.layout.read_page(c["<0>"].text),
    "Run": lambda c: vp.evaluation.run([c["<0>"].to_dict()]),
    "Summary": vp.views.summarise,
    "Theme": lambda _: themes.ThemeLexicon.load().themes[0],
    "ThemeLexicon": lambda _: themes.ThemeLexicon.load(),
    "View": lambda _: vp.text.View.of(TEXT * 9),
}


@pytest.mark.parametrize("name", SHORT)
def test_what_holds_much_shows_little(corpus, name):
    line = repr(SHORT[name](corpus))
    assert line.startswith(f"{name}(")
    assert len(line) < 100
    assert "\n" not in line
    assert re.search(r"\d", line)


def test_a_long_list_of_tokens_is_cut_and_counted():
    tokens = vp.tokenize("Xã Mây họp. " * 30)
    assert len(repr(tokens)) < 2000
    assert repr(tokens).endswith(f", ... and {len(tokens) - 20} more]")
    assert repr(tokens[:20]) == repr(list(tokens)[:20])


def test_a_long_table_is_cut_and_counted():
    corpus = vp.Corpus.from_texts(["Xã họp."] * 30)
    page = corpus._repr_html_()
    assert page.count("<tr>") == 21
    assert "… and 10 more" in page


def completed(line, **known):
    """Return what IPython offers behind a line."""
    core = pytest.importorskip("IPython.core.completer")
    completer = core.IPCompleter(namespace={"vp": vp, **known}, use_jedi=False)
    with core.provisionalcompleter():
        return {each.text.rpartition(".")[2] for each in completer.completions(line, len(line))}


def test_names_complete_from_the_start(corpus):
    assert {"themes", "models", "views", "corpus", "Corpus", "analyze"} <= completed("vp.")
    assert {"plots", "plot_map", "report_html", "summarise"} <= completed("vp.views.")
    assert {"plot_network", "plot_career"} <= completed("vp.views.plots.")
    assert {"similarity", "linkage", "kwic"} <= completed("vp.themes.")
    assert {"careers", "resolve_persons"} <= completed("vp.people.")
    assert {"to_excel", "places", "careers", "filter"} <= completed("corpus.", corpus=corpus)
    assert {"officials", "outline"} <= completed("analysis.", analysis=corpus["<0>"])


@pytest.mark.parametrize("package", [name for name in dir(vp) if name.islower() and name[0] != "_"])
def test_only_what_is_offered_completes(package):
    module = getattr(vp, package)
    if not inspect.ismodule(module):
        return
    modules = {"views": {"plots"}}.get(package, set())
    offered = {*getattr(module, "__all__", ()), *modules}
    assert set(dir(module)) == completed(f"vp.{package}.") == (offered or set(dir(module)))
    assert offered or package == "adapters"
    assert all(hasattr(module, name) for name in dir(module))


def test_a_function_that_can_take_a_corpus_takes_it(corpus):
    assert themes.clusters(corpus)["cluster"].tolist() == [1, 1, 1]
    assert themes.linkage(corpus).shape == (2, 4)
    assert len(people.careers_frame(corpus)) == len(people.careers(corpus))
    assert people.network(corpus).number_of_nodes() == 2
    assert isinstance(people.intervals(corpus), list)
    assert people.relations(corpus) == []
    assert people.co_office(corpus).number_of_edges() == 0
    assert not near_duplicates(corpus).empty


def test_exports_take_a_corpus(corpus, tmp_path):
    path = training.export(corpus, tmp_path / "a.jsonl")
    assert len(training.read_labelled(path)) == 3


@pytest.mark.parametrize(
    "function",
    [
        people.careers, people.resolve_persons, people.personnel_events, people.network,
        citations.citation_graph, places.place_counts, near_duplicates,
    ],
)  # fmt: skip
@pytest.mark.parametrize("given", [["Xã họp."], "Xã họp.", 3])
def test_what_is_no_analysis_is_said(function, given):
    with (
        pytest.raises(TypeError, match="analyses are wanted")
        if given != 3
        else pytest.raises(TypeError)
    ):
        function(given)


@pytest.mark.parametrize(
    ("as_of", "day"),
    [
        ("2020", "2020-07-01"), ("2020-03", "2020-03-01"), ("15/03/2020", "2020-03-15"),
        (2020, "2020-07-01"), (datetime.date(2020, 3, 15), "2020-03-15"), ("", None),
        ("2025-07-01", "2025-07-01"), ("tháng 3/2020", "2020-03-01"),
    ],
)  # fmt: skip
def test_a_day_in_any_form(as_of, day):
    text = "Thị trấn Mộc Châu họp."
    expected = vp.analyze(text, as_of=day).places
    assert vp.analyze(text, as_of=as_of).places == expected
    corpus = vp.Corpus.from_texts([text]).analyze(as_of=as_of)
    assert [a.places for a in corpus] == [expected]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"as_of": "2025"}, "as_of: in 2025 the units changed, on 2025-07-01"),
        ({"as_of": "30/2/2020"}, "as_of: '30/2/2020' is no date"),
        ({"province": "Atlantis"}, "no province is called 'Atlantis'"),
    ],
)
def test_a_wrong_option_is_said_before_anything_is_done(options, told):
    with pytest.raises(ValueError, match=told):
        vp.analyze("Xã họp.", **options)
    with pytest.raises(ValueError, match=told):
        vp.Corpus.from_texts(["Xã họp."]).analyze(**options)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"tables": ["place"]}, "no table place; there are documents, blocks"),
        ({"tables": "place"}, "no table place; there are documents, blocks"),
        ({"timeout": -1}, "timeout is -1; give more than 0, or None for no limit"),
        ({"memory": 0}, "memory is 0; give more than 0"),
        ({"shard_size": 0}, "shard_size is 0; a shard has one document at least"),
    ],
)
def test_an_option_of_a_run_that_cannot_be_is_said(options, told):
    with pytest.raises(ValueError, match=told):
        vp.Corpus.from_texts(["Xã họp."]).analyze(**options)


def test_dates_of_any_exactness_stand_in_one_table():
    names = {"2021-05-06": "Lò Văn An", "2020": "Mùa Thị Chớ", "2020-03": "Giàng A Páo"}
    orders = "Chủ tịch UBND huyện yêu cầu:\n1. Sở Nội vụ gửi báo cáo.\n2. Sở Y tế rà soát."
    corpus = vp.Corpus.from_rows(
        {"text": f"Ông {name}, Bí thư Huyện ủy Tủa Chùa, nói xã sẽ họp. {orders}", "published": day}
        for day, name in names.items()
    ).analyze()
    careers = corpus.careers().set_index("name")["first"].dt.strftime("%Y-%m-%d")
    assert careers.to_dict() == {
        "Lò Văn An": "2021-05-06", "Mùa Thị Chớ": "2020-01-01", "Giàng A Páo": "2020-03-01",
    }  # fmt: skip
    for table in (corpus.assignments(), corpus.voices()):
        assert len(table) >= 3
        assert table["date"].notna().all()


def test_what_a_corpus_has_not_is_said(corpus, tmp_path):
    pytest.importorskip("networkx")
    with pytest.raises(ValueError, match="no network 'people'; there are citations, careers, co-"):
        corpus.to_graphml(tmp_path / "a.graphml", graph="people")
    corpus.to_graphml(tmp_path / "a.graphml", graph="co-office")
    with pytest.raises(ValueError, match="no document has metadata 'genre'; known fields: "):
        corpus.group_by("genre")
    assert list(corpus.group_by("year")) == ["2021"]
    assert list(corpus.group_by("quarter")) == ["2021Q1"]
    with pytest.raises(ValueError, match="9 documents of 3 cannot be drawn"):
        corpus.sample(9)
    with pytest.raises(TypeError, match="texts is one string"):
        vp.Corpus.from_texts("Xã họp.")
    with pytest.raises(TypeError, match=r"not Corpus; a corpus has a method analyze\(\)"):
        vp.analyze(corpus)
    with pytest.raises(ValueError, match="a table as of similarity"):
        themes.clusters(corpus.documents.drop(columns="text"))


@pytest.mark.parametrize("name", ["keyness", "profile", "trends", "network"])
def test_a_plot_says_what_it_wants(name):
    plots = pytest.importorskip("vnpolitext.views.plots")
    with pytest.raises(TypeError, match=r"a table as of [\w.]+\(\) or a corpus is wanted, not int"):
        getattr(plots, f"plot_{name}")(7)


def test_plots_take_graphs_comparisons_and_documents(corpus):
    plots = pytest.importorskip("vnpolitext.views.plots")
    pytest.importorskip("networkx")
    drawn = plots.plot_network(corpus.citation_graph())
    assert len(drawn.texts) == 4
    assert plots.plot_dendrogram(corpus).get_xlabel() == "1 - cosine"
    assert plots.plot_heatmap(corpus).images
    comparison = vp.compare(corpus)
    assert plots.plot_profile(comparison).get_xlabel() == "hits per 1,000 words"
    assert plots.plot_heatmap(comparison).images
    with pytest.raises(ValueError, match="has no edges"):
        plots.plot_network(corpus.co_office())


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (lambda c: vp.Corpus(c.documents), "Corpus.from_frame, from_texts and their like make one"),
        (lambda _: vp.Corpus("folder"), "Corpus.from_frame, from_texts and their like make one"),
        (lambda c: vp.analyze(c.documents), "give them one by one, or make a Corpus of them"),
        (lambda _: vp.analyze(["Xã họp."]), "not list: give them one by one"),
        (lambda c: c.to_csv("out.csv"), "out.csv: one .csv file a table is written; name a folder"),
        (lambda c: c.to_stata("out.dta"), "out.dta: one .dta file a table is written"),
        (lambda c: c.to_parquet("a/b.PARQUET"), "one .parquet file a table is written"),
        (lambda c: c.to_excel("out.csv"), "out.csv: a workbook is an .xlsx file, not .csv"),
        (lambda c: c.to_excel("out.xls"), "out.xls: a workbook is an .xlsx file, not .xls"),
        (lambda c: c.sql("SELECT * FROM person"), "no table 'person'; there are documents, "),
        (lambda c: themes.kwic(c, ""), "a term of letters or figures is wanted, not ''"),
        (lambda c: themes.kwic(c, []), "a term of letters or figures is wanted, not ''"),
        (lambda c: themes.kwic(c, ["việc", " - "]), "figures is wanted, not ' - '"),
        (lambda c: themes.kwic(c, 3), "is not iterable"),
        (lambda c: themes.collocates(c, "…"), "a term of letters or figures is wanted"),
        (lambda c: themes.trends(c, "việc", freq="years"), "no period 'years'; there are"),
        (lambda c: themes.rising_terms(c, freq="decade"), "no period 'decade'; there"),
        (lambda c: themes.wordfish(c, direction=("<0>", "z")), "has the id 'z'; the ids"),
    ],
)  # fmt: skip
def test_what_is_wanted_is_said(corpus, tmp_path, monkeypatch, work, told):
    pytest.importorskip("duckdb")
    monkeypatch.chdir(tmp_path)
    with pytest.raises((TypeError, ValueError), match=re.escape(told)) as raised:
        work(corpus)
    assert len(str(raised.value)) < 250
    assert not list(tmp_path.iterdir())


def test_a_period_has_a_name_or_a_letter(corpus):
    for name, letter in (("year", "Y"), ("quarter", "Q"), ("month", "M"), ("day", "D")):
        one, two = (themes.trends(corpus, "việc", freq=freq) for freq in (name, letter))
        assert one.equals(two)


def test_a_field_that_no_document_has_is_said(corpus):
    with pytest.warns(UserWarning, match="no document has metadata 'sourse'; known fields: "):
        found = themes.kwic(corpus, "việc", metadata=["sourse"])
    assert found["sourse"].isna().all()


def test_of_many_identifiers_some_are_named():
    texts = {f"t{n}": "lúa, lớp" for n in range(5000)}
    with pytest.raises(ValueError, match=r"'t0', .*'t7' and 4,992 more$"):
        themes.wordscores(texts, {"z": 1})


def test_documents_that_failed_are_counted(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "Xã họp."}\n{"body": "x"}\n', encoding="utf-8")
    corpus = vp.Corpus.from_jsonl(tmp_path / "a.jsonl").analyze()
    assert repr(corpus) == "Corpus(2 documents, 1 failed)"
    assert repr(vp.Corpus.from_jsonl(tmp_path / "a.jsonl").analyze(tmp_path / "s")) == repr(corpus)
    with pytest.warns(UserWarning, match=r"a.jsonl: no row has a 'content'$"):
        assert len(vp.Corpus.from_jsonl(tmp_path / "a.jsonl", text="content")) == 2
