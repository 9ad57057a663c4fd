"""A corpus in other programs' formats: CSV, CoNLL-U, spaCy DocBin, GraphML."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnpolitext.analysis import TABLES, Analysis, columns
from vnpolitext.analysis.codebook import codebook
from vnpolitext.analysis.frames import arrow_tables
from vnpolitext.corpus.batches import batched
from vnpolitext.corpus.cells import cell, defused, flat, xml_text
from vnpolitext.corpus.write import expect_folder, replacing
from vnpolitext.errors import plain_line
from vnpolitext.text import sentences

if TYPE_CHECKING:
    import networkx as nx


def write_csv(
    analyses: Iterable[Analysis],
    folder: str | os.PathLike[str],
    *,
    tables: Iterable[str] = TABLES,
) -> None:
    """Write one CSV file for each table, ``<table>.csv``, UTF-8 with a mark that Excel knows.

    ``codebook.csv`` tells what every column holds and of which type it is. Lists and records in a
    cell are JSON, dates ISO 8601. A text that a spreadsheet would calculate (``=``, ``+``, ``-``,
    ``@`` or a tab at its head) has a ``'`` before it; the other formats have every text as it is.

    Raises:
        TableError: ``folder`` has the name of a CSV file.
    """
    expect_folder(folder, ".csv")
    names = tuple(tables)
    with ExitStack() as stack:
        writers = {name: stack.enter_context(_csv(folder, name)) for name in (*names, "codebook")}
        book = codebook(names)
        writers.pop("codebook").writerows([list(book.columns), *book.to_numpy().tolist()])
        for name, writer in writers.items():
            writer.writerow(columns(name))
        for batch in batched(analyses):
            for name, table in arrow_tables(batch, tuple(writers)).items():
                writers[name].writerows(
                    (defused(flat(value)) for value in row.values()) for row in table.to_pylist()
                )


@contextmanager
def _csv(folder: str | os.PathLike[str], name: str) -> Iterator[Any]:
    """Give the writer of ``<name>.csv``, which appears whole or not at all."""
    with (
        replacing(Path(folder) / f"{name}.csv") as path,
        path.open("w", encoding="utf-8-sig", errors="replace", newline="") as stream,
    ):
        yield csv.writer(stream)


def write_conllu(analyses: Iterable[Analysis], path: str | os.PathLike[str]) -> None:
    """Write the words of all documents in the CoNLL-U format, sentence by sentence.

    Words have their kind in the column ``XPOS`` and their offsets in ``MISC``; what a record says
    of a word (``Entity=place``) stands in ``MISC`` too. Lemma, part of speech and syntax are open.
    """
    with (
        replacing(path) as temporary,
        temporary.open("w", encoding="utf-8", errors="replace", newline="\n") as stream,
    ):
        for analysis in analyses:
            stream.writelines(_conllu(analysis))


def write_docbin(analyses: Iterable[Analysis], path: str | os.PathLike[str]) -> None:
    """Write the documents as a spaCy ``DocBin``, as the pipeline of `load` makes them."""
    from spacy.tokens import DocBin

    from vnpolitext.pipeline import load
    from vnpolitext.pipeline.extensions import remember

    nlp = load()
    store = DocBin(store_user_data=True)
    for analysis in analyses:
        doc = nlp.make_doc(analysis.text)
        remember(doc, analysis)
        for _, component in nlp.pipeline:
            doc = component(doc)
        store.add(doc)
    with replacing(path) as temporary:
        store.to_disk(temporary)


def write_graphml(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write a network in the GraphML format; lists and blanks become strings.

    What no XML file may hold, such as control characters, becomes a replacement character.
    """
    import networkx as nx

    plain = graph.__class__()
    plain.add_nodes_from((xml_text(node), _attributes(data)) for node, data in graph.nodes.items())
    plain.add_edges_from(
        (xml_text(source), xml_text(target), _attributes(data))
        for source, target, data in graph.edges(data=True)
    )
    with replacing(path) as temporary:
        nx.write_graphml(plain, temporary)


def _attributes(data: dict[str, Any]) -> dict[str, Any]:
    return {xml_text(key): xml_text(cell(value)) for key, value in data.items()}


def labels(analysis: Analysis) -> list[tuple[int, int, str]]:
    """Return the spans of names, positions, citations and places with their labels, in order."""
    found = [(s, e, "person") for person in analysis.persons for s, e in person.mentions]
    found += [(p.start, p.end, "position") for q in analysis.persons for p in q.positions]
    found += [(c.start, c.end, "citation") for c in analysis.citations]
    found += [(p.start, p.end, "place") for p in analysis.places]
    return sorted(found)


class _Kinds:
    """What the records say of one place after another."""

    def __init__(self, marks: list[tuple[int, int, str]]) -> None:
        self._coming = marks[::-1]
        self._around: list[tuple[int, str]] = []

    def __call__(self, at: int) -> list[str]:
        """Return the labels at a place; places come in order."""
        while self._coming and self._coming[-1][0] <= at:
            _, end, kind = self._coming.pop()
            self._around.append((end, kind))
        self._around = [(end, kind) for end, kind in self._around if at < end]
        return sorted({kind for _, kind in self._around})


def _conllu(analysis: Analysis) -> Iterator[str]:
    tokens = list(analysis.words())
    kinds_at = _Kinds(labels(analysis))
    name = plain_line(analysis.id)
    yield f"# newdoc id = {name}\n"
    at = 0
    for number, sentence in enumerate(sentences(analysis.text), start=1):
        yield f"# sent_id = {name}-{number}\n# text = {' '.join(sentence.text.split())}\n"
        index = 0
        while at < len(tokens) and tokens[at].start < sentence.end:
            token = tokens[at]
            at += 1
            index += 1
            kinds = kinds_at(token.start)
            joined = at < len(tokens) and tokens[at].start == token.end
            misc = [f"Entity={','.join(kinds)}"] if kinds else []
            misc += ["SpaceAfter=No"] if joined else []
            misc += [f"Start={token.start}", f"End={token.end}"]
            form = " ".join(token.text.split())
            yield f"{index}\t{form}\t_\t_\t{token.kind}\t_\t_\t_\t_\t{'|'.join(misc)}\n"
        yield "\n"
