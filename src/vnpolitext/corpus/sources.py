"""Where documents come from: one small record a document, read when its turn comes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from vnpolitext.articles import Article, ArticleError, article_from_bytes
from vnpolitext.articles.article import article_from_reading, with_known
from vnpolitext.articles.day_order import DayOrder
from vnpolitext.articles.draft import Reading
from vnpolitext.articles.escapes import unescape_letters
from vnpolitext.articles.formats.fragment import is_fragment, read_body
from vnpolitext.articles.mending import mend
from vnpolitext.articles.reading import read_bytes
from vnpolitext.corpus.columns import Unreadable
from vnpolitext.corpus.containers import read_member
from vnpolitext.corpus.rows import is_analysis, without_records
from vnpolitext.corpus.webarchive import read_capture
from vnpolitext.text.values import is_known, name_of

Describe = Callable[[str, str], Mapping[str, Any]]
"""Metadata of a document from outside: a function of its id and its path."""

CAPTURE: Final = "capture-"
"""How the part of a source begins that is a page of a web archive."""


@dataclass(frozen=True, slots=True)
class Pending:
    """One document that has not been read yet; small enough to send to another process.

    Attributes:
        id: Identifier of the document, unique in its corpus.
        path: File it comes from, or ``""``.
        part: Name inside the file, for a member of a ``.zip`` or a page of a web archive.
        text: The text, where it is at hand.
        metadata: What is known about the document beforehand.
        problem: Why it cannot be read, if that is known already.
        ocr: Whether scanned pages are recognised.
    """

    id: str
    path: str = ""
    part: str = ""
    text: str | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)
    problem: str | None = None
    ocr: bool = False

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
        if self.part.startswith(CAPTURE):
            return read_capture(self.path, int(self.part[len(CAPTURE) :].partition(".")[0]))
        if self.part:
            return read_member(self.path, self.part)
        return read_bytes(Path(self.path))

    def article(self, content: bytes | str) -> Article:
        """Return the article in ``content``, which ``load`` has returned.

        Raises:
            ArticleError: It is no article.
        """
        if isinstance(content, str):
            # A text that the caller had at hand is taken as it is.
            text, encoding = (_mended(content) if self.path else None) or (content, None)
            reading = read_body(text) if self.path else Reading(text)
            told = {**reading.metadata, **({"encoding": encoding} if encoding else {})}
            known = {**told, **self.metadata}
            return article_from_reading(replace(reading, metadata=known), self.id)
        article = article_from_bytes(content, path=self.name, id=self.id, ocr=self.ocr)
        found = {**article.metadata, "path": self.name}
        return replace(article, metadata=with_known(found, self.metadata))

    def fingerprint(self, content: bytes | str) -> str:
        """Return a hash of the content and of what is known about the document."""
        body = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        known = repr(sorted(self.metadata.items(), key=lambda item: item[0])) + "ocr" * self.ocr
        return blake2b(
            body + b"\0" + known.encode("utf-8", "surrogatepass"), digest_size=12
        ).hexdigest()


def _mended(text: str) -> tuple[str, str] | None:
    escaped = None if is_fragment(text) else unescape_letters(text)
    return escaped or mend(text)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file that holds no document.

    Attributes:
        path: The file, or the member of an archive.
        reason: Why it is none, in a few words.
    """

    path: str
    reason: str


class Names:
    """Identifiers given so far, and what was passed over.

    A second document of a name gets a number behind it.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._given: dict[str, int] = {}
        self.passed: list[PassedOver] = []

    def unique(self, name: str) -> str:
        """Return ``name``, or ``name#2`` and so on if it has been given before."""
        name = name.encode("utf-8", "backslashreplace").decode("utf-8")
        count = self._given[name] = self._given.get(name, 0) + 1
        return name if count == 1 else f"{name}#{count}"

    def pass_over(self, path: str, reason: str) -> None:
        """Keep in mind that a file holds no document."""
        self.passed.append(PassedOver(path, reason))


def from_rows(
    rows: Iterable[Mapping[str, Any] | Unreadable],
    path: str,
    describe: Describe,
    names: Names,
    stem: str,
) -> Iterator[Pending]:
    """Yield one document for each row with a ``text``; ``id`` and other fields are metadata."""
    order = DayOrder()
    for number, row in enumerate(rows, start=1):
        if isinstance(row, Unreadable):
            yield Pending(names.unique(f"{stem}-{number:06d}"), path, problem=row.reason)
            continue
        fields = without_records(row) if is_analysis(row) else dict(row)
        identifier = fields.pop("id", None)
        name = names.unique(name_of(identifier) if is_known(identifier) else f"{stem}-{number:06d}")
        text = fields.pop("text", None)
        nested = fields.pop("metadata", None)
        metadata = {**fields, **(nested if isinstance(nested, Mapping) else {})}
        if not isinstance(text, str):
            yield Pending(name, path, problem=f"row {number} has no text")
        else:
            known = {key: value for key, value in metadata.items() if is_known(value)}
            order.see(known)
            yield Pending(name, path, text=text, metadata={**known, **describe(name, path)})
    order.tell()
