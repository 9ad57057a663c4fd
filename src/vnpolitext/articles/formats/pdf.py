"""PDF files with a text layer."""

from __future__ import annotations

from statistics import median
from typing import Any, Final

from vnpolitext.articles.draft import Draft, Reading
from vnpolitext.articles.formats.damage import read_by_others
from vnpolitext.articles.formats.portable.capitals import with_capitals
from vnpolitext.articles.formats.portable.columns import columns_of, is_table, opens_page
from vnpolitext.articles.formats.portable.fonts import show_letters
from vnpolitext.articles.formats.portable.furniture import (
    Note,
    mark_notes,
    note_text,
    running_heads,
    split_notes,
    without_furniture,
)
from vnpolitext.articles.formats.portable.items import show_circle
from vnpolitext.articles.formats.portable.paragraphs import Line, lines_of, paragraphs
from vnpolitext.articles.formats.portable.placed import Page
from vnpolitext.articles.formats.portable.rows import Row, Run, rows_of, runs_of, signature_run
from vnpolitext.articles.formats.portable.spacing import join_letters, join_touching
from vnpolitext.articles.formats.portable.tables import drawn_tables, joined_row, table_lines
from vnpolitext.articles.formats.portable.words import read_pages
from vnpolitext.articles.formats.recognition import recognise
from vnpolitext.layout.furniture import shape_of

_SHARE: Final = 0.1


def read_pdf(data: bytes, *, ocr: bool = False) -> Reading:
    """Return the text of a PDF file, one paragraph a line, pages parted by form feeds.

    Lines are joined where places and words show that they go on, also over the end of a page; then
    no form feed parts them. Numbers of pages are left out, running heads are told once. Columns are
    read one after the other, tables row by row with ``|``. Marks of notes are ``[1]``, and a note
    stands after the paragraph that its page ends in.

    Args:
        data: The contents of the file.
        ocr: Whether the words of scanned pages are recognised.

    Raises:
        ValueError: The file is damaged, encrypted with a password or has no text layer; or nothing
            is installed that recognises scanned pages.
        ImportError: pypdfium2 is not installed.
    """
    pages = list(read_pages(data))
    scans = sum(page.is_scan for page in pages)
    if ocr and scans:
        pages = recognise(data, pages)
    if not any(page.words for page in pages):
        if scans and ocr:
            raise ValueError(
                f"a PDF file of {scans} scanned pages in which no words are recognised"
            )
        if scans:
            raise ValueError(
                f"a PDF file of {scans} scanned pages without a text layer; it needs optical "
                "recognition first"
            )
        raise ValueError("a PDF file without a text layer; it needs optical recognition first")
    with read_by_others("PDF file"):
        lines, heads, encoding = _lines(pages)
    draft = Draft()
    for head in heads:
        draft.add(head, "boilerplate")
    page = 1
    for line in paragraphs_with_notes(lines):
        if line.page > page:
            draft.add("\f" * (line.page - page))
            page = line.page
        draft.add(line.text, line.kind)
    metadata: dict[str, Any] = {"pages": len(pages), **encoding}
    if unread := sum(page.is_scan for page in pages):
        metadata["pages_without_text"] = unread
    if read := scans - unread:
        metadata["pages_recognised"] = read
    return draft.reading(metadata)


def paragraphs_with_notes(lines: list[Line]) -> list[Line]:
    """Return the paragraphs, each note after the one that its page ends in."""
    text = [line for line in lines if line.kind != "footnote"]
    notes = [line for line in lines if line.kind == "footnote"]
    found: list[Line] = []
    joined = paragraphs(text)
    for at, line in enumerate(joined):
        found.append(line)
        following = joined[at + 1].page if at + 1 < len(joined) else float("inf")
        while notes and notes[0].page < following:
            found.append(notes.pop(0))
    return found


def _lines(pages: list[Page]) -> tuple[list[Line], list[str], dict[str, str]]:
    """Return the lines of the pages, their running heads, and the encoding where it is old."""
    drawn = [rows_of(with_capitals(page.words)) for page in pages]
    encoding = show_letters([row for found in drawn for row in found])
    rows = [[_whole(row) for row in found] for found in drawn]
    heads = running_heads(pages, rows)
    known: dict[str, str] = {}
    height = median(word.height for page in pages for word in page.words)
    lines: list[Line] = []
    for number, (page, found) in enumerate(zip(pages, rows, strict=True), start=1):
        kept, gone = without_furniture(page, found, heads)
        for head in gone:
            known.setdefault(shape_of(head), head)
        body, notes = split_notes(page, kept, height)
        mark_notes(body, frozenset(note.number for note in notes))
        told = _page_lines(page, body, number)
        parted = lines and told and lines[-1].kind == told[0].kind == "table"
        if parted and (row := joined_row(lines[-1].text, told[0].text)):
            lines[-1].text = row
            told = told[1:]
        lines += told
        lines += (_note_line(note, number) for note in notes)
    return lines, list(known.values()), {"encoding": encoding} if encoding else {}


def _whole(row: Row) -> Row:
    """Return a row with its words whole, and a bullet where one is shown."""
    words = join_letters(join_touching(row.words))
    show_circle(words)
    return Row(words)


def _note_line(note: Note, number: int) -> Line:
    return Line(note_text(note), None, number, kind="footnote")


def _page_lines(page: Page, rows: list[Row], number: int) -> list[Line]:
    lines: list[Line] = []
    runs = _runs(page, rows)
    single = [row for run in runs if not run.gutters for row in run.rows]
    edges = _edges(single)
    for run in runs:
        if not run.gutters:
            lines += lines_of(run.rows, number, edges)
            continue
        columns = columns_of(run)
        if (run.drawn and not opens_page(columns)) or is_table(columns):
            lines += (Line(text, None, number, kind="table") for text in table_lines(run, page))
        else:
            for column in columns:
                lines += lines_of(column, number)
    return lines


def _runs(page: Page, rows: list[Row]) -> list[Run]:
    """Return the runs of a page; recipients beside a signature are one of two columns."""
    parts: list[tuple[int, int, Run]] = [
        (start, stop, Run(rows[start:stop], gutters, drawn=True))
        for start, stop, gutters in drawn_tables(page, rows)
    ]
    after = parts[-1][1] if parts else 0
    if found := signature_run(rows[after:], page.width):
        start, stop, middle = found
        run = Run(rows[after + start : after + stop], [middle])
        parts.append((after + start, after + stop, run))
    runs: list[Run] = []
    at = 0
    for start, stop, run in parts:
        runs += [*runs_of(rows[at:start], page.width), run]
        at = stop
    return [*runs, *runs_of(rows[at:], page.width)]


def _edges(rows: list[Row]) -> tuple[float, float] | None:
    """Return the edges of the text of a page, without the odd line beyond."""
    if not rows:
        return None
    lefts = sorted(row.left for row in rows)
    rights = sorted(row.right for row in rows)
    at = int(len(rows) * _SHARE)
    return lefts[at], rights[len(rows) - 1 - at // 2]
