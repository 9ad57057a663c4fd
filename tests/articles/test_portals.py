"""Pages in the manner of many systems for websites: head, captions and every word of the text."""

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from vnpolitext.articles import article_from_bytes

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from portals import names, portal

pytest.importorskip("trafilatura")

SEEDS = (1, 2)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", names())
def test_a_page_of_a_portal_is_read_as_it_is_shown(name, seed):
    page = portal(name, seed)
    article = article_from_bytes(page.source.encode(), path="a.html")
    found = {
        "title": letters(article.metadata["title"]),
        "published": article.metadata["published"],
        "author": letters(article.metadata["author"]),
        "lead": letters(" ".join(of_kind(article, "lead"))),
        "captions": of_kind(article, "caption"),
        "headings": of_kind(article, "heading"),
    }
    assert found == {
        "title": letters(page.title),
        "published": page.published,
        "author": letters(page.author),
        "lead": letters(page.lead),
        "captions": page.captions,
        "headings": page.headings,
    }


@pytest.mark.parametrize("name", names())
def test_no_word_of_the_text_is_lost_and_hardly_any_comes_in(name):
    page = portal(name, 3)
    article = article_from_bytes(page.source.encode(), path="a.html")
    beside = words(f"{page.title} {page.author} Tin ảnh Bài Theo Nguồn Báo Sông Nương vn")
    right, read = words(page.body), words(article.text)
    assert right - read == Counter()
    assert (read - right - beside).total() <= 12


def of_kind(article, kind):
    return [block.text for block in article.blocks if block.kind == kind]


def letters(text):
    return re.sub(r"\W+", "", (text or "").lower())


def words(text):
    return Counter(re.findall(r"\w+", text.lower()))
