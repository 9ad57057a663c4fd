"""Bars show where somebody looks on, and nowhere else."""

import sys
from types import SimpleNamespace

import pytest
import tqdm.auto

import vnpolitext as vp
from vnpolitext import progress, themes
from vnpolitext.progress import is_visible, shown, track


@pytest.fixture
def bars(monkeypatch):
    """Take down which bars are made, as on a terminal where somebody works."""
    made = []

    def bar(items, desc, total, **options):
        made.append((desc, total, options["delay"]))
        return items

    monkeypatch.setattr(tqdm.auto, "tqdm", bar)
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
