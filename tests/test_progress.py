"""Bars show where somebody looks on, and nowhere else."""

import contextlib
import inspect
import os
import re
import subprocess
import sys
from types import SimpleNamespace

import pytest
import tqdm.auto

import vnpolitext as vp
from vnpolitext import progress, themes
from vnpolitext.progress import is_visible, shown, track, under_way


@pytest.fixture
def bars(monkeypatch):
    """Take down which bars are made, as on a terminal where somebody works."""
    made = []

    def bar(items, desc, total, **options):
        made.append((desc, total, options["delay"]))
        return items

    monkeypatch.setattr(tqdm.auto, "tqdm", bar)
    monkeypatch.setattr(progress, "_tell", lambda _, done: done.wait())
    monkeypatch.setattr(progress, "_on_terminal", lambda: True)
    monkeypatch.setattr(sys, "ps1", ">>> ", raising=False)
    return made


@pytest.mark.parametrize(
    ("where", "asked", "expected"),
    [
        ("prompt", None, True),
        ("script", None, False),
        ("script", True, True),
        ("pipe", True, False),
        ("piped prompt", None, False),
        ("notebook", None, True),
        ("notebook", True, True),
        ("notebook", False, False),
        ("prompt", False, False),
    ],
)
def test_where_a_bar_shows(monkeypatch, where, asked, expected):
    shell = SimpleNamespace(kernel=1) if where == "notebook" else None
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
    monkeypatch.setattr(progress, "_on_terminal", lambda: where in ("prompt", "script"))
    monkeypatch.delenv("VNPOLITEXT_PROGRESS", raising=False)
    if where.endswith("prompt"):
        monkeypatch.setattr(sys, "ps1", ">>> ", raising=False)
    assert is_visible(asked) is expected
    if asked is None:
        monkeypatch.setenv("VNPOLITEXT_PROGRESS", "0")
        assert not is_visible()


def test_a_script_prints_nothing(capfd):
    assert list(track(range(3), "counted")) == [0, 1, 2]
    vp.Corpus.from_texts(["Xã họp."] * 3).analyze(progress=True)
    assert capfd.readouterr() == ("", "")


def test_inside_of_a_block_all_or_none_are_shown(bars):
    with shown(False):
        assert list(track([1], "counted")) == [1]
    assert bars == []
    assert list(track([1], "counted")) == [1]
    assert bars == [("counted", 1, 2.0)]


TEXTS = {str(n): f"Xã bàn kinh tế, văn hóa {n}. Huyện họp về đường." for n in range(6)}


@pytest.mark.parametrize(
    ("work", "labels"),
    [
        (lambda c: c.analyze(), {"analysing"}),
        (lambda c: c.resolve_persons(), {"analysing", "documents", "people"}),
        (lambda c: c.citation_graph(), {"documents"}),
        (lambda c: c.near_duplicates(), {"documents"}),
        (list, {"documents"}),
        (lambda c: c.group_by(lambda each: each.id), {"documents"}),
        (lambda c: c.filter(bool), {"documents"}),
        (lambda c: c.citations, {"documents"}),
        (lambda _: themes.theme_prevalence(TEXTS), {"documents", "words", "themes"}),
        (lambda _: themes.kwic(TEXTS, "kinh tế"), {"words"}),
        (lambda _: themes.keyness(TEXTS, by="id"), {"words"}),
        (lambda _: themes.nearest(TEXTS), {"words", "neighbours"}),
        (lambda _: themes.shared_passages(TEXTS), {"syllables", "passages"}),
        (lambda _: themes.wordfish(TEXTS), {"words", "wordfish"}),
        (lambda _: themes.find_topics(TEXTS, 2), {"words", "shares"}),
        (lambda _: themes.find_topics(TEXTS, 2, method="lda"), {"words", "topics"}),
        (lambda _: themes.theme_prevalence(TEXTS, by="id"), {"themes", "groups"}),
        (lambda _: themes.choose_topics(TEXTS, [2, 3]), {"words", "numbers of topics"}),
    ],
)
def test_what_takes_long_has_a_bar(bars, work, labels):
    work(vp.Corpus.from_texts(TEXTS))
    assert labels <= {label for label, _, _ in bars}
    assert all(total is not None for label, total, _ in bars if label != "documents")


def test_files_of_tables_have_a_bar(bars, tmp_path):
    corpus = vp.Corpus.from_texts(TEXTS).analyze()
    corpus.to_excel(tmp_path / "tables.xlsx")
    corpus.to_stata(tmp_path)
    assert [label for label, _, _ in bars].count("tables") == 2


