"""One paper in five formats: each is read as the others, line for line."""

import sys
from pathlib import Path

import pytest

from vnpolitext.articles import article_from_bytes

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from papers import WRITERS, lines, paper

pytest.importorskip("lxml")
pytest.importorskip("pypdfium2")


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_a_paper_is_read_as_it_is_shown(suffix, seed):
    told = paper(seed)
    article = article_from_bytes(WRITERS[suffix](told), path=f"a.{suffix}")
    names = ("title", "number", "published", "author")
    assert {name: article.metadata.get(name) for name in names} == {
        "title": " ".join(told.title),
        "number": told.number,
        "published": told.published,
        "author": told.signature[-1],
    }
    shown = [line.strip("# ") for line in article.text.split("\n")]
    assert [line for line in lines(told) if line not in shown] == []
    signed = [block.text for block in article.blocks if block.part == "signature"]
    assert signed == ["\n".join(told.signature)]
    outer = [block.text for block in article.blocks if block.part == "recipients"]
    assert outer == ["\n".join(told.recipients)]


@pytest.mark.parametrize("suffix", [".txt", ".html", ".md", "", ".doc", ".docx", ".pdf", ".rtf"])
@pytest.mark.parametrize("kind", ["docx", "rtf", "odt", "pdf"])
def test_contents_tell_what_a_suffix_hides(kind, suffix):
    told = paper(1)
    article = article_from_bytes(WRITERS[kind](told), path=f"a{suffix}")
    assert article.metadata["number"] == told.number


@pytest.mark.parametrize("seed", range(8))
def test_fonts_that_do_not_tell_their_height_are_read_as_others(seed):
    data = WRITERS["pdf"](paper(seed))
    silent = data.replace(b"/Ascent 800 /Descent -200 ", b"")
    assert len(silent) < len(data)
    texts = [article_from_bytes(each, path="a.pdf").text for each in (data, silent)]
    assert texts[0] == texts[1]
