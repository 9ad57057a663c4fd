"""The page to explore, opened in a real browser."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import vnpolitext as vp
from vnpolitext.views import report_html

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
sync_api = pytest.importorskip("playwright.sync_api", reason="needs Playwright")
pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="no Chromium: apt-get install chromium, or make browser"
)
EVIL = "<img src=x onerror=alert(1)> <script>window.harmed = true</script>"
HERE = ("file:", "blob:")
VIEWS = ("overview", "people", "documents", "places", "directives", "statements", "themes", "texts")
TEXTS = [
    ("a", "2019-03-01", "Báo A", (
        "Đồng chí Giàng A Páo, Bí thư Huyện ủy Mường Nhé, và đồng chí Vàng A Chứ, Chủ tịch UBND "
        "huyện Mường Nhé, học tập Nghị quyết số 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị.\n"
        f"1. Tập trung chuyển đổi số tại xã Sín Thầu trước ngày 30/6/2020 {EVIL}.\n"
        "2. Đẩy mạnh xây dựng nông thôn mới, giảm nghèo bền vững.\n")),
    ("b", "2021-05-01", "Báo B", (
        "Thực hiện Nghị quyết số 35-NQ/TW, đồng chí Giàng A Páo, Phó Bí thư Tỉnh ủy Điện Biên, nói "
        "về chuyển đổi số và xây dựng nông thôn mới ở huyện Tủa Chùa, tỉnh Điện Biên.\n"
        "Đồng chí Giàng A Páo yêu cầu các xã làm đường. Ông Sùng A Lử cho biết đường đã xong.\n"
        f"Bà Vừ Thị Mỷ hỏi: “Bao giờ có điện {EVIL}?”")),
    ("c", "2023-07-01", "Báo A", "=1+1 Xã Tân Lập bàn giảm nghèo bền vững, chuyển đổi số."),
]  # fmt: skip


def until(page, told: str) -> None:
    """Wait until an expression is true; the page's own policy forbids it to wait for one."""
    for _ in range(400):
        if page.evaluate(told):
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"never: {told}")


