"""Reading files: right answers on small cases, and files a second beside other readers.

    python benchmarks/reading.py --cases cases.jsonl --files folder/ --gold tests/gold/files.json
    python benchmarks/reading.py --portals 1 --papers 100

A case has ``kind`` (a suffix), its contents (``input``, ``input_b64``, or ``body`` of a Word file)
and ``right``: an object of metadata and text, or a row of a table that the text must have. Files
stand in one folder a kind. All readers take the same files in one run, one after the other, so that
the machine is the same for all; the shares of words say how many words of a reader's text ours has,
and the other way round.

Gold annotation of files names each by its SHA-256 and holds digests of what a reader sees: title,
date, author, number, signature, standfirst; and counts of captions and articles (``Điều``).
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import io
import json
import re
import sys
import time
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from papers import WRITERS, lines, paper
from portals import Portal, portals
from vnpolitext.articles import ArticleError, article_from_bytes
from vnpolitext.evaluation.lines import json_lines

Reader = Callable[[bytes], str]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--files", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--portals", type=int, metavar="SEED", help="read invented portals, too")
    parser.add_argument("--papers", type=int, metavar="COUNT", help="read invented papers, too")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if options.cases:
        print_cases(options.cases)
    if options.portals is not None:
        print_portals(options.portals)
    if options.papers:
        print_papers(options.papers)
    if options.files and options.gold:
        print_gold(options.files, options.gold)
    elif options.files:
        print_files(options.files, options.rounds)


def print_cases(path: Path) -> None:
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for case in json_lines(path):
        data, wanted = contents(case), case["right"]
        if data is None or not (isinstance(wanted, dict) or wanted.startswith("|")):
            continue
        count[case["kind"]] += 1
        if is_right(data, case["kind"], wanted):
            right[case["kind"]] += 1
        else:
            print(f"wrong: {case['id']}", file=sys.stderr)
    print("| Kind | Cases that decide themselves | Right |\n|---|--:|--:|")
    for kind in sorted(count):
        print(f"| {kind} | {count[kind]} | {right[kind]} |")


def contents(case: dict[str, Any]) -> bytes | None:
    if "input_b64" in case:
        return base64.b64decode(case["input_b64"])
    if "input" in case:
        return str(case["input"]).encode()
    return word_file(case["body"], strict=bool(case.get("strict"))) if "body" in case else None


def word_file(body: str, *, strict: bool) -> bytes:
    stream = io.BytesIO()
    relation = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    space = STRICT if strict else WORD
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "_rels/.rels", f'<Relationships xmlns="{package}">{relation}</Relationships>'
        )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>',
        )
    return stream.getvalue()


def is_right(data: bytes, kind: str, wanted: dict[str, Any] | str) -> bool:
    try:
        article = article_from_bytes(data, path=f"a.{kind}")
    except ArticleError:
        return False
    if isinstance(wanted, str):
        return wanted in article.text.split("\n")
    return all(
        value.lstrip("… ") in article.text if key == "text" else article.metadata.get(key) == value
        for key, value in wanted.items()
    )


def print_files(folder: Path, rounds: int) -> None:
    print("\n| Kind | Reader | Read | Files/s | Its words that ours has | Ours that it has |")
    print("|---|---|--:|--:|--:|--:|")
    for kind in sorted(path.name for path in folder.iterdir() if path.is_dir()):
        files = [path.read_bytes() for path in sorted((folder / kind).iterdir())]
        readers = {"vnpolitext": ours(kind), **dict(others(kind))}
        texts: dict[str, dict[int, str]] = defaultdict(dict)
        seconds: Counter[str] = Counter()
        for turn in range(rounds):
            for name, reader in readers.items():
                start = time.perf_counter()
                for at, data in enumerate(files):
                    try:
                        texts[name][at] = reader(data)
                    except Exception:  # noqa: BLE001, S112 - whatever a reader raises
                        continue
                if turn or rounds == 1:  # in the first round packages are loaded
                    seconds[name] += time.perf_counter() - start
        for name in readers:
            had, has = shares(texts["vnpolitext"], texts[name])
            speed = len(files) * max(rounds - 1, 1) / seconds[name]
            read = sum(bool(text.strip()) for text in texts[name].values())
            print(f"| {kind} | {name} | {read} of {len(files)} | {speed:.1f} | {had} | {has} |")


def print_papers(count: int) -> None:
    """Print how many of the same invented papers are read right from files of each format."""
    print("\n| Format | Papers | Items and rows right | Title, number, day, name right |")
    print("|---|--:|--:|--:|")
    for kind, write in WRITERS.items():
        told = heads = 0
        for seed in range(count):
            wanted = paper(seed)
            article = article_from_bytes(write(wanted), path=f"a.{kind}")
            shown = {line.strip("# ") for line in article.text.split("\n")}
            told += shown.issuperset(lines(wanted))
            heads += (
                article.metadata["title"] == " ".join(wanted.title)
                and article.metadata.get("number") == wanted.number
                and article.metadata["published"] == wanted.published
                and article.metadata["author"] == wanted.signature[-1]
            )
        print(f"| {kind} | {count} | {told} | {heads} |")


def print_portals(seed: int) -> None:
    """Print what all readers of pages get of the text of invented portals, and ours of the rest."""
    pages = list(portals(seed))
    readers = {"vnpolitext": ours("html"), **dict(others("html"))}
    print("\n| Reader | Pages/s | Words of the text it has | Its words that are of the text |")
    print("|---|--:|--:|--:|")
    for name, reader in readers.items():
        reader(pages[0].source.encode())  # packages are loaded
        start = time.perf_counter()
        texts = [reader(page.source.encode()) for page in pages]
        seconds = time.perf_counter() - start
        kept = wanted = told = 0
        for page, text in zip(pages, texts, strict=True):
            right, read = (Counter(re.findall(r"\w+", part.lower())) for part in (page.body, text))
            beside = Counter(re.findall(r"\w+", f"{page.title} {page.author}".lower()))
            kept += (right & read).total()
            wanted += right.total()
            told += (right & read).total() + (read - right - beside).total()
        shares = (f"{100 * kept / max(size, 1):.1f}" for size in (wanted, told))
        print(f"| {name} | {len(pages) / seconds:.1f} | {' | '.join(shares)} |")
    print("\n| Field | Pages | Right |\n|---|--:|--:|")
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for page in pages:
        for field, is_right in judged(page):
            counts[field][is_right] += 1
    for field, found in counts.items():
        print(f"| {field} | {found.total()} | {found[True]} |")


def judged(page: Portal) -> Iterator[tuple[str, bool]]:
    """Yield for each field of a page whether it is right, also where there is none to tell."""
    article = article_from_bytes(page.source.encode(), path="a.html")
    for field in ("title", "published", "author"):
        told, right = article.metadata[field], getattr(page, field)
        yield field, letters(told or "") == letters(right or "")
    lead = " ".join(block.text for block in article.blocks if block.kind == "lead")
    yield "standfirst", letters(lead) == letters(page.lead or "")
    for kind, right in (("caption", page.captions), ("heading", page.headings)):
        yield f"{kind}s", [block.text for block in article.blocks if block.kind == kind] == right


def print_gold(folder: Path, gold: Path) -> None:
    """Print for each field how many values are right, and how many are told where there is none."""
    annotated = json.loads(gold.read_text(encoding="utf-8"))
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in sorted(folder.glob("*/*")):
        data = path.read_bytes()
        wanted = annotated.get(hashlib.sha256(data).hexdigest())
        if wanted is None:
            continue
        for name, verdict in compare(data, path, wanted):
            counts[path.parent.name, name][verdict] += 1
            counts["all", name][verdict] += 1
            if verdict != "right":
                print(f"{verdict}: {name} of {path.parent.name}/{path.name}", file=sys.stderr)
    print("| Kind | Field | Files | Right | Wrong | Missing | Told where there is none |")
    print("|---|---|--:|--:|--:|--:|--:|")
    for (kind, name), found in sorted(counts.items()):
        cells = (found[verdict] for verdict in ("right", "wrong", "missing", "false"))
        print(f"| {kind} | {name} | {found.total()} | {' | '.join(map(str, cells))} |")


def compare(data: bytes, path: Path, wanted: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the verdict on each field that is annotated."""
    try:
        article = article_from_bytes(data, path=path)
    except ArticleError as error:
        reason = wanted.get("error")
        yield "read", "right" if reason and reason in error.reason else "missing"
        return
    if wanted.get("error"):
        yield "read", "false"
        return
    yield "read", "right"
    signed = [block.text for block in article.blocks if block.part == "signature"]
    leads = [block.text for block in article.blocks if block.kind == "lead"]
    told: dict[str, Any] = {
        **{name: article.metadata.get(name) for name in ("title", "published", "author", "number")},
        "signature": signed[0] if signed else None,
        "standfirst": letters(leads[0])[:24] if leads else None,
        "captions": sum(block.kind == "caption" for block in article.blocks),
        "articles": len(re.findall(r"^[#* ]{0,6}Điều \d+[.:]", article.text, re.MULTILINE)),
    }
    for name, value in told.items():
        if name in wanted:
            yield name, verdict(value, wanted[name])


