"""Invented lists of officials in every order of columns and many ways of writing them down."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

COLUMNS = {"number": "TT", "name": "Họ và tên", "office": "Chức vụ", "year": "Năm sinh"}
PLACES = {"place": "Quê quán"}
ORDERS = (
    ("number", "name", "office"),
    ("number", "office", "name"),
    ("name", "office"),
    ("office", "name"),
    ("number", "name", "year", "office"),
    ("number", "office", "name", "year"),
    ("name", "year", "office"),
    ("office", "name", "year"),
    ("number", "name", "office", "year"),
    ("number", "year", "name", "office"),
    ("number", "name", "place", "office"),
    ("number", "office", "name", "place"),
    ("name", "office", "place"),
    ("name", "year", "place", "office"),
    ("number", "name", "year", "place", "office"),
    ("number", "name", "office", "year", "place"),
)
GROUPS: tuple[tuple[tuple[str, tuple[str, ...], str, str], ...], ...] = (
    (
        ("Giàng Seo Phử", ("Bí thư Huyện ủy",), "1969", "Bắc Hà"),
        ("Hoàng Thị Nhung", ("Phó Bí thư Huyện ủy", "Chủ tịch UBND huyện"), "1974", "Bảo Yên"),
        ("Trần Đình Luận", ("Trưởng Ban Tổ chức Huyện ủy",), "1971", "Văn Bàn"),
        ("Vàng A Lềnh", ("Chủ tịch HĐND huyện",), "1966", "Sa Pa"),
    ),
    (
        ("Phạm Thế Duyệt", ("Giám đốc Sở Nội vụ",), "1963", "Kim Sơn"),
        ("Bùi Thị Mai Hương", ("Phó Giám đốc Sở Tài chính",), "1978", "Yên Mô"),
        ("Đinh Quốc Trị", ("Chánh Thanh tra tỉnh",), "1970", "Nho Quan"),
    ),
    (
        ("Lê Quang Tiến", ("Chủ tịch UBND xã Thanh Sơn",), "1980", "Ba Chẽ"),
        ("Nông Văn Đáng", ("Bí thư Đảng ủy xã Thanh Sơn",), "1976", "Ba Chẽ"),
        ("Chíu Thị Hai", ("Chủ tịch Hội Phụ nữ xã Thanh Sơn",), "1985", "Tiên Yên"),
        ("Đặng A Sáng", ("Bí thư Đoàn xã Thanh Sơn", "Trưởng Công an xã"), "1990", "Bình Liêu"),
    ),
    (
        (
            "Nguyễn Hữu Thuận",
            ("Ủy viên Ban Thường vụ", "Trưởng Ban Dân vận Tỉnh ủy"),
            "1968",
            "Huế",
        ),
        ("Hồ Thị Kim Cúc", ("Tỉnh ủy viên", "Bí thư Thị ủy Hương Trà"), "1972", "Phú Vang"),
        ("Phan Ngọc Thọ", ("Phó Bí thư Thường trực Tỉnh ủy",), "1964", "Phú Lộc"),
    ),
    (
        ("Thạch Thị Dân", ("Chủ tịch UBMTTQ tỉnh Trà Vinh",), "1967", "Cầu Kè"),
        ("Kim Ngọc Thái", ("Phó Chủ tịch HĐND tỉnh Trà Vinh",), "1965", "Trà Cú"),
        ("Lâm Sáng Tươi", ("Giám đốc Công an tỉnh Trà Vinh",), "1970", "Duyên Hải"),
        ("Sơn Minh Thắng", ("Bí thư Tỉnh đoàn Trà Vinh", "Tỉnh ủy viên"), "1982", "Càng Long"),
    ),
)


@dataclass(frozen=True)
class Page:
    """A page and the offices of the people on it."""

    way: str
    order: tuple[str, ...]
    text: str
    offices: dict[str, set[str]]


Row = dict[str, str]


def pages() -> Iterator[Page]:
    """Yield every page."""
    for group in GROUPS:
        rows = [_row(at, *person) for at, person in enumerate(group, 1)]
        offices = {name: set(held) for name, held, _, _ in group}
        for order in ORDERS:
            for way, write in WAYS.items():
                cells = [[row[column] for column in order] for row in rows]
                heads = [{**COLUMNS, **PLACES}[column] for column in order]
                text = write(heads, cells, order)
                if text:
                    yield Page(way, order, text, offices)


def _row(at: int, name: str, offices: Sequence[str], year: str, place: str) -> Row:
    return {
        "number": str(at),
        "name": name,
        "office": ", ".join(offices),
        "year": year,
        "place": place,
    }


Way = Callable[[list[str], list[list[str]], tuple[str, ...]], str]


def _bars(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
    rule = "|" + "---|" * len(heads)
    lines = ["| " + " | ".join(row) + " |" for row in [heads, *cells]]
    return "\n".join(["DANH SÁCH CÁN BỘ", "", lines[0], rule, *lines[1:], ""])


def _bars_apart(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
    """Each bar has a line of its own, as programs write the tables of office documents."""
    rows = ["|\n" + "\n|\n".join(row) + "\n|" for row in [heads, *cells]]
    return "\n".join(rows) + "\n"


def _no_outer_bars(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
    rule = "|".join(["---"] * len(heads))
    lines = [" | ".join(row) for row in [heads, *cells]]
    return "\n".join(["Danh sách trích ngang", "", lines[0], rule, *lines[1:], ""])


def _no_head(_: list[str], cells: list[list[str]], __: tuple[str, ...]) -> str:
    return "\n".join(["| " + " | ".join(row) + " |" for row in cells] + [""])


def _tabs(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
    return "\n".join(["Danh sách:", *("\t".join(row) for row in [heads, *cells]), ""])


def _aligned(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
    rows = [heads, *cells]
    widths = [max(len(row[at]) for row in rows) + 6 for at in range(len(heads))]
    lines = [
        "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join(["DANH SÁCH", *lines, ""])


def _a_cell_a_line(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
    return "\n".join(["Danh sách nhân sự", *heads, *(cell for row in cells for cell in row), ""])


def _spaced_cells(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
    return "\n\n".join([*heads, *(cell for row in cells for cell in row)]) + "\n"


def _broken_cells(heads: list[str], cells: list[list[str]], order: tuple[str, ...]) -> str:
    """Office cells are broken in two lines, and each cell ends with a bar."""
    office = order.index("office")
    lines = [" | ".join(heads) + " |", "|".join(["---"] * len(heads)) + "|"]
    for row in cells:
        words = row[office].split()
        half = len(words) // 2
        broken = " ".join(words[:half]) + "\n" + " ".join(words[half:])
        lines.append(" |\n".join([*row[:office], broken, *row[office + 1 :]]) + " |")
    return "\n".join([*lines, ""])


def _html(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
    rows = ["".join(f"<td>{cell}</td>" for cell in row) for row in [heads, *cells]]
    return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>\n"


def _named(cells: list[list[str]], order: tuple[str, ...]) -> list[tuple[str, str]]:
    name, office = order.index("name"), order.index("office")
    return [(row[name], row[office]) for row in cells]


def _listing(mark: str, joint: str) -> Way:
    def write(_: list[str], cells: list[list[str]], order: tuple[str, ...]) -> str:
        swap = order.index("office") < order.index("name")
        pairs = [(b, a) if swap else (a, b) for a, b in _named(cells, order)]
        lines = [f"{mark.format(at)}{a}{joint}{b}" for at, (a, b) in enumerate(pairs, 1)]
        return "\n".join(["Thành phần gồm:", *lines, ""]) if _is_first(order) else ""

    return write


def _inline(joint: str) -> Way:
    def write(_: list[str], cells: list[list[str]], order: tuple[str, ...]) -> str:
        swap = order.index("office") < order.index("name")
        pairs = [(b, a) if swap else (a, b) for a, b in _named(cells, order)]
        inside = "; ".join(f"{a}{joint}{b}" for a, b in pairs)
        return f"Tham dự hội nghị có: {inside}.\n" if _is_first(order) else ""

    return write


def _fields(mark: str, joint: str, gap: str, bold: str = "") -> Way:
    """Each cell has a line of its own, with its head before it."""

    def write(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
        records = [
            "\n".join(
                f"{mark if at else mark and f'{number}. '}{bold}{head}{joint}{bold}{cell}"
                for at, (head, cell) in enumerate(zip(heads, row, strict=True))
            )
            for number, row in enumerate(cells, 1)
        ]
        return gap.join(records) + "\n"

    return write


def _a_column_each(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
    """The heads stand in the first column, and each person has one of the others."""
    rows = list(zip(heads, *cells, strict=True))
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:], ""])


def _over(first: str) -> Way:
    """A name over its offices, or offices over the name, each on a line, people apart."""

    def write(_: list[str], cells: list[list[str]], order: tuple[str, ...]) -> str:
        parts = [(name, *office.split(", ")) for name, office in _named(cells, order)]
        if first == "office":
            parts = [(*offices, name) for name, *offices in parts]
        return "\n\n".join("\n".join(part) for part in parts) + "\n" if _is_first(order) else ""

    return write


def _under_names(mark: str) -> Way:
    def write(_: list[str], cells: list[list[str]], order: tuple[str, ...]) -> str:
        lines = ["Danh sách"]
        for name, office in _named(cells, order):
            lines += [f"Ông/Bà: {name}", *(f"{mark}{each}" for each in office.split(", "))]
        return "\n".join([*lines, ""]) if _is_first(order) else ""

    return write


def _fields_under_names(opening: str, mark: str) -> Way:
    """The name has no label; what is told of the person stands below it."""

    def write(heads: list[str], cells: list[list[str]], order: tuple[str, ...]) -> str:
        name = order.index("name")
        records = []
        for number, row in enumerate(cells, 1):
            told = [f"{mark}{h}: {c}" for h, c in zip(heads, row, strict=True)]
            del told[name]
            records.append("\n".join([f"{opening.format(number)}{row[name]}", *told]))
        return "\n".join([*records, ""]) if order[0] != "number" else ""

    return write


def _parted(mark: str) -> Way:
    """A line a person under a line of heads, with a mark between the cells."""

    def write(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
        rows = [mark.join(f'"{c}"' if mark.strip() in c else c for c in row) for row in cells]
        return "\n".join(["DANH SÁCH", "", mark.join(heads), *rows, ""])

    return write


def _drawn(bar: str, rule: str, corner: str) -> Way:
    """Cells with lines drawn around them."""

    def write(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
        rows = [heads, *cells]
        widths = [max(len(row[at]) for row in rows) for at in range(len(heads))]
        line = corner + corner.join(rule * (width + 2) for width in widths) + corner
        drawn = [
            bar
            + bar.join(f" {cell.ljust(width)} " for cell, width in zip(row, widths, strict=True))
            for row in rows
        ]
        return "\n".join([line, *(f"{row}{bar}\n{line}" for row in drawn), ""])

    return write


def _ruled(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
    """Two blanks and more between the cells, rules over and under the heads."""
    rows = [heads, *cells]
    widths = [max(len(row[at]) for row in rows) for at in range(len(heads))]
    rule = "  ".join("=" * width for width in widths)
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([rule, lines[0], rule, *lines[1:], rule, ""])


def _wrapped(heads: list[str], cells: list[list[str]], order: tuple[str, ...]) -> str:
    """The last cell of a row goes on under itself."""
    if order[-1] != "office":
        return ""
    rows = [heads, *cells]
    widths = [max(len(row[at]) for row in rows) + 3 for at in range(len(heads) - 1)]
    indent = " " * sum(widths)
    lines = [
        "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        + f"\n{indent}".join(wrap(row[-1], 16))
        for row in rows
    ]
    return "\n".join([*lines, ""])


def _loud_heads(heads: list[str], cells: list[list[str]], order: tuple[str, ...]) -> str:
    return _bars([f"{head} hiện nay".upper() for head in heads], cells, order)


def _spread(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
    """Tabs between the cells, an empty line between the rows."""
    return "\n\n".join("\t".join(row) for row in [heads, *cells]) + "\n"


def _over_two_pages(mark: str, rule: str) -> Way:
    """The heads come again behind the number of a page."""

    def write(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
        top = mark.join(heads) + rule.format("---" + "|---" * (len(heads) - 1))
        rows = [mark.join(row) for row in cells]
        return "\n".join(["DANH SÁCH", top, *rows[:2], "", "12", "", "\f" + top, *rows[2:], ""])

    return write


def _two_a_row(heads: list[str], cells: list[list[str]], order: tuple[str, ...]) -> str:
    if len(cells) % 2:
        return ""
    rows = [one + other for one, other in zip(cells[::2], cells[1::2], strict=True)]
    return _bars(heads * 2, rows, order)


def _marked(opening: str, row: str, cell: str, closing: str) -> Way:
    def write(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
        rows = [row.format("".join(cell.format(each) for each in line)) for line in [heads, *cells]]
        return "\n".join([opening, *rows, closing, ""])

    return write


def _spanned(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
    """A cell in the first column spans all rows."""
    first = f"<td rowspan={len(cells)}>Đoàn chủ tịch</td>"
    rows = ["".join(f"<td>{cell}</td>" for cell in row) for row in cells]
    body = "</tr><tr>".join([first + rows[0], *rows[1:]])
    return f"<table><tr><th>Thành phần<th>{'<th>'.join(heads)}</tr><tr>{body}</tr></table>\n"


def _grouped(heads: list[str], cells: list[list[str]], order: tuple[str, ...]) -> str:
    """Rows that say the same in all cells part the others."""
    lines = _bars(heads, cells, order).split("\n")
    for at, name in ((6, "II. ỦY VIÊN"), (4, "I. THƯỜNG TRỰC")):
        lines.insert(at, "|" + f" {name} |" * len(heads))
    return "\n".join(lines)


def _labelled(joint: str) -> Way:
    """A line a person, with the head before each cell."""

    def write(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
        rows = [joint.join(f"{h}: {c}" for h, c in zip(heads, row, strict=True)) for row in cells]
        return "\n".join([*rows, ""])

    return write


def _bare(mark: str, end: str = "") -> Way:
    """A line a person, with a mark between the cells and no heads."""

    def write(_: list[str], cells: list[list[str]], __: tuple[str, ...]) -> str:
        return "\n".join([*(mark.join(row) + end for row in cells), ""])

    return write


def _typeset(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
    """A table as LaTeX has it."""
    rows = [" & ".join(row) + r" \\ \hline" for row in [heads, *cells]]
    opening = r"\begin{tabular}{" + "l" * len(heads) + "}"
    return "\n".join([opening, r"\hline", *rows, r"\end{tabular}", ""])


def _bracketed(form: str) -> Way:
    """A line a person, each field in brackets or behind its label in brackets."""

    def write(heads: list[str], cells: list[list[str]], _: tuple[str, ...]) -> str:
        rows = [" ".join(map(form.format, heads, row)) for row in cells]
        return "\n".join([*rows, ""])

    return write


def _some(write: Way) -> Way:
    """A way of writing for every third order of the columns only."""
    orders = ORDERS[1::3]

    def less(heads: list[str], cells: list[list[str]], order: tuple[str, ...]) -> str:
        return write(heads, cells, order) if order in orders else ""

    return less


def _is_first(order: tuple[str, ...]) -> bool:
    """Lists have only two parts: one page for each order of these, not one for every table."""
    return order in {("name", "office"), ("office", "name")}


WAYS: dict[str, Way] = {
    "bars": _bars,
    "bars apart": _bars_apart,
    "no outer bars": _no_outer_bars,
    "no head": _no_head,
    "tabs": _tabs,
    "aligned": _aligned,
    "a cell a line": _a_cell_a_line,
    "spaced cells": _spaced_cells,
    "broken cells": _broken_cells,
    "html": _html,
    "fields": _fields("", ": ", "\n\n"),
    "fields, no gaps": _fields("", ": ", "\n"),
    "fields, bullets": _fields("- ", ": ", "\n"),
    "fields, bold": _fields("", ": ", "\n\n", "**"),
    "fields, dashes": _fields("", " - ", "\n\n"),
    "fields, long dashes": _fields("", " – ", "\n"),
    "fields, tabs": _fields("", "\t", "\n\n"),
    "fields, colons and tabs": _fields("", ":\t", "\n"),
    "fields, wide": _fields("", "      ", "\n\n"),
    "fields, below": _fields("", "\n", "\n\n"),
    "fields, colons, below": _fields("", ":\n", "\n"),
    "a column each": _a_column_each,
    "offices over names": _over("office"),
    "names over offices": _over("name"),
    "colon": _listing("", ": "),
    "dash": _listing("", " - "),
    "bullets, dash": _listing("- ", " - "),
    "bullets, comma": _listing("- ", ", "),
    "numbers, comma": _listing("{}. ", ", "),
    "numbers, dash": _listing("{}. ", " – "),
    "numbers, colon": _listing("{}) ", ": "),
    "inline dash": _inline(" - "),
    "inline colon": _inline(": "),
    "inline comma": _inline(", "),
    "under names, dashes": _under_names("- "),
    "under names, plus": _under_names("+ "),
    "under names": _under_names(""),
    "semicolons": _some(_parted(" ; ")),
    "commas": _some(_parted(",")),
    "slashes": _some(_parted(" / ")),
    "carets": _some(_parted("^")),
    "number signs": _some(_parted(" # ")),
    "drawn": _some(_drawn("│", "─", "┼")),
    "drawn in letters": _some(_drawn("|", "-", "+")),
    "ruled": _some(_ruled),
    "bars over two pages": _some(_over_two_pages(" | ", "\n{}")),
    "tabs over two pages": _some(_over_two_pages("\t", "")),
    "two people a row": _some(_two_a_row),
    "html, paragraphs": _some(
        _marked("<table><tbody>", "<tr>{}</tr>", "<td><p>{}</p></td>", "</tbody></table>")
    ),
    "html, open": _some(_marked("<TABLE border=1>", "<TR>{}", "<TD>{}", "</TABLE>")),
    "html, a cell over rows": _some(_spanned),
    "groups of rows": _some(_grouped),
    "labels in a row": _some(_labelled("; ")),
    "labels, commas": _some(_labelled(", ")),
    "labels, dashes": _some(_labelled(" - ")),
    "typeset": _some(_typeset),
    "ampersands, no head": _some(_bare(" & ", r" \\")),
    "semicolons, no head": _some(_bare("; ")),
    "fields in brackets": _some(_bracketed("[{}: {}]")),
    "fields in round brackets": _some(_bracketed("({}: {})")),
    "labels in brackets": _some(_bracketed("[{}] {}")),
    "wrapped": _wrapped,
    "loud heads": _some(_loud_heads),
    "tabs, spread": _some(_spread),
    "fields, signs of equality": _some(_fields("", " = ", "\n\n")),
    "fields, leaders": _some(_fields("", ": ...... ", "\n\n")),
    "fields under names": _fields_under_names("", ""),
    "fields under numbered names": _fields_under_names("{}. Ông ", "- "),
    "fields under addressed names": _fields_under_names("Đồng chí ", ""),
    "quoted": _listing("> ", ", "),
    "numbers in brackets": _listing("({}) ", ", "),
}