@pytest.fixture(scope="module")
def analyses() -> list[vp.Analysis]:
    return [
        vp.analyze(text, id=name, metadata={
            "title": f"Bài {name} {EVIL}", "published": day, "source": source, "genre": "news"})
        for name, day, source, text in TEXTS
    ]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        try:
            browser = playwright.chromium.launch(executable_path=BROWSER, args=options)
        except sync_api.Error as error:
            pytest.skip(f"{BROWSER} does not start here: {str(error).splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def folder(analyses, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for language in ("en", "vi"):
        page = report_html(analyses, language=language, title=f"Báo cáo {EVIL}")
        (folder / f"{language}.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture
def open_page(browser, folder) -> Iterator[Any]:
    """Open a page; at the end nothing was complained of, loaded or harmed."""
    complaints: list[str] = []
    pages = []

    def told(text: str, is_wrong: bool = True) -> None:
        if is_wrong:
            complaints.append(text)

    def opened(language: str = "en", address: str = "", **options: Any) -> Any:
        page = browser.new_page(**options)
        pages.append(page)
        page.on("console", lambda said: told(said.text, said.type in ("error", "warning")))
        page.on("pageerror", lambda error: told(str(error)))
        page.on("request", lambda asked: told(asked.url, not asked.url.startswith(HERE)))
        page.goto(f"file://{folder}/{language}.html{address}")
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield opened
    for page in pages:
        page.wait_for_timeout(200)
        assert page.evaluate("window.harmed") is None
        assert page.locator("img").count() == 0
        page.close()
    assert complaints == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_view_opens(open_page, language) -> None:
    page = open_page(language)
    assert page.locator("html").get_attribute("lang") == language
    for view in VIEWS:
        page.evaluate(f"location.hash = '#/{view}'")
        page.wait_for_selector(f"nav a[aria-current=page][href='#/{view}']")
        assert page.locator("main section").count() >= 1
    names = page.locator("nav a").all_inner_texts()
    assert names[0] == {"en": "Overview", "vi": "Tổng quan"}[language]


def test_every_page_of_one_thing_opens(open_page) -> None:
    page = open_page()
    page.wait_for_selector(".chart svg")
    for address in ("people/0", "cited/0", "places/0", "texts/0", "people/99", "texts/99"):
        page.evaluate(f"location.hash = '#/{address}'")
        page.wait_for_timeout(300)
        assert page.locator("main").inner_text()


def test_what_an_article_says_is_text(open_page) -> None:
    page = open_page(address="#/texts/0")
    page.wait_for_selector(".text mark")
    assert EVIL in page.locator(".text").inner_text()
    assert page.locator("header h1").inner_text() == f"Báo cáo {EVIL}"


def test_filters_filter_every_view_and_stand_in_the_address(open_page) -> None:
    page = open_page()
    page.select_option("select[name=source]", "Báo A")
    until(page, "document.querySelector('#count').textContent.startsWith('2 of 3')")
    assert "source=" in page.evaluate("location.hash")
    page.fill("input[name=from]", "2023")
    page.dispatch_event("input[name=from]", "change")
    until(page, "document.querySelector('#count').textContent.startsWith('1 of 3')")
    address = page.evaluate("location.hash")
    again = open_page(address=address)
    assert again.locator("#count").inner_text() == "1 of 3 documents"
    again.keyboard.press("8")
    again.wait_for_selector("nav a[aria-current=page][href^='#/texts']")
    assert again.locator("main tbody tr").count() == 1
    again.click("#clear")
    until(again, "document.querySelector('#count').textContent.startsWith('3 of 3')")


def test_filters_filter_the_page_of_one_thing(open_page) -> None:
    page = open_page(address="#/people/0")
    person = page.locator("main section h2").first.inner_text()
    assert person == "Giàng A Páo"
    offices = page.locator(
        "main section", has=page.get_by_role("heading", name="Offices", exact=True)
    )
    assert offices.locator("tbody tr").count() == 2
    page.select_option("select[name=source]", "Báo A")
    page.get_by_text("The filters leave 1 of the 2 documents.").wait_for()
    assert offices.locator("tbody tr").count() == 1
    assert "Bí thư Huyện ủy Mường Nhé" in offices.inner_text()
    assert page.locator("main section dl").first.inner_text().split() == [
        "Mentions", "1", "Documents", "1",
    ]  # fmt: skip
    page.evaluate("location.hash = address('cited', 0)")
    page.get_by_text("The filters leave 1 of the 2 documents.").wait_for()
    page.evaluate("location.hash = address('people')")
    page.wait_for_selector("nav a[aria-current=page][href^='#/people']")
    table = page.locator("main section").first.inner_text()
    assert "Phó Bí thư Tỉnh ủy" not in table
    assert "2021" not in table


def test_chains_are_of_the_filtered_documents(open_page) -> None:
    page = open_page()
    links = [
        {"key": "a", "parent": None, "document": None, "cited": 0},
        {"key": "b", "parent": "a", "document": 1, "cited": None},
        {"key": "c", "parent": "b", "document": 0, "cited": None},
        {"key": "d", "parent": "a", "document": None, "cited": 99},
        {"key": "e", "parent": "a", "document": 2, "cited": None},
    ]
    left = "(links) => leftLinks(links, [data.documents[0]]).map((each) => each.key).join('')"
    assert page.evaluate(left, links) == "abc"
    whole = "(links) => leftLinks(links, data.documents).map((each) => each.key).join('')"
    assert page.evaluate(whole, links) == "abcde"
    order = "(links) => hung(links, null).map((each) => each.key).join('')"
    assert page.evaluate(order, [links[0], links[4], links[1], links[2]]) == "aebc"


def test_a_person_a_place_and_a_theme_filter_too(open_page) -> None:
    page = open_page()
    for name, shown in (("person", "2 of 3"), ("place", "2 of 3"), ("theme", "of 3")):
        option = {"person": "Giàng A Páo", "place": "Điện Biên"}.get(name)
        if option:
            page.select_option(f"select[name={name}]", label=option)
        else:
            page.select_option(f"select[name={name}]", index=1)
        until(page, f"document.querySelector('#count').textContent.includes('{shown}')")
        page.click("#clear")


def test_keys(open_page) -> None:
    page = open_page()
    page.keyboard.press("2")
    page.wait_for_selector("nav a[aria-current=page][href='#/people']")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("8")
    page.wait_for_selector("nav a[aria-current=page][href='#/texts']")
    page.locator("main tbody a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".text mark[role=link]")
    page.locator(".text mark.person[role=link]").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("nav a[aria-current=page][href='#/people']")
    page.locator("main table a", has_text="Bài a").first.click()
    page.wait_for_selector(".text mark.chosen")  # and back to where the text names the person


def test_a_mark_says_why(open_page) -> None:
    page = open_page(address="#/texts/2")
    mark = page.locator(".text mark.place").first
    assert "doubt" in mark.get_attribute("class")
    assert "uncertain" in mark.get_attribute("title")
    other = open_page(address="#/texts/0")
    title = other.locator(".text mark.position").first.get_attribute("title")
    assert "rule" in title
    assert "score" in title


def test_who_says_what(open_page) -> None:
    page = open_page(address="#/statements")
    rows = page.locator("main section").first.locator("tbody tr")
    assert [row.locator("td").first.inner_text() for row in rows.all()] == [
        "Giàng A Páo", "Sùng A Lử", "Vừ Thị Mỷ",
    ]  # fmt: skip
    page.select_option("main section label:has-text('What is done') select", "orders")
    until(page, "location.hash.includes('polarity=orders')")
    assert rows.count() == 1
    assert "các xã làm đường" in rows.first.inner_text()
    rows.first.locator("a", has_text="Bài b").click()
    page.wait_for_selector(".text mark.statement.chosen[role=link]")
    page.locator(".text mark.statement.chosen").first.click()
    page.wait_for_selector("nav a[aria-current=page][href^='#/people']")
    said = page.locator("main section", has=page.get_by_role("heading", name="Statements"))
    assert "các xã làm đường" in said.inner_text()


def test_statements_are_filtered_by_speaker(open_page) -> None:
    page = open_page("vi", address="#/statements")
    page.select_option("main section label:has-text('Người nói') select >> nth=0", index=1)
    until(page, "location.hash.includes('speaker=')")
    assert page.locator("main section").first.locator("tbody tr").count() == 1
    page.locator(".chart svg .mark-rect path").first.wait_for()


def test_tables_are_sorted_searched_and_saved(open_page) -> None:
    page = open_page(address="#/documents")
    head = page.locator("main section").first.locator("thead button", has_text="Date")
    head.click()
    first = page.locator("main section").first.locator("tbody tr").first
    assert "Bài a" in first.inner_text()
    head.click()
    assert "Bài c" in first.inner_text()
    with page.expect_download() as download:
        page.locator("main section").first.get_by_role("button", name="CSV").click()
    written = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert download.value.suggested_filename == "documents.csv"
    assert written.splitlines()[0].startswith("Title,Date")
    assert EVIL.split(maxsplit=1)[0] in written


def test_a_cell_is_no_formula(open_page) -> None:
    page = open_page()
    cells = page.evaluate("['=1+1', '@x', '-5', 'a', 3].map(csvCell)")
    assert cells == ["'=1+1", "'@x", "'-5", "a", "3"]


def test_typical_words_are_those_of_the_filtered_documents(browser, tmp_path) -> None:
    words = {"Báo A": "thủy lợi nông dân mùa lúa", "Báo B": "giáo viên học sinh khai giảng"}
    texts = [
        (source, year, f"{line} {line} {'nông dân' if year == 2020 else 'giáo viên'}. " * 2)
        for source, line in words.items() for year in (2019, 2020)
    ]  # fmt: skip
    analyses = [
        vp.analyze(text, id=f"{source} {year}", metadata={"source": source, "published": f"{year}"})
        for source, year, text in texts
    ]
    path = tmp_path / "page.html"
    path.write_text(report_html(analyses), encoding="utf-8")
    page = browser.new_page()
    page.goto(f"file://{path}#/themes?from=2020")
    page.wait_for_selector("html[data-ready]", state="attached")
    wanted = vp.themes.keyness([a for a in analyses if "2020" in a.id], by="source")
    wanted = wanted[wanted["z"] > 0].set_index(["group", "term"])
    found = page.evaluate("typical(shown())")
    assert found
    for row in found:
        same = wanted.loc[(row["group"], row["term"])]
        assert row["z"] == pytest.approx(same["z"], abs=2e-3)
        assert [row["here"], row["elsewhere"]] == [same["target_count"], same["reference_count"]]
    page.evaluate("location.hash = '#/themes?source=Báo A'")
    until(page, "document.body.textContent.includes('leave only one group')")
    page.close()


def test_a_term_in_context(open_page) -> None:
    page = open_page(address="#/themes?term=chuyển đổi số")
    page.wait_for_selector("main section:last-child tbody tr")
    assert page.locator("main section").last.locator("tbody tr").count() == 3


def test_light_dark_and_print(open_page) -> None:
    page = open_page(color_scheme="dark")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.click("#light")
    assert page.locator("html").get_attribute("data-theme") == "light"
    page.emulate_media(media="print")
    assert not page.locator("#filters").is_visible()
    assert page.locator("main section").first.is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_a_network_can_be_dragged(open_page) -> None:
    page = open_page(address="#/documents")
    node = page.locator(".chart .nodes path").first
    node.wait_for()
    node.scroll_into_view_if_needed()
    before = node.bounding_box()
    x, y = before["x"] + before["width"] / 2, before["y"] + before["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 60, steps=6)
    page.wait_for_timeout(200)
    after = node.bounding_box()
    page.mouse.up()
    assert abs(after["x"] - before["x"]) + abs(after["y"] - before["y"]) > 30
    page.wait_for_timeout(200)
    assert page.evaluate("location.hash") == "#/documents"  # a drag is no click


@pytest.fixture(scope="module")
def world(tmp_path_factory) -> Path:
    """A page of the forty articles of the sample."""
    path = tmp_path_factory.mktemp("world") / "vi.html"
    page = report_html(vp.sample_corpus().analyze(), language="vi")
    path.write_text(page, encoding="utf-8")
    return path


@pytest.fixture
def open_world(browser, world) -> Iterator[Any]:
    pages = []

    def opened(address: str, **options: Any) -> Any:
        page = browser.new_page(**options)
        pages.append(page)
        page.goto(f"file://{world}{address}")
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield opened
    for page in pages:
        page.close()


def test_nothing_runs_over_a_narrow_screen(open_world) -> None:
    page = open_world("", viewport={"width": 360, "height": 740})
    for view in (*VIEWS, "people/0", "cited/0", "places/0", "texts/3"):
        page.evaluate(f"location.hash = '#/{view}'")
        page.wait_for_timeout(700)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, view


def test_a_map_and_networks_are_whole_on_a_narrow_screen(open_world) -> None:
    page = open_world("", viewport={"width": 420, "height": 800})
    for view in ("places", "people", "documents"):
        page.evaluate(f"location.hash = '#/{view}'")
        chart = page.locator(".chart:is([aria-label^='Bản đồ'], [aria-label^='Mạng'])").first
        chart.scroll_into_view_if_needed()
        chart.locator("svg").wait_for(state="attached")
        assert chart.evaluate("(box) => box.scrollWidth - box.clientWidth") <= 0, view


COVERED = """() => {
  const boxes = [...document.querySelectorAll('.chart .names text, .chart .mark-text.names text')]
    .filter((text) => getComputedStyle(text).opacity !== '0' && text.textContent)
    .map((text) => [text.textContent, text.getBoundingClientRect()]);
  const pairs = [];
  for (const [at, [one, a]] of boxes.entries()) for (const [two, b] of boxes.slice(at + 1)) {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 2 && high > 5) pairs.push([one, two]);
  }
  return [boxes.length, pairs];
}"""  # lines of letters stand 5 points apart in a box that is made for capitals with marks


@pytest.mark.parametrize("view", ["people", "documents"])
def test_names_of_a_network_do_not_cover_one_another(open_world, view) -> None:
    page = open_world(f"#/{view}", viewport={"width": 1280, "height": 900})
    page.locator(".chart .names text").first.wait_for(state="attached")
    named, covered = page.evaluate(COVERED)
    assert named > 40
    assert covered == []


def test_kinds_of_citations_differ_by_stroke_and_have_a_head(open_world) -> None:
    page = open_world("#/documents", viewport={"width": 1280, "height": 900})
    page.locator(".chart .names text").first.wait_for(state="attached")
    strokes = page.evaluate("""() => [...document.querySelectorAll('.chart .mark-path path')].map(
        (path) => `${path.getAttribute('stroke')} ${path.getAttribute('stroke-dasharray')}`)""")
    kinds = set(strokes)
    assert len(kinds) >= 4
    assert len({kind.split(" ", 1)[1] for kind in kinds}) == len(kinds)
    heads = page.locator(".chart .mark-symbol path[transform*=rotate]").count()
    assert heads == len(strokes)


def test_a_picture_is_saved_for_paper(open_world) -> None:
    page = open_world("#/overview", color_scheme="dark")
    page.get_by_role("button", name="Lưu hình").first.wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Lưu hình").first.click()
    saved = Path(download.value.path()).read_text(encoding="utf-8")
    assert 'fill="#ffffff"' in saved.split("<g", 1)[0]
    assert "#e4e9ee" not in saved  # the letters of the dark page
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_a_dark_page_prints_dark_letters(open_world) -> None:
    page = open_world("#/overview", color_scheme="dark")
    page.locator(".chart svg text").first.wait_for()
    page.emulate_media(media="print", color_scheme="dark")
    ink = "([wanted, name]) => getComputedStyle(document.querySelector(wanted))[name]"
    assert "invert(1)" in page.evaluate(ink, [".ramped .mark-rect.role-mark", "filter"])
    assert page.evaluate(ink, ["main section h2", "color"]) == "rgb(29, 39, 51)"
    assert page.evaluate(ink, [".chart svg text", "fill"]) == "rgb(29, 39, 51)"


def test_bars_are_walked_by_keys(open_page) -> None:
    page = open_page()
    chart = page.locator("main section", has=page.get_by_role("heading", name="Sources"))
    chart.locator("svg .mark-rect path").first.wait_for()
    chart.locator(".chart").focus()
    for key, told in (("ArrowRight", "Báo A"), ("ArrowDown", "Báo B"), ("Home", "Báo A")):
        page.keyboard.press(key)
        assert told in chart.locator("output").inner_text()
    assert chart.locator(".looked-at").count() == 1
    page.keyboard.press("Enter")
    until(page, "document.querySelector('#count').textContent.startsWith('2 of 3')")


def test_nodes_of_a_network_are_walked_by_keys(open_page) -> None:
    page = open_page(address="#/documents")
    page.locator(".chart .nodes path").first.wait_for()
    page.locator(".chart").first.focus()
    page.keyboard.press("End")
    assert page.locator(".tools output").first.inner_text()
    page.keyboard.press("Enter")
    until(page, "/^#\\/(texts|cited)\\/\\d/.test(location.hash)")


def test_tasks_are_filtered_by_month_and_actor(open_world) -> None:
    page = open_world("#/directives")
    page.locator(".chart .mark-rect path").first.wait_for()
    cells = (
        page.locator(".chart")
        .first.locator(".mark-rect.role-mark path")
        .evaluate_all("(cells) => cells.map(({ __data__ }) => [__data__.y, __data__.datum.row])")
    )  # each year has a line of its own, in their order
    lines = sorted({(height, year) for height, year in cells})
    assert len(lines) > 9
    assert [year for _, year in lines] == sorted({year for _, year in cells})
    page.locator(".chart").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    until(page, "state.due")
    month = page.evaluate("state.due")
    due = page.locator("main section").first.locator("tbody tr")
    assert due.count() >= 1
    assert all(row.locator("td").first.inner_text().startswith(month[:4]) for row in due.all())
    page.evaluate("location.hash = '#/directives?actor=Ban Dân vận Tỉnh ủy'")
    until(page, "state.actor && document.querySelector('#main section .tools select')")
    rows = page.locator("main section").nth(2).locator("tbody tr")
    assert rows.count() >= 1
    assert all("Ban Dân vận Tỉnh ủy" in row.locator("td").first.inner_text() for row in rows.all())


def test_a_tree_joins_the_documents_that_are_alike(open_world) -> None:
    page = open_world("#/themes?from=2020")
    left = page.evaluate("shown().length")
    tree = page.locator("section", has=page.get_by_role("heading", name="Độ tương đồng"))
    tree.locator("svg .mark-line path").first.wait_for()
    assert tree.locator("svg .mark-line path").count() == left - 1
    axis = tree.locator("svg .role-axis-label text").all_text_contents()
    assert any("," in number for number in axis)  # as Vietnamese writes it


def test_a_page_without_texts_leads_to_the_store(browser, analyses, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("vnpolitext.views.explorer.gathering.MOST_TEXTS", 2)
    path = tmp_path / "page.html"
    path.write_text(report_html(analyses, store="./my store #1/"), encoding="utf-8")
    page = browser.new_page()
    page.goto(f"file://{path}")
    page.wait_for_selector("html[data-ready]", state="attached")
    for view in ("overview", "directives", "statements", "texts"):
        page.evaluate(f"location.hash = '#/{view}'")
        way = page.locator("main .note a").first
        assert way.evaluate("(link) => link.href") == f"file://{tmp_path}/my%20store%20%231/"
    page.close()


def test_names_of_a_chain_stay_in_the_picture(open_world) -> None:
    for address in ("#/documents", "#/cited/0"):
        page = open_world(address, viewport={"width": 1280, "height": 900})
        chain = page.locator(".chart[aria-label^='Chuỗi triển khai']")
        chain.locator("svg .mark-text text").first.wait_for()
        over = chain.evaluate(
            """(chart) => [...chart.querySelectorAll('svg .mark-text text')].filter((name) =>
              name.getBoundingClientRect().right > chart.getBoundingClientRect().right)
              .map((name) => name.textContent)"""
        )
        assert over == []


FAR = """() => [...document.querySelectorAll('.chart .names text')]
  .filter((name) => getComputedStyle(name).opacity !== '0').map(({ __data__ }) => __data__)
  .map((name) => Math.hypot(name.x - name.datum.x, name.y - name.datum.y))"""


def test_names_go_with_their_nodes(open_world) -> None:
    page = open_world("#/documents", viewport={"width": 1280, "height": 900})
    page.locator(".chart .names text").first.wait_for(state="attached")
    page.locator(".chart").first.focus()
    page.keyboard.press("ArrowRight")
    for _ in range(3):
        page.keyboard.press("Shift+ArrowDown")
        page.wait_for_timeout(150)
    far = page.evaluate(FAR)
    assert len(far) > 40
    assert max(far) < 40


def test_a_node_is_moved_by_keys(open_page) -> None:
    page = open_page(address="#/documents")
    page.locator(".chart .nodes path").first.wait_for()
    page.locator(".chart").first.focus()
    page.keyboard.press("ArrowRight")
    seen = page.locator(".chart .looked-at")
    before, name = seen.bounding_box(), page.locator(".tools output").first.inner_text()
    for key in ("Shift+ArrowUp", "Shift+ArrowUp", "Shift+ArrowRight"):
        page.keyboard.press(key)
        page.wait_for_timeout(100)
    after = seen.bounding_box()
    assert (round(after["x"] - before["x"]), round(after["y"] - before["y"])) == (20, -40)
    assert page.locator(".tools output").first.inner_text() == name


OUTSIDE = """() => {
  const chart = [...document.querySelectorAll('.chart')].find((each) => each.querySelector('.nodes'));
  const frame = chart.querySelector('svg').getBoundingClientRect();
  const nodes = [...chart.querySelectorAll('.nodes path')].map((node) => node.getBoundingClientRect());
  const isOutside = (node) => node.left < frame.left - 1 || node.right > frame.right + 1 || node.top < frame.top - 1;
  return [nodes.length, nodes.filter(isOutside).length];
}"""  # noqa: E501


@pytest.mark.parametrize(("width", "drawn"), [(1280, 70), (420, 30)])
def test_nodes_of_a_network_stay_in_the_picture(open_world, width, drawn) -> None:
    page = open_world("#/documents", viewport={"width": width, "height": 900})
    page.locator(".chart .nodes path").first.wait_for(state="attached")
    assert page.evaluate(OUTSIDE) == [drawn, 0]


def test_days_and_genres_are_vietnamese_in_a_vietnamese_page(open_world) -> None:
    page = open_world("#/documents")
    table = page.locator("main section").first
    table.locator("thead button", has_text="Ngày").click()
    cells = table.locator("tbody tr").first.locator("td").all_inner_texts()
    assert cells[1] == "20/9/1996"
    assert "tin cấp huyện" in cells
    assert not any("news" in cell for cell in table.locator("td").all_inner_texts())
    page.evaluate("location.hash = '#/themes'")
    passages = page.locator("section", has=page.get_by_role("heading", name="Đoạn trùng lặp"))
    passages.locator("svg .role-axis-label text").first.wait_for(state="attached")
    labels = passages.locator("svg .role-axis-label text").all_text_contents()
    assert "2016" in labels
    told = page.locator("[aria-label]").evaluate_all(
        "(all) => all.map((each) => each.getAttribute('aria-label')).join('\\n')"
    )
    assert "Bức tranh" in told or "Chủ đề theo năm" in told
    assert not re.search(r"\b(axis|scale|year|rate|passages|documents)\b", told)
    assert page.evaluate("['2025-Q4', '2025-06', '2025', 'x', null].map(dated)") == [
        "quý 4/2025", "6/2025", "2025", "x", "",
    ]  # fmt: skip
    assert page.evaluate("dayBefore('2025-07-01')") == "2025-06-30"


def test_from_when_something_is_done_is_no_deadline(open_world) -> None:
    page = open_world("")
    months = "(each) => monthOf({ due: '2025-07-01', relation: each })"
    assert page.evaluate(f"['by', 'before', 'from'].map({months})") == ["2025-07", "2025-07", None]


def test_a_trend_has_one_point_a_year_and_a_profile_tells_none_from_few(open_world) -> None:
    page = open_world("#/themes")
    years = page.evaluate("new Set(shown().map((each) => each.year).filter(Boolean)).size")
    trends = page.locator("section", has=page.get_by_role("heading", name="Xu hướng"))
    trends.locator("svg .mark-symbol.role-mark path").first.wait_for()
    assert trends.locator("svg .mark-symbol.role-mark path").count() == 2 * years
    cells = page.locator("section").first.locator("svg .mark-rect.role-mark path")
    colours = cells.evaluate_all(
        "(cells) => cells.map((cell) => [cell.__data__.datum.value, cell.getAttribute('fill')])"
    )
    none = {colour for value, colour in colours if not value}
    assert len(none) == 1
    assert none.isdisjoint({colour for value, colour in colours if value})