def verdict(told: Any, wanted: Any) -> str:
    if isinstance(wanted, int):
        return "right" if told == wanted else "wrong"
    if wanted is None:
        return "right" if told is None else "false"
    if told is None:
        return "missing"
    return "right" if digest(told) == wanted else "wrong"


def digest(value: str) -> str:
    """Return what stands in the annotation for a value: nobody can read it there."""
    return hashlib.sha256(letters(value).encode()).hexdigest()[:16]


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text).lower())


def ours(kind: str) -> Reader:
    return lambda data: article_from_bytes(data, path=f"a.{kind}").text


def others(kind: str) -> Iterator[tuple[str, Reader]]:
    """Yield the other readers of a kind that are installed."""
    for name, kinds, make in (
        ("trafilatura", ("html", "htm"), _trafilatura),
        ("readability", ("html", "htm"), _readability),
        ("jusText", ("html", "htm"), _justext),
        ("python-docx", ("docx",), _python_docx),
        ("pypdf", ("pdf",), _pypdf),
        ("pypdfium2, text only", ("pdf",), _pdfium),
    ):
        if kind in kinds:
            try:
                yield name, make()
            except ImportError:
                continue


def _trafilatura() -> Reader:
    import trafilatura

    return lambda data: trafilatura.extract(data, favor_recall=True, include_comments=False) or ""