@pytest.fixture
def lines(monkeypatch, request):
    """Take down what is said to be under way; the bars inside of it are made too."""
    request.getfixturevalue("bars")
    told = []

    def tell(label, done):
        told.append(label)
        done.wait()

    monkeypatch.setattr(progress, "_tell", tell)
    return told


@pytest.mark.parametrize(
    ("work", "label"),
    [
        (themes.similarity, "similarity"),
        (themes.linkage, "linkage"),
        (lambda c: themes.clusters(c, count=2), "clusters"),
        (lambda c: themes.nearest(c, space="latent"), "nearest"),
        (lambda c: themes.rising_terms(dated(c)), "rising terms"),
        (lambda c: themes.WordVectorizer().fit_transform(c), "learning"),
        (lambda _: vp.validation.validate_themes(SECTIONS, n=2), "validate themes"),
        (vp.views.report_html, "report html"),
        (vp.people.careers, "careers"),
        (lambda c: vp.evaluation.run([c["0"].to_dict()]), "evaluating"),
        (lambda c: c.sql("SELECT 1"), "sql"),
        (lambda c: c.voices(), "voices"),
        (lambda c: c.trace("0"), "trace"),
    ],
)
def test_what_has_nothing_to_count_is_said_in_one_line(lines, work, label):
    corpus = vp.Corpus.from_texts(TEXTS).analyze()
    lines.clear()
    work(corpus)
    assert lines[-1:] == [label]


SECTIONS = [f"{text} Xã trồng rừng và làm đường. Dân mừng." * 3 for text in TEXTS.values()]


def dated(corpus):
    return [
        themes.Document(a.id, a.text, {"published": f"202{n}-01-02"}) for n, a in enumerate(corpus)
    ]


def test_a_line_is_said_where_bars_are(lines):
    with shown(False), under_way("counting"):
        pass
    vp.Corpus.from_texts(TEXTS).analyze(progress=False)
    assert lines == []
    with under_way("counting"), under_way("adding"):
        pass
    assert lines == ["counting"]
    with pytest.raises(ValueError, match="no number"), under_way("adding"):
        raise ValueError("no number")
    assert lines == ["counting", "adding"]


MANY = {"documents", "analyses", "gold", "document", "corpus", "rows", "found"}
QUICK = {  # what they are given is small, or they only look
    "themes.group_labels", "themes.split_sections",
    "training.from_gold", "training.to_gold", "training.write_conll", "training.write_lines",
    "statements.speaker_of", "pipeline.displacy_data", "pipeline.render", "errors.documents_with",
}  # fmt: skip


def is_told(function):
    while function is not None:
        if function.__code__.co_filename == contextlib.__file__:
            return True
        function = getattr(function, "__wrapped__", None)
    return False


def test_every_call_that_takes_documents_says_what_it_does():
    silent = set()
    for package in filter(inspect.ismodule, (getattr(vp, name) for name in dir(vp))):
        for name in dir(package):
            value = getattr(package, name)
            if inspect.isfunction(value) and MANY & set(inspect.signature(value).parameters):
                silent |= set() if is_told(value) else {f"{package.__name__[11:]}.{name}"}
    assert silent == QUICK


def test_every_question_to_a_corpus_says_what_it_does():
    passed = {"from_", "open", "select", "sample", "split"}  # nothing is read but names
    asked = [name for name in dir(vp.Corpus) if name[0] != "_" and name != "analyze"]
    asked = [name for name in asked if not name.startswith(tuple(passed))]
    calls = {name: getattr(vp.Corpus, name) for name in asked}
    assert len(calls) > 30
    silent = {n for n, call in calls.items() if inspect.isfunction(call) and not is_told(call)}
    assert silent == set()


LONG = """
import sys, time
from vnpolitext import progress
progress._DELAY, progress._BEAT = 0.2, 0.1
sys.ps1 = ">>> "
with progress.under_way("likening"):
    for _ in progress.track(range(4), "words"):
        time.sleep(0.2)
print("done")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
def test_on_a_terminal_lines_and_bars_come_and_go():
    import pty
    import termios

    here, there = pty.openpty()
    termios.tcsetwinsize(there, (24, 80))
    process = subprocess.Popen([sys.executable, "-c", LONG], stdout=there, stderr=there)  # noqa: S603
    os.close(there)
    seen = b""
    with contextlib.suppress(OSError), os.fdopen(here, "rb", buffering=0) as screen:
        while part := screen.read(4096):
            seen += part
    assert process.wait() == 0
    assert re.search(rb"likening: 00:0\d", seen)
    assert re.search(rb"words: +\d+%\|.*\d/4", seen)
    assert re.search(rb"\r +(\x1b\[A|\r)*done\r\n$", seen)  # and both are wiped away
