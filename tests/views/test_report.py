"""The report: complete in itself, every record in it, nothing of the text taken for HTML."""

import re
from html.parser import HTMLParser

import vnpolitext as vp
from vnpolitext.analysis.highlight import pieces, to_html
from vnpolitext.themes import compare
from vnpolitext.views import report_html, summarise

TEXTS = {
    "một": (
        "Đồng chí Giàng A Páo, Bí thư Huyện ủy Mường Nhé, học tập Nghị quyết số 35-NQ/TW.\n"
        "1. Tập trung tuyên truyền <b>sâu rộng</b> & đấu tranh.\n2. Chủ động nắm tình hình.\n"
    ),
    "hai": "Nghị quyết 35-NQ/TW được học tập tại huyện Mường Nhé và xã Sín Thầu, huyện Mường Nhé.",
}


class Page(HTMLParser):
    """Collects the text of a page and the addresses it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.loads: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.loads += [
            value
            for name, value in attrs
            if value and (name == "src" or (tag == "link" and name == "href"))
        ]


def read(html: str) -> Page:
    page = Page()
    page.feed(html)
    return page


def test_the_page_shows_the_records_and_loads_nothing() -> None:
    analyses = list(vp.Corpus.from_texts(TEXTS))
    page = read(report_html(analyses, compare(analyses), title="Báo cáo <thử>"))
    shown = " ".join(page.texts)
    assert page.loads == []
    assert "Báo cáo <thử>" in shown
    assert "Giàng A Páo" in shown
    assert "Bí thư Huyện ủy Mường Nhé" in shown
    assert "<b>sâu rộng</b>" in shown


def test_the_report_says_why_a_part_is_empty() -> None:
    analyses = list(vp.Corpus.from_texts({"a": "Đẩy mạnh chuyển đổi số.", "b": "12"}))
    shown = " ".join(read(report_html(analyses, compare(analyses))).texts)
    assert "no syllable in common" in shown
    assert "without keyness: b" in shown or "No keyness" in shown
    assert "nan" not in shown


def test_many_documents_make_no_huge_page() -> None:
    texts = {f"d{n}": f"Xã số {n // 2} chuyển đổi số, đợt {n}." for n in range(60)}
    analyses = list(vp.Corpus.from_texts(texts))
    shown = " ".join(read(report_html(analyses, compare(analyses))).texts)
    assert "pairs of documents most alike" in shown
    assert "The first 40 of 60 groups" in shown


def test_a_report_of_nothing() -> None:
    assert "None found." in report_html([])


def test_pieces_are_the_text() -> None:
    for analysis in vp.Corpus.from_texts(TEXTS):
        found = list(pieces(analysis))
        assert "".join(piece.text for piece in found) == analysis.text
        marked = {mark for piece in found for mark in piece.marks}
        for mark in marked:
            covered = "".join(piece.text for piece in found if mark in piece.marks)
            assert covered == analysis.text[mark.start : mark.end]


def test_a_notebook_shows_the_text_with_its_records() -> None:
    analysis = vp.analyze(TEXTS["một"])
    html = analysis._repr_html_()
    assert html == to_html(analysis)
    assert re.search(r'<mark class="person"[^>]*>Giàng A Páo</mark>', html)
    assert "&lt;b&gt;" in html
    assert "".join(read(html).texts).endswith(analysis.text)


def test_summary_gathers_over_documents() -> None:
    summary = summarise(list(vp.Corpus.from_texts(TEXTS)))
    assert summary.documents == 2
    resolution = summary.citations[0]
    assert (resolution.count, resolution.documents) == (2, ["một", "hai"])
    assert resolution.name == "Nghị quyết 35-NQ/TW"
    district = next(place for place in summary.places if "Mường Nhé" in place.name)
    assert district.count == 3


def test_summary_leaves_out_an_office_that_a_longer_one_completes() -> None:
    text = (
        "Đồng chí Vàng A Chứ, Bí thư Huyện ủy Tủa Chùa, Tỉnh ủy viên dự.\n\n"
        "Bí thư Huyện ủy Vàng A Chứ kết luận."
    )
    [official] = summarise([vp.analyze(text)]).officials
    assert official.detail == "Bí thư Huyện ủy Tủa Chùa; Tỉnh ủy viên"
