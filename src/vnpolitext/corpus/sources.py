"""Where documents come from: one small record a document, read when its turn comes."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path, PurePath
from typing import Any, Final

from vnpolitext.articles import Article, ArticleError, article_from_bytes, article_from_text
from vnpolitext.articles.reading import SUFFIXES, UNREADABLE, read_bytes
from vnpolitext.corpus.containers import CONTAINERS, read_member, rows_of, zip_members

Describe = Callable[[str, str], Mapping[str, Any]]
"""Metadata of a document from outside: a function of its id and its path."""

_TAKEN: Final = SUFFIXES | frozenset(UNREADABLE) | (CONTAINERS - {".csv"})


@dataclass(frozen=True, slots=True)
class Pending:
    """One document that has not been read yet; small enough to send to another process.

    Attributes:
        id: Identifier of the document, unique in its corpus.
        path: File it comes from, or ``""``.
        part: Name inside the file, for a member of a ``.zip``.
        text: The text, where it is at hand.
        metadata: What is known about the document beforehand.
        problem: Why it cannot be read, if that is known already.
    """

    id: str
    path: str = ""
    part: str = ""
    text: str | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)
    problem: str | None = None

    @property
    def name(self) -> str:
        """What an error message calls the document."""
        place = f"{self.path}/{self.part}" if self.part else self.path
        return place or self.id

    def load(self) -> bytes | str:
        """Return what stands in the source.

        Raises:
            ArticleError: It cannot be read.
        """
        if self.problem is not None:
            raise ArticleError(self.name, self.problem)
        if self.text is not None:
            return self.text
        if self.part:
            return read_member(self.path, self.part)
        return read_bytes(Path(self.path))

    def article(self, content: bytes | str) -> Article:
        """Return the article in ``content``, which ``load`` has returned.

        Raises:
            ArticleError: It is no article.
        """
        if isinstance(content, str):
            return article_from_text(content, id=self.id, metadata=self.metadata)
        article = article_from_bytes(content, path=self.name, id=self.id)
        known = {key: value for key, value in self.metadata.items() if value is not None}
        return replace(article, metadata={**article.metadata, "path": self.name, **known})

    def fingerprint(self, content: bytes | str) -> str:
        """Return a hash of the content and of what is known about the document."""
        body = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        known = repr(sorted(self.metadata.items(), key=lambda item: item[0]))
        return blake2b(
            body + b"\0" + known.encode("utf-8", "surrogatepass"), digest_size=12
        ).hexdigest()


def from_files(paths: Iterable[str | os.PathLike[str]], describe: Describe) -> Iterator[Pending]:
    """Yield the documents of files and folders, in the order given."""
    names = Names()
    for path in paths:
        file = Path(path)
        if file.is_dir():
            yield from from_folder(file, describe, names)
        else:
            yield from _from_file(file, PurePath(file.name), describe, names)


def from_folder(
    folder: Path, describe: Describe, names: "Names | None" = None
) -> Iterator[Pending]:
    """Yield the documents under a folder, sorted by name, folders among the files."""
    names = names or Names()
    yield from _walk(folder, PurePath(), describe, names, (_identity(folder),))


def from_rows(
    rows: Iterable[Mapping[str, Any]], path: str, describe: Describe, names: "Names", stem: str
) -> Iterator[Pending]:
    """Yield one document for each row with a ``text``; ``id`` and other fields are metadata."""
    for number, row in enumerate(rows, start=1):
        fields = dict(row)
        identifier = fields.pop("id", None)
        name = names.unique(f"{stem}-{number:06d}" if identifier in (None, "") else str(identifier))
        problem = fields.pop("problem", None)
        text = fields.pop("text", None)
        nested = fields.pop("metadata", None)
        metadata = {**fields, **(nested if isinstance(nested, Mapping) else {})}
        if problem is None and not isinstance(text, str):
            problem = f"row {number} has no text"
        if problem is not None:
            yield Pending(name, path, problem=str(problem))
        else:
            known = {key: value for key, value in metadata.items() if is_known(value)}
            yield Pending(name, path, text=text, metadata={**known, **describe(name, path)})


class Names:
    """Identifiers given so far; a second document of a name gets a number behind it."""

    def __init__(self) -> None:
        """Begin with none."""
        self._given: dict[str, int] = {}

    def unique(self, name: str) -> str:
        """Return ``name``, or ``name#2`` and so on if it has been given before."""
        name = name.encode("utf-8", "backslashreplace").decode("utf-8")
        count = self._given[name] = self._given.get(name, 0) + 1
        return name if count == 1 else f"{name}#{count}"


def _walk(
    folder: Path, inside: PurePath, describe: Describe, names: Names, above: tuple[object, ...]
) -> Iterator[Pending]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield Pending(
            names.unique(f"{inside}"), str(folder), problem=error.strerror or "unreadable"
        )
        return
    for entry in found:
        if entry.name.startswith((".", "~$")):
            continue
        path, name = Path(entry.path), inside / entry.name
        if path.is_dir():
            identity = _identity(path)
            if identity in above:
                problem = "a symbolic link that leads back into its own folder"
                yield Pending(names.unique(str(name)), str(path), problem=problem)
            else:
                yield from _walk(path, name, describe, names, (*above, identity))
        elif path.suffix.lower() in _TAKEN:
            yield from _from_file(path, name, describe, names)


def _from_file(path: Path, name: PurePath, describe: Describe, names: Names) -> Iterator[Pending]:
    suffix = path.suffix.lower()
    stem = str(name.with_suffix("")) if suffix else str(name)
    if suffix == ".zip":
        try:
            members = zip_members(path, _TAKEN - CONTAINERS)
        except ArticleError as error:
            yield Pending(names.unique(stem), str(path), problem=error.reason)
            return
        for member in members:
            inner = names.unique(f"{stem}/{PurePath(member).with_suffix('')}")
            yield Pending(inner, str(path), part=member, metadata=dict(describe(inner, member)))
    elif suffix in CONTAINERS:
        try:
            yield from from_rows(rows_of(path), str(path), describe, names, stem)
        except ArticleError as error:
            yield Pending(names.unique(stem), str(path), problem=error.reason)
    else:
        identifier = names.unique(stem)
        yield Pending(identifier, str(path), metadata=dict(describe(identifier, str(path))))


def _identity(folder: Path) -> object:
    status = folder.stat()
    return status.st_dev, status.st_ino


def is_known(value: object) -> bool:
    """Whether a field of a table says something: it is no blank, and no missing number."""
    return value is not None and value != "" and value == value  # noqa: PLR0124