def _readability() -> Reader:
    from lxml import html
    from readability import Document

    return lambda data: str(html.fromstring(Document(data).summary()).text_content())


def _justext() -> Reader:
    import justext

    words = justext.get_stoplist("Vietnamese")
    return lambda data: "\n".join(
        part.text for part in justext.justext(data, words) if not part.is_boilerplate
    )


def _python_docx() -> Reader:
    import docx

    def read(data: bytes) -> str:
        document = docx.Document(io.BytesIO(data))
        cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        return "\n".join((*(part.text for part in document.paragraphs), *cells))

    return read


def _pypdf() -> Reader:
    import pypdf

    return lambda data: "\n".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages
    )


def _pdfium() -> Reader:
    import pypdfium2

    return lambda data: "\n".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)
    )


def shares(first: dict[int, str], second: dict[int, str]) -> tuple[str, str]:
    """Return the shares of the words of each that the other has, over files that both read."""
    common = found = wanted = 0
    for at in first.keys() & second.keys():
        one, two = (Counter(re.findall(r"\w+", text.lower())) for text in (first[at], second[at]))
        common += (one & two).total()
        found, wanted = found + one.total(), wanted + two.total()
    return tuple(f"{100 * common / size:.1f}" if size else "–" for size in (wanted, found))  # type: ignore[return-value]


if __name__ == "__main__":
    main()
