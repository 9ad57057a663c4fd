"""Invented papers of offices, each written as a file of five formats.

A paper is drawn from a seed: letterhead, title, items with automatic numbers, a table whose cells
take several columns, recipients beside a signature. ``WRITERS`` has a function for each format that
returns the bytes of a file; ``lines`` says what a reader sees, line for line.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

Cell = tuple[str, int]
"""The words of a cell, and how many columns it takes."""

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_ODF: Final = "urn:oasis:names:tc:opendocument:xmlns"
_COLUMNS: Final = (36, 180, 144, 120)
_LEFT: Final = 72
_WIDTH: Final = 5.0
_LINE: Final = 16


@dataclass(frozen=True)
class Paper:
    """What a paper holds.

    Attributes:
        office: Lines of the letterhead on the left, its number last.
        state: Those on the right, place and day last.
        title: Its lines.
        forms: For each level of its list the format of the numbers and what stands around them.
        items: Level and words of each item.
        table: Rows of cells.
        recipients: Lines on the left of the foot.
        signature: Lines on the right, the name last.
        number: What the number is.
        published: The day.
    """

    office: tuple[str, ...]
    state: tuple[str, ...]
    title: tuple[str, ...]
    forms: tuple[tuple[str, str, str], ...]
    items: tuple[tuple[int, str], ...]
    table: tuple[tuple[Cell, ...], ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    number: str
    published: str


_PLACES: Final = ("SÔNG MÂY", "SUỐI ĐÁ", "NẬM LÀ", "PHÌN HỒ")
_BODIES: Final = (
    ("ỦY BAN NHÂN DÂN", "UBND"), ("HỘI ĐỒNG NHÂN DÂN", "HĐND"), ("ỦY BAN BẦU CỬ", "UBBC"),
)  # fmt: skip
_KINDS: Final = (
    ("QUYẾT ĐỊNH", "QĐ", "Về việc kiện toàn Ban Chỉ đạo chuyển đổi số"),
    ("KẾ HOẠCH", "KH", "Sắp xếp tổ chức bộ máy của huyện"),
    ("THÔNG BÁO", "TB", "Kết quả phiên họp thứ hai"),
)
_FORMS: Final = (
    (("1", "Điều ", "."), ("1", "", "."), ("a", "", ")")),
    (("I", "", "."), ("1", "", "."), ("-", "", "")),
    (("1", "", "."), ("a", "", ")"), ("-", "", "")),
)
_NAMES: Final = (
    "Lò Văn Mây",
    "Vàng Thị Hoa",
    "Giàng A Sử",
    "Tẩn Lở Mẩy",
    "Ma Seo Páo",
    "Lù Mý Già",
)
_OFFICES: Final = (
    "Bí thư Đảng ủy xã", "Chủ tịch UBND xã", "Trưởng phòng Nội vụ", "Trưởng Công an huyện",
)  # fmt: skip
_TASKS: Final = (
    "Rà soát cán bộ của các xã trong huyện;", "Báo cáo kết quả với Thường trực;",
    "Bố trí kinh phí hằng năm;", "Tuyên truyền đến từng thôn, bản;", "Kiểm tra việc thực hiện.",
)  # fmt: skip
_HEADS: Final = ("Nhiệm vụ chung của các phòng, ban", "Giải pháp của các xã", "Điều khoản thi hành")
_SIGNERS: Final = (
    ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), ("CHỦ TỊCH",),
    ("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
)  # fmt: skip


def paper(seed: int) -> Paper:
    """Draw a paper."""
    rng = random.Random(seed)  # noqa: S311 - words of a test
    place = rng.choice(_PLACES)
    body, short = rng.choice(_BODIES)
    kind, sign, subject = rng.choice(_KINDS)
    number = f"Số: {rng.randint(1, 999)}/{sign}-{short}"
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2012, 2024)
    items: list[tuple[int, str]] = []
    for head in rng.sample(_HEADS, rng.randint(2, 3)):
        items.append((0, head))
        for task in rng.sample(_TASKS, rng.randint(0, 3)):
            items.append((1, task))
            items += ((2, more) for more in rng.sample(_TASKS, rng.choice((0, 0, 2))))
    names = rng.sample(_NAMES, 4)
    head: tuple[Cell, ...] = (("TT", 1), ("Họ và tên", 1), ("Chức vụ", 2))
    rows = [head, (("", 1), ("", 1), ("Đảng", 1), ("Chính quyền", 1))]
    for at, name in enumerate(names[:3], start=1):
        if rng.random() < 0.4:
            rows.append(((f"{'I' * at}. Khối {at}", 4),))
        one, other = rng.sample(_OFFICES, 2)
        rows.append(
            ((str(at), 1), (name, 1), (one, 2))
            if rng.random() < 0.3
            else ((str(at), 1), (name, 1), (rng.choice((one, "")), 1), (other, 1))
        )
    return Paper(
        office=(body, f"HUYỆN {place}", number),
        state=(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
            f"{place.title()}, ngày {day:02} tháng {month} năm {year}",
        ),
        title=(kind, subject),
        forms=rng.choice(_FORMS),
        items=tuple(items),
        table=tuple(rows),
        recipients=("Nơi nhận:", "- Như trên;", "- Lưu: VT."),
        signature=(*rng.choice(_SIGNERS), names[3]),
        number=number,
        published=f"{year}-{month:02}-{day:02}",
    )  # fmt: skip


def lines(told: Paper) -> list[str]:
    """Return the lines that a reader sees of the items and the table."""
    marks = _marks(told)
    items = [f"{mark} {words}" for mark, (_, words) in zip(marks, told.items, strict=True)]
    return [*items, *(_bars(row) for row in told.table)]


def _bars(row: tuple[Cell, ...]) -> str:
    words = [word for text, span in row for word in (text, *[""] * (span - 1))]
    return f"| {' | '.join(words)} |"


def _marks(told: Paper) -> list[str]:
    counts = [0, 0, 0]
    found = []
    for level, _ in told.items:
        counts[level] += 1
        counts[level + 1 :] = [0] * (2 - level)
        form, before, after = told.forms[level]
        found.append(form if form == "-" else f"{before}{_counted(form, counts[level])}{after}")
    return found


def _counted(form: str, count: int) -> str:
    return {"1": str(count), "a": "abcdefgh"[count - 1], "I": "I" * count}[form]


def docx(told: Paper) -> bytes:
    """Return a Word file: numbers are automatic, cells of one column go on in the row below."""
    kinds = {"1": "decimal", "a": "lowerLetter", "I": "upperRoman", "-": "bullet"}
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{kinds[form]}"/><w:lvlText w:val="{before}'
        f'{"-" if form == "-" else f"%{at + 1}"}{after}"/></w:lvl>'
        for at, (form, before, after) in enumerate(told.forms)
    )
    numbering = (
        f'<w:numbering xmlns:w="{_WORD}"><w:abstractNum w:abstractNumId="0">{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    items = "".join(
        _paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')
        for level, words in told.items
    )
    rows = "".join(
        f"<w:tr>{''.join(_word_cell(cell) for cell in row)}</w:tr>" for row in told.table
    )
    borders = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>'
    body = (
        _sides(told.office, told.state) + "".join(map(_paragraph, told.title)) + items
        + f"<w:tbl><w:tblPr>{borders}</w:tblPr>{rows}</w:tbl>" + _paragraph("")
        + _sides(told.recipients, told.signature)
    )  # fmt: skip
    return _packed(
        {
            "_rels/.rels": _relations("officeDocument", "word/document.xml"),
            "word/_rels/document.xml.rels": _relations("numbering", "numbering.xml"),
            "word/numbering.xml": numbering,
            "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body>'
            "</w:document>",
        }
    )


def _paragraph(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def _word_cell(cell: Cell) -> str:
    words, span = cell
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{_paragraph(words)}</w:tc>'


def _sides(*columns: tuple[str, ...]) -> str:
    cells = "".join(f"<w:tc>{''.join(map(_paragraph, column))}</w:tc>" for column in columns)
    return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"


def _relations(kind: str, target: str) -> str:
    one = f'<Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PARTS}">{one}</Relationships>'


def _packed(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def rtf(told: Paper) -> bytes:
    """Return a Rich Text file: numbers stand in groups of their own, cells have their edges."""
    edges = [_LEFT]
    for width in _COLUMNS:
        edges.append(edges[-1] + width)
    parts = [_rtf_sides(told.office, told.state), *(rf"\pard {line}\par" for line in told.title)]
    for mark, (_, words) in zip(_marks(told), told.items, strict=True):
        parts.append(rf"\pard{{\listtext {mark}\tab}}{words}\par")
    for row in told.table:
        at, cells, ends = 0, "", ""
        for words, span in row:
            at += span
            ends += rf"\clbrdrt\brdrs\cellx{20 * edges[at]}"
            cells += rf"{words}\cell "
        parts.append(rf"\trowd\trleft{20 * _LEFT}{ends}\pard\intbl {cells}\row")
    parts += [r"\pard\par", _rtf_sides(told.recipients, told.signature), r"\pard\par"]
    text = "".join(parts)
    text = "".join(sign if sign < "\x80" else rf"\u{ord(sign)}?" for sign in text)
    return rf"{{\rtf1\ansi\uc1{text}}}".encode("ascii")


def _rtf_sides(*columns: tuple[str, ...]) -> str:
    ends = r"\par "
    cells = "".join(rf"\pard\intbl {ends.join(column)}\cell " for column in columns)
    return rf"\trowd\cellx4000\cellx9000 {cells}\row"


def odt(told: Paper) -> bytes:
    """Return an OpenDocument text: lists in lists, cells that are covered."""
    levels = "".join(
        f'<text:list-level-style-bullet text:level="{at}" text:bullet-char="-"/>'
        if form == "-"
        else f'<text:list-level-style-number text:level="{at}" style:num-format="{form}" '
        f'style:num-prefix="{before}" style:num-suffix="{after}"/>'
        for at, (form, before, after) in enumerate(told.forms, start=1)
    )
    rows = "".join(
        f"<table:table-row>{''.join(_odt_cell(cell) for cell in row)}</table:table-row>"
        for row in told.table
    )
    body = (
        _odt_sides(told.office, told.state) + "".join(map(_odt_p, told.title))
        + _odt_list(list(told.items), 0) + f"<table:table>{rows}</table:table>" + _odt_p("")
        + _odt_sides(told.recipients, told.signature)
    )  # fmt: skip
    names = "".join(
        f' xmlns:{name}="{_ODF}:{space}:1.0"'
        for name, space in (
            ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"),
            ("fo", "xsl-fo-compatible"),
        )
    )  # fmt: skip
    styles = (
        f'<text:list-style style:name="L">{levels}</text:list-style><style:style style:name="B">'
        '<style:table-cell-properties fo:border="1pt solid #000"/></style:style>'
    )
    content = (
        f"<office:document-content{names}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return _packed({"content.xml": content})


def _odt_p(words: str) -> str:
    return f"<text:p>{words}</text:p>"


def _odt_list(items: list[tuple[int, str]], level: int) -> str:
    inner = ""
    while items and items[0][0] >= level:
        _, words = items.pop(0)
        below = _odt_list(items, level + 1) if items and items[0][0] > level else ""
        inner += f"<text:list-item>{_odt_p(words)}{below}</text:list-item>"
    style = ' text:style-name="L"' if level == 0 else ""
    return f"<text:list{style}>{inner}</text:list>"


def _odt_cell(cell: Cell) -> str:
    words, span = cell
    told = f'<table:table-cell table:style-name="B" table:number-columns-spanned="{span}">'
    return f"{told}{_odt_p(words)}</table:table-cell>" + "<table:covered-table-cell/>" * (span - 1)


def _odt_sides(*columns: tuple[str, ...]) -> str:
    cells = "".join(
        f"<table:table-cell>{''.join(map(_odt_p, column))}</table:table-cell>" for column in columns
    )
    return f"<table:table><table:table-row>{cells}</table:table-row></table:table>"


def html(told: Paper) -> bytes:
    """Return a page as Word saves it: windows-1252 with references, numbers in spans."""
    items = "".join(
        f"<p class=MsoListParagraph style='margin-left:{18 * level}pt'><span style='mso-list:"
        f"Ignore'>{mark}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;</span>"
        f"</span>{words}</p>\n"
        for mark, (level, words) in zip(_marks(told), told.items, strict=True)
    )
    rows = "".join(
        "<tr>" + "".join(
            f"<td colspan={span} style='border:solid windowtext 1.0pt'><p class=MsoNormal>{words}"
            "</p></td>"
            for words, span in row
        ) + "</tr>"
        for row in told.table
    )  # fmt: skip
    title = "".join(f"<p class=MsoNormal align=center><b>{line}</b></p>" for line in told.title)
    page = (
        "<html xmlns:w='urn:schemas-microsoft-com:office:word'><head><meta "
        "http-equiv=Content-Type content='text/html; charset=windows-1252'></head><body><div "
        f"class=WordSection1>{_html_sides(told.office, told.state)}{title}{items}"
        f"<table class=MsoNormalTable border=1>{rows}</table><p class=MsoNormal>&nbsp;</p>"
        f"{_html_sides(told.recipients, told.signature)}</div></body></html>"
    )
    return page.encode("cp1252", "xmlcharrefreplace")


def _html_sides(*columns: tuple[str, ...]) -> str:
    cells = "".join(
        "<td>" + "".join(f"<p class=MsoNormal>{line}</p>" for line in column) + "</td>"
        for column in columns
    )
    return f"<table class=MsoNormalTable border=0><tr>{cells}</tr></table>"


def pdf(told: Paper) -> bytes:
    """Return a PDF file of one page or more: numbers hang before their items, lines draw cells."""
    drawn = _Drawing()
    drawn.sides(told.office, told.state)
    for line in told.title:
        drawn.text(297 - len(line) * _WIDTH / 2, line)
        drawn.down()
    for mark, (level, words) in zip(_marks(told), told.items, strict=True):
        left = _LEFT + 18 * level
        drawn.text(left, mark)
        drawn.text(max(left + 18, left + (len(mark) + 1) * _WIDTH), words)
        drawn.down()
    drawn.table(told.table)
    drawn.down()
    drawn.sides(told.recipients, told.signature)
    return drawn.file()


class _Drawing:
    """One page, written from top to bottom in letters of one width."""

    def __init__(self) -> None:
        self._y = 780.0
        self._parts: list[str] = []
        self._codes: dict[str, int] = {}

    def down(self) -> None:
        self._y -= _LINE

    def text(self, x: float, words: str) -> None:
        codes = "".join(
            f"{self._codes.setdefault(sign, len(self._codes) + 1):04x}" for sign in words
        )
        self._parts.append(f"BT /F1 10 Tf {x:.1f} {self._y:.1f} Td <{codes}> Tj ET")

    def sides(self, *columns: tuple[str, ...]) -> None:
        for at in range(max(map(len, columns))):
            for column, middle in zip(columns, (150, 400), strict=True):
                if at < len(column):
                    self.text(middle - len(column[at]) * _WIDTH / 2, column[at])
            self.down()

    def table(self, rows: tuple[tuple[Cell, ...], ...]) -> None:
        edges = [_LEFT]
        for width in _COLUMNS:
            edges.append(edges[-1] + width)
        for row in rows:
            top, bottom = self._y + _LINE - 5, self._y - 5
            at = 0
            for words, span in row:
                left, right = edges[at], edges[at + span]
                self.text(left + 4, words)
                self._parts.append(f"{left} {bottom} {right - left} {top - bottom} re S")
                at += span
            self.down()

    def file(self) -> bytes:
        content = "\n".join(self._parts)
        pairs = "\n".join(
            f"<{code:04x}> <{sign.encode('utf-16-be').hex()}>" for sign, code in self._codes.items()
        )
        letters = (
            "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> "
            f"endcodespacerange {len(self._codes)} beginbfchar\n{pairs}\nendbfchar endcmap end"
        )
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            "/Resources << /Font << /F1 5 0 R >> >> >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H "
            "/DescendantFonts [6 0 R] /ToUnicode 8 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 500 /FontDescriptor 7 0 R "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
            "<< /Type /FontDescriptor /FontName /A /Flags 4 /Ascent 800 /Descent -200 "
            "/FontBBox [0 -200 500 800] /ItalicAngle 0 /CapHeight 700 /StemV 80 >>",
            f"<< /Length {len(letters)} >>\nstream\n{letters}\nendstream",
        ]
        return pdf_file(objects)


def pdf_file(objects: Sequence[str]) -> bytes:
    """Return a PDF file of objects, the first of which is its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{item}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start, size = len(out), len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size}".encode()
    return out + f" /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


WRITERS: Final[dict[str, Callable[[Paper], bytes]]] = {
    "docx": docx, "rtf": rtf, "odt": odt, "html": html, "pdf": pdf,
}  # fmt: skip
