"""From the paths of a command to articles: files, folders, standard input."""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer

from vnpolitext.analysis import analyze
from vnpolitext.articles import Article, ArticleError, article_from_bytes, read_article
from vnpolitext.articles.formats.kinds import kind_of_table
from vnpolitext.cli.output import report_error
from vnpolitext.errors import VnpolitextError, plain_line

if TYPE_CHECKING:
    from vnpolitext.corpus import Corpus

STANDARD_INPUT: Final = "-"
STANDARD_OUTPUT: Final = "-"
_NAME: Final = "stdin"


class UsageError(VnpolitextError, ValueError):
    """The options of a command do not fit together."""


def read_one(path: str, *, ocr: bool = False) -> Article:
    """Return the article in a file, or on standard input.

    Args:
        path: The file, or ``-``.
        ocr: Whether scanned pages are recognised.

    Raises:
        ArticleError: It cannot be read.
    """
    if path == STANDARD_INPUT:
        return article_from_bytes(_input_bytes(), path=_NAME, id=_NAME, ocr=ocr)
    if Path(path).is_dir():
        raise ArticleError(path, "a folder, where one file is wanted")
    return read_article(path, ocr=ocr)


@dataclass(frozen=True, slots=True)
class Named:
    """What the columns of tables are called.

    Attributes:
        text: Column of the text.
        id: Column of the identifier.
        columns: Further fields, each as ``name=column``.
    """

    text: str = "text"
    id: str = "id"
    columns: Sequence[str] = ()

    def as_options(self) -> dict[str, Any]:
        """Return the keyword arguments of a corpus.

        Raises:
            UsageError: A field is not written as ``name=column``.
        """
        pairs = [column.partition("=") for column in self.columns]
        for name, mark, column in pairs:
            if not (name and mark and column):
                raise UsageError(f"--column takes name=column, not {name}{mark}{column}")
        return {
            "text": self.text,
            "id": self.id,
            "columns": {name: column for name, _, column in pairs},
        }


def collect(
    paths: Sequence[str],
    named: Named | None = None,
    *,
    metadata: Path | None = None,
    ocr: bool = False,
    many: bool = False,
    **chosen: Any,
) -> Corpus:
    """Return the documents of files, folders or standard input as a corpus.

    Standard input is one document, or a table of them: JSON objects with a text, one a line or in a
    list.

    Args:
        paths: Files and folders, or ``-`` alone.
        named: What the columns of tables are called.
        metadata: A table of what is known about the documents.
        ocr: Whether scanned pages of files are recognised.
        many: Whether standard input must be rows, since one text is too little for what is asked.
        chosen: How to analyse one document on standard input, which is done at once.

    Raises:
        ArticleError: A path is missing, or a folder has no articles.
        UsageError: Standard input is asked for beside files, or is one text where many are wanted.
    """
    from vnpolitext.corpus import Corpus

    options = {**(named or Named()).as_options(), "metadata": metadata}
    if STANDARD_INPUT in paths:
        if len(paths) > 1:
            raise UsageError("- (standard input) stands alone")
        return _standard_input(options, chosen, many=many)
    for path in paths:
        if not Path(path).exists():
            raise ArticleError(path, "no such file or folder")
    if len(paths) == 1 and Path(paths[0]).is_dir():
        return Corpus.from_folder(paths[0], ocr=ocr, **options)
    return Corpus.from_files(paths, ocr=ocr, **options)


def _standard_input(options: dict[str, Any], chosen: dict[str, Any], *, many: bool) -> Corpus:
    data = _input_bytes()
    from vnpolitext.corpus import Corpus
    from vnpolitext.corpus.columns import Columns
    from vnpolitext.corpus.rows import read_rows

    metadata = options.pop("metadata")
    if (suffix := kind_of_table(data)) is not None:
        columns = Columns(options["text"], options["id"], options["columns"])
        rows = read_rows(_NAME, suffix, io.BytesIO(data), columns)
        return Corpus.from_rows(list(rows), metadata=metadata)
    if many:
        raise UsageError("a store takes files, folders, and rows on standard input, not one text")
    if metadata is not None:
        raise UsageError("--metadata is for files and folders, and for rows of JSON Lines")
    article = article_from_bytes(data, path=_NAME, id=_NAME)
    return Corpus.from_analyses([analyze(article, **chosen)])


def report_passed_over(corpus: Corpus) -> None:
    """Say on standard error how many files were passed over, by reason."""
    counts = Counter(passed.reason for passed in corpus.passed_over)
    for reason, count in counts.most_common():
        report_error("passed over", f"passed over {count}: {reason}", count=count, reason=reason)


def report_failures(corpus: Corpus) -> None:
    """Name on standard error every document that failed, and end with code 1 if there is one."""
    for failure in corpus.failures:
        message = f"{plain_line(failure.path)}: {failure.reason}"
        about = {"id": failure.id, "path": failure.path, "reason": failure.reason}
        report_error("failure", message, **about)
    if corpus.failures:
        raise typer.Exit(1)


def _input_bytes() -> bytes:
    """Return all of standard input."""
    if getattr(sys, "stdin", None) is None:
        raise UsageError("standard input is closed")
    return sys.stdin.buffer.read()
