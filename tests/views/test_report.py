"""The report: complete in itself, every record in it, nothing of the text taken for HTML."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pandas as pd
import pytest

import vnpolitext as vp
from vnpolitext.analysis.highlight import pieces, to_html
from vnpolitext.themes import compare
from vnpolitext.views import LanguageError, report_html, summarise

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


@pytest.fixture(scope="module")
def analyses() -> list[vp.Analysis]:
    return list(vp.Corpus.from_texts(TEXTS))


def test_the_page_holds_the_records_and_loads_nothing(analyses, held) -> None:
    html = report_html(analyses, compare(analyses), title="Báo cáo <thử>")
    page, data = read(html), held(html)
    assert page.loads == []
    assert "Báo cáo <thử>" in " ".join(page.texts)
    [person] = data["people"]
    assert person["name"] == "Giàng A Páo"
    assert [office["office"] for office in person["offices"]] == ["Bí thư Huyện ủy Mường Nhé"]
    assert [text["text"] for text in held(html, "texts")] == [a.text for a in analyses]
    assert "sâu rộng" not in html  # what an article says is packed: letters and digits alone


def test_records_stand_where_they_lead_to(analyses, held) -> None:
    html = report_html(analyses)
    data, texts = held(html), held(html, "texts")
    for document, text in enumerate(texts):
        for mark in text["marks"]:
            surface = text["text"][mark["s"] : mark["e"]]
            if mark["k"] == "person":
                assert document in data["people"][mark["to"]]["documents"]
                assert surface in data["people"][mark["to"]]["name"]
            elif mark["k"] == "place" and "to" in mark:
                assert data["places"]["units"][mark["to"]]["name"] in surface
            elif mark["k"] == "citation":
                assert "35-NQ/TW" in data["citations"]["cited"][mark["to"]]["label"]


def test_a_text_that_does_not_decide_is_marked(held) -> None:
    page = report_html([vp.analyze("Xã Tân Lập họp bàn việc làng.")])
    [mark] = [m for m in held(page, "texts")[0]["marks"] if m["k"] == "place"]
    assert mark["doubt"] is True
    assert "to" not in mark
    assert mark["is"] == "xã Tân Lập"


def test_offsets_count_as_scripts_count(held) -> None:
    text = "𠀋𠀋 Thực hiện Nghị quyết số 35-NQ/TW."
    [packed] = held(report_html([vp.analyze(text)]), "texts")
    [mark] = [m for m in packed["marks"] if m["k"] == "citation"]
    units = packed["text"].encode("utf-16-le")[2 * mark["s"] : 2 * mark["e"]]
    assert units.decode("utf-16-le") == "Nghị quyết số 35-NQ/TW"


def test_half_a_pair_of_letters_is_packed_too(held) -> None:
    [packed] = held(report_html([vp.analyze("\ud800 Xã Mây họp.")]), "texts")
    assert packed["text"].startswith("\ud800")


def test_the_report_says_why_a_part_is_empty(held) -> None:
    found = list(vp.Corpus.from_texts({"a": "Đẩy mạnh chuyển đổi số.", "b": "12"}))
    notes = " ".join(held(report_html(found, compare(found)))["themes"]["notes"])
    assert "no syllable in common" in notes
    assert "without keyness: b" in notes or "No keyness" in notes
    assert "nan" not in notes


def test_a_page_of_many_documents_leaves_out_texts(monkeypatch, held) -> None:
    monkeypatch.setattr("vnpolitext.views.explorer.gathering.MOST_TEXTS", 3)
    texts = {f"d{n}": f"Xã số {n} chuyển đổi số, đợt {n}." for n in range(4)}
    page = report_html(list(vp.Corpus.from_texts(texts)), store="my-store")
    assert held(page, "texts") == []
    data = held(page)
    assert (data["whole"], data["store"], len(data["documents"])) == (False, "my-store", 4)


def test_a_page_that_would_be_too_large_leaves_out_texts(analyses, monkeypatch, held) -> None:
    page = report_html(analyses)
    assert held(page)["whole"] is True
    monkeypatch.setattr("vnpolitext.views.explorer.page._MOST_BYTES", len(page.encode()) - 1)
    smaller = report_html(analyses)
    assert (held(smaller)["whole"], held(smaller)["inside"]) == (False, True)
    inside = held(smaller, "texts")
    assert [each.keys() for each in inside] == [{"items", "said"}] * 2
    assert [len(each["items"]) for each in inside] == [2, 0]
    assert len(smaller) < len(page)
    monkeypatch.setattr("vnpolitext.views.explorer.page._MOST_BYTES", len(smaller.encode()) - 1)
    smallest = report_html(analyses)
    assert (held(smallest)["inside"], held(smallest, "texts")) == (False, [])
    assert len(smallest) < len(smaller)


@pytest.mark.parametrize(("told", "start", "end"), [
    ("2012 - 2015", "2012", "2015"),
    ("5/2012 - 6/2015", "2012-05", "2015-06"),
    ("từ ngày 03/5/2012 đến ngày 30/6/2015", None, None),
])  # fmt: skip
def test_no_day_is_shown_where_a_text_tells_a_month_or_a_year(told, start, end, held) -> None:
    text = f"Ông Mùa A Phình, Bí thư Huyện ủy Tủa Chùa ({told}), đã nghỉ hưu."
    [person] = held(report_html([vp.analyze(text)]))["people"]
    [office] = person["offices"]
    assert (office.get("startAs"), office.get("endAs")) == (start, end)
    assert (office["start"][:4], office["end"][:4]) == ("2012", "2015")


def test_facts_of_a_cited_document_are_those_told_most_often(held) -> None:
    named = "Căn cứ Kế hoạch số 977-KH/TW ngày 03/02/2019 của Bộ Chính trị về rà soát hộ nghèo"
    texts = {"a": f"{named}.", "b": f"{named}.", "c": f"{named} và hộ cận nghèo ở vùng cao."}
    [cited] = held(report_html(list(vp.Corpus.from_texts(texts))))["citations"]["cited"]
    assert (cited["label"], cited["issued"]) == ("Kế hoạch 977-KH/TW", "2019-02-03")
    assert cited["title"] == "về rà soát hộ nghèo"


def test_cited_documents_of_one_number_are_told_apart_by_issuer_or_year(held) -> None:
    texts = {
        "a": "Căn cứ Kế hoạch số 977-KH/TU của Tỉnh ủy Điện Biên và Quyết định số 24/QĐ-UBND ngày "
        "3/2/2017, Ủy ban nhân dân xã giao việc.",
        "b": "Căn cứ Kế hoạch số 977-KH/TU của Tỉnh ủy Lai Châu và Quyết định số 24/QĐ-UBND ngày "
        "5/8/2019, Ủy ban nhân dân xã giao việc.",
        "c": "Căn cứ Chỉ thị số 88-CT/TW của Ban Bí thư.",
    }
    cited = held(report_html(list(vp.Corpus.from_texts(texts))))["citations"]["cited"]
    assert {each["label"] for each in cited} == {
        "Kế hoạch 977-KH/TU (Tỉnh ủy Điện Biên)", "Kế hoạch 977-KH/TU (Tỉnh ủy Lai Châu)",
        "Quyết định 24/QĐ-UBND (2017)", "Quyết định 24/QĐ-UBND (2019)", "Chỉ thị 88-CT/TW",
    }  # fmt: skip


def test_a_passage_counts_each_document_once(held) -> None:
    same = "Ban Thường vụ giao các chi bộ rà soát hộ nghèo, lập danh sách, niêm yết tại nhà văn hóa"
    found = list(vp.Corpus.from_texts({"a": f"{same} trong tháng.", "b": f"Xã họp. {same}."}))
    compared = compare(found)
    twice = pd.concat([compared.passage_clusters, compared.passage_clusters.head(1)])
    page = report_html(found, replace(compared, passage_clusters=twice))
    [passage] = held(page)["themes"]["passages"]
    assert passage["places"] == [[0, 2], [1, 1]]
    assert passage["text"].endswith("niêm yết tại nhà văn hóa")


def test_usual_genres_have_names_in_the_language(held) -> None:
    found = [vp.analyze("Xã họp.", id=each, metadata={"genre": each}) for each in ("plan", "hịch")]
    vietnamese = held(report_html(found, language="vi"))["genres"]
    assert (vietnamese["plan"], vietnamese["directive"]) == ("kế hoạch", "chỉ thị")
    assert "hịch" not in vietnamese
    assert held(report_html(found))["genres"]["plan"] == "plan"


def test_many_documents_without_groups_have_no_typical_words(monkeypatch, held) -> None:
    monkeypatch.setattr("vnpolitext.views.explorer.themes._MOST_GROUPS", 2)
    words = ("thủy lợi", "giáo viên", "biên giới")
    texts = [vp.analyze(f"{f'Bàn về {word}. ' * 9}", id=word) for word in words]
    assert held(report_html(texts))["themes"]["terms"] == []
    assert {row["group"] for row in held(report_html(texts[:2]))["themes"]["terms"]} == set(
        words[:2]
    )


def test_items_and_statements_stand_beside_their_text(analyses, held) -> None:
    for analysis, inside in zip(analyses, held(report_html(analyses), "texts"), strict=True):
        assert [item["start"] for item in inside["items"]] == [i.start for i in analysis.directives]
        assert len(inside["said"]) == len(analysis.statements)


def test_the_tree_joins_those_of_one_subject_first(held) -> None:
    subjects = {"a": "thủy lợi và mùa lúa", "b": "trường học và học sinh", "c": "thủy lợi, mùa lúa"}
    texts = {name: f"Xã họp bàn {words}." for name, words in subjects.items()}
    themes = held(report_html(list(vp.Corpus.from_texts(texts))))["themes"]

    def leaves(tree):
        return [tree] if isinstance(tree, int) else leaves(tree[1]) + leaves(tree[2])

    assert leaves(themes["tree"]) == themes["order"]
    [joined] = [part for part in themes["tree"][1:] if isinstance(part, list)]
    assert sorted(leaves(joined)) == [0, 2]


def test_a_report_of_nothing(held) -> None:
    assert held(report_html([]))["documents"] == []


def test_the_scripts_make_no_markup() -> None:
    folder = files("vnpolitext.views.explorer") / "scripts"
    for script in folder.iterdir():
        text = script.read_text(encoding="utf-8")
        for danger in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert danger not in text, (script.name, danger)


def test_chains_alignments_and_periods_are_held(held) -> None:
    resolution = (
        "HUYỆN ỦY ĐỨC CƠ\n*\nSố: 5-NQ/HU\nĐức Cơ, ngày 1 tháng 3 năm 2022\n\nNGHỊ QUYẾT\n"
        "về giảm nghèo bền vững\n\n"
        "1. Phát triển giao thông nông thôn.\n2. Dạy nghề cho thanh niên."
    )
    plan = (
        "HUYỆN ỦY ĐỨC CƠ\n*\nSố: 9-KH/HU\nĐức Cơ, ngày 1 tháng 5 năm 2022\n\nKẾ HOẠCH\n"
        "thực hiện Nghị quyết số 5-NQ/HU ngày 1/3/2022 của Huyện ủy Đức Cơ\n\n"
        "1. Phát triển nhanh giao thông nông thôn.\n2. Mở lớp xóa mù chữ."
    )
    data = held(report_html(list(vp.Corpus.from_texts({"a": resolution, "b": plan}))))
    [chain] = data["citations"]["chains"]
    assert [(link["document"], link["lag"]) for link in chain] == [(0, None), (1, 61)]
    [pair] = data["alignments"]
    assert (pair["a"], pair["b"]) == (0, 1)
    assert {row[2] for row in pair["rows"]} == {"reworded", "dropped", "new"}


def test_languages(analyses, held) -> None:
    page = report_html(analyses, language="vi")
    assert '<html lang="vi"' in page
    assert "Bộ lọc" in page
    assert held(page)["messages"]["Overview"] == "Tổng quan"
    with pytest.raises(LanguageError, match="no language 'fr'"):
        report_html(analyses, language="fr")


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


def test_summary_writes_one_office_in_one_way_with_its_body() -> None:
    text = (
        "| Họ và tên | Chức vụ | Cơ quan |\n|---|---|---|\n| Lò Văn Nọi | Giám đốc | Sở Y tế |\n\n"
        "Ông Lò Văn Nọi, giám đốc Sở Y tế, phát biểu. Giám đốc Sở Y tế Lò Văn Nọi kết luận."
    )
    [official] = summarise([vp.analyze(text)]).officials
    assert official.detail == "Giám đốc Sở Y tế"


def test_summary_leaves_out_an_office_that_a_longer_one_completes() -> None:
    text = (
        "Đồng chí Vàng A Chứ, Bí thư Huyện ủy Tủa Chùa, Tỉnh ủy viên dự.\n\n"
        "Bí thư Huyện ủy Vàng A Chứ kết luận."
    )
    [official] = summarise([vp.analyze(text)]).officials
    assert official.detail == "Bí thư Huyện ủy Tủa Chùa; Tỉnh ủy viên"
