"""The documents of files, folders and archives, and what in them is none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Final

from vnpolitext.articles import ArticleError
from vnpolitext.articles.formats.kinds import CONTAINERS, SUFFIXES, inner_suffix
from vnpolitext.corpus.columns import Columns
from vnpolitext.corpus.containers import (
    is_hidden,
    kind_by_content,
    rows_of,
    rows_of_member,
    zip_members,
)
from vnpolitext.corpus.paths import StorePaths
from vnpolitext.corpus.rows import TABLES
from vnpolitext.corpus.sources import CAPTURE, Describe, Names, Pending, from_rows
from vnpolitext.corpus.webarchive import captures

# Tables that stand in folders beside articles as often as they hold some.
_DOUBTFUL: Final = frozenset({".csv", ".tsv", ".json", ".xlsx"})
_NO_TEXTS: Final = ("no column ", "no object with ")


@dataclass(frozen=True, slots=True)
class Lister:
    """Lists the documents of files and folders.

    Attributes:
        describe: What is known about a document from outside.
        columns: What the columns of tables are called.
        names: Identifiers given so far.
    """

    describe: Describe
    columns: Columns = field(default_factory=Columns)
    names: Names = field(default_factory=Names)

    def files(self, paths: Iterable[str | os.PathLike[str]]) -> Iterator[Pending]:
        """Yield the documents of files and folders, in the order given."""
        for path in paths:
            file = Path(path)
            if file.is_dir():
                yield from self.folder(file)
            else:
                yield from self._file(file, PurePath(file.name), asked=True)

    def folder(self, folder: Path) -> Iterator[Pending]:
        """Yield the documents under a folder, sorted by name, folders among the files."""
        yield from self._walk(folder, PurePath(), (_identity(folder),))

    def _walk(self, folder: Path, inside: PurePath, above: tuple[object, ...]) -> Iterator[Pending]:
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            reason = error.strerror or "unreadable"
            yield Pending(self.names.unique(f"{inside}"), str(folder), problem=reason)
            return
        for entry in found:
            path, name = Path(entry.path), inside / entry.name
            if is_hidden(entry.name):
                self.names.pass_over(str(path), "hidden")
            elif StorePaths(path).about.is_file():
                self.names.pass_over(str(path), "a store: what an analysis has found")
            elif path.is_dir():
                identity = _identity(path)
                if identity in above:
                    problem = "a symbolic link that leads back into its own folder"
                    yield Pending(self.names.unique(str(name)), str(path), problem=problem)
                else:
                    yield from self._walk(path, name, (*above, identity))
            else:
                yield from self._file(path, name, asked=False)

    def _file(self, path: Path, name: PurePath, *, asked: bool) -> Iterator[Pending]:
        """Yield the documents of one file; one that was asked for by name is never passed over."""
        suffix = inner_suffix(path.name)
        stem = _stem(name)
        if asked and suffix not in CONTAINERS and (kind := self._kind_inside(path)):
            suffix = kind
        if suffix in SUFFIXES or (asked and suffix not in CONTAINERS):
            identifier = self.names.unique(stem)
            known = dict(self.describe(identifier, str(path)))
            yield Pending(identifier, str(path), metadata=known)
        elif suffix not in CONTAINERS:
            self.names.pass_over(str(path), _kind(suffix))
        else:
            try:
                yield from self._container(path, suffix, stem)
            except ArticleError as error:
                no_texts = error.reason.startswith(_NO_TEXTS)
                if no_texts and suffix in _DOUBTFUL and not asked:
                    self.names.pass_over(str(path), f"a table without texts ({suffix})")
                else:
                    yield Pending(self.names.unique(stem), str(path), problem=error.reason)

    @staticmethod
    def _kind_inside(path: Path) -> str | None:
        """The kind of table in a file with the name of an article, or with none that tells."""
        try:
            return kind_by_content(path)
        except ArticleError:  # it is told when it is read
            return None

    def _container(self, path: Path, suffix: str, stem: str) -> Iterator[Pending]:
        if suffix == ".zip":
            yield from self._zip(path, stem)
        elif suffix == ".warc":
            yield from self._web_archive(path, stem)
        else:
            rows = rows_of(path, self.columns, suffix)
            yield from from_rows(rows, str(path), self.describe, self.names, stem)

    def _zip(self, path: Path, stem: str) -> Iterator[Pending]:
        for member in zip_members(path):
            suffix = inner_suffix(member)
            inner = f"{stem}/{_stem(PurePath(member))}"
            if is_hidden(member):
                self.names.pass_over(f"{path}/{member}", "hidden")
            elif suffix in SUFFIXES:
                identifier = self.names.unique(inner)
                known = dict(self.describe(identifier, member))
                yield Pending(identifier, str(path), part=member, metadata=known)
            elif suffix in TABLES:
                where = f"{path}/{member}"
                try:
                    rows = rows_of_member(str(path), member, self.columns)
                    yield from from_rows(rows, where, self.describe, self.names, inner)
                except ArticleError as error:
                    yield Pending(self.names.unique(inner), where, problem=error.reason)
            elif suffix == ".zip":
                problem = "a zip file that is damaged, or too deep inside of others"
                yield Pending(self.names.unique(inner), str(path), part=member, problem=problem)
            else:
                self.names.pass_over(f"{path}/{member}", _kind(suffix))

    def _web_archive(self, path: Path, stem: str) -> Iterator[Pending]:
        for number, capture in enumerate(captures(path), start=1):
            if not capture.suffix:
                self.names.pass_over(f"{path}/{capture.url}", capture.reason)
                continue
            identifier = self.names.unique(f"{stem}-{number:06d}")
            known = {"url": capture.url, **self.describe(identifier, capture.url)}
            part = f"{CAPTURE}{capture.offset}{capture.suffix}"
            yield Pending(identifier, str(path), part=part, metadata=known)


def _stem(name: PurePath) -> str:
    if name.suffix.lower() == ".gz":
        name = name.with_suffix("")
    return str(name.with_suffix("")) if name.suffix else str(name)


def _kind(suffix: str) -> str:
    return f"no kind of file that holds articles ({suffix or 'no suffix'})"


def _identity(folder: Path) -> object:
    status = folder.stat()
    return status.st_dev, status.st_ino
